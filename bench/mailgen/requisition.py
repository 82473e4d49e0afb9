"""A requisition in full: which demands the seat has, and the form or prose that tells them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random

from bench.mailgen.filling import Filled, again, fill
from bench.mailgen.frames import Frame
from bench.mailgen.layout import Entry, Style, choose_style
from bench.mailgen.slots import Seat
from bench.mailgen.truth import Demand, FrameUse, Record, Statement, find

IT_ONLY = frozenset({"settle", "tier", "payment", "contract"})
CHANCES = {
    "ja": {
        "place": 0.85,
        "placeremote": 0.15,
        "remote": 0.5,
        "period": 0.8,
        "rate": 0.95,
        "settle": 0.6,
        "hours": 0.45,
        "days": 0.25,
        "people": 0.7,
    }
    | {
        "rounds": 0.65,
        "tier": 0.5,
        "age": 0.4,
        "nation": 0.45,
        "payment": 0.2,
        "contract": 0.25,
        "gender": 0.06,
        "lang": 0.1,
        "notes": 0.45,
    },
    "en": {
        "place": 0.8,
        "placeremote": 0.2,
        "remote": 0.5,
        "start": 0.6,
        "duration": 0.6,
        "rate": 0.9,
        "hours": 0.3,
        "people": 0.35,
        "rounds": 0.4,
    }
    | {"contract": 0.25, "visa": 0.35, "tier": 0.15, "payment": 0.1, "lang": 0.1, "notes": 0.35},
}
"""How often a field is there at all."""
STRICT = ("Must", "Minimum")
"""Beginnings that nobody writes under "nice to have"."""


@dataclass(slots=True)
class Draft:
    """A seat's block as it grows."""

    seat: Seat
    frames: tuple[Frame, ...]
    rng: Random
    sent: datetime
    entries: list[Entry] = field(default_factory=list)
    uses: list[FrameUse] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    optional: list[Demand] = field(default_factory=list)
    left: list[Demand] | None = None
    """In a re-send: what is still to be told."""

    def forms(self, use: str, *acts: str) -> list[Frame]:
        """The frames of a use that fit the seat, shuffled."""
        fit = [f for f in self.frames if f.use == use and f.act in acts and f.fits(self.seat.trade, self.seat.market)]
        self.rng.shuffle(fit)
        return fit

    def try_frame(self, frame: Frame, heading: str | None = None) -> Filled | None:
        """Fill a frame if what it states is new here, or still to be told again."""
        if self.left is not None:
            filled = again(frame, self.seat, self.rng, self.sent, self.left, heading)
        else:
            filled = fill(frame, self.seat, self.rng, self.sent, heading=heading)
        if filled is None or not distinct([*filled.demands, *filled.optional], self.demands + self.optional):
            return None
        return filled

    def take(self, filled: Filled) -> None:
        """Note what a filled frame states."""
        self.demands += filled.demands
        self.optional += filled.optional
        self.uses.append(FrameUse(filled.frame.id, filled.text, 0, filled.demands))
        record = self.seat.record
        if self.left is None:
            record.held, record.optional = list(self.demands), list(self.optional)
        else:
            self.left = [d for d in self.left if not find(d, list(filled.demands))]

    def add_field(self, act: str, label: str) -> bool:
        """Add one labelled value; whether a form could be found."""
        for frame in self.forms("form", act):
            filled = self.try_frame(frame)
            if filled is not None:
                self.take(filled)
                self.entries.append(Entry(label_for(filled, label), (filled.text,)))
                return True
        return False


def distinct(new: Iterable[Demand], known: list[Demand]) -> bool:
    """Whether no two of the demands are about the same thing."""
    seen = list(known)
    for demand in new:
        if find(demand, seen):
            return False
        seen.append(demand)
    return True


def label_for(filled: Filled, label: str) -> str:
    """The label that goes with a value: 国籍 where the value is one."""
    if filled.frame.act == "nation" and "国籍の方" in filled.text and "日本" in filled.text:
        return "国籍"
    return label


def labels(draft: Draft, act: str) -> str:
    """One of the labels of a field in this market."""
    seat, lexicon = draft.seat, draft.seat.lexicon
    offered = lexicon.words("labels", act)
    if act == "rate":
        offered = lexicon.words("labels", f"rate_{seat.unit}") or offered
    return draft.rng.choice(offered)


def fresh(seat: Seat, frames: tuple[Frame, ...], rng: Random, sent: datetime, style: Style) -> Draft:
    """A new requisition; the seat's record is left as it was."""
    before = seat.record
    seat.record = Record()
    draft = Draft(seat, frames, rng, sent)
    if style.name == "prose":
        _prose(draft)
    else:
        _head(draft)
        _fields(draft)
    seat.record = before
    return draft


def _head(draft: Draft) -> None:
    seat = draft.seat
    if seat.role_title:
        draft.demands.append(Demand("role", seat.role.keys, quote=seat.title))
        draft.optional.append(Demand("experience", (seat.title,), quote=seat.title))
    else:
        for category in ("role", "experience"):
            draft.optional.append(Demand(category, (seat.title,), quote=seat.title))
    seat.record.held, seat.record.optional = list(draft.demands), list(draft.optional)


def _fields(draft: Draft) -> None:
    seat, rng = draft.seat, draft.rng
    label = labels(draft, "role" if seat.role_title else "title")
    draft.entries.append(Entry(label, (seat.title,)))
    if seat.reference:
        draft.entries.append(Entry(labels(draft, "reference"), (seat.reference,)))
    if rng.random() < 0.4:
        add_duties(draft)
    _items(draft, "must", rng.randint(2, 4))
    if rng.random() < 0.7:
        _items(draft, "preferred", rng.randint(1, 3))
    for act, chance in CHANCES[seat.language].items():
        busy = seat.trade != "it" and seat.language == "ja" and act in IT_ONLY
        remote_told = act in {"remote", "place"} and find(Demand("location" if act == "place" else "remote", ("x",)), draft.demands)
        if not busy and not remote_told and rng.random() < chance:
            draft.add_field(act, labels(draft, act))


def add_duties(draft: Draft) -> None:
    """What the work is: demands of nothing."""
    seat = draft.seat
    told = draft.rng.sample(seat.lexicon.words("duties", seat.trade), 2)
    for category in ("experience", "role"):
        draft.optional += [Demand(category, (duty,), quote=duty) for duty in told]
    draft.entries.append(Entry(labels(draft, "duties"), tuple(told), below=True))


def _items(draft: Draft, heading: str, count: int) -> None:
    lines: list[str] = []
    acts = ("item", "over") if heading == "must" and draft.rng.random() < 0.25 else ("item",)
    for frame in draft.forms("bullet", *acts):
        if len(lines) == count or (heading == "preferred" and frame.text.startswith(STRICT)):
            continue
        filled = draft.try_frame(frame, heading)
        if filled is not None:
            draft.take(filled)
            lines.append(filled.text)
    if lines:
        draft.entries.append(Entry(labels(draft, heading), tuple(lines), below=True))


def _prose(draft: Draft) -> None:
    rng, sentences = draft.rng, []
    plan = ["open", "skill", "skill", "rate", "term", "term", "term", *(["skill"] if rng.random() < 0.5 else [])]
    for act in plan:
        for frame in draft.forms("prose", act):
            if frame.id in {use.id for use in draft.uses}:
                continue
            filled = draft.try_frame(frame)
            if filled is not None:
                draft.take(filled)
                sentences.append(filled.text)
                break
    draft.entries.append(Entry("", tuple(sentences)))


def resent(seat: Seat, frames: tuple[Frame, ...], rng: Random, sent: datetime, demands: list[Demand]) -> tuple[Draft, Style] | None:
    """The seat's demands told again in full; null where some cannot be told in these frames."""
    style = choose_style(seat.language, rng)
    if style.name == "prose":
        style = replace(style, name="plain")
    draft = Draft(seat, frames, rng, sent, left=list(demands))
    before, seat.record = seat.record, Record()
    _head(draft)
    seat.record = before
    draft.left = [d for d in demands if not find(d, draft.demands)]
    draft.entries.append(Entry(labels(draft, "role" if seat.role_title else "title"), (seat.title,)))
    if seat.reference:
        draft.entries.append(Entry(labels(draft, "reference"), (seat.reference,)))
    for heading in ("must", "preferred"):
        _items_again(draft, heading)
    for act in CHANCES[seat.language]:
        if not draft.left:
            break
        draft.add_field(act, labels(draft, act))
    if draft.left:
        return None
    return draft, style


def _items_again(draft: Draft, heading: str) -> None:
    every = draft.left or []
    draft.left = [d for d in every if d.necessity == heading]
    lines: list[str] = []
    for _ in range(12):
        for frame in draft.forms("bullet", "item"):
            filled = draft.try_frame(frame, heading)
            if filled is not None:
                draft.take(filled)
                lines.append(filled.text)
                break
        else:
            break
    told = draft.demands
    draft.left = [d for d in every if not find(d, told)]
    if lines:
        draft.entries.append(Entry(labels(draft, heading), tuple(lines), below=True))


def statement(draft: Draft, status: str = "open") -> Statement:
    """What the block states."""
    return Statement(draft.seat.requisition, "full", status, tuple(draft.demands), tuple(draft.optional))
