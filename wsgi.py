"""The WSGI entry point: settings from the environment, the application, the page cache before it."""

from portal import create_app, keeping_pages
from portal.settings import from_env

settings = from_env()
app = keeping_pages(create_app(settings), settings)
