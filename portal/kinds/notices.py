"""通知公告类: dated notices that may expire; an expired one leaves the lists, not its address."""

from portal.kinds.base import Kind

NOTICES = Kind("notices", "通知公告", expires=True)
