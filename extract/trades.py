"""Several trades asked for in one sentence: "2 bricklayers and a labourer for Monday", "a sous chef and two commis"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.clauses import Clause, item_bounds
from extract.findings import Finding
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.numerals import number
from extract.requirements.role import named_jobs
from extract.scene import Scene
from extract.slugs import slug
from requisitions.words import Category

_CHAIN, _ITEM = phrases("trades", "chain"), phrases("trades", "item")
_NO_TRADE, _JOB = phrases("trades", "no_trade"), phrases("addressed", "job")
_AMOUNT = Pattern(r"(?:[$£€¥₹] ?)?(?P<n>\d{1,5}(?:[.,]\d{1,3})?)")
_ARTICLES = frozenset({"a", "an", "another"})
_MOST = 8
_STEM = 3
"""Letters of the shortest word by which a trade is called again."""


@dataclass(frozen=True, slots=True)
class Trade:
    """One of the trades, with what is told of it alone and the identities of what is told of the others."""

    title: str
    own: tuple[Finding, ...]
    left_out: frozenset[int]


@dataclass(slots=True)
class _Named:
    """A trade as it is named: its words half-open in the unit, the job's key, and how many."""

    start: int
    """Of its count."""
    end: int
    title: str
    role: Finding
    count: float | None
    stems: tuple[str, ...]
    own: list[Finding] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)


def trades_in(clauses: Sequence[Clause], findings: Sequence[Finding], scene: Scene) -> list[Trade]:
    """The trades that a mail of one text asks for side by side; none where it names fewer than two."""
    if scene.japanese:
        return []
    for clause in clauses:
        if clause.unit.label is None or clause.start != clause.unit.value:
            chain = _CHAIN.search(clause.unit.text, clause.start, clause.end)
            named = [*_named(clause, *chain.span("chain"), scene)] if chain else []
            if 2 <= len(named) <= _MOST and any(not trade.role.open_class for trade in named) and len({t.role.key for t in named}) > 1:
                return _shared_out(clause, named, findings)
    return []


def _named(clause: Clause, start: int, end: int, scene: Scene) -> Iterator[_Named]:
    """The trades of a chain; none at all where one of its items is no trade."""
    text, jobs = clause.unit.text, named_jobs(clause, scene)
    items = [(found, found["job"].strip()) for found in _ITEM.finditer(text[start:end])]
    if any(_NO_TRADE.search(words) for _, words in items):
        return
    for found, words in items:
        first = start + found.start("job")
        last = first + len(words)
        known = next((job for job in jobs if first <= job[0] and job[1] == last), None)
        key, label = (known[2], known[3]) if known else (slug(words.removesuffix("s")), scene.written(clause, first, last))
        open_class = known is None and not _JOB.search(words)
        role = Finding(Category.ROLE, key, label, clause, first, last, open_class=open_class, sure=0.9)
        count = None if found["count"] in _ARTICLES else number(found["count"])
        stems = tuple(word[:6].rstrip("s") for word in words.split()[-1:] if len(word) >= _STEM)
        yield _Named(start + found.start("count"), last, scene.written(clause, first, last), role, count, stems)


def _shared_out(clause: Clause, named: Sequence[_Named], findings: Sequence[Finding]) -> list[Trade]:
    """What each trade has: its own job and count, what is said of it alone, and all that is said of none alone."""
    first, last = named[0].start, named[-1].end
    for trade in named:
        trade.own.append(trade.role)
        if trade.count:
            told = Finding(Category.HEADCOUNT, "headcount", "Headcount", clause, trade.start, trade.end, sure=0.9)
            trade.own.append(replace(told, min=trade.count, max=trade.count, unit="person"))
    for finding in findings:
        here = finding.clause.unit is clause.unit and first <= finding.start < last
        inside = next((trade for trade in named if here and trade.start <= finding.start < trade.end), None)
        owner = inside or _owner(finding, named, clause)
        nobody = finding.category is Category.ROLE or (inside is not None and _names(finding, inside))
        for trade in named:
            if nobody or (owner is not None and trade is not owner):
                trade.left_out.add(id(finding))
        if owner is not None and finding.category is Category.RATE:
            _add_prices(finding, owner, named)
    return [Trade(trade.title, tuple(trade.own), frozenset(trade.left_out)) for trade in named]


def _names(finding: Finding, trade: _Named) -> bool:
    """Whether a finding only counts or names the trade that it stands in."""
    return finding.category is Category.HEADCOUNT or finding.end >= trade.end


def _owner(finding: Finding, named: Sequence[_Named], chain: Clause) -> _Named | None:
    """The one trade that an item or a sentence calls by name."""
    text = finding.clause.unit.text
    spans = [item_bounds(finding.clause, finding.start, finding.end)]
    if finding.clause.unit is not chain.unit or finding.clause.sentence != chain.sentence:
        spans.append(finding.clause.sentence)
    for start, end in spans:
        called = [trade for trade in named if _calls(text[start:end], trade)]
        if len(called) == 1:
            return called[0]
    return None


def _calls(text: str, trade: _Named) -> bool:
    """Whether a stretch has a word of the trade's name, however it is shortened."""
    words = [found.group() for found in _WORD.finditer(text)]
    return any(word.startswith(stem) or stem.startswith(word.rstrip("s")) for stem in trade.stems for word in words)


_WORD = Pattern(r"[a-z]{3,}")


def _add_prices(finding: Finding, owner: _Named, named: Sequence[_Named]) -> None:
    """The prices of the other trades behind the first: `£24 ph bricklayers, 16.50 labourer`."""
    text, end = finding.clause.unit.text, finding.clause.sentence[1]
    at = finding.end
    for part in text[at:end].replace(" and ", ",    ").split(","):
        amount = _AMOUNT.search(part)
        called = [trade for trade in named if _calls(part, trade)]
        if amount and len(called) == 1 and called[0] is not owner:
            price = float(amount["n"].replace(",", ""))
            start = at + amount.start()
            called[0].own.append(replace(finding, start=start, end=at + amount.end(), min=price, max=price, anchor=None))
        at += len(part) + 1
