"""The editor allows what the sanitiser allows: no more, and no less."""

import json
import re
from typing import Any

from portal.sanitiser import POLICY
from portal.web.desk.editor_config import editor_config


def config() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(editor_config("/static/hugerte.0.js"))
    return made


def rules() -> dict[str, tuple[list[str], list[str]]]:
    """Other names and attributes, by element."""
    text = config()["options"]["valid_elements"]
    found = re.findall(r"[-#]?([a-z0-9/]+)\[([^\]]*)\]", text)
    names = {each[0].split("/")[0]: (each[0].split("/")[1:], each[1].split("|")) for each in found}
    assert len(names) == text.count("[")
    return names


def test_the_elements_are_those_of_the_policy() -> None:
    assert set(rules()) == POLICY.elements


def test_renamed_elements_come_in_under_their_new_names() -> None:
    renamed = {old: new for new, (others, _) in rules().items() for old in others}

    assert renamed == POLICY.renamed


def test_the_attributes_are_those_of_the_policy() -> None:
    for element, (_, attributes) in rules().items():
        allowed = POLICY.attributes.get(element, set()) | {"lang"}
        if element in POLICY.classes:
            allowed |= {"class"}
        assert {name.lstrip("!") for name in attributes} == allowed, element


def test_what_is_nothing_without_an_attribute_requires_it() -> None:
    required = {
        element: name.lstrip("!")
        for element, (_, attributes) in rules().items()
        for name in attributes
        if name.startswith("!")
    }
    assert required == POLICY.required


def test_classes_by_element_and_no_styles() -> None:
    options = config()["options"]

    assert {name: set(text.split()) for name, text in options["valid_classes"].items()} == {
        name: set(classes) for name, classes in POLICY.classes.items()
    }
    assert options["valid_styles"] == {"*": ""}


def test_addresses_for_our_own_parts() -> None:
    made = config()

    assert made["script"] == "/static/hugerte.0.js"
    assert tuple(made["links"]) == POLICY.link_prefixes
    assert made["media"] == "/media/"
