"""The desk (采编台): one blueprint under `/desk/`, one module per subject."""

from flask import Blueprint

desk = Blueprint("desk", __name__, url_prefix="/desk")

from portal.web.desk import (  # noqa: E402 - the views attach themselves to the blueprint
    home,
)

__all__ = ["desk", "home"]
