"""How many people are wanted."""

from collections.abc import Iterator

import re2

from extract.clauses import Clause, item_bounds
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.phrases import phrases
from extract.quantities.counts import find_persons
from extract.quantities.numerals import number
from extract.quantities.years import find_years
from extract.requirements.role import wanted_in
from extract.scene import Scene, speaks_of
from requisitions.words import Category

_ELSEWHERE = (
    Field.WORK,
    Field.ENVIRONMENT,
    Field.REPLY,
    Field.INTERVIEW,
    Field.TITLE,
    Field.CLIENT,
    Field.AGE,
    Field.RATE,
    Field.REFERENCE,
)
_NOT_WANTED = phrases("headcount", "not_wanted")

_ALONE = re2.compile(r"^(?:お?(?:1|一)人|ひとり)(?:で(?:[^すし]|$)|称)")


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The number of people that a clause asks for."""
    if clause.unit.field in _ELSEWHERE or clause.question:
        return
    labelled = clause.unit.field is Field.HEADCOUNT or speaks_of(clause, Field.HEADCOUNT)
    count = number(clause.text.strip(" .。")) if clause.unit.field is Field.HEADCOUNT else None
    if count is not None and count > 0:
        label = "人数" if scene.japanese else "Headcount"
        yield Finding(Category.HEADCOUNT, "headcount", label, clause, clause.start, clause.end, min=count, max=count, unit="person")
        return
    for item in read(clause, find_persons, bare=labelled):
        if (item.min is None and item.max is None) or _ALONE.match(clause.unit.text[item.start : item.end + 3]):
            continue
        if not labelled and _NOT_WANTED.search(clause.unit.text[slice(*item_bounds(clause, item.start, item.end))]):
            continue
        if any(years.start < item.end and item.start < years.end for years in read(clause, find_years)):
            continue
        yield of_quantity(clause, Category.HEADCOUNT, "headcount", "人数" if scene.japanese else "Headcount", item)
        return
    wanted = None if scene.japanese else wanted_in(clause)
    if wanted and wanted.job.endswith("s") and (count := number(wanted.count)) is not None and count > 1:
        at = wanted.counted
        yield Finding(Category.HEADCOUNT, "headcount", "Headcount", clause, *at, min=count, max=count, unit="person", sure=0.85)
