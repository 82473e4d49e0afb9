"""How many people are sought; crews, trades and steps."""

import pytest

from extract.quantities.persons import find_persons
from tests.quantities_reading import bounds, current, told


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("1名", "1名", 1, 1),
        ("募集人数:3名", "3名", 3, 3),
        ("2~3名", "2~3名", 2, 3),
        ("1、2名", "1、2名", 1, 2),
        ("1,2名", "1,2名", 1, 2),
        ("10人", "10人", 10, 10),
        ("二名", "二名", 2, 2),
        ("最大5名", "最大5名", None, 5),
        ("3名まで", "3名まで", None, 3),
        ("2名以上", "2名以上", 2, None),
        ("残り2名", "2名", 2, 2),
        ("残りの募集は4人", "4人", 4, 4),
        ("3枠", "3枠", 3, 3),
        ("2ポジション", "2ポジション", 2, 2),
        ("pcセットアップ要員 5名", "5名", 5, 5),
        ("技術者を1名募集", "1名", 1, 1),
        ("2名ご紹介ください", "2名", 2, 2),
        ("two developers", "two developers", 2, 2),
        ("two java developers", "two java developers", 2, 2),
        ("3 senior react developers", "3 senior react developers", 3, 3),
        ("three contractors wanted", "three contractors", 3, 3),
        ("two positions", "two positions", 2, 2),
        ("1 lead", "1 lead", 1, 1),
        ("2-3 engineers", "2-3 engineers", 2, 3),
        ("one or two testers", "one or two testers", 1, 2),
        ("up to 4 agents", "up to 4 agents", None, 4),
        ("1 needed", "1 needed", 1, 1),
        ("only one seat left", "one seat", 1, 1),
        ("a single contractor", "a single contractor", 1, 1),
        ("a couple of engineers", "a couple of engineers", 2, 2),
        ("a dozen operators", "a dozen operators", 12, 12),
        ("we need 2 people", "2 people", 2, 2),
        ("they want two people", "two people", 2, 2),
        ("looking for 2 x java developers", "2 x java developers", 2, 2),
        ("x3 developers", "x3 developers", 3, 3),
        ("number of positions: 2", "2", 2, 2),
        ("headcount 3", "3", 3, 3),
        ("残枠1", "1", 1, 1),
        ("1ポジ", "1ポジ", 1, 1),
        ("1名決定、残り2名", "2名", 2, 2),
        ("1名退職に伴う後任1名", "1名", 1, 1),
        ("one seat is taken, two seats remain", "two seats", 2, 2),
        ("3 wanted", "3 wanted", 3, 3),
    ],
)
def test_people_sought(text: str, words: str, low: float | None, high: float | None) -> None:
    assert [(text[item.start : item.end], item.min, item.max, item.unit) for item in find_persons(text)] == [(words, low, high, "person")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("複数名", "複数名"),
        ("若干名募集", "若干名"),
        ("数名", "数名"),
        ("several developers", "several developers"),
        ("multiple openings", "multiple openings"),
    ],
)
def test_several_is_told_in_words(text: str, value: str) -> None:
    """A number that is not in the mail would be wrong."""
    assert told(text, find_persons(text)) == [(value, value)]
    assert bounds(find_persons(text)) == [(None, None)]


@pytest.mark.parametrize(
    ("text", "low", "high"), [("3", 3, 3), ("2-3", 2, 3), ("x2", 2, 2), ("2x", 2, 2), ("x 4", 4, 4), ("3 (all in leeds)", 3, 3)]
)
def test_bare_numbers_count_under_their_label(text: str, low: float, high: float) -> None:
    assert bounds(find_persons(text, bare=True)) == [(low, high)]
    assert find_persons(text) == []


def test_items_of_a_list_are_no_choice() -> None:
    """1、2名 is one or two; "1 lead, 2 developers" are three."""
    assert bounds(find_persons("1 lead, 2 developers")) == [(1, 1), (2, 2)]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("1名増", 1),
        ("1名増員", 1),
        ("2名増やしてください", 2),
        ("1名追加", 1),
        ("もう1名", 1),
        ("さらに2名", 2),
        ("1名減", -1),
        ("1名減らして", -1),
        ("one more developer", 1),
        ("two additional testers", 2),
        ("another two testers", 2),
        ("one fewer developer", -1),
        ("an extra 2 people", 2),
    ],
)
def test_steps_are_signed(text: str, step: float) -> None:
    (item,) = find_persons(text)
    assert (item.relative, item.min, item.max) == (True, step, step)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8名ではなく6名", 6),
        ("2名→1名", 1),
        ("人数は3名から5名に変更", 5),
        ("人数 8名に増", 8),
        ("two people instead of one person", 2),
        ("two developers, not three developers", 2),
        ("3 positions (was 2 positions)", 3),
        ("moved from two developers to three developers", 3),
        ("headcount goes from 2 to 3", 3),
        ("headcount 2 → 3", 3),
    ],
)
def test_only_the_new_number_of_a_change_is_current(text: str, value: float) -> None:
    assert current(find_persons(text)) == [(value, value)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一人称で開発できる方",
        "1人称",
        "一人で対応",
        "お一人で進められる方",
        "一人でもくもくと",
        "チーム5名",
        "チーム構成:8名",
        "5名のチーム",
        "10名規模のチーム",
        "5名体制",
        "部下3名",
        "メンバー5名",
        "5名程度のマネジメント経験",
        "3名以上のチームリーダー経験",
        "従業員300名",
        "社員数50名",
        "12名の会社",
        "定員50名",
        "すでに来ている6人",
        "4名様ともご決定",
        "2名は他社様で決まりました",
        "下記の2名をご提案いたします",
        "put forward one engineer",
        "we propose two developers",
        "利用者1万人",
        "30人月",
        "1人前",
        "1人当たり",
        "work with two developers",
        "manage 3 engineers",
        "lead a team of 5 people",
        "a team of six developers",
        "report to two leads",
        "support 200 people",
        "mentoring two developers",
        "our three testers",
        "a developer",
        "an engineer",
        "the two people in process",
        "78 an hour. candidates",
        "1 yr reception or admin",
        "5 years as engineers",
        "2 interviews with engineers",
        "3 days for operators",
        "two rounds and people",
        "24/7 operators",
        "2 days",
        "3年以上",
        "1回",
        "35歳まで",
        "10:00 people",
        "0名",
        "501名",
    ],
)
def test_crews_and_other_counts_are_no_headcount(text: str) -> None:
    assert find_persons(text) == []


@pytest.mark.parametrize("text", ["", "応相談", "2 days", "3年", "1回", "50%", "10:00", "2.5", "9999"])
def test_even_under_a_label_other_numbers_are_none(text: str) -> None:
    assert find_persons(text, bare=True) == []
