"""RE2 over folded text: one pass a pattern, named parts, neighbours looked at in Python."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from extract import patterns

WINDOW = 40
"""Characters of context that may govern a value, on either side."""
MOST_HITS = 100
"""Matches of a pattern that are looked at in one line: whatever holds more numbers is a table of data, and no demand."""


class Hit:
    """One match of a pattern; offsets count characters."""

    __slots__ = ("_match", "end", "start", "string")

    def __init__(self, string: str, match: patterns.Match) -> None:
        self.string = string
        self._match = match
        self.start, self.end = match.span()

    def __contains__(self, name: str) -> bool:
        """Whether a part took part."""
        return self._match.part(name)[0] >= 0

    def __getitem__(self, name: str) -> str:
        """The words of a part; empty where it took no part."""
        start, end = self._match.part(name)
        return self.string[start:end] if start >= 0 else ""

    def span(self, name: str) -> tuple[int, int]:
        """Where a part stands; only for parts that took part."""
        return self._match.part(name)

    def part(self, *names: str) -> str | None:
        """The first of these parts that took part."""
        return next((name for name in names if name in self), None)


class Pattern(patterns.Pattern):
    """A compiled RE2 pattern whose matches are read by the names of their parts."""

    __slots__ = ()

    def hits(self, string: str) -> Iterator[Hit]:
        """The first matches from the left, none overlapping."""
        for match in islice(self.finditer(string), MOST_HITS):
            yield Hit(string, match)

    def first(self, string: str) -> Hit | None:
        """The leftmost match."""
        match = self.search(string)
        return None if match is None else Hit(string, match)

    def stands_in(self, string: str) -> bool:
        """Whether it matches anywhere."""
        return self.search(string) is not None


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
        return any(map(string.__contains__, self._words)) or (self._pattern is not None and self._pattern.stands_in(string))


_FIGURES = frozenset("0123456789〇一二三四五六七八九十半数複若単")
_NUMBER_WORD = Pattern(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|dozen|half|couple|single|several|another|both)\b"
)


@lru_cache(maxsize=128)
def has_numeral(string: str) -> bool:
    """Whether any digit or number word stands in the string: what every number finder asks first."""
    return not _FIGURES.isdisjoint(string) or _NUMBER_WORD.stands_in(string)
