"""The stage: how large somebody is who stands at a given height on the sheet."""

from studio.looks import TALL


class Stage:
    """A floor seen by an eye that is `eye` adults high; the horizon lies at `horizon`."""

    def __init__(self, horizon: float, eye: float = 1.1) -> None:
        self.horizon, self.eye = horizon, eye

    def scale(self, y: float, size: float = 1) -> float:
        """The scale of a figure of `size` adults whose feet stand at y."""
        return size * (y - self.horizon) / (self.eye * TALL)
