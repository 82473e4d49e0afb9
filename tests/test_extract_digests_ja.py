"""Japanese digests whose heads stand in brackets: a seat each, and one word of news for each."""

import pytest

from tests.reading import message_of, read, read_this

_RULES = ["━━━━━━━━━━━━", "====================", "◆──────────◆"]
_COMMON = " 精算:140-180h\n 支払:30日サイト\n"


@pytest.mark.parametrize("rule", _RULES)
@pytest.mark.parametrize("head", ["【案件{}】", "<案件{}>", "【{}】", "[求人{}] ", "【No.{}】"])
def test_heads_in_brackets_between_rules_begin_a_seat_each(head: str, rule: str) -> None:
    text = (
        f"お世話になります。新着案件を募集しております。\n\n{rule}\n{head.format(1)}倉庫システムの刷新\n 必須:Java 3年以上\n 尚可:AWS\n"
        f" 勤務:川崎、常駐\n 単価:65万\n 人数:2名\n{rule}\n{head.format(2)}会員サイトの改修\n 必須:PHP 2年以上\n 勤務:フルリモート\n"
        f" 単価:60万\n 人数:1名\n{rule}\n<2案件共通>\n{_COMMON}\nよろしくお願いします。\n"
    )
    statements = read(text).statements
    assert [statement.title for statement in statements] == ["倉庫システムの刷新", "会員サイトの改修"]
    keys = [{found.key for found in statement.requirements} for statement in statements]
    assert keys[0] >= {"java", "aws", "location", "rate", "headcount", "settlement-hours", "payment-site"}
    assert keys[1] >= {"php", "remote", "rate", "headcount", "settlement-hours", "payment-site"}
    assert not keys[0] & {"php"}
    assert not keys[1] & {"java", "aws", "location"}


@pytest.mark.parametrize("head", ["【案件{}】", "<No.{}>", "【求人{}】"])
def test_news_of_each_seat_below_its_head(head: str) -> None:
    text = (
        f"先週の案件の状況です。\n\n{head.format(1)}倉庫システムの刷新\n 両名とも内定が出たため、募集を締め切ります。\n\n"
        f"{head.format(2)}会員サイトの改修\n 単価は65万になりました。\n\n{head.format(3)}帳票の移行\n 予算の都合で一旦保留です。\n"
    )
    statements = read_this(message_of(text, subject="案件の状況")).statements
    assert [statement.status.value for statement in statements] == ["closed", "open", "paused"]
    assert [[found.key for found in statement.requirements] for statement in statements] == [[], ["rate"], []]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("小倉駅前です。", "小倉"),
        ("場所は大分駅の近くです。", "大分"),
        ("勤務は福岡の天神の事務所で、9時から17時までです。", "天神"),
    ],
)
def test_places_told_in_passing(words: str, place: str) -> None:
    reading = read(f"販売スタッフを2名探しています。{words}時給1100円です。")
    assert [found.text for statement in reading.statements for found in statement.requirements if found.key == "location"] == [place]


def test_a_product_that_work_moves_to_is_no_place() -> None:
    message = message_of("来月、在庫の仕組みがOracleへ移りますので、Oracleの経験は必須でお願いします。", in_reply_to=("<0@x>",))
    assert [found.key for statement in read_this(message).statements for found in statement.requirements] == ["oracle"]
