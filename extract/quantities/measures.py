"""The common grammar of a measured value: numbers with a unit, joined to ranges, with the bound that stands around them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extract.quantities.bounds import Framed, frame
from extract.quantities.changed import is_change
from extract.quantities.numerals import number
from extract.quantities.scanning import Hit, Pattern, before

_JOINTS = frozenset({"~", "-", "から", "to", "through", "thru", "?", "~~", "--"})
_OR_JOINTS = frozenset({"or", "または", "か", "もしくは", "、", ",", "・"})
_TOO_LONG_FOR_A_JOINT = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """A number, or the two numbers of a range."""

    low: Hit
    high: Hit | None = None
    broken: bool = False
    """The joint is a question mark: a wave dash that bad encoding lost."""
    replaced: bool = False
    """It is the old value of a change from one to another."""
    changed: bool = False
    """It is either value of such a change."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number or range with its unit and bound."""

    low: Hit
    high: Hit | None
    frame: Framed
    unit: str
    """The unit's words; empty for a bare number."""
    confidence: float
    replaced: bool = False
    """It is the old value of a change (`AからBへ`)."""
    changed: bool = False
    """It is either value of such a change."""

    @property
    def last(self) -> Hit:
        """The number that the unit follows."""
        return self.high or self.low


Ends = Callable[[Hit, Hit | None], tuple[float | None, float | None]]
"""The values of a number, or of both numbers of a range, where one may lend the other its unit."""


def value_of(hit: Hit) -> float | None:
    """The value of a hit's `number` part."""
    return number(hit["number"])


def plain_ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    """Both values as they stand."""
    return value_of(low), value_of(high) if high else None


def pairs(string: str, hits: Iterable[Hit], ends: Ends = plain_ends) -> Iterator[Pair]:
    """Numbers joined to ranges; three or more in a chain are a date, a phone number or a version, and no value."""
    chain: list[Hit] = []
    for hit in hits:
        if chain and not _joined(string, chain[-1], hit):
            yield from _of_chain(string, chain, ends)
            chain = []
        chain.append(hit)
    if chain:
        yield from _of_chain(string, chain, ends)


def _joined(string: str, low: Hit, high: Hit) -> bool:
    if high.start - low.end > _TOO_LONG_FOR_A_JOINT:
        return False
    glue = string[low.end : high.start].strip()
    if glue in _JOINTS:
        return glue != "?" or low.end + 1 == high.start
    return glue == "and" and before(string, low.start, 8).endswith("between ")


def _of_chain(string: str, chain: list[Hit], ends: Ends) -> Iterator[Pair]:
    if len(chain) == 1:
        if stands_alone(string, chain[0].start, chain[0].end):
            yield Pair(chain[0])
    elif len(chain) == 2 and stands_alone(string, chain[0].start, chain[1].end):
        yield from _of_two(string, *chain, ends)


def _of_two(string: str, low: Hit, high: Hit, ends: Ends) -> Iterator[Pair]:
    first, second = ends(low, high)
    if is_change(string, low.start, low.end, high.start, high.end):
        yield Pair(low, replaced=True, changed=True)
        yield Pair(high, changed=True)
    elif first is not None and second is not None and first < second:
        yield Pair(low, high, broken=string[low.end : high.start] == "?")
    else:
        yield Pair(low)
        yield Pair(high)


def consecutive(string: str, low: Hit, high: Hit) -> bool:
    """Whether two counts are told as a choice: 1、2回, "one or two rounds"."""
    glue = string[low.end : high.start].strip()
    first, second = value_of(low), value_of(high)
    return glue in _OR_JOINTS and first is not None and second == first + 1 and second < 10


def stands_alone(string: str, start: int, end: int) -> bool:
    """Whether the number is no part of a name, a version, an address or a longer number."""
    left, right = string[max(0, start - 2) : start], string[end : end + 2]
    glued = string[end - 1 : end].isascii()
    if left and ((left[-1].isascii() and (left[-1].isdigit() or (glued and left[-1].isalpha()))) or (glued and left[-1] in "._#/\\")):
        return False
    if left[-1:] == "-" and left[:1].isascii() and left[:1].isalnum() and len(left) == 2:
        return False
    if not right:
        return True
    last = string[end - 1 : end]
    if last.isascii() and last.isdigit() and right[0].isascii() and (right[0].isalnum() or right[0] in "_%"):
        return False
    return not (right[0] in ".-" and right[1:].isascii() and right[1:].isdigit())


def measures(
    string: str, pattern: Pattern, *, bare: bool = False, tilde: bool = True, ends: Ends = plain_ends
) -> Iterator[Measure]:
    """Measured values from the left.

    Args:
        string: The folded line.
        pattern: One number, in parts `number`, `unit` and `plus`.
        bare: Whether digits without a unit count.
        tilde: Whether a leading wave means "at most".
        ends: The values of a number or of a range.
    """
    for pair in pairs(string, pattern.hits(string), ends):
        low, high = pair.low, pair.high
        unit = low["unit"] or (high["unit"] if high else "")
        first, second = ends(low, high)
        if first is None or not (unit or (bare and low["number"][:1].isascii() and low["number"][:1].isdigit())):
            continue
        last = high or low
        if pair.replaced:
            framed = Framed(low.start, low.end, first, first)
        else:
            framed = frame(string, low.start, last.end, first, second, plus="plus" in last, tilde=tilde)
        yield Measure(low, high, framed, unit, 0.7 if pair.broken else 1.0, pair.replaced, pair.changed)
