"""Words about one demand that contradict each other and that nobody has settled since: findings of their own, beside any change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from requisitions.alternatives import Identity
from requisitions.differences import by_identity, change_between
from requisitions.speaking import named_speakers
from requisitions.statements import Requirement
from requisitions.values import is_present
from requisitions.versions import Held, HintRow, History, Stated, Version
from requisitions.words import Category, HintWhy, Mode, Speaker

_ORDER = tuple(Category)


class ConflictKind(StrEnum):
    """Whose words stand against whose."""

    SPEAKERS = "speakers"
    """The end client's own against an intermediary's."""
    RESENT = "resent"
    """Old text that came again after others had amended it."""


@dataclass(frozen=True, slots=True)
class Word:
    """What one mail says of a demand."""

    requirement: Requirement | None
    """Null where a whole text leaves the demand out."""
    sha256: str
    stated_at: datetime
    stated_by: Speaker


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two mails that differ on a demand."""

    kind: ConflictKind
    demand: Requirement
    """What it is about, as the words against what holds name it."""
    holds: Word | None
    """What holds now; null where no version names the demand."""
    against: Word
    """The words that hold no longer, or never did."""

    @property
    def latest(self) -> Word:
        """The words that opened the conflict."""
        return self.against if self.holds is None or self.holds.stated_at < self.against.stated_at else self.holds

    @property
    def differs(self) -> bool:
        """Whether the two ask different things; not so where an old text merely lacks what was amended since."""
        return change_between(None if self.holds is None else self.holds.requirement, self.against.requirement) is not None

    def said_by(self, speaker: Speaker) -> Word | None:
        """The side of a speaker."""
        return next((word for word in (self.holds, self.against) if word is not None and word.stated_by is speaker), None)


def conflicts(versions: Sequence[Version], hints: Sequence[HintRow], confirming: Sequence[Word] = ()) -> tuple[Conflict, ...]:
    """What mails of a requisition contradict each other on, the latest word of each pair; the end client's conflicts first.

    Args:
        versions: All versions so far.
        hints: All hints so far; those that contradict what held are old text sent again (DECISIONS.md D5).
        confirming: Words of mails that demanded the same again and so made no version, as `words_again` gives them.
    """
    if not versions:
        return ()
    found: dict[Identity, Conflict] = {}
    for conflict in sorted((*_overruled(versions), *_resent(versions[-1], hints)), key=_rank):
        if not any(_settles(word, conflict) for word in confirming):
            found.setdefault(conflict.demand.identity, conflict)
    return tuple(found.values())


def words_again(stated: Iterable[Stated], history: History) -> tuple[Word, ...]:
    """The words of a requisition's statements that demanded what held already."""
    ordered = named_speakers(sorted(stated, key=lambda one: one.order))
    return tuple(
        Word(demand, one.mail.sha256, one.mail.stated_at, demand.stated_by or one.statement.stated_by)
        for one in ordered
        if one.mail.sha256 in history.confirmations
        for demand in one.statement.requirements
    )


def _settles(word: Word, conflict: Conflict) -> bool:
    """Whether what holds was said once more: against the end client's own words, by nobody else."""
    holds = None if conflict.holds is None else conflict.holds.requirement
    if word.requirement is None or word.requirement.identity != conflict.demand.identity or word.stated_at <= conflict.latest.stated_at:
        return False
    heard = conflict.kind is ConflictKind.RESENT or word.stated_by is Speaker.END_CLIENT
    return heard and change_between(holds, word.requirement) is None


def _rank(conflict: Conflict) -> tuple[object, ...]:
    place = _ORDER.index(conflict.demand.category)
    return (conflict.kind is not ConflictKind.SPEAKERS, not conflict.differs, conflict.latest.stated_at, place, conflict.demand.key)


def _resent(now: Version, hints: Sequence[HintRow]) -> Iterator[Conflict]:
    """Old text sent again, unless somebody spoke of the demand since."""
    held = by_identity(now)
    last = {row.hint.requirement.identity: row for row in hints if row.hint.why is HintWhy.CONTRADICTED}
    for identity, row in last.items():
        holds = held.get(identity)
        if holds is None or holds.stated_at <= row.stated_at:
            against = Word(row.hint.requirement, row.sha256, row.stated_at, row.stated_by)
            speakers = holds is not None and (holds.stated_by, row.stated_by) == (Speaker.END_CLIENT, Speaker.INTERMEDIARY)
            kind = ConflictKind.SPEAKERS if speakers else ConflictKind.RESENT
            yield Conflict(kind, row.hint.requirement, None if holds is None else _word(holds), against)


def _overruled(versions: Sequence[Version]) -> Iterator[Conflict]:
    """The end client's own last words that an intermediary's newer ones have replaced, or left out."""
    held = by_identity(versions[-1])
    for identity, own in _own_words(versions).items():
        now = held.get(identity)
        if now is None:
            silent = _left_out(versions, identity, own)
            if silent is not None and own.requirement is not None and is_present(own.requirement):
                yield Conflict(ConflictKind.SPEAKERS, own.requirement, silent, own)
        elif (
            now.stated_by is Speaker.INTERMEDIARY
            and own.requirement is not None
            and change_between(own.requirement, now.requirement) is not None
        ):
            yield Conflict(ConflictKind.SPEAKERS, own.requirement, _word(now), own)


def _own_words(versions: Sequence[Version]) -> dict[Identity, Word]:
    """What the end client said last of each demand; what a whole text of his leaves out, he no longer says."""
    last: dict[Identity, Word] = {}
    for version in versions:
        held = by_identity(version)
        if (version.mode, version.stated_by) == (Mode.FULL, Speaker.END_CLIENT):
            last = {identity: word for identity, word in last.items() if identity in held}
        last |= {identity: _word(one) for identity, one in held.items() if one.stated_by is Speaker.END_CLIENT}
    return last


def _left_out(versions: Sequence[Version], identity: Identity, own: Word) -> Word | None:
    """The intermediary's whole text that no longer names what the end client said; null where somebody else took it out."""
    gone = next((one for one in versions if one.stated_at > own.stated_at and identity not in by_identity(one)), None)
    if gone is None or gone.stated_by is not Speaker.INTERMEDIARY:
        return None
    return Word(None, gone.sha256, gone.stated_at, gone.stated_by)


def _word(held: Held) -> Word:
    return Word(held.requirement, held.sha256, held.stated_at, held.stated_by)
