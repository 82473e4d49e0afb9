"""How sure a reading is: the product of three small tables (EXTRACT.md 6.3).

The term (exact, ambiguous, open class: the finding's own `sure`), the place (a labelled line, an item, prose) and the cue (said,
by default).
"""

from extract.findings import Finding
from extract.labels import Field

_PLACE = {"labelled": 1.0, "item": 0.97, "prose": 0.92}
_CUE = {True: 1.0, False: 0.95}


def confidence_of(finding: Finding, *, stated: bool) -> float:
    """0..1, two decimals."""
    unit = finding.clause.unit
    place = "labelled" if unit.label is not None and unit.field is not Field.OTHER else "item" if unit.bullet or unit.field else "prose"
    return round(finding.sure * _PLACE[place] * _CUE[stated], 2)
