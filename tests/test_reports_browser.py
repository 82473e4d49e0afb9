"""The page in a real browser: policy, network, layout, access, paper."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from reports.html import render
from reports.records import WeeklyReport
from requisitions.messages import Problem
from tests.report_builders import report
from tests.report_week import whole_week
from tests.test_reports_html import hostile_week

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
ATTACK = "</style></title><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
LONG = "とても長くて切れ目のない名前" * 20 + "W" * 200

MISSING = not CHROMIUM.exists() and not os.environ.get("CI")
pytestmark = pytest.mark.skipif(MISSING, reason="chromium is not installed (apt-get install chromium)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


def weeks() -> dict[str, WeeklyReport]:
    """A whole week, a quiet one, and one whose every word is hostile."""
    seats, problems, mails = whole_week()
    failure = Problem("fetch", "The server refused the sign-in.", "Enter a new password.", None, "haken")
    return {
        "whole": report(*seats, problems=[*problems, failure], mails=mails),
        "quiet": report(*[seat for seat in seats if seat.reference == "KS-0611"]),
        "attack": report(*hostile_week(ATTACK)),
        "long": report(*hostile_week(LONG)),
    }


WEEKS = weeks()


class Opened:
    """A page with what the browser said about it."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked_for: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked_for.append(request.url))
        page.goto(file.as_uri())

    def number(self, script: str) -> float:
        """What a script of ours measures."""
        return float(self.page.evaluate(script))


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at."""

    width: int = 1280
    scheme: Literal["light", "dark"] = "light"
    bypass: bool = False
    """Set the policy aside, for tools that add a script of their own."""


def opened(browser: Browser, folder: Path, week: str, language: str, look: Look = Look()) -> Opened:
    """The page of a week, opened as a file."""
    file = folder / f"{week}.{language}.html"
    file.write_text(render(WEEKS[week], language, mail_link="https://mail.example/?q={message_id}"), "utf-8")
    size: ViewportSize = {"width": look.width, "height": 900}
    return Opened(browser.new_context(viewport=size, color_scheme=look.scheme, bypass_csp=look.bypass).new_page(), file)


@pytest.mark.parametrize("week", sorted(WEEKS))
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_browser_has_nothing_to_say_and_nothing_to_fetch(browser: Browser, tmp_path: Path, week: str, language: str) -> None:
    found = opened(browser, tmp_path, week, language)
    assert found.said == []
    assert found.asked_for == [found.page.url]
    assert found.page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") == "34px", "the style sheet was let in"


def test_a_script_in_a_mail_does_not_run_and_makes_no_element(browser: Browser, tmp_path: Path) -> None:
    found = opened(browser, tmp_path, "attack", "en")
    found.page.wait_for_timeout(200)
    assert "owned" not in found.page.title()
    assert found.number("document.querySelectorAll('script, img').length") == 0


def test_a_script_that_got_into_the_page_would_be_stopped_by_the_policy(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "forged.html"
    forged = render(WEEKS["whole"], "en").replace("</main>", "<script>document.title='owned'</script><b style='color:red'>x</b></main>")
    file.write_text(forged, "utf-8")
    found = Opened(browser.new_context().new_page(), file)
    assert found.page.title() != "owned"
    assert len(found.said) == 2, "one refusal for the script, one for the style"


@pytest.mark.parametrize("week", sorted(WEEKS))
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [375, 800, 1280])
def test_nothing_has_to_be_scrolled_sideways(browser: Browser, tmp_path: Path, week: str, language: str, width: int) -> None:
    found = opened(browser, tmp_path, week, language, Look(width))
    assert found.number("document.documentElement.scrollWidth") <= width
    found.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert found.number("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("week", ["whole", "quiet"])
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("look", [Look(width, scheme, bypass=True) for width in (375, 1280) for scheme in SCHEMES], ids=str)
def test_axe_finds_no_fault(browser: Browser, tmp_path: Path, week: str, language: str, look: Look) -> None:
    page = opened(browser, tmp_path, week, language, look).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_dark_is_dark_and_light_is_light(browser: Browser, tmp_path: Path) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light, dark = (opened(browser, tmp_path, "whole", "ja", Look(scheme=scheme)).page.evaluate(paper) for scheme in SCHEMES)
    assert (light, dark) == ("rgb(252, 251, 247)", "rgb(23, 22, 19)")


def test_the_first_screen_holds_the_lead_and_the_first_call(browser: Browser, tmp_path: Path) -> None:
    found = opened(browser, tmp_path, "whole", "ja")
    for selector in (".points .lead strong", ".points .lead .ct", ".calls li:first-child .ask", ".tally"):
        assert found.number(f"document.querySelector('{selector}').getBoundingClientRect().bottom") < 900, selector


def test_japanese_is_set_in_two_voices(browser: Browser, tmp_path: Path) -> None:
    found = opened(browser, tmp_path, "whole", "ja")
    ours, theirs = (found.page.evaluate(f"getComputedStyle(document.querySelector('{where}')).fontFamily") for where in ("h3", "q"))
    assert "Gothic" in ours
    assert "Mincho" not in ours
    assert "Mincho" in theirs


def test_a_timeline_is_as_wide_as_it_was_laid_out_also_on_a_telephone(browser: Browser, tmp_path: Path) -> None:
    for width in (375, 1280):
        found = opened(browser, tmp_path, "whole", "en", Look(width))
        assert found.number("document.querySelector('.tl').getBoundingClientRect().width") == pytest.approx(340, abs=3)
        outside = "[...document.querySelectorAll('svg text')].map(t => t.getBBox()).filter(b => b.x < -1 || b.x + b.width > 341).length"
        assert found.number(outside) == 0


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_prints_with_the_front_page_first_and_nothing_folded(browser: Browser, tmp_path: Path, language: str) -> None:
    found = opened(browser, tmp_path, "whole", language)
    paper = found.page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") >= 3
    found.page.emulate_media(media="print")
    assert found.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert found.page.evaluate("getComputedStyle(document.querySelector('#moved')).breakBefore") == "page"
    assert found.number("[...document.querySelectorAll('details')].filter(d => d.offsetParent !== null).length") == 0
