"""Bytes to text whatever the mail claims: declared charset, then UTF-8, then what the bytes look like; never an error."""

import codecs
from dataclasses import dataclass
from itertools import pairwise

from ingest.iso2022jp import decode_iso2022jp, looks_like_iso2022jp

ISO_2022_JP = "iso-2022-jp"
"""The decoder of our own; all other names are Python's."""

_ALIASES = {
    "cp932": "cp932 shift-jis shiftjis sjis x-sjis x-ms-cp932 ms932 ms-kanji windows-31j cswindows31j csshiftjis cp943 cp943c ibm-943",
    "euc_jp": "euc-jp eucjp x-euc-jp eucjp-ms eucjp-win eucjp-open ujis cp51932 cseucpkdfmtjapanese",
    ISO_2022_JP: "iso-2022-jp iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-3 iso-2022-jp-2004 iso-2022-jp-ext iso-2022-jp-ms csiso2022jp "
    "csiso2022jp2 jis x-jis cp50220 cp50221 cp50222 x-windows-50220 x-windows-50221",
    "windows-1252": "iso-8859-1 iso8859-1 latin1 latin-1 l1 iso-ir-100 windows-1252 cp1252 cp-1252 ansi x-ansi",
    "gb18030": "gb2312 gb-2312 gbk gb18030 euc-cn cp936 x-gbk",
    "cp949": "ks-c-5601-1987 ks-c-5601 ksc5601 euc-kr euckr cp949 uhc",
    "cp950": "big5 big-5 cp950 x-x-big5",
    "mac_roman": "macintosh x-mac-roman mac",
    "utf-8": "utf-8 utf8 utf-8-sig unicode-1-1-utf-8 x-utf-8",
    "utf-7": "utf-7 unicode-1-1-utf-7",
    "ascii": "us-ascii ascii ansi-x3.4-1968 iso646-us 7bit 8bit binary unknown unknown-8bit x-unknown default none",
}
"""Decoder → names that mails use for it, `_` written as `-`."""
_CODECS = {alias: codec for codec, aliases in _ALIASES.items() for alias in aliases.split()}
_WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"})
_OTHER_ASIAN = frozenset({"hz", "iso2022_kr", "big5hkscs", "johab", "shift_jis_2004", "shift_jisx0213", "euc_jis_2004", "tis-620", "cp874"})
_OTHER_EUROPEAN = frozenset({"koi8-r", "koi8-u", "mac-cyrillic", "cp437", "cp850", "cp852", "cp855", "cp858", "cp862", "cp866"})
_FAMILIES = frozenset({*(f"iso8859-{number}" for number in range(2, 17)), *(f"cp125{number}" for number in range(9))})
_PYTHON_CODECS = _WIDE | _OTHER_ASIAN | _OTHER_EUROPEAN | _FAMILIES
"""Codecs of Python that mail may name as well: a mail must not reach `unicode_escape` or `punycode`."""

_STATEFUL = frozenset({"hz", "iso2022_kr", "utf-7"})
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LOSS = "\ufffd"
_TOLERABLE = 0.1
"""Share of the non-ASCII characters that may be lost before another decoder is asked."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and which decoder gave it."""

    text: str
    charset: str


def codec_for(declared: str | None) -> str | None:
    """The decoder that a charset name of a mail stands for, or null where nobody knows the name."""
    name = "".join(c for c in (declared or "").lower()[:60] if c.isascii() and (c.isalnum() or c in "-_.")).replace("_", "-")
    if name in _CODECS:
        return _CODECS[name]
    try:
        python_name = codecs.lookup(name).name if name else ""
    except LookupError:
        return None
    return python_name if python_name in _PYTHON_CODECS else None


def decode_text(data: bytes, declared: str | None) -> Decoded:
    """Decode what a mail says is in the charset `declared`; lone surrogates never come out."""
    codec = codec_for(declared)
    # A byte order mark is surer than any declaration.
    for bom, bom_codec in _BOMS:
        if data.startswith(bom):
            return _replaced(data, bom_codec)
    if codec in _WIDE:
        return _replaced(data, str(codec))
    if codec not in _STATEFUL and looks_like_iso2022jp(data) and (data.isascii() or _strict(data, "utf-8") is None):
        return Decoded(decode_iso2022jp(data), ISO_2022_JP)
    if data.isascii():
        return _replaced(data, codec) if codec in _STATEFUL else Decoded(data.decode("ascii"), codec or "ascii")
    return _eight_bit(data, codec)


def _eight_bit(data: bytes, codec: str | None) -> Decoded:
    utf8 = _strict(data, "utf-8")
    # No Latin letter pair and hardly a Shift_JIS word is valid UTF-8 by chance: mailers that declare the wrong one of these are common.
    if utf8 and (codec in {None, "utf-8", "ascii", ISO_2022_JP, "windows-1252"} or max(data) >= 0xE0):
        return utf8
    if codec not in {None, "utf-8", "ascii", ISO_2022_JP, "windows-1252"} and (declared := _strict(data, str(codec))):
        return declared
    for each in ("utf-8" if codec in {None, "ascii", "windows-1252"} else str(codec), "utf-8"):
        if _damage((cut_short := _replaced(data, each)).text) < _TOLERABLE:
            return cut_short
    guesses = (_strict(data, _likely(data)), *(_replaced(data, each) for each in ("utf-8", "cp932", "euc_jp")))
    return min((guess for guess in guesses if guess), key=lambda guess: _damage(guess.text))


def _likely(data: bytes) -> str:
    """Of bytes that are no UTF-8: in Japanese, bytes above 127 stand side by side; in Latin text, alone between letters."""
    high = sum(byte >= 0x80 for byte in data)
    if sum(a >= 0x80 and b >= 0x80 for a, b in pairwise(data)) <= 0.2 * high:
        return "windows-1252"
    shift_jis, euc = data.decode("cp932", "replace"), _strict(data, "euc_jp")
    if euc and (_LOSS in shift_jis or _half_width_share(shift_jis) > 0.5):
        return "euc_jp"
    words = any(a > "\x7f" and b > "\x7f" for a, b in pairwise(shift_jis))
    return "cp932" if words and _damage(shift_jis) < _TOLERABLE else "windows-1252"


def _half_width_share(text: str) -> float:
    wide = [c for c in text if c > "\x7f"]
    return sum("\uff61" <= c <= "\uff9f" for c in wide) / len(wide) if wide else 0.0


def _strict(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        return None


def _replaced(data: bytes, codec: str) -> Decoded:
    text = decode_iso2022jp(data) if codec == ISO_2022_JP else data.decode(codec, "replace")
    # UTF-7 can spell half a surrogate pair, which no later step could encode.
    text = text.removeprefix("\ufeff").encode("utf-8", "replace").decode()
    return Decoded(text, f"{codec}, with losses" if _LOSS in text else codec)


def _damage(text: str) -> float:
    beyond_ascii = sum(c > "\x7f" for c in text)
    return text.count(_LOSS) / beyond_ascii if beyond_ascii else 0.0
