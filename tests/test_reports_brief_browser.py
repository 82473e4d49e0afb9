"""The briefing in a real browser: policy, network, layout, access, one sheet of paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from reports import brief_html
from reports.brief_records import Briefing
from requisitions.versions import Requisition
from requisitions.words import Speaker
from tests.brief_builders import brief_of, page
from tests.report_builders import Extra, amend, demand, full, interview, mail, proposal, seat
from tests.report_week import bank, clerk, data, shop
from tests.test_reports_brief_page import hostile_seat
from tests.test_reports_browser import ARGUMENTS, ATTACK, CHROMIUM, LONG, MISSING, SCHEMES, Look, Opened

pytestmark = pytest.mark.skipif(MISSING, reason="chromium is not installed (apt-get install chromium)")

LINK = "https://mail.example/?q={message_id}"
DESK = Look()


def usual_seat() -> Requisition:
    """Nineteen demands in a broker's words, of which the client himself made three heavier after the proposal."""
    musts = [demand("skill", key, label=key, quote=f"{key}の経験") for key in ("java", "git", "linux", "docker", "jenkins", "aws")]
    nice = [demand("skill", key, label=key, text=None, quote=f"{key}歓迎") for key in ("sql", "postgresql", "react")]
    terms = [
        demand("rate", "rate", label="単価", min=680000, max=720000, unit="jpy_per_month", quote="68〜72万"),
        demand("settlement", "settlement-hours", label="精算", min=140, max=180, unit="hour_per_month", quote="140-180h"),
        demand("location", "location", label="勤務地", text="門前仲町", quote="門前仲町"),
        demand("remote", "remote", label="リモート", text="partial", min=3, max=3, unit="day_per_week", quote="週3在宅"),
        demand("period", "start-date", label="開始", text="2026-12-01", quote="12月から"),
        demand("headcount", "headcount", label="人数", min=1, max=1, unit="person", quote="1名"),
        demand("interview", "interview-count", label="面談", min=1, max=1, unit="count", quote="面談1回"),
        demand("payment", "payment-site", label="支払サイト", min=45, max=45, unit="day", quote="45日サイト"),
        demand("experience", "detailed-design", label="詳細設計", quote="詳細設計から"),
        demand("experience", "insurance-domain", label="保険業務", quote="保険業務の知見"),
    ]
    first = mail("10-07 09:00", sender="笹舟テクノ 営業部", kind="requisition", subject="保険契約管理 Javaエンジニア募集")
    moved = mail("11-16 16:45", sender="汐入損害保険 情報企画部", subject="要件の見直し")
    heavier = [demand("skill", key, label=key, min=3, unit="year", quote=f"{key}は3年以上でお願いします") for key in ("sql", "java", "aws")]
    events = [proposal("10-07 16:45"), interview("11-17 10:00", "2026-11-25T15:00", planned=True)]
    said = full(first, *musts, *nice, *terms)
    return seat("HK-3107", "保険契約管理", "汐入損害保険", said, amend(moved, *heavier, by=Speaker.END_CLIENT), extra=Extra(events=events))


def briefings() -> dict[str, Briefing]:
    """A conflict, a job that turned, an English client, a seat of usual size, and seats whose every word is hostile."""
    seats = {"conflict": bank(), "turned": clerk(), "english": data(), "harder": shop(), "usual": usual_seat()}
    return {name: brief_of(seat) for name, seat in (*seats.items(), ("attack", hostile_seat(ATTACK)), ("long", hostile_seat(LONG)))}


BRIEFINGS = briefings()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


def opened(browser: Browser, folder: Path, name: str, language: str, look: Look = DESK) -> Opened:
    """The page of a briefing, opened as a file."""
    file = folder / f"{name}.{language}.html"
    file.write_text(brief_html.render(page(BRIEFINGS[name], language, mail_link=LINK)), "utf-8")
    size: ViewportSize = {"width": look.width, "height": 900}
    return Opened(browser.new_context(viewport=size, color_scheme=look.scheme, bypass_csp=look.bypass).new_page(), file)


@pytest.mark.parametrize("name", sorted(BRIEFINGS))
def test_the_browser_has_nothing_to_say_nothing_to_fetch_and_no_script_to_run(browser: Browser, tmp_path: Path, name: str) -> None:
    found = opened(browser, tmp_path, name, "ja")
    assert found.said == []
    assert found.asked_for == [found.page.url]
    assert found.page.evaluate("getComputedStyle(document.querySelector('.page')).maxWidth") == "860px", "the style sheet was let in"
    assert found.page.title() != "owned"
    assert found.number("document.querySelectorAll('script, img').length") == 0


@pytest.mark.parametrize(("name", "language"), [("conflict", "ja"), ("turned", "en"), ("english", "ja"), ("attack", "ja"), ("long", "en")])
@pytest.mark.parametrize("width", [375, 800])
def test_nothing_has_to_be_scrolled_sideways(browser: Browser, tmp_path: Path, name: str, language: str, width: int) -> None:
    found = opened(browser, tmp_path, name, language, Look(width))
    found.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert found.number("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("name", "language", "look"),
    [
        ("conflict", "ja", Look(375, "light", bypass=True)),
        ("conflict", "en", Look(1280, "dark", bypass=True)),
        ("turned", "ja", Look(1280, "light", bypass=True)),
        ("english", "en", Look(375, "dark", bypass=True)),
    ],
)
def test_axe_finds_no_fault(browser: Browser, tmp_path: Path, name: str, language: str, look: Look) -> None:
    found = opened(browser, tmp_path, name, language, look).page
    found.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    results = Axe().run(found)
    assert results.violations_count == 0, results.generate_report()


def test_dark_is_dark_and_light_is_light(browser: Browser, tmp_path: Path) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light, dark = (opened(browser, tmp_path, "turned", "ja", Look(scheme=scheme)).page.evaluate(paper) for scheme in SCHEMES)
    assert (light, dark) == ("rgb(252, 251, 247)", "rgb(23, 22, 19)")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", ["conflict", "turned", "english", "harder", "usual"])
def test_it_is_one_sheet_of_paper_with_nothing_folded_on_it(browser: Browser, tmp_path: Path, name: str, language: str) -> None:
    found = opened(browser, tmp_path, name, language)
    paper = found.page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") == 1
    found.page.emulate_media(media="print")
    assert found.number("[...document.querySelectorAll('details')].filter(d => d.offsetParent !== null).length") == 0


def test_theirs_and_ours_are_two_voices(browser: Browser, tmp_path: Path) -> None:
    found = opened(browser, tmp_path, "conflict", "ja")
    ours, theirs = (found.page.evaluate(f"getComputedStyle(document.querySelector('{where}')).fontFamily") for where in ("h2", "q"))
    assert "Mincho" not in ours
    assert "Mincho" in theirs


def test_the_first_screen_holds_the_sentence_what_holds_and_what_moved(browser: Browser, tmp_path: Path) -> None:
    found = opened(browser, tmp_path, "turned", "ja")
    for selector in (".one", ".hv tr:first-child", ".mv li:first-child q"):
        assert found.number(f"document.querySelector('{selector}').getBoundingClientRect().bottom") < 900, selector


def test_nothing_is_set_smaller_than_the_design_allows() -> None:
    sheet = brief_html.brief_style()
    sizes = [float(rule.partition("px")[0]) for rule in sheet.split("font-size: ")[1:] if rule.partition(";")[0].endswith("px")]
    points = [float(rule.partition("pt")[0]) for rule in sheet.split("font-size: ")[1:] if rule.partition(";")[0].endswith("pt")]
    assert min(sizes) >= 12
    assert min(points) >= 7.5
