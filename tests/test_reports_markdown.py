"""The report as Markdown, read by a real parser."""

from collections.abc import Iterable

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reports.documents import document
from reports.html import page_of
from requisitions.versions import Requisition
from tests.hostile import EVERYTHING, FORBIDDEN
from tests.report_builders import LABELS, amend, demand, full, mail, report, seat
from tests.report_week import whole_week
from tests.test_reports_html import hostile_week

READ = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def whole(language: str) -> str:
    """The invented week."""
    seats, problems, mails = whole_week()
    told = report(*seats, problems=problems, mails=mails)
    return document(page_of(told, language, labels=LABELS[language]), "markdown").decode()


def tokens(text: str) -> Iterable[Token]:
    """All that the parser makes of it, the inner ones too."""
    for token in READ.parse(text):
        yield token
        yield from token.children or ()


def made_of(*seats: Requisition, language: str = "ja") -> str:
    """Seats as Markdown."""
    link = "https://mail.example/{message_id}"
    return document(page_of(report(*seats), language, mail_link=link), "markdown").decode()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_holds_what_the_page_holds(language: str) -> None:
    text = whole(language)
    heads = {
        "ja": ["今週の要点", "電話する3件", "動いた案件", "新規・終了・音信なし", "方法と用語"],
        "en": ["This week", "Calls to make: 3", "Seats that moved"],
    }
    assert [head for head in heads[language] if f"## {head}" not in text] == []
    assert "「TypeScriptは必須にさせてください」" in text
    assert "“We now need hands-on dbt, no exceptions.”" in text
    assert [token.tag for token in READ.parse(text) if token.type == "heading_open"].count("h1") == 1


def test_each_moved_seat_is_a_table_of_five_columns() -> None:
    read = READ.parse(whole("ja"))
    tables = sum(token.type == "table_open" for token in read)
    assert tables == 8, "seven seats that moved, and the silent ones"
    rows = [line for line in whole("ja").splitlines() if line.startswith("| ")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {6}


def test_a_value_that_is_gone_is_struck_and_the_new_one_is_bold() -> None:
    text = whole("ja")
    assert "~~週3日在宅~~ | ↓ 引き下げ **なし（出社）**" in text


def test_conditions_of_age_are_told_and_not_repeated() -> None:
    first = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
    age = demand("age", "age", label="年齢", max=45, unit="age", quote="四十五まで")
    moved = seat("A-1", "Java", "客先", full(mail("10-05 10:00", kind="requisition"), first), amend(mail("11-18 10:00"), age))
    text = made_of(moved)
    assert "年齢の条件" in text
    assert [words for words in ("45", "四十五") if words in text] == []


HARMLESS = {token.type for token in tokens(made_of(*hostile_week("harmless")))}


@pytest.mark.parametrize("text", EVERYTHING)
def test_hostile_words_make_no_link_picture_tag_or_table(text: str) -> None:
    written = made_of(*hostile_week(text))
    found = list(tokens(written))
    assert {token.type for token in found} <= HARMLESS | {"text", "softbreak"}
    assert not {"html_inline", "html_block", "image", "fence", "code_block", "code_inline"} & {token.type for token in found}
    links = [str(token.attrs["href"]) for token in found if token.type == "link_open"]
    assert all(link.startswith("https://mail.example/") for link in links)
    assert not set(written) & FORBIDDEN
    bare = written.replace("https://mail.example/", "")
    assert [sign for sign in ("://", " www.") if sign in bare] == [], "some readers make a link of it"


def test_the_same_week_gives_the_same_bytes() -> None:
    assert whole("ja") == whole("ja")
