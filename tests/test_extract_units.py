"""Lines of a mail as units: labels in every shape, headings and what stands under them, wrapped lines, other people's words."""

import pytest

from extract.folding import fold
from extract.labels import Field
from extract.ownlines import MAX_LINE
from extract.units import MAX_UNITS, Unit, read_units
from requisitions.messages import Span, SpanKind
from requisitions.words import Necessity
from tests.reading import mail_of, message_of


def units_of(text: str, *, japanese: bool = True, spans: tuple[Span, ...] = ()) -> tuple[Unit, ...]:
    return read_units(message_of(text, spans=spans), fold(text), japanese=japanese)


def parts(text: str, *, japanese: bool = True) -> list[tuple[str | None, str]]:
    """Each unit's label field and its value."""
    return [
        (None if unit.label is None else str(unit.label.field), unit.text[unit.value :].strip())
        for unit in units_of(text, japanese=japanese)
    ]


def standing(text: str, *, japanese: bool = True) -> list[tuple[str, str | None, str | None]]:
    """Each unit's words with the field and the necessity that it stands under."""
    return [
        (unit.text[unit.value :].strip(), unit.field and str(unit.field), unit.need and str(unit.need))
        for unit in units_of(text, japanese=japanese)
        if not unit.heading
    ]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("単価：65万円", "rate", "65万円"),
        ("単価:65万円", "rate", "65万円"),
        ("単価 ： 65万円", "rate", "65万円"),
        ("単　価：65万円", "rate", "65万円"),
        ("単   価: 65万円", "rate", "65万円"),
        ("単価　65万円", "rate", "65万円"),
        ("単価\t65万円", "rate", "65万円"),
        ("単価・・・・65万円", "rate", "65万円"),
        ("単価……65万円", "rate", "65万円"),
        ("単価.....65万円", "rate", "65万円"),
        ("単価65万円", "rate", "65万円"),
        ("単価/65万円", "rate", "65万円"),
        ("【単価】65万円", "rate", "65万円"),
        ("【単価】：65万円", "rate", "65万円"),
        ("【 単 価 】 65万円", "rate", "65万円"),
        ("《単価》65万円", "rate", "65万円"),
        ("＜単価＞65万円", "rate", "65万円"),
        ("≪単価≫65万円", "rate", "65万円"),
        ("[単価] 65万円", "rate", "65万円"),
        ("■単価：65万円", "rate", "65万円"),
        ("■単価　65万円", "rate", "65万円"),
        ("◆単価：65万円", "rate", "65万円"),
        ("●単価：65万円", "rate", "65万円"),
        ("▼単価：65万円", "rate", "65万円"),
        ("・単価：65万円", "rate", "65万円"),
        ("★単価：65万円", "rate", "65万円"),
        ("３．単価：65万円", "rate", "65万円"),
        ("(3) 単価：65万円", "rate", "65万円"),
        ("B  P：不可", "tier", "不可"),
        ("場所・勤務形態：品川", "location", "品川"),
        ("清算幅：140-180h", "settlement", "140-180h"),
        ("面談回数2回", "interview", "2回"),
        ("■面談・・・・１回", "interview", "1回"),
        ("面談　1回", "interview", "1回"),
        ("◎単価：65万円", "rate", "65万円"),
        ("□単価：65万円", "rate", "65万円"),
        ("○ 単価：65万円", "rate", "65万円"),
        ("※単価：65万円", "rate", "65万円"),
        ("<単価>65万円", "rate", "65万円"),
        ("［単価］65万円", "rate", "65万円"),
        ("〔単価〕65万円", "rate", "65万円"),
        ("単価＝65万円", "rate", "65万円"),
        ("単価｜65万円", "rate", "65万円"),
        ("単価 - 65万円", "rate", "65万円"),
        ("単価(税抜)：65万円", "rate", "65万円"),
        ("最寄り駅：品川", "location", "品川"),
        ("勤務開始日：12月1日", "start", "12月1日"),
    ],
)
def test_japanese_labels_in_all_their_shapes(line: str, field: str, value: str) -> None:
    assert parts(line) == [(field, value)]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Rate: $65/hr", "rate", "$65/hr"),
        ("RATE : $65/hr", "rate", "$65/hr"),
        ("Rate\t$65/hr", "rate", "$65/hr"),
        ("Rate........ $65/hr", "rate", "$65/hr"),
        ("* Rate: $65/hr", "rate", "$65/hr"),
        ("- Rate: $65/hr", "rate", "$65/hr"),
        ("• Rate: $65/hr", "rate", "$65/hr"),
        ("3. Rate: $65/hr", "rate", "$65/hr"),
        ("3) Rate: $65/hr", "rate", "$65/hr"),
        ("[Rate] $65/hr", "rate", "$65/hr"),
        ("Start / length: January", "period", "january"),
        ("Job ID: 40718", "reference", "40718"),
        ("Payment terms: net 30", "payment", "net 30"),
        ("Nice to have: Docker", "preferred", "docker"),
        ("Rate (max): $65/hr", "rate", "$65/hr"),
        ("#Rate: $65/hr", "rate", "$65/hr"),
        ("Work Location: Leeds", "location", "leeds"),
        ("Job Title: Tester", "title", "tester"),
        ("Must-have skills: Java", "must", "java"),
        ("Rate - $65/hr", "rate", "$65/hr"),
        ("Rate | $65/hr", "rate", "$65/hr"),
        ("*Rate:* $65/hr", "rate", "$65/hr"),
        ("**Rate:** $65/hr", "rate", "$65/hr"),
    ],
)
def test_english_labels_in_all_their_shapes(line: str, field: str, value: str) -> None:
    assert parts(line, japanese=False) == [(field, value)]


@pytest.mark.parametrize(
    "line",
    [
        "お世話になっております。",
        "単価は65万円です。",
        "10:30に弊社へお越しください。",
        "https://example.com/jobs",
        "面談のご連絡をお待ちしております。",
        "よろしくお願いいたします。",
        "面談はWebで行います。",
        "期間が延びました。",
        "単価の件でご連絡いたしました。",
        "リモートでお打ち合わせできますと幸いです。",
        "田辺様",
        "石田です。",
        "ご参考：前回のメール",
        "※場所は変わる場合があります。",
        "12:00-13:00は休憩です。",
    ],
)
def test_sentences_bear_no_label(line: str) -> None:
    (unit,) = units_of(line)
    assert unit.label is None or (unit.label.field is Field.OTHER and not unit.text[unit.value :].startswith("//"))
    assert unit.field in (None, Field.OTHER)


@pytest.mark.parametrize(
    "line",
    [
        "The rate is $65/hr.",
        "See https://example.com/jobs",
        "We meet at 10:30 in the lobby.",
        "Start with the hardest part, please.",
        "Remote teams can be hard to lead.",
        "Note that the rate is final.",
        "Dear Anna:",
        "PS: see you on Monday",
        "Location matters to them.",
        "One more thing: call me.",
        "Re: your mail of Monday",
    ],
)
def test_english_sentences_bear_no_label(line: str) -> None:
    (unit,) = units_of(line, japanese=False)
    assert unit.field in (None, Field.OTHER)


@pytest.mark.parametrize(
    ("text", "standing_in"),
    [
        ("【必須】\n・Java\n・Oracle", [("java", "must", "must"), ("oracle", "must", "must")]),
        ("【必須】\nJava\nOracle", [("java", "must", "must"), ("oracle", "must", "must")]),
        ("【必須】\n\n・Java\n\n・Oracle", [("java", "must", "must"), ("oracle", "must", "must")]),
        ("【必須】\n・Java\n【尚可】\n・Docker", [("java", "must", "must"), ("docker", "preferred", "preferred")]),
        ("■スキル\n＜必須＞\n・Java\n＜尚可＞\n・Docker", [("java", "must", "must"), ("docker", "preferred", "preferred")]),
        ("必須：\n　・Java\n　・Oracle\n単価：65万円", [("java", "must", "must"), ("oracle", "must", "must"), ("65万円", "rate", None)]),
        ("必須スキル：Java\n　　　　　　Oracle", [("java", "must", "must"), ("oracle", "must", "must")]),
        (
            "２．必要スキル\n　　Java\n　　Oracle\n３．勤務地\n　　品川",
            [("java", "skill", None), ("oracle", "skill", None), ("品川", "location", None)],
        ),
        ("【場所】\n品川", [("品川", "location", None)]),
        ("■単価\n\n65万円", [("65万円", "rate", None)]),
        ("あれば尚可\n・Docker", [("docker", "preferred", "preferred")]),
        ("≪必須経験・スキル≫\n・Java", [("java", "must", "must")]),
    ],
)
def test_a_heading_holds_for_the_lines_below_it(text: str, standing_in: list[tuple[str, str, str | None]]) -> None:
    assert standing(text) == standing_in


@pytest.mark.parametrize(
    ("text", "standing_in"),
    [
        ("Must have:\n- Java\n- Oracle", [("java", "must", "must"), ("oracle", "must", "must")]),
        ("Required\n* Java\nPreferred\n* Docker", [("java", "must", "must"), ("docker", "preferred", "preferred")]),
        ("Requirements:\n\n- Java\n\n- Oracle", [("java", "skill", None), ("oracle", "skill", None)]),
        ("Skills we can't do without:\n- Java", [("java", "must", "must")]),
        ("Would be nice:\n- Docker\nRate: $65/hr", [("docker", "preferred", "preferred"), ("$65/hr", "rate", None)]),
    ],
)
def test_an_english_heading_holds_for_the_lines_below_it(text: str, standing_in: list[tuple[str, str, str | None]]) -> None:
    assert standing(text, japanese=False) == standing_in


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("【尚可】\n・Docker\n\nよろしくお願いいたします。", "よろしくお願いいたします。"),
        ("【尚可】\n・Docker\n━━━━━━━━\n・以上です", "以上です"),
        ("【尚可】\n・Docker\n【不明な見出し】\n・何か", "何か"),
        ("Nice to have:\n- Docker\n\nPlease send CVs by Friday.", "please send cvs by friday."),
        ("Nice to have:\n- Docker\n\nKind regards", "kind regards"),
        ("単価：\n\nよろしくお願いいたします。", "よろしくお願いいたします。"),
        ("勤務地：\n\n以上、よろしくお願いいたします。", "以上、よろしくお願いいたします。"),
        ("Location:\n\nKind regards", "kind regards"),
    ],
)
def test_a_heading_ends_where_the_list_does(text: str, last: str) -> None:
    found = standing(text, japanese=not text.isascii())[-1]
    assert found[0] == last
    assert found[1] in (None, "other")
    assert found[2] is None


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (
            "業務内容：倉庫の在庫を管理する基幹システムの刷新に伴う設計と\n製造、およびテストの推進",
            ["業務内容:倉庫の在庫を管理する基幹システムの刷新に伴う設計と製造、およびテストの推進"],
        ),
        (
            "今回の募集では在庫管理の基幹システムに詳しい方を急いで探しており、\n経験年数は問いません。",
            ["今回の募集では在庫管理の基幹システムに詳しい方を急いで探しており、経験年数は問いません。"],
        ),
    ],
)
def test_a_wrapped_japanese_line_is_one(text: str, joined: list[str]) -> None:
    assert [unit.text for unit in units_of(text)] == joined


def test_a_wrapped_english_line_is_one() -> None:
    text = "The client would like somebody who has worked with warehouses\nbefore and knows how stock is counted."
    assert [unit.text for unit in units_of(text, japanese=False)] == [
        "the client would like somebody who has worked with warehouses before and knows how stock is counted."
    ]


def test_a_joined_line_knows_the_way_back() -> None:
    text = "The client would like somebody who has worked with warehouses\nbefore and knows how stock is counted."
    (unit,) = units_of(text, japanese=False)
    at = unit.text.index("before and")
    start, end = unit.folded.original(at, at + len("before and"))
    assert text[start:end] == "before and"


@pytest.mark.parametrize(
    "text",
    [
        "・Java\n・Oracle",
        "単価：65万円\n場所：品川",
        "短い行。\n次の行。",
        "お世話になっております。\n下記案件のご紹介です。",
        "倉庫管理システムの更改に伴うサーバー構築および運用保守の案件です。\n単価は65万円です。",
    ],
)
def test_short_and_finished_lines_stay_apart(text: str) -> None:
    assert len(units_of(text)) == 2


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("1. Java developer", 1),
        ("2) Java developer", 2),
        ("(3) Java developer", 3),
        ("案件2 インフラ担当", 2),
        ("Java developer", None),
        ("①インフラ担当", 1),
    ],
)
def test_numbers_of_seats(line: str, number: int | None) -> None:
    (unit,) = units_of(line, japanese=not line.isascii())
    assert unit.number == number


@pytest.mark.parametrize("line", ["━━━━━━━━━━", "-----------", "===========", "***********", "・・・・・・・・", "＿＿＿＿＿＿", "┏━━━━━┓"])
def test_a_drawn_line_is_no_unit(line: str) -> None:
    first, second = units_of(f"Java\n{line}\nOracle")
    assert (first.text, second.text) == ("java", "oracle")
    assert second.rule_before
    assert not first.rule_before


def test_a_blank_line_ends_a_paragraph() -> None:
    assert [unit.paragraph for unit in units_of("一つ目。\n二つ目。\n\n三つ目。")] == [0, 0, 1]


def test_quoted_lines_signatures_and_headers_are_left_out() -> None:
    body = "Javaは必須です。\n\n--\n株式会社みなと\n石田 太郎\n\n> 単価は65万円です。\n"
    message = mail_of(body, subject="Re: 案件")
    words = [unit.text for unit in read_units(message, fold(message.text), japanese=True)]
    assert words == ["javaは必須です。"]


def test_struck_words_are_blank() -> None:
    text = "単価：60万円 65万円"
    start = text.index("60万円")
    (unit,) = units_of(text, spans=(Span(SpanKind.DELETED, start, start + 4),))
    assert "60万円" not in unit.text
    assert unit.text.endswith("65万円")


def test_a_question_above_is_kept_with_its_answer() -> None:
    text = "> Javaは何年必要ですか？\n3年以上です。"
    (unit,) = units_of(text, spans=(Span(SpanKind.QUESTION, 0, text.index("\n")),))
    assert unit.text == "3年以上です。"
    assert "javaは何年必要ですか" in unit.question


def test_forwarded_words_know_their_part() -> None:
    text = "転送します。\n単価：65万円\n"
    start = text.index("単価")
    first, second = units_of(text, spans=(Span(SpanKind.FORWARDED, start, len(text)),))
    assert (first.part, second.part) == (-1, 0)


def test_a_line_without_end_is_cut_and_a_mail_without_end_too() -> None:
    assert all(len(unit.text) <= MAX_LINE for unit in units_of("あ" * 5000))
    assert len(units_of("ab.\n" * (MAX_UNITS + 500), japanese=False)) == MAX_UNITS


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "━━━━━\n-----", "\u3000\n"])
def test_nothing_is_read_where_nothing_stands(text: str) -> None:
    assert units_of(text) == ()


def test_an_item_of_a_list_with_a_label_of_its_own_stays_in_the_list() -> None:
    (first, second) = (unit for unit in units_of("【必須】\n・言語：Java\n・資格：CCNA") if not unit.heading)
    assert (first.need, second.need) == (Necessity.MUST, Necessity.MUST)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("単価：\n\nよろしくお願いいたします。", "よろしくお願いいたします。"),
        ("勤務地：\n以上、よろしくお願いいたします。", "以上、よろしくお願いいたします。"),
        ("Location:\n\nKind regards", "kind regards"),
    ],
)
def test_an_empty_label_takes_no_closing_words(text: str, last: str) -> None:
    found = read_units(message_of(text), fold(text), japanese=not text.isascii())
    assert next(unit.field for unit in found if unit.text == last) in (None, Field.OTHER)
