"""RE2 over folded text: one pass a pattern, named parts, neighbours looked at in Python."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import re2

WINDOW = 40
"""Characters of context that may govern a value, on either side."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of a pattern."""

    string: str
    start: int
    end: int
    parts: dict[str, tuple[int, int]]
    """Spans of the named groups that took part."""

    def __getitem__(self, name: str) -> str:
        """The words of a part; empty where it took no part."""
        span = self.parts.get(name)
        return self.string[span[0] : span[1]] if span else ""

    def __contains__(self, name: str) -> bool:
        """Whether the part took part."""
        return name in self.parts

    def part(self, *names: str) -> str | None:
        """The first of these parts that took part."""
        return next((name for name in names if name in self.parts), None)


class Pattern:
    """A compiled RE2 pattern: linear time on any input."""

    __slots__ = ("_compiled", "_groups")

    def __init__(self, pattern: str) -> None:
        self._compiled = re2.compile(pattern)
        self._groups: tuple[tuple[str, int], ...] = tuple(self._compiled.groupindex.items())

    def hits(self, string: str) -> Iterator[Hit]:
        """All matches from the left, none overlapping."""
        for match in self._compiled.finditer(encodable(string)):
            spans = ((name, match.span(group)) for name, group in self._groups)
            yield Hit(string, match.start(), match.end(), {name: span for name, span in spans if span[0] >= 0})

    def first(self, string: str) -> Hit | None:
        """The leftmost match."""
        return next(self.hits(string), None)

    def stands_in(self, string: str) -> bool:
        """Whether it matches anywhere."""
        return self._compiled.search(encodable(string)) is not None


def encodable(string: str) -> str:
    """The string itself, lone surrogates replaced one by one: RE2 reads UTF-8."""
    if string.isascii():
        return string
    try:
        string.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in string)
    return string


def before(string: str, start: int, width: int = WINDOW) -> str:
    """The characters that lead up to a position."""
    return string[max(0, start - width) : start]


def after(string: str, end: int, width: int = WINDOW) -> str:
    """The characters that follow a position."""
    return string[end : end + width]


_NUMERAL = Pattern(
    r"[0-9〇一二三四五六七八九十半数複若単]"
    r"|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety"
    r"|dozen|half|couple|single|several|another|both)\b"
)


@lru_cache(maxsize=256)
def has_numeral(string: str) -> bool:
    """Whether any digit or number word stands in the string: what every number finder asks first."""
    return _NUMERAL.stands_in(string)
