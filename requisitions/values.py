"""Values of demands: as a number, as words, and whether two are the same (DECISIONS.md D4)."""

import unicodedata
from enum import IntEnum
from functools import lru_cache

from requisitions.statements import Requirement
from requisitions.words import Category, Necessity

DAYS_A_WEEK = 5.0
"""Days at home that full remote work stands for."""

_REMOTE_LEVELS = {"none": 0.0, "full": DAYS_A_WEEK}
_PLACE_SUFFIXES = ("周辺", "付近", "近辺", "citycentre", "citycenter", "駅", "station")
_CONJUNCTIONS = ("and", "or", "及び", "または", "又は")
_SEPARATORS = frozenset(",、，/;；・\n")


class Move(IntEnum):
    """Where a number went."""

    DOWN = -1
    NONE = 0
    UP = 1
    APART = 2
    """Its bounds moved in opposite directions: wider or narrower, neither up nor down."""


def level(requirement: Requirement) -> float | None:
    """The value as one number: the upper bound, else the lower; remote work by days at home; null where it has none."""
    bound = requirement.min if requirement.max is None else requirement.max
    if bound is not None:
        return _scaled(bound, requirement.unit)
    if requirement.category is Category.REMOTE:
        return _REMOTE_LEVELS.get(requirement.text or "")
    return None


def bounds(requirement: Requirement) -> tuple[float | None, float | None]:
    """Both bounds, years of any kind counted in months."""
    return _scaled(requirement.min, requirement.unit), _scaled(requirement.max, requirement.unit)


def _scaled(bound: float | None, unit: str | None) -> float | None:
    return bound if bound is None or unit != "year" else bound * 12


def same_unit(before: Requirement, after: Requirement) -> bool:
    """Whether the numbers of both can be compared; remote work needs no unit where its words say full or none."""
    units = {"month" if unit == "year" else unit for unit in (before.unit, after.unit)}
    return len(units - {None} if after.category is Category.REMOTE else units) <= 1


def move(before: Requirement, after: Requirement) -> Move | None:
    """Where the number went; null where one side has none, or their units differ."""
    old, new = level(before), level(after)
    if old is None or new is None or not same_unit(before, after):
        return None
    lows = (bounds(before)[0], bounds(after)[0])
    step = 0.0 if lows[0] is None or lows[1] is None else lows[1] - lows[0]
    if (new - old) * step < 0:
        return Move.APART
    total = (new - old) or step
    return Move.UP if total > 0 else Move.DOWN if total < 0 else Move.NONE


def same_value(before: Requirement, after: Requirement) -> bool:
    """Whether the value did not move, or `after` tells none."""
    if not after.has_value or _value(before) == _value(after):
        return True
    moved = move(before, after)
    if moved is None:
        numbers_agree = level(before) is None and level(after) is None
        return numbers_agree and same_text(before.text, after.text)
    # A remark beside the number ("before tax") that one side leaves out is untold, not withdrawn.
    return moved is Move.NONE and (None in {before.text, after.text} or same_text(before.text, after.text))


def _value(requirement: Requirement) -> tuple[float | None, float | None, str | None, str | None]:
    return (requirement.min, requirement.max, requirement.unit, requirement.text)


def same_text(before: str | None, after: str | None) -> bool:
    """Whether two texts differ in nothing but width, case, space, punctuation, order of their parts or a place suffix."""
    if before is None or after is None:
        return before == after
    return comparable(before) == comparable(after) or text_parts(before) == text_parts(after)


@lru_cache(maxsize=4096)
def comparable(text: str) -> str:
    """A text without what spellings differ in: width, case, space, punctuation, bullets, a place suffix."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(sign for sign in folded if not _is_filler(sign))
    for suffix in _PLACE_SUFFIXES:
        bare = bare.removesuffix(suffix) or bare
    return bare


def _is_filler(sign: str) -> bool:
    # `+` and `<` tell values apart (C, C++), so of the symbols only bullets and the range tilde go.
    kind = unicodedata.category(sign)
    return kind[0] in "PZC" or kind == "So" or sign == "~"


@lru_cache(maxsize=4096)
def text_parts(text: str) -> frozenset[str]:
    """The comparable members of a list in words: `H1B and EAD`, `横浜または川崎`."""
    listed = unicodedata.normalize("NFKC", text)
    for word in _CONJUNCTIONS:
        listed = listed.replace(f" {word} " if word.isascii() else word, "/")
    pieces = "".join("/" if sign in _SEPARATORS else sign for sign in listed).split("/")
    return frozenset(part for piece in pieces if (part := comparable(piece)))


def value_words(requirement: Requirement) -> str:
    """The value in locale-neutral words: `650000-700000 jpy_per_month`, `3+ year`, `品川`; without one `Kafka (preferred)`."""
    numbers = _number_words(requirement)
    if numbers and requirement.text:
        return f"{numbers} ({requirement.text})"
    return numbers or requirement.text or f"{requirement.label} ({requirement.necessity})"


def value_with_necessity(requirement: Requirement) -> str:
    """The value with how binding it is, for a change that moves just that: `3+ year (preferred)`."""
    return f"{value_words(requirement)} ({requirement.necessity})" if requirement.has_value else value_words(requirement)


def _number_words(requirement: Requirement) -> str:
    low, high = requirement.min, requirement.max
    if low is None and high is None:
        return ""
    if low is None:
        span = f"≤{_plain(high)}"
    elif high is None:
        span = f"{_plain(low)}+"
    else:
        span = _plain(low) if low == high else f"{_plain(low)}-{_plain(high)}"
    return f"{span} {requirement.unit}" if requirement.unit else span


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:.10g}" if number < 1e10 else f"{number:.0f}"


def is_present(requirement: Requirement | None) -> bool:
    """Whether a demand is in force: a known absence (`not_required`) is as good as none."""
    return requirement is not None and requirement.necessity is not Necessity.NOT_REQUIRED
