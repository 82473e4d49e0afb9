"""From a parsed quantity to a finding in its clause."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from extract.clauses import Clause
from extract.findings import Finding
from extract.quantities.records import Quantity
from requisitions.words import Category

Q = TypeVar("Q", bound=Quantity)


def read(clause: Clause, finder: Callable[..., Sequence[Q]], *arguments: object, **options: object) -> list[Q]:
    """What a finder reads in a clause, in the unit's offsets; values that no longer hold (the A of `AからBへ`) are left out.

    The finder sees the whole sentence, without the unit's label.
    """
    first = clause.sentence[0]
    words = clause.unit.text[first : clause.sentence[1]]
    found: list[Q] = []
    for item in _found(finder, words, *arguments, **options):
        lead = len(words[item.start : item.end]) - len(words[item.start : item.end].lstrip())
        start, end = item.start + lead + first, item.start + len(words[item.start : item.end].rstrip()) + first
        if clause.start <= start < clause.end and not item.replaced:
            found.append(replace(item, start=start, end=end))
    return found


@lru_cache(maxsize=256)
def _found(finder: Callable[..., Sequence[Q]], words: str, *arguments: object, **options: object) -> tuple[Q, ...]:
    """A sentence is read once, however many clauses ask for what stands in it."""
    return tuple(finder(words, *arguments, **options))


def of_quantity(clause: Clause, category: Category, key: str, label: str, item: Quantity) -> Finding:
    """A finding with the quantity's value."""
    return Finding(
        category,
        key,
        label,
        clause,
        item.start,
        item.end,
        min=item.min,
        max=item.max,
        unit=item.unit if item.min is not None or item.max is not None else None,
        text=item.text,
        relative=item.relative,
        sure=item.confidence,
    )
