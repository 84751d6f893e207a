"""`portal user`: people of the desk, from the command line."""

import sys

import click

from portal.cli.start import open_ready
from portal.errors import Refused
from portal.queries import accounts
from portal.roles import COMMAND, DUTIES, NAMES
from portal.services.accounts import invitations, password_changes, people
from portal.times import minute

PASSWORD = click.option("--password-stdin", is_flag=True, help="从标准输入读一行，作为密码")


@click.group()
def user() -> None:
    """管理采编台的人员：添加、改角色、重设密码、停用。"""


@user.command()
@click.argument("name")
@click.option("--role", "roles", multiple=True, required=True, help="角色，可以写几次")
@click.option("--display", default="", help="姓名；不写就用登录名")
@PASSWORD
def create(name: str, roles: tuple[str, ...], display: str, password_stdin: bool) -> None:
    """添加登录名为 NAME 的人员；不给密码时，打印设置密码的一次性链接。"""
    settings, _ = open_ready()
    password = _typed() if password_stdin else ""
    person = people.add_person(name, display, roles, by=COMMAND, password=password)
    click.echo(f"已添加“{person.display}”，登录名 {person.name}，角色：{_words(person.roles)}。")
    if not password:
        _print_link(settings.address, person.name)


@user.command("list")
def list_people() -> None:
    """列出所有人员。"""
    open_ready()
    lines = accounts.people()
    for each in lines:
        last = minute(each.signed_in_at) if each.signed_in_at else "没有登录过"
        state = "可以登录" if each.has_password else "还没有设置密码"
        facts = [
            each.login,
            each.display,
            _words(",".join(each.roles)),
            state if each.active else "已停用",
            f"两步验证{'已开启' if each.has_two_step else '未开启'}",
            f"最近登录：{last}",
        ]
        click.echo("\t".join(facts))
    if not lines:
        click.echo("还没有人员。用 portal user create 添加。")


@user.command()
@click.argument("name")
@PASSWORD
def password(name: str, password_stdin: bool) -> None:
    """重设 NAME 的密码；不给密码时，打印设置密码的一次性链接。"""
    settings, _ = open_ready()
    person = people.named(name)
    if not password_stdin:
        _print_link(settings.address, person.name)
        return
    password_changes.set_password(person, _typed(), by=COMMAND)
    click.echo(f"“{person.display}”的密码已经改好，以前的登录都已结束。")


@user.command()
@click.argument("name", required=False)
@click.option("--role", "wanted", multiple=True, help="改成这个角色，可以写几次")
def roles(name: str | None, wanted: tuple[str, ...]) -> None:
    """查看或修改 NAME 的角色；不写 NAME 时，列出有哪些角色。"""
    open_ready()
    if name is None:
        for role, word in NAMES.items():
            click.echo(f"{role}\t{word}\t{DUTIES[role]}")
        return
    person = people.named(name)
    if wanted:
        person = people.set_roles(person.id, wanted, by=COMMAND)
    click.echo(f"“{person.display}”的角色：{_words(person.roles) or '没有'}。")


@user.command()
@click.argument("name")
def disable(name: str) -> None:
    """停用 NAME：各处的登录马上结束，也不能再登录。"""
    open_ready()
    person = people.set_active(people.named(name).id, False, by=COMMAND)
    click.echo(f"“{person.display}”已经停用，各处的登录都已结束。")


@user.command()
@click.argument("name")
def enable(name: str) -> None:
    """重新启用 NAME。"""
    open_ready()
    person = people.set_active(people.named(name).id, True, by=COMMAND)
    click.echo(f"“{person.display}”已经启用。")


def _print_link(address: str, name: str) -> None:
    token = invitations.invite(people.named(name), by=COMMAND)
    hours = int(invitations.LASTS.total_seconds() // 3600)
    click.echo(f"请把下面的链接交给本人，用来设置密码（{hours} 小时内有效，只能用一次）：")
    click.echo(address + invitations.path(token))


def _typed() -> str:
    """The password on standard input: one line, without its end."""
    try:
        line = sys.stdin.buffer.readline().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused("标准输入里的密码不是 UTF-8 文字，请检查后重试。") from error
    typed = line.rstrip("\r\n")
    if not typed:
        raise Refused("标准输入里没有密码。请把密码作为一行送进来，例如用 printf。")
    return typed


def _words(roles: str) -> str:
    return "、".join(word for role, word in NAMES.items() if role in roles.split(","))


COMMANDS = (user,)
