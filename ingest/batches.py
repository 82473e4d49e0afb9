"""What a source hands to the archive, and what the archive tells a source (DECISIONS.md D9)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from requisitions.messages import Problem, RawMessage


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
