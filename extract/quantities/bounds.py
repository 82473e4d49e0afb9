"""The words around a number that make it a ceiling, a floor or an estimate: 上限, まで, 以上, up to, at least, 程度."""

from dataclasses import dataclass

from extract.quantities.scanning import Hit, Pattern, after, before

RANGE = r" ?(?:~|-|から|\bto\b|\bthrough\b|\bthru\b|\?) ?"
"""Between the ends of a range; `?` is what bad encoding leaves of a wave dash."""

_ABOUT = r"(?:約|およそ|おおよそ|大体|だいたい|概ね|目安(?:は|:| )*|\b(?:ca|c|circa|around|about|approx|approximately|roughly|nearly|some)\b\.?)"
_JA_TAIL = r"(?:でも|で|限|額|値|単価|金額|年齢|人数|時給)?(?: ?[はがをも:=] ?)?"
_IS = r"(?: (?:of|at|is|to|now|rate|will be))*"

_BEFORE = Pattern(
    r"(?:(?P<raised>\b(?:go(?:es|ing|ne)?|went|mov(?:e[sd]?|ing)|bump(?:s|ed|ing)?|rais(?:e[sd]?|ing)|com(?:es?|ing)|push(?:ed|ing)?|"
    r"step(?:s|ped)?|increas(?:e[sd]?|ing))(?: (?:it|that|this|them|the [a-z]+(?: [a-z]+)?))? up to)"
    rf"|(?P<max>(?:上限|最大|最高|最長|限度){_JA_TAIL}|\bmax(?:imum)?\b\.?{_IS}{_JA_TAIL}|"
    rf"\b(?:up to|within|as high as|no more than|not more than|at most|not to exceed|not exceeding|(?:cap|capped|ceiling|limit|limited){_IS}|"
    r"(?:max|maximum|cap|ceiling|limit|most)(?: [a-z'’]+){1,6} (?:is|was|be|now|to|at)))"
    r"|(?P<below>\b(?:under|below|less than|fewer than|younger than)\b)"
    rf"|(?P<min>(?:下限|最低|最少|最小){_JA_TAIL}|\bmin(?:imum)?\b\.?{_IS}{_JA_TAIL}|"
    r"\b(?:at least|no less than|not less than|no fewer than|not fewer than|over|more than|above|upwards of|from|starting (?:at|from)))"
    rf"|(?P<about>{_ABOUT}))(?: ?[:=])?(?: ?{_ABOUT})?(?: a| the)? ?$"
)
_TILDE_BEFORE = Pattern(r"(?:^|[^0-9万円年月日時分hk歳名回人%)\]~]) ?~ ?$")
_AFTER = Pattern(
    r"^(?: ?(?P<about>程度|前後|くらい|ぐらい|位\b|位(?:まで|の|で)?|ほど|あたり|弱|強|目安|-?ish\b|or so\b|or thereabouts\b|approx(?:imately)?\b\.?))?"
    r"(?: ?(?:(?P<raised>まで(?:は|に|を)? ?(?:上げ|引き?上げ|アップ|増額|増や|増員|拡大|下げ|引き?下げ|減ら|短縮))"
    r"|(?P<max>(?:まで|迄)|以内|以下|\(?(?:max(?:imum)?\b|上限)\)?|[がを](?:上限|限度|最大)|or (?:less|below|under|fewer|lower|younger)\b|(?:tops|at most)\b|"
    r"(?:is |as )?(?:the |our |a )?(?:cap|ceiling|max|maximum|limit)\b)"
    r"|(?P<below>未満)"
    r"|(?P<min>以上|から|\(?(?:min(?:imum)?\b|下限)\)?|or (?:more|better|above|over|higher|longer|greater|older|up)\b|and (?:above|up|over|more)\b|"
    r"plus\b|upwards?\b|~(?: |$|[^0-9 ])|\+(?: ?$| ?[)、。,/;α]))))?"
)


@dataclass(frozen=True, slots=True)
class Framed:
    """A number or range with the bound that its neighbours give it, and the span that takes them in."""

    start: int
    end: int
    min: float | None
    max: float | None
    below: bool = False
    """The upper bound itself is shut out (未満, under)."""
    about: bool = False
    """An estimate: 程度, 前後, around."""


def frame(string: str, start: int, end: int, low: float, high: float | None = None, *, plus: bool = False, tilde: bool = True) -> Framed:
    """Bounds of the number (or range) at `start:end`.

    Args:
        string: The folded line.
        start: Where the number begins.
        end: Where its unit ends.
        low: The number, or the lower end of a range.
        high: The upper end of a range.
        plus: A plus sign stood between number and unit.
        tilde: Whether a leading wave means "at most", as in Japanese; in English it means "about".
    """
    left, left_start = _left(string, start, tilde=tilde)
    right, about, right_end = _right(string, end)
    about = about or left == "about"
    left_start = min(left_start, start)
    if "raised" in (left, right):
        bound = None
    else:
        bound = right if right else left if left != "about" else None
    if plus:
        bound = "min"
    if bound in ("max", "below"):
        return Framed(left_start, right_end, None if high is None or left in ("max", "below") else low, low if high is None else high, bound == "below", about)
    if bound == "min":
        from_range = high is not None and right != "min" and not plus
        return Framed(left_start, right_end, low, high if from_range else None, about=about)
    return Framed(left_start, right_end, low, low if high is None else high, about=about)


def _left(string: str, start: int, *, tilde: bool) -> tuple[str | None, int]:
    """The bound that stands before, and where its words begin."""
    window = before(string, start)
    if window.endswith(("~", "~ ")):
        hit = _TILDE_BEFORE.first(window)
        if hit is None:
            return None, start
        return ("max" if tilde else "about"), start - len(window) + window.rindex("~")
    hit = _BEFORE.first(window) if window else None
    if hit is None:
        return None, start
    name = next(name for name in ("raised", "max", "below", "min", "about") if name in hit)
    # "raised up to" belongs to the verb: the value starts at the number
    return name, start if name == "raised" else start - len(window) + hit.start


def _right(string: str, end: int) -> tuple[str | None, bool, int]:
    """The bound that stands after, whether an estimate is told, and where the words end."""
    window = after(string, end, 24)
    hit = _AFTER.first(window) if window else None
    if hit is None:
        return None, False, end
    name = next((name for name in ("raised", "max", "below", "min") if name in hit), None)
    if name is None:
        return None, "about" in hit, end + _trimmed(hit, "about")
    if name == "raised":
        return name, "about" in hit, end + hit.parts["raised"][0] + 2
    return name, "about" in hit, end + _trimmed(hit, name)


def _trimmed(hit: Hit, name: str) -> int:
    """The end of a part, without the neighbour that was only looked at."""
    if name not in hit:
        return 0
    start, end = hit.parts[name]
    words = hit[name]
    return start + 1 if words[:1] in ("~", "+") else end
