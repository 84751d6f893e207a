"""The cookie of the desk, as a browser keeps it that has signed in."""

from typing import Any

from flask import Flask

from portal import create_app, database
from portal.models import Person
from portal.services.accounts import sessions
from portal.settings import Settings


def signed(app: Flask, held: dict[str, Any], address: str) -> dict[str, str]:
    """A cookie that holds this, signed by the portal at an address."""
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    return {"name": "desk", "value": signer.dumps(held), "url": f"{address}/desk"}


def first_person(settings: Settings, address: str) -> dict[str, str]:
    """The cookie of the first person of a portal, who has just signed in."""
    app = create_app(settings)
    token = sessions.begin(Person.get(), "127.0.0.1", "test")
    database.close()
    return signed(app, {"_user_id": token}, address)
