"""Payment terms in days."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.patterns import Pattern
from extract.quantities.counts import find_payment_days
from extract.scene import Scene, speaks_of
from requisitions.words import Category

_ELSEWHERE = (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.TITLE, Field.CLIENT)

_WEB_SITE = Pattern(r"サイト(?:の)?(?:表示|運営|運用|構築|制作|作成|開発|設計|保守|改修|更改|デザイン|リニューアル)")
_CHANGED = Pattern(
    r"(?:支払い?(?:サイト|条件)?|サイト)[^。]{0,24}?(?P<days>\d{2,3})日(?:サイト|後)?(?:に|へ|と)(?:の)?"
    r"(?:変更|変わ|改|見直|延|伸|短|統一|訂正|修正|お願い|し(?:ま|て)|させ|な[りっる])"
)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The days from invoice to payment that a clause states."""
    if clause.unit.field in _ELSEWHERE or clause.question:
        return
    if _WEB_SITE.search(clause.text) and "支払" not in clause.text:
        return
    text = clause.unit.text
    if hit := _CHANGED.search(text, clause.sentence[0], clause.end):
        days = float(hit["days"])
        label = "支払サイト"
        yield Finding(
            Category.PAYMENT, "payment-site", label, clause, max(clause.start, hit.start()), hit.end(), min=days, max=days, unit="day"
        )
        return
    labelled = clause.unit.field is Field.PAYMENT or speaks_of(clause, Field.PAYMENT)
    for item in read(clause, find_payment_days, bare=labelled):
        yield of_quantity(clause, Category.PAYMENT, "payment-site", "支払サイト" if scene.japanese else "Payment terms", item)
        return
