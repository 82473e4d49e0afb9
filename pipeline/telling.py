"""What a mail says, and the story of a requisition, as lines of text (`extract` and `show` without `--json`)."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from pipeline.saying import Sayings
from pipeline.tables import aligned, demand, moment, quoted
from reports.formats import Formats
from reports.phrases import Phrasing
from reports.risks import reason_sentence, risk_sentence
from reports.safety import visible
from reports.wording import wording
from requisitions.corrections import Entered
from requisitions.messages import Message
from requisitions.risk import Risk
from requisitions.statements import Event, Hint, Reading, Statement
from requisitions.versions import Change, Held, Requisition, Version


def reading_lines(place: str, message: Message, reading: Reading) -> Iterator[str]:
    """What one mail says."""
    yield f"{place}: {reading.kind} ({reading.language}) {visible(message.subject)}"
    for number, statement in enumerate(reading.statements, 1):
        yield f"  {number}. {_statement(statement)}"
        yield from (f"     {line}" for line in aligned([demand(item) for item in statement.requirements]))
        yield from (f"     {_hint(hint)}" for hint in statement.hints)
    yield from (f"  {_event(event)}" for event in reading.events)
    yield from (f"  flag: {flag.rule} {quoted(flag.evidence)}" for flag in reading.flags)


def timeline(requisition: Requisition, zone: ZoneInfo, words: Iterable[Entered] = ()) -> Iterator[str]:
    """The story of a requisition: each version with what it changed, what holds now, what is unconfirmed, and why it hangs together.

    What a person said stands beside what it is about.
    """
    said = Sayings.on(requisition, words)
    names = (requisition.reference, requisition.title, requisition.client)
    yield "  ".join([requisition.requisition_id, *(visible(name) for name in names if name)])
    yield ", ".join(_standing(requisition))
    if requisition.risk is not None:
        yield from _risk(requisition.risk, zone)
    senders = {mail.sha256: mail.sender for mail in requisition.mails}
    for version in requisition.history.versions:
        yield ""
        yield _version(version, senders.get(version.sha256), zone)
        changes = [(*_change(change), said.of_change(change)) for change in requisition.history.changes if change.version == version.number]
        first = [(*demand(held.requirement), said.of_demand(held)) for held in version.held] if version.number == 1 else []
        yield from (f"  {line}" for line in [*aligned(first), *aligned(changes)])
    yield ""
    yield "what holds now:"
    held_now = [held for version in requisition.history.versions[-1:] for held in version.held]
    yield from (f"  {line}" for line in aligned([(*_held(held), said.of_demand(held)) for held in held_now]))
    yield from (
        f"unconfirmed {_hint(row.hint)}  mail {row.sha256[:12]}  {said.of_demand(row)}".rstrip() for row in requisition.history.hints
    )
    yield from (f"{_event(row.event)}  mail {row.sha256[:12]}" for row in requisition.events)
    yield from (
        f"flag: {row.flag.rule} ({said.of_flag(row)}) {quoted(row.flag.evidence)}  mail {row.sha256[:12]}" for row in requisition.flags
    )
    yield from aligned(said.of_links(requisition))


def _standing(requisition: Requisition) -> Iterator[str]:
    yield requisition.status
    if requisition.followed:
        yield "followed"
    if requisition.owner:
        yield f"looked after by {visible(requisition.owner)}"
    if requisition.twin_of:
        yield f"perhaps the same seat as {requisition.twin_of}"
    doubtful = [link for link in requisition.links if link.parent_statement_id and link.score < 0.7]
    if doubtful:
        yield f"{len(doubtful)} of {len(requisition.links)} statements may belong elsewhere"


def _risk(risk: Risk, zone: ZoneInfo) -> Iterator[str]:
    """The score, and each reason with what it multiplies by."""
    phrasing = Phrasing(wording("en"), Formats("en", zone, year=0))
    yield phrasing.say(risk_sentence(risk)).striptags()
    yield from (f"  ×{reason.factor:.2f}  {phrasing.say(reason_sentence(reason)).striptags()}" for reason in risk.reasons)


def _statement(statement: Statement) -> str:
    told = ", ".join(visible(name) for name in (statement.reference, statement.title, statement.client) if name)
    status = statement.status if statement.status_stated else "status not told"
    return f"{statement.mode}: {told or 'no name'}; {status}; by {statement.stated_by}, reason {statement.reason}"


def _version(version: Version, sender: str | None, zone: ZoneInfo) -> str:
    writer = f" {visible(sender)}" if sender else ""
    said = f"{version.mode} by {version.stated_by}{writer}"
    return f"version {version.number}  {moment(version.stated_at, zone)}  {said}, {version.status}  mail {version.sha256[:12]}"


def _change(change: Change) -> tuple[str, ...]:
    value = f"{change.before or '-'} → {change.after or '-'}"
    quote = "no longer mentioned" if change.implied else quoted(change.evidence)
    return (change.change, f"{change.category}/{change.key}", value, change.effect, change.reason, change.stated_by, quote)


def _held(held: Held) -> tuple[str, ...]:
    return (*demand(held.requirement), f"mail {held.sha256[:12]} {held.requirement.start}-{held.requirement.end}")


def _hint(hint: Hint) -> str:
    return f"({hint.why}): {' '.join(demand(hint.requirement))}"


def _event(event: Event) -> str:
    when = f" {event.at}" if event.at else ""
    count = f" of {event.count}" if event.count else ""
    return f"{'planned ' if event.planned else ''}{event.kind}{count}{when} {quoted(event.evidence)}"
