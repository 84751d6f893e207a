"""People, their sign-ins, links and second steps: what is allowed, what ends, what is written."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pyotp
import pytest

from portal import database, times
from portal.errors import Missing, Refused
from portal.models import Entry, Invitation, Person, RecoveryCode, SignIn
from portal.queries import accounts
from portal.roles import COMMAND, Actor
from portal.services import demo, site
from portal.services.accounts import (
    first_admin,
    invitations,
    password_changes,
    people,
    sessions,
    signing_in,
    two_step,
)
from portal.services.accounts.browser import Browser
from portal.services.accounts.facts import Facts, facts_of
from portal.settings import Settings
from tests import make

PASSWORD, OTHER = "七只白鹭飞过南桥头去", "三条鲤鱼游到北塘里来"
HERE = Browser("203.0.113.9", "test")


def person(*roles: str, name: str = "") -> Person:
    made = make.person(*roles, name=name)
    password_changes.set_password(made, PASSWORD, by=COMMAND)
    return people.get(made.id)


def actor(of: Person) -> Actor:
    return sessions.as_actor(of, HERE.address)


def begin(of: Person) -> str:
    return signing_in.begin(of.id, HERE)


def is_alive(token: str) -> bool:
    return sessions.resume(token, HERE.address) is not None


def actions() -> list[str]:
    return [each.action for each in Entry.select().order_by(Entry.number)]


def change(of: Person, by: Actor = COMMAND, **facts) -> Person:
    return people.change_person(of.id, Facts(**{**vars(facts_of(of)), **facts}), by=by)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch):
    """Moves the clock of sign-ins, links and codes on."""
    start = times.now()

    def move(**by: float) -> None:
        for module in (sessions, invitations, signing_in, two_step):
            monkeypatch.setattr(module, "now", lambda: start + timedelta(**by))

    return move


@pytest.mark.parametrize("name", ["", "x", "李华", "a b", "-ab", "a" * 41, "a\0b", "a/b", "<b>"])
def test_names_that_cannot_be(store: Settings, name: str) -> None:
    with pytest.raises(Refused) as refused:
        people.add_person(name, "李华", ["editor"], by=COMMAND)
    assert refused.value.field == "name" and not Person.select().exists()


def test_names_are_stored_in_one_form(either: Settings) -> None:
    assert people.add_person(" Ｌi.Hua ", "李\u202e华\0", ["editor"], by=COMMAND).name == "li.hua"
    assert Person.get().display == "李华"
    with pytest.raises(Refused, match="已经有人用了"):
        people.add_person("LI.HUA", "", ["editor"], by=COMMAND)


def test_a_password_that_is_refused_adds_nobody(store: Settings) -> None:
    with pytest.raises(Refused, match="太短"):
        people.add_person("lihua", "李华", ["editor"], by=COMMAND, password="short")
    assert not Person.select().exists() and not Entry.select().exists()


def test_unknown_roles(store: Settings) -> None:
    with pytest.raises(Refused, match="没有这样的角色：boss.*editor（编辑）"):
        people.add_person("lihua", "", ["boss", "editor"], by=COMMAND)


def test_a_change_is_written_with_before_and_after(either: Settings) -> None:
    lihua = person("editor")
    by = actor(person("admin"))

    change(lihua, by, display="李小华", roles=("reviewer", "editor"))

    entry = Entry.select().order_by(Entry.number.desc()).first()
    assert (entry.action, entry.name, entry.address) == ("person-changed", by.name, HERE.address)
    assert entry.before == '{"display": "editor同志", "roles": ["editor"]}'
    assert entry.after == '{"display": "李小华", "roles": ["editor", "reviewer"]}'
    count = Entry.select().count()
    people.set_roles(lihua.id, ["editor", "reviewer"], by=by)
    assert Entry.select().count() == count, "what changes nothing is not written"


def test_disabling_ends_everything_at_once(either: Settings) -> None:
    lihua, other = person("editor"), person("reviewer")
    token, others = begin(lihua), begin(other)
    link = invitations.invite(lihua, by=COMMAND)

    people.set_active(lihua.id, False, by=COMMAND)

    assert not is_alive(token) and is_alive(others)
    with pytest.raises(Missing):
        invitations.whose(link)
    with pytest.raises(Refused, match="登录名或密码不对"):
        signing_in.check_password(lihua.name, PASSWORD, HERE)
    with pytest.raises(Refused, match="已经停用"):
        invitations.invite(lihua, by=COMMAND)
    people.set_active(lihua.id, True, by=COMMAND)
    assert signing_in.check_password(lihua.name, PASSWORD, HERE).id == lihua.id


def test_roles_count_from_the_next_request(store: Settings) -> None:
    lihua = person("editor")
    token = begin(lihua)
    people.set_roles(lihua.id, ["auditor"], by=COMMAND)

    assert sessions.resume(token, "").actor.roles == {"auditor"}


def test_the_last_administrator_stays(either: Settings) -> None:
    boss = person("admin")
    make.person("admin", name="invited")  # has no password: cannot sign in

    for facts in ({"active": False}, {"roles": ("editor",)}):
        with pytest.raises(Refused, match="最后一位能登录的管理员"):
            change(boss, **facts)
    second = person("admin", name="second")
    change(boss, roles=("editor",))
    with pytest.raises(Refused, match="最后一位"):
        change(second, active=False)


def test_nobody_disables_themselves(store: Settings) -> None:
    boss, _ = person("admin"), person("admin", name="second")

    with pytest.raises(Refused, match="不能停用自己"):
        change(boss, actor(boss), active=False)


def test_two_administrators_cannot_disable_each_other(either: Settings) -> None:
    one, two = person("admin", name="one"), person("admin", name="two")
    database.close()

    def disable(of: int) -> bool:
        try:
            people.set_active(of, False, by=COMMAND)
        except Refused:
            return False
        finally:
            database.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(disable, [one.id, two.id])) == [False, True]
    assert Person.select().where(Person.active).count() == 1


def test_sign_ins_end_idle_and_in_the_end(store: Settings, at) -> None:
    token = begin(person("editor"))

    at(minutes=29)
    assert is_alive(token)
    at(minutes=58)
    assert is_alive(token)
    at(minutes=89)
    assert not is_alive(token)


def test_a_sign_in_in_use_ends_after_twelve_hours(store: Settings, at) -> None:
    token = begin(person("editor"))
    for half_hours in range(1, 25):
        assert is_alive(token), half_hours
        at(minutes=29 * half_hours)
    at(hours=12, seconds=1)
    assert not is_alive(token)


def test_what_the_page_asks_by_itself_is_no_sign_of_life(store: Settings, at) -> None:
    token = begin(person("editor"))
    for minute in range(1, 30):
        at(minutes=minute)
        assert sessions.resume(token, "", active=False)
    at(minutes=31)
    assert not is_alive(token)


def test_old_rows_are_removed(store: Settings, at) -> None:
    lihua = person("editor")
    begin(lihua)
    at(days=3)
    begin(lihua)

    assert SignIn.select().count() == 1


def test_only_hashes_are_stored(store: Settings) -> None:
    lihua = person("editor")
    token, link = begin(lihua), invitations.invite(lihua, by=COMMAND)

    assert SignIn.get().token != token and Invitation.get().token != link
    assert PASSWORD not in Person.get().password


def test_own_sign_ins_only(store: Settings) -> None:
    lihua, other = person("editor"), person("reviewer")
    begin(lihua)
    mine = sessions.living(lihua.id)[0].id

    sessions.revoke(mine, by=actor(other))
    assert sessions.living(lihua.id)
    sessions.revoke(mine, by=actor(lihua))
    assert not sessions.living(lihua.id) and actions()[-1] == "sign-in-revoked"


def test_changing_the_password_ends_every_other_sign_in(either: Settings) -> None:
    lihua = person("editor")
    tokens = [begin(lihua) for _ in range(3)]
    link = invitations.invite(lihua, by=COMMAND)
    keep = sessions.resume(tokens[0], "").id

    password_changes.change(lihua.id, PASSWORD, OTHER, HERE, by=actor(lihua), keep=keep)

    assert [is_alive(token) for token in tokens] == [True, False, False]
    assert signing_in.check_password(lihua.name, OTHER, HERE)
    with pytest.raises(Missing):
        invitations.whose(link)
    assert "password-changed" in actions()


def test_the_old_password_is_asked_for(store: Settings) -> None:
    lihua = person("editor")
    with pytest.raises(Refused) as refused:
        password_changes.change(lihua.id, OTHER, OTHER, HERE, by=actor(lihua), keep=0)
    assert refused.value.field == "password_now"


def test_failures_are_written_without_what_was_typed(store: Settings) -> None:
    lihua = person("editor")
    for name in (lihua.name, "my-password-by-mistake"):
        with pytest.raises(Refused):
            signing_in.check_password(name, "not it either", HERE)

    one, two = Entry.select().where(Entry.action == "sign-in-failed").order_by(Entry.number)
    assert (one.thing_id, one.thing_name, one.address) == (lihua.id, "editor同志", HERE.address)
    assert (two.thing_id, two.thing_name) == (None, "没有这个登录名")
    kept = [f"{e.name}{e.thing_name}{e.before}{e.after}" for e in Entry.select()]
    assert not [text for text in kept if "mistake" in text or "either" in text]


def test_a_link_works_once(either: Settings) -> None:
    lihua = make.person("editor")
    first = invitations.invite(lihua, by=COMMAND)
    second = invitations.invite(lihua, by=COMMAND)

    with pytest.raises(Missing, match="用过，或者过了期"):
        invitations.accept(first, PASSWORD, HERE)
    with pytest.raises(Refused, match="太短"):
        invitations.accept(second, "short", HERE)
    assert invitations.whose(second).login == lihua.name, "a refused password leaves it good"
    invitations.accept(second, PASSWORD, HERE)
    with pytest.raises(Missing):
        invitations.accept(second, OTHER, HERE)
    assert signing_in.check_password(lihua.name, PASSWORD, HERE)


def test_links_end(store: Settings, at) -> None:
    link = invitations.invite(make.person("editor"), by=COMMAND)
    at(hours=71, minutes=59)
    invitations.whose(link)
    at(hours=72, seconds=1)
    with pytest.raises(Missing):
        invitations.accept(link, PASSWORD, HERE)


def test_a_link_is_used_by_one_of_many(either: Settings) -> None:
    link = invitations.invite(make.person("editor"), by=COMMAND)
    database.close()

    def accept(n: int) -> bool:
        try:
            invitations.accept(link, f"{PASSWORD}{n}", HERE)
        except Missing:
            return False
        finally:
            database.close()
        return True

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(accept, range(6))).count(True) == 1
    assert actions().count("password-changed") == 1


def code_at(secret: str, **later: float) -> str:
    return pyotp.TOTP(secret).at(times.to_beijing(times.now() + timedelta(**later)))


def with_two_steps(at) -> tuple[Person, str, list[str]]:
    at()
    lihua, secret = person("editor"), two_step.new_secret()
    codes = two_step.turn_on(secret, code_at(secret), by=actor(lihua))
    return people.get(lihua.id), secret, codes


def test_a_code_works_once_and_in_its_time(either: Settings, at) -> None:
    lihua, secret, _ = with_two_steps(at)
    by = actor(lihua)

    assert not two_step.use(lihua, code_at(secret), by=by), "it was used to turn it on"
    assert two_step.use(lihua, code_at(secret, seconds=30), by=by), "a clock may be ahead"
    assert not two_step.use(lihua, code_at(secret, seconds=30), by=by)
    assert not two_step.use(lihua, code_at(secret), by=by), "older than the last one used"
    assert not two_step.use(lihua, code_at(secret, seconds=90), by=by)
    at(minutes=5)
    wide = code_at(secret, minutes=5).translate({ord(str(n)): 0xFF10 + n for n in range(10)})
    assert two_step.use(lihua, f" {wide[:3]} {wide[3:]} ", by=by)


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "1" * 100_000, "\0"])
def test_what_is_no_code(store: Settings, at, code: str) -> None:
    lihua, _, _ = with_two_steps(at)
    assert not two_step.use(lihua, code, by=actor(lihua))


def test_a_recovery_code_works_once(either: Settings, at) -> None:
    lihua, _, codes = with_two_steps(at)
    assert len(set(codes)) == 8 and accounts.recovery_codes_left(lihua.id) == 8

    assert two_step.use(lihua, codes[0].upper().replace("-", " "), by=actor(lihua))
    assert not two_step.use(lihua, codes[0], by=actor(lihua))
    assert accounts.recovery_codes_left(lihua.id) == 7
    assert "recovery-code-used" in actions()
    assert not [each.code for each in RecoveryCode.select() if each.code[:5] in str(codes)]


def test_one_code_many_times_at_once(either: Settings, at) -> None:
    lihua, secret, codes = with_two_steps(at)
    right = code_at(secret, seconds=30)
    database.close()

    def use(code: str) -> bool:
        try:
            return two_step.use(lihua, code, by=actor(lihua))
        finally:
            database.close()

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(use, [right] * 12)).count(True) == 1
        assert list(pool.map(use, [codes[1]] * 12)).count(True) == 1


def test_new_codes_end_the_old_ones(store: Settings, at) -> None:
    lihua, _, codes = with_two_steps(at)
    with pytest.raises(Refused):
        two_step.renew_codes(OTHER, HERE, by=actor(lihua))
    new = two_step.renew_codes(PASSWORD, HERE, by=actor(lihua))

    assert not two_step.use(lihua, codes[0], by=actor(lihua))
    assert two_step.use(lihua, new[0], by=actor(lihua))


def test_turning_it_off_takes_the_password(store: Settings, at) -> None:
    lihua, _, codes = with_two_steps(at)
    with pytest.raises(Refused, match="现在的密码不对"):
        two_step.turn_off(OTHER, HERE, by=actor(lihua))
    two_step.turn_off(PASSWORD, HERE, by=actor(lihua))

    gone = people.get(lihua.id)
    assert gone.totp == "" and not RecoveryCode.select().exists()
    assert not two_step.use(gone, codes[0], by=actor(lihua))
    assert actions()[-2:] == ["totp-on", "totp-off"]


def test_it_is_not_turned_on_twice(store: Settings, at) -> None:
    lihua, _, codes = with_two_steps(at)
    secret = two_step.new_secret()
    with pytest.raises(Refused, match="已经开启"):
        two_step.turn_on(secret, code_at(secret), by=actor(lihua))
    assert two_step.use(lihua, codes[0], by=actor(lihua))


def test_a_password_waits_five_minutes_for_its_code(store: Settings, at) -> None:
    lihua, _, codes = with_two_steps(at)
    since = times.now()
    at(minutes=4, seconds=50)
    signing_in.check_code(lihua.id, since, codes[0], HERE)
    at(minutes=5, seconds=5)
    with pytest.raises(signing_in.TooLate):
        signing_in.check_code(lihua.id, since, codes[1], HERE)


def test_a_changed_password_has_to_be_typed_again(store: Settings, at) -> None:
    lihua, _, codes = with_two_steps(at)
    earlier = times.now() - timedelta(minutes=1)
    with pytest.raises(signing_in.TooLate):
        signing_in.check_code(lihua.id, earlier, codes[0], HERE)


def test_the_way_in(store: Settings) -> None:
    first, second = first_admin.way_in(), first_admin.way_in()

    assert first.login == second.login == "admin"
    assert Person.get().roles == "admin"
    with pytest.raises(Missing):
        invitations.whose(first.path.rsplit("/", 1)[1])
    invitations.accept(second.path.rsplit("/", 1)[1], PASSWORD, HERE)
    assert first_admin.way_in() is None
    assert Person.select().count() == 1


def test_the_way_in_of_the_demo_office_may_try_everything(store: Settings) -> None:
    site.change_settings({"name": demo.office()})
    first_admin.way_in()

    assert Person.get().roles == "admin,auditor,editor,publisher,reviewer"


def test_the_way_in_when_the_name_is_taken(store: Settings) -> None:
    person("editor", name="admin")

    assert first_admin.way_in().login == "admin2"


def test_the_way_in_for_an_administrator_who_was_only_invited(store: Settings) -> None:
    make.person("admin", name="wang")

    assert first_admin.way_in().login == "wang"
