"""The drift risk in words: both languages say every reason, and a score never stands without its parts."""

from zoneinfo import ZoneInfo

import pytest

from reports.formats import Formats
from reports.phrases import Phrasing
from reports.risks import WORDS, reason_sentence, risk_facts, risk_sentence
from reports.wording import wording
from requisitions.risk import Risk, RiskReason

REASONS = {
    "client-moves-often": {"moved": 9, "seats": 14},
    "client-moves-seldom": {"moved": 1, "seats": 12},
    "seat-moves-often": {"moves": 1, "days": 20},
    "seat-moves-seldom": {"moves": 0, "days": 70},
    "no-record": {},
    "new-project": {},
    "second-hand": {"texts": 3},
    "vague": {"vague": 2, "musts": 3},
    "no-musts": {},
    "client-silent": {"days": 24},
    "quiet": {"days": 1},
    "interview-ahead": {"day": "2026-11-25"},
}
SAID = {
    "en": [
        "this client's other seats often move: 9 of 14 seats", "this client's other seats seldom move: 1 of 12 seats",
        "moves often: 1 time in 20 days", "seldom moves: 0 times in 70 days", "no other seat of this client on record", "a new project",
        "no word of the end client itself (3 versions)", "2 of 3 musts leave much open", "no must-have is told",
        "no word of the end client for 24 days", "quiet: no mail for 1 day", "interview on Wed 25 November",
    ],
    "ja": [
        "この顧客の案件はよく動く：ほかの14件中9件",
        "この顧客の案件はあまり動かない：ほかの12件中1件",
        "よく動く：20日で1回",
        "あまり動かない：70日で0回",
        "この顧客のほかの案件の記録がない",
        "新規の案件",
        "エンド顧客の言葉が一つもない（3版）",
        "必須3件のうち2件があいまい",
        "必須条件が書かれていない",
        "エンド顧客の言葉が24日ない",
        "静か：メールが1日ない",
        "面談は11月25日（水）",
    ],
}  # fmt: skip


def reason(code: str, factor: float = 1.5) -> RiskReason:
    return RiskReason(code, factor, REASONS[code])  # type: ignore[arg-type]


def phrasing(language: str) -> Phrasing:
    return Phrasing(wording(language), Formats(language, ZoneInfo("Asia/Tokyo"), 2026))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_reason_has_words_with_its_figures(language: str) -> None:
    assert [phrasing(language).say(reason_sentence(reason(code))).striptags() for code in REASONS] == SAID[language]


def test_there_are_words_for_every_code_that_the_formula_knows() -> None:
    assert set(WORDS) == set(REASONS)


@pytest.mark.parametrize(("score", "level"), [(0, "low"), (19, "low"), (20, "medium"), (39, "medium"), (40, "high"), (100, "high")])
def test_a_score_says_how_high_it_is(score: int, level: str) -> None:
    assert phrasing("en").say(risk_sentence(Risk(score, ()))) == f"drift risk {level} ({score} of 100)"


def test_a_margin_has_the_score_and_its_three_weightiest_reasons_but_what_it_says_anyway() -> None:
    codes = ("second-hand", "client-moves-often", "interview-ahead", "vague", "client-silent", "new-project")
    found = risk_facts(Risk(62, tuple(map(reason, codes))))
    assert [sentence.key for sentence in found] == ["drift.score", "drift.client_often", "drift.vague", "drift.silence"]


@pytest.mark.parametrize(("score", "told"), [(12, "drift.quiet"), (30, "drift.vague"), (70, "drift.vague")])
def test_a_margin_has_the_reasons_that_speak_for_its_score(score: int, told: str) -> None:
    found = list(risk_facts(Risk(score, (reason("quiet", 0.4), reason("vague", 1.2)))))
    assert [sentence.key for sentence in found] == ["drift.score", told]


def test_a_seat_without_a_risk_has_no_such_facts() -> None:
    assert list(risk_facts(None)) == []
