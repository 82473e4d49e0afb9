"""Which folders of a server the settings mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import normalize

import re2

ASIDE = frozenset({"\\junk", "\\trash", "\\drafts", "\\all", "\\flagged"})
"""Special uses (RFC 6154) that a pattern passes over: they hold what nobody sent us, or everything twice. Their names take them."""
UNREADABLE = frozenset({"\\noselect", "\\nonexistent"})


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as the server lists it."""

    name: str
    """As people read it."""
    raw: bytes
    """As the server spells it: modified UTF-7 (RFC 3501 5.1.3)."""
    separator: str
    """What this server puts between levels; empty where it knows no levels."""
    flags: frozenset[str] = frozenset()
    """In lower case."""


def choose(wanted: Iterable[str], folders: Sequence[Folder]) -> tuple[list[Folder], list[str]]:
    """Find the folders that the settings name, and the wishes that none fits.

    An exact name wins over its reading as a pattern. In a pattern `*` stands for anything and `%` for anything
    within one level (RFC 3501 6.3.8); `/` stands for the server's own separator too.
    """
    readable = [folder for folder in folders if not folder.flags & UNREADABLE]
    chosen: dict[bytes, Folder] = {}
    missing = []
    for wish in wanted:
        name = normalize("NFC", wish.strip())
        found = [folder for folder in readable if _is_called(name, folder)] or [
            folder for folder in sorted(readable, key=lambda folder: folder.name) if not folder.flags & ASIDE and _fits(name, folder)
        ]
        chosen.update((folder.raw, folder) for folder in found if folder.raw not in chosen)
        if not found:
            missing.append(wish)
    return list(chosen.values()), missing


def _is_called(name: str, folder: Folder) -> bool:
    own = normalize("NFC", folder.name)
    if name == own or name.upper() == own.upper() == "INBOX":
        return True
    return bool(folder.separator) and name == own.replace(folder.separator, "/")


def _fits(pattern: str, folder: Folder) -> bool:
    level = f"[^{re2.escape(folder.separator)}]*" if folder.separator else ".*"
    wild = {"*": ".*", "%": level, "/": re2.escape(folder.separator or "/")}
    expression = "".join(wild.get(letter) or re2.escape(letter) for letter in pattern)
    return re2.fullmatch(f"(?s:{expression})", normalize("NFC", folder.name)) is not None
