"""Statements become versions: one pure fold (DECISIONS.md D3, D5)."""

from collections.abc import Sequence

from requisitions.versions import History, Stated, Version


def apply_statement(version: Version | None, stated: Stated, *, requisition_id: str, min_confidence: float = 0.5) -> Version:
    """The version that holds after `stated`: the same object where the same is demanded."""
    raise NotImplementedError


def fold(requisition_id: str, statements: Sequence[Stated], *, min_confidence: float = 0.5) -> History:
    """The story of a requisition from all its statements, in whatever order they come."""
    raise NotImplementedError
