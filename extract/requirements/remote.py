"""Remote work: full, partial or none, with the days at home."""

from collections.abc import Iterator
from dataclasses import replace

import re2

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.measured import read
from extract.phrases import phrases
from extract.quantities.counts import find_week_days, home_days
from extract.quantities.records import Quantity
from extract.scene import Scene
from requisitions.words import Category

_HOME_JA = r"(?:フル)?(?:リモート(?:ワーク|勤務)?|在宅(?:勤務)?|テレワーク)"
_FULL = phrases("remote", "full")
_NONE = phrases("remote", "none")
_PARTIAL = phrases("remote", "partial")
_BARE = phrases("remote", "bare")
_NO_MORE = re2.compile(r"^(?:という|の)?(?:条件|ルール|方針|制限)?(?:は|を|も|から)?(?:、)?(?:緩和|撤廃|廃止|解除|ではなく|見直)")
_OUTRIGHT = re2.compile(r"フル|完全|全日|fully|100%|full")
_REMOTE_PLACE = re2.compile(r"^ ?((?:fully |100% )?remote)(?: ?\(|[,;.]|$| (?:us|uk|usa|india|only|anywhere|ok))")
_SHORT_WEEK = re2.compile(r"(?:稼働|勤務)?[: ]*週[1-4]日?(?:~|から|以上|稼働|程度|勤務)")


def _finding(
    clause: Clause, place: tuple[int, int], text: str, bounds: tuple[float | None, float | None] = (None, None), *, sure: float = 1.0
) -> Finding:
    unit = None if bounds == (None, None) else "day_per_week"
    return Finding(Category.REMOTE, "remote", "リモート", clause, *place, min=bounds[0], max=bounds[1], unit=unit, text=text, sure=sure)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """What a clause says of remote work; the most precise statement counts."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.INTERVIEW, Field.TITLE) or clause.question:
        return
    text, (start, end) = clause.unit.text, (clause.start, clause.end)
    if (found := _NONE.search(text, start, end)) and not _NO_MORE.search(text[found.end() : found.end() + 14]):
        yield _finding(clause, found.span(), "none")
        return
    full = _FULL.search(text, start, end)
    if full and _OUTRIGHT.search(full.group()):
        yield _finding(clause, full.span(), "full")
        return
    for item in read(clause, find_week_days, bare=clause.unit.field is Field.REMOTE):
        if item.unit == "day_per_week" and (item.key == "remote" or _side(clause)):
            yield _days(clause, item if item.key == "remote" else replace(item, key="remote", note=_side(clause)))
            return
    if full:
        yield _finding(clause, full.span(), "full")
        return
    if clause.unit.field is Field.LOCATION and (found := _REMOTE_PLACE.match(clause.text)):
        yield _finding(clause, (start + found.start(1), start + found.end(1)), "full", sure=0.9)
        return
    if found := _PARTIAL.search(text, start, end):
        yield _finding(clause, found.span(), "partial", sure=0.9)
        return
    if clause.unit.field is Field.REMOTE and clause.unit.label is not None and (found := _BARE.match(text[start:end].strip(" 。."))):
        kind = next(name for name in ("full", "none", "partial") if found[name])
        yield _finding(clause, (start, end), kind)


def _side(clause: Clause) -> str | None:
    """Whether a label of remote work counts days at home or at the office."""
    label = clause.unit.label
    if label is None or clause.unit.field is not Field.REMOTE:
        return None
    name = clause.unit.text[label.start : label.end]
    return "office" if _OFFICE_LABEL.search(name) else "home" if _HOME_LABEL.search(name) else None


_OFFICE_LABEL = re2.compile(r"出社|オンサイト|on-?site|office|出勤")
_HOME_LABEL = re2.compile(r"在宅|リモート|テレワーク|remote|home|wfh")


def _days(clause: Clause, item: Quantity) -> Finding:
    """Days told at home, or five minus the days told at the office; no number where the week is not of five days."""
    if item.note == "office" and _SHORT_WEEK.search(clause.unit.text):
        return _finding(clause, (item.start, item.end), "partial")
    home = home_days(item)
    return _finding(clause, (item.start, item.end), home.text or "partial", (home.min, home.max))
