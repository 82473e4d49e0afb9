"""The lines of a mail's text with how deep each is quoted, by `>` and its kin or by HTML block quotes."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from ingest.limits import LINE_CHARACTERS
from ingest.marks import Marks, Stretch
from ingest.plaintext import display_width

_SIGNS = re2.compile(r"^(?:[ \t]?[>＞])+")
_INITIALS = re2.compile(r"^([A-Za-z]{1,12})>[ \t]?")
_BAR = re2.compile(r"^\|(?: |$)")
_FULL_WIDTH = 66
"""Columns from which a mail program breaks a line."""
_REST_WIDTH = 40
_SENTENCE_ENDS = "。.!?！？：:"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text."""

    start: int
    end: int
    """Offsets in the text, the line break not counted."""
    depth: int
    """How many times it is quoted."""
    words: str
    """What patterns look at: without quote signs and outer blanks, at most so many characters."""


def split_lines(text: str, marks: Marks) -> list[Line]:
    """Cut a text into lines and tell how deep each is quoted."""
    spans = _bounds(text)
    depths = _block_quotes(spans, marks.quoted)
    initials, bars = _repeated_initials(text, spans), _bar_lines(text, spans)
    lines = [
        _line(text, span, depth, initials, is_bar=number in bars) for number, (span, depth) in enumerate(zip(spans, depths, strict=True))
    ]
    return [_mended(lines, number) for number in range(len(lines))]


def covered_lines(lines: Sequence[Line], stretches: Sequence[Stretch]) -> set[int]:
    """Numbers of the lines that lie whole in one of the stretches."""
    starts = [line.start for line in lines] if stretches else []
    found: set[int] = set()
    seen = 0
    for start, end in sorted(stretches, key=lambda stretch: (stretch[0], -stretch[1])):
        if end > seen:
            numbers = range(bisect_left(starts, max(start, seen)), bisect_left(starts, end))
            found |= {number for number in numbers if lines[number].end <= end}
            seen = end
    return found


def _bounds(text: str) -> list[Stretch]:
    spans, start = [], 0
    while (end := text.find("\n", start)) >= 0:
        spans.append((start, end))
        start = end + 1
    return [*spans, (start, len(text))]


def _line(text: str, span: Stretch, depth: int, initials: str | None, *, is_bar: bool) -> Line:
    start, end = span
    words = text[start : min(end, start + LINE_CHARACTERS)]
    if (">" in words or "＞" in words) and (signs := _SIGNS.match(words)):
        return Line(start, end, depth + signs.group().count(">") + signs.group().count("＞"), words[signs.end() :].strip())
    if initials and (named := _INITIALS.match(words)) and named.group(1) == initials:
        return Line(start, end, depth + 1, words[named.end() :].strip())
    return Line(start, end, depth + is_bar, words.removeprefix("|").strip() if is_bar else words.strip())


def _block_quotes(spans: list[Stretch], quoted: tuple[Stretch, ...]) -> Iterator[int]:
    """For each line, how many block quotes are open where it begins; one sweep for all."""
    moves = sorted([(start, 1) for start, _ in quoted] + [(end, -1) for _, end in quoted])
    depth = at = 0
    for start, _ in spans:
        while at < len(moves) and moves[at][0] <= start:
            depth += moves[at][1]
            at += 1
        yield depth


def _repeated_initials(text: str, spans: list[Stretch]) -> str | None:
    """The name before `>` in mails quoted as `tanaka> …`; once is no quoting."""
    # Becky and its kin quote with the initials of the one who is quoted.
    if ">" not in text:
        return None
    counts = Counter(
        named.group(1) for start, end in spans if ">" in (head := text[start : min(end, start + 20)]) and (named := _INITIALS.match(head))
    )
    return next((name for name, count in counts.most_common(1) if count > 1), None)


def _bar_lines(text: str, spans: list[Stretch]) -> set[int]:
    """Lines quoted with `| `: two in a row at least, without a second bar, which would be a table."""
    if "\n| " not in text and not text.startswith("| "):
        return set()
    barred = {n for n, (start, end) in enumerate(spans) if _BAR.match(text[start : start + 2]) and "|" not in text[start + 1 : end]}
    return {n for n in barred if n - 1 in barred or n + 1 in barred}


def _mended(lines: list[Line], number: int) -> Line:
    """The rest of a long quoted line that was broken without a sign on its second half is quoted too."""
    line = lines[number]
    if line.depth or not line.words or not 0 < number < len(lines) - 1:
        return line
    above, below = lines[number - 1], lines[number + 1]
    broken = above.depth and below.depth and display_width(above.words) >= _FULL_WIDTH and above.words[-1] not in _SENTENCE_ENDS
    if not broken or display_width(line.words) > _REST_WIDTH:
        return line
    return Line(line.start, line.end, above.depth, line.words)
