"""On the path of a test's process: mails that hang or kill whoever reads them, and a program that is quicker to lose patience.

Real mails do this by a fault in a C library, which no test can order.
"""

import os
import signal
import time
from pathlib import Path

from pipeline import derive, reading, workers
from requisitions.messages import Message, Problem, RawMessage

_read = reading._parsed


def _kill_the_program() -> None:
    program = os.getppid()
    # whoever adopts an orphan is none of ours
    if b"reqdrift" in Path(f"/proc/{program}/cmdline").read_bytes():
        os.kill(program, signal.SIGKILL)
    time.sleep(1)


def _poisoned(raw: RawMessage) -> Message | Problem:
    if b"X-Test: hang" in raw.content:
        time.sleep(600)
    if b"X-Test: die" in raw.content:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"X-Test: kill the program" in raw.content:
        _kill_the_program()
    if b"X-Test: fill" in raw.content:
        bytearray(1 << 36)
    return _read(raw)


reading._parsed = _poisoned
workers.Limits.__init__.__defaults__ = (float(os.environ.get("TEST_SECONDS", "30")), 2 << 30)
derive.AT_ONCE = int(os.environ.get("TEST_AT_ONCE", derive.AT_ONCE))
derive.PUBLISH_EVERY = int(os.environ.get("TEST_PUBLISH_EVERY", derive.PUBLISH_EVERY))
