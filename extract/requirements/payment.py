"""Payment terms in days."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.quantities.counts import find_payment_days
from extract.scene import Scene, speaks_of
from requisitions.words import Category

_ELSEWHERE = (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.TITLE, Field.CLIENT)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The days from invoice to payment that a clause states."""
    if clause.unit.field in _ELSEWHERE or clause.question:
        return
    labelled = clause.unit.field is Field.PAYMENT or speaks_of(clause, Field.PAYMENT)
    for item in read(clause, find_payment_days, bare=labelled):
        yield of_quantity(clause, Category.PAYMENT, "payment-site", "支払サイト" if scene.japanese else "Payment terms", item)
        return
