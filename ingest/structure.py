"""A mail's parts (RFC 2045, 2046): split by their boundaries within caps, without a parser that trusts their number or depth."""

import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import re2

from ingest.encoded_words import decode_base64
from ingest.headers import Headers, HeadersTooLong, split_message
from ingest.limits import HEADER_BYTES, PART_COUNT, PART_DEPTH
from requisitions.words import Cause

_ENCODED_MESSAGE = frozenset({"base64", "quoted-printable"})
_WORDS = re2.compile(rb"[!-~][ \t]+[!-~]")
_WHITE = b" \t\r\n"
_PADDING = 80
"""Bytes behind a delimiter that may be white space."""


class OverCap(Exception):  # noqa: N818 - named for what is so
    """A mail goes past a cap; says which, as the end of a sentence that begins with the mail."""

    def __init__(self, cause: Cause, sentence: str) -> None:
        """Take which cap it is, and the sentence."""
        super().__init__(sentence)
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Part:
    """One part: a leaf with its body still encoded, or a container of parts."""

    headers: Headers
    kind: str
    """`type/subtype`."""
    body: bytes
    """Of a leaf; empty in containers."""
    parts: tuple["Part", ...] = ()
    """Of a multipart; of `message/rfc822`, the one mail inside."""

    def content(self) -> bytes:
        """The body with its transfer encoding undone."""
        return decode_transfer(self.body, self.headers.value("content-transfer-encoding"))

    def file_name(self) -> str:
        """The name that the sender gave the part, empty where there is none."""
        return self.headers.parameter("content-disposition", "filename") or self.headers.parameter("content-type", "name")

    def is_attachment(self) -> bool:
        """Whether the sender set the part apart from the text."""
        return self.headers.value("content-disposition") == "attachment"


def parse_structure(content: bytes) -> Part:
    """Split a whole mail into its parts.

    Raises:
        OverCap: too many parts, nested too deep, or too long a header block.
    """
    return _Splitter().message(content, 0, len(content), 0)


class _Splitter:
    """Counts the parts of one mail while it splits them; works on offsets, so nesting copies no bytes."""

    def __init__(self) -> None:
        self._count = 0

    def message(self, content: bytes, start: int, end: int, depth: int) -> Part:
        self._count += 1
        if self._count > PART_COUNT:
            raise OverCap(Cause.TOO_MANY_PARTS, f"has more than {PART_COUNT} parts")
        if depth > PART_DEPTH:
            raise OverCap(Cause.NESTED_TOO_DEEP, f"nests its parts deeper than {PART_DEPTH} levels")
        try:
            headers, body = split_message(content, start, end)
        except HeadersTooLong:
            raise OverCap(Cause.HEADERS_TOO_LONG, f"has a header block of more than {HEADER_BYTES // 1024} KB") from None
        kind = headers.content_type()
        boundary = headers.parameter("content-type", "boundary").encode("utf-8", "replace").rstrip()
        if kind.startswith("multipart/") and boundary:
            # A container whose boundary never comes is read as the text that it then is.
            pieces = list(islice(_pieces(content, body, end, b"--" + boundary), PART_COUNT + 1))
            parts = tuple(self.message(content, *piece, depth + 1) for piece in self._bounded(pieces))
            return Part(headers, kind, b"", parts) if parts else Part(headers, "text/plain", content[body:end])
        if kind == "message/rfc822":
            return Part(headers, kind, b"", (self._inner(headers, content, body, end, depth + 1),))
        return Part(headers, kind, content[body:end])

    def _bounded(self, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
        if self._count + len(pieces) > PART_COUNT:
            raise OverCap(Cause.TOO_MANY_PARTS, f"has more than {PART_COUNT} parts")
        return pieces

    def _inner(self, headers: Headers, content: bytes, body: int, end: int, depth: int) -> Part:
        encoding = headers.value("content-transfer-encoding")
        if encoding not in _ENCODED_MESSAGE:
            return self.message(content, body, end, depth)
        inner = decode_transfer(content[body:end], encoding)
        return self.message(inner, 0, len(inner), depth)


def _pieces(content: bytes, start: int, end: int, delimiter: bytes) -> Iterator[tuple[int, int]]:
    """The stretches between delimiter lines, without the line break before each."""
    piece: int | None = None
    at = start - 1  # the line break before the body
    while (at := content.find(b"\n" + delimiter, at, end)) >= 0:
        line = at + 1 + len(delimiter)
        behind, newline, _ = content[line : min(end, line + _PADDING)].partition(b"\n")
        if behind.removeprefix(b"--").strip(_WHITE):
            at = line
            continue
        if piece is not None:
            yield piece, max(piece, at - (content[at - 1 : at] == b"\r"))
        if behind.startswith(b"--"):
            return
        piece = line + len(behind) + len(newline)
        at = piece - len(newline)
    if piece is not None:
        yield piece, end


def decode_transfer(body: bytes, encoding: str) -> bytes:
    """Undo a Content-Transfer-Encoding; a body that is not what it claims stays as it is."""
    if encoding == "base64" and body.isascii() and not _WORDS.search(body):
        return decode_base64(body)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    return body
