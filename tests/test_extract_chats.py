"""Talk pasted from a messenger: heads are no words, and one's question is answered by the other's next line."""

import pytest

from extract.chats import head_of, speakers_in
from extract.folding import fold
from tests.reading import read, requirements


def spoken(text: str) -> list[str]:
    """What is said on each line, heads left out."""
    folded = fold(text).text
    speakers = speakers_in(folded)
    heads = [(line, head_of(line, speakers)) for line in folded.split("\n")]
    return [line[head[1] :] if head else f"| {line}" for line, head in heads]


@pytest.mark.parametrize(
    "text",
    [
        "9:12 槇\t板金工が要る\n9:13 於保\t何人?\n9:14 槇\t2人",
        "9:12 槇 板金工が要る\n9:13 於保 何人?\n9:14 槇 2人",
        "9:12\t槇\t板金工が要る\n9:13\t於保\t何人?\n9:14\t槇\t2人",
        "[9:12] 槇: 板金工が要る\n[9:13] 於保: 何人?\n[9:14] 槇: 2人",
        "[2026/11/20 9:12] 槇 板金工が要る\n[2026/11/20 9:13] 於保 何人?\n[2026/11/20 9:14] 槇 2人",
        "2026/11/20 9:12 槇: 板金工が要る\n2026/11/20 9:13 於保: 何人?\n2026/11/20 9:14 槇: 2人",
        "槇 [9:12] 板金工が要る\n於保 [9:13] 何人?\n槇 [9:14] 2人",
        "槇 (9:12): 板金工が要る\n於保 (9:13): 何人?\n槇 (9:14): 2人",
        "午前9:12 槇 板金工が要る\n午前9:13 於保 何人?\n午前9:14 槇 2人",
    ],
)
def test_a_head_before_the_words_is_left_out(text: str) -> None:
    assert spoken(text) == ["板金工が要る", "何人?", "2人"]


def test_a_head_above_the_words_is_left_out() -> None:
    assert spoken("槇  9:12\n板金工が要る\n\n於保  9:13\n何人?\n\n槇  9:14\n2人") == [
        "", "| 板金工が要る", "| ", "", "| 何人?", "| ", "", "| 2人",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "勤務時間: 9:00~18:00\n面談: 1回",
        "10:00 受付\n11:00 見学\n12:00 解散",
        "早番 7:00-16:00\n遅番 13:00-22:00",
        "シフト 9:00\nシフト 10:00",
        "12/1(火) 13:00~13:45\n12/2(水) 16:00~16:45",
        "集合 8:00\n集合 9:00",
        "ただの文です。",
    ],
)
def test_times_of_work_and_of_a_day_are_no_heads(text: str) -> None:
    assert speakers_in(fold(text).text) == frozenset()


_TALK = """やりとりをそのまま貼ります。

9:12 槇	ホテルのフロントが1人足りない。フロント経験者がいい
9:13 於保	英語は要りますか?
9:13 槇	要る
9:14 於保	旅館の経験は
9:14 槇	あると嬉しい
9:15 於保	時給は?
9:15 槇	1,420円まで
"""


def test_answers_in_a_talk_take_what_they_are_about_from_the_question() -> None:
    found = {f"{item.category}/{item.key}": item for item in requirements(read(_TALK))}
    assert found["language/english"].necessity == "must"
    assert found["rate/rate"].max == 1420
    assert found["headcount/headcount"].min == 1


def test_nobody_answers_himself() -> None:
    text = "9:12 槇\t英語は要りますか?\n9:13 槇\t要るかな、と思っただけです\n9:14 於保\t確認します\n9:15 槇\t了解\n"
    assert not [item for item in requirements(read(text)) if item.key == "english"]


def test_a_question_reaches_the_next_line_of_the_other_only() -> None:
    text = (
        "9:12 於保\t英語は要りますか?\n9:13 槇\tちょっと待って\n9:14 槇\t欲しいのは調理師\n9:15 槇\t調理師免許は必須\n9:16 於保\t了解です\n"
    )
    assert {item.key for item in requirements(read(text))}.isdisjoint({"english"})
