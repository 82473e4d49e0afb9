"""Our own markup as plain text and as Markdown. What comes in is safe for a page, so only our tags are tags; all else is words."""

from html.parser import HTMLParser

from markupsafe import Markup

_QUOTES = {"ja": ("「", "」"), "en": ("“", "”")}
_MARKDOWN = {"b": "**", "strong": "**"}
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>|~@&$"})
"""Signs that begin something inside a line of Markdown, in its tables, or in what looks for names and formulas in it."""
_AT_FIRST = ("#", "-", "+", "=")
"""Signs that begin something at the head of a line."""

NO_CHARACTERS = {0xFFFE: "�", 0xFFFF: "�"}
"""What XML can't hold and no reader shows: a sheet or a drawing with one of them would not open."""


def plain(text: Markup | str) -> str:
    """Markup as the words that a reader sees, in one line; a text that is no markup stays as it is."""
    return _read(text, {}, escaped=False) if isinstance(text, Markup) else text


def markdown(text: object) -> str:
    """Markup, or any other text or number, as inline Markdown: words of a mail make no link, picture, table or tag."""
    words = _read(text, _MARKDOWN, escaped=True) if isinstance(text, Markup) else _escaped(str(text))
    return f"\\{words}" if words.startswith(_AT_FIRST) else words


def _escaped(words: str) -> str:
    """Words that start nothing: some readers make a link of any address, so its joints are broken."""
    return words.translate(_SPECIAL).replace("//", "\\/\\/").replace("www.", "www\\.").replace("WWW.", "WWW\\.")


def _read(text: Markup, marks: dict[str, str], *, escaped: bool) -> str:
    reader = _Reader(marks, escaped=escaped)
    reader.feed(text)
    reader.close()
    return " ".join(part for part in "".join(reader.parts).replace("\n", " ").split(" ") if part)


class _Reader(HTMLParser):
    def __init__(self, marks: dict[str, str], *, escaped: bool) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._marks = marks
        self._escaped = escaped
        self._closing: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The sign that stands for a tag, now and where it closes."""
        given = dict(attrs)
        if tag in {"br", "wbr"}:
            self.parts.append(" " if tag == "br" else "")
            return
        opening = closing = self._marks.get(tag, "")
        if tag == "q":
            opening, closing = _QUOTES["ja" if given.get("lang") == "ja" else "en"]
        elif tag == "a" and self._escaped and not (given.get("href") or "#").startswith("#"):
            opening, closing = "[", f"](<{given['href']}>)"
        self.parts.append(opening)
        self._closing.append(closing)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - our markup is well-formed
        """The closing sign."""
        self.parts.append(self._closing.pop())

    def handle_data(self, data: str) -> None:
        """Words."""
        self.parts.append(_escaped(data) if self._escaped else data)
