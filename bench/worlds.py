"""Worlds of clients: seats whose demands move at rates that nobody outside knows, told in statements (`bench/risk.py` plays on them).

A world draws for itself how much each trait of a seat matters, so no formula can know it; a client's factor and a seat's own are
hidden even from those who knew that. Nothing here shares code with `requisitions/risk.py`.

A seat lives in days. On each day it may move (a demand becomes harder or easier), shift in a way that shuts nobody out or in, be
talked about without moving, get an interview, close with a word, or die without one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from math import exp
from random import Random

from requisitions.identity import statement_id
from requisitions.statements import Event, Requirement, Statement
from requisitions.versions import EventRow, Mail, Stated
from requisitions.words import Category, EventKind, Kind, Mode, Necessity, Speaker, Status

FIRST_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAYS = 364
SKILLS = ("java", "python", "aws", "sql", "go", "excel", "react", "linux")
TRAITS = ("communication", "motivation", "cheerful", "self-starter", "flexible")
OPEN_WORDS = ("growth mindset", "business sense", "strong ownership", "broad experience")
NEW_DAYS = 84
"""So long a client is new to us."""
PLACES = ("north", "south", "east", "west", "centre")
NOISE = {"talk": 0.20, "shift": 0.06, "interview": 0.07, "close": 0.05, "die": 0.04}
"""What else a week of a seat brings, by rate."""


@dataclass(frozen=True, slots=True)
class Nature:
    """How much matters in this world, as logs of factors, and how often a seat moves that has none of it."""

    base: float
    spread: float
    """Of clients' factors."""
    own_spread: float
    """Of seats' factors."""
    new_client: float
    new_project: float
    second_hand: float
    vague: float
    silence: float
    interview: float


@dataclass(frozen=True, slots=True)
class Client:
    """Who has seats; the factor is nobody's to know."""

    name: str
    factor: float
    weight: float
    """Its share of the seats."""
    brokered: float
    """How many of its seats reach us by somebody else."""
    since: float
    """The day from which on we know it."""


@dataclass(slots=True)
class Seat:
    """A seat as told."""

    requisition_id: str
    client: str
    title: str
    stated: list[Stated] = field(default_factory=list)
    events: list[EventRow] = field(default_factory=list)
    truth: list[tuple[datetime, float]] = field(default_factory=list)
    """From when on how many moves a week were to be expected: what a formula that knew all would know."""


@dataclass(frozen=True, slots=True)
class World:
    """All seats of a year."""

    seed: int
    seats: tuple[Seat, ...]


def world(seed: int, seats: int = 1200) -> World:
    """The world of a seed: the same for ever."""
    rng = Random(f"world/{seed}")
    nature = _nature(rng)
    clients = [_client(number, rng, nature) for number in range(max(8, seats // 8))]
    starts = sorted(rng.uniform(0, DAYS - 28) for _ in range(seats))
    told = []
    for number, start in enumerate(starts):
        known = [one for one in clients if one.since <= start]
        (client,) = rng.choices(known, [one.weight for one in known])
        told.append(_Life(f"{seed}-{number}", client, start, start - client.since < NEW_DAYS, nature, rng).live())
    return World(seed, tuple(told))


def _nature(rng: Random) -> Nature:
    def about(factor: float, spread: float = 0.15) -> float:
        return rng.gauss(factor, spread)

    return Nature(
        base=rng.uniform(0.03, 0.05),
        spread=rng.uniform(0.6, 0.9),
        own_spread=rng.uniform(0.3, 0.5),
        new_client=about(0.5),
        new_project=about(0.5),
        second_hand=about(0.5),
        vague=about(0.7),
        silence=about(0.6),
        interview=about(0.9),
    )


def _client(number: int, rng: Random, nature: Nature) -> Client:
    factor, weight = exp(rng.gauss(0, nature.spread)), rng.paretovariate(1.5)
    # the first ones are known of old, so that the year begins with somebody
    since = -DAYS if number < 4 else rng.uniform(-DAYS, DAYS - 28)
    return Client(f"Client {number}", factor, weight, rng.choice([0.1, 0.3, 0.5, 0.9]), since)


class _Life:
    """Lives one seat, day by day."""

    def __init__(self, name: str, client: Client, start: float, new: bool, nature: Nature, rng: Random) -> None:  # noqa: FBT001, PLR0917 (all that makes a seat)
        self.name, self.client, self.nature, self.rng = name, client, nature, rng
        self.now = FIRST_DAY + timedelta(days=start)
        self.new_project = rng.random() < 0.25
        self.brokered = rng.random() < client.brokered
        self.loyal = rng.random() < 0.3  # a broker who lets the client's own words through now and then
        self.new, self.own = new, exp(rng.gauss(0, nature.own_spread))
        self.demands = self._demands()
        self.heard: datetime | None = None
        self.interview: datetime | None = None
        title = f"{'New project: ' if self.new_project else ''}{rng.choice(SKILLS)} engineer {name}"
        self.seat = Seat(statement_id(_hash(name, 0), 0), client.name, title)
        self.alive = True

    def live(self) -> Seat:
        """The whole life."""
        self._say(Mode.FULL, tuple(self.demands.values()))
        rates = list(NOISE.items())
        while self.alive and self.now < FIRST_DAY + timedelta(days=DAYS):
            self.now += timedelta(days=1)
            hazard = self._hazard()
            self.seat.truth.append((self.now, hazard))
            if self.rng.random() < 1 - exp(-hazard / 7):
                self._move()
            (what,) = self.rng.choices([*NOISE, ""], [rate / 7 for _, rate in rates] + [1 - sum(NOISE.values()) / 7])
            if what:
                getattr(self, f"_{what}")()
        return self.seat

    def _hazard(self) -> float:
        """Moves a week."""
        nature, silent = self.nature, (self.now - (self.heard or self.now)) / timedelta(weeks=8)
        musts = [one for one in self.demands.values() if one.necessity is Necessity.MUST and one.category != Category.RATE]
        vague = sum(one.category is Category.TRAIT or one.open_class for one in musts) / max(1, len(musts))
        near = self.interview is not None and timedelta() <= self.interview - self.now < timedelta(days=14)
        told = (
            nature.new_client * self.new
            + nature.new_project * self.new_project
            + nature.second_hand * (self.heard is None)
            + nature.vague * vague
            + nature.silence * min(1.0, silent)
            + nature.interview * near
        )
        return nature.base * self.client.factor * self.own * exp(told)

    def _demands(self) -> dict[str, Requirement]:
        rng = self.rng
        vague = rng.choice([0, 0, 1, 2, 3])
        skills = [_demand(Category.SKILL, key, rng.choice([1, 2, 3, 5])) for key in rng.sample(SKILLS, rng.randint(1, 4))]
        soft = [_demand(Category.TRAIT, key) for key in rng.sample(TRAITS, vague)]
        loose = [replace(_demand(Category.SKILL, rng.choice(OPEN_WORDS)), open_class=True)] if rng.random() < vague / 4 else []
        rate = replace(_demand(Category.RATE, "rate"), min=60.0, max=70.0, unit="jpy_per_month")
        return {one.key: one for one in (*skills, *soft, *loose, rate)}

    def _move(self) -> None:
        """A demand becomes harder or easier."""
        rng, dated = self.rng, [one for one in self.demands.values() if one.category is Category.SKILL and one.min]
        free = [key for key in SKILLS if key not in self.demands]
        act = rng.choice(["years", "rate", "add", "drop"])
        if act == "add" and free:
            one = _demand(Category.SKILL, rng.choice(free), rng.choice([1, 2, 3]))
        elif act == "drop" and len(dated) > 1:
            one = replace(rng.choice(dated), necessity=Necessity.NOT_REQUIRED, min=None, unit=None)
        elif act == "years" and dated:
            held = rng.choice(dated)
            one = replace(held, min=(held.min or 0) + rng.choice([1, 2]))
        else:
            held = self.demands["rate"]
            one = replace(held, max=(held.max or 0) + rng.choice([-4, -3, 3, 4]))
        self._amend(one)

    def _shift(self) -> None:
        """Something that shuts nobody out."""
        merely = replace(_demand(Category.SKILL, self.rng.choice(SKILLS)), necessity=Necessity.PREFERRED)
        held = self.demands.get("location")
        elsewhere = [place for place in PLACES if held is None or held.text != place]
        where = replace(_demand(Category.LOCATION, "location"), text=self.rng.choice(elsewhere))
        self._amend(where if merely.key in self.demands else self.rng.choice([where, merely]))

    def _amend(self, one: Requirement) -> None:
        if one.necessity is Necessity.NOT_REQUIRED:
            self.demands.pop(one.key, None)
        else:
            self.demands[one.key] = one
        self._say(Mode.AMENDMENT, (one,))

    def _talk(self) -> None:
        if self.rng.random() < 0.4:
            self._say(Mode.FULL, tuple(self.demands.values()))
        else:
            self._say(Mode.AMENDMENT, ())

    def _interview(self) -> None:
        self.interview = self.now + timedelta(days=self.rng.randint(3, 18))
        at = self.interview.date().isoformat()
        mail = self._say(Mode.AMENDMENT, ())
        event = Event(EventKind.INTERVIEW, 0, planned=True, count=1, at=at, evidence=at, start=0, end=len(at))
        self.seat.events.append(EventRow(event, mail.sha256, mail.message_id, mail.known_at))

    def _close(self) -> None:
        self._say(Mode.AMENDMENT, (), status=Status.CLOSED)
        self._die()

    def _die(self) -> None:
        self.alive = False

    def _say(self, mode: Mode, demands: Sequence[Requirement], status: Status | None = None) -> Mail:
        speaker = self._speaker()
        if speaker is Speaker.END_CLIENT:
            self.heard = self.now
        sender = f"{speaker}@{self.client.name.replace(' ', '').lower() if speaker is Speaker.END_CLIENT else 'broker'}.example"
        mail = _mail(self.name, len(self.seat.stated), self.now, sender, self.seat.title)
        # no two amendments stand at the same place, as if each were written anew
        told = tuple(_worded(demand, len(self.seat.stated) if mode is Mode.AMENDMENT else 0) for demand in demands)
        one = Statement(
            0,
            mode,
            None,
            self.seat.title,
            self.client.name,
            status or Status.OPEN,
            status is not None,
            requirements=told,
            stated_by=speaker,
        )
        self.seat.stated.append(Stated(statement_id(mail.sha256, 0), one, mail))
        return mail

    def _speaker(self) -> Speaker:
        if self.brokered and not (self.loyal and self.rng.random() < 0.3):
            return Speaker.INTERMEDIARY
        return Speaker.END_CLIENT


def _demand(category: Category, key: str, years: int | None = None) -> Requirement:
    least, unit = (float(years), "year") if years else (None, None)
    return Requirement(category, key, key, Necessity.MUST, key, 0, len(key), min=least, unit=unit)


def _worded(one: Requirement, place: int) -> Requirement:
    """A demand in words that tell its value, at a place of its mail: the same words again would be an old text to the fold."""
    words = f"{one.necessity} {one.key} {one.min or ''} {one.max or ''} {one.text or ''}"
    return replace(one, evidence=words, start=place, end=place + len(words))


def _hash(name: str, number: int) -> str:
    return sha256(f"{name}/{number}".encode()).hexdigest()


def _mail(name: str, number: int, at: datetime, sender: str, subject: str) -> Mail:
    one = _hash(name, number)
    return Mail(
        one, f"<{one[:12]}@world.example>", "world", at, at, at, sender.partition("@")[0], sender, subject, "en", Kind.CLARIFICATION
    )
