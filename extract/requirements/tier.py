"""Limits on the chain of companies below us (商流)."""

from collections.abc import Iterator
from dataclasses import replace

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.patterns import Pattern
from extract.quantities.counts import find_tiers
from extract.requirements.moving import holding
from extract.scene import Scene
from requisitions.words import Category, Necessity

_ANY = Pattern(r"商流(?:は|制限)?(?:も|は)?(?:不問|問い?ません|問わ|制限な|なし)")
_BELOW = Pattern(r"再委託|bp|\bsub-?(?:vendors?|contract)|third part|layers")
_REFUSED = Pattern(r"^(?:不可|ng|×|なし|禁止|お断り|no\b|none|not )")
_VISIT = Pattern(r"^(?:お(?:伺|訪|越|送|迎)|ご(?:訪|連)|(?:資料|書類|メール|契約書)|に(?:お?伺|ご?連|お?訪|お?送)|へ|伺)")
_WAIVED = ("不問", "問わ", "制限な")


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """How many companies may stand below us; the chain above us is no demand."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY):
        return
    waived = _ANY.search(clause.unit.text, clause.start, clause.end)
    if waived:
        yield replace(_of(clause, waived.start(), waived.end()), necessity=Necessity.NOT_REQUIRED)
        return
    if _refused_below(clause):
        yield replace(_of(clause, clause.start, clause.end), max=0, unit="tier")
        return
    told = [
        item
        for item in read(clause, find_tiers)
        if item.note != "conditional" and not _VISIT.match(clause.unit.text[item.end : item.end + 4])
    ]
    for item in holding(clause.unit.text, told)[:1]:
        yield of_quantity(clause, Category.TIER, "subcontract-depth", "商流", item)
        return
    if clause.unit.field is Field.TIER and clause.unit.label is not None and any(word in clause.text for word in _WAIVED):
        yield replace(_of(clause, clause.start, clause.end), necessity=Necessity.NOT_REQUIRED)


def _of(clause: Clause, start: int, end: int) -> Finding:
    return Finding(Category.TIER, "subcontract-depth", "商流", clause, start, end)


def _refused_below(clause: Clause) -> bool:
    """`再委託：不可`: the label names who may not come."""
    label = clause.unit.label
    if label is None or clause.unit.field is not Field.TIER or clause.start != clause.unit.value:
        return False
    named = _BELOW.search(clause.unit.text[label.start : label.end])
    return named is not None and bool(_REFUSED.match(clause.text.strip()))
