"""What a site keeps of a seat once its own page is written: enough for every page that lists it, and no more."""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from reports.safety import visible
from reports.seatrecords import SeatName, Standing
from reports.weeks import IsoWeek
from requisitions.values import comparable
from requisitions.words import Effect, Necessity, Status

INDEX, THIS_WEEK, WEEKS, CLIENTS, SKILLS = "index.html", "this-week.html", "weeks.html", "clients.html", "skills.html"
FOLDERS = ("seats", "weeks", "clients", "skills")
"""The folders of pages that come and go with what they are about."""


def seat_file(requisition_id: str) -> str:
    """Where a seat's page lies; its name is made of a hash, never of the words of a mail."""
    return f"seats/{requisition_id}.html"


def week_file(week: IsoWeek) -> str:
    """Where a week's page lies."""
    return f"weeks/{week}.html"


def client_file(client: str | None) -> str:
    """Where a client's page lies: the same for every spelling, and one for the seats that name none."""
    return f"clients/c{_digest('client', comparable(client or ''))}.html"


def skill_file(key: str) -> str:
    """Where a skill's page lies."""
    return f"skills/s{_digest('skill', key)}.html"


def findable(*words: str | None) -> str:
    """Words as the search compares them: visible, in one width, in small letters."""
    return unicodedata.normalize("NFKC", " ".join(visible(word) for word in words if word)).lower()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class WeekLine:
    """What a week was for a seat that it brought news of."""

    standing: Standing
    moved: bool
    """Whether its demands moved, and it was still to be filled at the end of the week."""
    new: bool
    effects: tuple[tuple[Effect, int], ...]
    told: Markup
    """What moved, how sure that is, and the weightiest words; empty where nothing did."""


@dataclass(frozen=True, slots=True)
class SkillAsked:
    """A skill that a seat asks for now, or did."""

    key: str
    label: str
    necessity: Necessity | None
    """Null where it asks no more."""
    value: Markup
    since: datetime | None


@dataclass(frozen=True, slots=True)
class SkillMove:
    """How a seat's demand for a skill moved."""

    key: str
    at: datetime
    effect: Effect
    told: Markup
    """What happened, from what to what."""


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """A seat in the lists of the site."""

    name: SeatName
    status: Status
    followed: bool
    versions: int
    harder: int
    """How many of its changes ever made it harder to fill."""
    easier: int
    first: datetime
    last_moved: datetime | None
    last_mail: datetime
    twin: bool
    """Whether it is another way to a seat that is counted already."""
    risk: int | None
    standing: Standing | None
    """What the week of the report was for it; null where it was over before."""
    interviews: tuple[datetime, ...]
    """Those that are planned, in order."""
    weeks: tuple[tuple[IsoWeek, WeekLine], ...]
    skills: tuple[SkillAsked, ...]
    moves: tuple[SkillMove, ...]
    found_by: str
    """Words that the search finds it by, in one spelling."""


@dataclass(frozen=True, slots=True)
class ClientSeats:
    """The seats of a client; the name is null where none is told."""

    name: str | None
    file: str
    seats: tuple[SeatEntry, ...]

    @property
    def counted(self) -> tuple[SeatEntry, ...]:
        """Those that no other one is a way to."""
        return tuple(seat for seat in self.seats if not seat.twin)

    def number(self, status: str) -> int:
        """How many stand so."""
        return sum(seat.status == status for seat in self.counted)

    @property
    def moved(self) -> int:
        """How many ever moved."""
        return sum(seat.last_moved is not None for seat in self.counted)

    @property
    def harder(self) -> int:
        """How many ever grew harder to fill."""
        return sum(seat.harder > 0 for seat in self.counted)


@dataclass(frozen=True, slots=True)
class SkillSeats:
    """The seats that ask for a skill, or did."""

    key: str
    label: str
    file: str
    asked: tuple[tuple[SeatEntry, SkillAsked], ...]
    moves: tuple[tuple[SeatEntry, SkillMove], ...]
    """The latest first."""

    def number(self, necessity: str) -> int:
        """How many seats that are to be filled ask for it so."""
        return sum(skill.necessity == necessity and seat.status is not Status.CLOSED and not seat.twin for seat, skill in self.asked)


@dataclass(frozen=True, slots=True)
class WeekSeats:
    """The seats that a week brought news of."""

    week: IsoWeek
    file: str
    moved: tuple[tuple[SeatEntry, WeekLine], ...]
    elsewhere: tuple[tuple[SeatEntry, WeekLine], ...]
    """Seats that nobody of ours works on, where somebody works on others."""
    new: tuple[SeatEntry, ...]
    closed: tuple[SeatEntry, ...]

    @property
    def harder(self) -> int:
        """How many of the moved ones grew harder to fill."""
        return sum(any(effect is Effect.HARDER for effect, _ in line.effects) for _, line in self.moved)
