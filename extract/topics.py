"""Which seat each sentence of a Japanese text is about, where it names several by title: 三島店は…, 製図の枠は…."""

from collections.abc import Collection, Sequence

from extract.clauses import Clause
from extract.cues import CueKind
from extract.labels import field_of
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.units import Unit

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
    news = _news_lines(clauses)
    for clause in clauses:
        title = (news.get(id(clause.unit)) if clause.start == clause.unit.value else None) or _title_in(clause)
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


_NEWS = Pattern(r"^(?P<title>[^→⇒:。、]{2,40}?) ?(?:→|⇒|->|\.{3}|…) ?(?P<told>.+)$")
_STANDING = Pattern(r"クローズ|充足|終了|決定|決まり|募集中|保留|ストップ|再開|中止|継続|キャンセル")


def _news_lines(clauses: Sequence[Clause]) -> dict[int, str]:
    """The titles of marked lines that tell the news of a seat each, by the unit's identity: `1. 通販サイト → クローズ`."""
    titles: dict[int, str] = {}
    standing = False
    for unit in {id(clause.unit): clause.unit for clause in clauses}.values():
        told = _NEWS.match(unit.text[unit.body :].strip()) if unit.bullet else None
        if told is None or field_of(told["title"]) is not None or any(char.isdigit() for char in told["title"]):
            continue
        titles[id(unit)] = str(told["title"]).strip()
        standing = standing or _STANDING.search(told["told"]) is not None
    return titles if standing and len(titles) >= _LEAST else {}


def named_until(unit: Unit, titles: Collection[str]) -> int:
    """Where the title ends that a line of news begins with, 0 where it begins with none of these."""
    told = _NEWS.match(unit.text[unit.body :]) if unit.bullet else None
    return unit.body + told.end("title") if told is not None and told["title"].strip() in titles else 0


def _title_in(clause: Clause) -> str | None:
    """The seat that a sentence begins with, if this clause begins one."""
    counted = _COUNTED.match(_with_its_count(clause)) if clause.start == clause.sentence[0] else None
    if counted is not None:
        return str(counted["title"])
    found = _TOPIC.search(clause.text) if clause.start == clause.sentence[0] else None
    title = next((words for words in found.groups() if words), None) if found else None
    return None if title is None or _NO_TOPIC.search(title) else title
