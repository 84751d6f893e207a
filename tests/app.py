"""One application for all tests of a process, pointed at the portal of each test in turn.

Making one costs as much as a dozen requests: routes are compiled, and every template anew.
"""

from flask import Flask

from portal import create_app, database, journal
from portal.secrets import secret
from portal.settings import Settings

_made: list[Flask] = []


def app_of(settings: Settings) -> Flask:
    """The application, serving this portal."""
    if not _made:
        _made.append(create_app(settings))
        return _made[0]
    app = _made[0]
    database.attach(settings.database_url)
    journal.attach(settings.data)
    app.extensions["settings"] = settings
    app.config["SECRET_KEY"] = secret(settings.data, "session")
    return app
