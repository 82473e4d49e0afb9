"""Who wrote the words: the site, somebody between, or one of ours."""

import pytest

from extract.speakers import speaker_of
from requisitions.messages import Address
from requisitions.parties import Parties
from tests.reading import mail_of, message_of, only, read, read_mail, read_this

_PARTIES = Parties(frozenset({"staffing.example"}), {"partner.example": "Partner"}, {"client.example": "Client"})


@pytest.mark.parametrize(
    ("address", "speaker"),
    [
        ("tanabe@staffing.example", "own_sales"),
        ("tanabe@tokyo.staffing.example", "own_sales"),
        ("ishida@partner.example", "intermediary"),
        ("hr@client.example", "end_client"),
        ("hr@it.client.example", "end_client"),
    ],
)
def test_the_configuration_comes_first(address: str, speaker: str) -> None:
    assert speaker_of(Address("", address), "our team at the plant", _PARTIES) == speaker


@pytest.mark.parametrize("address", ["x@elsewhere.example", ""])
def test_strangers_without_a_sign_are_unknown(address: str) -> None:
    assert speaker_of(Address("", address), "please note the following.", _PARTIES) == "unknown"


def test_nobody_is_unknown() -> None:
    assert speaker_of(None, "", _PARTIES) == "unknown"


@pytest.mark.parametrize(
    "words",
    [
        "弊社の現場で使っております。",
        "弊社では社員が多忙です。",
        "当社の情報システム部です。",
        "our team needs help at the plant.",
        "we are hiring for our warehouse.",
        "our developers use it every day.",
    ],
)
def test_the_site_speaks_of_itself(words: str) -> None:
    assert speaker_of(Address("", "x@elsewhere.example"), words, _PARTIES) == "end_client"


@pytest.mark.parametrize(
    "words",
    [
        "エンド様より連絡がありました。",
        "お客様からのご要望です。",
        "上位会社より条件変更の連絡です。",
        "元請に確認いたしました。",
        "my client wants two people.",
        "the client called.",
        "the prime vendor told us.",
        "our client has changed the rate.",
        "the end client insists.",
    ],
)
def test_somebody_between_speaks_of_the_client(words: str) -> None:
    assert speaker_of(Address("", "x@elsewhere.example"), words, _PARTIES) == "intermediary"


def test_whom_he_cites_does_not_count() -> None:
    """The writer counts, not the reported speaker."""
    text = "エンド様より「弊社の現場では即戦力が必要」とのことです。Dockerが必須になりました。\n"
    assert only(read(text, subject="Re: 倉庫管理", in_reply_to=("<0@x.example>",))).stated_by == "intermediary"


def test_a_phone_note_of_ours_is_ours() -> None:
    text = "電話メモ\n倉庫管理システムの件、お客様より電話あり。Dockerが必須になったとのこと。\n"
    assert only(read(text, subject="電話メモ：倉庫管理システム", sender="tanabe@staffing.example")).stated_by == "own_sales"


def test_in_a_forward_the_inner_author_speaks() -> None:
    body = """\
社内共有です。

---------- Forwarded message ----------
From: 情報システム部 <it@client.example>
Date: Tue, 24 Nov 2026 09:00:00 +0900
Subject: 条件変更のお願い
To: tanabe@staffing.example

弊社の現場ではDockerが必須になりました。
"""
    message = mail_of(body, subject="Fwd: 条件変更のお願い", sender="tanabe@staffing.example")
    reading = read_this(message, clients={"client.example": "Client"})
    assert [
        (found.key, str(found.stated_by or statement.stated_by)) for statement in reading.statements for found in statement.requirements
    ] == [("docker", "end_client")]


def test_quoted_words_of_the_client_make_no_client_of_the_writer() -> None:
    body = "単価は65万円になりました。\n\n> 弊社の現場では、弊社の社員が多忙です。\n> 当社の工場の件です。\n"
    reading = read_mail(body, subject="Re: 倉庫管理システム", sender="x@elsewhere.example", in_reply_to="<0@x.example>")
    assert only(reading).stated_by in ("unknown", "intermediary")


def test_a_configured_intermediary_speaks_for_himself() -> None:
    reading = read_this(
        message_of("our team says Docker is now a must.\n", subject="Re: seat", in_reply_to=("<0@x.example>",)),
        intermediaries={"partner.example": "Partner"},
    )
    assert only(reading).stated_by == "intermediary"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "dana@harrow.example",
            "the crane customer brought the handover ahead, and they have to work sundays. straight from the shop floor.",
        ),
        ("molly@oakmere-hotel.example", "could i have them from 2 may?"),
        ("ann@brightways.example", "lou is back from maternity leave, one person will do."),
        ("ann@brightways.example", "we have won the school contract."),
        ("ann@brightways.example", "hr told me i may not ask."),
        ("gus@wharfside.example", "the lads have had enough of the dust. they need to bring boots, they've got to have a test."),
        ("nell@wharfside.example", "we run two lines, my manager approved it."),
        ("ann@brightways.example", "i'd like two of them, my foreman will show them round."),
    ],
)
def test_the_first_person_is_the_site_even_where_it_names_its_own_customer(address: str, words: str) -> None:
    assert speaker_of(Address("", address), words, _PARTIES) == "end_client"


@pytest.mark.parametrize(
    "words",
    [
        "talked to the hiring manager. i can go to $71/hr.",
        "their payments team had an outage.",
        "my client has cut one seat.",
        "i can stretch to £410 for this one.",
        "they have asked for two more.",
        "they've got a new plant and they need two more.",
    ],
)
def test_whoever_tells_of_a_hiring_manager_or_a_client_stands_between(words: str) -> None:
    assert speaker_of(Address("", "raj@eastquay.example"), words, _PARTIES) == "intermediary"
