"""What a run says of itself: ids and counts on standard error, never a mail's words or addresses."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[int], None]

LOGGER = logging.getLogger("reqdrift")


def on_terminal() -> bool:
    """Whether a person watches standard error."""
    return sys.stderr.isatty()


def configure(*, verbose: bool = False) -> None:
    """Send log lines to standard error: everything when asked, tidings on a terminal, else only what is wrong."""
    level = logging.DEBUG if verbose else logging.INFO if on_terminal() else logging.WARNING
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("reqdrift: %(message)s"))
    LOGGER.handlers = [handler]
    LOGGER.setLevel(level)
    LOGGER.propagate = False


@contextmanager
def stage(what: str, total: int | None = None) -> Iterator[Advance]:
    """Show how far a stage has come, on a terminal; call the given function with the number of things done."""
    if not on_terminal():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda done: progress.advance(task, done)
