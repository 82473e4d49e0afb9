"""Which seat each sentence of a Japanese text is about, where it names several by title: 三島店は…, 製図の枠は…."""

from collections.abc import Sequence

from extract.clauses import Clause
from extract.cues import CueKind
from extract.patterns import Pattern
from extract.phrases import phrases

_GOES_ON = phrases("seats", "goes_on")
_TOPIC, _NO_TOPIC = phrases("seats", "topic"), phrases("seats", "no_topic")
_LEAST = 2
"""Seats that a text must name before its sentences are told apart."""


def goes_on(clause: Clause) -> bool:
    """Whether a clause says that something stays as it is."""
    return bool(_GOES_ON.search(clause.text)) or clause.has(CueKind.KEPT)


def topics_of(clauses: Sequence[Clause], valued: frozenset[int]) -> dict[str, list[Clause]]:
    """The clauses about each seat by its title, in order; none where fewer than two are named.

    A seat of which only is said that it goes on as before is left out. What stands before the first title goes to that seat.

    Args:
        clauses: All of the mail.
        valued: Identities of the clauses that tell a value.
    """
    told: dict[str, list[Clause]] = {}
    waiting: list[Clause] = []
    current: list[Clause] | None = None
    kept = 0
    for clause in clauses:
        title = _title_in(clause)
        if title is not None and goes_on(clause) and id(clause) not in valued:
            kept += title not in told
            continue
        if title is not None:
            current = told.setdefault(title, [])
        (waiting if current is None else current).append(clause)
    if not told or len(told) + kept < _LEAST:
        return {}
    next(iter(told.values()))[:0] = waiting
    return told


_COUNTED = Pattern(
    r"^(?:まず、?|次に、?|また、?|一方、?|あと、?|なお、?|続いて、?)?"
    r"[\[【<(]?(?P<title>(?:案件|求人|ポジション|募集)(?:no\.?)? ?\(?\d{1,2}\)?)[\]】>)]?"
    r"(?:\([^()]{1,24}\)|「[^「」]{1,24}」)?(?:は|も|ですが|につき(?:まして)?|について|に関し|の(?:件|方|ほう))"
)
"""`案件1は決まりました。`"""


def _with_its_count(clause: Clause) -> str:
    """The words of a clause with the count that its line begins with as a mark."""
    unit = clause.unit
    return (unit.bullet if unit.number is not None and clause.start == unit.body else "") + clause.text


def _title_in(clause: Clause) -> str | None:
    """The seat that a sentence begins with, if this clause begins one."""
    counted = _COUNTED.match(_with_its_count(clause)) if clause.start == clause.sentence[0] else None
    if counted is not None:
        return str(counted["title"])
    found = _TOPIC.search(clause.text) if clause.start == clause.sentence[0] else None
    title = next((words for words in found.groups() if words), None) if found else None
    return None if title is None or _NO_TOPIC.search(title) else title
