"""English experience that no vocabulary knows, with a word that says how binding it is: "antitrust background preferred"."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.demanding import describes, listed
from extract.findings import Finding
from extract.patterns import Pattern
from extract.scene import Scene
from extract.slugs import slug
from requisitions.words import Category

_BOUND = Pattern(
    r"(?:^|[,;:(] ?|\b(?:an?|some|any|prior|previous|recent|solid|strong|good|and|with|that) )"
    r"(?P<what>[a-z][a-z-]{2,}(?: [a-z][a-z-]{2,})?) (?:background|experience|exposure)(?: (?:is|would be|will be))?(?: now| also| still)? "
    r"(?:(?:strongly|highly|much|absolutely) )?(?:an? )?"
    r"(?:preferred|required|needed|essential|desirable|desired|mandatory|compulsory|must|plus|bonus|advantage|asset|helpful|useful|nice)\b"
)
_NO_FIELD = Pattern(
    r"^(?:(?:the|this|that|his|her|their|our|your|such|more|less|same|work|working|prior|previous|relevant|similar|professional|total|overall"
    r"|years?|yrs?|no|not|any|some|hands-on|industry|proven|good|strong|solid|minimum|extensive|recent|of|in|with|and|or)\b ?)+$"
    r"|\b(?:years?|yrs?|no|not|without|of)\b"
)
_KINDS = frozenset({Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION, Category.LANGUAGE})


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The field of work that a clause wants or wishes people to know."""
    if scene.japanese or clause.question or listed(clause) or describes(clause):
        return
    for found in _BOUND.finditer(clause.unit.text, clause.start, clause.end):
        start, end = found.span(1)
        if _NO_FIELD.search(found["what"]) or any(
            hit.start < end and start < hit.end and hit.entry.category in _KINDS for hit in scene.hits(clause)
        ):
            continue
        name = scene.written(clause, start, end)
        yield Finding(
            Category.EXPERIENCE, slug(name), name, clause, start, found.end(), open_class=True, sure=0.7, anchor=(start, end)
        )  # fmt: skip
