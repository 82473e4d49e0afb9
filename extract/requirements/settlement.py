"""The monthly band of hours that the price covers."""

from collections.abc import Iterator

from extract.clauses import Clause, item_bounds
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.quantities.hours import find_settlement
from extract.quantities.money import find_money
from extract.scene import Scene, topic_at
from requisitions.words import Category


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The band that a clause states; a bare one only under its label, in brackets behind a price, or as an item beside one."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY) or clause.question:
        return
    text = clause.unit.text
    own = topic_at(clause, clause.end) is Field.SETTLEMENT or clause.unit.field is Field.SETTLEMENT
    bracket = (
        text.find("(", clause.start, clause.end) if clause.unit.field is Field.RATE or topic_at(clause, clause.end) is Field.RATE else -1
    )
    priced = scene.japanese and bool(read(clause, find_money, currency="jpy"))
    for item in read(clause, find_settlement, bare=own or bracket >= 0 or priced):
        beside = priced and _alone(clause, item.start, item.end)
        if own or item.explicit or item.start > bracket >= 0 or beside:
            yield of_quantity(clause, Category.SETTLEMENT, "settlement-hours", "精算幅", item)
            return


def _alone(clause: Clause, start: int, end: int) -> bool:
    """Whether a band is an item of its own, at the end of the sentence or not."""
    first, last = item_bounds(clause, start, end)
    return first == start and not clause.unit.text[end:last].strip("。. ")
