"""Years, or a standing, told of what the clause before named: `TypeScriptは引き続き必須ですが、実務1年あれば…`."""

from collections.abc import Iterator

from extract.clauses import Clause, necessity_of
from extract.cues import STANDING, CueKind, find_cues
from extract.findings import Finding, of_term
from extract.measured import read
from extract.phrases import phrases
from extract.quantities.years import find_years
from extract.scene import Scene
from requisitions.words import Category

_KINDS = frozenset({Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION})


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The years or the standing of a clause that names nothing, for the only term that was named right before it."""
    terms = scene.terms.get(id(clause.unit), ())
    if not terms:
        return
    goes_on = clause.start != clause.sentence[0]
    since = clause.sentence[0] if goes_on else _sentence_before(clause)
    before = [hit for hit in terms if since <= hit.start and hit.end <= clause.start and hit.entry.category in _KINDS]
    if len({(hit.entry.category, hit.entry.key) for hit in before}) != 1:
        return
    if any(
        hit.entry.category in _KINDS and hit.entry.key != "total-experience" and (hit.exact or not hit.ambiguous)
        for hit in scene.hits(clause)
    ):
        return
    if clause.unit.text[: clause.start].rstrip().endswith("/") or (not goes_on and not _TAKES_UP.search(clause.text)):
        return
    if all(hit.ambiguous and not hit.exact for hit in before) and not _told_of(clause.unit.text[since : clause.start]):
        return
    years = read(clause, find_years)
    cue = next((cue for cue in clause.cues if cue.kind in STANDING), None)
    if not years and cue is not None and (not goes_on or _ONLY_A_CUE.search(clause.text)):
        standing = of_term(clause, before[0], sure=0.75, necessity=necessity_of(cue))
        yield standing.spread(before[0].start, cue.end)
    if len(years) == 1:
        bound = years[0]
        found = of_term(clause, before[0], min=bound.min, max=bound.max, unit=bound.unit, sure=0.8, anchor=(bound.start, bound.end))
        yield found.spread(before[0].start, bound.end)


def _told_of(words: str) -> bool:
    """Whether words say how binding something is: then an everyday word in them is meant as the term."""
    return any(cue.kind in STANDING or cue.kind is CueKind.SOURCE for cue in find_cues(words))


def _sentence_before(clause: Clause) -> int:
    """Where the sentence before the clause's own begins in the unit."""
    text, end = clause.unit.text, len(clause.unit.text[: clause.start].rstrip("。.!? "))
    return max(text.rfind("。", 0, end), text.rfind(". ", 0, end), text.rfind("! ", 0, end), -1) + 1


_TAKES_UP = phrases("carried", "takes_up")
_ONLY_A_CUE = phrases("carried", "only_a_cue")
