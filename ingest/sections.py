"""A mail's lines cut at their letterheads: own words, forwarded mails, quoted history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

import re2

from ingest.addresses import NOBODY
from ingest.letterheads import Letterhead, letterhead_at
from ingest.lines import Line
from ingest.marks import Marks
from ingest.subjects import is_forward, is_reply
from requisitions.messages import Address, SpanKind

COVERING_LINES = 40
"""Lines of a covering note that are looked at."""
_FORWARDING = re2.compile(r"(?i)転送|\bforward(?:ed|ing)?\b|\bfwd\b|\bfyi\b")
_UNKNOWN_HEADERS = 8


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the headers of a mail say that helps to read its text."""

    subject: str = ""
    author: Address = NOBODY
    is_threaded: bool = False
    """Has In-Reply-To or References."""
    zone: tzinfo | None = None
    """The mail's own offset, for dates inside the text that name none."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines below one letterhead, or above the first."""

    kind: SpanKind | None
    """FORWARDED, QUOTED, or null for the author's own."""
    first: int
    """Line number."""
    depth: int
    """How deep its own lines are quoted: more is history."""
    head: Letterhead | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """All sections of a mail in order, and every letterhead, those inside quoted history too."""

    sections: tuple[Section, ...]
    heads: tuple[Letterhead, ...]

    def last(self, number: int, lines: int) -> int:
        """The line behind a section's last, in a text of so many lines."""
        if number + 1 == len(self.sections):
            return lines
        following = self.sections[number + 1]
        return following.head.first if following.head else following.first


def cut_sections(lines: Sequence[Line], marks: Marks, envelope: Envelope) -> Cut:
    """Cut lines into sections, with the help of what an HTML page says about them."""
    return _Cutter(lines, marks, envelope).cut()


class _Cutter:
    """One pass from the first line to the last."""

    def __init__(self, lines: Sequence[Line], marks: Marks, envelope: Envelope) -> None:
        self._lines = lines
        self._history = frozenset(marks.history)
        self._letterheads = dict(marks.letterheads)
        self._envelope = envelope
        self._sections = [Section(None, 0, 0)]

    @property
    def _now(self) -> Section:
        return self._sections[-1]

    def cut(self) -> Cut:
        """Go through all lines once."""
        heads: list[Letterhead] = []
        at = 0
        while at < len(self._lines):
            if self._lines[at].words and self._lines[at].depth < self._now.depth:
                # Below a forwarded mail that was quoted, the author speaks again.
                self._sections.append(Section(None, at, 0))
            head = self._head_at(at) if self._lines[at].words else None
            if head is None:
                at += 1
                continue
            heads.append(head)
            self._open(head)
            at = head.last
        return Cut(tuple(self._sections), tuple(heads))

    def _head_at(self, at: int) -> Letterhead | None:
        head = letterhead_at(self._lines, at, self._envelope.zone)
        if head is None and self._lines[at].start in self._history and (count := self._unknown_header_lines(at)):
            head = Letterhead(at, at + count, self._lines[at].depth, block=True)
        if head is None and self._lines[at].start in self._letterheads:
            head = Letterhead(at, self._behind(self._letterheads[self._lines[at].start], at), self._lines[at].depth)
        if head is None or (self._lines[at].depth > self._now.depth and not self._opens_quoted_forward(head)):
            return None
        return head if self._holds(head) else None

    def _unknown_header_lines(self, at: int) -> int:
        """Lines `word: value` where a mail program says that an earlier mail begins: header lines in a language of their own."""
        count = 0
        while at + count < len(self._lines) and count < _UNKNOWN_HEADERS and ":" in self._lines[at + count].words[:30]:
            count += 1
        return count if count >= 3 and any("@" in line.words for line in self._lines[at : at + count]) else 0

    def _behind(self, end: int, at: int) -> int:
        """The line behind an offset, a few lines below `at` at most."""
        return next((n for n in range(at + 1, min(at + _UNKNOWN_HEADERS, len(self._lines))) if self._lines[n].start >= end), at + 1)

    def _opens_quoted_forward(self, head: Letterhead) -> bool:
        """Header lines behind quote signs open a forwarded mail where the subject says that one is forwarded."""
        subject = self._envelope.subject
        return self._now.kind is None and head.block and (is_forward(subject) or (head.forward and not is_reply(subject)))

    def _holds(self, head: Letterhead) -> bool:
        """Whether what looks like a letterhead is one: something must stand below it, and below a doubtful one quoted lines."""
        if head.block or self._now.kind is SpanKind.QUOTED:
            return True
        below = self._below(head)
        replying = self._envelope.is_threaded or is_reply(self._envelope.subject)
        return below is not None and (below.depth > head.depth or (replying and not head.weak))

    def _below(self, head: Letterhead) -> Line | None:
        return next((self._lines[at] for at in range(head.last, len(self._lines)) if self._lines[at].words), None)

    def _open(self, head: Letterhead) -> None:
        if self._now.kind is SpanKind.QUOTED:
            return
        below = self._below(head)
        if self._forwards(head):
            self._sections.append(Section(SpanKind.FORWARDED, head.last, head.depth, head))
        elif below is None or below.depth <= self._now.depth or head.author is not None:
            self._sections.append(Section(SpanKind.QUOTED, head.last, 0, head))
        # Otherwise quote signs say what is quoted, and lines without them are answers.

    def _forwards(self, head: Letterhead) -> bool:
        if not head.block:
            return False
        if self._now.kind is SpanKind.FORWARDED:
            return head.forward or (self._now.head is not None and self._now.head.subject_forwards)
        # The prefix is asked first: forwards carry In-Reply-To as replies do.
        subject = self._envelope.subject
        if head.forward or is_forward(subject):
            return True
        return not is_reply(subject) and (not self._envelope.is_threaded or self._says_so(head))

    def _says_so(self, head: Letterhead) -> bool:
        covering = " ".join(line.words for line in self._lines[: min(head.first, COVERING_LINES)])
        return _FORWARDING.search(covering) is not None
