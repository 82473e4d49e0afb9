"""Requests to stop."""

import os
import signal

import pytest

from pipeline.stopping import Stop, Stopped


def test_nobody_asked_nothing_happens() -> None:
    Stop().check()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_is_a_request_that_the_next_check_grants(number: signal.Signals) -> None:
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}
    stop = Stop()
    stop.listen()
    try:
        os.kill(os.getpid(), number)
        with pytest.raises(Stopped, match=f"stopped by {number.name}"):
            stop.check()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), number)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
