"""Header blocks (RFC 5322, 2.2) read without trust: any bytes give headers, and reading one never raises."""

import binascii
from dataclasses import dataclass
from email.message import Message as Compat32Message

import re2

from ingest.addresses import printable
from ingest.charsets import decode_text
from ingest.encoded_words import decode_base64, decode_header
from ingest.limits import HEADER_BYTES

_NAME_BYTES = bytes(byte for byte in range(33, 127) if byte != ord(":"))
_LONGEST_NAME = 100
_USUAL = frozenset(
    {b"from", b"to", b"cc", b"bcc", b"subject", b"date", b"mime-version", b"references", b"received", b"sender"}
    | {b"message-id", b"in-reply-to", b"reply-to", b"return-path", b"delivered-to", b"importance", b"organization"}
)
_MESSAGE_ID = re2.compile(r"<([^<>]{1,998})>")
_PARAMETERS = 4_000
"""Characters of a header that parameters are looked for in: the standard library's reader is quadratic in them."""
_THREAD_INDEX = 22
_END_OF_HEADERS = (b"\n\n", b"\n\r\n")


class HeadersTooLong(Exception):  # noqa: N818 - named for what is so
    """A header block goes past its cap."""


@dataclass(frozen=True, slots=True)
class Headers:
    """Header fields in their order, names in lower case, values unfolded bytes."""

    fields: tuple[tuple[str, bytes], ...] = ()

    def all(self, name: str) -> tuple[str, ...]:
        """Every field of that name, from the top, its encoded words still encoded."""
        return tuple(decode_text(value, None).text for key, value in self.fields if key == name)

    def first(self, name: str) -> str:
        """The topmost field of that name, empty where there is none."""
        return next((decode_text(value, None).text for key, value in self.fields if key == name), "")

    def text(self, name: str) -> str:
        """The topmost field of that name for people: decoded, on one line."""
        return " ".join(printable(decode_header(self.first(name))).split())

    def content_type(self) -> str:
        """`type/subtype` in lower case, `text/plain` where the field is missing or no such thing."""
        kind = self.first("content-type").partition(";")[0].strip().lower()
        return kind if kind.count("/") == 1 and not kind.startswith("/") and not kind.endswith("/") else "text/plain"

    def value(self, name: str) -> str:
        """What stands before the parameters, in lower case."""
        return self.first(name).partition(";")[0].strip().lower()

    def parameter(self, name: str, parameter: str) -> str:
        """One parameter of a structured field (RFC 2231), decoded; empty where it is missing."""
        message = Compat32Message()
        message[name] = self.first(name)[:_PARAMETERS]
        found = message.get_param(parameter, "", name)
        if isinstance(found, tuple):
            charset, _, value = found
            return printable(decode_text(value.encode("latin-1", "replace"), charset).text)
        return " ".join(printable(decode_header(found or "")).split())


def split_message(content: bytes, start: int = 0, end: int | None = None) -> tuple[Headers, int]:
    """Read the header block that begins at `start`, and say where the body below it begins.

    Raises:
        HeadersTooLong: the block does not end within its cap.
    """
    end = len(content) if end is None else end
    if content.startswith((b"\n", b"\r\n"), start):
        return Headers(), start + (1 if content[start] == 0x0A else 2)
    ends = [
        (found, found + len(mark))
        for mark in _END_OF_HEADERS
        if (found := content.find(mark, start, min(end, start + HEADER_BYTES + 2))) >= 0
    ]
    block_end, body = min(ends) if ends else (end, end)
    if block_end - start > HEADER_BYTES:
        raise HeadersTooLong
    lines = content[start:block_end].replace(b"\r\n", b"\n").split(b"\n")
    count = _header_lines(lines)
    if count < len(lines):
        # No empty line stands between headers and body.
        body = start
        for _ in range(count):
            body = content.index(b"\n", body) + 1
    return Headers(tuple(_fields(lines[:count]))), body


def _header_lines(lines: list[bytes]) -> int:
    """How many of the lines belong to headers: none where the first line is no field, else up to the last field and its folds."""
    if not _name_of(lines[0]) and not lines[0].startswith(b"From "):
        return 0
    count, broken = 0, False
    for number, line in enumerate(lines):
        name = _name_of(line)
        if name and (not broken or name in _USUAL or name.startswith((b"x-", b"content-"))):
            count, broken = number + 1, False
        elif line.startswith((b" ", b"\t")) and not broken:
            count = number + 1
        elif number:
            # A fold that lost its indent, if a usual header follows; otherwise the body, with no empty line before it.
            broken = True
    return max(count, 1)


def _name_of(line: bytes) -> bytes:
    """The name of the field that a line begins, in lower case; empty where it begins none."""
    name, colon, _ = line[: _LONGEST_NAME + 1].partition(b":")
    name = name.rstrip(b" \t")
    return name.lower() if colon and not name.translate(None, _NAME_BYTES) else b""


def _fields(lines: list[bytes]) -> list[tuple[str, bytes]]:
    fields: list[tuple[str, list[bytes]]] = []
    for line in lines:
        if name := _name_of(line):
            fields.append((name.decode("ascii"), [line.partition(b":")[2].strip()]))
        elif fields:
            # Also a fold that lost its indent, as long as headers follow it.
            fields[-1][1].append(line.strip())
    return [(name, b" ".join(pieces)) for name, pieces in fields]


def message_ids(value: str) -> tuple[str, ...]:
    """The ids of a Message-ID, In-Reply-To or References header with their angle brackets, each once; invalid ones are left out."""
    found = ("".join(printable(inner).split()) for inner in _MESSAGE_ID.findall(value))
    return tuple(dict.fromkeys(f"<{inner}>" for inner in found if inner))


def message_id(value: str) -> str | None:
    """The id of a Message-ID header; null where it is missing or empty."""
    bare = value.split()
    ids = message_ids(value) or (message_ids(f"<{bare[0]}>") if len(bare) == 1 and "@" in value else ())
    return ids[0] if ids else None


def thread_index(value: str) -> str | None:
    """Hex of the 22 bytes of Outlook's Thread-Index that a conversation shares."""
    data = decode_base64(value.encode("ascii", "ignore"))[:_THREAD_INDEX]
    return binascii.hexlify(data).decode() if len(data) == _THREAD_INDEX else None
