"""Where a visitor comes from: told by the trusted proxies, by nobody else."""

from dataclasses import replace

import pytest
from flask import request

from portal import create_app, database
from portal.settings import Settings

FORGED = {
    "X-Forwarded-For": "192.0.2.66, 203.0.113.9, 10.0.0.2",
    "X-Forwarded-Proto": "https,https,https",
    "X-Forwarded-Host": "evil.example",
}


@pytest.mark.parametrize(
    ("proxies", "address", "scheme"),
    [(0, "127.0.0.1", "http"), (1, "10.0.0.2", "https"), (2, "203.0.113.9", "https")],
)
def test_as_many_proxies_are_believed_as_there_are(
    settings: Settings, proxies: int, address: str, scheme: str
) -> None:
    app = create_app(replace(settings, proxies=proxies))
    app.add_url_rule(
        "/whence/here/now",
        view_func=lambda: [request.remote_addr, request.scheme, request.host],
    )

    answer = app.test_client().get("/whence/here/now", headers=FORGED)
    database.close()

    assert answer.json == [address, scheme, "localhost"]
