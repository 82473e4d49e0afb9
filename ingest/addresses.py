"""Address lists (RFC 5322, 3.4) as they come, broken ones too: one linear pass, never an error."""

from dataclasses import dataclass

import re2

from ingest.encoded_words import decode_header
from requisitions.messages import Address

NOBODY = Address("", "")

_TOKEN = re2.compile(r'("(?:[^"\\]|\\.)*"?)|<([^<>]*)>?|(\((?:[^()\\]|\\.)*\))|([,;])|(:)|[^"<(,;:]+|[<(]')
_ADDRESS = re2.compile(r'[^\s\pZ\pC@<>()\[\],;:"]+@[^\s\pZ\pC@<>()\[\],;:"]+')
_ESCAPED = re2.compile(r"\\(.)")
_BRACKETED = re2.compile(r"(?i)\[mailto:([^\[\]]*)\]")


@dataclass(slots=True)
class _Entry:
    """What stands between two commas: its words, and what is in angle brackets and in round ones."""

    words: str = ""
    angle: str = ""
    comment: str = ""

    def address(self) -> Address:
        """The person that these words name."""
        found = _ADDRESS.search(self.angle.lower().removeprefix("mailto:")) if self.angle else _ADDRESS.search(self.words)
        if found is None:
            return Address(_name(f"{self.words} {self.angle}"), "")
        # `a@b (Name)` is the old way to write a name; beside angle brackets the round ones are part of it.
        name = _name((self.words if self.angle else self.words[: found.start()]) or self.comment)
        address = found.group().lower()
        return Address("" if name.lower() == address else name, address)


def _name(words: str) -> str:
    return " ".join(printable(decode_header(words)).split()).strip("'<> ")


def printable(text: str) -> str:
    """A header's text without control characters: a name or subject can't break a line or ring a bell."""
    return "".join(c if c >= " " and not "\x7f" <= c <= "\x9f" else " " for c in text)


def parse_addresses(value: str) -> tuple[Address, ...]:
    """Read a header such as To; what has no address keeps its words as the name."""
    found: list[Address] = []
    for entry in _entries(_BRACKETED.sub(r"<\1>", value)):
        address = entry.address()
        if "<" in address.name and not address.address and (inner := _ADDRESS.search(address.name)):
            # Some mailers encode the whole of `Name <address>` as one word.
            address = Address(address.name.partition("<")[0].strip(' "'), inner.group().lower())
        if found and not found[-1].address and entry.angle and address.name and address.address:
            # `Reyes, Ann <a@b>`: the comma that should have been quoted is part of the name.
            address = Address(f"{found.pop().name}, {address.name}", address.address)
        if address != NOBODY:
            found.append(address)
    return tuple(found)


def first_address(value: str) -> Address:
    """The person of a header such as From; `NOBODY` where it names none."""
    addresses = parse_addresses(value)
    # A header may begin with a name that lost its address.
    return next((address for address in addresses if address.address), addresses[0] if addresses else NOBODY)


def _entries(value: str) -> list[_Entry]:
    entries = [_Entry()]
    for token in _TOKEN.finditer(value):
        entry = entries[-1]
        quoted, angle, comment, comma, colon = token.groups()
        if comma:
            entries.append(_Entry())
        elif colon and not entry.angle and "@" not in entry.words:
            entries[-1] = _Entry()  # the name of a group stood before it
        elif angle is not None:
            entry.angle = entry.angle or angle
        elif quoted:
            entry.words += _ESCAPED.sub(r"\1", quoted.strip('"'))
        else:
            entry.words += token.group()
            entry.comment += comment[1:-1] if comment else ""
    return entries
