"""Years that move, of a thing that no vocabulary knows: "please raise Zorbium from 3 to 7 years"."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.findings import Finding
from extract.measured import read
from extract.patterns import Pattern
from extract.quantities.years import find_years
from extract.scene import Scene
from extract.slugs import slug
from requisitions.words import Category

_MOVED = Pattern(
    r"\b(?:rais|increas|lower|reduc|bump|chang|mov|push|tak|cut|drop|relax)[a-z]* (?:the )?(?:required |minimum )?"
    r"(?P<what>[a-z0-9][a-z0-9.+#/-]*(?: [a-z0-9.+#/-]+)?)(?: requirement| experience)? (?:up |down )?"
    r"(?:from \d{1,2}\+?(?: (?:years?|yrs?))? )?to \d{1,2}\+? ?(?:years?|yrs?)\b"
)
_STANDS = Pattern(
    r"^(?:and |also,? |so )?(?P<what>[A-Z][\w.+#/-]*(?: [A-Z][\w.+#/-]*)?)(?: (?:minimum|min\.?|experience|years|requirement))? "
    r"(?:is|are|goes|becomes|should be|must be|has to be|needs to be)(?: now)?(?: up| down)?(?: to)?(?: at least)? "
    r"\d{1,2}\+? ?(?:years?|yrs?)\b"
)
_NO_THING = Pattern(
    r"\b(?:it|this|that|them|contract|duration|term|length|minimum|experience|requirement|rate|price|lease|years?|from|up|down|start)\b"
)
_NO_NAME = frozenset(
    {"It", "This", "That", "The", "Experience", "Minimum", "Years", "Contract", "Duration", "Term", "Length", "There", "They"}
)
_KINDS = frozenset({Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION})


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The thing whose years a clause raises or lowers, where no vocabulary knows it."""
    moved = _MOVED.search(clause.unit.text, clause.start, clause.end)
    if scene.japanese:
        return
    if moved is None:
        yield from _stands(clause, scene)
        return
    if _NO_THING.search(moved["what"]):
        return
    start, end = moved.span(1)
    years = read(clause, find_years, bare=True)
    if len(years) != 1 or any(hit.start < end and start < hit.end and hit.entry.category in _KINDS for hit in scene.hits(clause)):
        return
    name = scene.written(clause, start, end)
    yield Finding(
        Category.SKILL, slug(name), name, clause, start, years[0].end,
        min=years[0].min, max=years[0].max, unit=years[0].unit, open_class=True, sure=0.7, anchor=(start, end),
    )  # fmt: skip


def _stands(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """`Zorbium minimum is 3 years`: a name of its own as the subject of so many years."""
    written = scene.written(clause, clause.start, clause.end)
    named = _STANDS.match(written)
    if named is None or len(written) != clause.end - clause.start or named["what"].split()[0] in _NO_NAME or scene.hits(clause):
        return
    years = read(clause, find_years, bare=True)
    if len(years) == 1:
        start, end = clause.start + named.start(1), clause.start + named.end(1)
        yield Finding(
            Category.SKILL, slug(named["what"]), named["what"], clause, start, years[0].end,
            min=years[0].min, max=years[0].max, unit=years[0].unit, open_class=True, sure=0.7, anchor=(start, end),
        )  # fmt: skip
