"""The door of the room, and what holds for every mail: exact quotes, one demand a key, the same demands however the mail is wrapped."""

import textwrap
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reading import own_text
from requisitions.messages import Address, Message, Span, SpanKind
from requisitions.statements import Reading
from requisitions.words import TERMS
from tests.reading import (
    DAY,
    change_en,
    change_ja,
    demands,
    form_en,
    form_ja,
    hints,
    mail_of,
    message_of,
    read,
    read_mail,
    read_this,
    requirements,
    values,
)

_WORDS = st.sampled_from(
    [
        "単価：65万円",
        "必須：Java3年以上",
        "【尚可】",
        "・Docker",
        "場所：品川",
        "リモート不可",
        "面談：1回",
        "外国籍不可",
        "Dockerは不要になりました。",
        "案件番号：KH-110",
        "Rate: $60/hr",
        "Must have: Kafka",
        "The role is on hold.",
        "> 単価は？",
        "--",
        "━━━━",
        "もし予算がつけば、",
        "ﾌﾟﾛｼﾞｪｸﾄ㈱①",
        "İstanbul ﬁle ẞ",
        "\u202e\u0000\ufeff",
        "年齢：３５歳まで",
        "()（「『",
        "→",
        "3-5年、/,;",
    ]
)
_ANY = st.lists(st.one_of(_WORDS, st.text(st.characters(codec="utf-8"), max_size=12)), max_size=14).map("\n".join)
_PROSE_EN = (
    "We are looking for a data engineer in Bristol for six months from January. The rate is £480 a day. "
    "You must know Kafka and Scala, and Terraform would be nice. It is hybrid with three days a week in the office. "
    "There are two interviews. No sponsorship is offered and the role is outside IR35.\n"
)
_PROSE_JA = (
    "お世話になっております。在庫管理システムの開発要員を1名募集しております。勤務地は品川で、週2日のリモートが可能です。"
    "Javaの経験が3年以上必須で、Dockerの経験があれば尚可です。単価は65万円までで、開始は12月を予定しております。"
    "面談は1回、外国籍の方は不可となります。\n"
)


@given(_ANY, st.sampled_from(["", "Re: KH-110 の件", "RE: seat", "要員のご提案"]))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_any_text_is_read_and_quoted_exactly(text: str, subject: str) -> None:
    """`read_this` compares each quote with the text at its offsets; here nothing may fall over."""
    reading = read(text, subject=subject)
    for statement in reading.statements:
        keys = [found.identity for found in statement.requirements]
        assert len(keys) == len(set(keys))
        assert [found.start for found in statement.requirements] == sorted(found.start for found in statement.requirements)
    for found in requirements(reading):
        assert 0 < found.confidence <= 1
        assert found.necessity != "preferred" or found.category not in TERMS
        assert (found.unit is None) or found.min is not None or found.max is not None
        assert found.key == found.key.strip().lower() != ""


@given(_ANY, st.lists(st.tuples(st.sampled_from(SpanKind), st.integers(0, 60), st.integers(0, 60)), max_size=4))
@settings(max_examples=40, derandomize=True, deadline=None)
def test_any_spans_over_any_text_are_read(text: str, spans: list[tuple[SpanKind, int, int]]) -> None:
    cut = [Span(kind, min(first, second), min(max(first, second), len(text))) for kind, first, second in spans]
    ordered = sorted((span for span in cut if span.start < span.end), key=lambda span: (span.start, -span.end))
    read(text, spans=ordered)


@given(_ANY)
@settings(max_examples=30, derandomize=True, deadline=None)
def test_reading_twice_reads_the_same(text: str) -> None:
    assert read(text) == read(text)


_MAILS = [
    form_ja("単価：65万円"),
    form_en("Rate: $60/hr"),
    change_ja("単価：60万円 → 65万円"),
    change_en("Docker is now a must."),
    _PROSE_EN,
    _PROSE_JA,
    form_ja("【必須】\n・Java3年以上\n・Oracle\n【尚可】\n・Docker"),
]


@pytest.mark.parametrize("text", _MAILS)
def test_line_ends_do_not_matter(text: str) -> None:
    assert demands(read_mail(text, newline="\n")) == demands(read_mail(text, newline="\r\n")) != set()


@pytest.mark.parametrize("text", [text for text in _MAILS if text != _PROSE_EN])
def test_full_width_letters_and_figures_do_not_matter(text: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if char.isascii() and char.isalnum() else char for char in text)
    assert _bounds(read(wide)) == _bounds(read(text))


_FIELDS = st.lists(
    st.sampled_from(
        [
            "必須：Java3年以上、Oracle",
            "尚可：Docker",
            "単価：60〜65万円",
            "精算：140-180h",
            "場所：品川",
            "期間：12月〜3月",
            "面談：1回",
            "人数：2名",
            "リモート：週2日",
            "勤務時間：9:00-18:00",
            "支払サイト：60日",
            "年齢：45歳まで",
            "備考：外国籍不可",
            "商流：貴社まで",
            "契約形態：準委任",
        ]
    ),
    unique=True,
    min_size=3,
)


def _bounds(reading: Reading) -> set[tuple[str, str, str, float | None, float | None]]:
    return {(category, key, need, low, high) for category, key, need, low, high, _, _ in demands(reading)}


@given(_FIELDS)
@settings(max_examples=25, derandomize=True, deadline=None)
def test_any_form_reads_the_same_over_either_wire_and_in_either_width(lines: list[str]) -> None:
    text = "下記案件にて要員を募集しております。\n\n案件名：会員サイトの改修\n" + "\n".join(lines) + "\n"
    plain = read_mail(text)
    wide = "".join(chr(ord(char) + 0xFEE0) if char.isascii() and char.isalnum() else char for char in text)
    assert demands(read_mail(text, newline="\r\n")) == demands(plain)
    assert _bounds(read_mail(wide)) == _bounds(plain)
    assert len({found.category for found in requirements(plain)}) >= min(len(lines), 2)


def test_prose_wrapped_at_76_columns_reads_the_same() -> None:
    assert demands(read(textwrap.fill(_PROSE_EN, 76) + "\n")) == demands(read(_PROSE_EN))
    assert demands(read("\n".join(textwrap.wrap(_PROSE_JA, 38)) + "\n")) == demands(read(_PROSE_JA))


@pytest.mark.parametrize("width", [60, 66, 72, 76])
def test_prose_wrapped_anywhere_finds_the_same_skills(width: int) -> None:
    wrapped = read(textwrap.fill(_PROSE_EN, width) + "\n")
    assert demands(wrapped, "skill") == demands(read(_PROSE_EN), "skill")


def test_japanese_prose_is_read_whole() -> None:
    assert {(category, key, need) for category, key, need, *_ in demands(read(_PROSE_JA))} >= {
        ("headcount", "headcount", "must"),
        ("location", "location", "must"),
        ("remote", "remote", "must"),
        ("skill", "java", "must"),
        ("skill", "docker", "preferred"),
        ("rate", "rate", "must"),
        ("period", "start-date", "must"),
        ("interview", "interview-count", "must"),
        ("nationality", "nationality", "excluded"),
    }


def test_the_order_of_the_lines_of_a_form_does_not_matter() -> None:
    lines = ["案件名：会員サイトの改修", "必須：PHP", "場所：上野", "単価：60万円", "期間：12月〜", "面談：1回"]
    assert demands(read("\n".join(lines) + "\n")) == demands(read("\n".join([lines[0], *reversed(lines[1:])]) + "\n"))


def test_quoted_history_signature_and_header_state_nothing() -> None:
    body = """\
Dockerが必須になりました。

--
株式会社みなとパートナー
AWS認定パートナー　Java・PHPの要員募集中！
〒105-0000 東京都港区芝1-2-3

2026年11月20日 10:00 田辺 <tanabe@staffing.example>:
> 単価は65万円、面談は2回です。
> 必須：Oracle 5年以上
"""
    assert {(found[0], found[1]) for found in demands(read_mail(body, subject="Re: 倉庫管理システム", in_reply_to="<0@x.example>"))} == {
        ("skill", "docker")
    }


def test_a_forwarded_mail_states_its_demands() -> None:
    body = """\
共有します。

---------- Forwarded message ----------
From: 石田 <ishida@partner.example>
Date: Tue, 24 Nov 2026 09:00:00 +0900
Subject: 案件のご紹介
To: tanabe@staffing.example

""" + form_ja("単価：65万円")
    reading = read_mail(body, subject="Fwd: 案件のご紹介", sender="tanabe@staffing.example")
    assert values(reading, "rate")["rate"][0] == 650000
    assert str(reading.kind) == "requisition"


@pytest.mark.parametrize(
    "line",
    [
        "来期はGo言語の案件も出るかもしれません。",
        "以前の担当の方はPerlができました。",
        "別のお客様ではSalesforceの方を探しています。",
        "Next year we might want Go.",
        "The last person knew Perl.",
        "Another client of ours needs Salesforce.",
    ],
)
def test_hopes_the_past_and_others_demand_nothing(line: str) -> None:
    text = change_en(line) if line.isascii() else change_ja(line)
    assert demands(read(text, subject="Re: seat", in_reply_to=("<0@x.example>",))) == set()


def test_a_demand_below_the_threshold_is_a_hint() -> None:
    message = message_of(form_ja("職種：灯台守"))
    assert "灯台守" in {found.key for found in requirements(read_this(message))}
    strict = read_this(message, min_confidence=0.99)
    assert "灯台守" not in {found.key for found in requirements(strict)}
    assert ("灯台守", "low-confidence") in {(hint.requirement.key, str(hint.why)) for hint in hints(strict)}


def test_relative_dates_count_from_the_mail() -> None:
    text = form_ja("期間：来月〜", instead_of="period")
    assert values(read(text), "period")["start-date"][3] == "2026-12"
    assert values(read(text, date=DAY + timedelta(days=30)), "period")["start-date"][3] == "2027-01"


def test_a_mail_without_a_date_is_read_too() -> None:
    assert values(read(form_ja("単価：65万円"), date=None), "rate")["rate"][0] == 650000


def test_own_text_leaves_other_peoples_words_out() -> None:
    message = mail_of("Docker必須。\n\n--\n石田\n\n> 単価は？\n", subject="Re: x")
    assert "単価" not in own_text(message)
    assert "Docker必須。" in own_text(message)


def test_struck_words_demand_nothing() -> None:
    text = change_ja("必須：Oracle Java")
    start = text.index("Oracle")
    reading = read(text, spans=[Span(SpanKind.DELETED, start, start + len("Oracle"))])
    assert {found.key for found in requirements(reading)} == {"java"}


def test_the_subject_alone_demands_nothing() -> None:
    reading = read("お世話になっております。詳細は追ってご連絡いたします。\n", subject="【急募】Java 5年以上／品川／80万円")
    assert demands(reading) == set()


def test_no_sender_no_trouble() -> None:
    message = message_of(form_ja("単価：65万円"), sender="")
    assert isinstance(message, Message)
    assert message.sender == Address("", "")
    assert values(read_this(message), "rate")["rate"][0] == 650000


def test_prose_is_read_whole() -> None:
    found = {(category, key, need) for category, key, need, *_ in demands(read(_PROSE_EN))}
    assert {
        ("role", "data-engineer", "must"),
        ("location", "location", "must"),
        ("rate", "rate", "must"),
        ("skill", "kafka", "must"),
        ("skill", "scala", "must"),
        ("skill", "terraform", "preferred"),
        ("remote", "remote", "must"),
        ("interview", "interview-count", "must"),
        ("contract", "outside-ir35", "must"),
        ("nationality", "work-authorization", "must"),
        ("period", "duration", "must"),
        ("period", "start-date", "must"),
    } <= found


@pytest.mark.parametrize("label", ["【職種】", "＜ポジション＞", "案件："])
def test_a_seat_under_a_subject_that_says_nothing_is_called_as_its_own_text_does(label: str) -> None:
    text = f"{label}検針員（水道局）\n【必須】\n・普通自動車免許\n・Excel\n【勤務地】大津\n【時給】1,500円\n【募集人数】2名\n"
    assert [one.title for one in read(text, subject="【一斉配信】募集中の案件一覧").statements] == ["検針員（水道局）"]


def test_a_subject_that_names_a_seat_goes_before_the_label_of_its_job() -> None:
    text = "【職種】事務\n【必須】\n・Excel\n・簿記2級\n【勤務地】大津\n【時給】1,500円\n【募集人数】2名\n"
    assert [one.title for one in read(text, subject="水道局の窓口事務").statements] == ["水道局の窓口事務"]
