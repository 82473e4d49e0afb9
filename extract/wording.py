"""Words at a heading that tell how binding its items are, where the lexicon does not know the heading itself."""

from extract.patterns import Pattern
from extract.phrases import phrases
from requisitions.words import Necessity

_PREFERRED = phrases("wording", "preferred")
_MUST = Pattern(
    "必須|必要|マスト|不可欠|前提|絶対|can't do without|cannot do without|can't live without|"
    "must|requir|essential|mandatory|non-negotiable|need|minimum|expect"
)


_DROPPED = phrases("wording", "dropped")
_ADDED = phrases("wording", "added")


def heading_need(name: str) -> Necessity | None:
    """What a heading in free words says of its items: `Skills we can't do without` → must; null where it says nothing."""
    if _DROPPED.search(name):
        return Necessity.NOT_REQUIRED
    if _ADDED.search(name):
        return Necessity.MUST
    if _PREFERRED.search(name):
        return Necessity.PREFERRED
    if _MUST.search(name):
        return Necessity.MUST
    return None
