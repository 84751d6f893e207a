"""Security headers: one policy for every answer, constant as long as the style sheet is."""

import hashlib
from base64 import b64encode
from collections.abc import MutableMapping

from flask import Flask, Response, current_app, request
from werkzeug.wrappers import Response as BaseResponse

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


# The desk shows its previews in a frame, and the engine of its rich editor measures where the caret
# is with an element of this one style: display: inline-block;
DESK_POLICY = (
    f"{POLICY}; frame-src 'self'; "
    "style-src-attr 'unsafe-hashes' 'sha256-BSTKIYoPCaklkJ9YS/ZVYuKW8e+DG8jZJCXznBzHjgg='"
)


def add(target: MutableMapping[str, str], path: str, url: str) -> None:
    """For WhiteNoise, whose answers do not pass through Flask: the same headers."""
    for name, value in HEADERS.items():
        target[name] = value


def frame_here(response: BaseResponse) -> None:
    """Let our own pages, and nobody else's, show this answer in a frame."""
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    policy: str = current_app.config["PUBLIC_POLICY"]
    response.headers["Content-Security-Policy"] = policy.replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )


def _public_policy(style: str) -> str:
    """The policy of pages that carry this one style sheet in their head, and no other."""
    known = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return POLICY.replace("style-src 'self'", f"style-src 'self' 'sha256-{known}'")


def register(app: Flask, style: str) -> None:
    """Put the headers on every answer; one that a view has set stays.

    `style` is the style sheet that public pages carry in their head.
    """
    app.config["PUBLIC_POLICY"] = _public_policy(style)
    own = {**HEADERS, "Content-Security-Policy": app.config["PUBLIC_POLICY"]}

    @app.after_request
    def secure(response: Response) -> Response:
        for name, value in own.items():
            response.headers.setdefault(name, value)
        _keep_here(response)
        return response


def _keep_here(response: Response) -> None:
    """Name a redirect's target by its path alone.

    Flask makes the redirect to an address with its slash from the Host header, which may be
    anybody's, and hands it past the error handlers.
    """
    if response.location and response.location.startswith(request.host_url):
        response.location = "/" + response.location.removeprefix(request.host_url).lstrip("/")
        response.set_data(b"")  # its page repeats the address
