"""Which parts of a mail are its text: alternatives chosen, texts joined, the rest named as attachments (DECISIONS.md D25)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import re2

from ingest.charsets import decode_text
from ingest.html import read_page
from ingest.limits import TEXT_CHARACTERS
from ingest.marks import NO_MARKS, Marks, set_off
from ingest.plaintext import clean_text, unflow
from ingest.structure import OverCap, Part
from requisitions.words import Cause

_META_CHARSET = re2.compile(rb"(?i)<meta[^>]{1,200}charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})")
_META_WITHIN = 4_096
_READ = frozenset({"text/plain", "text/html", "text/enriched", "text/richtext"})
_STUB = 0.1
"""A plain part with less than this share of the HTML part's letters, and no more than a few lines, says that HTML is needed."""
_STUB_LETTERS = 200
_NAME_CHARACTERS = 255


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a mail and what else it carries."""

    text: str = ""
    marks: Marks = NO_MARKS
    charset: str | None = None
    readable: bool = False
    """Whether there is any part that holds text, be it empty."""
    attachments: tuple[str, ...] = ()
    messages: tuple[Part, ...] = ()
    """Mails attached whole."""
    kinds: frozenset[str] = frozenset()
    """Content types of all parts."""


def read_body(part: Part) -> Body:
    """Read the text of a part, containers included.

    Raises:
        OverCap: text or HTML longer than is read.
    """
    if part.kind == "message/rfc822":
        return Body(messages=part.parts, kinds=frozenset({part.kind}))
    if part.parts:
        return _with_kind(_container(part), part.kind)
    name = part.file_name()[:_NAME_CHARACTERS]
    if part.kind not in _READ or part.is_attachment():
        return Body(attachments=(name,) if name else (), kinds=frozenset({part.kind}))
    if name and part.kind == "text/plain":
        # Apple's programs show text files in line; a file is no part of what the author wrote.
        return Body(attachments=(name,), kinds=frozenset({part.kind}))
    return _leaf(part)


def _leaf(part: Part) -> Body:
    content = part.content()
    declared = part.headers.parameter("content-type", "charset") or None
    kinds = frozenset({part.kind})
    if part.kind != "text/plain":
        named = _META_CHARSET.search(content[:_META_WITHIN]) if declared is None else None
        decoded = decode_text(content, named.group(1).decode("ascii") if named else declared)
        page = read_page(decoded.text)
        return Body(_bounded(page.text), page.marks, decoded.charset, readable=True, kinds=kinds)
    decoded = decode_text(content, declared)
    text = clean_text(decoded.text)
    if part.headers.parameter("content-type", "format").lower() == "flowed":
        text = unflow(text, delete_space=part.headers.parameter("content-type", "delsp").lower() == "yes")
    return Body(_bounded(text), charset=decoded.charset, readable=True, kinds=kinds)


def _bounded(text: str) -> str:
    if len(text) > TEXT_CHARACTERS:
        raise OverCap(Cause.TEXT_TOO_LONG, f"has a text of more than {TEXT_CHARACTERS:,} characters")
    return text


def _container(part: Part) -> Body:
    if part.kind == "multipart/alternative":
        return _alternative(part.parts)
    if part.kind == "multipart/related":
        root, *others = part.parts
        rest = (read_body(other) for other in others if not other.kind.startswith("image/"))
        return _joined([read_body(root), *(_without_text(body) for body in rest)])
    bodies = [read_body(inner) for inner in part.parts]
    if part.kind == "multipart/report":
        # What is sent back is our own mail: nobody forwards it.
        bodies = [_joined([body], messages=False) for body in bodies]
    return _joined(bodies)


def _alternative(parts: Iterable[Part]) -> Body:
    """The plain text, unless it is empty or the HTML carries colour or deletions that it lacks (DECISIONS.md D25)."""
    plain, rich = Body(), Body()
    others: list[Body] = []
    too_long: OverCap | None = None
    for part in parts:
        try:
            body = read_body(part)
        except OverCap as reason:
            too_long = reason
            continue
        if not body.readable:
            others.append(body)
        elif "text/html" in body.kinds:
            rich = body
        else:
            plain = body if not plain.text.strip() else plain
    if too_long and not plain.text.strip() and not rich.text.strip():
        raise too_long
    chosen, other = (rich, plain) if rich.readable and _needs_html(plain, rich) else (plain, rich)
    if not chosen.readable:
        chosen, other = other, chosen
    return _joined([chosen, _without_text(other), *others])


def _needs_html(plain: Body, rich: Body) -> bool:
    if not rich.text.strip():
        return False
    # White space says nothing: HTML to text and a mailer's own rendering differ in it.
    letters, all_letters = len("".join(plain.text.split())), len("".join(rich.text.split()))
    if letters == 0 or (letters < _STUB_LETTERS and letters < _STUB * all_letters):
        return True
    return bool(rich.marks.deleted) or any(set_off(rich.text, rich.marks, [(0, len(rich.text))]))


def _without_text(body: Body) -> Body:
    return Body(attachments=body.attachments, messages=body.messages, kinds=body.kinds)


def _with_kind(body: Body, kind: str) -> Body:
    return Body(body.text, body.marks, body.charset, body.readable, body.attachments, body.messages, body.kinds | {kind})


def _joined(bodies: list[Body], *, messages: bool = True) -> Body:
    """Bodies one below another; a text that another already holds is not repeated."""
    text, marks = "", Marks()
    for body in _distinct(bodies):
        # One line end parts the texts, whether or not the first one ends its last line.
        text += "\n" if text and not text.endswith("\n") else ""
        marks = marks.joined(body.marks.shifted(len(text)))
        text += body.text
    return Body(
        _bounded(text),
        marks,
        next((body.charset for body in bodies if body.text.strip()), next((body.charset for body in bodies if body.charset), None)),
        any(body.readable for body in bodies),
        tuple(name for body in bodies for name in body.attachments),
        tuple(part for body in bodies for part in body.messages) if messages else (),
        frozenset(kind for body in bodies for kind in body.kinds),
    )


def _distinct(bodies: Iterable[Body]) -> Iterator[Body]:
    seen: list[str] = []
    for body in bodies:
        squeezed = "".join(body.text.split())
        if squeezed and not any(squeezed in earlier for earlier in seen):
            seen.append(squeezed)
            yield body
