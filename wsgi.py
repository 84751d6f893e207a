"""The WSGI entry point: settings from the environment, the application, the page cache before it."""

from portal import create_app, keeping_pages
from portal.settings import from_env
from portal.web.page_cache.answer import App
from portal.web.whole_seconds import telling_moments

settings = from_env()
app: App = keeping_pages(create_app(settings), settings)
if settings.proxies:
    app = telling_moments(app, settings.shared_seconds)
