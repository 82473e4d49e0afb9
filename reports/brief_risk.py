"""The reasons of a seat's drift risk in words: what speaks for a move, and what for calm."""

from datetime import date

from reports.sentences import Count, Day, Sentence, Term, say
from requisitions.risk import Risk, RiskReason

_MOST = 3
_KEYS = {
    "client-moves-often": "risk.client_often",
    "client-moves-seldom": "risk.client_seldom",
    "seat-moves-often": "risk.seat_often",
    "seat-moves-seldom": "risk.seat_seldom",
    "no-record": "risk.no_record",
    "new-project": "risk.new_project",
    "second-hand": "risk.second_hand",
    "vague": "risk.vague",
    "no-musts": "risk.no_musts",
    "client-silent": "risk.client_silent",
    "quiet": "risk.quiet",
    "interview-ahead": "risk.interview_ahead",
}
_COUNTED = {"days": "days", "seats": "of_seats", "moved": "of_seats"}


def reasons_of(risk: Risk) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """What speaks for a move and what for calm, the weightiest first; reasons without words of ours are left out."""
    known = [(reason, _worded(reason)) for reason in risk.reasons if reason.code in _KEYS]
    raising = [text for reason, text in known if reason.factor > 1]
    calming = [text for reason, text in known if reason.factor < 1]
    return tuple(raising[:_MOST]), tuple(calming[:_MOST])


def _worded(reason: RiskReason) -> Sentence:
    return say(_KEYS[reason.code], **{name: _term(name, value) for name, value in reason.data.items()})


def _term(name: str, value: int | str) -> Term:
    if isinstance(value, str):
        return Day(date.fromisoformat(value))
    return Count(value, _COUNTED[name]) if name in _COUNTED else value
