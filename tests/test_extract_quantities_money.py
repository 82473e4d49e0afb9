"""Prices: the amount in whole units, the bound, and currency and period as far as the words tell them."""

import pytest

from extract.quantities.money import find_money, find_open_rates, usual_period, with_defaults
from extract.quantities.records import Money
from tests.quantities_reading import bounds, current, seen, told

MONTH, HOUR = "jpy_per_month", "jpy_per_hour"


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("単価:65万", "65万", 650_000, 650_000),
        ("単価 65万円", "65万円", 650_000, 650_000),
        ("単価:60~65万", "60~65万", 600_000, 650_000),
        ("単価:60~65万(円)", "60~65万", 600_000, 650_000),
        ("単価:60万~65万円", "60万~65万円", 600_000, 650_000),
        ("単価:60万~65", "60万~65", 600_000, 650_000),
        ("単価:60-65万円", "60-65万円", 600_000, 650_000),
        ("57.5万円", "57.5万円", 575_000, 575_000),
        ("850,000円", "850,000円", 850_000, 850_000),
        ("¥850,000", "¥850,000", 850_000, 850_000),
        ("58万円から63万円", "58万円から63万円", 580_000, 630_000),
        ("1万2千円", "1万2千円", 12_000, 12_000),
        ("1万2000円", "1万2000円", 12_000, 12_000),
        ("七万円", "七万円", 70_000, 70_000),
        ("9,000~1万円", "9,000~1万円", 9_000, 10_000),
        ("120万円", "120万円", 1_200_000, 1_200_000),
        ("予算は62万です", "62万", 620_000, 620_000),
        ("単価も見直して64万に", "64万", 640_000, 640_000),
    ],
)
def test_yen_is_counted_in_yen(text: str, words: str, low: float, high: float) -> None:
    """万 and 千 are multiplied out; the ends of a range lend each other their 万."""
    assert seen(text, find_money(text)) == [(words, low, high, None)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("~75万円", "~75万円", None, 750_000),
        ("単価:~75万", "~75万", None, 750_000),
        ("max65万", "max65万", None, 650_000),
        ("max 65万円", "max 65万円", None, 650_000),
        ("65万円(max)", "65万円(max)", None, 650_000),
        ("65万max", "65万max", None, 650_000),
        ("上限70万", "上限70万", None, 700_000),
        ("上限は70万円", "上限は70万円", None, 700_000),
        ("上限を62万円に引き下げ", "上限を62万円", None, 620_000),
        ("65万まで", "65万まで", None, 650_000),
        ("65万円迄", "65万円迄", None, 650_000),
        ("65万以内", "65万以内", None, 650_000),
        ("65万円以下", "65万円以下", None, 650_000),
        ("65万円が上限", "65万円が上限", None, 650_000),
        ("80万円程度まで", "80万円程度まで", None, 800_000),
        ("最大80万", "最大80万", None, 800_000),
        ("完全スキル見合い(max60~65万)", "max60~65万", None, 650_000),
        ("65万以上", "65万以上", 650_000, None),
        ("65万~", "65万~", 650_000, None),
        ("65万円~(スキル見合い)", "65万円~", 650_000, None),
        ("最低60万", "最低60万", 600_000, None),
        ("60万円から", "60万円から", 600_000, None),
        ("下限55万", "下限55万", 550_000, None),
        ("65万+α", "65万+", 650_000, None),
        ("60万円台後半", "60万円", 600_000, None),
        ("60万以上70万以下", "60万以上70万以下", 600_000, 700_000),
    ],
)
def test_range_words_leave_the_other_end_open(text: str, words: str, low: float | None, high: float | None) -> None:
    """まで, 上限, MAX and a leading wave cap; 以上, から and a trailing wave are a floor."""
    assert seen(text, find_money(text)) == [(words, low, high, None)]


@pytest.mark.parametrize(
    "text", ["72万前後", "72万円程度", "72万くらい", "72万円ぐらい", "約72万円", "72万円ほど", "72万円が目安", "72万+交通費", "72万円弱"]
)
def test_an_estimate_is_exact(text: str) -> None:
    """程度, 前後, 約 and くらい change nothing about the number."""
    assert bounds(find_money(text)) == [(720_000, 720_000)]


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("月額70万", MONTH, 700_000, 700_000),
        ("月額:70万円", MONTH, 700_000, 700_000),
        ("月70万円まで", MONTH, None, 700_000),
        ("¥850,000/月", MONTH, 850_000, 850_000),
        ("70万円/人月", MONTH, 700_000, 700_000),
        ("70万(税抜)/月", MONTH, 700_000, 700_000),
        ("人月単価72万", MONTH, 720_000, 720_000),
        ("時給1,500円", HOUR, 1_500, 1_500),
        ("時給1400", HOUR, 1_400, 1_400),
        ("時給:1,550円~1,700円", HOUR, 1_550, 1_700),
        ("時給は1,600円からです", HOUR, 1_600, None),
        ("1,500円/h", HOUR, 1_500, 1_500),
        ("1,500円/時間", HOUR, 1_500, 1_500),
        ("時間単価3,800円", HOUR, 3_800, 3_800),
        ("日給12,000円", "jpy_per_day", 12_000, 12_000),
        ("日額2万5千円", "jpy_per_day", 25_000, 25_000),
        ("18,000円/日", "jpy_per_day", 18_000, 18_000),
        ("年収600万", "jpy_per_year", 6_000_000, 6_000_000),
        ("年俸600~720万円", "jpy_per_year", 6_000_000, 7_200_000),
        ("$65/hr", "usd_per_hour", 65, 65),
        ("$65-70/hr", "usd_per_hour", 65, 70),
        ("$65/hr on c2c", "usd_per_hour", 65, 65),
        ("$55.00 - $60.00/hr", "usd_per_hour", 55, 60),
        ("$82 per hour", "usd_per_hour", 82, 82),
        ("$78 an hour", "usd_per_hour", 78, 78),
        ("65万(±2万)", None, 650_000, 650_000),
        ("19.50 an hour", None, 19.5, 19.5),
        ("up to $78 an hour", "usd_per_hour", None, 78),
        ("max $62/hr", "usd_per_hour", None, 62),
        ("$62/hr max", "usd_per_hour", None, 62),
        ("$60+/hr", "usd_per_hour", 60, None),
        ("at least $60/hr", "usd_per_hour", 60, None),
        ("the most we can pay is $66/hr", "usd_per_hour", None, 66),
        ("hourly rate: $44", "usd_per_hour", 44, 44),
        ("usd 72 hourly", "usd_per_hour", 72, 72),
        ("gbp 12.80 p/h", "gbp_per_hour", 12.8, 12.8),
        ("£14.20 ph", "gbp_per_hour", 14.2, 14.2),
        ("£450/day", "gbp_per_day", 450, 450),
        ("£450 per day inside ir35", "gbp_per_day", 450, 450),
        ("£450 a day", "gbp_per_day", 450, 450),
        ("£450 p/d", "gbp_per_day", 450, 450),
        ("day rate up to £475", "gbp_per_day", None, 475),
        ("day rate: £380-£420", "gbp_per_day", 380, 420),
        ("between £380 and £420 per day", "gbp_per_day", 380, 420),
        ("€600 per day", "eur_per_day", 600, 600),
        ("chf 900 per day", "chf_per_day", 900, 900),
        ("₹90,000 per month", "inr_per_month", 90_000, 90_000),
        ("£1,900 per week", "gbp_per_week", 1_900, 1_900),
        ("$120k-$135k base", "usd_per_year", 120_000, 135_000),
        ("$120-135k", "usd_per_year", 120_000, 135_000),
        ("£45k", "gbp_per_year", 45_000, 45_000),
        ("usd 90,000 per annum", "usd_per_year", 90_000, 90_000),
        ("£38,000 p.a.", "gbp_per_year", 38_000, 38_000),
        ("25 lpa", "inr_per_year", 2_500_000, 2_500_000),
        ("18-22 lpa", "inr_per_year", 1_800_000, 2_200_000),
        ("12 lakhs per annum", "inr_per_year", 1_200_000, 1_200_000),
        ("90 dollars an hour", "usd_per_hour", 90, 90),
        ("~$70/hr", "usd_per_hour", 70, 70),
        ("around £500 a day", "gbp_per_day", 500, 500),
    ],
)
def test_unit_is_currency_and_period(text: str, unit: str | None, low: float | None, high: float | None) -> None:
    """The period may stand before the amount, behind it, or in the size of its scale (`$120k` is a salary)."""
    assert [(item.min, item.max, item.unit) for item in find_money(text)] == [(low, high, unit)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("we pay $65-70/hr, w2", "$65-70/hr"),
        ("bill rate £450 per day.", "£450 per day"),
        ("単価 ¥850,000/月(税抜)", "¥850,000/月"),
        ("我々の上限は月額70万円までです", "70万円まで"),
        ("the max we can do is now $62/hr", "max we can do is now $62/hr"),
        ("$120k-$135k base", "$120k-$135k base"),
    ],
)
def test_span_holds_the_value_with_bound_and_unit(text: str, words: str) -> None:
    """The quote is tight around what gives the value."""
    (money,) = find_money(text)
    assert text[money.start : money.end] == words


@pytest.mark.parametrize("text", ["上限:65万", "max: 65万", "上限 : 65万"])
def test_a_labels_bound_counts_and_stays_out_of_the_quote(text: str) -> None:
    """The engine's clause begins behind the colon: a span that reached into the label would be lost."""
    (money,) = find_money(text)
    assert (money.min, money.max, text[money.start : money.end]) == (None, 650_000, "65万")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("時給を1,720円まで上げる", 1_720, 1_720),
        ("day rate goes up to £525", 525, 525),
        ("they moved up to £525", 525, 525),
        ("we can go up to £525", 525, 525),
    ],
)
def test_what_a_price_is_raised_to_is_no_ceiling(text: str, low: float, high: float) -> None:
    """まで上げる and "goes up to" name the new price itself."""
    assert bounds(find_money(text)) == [(low, high)]


def test_a_lost_wave_dash_is_a_range_of_less_confidence() -> None:
    """Bad encoding turns the wave of 60〜65万 into a question mark."""
    (money,) = find_money("60?65万")
    assert (money.min, money.max) == (600_000, 650_000)
    assert money.confidence < 1


@pytest.mark.parametrize(
    ("text", "tax"),
    [
        ("65万(税抜)", "税抜"),
        ("65万円(税込)", "税込"),
        ("65万円/月(税別)", "税別"),
        ("税抜65万", "税抜"),
        ("£450 + vat", "+ vat"),
        ("£450/day plus vat", "plus vat"),
    ],
)
def test_tax_word_is_kept_as_a_note(text: str, tax: str) -> None:
    """Net or gross is told beside the price, not in it."""
    assert [item.note for item in find_money(text)] == [tax]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("+3万まで可", 30_000),
        ("単価+3万", 30_000),
        ("3万アップ", 30_000),
        ("3万増", 30_000),
        ("3万円upでお願いします", 30_000),
        ("5,000円上げます", 5_000),
        ("さらに2万", 20_000),
        ("2万円ほど上乗せ", 20_000),
        ("月額を3万円引き下げ", -30_000),
        ("2万円ダウン", -20_000),
        ("1万円減額", -10_000),
        ("up by $5", 5),
        ("up $5 an hour", 5),
        ("another £25", 25),
        ("an extra $5/hr", 5),
        ("$5 more per hour", 5),
        ("an increase of £25", 25),
        ("reduce the rate by £20", -20),
        ("down by $3", -3),
        ("£15 less a day", -15),
    ],
)
def test_a_step_is_relative_and_signed(text: str, step: float) -> None:
    """What moves the price before is no price of its own."""
    (money,) = find_money(text)
    assert (money.relative, money.min, money.max) == (True, step, step)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60万円から65万円に変更", 650_000),
        ("60万円から65万円へ引き上げ", 650_000),
        ("60万円 → 65万円", 650_000),
        ("60万→65万でお願いします", 650_000),
        ("60万ではなく65万", 650_000),
        ("60から65万に", 650_000),
        ("raise the rate from $60 to $65", 65),
        ("rate goes from $60/hr to $65/hr", 65),
        ("$65 instead of $60", 65),
        ("£430 rather than £450", 430),
        ("it's $65, not $60", 65),
        ("down to £400 from £430", None),
        ("£400 (was £430)", 400),
    ],
)
def test_only_the_new_price_of_a_change_is_current(text: str, value: float | None) -> None:
    """The old one is kept, marked as replaced."""
    if value is not None:
        assert current(find_money(text)) == [(value, value)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("65", 650_000, 650_000),
        ("@50", 500_000, 500_000),
        ("60-65", 600_000, 650_000),
        ("~70", None, 700_000),
        ("65前後", 650_000, 650_000),
        ("単価 65", 650_000, 650_000),
    ],
)
def test_bare_numbers_of_a_japanese_rate_are_ten_thousands(text: str, low: float | None, high: float) -> None:
    """Under 単価, 65 is 65万 a month."""
    assert [(item.min, item.max, item.unit) for item in find_money(text, bare=True, currency="jpy")] == [(low, high, MONTH)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("65", 65, 65),
        ("60-65 w2", 60, 65),
        ("cap of 50", None, 50),
        ("raise it to 13.40", 13.4, 13.4),
        ("58/hr", 58, 58),
        ("62 max", None, 62),
    ],
)
def test_bare_numbers_of_an_english_rate_are_whole(text: str, low: float | None, high: float) -> None:
    """Under Rate, the number stands for itself, and currency is the engine's to add."""
    found = find_money(text, bare=True)
    assert bounds(found) == [(low, high)]
    assert found[0].unit is None


def test_a_bare_wage_is_no_ten_thousands() -> None:
    """1400 under 単価 is a wage by the hour, as its size says."""
    (money,) = find_money("1400", bare=True, currency="jpy")
    assert (money.min, money.unit, usual_period(money)) == (1_400, None, "hour")


@pytest.mark.parametrize("text", ["65万 (140~180)", "$65 on c2c, 2 rounds", "65~70万 面談1 1"])
def test_bare_numbers_beside_a_full_price_are_none(text: str) -> None:
    """The settlement band in the rate's line is no second price."""
    assert len(find_money(text, bare=True, currency="jpy")) == 1


def test_defaults_fill_in_what_the_words_leave_open() -> None:
    """A "day rate" label gives the period, the mail's language the currency."""
    (money,) = find_money("430-450", bare=True, currency="gbp", period="day")
    assert money.unit == "gbp_per_day"
    (plain,) = find_money("£430")
    assert plain.unit is None
    assert with_defaults(plain, currency="usd", period="day").unit == "gbp_per_day"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("65万円", "month"),
        ("1,500円", "hour"),
        ("15,000円", "day"),
        ("500万円", "year"),
        ("$65", "hour"),
        ("£450", "day"),
        ("$6,000", "month"),
        ("£52,000", "year"),
    ],
)
def test_usual_period_follows_the_size(text: str, period: str) -> None:
    """A price without any word of period has one that a reader would guess."""
    assert usual_period(find_money(text)[0]) == period


def test_no_usual_period_for_steps_and_impossible_sizes() -> None:
    """3万アップ is no daily wage."""
    assert usual_period(find_money("3万アップ")[0]) is None
    assert usual_period(find_money("$9,000,000")[0]) is None
    assert usual_period(Money(0, 0)) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("単価:スキル見合い", "スキル見合い"),
        ("完全スキル見合い", "完全スキル見合い"),
        ("スキル見合で調整", "スキル見合"),
        ("$60-70/hr doe", "doe"),
        ("depending on experience", "depending on experience"),
    ],
)
def test_price_by_skill_is_told_in_words(text: str, words: str) -> None:
    """スキル見合い without a number is a rate with the text `skill-based`."""
    assert told(text, find_open_rates(text)) == [(words, "skill-based")]


@pytest.mark.parametrize(
    "text", ["スキルシート", "コミュニケーションスキル", "does it matter", "doer", "experience required", "スキル要件:java"]
)
def test_other_skill_words_are_no_price(text: str) -> None:
    assert find_open_rates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "単価:応相談",
        "単価:ご提示ください",
        "tel 03-1234-5678",
        "〒140-0002 東京都",
        "140-0002",
        "140-180h",
        "精算:140~180",
        "java 8",
        ".net 4.8",
        "windows 11",
        "s/4hana",
        "ir35",
        "inside ir35",
        "24/7 support",
        "iso 13485",
        "2026年",
        "2026-12-01",
        "12月1日",
        "第3回",
        "3年以上",
        "5+ years",
        "9:00~18:00",
        "35歳まで",
        "2名",
        "週3日",
        "請求書番号 2026-0815",
        "inv-20481",
        "https://portal.example/jobs/6500?page=2",
        "10万件のデータ",
        "2万台のサーバー",
        "5万人が使うサービス",
        "従業員1万名",
        "2万行のコード",
        "10k users",
        "401k",
        "$5m arr",
        "a $5m budget",
        "交通費は月2万円まで",
        "交通費:3万円まで支給",
        "資格手当1万円",
        "資本金5,000万円",
        "年商120億",
        "sign-on bonus of $5,000",
        "$2,000 stipend",
        "£5 parking",
        "parking £5",
        "65% of the work",
        "rate of 95%",
        "room 450",
        "2 interviews",
        "40 hours a week",
        "x86_64",
        "c++17",
        "予算は10月に確定",
        "予算は3名分",
        "版 1.2.3",
        "2.5.1",
    ],
)
def test_prose_never_yields_a_false_price(text: str) -> None:
    """Phone numbers, versions, counts and other people's money are no rate."""
    assert find_money(text) == []


@pytest.mark.parametrize(
    "text", ["3 months", "140-180h", "2回", "10月から", "応相談", "45 days", "2 interviews", "9:00-18:00", "40 hours", "30日サイト", "100%"]
)
def test_even_under_a_label_other_units_are_no_price(text: str) -> None:
    """Bare numbers count, numbers of something else don't."""
    assert find_money(text, bare=True, currency="jpy") == []
