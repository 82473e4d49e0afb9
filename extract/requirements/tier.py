"""Limits on the chain of companies below us (商流)."""

from collections.abc import Iterator

import re2

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.quantities.counts import find_tiers
from extract.scene import Scene
from requisitions.words import Category, Necessity

_ANY = re2.compile(r"商流(?:は|制限)?(?:も|は)?(?:不問|問い?ません|問わ|制限な|なし)")
_WAIVED = ("不問", "問わ", "制限な")


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """How many companies may stand below us; the chain above us is no demand."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY):
        return
    waived = _ANY.search(clause.unit.text, clause.start, clause.end)
    if waived:
        yield Finding(Category.TIER, "subcontract-depth", "商流", clause, waived.start(), waived.end(), necessity=Necessity.NOT_REQUIRED)
        return
    for item in read(clause, find_tiers):
        if item.note != "conditional":
            yield of_quantity(clause, Category.TIER, "subcontract-depth", "商流", item)
            return
    if clause.unit.field is Field.TIER and clause.unit.label is not None and any(word in clause.text for word in _WAIVED):
        yield Finding(Category.TIER, "subcontract-depth", "商流", clause, clause.start, clause.end, necessity=Necessity.NOT_REQUIRED)
