"""Who wrote which stretch of a mail's text: own words, quoted history, forwarded mails, letterheads, signatures, questions answered.

Spans lie over one text and may overlap. A character is the author's own where none of QUOTED, HEADER, SIGNATURE and FORWARDED covers it;
inside FORWARDED it is that author's, unless QUOTED, HEADER or SIGNATURE covers it too.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import re2

from ingest.addresses import NOBODY
from ingest.lines import Line, covered_lines, split_lines
from ingest.marks import Marks, Stretch, set_off
from ingest.sections import COVERING_LINES, Cut, Envelope, Section, cut_sections
from ingest.signature_words import ITEM
from ingest.signatures import signature_lines
from requisitions.messages import Span, SpanKind

_ANSWERED_IN_COLOUR = re2.compile(
    r"(?i)赤字|赤文字|青字|青文字|色字|朱書|朱記|\bin(?:line)? (?:red|blue|green|bold|colou?r)\b|"
    r"\b(?:red|blue|green) (?:text|font|answers?)\b"
)
_SENTENCE_ENDS = ("。", ".", "!", "?", "！", "？", ":", "：")
_QUESTION_LINES = 5


def find_spans(text: str, marks: Marks, envelope: Envelope) -> tuple[Span, ...]:
    """Tell own words from all others in a mail's text, ordered by start, then the longer first."""
    lines = split_lines(text, marks)
    cut = cut_sections(lines, marks, envelope)
    return ordered(_Reader(text, lines, cut, marks, envelope).spans())


def ordered(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans by start, then the longer first; empty and repeated ones dropped."""
    return tuple(sorted({span for span in spans if span.start < span.end}, key=lambda span: (span.start, -span.end, span.kind)))


class _Reader:
    """The lines of one mail, cut into sections, and what is known of each line."""

    def __init__(self, text: str, lines: Sequence[Line], cut: Cut, marks: Marks, envelope: Envelope) -> None:
        self._text = text
        self._lines = lines
        self._starts = [line.start for line in lines]
        self._cut = cut
        self._marks = marks
        self._envelope = envelope
        self._signed = covered_lines(lines, marks.signatures)
        self._header = {at for head in cut.heads for at in range(head.first, head.last)}
        bounds = [(number, section.first, cut.last(number, len(lines))) for number, section in enumerate(cut.sections)]
        self._bounds = [(cut.sections[number], first, last) for number, first, last in bounds if first < last]
        self._coloured = tuple(set_off(text, marks, [self._stretch(first, last) for _, first, last in self._bounds]))

    def spans(self) -> Iterator[Span]:
        """All spans, in no order."""
        yield from (Span(SpanKind.HEADER, *self._stretch(head.first, head.last)) for head in self._cut.heads)
        answers = self._coloured if self._answers_in_colour() else ()
        for section, first, last in self._bounds:
            if section.kind is SpanKind.QUOTED:
                yield from self._history(range(first, last), answers)
            else:
                yield from self._written(section, range(first, last))
        yield from (Span(SpanKind.DELETED, *stretch) for stretch in self._marks.deleted)
        yield from (Span(SpanKind.COLOURED, *stretch) for stretch in self._coloured)

    def _stretch(self, first: int, last: int) -> Stretch:
        return self._lines[first].start, self._lines[max(last - 1, first)].end

    def _history(self, inside: range, answers: Sequence[Stretch]) -> Iterator[Span]:
        """Earlier words, but for the answers that the author wrote between them in a colour of their own."""
        start, end = self._stretch(inside.start, inside.stop)
        within = [(max(start, a), min(end, b)) for a, b in answers if a < end and start < b]
        if not within:
            yield from self._runs(inside, SpanKind.QUOTED)
            return
        # Down to the character: an answer may follow its question on one line.
        asked = start
        for answer_start, answer_end in [*within, (end, end)]:
            words = self._text[asked:answer_start]
            question = asked + len(words) - len(words.lstrip())
            if words.strip():
                last = answer_start - len(words) + len(words.rstrip())
                yield Span(SpanKind.QUOTED, question, last)
                if answer_start < end:
                    yield Span(SpanKind.QUESTION, max(question, self._question_before(last, inside)), last)
            asked = answer_end

    def _question_before(self, end: int, inside: range) -> int:
        """Where the question begins whose last character stands before an offset."""
        line = max(inside.start, bisect_left(self._starts, end) - 1)
        return self._lines[self._question_start(line, inside.start)].start

    def _written(self, section: Section, inside: range) -> Iterator[Span]:
        """A section by one author, with the history and the signature in it."""
        forwarded = section.head if section.kind is SpanKind.FORWARDED else None
        author = self._envelope.author if forwarded is None else forwarded.author or NOBODY
        content = [at for at in inside if self._lines[at].words]
        if forwarded and content:
            start, end = self._stretch(content[0], content[-1] + 1)
            yield Span(SpanKind.FORWARDED, start, end, forwarded.author, forwarded.subject, forwarded.sent_at)
        quoted = [at for at in inside if self._lines[at].depth > section.depth and at not in self._header]
        own = [at for at in inside if self._lines[at].depth <= section.depth and at not in self._header]
        marked = {position for position, at in enumerate(own) if at in self._signed}
        signed = {own[position] for position in signature_lines([self._lines[at] for at in own], author, marked)}
        yield from self._runs(quoted, SpanKind.QUOTED)
        yield from self._runs(sorted(signed), SpanKind.SIGNATURE)
        yield from self._questions(inside, {at for at in own if self._lines[at].words} - signed, set(quoted))

    def _runs(self, numbers: Sequence[int], kind: SpanKind) -> Iterator[Span]:
        """One span for each run of neighbouring lines, empty lines at its ends left out."""
        run: list[int] = []
        for number in [*numbers, len(self._lines) + 1]:
            if run and number != run[-1] + 1:
                filled = [at for at in run if self._lines[at].words]
                if filled:
                    yield Span(kind, *self._stretch(filled[0], filled[-1] + 1))
                run = []
            run.append(number)

    def _questions(self, inside: range, answers: set[int], quoted: set[int]) -> Iterator[Span]:
        """The quoted words right above each own answer: one question, however many lines it takes."""
        above: int | None = None
        for at in inside:
            if at in answers:
                if above is not None:
                    yield Span(SpanKind.QUESTION, *self._stretch(self._question_start(above, inside.start), above + 1))
                above = None
            elif self._lines[at].words:
                above = at if at in quoted else None

    def _question_start(self, last: int, least: int) -> int:
        """Upwards from a question's last line to its number or bullet, or to the end of the sentence before it."""
        first = last
        while first > max(least, last - _QUESTION_LINES) and not ITEM.match(self._lines[first].words):
            above = self._lines[first - 1]
            if not above.words or above.depth != self._lines[last].depth or above.words.endswith(_SENTENCE_ENDS):
                break
            first -= 1
        return first

    def _answers_in_colour(self) -> bool:
        """Whether the author says, above all letterheads, that he answers in colour."""
        opening = self._lines[: min((head.first for head in self._cut.heads), default=0)][:COVERING_LINES]
        return bool(self._coloured) and _ANSWERED_IN_COLOUR.search(" ".join(line.words for line in opening)) is not None
