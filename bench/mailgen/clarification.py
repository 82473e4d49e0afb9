"""The own words of a clarification: one change or several, with or without a cause."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random

from bench.mailgen.filling import Filled, fill
from bench.mailgen.folding import RANK, change_between
from bench.mailgen.frames import Frame, status_of
from bench.mailgen.lexicon import load_lexicon
from bench.mailgen.requisition import distinct
from bench.mailgen.slots import Seat
from bench.mailgen.truth import Demand, FrameUse, Record, Statement, find

IDLE = frozenset({"keep", "hedge", "cond", "question", "sched"})
"""Acts that move nothing."""


@dataclass(slots=True)
class Words:
    """What a clarification says, before the mail around it."""

    lines: list[str] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    optional: list[Demand] = field(default_factory=list)
    uses: list[FrameUse] = field(default_factory=list)
    status: str = "open"
    announced: str = ""

    def statement(self, seat: Seat) -> Statement:
        """What it states."""
        return Statement(seat.requisition, "amendment", self.status, tuple(self.demands), tuple(self.optional))

    def why(self, demand: Demand) -> tuple[str, ...]:
        """The causes told for a demand."""
        for use in self.uses:
            if find(demand, list(use.demands)) or (demand.category == "status" and use.text == self.announced):
                return use.reasons
        return ("unstated",)


@dataclass(slots=True)
class Writer:
    """Somebody who clarifies one seat."""

    seat: Seat
    frames: tuple[Frame, ...]
    rng: Random
    sent: datetime
    voices: frozenset[str | None]

    def write(self) -> Words | None:
        """A clarification; null where nothing fits."""
        shape = self.rng.choices(["one", "list", "two", "inline"], [60, 14, 16, 12])[0]
        if self.voices & {"memo", "own"} or self.seat.record.status != "open":
            shape = "one"
        words = Words(status=self.seat.record.status)
        if shape == "list" and self._list(words):
            return words
        if shape == "inline" and self._several(words, "inline", 3):
            return words
        if not self._prose(words):
            return None
        if shape == "two" and words.status == self.seat.record.status == "open" and words.uses[0].id.split(".")[2] not in IDLE:
            self._prose(words, apart=True)
        return words

    def _pick(self, shape: str | None, words: Words) -> Filled | None:
        offered: dict[str, list[Frame]] = {}
        for frame in self.frames:
            fits = frame.use == "clarification" and frame.shape == shape and frame.voice in self.voices
            if fits and frame.fits(self.seat.trade, self.seat.market):
                offered.setdefault(frame.act, []).append(frame)
        for _ in range(14):
            if not offered:
                return None
            frame = self.rng.choice(offered[self.rng.choice(sorted(offered))])
            if frame.id in {use.id for use in words.uses}:
                continue
            filled = fill(frame, self.seat, self.rng, self.sent)
            if filled is not None and self._valid(filled, words):
                return filled
        return None

    def _valid(self, filled: Filled, words: Words) -> bool:
        status, now = status_of(filled.frame), self.seat.record.status
        if words.uses and (status or filled.frame.act in IDLE):
            return False
        if now != "open" and (status is None or status == now or (now == "closed" and status == "paused")):
            return False
        if now == "open" and status == "open":
            return False
        told = words.demands + words.optional
        return distinct([*filled.demands, *filled.optional], told) and all(moves(d, self.seat.record) for d in filled.demands)

    def _take(self, filled: Filled, words: Words, reasons: tuple[str, ...]) -> None:
        words.demands += filled.demands
        words.optional += filled.optional
        words.uses.append(FrameUse(filled.frame.id, filled.text, 0, filled.demands, filled.frame.reasons or reasons))
        if (status := status_of(filled.frame)) is not None:
            words.status, words.announced = status, filled.text

    def _list(self, words: Words) -> bool:
        lead, reasons = self.rng.choice(self.seat.lexicon.words("furniture", "list_leads")), ("unstated",)
        if self.rng.random() < 0.5 and (cause := self._cause("lead")):
            lead, reasons = cause.text, (cause.act,)
        words.lines.append(lead)
        bullet = self.rng.choice(["・", "- ", "", "■"] if self.seat.language == "ja" else ["- ", "* ", ""])
        for _ in range(self.rng.randint(2, 3)):
            filled = self._pick("line", words)
            if filled is not None:
                self._take(filled, words, reasons)
                words.lines.append(bullet + filled.text)
        if words.uses:
            return True
        words.lines.clear()
        return False

    def _several(self, words: Words, shape: str, most: int) -> bool:
        for _ in range(self.rng.randint(1, most)):
            filled = self._pick(shape, words)
            if filled is not None:
                self._take(filled, words, ("unstated",))
                words.lines += [*filled.text.split("\n"), ""]
        return bool(words.uses)

    def _prose(self, words: Words, *, apart: bool = False) -> bool:
        filled = self._pick(None, words)
        if filled is None:
            return False
        text, frame = filled.text, filled.frame
        reasons: tuple[str, ...] = ("unstated",)
        free = not (frame.reasons or frame.unreasoned or frame.act in IDLE or frame.voice in {"memo", "own"})
        if free and self.rng.random() < 0.45:
            text, reasons = self._with_cause(filled)
        elif apart and any(use.reasons != ("unstated",) for use in words.uses):
            lead = self.rng.choice(self.seat.lexicon.words("furniture", "separately"))
            text = lead + (lowered(text) if self.seat.language == "en" else text)
        if apart:
            words.lines.append("")
        words.lines.append(text)
        self._take(fitted(filled, text), words, reasons)
        return True

    def _cause(self, shape: str) -> Frame | None:
        fit = [f for f in self.frames if f.use == "reason" and f.shape == shape]
        return self.rng.choice(fit) if fit else None

    def _with_cause(self, filled: Filled) -> tuple[str, tuple[str, ...]]:
        """The sentence with a cause before or behind it."""
        text, english = filled.text, self.seat.language == "en"
        plain = text.count(".") == 1 and text.endswith(".") and "\n" not in text
        shapes = ["sentence", "clause", *(["tail"] if english and plain else [])]
        cause = self._cause(self.rng.choice(shapes))
        if cause is None:
            return text, ("unstated",)
        if cause.shape == "tail":
            return f"{text[:-1]} {cause.text.strip()}.", (cause.act,)
        if cause.shape == "sentence" or (english and not _begins_plainly(text)):
            shaped = cause if cause.shape == "sentence" else self._cause("sentence")
            return (text, ("unstated",)) if shaped is None else (shaped.text + (" " if english else "") + text, (shaped.act,))
        return cause.text + (" " + lowered(text) if english else text), (cause.act,)


def _begins_plainly(text: str) -> bool:
    """Whether the first word loses its capital behind a cause."""
    return text.split(maxsplit=1)[0] in load_lexicon("en").words("furniture", "plain_beginnings")


def lowered(text: str) -> str:
    """A sentence that goes on behind a clause."""
    return text[0].lower() + text[1:] if _begins_plainly(text) else text


def fitted(filled: Filled, text: str) -> Filled:
    """The frame with its quotes as they stand in a sentence that lost its capital or its full stop."""

    def standing(quote: str) -> str:
        ways = (quote, lowered(quote), quote.removesuffix("."), lowered(quote).removesuffix("."))
        return next((way for way in ways if way in text), quote)

    def moved(demands: tuple[Demand, ...]) -> tuple[Demand, ...]:
        return tuple(replace(demand, quote=standing(demand.quote)) for demand in demands)

    return replace(filled, text=standing(filled.text), demands=moved(filled.demands), optional=moved(filled.optional))


def moves(demand: Demand, record: Record) -> bool:
    """Whether a demand told now differs from what holds."""
    held = find(demand, record.held)
    if demand.necessity == "not_required":
        return held is not None
    if held is None:
        return True
    if RANK[held.necessity] == RANK[demand.necessity] and held.necessity != demand.necessity:
        return False
    if held.necessity == "preferred" and not demand.necessity_told and demand.necessity != "must":
        return False
    kind = change_between(held, demand)
    return kind is not None and not (kind == "altered" and demand.category in {"gender", "nationality", "language"})
