"""Lines of text from the words of an HTML page: white space collapses, blocks break lines, cells are parted by a tab."""

import re2

_GAP = re2.compile(r"[ \t\n\r\f]+")
_NO_BREAK = "\u00a0"
_MOST_LINE_ENDS = 3


class Layout:
    """Takes words, breaks and cells in reading order and knows the offset of each in the text that comes out."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._length = 0
        self._last = "\n"
        self._line_ends = 0
        self._gap = ""
        self._tabs = 0
        self._cells = 0
        self._prefix = ""
        self._blank = False
        self._flat = 0
        self._row_begun = False

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    def text(self) -> str:
        """All lines so far."""
        return "".join(self._out)

    def words(self, text: str) -> tuple[int, int]:
        """Add running text; returns where its first and behind its last character stand, an empty stretch if it shows nothing."""
        first, at = -1, 0
        for gap in _GAP.finditer(text):
            first = self._first(first, self._word(text[at : gap.start()]))
            # A space of the source beats a line break of it: only the latter vanishes between Japanese characters.
            self._gap = " " if " " in (self._gap, gap.group()) or "\n" not in gap.group() else self._gap or "\n"
            at = gap.end()
        first = self._first(first, self._word(text[at:]))
        return (self._length, self._length) if first < 0 else (first, self._length)

    def preformatted(self, text: str) -> tuple[int, int]:
        """Add text whose spaces and line ends count."""
        first = -1
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            if number:
                self.line_end()
            if line:
                first = self._first(first, self._put(line))
        return (self._length, self._length) if first < 0 else (first, self._length)

    def line_end(self) -> None:
        """Break the line, as `<br>` does."""
        self._line_ends = min(self._line_ends + 1, _MOST_LINE_ENDS)
        self._gap, self._blank = "", False

    def block(self, line_ends: int = 1) -> None:
        """Begin or end a block: two line ends leave an empty line."""
        blank, self._blank = self._blank, False
        self._line_ends = min(max(self._line_ends + blank, line_ends), _MOST_LINE_ENDS)
        self._gap = ""

    def row(self) -> None:
        """Begin or end a table row."""
        self.block()
        self._tabs, self._cells, self._row_begun = 0, 0, False

    def cell(self) -> None:
        """Begin a cell of a row."""
        self._tabs += self._cells > 0
        self._cells += 1
        self._line_ends = 0 if self._row_begun else self._line_ends
        self._gap, self._blank = "", False

    def flatten(self, by: int) -> None:
        """Keep what follows on one line (+1), or no longer (-1): a cell that others stand beside."""
        self._flat += by

    def item(self, prefix: str) -> None:
        """Begin a list item with its bullet or number."""
        self._prefix = prefix

    @staticmethod
    def _first(first: int, start: int) -> int:
        return start if first < 0 else first

    def _word(self, word: str) -> int:
        if not word:
            return -1
        if not word.strip(_NO_BREAK):
            # A paragraph that holds one no-break space is how mail programs write an empty line.
            self._blank = self._blank or self._at_line_start()
            self._gap = "" if self._at_line_start() else " "
            return -1
        return self._put(word.replace(_NO_BREAK, " "))

    def _at_line_start(self) -> bool:
        return self._last == "\n" or self._line_ends > 0

    def _put(self, word: str) -> int:
        """Add a visible word behind whatever break, tab, bullet or space is due; returns where it begins."""
        before = self._break() or self._due_gap(word)
        if self._prefix:
            before, self._prefix = before + self._prefix, ""
        self._gap, self._blank = "", False
        self._out += (before, word)
        self._length += len(before) + len(word)
        self._last = word[-1]
        self._row_begun = True
        return self._length - len(word)

    def _break(self) -> str:
        tabs, line_ends = self._tabs, self._line_ends
        self._tabs = self._line_ends = 0
        if not self._length:
            return ""
        if self._row_begun and tabs:
            return "\t" * tabs
        return " " if self._row_begun and self._flat and line_ends else "\n" * line_ends

    def _due_gap(self, word: str) -> str:
        if not self._gap or self._last in "\n\t ":
            return ""
        return "" if self._gap == "\n" and _is_wide(self._last) and _is_wide(word[0]) else " "


def _is_wide(char: str) -> bool:
    return "\u2e80" <= char <= "\uff60"
