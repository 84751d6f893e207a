"""Moving something up or down a list: what the buttons ask for, and the words for what happened."""

from flask import request

from portal.errors import Refused

_STEPS = {"up": -1, "down": 1}


def step_asked() -> int:
    """-1 for up, 1 for down; raises Refused for anything else."""
    step = _STEPS.get(request.form.get("step", ""))
    if step is None:
        raise Refused("请用“上移”或“下移”按钮。")
    return step


def told(name: str, step: int, moved: bool) -> str:
    """What happened to the thing of that name."""
    if not moved:
        return f"“{name}”已经是{'第一个' if step < 0 else '最后一个'}了。"
    return f"“{name}”已{'上移' if step < 0 else '下移'}一位。"
