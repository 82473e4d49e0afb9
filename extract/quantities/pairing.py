"""Which numbers of a line stand alone, which are the ends of one range, and which are parts of something longer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extract.quantities.changed import is_change
from extract.quantities.numerals import number
from extract.quantities.scanning import Hit, before

_JOINTS = frozenset({"~", "-", "から", "to", "through", "thru", "?", "~~", "--"})
_EITHER = frozenset({"or", "または", "又は", "か", "もしくは", "、", ",", "・"})
_LONGEST_JOINT = 10

Ends = Callable[[Hit, Hit | None], tuple[float | None, float | None]]
"""The values of a number, or of both numbers of a range, where one may lend the other its unit."""


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


def value_of(hit: Hit) -> float | None:
    """The value of a hit's `number` part."""
    return number(hit["number"])


def plain_ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    """Both values as they stand."""
    return value_of(low), value_of(high) if high else None


def pairs(string: str, hits: Iterable[Hit], ends: Ends = plain_ends, *, either: bool = False) -> Iterator[Pair]:
    """Numbers joined to ranges; three or more in a chain are a date, a phone number or a version, and no value.

    Args:
        string: The folded line.
        hits: The numbers from the left.
        ends: Their values.
        either: Whether a choice of two neighbours is a range too: 1、2回, "one or two rounds".
    """
    chain: list[Hit] = []
    for hit in hits:
        if chain and not _joined(string, chain[-1], hit, either=either):
            yield from _of_chain(string, chain, ends)
            chain = []
        chain.append(hit)
    if chain:
        yield from _of_chain(string, chain, ends)


def _joined(string: str, low: Hit, high: Hit, *, either: bool) -> bool:
    """Whether the words between two numbers make them the ends of one range."""
    if high.start - low.end > _LONGEST_JOINT:
        return False
    glue = string[low.end : high.start].strip()
    if glue in _JOINTS:
        return glue != "?" or low.end + 1 == high.start
    if either and glue in _EITHER and not low["unit"]:
        first, second = value_of(low), value_of(high)
        return first is not None and second == first + 1
    return glue == "and" and before(string, low.start, 8).endswith("between ")


def _of_chain(string: str, chain: list[Hit], ends: Ends) -> Iterator[Pair]:
    """The number or range of one chain, where it is no part of something longer."""
    if not stands_alone(string, chain[0].start, chain[-1].end):
        if len(chain) == 2 and _follows_a_date(string, *chain):
            yield Pair(chain[1])
        return
    if len(chain) > 2:
        yield from _ranges_of_a_change(string, chain, ends)
        return
    if len(chain) == 1:
        yield Pair(chain[0])
        return
    low, high = chain
    first, second = ends(low, high)
    if is_change(string, (low.start, low.end), (high.start, high.end)):
        yield Pair(low, replaced=True, changed=True)
        yield Pair(high, changed=True)
    elif first is not None and second is not None and first < second:
        yield Pair(low, high, broken=string[low.end : high.start] == "?")
    else:
        yield Pair(low)
        yield Pair(high)


def _follows_a_date(string: str, low: Hit, high: Hit) -> bool:
    """Whether only the second number is a value: the 6ヶ月 of 10/1~6ヶ月."""
    waved = string[low.end : high.start].strip() == "~"
    return waved and bool(high["unit"]) and not low["unit"] and string[low.start - 1 : low.start] == "/"


def _ranges_of_a_change(string: str, chain: list[Hit], ends: Ends) -> Iterator[Pair]:
    """140-180hから150-190hに変更: the old range and the new one; any other long chain is no value."""
    if len(chain) != 4:
        return
    first, second, third, fourth = chain
    if is_change(string, (first.start, second.end), (third.start, fourth.end)):
        for low, high, replaced in ((first, second, True), (third, fourth, False)):
            values = ends(low, high)
            if values[0] is not None and values[1] is not None and values[0] < values[1]:
                yield Pair(low, high, replaced=replaced, changed=True)


def stands_alone(string: str, start: int, end: int) -> bool:
    """Whether the number is no part of a name, a version, an address or a longer number."""
    left, right, last = string[max(0, start - 2) : start], string[end : end + 2], string[end - 1 : end]
    # a Japanese unit ends any doubt on the left: Java3年 is no version
    latin = last.isascii() and string[start].isascii()
    if _is_digit(left[-1:]) or (latin and (_is_letter(left[-1:]) or left[-1:] in (".", "_", "#", "/", "\\"))):
        return False
    if left[-1:] in (".", "/") and _is_digit(left[:1]) and len(left) == 2:
        return False
    if (left[-1:] == ":" and _is_digit(left[:1])) or (right[:1] == ":" and _is_digit(right[1:])):
        return False
    if left[-1:] == "-" and len(left) == 2 and (_is_letter(left[0]) or _is_digit(left[0])):
        return False
    if _is_digit(last) and (_is_letter(right[:1]) or _is_digit(right[:1]) or right[:1] in ("_", "%")):
        return False
    return not (right[:1] in (".", "-") and _is_digit(right[1:]))


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isdigit()


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
