"""Running checks: levels, order, keys, and repairs that are refused."""

import re
from dataclasses import replace

import pytest

from portal.checks import ADVICE, CHECKS, STOP, repaired, run
from portal.errors import Refused
from tests.rooms.checked_drafts import draft, found, use, with_body


def test_a_sound_draft_gives_no_findings() -> None:
    assert run(draft()) == []


def test_every_check_has_a_key_of_its_own_a_level_and_a_sentence() -> None:
    assert len({check.key for check in CHECKS}) == len(CHECKS)
    for check in CHECKS:
        assert re.fullmatch("[a-z]+(-[a-z]+)+|[a-z]+", check.key)
        assert check.level in (STOP, ADVICE)
        assert check.why.endswith("。")


def test_the_list_names_stops_first() -> None:
    levels = [check.level for check in CHECKS]

    assert levels == sorted(levels, key=[STOP, ADVICE].index)


def test_findings_come_stops_first_then_in_reading_order() -> None:
    spoilt = with_body(
        "<p>提拱帮助。</p><p>请看<a href='/x'>这里</a>，提拱线索。</p>", title="", summary=""
    )

    assert [each.key for each in run(spoilt)] == [
        "title-missing:1",
        "link-words:1",
        "summary-missing:1",
        "confusion:1",
        "confusion:2",
    ]


def test_a_finding_names_the_block_and_words_that_stand_in_it() -> None:
    (finding,) = run(with_body("<ul><li>甲项</li><li>我们<strong>提</strong>拱帮助</li></ul>"))

    assert (finding.field, finding.block, finding.quote) == ("body", 1, "提拱")
    assert finding.level == ADVICE
    assert finding.sentence == "“提拱”多半是“提供”，请核对。"
    assert finding.repair == "改为“提供”"


def test_a_detail_and_a_use_are_fields_of_their_own() -> None:
    spoilt = draft(
        kind="pictures",
        details={"cause": "提拱伪证"},
        uses=(use("picture"), use("picture", text="提拱线索")),
    )

    assert [each.field for each in run(spoilt)] == ["details.cause", "picture"]


def test_the_second_of_two_findings_can_be_repaired_alone() -> None:
    spoilt = with_body("<p>提拱线索，提拱帮助。</p>")

    assert repaired(spoilt, "confusion:2").body.endswith("<p>提拱线索，提供帮助。</p>")


@pytest.mark.parametrize(
    "key", ["confusion:2", "confusion:0", "confusion", "title-missing:1", "", "no-check:1"]
)
def test_a_repair_that_no_longer_applies_is_refused(key: str) -> None:
    with pytest.raises(Refused, match="不在了"):
        repaired(with_body("<p>提拱线索。</p>"), key)


def test_a_finding_without_a_repair_cannot_be_repaired() -> None:
    with pytest.raises(Refused, match="不能自动修改"):
        repaired(draft(summary=""), "summary-missing:1")


def test_a_repair_changes_only_what_it_is_for() -> None:
    spoilt = draft(title="提拱线索", summary="提拱线索的办法。", details={"cause": "提拱"})

    after = repaired(spoilt, "confusion:2")

    assert after == replace(spoilt, summary="提供线索的办法。")


def test_words_in_media_uses_can_be_repaired() -> None:
    spoilt = draft(kind="pictures", uses=(use("picture"), use("picture", alt="提拱线索的人")))

    assert repaired(spoilt, "confusion:1").uses[1].alt == "提供线索的人"


def test_one_check_never_floods_the_list() -> None:
    assert len(found(with_body("<p>" + "提拱，" * 500 + "</p>"), "confusion")) == 100
