"""The whole table of moves: every state, move, role and number of steps, spelled out by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import pytest

from portal.errors import Forbidden, Overtaken
from portal.queries.work import Hands, Work
from portal.roles import COMMAND, ROLES, Actor
from portal.services.workflow import rules

# Who may do what to the newest revision: E editors with a hand in it, A any editor, R reviewers,
# P publishers; then the state it has afterwards. The article may be live or withdrawn besides.
ONE_STEP = """
            write    submit       take-back  return      review  approve  publish  schedule     unschedule
blank       E:draft  -            -          -           -       -        -        -            -
draft       E:draft  E:submitted  -          -           -       -        P:live   P:scheduled  -
submitted   -        -            E:draft    RP:returned -       -        P:live   P:scheduled  -
reviewed    -        -            -          RP:returned -       -        P:live   P:scheduled  -
approved    -        -            -          RP:returned -       -        P:live   P:scheduled  -
scheduled   -        -            -          -           -       -        P:live   -            P:approved
returned    E:draft  E:submitted  -          -           -       -        -        -            -
live        E:draft  -            -          -           -       -        -        -            -
past        E:draft  -            -          -           -       -        -        -            -
"""
TWO_STEPS = """
            write    submit       take-back  return      review  approve     publish  schedule     unschedule
blank       E:draft  -            -          -           -       -           -        -            -
draft       E:draft  E:submitted  -          -           -       -           -        -            -
submitted   -        -            E:draft    R:returned  -       R:approved  -        -            -
reviewed    -        -            -          R:returned  -       R:approved  -        -            -
approved    -        -            -          RP:returned -       -           P:live   P:scheduled  -
scheduled   -        -            -          -           -       -           P:live   -            P:approved
returned    E:draft  E:submitted  -          -           -       -           -        -            -
live        E:draft  -            -          -           -       -           -        -            -
past        E:draft  -            -          -           -       -           -        -            -
"""
THREE_STEPS = """
            write    submit       take-back  return      review      approve     publish  schedule     unschedule
blank       E:draft  -            -          -           -           -           -        -            -
draft       E:draft  E:submitted  -          -           -           -           -        -            -
submitted   -        -            E:draft    R:returned  R:reviewed  -           -        -            -
reviewed    -        -            -          R:returned  -           R:approved  -        -            -
approved    -        -            -          RP:returned -           -           P:live   P:scheduled  -
scheduled   -        -            -          -           -           -           P:live   -            P:approved
returned    E:draft  E:submitted  -          -           -           -           -        -            -
live        E:draft  -            -          -           -           -           -        -            -
past        E:draft  -            -          -           -           -           -        -            -
"""
# Who may do what to the article itself, by its own state and that of the newest revision.
WHOLE = """
                     take-over  delete  withdraw  pin  unpin  move
draft/blank          A          E       -         -    -      E
draft/draft          A          E       -         -    -      E
draft/submitted      A          -       -         -    -      -
draft/reviewed       A          -       -         -    -      -
draft/approved       A          -       -         -    -      -
draft/scheduled      A          -       -         -    -      -
draft/returned       A          E       -         -    -      E
live/live            A          -       P         P    P      P
live/draft           A          -       P         P    P      P
live/submitted       A          -       P         P    P      P
live/reviewed        A          -       P         P    P      P
live/approved        A          -       P         P    P      P
live/scheduled       A          -       P         P    P      P
live/returned        A          -       P         P    P      P
withdrawn/past       A          -       -         -    -      P
withdrawn/draft      A          -       -         -    -      P
withdrawn/submitted  A          -       -         -    -      P
withdrawn/reviewed   A          -       -         -    -      P
withdrawn/approved   A          -       -         -    -      P
withdrawn/scheduled  A          -       -         -    -      P
withdrawn/returned   A          -       -         -    -      P
"""
GRIDS = {1: ONE_STEP, 2: TWO_STEPS, 3: THREE_STEPS}
LETTERS = {"E": "editor", "A": "editor", "R": "reviewer", "P": "publisher"}
OWNER, STRANGER = 5, 6


def grid(words: str) -> dict[tuple[str, str], str]:
    """The cells of a table: (row, column) → what stands there."""
    head, *rest = words.strip().splitlines()
    columns = head.split()
    return {
        (row, column): cell
        for row, *cells in map(str.split, rest)
        for column, cell in zip(columns, cells, strict=True)
    }


@dataclass(frozen=True)
class Case:
    """One square of the whole table: who may take the move there, and what comes of it."""

    steps: int
    state: str
    revision: str
    move: str
    letters: str
    becomes: str

    @property
    def work(self) -> Work:
        of = "" if self.revision == "blank" else self.revision
        no = None
        return Work(
            7, self.state, 3, no, no, "", False, OWNER, 1, "news", "要闻", "news", self.steps,
            9, 2, of, "一篇文章", no,
        )  # fmt: skip


def cases() -> Iterator[Case]:
    whole = grid(WHOLE)
    places = dict.fromkeys(row.partition("/")[::2] for row, _ in whole)
    for steps, (state, revision) in product(GRIDS, places):
        for (row, move), cell in grid(GRIDS[steps]).items():
            if row == revision:
                letters, _, becomes = cell.partition(":")
                yield Case(steps, state, revision, move, letters.strip("-"), becomes)
        for (row, move), cell in whole.items():
            if row == f"{state}/{revision}":
                yield Case(steps, state, revision, move, cell.strip("-"), "")


CASES = list(cases())


def one(role: str, person: int) -> Actor:
    return Actor(person, "某人", frozenset({role}))


def may(case: Case, by: Actor, hands: Hands) -> bool:
    """What the rules say; the state that follows must be the one in the table."""
    try:
        rule = rules.find(case.move, case.work, hands, by)
    except (Forbidden, Overtaken):
        assert case.move not in rules.allowed(case.work, hands, by)
        return False
    assert case.move in rules.allowed(case.work, hands, by)
    assert not case.becomes or rule.becomes == case.becomes
    return True


def test_the_table_is_whole() -> None:
    assert {case.move for case in CASES} | {"confirm"} == set(rules.MOVES)
    assert {rule.move for rule in rules.TABLE} == set(rules.MOVES)
    assert len(CASES) == 3 * 21 * 15


LEGAL = [
    replace(case, letters="RP", move="confirm")
    for case in CASES
    if case.move == "write" and case.state == "draft"
]
"""Legal documents are confirmed by reviewers and publishers, in four of their states."""


@pytest.mark.parametrize("case", LEGAL)
def test_only_legal_documents_are_confirmed(case: Case) -> None:
    legal = replace(case.work, kind="documents")
    wrote = Hands(frozenset({OWNER}), frozenset({OWNER}), frozenset())
    open_ = case.revision in ("draft", "submitted", "reviewed", "approved")
    for role in ROLES:
        expected = open_ and role in ("reviewer", "publisher")
        assert ("confirm" in rules.allowed(legal, wrote, one(role, STRANGER))) == expected
        assert "confirm" not in rules.allowed(legal, wrote, one(role, OWNER))
        assert "confirm" not in rules.allowed(case.work, wrote, one(role, STRANGER))


@pytest.mark.parametrize("case", [each for each in CASES if each.move in ("approve", "publish")])
def test_legal_documents_wait_for_that(case: Case) -> None:
    legal = replace(case.work, kind="documents")
    hands = Hands(frozenset({OWNER}), frozenset(), frozenset())
    for role in ROLES:
        before = case.move in rules.allowed(case.work, hands, one(role, OWNER))
        confirmed = replace(hands, confirmed=True)
        assert case.move not in rules.allowed(legal, hands, one(role, OWNER))
        assert (case.move in rules.allowed(legal, confirmed, one(role, OWNER))) == before


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_owners(steps: int) -> None:
    """People with one role each, and a hand in the article as far as that role gives one."""
    hands = Hands(frozenset({OWNER}), frozenset(), frozenset())
    for case, role in product(CASES, ROLES):
        if case.steps == steps:
            expected = role in {LETTERS[letter] for letter in case.letters}
            assert may(case, one(role, OWNER), hands) == expected, (case, role)


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_strangers(steps: int) -> None:
    """Editors without a hand in it may only take it over, and nobody publishes their draft; the
    other roles are as before.
    """
    hands = Hands(frozenset({OWNER}), frozenset(), frozenset())
    for case, role in product(CASES, ROLES):
        if case.steps == steps:
            going_out = case.revision == "draft" and case.move in ("publish", "schedule")
            letters = "" if going_out else case.letters.replace("E", "")
            expected = role in {LETTERS[letter] for letter in letters}
            assert may(case, one(role, STRANGER), hands) == expected, (case, role)


def test_articles_that_nobody_began_are_open_to_every_editor() -> None:
    hands = Hands(frozenset(), frozenset(), frozenset())
    for case in CASES:
        expected = bool({"E", "A"} & set(case.letters))
        assert may(case, one("editor", STRANGER), hands) == expected, case


JUDGING = ("review", "approve", "publish", "schedule")


@pytest.mark.parametrize("steps", [1, 2, 3])
@pytest.mark.parametrize("what", ["wrote", "judged"])
def test_nobody_judges_twice_or_what_they_wrote(steps: int, what: str) -> None:
    me = frozenset({OWNER})
    wrote, judged = (me, frozenset()) if what == "wrote" else (frozenset(), me)
    hands = Hands(me, frozenset(wrote), frozenset(judged))
    for case, role in product(CASES, ROLES):
        if case.steps == steps:
            expected = role in {LETTERS[letter] for letter in case.letters}
            expected &= steps == 1 or case.move not in JUDGING
            assert may(case, one(role, OWNER), hands) == expected, (case, role)


def test_every_role_together_does_what_each_may() -> None:
    hands = Hands(frozenset({OWNER}), frozenset(), frozenset())
    everything = Actor(OWNER, "某人", frozenset(ROLES))
    for case in CASES:
        assert may(case, everything, hands) == bool(case.letters), case


def test_a_command_may_do_what_anybody_may() -> None:
    biased = Hands(frozenset({OWNER}), frozenset({OWNER}), frozenset({OWNER}))
    for case in CASES:
        assert may(case, COMMAND, biased) == bool(case.letters), case


def test_a_refusal_says_why() -> None:
    hands = Hands(frozenset({OWNER}), frozenset({OWNER}), frozenset({STRANGER}))
    nobody = Hands(frozenset(), frozenset(), frozenset())
    case = {(c.steps, c.state, c.revision, c.move): c for c in CASES}

    def said(where: tuple[int, str, str, str], role: str, person: int, of: Hands = hands) -> str:
        with pytest.raises((Forbidden, Overtaken)) as caught:
            rules.find(where[3], case[where].work, of, one(role, person))
        return caught.value.sentence

    approve, write = (2, "draft", "submitted", "approve"), (2, "draft", "draft", "write")
    assert said(approve, "editor", STRANGER) == (
        "“审核通过”需要“审核”角色。请找有这个角色的同事来做。"
    )
    assert "您写的内容" in said(approve, "reviewer", OWNER)
    assert "已经经手" in said(approve, "reviewer", STRANGER)
    assert "接手编辑" in said(write, "editor", STRANGER)
    assert "“草稿”" in said((2, "draft", "draft", "publish"), "publisher", STRANGER, nobody)
    assert "已撤下" in said((2, "withdrawn", "past", "withdraw"), "publisher", STRANGER)
    for each, role in product(CASES, ROLES):
        try:
            rules.find(each.move, each.work, hands, one(role, STRANGER))
        except (Forbidden, Overtaken) as error:
            assert error.sentence.endswith("。") and error.sentence.isascii() is False
