"""Counts told as a step from the value before: 1名増, もう1回, "two more", "one fewer"."""

from dataclasses import replace

from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern

_AFTER = Pattern(
    r"^分?(?:だけ|ほど)?[をのが]? ?(?:増(?:員|枠|や|え|加|に|$|[ 、。)])|追加|アップ|プラス|多く"
    r"|(?P<down>減(?:員|ら|り|枠|$|[ 、。)])|削減|マイナス|少なく))"
    r"|^ ?(?:more|extra|additional|(?P<less>fewer|less))\b"
)
_BEFORE = Pattern(
    r"(?:もう|さらに|更に|あと|追加で|プラス|\+|(?P<down>マイナス|\b(?:down|reduced?|cut) by)"
    r"|\b(?:another|(?:an )?(?:extra|additional)|plus|up by|increased? by)) ?$"
)
_UNIT = Pattern(r"^(?:more|extra|additional|further|(?P<less>fewer|less)) ")


def stepped(item: Quantity, lead: str, unit: str, trail: str) -> Quantity:
    """The same count, signed and relative where the words before, in or behind its unit make it a step."""
    hit = _UNIT.first(unit) or _AFTER.first(trail) or _BEFORE.first(lead)
    size = item.max if item.max is not None else item.min
    if hit is None or size is None:
        return item
    step = -size if hit.part("down", "less") else size
    return replace(item, min=step, max=step, relative=True)
