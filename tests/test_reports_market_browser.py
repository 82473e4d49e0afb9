"""Clients and market in a real browser: access with everything unfolded, width, network, and names that never end."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from reports.html import written
from tests.test_reports_market import page
from tests.test_reports_style import COLOURS, MARK, TEXT, channels, contrast, over
from tests.trend_builders import ask, market, on, trends

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
LONG = "切れ目のない名前" * 12 + "W" * 120
MISSING = not CHROMIUM.exists() and not os.environ.get("CI")
needs_chromium = pytest.mark.skipif(MISSING, reason="chromium is not installed (apt-get install chromium)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@needs_chromium
@pytest.mark.parametrize(("language", "scheme", "width"), [("ja", "light", 1280), ("en", "dark", 375), ("ja", "dark", 375)])
@pytest.mark.parametrize("long", [False, True], ids=["names", "long"])
def test_the_charts_can_be_used_by_everybody(
    browser: Browser, tmp_path: Path, language: str, scheme: Literal["light", "dark"], width: int, *, long: bool
) -> None:
    seats = [
        *market(loud="cobol").asks,
        *(ask(on(back, 0.3 + turn / 9), LONG, {LONG}) for back in range(4, 12) for turn in range(3 * long)),
    ]
    file = tmp_path / "week.html"
    file.write_text(written(page(language, trends(seats))), "utf-8")
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    opened = context.new_page()
    asked_for: list[str] = []
    opened.on("request", lambda request: asked_for.append(request.url))
    opened.goto(file.as_uri())
    opened.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert opened.evaluate("document.documentElement.scrollWidth") == width
    assert asked_for == [file.as_uri()]
    found = Axe().run(opened, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert [one["id"] for one in found.response["violations"]] == []
    context.close()


@pytest.mark.parametrize("scheme", sorted(COLOURS))
def test_charts_can_be_read_on_paper_and_on_their_bands(scheme: str) -> None:
    """The opacities of `_market.html.j2` and `_clients.html.j2`: labels, then dots on a band."""
    ink, paper = channels(COLOURS[scheme]["ink"]), channels(COLOURS[scheme]["paper"])
    band = over(ink, paper, 0.15)
    assert contrast(over(ink, paper, 0.75), paper) >= TEXT
    assert contrast(over(ink, band, 0.9), band) >= TEXT
    assert contrast(over(ink, band, 0.7), band) >= MARK
    assert contrast(ink, band) >= MARK
