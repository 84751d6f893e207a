"""The generation (代): moved on inside the transaction of every public change."""

from portal.models import Generation


def advance() -> None:
    """Make every page rendered before this transaction an old one."""
    Generation.update(number=Generation.number + 1).execute()
