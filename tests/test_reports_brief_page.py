"""The briefing's three formats: the same facts, and nothing that a hostile mail can do to them."""

import base64
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reports import brief_html, brief_json, brief_text
from reports.brief_html import brief_style
from reports.brief_records import Basis, Briefing
from reports.brief_usual import PeerGroup
from reports.errors import ReportError
from requisitions.risk import Risk, RiskReason
from requisitions.versions import Requisition
from requisitions.words import EventKind, FlagRule, Speaker
from tests.brief_builders import brief_of, page
from tests.report_builders import Extra, amend, demand, event, flag, full, interview, mail, proposal, seat
from tests.report_week import bank, clerk, data, shop
from tests.test_reports_brief_queries import WHOLE, first, of
from tests.test_reports_html import HOSTILE, Reader

LINK = "https://mail.example/?q={message_id}"
SCHEMA = (Path(__file__).resolve().parent.parent / "docs" / "briefing.md").read_text("utf-8")


def html(brief: Briefing, language: str = "ja", **options: object) -> str:
    """The page."""
    return brief_html.render(page(brief, language, **options))


def text(brief: Briefing, language: str = "ja", **options: object) -> str:
    """The lines for a terminal."""
    return brief_text.render(page(brief, language, **options))


def told(brief: Briefing, language: str = "ja", **options: object) -> Any:
    """The object for programs."""
    return json.loads(brief_json.render(page(brief, language, **options)))


def hostile_seat(words: str) -> Requisition:
    """A seat in which every word that a mail can give is the hostile one."""
    first = mail("10-05 10:00", kind="requisition", sender=words, subject=words, message_id=words)
    second = mail("11-18 10:00", sender=words, subject=words, message_id=words + "2", language=words)
    third = mail("11-20 10:00", sender=words, subject=words, message_id=words + "3")
    key = words.encode(errors="ignore").decode() or "x"
    demands = [
        demand(category, key, label=words, text=words, quote=words)
        for category in ("skill", "role", "experience", "trait", "contract", "nationality", "language", "schedule")
    ]
    after = [demand(one.category, one.key, label=words, text=words + "!", quote=words) for one in demands]
    hedged = demand("rate", "rate", label=words, text=words, hedged=True, quote=words)
    extra = Extra(
        events=[proposal("11-10 10:00"), event(second, EventKind.REJECTION), interview("11-18 10:00", "2026-11-26", planned=True)],
        flags=[flag(first, FlagRule.AGE_LIMIT, words)],
        scores={second.sha256: 0.5},
    )
    said = (
        full(first, *demands),
        amend(second, *after, hedged, by=Speaker.END_CLIENT),
        full(third, *demands),
    )
    return seat(words, words, words, *said, extra=extra)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_hostile_words_stay_words(words: str, language: str) -> None:
    brief = brief_of(hostile_seat(words))
    written = html(brief, language, mail_link=LINK)
    read, harmless = Reader(written), Reader(html(brief_of(hostile_seat("harmless")), language))
    assert (read.faults, read.open) == ([], [])
    assert {tag for tag, _ in read.elements} <= {tag for tag, _ in harmless.elements} | {"a"}
    assert not {name for _, found in read.elements for name in found if name.startswith("on") or name == "style"}
    assert all((found["href"] or "").startswith(("#", "https://mail.example/")) for _, found in read.elements if "href" in found)
    signs = set("\x00\x1b\u202e\u2066\ud800")
    lines = text(brief, language, mail_link=LINK)
    assert not (set(written) | set(lines)) & signs
    assert max(len(line) for line in lines.splitlines()) < 2_000
    assert not set(json.dumps(told(brief, language), ensure_ascii=False)) & signs


def test_the_policy_lets_in_this_style_sheet_and_nothing_else() -> None:
    digest = base64.b64encode(hashlib.sha256(brief_style().encode()).digest()).decode()
    written = html(brief_of(bank()))
    assert f"style-src &#39;sha256-{digest}&#39;" in written or f"style-src 'sha256-{digest}'" in written
    assert "default-src" in written
    assert "<script" not in written
    assert "http" not in written.replace("http-equiv", "")


@pytest.mark.parametrize("make", [bank, clerk, shop, data])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_all_formats_tell_the_same_facts(make: Any, language: str) -> None:
    brief = brief_of(make())
    as_text, as_html, as_json = text(brief, language), Reader(html(brief, language)).text, told(brief, language)
    for part in (*as_json["lead"], *(query["text"] for query in as_json["questions"]), *(line["name"] for line in as_json["moved"])):
        assert part in as_text
        assert part in " ".join(as_html.split())
    assert len(as_json["holds"]) == len(brief.holds)
    assert [one["sha256"] for one in as_json["mails"]] == [one.sha256 for one in brief.sources]


def test_the_page_tells_what_a_sales_person_needs() -> None:
    words = " ".join(Reader(html(brief_of(bank()))).text.split())
    for part in (
        "面談前の確認",
        "11月25日（水） 14:00",
        "汐入証券",
        "SR-0451",
        "第2版",
        "提案 11/13(金) から2項目",
        "食い違い：リモート",
        "エンド顧客：なし（出社）",
        "仲介会社：週3日在宅",
        "前の文面と同じため、条件は動かしていません。",
        "8項目のうち6項目は伝聞",
        "提案 1名",
        "聞くこと",
        "「勘定系システム Javaエンジニア」（SR-0451）の件で伺います。11月20日（金）に届いた文面は、",
        "変更前のもの（リモート、面談）のようです。",
        "笹舟テクノ 営業部へ",
        "データ締め 11/24(火) 2:00（Tokyo）",
    ):
        assert part in words, part


def test_quotes_are_the_words_of_the_mail_in_their_clause_and_in_its_language() -> None:
    brief = brief_of(bank())
    assert '<q lang="ja"><bdi>12月からは監査のため、毎日の出社をお願いいたします</bdi></q>' in html(brief, "en")
    assert "「12月からは監査のため、毎日の出社をお願いいたします」" in text(brief, "en")


def test_no_name_of_a_person_proposed_and_no_subject_of_such_a_mail_stand_there() -> None:
    person = mail("11-12 10:00", sender="自社 営業部", kind="candidate", subject="T.K.（32歳）のご提案")
    java = demand("skill", "java", label="Java", quote="Java")
    found = seat("A-1", "t", None, full(mail("10-05 10:00"), java), extra=Extra(events=[event(person, EventKind.PROPOSAL, count=1)]))
    brief = brief_of(found)
    for written in (html(brief), text(brief), json.dumps(told(brief), ensure_ascii=False)):
        assert "T.K." not in written
        assert "32歳" not in written
    assert told(brief)["proposals"][0]["count"] == 1


def test_conditions_of_age_and_sex_are_named_and_not_repeated() -> None:
    brief = brief_of(clerk())
    for written in (html(brief), text(brief), json.dumps(told(brief), ensure_ascii=False)):
        assert "三十まで" not in written
        assert "女性" not in written
        assert "30歳" not in written
    line = next(one for one in told(brief)["holds"] if one["category"] == "age")
    assert (line["words"], line["max"]) == ("記載あり・要確認", None)


def test_mails_are_linked_where_a_link_is_configured() -> None:
    brief = brief_of(bank())
    assert "https://mail.example/?q=" in html(brief, mail_link=LINK)
    assert "https://mail.example/?q=" in text(brief, mail_link=LINK)
    assert told(brief, mail_link=LINK)["mails"][0]["link"].startswith("https://mail.example/?q=")
    assert "<a href" not in html(brief).partition("<main")[2]
    assert told(brief)["mails"][0]["link"] is None


def test_a_link_that_may_not_stand_on_a_page_and_a_language_that_nobody_writes_are_refused() -> None:
    with pytest.raises(ReportError, match="scheme"):
        page(brief_of(bank()), mail_link="javascript:{message_id}")
    with pytest.raises(ReportError, match="no briefing in language 'fr'"):
        page(brief_of(bank()), "fr")


def test_questions_in_another_language_than_the_page_are_glossed() -> None:
    brief = brief_of(data())
    assert '<span class="gloss">' in html(brief, "ja")
    assert '<span class="gloss">' not in html(brief, "en")
    japanese = text(brief, "ja")
    assert "Would somebody who is still learning be considered?" in japanese
    assert "学習中の方も対象になりますでしょうか。" in japanese


def test_an_addressee_of_all_questions_is_named_once() -> None:
    assert text(brief_of(clerk())).count("三輪橋ソリューション 沢渡へ") == 1
    assert text(brief_of(bank())).count("笹舟テクノ 営業部へ") == 2, "two of five are for somebody else"


def test_a_change_tells_how_many_of_ours_were_in_play_if_any_were() -> None:
    assert "このとき提案中 1名" in text(brief_of(bank()))
    assert "このとき提案中" not in text(brief_of(data()))


def test_nothing_to_ask_and_nothing_to_doubt_are_said() -> None:
    for written in (html(brief_of(of(first(*WHOLE)))), text(brief_of(of(first(*WHOLE))))):
        assert "いま聞くことはありません。" in written
        assert "食い違いも、言い切りでない言葉もありません。" in written


def test_every_member_of_the_json_is_documented_and_none_that_is_not_there() -> None:
    rows = [line.split("`")[1] for line in SCHEMA.partition("## JSON")[2].splitlines() if line.startswith("| `")]
    peers = PeerGroup(Basis.CLIENT, 11, {("schedule", "overtime"): ("overtime", 9)})
    assert set(rows) == set(paths(told(brief_of(documented(), peers=[peers]), mail_link=LINK)))


def documented() -> Requisition:
    """A seat with one of everything."""
    unsure = amend(mail("11-21 10:00"), demand("skill", "go", label="Go", hedged=True, quote="Goも検討中"))
    whole = bank()
    hints = (*whole.history.hints, *seat("x", "x", None, full(mail("11-21 09:00"), demand("skill", "x")), unsure).history.hints)
    risk = Risk(40, (RiskReason("quiet", 0.8, {"days": 9}),))
    return replace(whole, history=replace(whole.history, hints=hints), risk=risk)


def paths(value: Any, before: str = "") -> list[str]:
    """The members of an object, those of members by a dot, those of a list's objects by brackets."""
    if isinstance(value, list):
        return [path for one in value for path in paths(one, f"{before}[]")]
    if not isinstance(value, dict) or before.endswith((".moved_after", ".data")):
        return []
    found = []
    for name, one in value.items():
        whole = f"{before}.{name}" if before else name
        found += [whole, *paths(one, whole)]
    return found
