"""What a source hands to the archive, and what the archive tells a source (DECISIONS.md D9)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from ingest.limits import BATCH_BYTES, BATCH_MAILS
from requisitions.messages import Problem, RawMessage

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class SourceState:
    """What the archive knows of a source when a pull begins."""

    cursors: Mapping[str, str]
    """Cursor name → value, as archived with the batches of earlier pulls."""
    seen: Callable[[str], bool]
    """Whether a receipt of this source for that place is archived."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Mails and the cursor that they move: the archive stores both in one transaction, or neither."""

    messages: tuple[RawMessage, ...]
    cursor: tuple[str, str] | None
    """Name and new value, where the source keeps one."""
    problems: tuple[Problem, ...] = ()


class Source(Protocol):
    """A place that mails are pulled from."""

    @property
    def name(self) -> str:
        """Name of the `[[sources]]` entry."""
        ...

    def pull(self, state: SourceState) -> Iterator[Batch]:
        """Hand over what is new, in batches of bounded size; raise `MailboxError` once nothing more can be read."""
        ...


def in_batches(items: Iterable[Item], weigh: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Divide items into lists of bounded count and bytes; one that is heavier than a batch may be is alone in its list."""
    batch: list[Item] = []
    weight = 0
    for item in items:
        if batch and (len(batch) == BATCH_MAILS or weight + weigh(item) > BATCH_BYTES):
            yield batch
            batch, weight = [], 0
        batch.append(item)
        weight += weigh(item)
    if batch:
        yield batch
