"""Working hours and days, overtime, nights, weekends, being on call; and the other times of a mail."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, needs, read, values


def hours_of(text: str) -> str | None:
    found = values(read(text), "schedule")
    return found["working-hours"][3] if "working-hours" in found else None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (form_ja("勤務時間：9:00〜18:00"), "9:00-18:00"),
        (form_ja("定時：9時〜17時半"), "9:00-17:30"),
        (form_ja("定　時：９：００～１８：００"), "9:00-18:00"),
        (form_ja("就業時間：8:30-17:15（休憩60分）"), "8:30-17:15"),
        (form_ja("【勤務時間】\n10:00〜19:00"), "10:00-19:00"),
        (form_ja("備考：勤務時間は9:30〜18:30です。"), "9:30-18:30"),
        (form_ja("シフト：8:00〜16:00 / 16:00〜0:00"), "8:00-16:00 / 16:00-0:00"),
        (form_en("Hours: 8:30am to 5pm"), "8:30-17:00"),
        (form_en("Working hours: 9:00 - 17:30, Monday to Friday"), "9:00-17:30"),
        (form_en("Shift: 2pm to 10pm"), "14:00-22:00"),
        (form_en("Hours: EST"), "EST"),
        (form_en("Time zone: CET"), "CET"),
        (form_en("The hours are 9 to 5."), "9:00-17:00"),
        (change_en("Hours are now 7am to 3pm."), "7:00-15:00"),
        (form_ja("勤務時間：9:00～18:00（フレックス）"), "9:00-18:00"),
        (form_ja("就業時間：8時45分〜17時30分"), "8:45-17:30"),
        (form_ja("勤務時間：10:00-19:00 ※休憩1時間"), "10:00-19:00"),
        (form_en("Shift: 7:00 AM - 3:30 PM"), "7:00-15:30"),
        (form_en("Hours: Mon-Fri, 9am-5.30pm"), "9:00-17:30"),
        (form_en("Work hours: 08:00 to 16:30"), "8:00-16:30"),
        (form_en("You work 8 to 4, Monday to Friday."), "8:00-16:00"),
        (change_en("The hours change from 9-5 to 10-6."), "10:00-18:00"),
        (change_ja("定時：9:00-18:00 → 8:30-17:30"), "8:30-17:30"),
        (change_ja("勤務時間を9:00-18:00から10:00-19:00に変更します。"), "10:00-19:00"),
    ],
)
def test_working_hours_by_the_clock(text: str, hours: str) -> None:
    assert hours_of(text) == hours


@pytest.mark.parametrize(("text", "hours"), [(form_en("Hours: 37.5 hours a week"), 37.5), (form_en("Hours: 40 hrs/week"), 40)])
def test_a_weekly_total(text: str, hours: float) -> None:
    assert values(read(text), "schedule")["working-hours"][:3] == (hours, hours, "hour_per_week")


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (form_ja("残業：月20h程度"), "overtime", (20, 20, "hour_per_month")),
        (form_ja("残業：月20時間以内"), "overtime", (None, 20, "hour_per_month")),
        (form_ja("残業：10〜20時間/月"), "overtime", (10, 20, "hour_per_month")),
        (form_ja("備考：残業は月15時間ほどあります。"), "overtime", (15, 15, "hour_per_month")),
        (form_ja("稼働日数：週4日"), "working-days", (4, 4, "day_per_week")),
        (form_ja("備考：週3日からの稼働も可能です。"), "working-days", (3, None, "day_per_week")),
        (form_en("Days: 3 days a week"), "working-days", (3, 3, "day_per_week")),
        (form_en("The role is four days a week."), "working-days", (4, 4, "day_per_week")),
        (form_ja("備考：夜勤あり"), "night-shift", (None, None, None)),
        (form_ja("シフト：夜勤あり（月4回）"), "night-shift", (None, None, None)),
        (form_en("Note: night shifts are part of the job."), "night-shift", (None, None, None)),
        (form_ja("備考：土日出勤あり"), "weekend-work", (None, None, None)),
        (form_en("Weekend work is required."), "weekend-work", (None, None, None)),
        (form_ja("備考：オンコール対応あり"), "on-call", (None, None, None)),
        (form_en("On call one week in four."), "on-call", (None, None, None)),
        (form_ja("勤務体系：シフト制"), "shift", (None, None, None)),
        (form_en("Schedule: rotating shifts"), "shift", (None, None, None)),
        (change_ja("夜勤対応が追加となりました。"), "night-shift", (None, None, None)),
        (change_en("They now also need on-call cover every fourth week."), "on-call", (None, None, None)),
        (form_ja("残業：少なめ（月10時間程度）"), "overtime", (10, 10, "hour_per_month")),
        (form_ja("備考：シフト勤務（夜勤含む）が可能な方"), "night-shift", (None, None, None)),
        (form_ja("備考：週5日稼働できる方"), "working-days", (5, 5, "day_per_week")),
        (form_ja("備考：休日対応が発生する場合があります。"), "weekend-work", (None, None, None)),
        (form_en("Overtime: up to 10 hours a month"), "overtime", (None, 10, "hour_per_month")),
        (form_en("You will be on call every third week."), "on-call", (None, None, None)),
        (form_en("Part time, three days per week."), "working-days", (3, 3, "day_per_week")),
        (change_ja("残業が月20hから月40hに増えます。"), "overtime", (40, 40, "hour_per_month")),
        (form_en("Nights are required twice a month."), "night-shift", (None, None, None)),
        (form_en("The crew works 4 on 4 off."), "shift", (None, None, None)),
        (form_en("You work rotating earlies and lates."), "shift", (None, None, None)),
        (form_en("3x12 nights, scrubs provided."), "night-shift", (None, None, None)),
        (change_en("It is nights now."), "night-shift", (None, None, None)),
    ],
)
def test_days_overtime_nights_and_calls(text: str, key: str, value: tuple[float | None, float | None, str | None]) -> None:
    assert values(read(text), "schedule")[key][:3] == value


@pytest.mark.parametrize(
    "text",
    [
        form_ja("勤務時間："),
        form_ja("面談：12/2 10:00〜11:00"),
        form_ja("備考：お電話は10:00〜17:00にお願いします。"),
        form_ja("備考：面談は13:00-14:00を予定しております。"),
        form_ja("備考：週次の打ち合わせは10:00〜11:00です。"),
        form_ja("業務内容：24時間365日の監視センターの運用設計"),
        form_ja("業務内容：夜間バッチの改修"),
        form_ja("業務内容：シフト管理システムの開発"),
        form_ja("業務内容：勤務時間の集計機能の改修"),
        form_ja("備考：精算は140-180時間です。"),
        form_ja("備考：週1回の会議があります。"),
        form_ja("備考：リモートは週3日です。"),
        form_ja("備考：夜勤はありません。"),
        form_ja("備考：前任の方は残業が月60時間でした。"),
        form_en("Interview: 2 December, 10:00 - 11:00"),
        form_en("Note: call me between 9am and 5pm."),
        form_en("Note: the meeting is 10:00-11:00."),
        form_en("Responsibilities: build a shift planning tool"),
        form_en("Responsibilities: nightly batch jobs"),
        form_en("Note: no nights, ever."),
        form_en("Note: hybrid, 3 days a week in the office."),
        form_en("Start: within 24 hours"),
        change_ja("12/2(水) 15:00〜16:00で面談をお願いします。"),
        change_ja("勤務時間は9:00-18:00でしょうか？"),
        change_ja("勤務時間に変更はありません。"),
        change_ja("本日は19時まで社内におります。"),
        change_en("Could we speak between 3pm and 4pm?"),
        change_en("Are the hours still 9 to 5?"),
        change_en("The hours stay the same."),
        change_en("I am in the office 9 to 5 this week."),
        form_ja("備考：メールの返信は18:00までにお願いします。"),
        form_ja("業務内容：24時間365日の監視システムの構築"),
        form_ja("備考：説明会は12/1 13:00-14:00です。"),
        form_ja("業務内容：残業時間の集計ツールの改修"),
        form_en("Note: a stand-up at 9:30 every day."),
        form_en("Must have: shift left testing"),
        form_en("Responsibilities: overtime reports"),
        form_en("Note: I can talk between 10 and 12."),
        change_ja("12/3の15:00〜16:00はいかがでしょうか。"),
        change_ja("本日17時以降であればお電話可能です。"),
        change_en("The meeting was from 9 to 10."),
        form_ja("備考：弊社の営業時間は9:00〜18:00です。"),
        form_ja("備考：システムは8:00-22:00に稼働しています。"),
        form_en("Note: the helpdesk is open from 8am to 8pm."),
        change_en("I am free from 2pm to 4pm."),
    ],
)
def test_other_times_are_no_working_hours(text: str) -> None:
    assert values(read(text), "schedule") == {}


@pytest.mark.parametrize(
    ("text", "key", "why"),
    [
        (change_ja("夜勤が入るかもしれません。"), "night-shift", "hedged"),
        (change_ja("残業は月30時間になる可能性があります。"), "overtime", "hedged"),
        (change_en("They might ask for weekend work."), "weekend-work", "hedged"),
    ],
)
def test_times_not_yet_decided_are_a_hint(text: str, key: str, why: str) -> None:
    reading = read(text)
    assert values(reading, "schedule") == {}
    assert ("schedule", key, why) in hinted(reading, "schedule")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (change_ja("土日出勤はなくなりました。"), "weekend-work"),
        (change_ja("オンコール対応は不要となりました。"), "on-call"),
        (change_ja("残業はなしになりました。"), "overtime"),
        (change_en("Night shifts are no longer required."), "night-shift"),
        (change_en("Weekend work has been dropped."), "weekend-work"),
        (change_en("On-call cover is not needed any more."), "on-call"),
        (change_ja("夜勤は不要になりました。"), "night-shift"),
    ],
)
def test_times_can_be_dropped(text: str, key: str) -> None:
    assert needs(read(text), "schedule") == {key: "not_required"}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (form_en("We're after a clerk, 9.30-5.30 in the yard."), "9:30-17:30"),
        (change_en("8-4 not 8-5."), "8:00-16:00"),
        (change_en("7.30-4 instead of 8-4.30"), "7:30-16:00"),
        (change_en("They asked for phase 9-5."), None),
        (change_en("The version is 9.5-4.2 now."), None),
    ],
)
def test_hours_of_the_clock_without_a_word_beside_them(text: str, hours: str | None) -> None:
    assert hours_of(text) == hours


def test_hours_spread_over_days_tell_both() -> None:
    found = values(read(form_en("40 hours over 4 days, nights.")), "schedule")
    assert found["working-hours"][:3] == (40, 40, "hour_per_week")
    assert found["working-days"][:3] == (4, 4, "day_per_week")
    assert "night-shift" in found


@pytest.mark.parametrize(
    "text",
    [
        change_en("Nights have gone, it is day shifts from now on."),
        change_en("No nights any more."),
        change_en("Days not nights now."),
        change_en("They're moving it from nights to days."),
    ],
)
def test_nights_can_go(text: str) -> None:
    assert needs(read(text), "schedule")["night-shift"] == "not_required"


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("Duty 10 hours", "working-hours", (10, 10, "hour_per_day", None)),
        ("10 hrs/day x 6 days", "working-days", (6, 6, "day_per_week", None)),
        ("You work five days out of seven.", "working-days", (5, 5, "day_per_week", None)),
        ("Guaranteed hours: 36/week", "working-hours", (36, 36, "hour_per_week", None)),
        ("Hours per week: 37.50", "working-hours", (37.5, 37.5, "hour_per_week", None)),
        ("Split shifts", "split-shift", (None, None, None, None)),
        ("Every other weekend", "weekend-work", (None, None, None, None)),
    ],
)
def test_patterns_of_other_trades_are_read(line: str, key: str, value: tuple[float | None, float | None, str | None, str | None]) -> None:
    assert values(read(form_en(line)), "schedule")[key] == value


def test_nights_on_a_time_sheet_are_no_shift() -> None:
    assert not values(read(change_en("Put the nights on your time sheet under the day they started.")), "schedule")
