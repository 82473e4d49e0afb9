"""The weekly report on paper: tagged, numbered, its heads repeated; the page's own print rules and a few more."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib import import_module
from importlib.resources import files
from io import StringIO
from typing import Any
from warnings import catch_warnings

from reports.errors import ReportError
from reports.html import written
from reports.page import Page
from reports.phrases import is_japanese

_VARIANT = "pdf/ua-1"
_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_NO_TYPEFACE = (
    "the PDF needs a Japanese typeface, and this machine has none; install one "
    "(Debian: apt-get install fonts-noto-cjk), or leave pdf out of --format"
)


def document(page: Page) -> bytes:
    """The report as PDF/UA.

    Raises:
        ReportError: this machine lacks WeasyPrint's system libraries or a Japanese typeface.
    """
    text = written(page, _sheet())
    made, undrawn = _laid_out(text)
    if any(map(is_japanese, undrawn)):
        raise ReportError(_NO_TYPEFACE)
    if undrawn:  # emoji, say: an empty box tells nothing, and text with one in it can't be copied out of the file
        made, _ = _laid_out(text.translate({ord(sign): f"⟨U+{ord(sign):04X}⟩" for sign in undrawn}))
    return made


def check() -> None:
    """See whether a PDF can be made here.

    Raises:
        ReportError: this machine lacks WeasyPrint's system libraries or a Japanese typeface.
    """
    _, undrawn = _laid_out('<!DOCTYPE html><html lang="ja"><title>案件</title><p>要件の変動、尚可かな漢字</p></html>')
    if undrawn:
        raise ReportError(_NO_TYPEFACE)


def _laid_out(text: str) -> tuple[bytes, set[str]]:
    """A page as PDF, and the signs that no typeface at hand can draw."""
    weasyprint = _weasyprint()
    html = weasyprint.HTML(string=text, url_fetcher=_fetch_nothing)
    with _undrawn() as signs:
        return html.write_pdf(pdf_variant=_VARIANT), signs


def _weasyprint() -> Any:  # noqa: ANN401 - a module without types
    try:
        with redirect_stdout(StringIO()), catch_warnings(action="ignore"):  # it prints where results of the program stand
            library, found = import_module("weasyprint"), import_module("weasyprint.text.ffi")
    except OSError as error:
        raise ReportError(
            f"the PDF needs system libraries that this machine lacks ({str(error).partition(':')[0]}); install them "
            f"(Debian: apt-get install {_PACKAGES}), or leave pdf out of --format"
        ) from error
    if not _typefaces(found.fontconfig):
        raise ReportError(_NO_TYPEFACE)
    return library


def _typefaces(fontconfig: Any) -> int:  # noqa: ANN401 - a system library
    """How many typefaces the system has: without any, Pango ends the process."""
    configuration = fontconfig.FcInitLoadConfigAndFonts()
    number: int = fontconfig.FcConfigGetFonts(configuration, fontconfig.FcSetSystem).nfont
    fontconfig.FcConfigDestroy(configuration)
    return number


def _fetch_nothing(url: str, *_: object, **__: object) -> dict[str, Any]:
    """The page holds all that it shows."""
    raise ValueError(f"nothing is fetched: {url}")


@cache
def _sheet() -> str:
    return (files("reports") / "templates" / "paper.css").read_text("utf-8")


@contextmanager
def _undrawn() -> Iterator[set[str]]:
    """The signs that no typeface at hand could draw, while a document is written."""
    logger = logging.getLogger("weasyprint")
    found, before = _Found(), logger.propagate
    logger.addHandler(found)
    logger.propagate = False
    try:
        yield found.signs
    finally:
        logger.removeHandler(found)
        logger.propagate = before


class _Found(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.signs: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Note the sign that a warning is about."""
        if str(record.msg).startswith(".notdef") and isinstance(record.args, tuple):
            self.signs.add(str(record.args[0]))
