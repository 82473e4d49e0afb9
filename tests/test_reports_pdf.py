"""The report on paper: tagged, numbered, its words found again; and one sentence where a machine can't make it."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from reports import pdf
from reports.documents import document
from reports.errors import ReportError
from reports.html import page_of
from reports.page import Page
from requisitions.versions import Requisition
from tests.hostile import FORBIDDEN
from tests.report_builders import LABELS, amend, demand, full, mail, report, seat
from tests.report_week import bank, clerk, shop
from tests.test_reports_html import hostile_week

ROOT = Path(__file__).resolve().parent.parent
LAID_OUT = 30.0
"""Seconds that a week of 40 moved seats may take (issue 6)."""


def can_be_made() -> bool:
    """Whether the system's libraries are there."""
    try:
        pdf._weasyprint()
    except ReportError:
        return False
    return True


pytestmark = pytest.mark.skipif(
    not can_be_made() and not os.environ.get("CI"), reason="Pango is not installed (apt-get install libpango-1.0-0)"
)


def made_of(*seats: Requisition, language: str = "ja") -> Page:
    """Seats, ready to be written."""
    return page_of(report(*seats), language, labels=LABELS[language])


def forty() -> Page:
    """A week of 40 seats that are told whole."""
    seats = [clerk(), bank(), shop()]
    return made_of(
        *(replace(seats[n % 3], requisition_id=f"r{n:03}{seats[n % 3].requisition_id}", reference=f"Q-{n:03}") for n in range(40))
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, read."""

    content: bytes
    pages: tuple[str, ...]
    """The text of each page, as pypdf reads it, without its line ends."""


def paper(content: bytes) -> Paper:
    """Read a document."""
    pages = PdfReader(BytesIO(content)).pages
    return Paper(content, tuple(page.extract_text().replace("\n", "") for page in pages))


@pytest.fixture(scope="module")
def week() -> Paper:
    """Two seats in Japanese."""
    return paper(document(made_of(clerk(), bank()), "pdf"))


def poppler(content: bytes, folder: Path) -> str:
    """The same text as pdftotext reads it."""
    tool = shutil.which("pdftotext")
    if tool is None and not os.environ.get("CI"):
        pytest.skip("pdftotext is not installed (apt-get install poppler-utils)")
    (folder / "week.pdf").write_bytes(content)
    read = subprocess.run([str(tool), "-raw", str(folder / "week.pdf"), "-"], check=True, capture_output=True, text=True)
    return read.stdout.replace("\n", "")


def test_forty_moved_seats_are_laid_out_in_time() -> None:
    """In seconds of the processor, as the machine may be shared."""
    begun = time.process_time()
    content = document(forty(), "pdf")
    assert time.process_time() - begun < LAID_OUT
    assert len(PdfReader(BytesIO(content)).pages) > 15


def test_it_is_tagged_titled_and_says_its_language(week: Paper) -> None:
    read = PdfReader(BytesIO(week.content))
    root = read.root_object
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index] # a dictionary of the PDF
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]) == "ja"
    assert read.metadata is not None
    assert read.metadata.title == "要件変動週報 2026年第47週"
    assert read.outline, "heads are bookmarks"


def test_every_page_has_its_number_and_the_name_of_the_week(week: Paper) -> None:
    assert len(week.pages) > 2
    for number, text in enumerate(week.pages, 1):
        assert f"{number} / {len(week.pages)}" in text
        assert "2026年 第47週" in text


def test_a_table_that_goes_on_repeats_its_head(monkeypatch: pytest.MonkeyPatch) -> None:
    first = demand("skill", "java", label="Java", quote="Java")
    long = "二行を超えるくらいの長さがある引用の言葉がここに続いていきます" * 5
    more = [demand("skill", f"s{n}", label=f"S{n}", quote=f"S{n}{long}") for n in range(7)]
    made = seat("A", "A", "客先", full(mail("10-05 10:00"), first), amend(mail("11-18 10:00"), *more))
    sheet = f"{pdf._sheet()} @page {{ size: A5 landscape }}"
    monkeypatch.setattr(pdf, "_sheet", lambda: sheet)
    pages = paper(document(made_of(made), "pdf")).pages
    with_rows = [text for text in pages if "引用の言葉" in text]
    assert len(with_rows) > 1
    assert all("いつ・だれが" in text for text in with_rows)


def test_japanese_and_english_are_found_again_by_pypdf_and_pdftotext(week: Paper, tmp_path: Path) -> None:
    words = ("「12月からは監査のため、毎日の出社をお願いいたします」", "面談", "理由：規程", "勘定系システム Javaエンジニア", "TB-3301")
    for text in ("".join(week.pages), poppler(week.content, tmp_path)):
        assert [word for word in words if word not in text] == []


def test_an_english_report_quotes_japanese_as_well(tmp_path: Path) -> None:
    english = paper(document(made_of(shop(), language="en"), "pdf"))
    for text in ("".join(english.pages), poppler(english.content, tmp_path)):
        assert [word for word in ("Seats that moved", "「TypeScriptは必須にさせてください」", "first-hand") if word not in text] == []


def test_what_is_folded_on_the_page_is_not_on_paper(week: Paper) -> None:
    assert [words for words in ("三十まで", "女性の方") if words in "".join(week.pages)] == []


def test_the_same_week_gives_the_same_bytes_whenever_it_is_written(week: Paper) -> None:
    """Also in a process of its own, with another seed, in another zone."""
    code = (
        "import sys; from tests.test_reports_pdf import made_of; from tests.report_week import bank, clerk; "
        "from reports.documents import document; sys.stdout.buffer.write(document(made_of(clerk(), bank()), 'pdf'))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}
    again = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT, env=environment)
    assert again.stdout == week.content


EVIL = (
    '</style></title><script>alert(1)</script><img src="https://evil.example/a.png"><link rel=stylesheet href="file:///etc/passwd">',
    "\u0645\u0631\u062d\u0628\u0627 👩‍💻 a\u202egpj.exe\u2066 \u200b\ufeff e" + "\u0301" * 50,
)


def test_hostile_words_fetch_nothing_run_nothing_and_are_read_as_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []
    monkeypatch.setattr(pdf, "_fetch_nothing", lambda url, *_, **__: asked.append(url))
    content = document(made_of(*(hostile_week(text)[0] for text in EVIL)), "pdf")
    assert asked == []
    assert [word for word in (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"evil.example") if word in content] == []
    for text in ("".join(paper(content).pages), poppler(content, tmp_path)):
        assert not set(text) & FORBIDDEN
        assert "<script>alert(1)</script>" in text
        assert "⟨U+202E⟩gpj.exe" in text
        assert "見たが、なかったもの" in text


def test_a_link_to_elsewhere_would_be_refused() -> None:
    with pytest.raises(ValueError, match=r"nothing is fetched: https://evil\.example"):
        pdf._fetch_nothing("https://evil.example", timeout=1)


def test_without_its_libraries_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def lacking(name: str) -> None:
        print("WeasyPrint could not import some external libraries.")  # noqa: T201 - as it does
        raise OSError("cannot load library 'libpango-1.0-0': no such file")

    monkeypatch.setattr(pdf, "import_module", lacking)
    with pytest.raises(ReportError, match=r"needs system libraries .*'libpango-1\.0-0'.*apt-get install libpango") as told:
        document(made_of(), "pdf")
    assert "\n" not in str(told.value)
    assert capsys.readouterr().out == ""


FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def test_without_a_japanese_typeface_one_sentence_says_so(tmp_path: Path) -> None:
    """Rather than rows of boxes; asked in a process of its own, as fonts are looked for once."""
    folder = Path("/usr/share/fonts/truetype/dejavu")
    if not folder.exists():
        folder = tmp_path
    (tmp_path / "fonts.conf").write_text(FONTS.format(folder=folder, cache=tmp_path / "cache"), encoding="utf-8")
    code = "from tests.test_reports_pdf import made_of; from reports.documents import document; document(made_of(), 'pdf')"
    environment = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT, env=environment)
    assert done.returncode == 1
    assert (
        "the PDF needs a Japanese typeface, and this machine has none; install one (Debian: apt-get install fonts-noto-cjk)" in done.stderr
    )


def test_whether_a_pdf_can_be_made_is_known_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    if can_be_made():
        pdf.check()
    monkeypatch.setattr(pdf, "_laid_out", lambda _: (b"", {"案"}))
    with pytest.raises(ReportError, match="needs a Japanese typeface"):
        pdf.check()
