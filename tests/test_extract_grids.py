"""Tables whose columns are seats, columns of prices whose head alone tells the money, and what stands below a table."""

from tests.reading import needs, read, values


def test_each_column_beside_a_column_of_labels_is_a_seat() -> None:
    text = """\
Hi, we want two people for the bakery, see below.

\tBaker\tVan driver
Needs\tsourdough experience\tdriving licence
Pay\t£14/hour\t£12.50/hour
Where\tHexham\tCorbridge, 2 days at home
From\tJanuary 11\tFebruary 1
For\t6 months\t4 months

Both roles: 30 hours a week.
"""
    first, second = read(text, subject="Bakery").statements
    assert [statement.title for statement in (first, second)] == ["Baker", "Van driver"]
    told = [{(found.key, found.min, found.text) for found in statement.requirements} for statement in (first, second)]
    assert {("rate", 14, None), ("location", None, "Hexham"), ("duration", 6, None), ("start-date", None, "2027-01-11")} <= told[0]
    assert {("rate", 12.5, None), ("location", None, "Corbridge"), ("duration", 4, None), ("start-date", None, "2027-02-01")} <= told[1]
    assert all(("working-hours", 30, None) in seat for seat in told)


def test_columns_of_before_and_after_are_no_seats() -> None:
    text = "条件が変わりました。\n\n項目\t変更前\t変更後\n単価\t60万\t65万\n勤務地\t大宮\t浦和\n期間\t12月〜\t1月〜\n"
    assert len(read(text, subject="Re: 条件変更").statements) <= 1


def test_a_profile_in_two_columns_states_no_seat() -> None:
    text = "ご紹介です。\n\n\t候補A\t候補B\n氏名\tK.T\tM.S\n年齢\t34歳\t28歳\nスキル\tCOBOL\tJava\n単価\t60万\t55万\n"
    assert all(statement.title not in ("候補A", "候補B") for statement in read(text, subject="要員のご紹介").statements)


def test_the_head_of_a_column_tells_the_money_and_the_time() -> None:
    text = """\
Three seats for the vineyard:

Role          | Qty | NZD/hr | Shift
Pruner        |  4  |  27    | days
Cellar hand   |  2  |  31    | nights

All of them: start 7 December, own boots.
Cellar hands need 2 years of winery work.
"""
    first, second = read(text, subject="Vineyard").statements
    rates = [[(found.min, found.unit) for found in statement.requirements if found.category == "rate"] for statement in (first, second)]
    assert rates == [[(27, "nzd_per_hour")], [(31, "nzd_per_hour")]]
    years = [any(found.unit == "year" for found in statement.requirements) for statement in (first, second)]
    assert years == [False, True]


def test_what_a_heading_calls_common_is_of_both_seats() -> None:
    text = """\
お世話になっております。下記2件、募集しております。

①ピッキング担当
・スキル：Excel
・場所：春日部
・時給：1,300円

②検品担当
・スキル：Excel
・場所：越谷
・時給：1,350円

【①②共通】
・1月12日開始
・8:30-17:30
"""
    reading = read(text, subject="2件")
    assert len(reading.statements) == 2
    for statement in reading.statements:
        told = {(found.key, found.text) for found in statement.requirements}
        assert {("start-date", "2027-01-12"), ("working-hours", "8:30-17:30")} <= told


def test_work_at_home_only() -> None:
    assert values(read("職種：校正\n勤務：在宅のみ\n時給：1,800円\n人数：1名\n開始：1月\n", subject="校正"))["remote"][3] == "full"


def test_the_place_of_a_quarry() -> None:
    assert (
        needs(read("We need two drivers for the Bluestone quarry from 7 December at £15 an hour.", subject="Drivers"))["location"] == "must"
    )
