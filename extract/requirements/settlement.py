"""The monthly band of hours that the price covers."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.quantities.hours import find_settlement
from extract.scene import Scene, topic_at
from requisitions.words import Category


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """The band that a clause states; a bare one only under its label, or in brackets behind a price."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY) or clause.question:
        return
    text = clause.unit.text
    own = topic_at(clause, clause.end) is Field.SETTLEMENT or clause.unit.field is Field.SETTLEMENT
    bracket = (
        text.find("(", clause.start, clause.end) if clause.unit.field is Field.RATE or topic_at(clause, clause.end) is Field.RATE else -1
    )
    for item in read(clause, find_settlement, bare=own or bracket >= 0):
        if own or item.explicit or item.start > bracket >= 0:
            yield of_quantity(clause, Category.SETTLEMENT, "settlement-hours", "精算幅", item)
            return
