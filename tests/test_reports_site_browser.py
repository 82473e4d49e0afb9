"""The site in a real browser: policy, network, search, layout, access, paper."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from pipeline.site import write
from reports.site_html import script
from reports.site_records import client_file, skill_file
from tests.report_builders import LABELS
from tests.report_week import clerk, whole_week
from tests.site_house import NOW, house
from tests.test_reports_browser import ARGUMENTS, CHROMIUM, LONG, SCHEMES, Look, Opened
from tests.test_reports_site import hostile_seat

MISSING = not CHROMIUM.exists() and not os.environ.get("CI")
pytestmark = pytest.mark.skipif(MISSING, reason="chromium is not installed (apt-get install chromium)")

ATTACK = "</style></script></title><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
RTL = "\u0645\u0631\u062d\u0628\u0627 \u202e\u05e9\u05dc\u05d5\u05dd \U0001f469\u200d\U0001f4bb"
HOSTILE = [ATTACK, LONG, RTL]
PLAIN_KINDS = {
    "index": "index.html",
    "this week": "this-week.html",
    "weeks": "weeks.html",
    "week": "weeks/2026-W47.html",
    "clients": "clients.html",
    "client": client_file("汐入証券"),
    "skills": "skills.html",
    "skill": skill_file("java"),
    "seat": f"seats/{clerk().requisition_id}.html",
}
HOSTILE_KINDS = {
    "index": "index.html",
    "this week": "this-week.html",
    "week": "weeks/2026-W47.html",
    "clients": "clients.html",
    "client": client_file(LONG),
    "skills": "skills.html",
    "skill": skill_file("k1"),
    **{f"seat {number}": f"seats/{hostile_seat(number, word).requisition_id}.html" for number, word in enumerate(HOSTILE)},
}
DESKTOP = Look()
FILTERED = "document.querySelectorAll('tr[data-s]:not([hidden])').length"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented week in both languages, and one whose every word is hostile."""
    root = tmp_path_factory.mktemp("sites")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REQDRIFT_NOW", NOW)
        patch.setattr("pipeline.site.vocabulary_labels", lambda _, language: LABELS[language])
        for name, seats in (("whole", whole_week()[0]), ("hostile", [hostile_seat(*told) for told in enumerate(HOSTILE)])):
            (root / name).mkdir()
            settings = house(root / name, seats)
            for language in ("ja", "en"):
                write(settings, language, root / name / "out")
    return root


def opened(browser: Browser, file: Path, look: Look = DESKTOP, *, scripts: bool = True) -> Opened:
    """A page of a site, opened as a file."""
    size: ViewportSize = {"width": look.width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=look.scheme, bypass_csp=look.bypass, java_script_enabled=scripts)
    return Opened(context.new_page(), file)


@pytest.mark.parametrize(
    ("site", "kinds", "language"), [("whole", PLAIN_KINDS, "ja"), ("whole", PLAIN_KINDS, "en"), ("hostile", HOSTILE_KINDS, "en")]
)
def test_nothing_runs_but_ours_nothing_is_fetched_and_nothing_is_wider_than_a_telephone(
    browser: Browser, sites: Path, site: str, kinds: dict[str, str], language: str
) -> None:
    for kind, name in kinds.items():
        found = opened(browser, sites / site / "out" / language / name, Look(375))
        assert found.said == [], kind
        assert found.asked_for == [found.page.url], kind
        assert found.page.title() != "owned", kind
        assert found.number("document.querySelectorAll('img').length") == 0, kind
        assert found.number("document.documentElement.scrollWidth") <= 375, kind
        found.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert found.number("document.documentElement.scrollWidth") <= 375, kind
        found.page.set_viewport_size({"width": 800, "height": 900})
        assert found.number("document.documentElement.scrollWidth") <= 800, kind
        found.page.context.close()


@pytest.mark.parametrize("look", [Look(width, scheme, bypass=True) for width, scheme in zip((375, 1280), SCHEMES, strict=True)], ids=str)
def test_axe_finds_no_fault_on_any_kind_of_page(browser: Browser, sites: Path, look: Look) -> None:
    language = "ja" if look.width > 800 else "en"
    for kind, name in PLAIN_KINDS.items():
        page = opened(browser, sites / "whole" / "out" / language / name, look).page
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        results = Axe().run(page)
        assert results.violations_count == 0, f"{kind}: {results.generate_report()}"
        page.context.close()


def test_the_search_filters_as_one_types(browser: Browser, sites: Path) -> None:
    found = opened(browser, sites / "whole" / "out" / "en" / "index.html")
    seats = len(whole_week()[0])
    assert found.number(FILTERED) == seats
    box = found.page.get_by_role("searchbox")
    box.fill("ｊａｖａ")
    assert found.page.locator("tr[data-s]:visible").count() == 1
    assert found.page.locator("#found").inner_text() == f"1 of {seats}"
    assert found.page.locator("tr.cl:visible").count() == 1, "clients without a match go, too"
    for words, number in (("汐入", 2), ("sr-0451", 1), ("汐入 selenium", 1), ("nothing such", 0), ("", seats)):
        box.fill(words)
        assert found.page.locator("tr[data-s]:visible").count() == number, words
    box.fill("java")
    box.press("Enter")
    assert found.page.locator("tr[data-s]:visible").count() == 1
    assert found.page.url.endswith("index.html")


@pytest.mark.parametrize("name", ["clients.html", "skills.html"])
def test_other_lists_are_filtered_too(browser: Browser, sites: Path, name: str) -> None:
    found = opened(browser, sites / "whole" / "out" / "ja" / name)
    found.page.get_by_role("searchbox").fill("no such words")
    assert found.page.locator("tr[data-s]:visible").count() == 0
    found.page.get_by_role("searchbox").fill("")
    assert found.page.locator("tr[data-s]:visible").count() == found.number("document.querySelectorAll('[data-s]').length") > 1


def test_without_scripts_the_list_is_whole_and_no_search_is_offered(browser: Browser, sites: Path) -> None:
    page = opened(browser, sites / "whole" / "out" / "ja" / "index.html", scripts=False).page
    assert page.locator("tr[data-s]:visible").count() == len(whole_week()[0])
    assert page.get_by_role("searchbox").count() == 0


def test_a_script_that_is_not_ours_would_be_stopped_by_the_policy(browser: Browser, sites: Path, tmp_path: Path) -> None:
    page = (sites / "whole" / "out" / "en" / "index.html").read_text("utf-8")
    forged = tmp_path / "forged.html"
    forged.write_text(page.replace("</main>", "<script>document.title='owned'</script></main>").replace(script(), script() + " "), "utf-8")
    found = opened(browser, forged)
    assert found.page.title() != "owned"
    assert len(found.said) == 2, "the forged script, and ours with one space more"


def test_one_can_walk_from_the_first_page_to_a_seat_and_back(browser: Browser, sites: Path) -> None:
    page = opened(browser, sites / "whole" / "out" / "en" / "index.html").page
    page.get_by_role("link", name="OA事務（庁内基盤の更改）", exact=True).click()
    assert page.url.endswith(PLAIN_KINDS["seat"])
    page.get_by_role("link", name="白樺台システムズ").click()
    assert page.url.endswith(client_file("白樺台システムズ"))
    page.get_by_role("link", name="All seats").click()
    assert page.url.endswith("index.html")


def test_a_seat_prints_without_its_ways_and_in_black(browser: Browser, sites: Path) -> None:
    found = opened(browser, sites / "whole" / "out" / "ja" / PLAIN_KINDS["seat"])
    assert found.page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    found.page.emulate_media(media="print")
    assert found.page.locator(".way:visible, .find:visible, details:visible").count() == 0
    assert found.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
