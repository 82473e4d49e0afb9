"""The weekly report as one self-contained page: no script, nothing fetched, every word from a mail escaped."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.errors import ReportError
from reports.formats import Formats
from reports.page import Page
from reports.phrases import Phrasing
from reports.records import WeeklyReport
from reports.safety import check_mail_link
from reports.settings import LANGUAGES
from reports.values import NO_LABELS, Labels
from reports.wording import wording
from requisitions.messages import Message


def render(
    report: WeeklyReport,
    language: str,
    *,
    mail_link: str | None = None,
    messages: Mapping[str, Message] = MappingProxyType({}),
    labels: Labels = NO_LABELS,
) -> str:
    """The report as a page of HTML.

    Args:
        report: The week.
        language: `ja` or `en`.
        mail_link: The `[reports] mail_link` template that source mails are linked by.
        messages: The mails of `report.places()` by their sha256, as far as they are at hand: quotes stand in their clauses.
        labels: What the vocabulary calls its keys in that language.

    Raises:
        ReportError: there is no such language, or the template may not stand on a page.
    """
    return written(page_of(report, language, mail_link=mail_link, messages=messages, labels=labels))


def page_of(
    report: WeeklyReport,
    language: str,
    *,
    mail_link: str | None = None,
    messages: Mapping[str, Message] = MappingProxyType({}),
    labels: Labels = NO_LABELS,
    address: str | None = None,
) -> Page:
    """What every format is written from; arguments and errors are those of `render`, `address` is where the output can be opened."""
    if language not in LANGUAGES:
        raise ReportError(f"no reports in language {language!r}; choose one of {', '.join(LANGUAGES)}")
    if mail_link is not None:
        check_mail_link(mail_link)
    formats = Formats(language, ZoneInfo(report.timezone), report.week.year)
    return Page(report, Phrasing(wording(language), formats, report.writers, labels), mail_link, messages, address)


def written(page: Page, paper: str | None = None) -> str:
    """The page as HTML; for paper with one more style sheet, and each seat's margin before its body."""
    css = style() if paper is None else style() + paper
    template = _environment().get_template("week.html.j2")
    told = {"report": page.report, "page": page, "t": page.text, "say": page.phrasing.say}
    return template.render(**told, style=Markup(css), policy=policy(css), paper=paper is not None)  # noqa: S704 - our own file


def document(page: Page) -> bytes:
    """The page as it lies in its file."""
    return written(page).encode()


@cache
def style() -> str:
    """The style sheet that stands in every page."""
    return lean((files("reports") / "templates" / "report.css").read_text("utf-8") + _phone_labels())


def _phone_labels() -> str:
    """What a phone shows above the two values of a row, where the heads of the columns have no room: here, and not in every cell."""
    return "".join(
        f'html[lang="{language}"] .moves td:nth-child({place})::before {{ content: "{wording(language).text(key)}"; }}\n'
        for language in LANGUAGES
        for place, key in enumerate(("moved.first", "moved.now"), 2)
    )


def lean(sheet: str) -> str:
    """A style sheet without the space that nobody needs: a rule a line."""
    lines = (line.strip() for line in sheet.splitlines())
    return "".join(f"{line}\n" if line.endswith("}") else line for line in lines)


@cache
def policy(sheet: str | None = None) -> str:
    """The content security policy: nothing but this very style sheet (REPORTS.md 4.1)."""
    digest = base64.b64encode(hashlib.sha256((sheet or style()).encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
