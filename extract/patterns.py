"""RE2 on texts, lean where it is asked most: whether a pattern stands in a line at all (DECISIONS.md D17).

The module `re2` encodes a text and counts its characters anew for every pattern. Here the bytes of a line are made once, and
characters are counted only where something is found; asking takes half the time (`bench/extract.py`).
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress
from typing import Any

import re2

_LONGEST_KEPT = 2_000
"""Characters of a line whose bytes are kept for a while; endless lines must not fill the memory."""
_ANYWHERE, _AT_START, _WHOLE = (
    re2._re2.RE2.Anchor.UNANCHORED,  # noqa: SLF001 (below its module RE2 has no other door)
    re2._re2.RE2.Anchor.ANCHOR_START,  # noqa: SLF001
    re2._re2.RE2.Anchor.ANCHOR_BOTH,  # noqa: SLF001
)
Spans = tuple[tuple[int, int], ...]
_BEGINS = bytes(not 0x80 <= byte < 0xC0 for byte in range(256))
"""Of each byte of UTF-8, whether a character begins with it."""


def any_sign(signs: str, text: str) -> bool:
    """Whether one of some characters stands in a text: what is asked before a pattern that needs one."""
    return any(map(text.__contains__, signs))


class Encoded:
    """A text as RE2 reads it, with the way from characters to bytes and back."""

    __slots__ = ("_places", "data", "plain", "string")

    def __init__(self, string: str) -> None:
        self.string = string
        self.data = string.encode(errors="replace")
        """A lone surrogate, which is no UTF-8, becomes a question mark."""
        self.plain = len(self.data) == len(string)
        """Every character is one byte."""
        self._places: list[int] | None = None

    @property
    def places(self) -> list[int]:
        """The byte at which each character begins, and the end."""
        if self._places is None:
            self._places = [*compress(range(len(self.data)), self.data.translate(_BEGINS)), len(self.data)]
        return self._places

    def byte(self, at: int) -> int:
        """Where a character begins; beyond the end, the end."""
        if at >= len(self.string):
            return len(self.data)
        return at if self.plain or not at else self.places[at]

    def character(self, at: int) -> int:
        """The character that begins at a byte."""
        return at if self.plain else bisect_right(self.places, at) - 1


_kept, _last = lru_cache(maxsize=512)(Encoded), lru_cache(maxsize=1)(Encoded)


def encoded(string: str) -> Encoded:
    """The bytes of a text, those of lines kept, and of the last longer text: many patterns look at one, or one pattern often."""
    return _kept(string) if len(string) <= _LONGEST_KEPT else _last(string)


class Match:
    """What a pattern found; offsets count characters. The part of `re.Match` that is in use here."""

    __slots__ = ("_groups", "_spans", "_text")

    def __init__(self, text: Encoded, spans: Spans, groups: dict[str, int]) -> None:
        self._text = text
        self._spans = spans
        self._groups = groups

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Where a group stands, `(-1, -1)` where it took no part."""
        start, end = self._spans[group if isinstance(group, int) else self._groups[group]]
        if self._text.plain or start < 0:
            return start, end
        places = self._text.places
        return bisect_right(places, start) - 1, bisect_right(places, end) - 1

    def part(self, name: str) -> tuple[int, int]:
        """Where a group stands, `(-1, -1)` where it took no part or the pattern has none of that name."""
        return self.span(name) if name in self._groups else (-1, -1)

    def start(self, group: int | str = 0) -> int:
        """Where a group begins."""
        return self.span(group)[0]

    def end(self, group: int | str = 0) -> int:
        """Where a group ends."""
        return self.span(group)[1]

    def group(self, group: int | str = 0) -> Any:  # noqa: ANN401 (as in `re`: text, or null)
        """The words of a group, null where it took no part."""
        start, end = self._spans[group if isinstance(group, int) else self._groups[group]]
        return None if start < 0 else self._text.data[start:end].decode()

    __getitem__ = group

    def groups(self) -> tuple[Any, ...]:
        """The words of all groups but the whole."""
        return tuple(self.group(group) for group in range(1, len(self._spans)))


class Pattern:
    """A compiled RE2 pattern: linear time on any input.

    Raises:
        re2.error: the pattern is none.
    """

    __slots__ = ("_compiled", "_groups", "_look", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._compiled = re2.compile(pattern)
        self._look = self._compiled._regexp.Match  # noqa: SLF001 (as above)
        self._groups: dict[str, int] = self._compiled.groupindex

    def search(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """The leftmost match in `text[start:end]`."""
        return self._first(_ANYWHERE, text, start, end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """The match that begins at `start`."""
        return self._first(_AT_START, text, start, end)

    def fullmatch(self, text: str) -> Match | None:
        """The match of the whole text."""
        return self._first(_WHOLE, text, 0, None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """All matches from the left, none overlapping."""
        known = encoded(text)
        at, last = known.byte(start), len(known.data) if end is None else known.byte(end)
        while at <= last:
            spans = self._look(_ANYWHERE, known.data, at, last)
            if spans[0][0] < 0:
                return
            yield Match(known, spans, self._groups)
            # an empty match would be found again and again: go on behind the next character
            at = spans[0][1] if spans[0][1] > at else known.byte(known.character(at) + 1) if at < last else last + 1

    def findall(self, text: str) -> list[Any]:
        """The words of all matches, as `re.findall` gives them."""
        return list(self._compiled.findall(text))

    def sub(self, words: str, text: str, most: int = 0) -> str:
        """The text with its matches replaced, at most so many where `most` is positive."""
        return str(self._compiled.sub(words, text, most))

    def split(self, text: str) -> list[str]:
        """The text cut at its matches."""
        return list(self._compiled.split(text))

    def _first(self, anchor: Any, text: str, start: int, end: int | None) -> Match | None:  # noqa: ANN401 (RE2 ships no types)
        known = encoded(text)
        spans = self._look(anchor, known.data, known.byte(start) if start else 0, len(known.data) if end is None else known.byte(end))
        return None if spans[0][0] < 0 else Match(known, spans, self._groups)
