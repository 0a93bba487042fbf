"""Whether the platform should send requests."""


class Readiness:
    """Turns false once, when the process is told to stop."""

    def __init__(self) -> None:
        """Begin ready."""
        self._ready = True

    @property
    def ready(self) -> bool:
        """Whether the platform should send requests."""
        return self._ready

    def end(self) -> None:
        """Have no more requests sent."""
        self._ready = False
