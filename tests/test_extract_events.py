"""What happened to a seat and is no demand: proposals, interviews, people turned down."""

import pytest

from requisitions.statements import Event
from tests.reading import form_ja, read, read_mail


def events(text: str, *, subject: str = "Re: COBOL maintenance", sender: str = "sales@partner.example") -> tuple[Event, ...]:
    return read(text, subject=subject, sender=sender, in_reply_to=("<0@x.example>",)).events


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("面談は12月2日(水) 15時からでお願いいたします。\n", "2026-12-02T15:00"),
        ("面談は12/2(水) 15:30〜に確定いたしました。\n", "2026-12-02T15:30"),
        ("面接は12月3日に決まりました。\n", "2026-12-03"),
        ("The interview is confirmed for 2 December at 3pm.\n", "2026-12-02T15:00"),
        ("They would like to see her on 2 December at 10:30.\n", "2026-12-02T10:30"),
        ("The interview is scheduled for December 3.\n", "2026-12-03"),
        ("面談日程：12月2日 10:00\n", "2026-12-02T10:00"),
        ("面談は12月2日 25:70からでお願いいたします。\n", "2026-12-02"),
    ],
)
def test_an_interview_to_come(text: str, at: str) -> None:
    (event,) = events(text)
    assert (str(event.kind), event.planned, event.at) == ("interview", True, at)


@pytest.mark.parametrize(
    "text",
    [
        "本日は面談のお時間をいただきありがとうございました。\n",
        "昨日の面談ありがとうございました。\n",
        "The interview yesterday went well.\n",
    ],
)
def test_an_interview_held(text: str) -> None:
    (event,) = events(text)
    assert (str(event.kind), event.planned) == ("interview", False)


@pytest.mark.parametrize(
    "text",
    [
        "先日の候補者様ですが、残念ながらお見送りとなりました。\n",
        "Unfortunately the candidate was rejected.\n",
        "A様につきましては、今回は見送らせていただきます。\n",
        "ご提案いただいた方は、今回はNGとのことです。\n",
        "They have decided to pass on Maria.\n",
        "The client did not select the candidate.\n",
    ],
)
def test_a_person_turned_down(text: str) -> None:
    assert [(str(event.kind), event.planned) for event in events(text)] == [("rejection", False)]


@pytest.mark.parametrize(
    "text",
    [
        "お世話になっております。\n下記の要員をご提案いたします。\n\n氏名：K.T\n年齢：38歳\n性別：男性\n最寄駅：大宮\nスキル：Java\n",
        "Hi,\n\nplease find the profile of our consultant attached. She has six years of COBOL.\n\nRegards\n",
    ],
)
def test_a_person_proposed(text: str) -> None:
    found = events(text, subject="ご提案", sender="tanabe@staffing.example")
    assert [(str(event.kind), event.planned, event.count, event.at) for event in found] == [("proposal", False, 1, "2026-11-24")]


@pytest.mark.parametrize(
    "text",
    [
        "単価は65万円になりました。\n",
        "面談は2回になりました。\n",
        "面談は何日がよろしいでしょうか？\n",
        "12月2日までにご返信をお願いいたします。\n",
        "開始は12月1日です。\n",
        "候補者の方の書類を確認しております。\n",
        "The rate is now $60/hr.\n",
        "There are two interviews.\n",
        "When can the interview be?\n",
        "The start is 1 December.\n",
        "Please send more profiles.\n",
        "本案件は見送りとなりました。案件自体の中止です。\n",
    ],
)
def test_other_news_are_no_event(text: str) -> None:
    assert [str(event.kind) for event in events(text)] == []


def test_a_requisition_has_no_events() -> None:
    assert read(form_ja("面談：2回")).events == ()


def test_quoted_history_tells_no_event() -> None:
    body = "単価は65万円になりました。\n\n> 面談は12月2日 15:00からです。\n"
    assert read_mail(body, subject="Re: 倉庫管理システム", in_reply_to="<0@x.example>").events == ()


@pytest.mark.parametrize(
    "text",
    [
        "A様につきましては、今回は見送らせていただきます。\n",
        "ご提案いただいた方は、今回はNGとのことです。\n",
        "They have decided to pass on Maria.\n",
        "The client did not select the candidate.\n",
    ],
)
def test_a_person_turned_down_in_other_words(text: str) -> None:
    assert [(str(event.kind), event.planned) for event in events(text)] == [("rejection", False)]


@pytest.mark.parametrize(
    "text",
    ["本案件は見送りとなりました。案件自体の中止です。\n", "外国籍の方はNGです。\n", "I passed on your note to the client.\n"],
)
def test_seats_conditions_and_notes_are_not_turned_down(text: str) -> None:
    assert events(text) == ()


@pytest.mark.parametrize(
    "text", ["面談日程：12月2日 10:00\n", "They would like to meet R.S. for the role: Wednesday, 2 December, 10:00, by video.\n"]
)
def test_an_interview_under_a_label_or_behind_initials(text: str) -> None:
    (event,) = events(text)
    assert (str(event.kind), event.planned, event.at) == ("interview", True, "2026-12-02T10:00")


@pytest.mark.parametrize(
    "text",
    [
        "Here is a candidate for your seat: T.W, 41, from Hull.\nKnows COBOL well and holds PMP.\nCan you see her this week?\n",
        "Here's somebody for your vacancy.\nKnows COBOL well and holds PMP.\n",
    ],
)
def test_a_person_who_is_put_forward_in_plain_words_is_proposed(text: str) -> None:
    (event,) = events(text, sender="mori@staffing.example")
    assert (str(event.kind), event.count) == ("proposal", 1)
