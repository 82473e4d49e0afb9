"""Every kind of demand has its finder, and asking only where something could stand loses nothing."""

from itertools import chain

import pytest

from extract.findings import Finding
from extract.pipelines import annotate
from extract.registry import FINDERS, findings_in
from requisitions.words import Category
from tests.reading import change_en, change_ja, form_en, form_ja, message_of, read, requirements

_ONE_OF_EACH = form_ja(
    "職種：PMO\n業務内容：進捗の管理\n必須：Java3年以上、要件定義の経験\n資格：CCNA\n語学：英語\n人物像：明るい方\n単価：65万円\n精算：140-180h\n"
    "リモート：週2日\n勤務時間：9:00-18:00\n面談：1回\n契約形態：準委任\n所属：貴社まで\n年齢：45歳まで\n性別：男性\n国籍：外国籍不可"
)


def test_every_category_can_be_found() -> None:
    assert {found.category for found in requirements(read(_ONE_OF_EACH))} == set(Category)


def test_every_finder_has_a_place_where_it_is_asked() -> None:
    assert all(finder.name or finder.categories for finder in FINDERS)


def _asked_everywhere(text: str, language: str) -> list[list[Finding]]:
    doc = annotate(message_of(text), language)
    return [list(chain.from_iterable(finder.find(clause, doc._.scene) for finder in FINDERS)) for clause in doc._.clauses]


def _asked_where_it_may_stand(text: str, language: str) -> list[list[Finding]]:
    doc = annotate(message_of(text), language)
    return [list(findings_in(clause, doc._.scene)) for clause in doc._.clauses]


def _keys(found: list[list[Finding]]) -> list[list[tuple[str, str, int, int]]]:
    """Of all kinds but jobs, whose finder guesses at unknown names wherever it is asked."""
    return [[(str(item.category), item.key, item.start, item.end) for item in clause if item.category != "role"] for clause in found]


_LINES = [
    "単価は65万円です。",
    "＠６５万、即日〜、品川。",
    "時給1500円で週4日の稼働です。",
    "外国籍の方は不可です。",
    "35歳までの女性を希望します。",
    "面談は2回になりました。",
    "貴社社員までとなります。",
    "フルリモートから週2日出社に変わりました。",
    "残業は月20時間ほどです。",
    "お支払いは60日サイトです。",
    "派遣契約でお願いします。",
    "12月から3ヶ月です。",
    "精算は140-180hです。",
    "夜勤あり、土日出勤あり、オンコールあり。",
    "未経験の方も歓迎します。",
    "2名募集します。",
    "The rate is $65 an hour, net 45.",
    "US citizens only, no C2C.",
    "We need two people in Leeds from January.",
    "Hybrid with 3 days in the office, 9 to 5.",
    "Two interviews by video; no sponsorship.",
    "They want someone under 40, on call every fourth week.",
    "Inside IR35, £450 a day for six months.",
    "8 years of experience overall, 3 of them with Kafka.",
    "No experience needed, nights required.",
]


@pytest.mark.parametrize("line", _LINES)
def test_the_sieve_loses_nothing(line: str) -> None:
    language = "en" if line.isascii() or "£" in line else "ja"
    for text in (line, change_ja(line) if language == "ja" else change_en(line), form_ja(line) if language == "ja" else form_en(line)):
        assert _keys(_asked_where_it_may_stand(text, language)) == _keys(_asked_everywhere(text, language))
    assert any(_keys(_asked_everywhere(line, language)))


@pytest.mark.parametrize(
    "line",
    [
        "お世話になっております。",
        "よろしくお願いいたします。",
        "ご確認ください。",
        "Kind regards",
        "Thanks for your help.",
        "Please see below.",
    ],
)
def test_greetings_ask_no_finder_for_anything(line: str) -> None:
    assert not any(_keys(_asked_everywhere(line, "en" if line.isascii() else "ja")))
