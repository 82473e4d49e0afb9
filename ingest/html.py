"""HTML bodies to text and marks: BeautifulSoup builds the tree, this module walks it without recursion.

The form of the text: the cells of a table row stand on one line, parted by a tab; the lines of the last cell go on below; list items
begin with `・` (`- ` where the page holds no Japanese) or their number; hidden elements are left out. Nothing is ever fetched.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString
from bs4.exceptions import ParserRejectedMarkup

from ingest.layout import Layout
from ingest.marks import Marks, Stretch
from ingest.markup import clean_markup
from ingest.plaintext import clean_text
from ingest.styles import PLAIN, Look, look_of

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption"}
    | {
        "figure",
        "footer",
        "form",
        "header",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "ul",
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"rt", "rp", "head"})
_DEEPEST_INDENT = 8
_BULLETS = frozenset("·•§Øo¡vüu-–▪◦")


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML body as text."""

    text: str
    marks: Marks


@dataclass(slots=True)
class _Frame:
    """An open element, with what its children inherit."""

    name: str
    children: Iterator[PageElement]
    look: Look = PLAIN
    colour: str = ""
    link: bool = False
    preformatted: bool = False
    around: "_List | None" = None
    """The innermost list around its words."""
    flat: bool = False
    open_marks: list["_OpenMark"] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """An open list: how deep it lies, and the number of its last item where it has numbers."""

    depth: int
    number: int | None


@dataclass(slots=True)
class _OpenMark:
    """A stretch that begins with the next visible word."""

    into: list[Stretch]
    start: int = -1


def read_page(markup: str) -> Page:
    """Turn an HTML body into text with marks.

    Raises:
        OverCap: the page is bigger than is read.
    """
    soup = _tree(clean_markup(clean_text(markup)))
    return _Walk(soup, bullet="・" if any("\u3040" <= c <= "\u9fff" for c in markup) else "- ").page()


def _tree(markup: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        # A body that is one word or one address draws a warning that it may be a file name.
        warnings.simplefilter("ignore")
        try:
            return BeautifulSoup(markup, "html.parser", multi_valued_attributes=None)
        except ParserRejectedMarkup:
            return BeautifulSoup(markup.replace("<", "&lt;"), "html.parser")


class _Walk:
    """One pass over the tree, with a stack of its own: 5,000 nested elements are no recursion."""

    def __init__(self, soup: BeautifulSoup, bullet: str) -> None:
        self._layout = Layout()
        self._bullet = bullet
        self._layout_rows = _layout_rows(soup)
        self._stack = [_Frame("", iter(soup.contents))]
        self._waiting: list[_OpenMark] = []
        self._quoted: list[Stretch] = []
        self._letterheads: list[Stretch] = []
        self._history: list[Stretch] = []
        self._deleted: list[Stretch] = []
        self._signatures: list[Stretch] = []
        self._coloured: list[tuple[int, int, str]] = []

    def page(self) -> Page:
        """Walk the whole tree."""
        while self._stack:
            child = next(self._stack[-1].children, None)
            if child is None:
                self._leave(self._stack.pop())
            elif isinstance(child, Tag):
                self._enter(child)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                # References such as &#7; are resolved by now: what they bring in must not move an offset later.
                self._words(clean_text(child))
        history = tuple(dict.fromkeys(start for start, _ in self._history))
        marks = Marks(
            tuple(self._quoted), tuple(self._letterheads), history, tuple(self._deleted), tuple(self._signatures), tuple(self._coloured)
        )
        return Page(self._layout.text(), marks)

    def _words(self, text: str) -> None:
        frame = self._stack[-1]
        start, end = (
            self._layout.preformatted(text)
            if frame.preformatted
            else self._layout.words(_list_mark(text, self._bullet) if frame.look.list_mark else text)
        )
        if start == end:
            return
        for mark in self._waiting:
            mark.start = start
        self._waiting.clear()
        if frame.colour and not frame.link:
            self._colour(start, end, frame.colour)

    def _colour(self, start: int, end: int, colour: str) -> None:
        if self._coloured and self._coloured[-1][2] == colour and start - self._coloured[-1][1] <= 1:
            start = self._coloured.pop()[0]
        self._coloured.append((start, end, colour))

    def _enter(self, tag: Tag) -> None:
        parent, name = self._stack[-1], tag.name
        look = look_of(name, {key: str(value) for key, value in tag.attrs.items()})
        if look.hidden or name in _UNSEEN:
            return
        if name == "br":
            self._layout.line_end()
            return
        frame = _Frame(
            name, iter(tag.contents), look, _colour_of(look, parent.colour), parent.link or "href" in tag.attrs, around=parent.around
        )
        frame.preformatted = parent.preformatted or name == "pre"
        self._begin(tag, frame, parent)
        for into, wanted in (
            (self._quoted, look.quoted),
            (self._letterheads, look.letterhead),
            (self._history, look.history),
            (self._deleted, look.deleted),
            (self._signatures, look.signature),
        ):
            if wanted:
                frame.open_marks.append(_OpenMark(into))
        self._waiting += frame.open_marks
        self._stack.append(frame)

    def _begin(self, tag: Tag, frame: _Frame, parent: _Frame) -> None:
        name = frame.name
        if name == "tr":
            self._layout.row()
        elif name in _CELLS:
            self._begin_cell(tag, frame)
        elif name == "hr":
            self._layout.block()
            self._layout.words("-" * 10)
            self._layout.block()
        elif name == "li":
            self._begin_item(frame.around)
        elif name in {"ul", "ol"}:
            self._layout.block()
            frame.around = _List(parent.around.depth + 1 if parent.around else 0, _first_number(tag) - 1 if name == "ol" else None)
        else:
            self._break(frame, parent)

    def _begin_cell(self, tag: Tag, frame: _Frame) -> None:
        if id(tag.parent) in self._layout_rows:
            self._layout.block()
            return
        self._layout.cell()
        if next((True for sibling in tag.next_siblings if isinstance(sibling, Tag) and sibling.name in _CELLS), False):
            frame.flat = True
            self._layout.flatten(1)

    def _begin_item(self, around: _List | None) -> None:
        self._layout.block()
        mark = self._bullet
        if around and around.number is not None:
            around.number += 1
            mark = f"{around.number}. "
        self._layout.item("  " * min(around.depth if around else 0, _DEEPEST_INDENT) + mark)

    def _leave(self, frame: _Frame) -> None:
        for mark in frame.open_marks:
            if mark.start >= 0:
                mark.into.append((mark.start, self._layout.length))
        if frame.flat:
            self._layout.flatten(-1)
        if frame.name == "tr":
            self._layout.row()
        elif frame.name not in _CELLS and self._stack:
            self._break(frame, self._stack[-1])

    def _break(self, frame: _Frame, parent: _Frame) -> None:
        if line_ends := _line_ends(frame, parent):
            self._layout.block(line_ends)


def _first_number(tag: Tag) -> int:
    start = str(tag.get("start", "")).strip()
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1


def _line_ends(frame: _Frame, parent: _Frame) -> int:
    if frame.name == "p":
        return 1 if frame.look.tight or parent.name in {"li", "td", "th"} else 2
    return 2 if frame.name in _HEADINGS else 1 if frame.name in _BLOCKS else 0


def _colour_of(look: Look, inherited: str) -> str:
    # A highlight sets words off as their colour does.
    return "highlight" if look.highlighted else inherited if look.colour is None else look.colour


def _list_mark(text: str, bullet: str) -> str:
    words = text.strip("\u00a0 \t\n\r\f")
    return bullet if words in _BULLETS else f"{words} " if words else ""


def _layout_rows(soup: BeautifulSoup) -> set[int]:
    """Rows that hold tables of their own: their cells are blocks of a page, not fields."""
    around: dict[int, Tag | None] = {}
    rows: set[int] = set()
    for tag in soup.find_all(name=True):
        parent = tag.parent
        around[id(tag)] = parent if parent is not None and parent.name == "tr" else around.get(id(parent))
        row = around[id(tag)] if tag.name == "table" else None
        while row is not None and id(row) not in rows:
            rows.add(id(row))
            row = around[id(row)]
    return rows
