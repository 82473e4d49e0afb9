"""The name of a seat, and of the client it is for."""

import pytest

from extract.titles import MAX_TITLE, bare_subject
from tests.reading import change_ja, form_ja, message_of, only, read, read_this


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Re: 会員サイト", "会員サイト"),
        ("RE: Fwd: Re: Tester", "Tester"),
        ("返信: 会員サイト", "会員サイト"),
        ("Re[2]: Tester", "Tester"),
        ("FW：会員サイト", "会員サイト"),
        ("転送：会員サイト", "会員サイト"),
        ("AW: Tester", "Tester"),
        ("Tester", "Tester"),
        ("Release manager", "Release manager"),
        ("Regarding: Tester", "Regarding: Tester"),
        ("Research engineer", "Research engineer"),
        ("", ""),
        ("Re:", ""),
    ],
)
def test_a_subject_without_its_marks(subject: str, bare: str) -> None:
    assert bare_subject(subject) == bare


@pytest.mark.parametrize(
    ("text", "subject", "title"),
    [
        (form_ja("単価：65万円"), "【急募】案件のご紹介", "倉庫管理システムの更改"),
        (
            "Requirement: Tester\nLocation: Derby\nRate: £400/day\nMust have: Selenium\nStart: January\nDuration: 6 months\n",
            "Hot",
            "Tester",
        ),
        ("単価が65万円になりました。\n", "Re: 会員サイトの改修", "会員サイトの改修"),
        (
            "【案件名】\n会員サイトの改修\n【必須】PHP\n【場所】上野\n【単価】60万円\n【期間】12月〜\n【面談】1回\n",
            "案件",
            "会員サイトの改修",
        ),
    ],
)
def test_the_title_of_a_seat(text: str, subject: str, title: str) -> None:
    assert only(read(text, subject=subject)).title == title


def test_a_title_keeps_its_own_spelling() -> None:
    text = form_ja("単価：65万円").replace("倉庫管理システムの更改", "ＥＣサイト（Ｗｅｂ）改修")
    assert only(read(text)).title == "ＥＣサイト（Ｗｅｂ）改修"


def test_a_title_is_never_endless() -> None:
    assert len(only(read(form_ja("単価：65万円").replace("倉庫管理", "倉庫" * 100))).title or "") <= MAX_TITLE


def test_no_words_no_title() -> None:
    assert only(read(change_ja("単価が65万円になりました。"), subject="")).title in (None, "")


@pytest.mark.parametrize(
    ("line", "client"),
    [
        ("エンド：株式会社あおば物流", "株式会社あおば物流"),
        ("Client: Harbour Freight Ltd", "Harbour Freight Ltd"),
        ("エンド：あおば物流株式会社様", "あおば物流株式会社"),
    ],
)
def test_a_client_by_its_legal_name(line: str, client: str) -> None:
    assert only(read(form_ja(line))).client == client


@pytest.mark.parametrize("line", ["エンド：某大手物流企業", "エンド：大手銀行", "エンド：", "エンド：金融系企業様", "単価：65万円"])
def test_somebody_is_no_client(line: str) -> None:
    assert only(read(form_ja(line))).client is None


def test_a_configured_client_is_known_by_its_domain() -> None:
    message = message_of(form_ja("単価：65万円"), sender="it@client.example")
    assert only(read_this(message, clients={"client.example": "Client"})).client == "Client"


def test_a_title_below_its_label() -> None:
    text = "【案件名】\n会員サイトの改修\n【必須】PHP\n【場所】上野\n【単価】60万円\n【期間】12月〜\n【面談】1回\n"
    assert only(read(text, subject="案件")).title == "会員サイトの改修"


@pytest.mark.parametrize(
    ("line", "client"),
    [
        ("エンド：あおば物流株式会社様", "あおば物流株式会社"),
        ("エンド：株式会社みなと様", "株式会社みなと"),
        ("エンド：大手メーカー様", None),
        ("エンド：某株式会社様", None),
    ],
)
def test_a_client_without_its_honorific(line: str, client: str | None) -> None:
    assert only(read(form_ja(line))).client == client
