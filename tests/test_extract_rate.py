"""Price: exact, banded, capped, by hour, day, month or year; and the sums of money that are no price."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, only, quotes, read, requirements, values

MONTH, HOUR, DAY, YEAR = "jpy_per_month", "usd_per_hour", "gbp_per_day", "usd_per_year"


def rate_of(text: str) -> tuple[float | None, float | None, str | None] | None:
    found = values(read(text), "rate")
    return found["rate"][:3] if found else None


@pytest.mark.parametrize(
    ("line", "low", "high", "unit"),
    [
        ("備考：予算は70万円が上限です。", None, 700000, MONTH),
        ("備考：単価は68万円でお願いします。", 680000, 680000, MONTH),
        ("年収：450万円〜600万円", 4500000, 6000000, "jpy_per_year"),
        ("日額：25,000円", 25000, 25000, "jpy_per_day"),
        ("時間単価：目安3,000〜3,200円", 3000, 3200, "jpy_per_hour"),
        ("時給：1,500円〜1,700円", 1500, 1700, "jpy_per_hour"),
        ("時給1500円", 1500, 1500, "jpy_per_hour"),
        ("時給：1,500円", 1500, 1500, "jpy_per_hour"),
        ("単価：65万円（140-180h）", 650000, 650000, MONTH),
        ("単価：スキル見合い(60〜70万円を想定)", 600000, 700000, MONTH),
        ("単価：スキル見合い（〜70万円）", None, 700000, MONTH),
        ("単価：８５万円", 850000, 850000, MONTH),
        ("月額：850,000円", 850000, 850000, MONTH),
        ("金額：￥850,000/月", 850000, 850000, MONTH),
        ("単価：約72万円", 720000, 720000, MONTH),
        ("単価：72万円程度", 720000, 720000, MONTH),
        ("単価：72万前後", 720000, 720000, MONTH),
        ("単価：60万円以上", 600000, None, MONTH),
        ("単価：60万円〜", 600000, None, MONTH),
        ("上限単価：80万円", None, 800000, MONTH),
        ("単価：上限80万円", None, 800000, MONTH),
        ("予算：70万円まで", None, 700000, MONTH),
        ("単価：65万MAX", None, 650000, MONTH),
        ("単価：MAX65万", None, 650000, MONTH),
        ("単価：〜75万円（税抜）", None, 750000, MONTH),
        ("単価：60-65万円(税別)", 600000, 650000, MONTH),
        ("■単価　60万円～65万円", 600000, 650000, MONTH),
        ("【単価】60〜65万円", 600000, 650000, MONTH),
        ("単金：65万", 650000, 650000, MONTH),
        ("単　価：65万円", 650000, 650000, MONTH),
        ("単価：65万円", 650000, 650000, MONTH),
        ("単価：スキル見合い\n　　　（目安：60〜65万円）", 600000, 650000, MONTH),
        ("単価：60～65万円/月", 600000, 650000, MONTH),
        ("単価：月額70万円", 700000, 700000, MONTH),
        ("単価：700,000円〜750,000円", 700000, 750000, MONTH),
        ("単価：@65", 650000, 650000, MONTH),
        ("予算：75万（応相談）", 750000, 750000, MONTH),
        ("単価：65万円（税込）", 650000, 650000, MONTH),
    ],
)
def test_a_japanese_price_is_read_with_its_bounds(line: str, low: float | None, high: float | None, unit: str) -> None:
    assert rate_of(form_ja(line)) == (low, high, unit)


@pytest.mark.parametrize(
    ("line", "low", "high", "unit"),
    [
        ("Rate: $65/hr", 65, 65, HOUR),
        ("Rate: $65 per hour", 65, 65, HOUR),
        ("Rate: $65 an hour", 65, 65, HOUR),
        ("Rate - $65/hr", 65, 65, HOUR),
        ("Bill rate: $55.00 - $60.00/hr", 55, 60, HOUR),
        ("Pay rate: $60-65/hr W2", 60, 65, HOUR),
        ("Rate: up to $70/hr", None, 70, HOUR),
        ("Max rate: $70/hr", None, 70, HOUR),
        ("Rate: $70/hr max", None, 70, HOUR),
        ("Rate: from $55/hr", 55, None, HOUR),
        ("Rate: USD 65/hr", 65, 65, HOUR),
        ("Day rate: £450", 450, 450, DAY),
        ("Day rate: £450-£500", 450, 500, DAY),
        ("Rate: £450/day inside IR35", 450, 450, DAY),
        ("Rate: £450 per day", 450, 450, DAY),
        ("Rate: £450 p/d", 450, 450, DAY),
        ("Rate: GBP 450 per day", 450, 450, DAY),
        ("Rate: €600/day", 600, 600, "eur_per_day"),
        ("Salary: $90k-$110k", 90000, 110000, YEAR),
        ("Salary: $95,000 per annum", 95000, 95000, YEAR),
        ("Salary: £48,000", 48000, 48000, "gbp_per_year"),
        ("Budget: 25 LPA", 2500000, 2500000, "inr_per_year"),
        ("CTC: 18-22 LPA", 1800000, 2200000, "inr_per_year"),
        ("Rate: $65/hr on C2C, $58/hr on W2", 65, 65, HOUR),
        ("The budget is £480 a day.", 480, 480, DAY),
        ("We can pay up to $72 an hour.", None, 72, HOUR),
        ("Rate is capped at $72/hr.", None, 72, HOUR),
        ("They have a budget of $60 to $68 per hour.", 60, 68, HOUR),
        ("Pay: 22.50 per hour", 22.5, 22.5, HOUR),
        ("Rate: $60.00/hr - $65.00/hr", 60, 65, HOUR),
        ("Rate: $65/hour all inclusive", 65, 65, HOUR),
        ("Rate: £500pd", 500, 500, DAY),
        ("Rate: max £500 per day", None, 500, DAY),
        ("Rate: 450-500 GBP/day", 450, 500, DAY),
        ("Salary: 90-110K USD", 90000, 110000, YEAR),
        ("Budget: $65 - 70 per hour", 65, 70, HOUR),
    ],
)
def test_an_english_price_is_read_with_its_bounds(line: str, low: float | None, high: float | None, unit: str) -> None:
    found = rate_of(form_en(line))
    assert found is not None
    assert found[:2] == (low, high)
    assert found[2] in (unit, None if line.startswith("Pay: 22") else unit)


@pytest.mark.parametrize(
    ("line", "low", "high", "unit"),
    [
        ("正しくは70万円です。単価の件、失礼しました。", 700000, 700000, MONTH),
        ("時給を1,400円から1,550円に改定します。", 1550, 1550, "jpy_per_hour"),
        ("予算が下がり、単価は58万円となりました。", 580000, 580000, MONTH),
        ("単価の上限を80万円に変更します。", None, 800000, MONTH),
        ("単価は60万円ではなく65万円でお願いします。", 650000, 650000, MONTH),
        ("単価は65万円まで引き上げ可能です。", 650000, 650000, MONTH),
        ("単価が65万円に上がりました。", 650000, 650000, MONTH),
        ("単価を60万円から65万円に変更いたします。", 650000, 650000, MONTH),
        ("単価：60万円⇒65万円", 650000, 650000, MONTH),
        ("単価：60万円 → 65万円", 650000, 650000, MONTH),
        ("（誤）単価60万円　（正）単価65万円", 650000, 650000, MONTH),
        ("旧：60万円 新：65万円（単価）", 650000, 650000, MONTH),
        ("先ほど単価を60万円とご案内しましたのは誤りで、65万円が正しい金額です。", 650000, 650000, MONTH),
    ],
)
def test_a_changed_japanese_price_is_the_new_one(line: str, low: float | None, high: float | None, unit: str) -> None:
    assert rate_of(change_ja(line)) == (low, high, unit)


@pytest.mark.parametrize(
    ("line", "low", "high", "unit"),
    [
        ("The rate goes up from $60/hr to $65/hr.", 65, 65, HOUR),
        ("Rate: $60/hr -> $65/hr", 65, 65, HOUR),
        ("The rate is now £520 a day.", 520, 520, DAY),
        ("We have raised the rate to £520 a day.", 520, 520, DAY),
        ("The day rate drops to £410.", 410, 410, DAY),
        ("They can go to $70/hr.", 70, 70, HOUR),
        ("There is now a cap of $70/hr.", None, 70, HOUR),
        ("Rate is $65/hr, not $60/hr.", 65, 65, HOUR),
        ("It should read $65/hr instead of $56/hr.", 65, 65, HOUR),
    ],
)
def test_a_changed_english_price_is_the_new_one(line: str, low: float | None, high: float | None, unit: str) -> None:
    assert rate_of(change_en(line)) == (low, high, unit)


@pytest.mark.parametrize(
    "line",
    [
        "The rate is up by $5/hr.",
        "They added $5/hr to the rate.",
    ],
)
def test_an_english_step_is_relative_too(line: str) -> None:
    (found,) = (item for item in requirements(read(change_en(line))) if item.category == "rate")
    assert (found.relative, found.min, found.max) == (True, 5, 5)


@pytest.mark.parametrize(
    "line",
    [
        "住所：〒150-0180 品川1-60-65",
        "精算：140-180h",
        "面談：2回",
        "提案時：希望単価、並行状況をお知らせください",
        "備考：参加費は5,000円です。",
        "備考：お電話は03-5550-0140までお願いします。",
        "備考：500万件のデータを扱います。",
        "備考：別の案件は単価90万円です。",
        "備考：前任の方は単価60万円でした。",
        "備考：交通費は月3万円まで支給されます。",
        "備考：資本金3,000万円以上の企業様に限ります。",
        "備考：エンドは年商500億円の企業です。",
        "業務内容：時給計算システムの保守",
        "業務内容：予算3億円の基幹刷新に参画いただきます",
        "単価：別途ご連絡いたします",
        "単価：",
        "単価：応相談",
        "単価：ご提示ください",
        "業務内容：月間3,000万円の売上を扱う決済機能の開発",
        "環境：ユーザー数は65万人、1日100万件の注文があります。",
        "必須：1億円以上の案件のPM経験",
        "備考：振込手数料440円は差し引かせていただきます。",
        "備考：通勤手当は1日1,200円まで支給されます。",
        "備考：PCは20万円相当のものを貸与します。",
        "備考：契約書の印紙代200円はご負担ください。",
        "備考：紹介料は別途5万円です。",
        "商流：弊社→貴社（マージン3万円）",
        "備考：研修費用として3万円を頂戴します。",
    ],
)
def test_no_price_is_read_from_other_figures(line: str) -> None:
    assert rate_of(form_ja(line)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Rate: please advise",
        "Rate: TBD",
        "About the role: you will help run a $2m programme",
        "Responsibilities: manage a budget of £500k",
        "Note: the last contractor was on $80/hr.",
        "Note: the client turned over $50 million last year.",
        "Note: please state your expected rate.",
        "Call me on +1 555 0160 65.",
        "Hours: 9:00-17:30",
        "Interview: 2 rounds of 60 minutes",
        "Note: a different client pays $90/hr.",
        "Note: invoices below $500 are paid at once.",
        "Must have: managed budgets of $5m",
        "Note: a laptop worth $2,000 is provided.",
        "About the role: a payments team that moves $65m a day",
        "Note: late fees of $25 apply.",
        "Note: the referral bonus is $500.",
        "Note: travel up to £50 a day is refunded.",
    ],
)
def test_no_english_price_is_read_from_other_figures(line: str) -> None:
    assert rate_of(form_en(line)) is None


@pytest.mark.parametrize(
    "line",
    [
        "請求書の金額は660,000円です。",
        "単価に変更はありません。",
        "単価は据え置きです。",
        "単価は70万円まで上げられますか。",
        "単価は65万円で合っていますでしょうか？",
        "以前の案件では単価90万円の方がいました。",
        "11月分の精算額は65万円でした。",
        "候補者様の希望単価は70万円とのことです。",
        "交通費は5万円まで実費精算です。",
        "他社様からは70万円でご提案をいただいております。",
        "前回お見送りの方は75万円でした。",
    ],
)
def test_no_price_moves_in_a_japanese_question_or_an_unchanged_line(line: str) -> None:
    assert rate_of(change_ja(line)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Is the rate still $60/hr?",
        "Could they go up to $75/hr?",
        "The rate stays as it is.",
        "No change to the rate.",
        "The previous person was paid $90/hr.",
        "The candidate is asking $75/hr.",
        "Your October invoice of $9,600 has been paid.",
        "Other vendors have offered people at $55/hr.",
        "Her current rate is $80/hr.",
        "The bonus for a referral is $500.",
        "A cab from the station is about $20.",
    ],
)
def test_no_price_moves_in_an_english_question_or_an_unchanged_line(line: str) -> None:
    assert rate_of(change_en(line)) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (change_en("The rate might go to $75/hr."), "hedged"),
        (change_en("They are considering $75/hr."), "hedged"),
        (change_en("If the budget is approved the rate goes to $75/hr."), "conditional"),
        (change_ja("もし予算がつけば、単価は80万円まで上がります。"), "conditional"),
        (change_ja("単価は75万円に上がる可能性があります。"), "hedged"),
        (change_ja("単価は70万円になるかもしれません。"), "hedged"),
    ],
)
def test_an_unsure_price_is_only_a_hint(text: str, why: str) -> None:
    reading = read(text)
    assert rate_of(text) is None
    assert ("rate", "rate", why) in hinted(reading, "rate")


def test_a_price_quote_holds_the_figure() -> None:
    assert "65万円" in quotes(read(form_ja("単価：65万円（税抜、スキル見合い）")), "rate")["rate"]


def test_a_price_by_skill_alone_is_words() -> None:
    assert values(read(form_ja("単価：スキル見合い")), "rate") == {"rate": (None, None, None, "skill-based")}


def test_a_price_an_hour_speaks_of_no_human_resources() -> None:
    """The hr of "$70/hr" is no department, hence no policy."""
    assert only(read(change_en("The rate is now $70/hr."))).reason == "unstated"


@pytest.mark.parametrize(
    ("line", "step"),
    [("単価は+3万円までとなりました。", 30000), ("単価を5万円アップします。", 50000), ("単価を2万円下げさせてください。", -20000)],
)
def test_a_step_is_relative_to_the_price_that_holds(line: str, step: float) -> None:
    """In the unit of the price that it moves, without which it could not be added."""
    (found,) = (item for item in requirements(read(change_ja(line))) if item.category == "rate")
    assert (found.relative, found.max, found.unit) == (True, step, MONTH)


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("They won't sign off £19, the most we can do is £17.50 an hour.", None, 17.5),
        ("The rate goes up by £3, so £63/hr now.", 63, 63),
        ("Spoke to Ann, 35 LPA is fine with them.", 3_500_000, 3_500_000),
        ("It pays £30 an hour plus mileage.", 30, 30),
        ("The rate is $52 an hour and travel expenses.", 52, 52),
    ],
)
def test_prices_told_beside_others(line: str, low: float | None, high: float) -> None:
    assert values(read(change_en(line)), "rate")["rate"][:2] == (low, high)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("We need a nurse in Dubbo, NSW. $60 an hour plus super.", "aud_per_hour"),
        ("We need a tester in Toronto, $70/hr.", "cad_per_hour"),
        ("We need a tester in Toronto, US$70/hr.", "usd_per_hour"),
        ("We need a tester in Austin, TX, $70/hr.", "usd_per_hour"),
        ("We need a tester in Austin, $70/hr on W2. The team sits in Canada.", "usd_per_hour"),
    ],
)
def test_dollars_are_those_of_the_place(line: str, unit: str) -> None:
    assert values(read(line), "rate")["rate"][2] == unit


@pytest.mark.parametrize(
    ("line", "low", "high", "unit"),
    [
        ("The baker gets sixteen pounds an hour.", 16, 16, "gbp_per_hour"),
        ("They pay eighteen pounds fifty an hour.", 18.5, 18.5, "gbp_per_hour"),
        ("Two hundred and fifty pounds a day for the mason.", 250, 250, "gbp_per_day"),
        ("Fourteen quid an hour for the picker.", 14, 14, "gbp_per_hour"),
        ("Salary: QAR 2500 plus overtime", 2500, 2500, "qar_per_month"),
        ("Salary: AED 3,000 - 3,500", 3000, 3500, "aed_per_month"),
        ("Rate: NZ$42 per hour", 42, 42, "nzd_per_hour"),
        ("Pay: RM 8,000 per month", 8000, 8000, "myr_per_month"),
        ("Rate: NTE $64/hr", None, 64, "usd_per_hour"),
        ("Bill rate: $64/hr, not to exceed", None, 64, "usd_per_hour"),
        ("Rate (NTE) : EUR 47.50 per hr", None, 47.5, "eur_per_hour"),
        ("Rate: 64-68/hr on W2, 72 C2C", 64, 68, "usd_per_hour"),
        ("Pay: Rs. 80,000 pm", 80000, 80000, "inr_per_month"),
        ("Budget: 1.2 L/month", 120000, 120000, "inr_per_month"),
        ("Pay: 12.75ph", 12.75, 12.75, "gbp_per_hour"),
    ],
)
def test_a_price_is_read_as_other_countries_and_voices_tell_it(line: str, low: float | None, high: float | None, unit: str) -> None:
    assert rate_of(form_en(line)) == (low, high, unit)


@pytest.mark.parametrize(
    ("line", "amount", "unit"),
    [
        ("Lads, the client came down to 290 a day.", 290, "gbp_per_day"),
        ("Cheers, it's 26 an hour from now on.", 26, "gbp_per_hour"),
        ("The plant got less money for next year, so the rate is $64/hr.", 64, "usd_per_hour"),
        ("They come up to 31 an hour.", 31, None),
    ],
)
def test_a_wage_without_a_sign_counts_and_takes_the_currency_of_the_mails_country(line: str, amount: float, unit: str | None) -> None:
    assert rate_of(change_en(line)) == (amount, amount, unit)


@pytest.mark.parametrize(
    "line",
    [
        "S/N 3: quantity and rate as it is.",
        "Item 2: cancelled, item 3: rate as before.",
        "You will handle 60 calls an hour.",
        "Picking at 90 an hour is normal there.",
        "We use PHP 8 and the rate is as before.",
        "The shop sells 200 pieces a day.",
    ],
)
def test_numbers_of_a_list_and_of_pieces_are_no_price(line: str) -> None:
    assert rate_of(change_en(line)) is None
