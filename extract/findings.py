"""What the category modules find: a demand at its place in a clause, before it is known what binds it."""

from dataclasses import dataclass, replace

from extract.clauses import Clause
from extract.vocabulary.matching import TermHit
from requisitions.words import Category, Necessity


@dataclass(frozen=True, slots=True)
class Finding:
    """One demand as read from `[start, end)` of its clause's unit."""

    category: Category
    key: str
    label: str
    clause: Clause
    start: int
    end: int
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    text: str | None = None
    relative: bool = False
    necessity: Necessity | None = None
    """Where the words of the category itself decide (`外国籍不可`); null: the cues around it do."""
    open_class: bool = False
    sure: float = 1.0
    """How sure the words are, 0..1: exact terms 1, guesses less."""
    group: str | None = None
    anchor: tuple[int, int] | None = None
    """Where the cues are looked for, if not at `[start, end)`."""
    condition: str | None = None

    @property
    def identity(self) -> tuple[Category, str]:
        """Category and key."""
        return (self.category, self.key)

    def spread(self, start: int, end: int) -> "Finding":
        """The same find with wider evidence."""
        return replace(self, start=start, end=end)

    @property
    def has_value(self) -> bool:
        """Whether a number or a word of value is told."""
        return any(part is not None for part in (self.min, self.max, self.text))


def of_term(clause: Clause, hit: TermHit, **values: object) -> Finding:
    """The finding of a vocabulary term at its own place."""
    return Finding(hit.entry.category, hit.entry.key, hit.entry.label, clause, hit.start, hit.end, **values)  # type: ignore[arg-type]
