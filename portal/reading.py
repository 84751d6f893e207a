"""Reading settings: what a reader may change, and the one cookie that remembers it.

A cookie holds only choices that differ from the defaults, as `size-l.colours-dark`. Whatever a
visitor sends, the result is one of a small, countable set, so that pages stay cacheable.
"""

from dataclasses import dataclass

COOKIE = "reading"
COOKIE_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True)
class Choice:
    """One value of an aid: `key` in the cookie and the CSS class, `label` on the screen."""

    key: str
    label: str


@dataclass(frozen=True)
class Aid:
    """One thing a reader may change; `default` is the key of the usual choice."""

    key: str
    label: str
    hint: str
    choices: tuple[Choice, ...]
    default: str

    def label_of(self, key: str) -> str:
        """The screen word for a choice of this aid."""
        return next(choice.label for choice in self.choices if choice.key == key)

    def accepts(self, key: str) -> bool:
        """Whether `key` names one of the choices."""
        return any(choice.key == key for choice in self.choices)


SIZE = Aid(
    "size",
    "字号",
    "全站文字一起变大或变小，版面会自动重排。",
    (Choice("xl", "特大"), Choice("l", "大"), Choice("m", "中"), Choice("s", "小")),
    "m",
)
COLOURS = Aid(
    "colours",
    "配色",
    "怕刺眼可选夜间或米黄；视力较弱可选黑底黄字。",
    (
        Choice("plain", "标准"),
        Choice("cream", "米黄"),
        Choice("dark", "夜间"),
        Choice("contrast", "黑底黄字"),
    ),
    "plain",
)
SPACING = Aid(
    "spacing",
    "间距",
    "加大行距、段距和字距，逐行阅读更轻松。",
    (Choice("normal", "标准"), Choice("wide", "宽松")),
    "normal",
)
POINTER = Aid(
    "pointer",
    "鼠标指针",
    "用电脑时，可换成又大又醒目的指针。",
    (Choice("normal", "标准"), Choice("big", "大指针")),
    "normal",
)
EDITION = Aid(
    "edition",
    "版面",
    "长辈版字号更大、只留一栏，先看正文，其余内容排在后面。",
    (Choice("full", "标准版"), Choice("simple", "长辈版")),
    "full",
)
AIDS = (SIZE, COLOURS, SPACING, POINTER, EDITION)


@dataclass(frozen=True)
class Reading:
    """The choices in force for one reader, in the order of `AIDS`."""

    keys: tuple[str, ...] = tuple(aid.default for aid in AIDS)

    def __getitem__(self, aid: Aid) -> str:
        return self.keys[AIDS.index(aid)]

    def with_choice(self, aid: Aid, key: str) -> "Reading":
        """The same settings with one aid changed."""
        return Reading(tuple(key if a is aid else k for a, k in zip(AIDS, self.keys, strict=True)))

    @property
    def all(self) -> tuple[str, ...]:
        """`aid-choice` for every aid."""
        return tuple(f"{aid.key}-{key}" for aid, key in zip(AIDS, self.keys, strict=True))

    @property
    def changed(self) -> tuple[str, ...]:
        """`aid-choice` for every aid that is not at its default."""
        pairs = zip(AIDS, self.keys, strict=True)
        return tuple(f"{aid.key}-{key}" for aid, key in pairs if key != aid.default)

    @property
    def classes(self) -> str:
        """The class attribute of the root element."""
        return " ".join(self.changed)

    @property
    def cookie(self) -> str:
        """The cookie value; empty when everything is at its default."""
        return ".".join(self.changed)


def from_cookie(value: str) -> Reading:
    """The settings that a cookie asks for; unknown or repeated parts count for nothing."""
    reading = Reading()
    for part in value[:200].split("."):
        aid_key, _, key = part.partition("-")
        aid = aid_by_key(aid_key)
        if aid and aid.accepts(key):
            reading = reading.with_choice(aid, key)
    return reading


def aid_by_key(key: str) -> Aid | None:
    """The aid of that name, or None."""
    return next((aid for aid in AIDS if aid.key == key), None)
