"""The pages of a site that list seats: all of them, the weeks, the clients, the skills."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from reports.formats import Formats
from reports.phrases import Phrasing
from reports.quotes import Quotes
from reports.records import WeeklyReport
from reports.risks import HIGH, MEDIUM
from reports.safety import visible
from reports.seatrecords import SeatName, Standing
from reports.sentences import Count
from reports.signs import Signs
from reports.site_records import (
    ClientSeats,
    SeatEntry,
    SkillAsked,
    SkillMove,
    SkillSeats,
    WeekLine,
    WeekSeats,
    client_file,
    findable,
    seat_file,
    skill_file,
    week_file,
)
from reports.site_seat import EVERY_YEAR
from reports.site_trends import SiteTrends
from reports.values import Labels
from reports.weeks import IsoWeek
from reports.wording import wording
from requisitions.words import Necessity, Status

MOST_INTERVIEWS = 12
MOST_WEEKS_SHOWN = 12
MOST_SKILL_MOVES = 200
_STANDINGS = list(Standing)
_MARKS = {
    Standing.HARDER: ("fx hd", "▲ "),
    Standing.EASIER: ("fx ez", "▽ "),
    Standing.NEUTRAL: ("fx nt", "＝ "),
    Standing.NEW: ("fx", "＋ "),
    Standing.CLOSED: ("na", "✕ "),
    Standing.SILENT: ("na", "○ "),
    Standing.UNMOVED: ("na", ""),
}


class Lists(Signs):
    """What the templates of the lists ask for, in one language."""

    def __init__(self, entries: Sequence[SeatEntry], report: WeeklyReport, language: str, labels: Labels) -> None:
        zone = ZoneInfo(report.timezone)
        formats = Formats(language, zone, report.week.year)
        super().__init__(Phrasing(wording(language), formats, report.writers, labels), Quotes({}, {}))
        self.report = report
        self.entries = entries
        self._every_year = Formats(language, zone, EVERY_YEAR)
        self._zone = zone

    @cached_property
    def trends(self) -> SiteTrends:
        """What the report of the week tells of clients and of the market."""
        return SiteTrends(self, self.report)

    @cached_property
    def clients(self) -> tuple[ClientSeats, ...]:
        """By name; seats that name none come last."""
        found: dict[str, list[SeatEntry]] = defaultdict(list)
        for seat in self.entries:
            found[client_file(seat.name.client)].append(seat)
        grouped = [ClientSeats(min(_names(seats), default=None), file, tuple(sorted(seats, key=_steady))) for file, seats in found.items()]
        return tuple(sorted(grouped, key=lambda client: (client.name is None, client.name or "", client.file)))

    @cached_property
    def by_week(self) -> tuple[ClientSeats, ...]:
        """The same, those first that have seats that grew harder this week."""
        return tuple(sorted(self.clients, key=lambda client: not any(seat.standing is Standing.HARDER for seat in client.seats)))

    def ranked(self, client: ClientSeats) -> list[SeatEntry]:
        """The seats of a client, the week's moves first."""
        return sorted(client.seats, key=_rank)

    @cached_property
    def skills(self) -> tuple[SkillSeats, ...]:
        """Those first that most seats ask for."""
        asked: dict[str, list[tuple[SeatEntry, SkillAsked]]] = defaultdict(list)
        moves: dict[str, list[tuple[SeatEntry, SkillMove]]] = defaultdict(list)
        for seat in self.entries:
            for skill in seat.skills:
                asked[skill.key].append((seat, skill))
            for move in seat.moves:
                moves[move.key].append((seat, move))
        found = [_skill(key, seats, moves[key]) for key, seats in asked.items()]
        return tuple(sorted(found, key=lambda skill: (-skill.number(Necessity.MUST), -len(skill.asked), skill.label, skill.key)))

    @cached_property
    def weeks(self) -> tuple[WeekSeats, ...]:
        """Every week that brought news, the latest first."""
        found: dict[IsoWeek, list[tuple[SeatEntry, WeekLine]]] = defaultdict(list)
        for seat in sorted(self.entries, key=_alphabetical):
            for week, line in seat.weeks:
                found[week].append((seat, line))
        any_followed = any(seat.followed for seat in self.entries)
        return tuple(_week(week, lines, any_followed=any_followed) for week, lines in sorted(found.items(), reverse=True))

    def interviews(self) -> list[tuple[datetime, SeatEntry]]:
        """The next interviews from the end of the data on."""
        now = self.report.head.data_cut or self.report.end
        ahead = [(at, seat) for seat in self.entries for at in seat.interviews if at >= now]
        return sorted(ahead, key=lambda pair: (pair[0], pair[1].name.requisition_id))[:MOST_INTERVIEWS]

    def latest_weeks(self) -> Sequence[WeekSeats]:
        """The weeks that the first page shows."""
        return self.weeks[:MOST_WEEKS_SHOWN]

    def neighbours(self, week: WeekSeats) -> tuple[WeekSeats | None, WeekSeats | None]:
        """The weeks with news before and after one."""
        place = self.weeks.index(week)
        older = self.weeks[place + 1] if place + 1 < len(self.weeks) else None
        return older, self.weeks[place - 1] if place else None

    def seat_link(self, name: SeatName, up: str = "", *, short: bool = False) -> Markup:
        """A seat's title, or client and title, as a link to its page."""
        text = self.short_name(name) if short else self.title(name)
        return Markup('<a href="{}{}">{}</a>').format(up, seat_file(name.requisition_id), text)

    def client_name(self, client: ClientSeats) -> Markup:
        """A client, or that none is named."""
        return self.name(client.name) if client.name else self.text("moved.no_client")

    def plain_client(self, client: ClientSeats) -> str:
        """The same for the window's title."""
        return visible(client.name) if client.name else self.words.text("moved.no_client")

    def client_link(self, name: SeatName, up: str) -> Markup:
        """A seat's client as a link to its page."""
        return Markup('<a href="{}{}">{}</a>').format(up, client_file(name.client), self.client(name))

    def findable(self, *words: str) -> str:
        """Words as the search compares them."""
        return findable(*words)

    def plain(self, text: str) -> str:
        """Words for the window's title."""
        return visible(text)

    def day(self, at: datetime | None) -> Markup:
        """A day with its year, or a dash."""
        return Markup('<span class="nw">{}</span>').format(self._every_year.date_of(at)) if at is not None else Markup("—")

    def standing(self, seat: SeatEntry) -> Markup:
        """What this week was for a seat; of one that was over before, that it is."""
        kind = seat.standing or Standing.CLOSED
        mark, sign = _MARKS[kind]
        word = self.words.text("site.status.paused" if seat.status is Status.PAUSED and kind is Standing.UNMOVED else f"standing.{kind}")
        return Markup('<span class="{}">{}{}</span>').format(mark, sign, word)

    def status(self, seat: SeatEntry) -> Markup:
        """Whether a seat is open."""
        return self.text(f"site.status.{seat.status}")

    def risk(self, seat: SeatEntry) -> Markup:
        """How likely a seat is to move: the level, and the score out of 100."""
        if seat.risk is None:
            return Markup("—")
        level = "drift.high" if seat.risk >= HIGH else "drift.medium" if seat.risk >= MEDIUM else "drift.low"
        return self.text("site.risk", level=self.words.text(level), n=str(seat.risk))

    def effects(self, line: WeekLine) -> Markup:
        """How many moves had which effect."""
        return Markup(" ").join(self.effect_count(effect, number) for effect, number in line.effects)

    def week_name(self, week: IsoWeek) -> Markup:
        """A week by its year and number."""
        return self.text("site.week", year=str(week.year), week=str(week.week))

    def days(self, week: IsoWeek) -> Markup:
        """Monday to Sunday."""
        ends = (Markup('<span class="nw">{}</span>').format(self._every_year.day(day)) for day in (week.monday, week.sunday))
        monday, sunday = ends
        return self.text("page.days", monday=monday, sunday=sunday)

    def cut(self) -> Markup:
        """When the last mail of the data was archived."""
        cut = self.report.head.data_cut
        return self.text("head.cut_unknown") if cut is None else Markup('<span class="nw">{}</span>').format(self.formats.moment(cut))

    def flags(self) -> int:
        """How many conditions wait for a review."""
        return sum(len(seat.flags) for seat in self.report.decisions.flags)

    def unread(self) -> int:
        """How many mails of the week could not be read."""
        return len({one.problem.sha256 for one in self.report.decisions.unread})

    def of_seats(self, number: int) -> Count:
        """A number of seats, for a sentence."""
        return Count(number, "of_seats")

    def necessity(self, skill: SkillAsked) -> Markup:
        """How binding a skill is, or that it is asked for no more."""
        return escape(self.words.text(f"necessity.{skill.necessity}")) if skill.necessity else self.text("site.asked_no_more")


def _names(seats: Iterable[SeatEntry]) -> Iterator[str]:
    return (seat.name.client for seat in seats if seat.name.client)


def _alphabetical(seat: SeatEntry) -> tuple[str, str, str]:
    return (seat.name.client or "\uffff", seat.name.reference or "\uffff", seat.name.requisition_id)


def _steady(seat: SeatEntry) -> tuple[object, ...]:
    """Seats to be filled first: an order that no Monday changes."""
    return (seat.status is Status.CLOSED, *_alphabetical(seat))


def _rank(seat: SeatEntry) -> tuple[object, ...]:
    """Seats to be filled first, the week's moves on top."""
    place = _STANDINGS.index(seat.standing) if seat.standing is not None else len(_STANDINGS)
    return (seat.status is Status.CLOSED, place, *_alphabetical(seat))


def _skill(key: str, asked: Sequence[tuple[SeatEntry, SkillAsked]], moves: Sequence[tuple[SeatEntry, SkillMove]]) -> SkillSeats:
    def rank(pair: tuple[SeatEntry, SkillAsked]) -> tuple[object, ...]:
        seat, skill = pair
        return (skill.necessity is None, seat.status is Status.CLOSED, skill.necessity is not Necessity.MUST, *_alphabetical(seat))

    latest = sorted(moves, key=lambda pair: (pair[1].at, pair[0].name.requisition_id), reverse=True)[:MOST_SKILL_MOVES]
    return SkillSeats(key, min(skill.label for _, skill in asked), skill_file(key), tuple(sorted(asked, key=rank)), tuple(latest))


def _week(week: IsoWeek, lines: Sequence[tuple[SeatEntry, WeekLine]], *, any_followed: bool) -> WeekSeats:
    moved = [(seat, line) for seat, line in lines if line.moved]
    return WeekSeats(
        week=week,
        file=week_file(week),
        moved=tuple((seat, line) for seat, line in moved if seat.followed or not any_followed),
        elsewhere=tuple((seat, line) for seat, line in moved if any_followed and not seat.followed),
        new=tuple(seat for seat, line in lines if line.new and line.standing is not Standing.CLOSED),
        closed=tuple(seat for seat, line in lines if line.standing is Standing.CLOSED),
    )
