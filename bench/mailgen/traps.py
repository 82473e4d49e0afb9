"""Stories that tempt linking: one subject for several seats, lists of open seats week after week, a seat that two brokers offer."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta, timezone
from random import Random

from bench.mailgen.blocks import digest, set_block
from bench.mailgen.frames import Side, load_frames
from bench.mailgen.layout import Style
from bench.mailgen.lexicon import load_lexicon
from bench.mailgen.mails import Sheet, dispatch
from bench.mailgen.parties import Party, choose_party
from bench.mailgen.requisition import Draft, resent, statement
from bench.mailgen.seats import new_seat
from bench.mailgen.slots import Seat
from bench.mailgen.story import Case, Teller
from bench.mailgen.world import FIRST_DAY, MARKETS, ZONES, story

EVENTS = {"reply": 5, "new-thread": 3, "blast": 3, "proposal": 2, "memo": 1.5, "question": 1, "resend": 1, "noise": 1}
"""What happens next, by weight."""
SUBJECTS = {
    "ja": ("案件のご紹介", "【案件情報】新規のご案内", "要員募集のお願い"),
    "en": ("New opening", "Requirement", "Open position - please share profiles"),
}
LISTS = {"ja": ("今週の募集中案件", "【一斉配信】募集中の案件一覧"), "en": ("Open roles this week", "Hot list: open positions")}
HEADS = {
    "ja": ("現在募集中の案件を再掲いたします。", "引き続き募集中の案件は下記のとおりです。"),
    "en": ("These roles are still open:", "Here is our current list of open roles."),
}
DAYS = 200
"""Stories begin in so many days, so that they lie on top of each other."""


@dataclass(slots=True)
class Tempter(Teller):
    """Tells a story that is full of traps."""

    rival: Party | None = None
    """Another broker, who offers one of the seats as well."""
    voices: dict[str, Party] = field(default_factory=dict)
    """Who writes about which seat."""
    subject: str | None = None
    """Of the next mails, whatever they are about."""

    def tell(self) -> Case:
        """The whole story."""
        main = self.counterpart
        titles: list[str] = []
        for i in range(self.rng.randint(2, 4)):
            seat = new_seat(f"R{i + 1}", self.lexicon, self.market, self.rng, titles)
            titles.append(seat.title)
            self.seats.append(seat)
            self.voices[seat.requisition] = main
        self._begin()
        if self.rival is not None:
            self._offer_again(self.rng.choice(self.seats), self.rival)
        for _ in range(self.rng.randint(7, 13)):
            self.now += timedelta(hours=self.rng.randint(10, 130))
            self._happen(self.rng.choices(list(EVENTS), list(EVENTS.values()))[0], self.rng.choice(self.seats))
        return Case(self.id, self.lexicon.language, f"generated traps: {len(self.seats)} seats, {main.role}", tuple(self.mails))

    def send(self, sheet: Sheet) -> None:
        """Dispatch a sheet, under the subject of all where there is one; a proposal is for the seats of the mail that it answers."""
        if self.subject is not None and self._names_its_seat(sheet):
            sheet = replace(sheet, subject=self.subject)
        if sheet.truth.mentions and sheet.parent is not None:
            spoken_of = {one.requisition for one in sheet.parent.truth.statements}
            sheet = replace(sheet, truth=replace(sheet.truth, mentions=tuple(sorted(spoken_of))))
        self.mails.append(dispatch(sheet, self.lexicon, self.rng, f"{self.id}.{len(self.mails) + 1:02}"))

    def _names_its_seat(self, sheet: Sheet) -> bool:
        """Whether the text alone tells which seat it is about: under one subject nothing else does."""
        told = "\n".join([*sheet.lines, *(value for _, value in sheet.table)])
        about = {one.requisition for one in sheet.truth.statements}
        return all(seat.title in told for seat in self.seats if seat.requisition in about)

    def _begin(self) -> None:
        """All seats in one mail, or each in a mail of its own under one subject."""
        if self.rng.random() < 0.5:
            self._requisition(self.seats)
            return
        self.subject = self.rng.choice(SUBJECTS[self.lexicon.language])
        for seat in self.seats:
            self._requisition([seat])
            self.now += timedelta(hours=self.rng.randint(1, 60))
        self.subject = None

    def _offer_again(self, seat: Seat, rival: Party) -> None:
        """The same seat of the same end client in a rival's words: another requisition."""
        twin = replace(seat, requisition=f"{seat.requisition}b", reference=None, record=seat.record.copy(), spares={})
        self.counterpart = self.voices[twin.requisition] = rival
        self.seats.append(twin)
        found = self._told_again(twin)
        if found is None:
            self.seats.remove(twin)
            return
        self.now += timedelta(hours=self.rng.randint(5, 80))
        draft, style = found
        block = set_block(draft, style, self.rng)
        head = self.words("intros")
        truth = self._truth("requisition", [statement(draft)], block.uses, head)
        subject = self.words("subjects").format(title=twin.title, place=twin.title)
        self.send(Sheet(rival, self.ours, self.now, subject, (head, "", *block.lines), truth, block.table))

    def _happen(self, event: str, seat: Seat) -> None:
        self.counterpart = self.voices[seat.requisition]
        if event == "blast":
            self._blast()
        elif event == "new-thread":
            self.now += timedelta(days=self.rng.choice([0, 0, 12, 30]))
            self._unthreaded(seat)
        elif event == "resend":
            self._resend(seat, moved=self.rng.random() < 0.6)
        elif event == "proposal":
            self._noise("candidate", seat)
        elif event == "noise":
            self._noise("other", seat)
        else:
            self._clarify(seat, {"reply": "clarify"}.get(event, event))

    def _unthreaded(self, seat: Seat) -> None:
        """A clarification in a new thread: nothing but its words leads to the seat."""
        mails, self.mails = self.mails, []
        self._clarify(seat, "clarify")
        told, self.mails = self.mails, mails
        # its number, and with it its Message-ID, was another one's
        self.mails += [replace(mail, **self._renamed(mail.message_id, mail.raw)) for mail in told]

    def _renamed(self, message_id: str, raw: bytes) -> dict[str, object]:
        mine = f"{self.id}.{len(self.mails) + 1:02}"
        return {"message_id": message_id.replace(f"{self.id}.01", mine), "raw": raw.replace(f"{self.id}.01".encode(), mine.encode())}

    def _told_again(self, seat: Seat) -> tuple[Draft, Style] | None:
        """What a seat demands, in a form that can stand beside others."""
        self.spares(seat)
        for _ in range(8):
            found = resent(seat, self.frames, self.rng, self.now, list(seat.record.held))
            if found is not None and found[1].name not in {"prose", "table", "numbered"}:
                return found
        return None

    def _blast(self) -> None:
        """Every open seat of one counterpart, listed again and unchanged."""
        offered = [one for one in self.seats if one.record.status == "open" and self.voices[one.requisition] is self.counterpart]
        found = [told for one in offered if (told := self._told_again(one)) is not None]
        if not found:
            return
        self.rng.shuffle(found)
        made = [set_block(draft, style, self.rng) for draft, style in found]
        block = made[0] if len(made) == 1 else digest(made, self.rng, self.lexicon.language)
        head = self.rng.choice(HEADS[self.lexicon.language])
        truth = self._truth("requisition", [statement(draft) for draft, _ in found], block.uses, head)
        subject = self.rng.choice(LISTS[self.lexicon.language])
        self.send(Sheet(self.counterpart, self.ours, self.now, subject, (head, "", *block.lines), truth, block.table))


def temptation(seed: int, number: int, side: Side = Side.ALL) -> Case:
    """One story of traps; every other one is Japanese."""
    language = "ja" if number % 2 == 0 else "en"
    rng = Random(f"traps {seed}/{side}/{number}")
    lexicon = load_lexicon(language)
    market = "jp" if language == "ja" else rng.choice(MARKETS)
    start = FIRST_DAY + timedelta(days=rng.randrange(DAYS), minutes=rng.randrange(480))
    people: dict[str, Party] = {}
    marks = {"broker": number // 2, "rival": number // 2 + 50_000, "ours": None, "colleague": None}
    for name, mark in marks.items():
        role = {"rival": "broker", "colleague": "ours"}.get(name, name)
        while name not in people:
            one = choose_party(role, lexicon, rng, mark)
            if one.family not in {other.family for other in people.values()}:
                people[name] = one
    zone = timezone(timedelta(hours=ZONES[market]))
    teller = Tempter(
        f"{language}-trap-{seed}-{side.replace('-', '')}-{number:05}",
        lexicon,
        load_frames(language, side),
        rng,
        market,
        start.replace(tzinfo=zone),
        people["broker"],
        people["ours"],
        people["colleague"],
        rival=people["rival"] if rng.random() < 0.6 else None,
    )
    return teller.tell()


def world(seed: int, number: int, side: Side = Side.ALL) -> Case:
    """Plain stories and stories of traps by turns."""
    return temptation(seed, number, side) if number % 4 >= 2 else story(seed, number, side)


def worlds(seed: int, mails: int, side: Side = Side.ALL) -> Iterator[Case]:
    """Such stories until they hold at least so many mails."""
    number = told = 0
    while told < mails:
        case = world(seed, number, side)
        yield case
        number += 1
        told += len(case.mails)
