"""Companies allowed below the addressee: 貴社まで is 0, 1社先まで is 1, 二社下不可 is 1."""

from extract.quantities.numerals import number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern

_US = r"(?:貴社|御社|御?貴社様|自社|貴殿)"
_PATTERN = Pattern(
    rf"(?:{_US}(?:様)?(?:より|から|の|及び|および|、| )*)?(?P<number>[0-9]|[一二三四五]) ?(?:社|次)(?P<place>先|下|請け?)?(?:の)?(?P<who>(?:正?社員|プロパー|所属|bp)(?:様|の方)?)?(?: ?(?:(?P<upto>まで|迄|以内|ok|可|のみ)|(?P<no>(?:以降|以下)?(?:は|の方は|も)?(?:不可|ng|禁止|×|お断り|対象外))))"
    rf"|(?P<own>{_US}(?:様)?(?:の)?(?:直)?(?P<ownwho>正?社員|プロパー|所属|雇用)?(?:社員)?(?:様|の方|の技術者)?(?: ?(?:まで|迄|のみ|限定|に限|ご?所属)))"
    r"|(?P<none>(?:再委託|再々?派遣|bp|協力会社|下請け?|孫請け?)(?:様|さん|の方|要員)?(?:は|も|の|一切)*(?:不可|ng|禁止|×|お断り|認められ(?:ない|ません)|できません|なし|対象外))"
    r"|(?P<en>\bno (?:sub[- ]?(?:vendors?|contract(?:ors?|ing)|tier(?:s|ing)?)|third[- ]part(?:y|ies)|3rd[- ]part(?:y|ies)|layers?|further (?:layers?|tiers?))\b(?: below you)?|\byour own (?:employees|staff|people|w2s?) only\b|\b(?:direct|own) employees only\b)"
    r"|\b(?:max(?:imum)?(?: of)? |only |up to )?(?P<count>one|two|three|[1-3]) (?:(?:sub[- ]?vendor|extra|further|additional) )?(?P<layer>layers?|tiers?|levels?|sub[- ]?vendors?)(?: (?:max(?:imum)?|only|below you|deep|ok|allowed|at most|is fine|down))"
)
_SENDER = Pattern(r"(?:弊社|当社)(?:より|から|の)? ?$")
_CONDITION = Pattern(r"(?:なら|であれば|の場合|ならば|次第)[^。]{0,4}$")


def find_tiers(string: str) -> list[Quantity]:
    """Limits on the chain below us in `tier`, always a maximum.

    `note` is `employees` where only staff of the last company may come, `conditional` under a なら; a depth counted from the
    sender (弊社より1社先) has low confidence.
    """
    return [Quantity(hit.start, hit.end, None, depth, "tier", key="subcontract-depth", note=_note(string, hit), confidence=_confidence(string, hit)) for hit in _PATTERN.hits(string) if (depth := _depth(hit)) is not None]


def _depth(hit: Hit) -> float | None:
    """Companies below the addressee that the words allow."""
    if any(name in hit for name in ("own", "none", "en")):
        return 0.0
    depth = number(hit["number"] or hit["count"])
    if depth is None or ("number" in hit and "place" not in hit and "upto" not in hit):
        return None
    return depth - 1 if "no" in hit else depth


def _note(string: str, hit: Hit) -> str | None:
    if _CONDITION.stands_in(string[max(0, hit.start - 12) : hit.start]):
        return "conditional"
    return "employees" if any("社員" in hit[name] or "プロパー" in hit[name] for name in ("who", "own")) else None


def _confidence(string: str, hit: Hit) -> float:
    return 0.4 if _SENDER.stands_in(string[max(0, hit.start - 8) : hit.start]) else 1.0
