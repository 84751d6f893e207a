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
