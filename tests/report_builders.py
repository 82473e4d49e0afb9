"""Small builders of the records that reports are made from; histories are folded by the real rules."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from pipeline.reporting import vocabulary_labels
from reports.records import WeeklyReport
from reports.weekly import Inputs, build_report
from reports.weeks import IsoWeek
from requisitions.corrections import Entered
from requisitions.folding import fold
from requisitions.identity import flag_id, statement_id
from requisitions.messages import Problem
from requisitions.statements import Event, Flag, Requirement, Statement
from requisitions.versions import EventRow, FlagRow, Link, Mail, Requisition, Stated
from requisitions.words import Category, EventKind, FlagRule, LinkRule, Mode, Necessity, Reason, Speaker, Status

TOKYO = ZoneInfo("Asia/Tokyo")
WEEK = IsoWeek(2026, 47)
"""Monday 16 to Sunday 22 November 2026."""

LABELS = {language: vocabulary_labels((), language) for language in ("ja", "en")}
"""What our vocabulary calls its keys, by language."""


def at(text: str) -> datetime:
    """A moment of 2026 in Tokyo, `11-18 18:32`, in UTC."""
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=TOKYO).astimezone(UTC)


class MailFields(TypedDict, total=False):
    """What a test may say of a mail."""

    sender: str
    subject: str
    language: str
    kind: str
    known: str
    message_id: str | None
    first_import: bool
    organisation: str | None


def mail(when: str, **fields: Unpack[MailFields]) -> Mail:
    """A mail of that moment; its name is made of all that is said of it."""
    sha256 = hashlib.sha256(repr((when, sorted(fields.items()))).encode()).hexdigest()
    stated = at(when)
    return Mail(
        sha256=sha256,
        message_id=fields.get("message_id", f"<{sha256[:10]}@mail.example>"),
        source="inbox",
        sent_at=stated,
        stated_at=stated,
        known_at=at(fields["known"]) if "known" in fields else stated,
        sender=fields.get("sender", "三輪橋ソリューション 沢渡"),
        sender_address="sawatari@miwabashi.example",
        subject=fields.get("subject", "募集の件"),
        language=fields.get("language", "ja"),
        kind=fields.get("kind", "clarification"),
        first_import=fields.get("first_import", False),
        organisation=fields.get("organisation"),
    )


class DemandFields(TypedDict, total=False):
    """What a test may say of a demand."""

    label: str
    necessity: Necessity
    quote: str
    min: float | None
    max: float | None
    unit: str | None
    text: str | None
    hedged: bool
    reason: Reason
    stated_by: Speaker
    group: str
    group_need: int
    condition: str
    necessity_stated: bool


def demand(category: str, key: str, **fields: Unpack[DemandFields]) -> Requirement:
    """A demand with the quote it was read from; a must unless it says otherwise."""
    label = fields.get("label", key)
    quote = fields.get("quote", f"{label}の件")
    others = {name: value for name, value in fields.items() if name not in {"label", "quote", "necessity"}}
    made = Requirement(Category(category), key, label, fields.get("necessity", Necessity.MUST), quote, 0, len(quote))
    return replace(made, **others)  # type: ignore[arg-type] # the fields of DemandFields are those of Requirement


def dropped(category: str, key: str, label: str, quote: str) -> Requirement:
    """A demand that is taken back."""
    return demand(category, key, label=label, quote=quote, necessity=Necessity.NOT_REQUIRED)


@dataclass(frozen=True, slots=True)
class Said:
    """A mail with what it says."""

    mail: Mail
    statement: Statement


def full(mail_: Mail, *demands: Requirement, by: Speaker = Speaker.INTERMEDIARY, reason: Reason = Reason.UNSTATED) -> Said:
    """A whole requisition."""
    return Said(mail_, Statement(0, Mode.FULL, reason=reason, stated_by=by, requirements=demands))


def amend(
    mail_: Mail,
    *demands: Requirement,
    by: Speaker = Speaker.INTERMEDIARY,
    reason: Reason = Reason.UNSTATED,
    status: Status | None = None,
    status_quote: str = "",
) -> Said:
    """A clarification."""
    statement = Statement(0, Mode.AMENDMENT, reason=reason, stated_by=by, requirements=demands)
    if status is not None:
        statement = replace(statement, status=status, status_stated=True, status_evidence=status_quote, status_start=0)
    return Said(mail_, statement)


def event(mail_: Mail, kind: EventKind, *, on: str | None = None, planned: bool = False, count: int = 1) -> tuple[Mail, EventRow]:
    """Something that happened, with the mail that tells it."""
    made = Event(kind, None, planned, count, on, "…", 0, 1)
    return mail_, EventRow(made, mail_.sha256, mail_.message_id, mail_.known_at)


def proposal(when: str, count: int = 1) -> tuple[Mail, EventRow]:
    """A proposal of ours."""
    return event(mail(when, sender="自社 営業部", kind="candidate", subject="ご提案"), EventKind.PROPOSAL, count=count)


def interview(told: str, on: str, *, planned: bool = False) -> tuple[Mail, EventRow]:
    """An interview, told by a mail of its own."""
    return event(mail(told, sender="自社 営業部", kind="candidate", subject="面談"), EventKind.INTERVIEW, on=on, planned=planned)


def flag(mail_: Mail, rule: FlagRule, quote: str) -> FlagRow:
    """A condition to review."""
    made = Flag(rule, quote, 0, len(quote), "note of the extractor", 0)
    return FlagRow(flag_id(mail_.sha256, rule, 0), made, mail_.sha256, mail_.message_id, mail_.known_at)


@dataclass(frozen=True, slots=True)
class Extra:
    """What hangs on a seat beside its statements."""

    events: Sequence[tuple[Mail, EventRow]] = ()
    flags: Sequence[FlagRow] = ()
    mails: Sequence[Mail] = ()
    """Mails of the thread that state nothing."""
    scores: Mapping[str, float] = field(default_factory=dict)
    """Link scores by the mail's sha256, where they are no 1."""
    followed: bool = True
    twin_of: str | None = None


def seat(reference: str | None, title: str | None, client: str | None, *said: Said, extra: Extra | None = None) -> Requisition:
    """A requisition, folded from what the mails say."""
    extra = extra or Extra()
    stated = [Stated(statement_id(one.mail.sha256, one.statement.ordinal), one.statement, one.mail) for one in said]
    root = min(stated, key=lambda one: one.order)
    history = fold(root.statement_id, stated)
    mails = {one.sha256: one for one in (*(s.mail for s in said), *(m for m, _ in extra.events), *extra.mails)}
    ordered = tuple(sorted(mails.values(), key=lambda one: (one.stated_at, one.sha256)))
    links = tuple(
        Link(one.statement_id, root.statement_id, None, LinkRule.THREAD, extra.scores.get(one.mail.sha256, 1.0)) for one in stated
    )
    changes = history.changes
    return Requisition(
        requisition_id=root.statement_id,
        aliases=(),
        reference=reference,
        title=title,
        client=client,
        status=history.versions[-1].status,
        followed=extra.followed,
        owner=None,
        twin_of=extra.twin_of,
        first_seen_at=ordered[0].stated_at,
        last_changed_at=changes[-1].stated_at if changes else None,
        last_confirmed_at=None,
        history=history,
        mails=ordered,
        links=links,
        events=tuple(row for _, row in extra.events),
        flags=tuple(extra.flags),
    )


def report(
    *seats: Requisition,
    problems: Sequence[Problem] = (),
    mails: Sequence[Mail] = (),
    week: IsoWeek = WEEK,
    cut: str | None = "11-23 02:00",
    lapsed: Sequence[Entered] = (),
    watched: Sequence[str] = (),
    silent_days: int = 14,
) -> WeeklyReport:
    """The report of a week over some seats."""
    seen = {one.sha256: one for one in (*mails, *(m for s in seats for m in s.mails))}
    return build_report(
        Inputs(
            seats,
            problems,
            week=week,
            timezone="Asia/Tokyo",
            extractor="1",
            mails_seen=tuple(seen.values()),
            data_cut=None if cut is None else at(cut),
            lapsed=lapsed,
            watched=watched,
            silent_days=silent_days,
        )
    )
