"""Passwords: what may be chosen, how they are stored, and that a no takes as long as a yes."""

import importlib.util
import time

import pytest
from argon2 import PasswordHasher, extract_parameters

from portal.errors import Refused
from portal.models import Person
from portal.roles import COMMAND
from portal.services.accounts import password_changes, passwords, signing_in
from portal.services.accounts.browser import Browser
from portal.services.accounts.common_passwords import COMMON
from portal.settings import Settings
from tests import make

GOOD = "骑马过桥 看见-7只白鹭"
HERE = Browser("203.0.113.9", "test")


def fresh_module():
    """The module as it starts, without the small parameters of the tests."""
    spec = importlib.util.spec_from_file_location("fresh", passwords.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_parameters() -> None:
    found = extract_parameters(fresh_module().hashed(GOOD))

    assert (found.type.name, found.memory_cost) == ("ID", 19 * 1024)
    assert (found.time_cost, found.parallelism) == (2, 1)


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "correct horse battery staple",
        "   blanks   around   ",
        "'; DROP TABLE person; --",
        "\0nul\0inside\0",
        "密码密码密码密码密码很长",
        "👩‍⚖️⚖️🏛️🔐📎🖇️ emoji",
        "x9" * 100,
    ],
)
def test_any_characters(password: str) -> None:
    passwords.check(password, "lihua", "李华", "示例市人民检察院")

    stored = passwords.hashed(password)
    assert passwords.matches(stored, password)
    assert not passwords.matches(stored, password[:-1])


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("", "太短"),
        ("a" * 9, "太短"),
        ("ab" * 101, "太长"),
        ("1234567890", "太常见"),
        ("QwertyUIOP", "太常见"),
        ("ｐａｓｓｗｏｒｄ123", "太常见"),
        ("哈哈哈哈哈哈哈哈哈哈", "太常见"),
        ("lihua.procurator", "不能只是"),
        ("Lihua.Procurator2026", "不能只是"),
        ("李华检察官同志李华检察官", "不能只是"),
        ("示例市人民检察院2026", "不能只是"),
    ],
)
def test_refused(password: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        passwords.check(
            password, "lihua.procurator", "李华检察官同志李华检察官", "示例市人民检察院"
        )
    assert refused.value.field == "password"


def test_own_list_is_worth_its_place() -> None:
    assert len(COMMON) >= 100
    assert not [
        each for each in COMMON if len(each) < passwords.SHORTEST or each != each.casefold()
    ]


def test_wide_and_narrow_characters_are_the_same() -> None:
    assert passwords.matches(passwords.hashed("abcdefghij-2026"), "ａｂｃｄｅｆｇｈｉｊ－２０２６")


@pytest.mark.parametrize("stored", ["", "no hash at all", "$argon2id$v=19$m=8,t=1,p=1$x$y"])
def test_nothing_fits_what_is_no_hash(stored: str) -> None:
    assert not passwords.matches(stored, "nobody has this password")


def test_huge_password_is_refused_unread() -> None:
    stored, huge = passwords.hashed(GOOD), "x" * 10_000_000
    start = time.perf_counter()

    assert not passwords.matches(stored, huge)
    assert time.perf_counter() - start < 0.01


def test_unknown_names_take_as_long(store: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(3, 32 * 1024, 1))
    person = make.person("editor")
    password_changes.set_password(person, GOOD, by=COMMAND)
    no_password = make.person("reviewer")

    def seconds(name: str) -> float:
        start = time.perf_counter()
        with pytest.raises(Refused):
            signing_in.check_password(name, "wrong password", HERE)
        return time.perf_counter() - start

    names = (person.name, no_password.name, "nobody-here", "no name at all!")
    seconds("warm-up")
    taken = {name: min(seconds(name) for _ in range(3)) for name in names}
    assert max(taken.values()) < 2 * min(taken.values()), taken


def test_old_hashes_are_renewed(store: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    person = make.person("editor")
    password_changes.set_password(person, GOOD, by=COMMAND)
    before = Person.get_by_id(person.id)
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(2, 16, 1))

    signing_in.check_password(person.name, GOOD, HERE)

    after = Person.get_by_id(person.id)
    assert extract_parameters(after.password).memory_cost == 16
    assert after.password_changed_at == before.password_changed_at
    signing_in.check_password(person.name, GOOD, HERE)
    assert Person.get_by_id(person.id).password == after.password
