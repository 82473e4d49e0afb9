"""Remote work: full, partial or none, with the days at home."""

from collections.abc import Iterator
from dataclasses import replace

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.counts import find_week_days, home_days
from extract.quantities.numerals import EN, number
from extract.quantities.records import Quantity
from extract.requirements.moving import holding
from extract.scene import Scene
from requisitions.words import Category

_HOME_JA = r"(?:フル)?(?:リモート(?:ワーク|勤務)?|在宅(?:勤務)?|テレワーク)"
_FULL = phrases("remote", "full")
_NONE = phrases("remote", "none")
_PARTIAL = phrases("remote", "partial")
_BARE = phrases("remote", "bare")
_NO_MORE = Pattern(r"^(?:という|の)?(?:条件|ルール|方針|制限)?(?:は|を|も|から)?(?:、)?(?:緩和|撤廃|廃止|解除|ではなく|見直)")
_NOT_SO = Pattern(r"(?:\bnot|n't|\bno longer|\bnever) $")
"""`not fully onsite any longer`."""
_OUTRIGHT = Pattern(r"フル|完全|全日|fully|100%|full")
_OF_OTHERS = phrases("remote", "of_others")
_NOT_HYBRID = phrases("remote", "not_hybrid")
_NOT_ALL = Pattern(r"^(?:フル|完全|原則|work|wfo|in[- ]person)")
"""Words that other words beside them may narrow to some days."""
_NOT_FULL = Pattern(r"^(?:は|も)?(?:不可|ng|なし|無し|でき|×)")
_DAYS_FROM_TO = Pattern(
    rf"\b(?:remote|home|wfh|office|on-?site)\b[a-z -]{{0,12}}\bdays?\b[a-z ]{{0,16}}from {EN}(?: days?)?"
    rf" to (?P<new>{EN})(?: days?)?(?: (?:a|per) week)?"
    r"|(?:リモート|在宅|テレワーク|出社)[^。0-9]{0,8}週\d日?(?:から|→|⇒|ではなく|でなく)[、 ]?"
    r"週?(?P<ja>\d)(?:日|(?:に|へ)(?:変更|変わ|な[りっる]|減|増|して)|[、。 ]|$)"
)
_REMOTE_PLACE = Pattern(r"^ ?((?:fully |100% )?remote)(?: ?\(|[,;.]|$| (?:us|uk|usa|india|only|anywhere|ok))")
_PLACE_REMOTE = Pattern(r"^[a-z][a-z .'-]+(?:, [a-z]{2})?(?:,| -| /) ((?:fully |100% )?remote)[. ]*$")
_SHORT_WEEK = Pattern(r"(?:稼働|勤務)?[: ]*週[1-4]日?(?:~|から(?:$|[^週0-9])|以上|稼働|程度|勤務)")
_HOME_ON = Pattern(
    r"\b(?:wfh|work(?:ing)? from home|home working|from home|remote)(?: is)?(?: ok| fine| possible| allowed)?(?: on| every)? "
    r"(?P<days>(?:mon|tues|wednes|thurs|fri)days?(?:(?:, | and | & | ?/ ?)(?:mon|tues|wednes|thurs|fri)days?)*)\b"
)
_DAY_NAME = Pattern(r"mon|tues|wednes|thurs|fri")


def _finding(
    clause: Clause, place: tuple[int, int], text: str, bounds: tuple[float | None, float | None] = (None, None), *, sure: float = 1.0
) -> Finding:
    unit = None if bounds == (None, None) else "day_per_week"
    return Finding(Category.REMOTE, "remote", "リモート", clause, *place, min=bounds[0], max=bounds[1], unit=unit, text=text, sure=sure)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """What a clause says of remote work; of two statements the one that holds, else the most precise one."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.INTERVIEW, Field.TITLE) or clause.question:
        return
    if _OF_OTHERS.search(clause.unit.text[clause.sentence[0] : clause.sentence[1]]):
        return
    told: list[Finding] = []
    for found in _statements(clause):
        if not any(found.start < other.end and other.start < found.end for other in told):
            told.append(found)
    standing = holding(clause.unit.text, told)
    best = next((found for found in told if any(found is other for other in standing)), None)
    if best is not None:
        yield best
    elif clause.unit.field is Field.REMOTE and clause.unit.label is not None and (hit := _BARE.match(clause.text.strip(" 。.()"))):
        yield _finding(clause, (clause.start, clause.end), next(name for name in ("full", "none", "partial") if hit[name]))


def _statements(clause: Clause) -> Iterator[Finding]:
    """All that the words say of remote work, the weightiest first."""
    text, (start, end) = clause.unit.text, (clause.start, clause.end)
    weak: list[Finding] = []
    for found in _NONE.finditer(text, start, end):
        if _NOT_SO.search(text[max(start, found.start() - 12) : found.start()]):
            continue
        if not _NO_MORE.search(text[found.end() : found.end() + 14]):
            refused = _finding(clause, found.span(), "none")
            if _NOT_ALL.match(found.group()):
                weak.append(refused)
            else:
                yield refused
    full = [found for found in _FULL.finditer(text, start, end) if not _NOT_FULL.match(text[found.end() : found.end() + 6])]
    yield from (_finding(clause, found.span(), "full") for found in full if _OUTRIGHT.search(found.group()))
    yield from _days_told(clause)
    for found in _HOME_ON.finditer(text, start, end):
        days = float(len({day.group() for day in _DAY_NAME.finditer(found["days"])}))
        yield _finding(clause, found.span(), "partial", (days, days))
    yield from (_finding(clause, found.span(), "full") for found in full if not _OUTRIGHT.search(found.group()))
    yield from weak
    if clause.unit.field is Field.LOCATION and (place := _REMOTE_PLACE.match(clause.text) or _PLACE_REMOTE.match(clause.text)):
        yield _finding(clause, (start + place.start(1), start + place.end(1)), "full", sure=0.9)
    for found in _PARTIAL.finditer(text, start, end):
        if not _NOT_HYBRID.match(text[found.end() : found.end() + 24]):
            yield _finding(clause, found.span(), "partial", sure=0.9)


def _days_told(clause: Clause) -> Iterator[Finding]:
    """Days a week at home or at the office; the new ones of a change are where the old ones were."""
    first, side = clause.sentence[0], _side(clause)
    words = clause.unit.text[first : clause.end]
    if (
        (hit := _DAYS_FROM_TO.search(words))
        and (days := number(hit["new"] or hit["ja"])) is not None
        and clause.start <= hit.start() + first
    ):
        place = "office" if _OFFICE_LABEL.search(hit.group()) else "home"
        yield _days(clause, Quantity(hit.start() + first, hit.end() + first, days, days, "day_per_week", key="remote", note=place))
    for item in find_week_days(words, bare=clause.unit.field is Field.REMOTE):
        spent = item.note if item.key == "remote" else side
        if item.unit != "day_per_week" or spent is None:
            continue
        if item.replaced:
            side = spent
        elif clause.start <= item.start + first:
            lead = len(words[item.start : item.end]) - len(words[item.start : item.end].lstrip())
            end = item.start + len(words[item.start : item.end].rstrip())
            yield _days(clause, replace(item, start=item.start + lead + first, end=end + first, key="remote", note=spent))


def _side(clause: Clause) -> str | None:
    """Whether a label of remote work, the question above or the topic of the sentence counts days at home or at the office."""
    label = clause.unit.label
    topic = _TOPIC.match(clause.unit.text[clause.sentence[0] : clause.end])
    if topic is not None:
        name = topic.group()
    elif clause.unit.field is Field.REMOTE:
        name = clause.unit.text[label.start : label.end] if label else clause.unit.question
    else:
        return None
    return "office" if _OFFICE_LABEL.search(name) else "home" if _HOME_LABEL.search(name) else None


_TOPIC = Pattern(
    r"^[^。、]{0,12}?(?:リモート|在宅|テレワーク|出社|出勤)(?:ワーク|勤務|日数?)?(?:の件|について|に関して|につきまして)?(?:は|ですが)?、"
)
_OFFICE_LABEL = Pattern(r"出社|オンサイト|on-?site|office|出勤")
_HOME_LABEL = Pattern(r"在宅|リモート|テレワーク|remote|home|wfh")


def _days(clause: Clause, item: Quantity) -> Finding:
    """Days told at home, or five minus the days told at the office; no number where the week is not of five days."""
    if item.note == "office" and _SHORT_WEEK.search(clause.unit.text):
        return _finding(clause, (item.start, item.end), "partial")
    home = home_days(item)
    return _finding(clause, (item.start, item.end), home.text or "partial", (home.min, home.max))
