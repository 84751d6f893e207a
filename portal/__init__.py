"""Tongtu: the portal. `create_app` is the only place that joins its parts together."""

from flask import Flask
from htmx_flask import Htmx
from whitenoise import WhiteNoise

from portal import database
from portal.settings import ROOT, Settings
from portal.web import assets, compression, filters, headers
from portal.web.errors import Answers
from portal.web.public import public
from portal.web.public.errors import error_page, moved

BODY_LIMIT = 64 * 1024
"""Bytes of a public form; the largest holds a search question."""


def create_app(settings: Settings) -> Flask:
    """The WSGI application for these settings; opens no connection until a request needs one."""
    app = Flask(__name__, static_folder=None, template_folder=str(ROOT / "templates"))
    app.extensions["settings"] = settings
    app.config["MAX_CONTENT_LENGTH"] = BODY_LIMIT
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    database.attach(settings.database_url)
    app.teardown_appcontext(lambda error: database.close())

    Htmx(app)
    headers.register(app)
    compression.register(app)
    Answers(error_page, moved).register(app)
    built = settings.cache / "static"
    filters.register(app, assets.build(ROOT / "static", built))
    app.register_blueprint(public)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=built,
        prefix=assets.PREFIX,
        immutable_file_test=assets.is_immutable,
        add_headers_function=headers.add,
    )
    return app
