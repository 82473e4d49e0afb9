"""What the archive does with a source's batches, as far as a source can tell."""

from dataclasses import dataclass, field

from ingest.batches import Batch, Source, SourceState
from requisitions.messages import Problem, RawMessage


@dataclass
class Shelf:
    """Keeps what pulls hand over: a batch's mails and its cursor together, as the archive does."""

    cursors: dict[str, str] = field(default_factory=dict)
    messages: list[RawMessage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)

    @property
    def state(self) -> SourceState:
        return SourceState(self.cursors, self._has)

    def pull(self, source: Source) -> list[bytes]:
        """Pull once and keep all; gives the contents that came."""
        before = len(self.messages)
        for batch in source.pull(self.state):
            self.keep(batch)
        return [message.content for message in self.messages[before:]]

    def keep(self, batch: Batch) -> None:
        self.batches.append(batch)
        self.messages += batch.messages
        self.problems += batch.problems
        if batch.cursor is not None:
            name, value = batch.cursor
            self.cursors[name] = value

    def _has(self, place: str) -> bool:
        return any(message.place == place for message in self.messages)


def mail(subject: str, *, date: str = "Mon, 23 Nov 2026 09:00:00 +0900", body: str = "Two testers wanted.") -> bytes:
    """Write a small mail as it travels, with CRLF."""
    lines = ["From: Hana Mori <mori@kitatech.example>", "To: sales@agency.example", f"Date: {date}", f"Subject: {subject}", "", body, ""]
    return "\r\n".join(lines).encode()
