"""Passwords: argon2id hashes, and the few rules for choosing one."""

import unicodedata
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from portal.errors import Refused
from portal.services.accounts.common_passwords import COMMON

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""argon2id with 19 MiB and two passes; tests put a smaller one here."""
SHORTEST, LONGEST = 10, 200


def hashed(password: str) -> str:
    """The hash to store."""
    return HASHER.hash(_same(password))


def matches(stored: str, typed: str) -> bool:
    """Whether `typed` is the password; with nothing stored it takes as long to say no.

    What is longer than any password is refused unread.
    """
    if len(typed) > LONGEST:
        return False
    try:
        HASHER.verify(stored or _nobodys(HASHER), _same(typed))
    except (VerificationError, InvalidHashError):
        return False
    return bool(stored)


def is_outdated(stored: str) -> bool:
    """Whether the hash was made with other parameters than those in force."""
    return HASHER.check_needs_rehash(stored)


def check(password: str, *names: str) -> None:
    """Raise Refused when a new password is too short, too long, or among the first to be tried.

    `names` are those of the person and of the office. Any characters may stand in it.
    """
    if len(password) < SHORTEST:
        raise Refused(f"密码太短，请至少用 {SHORTEST} 个字符。用几个不相干的词最好记。", "password")
    if len(password) > LONGEST:
        raise Refused(f"密码太长，最多 {LONGEST} 个字符。", "password")
    folded = _folded(password)
    if folded in COMMON or len(set(folded)) == 1:
        raise Refused("这个密码太常见，很容易被猜到，请换一个。", "password")
    if folded.strip("0123456789") in {_folded(name) for name in names if name}:
        raise Refused("密码不能只是姓名、登录名或单位名称，请换一个。", "password")


def _same(password: str) -> bytes:
    """One form for what different keyboards send as the same characters."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=1)
def _nobodys(hasher: PasswordHasher) -> str:
    return hasher.hash("nobody has this password")
