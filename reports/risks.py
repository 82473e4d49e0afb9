"""Drift risk in words: the score, how high that is, and its reasons, weightiest first (docs/risk.md)."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from reports.sentences import Count, Day, Sentence, Term, say
from requisitions.risk import Risk, RiskReason

HIGH, MEDIUM = 40, 20
"""In a usual mailbox about a quarter of all seats move in four weeks: a score of 40 or more is well above that, below 20 well under it."""
MOST_REASONS = 3
WORDS = {
    "client-moves-often": "drift.client_often",
    "client-moves-seldom": "drift.client_seldom",
    "seat-moves-often": "drift.seat_often",
    "seat-moves-seldom": "drift.seat_seldom",
    "no-record": "drift.no_record",
    "new-project": "drift.new_project",
    "second-hand": "drift.second_hand",
    "vague": "drift.vague",
    "no-musts": "drift.no_musts",
    "client-silent": "drift.silence",
    "quiet": "drift.quiet",
    "interview-ahead": "drift.interview",
}
"""By the code of a reason."""
NOUNS = {"days": "days", "texts": "versions", "musts": "musts", "seats": "seats", "moves": "moves"}
TOLD_ANYWAY = frozenset({"second-hand", "interview-ahead"})
"""What a seat's margin says in its own words."""


def risk_sentence(risk: Risk) -> Sentence:
    """The score, and how high that is."""
    level = "drift.high" if risk.score >= HIGH else "drift.medium" if risk.score >= MEDIUM else "drift.low"
    return say("drift.score", n=risk.score, level=say(level))


def reason_sentence(reason: RiskReason) -> Sentence:
    """A reason, with its figures."""
    return say(WORDS[reason.code], **{name: _term(name, value) for name, value in reason.data.items()})


def risk_facts(risk: Risk | None) -> Iterator[Sentence]:
    """What a seat's margin tells: the score, and what speaks for it (for calm where it is low, for moves where it is not)."""
    if risk is None:
        return
    yield risk_sentence(risk)
    low = risk.score < MEDIUM
    reasons = [reason for reason in risk.reasons if (reason.factor < 1) is low and reason.code not in TOLD_ANYWAY]
    yield from map(reason_sentence, reasons[:MOST_REASONS])


def reasons_of(risk: Risk) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """What speaks for a move and what for calm, the weightiest first."""
    raising = (reason for reason in risk.reasons if reason.factor > 1)
    calming = (reason for reason in risk.reasons if reason.factor < 1)
    return tuple(map(reason_sentence, islice(raising, MOST_REASONS))), tuple(map(reason_sentence, islice(calming, MOST_REASONS)))


def _term(name: str, value: int | str) -> Term:
    if isinstance(value, str):
        return Day(date.fromisoformat(value))
    return Count(value, NOUNS[name]) if name in NOUNS else value
