"""The report of the samples' last week, against what `samples/README.md` says that it should tell."""

import importlib.util
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


class Words(HTMLParser):
    """The text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._style = False
        self.parts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        self._style = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.parts.append(data)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The page in each language as HTML."""
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "bench/pictures.py")
    assert spec is not None
    assert spec.loader is not None
    pictures = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pictures)
    written: dict[str, Path] = pictures.write_pages(tmp_path_factory.mktemp("samples"))
    return {language: path.read_text("utf-8") for language, path in written.items()}


def words(page: str) -> str:
    return " ".join("".join(Words(page).parts).split())


def test_the_unread_mail_of_the_week_is_counted_and_named_with_cause_and_remedy(pages: dict[str, str]) -> None:
    assert "14通中13通" in words(pages["ja"])
    assert "13 of 14" in words(pages["en"])
    assert "カワセミブリッジ 営業事務からFW: FW: FW: 案件のご案内。部分の入れ子が深すぎて、読めませんでした。" in words(pages["ja"])
    assert "Its parts are nested too deep to be read. Open it in a mail program" in words(pages["en"])
    assert "nests its parts" not in pages["ja"]


def test_new_paused_reopened_and_closed_seats_are_told(pages: dict[str, str]) -> None:
    english, japanese = words(pages["en"]), words(pages["ja"])
    new = english.partition("New: 2 seats")[2].partition("Closed:")[0]
    assert all(name in new for name in ("Warehouse Systems Support Analyst", "TW-093", "HT-560", "via ヒイラギテクノス 髙柳"))
    assert all(terms in new for terms in ("Funabashi", "¥3,400 an hour", "start: 12 Jan 2027", "¥580,000–620,000 a month", "日野"))
    assert all(head in english for head in ("Closed: 1 seat", "Paused: 1 seat", "Reopened: 1 seat"))
    assert all(head in japanese for head in ("新規 2件", "終了 1件", "保留 1件", "再開 1件"))
    assert "HT-560 (new this week)" in english


def test_firms_and_persons_and_clients_are_named(pages: dict[str, str]) -> None:
    english = words(pages["en"])
    assert "via Dana Whitlock, Pennant & Rowe" in english
    assert "Pennant & RoweのDana Whitlockのメールから" in words(pages["ja"])
    assert all(client in english for client in ("Tidewell Freight", "Bramhope Clinical", "そらまめ少額短期保険", "オグルマ精密"))
    assert "オグルマ精密株式会社" not in english.partition("Source mails")[0]


def test_titles_are_without_their_decoration(pages: dict[str, str]) -> None:
    heads = pages["en"].partition("<main")[2]
    for title in ("Backend Engineer (Python)", "Contract SAS Programmer", "プロジェクト事務アシスタント"):
        assert f"<h3><bdi>{title}</bdi></h3>" in heads or f">{title}<" in heads
    assert "still open</bdi></h3>" not in heads


def test_quotes_stand_in_their_clause(pages: dict[str, str]) -> None:
    for said in ("集計を", "They have also", "Our finance team has cut the first-quarter budget, so we", "単価は＋"):
        assert said in words(pages["en"])
    assert pages["ja"].count("<mark>") > 5


def test_the_job_that_changed_after_the_interview_leads_the_week(pages: dict[str, str]) -> None:
    lead = words(pages["en"]).partition("This week")[2][:400]
    assert "After the interview, a seat for “office clerk” became a seat for “infrastructure engineer”." in lead
    assert "KB-0418" in lead
    assert "second-hand" in words(pages["en"]).partition("This week")[2][:700]


def test_the_twin_s_price_is_compared_with_nobody_s(pages: dict[str, str]) -> None:
    """The other broker's text stands below the seat that it is another way to, and is no entry of its own."""
    english = words(pages["en"])
    assert "Moved, but nobody of ours works on them" in english
    assert "～63万円" in english.partition("The same seat by another way")[2].partition("that did not move")[0]
    assert "～63万円" not in english.partition("nobody of ours works on them")[2]


def test_nobody_proposed_is_named_by_more_than_initials(pages: dict[str, str]) -> None:
    assert all("様は今回は見送り" not in page for page in pages.values())
