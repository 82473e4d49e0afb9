"""The style sheet's colours: contrast computed from its own tokens, in light, dark and print."""

import pytest
import re2

from reports.html import style

TEXT, MARK = 4.5, 3.0
LIGHT, DARK, PRINT = "light", "dark", "print"


def tokens() -> dict[str, dict[str, str]]:
    """The colours of the three schemes; print and dark replace what they name."""
    blocks = [dict(re2.findall(r"--([a-z0-9]+):\s*(#[0-9a-f]{3,6})", block)) for block in re2.findall(r":root \{([^}]*)\}", style())]
    assert len(blocks) == 3, "light, dark, print"
    light, dark, printed = blocks
    return {LIGHT: light, DARK: light | dark, PRINT: light | printed}


COLOURS = tokens()


def channels(colour: str) -> list[float]:
    """Red, green and blue from 0 to 1."""
    digits = colour.removeprefix("#")
    whole = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    return [int(whole[i : i + 2], 16) / 255 for i in (0, 2, 4)]


def luminance(rgb: list[float]) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def over(front: list[float], back: list[float], opacity: float) -> list[float]:
    """A colour that lets the one behind it through."""
    return [opacity * a + (1 - opacity) * b for a, b in zip(front, back, strict=True)]


def contrast(front: list[float], back: list[float]) -> float:
    """Contrast ratio (WCAG 2.2)."""
    high, low = sorted((luminance(front), luminance(back)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast(channels("#fff"), channels("#000")) == pytest.approx(21)
    assert contrast(channels("#888"), channels("#fff")) == pytest.approx(3.54, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT])
@pytest.mark.parametrize("name", ["ink", "ink2", "ink3", "hard", "easy"])
def test_text_can_be_read_on_paper(scheme: str, name: str) -> None:
    colours = COLOURS[scheme]
    assert contrast(channels(colours[name]), channels(colours["paper"])) >= TEXT


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT])
def test_new_values_can_be_read_on_their_ground(scheme: str) -> None:
    colours = COLOURS[scheme]
    assert contrast(channels(colours["ink"]), channels(colours["ins"])) >= TEXT


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT])
def test_the_timeline_can_be_read_and_its_marks_seen_on_the_band(scheme: str) -> None:
    ink, paper = channels(COLOURS[scheme]["ink"]), channels(COLOURS[scheme]["paper"])
    band = over(ink, paper, 0.09)
    assert contrast(over(ink, paper, 0.85), paper) >= TEXT
    assert contrast(ink, band) >= MARK
    assert contrast(over(ink, band, 0.6), band) >= MARK


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT])
def test_rules_that_carry_meaning_can_be_seen(scheme: str) -> None:
    colours = COLOURS[scheme]
    assert contrast(channels(colours["rule"]), channels(colours["paper"])) >= MARK
    assert contrast(channels(colours["ink2"]), channels(colours["paper"])) >= MARK, "the line under a certainty"
    assert contrast(channels(colours["easy"]), channels(colours["paper"])) >= MARK, "the focus ring"


def test_the_design_s_colours_are_kept() -> None:
    assert COLOURS[LIGHT]["paper"] == "#fcfbf7"
    assert (COLOURS[LIGHT]["hard"], COLOURS[DARK]["hard"], COLOURS[PRINT]["hard"]) == ("#9a2b12", "#ff9f82", "#8f2710")


def test_certainty_is_told_by_three_kinds_of_line() -> None:
    sheet = style()
    assert ".ct.s2 { border-bottom-style: dashed; }" in sheet
    assert ".ct.s3 { border-bottom-style: dotted; }" in sheet
    assert "border-bottom: 2px solid currentColor" in sheet


def test_nothing_is_set_smaller_than_the_design_allows() -> None:
    sizes = [float(size) for size in re2.findall(r"font-size: ([0-9.]+)px", style())]
    points = [float(size) for size in re2.findall(r"font-size: ([0-9.]+)pt", style())]
    assert min(sizes) >= 12
    assert min(points) >= 7.5
