"""The job itself: a name of the vocabulary, or a technology with the word for who works with it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.numerals import WORDS, number
from extract.quantities.person_words import CREW_BEFORE, WANTED_BEFORE
from extract.scene import Scene
from extract.slugs import slug
from extract.vocabulary.entries import load_vocabulary
from requisitions.words import Category

_WORKER = Pattern(
    r"^(?:の|での|を扱う|[ /]|-|系|開発|運用|保守|設計|構築|アプリ|システム|自動化|\.net|"
    r"full[- ]?stack|backend|frontend|front-end|back-end|web|mobile|automation|platform|cloud|software|application){0,3} ?"
    r"(?P<who>エンジニア|技術者|プログラマー?|開発者|コンサルタント?|コンサル|デベロッパー?|アーキテクト|管理者|オペレーター?|テスター|デザイナー|要員|担当者|スペシャリスト|"
    r"se\b|pg\b|developers?\b|engineers?\b|programmers?\b|consultants?\b|architects?\b|administrators?\b|admins?\b|specialists?\b"
    r"|analysts?\b|testers?\b|designers?\b|dba\b|experts?\b)"
)
_SEEKING = phrases("role", "seeking")
_WHO: dict[str, str] = tomllib.loads(files("extract").joinpath("data/workers.toml").read_text(encoding="utf-8"))["workers"]
_REPLACED = Pattern(r"^(?:ではなく|でなく|というより|よりも|の方ではなく)")
_OBJECT = Pattern(r"^(?:の方|さん|職|として)?(?:を|が(?:必要|ほし|欲し)|\d| ?required| ?needed| ?wanted)")
_LONGEST = 30
_HEAD_WORDS = ("sr", "senior", "junior", "jr", "lead", "シニア", "ジュニア")


def named_jobs(clause: Clause, scene: Scene) -> list[tuple[int, int, str, str]]:
    """Every job named in a clause as (start, end, key, label), the longest at a place, whether sought or not."""
    text = clause.unit.text
    found = [
        (hit.start, hit.end, hit.entry.key, hit.entry.label)
        for hit in scene.hits(clause, Category.ROLE)
        if not hit.ambiguous or clause.unit.field in (Field.ROLE, Field.TITLE) or _REPLACED.match(text[hit.end : hit.end + 12])
    ]
    for hit in scene.hits(clause, Category.SKILL):
        worker = _WORKER.match(text[hit.end : hit.end + 40])
        if worker and hit.end + worker.end() <= clause.end:
            who = worker["who"]
            title = _WHO.get(who, who.rstrip("s") if who.isascii() else slug(who))
            found.append(
                (hit.start, hit.end + worker.end(), f"{hit.entry.key}-{title}", scene.written(clause, hit.start, hit.end + worker.end()))
            )
    found += _staff_of(clause, scene)
    found.sort(key=lambda job: (job[0], job[0] - job[1]))
    kept: list[tuple[int, int, str, str]] = []
    for job in found:
        if kept and kept[-1][1] == job[0]:
            # one compound noun, and its last part says what it is
            kept[-1] = (kept[-1][0], job[1], job[2], scene.written(clause, kept[-1][0], job[1]))
        elif all(job[0] >= other[1] or job[1] <= other[0] for other in kept):
            kept.append(job)
    return kept


_STAFF_OF = Pattern(r"(?P<work>[一-龠々ァ-ヶーぁ-ん]{2,10})の(?P<who>スタッフ|係(?:員)?|担当者?|作業員|パート|アルバイト|要員)")
_ENDINGS = ("スタッフ", "員", "係", "担当", "作業員", "")


def _staff_of(clause: Clause, scene: Scene) -> list[tuple[int, int, str, str]]:
    """Jobs named by their work: `検品のスタッフ`, `食器洗浄の係`."""
    found: list[tuple[int, int, str, str]] = []
    text = clause.unit.text
    for hit in _STAFF_OF.finditer(text, clause.start, clause.end) if scene.japanese and "の" in clause.text else ():
        works = ((start, text[start : hit.span(1)[1]]) for start in range(hit.start(), hit.span(1)[1] - 1))
        senses = ((start, sense) for start, work in works for ending in _ENDINGS for sense in load_vocabulary().lookup(work + ending))
        named = next(((start, sense.entry) for start, sense in senses if sense.entry.category is Category.ROLE), None)
        if named is not None:
            found.append((named[0], hit.end(), named[1].key, named[1].label))
    return found


def role_spans(clause: Clause, scene: Scene) -> list[tuple[int, int]]:
    """Where jobs are named: a technology inside names the job and is no demand of its own there."""
    return [(start, end) for start, end, _, _ in named_jobs(clause, scene)]


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The job that a clause seeks: under a role label, or beside words of seeking."""
    text = clause.unit.text
    jobs = [job for job in named_jobs(clause, scene) if not _OF_THE_SPEAKER.match(text[job[1] : clause.end])]
    if clause.unit.field is Field.ROLE or (clause.unit.field is Field.TITLE and clause.unit.label is not None and _english_title(clause)):
        yield from _labelled(clause, scene, jobs)
        return
    if clause.unit.field is Field.TITLE:
        end = _title_end(clause)
        yield from (Finding(Category.ROLE, key, label, clause, start, stop) for start, stop, key, label in jobs if stop == end)
        return
    if clause.unit.field not in (None, Field.OTHER, Field.NOTES, Field.SKILL, Field.CONDITIONS) or clause.question:
        return
    sought = bool(_SEEKING.search(text[clause.sentence[0] : clause.sentence[1]]))
    sought = sought or any(_COUNTED.search(text[clause.start : start]) for start, *_ in jobs)
    jobs = [job for job in jobs if sought or _alone(text, clause, job[0], job[1]) or any(_gives_way(text, *other[:2]) for other in jobs)]
    jobs.sort(key=lambda job: not _OBJECT.match(text[job[1] : job[1] + 6]))
    changed = any(_gives_way(text, start, end) for start, end, _, _ in jobs)
    for start, end, key, label in jobs if changed else jobs[:1]:
        yield Finding(Category.ROLE, key, label, clause, start, end, sure=0.9)
    wanted = wanted_in(clause) if sought and not jobs and not scene.japanese else None
    if wanted:
        start, end = wanted.named
        yield Finding(
            Category.ROLE,
            slug(wanted.job.removesuffix("s")),
            scene.written(clause, start, end),
            clause,
            start,
            end,
            open_class=True,
            sure=0.65,
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many of what a clause wants, with both places in the unit."""

    count: str
    counted: tuple[int, int]
    job: str
    named: tuple[int, int]


def wanted_in(clause: Clause) -> Wanted | None:
    """How many of what an English clause wants, in words that no vocabulary knows: "get us 2 paralegals"."""
    found = _WANTED_EN.search(clause.unit.text, clause.start, clause.end) or _LIKE_A_JOB.search(clause.unit.text, clause.start, clause.end)
    if found is None or _NO_JOB.search(found["job"]):
        return None
    return Wanted(found["count"], found.span(1), found["job"], found.span(2))


_NO_JOB = phrases("role", "no_job")


def _gives_way(text: str, start: int, end: int) -> bool:
    """Whether another job takes the place of the one at `[start, end)`."""
    return bool(_REPLACED.match(text[end : end + 12]) or _INSTEAD.search(text[max(0, start - 20) : start]))


_INSTEAD = Pattern(r"\b(?:instead of|rather than|replaces|no longer|not) (?:the |an? )?$")
_WANTED_EN = Pattern(
    r"\b(?:(?:get|find|send|source|book|supply|recruit)(?: (?:us|me|them))?|needs?|needed|looking for|wants?|requires?|seeking|short of"
    r"|do with|could use|hire|hiring) (?P<count>\d{1,2}|an?|two|three|four|five|six|seven|eight|nine|ten|twelve) "
    r"(?P<job>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2}?s?)(?: ?[(,.;]| for | in | at | to | on | who | with | from | near | based | starting |$)"
)


_LIKE_A_JOB = phrases("role", "like_a_job")
"""A count or article with words that end as jobs do, behind any word of seeking."""


def _labelled(clause: Clause, scene: Scene, jobs: list[tuple[int, int, str, str]]) -> Iterator[Finding]:
    """The job under a role label: the first that is named, else the label's own words."""
    text = clause.unit.text
    if not jobs and clause.start == clause.unit.value and clause.unit.label is not None:
        jobs = _graded(clause, scene)
    if jobs:
        start, end, key, label = jobs[0]
        yield Finding(Category.ROLE, key, label, clause, start, end)
    elif clause.start == clause.unit.value and clause.unit.label is not None:
        end = next((i for i in range(clause.start, clause.end) if text[i] in "(、,/。-|※"), clause.end)
        words = text[clause.start : end].strip()
        if 1 < len(words) <= (2 * _LONGEST if words.isascii() else _LONGEST):
            stop = clause.start + len(words)
            yield Finding(
                Category.ROLE, slug(words), scene.written(clause, clause.start, stop), clause, clause.start, stop, open_class=True, sure=0.8
            )


def counted_job(clause: Clause, scene: Scene) -> tuple[float, int, int] | None:
    """How many of a named job an English clause seeks, with the place of number and job: "could do with two CNC setters"."""
    text = clause.unit.text
    for start, end, _, _ in named_jobs(clause, scene) if _SEEKING.search(text[slice(*clause.sentence)]) else ():
        told = _COUNT_BEFORE.search(text[max(clause.start, start - _LEAD) : start])
        count = number(told["n"]) if told else None
        if told and GRADED.search(text[: max(clause.start, start - _LEAD) + told.start(1)]):
            continue
        if told and count and (count == 1 or text[start:end].endswith("s") or text[end : end + 1] == "/"):
            at = max(clause.start, start - _LEAD) + told.start(1)
            if not CREW_BEFORE.stands_in(text[clause.start : at]) or WANTED_BEFORE.stands_in(text[clause.start : at]):
                return count, at, end
    return None


GRADED = Pattern(r"\b(?:year|level|grade|band|class|cat|category|tier|phase|stage|key stage|ks|type|part|unit|step|group|zone) ?$")
"""Before a figure that counts no people: `a Year 4 teacher`."""
_LEAD = 40
_COUNT_BEFORE = Pattern(
    rf"(?:^|[ ,;:(])(?P<n>\d{{1,2}}|{WORDS}|a couple of|couple of)(?: ?x)? "
    r"(?:(?:more|additional|extra|further|new|experienced|qualified|good|decent|strong|reliable|senior|junior|full-time|part-time"
    r"|temporary|temp|contract|permanent|[a-z]+ed|[a-z]+ing) ){0,2}$"
)
_OF_THE_SPEAKER = Pattern(
    r"^(?:の|、|・| |をしております|をしている|をつとめ(?:て|る)[^、。]{0,6})、?[\p{Han}\p{Katakana}]{1,5}(?:です|と申し|と言い|といいま)"
)
"""`店長の森です`: who writes."""
_COUNTED = Pattern(r"(?:^|[:;,-] )(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: x)? (?:[a-z]+ )?$")
"""At the beginning, before a job: `12 contract attorneys for a review`."""
_GRADE = Pattern(r"^(?:シニア|ジュニア|ミドル|チーフ|リード)")


def _graded(clause: Clause, scene: Scene) -> list[tuple[int, int, str, str]]:
    """The job behind a grade that is written in one word with it: `シニアネットワークエンジニア`."""
    grade = _GRADE.match(clause.text)
    if grade is None:
        return []
    start = clause.start + grade.end()
    words = scene.written(clause, start, clause.end).strip()
    entry = next((sense.entry for sense in load_vocabulary().lookup(words) if sense.entry.category is Category.ROLE), None)
    return [(start, start + len(words), entry.key, entry.label)] if entry else []


def _english_title(clause: Clause) -> bool:
    label = clause.unit.label
    return label is not None and clause.unit.text[label.start : label.end].isascii()


def _title_end(clause: Clause) -> int:
    """Where the name in a title ends: before a bracket, a slash or a mark; its last noun is what it is."""
    text = clause.unit.text
    return next((i for i in range(clause.start, clause.end) if text[i] in "(/※"), len(text[: clause.end].rstrip()))


def _alone(text: str, clause: Clause, start: int, end: int) -> bool:
    """Whether the job is all that the line says: a heading."""
    rest = (text[clause.unit.body : start] + text[end : clause.end]).strip()
    return len(rest) <= 14 and clause.unit.label is None and rest.strip("() ").replace(" ", "") in ("", *_HEAD_WORDS)
