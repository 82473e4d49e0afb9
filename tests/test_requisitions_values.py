"""Values as numbers and words, and when two are the same (DECISIONS.md D4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requisitions.statements import Requirement
from requisitions.values import (
    Move,
    bounds,
    comparable,
    is_present,
    level,
    move,
    same_text,
    same_unit,
    same_value,
    text_parts,
    value_with_necessity,
    value_words,
)
from tests.requisitions_fixtures import demand

MONTHLY = "jpy_per_month"


def rate(low: float | None = None, high: float | None = None, unit: str = MONTHLY, text: str | None = None) -> Requirement:
    return demand("rate/rate", min=low, max=high, unit=unit, text=text)


def remote(text: str, low: float | None = None, high: float | None = None) -> Requirement:
    return demand("remote/remote", text=text, min=low, max=high, unit=None if low is None and high is None else "day_per_week")


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        (rate(600000, 700000), 700000),
        (rate(None, 620000), 620000),
        (rate(600000), 600000),
        (rate(text="skill-based"), None),
        (demand("skill/java", min=2, unit="year"), 24),
        (demand("skill/java"), None),
        (remote("none"), 0),
        (remote("full"), 5),
        (remote("partial"), None),
        (remote("partial", 2, 2), 2),
        (remote("partial", None, 1), 1),
        (demand("location/location", text="full"), None),
    ],
)
def test_level_is_the_upper_bound_else_the_lower_and_days_at_home(requirement: Requirement, expected: float | None) -> None:
    assert level(requirement) == expected


def test_bounds_count_years_in_months() -> None:
    assert bounds(demand("skill/java", min=2, max=3, unit="year")) == (24, 36)
    assert bounds(demand("period/duration", min=6, max=6, unit="month")) == (6, 6)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (rate(600000, 650000), rate(620000, 700000), Move.UP),
        (rate(600000, 650000), rate(None, 620000), Move.DOWN),
        (rate(600000, 650000), rate(610000, 650000), Move.UP),
        (rate(600000, 650000), rate(590000, 700000), Move.APART),
        (rate(600000, 650000), rate(620000, 640000), Move.APART),
        (rate(600000, 650000), rate(600000, 650000), Move.NONE),
        (rate(600000, 650000), rate(None, 650000), Move.NONE),
        (rate(600000, 650000), rate(4000, 4000, "jpy_per_hour"), None),
        (rate(600000), rate(text="skill-based"), None),
        (remote("none"), remote("partial", 2, 2), Move.UP),
        (remote("full"), remote("partial", None, 4), Move.DOWN),
        (remote("full"), remote("partial"), None),
        (demand("skill/go", min=24, unit="month"), demand("skill/go", min=3, unit="year"), Move.UP),
    ],
)
def test_move_tells_up_from_down_and_apart(before: Requirement, after: Requirement, expected: Move | None) -> None:
    assert move(before, after) is expected


def test_units_differ_unless_both_are_years_of_some_kind_or_remote_words() -> None:
    assert same_unit(demand("skill/go", min=1, unit="year"), demand("skill/go", min=12, unit="month"))
    assert same_unit(remote("full"), remote("partial", 1, 1))
    assert not same_unit(rate(1), rate(1, unit="jpy_per_hour"))
    assert not same_unit(demand("remote/remote", min=4, unit="day_per_month"), remote("partial", 1, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (rate(600000, 650000), rate(600000, 650000)),
        (rate(600000, 650000, text="before tax"), rate(600000, 650000)),
        (rate(600000, 650000), rate(600000, 650000, text="before tax")),
        (rate(600000, 650000), demand("rate/rate")),
        (rate(None, 700000), rate(650000, 700000)),
        (demand("skill/go", min=2, unit="year"), demand("skill/go", min=24, unit="month")),
        (demand("location/location", text="品川"), demand("location/location", text="品川駅")),
        (demand("location/location", text="品川駅周辺"), demand("location/location", text="品川")),
        (demand("location/location", text="Hull city centre"), demand("location/location", text="Hull")),
        (demand("schedule/working-hours", text="9:00-18:00"), demand("schedule/working-hours", text="9:00〜18:00")),
        (demand("nationality/work-authorization", text="GC / USC"), demand("nationality/work-authorization", text="USC, GC")),
    ],
)
def test_the_same_value_in_other_clothes_is_the_same(before: Requirement, after: Requirement) -> None:
    assert same_value(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (rate(600000, 650000), rate(600000, 660000)),
        (rate(600000, 650000), rate(600000, 650000, "jpy_per_hour")),
        (rate(600000), rate(text="skill-based")),
        (demand("rate/rate"), rate(600000)),
        (rate(600000, 650000, text="before tax"), rate(600000, 650000, text="with tax")),
        (demand("location/location", text="品川"), demand("location/location", text="田町")),
        (demand("language/english"), demand("language/english", text="fluent")),
        (remote("full"), remote("partial")),
    ],
)
def test_another_value_is_another(before: Requirement, after: Requirement) -> None:
    assert not same_value(before, after)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("品川駅", "品川"),
        ("横浜または川崎", "川崎・横浜"),
        ("Long-Term", "long term"),
        ("Ｎ２", "n2"),
        ("● Leeds", "leeds"),
        ("Kings Cross Station", "kings cross"),
        (None, None),
    ],
)
def test_texts_differ_in_nothing_that_counts(one: str | None, other: str | None) -> None:
    assert same_text(one, other)
    assert same_text(other, one)


@pytest.mark.parametrize(("one", "other"), [("品川", None), ("C", "C++"), ("駅", "品川"), ("9:00-18:00", "9:00-17:30"), ("N1", "N2")])
def test_texts_differ_in_what_counts(one: str | None, other: str | None) -> None:
    assert not same_text(one, other)


def test_a_place_that_is_nothing_but_its_suffix_stays() -> None:
    assert comparable("駅") == "駅"


def test_text_parts_split_lists_in_words() -> None:
    assert text_parts("H1B and EAD") == {"h1b", "ead"}
    assert text_parts("大宮または浦和、赤羽") == {"大宮", "浦和", "赤羽"}
    assert text_parts("Portland") == {"portland"}, "the or in a name is no conjunction"


@pytest.mark.parametrize(
    ("requirement", "words"),
    [
        (rate(650000, 700000), "650000-700000 jpy_per_month"),
        (rate(650000, 650000), "650000 jpy_per_month"),
        (rate(None, 620000), "≤620000 jpy_per_month"),
        (demand("skill/java", min=3, unit="year"), "3+ year"),
        (rate(13.4, 13.4, "gbp_per_hour"), "13.4 gbp_per_hour"),
        (demand("location/location", text="品川"), "品川"),
        (remote("partial", 2, 2), "2 day_per_week (partial)"),
        (demand("skill/kafka", "preferred", label="Kafka"), "Kafka (preferred)"),
        (rate(12345678901, None), "12345678901+ jpy_per_month"),
    ],
)
def test_value_words_are_the_contracts_words(requirement: Requirement, words: str) -> None:
    assert value_words(requirement) == words


def test_value_with_necessity_says_how_binding_it_is_once() -> None:
    assert value_with_necessity(demand("skill/java", "preferred", min=3, unit="year")) == "3+ year (preferred)"
    assert value_with_necessity(demand("skill/java", "preferred", label="Java")) == "Java (preferred)"


def test_a_known_absence_is_not_present() -> None:
    assert is_present(demand("skill/java"))
    assert is_present(demand("contract/c2c", "excluded"))
    assert not is_present(demand("skill/java", "not_required"))
    assert not is_present(None)


@given(st.text(max_size=30), st.sampled_from(["● ", " ", "〜", "、"]))
def test_bullets_spaces_and_punctuation_around_a_text_make_no_difference(text: str, filler: str) -> None:
    assert same_text(text, text)
    assert same_text(text, filler + text + filler)


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 100)), min_size=4, max_size=4),
    st.sampled_from(["year", "month", "person"]),
)
def test_moves_are_mirrored_when_the_sides_are_swapped(numbers: list[int | None], unit: str) -> None:
    one = demand("skill/java", min=numbers[0], max=numbers[1], unit=unit)
    other = demand("skill/java", min=numbers[2], max=numbers[3], unit=unit)
    mirror = {Move.UP: Move.DOWN, Move.DOWN: Move.UP}
    forth, back = move(one, other), move(other, one)
    assert back is (mirror.get(forth, forth) if forth is not None else None)
