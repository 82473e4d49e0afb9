"""How many interviews, under a label and in prose."""

import pytest

from extract.quantities.interviews import find_interviews
from tests.quantities_reading import current, seen


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("面談1回", "1回", 1, 1),
        ("面談:1回", "1回", 1, 1),
        ("面談・・・・1回", "1回", 1, 1),
        ("web面談1回", "1回", 1, 1),
        ("面談は1~2回", "1~2回", 1, 2),
        ("面談1、2回", "1、2回", 1, 2),
        ("面談 最大2回", "最大2回", None, 2),
        ("面接2回まで", "2回まで", None, 2),
        ("面会2回", "2回", 2, 2),
        ("面談2回(1回目弊社同席)", "2回", 2, 2),
        ("お打合せは弊社にて一度", "一度", 1, 1),
        ("打ち合わせ1回", "1回", 1, 1),
        ("商談は二回", "二回", 2, 2),
        ("顔合わせ1回", "1回", 1, 1),
        ("面談はオンラインで1回のみ", "1回", 1, 1),
        ("2 rounds", "2 rounds", 2, 2),
        ("2-round process", "2-round", 2, 2),
        ("two interviews", "two interviews", 2, 2),
        ("one interview, on teams", "one interview", 1, 1),
        ("3 interviews", "3 interviews", 3, 3),
        ("a single interview", "a single interview", 1, 1),
        ("one or two rounds", "one or two rounds", 1, 2),
        ("1-2 rounds", "1-2 rounds", 1, 2),
        ("interviews: 2", "2", 2, 2),
        ("interviews x2", "x2", 2, 2),
        ("面談×2", "×2", 2, 2),
        ("面談×1回", "×1回", 1, 1),
        ("two video interviews", "two video interviews", 2, 2),
        ("one technical interview", "one technical interview", 1, 1),
        ("up to 3 interviews", "up to 3 interviews", None, 3),
        ("interviews: two in total", "two in total", 2, 2),
        ("interview process is two stages", "two stages", 2, 2),
    ],
)
def test_numbers_of_interviews(text: str, words: str, low: float | None, high: float) -> None:
    assert seen(text, find_interviews(text)) == [(words, low, high, "count")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1回", 1, 1),
        ("1", 1, 1),
        ("2回(1回目は弊社)", 2, 2),
        ("1~2回", 1, 2),
        ("2 (phone, then video)", 2, 2),
        ("一回", 1, 1),
        ("最大2", None, 2),
    ],
)
def test_bare_numbers_count_under_their_label(text: str, low: float | None, high: float) -> None:
    assert [(item.min, item.max) for item in find_interviews(text, bare=True)] == [(low, high)]
    assert find_interviews(text) == []


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("面談もう1回", 1),
        ("面談1回追加", 1),
        ("面談を1回減らします", -1),
        ("one more interview", 1),
        ("another two interviews", 2),
        ("one interview fewer", -1),
        ("an additional 1 round", 1),
    ],
)
def test_steps_are_signed(text: str, step: float) -> None:
    (item,) = find_interviews(text)
    assert (item.relative, item.min, item.max) == (True, step, step)


def test_a_step_and_its_total_are_two_values() -> None:
    found = find_interviews("one interview fewer: two in total")
    assert [(item.relative, item.min) for item in found] == [(True, -1), (False, 2)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("面談は2回から1回に変更", 1),
        ("面談2回→1回", 1),
        ("面談は2回ではなく1回", 1),
        ("商談は1回に短縮", 1),
        ("one interview instead of two interviews", 1),
        ("2 rounds, not 3 rounds", 2),
    ],
)
def test_only_the_new_number_of_a_change_is_current(text: str, count: float) -> None:
    assert current(find_interviews(text)) == [(count, count)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "面談あり",
        "面談なし",
        "an interview",
        "the interview",
        "an interview by video",
        "no interview",
        "interview on teams",
        "1回",
        "2回",
        "週2回の面談",
        "月1回の面談",
        "第3回面談",
        "面談2回目の日程",
        "1回目の面談",
        "面接は10分くらい",
        "面談は11/25(水) 14:00",
        "2 meetings a week",
        "面談 2名同席",
        "面談: 1時間",
        "interview in 2 days",
        "interview at 2pm",
        "interview room 3",
        "interviewed 12 people",
        "two people interviewed",
        "面談後に週1回出社",
        "面談後、週2回程度のリモート",
        "3年以上",
        "面談 7回",
        "round the clock 24/7",
        "all-round 2 skills",
    ],
)
def test_no_interviews_in_other_words(text: str) -> None:
    assert find_interviews(text) == []


@pytest.mark.parametrize("text", ["", "あり", "2名", "3日", "11/25", "14:00", "30分", "1時間", "10", "2 people", "50%"])
def test_even_under_a_label_other_numbers_are_none(text: str) -> None:
    assert find_interviews(text, bare=True) == []
