"""What must hold for every HTML answer: one list of rules, each a function of the parsed root."""

import re
from collections import Counter
from typing import Any

import html5lib
from lxml import etree
from werkzeug.test import TestResponse

LABELLED = "//input[not(@type='hidden' or @hidden)] | //select | //textarea[not(@hidden)]"


def inspect_page(response: TestResponse) -> Any:
    """Check a whole page and return its root."""
    text = response.get_data(as_text=True)
    root = _strict(text, fragment=False)
    for rule in (*PAGE_RULES, *COMMON_RULES):
        rule(root)
    _fits_vary(response)
    return root


def inspect_fragment(response: TestResponse) -> Any:
    """Check a fragment and return its root, an element around its parts."""
    root = _strict(response.get_data(as_text=True), fragment=True)
    for rule in COMMON_RULES:
        rule(root)
    _fits_vary(response)
    return root


def _strict(text: str, *, fragment: bool) -> Any:
    """Parse with html5lib, which names every error of the mark-up."""
    builder = html5lib.getTreeBuilder("lxml")
    parser = html5lib.HTMLParser(builder, namespaceHTMLElements=False)
    document = parser.parseFragment(text, "body") if fragment else parser.parse(text)
    if fragment:
        errors = [e for e in parser.errors if e[1] != "expected-doctype-but-got-start-tag"]
    else:
        errors = parser.errors
    assert not errors, errors[:5]
    if not fragment:
        return document.getroot()
    root = etree.Element("fragment")
    for part in document:
        if not isinstance(part, str):
            root.append(part)
    return root


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _fits_vary(response: TestResponse) -> None:
    assert {"HX-Request", "Cookie"} <= set(response.vary), response.vary


def language(root: Any) -> None:
    assert root.get("lang") == "zh-CN"


def title(root: Any) -> None:
    titles = [_text(each) for each in root.findall("head/title")]
    assert len(titles) == 1 and titles[0], titles


def one_main_heading(root: Any) -> None:
    headings = root.xpath("//h1")
    assert len(headings) == 1, [_text(each) for each in headings]
    assert headings[0].get("id") == "title" and headings[0].get("tabindex") == "-1"


def heading_order(root: Any) -> None:
    levels = [
        int(each.tag[1])
        for each in root.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
    ]
    for before, after in zip(levels, levels[1:], strict=False):
        assert after <= before + 1, levels


def landmarks(root: Any) -> None:
    assert len(root.xpath("//main")) == 1
    assert len(root.xpath("//header[@class='header']")) == 1
    assert len(root.xpath("//footer")) == 1
    assert root.xpath("//a[@class='skip' and @href='#main']")
    assert len(root.xpath("//*[@id='status' and @role='status']")) == 1


def meta(root: Any) -> None:
    for each in root.xpath("//meta[@name or @property]"):
        name, content = each.get("name") or each.get("property"), each.get("content")
        assert content and content.strip() and content != "null" and content != "None", name


def unique_ids(root: Any) -> None:
    ids = Counter(root.xpath("//@id"))
    assert not [each for each, count in ids.items() if count > 1], ids.most_common(3)


def references(root: Any) -> None:
    ids = set(root.xpath("//@id"))
    for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        for value in root.xpath(f"//@{name}"):
            assert set(value.split()) <= ids, (name, value)


def labels(root: Any) -> None:
    labelled = set(root.xpath("//label/@for"))
    for control in root.xpath(LABELLED):
        named = control.get("id") in labelled or control.get("aria-label")
        assert named or control.xpath("ancestor::label"), control.get("name")
    for button in root.xpath("//button"):
        assert _text(button) or button.get("aria-label")


def links(root: Any) -> None:
    for each in root.xpath("//a"):
        assert each.get("href"), _text(each)
        name = _text(each) or each.get("aria-label") or each.xpath("string(.//img/@alt)")
        assert name, each.get("href")
        assert not re.match(r"\s*(javascript|data|vbscript):", each.get("href"), re.I)
        assert each.get("target") is None


def images(root: Any) -> None:
    for each in root.xpath("//img"):
        assert each.get("alt") is not None, each.get("src")
        assert each.get("width") and each.get("height"), each.get("src")
        assert each.get("src", "").startswith("/"), each.get("src")


def tables(root: Any) -> None:
    for table in root.xpath("//table"):
        assert table.xpath(".//th[@scope]"), _text(table)[:60]
        assert table.xpath("./caption"), _text(table)[:60]


def nothing_inline(root: Any) -> None:
    for script in root.xpath("//script[not(@src)]"):
        assert script.get("type") == "application/ld+json"
    assert not root.xpath("//*[@style] | //body//style | //style[2]")
    for name in root.xpath("//@*[starts-with(name(), 'on')]"):
        raise AssertionError(f"inline handler {name}")


def own_addresses(root: Any) -> None:
    loaded = root.xpath(
        "//script/@src | //link[@rel='stylesheet']/@href | //img/@src | //source/@src"
    )
    for address in loaded:
        assert address.startswith("/") and not address.startswith("//"), address


def forms(root: Any) -> None:
    for form in root.xpath("//form"):
        assert form.get("method") in ("get", "post"), form.get("action")
        assert form.get("action", "").startswith("/"), form.get("action")


def _by_itself(element: Any) -> bool:
    """The ticker's timed list, and what the desk asks or keeps without anybody's doing."""
    trigger = element.get("data-hx-trigger", "")
    return element.get("class") == "ticker__list" or trigger.startswith(("every ", "autosave"))


def _button(element: Any) -> bool:
    """A button that sends the form around it, with or without a script."""
    return element.tag == "button" and bool(element.xpath("ancestor::form[@action]"))


def enhanced(root: Any) -> None:
    """Whatever htmx enhances is a real link, form or button of one, or works by itself."""
    for element in root.xpath("//*[@data-hx-get or @data-hx-post]"):
        if element.tag == "a":
            assert element.get("data-hx-get") == element.get("href")
        elif element.tag == "form":
            assert element.get("action") == (
                element.get("data-hx-get") or element.get("data-hx-post")
            )
        else:
            assert _by_itself(element) or _button(element), element.tag


PAGE_RULES = (language, title, one_main_heading, heading_order, landmarks, meta)
COMMON_RULES = (
    unique_ids,
    references,
    labels,
    links,
    images,
    tables,
    nothing_inline,
    own_addresses,
    forms,
    enhanced,
)
