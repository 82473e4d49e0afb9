"""Years, or a standing, told of what the clause before named: `TypeScriptは引き続き必須ですが、実務1年あれば…`."""

from collections.abc import Iterator

import re2

from extract.clauses import Clause
from extract.cues import STANDING
from extract.findings import Finding, of_term
from extract.measured import read
from extract.quantities.years import find_years
from extract.scene import Scene
from requisitions.words import Category

_KINDS = frozenset({Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION})


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The years or the standing of a clause that names nothing, for the only term that its sentence named before."""
    if clause.start == clause.sentence[0] or any(
        hit.entry.category in _KINDS and hit.entry.key != "total-experience" for hit in scene.hits(clause)
    ):
        return
    years = read(clause, find_years)
    cue = next((cue for cue in clause.cues if cue.kind in STANDING), None)
    before = [
        hit
        for hit in scene.terms.get(id(clause.unit), ())
        if clause.sentence[0] <= hit.start and hit.end <= clause.start and hit.entry.category in _KINDS and not hit.ambiguous
    ]
    if len(before) != 1:
        return
    if not years and cue is not None and _ONLY_A_CUE.search(clause.text):
        yield of_term(clause, before[0], sure=0.75, anchor=(clause.start, clause.start)).spread(before[0].start, cue.end)
    if len(years) == 1:
        bound = years[0]
        found = of_term(clause, before[0], min=bound.min, max=bound.max, unit=bound.unit, sure=0.8, anchor=(bound.start, bound.end))
        yield found.spread(before[0].start, bound.end)


_ONLY_A_CUE = re2.compile(
    r"^[ ,]*(?:only|but|just|now|as|it|is|so|and|let's|please|that|merely|a|nice|plus|bonus|drop|尚可|必須|不要|ただ)"
)
