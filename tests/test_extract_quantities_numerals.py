"""Numerals in digits, kanji and English words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.quantities.numerals import english, kanji, number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("0", 0),
        ("7", 7),
        ("1,650", 1650),
        ("1,234,567", 1_234_567),
        ("37.5", 37.5),
        ("1,250.50", 1250.5),
        (" 12 ", 12),
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十五", 25),
        ("二五", 25),
        ("〇", 0),
        ("百", 100),
        ("百二十", 120),
        ("三百五", 305),
        ("one", 1),
        ("twelve", 12),
        ("nineteen", 19),
        ("twenty", 20),
        ("twenty-five", 25),
        ("thirty two", 32),
        ("ninety-nine", 99),
        ("a", 1),
        ("an", 1),
        ("a single", 1),
        ("a couple of", 2),
        ("a dozen", 12),
        ("half a dozen", 6),
    ],
)
def test_numerals_have_their_value(words: str, value: float) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "java",
        "x",
        "1.2.3",
        "9" * 16,
        "五" * 9,
        "twenty-ten",
        "twenty-zero",
        "eleventy",
        "one two",
        "-5",
        "半",
        "数",
        "several",
        "½",
        "²",
        "٣",
    ],
)
def test_what_is_no_numeral_has_no_value(words: str) -> None:
    """Other scripts' digits are left alone: folding has made the full-width ones plain."""
    assert number(words) is None


@given(st.integers(min_value=1, max_value=99))
def test_kanji_tens_read_as_they_are_written(value: int) -> None:
    tens, ones = divmod(value, 10)
    digits = "〇一二三四五六七八九"
    written = ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + ("" if ones == 0 else digits[ones])
    assert kanji(written) == value


@given(st.text(max_size=30))
def test_any_words_are_judged_without_a_fault(words: str) -> None:
    assert english(words) is None or isinstance(english(words), float)
    assert number(words) is None or isinstance(number(words), float)
