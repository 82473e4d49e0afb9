"""Values that move from one to another: only the new one is read."""

import pytest

from tests.reading import Value, change_en, change_ja, read, values


@pytest.mark.parametrize(
    ("text", "category", "value"),
    [
        (change_ja("フルリモートから週2日出社になりました。"), "remote", (3, 3, "day_per_week", "partial")),
        (change_ja("週5出社から週2日リモート可に緩和されました。"), "remote", (2, 2, "day_per_week", "partial")),
        (change_ja("リモートは週2日から週3日に増えます。"), "remote", (3, 3, "day_per_week", "partial")),
        (change_ja("リモート不可からリモート可に変更です。"), "remote", (None, None, None, "partial")),
        (change_en("It goes from fully remote to two days a week in the office."), "remote", (3, 3, "day_per_week", "partial")),
        (change_en("The role is now hybrid instead of fully remote."), "remote", (None, None, None, "partial")),
        (change_ja("品川から田町へ移転します。"), "location", (None, None, None, "田町")),
        (change_ja("勤務地：品川ではなく田町"), "location", (None, None, None, "田町")),
        (change_en("Location: York, not Leeds"), "location", (None, None, None, "York")),
        (change_en("The location is now York instead of Leeds."), "location", (None, None, None, "York")),
        (change_ja("9:00-18:00ではなく10:00-19:00です。"), "schedule", (None, None, None, "10:00-19:00")),
        (change_en("Hours: 9:00-17:30 -> 8:00-16:30"), "schedule", (None, None, None, "8:00-16:30")),
        (change_ja("支払サイトを30日から60日に変更いたします。"), "payment", (60, 60, "day", None)),
        (change_ja("商流が貴社までから1社先までに広がりました。"), "tier", (None, 1, "tier", None)),
        (change_ja("単価が60万円から65万円に上がりました。"), "rate", (650000, 650000, "jpy_per_month", None)),
        (change_en("Interviews go from two to one."), "interview", (1, 1, "count", None)),
    ],
)
def test_the_new_value_is_read(text: str, category: str, value: Value) -> None:
    assert list(values(read(text), category).values()) == [value]
