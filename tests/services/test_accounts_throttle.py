"""Throttling: how many tries, for whom, shared by everybody who counts."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from portal import database, times
from portal.errors import Refused, Throttled
from portal.models import Attempts
from portal.roles import COMMAND
from portal.services.accounts import password_changes, signing_in, throttle
from portal.services.accounts.browser import Browser
from portal.services.accounts.throttle import Tries
from portal.settings import Settings
from tests import make

RIGHT, WRONG = "七只白鹭飞过南桥头去", "wrong password"
HERE = "203.0.113.9"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch):
    """Moves the clock on."""
    start = times.now()

    def move(**by: float) -> None:
        for module in (throttle, signing_in):
            monkeypatch.setattr(module, "now", lambda: start + timedelta(**by))

    return move


def person(*roles: str):
    made = make.person(*roles)
    password_changes.set_password(made, RIGHT, by=COMMAND)
    return made


def refused(name: str, browser: Browser) -> str:
    """What is said to a wrong password."""
    with pytest.raises((Refused, Throttled)) as error:
        signing_in.check_password(name, WRONG, browser)
    return type(error.value).__name__


def test_five_tries_then_a_wait(either: Settings, later) -> None:
    name = person("editor").name
    here = Browser(HERE)

    assert [refused(name, here) for _ in range(6)] == ["Refused"] * 5 + ["Throttled"]
    with pytest.raises(Throttled, match="请等 15 分钟再试.*找管理员"):
        signing_in.check_password(name, RIGHT, here)
    later(minutes=14, seconds=30)
    with pytest.raises(Throttled, match="请等 1 分钟再试"):
        signing_in.check_password(name, RIGHT, here)
    later(minutes=15, seconds=1)
    assert signing_in.check_password(name, RIGHT, here)


def test_a_success_clears_the_way(either: Settings) -> None:
    name = person("editor").name
    for _ in range(12):
        assert [refused(name, Browser(HERE)) for _ in range(2)] == ["Refused"] * 2
        assert signing_in.check_password(name, RIGHT, Browser(HERE))


def test_a_new_password_clears_the_way(either: Settings) -> None:
    lihua, other = person("editor"), person("reviewer")
    known = Browser(HERE, "", {lihua.id: "a mark"})
    here = Browser(HERE)
    for name, at, most in (("editor", here, 5), ("reviewer", here, 5), ("editor", known, 10)):
        for _ in range(most):
            with pytest.raises(Refused):
                signing_in.check_password(name, WRONG, at)
        with pytest.raises(Throttled):
            signing_in.check_password(name, RIGHT, at)

    password_changes.set_password(lihua, "三条鲤鱼游到北塘里来", by=COMMAND)

    for at in (here, known):
        assert signing_in.check_password("editor", "三条鲤鱼游到北塘里来", at).id == lihua.id
    with pytest.raises(Throttled):
        signing_in.check_password(other.name, RIGHT, here)


def test_many_colleagues_at_one_address(store: Settings) -> None:
    names = [person("editor").name] + [make.person("editor", name=f"p{n}").name for n in range(40)]
    for _ in range(40):
        assert signing_in.check_password(names[0], RIGHT, Browser(HERE))
    assert not Attempts.select().where(Attempts.count > 0, Attempts.key.contains("pair")).exists()


def test_one_address_and_many_names(store: Settings) -> None:
    said = [refused(f"guess-{n}", Browser(HERE)) for n in range(31)]

    assert said == ["Refused"] * 30 + ["Throttled"]
    assert refused("guess-99", Browser("203.0.113.10")) == "Refused"


def test_one_network_of_the_new_kind(store: Settings) -> None:
    said = [refused("lihua", Browser(f"2001:db8:1:2::{n:x}")) for n in range(1, 7)]

    assert said == ["Refused"] * 5 + ["Throttled"]
    assert refused("lihua", Browser("2001:db8:1:3::1")) == "Refused"


def test_an_old_address_in_the_new_way_of_writing(store: Settings) -> None:
    """A server that listens on both kinds shows every old address in one network of the new."""
    one, other = Tries("s", "a", "::ffff:203.0.113.9"), Tries("s", "a", "::ffff:203.0.113.10")
    for _ in range(5):
        one.count()

    other.count()
    with pytest.raises(Throttled):
        Tries("s", "a", "203.0.113.9").count()


def test_from_everywhere(store: Settings) -> None:
    """Strangers use up the account's own limit; its known browser does not feel it."""
    colleague = person("editor")
    said = [refused(colleague.name, Browser(f"198.51.100.{n}")) for n in range(31)]
    assert said == ["Refused"] * 30 + ["Throttled"]

    with pytest.raises(Throttled):
        signing_in.check_password(colleague.name, RIGHT, Browser("192.0.2.1"))
    known = Browser("192.0.2.1", known={colleague.id: "a mark"})
    assert signing_in.check_password(colleague.name, RIGHT, known)


def test_hammering_from_one_place_leaves_others_alone(store: Settings) -> None:
    colleague = person("editor")
    for _ in range(200):
        refused(colleague.name, Browser("198.51.100.1"))

    assert signing_in.check_password(colleague.name, RIGHT, Browser("192.0.2.1"))


def test_a_known_browser_has_its_own_limit(store: Settings) -> None:
    colleague = person("editor")
    known = Browser(HERE, known={colleague.id: "a mark"})

    assert [refused(colleague.name, known) for _ in range(11)] == ["Refused"] * 10 + ["Throttled"]
    other = Browser(HERE, known={colleague.id: "another mark"})
    assert signing_in.check_password(colleague.name, RIGHT, other)


def test_a_mark_is_good_for_its_person_only(store: Settings) -> None:
    one, two = person("editor"), person("reviewer")
    browser = Browser(HERE, known={one.id: "a mark"})

    assert [refused(two.name, browser) for _ in range(6)][-1] == "Throttled"


def test_names_that_nobody_has_count_alike(store: Settings) -> None:
    person("editor")
    for name in ("nobody-here", "看起来像一个密码!", "x\0y", "", "\ud800"):
        assert [refused(name, Browser(HERE)) for _ in range(6)][-1] == "Throttled", name
        Attempts.delete().execute()


def test_upper_case_is_the_same_account(store: Settings) -> None:
    name = person("editor").name

    assert signing_in.check_password(f" {name.upper()} ", RIGHT, Browser(HERE))
    said = [refused(each, Browser(HERE)) for each in (name, name.upper(), name.title()) * 2]
    assert said == ["Refused"] * 5 + ["Throttled"]


def test_what_was_typed_is_not_kept(store: Settings) -> None:
    refused("my-secret-password", Browser(HERE))

    keys = [each.key for each in Attempts.select()]
    assert keys and not [key for key in keys if "secret" in key]
    assert not [key for key in keys if re.search(r"[0-9a-f]{6}", key)]


def test_counters_that_are_over_are_removed(store: Settings, later) -> None:
    name = person("editor").name
    for n in range(20):
        refused(f"guess-{n}", Browser(HERE))
    later(hours=2)

    signing_in.check_password(name, RIGHT, Browser(HERE))

    assert Attempts.select().count() <= 2


def count_once(_: int) -> bool:
    try:
        Tries("password", "lihua", HERE).count()
    except Throttled:
        return False
    finally:
        database.close()
    return True


def test_tries_at_the_same_time(either: Settings) -> None:
    """Whoever hashes has been counted before: of many tries at once, five go through."""
    database.close()
    with ThreadPoolExecutor(8) as pool:
        let_through = list(pool.map(count_once, range(40)))

    assert let_through.count(True) == 5


def test_counting_is_quick(store: Settings) -> None:
    start = time.perf_counter()
    for n in range(100):
        try:
            Tries("password", f"p{n}", f"198.51.100.{n}").count()
        except Throttled:
            pytest.fail("these are different accounts and places")
    assert time.perf_counter() - start < 3
