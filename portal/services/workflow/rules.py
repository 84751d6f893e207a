"""The one table of moves: from which state, by which role, to which state."""

from dataclasses import dataclass

from portal import kinds
from portal.errors import Forbidden, Overtaken, PortalError
from portal.queries.work import Hands, Work
from portal.roles import EDITOR, NAMES, PUBLISHER, REVIEWER, Actor

STATES = {
    "": "空白",
    "draft": "草稿",
    "submitted": "待审核",
    "reviewed": "待复审",
    "approved": "待签发",
    "scheduled": "定时待发",
    "live": "已发布",
    "returned": "已退回",
    "past": "旧版本",
    "sealed": "文字已销毁",
}
"""States of a revision in the words of the screen."""
ARTICLE_STATES = {"draft": "未发布", "live": "已发布", "withdrawn": "已撤下"}
MOVES = {
    "submit": "送审",
    "take-back": "撤回送审",
    "return": "退回",
    "review": "一审通过",
    "confirm": "确认隐名处理",
    "approve": "审核通过",
    "publish": "发布",
    "schedule": "定时发布",
    "unschedule": "取消定时",
    "withdraw": "撤下",
    "pin": "置顶",
    "unpin": "取消置顶",
    "take-over": "接手编辑",
    "write": "编辑",
    "delete": "删除草稿",
    "move": "移到其他栏目",
}
STEPS = {**MOVES, "lent": "写的旧版本被恢复"}
"""What may stand in an article's story: the moves, and what happened to somebody's words."""


@dataclass(frozen=True)
class Rule:
    """One allowed move.

    `states` are those of the newest revision, `of` those of the article (empty: any). `own` moves
    are for people with a hand in the article; `judging` ones, where a section has more than one
    step, for people who neither wrote the revision nor judged it already. `confirming` ones are for
    legal documents, and always for people who wrote nothing in the revision; one that `becomes`
    nothing leaves the state as it is.
    """

    move: str
    roles: tuple[str, ...]
    states: tuple[str, ...] = ()
    becomes: str = ""
    steps: tuple[int, ...] = (1, 2, 3)
    of: tuple[str, ...] = ()
    own: bool = False
    judging: bool = False
    confirming: bool = False


_WRITABLE = ("", "draft", "returned", "live", "past")
_ON_THE_WAY = ("submitted", "reviewed", "approved")
_CONFIRMED = ("approve", "publish", "schedule")
"""Moves that a legal document may not take before its anonymising is confirmed."""

TABLE = (
    Rule("write", (EDITOR,), _WRITABLE, "draft", own=True),
    Rule("take-over", (EDITOR,)),
    Rule("delete", (EDITOR,), ("", "draft", "returned"), of=("draft",), own=True),
    Rule("submit", (EDITOR,), ("draft", "returned"), "submitted", own=True),
    Rule("take-back", (EDITOR,), ("submitted",), "draft", own=True),
    # A section may ask for fewer steps than when a revision set out, so each number of steps has a
    # way on from every state.
    Rule("return", (PUBLISHER, REVIEWER), _ON_THE_WAY, "returned", steps=(1,)),
    Rule("return", (REVIEWER,), ("submitted", "reviewed"), "returned", steps=(2, 3)),
    Rule("return", (REVIEWER, PUBLISHER), ("approved",), "returned", steps=(2, 3)),
    Rule("confirm", (REVIEWER, PUBLISHER), ("draft", *_ON_THE_WAY), confirming=True),
    Rule("approve", (REVIEWER,), ("submitted", "reviewed"), "approved", steps=(2,), judging=True),
    Rule("review", (REVIEWER,), ("submitted",), "reviewed", steps=(3,), judging=True),
    Rule("approve", (REVIEWER,), ("reviewed",), "approved", steps=(3,), judging=True),
    # In one step a publisher needs no submitting for what is their own; a colleague's draft is not
    # ready until the colleague says so.
    Rule("publish", (PUBLISHER,), ("draft",), "live", steps=(1,), own=True),
    Rule("schedule", (PUBLISHER,), ("draft",), "scheduled", steps=(1,), own=True),
    Rule("publish", (PUBLISHER,), ("submitted", "reviewed"), "live", steps=(1,)),
    Rule("schedule", (PUBLISHER,), ("submitted", "reviewed"), "scheduled", steps=(1,)),
    Rule("publish", (PUBLISHER,), ("approved", "scheduled"), "live", judging=True),
    Rule("schedule", (PUBLISHER,), ("approved",), "scheduled", judging=True),
    Rule("unschedule", (PUBLISHER,), ("scheduled",), "approved"),
    Rule("withdraw", (PUBLISHER,), of=("live",)),
    Rule("pin", (PUBLISHER,), of=("live",)),
    Rule("unpin", (PUBLISHER,), of=("live",)),
    Rule("move", (PUBLISHER,), of=("live", "withdrawn")),
    Rule("move", (EDITOR,), _WRITABLE, of=("draft",), own=True),
)


_UNCONFIRMED = (
    "这是法律文书，还没有人确认这一版的隐名处理。请没有写过这一版的审核或签发同事先看一遍并确认，"
    "只有一步审核的栏目也是这样；确认以后又改过，要重新确认。"
)


def find(move: str, work: Work, hands: Hands, by: Actor) -> Rule:
    """The rule under which a move is allowed; otherwise raises with the reason in words."""
    fitting = [rule for rule in TABLE if rule.move == move and _fits(rule, work)]
    refusals = [_refusal(rule, work, hands, by) for rule in fitting]
    for rule, refusal in zip(fitting, refusals, strict=True):
        if refusal is None:
            return rule
    if refusals and refusals[-1]:
        raise refusals[-1]
    raise Overtaken(_wrong_state(move, work))


def allowed(work: Work, hands: Hands, by: Actor) -> list[str]:
    """The moves that this person may take now, in the order of the table."""
    found = [
        rule.move for rule in TABLE if _fits(rule, work) and _refusal(rule, work, hands, by) is None
    ]
    return list(dict.fromkeys(found))


def _fits(rule: Rule, work: Work) -> bool:
    return (
        work.steps in rule.steps
        and (not rule.states or work.revision_state in rule.states)
        and (not rule.of or work.state in rule.of)
        and (not rule.confirming or kinds.by_key(work.kind).anonymised)
    )


def _refusal(rule: Rule, work: Work, hands: Hands, by: Actor) -> PortalError | None:
    name = MOVES[rule.move]
    if not by.may(*rule.roles):
        wanted = "、".join(NAMES[role] for role in rule.roles)
        return Forbidden(f"“{name}”需要“{wanted}”角色。请找有这个角色的同事来做。")
    if rule.move in _CONFIRMED and kinds.by_key(work.kind).anonymised and not hands.confirmed:
        return Forbidden(_UNCONFIRMED)
    if by.id is None:
        return None
    if rule.own and hands.own and by.id not in hands.own:
        return Forbidden("这篇文章由别的同事负责。需要由您来改，请先点“接手编辑”。")
    if rule.confirming:
        return _unconfirming(hands, by.id)
    if rule.judging and work.steps > 1:
        return _biased(name, hands, by.id)
    return None


def _unconfirming(hands: Hands, person: int) -> PortalError | None:
    if person in hands.writers:
        return Forbidden("这一版里有您写的内容。隐名处理是否干净，要由另一位同事来确认。")
    return Overtaken("这一版的隐名处理已经确认过了。") if hands.confirmed else None


def _biased(name: str, hands: Hands, person: int) -> PortalError | None:
    if person in hands.writers:
        return Forbidden(f"这一版里有您写的内容，“{name}”要由别的同事来做。")
    if person in hands.judges:
        return Forbidden(f"这一版您已经经手过一步，“{name}”要由别的同事来做。")
    return None


def _wrong_state(move: str, work: Work) -> str:
    now = STATES[work.revision_state]
    if work.state == "withdrawn":
        now = f"{now}（文章已撤下）"
    return f"这篇文章现在是“{now}”，不能“{MOVES[move]}”。可能同事刚刚处理过，请看看最新的情况。"
