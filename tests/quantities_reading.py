"""How the tests of the value finders write down what was found."""

from collections.abc import Sequence

from extract.quantities.records import Quantity

Seen = tuple[str, float | None, float | None, str | None]


def seen(string: str, found: Sequence[Quantity]) -> list[Seen]:
    """Each value as its words, bounds and unit."""
    return [(string[item.start : item.end], item.min, item.max, item.unit) for item in found]


def told(string: str, found: Sequence[Quantity]) -> list[tuple[str, str | None]]:
    """Each value as its words and its text."""
    return [(string[item.start : item.end], item.text) for item in found]


def bounds(found: Sequence[Quantity]) -> list[tuple[float | None, float | None]]:
    """Each value as its bounds alone."""
    return [(item.min, item.max) for item in found]


def current(found: Sequence[Quantity]) -> list[tuple[float | None, float | None]]:
    """The bounds of the values that the words leave in force."""
    return bounds([item for item in found if not item.replaced])
