"""Settings of the measured peer: Wagtail's own for production, and its cache when it is asked for."""

import os

from .production import *  # noqa: F403 - how Django's settings build on each other

SECRET_KEY = "only measured"  # noqa: S105 - nothing is kept there
ALLOWED_HOSTS = ["*"]
LANGUAGE_CODE = "zh-hans"
WAGTAIL_SITE_NAME = "示例"
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}
}
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # noqa: F405
MIDDLEWARE.insert(0, "django.middleware.gzip.GZipMiddleware")  # noqa: F405 - ours compress, too
if os.environ.get("PEER_CACHE"):
    INSTALLED_APPS.append("wagtailcache")  # noqa: F405
    MIDDLEWARE.insert(0, "wagtailcache.cache.UpdateCacheMiddleware")  # noqa: F405
    MIDDLEWARE.append("wagtailcache.cache.FetchFromCacheMiddleware")  # noqa: F405
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
