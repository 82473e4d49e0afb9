"""The words around a number: ceiling, floor, estimate, goal."""

import pytest

from extract.quantities.bounds import Framed, frame


def framed(text: str, value: str = "65h") -> Framed:
    start = text.index(value)
    return frame(text, start, start + len(value), 65.0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("65hまで", "65hまで"),
        ("65h迄", "65h迄"),
        ("65h以内です", "65h以内"),
        ("65h以下", "65h以下"),
        ("65h程度まで", "65h程度まで"),
        ("65hくらいまで", "65hくらいまで"),
        ("最大65h", "最大65h"),
        ("最大で65h", "最大で65h"),
        ("上限65h", "上限65h"),
        ("上限は65h", "上限は65h"),
        ("最長65h", "最長65h"),
        ("残業~65h", "~65h"),
        ("残業~ 65h", "~ 65h"),
        ("max65h", "max65h"),
        ("max. 65h", "max. 65h"),
        ("maximum of 65h", "maximum of 65h"),
        ("up to 65h", "up to 65h"),
        ("up to about 65h", "up to about 65h"),
        ("no more than 65h", "no more than 65h"),
        ("we can't go above 65h", "can't go above 65h"),
        ("never pay more than 65h", "never pay more than 65h"),
        ("上限は65hから動きません", "上限は65h"),
        ("within 65h", "within 65h"),
        ("cap of 65h", "cap of 65h"),
        ("capped at 65h", "capped at 65h"),
        ("the ceiling is 65h", "ceiling is 65h"),
        ("65h max", "65h max"),
        ("65h (max)", "65h (max)"),
        ("65h or less", "65h or less"),
        ("65h tops", "65h tops"),
        ("65h at most", "65h at most"),
        ("65h is the limit", "65h is the limit"),
        ("65h が上限", "65h が上限"),
    ],
)
def test_ceilings(text: str, words: str) -> None:
    """The lower end stays open, and the quote takes the word in."""
    found = framed(text)
    assert (found.min, found.max) == (None, 65)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("65h以上", "65h以上"),
        ("65hから", "65hから"),
        ("65h~", "65h~"),
        ("65h~長め", "65h~"),
        ("65h+", "65h+"),
        ("最低65h", "最低65h"),
        ("最低でも65h", "最低でも65h"),
        ("下限65h", "下限65h"),
        ("at least 65h", "at least 65h"),
        ("minimum 65h", "minimum 65h"),
        ("min. 65h", "min. 65h"),
        ("a minimum of 65h", "minimum of 65h"),
        ("no less than 65h", "no less than 65h"),
        ("over 65h", "over 65h"),
        ("more than 65h", "more than 65h"),
        ("from 65h", "from 65h"),
        ("65h or more", "65h or more"),
        ("65h or better", "65h or better"),
        ("65h and up", "65h and up"),
        ("65h plus.", "65h plus"),
        ("65h min", "65h min"),
        ("65h minimum", "65h minimum"),
    ],
)
def test_floors(text: str, words: str) -> None:
    found = framed(text)
    assert (found.min, found.max) == (65, None)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "65h",
        "65h程度",
        "65h前後",
        "65hくらい",
        "約65h",
        "約 65h",
        "around 65h",
        "about 65h",
        "approx. 65h",
        "65h or so",
        "65h-ish",
        "c. 65h",
    ],
)
def test_estimates_and_plain_numbers_are_exact(text: str) -> None:
    found = framed(text)
    assert (found.min, found.max, found.below) == (65, 65, False)


@pytest.mark.parametrize("text", ["65h未満", "under 65h", "below 65h", "less than 65h", "fewer than 65h"])
def test_some_ceilings_shut_themselves_out(text: str) -> None:
    """Whole numbers make 34 of "under 35"; the finder decides."""
    found = framed(text)
    assert (found.min, found.max, found.below) == (None, 65, True)


@pytest.mark.parametrize(
    "text",
    ["65hまで上げ", "65hまで引き上げ", "65hまで増やし", "goes up to 65h", "raise it up to 65h", "moving up to 65h", "extended up to 65h"],
)
def test_a_goal_is_exact(text: str) -> None:
    found = framed(text)
    assert (found.min, found.max, found.raised) == (65, 65, True)


@pytest.mark.parametrize(("text", "bound"), [("~65 hours", (65, 65)), ("残業は~65 hours", (None, 65)), ("~65", (None, 65))])
def test_a_leading_wave_caps_in_japanese_and_estimates_in_english(text: str, bound: tuple[float | None, float | None]) -> None:
    start = text.index("65")
    found = frame(text, start, len(text), 65.0)
    assert (found.min, found.max) == bound


@pytest.mark.parametrize("text", ["50~65h", "50h~65h", "9月~65h", "50% ~65h", "10日~65h"])
def test_a_wave_behind_another_value_is_no_ceiling(text: str) -> None:
    """The range that it belongs to is put together elsewhere."""
    assert (framed(text).min, framed(text).max) == (65, 65)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("50~65h", (50, 65)),
        ("50~65hまで", (50, 65)),
        ("50~65h以上", (50, None)),
        ("上限50~65h", (None, 65)),
        ("約50~65h", (50, 65)),
        ("at least 50~65h", (50, 65)),
        ("from 50~65h", (50, 65)),
    ],
)
def test_bounds_of_ranges(text: str, bound: tuple[float | None, float | None]) -> None:
    """A floor behind opens the upper end; a ceiling before takes the lower one away."""
    start = text.index("50")
    found = frame(text, start, text.index("65h") + 3, 50.0, 65.0)
    assert (found.min, found.max) == bound


def test_a_plus_between_number_and_unit_is_a_floor() -> None:
    assert frame("65+ h", 0, 5, 65.0, plus=True) == Framed(0, 5, 65, None)


@pytest.mark.parametrize(
    "text", ["65h+交通費", "65h+ bonus", "65h plus vat", "65h~70", "maxine 65h", "minor 65h", "the max, 65h", "cover 65h"]
)
def test_look_alikes_bound_nothing(text: str) -> None:
    found = framed(text)
    assert (found.min, found.max) == (65, 65)


def test_biggest_is_the_end_that_is_told() -> None:
    assert Framed(0, 1, 3, None).biggest == 3
    assert Framed(0, 1, None, 5).biggest == 5
    assert Framed(0, 1, None, None).biggest == 0
