"""Skills: technologies, tools, products, methods; years belong to them."""

from collections.abc import Iterator, Sequence

from extract.binding import years_at
from extract.clauses import Clause
from extract.demanding import describes, is_asked, is_row, means_the_term
from extract.findings import Finding, of_term
from extract.measured import read
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.years import find_years
from extract.requirements.grades import names_of_grades
from extract.requirements.role import role_spans
from extract.scene import Scene
from extract.vocabulary.matching import TermHit
from requisitions.words import Category


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The skills that a clause asks for, each with its years."""
    hits = scene.hits(clause, Category.SKILL)
    if not hits:
        return
    jobs = [*role_spans(clause, scene), *names_of_grades(clause)]
    text = clause.unit.text
    years = [item for item in read(clause, find_years, bare=True) if item.explicit or _YEARS.search(text[item.start : item.end])]
    plain = [hit for hit in hits if not hit.ambiguous]
    row = is_row(clause, [*hits, *scene.hits(clause, Category.QUALIFICATION)])
    for hit in hits:
        if any(start <= hit.start and hit.end <= end for start, end in jobs):
            continue
        if _details(hit, hits, text) or _head_noun(clause, hit, hits, scene) or _OF_A_PAPER.match(text[hit.end : hit.end + 16]):
            continue
        if _ends_a_name(clause, hit, hits, scene):
            continue
        others = sum(other.start != hit.start for other in plain)
        bound = years_at(clause, hit, [other for other in hits if other is hit or not _details(other, hits, text)], years)
        asked = row or is_asked(clause, hit.start, hit.end) or (bound is not None and not describes(clause))
        if not asked or not means_the_term(clause, hit, others):
            continue
        end = max(hit.end, bound.end) if bound and bound.start >= hit.end and bound.end - hit.end < 40 else hit.end
        start = min(hit.start, bound.start) if bound and bound.end <= hit.start and hit.start - bound.end < 40 else hit.start
        yield of_term(
            clause,
            hit,
            min=bound.min if bound else None,
            max=bound.max if bound else None,
            unit=bound.unit if bound else None,
            sure=0.8 if hit.ambiguous else 1.0,
            anchor=(hit.start, hit.end),
        ).spread(start, end)


_YEARS = Pattern(r"年|月|year|yr|yoe|month|mth")
"""A bare figure beside a skill is its version: `Java 17`."""
_DETAIL = Pattern(r"^ ?(?:での|で|を使った|を用いた|による) ?$")
"""`GoでのAPI開発`: the second only says what was made with the first (GUIDELINES.md 2)."""


_OF_A_PAPER = Pattern(r"^ (?:certificat(?:e|ion)|licen[cs]e|ticket|diploma|permit|accreditation)s?\b")
"""`a rigging certificate` asks for the paper."""


def _head_noun(clause: Clause, hit: TermHit, hits: Sequence[TermHit], scene: Scene) -> bool:
    """`PowerShell scripting`: a common noun behind a name is no skill of its own."""
    written = scene.written(clause, hit.start, hit.end)
    beside = any(other.end + 1 == hit.start for other in hits if not other.ambiguous)
    return beside and clause.unit.text[hit.start - 1] == " " and written.isascii() and written.islower()


def _ends_a_name(clause: Clause, hit: TermHit, hits: Sequence[TermHit], scene: Scene) -> bool:
    """Whether a common word is the last of a product's name that no vocabulary knows: `Zorbium Cloud`."""
    if not _COMMON.fullmatch(clause.unit.text[hit.start : hit.end]) or any(other.end + 1 == hit.start for other in hits):
        return False
    written = scene.written(clause, clause.start, hit.end)
    return len(written) == hit.end - clause.start and bool(_NAME_BEFORE.search(written))


_COMMON = phrases("skill", "common")
_NAME_BEFORE = Pattern(r"(?:^|[a-z,;/(&] ?|[a-z]{2} )[A-Z][A-Za-z0-9]{3,} [A-Z][A-Za-z]+$")


def _details(hit: TermHit, hits: Sequence[TermHit], text: str) -> bool:
    return any(_DETAIL.match(text[other.end : hit.start]) for other in hits if other.end <= hit.start)
