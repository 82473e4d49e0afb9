"""Days, numbers and demands as people of two languages write them."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.reporting import vocabulary_labels
from reports.formats import Formats
from reports.values import Values
from reports.wording import wording
from requisitions.words import Category, Necessity
from tests.report_builders import LABELS, DemandFields, demand

JA, EN = (Formats(language, ZoneInfo("Asia/Tokyo"), 2026) for language in ("ja", "en"))


def said(language: str, category: str, key: str, fields: DemandFields, *, bare: bool = False) -> str:
    """A demand as the page says it."""
    formats = JA if language == "ja" else EN
    return Values(wording(language), formats, LABELS[language]).describe(demand(category, key, **fields), bare=bare)


def test_days_of_this_year_are_short_and_others_bear_theirs() -> None:
    this, other = date(2026, 11, 18), date(2027, 1, 4)
    assert (JA.day(this), EN.day(this)) == ("11/18(水)", "Wed 18 Nov")
    assert (JA.day(other), EN.day(other)) == ("2027/1/4", "4 Jan 2027")
    assert (JA.long_day(this), EN.long_day(this)) == ("11月18日（水）", "Wed 18 November")
    assert (JA.long_day(other), EN.long_day(other)) == ("2027年1月4日", "4 January 2027")


def test_moments_are_shown_in_the_report_s_zone() -> None:
    moment = datetime(2026, 11, 17, 23, 5, tzinfo=UTC)
    assert (JA.moment(moment), EN.moment(moment)) == ("11/18(水) 8:05", "Wed 18 Nov 8:05")
    assert (JA.mark_day(moment), EN.mark_day(moment)) == ("11/18", "18 Nov")


def test_what_two_days_share_is_said_once() -> None:
    week = (date(2026, 11, 16), date(2026, 11, 22))
    assert (JA.days(*week), EN.days(*week)) == (("11月16日（月）", "22日（日）"), ("Mon 16", "Sun 22 November"))
    turn = (date(2026, 12, 28), date(2027, 1, 3))
    assert JA.days(*turn) == ("12月28日（月）", "2027年1月3日")


@pytest.mark.parametrize(
    ("fields", "ja", "en"),
    [
        ({"min": 650000, "max": 650000, "unit": "jpy_per_month"}, "65万円/月", "¥650,000 a month"),
        ({"min": 700000, "max": 750000, "unit": "jpy_per_month"}, "70万〜75万円/月", "¥700,000–750,000 a month"),
        ({"max": 655000, "unit": "jpy_per_month"}, "65.5万円/月まで", "up to ¥655,000 a month"),
        ({"min": 600000, "unit": "jpy_per_month"}, "60万円/月以上", "from ¥600,000 a month"),
        ({"max": 654321, "unit": "jpy_per_month"}, "654,321円/月まで", "up to ¥654,321 a month"),
        ({"max": 5200, "unit": "jpy_per_hour"}, "5,200円/時まで", "up to ¥5,200 an hour"),
        ({"min": 60, "max": 65.5, "unit": "usd_per_hour"}, "$60〜65.5/時", "$60–65.5 an hour"),
        ({"min": 450, "max": 450, "unit": "gbp_per_day"}, "£450/日", "£450 a day"),
        ({"min": 2500000, "max": 2500000, "unit": "inr_per_year"}, "₹2,500,000/年", "₹2,500,000 a year"),
        ({"max": 900, "unit": "sgd_per_day"}, "SGD 900/日まで", "up to SGD 900 a day"),
        ({"max": 650000, "unit": "jpy_per_month", "text": "税抜"}, "65万円/月まで（税抜）", "up to ¥650,000 a month (税抜)"),
        ({"text": "skill-based"}, "スキル見合い", "by skill"),
        ({}, "記載あり", "stated"),
    ],
)
def test_rates(fields: DemandFields, ja: str, en: str) -> None:
    assert said("ja", "rate", "rate", fields) == ja
    assert said("en", "rate", "rate", fields) == en


@pytest.mark.parametrize(
    ("name", "fields", "ja", "en"),
    [
        ("skill/java", {"min": 3, "unit": "year"}, "3年以上 必須", "3+ years, must"),
        ("skill/java", {"min": 1, "unit": "year"}, "1年以上 必須", "1+ year, must"),
        ("skill/java", {"min": 3, "max": 5, "unit": "year"}, "3〜5年 必須", "3–5 years, must"),
        ("skill/java", {"max": 5, "unit": "year"}, "5年まで 必須", "up to 5 years, must"),
        ("skill/java", {"min": 1.5, "max": 1.5, "unit": "year"}, "1.5年 必須", "1.5 years, must"),
        ("skill/java", {}, "必須", "must"),
        ("skill/java", {"necessity": Necessity.PREFERRED}, "尚可", "preferred"),
        ("skill/java", {"group": "g1", "group_need": 1}, "必須（いずれか）", "must (one of several)"),
        ("language/japanese", {"text": "N2"}, "N2 必須", "N2, must"),
        ("experience/basic-design", {"min": 2, "unit": "year"}, "基本設計 2年以上 必須", "basic design, 2+ years, must"),
        ("language/english", {"text": "business-level"}, "ビジネスレベル 必須", "business level, must"),
        ("language/english", {"text": "日常会話レベル"}, "日常会話 必須", "conversational, must"),
        ("language/english", {"text": "会議で使う"}, "会議で使う 必須", "会議で使う, must"),
        ("schedule/overtime", {"text": "none"}, "なし", "none"),
        ("experience/nuclear", {"label": "原子力"}, "原子力 必須", "原子力, must"),
        ("trait/communication", {}, "コミュニケーション 必須", "communication, must"),
        ("role/office-clerk", {}, "OA事務", "office clerk"),
        ("contract/c2c", {"necessity": Necessity.EXCLUDED}, "C2C 不可", "C2C, refused"),
        ("settlement/settlement-hours", {"min": 140, "max": 180, "unit": "hour_per_month"}, "140〜180時間", "140–180 h"),
        ("schedule/overtime", {"max": 20, "unit": "hour_per_month"}, "月20時間まで", "up to 20 h a month"),
        ("schedule/working-hours", {"text": "9:00-17:30"}, "9:00-17:30", "9:00-17:30"),
        ("remote/remote", {"text": "full", "min": 5, "max": 5, "unit": "day_per_week"}, "フルリモート", "full"),
        ("remote/remote", {"text": "partial", "min": 3, "max": 3, "unit": "day_per_week"}, "週3日在宅", "3 days a week at home"),
        ("remote/remote", {"text": "partial", "min": 1, "max": 1, "unit": "day_per_week"}, "週1日在宅", "1 day a week at home"),
        ("remote/remote", {"text": "partial"}, "一部リモート", "partial"),
        ("remote/remote", {"text": "none"}, "なし（出社）", "none"),
        ("period/start-date", {"text": "2026-12-01"}, "2026/12/1", "1 Dec 2026"),
        ("period/start-date", {"text": "2027-03"}, "2027年3月", "Mar 2027"),
        ("period/start-date", {"text": "immediate"}, "即日", "at once"),
        ("period/start-date", {"text": "2026-13"}, "2026-13", "2026-13"),
        ("period/duration", {"min": 6, "unit": "month"}, "6か月以上", "6+ months"),
        ("period/duration", {"text": "long-term"}, "長期", "long-term"),
        ("headcount/headcount", {"min": 2, "max": 2, "unit": "person"}, "2名", "2 people"),
        ("headcount/headcount", {"min": 1, "max": 1, "unit": "person"}, "1名", "1 person"),
        ("interview/interview-count", {"min": 1, "max": 2, "unit": "count"}, "1〜2回", "1–2 rounds"),
        ("tier/subcontract-depth", {"max": 0, "unit": "tier"}, "当社まで（再委託なし）", "none below us"),
        ("tier/subcontract-depth", {"max": 1, "unit": "tier"}, "当社の1社先まで", "1 company below us"),
        ("tier/subcontract-depth", {"necessity": Necessity.NOT_REQUIRED}, "求めず", "not asked"),
        ("payment/payment-site", {"min": 45, "max": 45, "unit": "day"}, "45日サイト", "45 days"),
        ("location/location", {"text": "品川"}, "品川", "品川"),
        ("location/location", {"text": "a\u202eb"}, "a⟨U+202E⟩b", "a⟨U+202E⟩b"),
        ("skill/java", {"min": 7, "unit": "moon"}, "7以上 必須", "7+, must"),
    ],
)
def test_demands(name: str, fields: DemandFields, ja: str, en: str) -> None:
    category, _, key = name.partition("/")
    assert said("ja", category, key, fields) == ja
    assert said("en", category, key, fields) == en


def test_a_bare_value_leaves_the_necessity_out() -> None:
    assert said("en", "skill", "java", {"min": 3, "unit": "year"}, bare=True) == "3+ years"
    assert said("en", "skill", "java", {}, bare=True) == "must", "there is nothing else to say"


@pytest.mark.parametrize(
    ("name", "fields", "ja", "en"),
    [
        ("skill/java", {"label": "Java", "min": 3, "unit": "year"}, "Java 3年以上 必須", "Java (3+ years, must)"),
        ("experience/basic-design", {"necessity": Necessity.PREFERRED}, "基本設計 尚可", "basic design (preferred)"),
        ("role/office-clerk", {}, "OA事務", "office clerk"),
        ("period/start-date", {"text": "2027-01-12"}, "開始日 2027/1/12", "start: 12 Jan 2027"),
        ("remote/remote", {"text": "none"}, "リモート なし（出社）", "remote work: none"),
        ("location/location", {"text": "堺"}, "堺", "堺"),
        ("rate/rate", {"max": 600000, "unit": "jpy_per_month"}, "60万円/月まで", "up to ¥600,000 a month"),
    ],
)
def test_demands_in_a_row_bear_their_names(name: str, fields: DemandFields, ja: str, en: str) -> None:
    category, _, key = name.partition("/")
    told = [
        Values(wording(formats.language), formats, LABELS[formats.language]).named(demand(category, key, **fields)) for formats in (JA, EN)
    ]
    assert told == [ja, en]


def test_a_condition_is_told_beside_the_value() -> None:
    assert said("ja", "tier", "subcontract-depth", {"max": 1, "unit": "tier", "condition": "支援費あり"}) == "当社の1社先まで（支援費あり）"


@pytest.mark.parametrize("category", list(Category))
@pytest.mark.parametrize("necessity", list(Necessity))
def test_every_kind_of_demand_can_be_said(category: Category, necessity: Necessity) -> None:
    for language in ("ja", "en"):
        assert said(language, category, "some-key", {"label": "なにか", "necessity": necessity, "min": 1, "unit": "count"})


def test_skills_bear_their_own_names_and_terms_those_of_their_category() -> None:
    values = Values(wording("en"), EN, LABELS["en"])
    assert values.item("skill", "java", "Java") == "Java"
    assert values.item("rate", "rate", "単価") == "Rate"
    assert values.item("period", "start-date", "開始") == "Start"
    assert values.item("experience", "basic-design", "基本設計") == "Experience"
    assert values.item("experience", "basic-design", "基本設計", by_label=True) == "basic design"
    assert values.item("interview", "interview-count", "面談", by_label=True) == "Interviews"


def test_common_nouns_have_a_capital_as_heads_only_and_japanese_names_on_japanese_pages() -> None:
    english, japanese = Values(wording("en"), EN, LABELS["en"]), Values(wording("ja"), JA, LABELS["ja"])
    skill = ("skill", "performance-tuning", "Performance tuning")
    assert (english.item(*skill), english.head(*skill), japanese.head(*skill)) == (
        "performance tuning",
        "Performance tuning",
        "性能チューニング",
    )
    assert english.head("skill", "nginx", "nginx") == japanese.head("skill", "nginx", "nginx") == "nginx"


def test_a_key_that_neither_catalogue_nor_vocabulary_knows_is_called_by_the_words_of_the_mail() -> None:
    for language, formats in (("ja", JA), ("en", EN)):
        values = Values(wording(language), formats, LABELS[language])
        assert values.label("experience", "no-such-key", "Kiln firing") == "Kiln firing"
        assert Values(wording(language), formats).label("skill", "java", "Java言語") == "Java言語"


def test_a_company_s_own_name_stands_on_the_page() -> None:
    labels = {("experience", "kiln"): "Kiln firing", ("skill", "acme"): "acmeFire"}
    values = Values(wording("en"), EN, labels)
    assert [values.label(*key, "焼成") for key in labels] == ["kiln firing", "acmeFire"]


def test_a_company_s_term_with_japanese_names_only_is_called_by_its_key_on_an_english_page(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[skill]\nkiln-firing = ["窯焼き"]\n', encoding="utf-8")
    assert [vocabulary_labels((own,), language)["skill", "kiln-firing"] for language in ("ja", "en")] == ["窯焼き", "Kiln firing"]


@pytest.mark.parametrize(("name", "inside"), [("Rate", "rate"), ("PMO", "PMO"), ("SRE", "SRE"), ("", "")])
def test_english_names_lose_their_capital_inside_a_sentence(name: str, inside: str) -> None:
    assert Values(wording("en"), EN, LABELS["en"]).running(name) == inside
