"""The monthly band of hours that the price covers, and the other hours of a mail."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, quotes, read, values

UNIT = "hour_per_month"


def band_of(text: str) -> tuple[float | None, float | None, str | None] | None:
    found = values(read(text), "settlement")
    return found["settlement-hours"][:3] if found else None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (form_ja("精算：140-180h"), 140, 180),
        (form_ja("精算：140〜180時間"), 140, 180),
        (form_ja("精　算：140H～180H"), 140, 180),
        (form_ja("精算幅：140h-180h"), 140, 180),
        (form_ja("精算幅 140-180"), 140, 180),
        (form_ja("精算条件：１４０−１８０ｈ"), 140, 180),
        (form_ja("清算：150-190h"), 150, 190),
        (form_ja("精算：160h±20h"), 140, 180),
        (form_ja("精算：140h〜180h（上下割）"), 140, 180),
        (form_ja("【精算】\n140-180h"), 140, 180),
        (form_ja("■精算・・・・140-180h"), 140, 180),
        (form_ja("単価：65万円（精算140-180h）"), 140, 180),
        (form_ja("単価：65万円（140-180h）"), 140, 180),
        (form_ja("備考：精算は140-180時間です。"), 140, 180),
        (change_ja("精算幅を150-190hに変更いたします。"), 150, 190),
        (change_ja("精算：140-180h → 150-180h"), 150, 180),
        (change_ja("精算幅は140-180hではなく140-200hでした。"), 140, 200),
        (form_ja("精算：140h〜200h"), 140, 200),
        (form_ja("精算：150～180時間（30分単位）"), 150, 180),
        (form_ja("基準時間：140-180"), 140, 180),
        (form_ja("精算幅：160±20h"), 140, 180),
        (form_ja("精算：140h以上180h以下"), 140, 180),
    ],
)
def test_a_band_is_read_in_hours_a_month(text: str, low: float, high: float) -> None:
    assert band_of(text) == (low, high, UNIT)


def test_a_band_is_quoted_with_its_figures() -> None:
    assert "140-180h" in quotes(read(form_ja("精算：140-180h（中間割）")), "settlement")["settlement-hours"]


def test_fixed_settlement_is_words() -> None:
    (value,) = values(read(form_ja("精算：固定")), "settlement").values()
    assert value[:2] == (None, None)
    assert value[3]


@pytest.mark.parametrize(
    "text",
    [
        form_ja("精算："),
        form_ja("精算：確認中"),
        form_ja("精算：別途ご相談"),
        form_ja("勤務時間：9:00-18:00"),
        form_ja("備考：お電話は03-140-180までお願いします。"),
        form_ja("残業：月20h程度"),
        form_ja("業務内容：精算システム（経費140-180項目）の改修"),
        form_ja("備考：実績として月180hは超えていません。"),
        form_ja("住所：〒140-0180 東京都"),
        form_ja("単価：60-65万円"),
        form_ja("年齢：30〜45歳"),
        form_en("Hours: 9:00 - 17:30"),
        form_en("Hours: 40 hours a week"),
        form_en("Note: call me between 140 and 180 High Street."),
        change_ja("精算幅は140-180hでよろしいでしょうか？"),
        change_ja("精算条件に変更はありません。"),
        change_ja("11月の稼働実績は172時間でした。"),
        change_ja("交通費の精算は月末締めでお願いします。"),
        change_en("Your timesheet shows 140-180 lines."),
        form_ja("備考：140名から180名が利用するシステムです。"),
        form_ja("残業：10-20h"),
        form_ja("備考：電話番号は0140-180-180です。"),
        form_ja("業務内容：精算業務の自動化"),
        form_ja("備考：稼働実績は140h程度です。"),
        form_en("Note: 140-180 users."),
        change_ja("交通費は別途精算いたします。"),
    ],
)
def test_other_hours_and_figures_are_no_band(text: str) -> None:
    assert band_of(text) is None


def test_a_band_under_discussion_is_a_hint() -> None:
    reading = read(change_ja("精算幅は150-190hになるかもしれません。"))
    assert values(reading, "settlement") == {}
    assert hinted(reading) == {("settlement", "settlement-hours", "hedged")}
