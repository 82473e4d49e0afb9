"""Whole forms of demands where nobody demands them: in quoted history, signatures, struck lines, profiles, questions."""

import pytest

from requisitions.messages import Span, SpanKind
from tests.reading import demands, hints, read, read_mail, requirements

_FORM_JA = """\
案件名：会員サイトの改修
職種：PMO
必須：Java3年以上、要件定義の経験
資格：CCNA
語学：英語（日常会話）
人物像：明るい方
単価：65万円
精算：140-180h
場所：上野
リモート：週2日
期間：12月〜3月
勤務時間：9:00-18:00
人数：2名
面談：1回
契約形態：準委任
商流：貴社まで
年齢：45歳まで
性別：男性
国籍：外国籍不可
支払サイト：60日
"""
_FORM_EN = """\
Role: Release manager
Must have: Jenkins, 3 years
Nice to have: Ansible
Certifications: PMP
Languages: fluent German
Soft skills: friendly
Rate: £500/day
Location: Norwich
Remote: 2 days a week from home
Start: January
Duration: 6 months
Hours: 9:00-17:30
Openings: 2
Interview: 2 rounds
IR35: inside IR35
Age: under 40
Visa: UK nationals only
Payment terms: net 60
"""


_PERSON_EN = """\
Name: A. B.
Current location: Norwich
Availability: January
Visa status: UK national
Expected rate: £500/day
Skills: Jenkins, Ansible
"""


def _quoted(form: str) -> str:
    return "".join(f"> {line}\n" for line in form.splitlines())


def test_the_forms_are_full_of_demands_where_they_are_meant() -> None:
    assert len({found.category for found in requirements(read(_FORM_JA))}) == 20
    assert len({found.category for found in requirements(read(_FORM_EN))}) >= 15


_HEADS = [
    "",
    "2026年11月20日(金) 10:00 石田 <ishida@partner.example>:\n",
    "On Fri, 20 Nov 2026 at 10:00, Tom <tom@partner.example> wrote:\n",
]
_BLOCKS = [
    "-----Original Message-----\nFrom: 石田\nSent: Friday, November 20, 2026 10:00 AM\nTo: 田辺\nSubject: 案件\n\n",
    "差出人: 石田 <ishida@partner.example>\n送信日時: 2026年11月20日 10:00\n宛先: 田辺\n件名: 案件\n\n",
    "________________________________\nFrom: Tom <tom@partner.example>\nSent: 20 November 2026 10:00\nTo: Anna\nSubject: seat\n\n",
]


@pytest.mark.parametrize(
    "history",
    [
        *(head + _quoted(form) for head in _HEADS for form in (_FORM_JA, _FORM_EN)),
        *(head + form for head in _BLOCKS for form in (_FORM_JA, _FORM_EN)),
    ],
)
def test_quoted_history_demands_nothing(history: str) -> None:
    reading = read_mail(f"承知いたしました。確認のうえご連絡いたします。\n\n{history}", subject="Re: 案件", in_reply_to="<0@x.example>")
    assert (demands(reading), hints(reading), reading.flags, reading.events) == (set(), [], (), ())


_SIGNATURES = [
    """\
株式会社みなとパートナー
営業部 石田 太郎
〒105-0000 東京都港区芝1-60-65
TEL 03-5550-0140 / FAX 03-5550-0180
Java・PHP・AWSの要員を募集中！
""",
    """\
みなとパートナー株式会社　PM 石田
保有資格：PMP、CCNA
営業時間 9:00〜18:00
URL https://partner.example/java.php
""",
    """\
Priya N. | Sr. Technical Recruiter
Bluewater Partners Inc, 1200 Main Street, Dallas, TX 75001
Office: (555) 140-1800 ext. 65
Hiring Java, Kafka and SAP
""",
    """\
Tom Baker, Release Manager
Harbour Freight Ltd, 12 Quay Road, Norwich NR1 4DX
Mob: +44 7700 900650
""",
]


@pytest.mark.parametrize("signature", _SIGNATURES)
def test_signatures_demand_nothing(signature: str) -> None:
    text = "承知いたしました。" if not signature.isascii() else "Noted, thanks."
    reading = read_mail(f"{text}\n\n-- \n{signature}", subject="Re: 案件", in_reply_to="<0@x.example>")
    assert (demands(reading), hints(reading), reading.flags) == (set(), [], ())


@pytest.mark.parametrize("form", [_FORM_JA, _FORM_EN])
@pytest.mark.parametrize("kind", [SpanKind.QUOTED, SpanKind.SIGNATURE, SpanKind.HEADER, SpanKind.DELETED])
def test_spans_of_other_words_demand_nothing(form: str, kind: SpanKind) -> None:
    text = "承知いたしました。\n" + form
    reading = read(text, subject="Re: 案件", in_reply_to=("<0@x.example>",), spans=[Span(kind, text.index("\n") + 1, len(text))])
    assert demands(reading) == set()


def test_an_own_word_above_history_is_read_alone() -> None:
    reading = read_mail(f"単価が70万円になりました。\n\n{_quoted(_FORM_JA)}", subject="Re: 案件", in_reply_to="<0@x.example>")
    assert demands(reading) == {("rate", "rate", "must", 700000, 700000, "jpy_per_month", None)}


@pytest.mark.parametrize(
    "text",
    [
        "氏名：S.K\n年齢：38歳\n性別：男性\n国籍：日本\n最寄駅：上野\n所属：弊社社員\n稼働日：12月〜\n希望単価：65万円\nスキル：Java3年、要件定義\n資格：CCNA\n",
        _PERSON_EN,
    ],
)
def test_a_persons_data_demand_nothing(text: str) -> None:
    reading = read(text, subject="ご提案" if not text.isascii() else "Candidate")
    assert (demands(reading), reading.flags) == (set(), ())


@pytest.mark.parametrize(
    "lines",
    [
        [f"{line.partition('：')[0]}は{line.partition('：')[2]}でよろしいでしょうか？" for line in _FORM_JA.splitlines()],
        [f"Is this still right: {line.partition(': ')[0].lower()} {line.partition(': ')[2]}?" for line in _FORM_EN.splitlines()],
    ],
)
def test_a_list_of_questions_demands_nothing(lines: list[str]) -> None:
    reading = read("\n".join(lines) + "\n", subject="Re: 案件", sender="tanabe@staffing.example", in_reply_to=("<0@x.example>",))
    assert (demands(reading), reading.flags) == (set(), ())
