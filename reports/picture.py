"""A seat's timeline as a picture, for mail programs that draw no SVG."""

from functools import cache
from importlib import import_module

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports.page import Page
from reports.plain import NO_CHARACTERS
from reports.seatrecords import MovedSeat

_INK, _PAPER = "#1c1a16", "#ffffff"
_FAMILIES = "Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, BIZ UDPGothic, Yu Gothic, IPAexGothic, sans-serif"
_ZOOM = 2.0
_FRAME = '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" color="{ink}" font-family="{families}">{drawing}</svg>'


def timeline_picture(page: Page, seat: MovedSeat) -> bytes | None:
    """The timeline as PNG, twice as large as it is shown; null where no typeface at hand can write its labels."""
    if not _writes_japanese():
        return None
    drawing = page.drawing(seat)
    # the macros ask for the page by its name, as the whole page's template gives it to them
    drawn = _environment().get_template("_timeline.html.j2").make_module({"page": page, "t": page.text})
    return _png(str(getattr(drawn, "timeline")(seat)), drawing.height)  # noqa: B009 - no attribute that a type knows


@cache
def _writes_japanese() -> bool:
    """Whether two signs give two pictures: where no typeface has them, both are the same box or nothing."""
    first, second = (_png(f'<text x="2" y="16" font-size="14">{sign}</text>', 20) for sign in "提案")
    return first != second


def _png(drawing: str, height: float) -> bytes:
    whole = _FRAME.format(width=340, height=height, ink=_INK, families=_FAMILIES, drawing=drawing).translate(NO_CHARACTERS)
    made: bytes = import_module("resvg_py").svg_to_bytes(svg_string=whole, background=_PAPER, zoom=_ZOOM)
    return made


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("reports"), autoescape=True, undefined=StrictUndefined, auto_reload=False)
