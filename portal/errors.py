"""Errors that carry a sentence for people: what is wrong and what to do next."""


class PortalError(Exception):
    """Base of every error whose message may be shown on a screen or in a terminal."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Misconfigured(PortalError):
    """The environment or the data folder does not allow the portal to run."""


class Missing(PortalError):
    """Nothing is published at the address asked for."""


class Gone(PortalError):
    """Something was published here and has been withdrawn; the sentence gives the reason."""


class Refused(PortalError):
    """What was handed in cannot be accepted; nothing was stored."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field
        """The name of the form field that is at fault, when it is one."""


class Forbidden(PortalError):
    """The person may not do this; the sentence says who may."""


class Overtaken(PortalError):
    """Somebody else was faster: what this act was based on is no longer the newest."""


class Throttled(PortalError):
    """Too many attempts; the sentence says how long to wait."""
