"""The mail: its parts, its size, its picture, and that nothing in it is fetched or run."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from reports import mail as reports_mail
from reports import picture
from reports.documents import document
from reports.html import page_of
from reports.mail import HTML_LIMIT, Attachment, message
from reports.page import Page
from requisitions.messages import Problem
from requisitions.versions import Requisition
from tests.hostile import EVERYTHING, FORBIDDEN
from tests.report_builders import LABELS, Extra, amend, demand, full, mail, proposal, report, seat
from tests.report_week import clerk, whole_week
from tests.test_reports_browser import ARGUMENTS, ATTACK, CHROMIUM, LONG, MISSING
from tests.test_reports_html import Reader, hostile_week

ADDRESS = "https://reports.example/drift/"


def page(language: str, address: str | None = ADDRESS) -> Page:
    """The invented week."""
    seats, problems, mails = whole_week()
    return page_of(report(*seats, problems=problems, mails=mails), language, labels=LABELS[language], address=address)


def page_of_seats(*seats: Requisition, language: str = "ja", problems: tuple[Problem, ...] = ()) -> Page:
    """Seats, ready to be written."""
    return page_of(report(*seats, problems=problems), language, address=ADDRESS)


def sent(made: Page) -> EmailMessage:
    """The mail as a mail program reads it."""
    told = message_from_bytes(document(made, "mail"), policy=SMTP)
    assert isinstance(told, EmailMessage)
    return told


def part(letter: EmailMessage, kind: str) -> str:
    """The text of the part of a kind."""
    found = letter.get_body((kind,))
    assert found is not None
    return str(found.get_content())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_text_comes_first_then_html_with_its_picture(language: str) -> None:
    letter = sent(page(language))
    assert [one.get_content_type() for one in letter.walk()] == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]


SUBJECTS = {
    "ja": "「OA事務」の募集が、面談のあと「エンジニアのサポート経験」を求める募集に　電話する3件（第47週）",
    "en": "After the interview, a seat for “office clerk” became a seat that asks for “engineer support”. Calls to make: 3 (week 47)",
}


@pytest.mark.parametrize("language", sorted(SUBJECTS))
def test_the_subject_is_the_finding(language: str) -> None:
    assert sent(page(language))["Subject"] == SUBJECTS[language]


def test_machines_are_told_that_a_machine_wrote_it() -> None:
    letter = sent(page("en"))
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["List-Id"].endswith("<weekly.reqdrift.localhost>")
    assert letter["Date"] == "Sun, 22 Nov 2026 17:00:00 +0000", "the moment of the data"
    assert letter["To"] is None
    assert letter["X-Unsent"] == "1"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_both_parts_tell_the_points_the_calls_and_the_seats(language: str) -> None:
    letter = sent(page(language))
    words = {
        "ja": [
            "「OA事務」の募集が、",
            "電話する3件",
            "「OA事務」の枠は、まだありますか。",
            "10件のうち7件",
            "帯坂物流",
            "報告書を開く",
        ],
        "en": ["a seat for “office clerk”", "Calls to make: 3", "Is there still a seat", "7 moved", "帯坂物流", "Open the report"],
    }[language]
    for kind in ("plain", "html"):
        text = part(letter, kind)
        told = Reader(text).text if kind == "html" else text
        assert [word for word in words if word not in told] == [], kind


def test_each_call_has_one_quote_with_its_writer() -> None:
    html = part(sent(page("ja")), "html")
    assert html.count('<span lang="ja" style="font-family:\'Hiragino Mincho') >= 3
    text = Reader(html).text
    assert "「12月からは監査のため、毎日の出社をお願いいたします」" in text
    assert "<q" not in html
    assert "<mark" not in html


def test_conditions_are_told_by_count_and_seat_only() -> None:
    letter = sent(page_of_seats(clerk()))
    for kind in ("plain", "html"):
        text = part(letter, kind)
        assert "要確認：年齢の条件、性別の条件の記載" in text
        assert [words for words in ("三十まで", "女性の方") if words in text] == []


def test_the_picture_shows_the_first_calls_timeline_and_its_sentence_says_the_same() -> None:
    letter = sent(page("ja"))
    images = [one for one in letter.walk() if one.get_content_type() == "image/png"]
    (image,) = images
    content_id = str(image["Content-ID"]).strip("<>")
    shown = next(found for tag, found in Reader(part(letter, "html")).elements if tag == "img")
    assert shown["src"] == f"cid:{content_id}"
    assert str(shown["alt"]).startswith("TB-3301の経過。先方のメール：第1版 11/5")
    drawn = Image.open(BytesIO(image.get_payload(decode=True)))  # type: ignore[arg-type] # an image has bytes
    assert drawn.width == 680
    assert len(set(drawn.convert("L").tobytes())) > 10, "there is something on it"


def test_without_a_japanese_typeface_the_mail_goes_without_its_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_writes_japanese", lambda: False)
    letter = sent(page("ja"))
    assert [one.get_content_type() for one in letter.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert "cid:" not in part(letter, "html")


def test_links_lead_to_the_page_where_it_is_served_and_nowhere_else() -> None:
    links = [found["href"] or "" for tag, found in Reader(part(sent(page("ja")), "html")).elements if tag == "a"]
    assert links
    assert all(link.startswith(f"{ADDRESS}2026-W47/week.ja.html") for link in links)
    assert "<a " not in part(sent(page("ja", address=None)), "html")
    assert "://" not in part(sent(page("ja", address=None)), "plain")


def test_every_style_stands_in_its_cell_and_the_mail_is_600_wide() -> None:
    html = part(sent(page("en")), "html")
    read = Reader(html)
    assert (read.faults, read.open) == ([], [])
    tags = {tag for tag, _ in read.elements}
    assert tags <= {
        *("html", "head", "meta", "title", "style", "body", "table", "tr", "td", "h1", "h2", "a", "b", "br", "wbr", "span", "bdi", "img"),
    }
    assert 'width="600"' in html
    assert len(html.encode()) < HTML_LIMIT / 2


def many(number: int) -> list[Requisition]:
    """Moved seats with a proposal each."""
    java = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
    more = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
    extra = Extra(events=[proposal("11-10 10:00")])
    return [
        seat(f"A-{n}", f"とても長い件名の案件 {n}", f"客先{n}", full(mail(f"10-05 {n % 24}:{n % 60}", subject=f"{n}"), java), amend(
            mail(f"11-18 {n % 24}:{n % 60}", subject=f"{n}"), more), extra=extra)
        for n in range(number)
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_html_is_short_however_much_moved(language: str) -> None:
    for made in (page_of_seats(*many(120), language=language), page_of_seats(*hostile_week(LONG), language=language)):
        assert len(part(sent(made), "html").encode()) <= HTML_LIMIT == 60_000
    text = Reader(part(sent(page_of_seats(*many(120), language=language)), "html")).text
    assert ("ほかに96件あります" if language == "ja" else "96 seats more are not shown") in text


def test_long_words_take_seats_away_before_the_limit_is_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports_mail, "HTML_LIMIT", 40_000)
    text = part(sent(page_of_seats(*many(60))), "html")
    assert len(text.encode()) <= 40_000
    assert "ほかに" in Reader(text).text


@pytest.mark.parametrize("text", EVERYTHING)
def test_hostile_words_stay_words(text: str) -> None:
    letter = sent(page_of_seats(*hostile_week(text)))
    html, plain = part(letter, "html"), part(letter, "plain")
    read = Reader(html)
    assert (read.faults, read.open) == ([], [])
    harmless = {tag for tag, _ in Reader(part(sent(page_of_seats(*hostile_week("harmless"))), "html")).elements}
    assert {tag for tag, _ in read.elements} <= harmless
    assert not {name for _, found in read.elements for name in found if name.startswith("on")}
    addresses = [found.get("href") or found.get("src") or "" for _, found in read.elements]
    assert all(address.startswith((ADDRESS, "cid:timeline@reqdrift")) for address in addresses if address)
    assert not set(html + plain + str(letter["Subject"])) & FORBIDDEN
    assert set(letter.keys()) == set(sent(page("ja")).keys()), "no header of a mail becomes one of ours"


def test_the_same_week_gives_the_same_bytes() -> None:
    assert document(page("ja"), "mail") == document(page("ja"), "mail")


def test_files_go_with_it_under_ascii_names() -> None:
    letter = message(page("ja"), [Attachment("req-drift_2026-W47.xlsx", "application/octet-stream", b"PK")])
    assert letter.get_content_type() == "multipart/mixed"
    (attached,) = letter.iter_attachments()
    assert attached.get_filename() == "req-drift_2026-W47.xlsx"
    assert b'filename="req-drift_2026-W47.xlsx"' in letter.as_bytes()


def test_a_quiet_week_and_a_failed_source_are_said() -> None:
    seats, _, _ = whole_week()
    quiet = [one for one in seats if one.reference == "KS-0611"]
    failure = Problem("fetch", "The server refused the sign-in.", "Enter a new password.", None, "haken")
    letter = sent(page_of_seats(*quiet, language="en", problems=(failure,)))
    assert letter["Subject"] == "No seat’s demands moved this week. We checked 1 seat (week 47)"
    for kind in ("plain", "html"):
        told = part(letter, kind) if kind == "plain" else Reader(part(letter, kind)).text
        assert "“haken” could not be read." in told
        assert "0 this week." in told
    assert [one.get_content_type() for one in letter.walk()][-1] == "text/html", "no seat, no picture"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, as a mail program that knows HTML."""
    if MISSING:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


def test_nothing_runs_is_fetched_or_breaks_the_layout_in_a_browser(browser: Browser) -> None:
    asked: list[str] = []
    for width in (375, 680):
        view = browser.new_page(viewport={"width": width, "height": 800})
        view.on("request", lambda request: asked.append(request.url))
        for text in (ATTACK, LONG):
            view.set_content(part(sent(page_of_seats(*hostile_week(text))), "html"))
            assert view.title() != "owned"
            assert view.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith(("cid:", "about:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(browser: Browser, scheme: Literal["light", "dark"]) -> None:
    """A mail has no landmarks: it is itself a part of the mail program's page."""
    view = browser.new_page(color_scheme=scheme)
    view.set_content(part(sent(page("ja")), "html"))
    found = {violation["id"] for violation in Axe().run(view).response["violations"]}
    assert found <= {"landmark-one-main", "region"}
