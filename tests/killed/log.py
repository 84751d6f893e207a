"""What somebody did to one article and was told of, and what the database has to hold then."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

Act = tuple[str, str]
"""What was done, and the wording that it was done with, where it has one."""


@dataclass(frozen=True)
class State:
    """What there is of an article: its state, its newest revision, what readers and a draft say."""

    article: str = "draft"
    revision: str = ""
    newest: str = ""
    live: str = ""
    draft: str = ""


def after(acts: Sequence[Act]) -> State:
    """The state that these acts lead to."""
    state = State()
    for act, wording in acts:
        state = replace(state, **_changed(state, act, wording))
    return state


def _changed(state: State, act: str, wording: str) -> dict[str, str]:
    becomes = {"submit": "submitted", "approve": "approved", "schedule": "scheduled"}
    if act == "save":
        return {"revision": "draft", "newest": wording, "draft": ""}
    if act == "keep":
        return {"draft": wording}
    if act == "publish":
        return {"article": "live", "revision": "live", "live": state.newest}
    if act == "withdraw":
        return {"article": "withdrawn", "revision": "past", "live": ""}
    return {"revision": becomes[act]} if act in becomes else {}


@dataclass
class Log:
    """One article: what was acknowledged, and the act whose answer never came, if any."""

    number: int
    done: list[Act] = field(default_factory=list)
    unsure: Act | None = None

    @property
    def has_revision(self) -> bool:
        """Whether it was saved."""
        return any(act == "save" for act, _ in self.done)

    @property
    def wordings(self) -> set[str]:
        """Every wording that was ever sent."""
        return {words for _, words in [*self.done, self.unsure or ("", "")] if words}

    def possible(self) -> list[tuple[State, list[str]]]:
        """Every state, with the acts on record, that keeps what was promised."""
        courses = [self.done, [*self.done, self.unsure]] if self.unsure else [self.done]
        return [(after(acts), [act for act, _ in acts if act != "keep"]) for acts in courses]


@dataclass
class Ledger:
    """Everything that one person at work was told."""

    articles: list[Log] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    """Numbers of media in the library."""
    lost_beginnings: int = 0
    """Articles that may have been begun without anybody hearing their number."""
