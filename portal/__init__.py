"""Tongtu: the portal. `create_app` is the only place that joins its parts together.

`keeping_pages` puts the page cache before it, as every server does.
"""

from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from htmx_flask import Htmx
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from portal import database, journal, pulse
from portal.settings import ROOT, Settings
from portal.web import assets, compression, filters, headers, parts
from portal.web.desk import desk
from portal.web.desk import errors as desk_errors
from portal.web.desk import sessions as desk_sessions
from portal.web.desk.guards import csrf
from portal.web.errors import Answers
from portal.web.kept import declarations
from portal.web.overdue import Overdue
from portal.web.page_cache import PageCache
from portal.web.public import public
from portal.web.public.errors import error_page, moved
from portal.web.templating import Environment

BODY_LIMIT = 64 * 1024
"""Bytes of a public form; the largest holds a search question."""


def _add_database(app: Flask, settings: Settings) -> None:
    """The database, whose connections live from request to request, and the journal's head."""
    database.attach(settings.database_url)
    journal.attach(settings.data)
    app.before_request(database.resume)
    app.teardown_appcontext(lambda error: database.rest())


def _add_desk(app: Flask, settings: Settings) -> None:
    """The desk, its sessions and its tokens; public pages know of none of them."""
    app.config["WTF_CSRF_CHECK_DEFAULT"] = False
    app.config["WTF_CSRF_TIME_LIMIT"] = None  # as long as the sign-in
    app.config["WTF_CSRF_SSL_STRICT"] = False  # guards looks at Origin instead of Referer
    desk_sessions.register(app, settings)
    csrf.init_app(app)
    app.register_blueprint(desk)


def _add_pages(app: Flask, built: Path) -> None:
    """What every page needs, the pages of readers, and those for errors."""
    addresses = assets.build(ROOT / "static", built)
    style = assets.text_of(addresses["site.css"], built)
    headers.register(app, style)
    compression.register(app)
    Answers({"/desk/": desk_errors.error_page, "/": error_page}, moved).register(app)
    filters.register(app, addresses, style)
    parts.register(app)
    app.register_blueprint(public)


def create_app(settings: Settings) -> Flask:
    """The WSGI application for these settings; opens no connection until a request needs one."""
    app = Flask(__name__, static_folder=None, template_folder=str(ROOT / "templates"))
    app.extensions["settings"] = settings
    app.extensions["overdue"] = Overdue()
    app.config["MAX_CONTENT_LENGTH"] = BODY_LIMIT
    app.jinja_environment = Environment
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    _add_database(app, settings)

    Htmx(app)
    built = settings.cache / "static"
    _add_pages(app, built)
    _add_desk(app, settings)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=built,
        prefix=assets.PREFIX,
        immutable_file_test=assets.is_immutable,
        add_headers_function=headers.add,
    )
    if n := settings.proxies:
        fixed = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=0)
        app.wsgi_app = fixed  # type: ignore[method-assign]
    return app


def keeping_pages(app: Flask, settings: Settings) -> PageCache | Flask:
    """The application behind its page cache; `PORTAL_PAGE_CACHE=0` leaves every page to it."""
    if not settings.page_cache:
        return app
    parts = urlsplit(settings.address)
    return PageCache(
        app,
        pulse.pulse(settings.database_url),
        declarations(app),
        origin=(parts.scheme, parts.netloc),
        # A browser asks every time, which costs it a 304; caches of ours may answer for a moment.
        control=f"public, max-age=0, s-maxage={settings.shared_seconds}, stale-if-error=86400",
        bound=settings.page_cache * 2**20,
    )
