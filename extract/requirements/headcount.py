"""How many people are wanted."""

from collections.abc import Iterator

from extract.clauses import Clause, item_bounds
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.counts import find_persons
from extract.quantities.numerals import EN, number
from extract.quantities.years import find_years
from extract.requirements.moving import counted
from extract.requirements.role import GRADED, counted_job, named_jobs, wanted_in
from extract.scene import Scene, speaks_of
from requisitions.words import Category

_ELSEWHERE = (
    Field.WORK,
    Field.ENVIRONMENT,
    Field.REPLY,
    Field.INTERVIEW,
    Field.TITLE,
    Field.CLIENT,
    Field.AGE,
    Field.RATE,
    Field.REFERENCE,
)
_NOT_WANTED = phrases("headcount", "not_wanted")


def counts_jobs(clause: Clause, scene: Scene) -> bool:
    """Whether a clause names a job with how many times it is wanted: `Ledger clerk x2`."""
    return _TIMES.search(clause.unit.text, clause.start, clause.end) is not None and bool(named_jobs(clause, scene))


def _bare(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """A place without the blanks and marks at its end."""
    return place[0], place[0] + len(text[slice(*place)].rstrip(" ,.;)(/!"))


_TIMES = Pattern(r"\b(?:[xX] ?(?P<n>\d{1,2})|(?P<m>\d{1,2}) ?[xX])(?:[ ,.;)(/]|$)")
"""`Ledger clerk x2`, `2 x fitter`."""
_MERELY = Pattern(
    r"\b(?:(?:just|only) (?:needs? |wants? |looking for |after )?(?:the )?|(?:make|makes|making) (?:it|that) )"
    rf"(?P<m>{EN})(?P<n>)(?: (?:now|left|please|of them|instead|then|in total|altogether))?[ ]*(?:$|[,.;!]| (?:the|because|cos|as|for"
    rf"|since|pls|they|he|she)\b)"
)
_TOTAL = Pattern(rf"\b(?P<m>{EN})(?: of them)? (?:in all|altogether|in total|all told)\b")
"""The sum beside a step: `two more, so four in all`."""
_MORE_PEOPLE = Pattern(
    r"\b(?:more|another|extra|additional|further|fewer|less|seats?|people|heads?|persons?|positions?|openings?|hires?|bodies)\b"
)
_NOS = Pattern(r"(?:^|[ (:])(?P<m>\d{1,3}) ?nos?\b\.?(?: (?:of )?[a-z]{3,}|[ .]*$)")
"""`5 no. operatives`, as the building trades count."""
"""`just the one now`, `make it four`."""
_REPLACED = Pattern(
    r"^(?:[^.;]*[,;] (?:so|therefore|hence|and) )?"
    r"(?:[a-z][a-z /&-]{1,38} - |(?:so|and|then|but|ok|yes|no|well|therefore|actually|now),? |(?:make|call) (?:it|that) |it's |it is "
    r"|(?:we|they|i|he|she|client|the client)(?:'d|'ll|'re| would| will| are| can)?(?: now| only| just| actually| really| therefore)* "
    r"(?:needs?|wants?|takes?|likes?|have|requires?|looking for|after|ask for|asking for|do with|use) (?:only |just )?"
    r"|(?:can|could|may) (?:we|i|you) (?:please )?(?:have|get|take|send|do|make it) (?:only |just )?)*"
    rf"(?P<m>{EN})(?P<n>),? (?:instead of|rather than|not|up from|down from) (?:the )?{EN}"
    r"(?: now| please| then| in total| altogether| from (?:now|next|then)[^,;.]*)?(?:[ ]*[.!]?[ ]*$|[,;] ?|,? (?:because|as|since|so)\b)"
)
"""`6 instead of 8`, whatever the reason, and no more."""
_AGENTS = Pattern(
    r"\b(?:(?:would|'d|will)(?: now| also| therefore| still| really| actually| rather| then)* (?:like|need|want|have|take)"
    r"|(?:wants?|needs?|requires?|ask(?:s|ed)? for|looking for|takes?)(?: now| only| just)?|make (?:it|that)|please:?) "
    r"(?:to have |to see |only |just )?"
    rf"(?P<n>{EN}) (?P<job>(?:[a-z-]+ ){{0,2}}[a-z-]{{3,}}(?:ers|ors|ists|ians|smiths|wrights|nurses|guides|cooks|chefs|clerks|hands)"
    r"|blokes|lads|guys|fellas|chaps|bodies)\b"
)
_BALANCE = Pattern(
    rf"\b(?:balance|remaining|outstanding)(?: is| are| of|:)? (?P<n>{EN})"
    r"(?: (?:nos?\.?|required|needed|only|people|more|to go|open))*(?:[ .,;!]|$)"
)
"""`3 are selected, balance 2 required`."""
_NOT_AGENTS = phrases("headcount", "not_agents")
"""`they would therefore like two weavers`: any name of who does a thing."""
_OF_OTHER_THINGS = Pattern(
    r"\b(?:interviews?|rounds?|stages?|calls?|days?|weeks?|months?|years?|yrs?|hours?|questions?|points?|things?|changes?|tests?"
    r"|references?"
    r"|updates?|[$£€]|per|rate)\b"
)
_NOT_SO_MANY = Pattern(r"^(?:も|までは|は)(?:いら|要ら|いり|要り|必要(?:が|は)?な|必要あり|必要で(?:は)?な|不要)")
"""`8名もいらなくなりました`: the old number."""
_OUT_OF = Pattern(r"^(?:の)?(?:うち|内|中)の?、?(?:\d|[一二三四五六七八九])")
"""`10名のうち4名`: all of them."""
_SPELLED = Pattern(
    r"(?P<n>ひとり|ふたり)(?:を|、|ほど|だけ|で|に|は)?、?(?:急ぎ|至急|なるべく早く)?(?:で)?、?"
    r"(?:お願い|ほし|欲し|探し|必要|増や|追加|手配|結構|来て|派遣|募集)"
)
"""`溶接工をひとり、急ぎで探しています`."""
_SPELLED_COUNT = {"ひとり": 1.0, "ふたり": 2.0}
_ALONE = Pattern(r"^(?:お?(?:1|一)人|ひとり)(?:で(?:[^すし]|$)|称)")


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The number of people that a clause asks for."""
    if clause.unit.field in _ELSEWHERE or clause.question:
        return
    text = clause.unit.text
    labelled = clause.unit.field is Field.HEADCOUNT or speaks_of(clause, Field.HEADCOUNT)
    count = number(_counted(clause)) if clause.unit.field is Field.HEADCOUNT else None
    if count is not None and count > 0:
        label = "人数" if scene.japanese else "Headcount"
        yield Finding(Category.HEADCOUNT, "headcount", label, clause, clause.start, clause.end, min=count, max=count, unit="person")
        return
    if not scene.japanese and (summed := _summed(clause, labelled=labelled)):
        count, start, end = summed
        yield Finding(Category.HEADCOUNT, "headcount", "Headcount", clause, start, end, min=count, max=count, unit="person", sure=0.9)
        return
    for item in counted(text, read(clause, find_persons) or read(clause, find_persons, bare=labelled)):
        valued = item.min is not None or item.max is not None
        if (
            not valued
            or (_OUT_OF.match(text[item.end : clause.end]) or _NOT_SO_MANY.match(text[item.end : clause.end]))
            or (not labelled and _ALONE.match(text[item.start : item.end + 3]))
        ):
            continue
        if not labelled and not scene.japanese and GRADED.search(text[clause.start : item.start]):
            continue
        if not labelled and _NOT_WANTED.search(clause.unit.text[slice(*item_bounds(clause, item.start, item.end))]):
            continue
        if any(years.start < item.end and item.start < years.end for years in read(clause, find_years)):
            continue
        yield of_quantity(clause, Category.HEADCOUNT, "headcount", "人数" if scene.japanese else "Headcount", item)
        return
    if told := _spelled(clause) if scene.japanese else _in_english(clause, scene):
        count, start, end = told
        label = "人数" if scene.japanese else "Headcount"
        yield Finding(Category.HEADCOUNT, "headcount", label, clause, start, end, min=count, max=count, unit="person", sure=0.85)


def _spelled(clause: Clause) -> tuple[float, int, int] | None:
    """How many a Japanese clause asks for in letters, with their place."""
    told = _SPELLED.search(clause.unit.text, clause.start, clause.end)
    return None if told is None else (_SPELLED_COUNT[told["n"]], *told.span(1))


def _counted(clause: Clause) -> str:
    """The words of a field or an answer that are its count: `3`, `Three now, it was two`."""
    answer = _ANSWER.match(clause.text) if clause.unit.question else None
    return str(answer["n"]) if answer is not None else clause.text.strip(" .。")


_ANSWER = Pattern(
    rf"^ ?(?:just |only |still |now |yes,? |we need |make it |it's |it is )*(?P<n>{EN})(?: now| please| only| in total)?(?:[,.;!]|[ ]*$)"
)


def _summed(clause: Clause, *, labelled: bool) -> tuple[float, int, int] | None:
    """The sum that a clause tells beside a step, or a count with "no." behind it, with their place."""
    text = clause.unit.text
    if _OF_OTHER_THINGS.search(clause.text):
        return None
    told = _TOTAL.search(text, clause.start, clause.end)
    if told is None or not (labelled or _MORE_PEOPLE.search(clause.text)):
        told = _NOS.search(text, clause.start, clause.end)
    count = number(told["m"]) if told else None
    return (count, told.start("m"), told.end()) if told and count else None


def _in_english(clause: Clause, scene: Scene) -> tuple[float, int, int] | None:
    """How many an English clause asks for in other words than "two people", with their place."""
    text = clause.unit.text
    if (told := _REPLACED.match(clause.text)) and not _OF_OTHER_THINGS.search(clause.unit.question + clause.text[: told.start("m")]):
        count = number(told["m"])
        start, end = (clause.start + edge for edge in told.span("m"))
        return None if count is None else (count, start, end)
    if told := _TIMES.search(text, clause.start, clause.end) or _MERELY.search(text, clause.start, clause.end):
        count = number(told["n"] or told["m"]) if not _OF_OTHER_THINGS.search(clause.text) else None
        if count is not None and count.is_integer() and (named_jobs(clause, scene) or not _TIMES.match(text[told.start() : told.end()])):
            return count, *_bare(text, told.span())
    if not _NOT_WANTED.search(clause.text) and (jobs := counted_job(clause, scene)):
        return jobs
    if balance := _BALANCE.search(text, clause.start, clause.end):
        count = number(balance["n"])
        return None if count is None else (count, *balance.span("n"))
    if (agents := _AGENTS.search(text, clause.start, clause.end)) and not _NOT_AGENTS.search(agents["job"]):
        count = number(agents["n"])
        return (count, agents.start("n"), agents.end("job")) if count and count > 1 else None
    wanted = wanted_in(clause)
    count = number(wanted.count) if wanted and wanted.job.endswith("s") else None
    return (count, *wanted.counted) if wanted and count and count > 1 else None
