"""Drift risk: the chance, in percent, that a seat moves within the next weeks (docs/risk.md).

A seat is expected to move as often as is usual, times what its client's record and its own say, times a factor for each sign:

    expected = weeks x usual x base x client^client_record x seat^seat_record x factor^share x ...
    risk     = 100 x (1 - e^-expected)

No clock and no chance in here: the same stories at the same moment give the same scores, in whatever order they come.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log

FULL_WEEKS = 8.0
"""Weeks of silence after which more of it says no more."""
RECORDS = ("client_record", "seat_record")
"""Settings that say how far a record counts."""
FACTORS = ("no_record", "new_project", "second_hand", "vague", "silence", "quiet", "interview")
"""Settings that say what a sign multiplies by."""
TOLD = log(1.05)
"""A sign that moves the expectation by less than a twentieth is no reason."""
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskSettings:
    """The `[risk]` section. Factors say how many times as often a seat moves that bears the sign in full; 1: no matter.

    The defaults are what `python bench/risk.py --fit` prints: fitted on generated worlds, on nobody's mails.
    """

    weeks: int = 4
    """How far ahead the score looks."""
    usual: float = 0.136
    """Moves of a seat in a week, until the archive itself has shown more."""
    base: float = 0.64
    """Factor of every seat."""
    client_record: float = 0.71
    """How far the client's record counts: 0 not at all, 1 whole."""
    seat_record: float = 1.07
    """How far the seat's own record counts."""
    no_record: float = 1.06
    """Factor of a client that no other seat is known of."""
    new_project: float = 1.37
    """Factor of a project that begins with this seat."""
    second_hand: float = 1.27
    """Factor of a seat that the end client itself never wrote a word about."""
    vague: float = 1.53
    """Factor of must-haves that are all vague."""
    silence: float = 1.5
    """Factor of eight weeks or more without a word of the end client."""
    quiet: float = 0.16
    """Factor of eight weeks or more without any mail about the seat."""
    interview: float = 1.17
    """Factor of an interview ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What can be seen of a seat at a moment."""

    usual: float
    """Moves of any seat in a week."""
    client: float = 1.0
    """How many times the usual rate the other seats of the client have moved, shrunken."""
    client_moved: int = 0
    """How many of them moved at all."""
    client_seats: int = 0
    """How many there are."""
    seat: float = 1.0
    """How many times as often as the client's others this seat has moved, shrunken."""
    seat_moves: int = 0
    seat_days: int = 0
    new_project: bool = False
    heard: int = 0
    """Texts that somebody wrote about it."""
    first_hand: bool = True
    """Whether the end client wrote one of them."""
    vague: int = 0
    """Must-haves that can be met in many ways."""
    musts: int = 0
    silence: timedelta = timedelta()
    """Since the last word of the end client; nothing where there never was one."""
    quiet: timedelta = timedelta()
    """Since the last mail."""
    interview: date | None = None
    """The day of the next one."""


@dataclass(frozen=True, slots=True)
class RiskReason:
    """One sign that counted, with the numbers that its wording needs."""

    code: str
    factor: float
    """By how much it multiplied what is to be expected: two decimals."""
    data: Mapping[str, int | str]

    def __str__(self) -> str:
        """As a database shows it: `client-moves-often factor=1.62 moved=9 seats=14`."""
        return " ".join([self.code, f"factor={self.factor:.2f}", *(f"{name}={value}" for name, value in self.data.items())])

    @classmethod
    def parse(cls, text: str) -> "RiskReason":
        """The reason that `str` wrote."""
        code, *pairs = text.split(" ")
        data = dict(pair.split("=", 1) for pair in pairs)
        factor = float(data.pop("factor"))
        return cls(code, factor, {name: int(value) if value.isdecimal() else value for name, value in data.items()})


@dataclass(frozen=True, slots=True)
class Risk:
    """A score of 0 to 100, and why: the weightiest reasons first, those that speak for calm among them."""

    score: int
    reasons: tuple[RiskReason, ...]


def risk_of(signs: Signs, settings: RiskSettings) -> Risk:
    """The risk of a seat that shows these signs."""
    weights = _weights(signs, settings)
    told = sorted(_reasons(signs, weights), key=lambda one: (-abs(one[1]), one[0]))
    reasons = (RiskReason(code, round(exp(weight), 2), data) for code, weight, data in told if abs(weight) >= TOLD)
    return Risk(round(100 * chance(signs, settings)), tuple(reasons))


def chance(signs: Signs, settings: RiskSettings) -> float:
    """The chance, 0 to 1, of a move in the weeks ahead."""
    level = log(settings.weeks * signs.usual * settings.base)
    return 1 - exp(-exp(level + sum(_weights(signs, settings).values())))


def shares(signs: Signs) -> dict[str, float]:
    """How far a seat bears each sign that the settings have a factor for, 0 to 1."""
    return {
        "no_record": float(signs.client_seats == 0),
        "new_project": float(signs.new_project),
        "second_hand": float(not signs.first_hand),
        "vague": signs.vague / signs.musts if signs.musts else 1.0,
        "silence": min(1.0, signs.silence / WEEK / FULL_WEEKS),
        "quiet": min(1.0, signs.quiet / WEEK / FULL_WEEKS),
        "interview": float(signs.interview is not None),
    }


def faults(settings: RiskSettings) -> Iterable[str]:
    """Values that mean nothing, each as the end of a sentence that begins with the setting's name."""
    if not 1 <= settings.weeks <= 52:
        yield f"weeks is {settings.weeks}; write a whole number from 1 to 52"
    for name in RECORDS:
        if not 0 <= (value := getattr(settings, name)) <= 3:
            yield f"{name} is {value:g}; write a number from 0 (does not count) to 3"
    for name in ("usual", "base", *FACTORS):
        if not 0.001 <= (value := getattr(settings, name)) <= 100:
            yield f"{name} is {value:g}; write a number from 0.001 to 100"


def _weights(signs: Signs, settings: RiskSettings) -> dict[str, float]:
    """The log of what each sign multiplies the expectation by."""
    records = {"client": settings.client_record * log(signs.client), "seat": settings.seat_record * log(signs.seat)}
    return records | {name: share * log(getattr(settings, name)) for name, share in shares(signs).items()}


def _reasons(signs: Signs, weights: Mapping[str, float]) -> Iterable[tuple[str, float, Mapping[str, int | str]]]:
    often = {name: "often" if weights[name] > 0 else "seldom" for name in ("client", "seat")}
    yield f"client-moves-{often['client']}", weights["client"], {"moved": signs.client_moved, "seats": signs.client_seats}
    yield f"seat-moves-{often['seat']}", weights["seat"], {"moves": signs.seat_moves, "days": signs.seat_days}
    yield "no-record", weights["no_record"], {}
    yield "new-project", weights["new_project"], {}
    yield "second-hand", weights["second_hand"], {"texts": signs.heard}
    vague: dict[str, int | str] = {"vague": signs.vague, "musts": signs.musts}
    yield "vague" if signs.musts else "no-musts", weights["vague"], vague if signs.musts else {}
    yield "client-silent", weights["silence"], {"days": signs.silence.days}
    yield "quiet", weights["quiet"], {"days": signs.quiet.days}
    yield "interview-ahead", weights["interview"], {} if signs.interview is None else {"day": signs.interview.isoformat()}
