"""A person's words: which mail belongs where, what was read wrongly, what was reviewed (DECISIONS.md D14).

Every word is an entry that stays; of several on one matter the last holds, and an undo is a word too. Words cite mails and
statements, never version numbers, and requisitions by one of their statements.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from requisitions.identity import statement_id
from requisitions.statements import Hint, Requirement, Statement
from requisitions.values import comparable
from requisitions.versions import Corrected, Stated
from requisitions.words import HintWhy, Necessity, Review

Value = str | float | None


class WordKind(StrEnum):
    """What a person's word is about."""

    LINK = "link"
    UNLINK = "unlink"
    MERGE = "merge"
    CORRECT = "correct"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, order=True)
class Cited:
    """A statement, by what never changes."""

    sha256: str
    ordinal: int

    @property
    def statement_id(self) -> str:
        """Its id."""
        return statement_id(self.sha256, self.ordinal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person says. Fields that its kind has no use for are empty."""

    kind: WordKind
    about: Cited
    """The statement in question; of a review the one that its change or flag was read from."""
    by: str = ""
    note: str | None = None
    undo: bool = False
    """Takes back what holds on this matter."""
    other: Cited | None = None
    """Of a link and a merge: a statement of the requisition that it belongs to."""
    category: str | None = None
    key: str | None = None
    """Of a demand, as its mail was read; of a review, what moved or the rule of the flag."""
    drop: bool = False
    """Of a demand: it does not stand there."""
    put: tuple[tuple[str, Value], ...] = ()
    """Of a demand: fields of `Requirement` with what they should have been read as."""
    reviewed: str | None = None
    """Id of the change or flag."""
    verdict: Review | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """A word with its place in the archive's sequence."""

    seq: int
    at: datetime
    word: Word


def subject(word: Word) -> tuple[str, ...]:
    """The matter that a word is on: the last word on it holds."""
    match word.kind:
        case WordKind.LINK | WordKind.UNLINK:
            return ("place", word.about.statement_id)
        case WordKind.MERGE:
            return ("merge", *sorted(cited.statement_id for cited in (word.about, word.other) if cited is not None))
        case WordKind.CORRECT:
            return ("reading", word.about.statement_id, word.category or "", word.key or "")
        case WordKind.REVIEW:
            return ("review", word.reviewed or "")


def said(word: Word) -> str:
    """What of a word its kind alone does not tell."""
    if word.undo:
        return "undo"
    if word.other is not None:
        return word.other.statement_id
    if word.drop:
        return "drop"
    if word.verdict is not None:
        return word.verdict
    return ",".join(f"{name}={_shown(value)}" for name, value in word.put)


def _shown(value: Value) -> str:
    return f"{value:.12g}" if isinstance(value, float) else value or ""


def in_force(entered: Iterable[Entered]) -> tuple[Entered, ...]:
    """The words that hold, in the order in which they were said.

    A statement that is placed anew leaves what was merged by it before.
    """
    last = {subject(one.word): one for one in sorted(entered, key=lambda one: one.seq)}
    standing = [one for one in last.values() if not one.word.undo]
    placed = {one.word.about: one.seq for one in standing if one.word.kind in {WordKind.LINK, WordKind.UNLINK}}
    return tuple(sorted((one for one in standing if not _is_left(one, placed)), key=lambda one: one.seq))


def _is_left(one: Entered, placed: Mapping[Cited, int]) -> bool:
    ends = (one.word.about, one.word.other)
    return one.word.kind is WordKind.MERGE and any(placed.get(end, 0) > one.seq for end in ends if end is not None)


@dataclass(frozen=True, slots=True)
class Belonging:
    """What people said about which statement belongs where."""

    cut: frozenset[str] = frozenset()
    """Statements that go on from no other, whatever the rules say."""
    joins: tuple[tuple[str, str], ...] = ()
    """Pairs of statements that belong to one requisition."""

    @property
    def cited(self) -> frozenset[str]:
        """All statements that it speaks of."""
        return self.cut.union(*self.joins)


NOTHING_SAID = Belonging()


def belonging(standing: Iterable[Entered]) -> Belonging:
    """What the words in force say of links."""
    told = [one.word for one in standing]
    cut = frozenset(word.about.statement_id for word in told if word.kind in {WordKind.LINK, WordKind.UNLINK})
    joins = tuple((word.about.statement_id, word.other.statement_id) for word in told if word.other is not None)
    return Belonging(cut, joins)


def verdicts(standing: Iterable[Entered]) -> dict[str, Review]:
    """The reviews in force, by the id of the change or flag."""
    told = (one.word for one in standing)
    return {word.reviewed: word.verdict for word in told if word.reviewed is not None and word.verdict is not None}


def reread(statements: Sequence[Stated], standing: Iterable[Entered]) -> tuple[list[Stated], tuple[Corrected, ...]]:
    """The statements of a requisition as people say that they read, and where that made a difference.

    A word counts for the same words in the requisition's other mails too: what is sent twice must not move a seat.
    """
    cited = {(one.word.about.statement_id, one.word.category, one.word.key): one for one in standing if one.word.kind is WordKind.CORRECT}
    if not cited:
        return list(statements), ()
    there = [(stated, demand) for stated in statements for demand in demands_told(stated.statement)]
    own = [(demand, one) for stated, demand in there if (one := cited.get((stated.statement_id, *demand.identity))) is not None]
    same = {_words(demand): one for demand, one in sorted(own, key=lambda pair: pair[1].seq)}
    told, corrected = [], []
    for stated in statements:
        spoken_of = {
            demand: one
            for demand in demands_told(stated.statement)
            if (one := cited.get((stated.statement_id, *demand.identity)) or same.get(_words(demand))) is not None
        }
        told.append(replace(stated, statement=_reread(stated.statement, spoken_of)) if spoken_of else stated)
        corrected += [_corrected(stated, demand, one) for demand, one in spoken_of.items()]
    return told, tuple(corrected)


def demands_told(statement: Statement) -> list[Requirement]:
    """What a statement demands, and those of its hints that speak of something else: one for each demand."""
    told = {demand.identity: demand for demand in reversed([*statement.requirements, *(hint.requirement for hint in statement.hints)])}
    return list(reversed(told.values()))


def _words(demand: Requirement) -> Hashable:
    """The words of a demand and what was made of them, wherever they stand."""
    value = (demand.necessity, demand.min, demand.max, demand.unit, demand.text)
    return (*demand.identity, comparable(demand.evidence), *value)


def _reread(statement: Statement, found: Mapping[Requirement, Entered]) -> Statement:
    dropped = tuple(Hint(demand, HintWhy.REJECTED) for demand, one in found.items() if one.word.drop)
    put = {demand: corrected_demand(demand, one.word) for demand, one in found.items() if not one.word.drop}
    again = {demand.identity for demand in put.values()}
    kept = [demand for demand in statement.requirements if demand in put or not (demand in found or demand.identity in again)]
    lifted = [demand for demand in put if demand not in statement.requirements]
    hints = [hint for hint in statement.hints if hint.requirement not in found]
    told = {demand.identity: demand for demand in (put.get(demand, demand) for demand in (*kept, *lifted))}
    return replace(statement, requirements=tuple(told.values()), hints=(*hints, *dropped))


def corrected_demand(demand: Requirement, word: Word) -> Requirement:
    """The demand as a person says that it reads; of his own word there is no doubt."""
    put = dict(word.put)
    if "necessity" in put:
        put["necessity"] = Necessity(str(put["necessity"]))
    fields: dict[str, object] = {
        **put,
        "confidence": 1.0,
        "hedged": False,
        "condition": None,
        "necessity_stated": demand.necessity_stated or "necessity" in put,
        "relative": demand.relative and put.keys().isdisjoint({"min", "max", "unit"}),
        "open_class": demand.open_class and "key" not in put,
    }
    return replace(demand, **fields)  # type: ignore[arg-type]


def _corrected(stated: Stated, demand: Requirement, one: Entered) -> Corrected:
    now = demand if one.word.drop else corrected_demand(demand, one.word)
    return Corrected(
        seq=one.seq,
        sha256=stated.mail.sha256,
        category=now.category,
        key=now.key,
        start=demand.start,
        end=demand.end,
        by=one.word.by,
        note=one.word.note,
        at=one.at,
    )
