"""Which field a label names, however it is spelt."""

import pytest

from extract.folding import fold
from extract.labels import DESCRIBING_FIELDS, LIST_FIELDS, Field, field_of, label_at, lexicon, squash
from tests.reading import needs, read


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("単価", Field.RATE),
        ("単 価", Field.RATE),
        ("■単価", Field.RATE),
        ("清算", Field.SETTLEMENT),
        ("面会", Field.INTERVIEW),
        ("面回数", Field.INTERVIEW),
        ("稼動", Field.START),
        ("bp", Field.TIER),
        ("顔合わせ", Field.INTERVIEW),
        ("職場見学", Field.INTERVIEW),
        ("場所・勤務形態", Field.LOCATION),
        ("必須スキル・経験", Field.MUST),
        ("単価(税抜)", Field.RATE),
        ("期間(予定)", Field.PERIOD),
        ("day rate", Field.RATE),
        ("dayrate", Field.RATE),
        ("nice to have", Field.PREFERRED),
        ("start / length", Field.PERIOD),
        ("moi", Field.INTERVIEW),
        ("tax terms", Field.CONTRACT),
        ("yoe", Field.EXPERIENCE),
        ("支援費", Field.TIER),
        ("備考", Field.NOTES),
        ("スキルシート", Field.REPLY),
    ],
)
def test_known_labels(name: str, field: Field) -> None:
    assert field_of(name) is field


@pytest.mark.parametrize(
    "name", ["", " ", "石田", "お世話になっております", "単価は", "hello", "re", "1", "株式会社みなと", "kind regards", "ps"]
)
def test_other_words_are_no_label(name: str) -> None:
    assert field_of(name) is None


def test_compounds_are_taken_apart_only_where_asked() -> None:
    assert field_of("場所・勤務形態", compound=False) is None


def test_squash_leaves_the_letters_of_a_label() -> None:
    assert squash("■ 単　価 ★") == "単価"


def test_every_label_of_the_lexicon_is_found_as_it_is_kept() -> None:
    assert all(field_of(name) is field for name, field in lexicon().items())


def test_fields_that_list_demands_describe_nothing() -> None:
    assert not LIST_FIELDS & DESCRIBING_FIELDS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("勤務時間 10:00~19:00", "10:00~19:00"),
        ("勤務時間：9:00~18:00", "9:00~18:00"),
        ("単価:65万円", "65万円"),
    ],
)
def test_a_clock_is_no_label(text: str, value: str) -> None:
    folded = fold(text).text
    label = label_at(folded, 0)
    assert label is not None
    assert folded[label.value :] == value


@pytest.mark.parametrize(
    "text", ["10:00~19:00", "誤：60万円 正：65万円", "旧：月曜 新：火曜", "no.", "英語(ビジネスレベル)", "the audit found gaps, so:"]
)
def test_figures_and_marks_of_two_values_are_no_labels(text: str) -> None:
    assert label_at(fold(text).text, 0) is None


@pytest.mark.parametrize("name", ["あると望ましいもの", "望ましいもの", "あると望ましい"])
def test_wishes_by_name(name: str) -> None:
    assert field_of(name) is Field.PREFERRED


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("depot ......... crewe", Field.LOCATION, "crewe"),
        ("order no ...... 40418", Field.REFERENCE, "40418"),
        ("charge rate ... £21 p/h", Field.RATE, "£21 p/h"),
        ("qty = 4", Field.HEADCOUNT, "4"),
        ("maximum rate    aud 95 per hour", Field.RATE, "aud 95 per hour"),
        ("job #    avr-2", Field.REFERENCE, "avr-2"),
        ("from          mon 9/11/2026", Field.START, "mon 9/11/2026"),
        ("to: 18 dec 2026", Field.END, "18 dec 2026"),
        ("work schedule - 4 on 4 off", Field.SCHEDULE, "4 on 4 off"),
        ("no of drivers: 5", Field.HEADCOUNT, "5"),
        ("also useful: moffett", Field.PREFERRED, "moffett"),
        ("must hold: cpc", Field.MUST, "cpc"),
        ("bill rate (nte): $50/hr", Field.RATE, "$50/hr"),
    ],
)
def test_labels_of_forms(line: str, field: Field, value: str) -> None:
    label = label_at(line, 0)
    assert label is not None
    assert (label.field, line[label.value :]) == (field, value)


@pytest.mark.parametrize("line", ["from: sales@partner.example", "to: anna weber", "from: the desk"])
def test_lines_of_a_letterhead_are_no_ends_of_a_term(line: str) -> None:
    label = label_at(line, 0)
    assert label is not None
    assert label.field is Field.REPLY


@pytest.mark.parametrize("line", ["location   rate", "role   location   rate", "we looked   at it", "the rate   is fine"])
def test_columns_are_no_label(line: str) -> None:
    assert label_at(line, 0) is None


def test_unknown_names_of_a_form_in_two_columns_are_no_demands() -> None:
    form = "Position          Welder\nNo. of people     4\nPay rate          £21 p/h\nSteel toes        Yes\nGate              North side\n"
    assert set(needs(read(form, subject="Order 7712"))) == {"welder", "headcount", "rate"}


@pytest.mark.parametrize("gap", ["          ", " | ", "\t"])
def test_two_fields_on_one_line(gap: str) -> None:
    form = f"Job title: Welder{gap}# needed: 6\nPay: £21 p/h{gap}Location: Crewe\nStart: 30 November 2026\n"
    assert set(needs(read(form, subject="Order 7712"))) == {"welder", "headcount", "rate", "location", "start-date"}
