"""One generated mail, read by the program in process and compared with its truth."""

from dataclasses import dataclass, field

from bench.mailgen.mails import Mail
from bench.mailgen.matching import norm, pair, right
from bench.mailgen.parties import OUR_DOMAIN
from bench.mailgen.truth import Demand, FrameUse, Truth
from bench.mailgen.truth import Statement as Told
from extract.reading import read_message
from extract.settings import ExtractSettings
from ingest.parsing import parse_message
from requisitions.messages import Problem, RawMessage
from requisitions.parties import Parties
from requisitions.statements import Reading, Requirement, Statement

SETTINGS, PARTIES = ExtractSettings(), Parties(ours=frozenset({OUR_DOMAIN}))


@dataclass(frozen=True, slots=True)
class Miss:
    """Something read otherwise than it was written."""

    frame: str
    what: str
    """`missed`, `wrong`, `spurious`, `kind` or `mode`."""
    expected: str
    got: str
    text: str


@dataclass(frozen=True, slots=True)
class Used:
    """How a frame fared once: demands told, found and read exactly, and whether nothing else was read in it."""

    frame: str
    told: int
    found: int
    exact: int
    clean: bool


@dataclass(slots=True)
class Verdict:
    """The figures of one mail."""

    language: str
    kind: bool = False
    pairs: int = 0
    pairs_right: int = 0
    found: int = 0
    exact: int = 0
    told: int = 0
    read: int = 0
    offsets: tuple[int, int] = (0, 0)
    """Evidence that stands where it says, of all."""
    flags: tuple[int, int, int] = (0, 0, 0)
    reasons: tuple[int, int] = (0, 0)
    speakers: tuple[int, int] = (0, 0)
    by_category: dict[str, list[int]] = field(default_factory=dict)
    """Exact, told, read."""
    used: list[Used] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)


def judge(mail: Mail, language: str) -> Verdict:
    """Read a mail and compare."""
    message = parse_message(RawMessage("mailgen", mail.message_id, mail.raw))
    if isinstance(message, Problem):
        verdict = Verdict(language, told=sum(len(s.demands) for s in mail.truth.statements))
        verdict.misses.append(Miss("mail", "kind", mail.truth.kind, message.problem, mail.message_id))
        return verdict
    reading = read_message(message, SETTINGS, PARTIES)
    verdict = compare(mail.truth, reading, language)
    every = [r for statement in reading.statements for r in statement.requirements]
    verdict.offsets = (sum(bool(r.evidence) and message.text[r.start : r.end] == r.evidence for r in every), len(every))
    return verdict


def _says(told: Told) -> bool:
    return bool(told.demands) or told.status != "open"


def _paired(told: tuple[Told, ...], read: tuple[Statement, ...]) -> tuple[list[tuple[Told, Statement | None]], list[Statement]]:
    """Statements that share most demands, then status and mode."""

    def agreement(i: int, j: int) -> tuple[int, bool, bool, int, int, int, int]:
        one, other = told[i], read[j]
        common = len(pair(one.demands, other.requirements)[0])
        return common, other.status == one.status, other.mode == one.mode, -i, -j, i, j

    taken: dict[int, int] = {}
    for *_, i, j in sorted((agreement(i, j) for i in range(len(told)) for j in range(len(read))), reverse=True):
        if i not in taken and j not in taken.values():
            taken[i] = j
    found = [(one, read[taken[i]] if i in taken else None) for i, one in enumerate(told)]
    return found, [one for j, one in enumerate(read) if j not in taken.values()]


@dataclass(slots=True)
class _Tally:
    verdict: Verdict
    truth: Truth
    good: set[int] = field(default_factory=set)
    """Identities of the demands read exactly."""
    met: set[int] = field(default_factory=set)
    spurious: list[Requirement] = field(default_factory=list)

    def category(self, name: str, exact: int, told: int, read: int) -> None:
        row = self.verdict.by_category.setdefault(name, [0, 0, 0])
        for i, more in enumerate((exact, told, read)):
            row[i] += more

    def miss(self, what: str, demand: Demand | None, got: Requirement | None) -> None:
        use = _use_of(self.truth, demand, got)
        expected = "nothing" if demand is None else worded(demand)
        self.verdict.misses.append(
            Miss(use.id if use else "title", what, expected, "nothing" if got is None else worded_read(got), use.text if use else "")
        )


def compare(truth: Truth, reading: Reading, language: str) -> Verdict:
    """Compare a reading with the truth."""
    verdict = Verdict(language, kind=reading.kind == truth.kind)
    tally = _Tally(verdict, truth)
    if not verdict.kind:
        ids = ",".join(use.id for use in truth.uses[:1])
        verdict.misses.append(Miss(ids or "mail", "kind", truth.kind, str(reading.kind), truth.uses[0].text if truth.uses else ""))
    pairs, extra = _paired(truth.statements, reading.statements)
    for told, read in pairs:
        _count(tally, told, read)
    for statement in extra:
        for one in statement.requirements:
            _count_spurious(tally, one)
    for use in truth.uses:
        found, exact = (sum(id(d) in side for d in use.demands) for side in (tally.met, tally.good))
        clean = not any(_within(one, use) for one in tally.spurious)
        verdict.used.append(Used(use.id, len(use.demands), found, exact, clean))
    have, want = {flag.rule.value for flag in reading.flags}, truth.flags
    have -= truth.optional_flags - want
    verdict.flags = (len(want & have), len(have - want), len(want - have))
    return verdict


def _count(tally: _Tally, told: Told, read: Statement | None) -> None:
    verdict = tally.verdict
    if read is not None:
        same = read.mode == told.mode and read.status == told.status
        verdict.pairs, verdict.pairs_right = verdict.pairs + 1, verdict.pairs_right + same
        if not same:
            use = tally.truth.uses[0]
            verdict.misses.append(Miss(use.id, "mode", f"{told.mode} {told.status}", f"{read.mode} {read.status}", use.text))
    at = next(i for i, one in enumerate(tally.truth.statements) if one is told)
    demands = [_own(tally.truth, d, at) for d in told.demands]
    pairs, missed, spurious = pair(demands, read.requirements if read else (), right)
    spurious = pair(told.optional, spurious)[2]
    verdict.told += len(demands)
    for demand, one in pairs:
        exact = right(demand, one)
        verdict.found, verdict.exact, verdict.read = verdict.found + 1, verdict.exact + exact, verdict.read + 1
        tally.category(demand.category, exact, 1, 1)
        tally.met.add(id(demand))
        if exact:
            tally.good.add(id(demand))
        else:
            tally.miss("wrong", demand, one)
        if read is not None:
            _count_cause(tally, demand, one, read)
    for demand in missed:
        tally.category(demand.category, 0, 1, 0)
        tally.miss("missed", demand, None)
    for one in spurious:
        _count_spurious(tally, one)


def _count_spurious(tally: _Tally, one: Requirement) -> None:
    tally.verdict.read += 1
    tally.spurious.append(one)
    tally.category(one.category, 0, 0, 1)
    tally.miss("spurious", None, one)


def _count_cause(tally: _Tally, demand: Demand, one: Requirement, read: Statement) -> None:
    """Reason and speaker, where the demand made a change."""
    change = next((c for c in tally.truth.changes if c.category == demand.category and c.keys == demand.keys), None)
    if change is None:
        return
    verdict = tally.verdict
    verdict.reasons = (verdict.reasons[0] + ((one.reason or read.reason) in change.reasons), verdict.reasons[1] + 1)
    verdict.speakers = (verdict.speakers[0] + ((one.stated_by or read.stated_by) in change.speakers), verdict.speakers[1] + 1)


def _own(truth: Truth, demand: Demand, at: int) -> Demand:
    """The very object that the frame's use holds: two seats of a mail may ask for the same."""
    return next((d for use in truth.uses if use.statement == at for d in use.demands if d == demand), demand)


def _within(one: Requirement, use: FrameUse) -> bool:
    evidence, text = norm(one.evidence), norm(use.text)
    return bool(evidence) and (evidence in text or text in evidence)


def _use_of(truth: Truth, demand: Demand | None, got: Requirement | None) -> FrameUse | None:
    if demand is not None:
        return next((use for use in truth.uses if any(d is demand for d in use.demands)), None)
    return next((use for use in truth.uses if got is not None and _within(got, use)), None)


def worded(demand: Demand) -> str:
    """A demand in words."""
    return f"{demand.category}/{demand.keys[0]} {demand.necessity} {_value(demand.min, demand.max, demand.unit, demand.text)}"


def worded_read(one: Requirement) -> str:
    """A requirement in words."""
    return f"{one.category}/{one.key} {one.necessity} {_value(one.min, one.max, one.unit, one.text)} «{one.evidence[:60]}»"


def _value(low: float | None, high: float | None, unit: str | None, text: str | None) -> str:
    if low is None and high is None:
        return text or "-"
    return f"{low if low is not None else ''}..{high if high is not None else ''} {unit}{f' {text}' if text else ''}"
