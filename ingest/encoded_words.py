"""Header text (RFC 2047): neighbouring encoded words are joined as bytes before they are decoded.

Mailers cut ISO-2022-JP between two escapes and UTF-8 inside a character; word by word both would be lost.
"""

import base64
import binascii
from dataclasses import dataclass

import re2

from ingest.charsets import decode_text

_WORD = re2.compile(r"=\?([0-9A-Za-z_.:+-]{1,40})(?:\*[^?\s]{0,40})?\?([BbQq])\?(.*?)\?=")
_NOT_BASE64 = re2.compile(r"[^A-Za-z0-9+/]")


@dataclass(slots=True)
class _Run:
    """Neighbouring words of one charset and encoding."""

    charset: str
    base64: bool
    words: list[str]

    def text(self) -> str:
        """All words decoded as one."""
        data = _base64_words(self.words) if self.base64 else b"".join(map(_quoted_printable, self.words))
        return decode_text(data, self.charset).text


def decode_header(value: str) -> str:
    """Decode the encoded words of a header value; what is none of them stays as it is."""
    if "=?" not in value:
        return value
    # Blanks between two words are no text, also where the words differ in charset (RFC 2047, 6.2).
    out: list[str] = []
    run: _Run | None = None
    end = 0
    for match in _WORD.finditer(value):
        between = value[end : match.start()]
        charset, encoding, word = match.group(1).lower(), match.group(2).upper() == "B", match.group(3)
        if run and not between.strip() and (charset, encoding) == (run.charset, run.base64):
            run.words.append(word)
        else:
            out += [run.text()] if run else []
            out += [] if run and not between.strip() else [between]
            run = _Run(charset, encoding, [word])
        end = match.end()
    out += [run.text()] if run else []
    return "".join((*out, value[end:]))


def _base64_words(words: list[str]) -> bytes:
    """Words that end inside a group of four go on in the next word; padded or whole ones stand alone."""
    data, held = b"", ""
    for word in words:
        held += _NOT_BASE64.sub("", word)
        if len(held) % 4 == 0 or word.rstrip().endswith("="):
            data, held = data + decode_base64(held.encode()), ""
    return data + decode_base64(held.encode())


def decode_base64(data: bytes) -> bytes:
    """Decode base64 whatever its padding: foreign characters are passed over, an incomplete group gives what it can."""
    return b"".join(map(_groups, data.translate(None, _FOREIGN).split(b"=")))


_ALPHABET = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
_FOREIGN = bytes(byte for byte in range(256) if byte not in _ALPHABET)


def _groups(data: bytes) -> bytes:
    whole = data[:-1] if len(data) % 4 == 1 else data
    return base64.b64decode(whole + b"=" * (-len(whole) % 4))


def _quoted_printable(word: str) -> bytes:
    return binascii.a2b_qp(word.encode("utf-8", "replace"), header=True)
