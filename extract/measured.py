"""From a parsed quantity to a finding in its clause."""

from collections.abc import Iterable, Iterator

from extract.clauses import Clause
from extract.findings import Finding
from extract.quantities.records import Quantity
from requisitions.words import Category


def within(clause: Clause, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities inside a clause that still hold (not the A of `AからBへ`)."""
    return (item for item in quantities if clause.start <= item.start and item.end <= clause.end and not item.replaced)


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
