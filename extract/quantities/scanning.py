"""RE2 over folded text: one pass a pattern, named parts, neighbours looked at in Python."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Protocol

import re2

WINDOW = 40
"""Characters of context that may govern a value, on either side."""
MOST_HITS = 100
"""Matches of a pattern that are looked at in one line: whatever holds more numbers is a table of data, and no demand."""
_LONGEST_KEPT = 2_000
"""Characters of a line whose bytes are kept for the next pattern; endless lines must not fill the memory."""


class _Match(Protocol):
    def span(self, group: int = 0) -> tuple[int, int]: ...


class Hit:
    """One match of a pattern; offsets count characters."""

    __slots__ = ("_groups", "_match", "_places", "end", "start", "string")

    def __init__(self, string: str, match: _Match, groups: Mapping[str, int], places: Sequence[int] | None) -> None:
        self.string = string
        self._match = match
        self._groups = groups
        self._places = places
        self.start, self.end = self._in_characters(match.span())

    def _in_characters(self, span: tuple[int, int]) -> tuple[int, int]:
        return span if self._places is None else (self._places[span[0]], self._places[span[1]])

    def _part(self, name: str) -> tuple[int, int]:
        """The byte span of a part; negative where it took no part or the pattern has none of that name."""
        group = self._groups.get(name)
        return (-1, -1) if group is None else self._match.span(group)

    def __contains__(self, name: str) -> bool:
        """Whether a part took part."""
        return self._part(name)[0] >= 0

    def __getitem__(self, name: str) -> str:
        """The words of a part; empty where it took no part."""
        span = self._part(name)
        if span[0] < 0:
            return ""
        start, end = self._in_characters(span)
        return self.string[start:end]

    def span(self, name: str) -> tuple[int, int]:
        """Where a part stands; only for parts that took part."""
        return self._in_characters(self._part(name))

    def part(self, *names: str) -> str | None:
        """The first of these parts that took part."""
        return next((name for name in names if name in self), None)


class Pattern:
    """A compiled RE2 pattern: linear time on any input."""

    __slots__ = ("_compiled", "_groups")

    def __init__(self, pattern: str) -> None:
        self._compiled = re2.compile(pattern)
        self._groups: dict[str, int] = self._compiled.groupindex

    def hits(self, string: str) -> Iterator[Hit]:
        """The first matches from the left, none overlapping."""
        encoded, places = (_encoded if len(string) <= _LONGEST_KEPT else _encoded.__wrapped__)(string)
        for match in islice(self._compiled.finditer(encoded), MOST_HITS):
            yield Hit(string, match, self._groups, places)

    def first(self, string: str) -> Hit | None:
        """The leftmost match."""
        return next(self.hits(string), None)

    def stands_in(self, string: str) -> bool:
        """Whether it matches anywhere."""
        return self._compiled.search(string.encode(errors="replace")) is not None


@lru_cache(maxsize=512)
def _encoded(string: str) -> tuple[bytes, Sequence[int] | None]:
    """The bytes that RE2 reads, and the character that each of them belongs to (null: they are the same).

    Many patterns look at one line, so the way back is kept; a lone surrogate, which is no UTF-8, becomes a question mark.
    """
    encoded = string.encode(errors="replace")
    if len(encoded) == len(string):
        return encoded, None
    places: list[int] = []
    for place, character in enumerate(string):
        places.extend([place] * len(character.encode(errors="replace")))
    places.append(len(string))
    return encoded, places


def before(string: str, start: int, width: int = WINDOW) -> str:
    """The characters that lead up to a position."""
    return string[max(0, start - width) : start]


def after(string: str, end: int, width: int = WINDOW) -> str:
    """The characters that follow a position."""
    return string[end : end + width]


class Signs:
    """Words of which one must stand in a line before a finder looks: the first and cheapest question."""

    __slots__ = ("_pattern", "_words")

    def __init__(self, words: str, pattern: str | None = None) -> None:
        self._words = tuple(words.split())
        self._pattern = Pattern(pattern) if pattern else None

    def stand_in(self, string: str) -> bool:
        """Whether any of the words, or else the pattern, stands in the line."""
        return any(word in string for word in self._words) or (self._pattern is not None and self._pattern.stands_in(string))


_FIGURES = frozenset("0123456789〇一二三四五六七八九十半数複若単")
_NUMBER_WORD = Pattern(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|dozen|half|couple|single|several|another|both)\b"
)


@lru_cache(maxsize=128)
def has_numeral(string: str) -> bool:
    """Whether any digit or number word stands in the string: what every number finder asks first."""
    return not _FIGURES.isdisjoint(string) or _NUMBER_WORD.stands_in(string)
