"""Years told of what the clause before named: `TypeScriptは引き続き必須ですが、実務1年あれば…`."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.findings import Finding, of_term
from extract.measured import read
from extract.quantities.years import find_years
from extract.scene import Scene
from requisitions.words import Category

_KINDS = frozenset({Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION})


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The years of a clause that names nothing, with the only term that its sentence named before."""
    if clause.start == clause.sentence[0] or any(
        hit.entry.category in _KINDS and hit.entry.key != "total-experience" for hit in scene.hits(clause)
    ):
        return
    years = read(clause, find_years)
    before = [
        hit
        for hit in scene.terms.get(id(clause.unit), ())
        if clause.sentence[0] <= hit.start and hit.end <= clause.start and hit.entry.category in _KINDS and not hit.ambiguous
    ]
    if len(years) == 1 and len(before) == 1:
        bound = years[0]
        found = of_term(clause, before[0], min=bound.min, max=bound.max, unit=bound.unit, sure=0.8, anchor=(bound.start, bound.end))
        yield found.spread(before[0].start, bound.end)
