"""Records that a table keeps whole, because only Python looks into them."""

import zlib

import msgspec

from requisitions.corrections import Word
from requisitions.statements import Statement
from requisitions.versions import LinkKeys

# the same record must give the same bytes, so sets are sorted
_ENCODER = msgspec.json.Encoder(order="deterministic")
_STATEMENT = msgspec.json.Decoder(Statement)
_LINK_KEYS = msgspec.json.Decoder(LinkKeys)
_WORD = msgspec.json.Decoder(Word)


def pack_statement(statement: Statement) -> bytes:
    """A statement as deflated JSON: names and quotes repeat, and DuckDB's old format leaves long strings as they are."""
    return zlib.compress(_ENCODER.encode(statement), 6)


def unpack_statement(payload: bytes) -> Statement:
    """The statement of a payload."""
    return _STATEMENT.decode(zlib.decompress(payload))


def pack_link_keys(keys: LinkKeys) -> str:
    """Link keys as JSON."""
    return _ENCODER.encode(keys).decode("utf-8")


def unpack_link_keys(payload: str) -> LinkKeys:
    """The link keys of a payload."""
    return _LINK_KEYS.decode(payload)


def pack_word(word: Word) -> str:
    """A person's word as JSON."""
    return _ENCODER.encode(word).decode("utf-8")


def unpack_word(payload: str) -> Word:
    """The word of a payload."""
    return _WORD.decode(payload)
