"""What a category module may look at beside its clause: the mail's date, the terms in sight, the topic of a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

import re2

from extract.clauses import Clause
from extract.labels import Field, lexicon
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.vocabulary.matching import TermHit
from requisitions.words import Category

_SCALARS = frozenset(
    {
        Field.RATE,
        Field.SETTLEMENT,
        Field.LOCATION,
        Field.REMOTE,
        Field.PERIOD,
        Field.START,
        Field.END,
        Field.DURATION,
        Field.SCHEDULE,
        Field.OVERTIME,
        Field.HEADCOUNT,
        Field.INTERVIEW,
        Field.TIER,
        Field.AGE,
        Field.GENDER,
        Field.NATIONALITY,
        Field.PAYMENT,
        Field.CONTRACT,
    }
)
_TOO_COMMON = frozenset(phrases("scene", "too_common").pattern.split("|"))
"""Label words that prose uses for other things, too."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One mail, as far as every clause may know it."""

    base: date
    """The mail's date in its own time zone: months without a year count from it."""
    japanese: bool
    original: str
    terms: Mapping[int, Sequence[TermHit]]
    """Terms of each unit, by the unit's identity."""

    inside: dict[tuple[int, int, int], tuple[TermHit, ...]] = field(default_factory=dict)
    """Terms of the stretches that were asked about, by the unit's identity, start and end."""

    def hits(self, clause: Clause, category: Category | None = None) -> list[TermHit]:
        """The vocabulary terms inside a clause, in order."""
        place = (id(clause.unit), clause.start, clause.end)
        found = self.inside.get(place)
        if found is None:
            terms = self.terms.get(id(clause.unit), ())
            found = self.inside[place] = tuple(hit for hit in terms if clause.start <= hit.start and hit.end <= clause.end)
        return [hit for hit in found if category is None or hit.entry.category is category]

    def written(self, clause: Clause, start: int, end: int) -> str:
        """The original's spelling of a stretch of the unit's text."""
        return self.original[slice(*clause.unit.folded.original(start, end))]


@cache
def _topic_words() -> tuple[Pattern, dict[str, Field]]:
    words = {name: field for name, field in lexicon().items() if field in _SCALARS and name not in _TOO_COMMON and len(name) > 1}
    parts = sorted((re2.escape(name) if not name.isascii() else rf"\b{re2.escape(name)}\b" for name in words), key=len, reverse=True)
    return Pattern("|".join(parts)), words


def topic_at(clause: Clause, at: int) -> Field | None:
    """The field that the words before a place speak of: the nearest label word in the sentence, else the unit's own field."""
    first = clause.unit.body if clause.unit.field in (Field.OTHER, None) and clause.sentence[0] == clause.unit.value else clause.sentence[0]
    topic = _last_topic(clause.unit.text, first, at) or clause.unit.field
    return topic if topic is not None else asked_topic(clause)


@lru_cache(maxsize=256)
def _last_topic(text: str, start: int, end: int) -> Field | None:
    """The field of the last label word in a stretch."""
    pattern, words = _topic_words()
    topic = None
    for hit in pattern.finditer(text, start, end):
        topic = words[hit.group().replace(" ", "")] if hit.group().replace(" ", "") in words else words.get(hit.group(), topic)
    return topic


def asked_topic(clause: Clause) -> Field | None:
    """The field that the question above an answer speaks of."""
    if not clause.unit.question:
        return None
    pattern, words = _topic_words()
    asked = [hit.group() for hit in pattern.finditer(clause.unit.question)]
    return words.get(asked[-1].replace(" ", "")) if asked else None


def speaks_of(clause: Clause, field: Field) -> bool:
    """Whether the clause, or the question that it answers, speaks of a field."""
    return field in (topic_at(clause, clause.end), asked_topic(clause))


def label_only(clause: Clause) -> bool:
    """Whether the unit's label gives the field, and no other word before the clause does."""
    return clause.unit.label is not None
