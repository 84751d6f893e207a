"""Errors: each carries a sentence in plain Chinese, wherever the code raises one."""

import ast
import re

import pytest

from portal.errors import Gone, Misconfigured, Missing, PortalError, Refused
from portal.settings import ROOT

NAMES = {"Misconfigured", "Missing", "Gone", "Refused"}


def raised() -> list[tuple[str, str]]:
    """Where an error is raised with a sentence spelt out, and what of it is spelt out."""
    found = []
    for path in sorted((ROOT / "portal").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in NAMES:
                constants = [
                    each.value
                    for each in ast.walk(node.args[0])  # what follows names the field of a form
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                ]
                found.append((f"{path.name}:{node.lineno}", "".join(constants)))
    return found


@pytest.mark.parametrize("kind", [Misconfigured, Missing, Gone, Refused])
def test_the_sentence_is_the_message(kind: type[PortalError]) -> None:
    error = kind("没有这个栏目。")

    assert error.sentence == str(error) == "没有这个栏目。"
    assert isinstance(error, PortalError)


def test_every_sentence_is_chinese() -> None:
    spelt = [(place, words) for place, words in raised() if words]

    assert len(spelt) > 20
    assert not [place for place, words in spelt if not re.search("[\u4e00-\u9fff]{2}", words)]
