"""The marks that may stand in the text: how lines that carry one look, and how to escape them."""

import re

ESCAPABLE = "\\[]()|｜#＃-－+＋·•>＞》【"
"""Characters that a backslash before them makes ordinary."""

_OPEN, _CLOSE = r"(?:\[\[|【【)", r"(?:\]\]|】】)"
_GAP = "[ \u3000]"

HEADING = re.compile(rf"([#＃]{{1,3}})(?:{_GAP}+|(?=[^#＃]+$))(\S.*)")
ITEM = re.compile(rf"(?:([-－+＋·•]{{1,8}}){_GAP}+|([·•]))(\S.*)")
QUOTE = re.compile(rf"[>＞》]{_GAP}*(\S.*)")
ROW = re.compile(r"[|｜]")
HEADER_CELL = re.compile(rf"[#＃]{_GAP}+")

TABLE, NUMBERS_TABLE, LIST, APART = "表格", "数字表格", "列表", "分开"
PICTURE, OWN_PICTURE, KEPT, RULE = "图片", "原图", "保留内容", "分隔线"
DECORATIVE = "装饰"

_COMMANDS = "|".join((TABLE, NUMBERS_TABLE, LIST, APART, PICTURE, OWN_PICTURE, KEPT, RULE))
COMMAND = re.compile(rf"{_OPEN}{_GAP}*({_COMMANDS}){_GAP}*(\d{{0,9}}){_GAP}*(?:[：:](.*))?{_CLOSE}")
"""A line of its own in double brackets: the command, a number if any, the text if any."""

MISPLACED = re.compile(rf"(?<!\\){_OPEN}{_GAP}*(?:{PICTURE}|{OWN_PICTURE}|{KEPT}){_GAP}*\d")
"""Such a command where it does not fill its line."""

SIDES = {"靠右": "align-right", "居中": "align-center", "顶格": "indent-none"}
SIDE = re.compile(rf"{_OPEN}({'|'.join(SIDES)}){_CLOSE}{_GAP}*")
FORM = re.compile(rf"{_OPEN}保留{_GAP}*(\d{{1,9}})(?:[：:]([^\]】]*))?{_CLOSE}{_GAP}*")
"""The attributes of a kept block, before its text."""

BREAK, PARAGRAPH = "[换行]", "[分段]"
PARAGRAPHS = re.compile(r"(?<!\\)\[分段\]")

_PLAIN_SIGNS = str.maketrans("－·•＋", "---+")
_LINE_MARKS = (HEADING, ITEM, QUOTE, ROW)
_DOUBLED = re.compile(r"([\[【])(?=[\[【])")
_ESCAPED = re.compile(rf"\\([{re.escape(ESCAPABLE)}])")


def escaped(text: str, inside: bool) -> str:
    """A run of text with all escaped that would be read as a mark; `inside` square brackets more."""
    text = text.replace("\\", "\\\\")
    if inside:
        return text.replace("[", "\\[").replace("]", "\\]")
    text = _DOUBLED.sub(r"\\\1", text).replace("](", "]\\(")
    return text.replace(BREAK, "\\" + BREAK).replace(PARAGRAPH, "\\" + PARAGRAPH)


def escaped_line(text: str) -> str:
    """The text of a paragraph, escaped where it begins like a heading, an item, a quotation."""
    return f"\\{text}" if any(mark.match(text) for mark in _LINE_MARKS) else text


def unescaped(text: str) -> str:
    """The text without the backslashes that escape something."""
    return _ESCAPED.sub(r"\1", text)


def item(line: str) -> tuple[str, str]:
    """The lists that an item stands in, outermost first (- bullets, + numbers), and its text.

    Both are empty for a line that is no item.
    """
    found = ITEM.fullmatch(line)
    if not found:
        return "", ""
    return (found[1] or "-").translate(_PLAIN_SIGNS), found[3]


def joins(line: str, following: str) -> bool:
    """Whether two lines, one after the other, belong to the same list, table or quotation."""
    if QUOTE.match(line) and QUOTE.match(following):
        return True
    command = COMMAND.fullmatch(line)
    word = command[1] if command else ""
    if ROW.match(following):
        return bool(ROW.match(line)) or word in (TABLE, NUMBERS_TABLE)
    if signs := item(following)[0]:
        return word == LIST or item(line)[0][:1] == signs[0]
    return False
