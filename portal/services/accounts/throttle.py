"""Throttling of sign-ins: counters in the database that every process shares.

`limits` keeps the rules and its fixed windows; this module gives it a storage over `Attempts` and
says which counters a try belongs to.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, timedelta
from ipaddress import ip_address, ip_network
from itertools import product
from math import ceil

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from peewee import EXCLUDED, Case

from portal.database import writing
from portal.errors import Throttled
from portal.models import Attempts
from portal.times import now

PAIR = RateLimitItemPerMinute(5, 15, "pair")
"""Tries for one account from one address."""
PLACE = RateLimitItemPerMinute(30, 15, "place")
"""Tries from one address for whatever account."""
ACCOUNT = RateLimitItemPerHour(30, 1, "account")
"""Tries for one account from wherever they come; browsers that are known do not feel it."""
KNOWN = RateLimitItemPerMinute(10, 15, "known")
"""Tries of a browser in which this person has signed in before."""


class Counters(Storage):
    """Counters over the table `Attempts`; each count is one statement, so none is lost."""

    STORAGE_SCHEME = ["portal"]

    @property
    def base_exceptions(self) -> type[Exception]:
        return ValueError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count, in a new window when the old one is over; the count after it."""
        at = now()
        is_over = Attempts.expires_at <= at
        with writing():
            found = (
                Attempts.insert(key=key, count=amount, expires_at=at + timedelta(seconds=expiry))
                .on_conflict(
                    conflict_target=[Attempts.key],
                    update={
                        "count": Case(
                            None, ((is_over, EXCLUDED.count),), Attempts.count + EXCLUDED.count
                        ),
                        "expires_at": Case(
                            None, ((is_over, EXCLUDED.expires_at),), Attempts.expires_at
                        ),
                    },
                )
                .returning(Attempts.count)
                .tuples()
                .execute()
            )
            count: int = next(iter(found))[0]
        return count

    def give_back(self, key: str) -> None:
        """Take one count back: the try was a good one."""
        with writing():
            Attempts.update(count=Attempts.count - 1).where(
                Attempts.key == key, Attempts.count > 0
            ).execute()

    def get(self, key: str) -> int:
        row = Attempts.get_or_none(Attempts.key == key, Attempts.expires_at > now())
        return row.count if row else 0

    def get_expiry(self, key: str) -> float:
        row = Attempts.get_or_none(Attempts.key == key)
        at = row.expires_at if row else now()
        return float(at.replace(tzinfo=UTC).timestamp())

    def check(self) -> bool:
        return Attempts.select().count() >= 0

    def reset(self) -> int:
        with writing():
            return int(Attempts.delete().execute())

    def clear(self, key: str) -> None:
        with writing():
            Attempts.delete().where(Attempts.key == key).execute()

    def prune(self) -> None:
        """Forget windows that are over."""
        with writing():
            Attempts.delete().where(Attempts.expires_at <= now()).execute()


_counters = Counters()
_limiter = FixedWindowRateLimiter(_counters)


@dataclass(frozen=True)
class Tries:
    """The tries that one try belongs to.

    `step` is what is tried, `who` the account, `browser` the mark of a known browser or empty.
    """

    step: str
    who: str
    address: str
    browser: str = ""

    def count(self) -> None:
        """Count one, before it is looked at; raises Throttled when there were too many.

        The first limit that is used up ends the counting, so that hammering from one place does
        not use up the wider limits.
        """
        for limit, keys in self._limits():
            if not _limiter.hit(limit, *keys):
                raise Throttled(_sentence(_limiter.get_window_stats(limit, *keys).reset_time))

    def succeeded(self) -> None:
        """Forget the tries of this person here, and take this one back where others count too."""
        first, *wider = self._limits()
        _limiter.clear(first[0], *first[1])
        for limit, keys in wider:
            _counters.give_back(limit.key_for(*keys))
        _counters.prune()

    def _limits(self) -> list[tuple[RateLimitItem, tuple[str, ...]]]:
        who, place = _bucket(self.who), _network(self.address)
        if self.browser:
            return [(KNOWN, (self.step, who, self.browser))]
        return [
            (PAIR, (self.step, who, place)),
            (PLACE, (self.step, place)),
            (ACCOUNT, (self.step, who)),
        ]


def forgive(who: str) -> None:
    """Forget the tries for an account, as after its password has been changed."""
    with writing():
        for step, limit in product(("password", "proof"), (PAIR, ACCOUNT, KNOWN)):
            start = f"{limit.namespace}/{step}/{_bucket(who)}/"
            Attempts.delete().where(Attempts.key.startswith(start)).execute()


def _bucket(who: str) -> str:
    """One of a million buckets: people type passwords where the name belongs, and a full hash
    would let them be found out."""
    return hashlib.sha256(who.encode("utf-8", "replace")).hexdigest()[:5]


def _network(address: str) -> str:
    """The address, or of IPv6 the network that one household or office has.

    A server that listens on both writes an IPv4 address as `::ffff:203.0.113.9`.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address[:64]
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, 64), strict=False))


def _sentence(until: float) -> str:
    minutes = max(1, ceil((until - now().replace(tzinfo=UTC).timestamp()) / 60))
    return (
        f"试的次数太多了，请等 {minutes} 分钟再试。"
        "忘记了密码或者急着用，请找管理员要一个设置密码的链接。"
    )
