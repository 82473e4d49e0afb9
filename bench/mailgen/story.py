"""Stories: a seat or two from the first requisition to the end, with noise between, told in mails."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from bench.mailgen import folding
from bench.mailgen.blocks import digest, set_block
from bench.mailgen.clarification import Words, Writer
from bench.mailgen.filling import fill
from bench.mailgen.frames import Frame
from bench.mailgen.layout import choose_style
from bench.mailgen.lexicon import Lexicon
from bench.mailgen.mails import Mail, Sheet, dispatch
from bench.mailgen.parties import Party, choose_party
from bench.mailgen.requisition import fresh, resent, statement
from bench.mailgen.seats import base, flags, modified, new_seat, place_of, title_readings
from bench.mailgen.slots import Seat
from bench.mailgen.truth import Change, Demand, FrameUse, Record, Statement, Truth

EVENTS = {"clarify": 12, "memo": 2, "question": 1.4, "candidate": 1, "noise": 2, "resend": 1.2, "reminder": 0.6}
"""What happens next, by weight."""
MACHINES = frozenset({"bounce", "machine", "jobboard", "newsletter", "absence"})
"""Noise that no person signs."""


@dataclass(frozen=True, slots=True)
class Case:
    """A story with the id of its folder."""

    id: str
    language: str
    about: str
    mails: tuple[Mail, ...]


@dataclass(slots=True)
class Teller:
    """Tells one story."""

    id: str
    lexicon: Lexicon
    frames: tuple[Frame, ...]
    rng: Random
    market: str
    now: datetime
    counterpart: Party
    ours: Party
    colleague: Party
    seats: list[Seat] = field(default_factory=list)
    mails: list[Mail] = field(default_factory=list)

    def tell(self) -> Case:
        """The whole story."""
        self._open()
        weights = list(EVENTS.values())
        for _ in range(self.rng.randint(4, 11)):
            self.now += timedelta(hours=self.rng.randint(6, 90))
            event = self.rng.choices(list(EVENTS), weights)[0]
            seat = self.rng.choice(self.seats)
            if event == "noise":
                self._noise("other", seat)
            elif event == "candidate":
                self._noise("candidate", seat)
            elif event in {"resend", "reminder"}:
                self._resend(seat, moved=event == "resend")
            else:
                self._clarify(seat, event)
        trades = "+".join(seat.trade for seat in self.seats)
        return Case(self.id, self.lexicon.language, f"generated: {trades}, {self.counterpart.role}", tuple(self.mails))

    def speakers(self, used: frozenset[str | None] = frozenset()) -> tuple[str, ...]:
        """Right readings of who speaks: the cue's where there is one, else who it is, or unknown."""
        if "broker" in used:
            return ("intermediary",)
        if "client" in used:
            return ("end_client",)
        return ("intermediary", "unknown", "end_client") if self.counterpart.role == "broker" else ("end_client", "unknown", "intermediary")

    def send(self, sheet: Sheet) -> None:
        """Dispatch a sheet."""
        self.mails.append(dispatch(sheet, self.lexicon, self.rng, f"{self.id}.{len(self.mails) + 1:02}"))

    def last_with(self, seat: Seat) -> Mail | None:
        """The latest mail of the thread of a seat that both sides have seen."""
        shared = (m for m in reversed(self.mails) if m.to is not self.colleague)
        return next((m for m in shared if any(s.requisition == seat.requisition for s in m.truth.statements)), None)

    def words(self, name: str) -> str:
        """One of the lexicon's set phrases."""
        return self.rng.choice(self.lexicon.words("furniture", name))

    def spares(self, seat: Seat) -> None:
        """Renew the fixed words that frames may name."""
        other = choose_party("other", self.lexicon, self.rng)
        seat.spares = {
            "contact": self.counterpart.family,
            "contact.mail": self.counterpart.address,
            "person": other.family,
            "company": other.company,
            "initials": f"{self.rng.choice('ABHKMNST')}.{self.rng.choice('KMNSTYW')}",
            "persage": str(self.rng.randint(24, 58)),
        }

    def _open(self) -> None:
        count = 1 if self.rng.random() < 0.75 else self.rng.randint(2, 3)
        together = count > 1 and self.rng.random() < 0.6
        for i in range(count):
            self.seats.append(new_seat(f"R{i + 1}", self.lexicon, self.market, self.rng, [s.title for s in self.seats]))
        if together:
            self._requisition(self.seats)
        else:
            for seat in self.seats:
                self._requisition([seat])
                self.now += timedelta(hours=self.rng.randint(1, 30))

    def _requisition(self, seats: list[Seat]) -> None:
        blocks, style = [], choose_style(self.lexicon.language, self.rng)
        while len(seats) > 1 and style.name in {"prose", "table", "numbered"}:
            style = choose_style(self.lexicon.language, self.rng)
        for seat in seats:
            self.spares(seat)
            blocks.append((fresh(seat, self.frames, self.rng, self.now, style), style))
        made = [set_block(draft, style, self.rng) for draft, style in blocks]
        block = made[0] if len(made) == 1 else digest(made, self.rng, self.lexicon.language)
        intro = "prose_intros" if blocks[0][1].name == "prose" else "digests" if len(made) > 1 else "intros"
        head = self.words(intro).format(count=len(made))
        wish = ["", self.words("wishes")] if self.rng.random() < 0.5 and blocks[0][1].name != "prose" else []
        statements = [statement(draft) for draft, _ in blocks]
        subject = self.words("subjects").format(title=seats[0].title, place=place_of(statements[0], seats[0]))
        truth = self._truth("requisition", statements, block.uses, head)
        self.send(Sheet(self.counterpart, self.ours, self.now, subject, (head, "", *block.lines, *wish), truth, block.table))

    def _truth(
        self,
        kind: str,
        statements: list[Statement],
        uses: Sequence[FrameUse],
        announced: str,
        words: Words | None = None,
        speakers: tuple[str, ...] = (),
    ) -> Truth:
        changes: list[Change] = []
        loose: list[tuple[str, Demand]] = []
        speakers = speakers or self.speakers()
        for one in statements:
            seat = next(s for s in self.seats if s.requisition == one.requisition)
            why = words.why if words is not None else _no_cause
            made, open_ = folding.fold(seat.record, one, why, speakers, announced)
            changes += made
            loose += open_
        raised, optional = flags(statements, self.seats)
        return Truth(kind, tuple(statements), (), raised, optional, tuple(changes), tuple(loose), tuple(uses), speakers)

    def _resend(self, seat: Seat, *, moved: bool) -> None:
        if seat.record.status != "open":
            return
        demands = modified(seat, self.rng) if moved else list(seat.record.held)
        self.spares(seat)
        again = resent(seat, self.frames, self.rng, self.now, demands)
        if again is None:
            return
        draft, style = again
        head = self.words("resends" if moved else "reminders")
        block = set_block(draft, style, self.rng)
        truth = self._truth("requisition", [statement(draft)], block.uses, head)
        parent = self.last_with(seat)
        subject = f"Re: {base(parent.subject)}" if parent else seat.title
        self.send(Sheet(self.counterpart, self.ours, self.now, subject, (head, "", *block.lines), truth, block.table, parent))

    def _clarify(self, seat: Seat, event: str) -> None:
        own = {"memo": "memo", "question": "own"}.get(event)
        voices: frozenset[str | None] = frozenset({own}) if own else frozenset({None, self.counterpart.role})
        self.spares(seat)
        words = Writer(seat, self.frames, self.rng, self.now, voices).write()
        if words is None:
            return
        used = frozenset(f.voice for f in self.frames if f.id in {u.id for u in words.uses})
        parent, named = self.last_with(seat), len(self.seats) > 1 or event == "memo"
        threaded = parent is not None and self.rng.random() < {"memo": 0.6, "question": 1.0}.get(event, 0.8)
        lines = list(words.lines)
        if lines[0].startswith(">"):
            lines = [self.words("answers"), "", *lines]
        if named or not threaded or self.rng.random() < 0.15:
            about = self.words("memo_abouts" if event == "memo" else "abouts")
            lines = [about.format(title=seat.title, company=self.counterpart.company), "", *lines]
            words.optional += title_readings(seat, words.demands + words.optional)
        speakers = ("own_sales",) if own else self.speakers(used)
        truth = self._truth("clarification", [words.statement(seat)], words.uses, words.announced or words.uses[0].text, words, speakers)
        sender, to, forwards = self.counterpart, self.ours, None
        if own == "memo":
            sender, to = self.ours, self.colleague
        elif own == "own":
            sender, to = self.ours, self.counterpart
        elif threaded and self.rng.random() < 0.15 and not any(line.startswith(">") for line in lines):
            sender, to, forwards = self.ours, self.colleague, self.counterpart
        subjects = {"memo": "memo_subjects", "question": "question_subjects"}.get(event, "change_subjects")
        subject = (
            f"Re: {base(parent.subject)}"
            if threaded and parent
            else self.words(subjects).format(title=seat.title, company=self.counterpart.company)
        )
        self.send(Sheet(sender, to, self.now, subject, tuple(lines), truth, parent=parent if threaded else None, forwards=forwards))

    def _noise(self, kind: str, seat: Seat) -> None:
        self.spares(seat)
        offered = [f for f in self.frames if f.use == "noise" and f.kind == kind]
        if not offered:
            return
        frame = self.rng.choice(offered)
        record, seat.record = seat.record, Record()
        filled = fill(frame, seat, self.rng, self.now)
        seat.record = record
        if filled is None:
            return
        proposal = frame.act == "proposal"
        sender = self.ours if proposal else choose_party("other", self.lexicon, self.rng)
        parent = self.last_with(seat) if proposal else None
        subject = f"Re: {base(parent.subject)}" if parent else self.words("noise_subjects")
        extra = (("Auto-Submitted", "auto-replied"),) if frame.act in {"absence", "bounce"} and self.rng.random() < 0.5 else ()
        mentions = tuple(s.requisition for s in self.seats) if proposal else ()
        truth = Truth(kind, mentions=mentions, uses=(FrameUse(frame.id, filled.text, -1, ()),))
        to = self.counterpart if proposal else self.ours
        bare = frame.act in MACHINES or "{person}" in frame.text or filled.text.startswith(("Hi,", "Hello,"))
        self.send(Sheet(sender, to, self.now, subject, tuple(filled.text.split("\n")), truth, parent=parent, bare=bare, extra=extra))


def _no_cause(_: Demand) -> tuple[str, ...]:
    return ("unstated",)
