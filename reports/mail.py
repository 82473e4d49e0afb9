"""The weekly report as a mail: text first, then HTML of tables with its style in each cell, and one picture inside."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reports import cells
from reports.page import Page
from reports.picture import timeline_picture
from reports.plain import plain
from reports.questions import item
from reports.records import Call
from reports.seatrecords import MovedSeat, Row, SeatName
from reports.sentences import Name
from reports.timeline import WIDTH
from requisitions.words import Effect

HTML_LIMIT = 60_000
"""Bytes of the HTML: some mail programs cut what is longer than 100 KB, and quoting it makes it grow."""
_SUBJECT_LIMIT = 110
_MOST_SEATS = (24, 12, 6, 0)
"""How many moved seats are listed, tried one after the other until the HTML is short enough."""
_PICTURE = "<timeline@reqdrift>"
_MINCHO = "font-family:'Hiragino Mincho ProN','BIZ UDPMincho','Yu Mincho',serif"
_ROMAN = "font-family:'Iowan Old Style','Palatino Linotype',Georgia,serif"
_INLINE = {
    '<q lang="ja">': f'「<span lang="ja" style="{_MINCHO}">',
    '<q lang="en">': f'“<span lang="en" style="{_ROMAN}">',
    "<mark>": "<b>",
    "</mark>": "</b>",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """A moved seat in one line of the mail."""

    name: SeatName
    effects: tuple[tuple[Effect, int], ...]
    items: Markup


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail; its name is ASCII, as some mail programs read no other."""

    name: str
    kind: str
    """Its MIME type."""
    content: bytes


def document(page: Page) -> bytes:
    """The mail as a file: without sender and recipients, so that a mail program opens it as a draft."""
    letter = message(page)
    letter["X-Unsent"] = "1"
    return letter.as_bytes()


def message(page: Page, attachments: Sequence[Attachment] = (), *, domain: str = "localhost") -> EmailMessage:
    """The mail without its envelope, its list named by `domain`; the same week gives the same bytes, as its date is that of the data."""
    letter = EmailMessage(policy=SMTP)
    letter["Subject"] = subject(page)
    letter["Date"] = page.report.head.data_cut or page.report.end
    letter["List-Id"] = f"reqdrift <weekly.reqdrift.{domain}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter["X-Auto-Response-Suppress"] = "All"
    letter.set_content(text(page), cte="base64")
    seat = shown_seat(page)
    picture = None if seat is None else timeline_picture(page, seat)
    letter.add_alternative(html(page, pictured=picture is not None), subtype="html", cte="base64")
    if picture is not None:
        _body(letter).add_related(picture, "image", "png", cid=_PICTURE, filename="chart.png", disposition="inline")
    for file in attachments:
        maintype, _, subtype = file.kind.partition("/")
        letter.add_attachment(file.content, maintype, subtype, filename=file.name)
    return settled(letter)


def _body(letter: EmailMessage) -> EmailMessage:
    """The part that the picture belongs to: the HTML, the last one so far."""
    *_, last = letter.walk()
    return last


def settled(letter: EmailMessage) -> EmailMessage:
    """The same mail with boundaries that its own content gives, not chance."""
    parts = [part for part in letter.walk() if not part.is_multipart()]
    digest = hashlib.sha256(b"".join(part.as_bytes() for part in parts)).hexdigest()[:24]
    for number, part in enumerate(part for part in letter.walk() if part.is_multipart()):
        part.set_boundary(f"=_{number}_{digest}")
    return letter


def subject(page: Page) -> str:
    """The finding of the week, how many calls there are to make, and which week it is."""
    lead = next((point.headline for point in page.report.points if point.headline is not None), None)
    finding = page.words.text("page.title") if lead is None else plain(page.phrasing.say(lead))
    short = finding.strip().rstrip("。.")
    short = short if len(short) <= _SUBJECT_LIMIT else f"{short[:_SUBJECT_LIMIT]}…"
    calls = page.report.calls
    number = len(calls.shown) + calls.left
    told = page.text("mail.subject_calls", finding=short, calls=page.calls_head()) if number else escape(short)
    key = "mail.subject" if page.report.head.owner is None else "mail.subject_own"
    return plain(page.text(key, finding=told, week=page.report.week.week))


def shown_seat(page: Page) -> MovedSeat | None:
    """The seat whose timeline the mail shows: that of the first call, else the first one that moved."""
    return next(iter(page.report.moved.whole), None)


def html(page: Page, *, pictured: bool) -> str:
    """The HTML part, `HTML_LIMIT` bytes at most; what has no room is counted."""
    written = ""
    for most in _MOST_SEATS:
        written = _template(page, "mail.html.j2", most, pictured=pictured)
        if len(written.encode()) <= HTML_LIMIT:
            break
    return written


def text(page: Page) -> str:
    """The text part."""
    return _template(page, "mail.txt.j2", _MOST_SEATS[0], pictured=False)


def _template(page: Page, name: str, most: int, *, pictured: bool) -> str:
    listed = list(_listed(page))
    told = {
        "report": page.report,
        "page": page,
        "t": page.text,
        "say": page.phrasing.say,
        "quote": partial(_quote, page),
        "handles": partial(_handles, page),
        "subject": subject(page),
        "seats": listed[:most],
        "left": len(listed[most:]) + page.report.moved.left,
        "seat": shown_seat(page),
        "picture": _PICTURE.strip("<>") if pictured else None,
        "width": int(WIDTH),
    }
    environment = for_html() if name.endswith(".html.j2") else for_text()
    return environment.get_template(name).render(**told)


def _listed(page: Page) -> Iterator[Listing]:
    moved = page.report.moved
    for seat in moved.whole:
        yield Listing(seat.name, seat.effects, page.listed([item(row) for row in seat.rows], 4))
    for line in moved.lines:
        yield Listing(line.name, line.effects, page.phrasing.say(line.items))


def _quote(page: Page, call: Call) -> tuple[Row, Markup] | None:
    """The one quote of a call: of its first change that may be shown, the hardest first."""
    seat = next((one for one in page.report.moved.whole if one.name == call.name), None)
    rows = [] if seat is None else [row for row in seat.rows if not row.reviewable and row.quote is not None]
    row = next((row for row in rows if row.change.effect is Effect.HARDER), rows[0] if rows else None)
    return None if row is None else (row, cells.quote(page, row))


def _handles(page: Page, names: Sequence[SeatName]) -> Markup:
    """Seats in a row by their references."""
    return page.listed([Name(name.reference or name.title or "—") for name in names], 6)


def _for_mail(value: object) -> object:
    """Our markup with signs and styles that need no style sheet."""
    if not isinstance(value, Markup):
        return value
    written, parts = str(value), []
    for tag, instead in _INLINE.items():
        written = written.replace(tag, instead)
    for part in written.split("</q>"):
        parts.append(part)
        ends = "」" if part.rfind('lang="ja" style') > part.rfind('lang="en" style') else "”"
        parts.append(f"</span>{ends}")
    return Markup("".join(parts[:-1]))  # noqa: S704 - what came in was markup


@cache
def for_html() -> Environment:
    """Templates whose markup carries its style with it."""
    return Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_for_mail,
    )


def _plainly(value: object) -> object:
    return plain(value) if isinstance(value, Markup) else value


@cache
def for_text() -> Environment:
    """Templates whose markup is put into plain words."""
    return Environment(  # noqa: S701 - plain text; `plain` takes the markup out
        loader=PackageLoader("reports"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=_plainly,
    )
