"""The notice ticker (通知公告): one dated title at a time, moved by the reader."""

import re

from flask import Response
from htmx_flask import request

from portal.web import head
from portal.web.frame import Frame, frame
from portal.web.kept import kept
from portal.web.public import public
from portal.web.render import render, render_part, wants_fragment

ONE_DIGIT, SWITCH = re.compile("[0-9]"), re.compile("[01]")
STEP = re.compile("prev|next")
STEPS = {"prev": -1, "next": 1}


@public.get("/notices/ticker")
@kept(at=ONE_DIGIT, go=STEP, play=SWITCH, timed=SWITCH)
def ticker() -> Response:
    """The ticker after a step: `at` is where it stood, `go` prev or next, `play` 1 or 0.

    With htmx the answer is the ticker alone; it carries the timed trigger only while it plays.
    Without scripts it is a page of its own.
    """
    around = frame()
    count = len(around.notices)
    position = (_position() + STEPS.get(request.args.get("go", ""), 0)) % count if count else 0
    playing = request.args.get("play") == "1"
    context = {"frame": around, "at": position, "playing": playing}
    if wants_fragment():
        return render_part("public/_ticker.html", **context, said=_said(around, position, playing))
    return render(
        "public/ticker.html",
        **context,
        head=head.plain_page(around, "通知公告", "/notices/ticker", indexed=False),
        crumbs=[head.Crumb("首页", "/"), head.Crumb("通知公告")],
    )


def _position() -> int:
    value = request.args.get("at", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 0


def _said(around: Frame, position: int, playing: bool) -> str:
    """Only what the reader did is said aloud; a timed step is not."""
    if "go" in request.args:
        moved = around.notices and not request.args.get("timed")
        return around.notices[position].title if moved else ""
    return "通知开始滚动播放。" if playing else "通知已停止滚动。"
