"""The author's own words, a physical line at a time, each with the quoted question that it answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.folding import Folded
from extract.patterns import Pattern
from requisitions.messages import Message, Span, SpanKind

MAX_LINE = 1000
"""Characters of a line that patterns see (DECISIONS.md D17); the rest makes further lines."""
MAX_PIECES = 50
"""Such lines out of one line of the mail."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A physical line of own words."""

    folded: Folded
    start: int
    part: int
    question: str


def own_lines(message: Message, folded: Folded) -> Iterator[OwnLine | None]:
    """The lines of the author's own words; null where a line is blank or somebody else's."""
    listed = _marks_a_list(message)
    foreign = [
        span
        for span in message.spans
        if span.kind in (SpanKind.SIGNATURE, SpanKind.HEADER) or (span.kind is SpanKind.QUOTED and not listed)
    ]
    questions = [] if listed else [span for span in message.spans if span.kind is SpanKind.QUESTION]
    forwards = [span for span in message.spans if span.kind is SpanKind.FORWARDED]
    deleted = [span for span in message.spans if span.kind is SpanKind.DELETED]
    at = 0
    answered, asking = "", False
    for raw in folded.text.split("\n"):
        start, end = at, at + len(raw)
        at = end + 1
        if not raw.strip():
            yield None
            continue
        first = folded.starts[start + len(raw) - len(raw.lstrip())]
        last = folded.ends[end - 1]
        if questions and any(span.start <= first < span.end for span in questions):
            answered = f"{answered} {raw}".strip() if answered and asking else raw.strip()
            asking = True
            yield None
            continue
        if any(span.start <= first and last <= span.end for span in foreign):
            answered = ""
            yield None
            continue
        asking = False
        piece = _without(folded.cut(start, end), deleted)
        part = _innermost(forwards, first) if forwards else -1
        for first, last in _pieces(piece.text):
            yield OwnLine(piece.cut(first, last), start + first, part, answered)


_LISTED = Pattern(r"^[ \t]*>>[ \t]+\S")


def _marks_a_list(message: Message) -> bool:
    """Whether `>>` marks the items of a list: a first mail, without letterheads, in which nothing is quoted but such lines."""
    quoted = [span for span in message.spans if span.kind is SpanKind.QUOTED]
    if not quoted or message.in_reply_to or message.references or any(span.kind is SpanKind.HEADER for span in message.spans):
        return False
    lines = [line for span in quoted for line in message.text[span.start : span.end].splitlines() if line.strip()]
    return all(_LISTED.match(line) for line in lines)


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    """A line cut at sentence ends to what patterns may see; of a line that never ends a sentence only the beginning."""
    start = 0
    for _ in range(MAX_PIECES):
        if len(line) - start <= MAX_LINE:
            yield start, len(line)
            return
        end = max(line.rfind(stop, start, start + MAX_LINE) for stop in ("。", ". ", "! ", "? "))
        if end < 0:
            yield start, start + MAX_LINE
            return
        yield start, end + 1
        start = end + 1


def _innermost(forwards: Sequence[Span], at: int) -> int:
    inside = [i for i, span in enumerate(forwards) if span.start <= at < span.end]
    return max(inside, key=lambda i: forwards[i].start, default=-1)


def _without(piece: Folded, deleted: Sequence[Span]) -> Folded:
    """The line with struck words blanked."""
    if not deleted:
        return piece
    text = "".join(
        " " if any(span.start <= start < span.end for span in deleted) else char
        for char, start in zip(piece.text, piece.starts, strict=True)
    )
    return Folded(text, piece.starts, piece.ends)
