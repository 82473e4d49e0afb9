"""Named moments at which a test can have the program killed (DECISIONS.md D16)."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "REQDRIFT_CRASH_AT"
POINTS = ("after-fetch", "after-commit", "deriving", "before-rename", "after-rename", "writing-report")


def point(name: str) -> None:
    """Die here as if the power failed, where the environment names this point; else do nothing."""
    if os.environ.get(VARIABLE) == name:
        os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def before_rename(target: Path) -> Iterator[None]:
    """The point `before-rename`: whatever renames a file over `target` in the block dies with the rename undone."""
    if os.environ.get(VARIABLE) == "before-rename":

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            """Hear of every rename before it is done."""
            if event == "os.rename" and Path(str(arguments[1])) == target:
                point("before-rename")

        sys.addaudithook(hook)
    yield
