"""Stopping on request: the batch at hand is finished, then the program ends with a sentence."""

import signal
from types import FrameType


class Stopped(Exception):  # noqa: N818 - a request, no error
    """Somebody asked the program to stop (SIGTERM, Ctrl-C)."""


class Stop:
    """Whether somebody asked us to stop."""

    def __init__(self) -> None:
        self._asked_by: str | None = None

    def listen(self) -> None:
        """Take SIGTERM and Ctrl-C as requests from now on; the second one interrupts at once."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._asked)

    def _asked(self, number: int, _: FrameType | None) -> None:
        if self._asked_by is not None:
            raise KeyboardInterrupt
        self._asked_by = signal.Signals(number).name

    def check(self) -> None:
        """Call between two batches.

        Raises:
            Stopped: somebody asked.
        """
        if self._asked_by is not None:
            raise Stopped(f"stopped by {self._asked_by}; what was finished is kept, the next run goes on from there")
