"""What a careful person writes down of each sample mail, and how a reading is held against it.

A demand is one line: `necessity category/key min..max unit = text ! reason speaker`, all but the first two left out where the mail
does not tell them. Categories and keys may be alternatives (`a|b`); `~word` is any key that contains the word. A line that begins
with `?` may be written down or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from requisitions.statements import Reading, Requirement, Statement

_SAME_TO_A_READER = 0.001


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat in one mail."""

    mode: str
    demands: str
    reference: str | None = None
    status: str | None = None
    """Told by the mail; null: it says nothing of the status."""


@dataclass(frozen=True, slots=True)
class Truth:
    """One mail: its kind, its seats, its events (`kind time`, or `kind xcount`) and its flags."""

    kind: str
    seats: tuple[Seat, ...] = ()
    events: frozenset[str] = field(default=frozenset())
    flags: frozenset[str] = field(default=frozenset())


FULL, AMENDMENT = "full", "amendment"
OTHER = Truth("other")


def proposal(count: int = 1) -> Truth:
    """A mail that offers so many people."""
    return Truth("candidate", events=frozenset({f"proposal x{count}"}))


def requisition(reference: str | None, demands: str, *flags: str) -> Truth:
    """A mail that tells one seat whole."""
    return Truth("requisition", (Seat(FULL, demands, reference),), flags=frozenset(flags))


def clarification(reference: str | None, demands: str = "", *events: str, status: str | None = None) -> Truth:
    """A mail that amends one seat, or merely speaks of it."""
    return Truth("clarification", (Seat(AMENDMENT, demands, reference, status),), frozenset(events))


@dataclass(frozen=True, slots=True)
class Demand:
    """One line of the truth, taken apart."""

    optional: bool
    necessity: str
    categories: frozenset[str]
    keys: tuple[str, ...]
    bounds: tuple[float | None, float | None]
    units: frozenset[str]
    text: str | None
    told: frozenset[str]

    @property
    def name(self) -> str:
        """As a miss names it."""
        return f"{min(self.categories)}/{self.keys[0].lstrip('~')}"

    def is_meant(self, requirement: Requirement) -> bool:
        """Whether a requirement speaks of this demand, rightly or not."""
        if requirement.category.value not in self.categories:
            return False
        return any(key.lstrip("~") in requirement.key if key.startswith("~") else key == requirement.key for key in self.keys)

    def _follows(self, requirement: Requirement) -> bool:
        """Full or no remote work may be told in days as well."""
        return (
            "remote" in self.categories
            and self.text in ("full", "none")
            and self.bounds == (None, None)
            and requirement.min == requirement.max
        )

    def wrong(self, requirement: Requirement, statement: Statement) -> Iterator[str]:
        """What a requirement tells otherwise than the mail."""
        if requirement.necessity.value != self.necessity:
            yield f"necessity {requirement.necessity.value}"
        if not (_equal(self.bounds[0], requirement.min) and _equal(self.bounds[1], requirement.max)) and not self._follows(requirement):
            yield f"bounds {requirement.min}..{requirement.max}"
        if requirement.relative != ("relative" in self.units):
            yield f"relative {requirement.relative}"
        if self.units - {"relative", requirement.unit}:
            yield f"unit {requirement.unit}"
        if self.text is not None and self.text.casefold() not in (requirement.text or "").casefold():
            yield f"text {requirement.text}"
        told = {(requirement.reason or statement.reason).value, (requirement.stated_by or statement.stated_by).value}
        yield from (f"not {word}" for word in sorted(self.told - told))


def _equal(wanted: float | None, got: float | None) -> bool:
    return wanted is got is None or (wanted is not None and got is not None and abs(wanted - got) < _SAME_TO_A_READER)


def _bound(figure: str) -> float | None:
    return float(figure) if figure else None


def demand(line: str) -> Demand:
    """Take one line of the truth apart."""
    line, _, told = line.partition(" ! ")
    line, _, text = line.partition(" = ")
    optional = line.startswith("?")
    necessity, what, *rest = line.lstrip("? ").split()
    categories, _, keys = what.partition("/")
    low, _, high = rest[0].partition("..") if rest else ("", "", "")
    return Demand(
        optional,
        necessity,
        frozenset(categories.split("|")),
        tuple(keys.split("|")),
        (_bound(low), _bound(high)),
        frozenset(rest[1:]),
        text or None,
        frozenset(told.split()),
    )


def misses(truth: Truth, reading: Reading) -> set[str]:
    """Every fact of the truth that the reading lacks or tells otherwise, and everything that it invents."""
    found: set[str] = set()
    if reading.kind.value != truth.kind:
        found.add(f"kind {reading.kind.value}")
    by_reference = {statement.reference: statement for statement in reading.statements}
    for i, seat in enumerate(truth.seats):
        alone = len(truth.seats) == len(reading.statements) == 1
        statement = reading.statements[i] if alone else by_reference.get(seat.reference)
        where = seat.reference or "seat"
        if statement is None:
            found.add(f"{where}: no statement")
        else:
            found |= {f"{where}: {miss}" for miss in _of_seat(seat, statement)}
    extra = len(reading.statements) - len(truth.seats)
    if extra > 0 and truth.seats:
        found.add(f"{extra} statements too many")
    found |= _of_sets("event", truth.events, _events(reading)) | _of_sets("flag", truth.flags, {flag.rule.value for flag in reading.flags})
    return found


def _of_sets(name: str, wanted: frozenset[str], got: set[str]) -> set[str]:
    return {f"no {name} {word}" for word in wanted - got} | {f"invented {name} {word}" for word in got - wanted}


def _events(reading: Reading) -> set[str]:
    """Events of the past tell no more than their kind; a proposal tells how many people."""
    told = set()
    for event in reading.events:
        if event.kind.value == "interview" and event.planned:
            told.add(f"interview {event.at}")
        elif event.kind.value == "proposal":
            told.add(f"proposal x{event.count}")
        elif event.kind.value == "rejection":
            told.add("rejection")
    return told


def _of_seat(seat: Seat, statement: Statement) -> Iterator[str]:
    if statement.mode.value != seat.mode:
        yield f"mode {statement.mode.value}"
    if statement.reference != seat.reference:
        yield f"reference {statement.reference}"
    status = statement.status.value if statement.status_stated else None
    if status != seat.status:
        yield f"status {status}"
    left = list(statement.requirements)
    for line in filter(None, map(str.strip, seat.demands.splitlines())):
        wanted = demand(line)
        meant = [requirement for requirement in left if wanted.is_meant(requirement)]
        left = [requirement for requirement in left if requirement not in meant[:1]]
        if not meant:
            yield from () if wanted.optional else (f"no {wanted.name}",)
            continue
        if not wanted.optional:
            yield from (f"{wanted.name} {wrong}" for wrong in wanted.wrong(meant[0], statement))
    yield from (f"invented {requirement.category.value}/{requirement.key}" for requirement in left)
