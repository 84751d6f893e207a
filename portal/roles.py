"""Roles of staff (角色) and the actor: who does something, and from where."""

from dataclasses import dataclass, field

EDITOR, REVIEWER, PUBLISHER, ADMIN, AUDITOR = ROLES = (
    "editor",
    "reviewer",
    "publisher",
    "admin",
    "auditor",
)
NAMES = {
    EDITOR: "编辑",
    REVIEWER: "审核",
    PUBLISHER: "签发",
    ADMIN: "管理员",
    AUDITOR: "审计",
}
DUTIES = {
    EDITOR: "写文章、传图片，送审",
    REVIEWER: "看送审的文章，通过或退回",
    PUBLISHER: "发布、定时发布、撤下文章",
    ADMIN: "管理人员、栏目、链接和站点设置",
    AUDITOR: "只查看操作日志",
}


@dataclass(frozen=True)
class Actor:
    """Who acts: a person of the desk, or, with no id, a command or the clock.

    `address` is the network address that the act came from, or what else the journal should say
    of its place.
    """

    id: int | None
    name: str
    roles: frozenset[str] = field(default_factory=frozenset)
    address: str = ""

    def may(self, *roles: str) -> bool:
        """Whether the actor holds one of the roles; a command may do everything."""
        return self.id is None or not self.roles.isdisjoint(roles)


COMMAND = Actor(None, "命令行", address="服务器")
CLOCK = Actor(None, "定时", address="服务器")
