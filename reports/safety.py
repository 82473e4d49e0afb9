"""Hostile text on its way to a page: what is hidden is shown, what is long is cut, what is private is left out."""

import unicodedata
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

import re2

from reports.errors import ReportError
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
_ADDRESS = re2.compile(r"[0-9A-Za-z._%+\-]+@[0-9A-Za-z\-]+(?:\.[0-9A-Za-z\-]+)+")
_PHONE = re2.compile(r"(?:\+[0-9]{1,3}[\- .(]{0,2}|\(?0)[0-9]{1,4}[\- .()]{1,2}[0-9]{1,4}[\- .()]{1,2}[0-9]{3,4}|\+?[0-9]{10,13}")
_AMERICAN_PHONE = re2.compile(r"\(?[2-9][0-9]{2}\)?[\- .]{1,2}[0-9]{3}[\- .][0-9]{4}")
_DIGITS_OF_A_PHONE = range(10, 14)
_NARROW = str.maketrans("０１２３４５６７８９－‐‑‒–—―−ー＋（）．　＠", "0123456789---------+(). @")


def visible(text: str, limit: int = NAME_LIMIT) -> str:
    """Text with nothing in it that hides or turns other text, cut at `limit`: a direction mark appears as `⟨U+202E⟩`."""
    plain, over = _cut(text, limit)
    return f"{plain}…" if over else plain


def excerpt(text: str, *, phone: str, address: str) -> tuple[str, bool]:
    """The words of a mail as a report quotes them, and whether they go on.

    Args:
        text: The evidence.
        phone: What stands where a telephone number stood.
        address: What stands where a mail address stood.
    """
    near = text[: QUOTE_LIMIT * 4]
    plain, over = _cut(without_contacts(near, phone=phone, address=address), QUOTE_LIMIT)
    return plain, over or len(near) < len(text)


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


def without_contacts(text: str, *, phone: str, address: str) -> str:
    """Text with telephone numbers and mail addresses replaced."""
    # Half a surrogate pair can't be handed to RE2; a question mark keeps the offsets.
    narrow = text.translate(_NARROW).encode(errors="replace").decode()
    found = [(match.start(), match.end(), address) for match in _ADDRESS.finditer(narrow)]
    for pattern in (_AMERICAN_PHONE, _PHONE):
        found += [(match.start(), match.end(), phone) for match in pattern.finditer(narrow) if _is_phone(match.group())]
    kept, last = [], 0
    for start, end, instead in sorted(found):
        if start >= last:
            kept += [text[last:start], instead]
            last = end
    return "".join(kept) + text[last:]


def _is_phone(found: str) -> bool:
    return sum(character.isdigit() for character in found) in _DIGITS_OF_A_PHONE


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
