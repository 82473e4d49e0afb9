"""A seat's own numbers, and the many codes that are none."""

import pytest

from extract.folding import fold
from extract.references import find_references
from tests.reading import change_en, form_en, form_ja, only, read


def codes(text: str) -> list[str]:
    return [reference.code for reference in find_references(fold(text).text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("案件番号：KH-1102", "KH-1102"),
        ("案件番号：ＫＨ−１１０２", "KH-1102"),
        ("案件No.3381", "3381"),
        ("管理番号 A-20415", "A-20415"),
        ("No.3381", "3381"),
        ("(KH-1102)", "KH-1102"),
        ("【KH-1102】会員サイト", "KH-1102"),
        ("KH-1102の件", "KH-1102"),
        ("Req MB-417", "MB-417"),
        ("Req#40718", "40718"),
        ("A-1023の件ですが", "A-1023"),
        ("No. KH-1102", "KH-1102"),
        ("no 40718", "40718"),
        ("Req ID: 40718", "40718"),
        ("Job ID: 40718", "40718"),
        ("Position ID 40718", "40718"),
        ("Reference: QM/31", "QM/31"),
        ("ref QM-31", "QM-31"),
        ("(ref. QM-31)", "QM-31"),
        ("QM-312 is closed", "QM-312"),
        ("SG_2081", "SG_2081"),
        ("JR-00456", "JR-00456"),
        ("Job ID - 40718", "40718"),
        ("求人番号:13080-01234561", "13080-01234561"),
        ("【案件ID】20415", "20415"),
    ],
)
def test_references(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ISO-9001",
        "AZ-900",
        "DP-203",
        "S-4HANA",
        "UTF-8",
        "Windows-11",
        "JIS-2004",
        "COVID-19",
        "the rate is now 12",
        "from November 2026",
        "no 12-hour shifts",
        "No 2026 start",
        "S-100",
        "H-1B",
        "IE-11",
        "MD-102",
        "LPIC-2",
        "PL-300",
        "H1-B",
        "W-2",
        "03-5550-0140",
        "Tel: 03-5550-0140",
        "2026-12-01",
        "12/1-3/31",
        "140-180h",
        "60-65万円",
        "Java-8",
        "req 3 years",
        "job 2 of 3",
        "ref 2026/12/01",
        "No problem",
        "no 2 weeks notice",
        "a-1b",
        "x@kh-1102.example",
        "https://partner.example/kh-1102",
        "RFC-5322",
        "SC-200",
    ],
)
def test_other_codes_are_no_reference(text: str) -> None:
    assert codes(text) == []


def test_references_are_where_they_stand() -> None:
    text = "see KH-1102 and Job ID 40718"
    assert [text[found.start : found.end] for found in sorted(find_references(text.lower()), key=lambda found: found.start)] == [
        "KH-1102",
        "40718",
    ]


def test_one_code_is_found_once() -> None:
    assert codes("案件番号：KH-1102") == ["KH-1102"]


def test_a_statement_bears_its_reference() -> None:
    assert only(read(form_ja("案件番号：KH-1102"))).reference == "KH-1102"
    assert only(read(form_en("Job ID: 40718"))).reference == "40718"
    assert only(read(change_en("The rate is now $60/hr."), subject="RE: Req 40718")).reference == "40718"
    assert only(read(form_ja("単価：65万円"))).reference is None


def test_a_subject_lends_its_reference_to_the_only_seat() -> None:
    assert only(read(form_ja("単価：65万円"), subject="【KH-310】案件のご紹介")).reference == "KH-310"
    assert only(read(form_ja("案件番号：KH-1102"), subject="【KH-310】案件のご紹介")).reference == "KH-1102"
    assert only(read(form_ja("単価：65万円"), subject="KH-310、KH-311のご紹介")).reference is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("【案件ID】20415", "20415"),
        ("求人番号:13080-01234561", "13080-01234561"),
        ("Job ID - 40718", "40718"),
        ("JR-00456", "JR-00456"),
    ],
)
def test_numbers_as_forms_and_portals_write_them(text: str, code: str) -> None:
    assert [reference.code for reference in find_references(fold(text).text)] == [code]
