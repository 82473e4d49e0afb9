"""The market section: windows, points, sentences, the page in both languages, and that every printed number is in report.json."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from reports.documents import document
from reports.html import page_of, written
from reports.json_report import schema
from reports.market import build_market, known_weeks, seats_from
from reports.market_chart import FLOOR, TOP, chart, top_of
from reports.market_sentences import not_found, remarks, with_market
from reports.market_tests import RULES, Finding
from reports.page import Page
from reports.plain import plain
from reports.records import Point
from reports.seatrecords import Certainty
from reports.sentences import Sentence, say
from reports.statistics import Share
from reports.statistics_rates import Parts
from reports.trendrecords import Market, SkillTrend
from reports.weekly import Inputs, build_report
from reports.weeks import IsoWeek
from reports.workdays import joined, working_days
from requisitions.trends import Trends
from tests.hostile import EVERYTHING, FORBIDDEN
from tests.report_builders import LABELS, WEEK
from tests.trend_builders import CLIENTS, ask, market, on, trends, week_back

TOKYO = "Asia/Tokyo"
RISEN = build_market(market(), WEEK, TOKYO)
FRESH = build_market(market(since=1), WEEK, TOKYO)
LOUD = build_market(market(risen=None, loud="cobol"), WEEK, TOKYO)
EARLY = build_market(market(weeks=9), WEEK, TOKYO)
CHECK = Draft202012Validator(json.loads(schema()))


def page(language: str, known: Trends | None) -> Page:
    told = build_report(Inputs((), (), week=WEEK, timezone=TOKYO, extractor="7", mails_seen=(), trends=known))
    return page_of(told, language, labels=LABELS[language])


def skill(found: Market, key: str) -> SkillTrend:
    return next(trend for trend in found.skills if trend.test.skill == key)


def say_it(sentences: "tuple[Sentence, ...] | list[Sentence]", language: str = "ja") -> str:
    return plain(page(language, None).sentences(sentences))


def test_the_last_four_weeks_are_compared_with_the_eight_before() -> None:
    assert (RISEN.now.first, RISEN.now.last) == (week_back(3), WEEK)
    assert (RISEN.before.first, RISEN.before.last) == (week_back(11), week_back(4))
    assert (RISEN.now.seats, RISEN.before.seats, RISEN.now.clients) == (160, 320, 8)
    assert skill(RISEN, "rust").test.finding is Finding.CONFIRMED


def test_seats_after_the_week_and_other_weeks_orders_change_nothing() -> None:
    known = market()
    later = replace(known, asks=(*known.asks, ask(on(-1), skills={"rust"})))
    assert build_market(later, WEEK, TOKYO) == RISEN
    assert build_market(replace(known, asks=known.asks[::-1]), WEEK, TOKYO) == RISEN


def test_the_week_before_knows_only_its_own_past() -> None:
    before = build_market(market(), WEEK.previous(), TOKYO)
    assert before.now.last == WEEK.previous()
    assert skill(before, "rust").test.now.number < skill(RISEN, "rust").test.now.number


def test_a_finding_is_fresh_in_the_week_in_which_it_is_confirmed() -> None:
    assert [build_market(market(since=since), WEEK, TOKYO).skills[0].fresh for since in (1, 2, 4)] == [True, False, False]
    assert {FRESH.skills[0].test.finding, RISEN.skills[0].test.finding} == {Finding.CONFIRMED}


def test_under_twelve_weeks_nothing_is_tested_and_the_first_report_with_charts_is_named() -> None:
    assert (EARLY.weeks_known, EARLY.starts, EARLY.skills) == (9, IsoWeek(2026, 50), ())
    assert build_market(market(weeks=12), WEEK, TOKYO).starts is None
    assert build_market(market(weeks=11), WEEK, TOKYO).starts == WEEK.following()


def test_one_old_mail_is_no_history() -> None:
    known = market(weeks=9)
    old = replace(known, asks=(ask(on(30)), *known.asks))
    assert build_market(old, WEEK, TOKYO).weeks_known == 9
    gap = replace(known, asks=(ask(on(12)), *known.asks))
    assert build_market(gap, WEEK, TOKYO).weeks_known == 13, "four weeks without a seat are a holiday"
    assert known_weeks({}, WEEK) == 0


def test_seats_of_a_year_are_asked_for() -> None:
    assert seats_from(WEEK, TOKYO) == on(51, 0)


def test_golden_week_and_new_year_are_short_in_japan_and_not_where_nobody_knows() -> None:
    golden, silver, new_year = IsoWeek(2026, 19), IsoWeek(2026, 39), IsoWeek(2026, 53)
    assert [working_days(week, TOKYO) for week in (golden, silver, new_year, IsoWeek(2026, 47))] == [2, 2, 3, 5]
    assert [working_days(week, "UTC") for week in (golden, new_year)] == [5, 5]
    assert working_days(IsoWeek(2026, 53), "Europe/London") == 3, "Christmas Monday in lieu, and New Year's Day"


def test_a_short_week_joins_the_one_before_and_at_the_beginning_the_one_after() -> None:
    weeks = [IsoWeek(2026, number) for number in range(37, 41)]
    assert joined(weeks, TOKYO) == [(weeks[0],), (weeks[1], weeks[2]), (weeks[3],)]
    assert joined(weeks[2:], TOKYO) == [(weeks[2], weeks[3])]
    assert joined(weeks[2:3], TOKYO) == [(weeks[2],)]
    assert [short.week.week for short in RISEN.short] == [39]
    assert [span.seats for span in RISEN.before.spans] == [40, 40, 80, 40, 40, 40, 40]


def test_every_mark_stands_within_the_axis_that_all_charts_share() -> None:
    shown = list(RISEN.skills)
    top = top_of(shown)
    for trend in shown:
        drawn = chart(trend, RISEN, top)
        parts = (drawn.before, drawn.now)
        heights = [y for part in parts for y in (part.high, part.low, part.level, part.label, *(y for _, y in part.dots))]
        assert all(TOP <= y <= FLOOR for y in heights)
        assert len(drawn.before.dots) + len(drawn.now.dots) == len(trend.points)
        assert drawn.before.high <= drawn.before.level <= drawn.before.low
    assert chart(shown[0], RISEN, top).ticks[0] == (FLOOR, 0)
    assert top_of([]) == 0.10


BROAD = {"clients": 9, "top_mentions": 5, "rising": 0.0, "falling": 0.0}


def doubt(**more: Any) -> str:
    """What is said of a watched skill with these numbers."""
    test = replace(skill(LOUD, "cobol").test, finding=Finding.WATCHED, parts=Parts(0.1, 0.0), **more)
    return say_it(remarks(replace(skill(LOUD, "cobol"), test=test), LOUD))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"clients": 3}, "求めているのは3社だけです。"),
        ({"clients": 9, "top_mentions": 12}, "16件のうち12件が1社からで、その1社に左右されます。"),
        ({**BROAD, "naive_q": 0.5, "rising": 9.0}, "直近の週で急に増えました。続くかどうかはまだ分かりません。"),
        (
            {**BROAD, "naive_q": 0.5, "falling": 9.0},
            "直近の週で急に減りました。続くかどうかはまだ分かりません。",
        ),
        ({**BROAD, "naive_q": 0.01}, "顧客をひとまとまりとして見ると、偶然でも起こる差です。"),
    ],
)
def test_a_watched_skill_says_why_it_is_not_confirmed(more: dict[str, Any], said: str) -> None:
    assert doubt(now=Share(16, 160), before=Share(0, 320), **more).endswith(said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", "動きの大半は、どの顧客が送ったかの違いです（同じ顧客の中では−1.1ポイント）。"),
        ("en", "Most of it is which clients wrote, not what they ask (−1.1 points within the same clients)."),
    ],
)
def test_a_fall_that_is_one_client_s_silence_says_so(language: str, said: str) -> None:
    fell = replace(skill(RISEN, "rust").test, now=Share(8, 160), before=Share(40, 320), parts=Parts(-0.011, -0.064))
    assert said in say_it(remarks(replace(skill(RISEN, "rust"), test=fell), RISEN), language)
    within = replace(fell, parts=Parts(-0.064, -0.011))
    assert said not in say_it(remarks(replace(skill(RISEN, "rust"), test=within), RISEN), language)


def test_what_can_not_be_told_says_what_could_have_been_seen() -> None:
    trend = skill(RISEN, "java")
    assert trend.test.finding is Finding.UNTOLD
    assert f"{trend.test.detectable * 100:.1f}ポイントより小さい動きは、この件数では見えません。" in say_it(remarks(trend, RISEN))


def test_a_finding_that_only_holds_says_so() -> None:
    held = replace(skill(RISEN, "rust"), test=replace(skill(RISEN, "rust").test, held=True))
    assert "まだ続いています" in say_it(remarks(held, RISEN))
    assert "まだ続いています" not in say_it(remarks(skill(RISEN, "rust"), RISEN))


SOME = Point((say("lead.none"),), ((Certainty.COUNT, 1),), None, None)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", "Rustを求める案件が増えました（160件中48件、その前の8週は320件中2件、8社）。"),
        ("en", "More seats ask for Rust (48 of 160 seats; 2 of 320 seats in the 8 weeks before; 8 clients)."),
    ],
)
def test_a_skill_confirmed_for_the_first_time_is_one_sentence_of_the_week(language: str, said: str) -> None:
    points = with_market([SOME] * 5, FRESH)
    assert len(points) == 5
    assert (points[-1].certainty, points[-1].anchor) == (((Certainty.CONFIRMED, 1),), "market")
    trend = skill(FRESH, "rust")
    told = replace(trend, test=replace(trend.test, now=Share(48, 160), before=Share(2, 320), clients=8))
    (point,) = with_market([], replace(FRESH, skills=(told,)))
    assert say_it(list(point.text), language) == said


def test_a_week_without_a_new_finding_keeps_its_sentences() -> None:
    for found in (LOUD, EARLY, replace(FRESH, skills=tuple(replace(trend, fresh=False) for trend in FRESH.skills))):
        assert with_market([SOME] * 5, found) == (SOME,) * 5


def test_many_new_findings_are_counted() -> None:
    trend = skill(FRESH, "rust")
    (point,) = with_market([], replace(FRESH, skills=(trend,) * 5))
    assert say_it(list(point.text)).endswith("ほかに2件が動きました。")


def test_what_looks_like_a_trend_and_is_none_is_named_with_its_numbers() -> None:
    trend = skill(RISEN, "tool-5")
    cobol = replace(trend, test=replace(trend.test, now=Share(3, 78), before=Share(34, 310), naive_p=0.06))
    calm = replace(trend, test=replace(trend.test, naive_p=0.9))
    told = say_it(list(not_found(replace(RISEN, skills=(cobol, calm), rare=4))))
    assert "310件中34件から78件中3件ですが、動いたとは言えません（−7.1ポイント" in told
    assert told.count("動いたとは言えません") == 1
    assert f"{RISEN.visible * 100:.1f}ポイントより小さい動きは見えません" in told
    assert "12週で8件に満たない技術4件は、調べていません。" in told
    assert told.startswith("市場では技術2件を調べ、動いたものも、動いたように見えるものもありません。")
    assert say_it(list(not_found(RISEN))).startswith(f"市場では技術{len(RISEN.skills)}件を調べ、動いたか、動いたように見えるのは1件です。")


def test_before_the_charts_start_nothing_is_said_to_be_looked_at() -> None:
    assert list(not_found(EARLY)) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_shows_three_certainties_charts_and_their_table(language: str) -> None:
    html = written(page(language, market(loud="cobol")))
    section = html[html.index('id="market"') : html.index('id="notfound"')]
    assert section.count('class="smc"') == 3
    assert section.count("<svg") == section.count("<figure>") == section.count("<title>")
    assert section.count("<tr>") == 2 + len(build_market(market(loud="cobol"), WEEK, TOKYO).skills)
    assert "style=" not in section


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", "今は9週分で、早ければ2026年第50週の報告からです。"),
        ("en", "they start with the report of week 50, 2026, at the earliest."),
    ],
)
def test_an_early_page_says_when_the_charts_start(language: str, said: str) -> None:
    told = page(language, market(weeks=9))
    html = written(told)
    assert str(told.trends.starts()) in html
    assert plain(told.trends.starts()).endswith(said)
    assert "<svg" not in html[html.index('id="clients"') : html.index('id="notfound"')]


def test_a_page_without_any_seat_says_that_there_is_none() -> None:
    assert "まだ初回のメールがありません" in written(page("ja", None))


def test_holidays_are_told() -> None:
    told = page("ja", market())
    assert list(map(plain, told.trends.holidays())) == ["第48週は祝日のため営業日が4日です。"]
    assert str(told.trends.holidays()[0]) in written(told)


@pytest.mark.parametrize("known", [market(loud="cobol"), market(weeks=9), None])
def test_the_data_keep_to_the_schema_and_hold_every_test(known: Trends | None) -> None:
    told = json.loads(document(page("en", known), "json"))
    CHECK.validate(told)
    found = told["market"]
    assert found["tests"] == len(found["skills"])
    assert found["extractor"] == "7"
    assert found["rules"]["q"] == RULES.q
    for one in found["skills"]:
        assert 0 <= one["q"] <= 1
        assert sum(one["points"]) == one["now"]["number"] + one["before"]["number"]
        assert one["difference"] == pytest.approx(one["within"] + one["mix"])


def test_the_sheets_hold_all_that_was_looked_at() -> None:
    known = market(loud="cobol")
    book = load_workbook(io.BytesIO(document(page("ja", known), "xlsx")))
    assert book["スキル"].max_row == 1 + len(build_market(known, WEEK, TOKYO).skills)
    assert book["顧客"].max_row == 1 + len(CLIENTS)
    assert all(book[name].auto_filter.ref == book[name].dimensions for name in ("顧客", "スキル"))
    heads = [cell.value for cell in book["スキル"][1]]
    rust = next(row for row in book["スキル"].iter_rows(min_row=2, values_only=True) if row[heads.index("key")] == "rust")
    assert (rust[heads.index("判定")], rust[heads.index("うち求める案件")]) == ("確認", 48)


def test_sheets_without_a_row_are_left_out() -> None:
    book = load_workbook(io.BytesIO(document(page("ja", market(weeks=9)), "xlsx")))
    assert {"顧客", "スキル"} & set(book.sheetnames) == set()


def test_markdown_has_both_sections() -> None:
    text = document(page("en", market()), "markdown").decode()
    assert "| Rust | Confirmed | " in text
    assert "## Clients" in text
    assert "at the earliest" in document(page("en", market(weeks=9)), "markdown").decode()


@pytest.mark.parametrize("text", EVERYTHING)
def test_hostile_names_stay_words(text: str) -> None:
    seats = [ask(on(back, 0.1 * turn), text, {text}, hand=f"h{turn % 6}") for back in range(14) for turn in range(12)]
    told = page("ja", trends(seats, {text: text}))
    html = written(told)
    section = html[html.index('id="clients"') : html.index('id="notfound"')]
    assert not set(section) & (FORBIDDEN - set("\n"))
    assert "<script" not in section
    assert "<img" not in section
    CHECK.validate(json.loads(document(told, "json")))


def test_the_same_seats_give_the_same_bytes() -> None:
    assert document(page("ja", market()), "json") == document(page("ja", market()), "json")
