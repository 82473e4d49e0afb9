"""Traps of a store of versions, each sprung through whole nights (DECISIONS.md D21; the others stand in `test_pipeline_run`)."""

import hashlib

from ingest.parsing import parse_message
from requisitions.messages import Message, RawMessage
from tests.nights import House, mail

_FORM = """お世話になっております。森です。
下記の案件で要員を探しております。

・案件番号：OM-771
・案件名：在庫管理システムの保守
・必須：Java経験2年以上
・尚可：AWS
・単価：65〜70万円
・勤務地：横浜
・面談：2回
"""
_SAME_AGAIN = """お世話になっております。森です。
再送いたします。

■案件番号：ＯＭ－７７１
■案件名：在庫管理システムの保守
■面談：２回
■勤務地：横浜
■単価：６５～７０万円
■尚可：ＡＷＳ
■必須：Ｊａｖａ経験２年以上
"""


def _mail(name: str, body: str, day: int, *, answers: str | None = None, subject: str = "【案件】OM-771 在庫管理システムの保守") -> bytes:
    return mail(name, body, subject=subject, sender="森 <mori@oak-partners.example>", day=day, answers=answers)


def _told(house: House, key: str) -> tuple[object, ...]:
    """Low, high and necessity of a demand of the last version."""
    (row,) = house.query(
        f"SELECT min, max, necessity FROM requirements WHERE key = '{key}' AND version = (SELECT max(version) FROM requirements)"  # noqa: S608 - a constant
    )
    return row


def test_the_same_demands_in_another_dress_change_nothing(house: House) -> None:
    house.put(_mail("a", _FORM, 16), _mail("b", _SAME_AGAIN, 18, subject="【再送】OM-771 在庫管理システムの保守"))
    house.run()
    assert house.query("SELECT reference, count(*) FROM requisitions GROUP BY reference") == [("OM-771", 1)]
    assert house.query("SELECT category, key, change FROM changes") == []


def test_a_value_takes_the_whole_place_of_the_one_before(house: House) -> None:
    house.put(
        _mail("a", _FORM, 16), _mail("b", "単価は62万円までとなりました。\n", 18, answers="a", subject="Re: OM-771 在庫管理システムの保守")
    )
    house.run()
    assert _told(house, "rate") == (None, 620_000, "must")


def test_an_amended_seat_on_hold_stays_on_hold(house: House) -> None:
    house.put(
        _mail("a", _FORM, 16),
        _mail("b", "本件は一旦保留となりました。\n", 17, answers="a", subject="Re: OM-771 在庫管理システムの保守"),
        _mail("c", "AWSも必須になりました。\n", 18, answers="b", subject="Re: OM-771 在庫管理システムの保守"),
    )
    house.run()
    assert house.query("SELECT status FROM requisitions") == [("paused",)]
    assert _told(house, "aws")[2] == "must"


def test_a_clarification_that_comes_before_its_requisition_invents_no_history(house: House) -> None:
    change = _mail("b", "OM-771ですが、AWSも必須になりました。\n", 18, subject="OM-771の件")
    house.put(change)
    house.run()
    house.put(_mail("a", _FORM, 16))
    house.run()
    assert house.query("SELECT category, key, change FROM changes") == [("skill", "aws", "promoted")]


def test_every_demand_of_a_version_from_three_mails_stands_in_the_mail_that_it_names(house: House) -> None:
    mails = (
        _mail("a", _FORM, 16),
        _mail("b", "AWSも必須になりました。\n", 17, answers="a", subject="Re: OM-771 在庫管理システムの保守"),
        _mail("c", "面談は1回に減りました。\n", 18, answers="b", subject="Re: OM-771 在庫管理システムの保守"),
    )
    house.put(*mails)
    house.run()
    texts = {hashlib.sha256(content).hexdigest(): parse_message(RawMessage("old", "", content)) for content in mails}
    rows = house.query(
        "SELECT sha256, start_offset, end_offset, evidence FROM requirements WHERE version = (SELECT max(version) FROM requirements)"
    )
    assert {sha256 for sha256, *_ in rows} == set(texts)
    for sha256, start, end, evidence in rows:
        message = texts[sha256]
        assert isinstance(message, Message)
        assert message.text[start:end] == evidence


_RIVAL = _FORM.replace("OM-771", "KB-88").replace("森です", "原です")


def test_two_brokers_texts_of_one_seat_stay_twins_when_each_moves_for_itself(house: House) -> None:
    """Marked by what they told first; never folded together: the rival's other price is no change of the first one's."""
    rival = mail("r", _RIVAL.replace("65〜70", "58〜60"), subject="在庫管理システムの保守", sender="原 <hara@kiri-works.example>", day=17)
    house.put(_mail("a", _FORM, 16), rival)
    house.run()
    twins = """SELECT r.reference, o.reference FROM requisitions AS r
        LEFT JOIN requisitions AS o ON o.requisition_id = r.twin_of ORDER BY 1 DESC"""
    assert house.query(twins) == [("OM-771", None), ("KB-88", "OM-771")]
    assert house.query("SELECT * FROM changes") == []
    house.put(
        _mail(
            "b", "勤務地は大阪に変更となりました。Javaは不要で、COBOLとOracleが必須になりました。\n", 19, answers="a", subject="Re: OM-771"
        )
    )
    house.run()
    assert house.query("SELECT count(*) > 1 FROM changes") == [(True,)]
    assert house.query(twins) == [("OM-771", None), ("KB-88", "OM-771")]
