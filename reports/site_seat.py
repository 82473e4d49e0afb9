"""The page of one seat, and what the lists of a site take from it.

What the page says follows from the seat alone, so a night without news of it leaves it as it is.
"""

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from markupsafe import Markup

from reports.formats import Formats
from reports.others import standing
from reports.phrases import Phrasing
from reports.quotes import Quotes
from reports.rows import DOUBTFUL, ends_of
from reports.safety import visible
from reports.seatrecords import Certainty, MarkKind
from reports.seats import moved_line
from reports.seatsigns import SeatSigns
from reports.seatweek import REVIEWABLE, SeatWeek, Window, look
from reports.sentences import Count
from reports.settings import SILENT_DAYS
from reports.site_records import SeatEntry, SkillAsked, SkillMove, WeekLine, client_file, findable, seat_file, skill_file, week_file
from reports.site_story import Step, Story
from reports.timeline import Drawing
from reports.values import Labels
from reports.weeks import IsoWeek, week_of
from reports.withholding import writers
from reports.wording import wording
from requisitions.statements import Requirement
from requisitions.versions import Change, FlagRow, Held, HintRow, Link, Mail
from requisitions.words import Category, Effect, EventKind, Mode, Necessity, Review, Speaker, Status

EVERY_YEAR = 0
"""As the year of `Formats`: days are told with theirs, whichever it is."""
_SIGNS = {
    MarkKind.FIRST_HAND: "●",
    MarkKind.SECOND_HAND: "◌",
    MarkKind.UNMOVED: "｜",
    MarkKind.CONFLICT: "×",
    MarkKind.PLANNED: "□",
    EventKind.PROPOSAL: "◇",
    EventKind.INTERVIEW: "■",
    EventKind.REJECTION: "✕",
}


class SeatPage(SeatSigns):
    """What the template of a seat's page asks for, in one language."""

    def __init__(
        self, story: Story, language: str, *, zone: ZoneInfo, labels: Labels, mail_link: str | None, paged: Collection[str]
    ) -> None:
        year = story.seen.window.end.astimezone(zone).year
        formats = Formats(language, zone, year)
        super().__init__(Phrasing(wording(language), formats, writers((story.seen,)), labels), Quotes({}, {}), mail_link)
        self.story = story
        self._zone = zone
        self._paged = paged
        self._every_year = Formats(language, zone, EVERY_YEAR)

    @cached_property
    def news(self) -> tuple[tuple[IsoWeek, WeekLine], ...]:
        """What each week was for the seat, of those that a report tells something of it for."""
        return tuple(_weeks(self))

    def day(self, at: datetime) -> Markup:
        """A day with its year."""
        return Markup('<span class="nw">{}</span>').format(self._every_year.date_of(at))

    def plain_title(self) -> str:
        """The seat's name for the window's title."""
        name = self.story.name
        return " ".join(visible(part) for part in (name.reference, name.title) if part) or self.words.text("moved.no_title")

    def status(self) -> Markup:
        """Whether the seat is open."""
        return self.text(f"site.status.{self.story.seen.status}")

    def client_link(self) -> Markup:
        """The client, as a link to its page."""
        return Markup('<a href="../{}">{}</a>').format(client_file(self.story.name.client), self.client(self.story.name))

    def weeks(self) -> list[tuple[str, Markup]]:
        """The weeks that brought news of the seat, the latest first, each with its page."""
        return [(week_file(week), self.week_name(week)) for week, _ in reversed(self.news)]

    def week_name(self, week: IsoWeek) -> Markup:
        """A week by its number and year."""
        return self.text("site.week", year=str(week.year), week=str(week.week))

    def twin(self) -> str | None:
        """The page of the seat that this one is another way to."""
        twin = self.story.seat.twin_of
        return None if twin is None or twin not in self._paged else seat_file(twin)

    def interview_ahead(self) -> datetime | None:
        """The next interview, as of the seat's last mail."""
        return self.story.seen.interview_ahead()

    def drawing(self, story: Story) -> Drawing:
        """The timeline, up to the seat's last mail."""
        end = story.seen.window.end
        return self.drawn(story.marks, end, end)

    def timeline_title(self, story: Story, drawing: Drawing) -> str:
        """The timeline as a sentence."""
        return self.titled(story.name, drawing)

    def holds_note(self) -> Markup:
        """Which version holds, and how much it asks."""
        return self.text("site.holds_note", n=str(self.story.seen.latest.number), items=Count(len(self.story.holds), "items"))

    def sure(self, held: Held) -> Markup:
        """How sure a demand is."""
        return self.certainty([(Certainty.FIRST_HAND if held.stated_by is Speaker.END_CLIENT else Certainty.SECOND_HAND, 1)])

    def linked_item(self, demand: Requirement) -> Markup:
        """What a demand is about; a skill that has a page leads there."""
        item = self.item(demand)
        return Markup('<a href="../{}">{}</a>').format(skill_file(demand.key), item) if has_page(demand) else item

    def sign(self, step: Step) -> str:
        """The sign of a step."""
        return _SIGNS[step.kind]

    def is_ours(self, step: Step) -> bool:
        """Whether a step is something that we did, or that happened to our people."""
        return step.event is not None

    def head(self, step: Step) -> Markup:
        """What a step is."""
        if step.version is not None:
            kind = "first" if step.demands else "full" if step.version.mode is Mode.FULL else "amendment"
            return self.text(f"site.step.{kind}", n=str(step.version.number))
        if step.event is not None:
            return self.text(f"site.step.{step.kind}", people=Count(step.event.count, "people"))
        return self.text(f"site.step.{step.kind}")

    def time(self, step: Step) -> str:
        """The hour of a step; of an event that is known by its day alone, none."""
        local = step.at.astimezone(self._zone)
        return "" if step.event is not None and (local.hour, local.minute) == (0, 0) else f"{local.hour}:{local:%M}"

    def turn(self, change: Change) -> Markup:
        """How the seat's own status moved, and in which words."""
        told = self.text(f"site.turn.{change.change}")
        return told if not change.evidence else Markup("{} {}").format(told, self.quote_of(change, self.story.mail(change.sha256), None))

    def words_of(self, held: Held) -> Markup:
        """The words that a demand was read from."""
        mail = self.story.mail(held.sha256)
        return self.phrasing.quoted(held.requirement.evidence, self.language if mail is None else mail.language)

    def reviewable(self, demand: Requirement) -> bool:
        """Whether a demand is a condition whose words are folded."""
        return demand.category in REVIEWABLE

    def rule(self, link: Link) -> Markup:
        """Why a mail belongs here, and how sure that is."""
        told = self.text(f"site.rule.{link.rule}")
        doubt = Markup(' <span class="ct s3">{}</span>').format(self.text("certainty.unconfirmed")) if link.score < DOUBTFUL else Markup("")
        late = Markup("<br>{}").format(self.text("site.revised")) if link.revised else Markup("")
        return told + doubt + late

    def score(self, link: Link) -> str:
        """How sure a link is, between 0 and 1."""
        return f"{link.score:.2f}"

    def hint_line(self, row: HintRow) -> Markup:
        """Words that hold nothing."""
        return self.hint_words(row, self.story.mail(row.sha256))

    def flag_words(self, row: FlagRow) -> Markup:
        """The words that raised a flag."""
        mail = self.story.mail(row.sha256)
        return self.phrasing.quoted(row.flag.evidence, self.language if mail is None else mail.language)

    def mail(self, sha256: str) -> Mail | None:
        """The mail of that hash."""
        return self.story.mail(sha256)


def has_page(demand: Requirement) -> bool:
    """Whether a demand is a skill that some vocabulary knows: others are called by the words of one mail."""
    return demand.category is Category.SKILL and not demand.open_class


def news_weeks(seen: SeatWeek, zone: ZoneInfo) -> list[IsoWeek]:
    """The weeks that a report may tell this seat's news in: those of its versions and, where a mail came late, the one it came in."""
    found = set()
    for version in seen.versions:
        found.add(week_of(version.stated_at, zone))
        mail = seen.mail(version.sha256)
        if mail is not None and not mail.first_import and mail.known_at > version.stated_at:
            found.add(week_of(mail.known_at, zone))
    return sorted(found)


def entry_of(page: SeatPage, week: IsoWeek, silent_days: int = SILENT_DAYS) -> SeatEntry:
    """What the lists tell of the seat; `week` is the one of the report, `silent_days` as there."""
    story, seen, zone = page.story, page.story.seen, page.story.seen.window.zone
    now = look(story.seat, Window.of(week, zone, silent_days))
    planned = [event.at for event in seen.events if event.kind is EventKind.INTERVIEW and event.planned]
    asked = tuple(_asked(page))
    labels = [skill.label for skill in asked if skill.necessity is not None]
    return SeatEntry(
        name=story.name,
        status=seen.status,
        followed=story.seat.followed,
        versions=len(seen.versions),
        harder=seen.count(Effect.HARDER),
        easier=seen.count(Effect.EASIER),
        first=seen.versions[0].stated_at,
        last_moved=story.last_moved,
        last_mail=seen.last_mail(),
        twin=story.seat.twin_of is not None,
        risk=None if story.seat.risk is None else story.seat.risk.score,
        standing=None if now is None else standing(now),
        interviews=() if seen.status is Status.CLOSED else tuple(sorted(planned)),
        weeks=page.news,
        skills=asked,
        moves=tuple(_moves(page)),
        found_by=findable(story.name.reference, story.name.title, story.name.client, *labels),
    )


def _weeks(page: SeatPage) -> Iterator[tuple[IsoWeek, WeekLine]]:
    zone = page.story.seen.window.zone
    for week in news_weeks(page.story.seen, zone):
        seen = look(page.story.seat, Window.of(week, zone))
        kind = None if seen is None else standing(seen)
        if seen is None or kind is None or not (seen.moves or seen.turns or seen.new):
            continue
        moved = bool(seen.moves) and seen.status is not Status.CLOSED
        effects = tuple((effect, number) for effect in Effect if (number := seen.count(effect)))
        yield week, WeekLine(kind, moved, seen.new, effects, _told(page, seen) if moved else Markup(""))


def _told(page: SeatPage, seen: SeatWeek) -> Markup:
    line = moved_line(seen)
    told = Markup("{} {}").format(page.phrasing.say(line.items), page.certainty([(line.certainty, 1)]))
    row = line.row
    if row is None:
        return told
    quote = page.quote_of(row.change, row.mail, None)
    source = Markup('<span class="nw">{}</span> {}').format(page.moment(row.change.stated_at), page.writer(row.change, row.mail))
    return Markup('{}<br>{} <span class="src">{}</span>').format(told, quote, source)


def _asked(page: SeatPage) -> Iterator[SkillAsked]:
    """The skills that the seat asks for, and those that it once did."""
    seen = page.story.seen
    holding = {held.requirement.key: held for held in seen.latest.held if _asks(held.requirement)}
    ever = {held.requirement.key: held for version in seen.versions for held in version.held if has_page(held.requirement)}
    for key, held in sorted((ever | holding).items()):
        demand = held.requirement
        label = page.phrasing.values.label(demand.category, key, demand.label)
        if key in holding:
            yield SkillAsked(key, label, demand.necessity, page.held(demand), held.stated_at)
        else:
            yield SkillAsked(key, label, None, page.text("site.asked_no_more"), None)


def _asks(demand: Requirement) -> bool:
    return has_page(demand) and demand.necessity is not Necessity.NOT_REQUIRED


def _moves(page: SeatPage) -> Iterator[SkillMove]:
    seen = page.story.seen
    paged = {held.requirement.key for version in seen.versions for held in version.held if has_page(held.requirement)}
    for change in seen.moves:
        if change.category == Category.SKILL and change.key in paged and change.review is not Review.DISMISSED:
            before, after = ends_of(seen, change)
            ends = [page.text("value.none") if one is None else page.demand(one) for one in (before, after)]
            told = Markup("{} {} → {}").format(page.change(change, after), *ends)
            yield SkillMove(change.key, change.stated_at, change.effect, told)
