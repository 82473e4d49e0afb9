"""Whose statement is it? Each statement has at most one parent, an earlier one (DECISIONS.md D7)."""

from collections.abc import Iterable
from datetime import timedelta

from requisitions.statements import Statement
from requisitions.versions import Link, LinkKeys
from requisitions.words import LinkRule

WINDOW = timedelta(days=180)
"""How far back the title rule looks at most; references and threads have no window."""


def normalise_subject(subject: str) -> str:
    """A subject without the marks of replies, forwards and resends, in NFKC; its case stays."""
    raise NotImplementedError


def normalise_title(title: str | None) -> str | None:
    """A title or subject as linking compares it: no marks, no decoration, one case; null where nothing is left."""
    raise NotImplementedError


def normalise_reference(reference: str | None) -> str | None:
    """A reference as linking compares it: NFKC, upper case, no spaces; null where nothing is left."""
    raise NotImplementedError


def content_words(statement: Statement) -> frozenset[str]:
    """What a statement speaks of beyond its terms: `category/key` of its skills, experience, qualifications and roles."""
    raise NotImplementedError


def keys_of(keys: LinkKeys) -> frozenset[str]:
    """Index keys of a statement: a parent and its child share one at least, so a store can join on them."""
    raise NotImplementedError


def best_parent(child: LinkKeys, earlier: Iterable[LinkKeys]) -> tuple[LinkKeys, LinkRule, float] | None:
    """The statement that `child` goes on from, with the rule and the score; null: it founds a requisition.

    Args:
        child: The statement in question.
        earlier: At least all that share an index key with it; others and later ones are passed over.
    """
    raise NotImplementedError


def link(statements: Iterable[LinkKeys]) -> tuple[Link, ...]:
    """The links of a whole archive, in fold order; one that neither has a parent nor may found is left out."""
    raise NotImplementedError
