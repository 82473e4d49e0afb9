"""Named moments at which a test can have the program killed (DECISIONS.md D16)."""

import os
import signal

VARIABLE = "REQDRIFT_CRASH_AT"
POINTS = ("after-fetch", "after-commit", "deriving", "before-rename", "after-rename", "writing-report")


def point(name: str) -> None:
    """Die here as if the power failed, where the environment names this point; else do nothing."""
    if os.environ.get(VARIABLE) == name:
        os.kill(os.getpid(), signal.SIGKILL)
