"""ISO-2022-JP as Japanese mailers really write it (RFC 1468, 1554, 2237; cp50220's NEC row 13 and half-width kana).

Python's own codecs lose ①, ㈱ and half-width kana; here JIS X 0208 goes through Shift_JIS arithmetic into cp932, which has them all.
"""

from collections.abc import Callable
from functools import lru_cache, partial

ESCAPE = b"\x1b"
_SHIFT_OUT, _SHIFT_IN = 0x0E, 0x0F
_HALF_WIDTH = range(0xA1, 0xE0)
_LOSS = "\ufffd"


@lru_cache(maxsize=10_000)
def _kanji(lead: int, trail: int) -> str:
    row, cell = lead - 0x21, trail - 0x21
    first = (row >> 1) + (0x81 if row < 62 else 0xC1)
    second = cell + (0x9F if row % 2 else 0x40)
    if not row % 2 and second >= 0x7F:
        second += 1
    return bytes((first, second)).decode("cp932", "replace")


@lru_cache(maxsize=10_000)
def _through_euc(prefix: bytes, codec: str, lead: int, trail: int) -> str:
    return (prefix + bytes((lead | 0x80, trail | 0x80))).decode(codec, "replace")


def _pairs(decode: Callable[[int, int], str], data: bytes) -> str:
    out, at = [], 0
    while at < len(data):
        lead = data[at]
        if not 0x21 <= lead <= 0x7E:
            out.append(chr(lead) if lead <= 0x20 else _LOSS)
            at += 1
            continue
        trail = data[at + 1] if at + 1 < len(data) else 0
        out.append(decode(lead, trail) if 0x21 <= trail <= 0x7E else _LOSS)
        at += 2
    return "".join(out)


def _half_width(byte: int) -> str:
    return bytes((byte,)).decode("cp932") if byte in _HALF_WIDTH else _LOSS


def _single(data: bytes) -> str:
    """ASCII, with the two ways in which half-width kana slip into it: shift out, and the eighth bit."""
    if data.isascii() and _SHIFT_OUT not in data:
        return data.decode("ascii")
    out, shifted = [], False
    for byte in data:
        if byte in {_SHIFT_OUT, _SHIFT_IN}:
            shifted = byte == _SHIFT_OUT
        elif byte >= 0x80 or (shifted and 0x21 <= byte <= 0x5F):
            out.append(_half_width(byte | 0x80))
        else:
            out.append(chr(byte))
    return "".join(out)


def _roman(data: bytes) -> str:
    # JIS-Roman's overline stays a tilde: in this trade it is the sign of a range.
    return _single(data).replace("\\", "¥")


def _kana(data: bytes) -> str:
    return "".join(_half_width(byte | 0x80) if 0x21 <= byte <= 0x5F else _single(bytes((byte,))) for byte in data)


def _double(codec: str, prefix: bytes = b"") -> Callable[[bytes], str]:
    return partial(_pairs, partial(_through_euc, prefix, codec))


_DESIGNATIONS: tuple[tuple[bytes, Callable[[bytes], str]], ...] = (
    (b"$B", partial(_pairs, _kanji)),
    (b"$@", partial(_pairs, _kanji)),
    (b"$(B", partial(_pairs, _kanji)),
    (b"(B", _single),
    (b"(J", _roman),
    (b"(H", _single),
    (b"(I", _kana),
    (b"$(D", _double("euc_jp", b"\x8f")),
    (b"$(O", _double("euc_jis_2004")),
    (b"$(Q", _double("euc_jis_2004")),
    (b"$(P", _double("euc_jis_2004", b"\x8f")),
    (b"$A", _double("gb2312")),
    (b"$(C", _double("euc_kr")),
)
"""Escape sequence without its ESC → how the bytes behind it read, until the next one or the end of the line."""

_JAPANESE = tuple(ESCAPE + sign for sign, _ in _DESIGNATIONS if sign not in {b"(B", b"$A", b"$(C"})


def looks_like_iso2022jp(data: bytes) -> bool:
    """Whether the bytes hold an escape sequence that only Japanese mail writes."""
    return ESCAPE in data and any(sign in data for sign in _JAPANESE)


def decode_iso2022jp(data: bytes) -> str:
    """Decode the bytes; what is no ISO-2022-JP becomes U+FFFD, never an error."""
    first, *rest = data.split(ESCAPE)
    pieces = [_single(first)]
    for segment in rest:
        sign, decode = next(((sign, decode) for sign, decode in _DESIGNATIONS if segment.startswith(sign)), (b"", _single))
        # RFC 1468: every line begins in ASCII, also after a line that forgot to return to it.
        line, newline, below = segment[len(sign) :].partition(b"\n")
        pieces += (decode(line), newline.decode(), _single(below))
    return "".join(pieces)
