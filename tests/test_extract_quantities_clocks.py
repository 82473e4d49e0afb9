"""Working hours by the clock, in 24 hours, and what only looks like them."""

import pytest

from extract.quantities.clocks import find_time_zones, find_working_hours
from tests.quantities_reading import told


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("9:00~18:00", "9:00~18:00", "9:00-18:00"),
        ("9:00-18:00", "9:00-18:00", "9:00-18:00"),
        ("09:00 - 18:00", "09:00 - 18:00", "9:00-18:00"),
        ("8:45~17:30", "8:45~17:30", "8:45-17:30"),
        ("9時~18時", "9時~18時", "9:00-18:00"),
        ("9時から18時まで", "9時から18時", "9:00-18:00"),
        ("9時より17時半", "9時より17時半", "9:00-17:30"),
        ("8時30分~17時15分", "8時30分~17時15分", "8:30-17:15"),
        ("9-17時半", "9-17時半", "9:00-17:30"),
        ("8時半-18時", "8時半-18時", "8:30-18:00"),
        ("10時~19時(休憩60分)", "10時~19時", "10:00-19:00"),
        ("午前9時~午後6時", "午前9時~午後6時", "9:00-18:00"),
        ("朝8時~夕方5時", "朝8時~夕方5時", "8:00-17:00"),
        ("22:00~翌7:00", "22:00~翌7:00", "22:00-7:00"),
        ("22時~翌朝6時", "22時~翌朝6時", "22:00-6:00"),
        ("21:00~29:00", "21:00~29:00", "21:00-5:00"),
        ("20:00-5:00", "20:00-5:00", "20:00-5:00"),
        ("16:00-0:00", "16:00-0:00", "16:00-0:00"),
        ("15:00-24:00", "15:00-24:00", "15:00-24:00"),
        ("9 am - 5 pm", "9 am - 5 pm", "9:00-17:00"),
        ("9am-5pm", "9am-5pm", "9:00-17:00"),
        ("7:00 am - 3:30 pm", "7:00 am - 3:30 pm", "7:00-15:30"),
        ("7:00 a.m. to 3:30 p.m.", "7:00 a.m. to 3:30 p.m.", "7:00-15:30"),
        ("9 to 5pm", "9 to 5pm", "9:00-17:00"),
        ("1 to 9pm", "1 to 9pm", "13:00-21:00"),
        ("12 am - 8 am", "12 am - 8 am", "0:00-8:00"),
        ("8am to noon", None, None),
        ("10pm to 6am", "10pm to 6am", "22:00-6:00"),
        ("from 8:30am until 4:30pm", "8:30am until 4:30pm", "8:30-16:30"),
        ("between 9am and 6pm", "9am and 6pm", "9:00-18:00"),
        ("9:00-5:30", "9:00-5:30", "9:00-17:30"),
        ("hours are 8 to 6", "8 to 6", "8:00-18:00"),
        ("working hours 9-6", "9-6", "9:00-18:00"),
        ("8-4 mon-fri", "8-4", "8:00-16:00"),
        ("8-4, mon-fri", "8-4", "8:00-16:00"),
        ("9-5 est", "9-5", "9:00-17:00"),
        ("定時9-18", "9-18", "9:00-18:00"),
        ("勤務時間:9:00~17:45", "9:00~17:45", "9:00-17:45"),
        ("シフト 8~17", "8~17", "8:00-17:00"),
        ("9時始業、18時終業", "9時始業、18時", "9:00-18:00"),
        ("9時始業18時終業", "9時始業18時", "9:00-18:00"),
        ("始業9:00 終業18:00", "9:00 終業18:00", "9:00-18:00"),
        ("monday to friday, 9-5", "9-5", "9:00-17:00"),
        ("working hours 0900-1730", "0900-1730", "9:00-17:30"),
    ],
)
def test_clock_times_in_24_hours(text: str, words: str | None, value: str | None) -> None:
    assert told(text, find_working_hours(text)) == ([] if words is None else [(words, value)])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8:00-16:00 / 16:00-0:00", "8:00-16:00 / 16:00-0:00"),
        ("8:00-17:00と20:00-5:00の2交替", "8:00-17:00 / 20:00-5:00"),
        ("8:00-17:00 と 20:00-5:00", "8:00-17:00 / 20:00-5:00"),
        ("8:00-16:00、16:00-24:00、0:00-8:00", "8:00-16:00 / 16:00-24:00 / 0:00-8:00"),
        ("早番7:00-16:00 遅番12:00-21:00", "7:00-16:00 / 12:00-21:00"),
        ("日勤 8:00~17:00、夜勤 20:00~5:00", "8:00-17:00 / 20:00-5:00"),
        ("シフト制(8:00~17:00/13:00~22:00)", "8:00-17:00 / 13:00-22:00"),
        ("7am-3pm or 3pm-11pm", "7:00-15:00 / 15:00-23:00"),
        ("9:00-18:00または10:00-19:00", "9:00-18:00 / 10:00-19:00"),
    ],
)
def test_shifts_side_by_side_are_one_value(text: str, value: str) -> None:
    assert [item.text for item in find_working_hours(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("9-5", "9:00-17:00"), ("9-18", "9:00-18:00"), ("8 to 6", "8:00-18:00"), ("9.30-18.00", "9:30-18:00"), ("8:30-17", "8:30-17:00")],
)
def test_bare_hours_count_under_their_label(text: str, value: str) -> None:
    assert [item.text for item in find_working_hours(text, bare=True)] == [value]
    assert find_working_hours(text) == []


def test_a_break_is_no_work() -> None:
    assert [item.text for item in find_working_hours("9:00~18:00(休憩12:00~13:00)")] == ["9:00-18:00"]
    assert find_working_hours("昼休み 12:00~13:00") == []
    assert find_working_hours("lunch break 12:00-13:00") == []


def test_core_time_is_noted() -> None:
    """The core of flexible hours is not the working day."""
    found = find_working_hours("9:00-18:00 コアタイム10:00~15:00")
    assert [(item.text, item.note) for item in found] == [("9:00-18:00", None), ("10:00-15:00", "core")]
    assert [item.note for item in find_working_hours("core hours 10am-3pm")] == ["core"]


def test_a_lost_wave_dash_has_less_confidence() -> None:
    (item,) = find_working_hours("8:50?17:10")
    assert (item.text, item.confidence < 1) == ("8:50-17:10", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9:00",
        "朝9時に集合",
        "tel 03-1234-5678",
        "03-1234",
        "140-0002",
        "140-180h",
        "精算:140-180",
        "60-65万",
        "$60-65/hr",
        "3-5 years",
        "2-3名",
        "1~2回",
        "3/2-3/27",
        "10/1~12/31",
        "10-12月",
        "1日~31日",
        "8-10時間",
        "8 to 10 hours",
        "6-8 weeks",
        "2026-10-01",
        "11/25(水) 14:00-15:00",
        "11月25日(水) 14:00~15:00",
        "java 8-11",
        "2-3 interviews",
        "version 8.0-9.0",
        "25:00-26:00 99:99",
        "9:75-18:00",
        "5 to 10 people",
        "from 9 to 12 tickets",
        "192.168.10-20",
        "10-20%",
        "9-5",
        "9:00~9:00",
        "between 20 and 30",
        "16:9-4:3:2",
        "0900-1730",
        "2026-2027",
        "1500-1800円",
        "1-2",
    ],
)
def test_dates_prices_and_lengths_are_no_hours(text: str) -> None:
    assert find_working_hours(text) == []


@pytest.mark.parametrize("text", ["3-5 years", "2-3名", "140-180", "1~2回", "3/2-3/27", "60-65万", "2-3 days a week", "8-10 hours"])
def test_even_under_a_label_other_units_are_no_hours(text: str) -> None:
    assert find_working_hours(text, bare=True) == []


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("est hours", "EST"),
        ("must work pst hours", "PST"),
        ("gmt business hours", "GMT"),
        ("eastern time", "Eastern"),
        ("cet working hours", "CET"),
        ("jst time zone", "JST"),
    ],
)
def test_hours_told_by_their_zone(text: str, zone: str) -> None:
    assert [(item.text, item.key) for item in find_time_zones(text)] == [(zone, "working-hours")]


def test_a_lone_zone_counts_under_its_label() -> None:
    assert [item.text for item in find_time_zones("est", bare=True)] == ["EST"]
    assert find_time_zones("est") == []
    assert find_time_zones("eastern", bare=True) == []


@pytest.mark.parametrize(
    "text", ["", "best time", "test hours", "pct hours", "the est. budget", "central team", "and cetera", "mt fuji", "etc time"]
)
def test_no_zone_in_other_words(text: str) -> None:
    assert find_time_zones(text) == []
