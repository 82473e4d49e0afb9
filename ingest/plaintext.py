"""Plain text as one form: line feeds as line ends, no control characters, flowed paragraphs on one line (RFC 3676)."""

import re2

_LINE_ENDS = {ord(c): "\n" for c in "\x0b\x0c\x85\u2028\u2029"}
_CONTROLS = dict.fromkeys((*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)))
_ITEM = re2.compile(r"^\s*(?:[・■◆●○◎□◇▼★☆※【〔＜<\[(*+•–—-]|\d{1,2}[.)．）:、]|[^:：]{1,12}[:：])")
_FULL_WIDTH = 50
"""Columns below which no mail program had a reason to break a line."""


def clean_text(text: str) -> str:
    """Normalise line ends and take out control characters.

    Bidirectional and zero-width characters stay, so that quotes stay exact: reports show them instead of obeying them.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS).translate(_CONTROLS)


def unflow(text: str, *, delete_space: bool) -> str:
    """Join the lines that `format=flowed` broke; `delete_space` is its DelSp parameter."""
    out: list[str] = []
    marks = ""
    paragraph: list[str] = []
    # Pieces are joined at the end of a paragraph: adding to one string would be quadratic.
    for line in text.split("\n"):
        depth, words = _quote_marks(line)
        if paragraph and not (depth == marks and _goes_on(paragraph[-1], words)):
            out.append(_quoted(marks, paragraph))
            paragraph = []
        if paragraph and delete_space:
            paragraph[-1] = paragraph[-1].removesuffix(" ")
        marks = depth
        paragraph.append(words)
        if not words.endswith(" ") or words == "-- ":
            out.append(_quoted(marks, paragraph))
            paragraph = []
    return "\n".join([*out, _quoted(marks, paragraph)] if paragraph else out)


def _quote_marks(line: str) -> tuple[str, str]:
    words = line.lstrip(">")
    # Space-stuffing: one space is no part of the words.
    return line[: len(line) - len(words)], words.removeprefix(" ")


def _quoted(marks: str, paragraph: list[str]) -> str:
    return f"{marks} {''.join(paragraph)}" if marks else "".join(paragraph)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line continues the one before; not a list's next item, since Japanese mailers leave blanks at line ends."""
    return bool(line) and line != "-- " and (display_width(before) >= _FULL_WIDTH or not _ITEM.match(line[:100]))


def display_width(text: str) -> int:
    """Columns of a text in a terminal, near enough: two for what lies beyond Latin."""
    return sum(2 if c > "\u2e7f" and not "\uff61" <= c <= "\uff9f" else 1 for c in text)
