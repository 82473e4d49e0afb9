"""Words that make no version: said before, or taken back (DECISIONS.md D5)."""

from collections.abc import Hashable, Iterable

from requisitions.statements import Requirement, Statement
from requisitions.values import comparable
from requisitions.versions import Stated
from requisitions.words import Mode

Fingerprint = frozenset[Hashable]


def without_retracted(ordered: Iterable[Stated]) -> list[Stated]:
    """The statements in fold order, less those whose author took them back with his next mail ("ignore my last mail")."""
    kept: list[Stated] = []
    for stated in ordered:
        if stated.statement.retracts:
            last = _last_mail(kept, stated)
            kept = [earlier for earlier in kept if earlier.mail.sha256 != last]
        kept.append(stated)
    return kept


def _last_mail(kept: list[Stated], stated: Stated) -> str | None:
    own = (
        earlier.mail.sha256
        for earlier in reversed(kept)
        if earlier.mail.sender_address == stated.mail.sender_address and earlier.mail.sha256 != stated.mail.sha256
    )
    return next(own, None)


def words_of(statement: Statement) -> Fingerprint | None:
    """What was read and where: the same for one text sent twice; null where nothing was read."""
    demands = [*statement.requirements, *(hint.requirement for hint in statement.hints)]
    places: set[Hashable] = {(*demand.identity, demand.evidence, demand.start) for demand in demands}
    if statement.status_evidence is not None:
        places.add((statement.status, statement.status_evidence, statement.status_start))
    return frozenset({statement.mode, *places}) if places else None


def demands_of(statement: Statement) -> Fingerprint | None:
    """What a full text demands, however it is laid out; null for an amendment."""
    if statement.mode is Mode.AMENDMENT:
        return None
    status = statement.status if statement.status_stated else None
    return frozenset({status, *(_demand(requirement) for requirement in statement.requirements)})


def _demand(requirement: Requirement) -> Hashable:
    text = None if requirement.text is None else comparable(requirement.text)
    return (*requirement.identity, requirement.necessity, requirement.min, requirement.max, requirement.unit, text)
