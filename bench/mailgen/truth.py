"""What a generated mail says, known because it was written from it."""

import unicodedata
from dataclasses import dataclass, field, replace

SINGLE = frozenset({"rate", "settlement", "location", "remote", "headcount", "interview", "age", "gender", "tier", "payment"})
Reading = tuple[tuple[str, str | float | None], ...]
"""The fields in which another right reading differs."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A requirement of the gold."""

    category: str
    keys: tuple[str, ...]
    necessity: str = "must"
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    text: str | None = None
    quote: str = ""
    others: tuple[Reading, ...] = ()
    necessity_told: bool = True

    @property
    def value(self) -> tuple[float | None, float | None, str | None, str | None]:
        """What was told beside the necessity."""
        return self.min, self.max, self.unit, self.text

    @property
    def names(self) -> frozenset[str]:
        """The keys as the scorer compares them."""
        return frozenset(plain(key) for key in self.keys)


def plain(key: str) -> str:
    """A key without case, width, spaces, hyphens and dots."""
    folded = unicodedata.normalize("NFKC", key).casefold()
    return "".join(c for c in folded if not c.isspace() and c not in "-_./")


def same(a: Demand, b: Demand) -> bool:
    """Whether two demands are about the same thing."""
    return a.category == b.category and (a.category in SINGLE or bool(a.names & b.names))


def find(demand: Demand, among: list[Demand]) -> Demand | None:
    """The demand of the list that is about the same thing."""
    return next((other for other in among if same(other, demand)), None)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the gold."""

    requisition: str
    category: str
    keys: tuple[str, ...]
    change: str
    effect: str
    reasons: tuple[str, ...]
    speakers: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class FrameUse:
    """Where a frame was used: its text as it stands in the mail, and the demands it states."""

    id: str
    text: str
    statement: int
    """Index of the statement, -1 in a mail that has none."""
    demands: tuple[Demand, ...]
    reasons: tuple[str, ...] = ("unstated",)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the gold."""

    requisition: str
    mode: str
    status: str
    demands: tuple[Demand, ...]
    optional: tuple[Demand, ...] = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """What a careful reader writes down about one mail."""

    kind: str
    statements: tuple[Statement, ...] = ()
    mentions: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    optional_flags: frozenset[str] = frozenset()
    changes: tuple[Change, ...] = ()
    optional_changes: tuple[tuple[str, Demand], ...] = ()
    uses: tuple[FrameUse, ...] = ()
    speakers: tuple[str, ...] = ("unknown",)


@dataclass(slots=True)
class Record:
    """The requisition as it stands in the middle of a story."""

    held: list[Demand] = field(default_factory=list)
    optional: list[Demand] = field(default_factory=list)
    status: str = "open"
    told: bool = False

    def copy(self) -> "Record":
        """A record that can be tried on."""
        return replace(self, held=list(self.held), optional=list(self.optional))
