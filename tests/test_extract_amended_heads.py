"""Clarifications that speak of several seats under heads of their own, in Japanese."""

import pytest

from requisitions.statements import Reading
from requisitions.words import Status
from tests.reading import read_mail


def told(body: str) -> list[tuple[str | None, set[str]]]:
    """Each statement's title with the keys that it states."""
    reading = answer(body)
    return [(statement.title, {item.key for item in statement.requirements}) for statement in reading.statements]


def answer(body: str) -> Reading:
    """The reading of an answer in a thread."""
    return read_mail(body, subject="Re: 秋の応援", in_reply_to="<0@client.example>")


@pytest.mark.parametrize("mark", ["・", "●", "■", "◆", "○"])
def test_marked_lines_above_others_head_seats(mark: str) -> None:
    body = f"変更をお願いします。\n\n{mark}ベーカリー\n　2名→4名に増やしてください。\n{mark}鮮魚加工\n　時給を1,390円にします。\n"
    assert told(body) == [("ベーカリー", {"headcount"}), ("鮮魚加工", {"rate"})]


@pytest.mark.parametrize(
    "heads",
    [
        ("◆案件1(帳票の改修)", "◆案件2(回線の監視)"),
        ("■案件① 帳票の改修", "■案件② 回線の監視"),
        ("【案件1】帳票の改修", "【案件2】回線の監視"),
        ("■1 帳票の改修", "■2 回線の監視"),
        ("◇1. 帳票の改修", "◇2. 回線の監視"),
    ],
)
def test_counted_heads(heads: tuple[str, str]) -> None:
    body = f"2件の状況が変わりました。\n\n{heads[0]}\n単価を68万円に引き上げました。\n\n{heads[1]}\nおかげさまで充足しました。\n"
    reading = answer(body)
    assert [statement.title for statement in reading.statements] == ["帳票の改修", "回線の監視"]
    assert [statement.status for statement in reading.statements] == [Status.OPEN, Status.CLOSED]
    assert [len(statement.requirements) for statement in reading.statements] == [1, 0]


def test_a_seat_of_which_nothing_is_said_but_that_it_stays_is_left_out() -> None:
    body = "・ベーカリー\n　2名→4名に増やしてください。\n・鮮魚加工\n　時給を1,390円にします。\n・レジ\n　変更ありません。\n"
    assert [title for title, _ in told(body)] == ["ベーカリー", "鮮魚加工"]


def test_a_seat_that_goes_on_reopens_no_other() -> None:
    body = "◆案件1(帳票の改修)\n単価を68万円に引き上げました。\n\n◆案件2(回線の監視)\n充足しました。\n\n案件3は引き続き募集中です。\n"
    assert answer(body).statements[-1].status is Status.CLOSED


@pytest.mark.parametrize(
    "body",
    [
        "・変更点\n　時給1,380円→1,430円\n・理由\n　応募がないため\n",
        "・背景\n　注文が増えております。\n・お願い\n　2名→4名に増やしてください。\n",
        "■条件\n　時給を1,390円にします。\n■連絡先\n　総務課まで\n",
    ],
)
def test_parts_of_a_mail_are_no_seats(body: str) -> None:
    assert len(answer(body).statements) == 1
