"""Remote work: full, partial or none, with the days at home."""

from collections.abc import Iterator

import re2

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.measured import read
from extract.quantities.counts import find_week_days, home_days
from extract.quantities.records import Quantity
from extract.scene import Scene
from requisitions.words import Category

_HOME_JA = r"(?:フル)?(?:リモート(?:ワーク|勤務)?|在宅(?:勤務)?|テレワーク)"
_FULL = re2.compile(
    r"(?:フル|完全|原則|基本(?:は)?|ほぼ)(?:フル)?(?:リモート(?:ワーク)?|在宅(?:勤務)?|テレワーク)|全日(?:リモート|在宅)|リモート100%|100%(?:リモート|在宅)|(?:初日|初回|pc受取時?|pc受け取り時?)のみ出社|月(?:に)?(?:1|一)(?:回|度|日)?(?:程度|ほど)?(?:の)?出社"
    r"|\b(?:fully|100%|full-time|completely|entirely|all|full|purely|remain) (?:-)?remote(?:ly)?\b|\bremote \(?100%|\b100% (?:wfh|work from home|from home)\b|\bwork(?:ing)? from home (?:all|every|full[- ]time|5 days|five days)[a-z ]*|\bwfh (?:full[- ]time|5 days|100%)|\bno (?:office|onsite) days?\b|\bremote(?:-| )(?:first|only)\b|office once (?:a|per) month"
)
_NONE = re2.compile(
    rf"{_HOME_JA}(?:は|も|の)?(?:勤務)?(?:は|も)?(?:不可|なし|無し|ng\b|×|できません|でき(?:ない|かね)|ございません|ありません|認め(?:て(?:い|お)|られ)|対象外|廃止|終了|想定して(?:い|お)りません|ない)|(?:フル出社|全日出社|毎日出社|出社のみ|出社必須|(?:完全|フル)?常駐(?:必須|のみ|勤務)?|現場常駐|客先常駐|週5(?:日)?(?:の)?出社|オンサイトのみ|原則出社)"
    r"|\b(?:100%|fully|full[- ]time|strictly|all|entirely|5 days(?: a week| per week)?|five days(?: a week)?)[ ,]*(?:in )?(?:on-?site|in[- ]office|in the office|office[- ]based)\b|\bon-?site (?:(?:in|at) [a-z ]{2,24} )?(?:throughout|only|every day|daily|5 days|five days|full[- ]time|all week|always)|\bon site (?:throughout|only|every day|daily|full[- ]time|5 days)|\b(?:no|not|isn't|never) (?:an? )?(?:option for )?(?:remote|wfh|working from home|work from home|home working|hybrid)\b|\bremote (?:work )?(?:is )?(?:not (?:an option|possible|available|allowed|permitted)|isn't)|\b(?:must|need to|has to|have to) be (?:on-?site|on site|in the office) (?:every day|daily|full[- ]time|all)|\bfull[- ]time on-?site\b|\bonsite daily\b|\b5 days (?:in the office|onsite|on site)"
)
_PARTIAL = re2.compile(
    rf"{_HOME_JA}(?:勤務)?(?:との)?(?:併用|可|あり|有り?|ok|相談可|も可|中心|メイン|可能|ハイブリッド|推奨)|一部{_HOME_JA}|(?:出社|常駐)(?:と|・|/){_HOME_JA}|ハイブリッド(?:勤務)?|\bhybrid\b|\bpart(?:ly|ially)? remote\b|\bsome (?:remote|home|wfh)\b|\bmostly remote\b|\bremote (?:possible|available|ok)\b"
)
_BARE = re2.compile(
    r"^(?P<full>(?:フル)?リモート|フル在宅|fully remote|full remote|remote|100% remote|yes, fully)$|^(?P<none>出社|常駐|なし|無し|不可|on-?site|no|none|office)$|^(?P<partial>あり|有り?|併用|可|hybrid|一部)$"
)
_NO_MORE = re2.compile(r"^(?:という|の)?(?:条件|ルール|方針|制限)?(?:は|を|も|から)?(?:、)?(?:緩和|撤廃|廃止|解除|ではなく|見直)")
_SHORT_WEEK = re2.compile(r"(?:稼働|勤務)?[: ]*週[1-4]日?(?:~|から|以上|稼働|程度|勤務)")


def _finding(
    clause: Clause, start: int, end: int, text: str, low: float | None = None, high: float | None = None, sure: float = 1.0
) -> Finding:
    unit = None if low is None and high is None else "day_per_week"
    return Finding(Category.REMOTE, "remote", "リモート", clause, start, end, min=low, max=high, unit=unit, text=text, sure=sure)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """What a clause says of remote work; the most precise statement counts."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.INTERVIEW, Field.TITLE) or clause.question:
        return
    text, (start, end) = clause.unit.text, (clause.start, clause.end)
    if (found := _NONE.search(text, start, end)) and not _NO_MORE.search(text[found.end() : found.end() + 14]):
        yield _finding(clause, found.start(), found.end(), "none")
        return
    if found := _FULL.search(text, start, end):
        yield _finding(clause, found.start(), found.end(), "full")
        return
    for item in read(clause, find_week_days, bare=clause.unit.field is Field.REMOTE):
        if item.key == "remote" and item.unit == "day_per_week":
            yield _days(clause, item)
            return
    if found := _PARTIAL.search(text, start, end):
        yield _finding(clause, found.start(), found.end(), "partial", sure=0.9)
        return
    if clause.unit.field is Field.REMOTE and clause.unit.label is not None and (found := _BARE.match(text[start:end].strip(" 。."))):
        kind = next(name for name in ("full", "none", "partial") if found[name])
        yield _finding(clause, start, end, kind)


def _days(clause: Clause, item: Quantity) -> Finding:
    """Days told at home, or five minus the days told at the office; no number where the week is not of five days."""
    if item.note == "office" and _SHORT_WEEK.search(clause.unit.text):
        return _finding(clause, item.start, item.end, "partial")
    home = home_days(item)
    return _finding(clause, item.start, item.end, home.text or "partial", home.min, home.max)
