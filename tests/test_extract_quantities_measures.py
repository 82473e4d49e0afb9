"""Numbers joined to ranges, and numbers that are parts of something else."""

import pytest

from extract.quantities.changed import is_change, mark_replaced
from extract.quantities.measures import measures
from extract.quantities.numerals import ANY
from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern

COUNT = Pattern(rf"(?P<number>{ANY})(?P<plus>\+)?(?: ?(?P<unit>回|rounds?\b))?")


def found(text: str, *, bare: bool = False, either: bool = False) -> list[tuple[str, float | None, float | None]]:
    return [
        (text[item.frame.start : item.frame.end], item.frame.min, item.frame.max)
        for item in measures(text, COUNT, bare=bare, either=either)
    ]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("1回", "1回", 1, 1),
        ("1~2回", "1~2回", 1, 2),
        ("1回~2回", "1回~2回", 1, 2),
        ("1 - 2回", "1 - 2回", 1, 2),
        ("1から2回", "1から2回", 1, 2),
        ("一~三回", "一~三回", 1, 3),
        ("one to two rounds", "one to two rounds", 1, 2),
        ("between 2 and 3 rounds", "2 and 3 rounds", 2, 3),
        ("2+ rounds", "2+ rounds", 2, None),
        ("1?2回", "1?2回", 1, 2),
        ("1回以上3回以下", "1回以上3回以下", 1, 3),
        ("1回以上、3回まで", "1回以上、3回まで", 1, 3),
        ("面談1回", "1回", 1, 1),
        ("web面談1回", "1回", 1, 1),
        ("web1回", "1回", 1, 1),
    ],
)
def test_numbers_and_ranges(text: str, words: str, low: float, high: float | None) -> None:
    assert found(text) == [(words, low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"), [("1、2回", 1, 2), ("1,2回", 1, 2), ("one or two rounds", 1, 2), ("2または3回", 2, 3), ("1・2回", 1, 2)]
)
def test_neighbouring_choices_are_ranges_where_asked(text: str, low: float, high: float) -> None:
    """1、2回 is one or two; elsewhere a comma parts the items of a list."""
    assert [(item[1], item[2]) for item in found(text, either=True)] == [(low, high)]
    assert [(item[1], item[2]) for item in found(text)] == [(high, high)]


@pytest.mark.parametrize("text", ["2、5回", "3または1回"])
def test_other_choices_are_none(text: str) -> None:
    assert len(found(text, either=True)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "03-1234-5678回",
        "1-2-3回",
        "2026-10-1回",
        "1.2.3回",
        "x1rounds",
        "v2 rounds-3",
        "a-1 rounds",
        "#1 rounds",
        "1/2 rounds",
        "10:30回",
        "_1 rounds",
        "1round1",
    ],
)
def test_parts_of_something_longer_are_no_values(text: str) -> None:
    """Three numbers in a chain are a date, a phone number or a version."""
    assert found(text) == []


@pytest.mark.parametrize("text", ["1", "12", "java 8", "1234"])
def test_a_bare_number_counts_only_where_asked(text: str) -> None:
    assert found(text) == []
    assert len(found(text, bare=True)) == 1


@pytest.mark.parametrize("text", ["一", "二三", "one", "seven"])
def test_bare_words_never_count(text: str) -> None:
    assert found(text, bare=True) == []


@pytest.mark.parametrize("text", ["100%", "8gb", "3d", "10x", "4th", "5_2", "1.5.2", "50:50"])
def test_bare_numbers_with_a_tail_are_none(text: str) -> None:
    assert found(text, bare=True) == []


def test_falling_pairs_are_two_values() -> None:
    """`5 - 2回` is no range from five to two."""
    assert [item[1] for item in found("5回 - 2回")] == [5, 2]
    assert found("2~2回") == [("2回", 2, 2)]


def test_a_lost_wave_dash_needs_its_digits_close() -> None:
    """A question mark with a blank is a question."""
    (item,) = measures("1?2回", COUNT)
    assert item.confidence < 1
    assert [each[1] for each in found("1回? 2回")] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "1回から2回に変更",
        "1回から2回へ",
        "1回から2回になりました",
        "moved from 1 round to 2 rounds",
        "changed from one round to two rounds",
    ],
)
def test_a_change_is_no_range(text: str) -> None:
    """The old value comes first, and is marked."""
    old, new = measures(text, COUNT)
    assert (old.replaced, new.replaced) == (True, False)
    assert (old.frame.min, old.frame.max, new.frame.min, new.frame.max) == (1, 1, 2, 2)


@pytest.mark.parametrize("text", ["1回から2回まで", "1回から2回", "from 1 to 2 rounds", "1 to 2 rounds", "1回から2回程度"])
def test_a_range_is_no_change(text: str) -> None:
    (item,) = measures(text, COUNT)
    assert (item.frame.min, item.frame.max) == (1, 2)
    assert not item.changed


def test_is_change_looks_at_the_words_between_and_around() -> None:
    assert is_change("aからbへ", (0, 1), (3, 4))
    assert not is_change("aからbまで", (0, 1), (3, 4))
    assert not is_change("aやbへ", (0, 1), (2, 3))


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("A→B", "A"),
        ("AをBに変更", "A"),
        ("AからBに変更", "A"),
        ("AをBまで", None),
        ("A -> B", "A"),
        ("AではなくB", "A"),
        ("AじゃなくてB", "A"),
        ("AではなくてBでした", "A"),
        ("AのところをBに", "A"),
        ("A予定でしたがB", "A"),
        ("A rather than B", "B"),
        ("A instead of B", "B"),
        ("A, not B", "B"),
        ("A (was B)", "B"),
        ("A(旧B)", "B"),
        ("A、B", None),
        ("A / B", None),
        ("AまたはB", None),
        ("A and B", None),
        ("A。ではなくB", None),
        ("AはJavaの経験が長い方を希望しますので、よろしくお願いします。ちなみにBではなく", None),
    ],
)
def test_the_old_value_of_a_pair_is_marked(text: str, old: str | None) -> None:
    first, second = text.index("A"), text.index("B")
    marked = mark_replaced(text, [Quantity(first, first + 1), Quantity(second, second + 1)])
    assert [text[item.start] for item in marked if item.replaced] == ([] if old is None else [old])


def test_every_refused_value_is_old() -> None:
    """A, not B, not C."""
    marked = mark_replaced("A, not B, not C", [Quantity(at, at + 1) for at in (0, 7, 14)])
    assert [item.replaced for item in marked] == [False, True, True]


def test_what_makes_one_of_a_pair_a_value_makes_the_other_one_too() -> None:
    """Else "3 years instead of 5 years of Java" would leave the old five alone in force."""
    marked = mark_replaced("A instead of B", [Quantity(0, 1, explicit=False), Quantity(13, 14)])
    assert [(item.explicit, item.replaced) for item in marked] == [(True, False), (True, True)]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("最大2回から3回に変更", (None, 2), (None, 3)),
        ("最大2回→3回", (None, 2), (None, 3)),
        ("2回まで→3回", (None, 2), (None, 3)),
        ("2回→3回", (2, 2), (3, 3)),
        ("2回以上→3回", (2, None), (3, 3)),
        ("最大2回→3回以上", (None, 2), (3, None)),
        ("the cap moves from 2 rounds to 3 rounds", (2, 2), (3, 3)),
    ],
)
def test_the_new_value_of_a_ceiling_is_a_ceiling(
    text: str, old: tuple[float | None, float | None], new: tuple[float | None, float | None]
) -> None:
    """Unless it has a bound of its own."""
    first, second = mark_replaced(text, [item.quantity("count") for item in measures(text, COUNT)])
    assert ((first.min, first.max), (second.min, second.max)) == (old, new)
    assert (first.replaced, second.replaced) == (True, False)
