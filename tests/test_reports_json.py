"""The report as JSON: its schema, and that no printed number is missing from it."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from jsonschema import Draft202012Validator

from reports.documents import document
from reports.formats import Formats
from reports.html import page_of, written
from reports.json_report import schema
from reports.page import Page
from requisitions.versions import Requisition
from requisitions.words import EventKind
from tests.hostile import EVERYTHING, FORBIDDEN
from tests.report_builders import LABELS, Extra, amend, demand, event, full, mail, report, seat
from tests.report_week import clerk, whole_week
from tests.test_reports_html import Reader, hostile_week

SCHEMA = Path(__file__).parent.parent / "docs/report.schema.json"
CHECK = Draft202012Validator(json.loads(schema()))


def page(language: str) -> Page:
    """The invented week."""
    seats, problems, mails = whole_week()
    told = report(*seats, problems=problems, mails=mails)
    return page_of(told, language, labels=LABELS[language], mail_link="https://mail.example/{message_id}")


def made_of(*seats: Requisition, language: str = "ja") -> dict[str, Any]:
    """Seats as data."""
    told: dict[str, Any] = json.loads(document(page_of(report(*seats), language), "json"))
    return told


def test_the_documented_schema_is_the_one_in_force() -> None:
    """Written by `python -c "from reports.json_report import schema; print(schema().decode(), end='')" > docs/report.schema.json`."""
    assert SCHEMA.read_bytes() == schema()
    Draft202012Validator.check_schema(json.loads(schema()))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_week_keeps_to_the_schema(language: str) -> None:
    CHECK.validate(json.loads(document(page(language), "json")))
    CHECK.validate(made_of(language=language))


def test_the_schema_is_strict_enough_to_refuse_what_is_no_change() -> None:
    told = json.loads(document(page("ja"), "json"))
    told["moved"]["whole"][0]["changes"][0]["change"] = "vanished"
    assert not CHECK.is_valid(told)
    del told["moved"]
    assert not CHECK.is_valid(told)


def values(told: Any) -> Iterator[Any]:
    """Every value, however deep, but for ids that no page prints."""
    if isinstance(told, dict):
        for name, value in told.items():
            if name not in {"sha256", "requisition_id", "change_id", "flag_id", "anchor", "template"}:
                yield from values(value)
    elif isinstance(told, list):
        yield len(told)
        for value in told:
            yield from values(value)
    else:
        yield told


def figures(text: str) -> set[str]:
    """The runs of digits of a text."""
    return set("".join(sign if sign.isdecimal() else " " for sign in text).split())


def moments(told: list[Any], formats: Formats) -> Iterator[str]:
    """Moments as a page writes them."""
    for value in told:
        if isinstance(value, str) and len(value) == len("2026-11-18T09:32:00+00:00") and "T" in value:
            moment = datetime.fromisoformat(value)
            yield from (formats.moment(moment), formats.mark_day(moment), formats.long_day(moment.astimezone(formats.zone).date()))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_printed_number_is_in_it(language: str) -> None:
    made = page(language)
    told = list(values(json.loads(document(made, "json"))))
    formats = Formats(language, ZoneInfo("Asia/Tokyo"), 2026)
    known = set[str]().union(*(figures(str(value)) for value in told), *(figures(text) for text in moments(told, formats)))
    shown = written(made)
    shown = shown[: shown.index('id="method"')] + shown[shown.index('class="foot"') :]
    numbers = figures(Reader(shown).text)
    assert len(numbers) > 60
    # the days of silence, and the age in a checklist, stand in the catalogues
    assert numbers - known - {"14", "60"} == set()


def test_a_sentence_brings_the_numbers_that_it_was_made_from() -> None:
    told = json.loads(document(page("en"), "json"))
    (sentence,) = told["points"][1]["sentences"]
    assert sentence["text"] == "Of the 10 seats open on Monday, 7 moved (the week before: 0 of 8 seats)."
    assert sentence["template"] == "point.moved"
    assert sentence["values"]["moved"] == 7
    assert sentence["values"]["open"] == {"number": 10, "of": "seats", "text": "10 seats"}


def test_a_change_brings_ids_values_quote_and_mail() -> None:
    told = json.loads(document(page("ja"), "json"))
    shop = next(one for one in told["moved"]["whole"] if one["seat"]["reference"] == "NS-2207")
    react = next(change for change in shop["changes"] if change["key"] == "react")
    assert (react["change"], react["effect"], react["first"], react["now"]) == ("raised", "harder", "2年以上 必須", "3年以上 必須")
    assert (react["first_demand"]["min"], react["now_demand"]["min"], react["now_demand"]["unit"]) == (2.0, 3.0, "year")
    assert react["quote"] == "「Reactは3年以上で探しています」"
    assert react["mail"]["sender"] == "鳴砂百貨店 通販推進室"
    assert react["mail"]["url"].startswith("https://mail.example/")
    assert react["change_id"]


def test_conditions_of_age_and_sex_are_counted_and_not_repeated() -> None:
    told = made_of(clerk())
    (flagged,) = told["decisions"]["flags"]
    assert [flag["rule"] for flag in flagged["flags"]] == ["age-limit", "gender-condition"]
    text = json.dumps(told, ensure_ascii=False)
    assert [words for words in ("三十まで", "女性の方", "30歳", '"max": 30') if words in text] == []
    first = demand("skill", "java", label="Java", quote="Java")
    age = demand("age", "age", label="年齢", max=45, unit="age", quote="四十五まで")
    moved = seat("A-1", "Java", "客先", full(mail("10-05 10:00", kind="requisition"), first), amend(mail("11-18 10:00"), age))
    (change,) = made_of(moved)["moved"]["whole"][0]["changes"]
    assert (change["to_review"], change["quote"], change["now"]) == (True, None, "記載あり・要確認")
    assert (change["now_demand"]["max"], change["now_demand"]["text"]) == (None, "記載あり・要確認")


def test_candidates_are_not_named() -> None:
    told = event(mail("11-12 10:00", sender="自社 営業部", subject="山吹 太郎様のご提案", kind="candidate"), EventKind.PROPOSAL)
    call = demand("skill", "git", label="Git", quote="Git必須。連絡は090-1234-5678かt.yamabuki@mail.exampleへ")
    first = full(mail("10-05 10:00", kind="requisition"), demand("skill", "java", label="Java", quote="Java"))
    text = json.dumps(
        made_of(seat("A-1", "J", "客先", first, amend(mail("11-18 10:00"), call), extra=Extra(events=[told]))), ensure_ascii=False
    )
    assert [word for word in ("山吹", "090-1234-5678", "t.yamabuki") if word in text] == []


@pytest.mark.parametrize("text", EVERYTHING)
def test_hostile_words_stay_inside_their_strings(text: str) -> None:
    told = made_of(*hostile_week(text), language="en")
    CHECK.validate(told)
    assert not set(json.dumps(told, ensure_ascii=False)) & FORBIDDEN


def test_the_same_week_gives_the_same_bytes() -> None:
    assert document(page("ja"), "json") == document(page("ja"), "json")
