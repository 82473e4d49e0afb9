"""Names that survive a rebuild and a late mail (DECISIONS.md D8)."""

import hashlib


def _digest(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]


def statement_id(sha256: str, ordinal: int) -> str:
    """Id of a statement, and of the requisition that it founds."""
    return "r" + _digest(sha256, ordinal)


def change_id(sha256: str, ordinal: int, category: str, key: str, change: str) -> str:
    """Id of a change: one sentence can change three seats, so the ordinal is part of it."""
    return "c" + _digest(sha256, ordinal, category, key, change)


def flag_id(sha256: str, rule: str, start: int) -> str:
    """Id of a compliance flag."""
    return "f" + _digest(sha256, rule, start)
