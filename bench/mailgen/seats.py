"""Seats: made anew, changed between two full texts, and what a condition of theirs raises as a flag."""

from dataclasses import replace
from random import Random

from bench.mailgen import quantities
from bench.mailgen.items import YEARS
from bench.mailgen.lexicon import Lexicon
from bench.mailgen.slots import Seat
from bench.mailgen.truth import Demand, Statement, find, plain

UNITS = {"uk": ("gbp_per_day", "gbp_per_hour"), "us": ("usd_per_hour", "usd_per_hour"), "in": ("inr_per_year", "inr_per_year")}
"""Of a market: the unit of IT and finance, and that of the other trades."""


def new_seat(requisition: str, lexicon: Lexicon, market: str, rng: Random, taken: list[str]) -> Seat:
    """A seat whose title no other seat of the story has."""
    while True:
        trade = rng.choice(lexicon.words("trades", market))
        role = rng.choice(lexicon.items("role", trade, market))
        skilled = trade == "it" or (trade == "finance" and market == "uk")
        unit = ("jpy_per_month" if skilled else "jpy_per_hour") if market == "jp" else UNITS[market][not skilled]
        project = lexicon.language == "ja" and trade == "it"
        title = _title(lexicon, role.names[0], rng, project=project)
        if title not in taken:
            reference = (
                f"{rng.choice(['J', 'A', 'R'])}-{rng.randint(1000, 99999)}" if rng.random() < (0.35 if market == "us" else 0.1) else None
            )
            return Seat(requisition, lexicon, trade, market, unit, title, role, not project, reference)


def _title(lexicon: Lexicon, role: str, rng: Random, *, project: bool) -> str:
    if project:
        return rng.choice(lexicon.words("titles", "systems")) + rng.choice(lexicon.words("titles", "works"))
    if lexicon.language == "ja":
        return f"{role}（{rng.choice(lexicon.words('titles', 'sites'))}）"
    return " ".join(word[0].upper() + word[1:] for word in role.split())


def title_readings(seat: Seat, told: list[Demand]) -> list[Demand]:
    """What a reader may make of a seat's title in a running text."""
    readings = [
        Demand(category, (*keys, seat.title), quote=seat.title) for category, keys in (("role", seat.role.keys), ("experience", ()))
    ]
    return [one for one in readings if not find(one, told)]


def place_of(statement: Statement, seat: Seat) -> str:
    """The place for a subject."""
    found = next((d.text for d in statement.demands if d.category == "location"), None)
    return found or seat.role.names[0]


def base(subject: str) -> str:
    """A subject without the marks of replies."""
    while subject.lower().startswith(("re: ", "fwd: ", "fw: ")):
        subject = subject.partition(": ")[2]
    return subject


def modified(seat: Seat, rng: Random) -> list[Demand]:
    """The demands of a new full text: one or two things other than before."""
    demands = list(seat.record.held)
    for act in rng.sample(["rate", "drop", "add", "place"], rng.randint(1, 2)):
        at = next((i for i, d in enumerate(demands) if d.category == {"rate": "rate", "place": "location"}.get(act)), None)
        if act == "rate" and at is not None:
            step = quantities.scale(seat.unit, seat.trade).step * rng.choice([1, 2])
            one = demands[at]
            demands[at] = replace(one, min=one.min and one.min + step, max=one.max and one.max + step)
        elif act == "place" and at is not None:
            offered = seat.lexicon.words("places", seat.market)
            demands[at] = replace(demands[at], text=rng.choice([p for p in offered if p != demands[at].text]), others=())
        elif act == "drop" and len(skills := [d for d in demands if d.category == "skill"]) > 1:
            demands.remove(rng.choice(skills))
        elif act == "add":
            known = {name for d in [*demands, *seat.record.optional] for name in d.names}
            free = [i for i in seat.lexicon.items("skill", seat.trade, seat.market) if not known & {plain(k) for k in i.keys}]
            if free:
                years = rng.choice([None, *YEARS[:3]])
                demands.append(Demand("skill", rng.choice(free).keys, min=years, unit="year" if years else None))
    return demands


def flags(statements: list[Statement], seats: list[Seat]) -> tuple[frozenset[str], frozenset[str]]:
    """The conditions of a mail that a person should look at: surely, and perhaps."""
    raised, perhaps = set(), set()
    for one in statements:
        seat = next(s for s in seats if s.requisition == one.requisition)
        told = [d for d in one.demands if d.necessity != "not_required"]
        for demand in told:
            if demand.category in {"age", "gender"}:
                raised.add({"age": "age-limit", "gender": "gender-condition"}[demand.category])
            if demand.category == "nationality" and (demand.keys[0] == "nationality" or demand.text):
                raised.add("nationality-condition")
        dispatch = any(d.category == "contract" and "haken" in d.keys for d in told)
        if dispatch and any(d.category == "interview" for d in told) and one.mode == "full":
            raised.add("pre-interview-dispatch")
        elif seat.language == "ja" or dispatch:
            perhaps.add("pre-interview-dispatch")
    return frozenset(raised), frozenset(perhaps - raised)
