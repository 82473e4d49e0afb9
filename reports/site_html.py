"""The pages of a site as HTML: whole without a script; those that list seats have a small one of ours, which filters."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.errors import ReportError
from reports.formats import Formats
from reports.html import lean
from reports.html import policy as policy_of
from reports.html import style as weekly_style
from reports.page import Page
from reports.phrases import Phrasing
from reports.records import WeeklyReport
from reports.safety import check_mail_link
from reports.seatrecords import SeatName
from reports.sentences import Term
from reports.settings import LANGUAGES
from reports.site_lists import Lists
from reports.site_records import ClientSeats, SkillSeats, WeekSeats, seat_file
from reports.site_seat import SeatPage
from reports.values import NO_LABELS, Labels
from reports.wording import wording
from requisitions.messages import Message


class ThisWeek(Page):
    """The weekly page inside a site: whoever is told of has a page of his own."""

    def entry(self, name: SeatName, text: Markup) -> Markup:
        """The words that name a seat, as a link to its page."""
        return Markup('<a href="{}">{}</a>').format(seat_file(name.requisition_id), text)


def check(language: str, mail_link: str | None) -> None:
    """Judge what is asked for before anything is written.

    Raises:
        ReportError: there is no such language, or the `[reports] mail_link` may not stand on a page.
    """
    if language not in LANGUAGES:
        raise ReportError(f"no site in language {language!r}; choose one of {', '.join(LANGUAGES)}")
    if mail_link is not None:
        check_mail_link(mail_link)


def this_week(
    report: WeeklyReport,
    language: str,
    *,
    mail_link: str | None = None,
    messages: Mapping[str, Message] = MappingProxyType({}),
    labels: Labels = NO_LABELS,
) -> bytes:
    """The report of the week; arguments as in `html.render`."""
    formats = Formats(language, ZoneInfo(report.timezone), report.week.year)
    page = ThisWeek(report, Phrasing(wording(language), formats, report.writers, labels), mail_link, messages)
    return _written("site_week.html.j2", page, here="this-week", report=report, paper=False)


def seat(page: SeatPage) -> bytes:
    """The page of a seat."""
    return _written("site_seat.html.j2", page, up="../", story=page.story)


def index(lists: Lists) -> bytes:
    """The page of all seats."""
    return _written("site_index.html.j2", lists, here="index", filtered=True, report=lists.report)


def weeks(lists: Lists) -> bytes:
    """The page of all weeks."""
    return _written("site_weeks.html.j2", lists, here="weeks")


def week(lists: Lists, told: WeekSeats) -> bytes:
    """The page of a week."""
    older, newer = lists.neighbours(told)
    return _written("site_one_week.html.j2", lists, up="../", told=told, older=older, newer=newer)


def clients(lists: Lists) -> bytes:
    """The page of all clients."""
    return _written("site_clients.html.j2", lists, here="clients", filtered=True)


def client(lists: Lists, told: ClientSeats) -> bytes:
    """The page of a client."""
    return _written("site_client.html.j2", lists, up="../", told=told)


def skills(lists: Lists) -> bytes:
    """The page of all skills."""
    return _written("site_skills.html.j2", lists, here="skills", filtered=True)


def skill(lists: Lists, told: SkillSeats) -> bytes:
    """The page of a skill."""
    return _written("site_skill.html.j2", lists, up="../", told=told)


def _written(
    template: str, page: Lists | Page | SeatPage, *, up: str = "", here: str = "", filtered: bool = False, **told: object
) -> bytes:
    own = Markup(script()) if filtered else None  # noqa: S704 - our own file
    return (
        _environment()
        .get_template(template)
        .render(
            page=page,
            t=_text(page),
            say=page.phrasing.say,
            style=Markup(style()),  # noqa: S704 - our own file
            policy=policy(filtered=filtered),
            script=own,
            up=up,
            here=here,
            **told,
        )
        .encode()
    )


def _text(page: Lists | Page | SeatPage) -> Callable[..., Markup]:
    """The entries of the catalogue for templates; those without values are the same on all pages."""

    def text(key: str, **values: Term | str) -> Markup:
        return page.text(key, **values) if values else _constant(page.language, key)

    return text


@cache
def _constant(language: str, key: str) -> Markup:
    return Markup(wording(language).text(key)).format()  # noqa: S704 - our own file


@cache
def style() -> str:
    """The style sheet of every page: the weekly report's with what a site adds, without the space that nobody needs."""
    return weekly_style() + lean((files("reports") / "templates" / "site.css").read_text("utf-8"))


@cache
def script() -> str:
    """The script that filters lists."""
    return (files("reports") / "templates" / "site.js").read_text("utf-8").strip()


@cache
def policy(*, filtered: bool = False) -> str:
    """The content security policy: this very style sheet, this very script where there is one, and nothing else."""
    if not filtered:
        return policy_of(style())
    digest = base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()
    return f"{policy_of(style())}; script-src 'sha256-{digest}'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
