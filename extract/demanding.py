"""Whether the words around a term ask for it, or only mention it."""

from collections.abc import Sequence

from extract.clauses import Clause, governing, item_bounds
from extract.cues import CueKind
from extract.labels import DESCRIBING_FIELDS, LIST_FIELDS, Field
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.money_words import CODES
from extract.vocabulary.matching import TermHit

_ASKING = phrases("demanding", "asking")
_HANDLING = Pattern(
    r"^[ ]?(?:の|での|を使った|を用いた|による|上での)?(?:ご)?(?:[ぁ-んァ-ヶ一-龠a-z0-9・/ー]{0,12})?"
    r"(?:経験|開発|実務|業務|知識|知見|実装|設計|構築|運用|操作|利用)"
)
_SUPPORTING = phrases("demanding", "supporting")


def listed(clause: Clause) -> bool:
    """Whether the clause stands in a list whose every item is a demand."""
    return clause.unit.field in LIST_FIELDS


def describes(clause: Clause) -> bool:
    """Whether the clause only describes the work, the client or the mail itself."""
    return clause.unit.field in DESCRIBING_FIELDS and not _DEMANDS_ALL_THE_SAME.match(clause.text)


_DEMANDS_ALL_THE_SAME = Pattern(
    r"^ ?(?:at least |minimum(?: of)? )?\d{1,2} ?\+? ?(?:-? ?\d{1,2} ?\+? ?)?(?:years?|yrs?)\b"
    r"|^ ?(?:strong|solid|hands-on|proven|excellent|extensive|good|deep) (?:[a-z-]+ ){0,3}"
    r"(?:in|with|of|knowledge|experience|skills?|understanding)\b"
    r"|^ ?strong (?:in|with|on)\b"
    r"|^ ?(?:experience|expertise|proficien(?:t|cy)|expert|knowledge|familiarity|background) (?:in|with|of|on|level)\b"
    r"|^ ?(?:must|should) (?:have|be|know)\b"
)
"""Items of a job description that ask for something as a list of demands does."""


_OF_MONEY = frozenset({Field.RATE, Field.PAYMENT, Field.SETTLEMENT})
"""What stands under these labels is no skill: DOE is "depending on experience"."""


def is_asked(clause: Clause, start: int, end: int) -> bool:
    """Whether a skill or the like at this place is asked for: by its list, a cue that governs it, or asking words near it."""
    if _HANDED_IN.match(clause.unit.text[end : end + 24]) or clause.unit.field in _OF_MONEY:
        return False
    if describes(clause):
        return governing(clause, start, end) is not None and clause.unit.field in (Field.WORK, Field.ENVIRONMENT)
    if listed(clause) or governing(clause, start, end) is not None or clause.has(CueKind.HEDGED):
        return True
    if _NAMES_A_SEAT.match(clause.unit.text[end : end + 12]):
        return False
    if _AT_A_LEVEL.match(clause.unit.text[end : clause.sentence[1]]):
        return True
    if _CAUSE.search(clause.text):
        return False
    begins = clause.unit.field is Field.CONDITIONS and item_bounds(clause, start, end)[0] == start
    return begins or _bare_item(clause) or bool(_ASKING.search(clause.text))


_CAUSE = Pattern(r"(?:とのことで|ことにな(?:り(?:まし)?|っ)て|(?:関係|都合|事情)で)、$")
"""Such a clause only tells why the next one asks for something."""
_AT_A_LEVEL = Pattern(
    r"^(?:など)?で[^。、]{1,16}(?:くらい|程度)(?:です|。|$)|^(?:など)?を(?:お)?(?:用い|使い|使用し|利用し|扱い)(?:ます|る|ています|ております)(?:が|ので|ため)、"
    r"[^。]{0,30}(?:できる|なれる|使える|いただける|れば|わかる|分かる|程度|レベル)"
)
"""`Excelを使いますが、簡単な集計ができる程度で結構です`: what the work uses, and how well."""


def is_row(clause: Clause, hits: Sequence[TermHit]) -> bool:
    """Whether a sentence without a verb names several things and little else (`SMSTS, CSCS card, first aid at work`)."""
    places = {(hit.start, hit.end) for hit in hits if not hit.ambiguous}
    words = clause.text.rstrip()
    whole = words.endswith(".") and clause.start == clause.sentence[0] and clause.end == clause.sentence[1]
    if len(places) < _SEVERAL or not whole or clause.unit.field is not None or not words.isascii() or _SPOKEN.search(words):
        return False
    return sum(end - start for start, end in places) >= len(words) / 3


_SEVERAL = 2
_SPOKEN = Pattern(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|should|we|they|i|you|he|she|it|our|my|your|their"
    r"|please|thanks|not|no)\b|[|?@]"
)
_HANDED_IN = Pattern(
    r"^(?:形式|ファイル|版)?(?:で|にて)(?:の)?(?:ご?(?:送付|提出|返信|返送|記入|連絡|共有|添付)|お送り)"
    r"|^ ?(?:か|または|もしくは|や|/|・) ?(?:pdf|word|ワード)(?:形式|ファイル|版)?(?:で|にて)"
    r"|^ (?:format|file|attachment|copy of)\b"
    r"|^(?:上)?の?(?:規[定程約則]|ポリシー|観点|都合|理由|関係|事情)(?:上|により|で|から|に|が)"
    r"|^ (?:policy|policies|rules?|reasons|regulations?|audit|team|department)\b"
)
"""The form of a document that is to be sent is no skill, nor a rule that is the cause of something else."""
_NAMES_A_SEAT = Pattern(r"^の(?:枠|件|話|席|ポジション)(?:は|が|の|に|で|、|を|も)")
"""A skill that the seat is called by: `Goの枠ですが`."""


def is_supported(clause: Clause, start: int, end: int) -> bool:
    """Whether a field of work is asked for as experience, not told as background."""
    first, last = item_bounds(clause, start, end)
    return bool(_SUPPORTING.search(clause.unit.text[first:last]))


def _is_an_item(clause: Clause, start: int, end: int) -> bool:
    """Whether a term is all of an item of a row of conditions."""
    return clause.unit.field is Field.CONDITIONS and item_bounds(clause, start, end) == (start, end)


def _bare_item(clause: Clause) -> bool:
    """Whether a bullet holds a few words only: `- Word + Outlook`."""
    return bool(clause.unit.bullet) and clause.unit.field is not Field.ROLE and len(clause.text.strip()) <= _BARE_ITEM


_BARE_ITEM = 30


_AMOUNT = Pattern(r"^ ?\d[\d,.]*\+? ?(?P<unit>[a-z]*)")
"""Behind the code of a currency: `CAD 62 an hour`."""


def means_the_term(clause: Clause, hit: TermHit, others: int) -> bool:
    """Whether an everyday word is meant as the term: exact case, and a list, a handling word or other terms beside it."""
    text = clause.unit.text
    amount = _AMOUNT.match(text[hit.end : hit.end + 24]) if text[hit.start : hit.end] in CODES and text.isascii() else None
    if amount and not amount["unit"].startswith(("year", "yr", "month")):
        return False
    if not hit.ambiguous:
        return True
    if not hit.exact and hit.entry.label.isascii():
        return False
    if (
        listed(clause)
        or _is_an_item(clause, hit.start, hit.end)
        or others > 0
        or _bare_item(clause)
        or governing(clause, hit.start, hit.end) is not None
    ):
        return True
    return bool(_HANDLING.search(clause.unit.text[hit.end : hit.end + 24])) or bool(
        _ASKING.search(clause.unit.text[max(clause.start, hit.start - 30) : min(clause.end, hit.end + 30)])
    )
