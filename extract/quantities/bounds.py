"""The words around a number that make it a ceiling, a floor or an estimate: 上限, まで, 以上, up to, at least, 程度."""

from dataclasses import dataclass

from extract.quantities.scanning import Pattern, after, before

_ABOUT = (
    r"(?:約|およそ|おおよそ|大体|だいたい|概ね|おおむね|目安(?:は|:| )*"
    r"|\b(?:ca|c|circa|around|about|approx|approximately|roughly|nearly|some)\b\.?)"
)
_JA_TAIL = r"(?:でも|で|限|額|値|単価|金額|年齢|人数|時給)?(?: ?[はがをも:=] ?)?(?:月(?:に|間)?|週|1日)?"
_IS = r"(?: (?:of|at|is|to|now|rate|age|price|budget|will be))*"
_RAISED_UP_TO = (
    r"\b(?:go(?:es|ing|ne)?|went|mov(?:e[sd]?|ing)|bump(?:s|ed|ing)?|rais(?:e[sd]?|ing)|com(?:es?|ing)|push(?:ed|ing)?|step(?:s|ped)?"
    r"|increas(?:e[sd]?|ing)|extend(?:s|ed)?)(?: (?:it|that|this|them|the [a-z]+(?: [a-z]+)?))? up to"
)
_CEILING = (
    rf"(?:上限|最大|最高|最長|限度){_JA_TAIL}|\bmax(?:imum)?\b\.?{_IS}{_JA_TAIL}"
    r"|\b(?:up ?to|within|as high as|at most|no more than|not more than|not to exceed|nte|not exceeding|no later than"
    r"|(?:can't|cannot|can not|couldn't|won't|will not|not|never|unable to) (?:go|pay|stretch|be)"
    r" (?:above|over|beyond|past|higher than|more than)"
    r"|no older than|not over|not above|(?:no one|nobody) (?:over|above|older than)"
    rf"|(?:cap|capped|ceiling|limit|limited){_IS}|(?:max|maximum|cap|ceiling|limit|most)(?: [a-z']+){{1,6}} (?:is|was|be|now|to|at))"
)
_MAY = Pattern(r"\b(?:may|allowed to|authorised to|authorized to|permitted to) $")
"""Before "go up to": a leave, so a ceiling."""
_BELOW = r"\b(?:under|below|less than|fewer than|younger than)\b"
_FLOOR = (
    rf"(?:下限|最低|最少|最小){_JA_TAIL}|\bmin(?:imum)?\b\.?{_IS}{_JA_TAIL}"
    r"|\b(?:at least|no less than|not less than|no fewer than|not fewer than|over|more than|above|upwards of|from|starting (?:at|from))"
)
_BEFORE = Pattern(
    rf"(?:(?P<raised>{_RAISED_UP_TO})|(?P<max>{_CEILING})|(?P<below>{_BELOW})|(?P<min>{_FLOOR})|(?P<about>{_ABOUT}))"
    rf"(?: ?[:=])?(?: ?{_ABOUT})?(?: a| the)? ?$"
)
_TILDE_BEFORE = Pattern(r"(?:^|[^0-9万円年月日時分hk歳名回人%)\]~]) ?~ ?$")

_ABOUT_AFTER = r"程度|前後|くらい|ぐらい|位|ほど|あたり|弱|強|目安|-?ish\b|or so\b|or thereabouts\b|approx(?:imately)?\b\.?"
_RAISED_AFTER = r"(?:まで|迄)(?:は|に|を)? ?(?:上げ|引き?上げ|アップ|増額|増や|増員|拡大|下げ|引き?下げ|減ら|短縮)"
_CEILING_AFTER = (
    r"まで|迄|以内|以下|\(?(?:max(?:imum)?\b|上限)\)?|[がを](?:上限|限度|最大)"
    r"|or (?:less|below|under|fewer|lower|younger)\b|(?:tops|at most)\b"
    r"|(?:is |as )?(?:the |our |a )?(?:cap|ceiling|max|maximum|limit)\b"
)
_FLOOR_AFTER = (
    r"以上|から|\(?(?:min(?:imum)?\b|下限)\)?|or (?:more|better|above|over|higher|longer|greater|older|up)\b|and (?:above|up|over|more)\b"
    r"|plus(?: ?$| ?[,.;)])|upwards?\b|~(?: |$|[^0-9 ])|\+(?: ?$| ?[)、。,/;α])"
)
_AFTER = Pattern(
    rf"^(?: ?(?P<about>{_ABOUT_AFTER}))?"
    rf"(?: ?(?:(?P<raised>{_RAISED_AFTER})|(?P<max>{_CEILING_AFTER})|(?P<below>未満)|(?P<min>{_FLOOR_AFTER})))?"
)
_NEXT_BOUND = Pattern(r"^ ?\(?(?:上限|下限|max|min)[^0-9a-z]{0,4}[0-9]")
"""The bound of the number behind: 下限140 上限180."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A number or range with the bound that its neighbours give it, and the span that takes them in."""

    start: int
    end: int
    min: float | None
    max: float | None
    below: bool = False
    """The upper bound itself is shut out (未満, under)."""
    raised: bool = False
    """Something moves up or down to it ("goes up to", まで上げ): a goal, no ceiling."""

    @property
    def biggest(self) -> float:
        """The upper bound, else the lower: what a check of plausibility looks at."""
        return self.max if self.max is not None else self.min if self.min is not None else 0.0


def frame(string: str, start: int, end: int, low: float, high: float | None = None, *, plus: bool = False, behind: bool = True) -> Framed:
    """Bounds of the number (or range) at `start:end`.

    Args:
        string: The folded line.
        start: Where the number begins.
        end: Where its unit ends.
        low: The number, or the lower end of a range.
        high: The upper end of a range.
        plus: A plus sign stood between number and unit.
        behind: Whether words behind the number may bound it; not those of a change (AからBに).
    """
    left, first = _left(string, start, end)
    right, last = _right(string, end) if behind else (None, end)
    bound = "min" if plus else right or left
    if left == "max" and right == "min":
        # the から of 上限は72万円から動きません is no floor
        bound, last = left, end
    raised = "raised" in (left, right)
    if raised:
        bound = None
    if bound in ("max", "below"):
        lower = low if high is not None and left not in ("max", "below") else None
        return Framed(first, last, lower, low if high is None else high, below=bound == "below")
    if bound == "min":
        open_end = high is None or right == "min" or plus
        return Framed(first, last, low, None if open_end else high)
    return Framed(first, last, low, low if high is None else high, raised=raised)


def _left(string: str, start: int, end: int) -> tuple[str | None, int]:
    """The bound that stands before the number, and where its words begin."""
    window = before(string, start)
    if window.endswith(("~", "~ ")):
        alone = _TILDE_BEFORE.stands_in(window)
        return ("max" if alone and _caps(string, string[start:end]) else None), start - len(window) + window.rindex("~") if alone else start
    hit = _BEFORE.first(window)
    name = hit.part("raised", "max", "below", "min", "about") if hit else None
    if hit is not None and name == "raised" and _MAY.stands_in(window[: hit.start]):
        return "max", start
    if hit is None or name == "raised":
        # "goes up to" belongs to the verb, not to the value
        return name, start
    words = window[hit.start :]
    # a label's 上限: bounds the value, and stays out of its quote
    first = start if ":" in words or "=" in words else start - len(words)
    return (None if name == "about" else name), first


def _caps(string: str, value: str) -> bool:
    """Whether a leading wave means "at most", as in Japanese; in English it means "about"."""
    japanese = any(character > "\u2fff" for character in string)
    return japanese or not any(character.isalpha() or character in "$£€" for character in value)


def _right(string: str, end: int) -> tuple[str | None, int]:
    """The bound that stands after the number, and where its words end."""
    trail = after(string, end, 24)
    hit = None if _NEXT_BOUND.stands_in(trail) else _AFTER.first(trail)
    name = hit.part("raised", "max", "below", "min", "about") if hit else None
    if hit is None or name is None:
        return None, end
    first, last = hit.span(name)
    if name == "raised":
        last = first + len("まで")
    elif hit[name][0] in "~+":
        last = first + 1
    elif hit[name].startswith("plus"):
        last = first + len("plus")
    return (None if name == "about" else name), end + last
