"""What is due, done by the requests that notice it: one tries at a time, and a failure is let rest."""

import logging
import threading
from datetime import datetime
from time import monotonic

from portal.services.workflow import due

REST_SECONDS = 5.0
"""How long nobody tries again after a failure: a full disk is not emptied by asking."""
PATIENCE_SECONDS = 1.0
"""How long others wait for whoever tries; readers then get what there is."""

log = logging.getLogger("portal")


class Overdue:
    """Remembers who tries, and when trying failed."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._begun = self._failed = float("-inf")

    def see_to(self, at: datetime) -> None:
        """Have everything done that is due by `at`; failures are logged, never raised."""
        left = self._begun + PATIENCE_SECONDS - monotonic()
        if not self._turn.acquire(timeout=max(0.0, left)):
            return
        try:
            if monotonic() - self._failed >= REST_SECONDS:
                self._try(at)
        finally:
            self._turn.release()

    def _try(self, at: datetime) -> None:
        self._begun = monotonic()
        try:
            due.carry_out(at)
        except Exception:  # whatever it is, readers get what there is
            self._failed = monotonic()
            log.exception("what was due could not be done")
