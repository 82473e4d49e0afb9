"""Companies allowed below the addressee: 貴社まで is 0, 1社先まで is 1, 二社下不可 is 1."""

from extract.quantities.numerals import number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before

_US = r"(?:貴社|御社|自社|貴殿)様?"
_STAFF = r"(?:正?社員|プロパー|所属|直?雇用)"
_REFUSED = r"(?:不可|ng\b|禁止|×|お断り|認められ(?:ない|ません)|できません|なし|無し|対象外)"
_UPTO = r"(?:まで|迄|以内|ok\b|可|のみ)"
_LIMITS = Pattern(
    rf"(?P<us>{_US}(?:より|から|の|及び|および|、| )*)?(?P<number>[0-9]|[一二三四五]) ?[社次](?P<place>先|下|請け?)?様?の?"
    rf"\(?(?P<staff>{_STAFF}(?:様|の方)?|bp)?\)? ?(?:(?P<upto>{_UPTO})|(?P<no>(?:以[降下]?)?(?:は|の方は|も)?{_REFUSED}))?"
    rf"|(?P<own>{_US}の?直?(?P<ownstaff>{_STAFF})?(?:社員)?(?:様|の方|の技術者|さん)?"
    r"(?:(?:、|・|/|または|もしくは|及び|と)[^0-9一二三四五、。]{1,16})?(?: ?(?:まで|迄|のみ|限定|に限|ご?所属)))"
    r"|(?P<staffonly>プロパー(?:社員)?(?:様|の方)?(?:のみ|まで|限定|に限))"
    rf"|(?P<none>(?:再委託|再々?派遣|bp|協力会社|下請け?|孫請け?)(?:様|さん|の方|要員|等)?(?:は|も|の|一切)*{_REFUSED})"
    r"|(?P<en>\bno (?:further )?(?:sub[- ]?(?:vendors?|contract(?:ors?|ing)|tier(?:s|ing)?)|subs|(?:third|3rd)[- ]part(?:y|ies)"
    r"|layers?|tiers?|middlemen)\b(?: below you)?"
    r"|\b(?:your )?own (?:w2 )?(?:employees|staff|people|consultants|workers|nurses) only\b"
    r"|\bno (?:agency|agent|vendor) chains?\b|\bdirect employees only\b)"
    r"|\b(?P<most>max(?:imum)?(?: of)? |only |up to )?(?P<layers>one|two|three|[1-3]) (?:(?:sub[- ]?vendor|extra|further|additional) )?"
    r"(?:sub[- ]?vendors?|(?:layers?|tiers?|levels?)(?: of (?:sub[- ]?contracting|subs))?)\b"
    r"(?P<tail> (?:max(?:imum)?|only|below(?: you)?|deep|ok|allowed|at most|is fine|down)\b)?"
)
_THINGS_AFTER = Pattern(
    r"^ (?:cookies|software|tools?|libraries|integrations?|apps?|code|services?|systems?|products?|risk|data|support)\b"
)
_LABEL_BEFORE = Pattern(r"商流(?:制限)?(?:は|:| )*$")
_SENDER_BEFORE = Pattern(r"(?:弊社|当社)(?:より|から|の)? ?$")
_CONDITION_BEFORE = Pattern(r"(?:なら|であれば|の場合|ならば|次第)[^。]{0,4}$")
_SIGNS = Signs("社 次 プロパー 貴 委託 派遣 bp 下請 孫請 no only layer tier level vendor")
_FROM_SENDER = 0.4
"""Confidence in a depth that is counted from the writer's company and not from ours."""


def find_tiers(string: str) -> list[Quantity]:
    """Limits on the chain below us in `tier`, always a maximum.

    `note` is `employees` where only staff of the last company may come, `conditional` under a なら; a depth counted from the
    sender (弊社より1社先) has low confidence.
    """
    if not _SIGNS.stand_in(string):
        return []
    found = []
    for hit in _LIMITS.hits(string):
        lead = before(string, hit.start, 12)
        depth = _depth(hit, lead)
        if depth is not None and not _THINGS_AFTER.stands_in(after(string, hit.end, 16)):
            confidence = _FROM_SENDER if _SENDER_BEFORE.stands_in(lead) else 1.0
            found.append(
                Quantity(hit.start, hit.end, None, depth, "tier", key="subcontract-depth", note=_note(hit, lead), confidence=confidence)
            )
    return found


def _depth(hit: Hit, lead: str) -> float | None:
    """Companies below the addressee that the words allow."""
    if hit.part("own", "none", "en", "staffonly"):
        return 0.0
    depth = number(hit["number"] or hit["layers"])
    if depth is None:
        return None
    labelled = _LABEL_BEFORE.stands_in(lead)
    if "layers" in hit:
        return depth if hit.part("most", "tail") else None
    if hit.part("place", "us") is None and not labelled:
        return None
    if not (labelled or hit.part("upto", "no")):
        return None
    return depth - 1 if "no" in hit else depth


def _note(hit: Hit, lead: str) -> str | None:
    if _CONDITION_BEFORE.stands_in(lead):
        return "conditional"
    return "employees" if any(word in hit["staff"] + hit["ownstaff"] + hit["staffonly"] for word in ("社員", "プロパー")) else None
