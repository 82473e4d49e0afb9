"""Start, end and length of the seat, and the many other dates of a mail."""

from datetime import timedelta

import pytest

from tests.reading import DAY, Value, change_en, change_ja, form_en, form_ja, hinted, read, requirements, values


def times_of(text: str) -> dict[str, str]:
    """Dates and words as they are, lengths as bounds with their unit."""
    return {key: _told(value) for key, value in values(read(text), "period").items()}


def _told(value: Value) -> str:
    low, high, unit, words = value
    if words is not None:
        return words
    assert unit is not None
    bounds = f"{low:g}" if low is not None and low == high else f"{low or 0:g}+" if high is None else f"..{high:g}"
    return f"{bounds} {unit}" if low == high or high is None or low is None else f"{low:g}-{high:g} {unit}"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("期間：12月〜", {"start-date": "2026-12"}),
        ("期　間：12月～", {"start-date": "2026-12"}),
        ("期間：2月〜4月", {"start-date": "2027-02", "end-date": "2027-04"}),
        ("期間：12/1〜3/31", {"start-date": "2026-12-01", "end-date": "2027-03-31"}),
        ("期間：2027年1月4日〜2027年6月30日", {"start-date": "2027-01-04", "end-date": "2027-06-30"}),
        ("期間：即日〜", {"start-date": "immediate"}),
        ("期間：即〜長期", {"start-date": "immediate", "duration": "long-term"}),
        ("期間：1月〜長期", {"start-date": "2027-01", "duration": "long-term"}),
        ("期間：1月上旬〜", {"start-date": "2027-01"}),
        ("期間：来月〜", {"start-date": "2026-12"}),
        ("期間：3ヶ月", {"duration": "3 month"}),
        ("期間：半年", {"duration": "6 month"}),
        ("期間：6ヶ月（延長の可能性あり）", {"duration": "6 month"}),
        ("期間：12月〜（延長の可能性があります）", {"start-date": "2026-12"}),
        ("期間：12月から6ヶ月", {"start-date": "2026-12", "duration": "6 month"}),
        ("開始：12月14日", {"start-date": "2026-12-14"}),
        ("参画時期：1月", {"start-date": "2027-01"}),
        ("【開始時期】\n即日", {"start-date": "immediate"}),
        ("■期間　1月〜", {"start-date": "2027-01"}),
        ("備考：1月から参画いただける方", {"start-date": "2027-01"}),
        ("備考：開始は12月14日を予定しております。", {"start-date": "2026-12-14"}),
        ("備考：長期でお願いできる方", {"duration": "long-term"}),
        ("契約期間：1年", {"duration": "12 month"}),
        ("期間：2027年1月〜2027年3月（延長あり）", {"start-date": "2027-01", "end-date": "2027-03"}),
        ("期間：1/4〜", {"start-date": "2027-01-04"}),
        ("期間：即日or12月〜", {"start-date": "immediate"}),
        ("期間：12月中旬〜3月末", {"start-date": "2026-12", "end-date": "2027-03"}),
        ("期間：来年4月〜1年間", {"start-date": "2027-04", "duration": "12 month"}),
        ("期間：長期", {"duration": "long-term"}),
        ("期間：３ヶ月〜", {"duration": "3+ month"}),
        ("契約期間：初回1ヶ月、以降3ヶ月更新", {"duration": "1 month"}),
        ("入場：12月1日予定", {"start-date": "2026-12-01"}),
        ("備考：1月4日スタートです。", {"start-date": "2027-01-04"}),
        ("備考：年明けから参画できる方", {"start-date": "2027-01"}),
        ("備考：3月末で終了予定です。", {"end-date": "2027-03"}),
    ],
)
def test_japanese_dates_and_lengths(line: str, told: dict[str, str]) -> None:
    assert times_of(form_ja(line, instead_of="period")) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Start: ASAP", {"start-date": "immediate"}),
        ("Start date: 4 January 2027", {"start-date": "2027-01-04"}),
        ("Start: January", {"start-date": "2027-01"}),
        ("Start: early February", {"start-date": "2027-02"}),
        ("Start: week of 7 December", {"start-date": "2026-12-07"}),
        ("Start date: immediate", {"start-date": "immediate"}),
        ("Duration: 6 months", {"duration": "6 month"}),
        ("Duration: 12+ months", {"duration": "12+ month"}),
        ("Duration: 6 months, possible extension", {"duration": "6 month"}),
        ("Duration: 6 months (may be extended)", {"duration": "6 month"}),
        ("Length: 3-6 months", {"duration": "3-6 month"}),
        ("Duration: long term", {"duration": "long-term"}),
        ("Term: January to June", {"start-date": "2027-01", "end-date": "2027-06"}),
        ("End date: 31 March 2027", {"end-date": "2027-03-31"}),
        ("The contract runs for nine months.", {"duration": "9 month"}),
        ("We need the person from 11 January.", {"start-date": "2027-01-11"}),
        ("It is a six-month contract.", {"duration": "6 month"}),
        ("Start date: 12/14/2026", {"start-date": "2026-12-14"}),
        ("Start: mid January", {"start-date": "2027-01"}),
        ("Start: immediately", {"start-date": "immediate"}),
        ("Duration - 6 months", {"duration": "6 month"}),
        ("Duration: 6 months initially", {"duration": "6 month"}),
        ("Duration: one year", {"duration": "12 month"}),
        ("Length: 18 months", {"duration": "18 month"}),
        ("Start / length: January, 6 months", {"start-date": "2027-01", "duration": "6 month"}),
        ("Period: 4 Jan 2027 - 30 Jun 2027", {"start-date": "2027-01-04", "end-date": "2027-06-30"}),
        ("Contract until the end of June", {"end-date": "2027-06"}),
        ("Long-term contract", {"duration": "long-term"}),
    ],
)
def test_english_dates_and_lengths(line: str, told: dict[str, str]) -> None:
    assert times_of(form_en(line, instead_of="period")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (change_ja("開始日が12月1日から1月4日に変更となりました。"), {"start-date": "2027-01-04"}),
        (change_ja("開始：12月 → 1月"), {"start-date": "2027-01"}),
        (change_ja("参画時期は12月ではなく1月でお願いします。"), {"start-date": "2027-01"}),
        (change_ja("開始が即日となりました。"), {"start-date": "immediate"}),
        (change_ja("期間を6ヶ月に延長します。"), {"duration": "6 month"}),
        (change_ja("契約は3月末までとなりました。"), {"end-date": "2027-03"}),
        (change_en("The start moves to 11 January."), {"start-date": "2027-01-11"}),
        (change_en("Start date: 1 December -> 4 January"), {"start-date": "2027-01-04"}),
        (change_en("The contract is now nine months, not six."), {"duration": "9 month"}),
        (change_en("They now want someone to start on 14 December instead of 4 January."), {"start-date": "2026-12-14"}),
        (change_en("The end date is now 30 June."), {"end-date": "2027-06-30"}),
    ],
)
def test_changed_dates_are_the_new_ones(text: str, told: dict[str, str]) -> None:
    assert times_of(text) == told


@pytest.mark.parametrize(
    "line",
    [
        "期間：",
        "期間：未定",
        "業務内容：4月リリース予定の新機能の開発",
        "業務内容：2019年から続くプロジェクトです",
        "備考：12月5日までにご返信ください。",
        "備考：面談は12月3日を予定しております。",
        "備考：エンドは1998年4月設立の企業です。",
        "備考：12月29日〜1月4日は年末年始休業です。",
        "必須：Javaの経験3年以上",
        "必須：6ヶ月以上の運用経験",
        "備考：最初の2週間は研修があります。",
        "備考：提案は11月30日で締め切ります。",
        "備考：11月20日にお送りした案件の再送です。",
        "備考：交通費は1ヶ月単位で支給します。",
        "面談：12月2日〜12月4日で調整",
        "支払サイト：30日",
        "備考：単価は4月に見直します。",
        "備考：結果は1週間以内にご連絡します。",
        "備考：1日8時間の勤務です。",
        "備考：3ヶ月ごとに面談を行います。",
        "備考：導入から5年が経過したシステムです。",
        "必須：直近3ヶ月以内に稼働できること以外は不問",
        "備考：初回の支払いは2月末です。",
        "備考：本案件は11月20日より募集しております。",
        "備考：担当の石田は12月1日から産休に入ります。",
    ],
)
def test_other_japanese_dates_are_not_the_seats(line: str) -> None:
    assert times_of(form_ja(line, instead_of="period")) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Start: TBC",
        "About the role: a release is planned for April",
        "Note: please reply by 5 December.",
        "Note: the interviews are on 3 and 4 December.",
        "Note: the client was founded in May 1998.",
        "Must have: 6 months of support experience",
        "Must have: Java, 3 years",
        "Note: four weeks' notice on either side.",
        "Note: the first two weeks are training.",
        "Note: the last contractor left in October.",
        "Note: net 30 days.",
        "Note: results within a week.",
        "Note: the rate is reviewed in April.",
        "Note: interviews start on Monday.",
        "Note: the product launched in 2019.",
        "Note: a probation of 2 weeks applies.",
        "Note: I have worked with them since March.",
        "Note: the first invoice is due on 31 January.",
        "Note: the office is closed from 24 December.",
        "Note: I am on leave from 24 December to 4 January.",
    ],
)
def test_other_english_dates_are_not_the_seats(line: str) -> None:
    assert times_of(form_en(line, instead_of="period")) == {}


@pytest.mark.parametrize(
    "text",
    [
        change_ja("開始は12月1日のままでしょうか？"),
        change_ja("期間に変更はありません。"),
        change_ja("面談は12月2日(水) 15時からでお願いします。"),
        change_en("Is the start still 1 December?"),
        change_en("The dates stay as they are."),
        change_en("The interview is on 2 December at 3pm."),
        change_en("I will let you know by 4 December."),
        change_en("The candidate is available from January."),
        change_ja("候補者の方は1月から稼働可能とのことです。"),
        change_ja("12月4日までに結果をお知らせします。"),
    ],
)
def test_no_date_moves_by_questions_appointments_and_candidates(text: str) -> None:
    assert times_of(text) == {}


@pytest.mark.parametrize(
    ("text", "key", "why"),
    [
        (change_ja("開始は1月になるかもしれません。"), "start-date", "hedged"),
        (change_ja("開始時期は2月で調整中です。"), "start-date", "hedged"),
        (change_en("The start might move to 11 January."), "start-date", "hedged"),
        (change_en("If the audit is late, the start moves to 1 February."), "start-date", "conditional"),
    ],
)
def test_a_date_not_yet_fixed_is_a_hint(text: str, key: str, why: str) -> None:
    assert times_of(text) == {}
    assert ("period", key, why) in hinted(read(text), "period")


def test_a_month_without_a_year_is_the_next_one_after_the_mail() -> None:
    text = form_ja("期間：12月〜", instead_of="period")
    assert values(read(text, date=DAY + timedelta(days=60)), "period")["start-date"][3] == "2027-12"


@pytest.mark.parametrize(
    ("text", "step", "unit"),
    [
        (change_ja("開始が1ヶ月後ろ倒しになりました。"), 1, "month"),
        (change_en("The start slips by two weeks."), 2, "week"),
    ],
)
def test_a_step_of_the_start_is_relative(text: str, step: float, unit: str) -> None:
    (item,) = (item for item in requirements(read(text)) if item.category == "period")
    assert (item.key, item.relative, item.max, item.unit) == ("start-date", True, step, unit)


@pytest.mark.parametrize(
    ("rate", "start"),
    [("£450/day", "2027-01-04"), ("GBP 450 per day", "2027-01-04"), ("$65/hr", "2027-04-01")],
)
def test_the_currency_tells_whether_the_day_comes_first(rate: str, start: str) -> None:
    assert times_of(form_en(f"Start date: 04/01/2027\nRate: {rate}", instead_of="period")) == {"start-date": start}


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        ("We need a scaffolder for our Hull job from Monday 14th, 6 weeks, £210 a day.", "start-date", "2026-12-14"),
        ("We need a scaffolder for our Hull job from Monday 14th, 6 weeks, £210 a day.", "duration", (6, 6, "week")),
        ("We need 4 pickers, starting Wednesday 4/15 and running roughly 7 weeks, 45 hrs/wk.", "start-date", "2027-04-15"),
        ("We need 4 pickers, starting Wednesday 4/15 and running roughly 7 weeks, 45 hrs/wk.", "duration", (7, 7, "week")),
        (change_en("The plan has slipped, it's 9 April now."), "start-date", "2027-04-09"),
        (change_en("The new person can begin immediately."), "start-date", "immediate"),
    ],
)
def test_times_told_in_passing(text: str, key: str, told: str | tuple[float, float, str]) -> None:
    value = values(read(text), "period")[key]
    assert (value[3] if isinstance(told, str) else value[:3]) == told


@pytest.mark.parametrize(
    "text",
    [
        change_en("They can't get anyone who is free in June."),
        change_en("We need your feedback immediately."),
        change_en("It has been three weeks, and no profiles."),
    ],
)
def test_times_of_something_else_told_in_passing(text: str) -> None:
    assert values(read(text), "period") == {}


@pytest.mark.parametrize(("month", "told"), [("May", "2027-05"), ("August", "2027-08"), ("June", "2027-06")])
def test_a_month_or_sooner(month: str, told: str) -> None:
    assert times_of(form_en(f"Start: {month} or sooner", instead_of="period")) == {"start-date": told}


@pytest.mark.parametrize("line", ["Notice period: max 30 days", "Notice period: 15 days or less"])
def test_a_notice_period_is_no_length_of_the_seat(line: str) -> None:
    assert "duration" not in values(read(form_en(line)), "period")


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Show dates: 9 - 14 March 2027", "2027-03-09", "2027-03-14"),
        ("Dates: March 9-14", "2027-03-09", "2027-03-14"),
        ("Two fitters are wanted from the 3rd to the 7th of March.", "2027-03-03", "2027-03-07"),
        ("Temp cover from 1st to 24th December", "2026-12-01", "2026-12-24"),
        ("From Sun 06/12/2026\nTo Thu 24/12/2026", "2026-12-06", "2026-12-24"),
        ("Start: 05.01.2027 to 31.03.2027, €28 per hour", "2027-01-05", "2027-03-31"),
        ("Starting from tomorrow til xmas.", "2026-11-25", "2026-12"),
        ("From Monday till Christmas Eve.", "2026-11-30", "2026-12-24"),
        ("The contract runs until the twenty-second of February.", None, "2027-02-22"),
        ("Start after Easter", "2027-03", None),
        ("Start after the Christmas break", "2027-01", None),
        ("Start week of the eighteenth of January.", "2027-01-18", None),
        ("He can't start before the 16th.", "2026-12-16", None),
        ("Start: Q1 2027", "2027-01", None),
        ("Start 5.1.27", "2027-01-05", None),
        ("15-Jan-27 start", "2027-01-15", None),
        ("We need two bricklayers for Monday 7.30.", "2026-11-30", None),
        ("Tomorrow 6am start, two labourers.", "2026-11-25", None),
        ("Start now, ongoing work.", "immediate", None),
        ("Mobilization: immediate", "immediate", None),
    ],
)
def test_days_are_read_as_people_tell_them(line: str, start: str | None, end: str | None) -> None:
    found = values(read(form_en(line, instead_of="period")), "period")
    assert tuple(found[key][3] if key in found else None for key in ("start-date", "end-date")) == (start, end)


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Start: 03/02/2027, £18 an hour. Shift ends 24/12/2026.", "2027-02-03"),
        ("Start: 03/02/2027, 12 weeks, A$60 an hour", "2027-02-03"),
        ("Start: 03/02/2027, $60/hr on W2", "2027-03-02"),
        ("Start: 03/02/2027, then again on 12/24/2027", "2027-03-02"),
    ],
)
def test_the_order_of_day_and_month_is_decided_once_for_the_mail(line: str, start: str) -> None:
    assert values(read(form_en(line, instead_of="period")), "period")["start-date"][3] == start


@pytest.mark.parametrize(
    "line",
    [
        "Applications close on 13 December at noon.",
        "The lorry is stuck in port until the 9th.",
        "She would like to speak to him on Monday November 30.",
        "Timesheets close on Monday, get your hours in.",
        "Prices are valid until 31 December.",
        "I am off from Thursday until 7 December, Jo covers for me.",
        "Our party is on 18 December.",
    ],
)
def test_days_of_other_things_are_no_dates_of_the_seat(line: str) -> None:
    assert not values(read(change_en(line)), "period")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (change_en("Please raise quilting machines from 6 to 7 years."), set()),
        (change_ja("時期が早まったため、刺繍機は最低でも8年は必要とのことでした。"), set()),
        (change_ja("期間は最低でも1年は必要です。"), {"duration"}),
        (change_en("The test rig is late, so the start is pushed back by two weeks, to 21 December."), {"start-date"}),
    ],
)
def test_years_of_a_thing_are_no_length_and_a_start_that_is_pushed_back_is_no_end(text: str, found: set[str]) -> None:
    assert set(values(read(text), "period")) == found
