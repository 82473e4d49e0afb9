"""Who wrote which stretch of a mail's text: own words, quoted history, forwarded mails, letterheads, signatures, questions answered.

Spans lie over one text and may overlap. A character is the author's own where none of QUOTED, HEADER, SIGNATURE and FORWARDED covers it;
inside FORWARDED it is that author's, unless QUOTED, HEADER or SIGNATURE covers it too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

import re2

from ingest.addresses import NOBODY
from ingest.letterheads import Letterhead, letterhead_at
from ingest.lines import Line, split_lines
from ingest.marks import Marks, Stretch, set_off
from ingest.signature_words import ITEM
from ingest.signatures import signature_lines
from ingest.subjects import is_forward, is_reply
from requisitions.messages import Address, Span, SpanKind

_FORWARDING = re2.compile(r"(?i)転送|\bforward(?:ed|ing)?\b|\bfwd\b|\bfyi\b|straight from the client")
_ANSWERED_IN_COLOUR = re2.compile(
    r"(?i)赤字|赤文字|青字|青文字|色字|朱書|朱記|\bin(?:line)? (?:red|blue|green|bold|colou?r)\b|\b(?:red|blue|green) (?:text|font|answers?)\b"
)
_SENTENCE_ENDS = ("。", ".", "!", "?", "！", "？", ":", "：")
_COVERING_LINES = 40
_QUESTION_LINES = 5


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
class _Section:
    """Lines below one letterhead, or above the first."""

    kind: SpanKind | None
    """FORWARDED, QUOTED, or null for the author's own."""
    first: int
    depth: int
    head: Letterhead | None = None


def find_spans(text: str, marks: Marks, envelope: Envelope) -> tuple[Span, ...]:
    """Tell own words from all others in a mail's text, ordered by start, then the longer first."""
    lines = split_lines(text, marks)
    sections, heads = _sections(lines, marks, envelope)
    spans = [Span(SpanKind.HEADER, *_stretch(lines, head.first, head.last)) for head in heads]
    answers = _coloured_answers(text, lines, sections, marks)
    for section, last in _with_ends(sections, len(lines)):
        spans += _section_spans(lines, section, last, heads, envelope, answers)
    spans += (Span(SpanKind.DELETED, *stretch) for stretch in marks.deleted)
    spans += (Span(SpanKind.COLOURED, *stretch) for stretch in _coloured(text, lines, sections, marks))
    return ordered(spans)


def ordered(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans by start, then the longer first; empty ones dropped."""
    return tuple(sorted((span for span in spans if span.start < span.end), key=lambda span: (span.start, -span.end, span.kind)))


def _stretch(lines: Sequence[Line], first: int, last: int) -> Stretch:
    return lines[first].start, lines[max(last - 1, first)].end


def _with_ends(sections: Sequence[_Section], count: int) -> Iterator[tuple[_Section, int]]:
    for number, section in enumerate(sections):
        following = sections[number + 1] if number + 1 < len(sections) else None
        yield section, count if following is None else following.head.first if following.head else following.first


def _sections(lines: Sequence[Line], marks: Marks, envelope: Envelope) -> tuple[list[_Section], list[Letterhead]]:
    """Cut the lines at their letterheads; also returns every letterhead, those inside quoted history too."""
    sections, heads = [_Section(None, 0, 0)], []
    history = _lines_at(lines, marks.history)
    at = 0
    while at < len(lines):
        now = sections[-1]
        if lines[at].words and lines[at].depth < now.depth:
            # Below a forwarded mail that was quoted, the author speaks again.
            sections.append(_Section(None, at, 0))
            continue
        head = _head_at(lines, at, history, envelope) if lines[at].words else None
        if (
            head is None
            or (lines[at].depth > now.depth and not _opens_quoted_forward(head, now, envelope))
            or not _holds(lines, head, now, envelope)
        ):
            at += 1
            continue
        heads.append(head)
        at = head.last
        kind = _kind_below(lines, head, now, envelope)
        if kind is not None and now.kind is not SpanKind.QUOTED:
            sections.append(_Section(kind, head.last, head.depth if kind is SpanKind.FORWARDED else 0, head))
    return sections, heads


def _lines_at(lines: Sequence[Line], offsets: Sequence[int]) -> set[int]:
    wanted = set(offsets)
    return {number for number, line in enumerate(lines) if line.start in wanted} if wanted else set()


def _head_at(lines: Sequence[Line], at: int, history: set[int], envelope: Envelope) -> Letterhead | None:
    head = letterhead_at(lines, at, envelope.zone)
    if head is None and at in history and (count := _unknown_header_lines(lines, at)):
        return Letterhead(at, at + count, lines[at].depth, block=True)
    return head


def _unknown_header_lines(lines: Sequence[Line], at: int) -> int:
    """Lines `word: value` where a mail program says that an earlier mail begins: header lines in a language of their own."""
    count = 0
    while at + count < len(lines) and count < 8 and ":" in lines[at + count].words[:30]:
        count += 1
    return count if count >= 3 and any("@" in line.words for line in lines[at : at + count]) else 0


def _holds(lines: Sequence[Line], head: Letterhead, now: _Section, envelope: Envelope) -> bool:
    """Whether what looks like a letterhead is one: something must stand below it, and below a doubtful one quoted lines."""
    below = next((line for line in lines[head.last :] if line.words), None)
    if head.block or now.kind is SpanKind.QUOTED:
        return True
    if below is None:
        return False
    replying = envelope.is_threaded or is_reply(envelope.subject)
    return below.depth > head.depth or (replying and not head.weak)


def _opens_quoted_forward(head: Letterhead, now: _Section, envelope: Envelope) -> bool:
    """Header lines behind quote signs open a forwarded mail where the subject says that one is forwarded."""
    return now.kind is None and head.block and (head.forward or is_forward(envelope.subject))


def _kind_below(lines: Sequence[Line], head: Letterhead, now: _Section, envelope: Envelope) -> SpanKind | None:
    """What a letterhead opens; null where quote signs alone say what is quoted."""
    if _forwards(lines, head, now, envelope):
        return SpanKind.FORWARDED
    below = next((line for line in lines[head.last :] if line.words), None)
    if below is not None and below.depth > now.depth and head.depth == now.depth and not (head.block and head.author):
        return None
    return SpanKind.QUOTED


def _forwards(lines: Sequence[Line], head: Letterhead, now: _Section, envelope: Envelope) -> bool:
    if now.kind is SpanKind.FORWARDED:
        return head.block and (head.forward or (now.head is not None and now.head.subject_forwards))
    if head.forward or (head.block and is_forward(envelope.subject)):
        return True
    if not head.block or is_reply(envelope.subject):
        return False
    covering = " ".join(line.words for line in lines[: min(head.first, _COVERING_LINES)])
    return not envelope.is_threaded or _FORWARDING.search(covering) is not None


def _section_spans(
    lines: Sequence[Line], section: _Section, last: int, heads: Sequence[Letterhead], envelope: Envelope, answers: set[int]
) -> Iterator[Span]:
    if section.kind is SpanKind.QUOTED:
        yield from _runs(lines, [at for at in range(section.first, last) if at not in answers], SpanKind.QUOTED)
        yield from _questions(lines, range(section.first, last), answers)
        return
    author = envelope.author
    if section.kind is SpanKind.FORWARDED and section.head is not None:
        head = section.head
        author = head.author or NOBODY
        content = [at for at in range(section.first, last) if lines[at].words]
        if content:
            span = Span(SpanKind.FORWARDED, *_stretch(lines, content[0], content[-1] + 1))
            yield replace(span, author=head.author, subject=head.subject, sent_at=head.sent_at)
    header = {at for head in heads for at in range(head.first, head.last)}
    inside = range(section.first, last)
    quoted = [at for at in inside if lines[at].depth > section.depth and at not in header]
    yield from _runs(lines, quoted, SpanKind.QUOTED)
    own = [at for at in inside if lines[at].depth <= section.depth and at not in header]
    signed = {own[position] for position in signature_lines([lines[at] for at in own], author)}
    yield from _runs(lines, sorted(signed), SpanKind.SIGNATURE)
    yield from _questions(lines, inside, {at for at in own if lines[at].words} - signed, quoted=set(quoted))


def _runs(lines: Sequence[Line], numbers: Sequence[int], kind: SpanKind) -> Iterator[Span]:
    """One span for each run of neighbouring lines, empty lines at its ends left out."""
    run: list[int] = []
    for number in [*numbers, len(lines) + 1]:
        if run and number != run[-1] + 1:
            filled = [at for at in run if lines[at].words]
            if filled:
                yield Span(kind, *_stretch(lines, filled[0], filled[-1] + 1))
            run = []
        run.append(number)


def _questions(lines: Sequence[Line], inside: range, answers: set[int], quoted: set[int] | None = None) -> Iterator[Span]:
    """The quoted words right above each own answer: one question, however many lines it takes."""
    above: int | None = None
    for at in inside:
        if at in answers:
            if above is not None:
                first = _question_start(lines, above, inside.start)
                yield Span(SpanKind.QUESTION, *_stretch(lines, first, above + 1))
            above = None
        elif lines[at].words:
            above = at if quoted is None or at in quoted else None


def _question_start(lines: Sequence[Line], last: int, least: int) -> int:
    """Upwards from a question's last line to its number or bullet, or to the end of the sentence before it."""
    first = last
    while first > max(least, last - _QUESTION_LINES) and not ITEM.match(lines[first].words):
        above = lines[first - 1]
        if not above.words or above.depth != lines[last].depth or above.words.endswith(_SENTENCE_ENDS):
            break
        first -= 1
    return first


def _coloured(text: str, lines: Sequence[Line], sections: Sequence[_Section], marks: Marks) -> tuple[Stretch, ...]:
    bounds = [_stretch(lines, section.first, last) for section, last in _with_ends(sections, len(lines)) if section.first < last]
    return tuple(set_off(text, marks, bounds)) if marks.coloured else ()


def _coloured_answers(text: str, lines: Sequence[Line], sections: Sequence[_Section], marks: Marks) -> set[int]:
    """Lines of quoted history that the author coloured, where he says above that he answers in colour."""
    if not marks.coloured or not _ANSWERED_IN_COLOUR.search(
        " ".join(line.words for line in lines[: min(_first_head(sections), _COVERING_LINES)])
    ):
        return set()
    coloured = _coloured(text, lines, sections, marks)
    return {
        at
        for at, line in enumerate(lines)
        if line.words and any(start <= line.start and line.end <= end for start, end in _near(coloured, line))
    }


def _near(stretches: Sequence[Stretch], line: Line) -> Iterator[Stretch]:
    return (stretch for stretch in stretches if stretch[0] < line.end and line.start < stretch[1])


def _first_head(sections: Sequence[_Section]) -> int:
    return next((section.head.first for section in sections if section.head), _COVERING_LINES)
