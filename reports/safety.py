"""Hostile text on its way to a page: what is hidden is shown, what is long is cut, what is private is left out."""

import unicodedata
from collections.abc import Sequence
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from reports.errors import ReportError
from reports.privacy import Instead, without_private
from requisitions.versions import Mail

QUOTE_LIMIT = 160
"""Characters of a mail that a report repeats in one piece."""
NAME_LIMIT = 120
LINK_SCHEMES = ("https", "mailto", "mid")
_PLACEHOLDERS = ("{message_id}", "{sha256}")
_MOST_MARKS = 4
"""Combining marks in a row that any script needs; a tower of more paints over the lines around it."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_SPACES = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")


def visible(text: str, limit: int = NAME_LIMIT) -> str:
    """Text with nothing in it that hides or turns other text, cut at `limit`: a direction mark appears as `⟨U+202E⟩`."""
    plain, over = _cut(text, limit)
    return f"{plain}…" if over else plain


def excerpt(text: str, instead: Instead) -> tuple[str, bool]:
    """The words of a mail as a report quotes them, and whether they go on."""
    near = text[: QUOTE_LIMIT * 4]
    plain, over = _cut("".join(without_private((near,), instead)), QUOTE_LIMIT)
    return plain, over or len(near) < len(text)


def around(parts: Sequence[str], instead: Instead) -> tuple[str, ...]:
    """Pieces of a mail that follow one another, as a report quotes them; spaces between them stay."""
    shown = [_shown(part) for part in without_private(parts, instead)]
    one = [" ".join(part for part in piece.split(" ") if part) for piece in shown]
    ends = [(" " if piece.startswith(" ") else "", " " if piece.endswith(" ") and piece.strip(" ") else "") for piece in shown]
    return tuple(f"{before}{piece}{after}" for piece, (before, after) in zip(one, ends, strict=True))


def _cut(text: str, limit: int) -> tuple[str, bool]:
    near = text[: limit * 4]
    plain = " ".join(part for part in _shown(near).split(" ") if part)
    return plain[:limit].rstrip(), len(plain) > limit or len(near) < len(text)


def _shown(text: str) -> str:
    shown: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if character in _SPACES:
            shown.append(" ")
        elif category in _HIDDEN:
            shown.append(f"⟨U+{ord(character):04X}⟩")
        elif marks <= _MOST_MARKS:
            shown.append(character)
    return "".join(shown)


def check_mail_link(template: str) -> None:
    """Judge a `[reports] mail_link` before anything is written with it.

    Raises:
        ReportError: it has no placeholder, another one than the two, or a scheme that a page may not link to.
    """
    rest = template
    for placeholder in _PLACEHOLDERS:
        rest = rest.replace(placeholder, "")
    scheme = urlsplit(template).scheme.lower()
    if scheme not in LINK_SCHEMES:
        allowed = ", ".join(LINK_SCHEMES)
        raise ReportError(f"[reports] mail_link: {template!r} is of the scheme {scheme or 'none'!r}; a page links to {allowed} only")
    if rest == template or "{" in rest or "}" in rest:
        raise ReportError(f"[reports] mail_link: {template!r} has to hold {{message_id}} or {{sha256}}, and no other placeholder")
    if visible(template, len(template)) != template or " " in template or "{" in urlsplit(template).netloc:
        raise ReportError(f"[reports] mail_link: {template!r} may hold no spaces or control characters, and no placeholder in its host")


def mail_url(template: str | None, mail: Mail) -> str | None:
    """The address of a mail by the configured template, or null where it has no such id."""
    if template is None or ("{message_id}" in template and not mail.message_id):
        return None
    ids = ((mail.message_id or "").strip("<> "), mail.sha256)
    for placeholder, value in zip(_PLACEHOLDERS, ids, strict=True):
        template = template.replace(placeholder, percent_encode(value, safe="", errors="replace"))
    return template
