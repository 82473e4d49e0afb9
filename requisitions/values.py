"""Values of demands: as a number, as words, and whether two are the same (DECISIONS.md D4)."""

from requisitions.statements import Requirement


def level(requirement: Requirement) -> float | None:
    """The value as one number: the upper bound, else the lower; remote work by days at home; null where it has none."""
    raise NotImplementedError


def same_text(before: str | None, after: str | None) -> bool:
    """Whether two texts differ in nothing but width, case, space, punctuation, order of their parts or a place suffix."""
    raise NotImplementedError


def same_value(before: Requirement, after: Requirement) -> bool:
    """Whether the value did not move, or `after` tells none."""
    raise NotImplementedError


def value_words(requirement: Requirement) -> str:
    """The value in locale-neutral words: `650000-700000 jpy_per_month`, `3+ year`, `品川`; without one `Kafka (preferred)`."""
    raise NotImplementedError
