"""Hostile HTML made harmless for a tree builder: one linear pass leaves plain tags with the few attributes that we read.

The standard library's reader, on which BeautifulSoup stands, takes minutes for some hundred kilobytes of unclosed quotes or comments.
"""

import re2

from ingest.limits import HTML_CHARACTERS, HTML_TAGS
from ingest.structure import OverCap
from requisitions.words import Cause

_KEPT = frozenset({"class", "id", "style", "color", "hidden", "type", "cite", "start", "href", "border"})
_DROPPED = frozenset(
    {
        "script",
        "style",
        "title",
        "xml",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "noembed",
        "noframes",
        "select",
        "textarea",
        "audio",
        "video",
    }
)
"""Elements whose contents no reader sees."""

_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "basefont", "bgsound"}
)
_BREAKS = frozenset({"br", "hr"})
"""The empty elements that leave something to read."""

_LONGEST_TAG = 4_000
_NAME = re2.compile(r"</?([A-Za-z][^\s/>]{0,60})")
_QUOTED_TAG = re2.compile(r"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re2.compile(r"""\s([A-Za-z][\w:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_LONG_REFERENCE = re2.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def clean_markup(markup: str) -> str:
    """Rewrite HTML as tags and text only: no comments, declarations, scripts, unclosed tags or long attributes.

    Raises:
        OverCap: more characters or tags than are read.
    """
    if len(markup) > HTML_CHARACTERS:
        raise OverCap(Cause.TEXT_TOO_LONG, f"has HTML of more than {HTML_CHARACTERS:,} characters")
    if markup.count("<") > HTML_TAGS:
        raise OverCap(Cause.TEXT_TOO_LONG, f"has HTML of more than {HTML_TAGS:,} tags")
    return _Cleaner(_LONG_REFERENCE.sub("\ufffd", markup) if "&#" in markup else markup).run()


class _Cleaner:
    """Walks from `<` to `<`; remembers what was looked for in vain, so that nothing is looked for twice."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._lower = markup.translate(_LOWER)
        self._missing: set[str] = set()
        self._out: list[str] = []

    def run(self) -> str:
        """Rewrite the whole page."""
        at = 0
        while (found := self._markup.find("<", at)) >= 0:
            self._out.append(self._markup[at:found])
            at = self._sign(found)
        return "".join((*self._out, self._markup[at:]))

    def _find(self, what: str, at: int) -> int:
        found = -1 if what in self._missing else self._lower.find(what, at)
        if found < 0:
            self._missing.add(what)
        return found

    def _sign(self, at: int) -> int:
        """Take what begins with the `<` here; returns where to go on."""
        if self._markup.startswith("<!--", at) and (end := self._find("-->", at + 2)) >= 0:
            return end + 3
        named = _NAME.match(self._markup[at : at + 64])
        close = self._find(">", at)
        if close < 0 or (named is None and not self._markup.startswith(("<!", "<?"), at)) or (named and "@" in named.group(1)):
            self._out.append("&lt;")
            return at + 1
        return self._tag(at, close, named.group(1).lower()) if named else close + 1

    def _tag(self, at: int, close: int, name: str) -> int:
        tag = self._markup[at : close + 1]
        if len(tag) <= _LONGEST_TAG and (tag.count('"') % 2 or tag.count("'") % 2):
            # A `>` inside quotes ends no tag.
            whole = _QUOTED_TAG.match(self._markup[at : at + _LONGEST_TAG])
            tag = whole.group() if whole else tag
        end = at + len(tag)
        if name in _EMPTY:
            # Closed at once: BeautifulSoup searches all open ones at every end tag.
            self._out += [f"<{name}/>"] if name in _BREAKS else []
        elif tag.startswith("</"):
            self._out += [] if name in _DROPPED else [f"</{name}>"]
        elif name in _DROPPED:
            closing = self._find(f"</{name}", end)
            return end if closing < 0 else closing
        else:
            self._out.append(f"<{name}{_attributes(tag[:-1])}>")
        return end


def _attributes(tag: str) -> str:
    if len(tag) > _LONGEST_TAG:
        return ""
    kept: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(tag):
        if name.lower() in _KEPT:
            kept.setdefault(name.lower(), value.strip("\"'").replace('"', "&quot;").replace("<", "&lt;"))
    return "".join(f' {name}="{value}"' for name, value in kept.items())
