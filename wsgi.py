"""The WSGI entry point: settings from the environment, then the application."""

from portal import create_app
from portal.settings import from_env

app = create_app(from_env())
