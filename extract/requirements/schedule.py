"""Working hours and days, shifts, overtime, being on call."""

from collections.abc import Iterator

from extract.clauses import Clause, item_bounds
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.clocks import find_time_zones, find_working_hours
from extract.quantities.counts import find_week_days
from extract.quantities.hours import find_daily_hours, find_overtime, find_weekly_hours
from extract.quantities.numerals import number
from extract.quantities.records import Quantity
from extract.requirements.moving import holding
from extract.scene import Scene, topic_at
from requisitions.words import Category, Necessity

_ELSEWHERE = (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.INTERVIEW, Field.TITLE, Field.CLIENT, Field.AGE, Field.RATE)
_NIGHT = phrases("schedule", "night")
_SHIFT = Pattern(
    r"シフト(?:勤務|制)|(?:2|3|二|三)?交替(?:制|勤務)|(?:2|3|二|三)?交代(?:制|勤務)|(?:2|3|二|三)交[替代]"
    r"|\balternating (?:weekly|weeks|shifts)\b|\brotating shifts?\b|\bshift work\b|\bshift pattern\b|\brotating rota\b|\bdouble days\b"
    r"|\b(?:two|three|2|3)[- ]shifts?\b(?: (?:system|rota|pattern|rotation))?"
    r"|\b(?:\d|two|three|four|five|six|seven) (?:days? )?on,?(?: and)? ?[/-]? ?(?:\d|two|three|four|five|six|seven) (?:days? )?off\b"
    r"|\b(?:early|earlies|late|lates|days|mornings|afternoons)(?:,? (?:and|or|&|/)|/|,)"
    r" ?(?:early|earlies|late|lates|nights|days|evenings|afternoons)\b(?: shifts?)?"
)
_ON_CALL = Pattern(r"オンコール(?:対応)?(?:あり|可)?|\bon[- ]call\b(?: (?:one|two|\d|every)[a-z0-9 ]{0,24})?|緊急(?:時)?(?:対応|呼び?出し)")
_WEEKEND = phrases("schedule", "weekend")
_SPLIT = Pattern(r"\bsplit[- ]shifts?\b|\bsplits\b(?: shifts?)?")
_SLEEP_IN = Pattern(r"\bsleep[- ]?ins?\b(?: shifts?)?")
_NOT_DAYS = Pattern(r"リモート|在宅|出社|テレワーク|会議|remote|home|office|on-?site|hybrid|換算|打ち?合わせ|ミーティング")
_NO_NIGHT = Pattern(
    r"never|\bnights? (?:are|is|get) (?:entered|paid|billed|claimed|booked|charged|logged|recorded)|\btime ?-?sheets?\b"
    r"|no nights|夜勤(?:は)?[ :.・]*(?:なし|無し"
    r"|ありません|ございません|不要)|夜の時間帯の募集はやめ|years ago"
)
_NIGHTS_GONE = Pattern(
    r"夜勤(?:シフト|対応)?(?:は|が)?(?:不要に|なくな|無くな|廃止|外し|外れ|なしに(?:な|変))"
    r"|\bno (?:more )?nights?(?: shifts?| work)? (?:any ?more|any longer|now|after all)\b|\bno more nights?\b"
    r"|\bno longer (?:any )?nights?\b|\bdays?(?: shifts?)?,? (?:now )?(?:and )?(?:not|instead of|rather than) nights?\b"
    r"|\b(?:off|from) nights? (?:to|onto|on to|and onto) days?\b"
)
_OF_THE_WRITER = Pattern(r"\bi(?: only| always| also| don't| never)? $|\b(?:i'm|i am) $")
"""`I work Saturdays, ring me then`: the writer's own days."""
_NONE_NOW = Pattern(r"(?:→|⇒|->|から|ではなく) ?(?:なし|無し|ゼロ)")
_FALLS_AWAY = Pattern(r"^(?:は|が|も)?[^、。]{0,6}?(?:なくな|無くな|不要|なしに|なしで|なしと|廃止|いらな|要らな)")
_OFF_OVERTIME = Pattern(r"残業[^。]{0,14}?(?:ない見込み|なし(?:に|で|と)|なくな|消して|不要)")


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """What a clause states of times of work."""
    field = clause.unit.field
    if field in _ELSEWHERE or clause.question:
        return
    yield from _hours(clause, scene)
    yield from _overtime(clause)
    yield from _days(clause)
    for key, label, pattern in (
        ("night-shift", "夜勤", _NIGHT),
        ("on-call", "オンコール", _ON_CALL),
        ("weekend-work", "土日勤務", _WEEKEND),
        ("split-shift", "中抜けシフト", _SPLIT),
        ("sleep-in", "泊まり", _SLEEP_IN),
    ):
        hit = pattern.search(clause.unit.text, clause.start, clause.end)
        if hit and key == "night-shift" and _NIGHTS_GONE.search(clause.text):
            yield Finding(Category.SCHEDULE, key, label, clause, hit.start(), hit.end(), necessity=Necessity.NOT_REQUIRED)
            return
        if hit and key == "weekend-work" and _FALLS_AWAY.match(clause.unit.text[hit.end() : clause.end]):
            yield Finding(Category.SCHEDULE, key, label, clause, hit.start(), hit.end(), necessity=Necessity.NOT_REQUIRED)
            return
        if hit and not _NO_NIGHT.search(clause.text) and not _OF_THE_WRITER.search(clause.unit.text[clause.start : hit.start()]):
            lead = len(hit.group()) - len(hit.group().lstrip(" ,;/("))
            start = hit.start() + lead
            named = (start, start + len("nights")) if clause.unit.text.startswith("nights", start) else None
            yield Finding(Category.SCHEDULE, key, label, clause, start, named[1] if named else hit.end(), anchor=named)
            return
    hit = _SHIFT.search(clause.unit.text, clause.start, clause.end)
    if hit and not _hours_stand(clause):
        yield Finding(Category.SCHEDULE, "shift", "シフト", clause, hit.start(), hit.end())


def _hours_stand(clause: Clause) -> bool:
    return bool(read(clause, find_working_hours, bare=clause.unit.field is Field.SCHEDULE))


def _hours(clause: Clause, scene: Scene) -> Iterator[Finding]:
    field = clause.unit.field
    bare = field is Field.SCHEDULE or bool(_WORKDAYS.search(clause.text)) or topic_at(clause, clause.end) is Field.SCHEDULE
    if _NOT_HOURS.search(clause.text) or _OF_THE_FIRM.search(clause.unit.text[clause.sentence[0] : clause.end]):
        return
    if (plain := _plain_hours(clause)) is not None:
        yield of_quantity(clause, Category.SCHEDULE, "working-hours", "勤務時間" if scene.japanese else "Working hours", plain)
        return
    clocks: list[Quantity] = list(read(clause, find_working_hours, bare=bare))
    clocks = holding(clause.unit.text, [item for item in clocks if item.note is None] or clocks)
    weekly = list(read(clause, find_weekly_hours)) or ([] if scene.japanese else list(_labelled_week(clause)))
    weekly = weekly or ([] if scene.japanese or clocks else list(read(clause, find_daily_hours)))
    for item in (clocks or weekly or read(clause, find_time_zones, bare=bare))[:1]:
        yield of_quantity(clause, Category.SCHEDULE, "working-hours", "勤務時間" if scene.japanese else "Working hours", item)


_WEEKLY = Pattern(
    r"\b(?:hours|hrs)\b.*(?:\b(?:per|a|each) (?:week|wk)\b|/ ?(?:week|wk)\b)"
    r"|\b(?:weekly|guaranteed|contracted|maximum|max|total) (?:hours|hrs)\b"
)
_PLAIN_HOURS = Pattern(r"^(?P<n>\d{1,2}(?:\.\d{1,2})?)(?: ?(?:hours|hrs|h))?[ .]*$")


def _plain_hours(clause: Clause) -> Quantity | None:
    """A number alone under `Hours per week`."""
    label = clause.unit.label
    named = label is not None and clause.unit.field is Field.SCHEDULE and _WEEKLY.search(clause.unit.text[label.start : label.end])
    found = _PLAIN_HOURS.match(clause.text) if named else None
    if found is None or not 4 <= (hours := float(found["n"])) <= 80:
        return None
    return Quantity(clause.start, clause.start + found.end("n"), min=hours, max=hours, unit="hour_per_week")


def _labelled_week(clause: Clause) -> Iterator[Quantity]:
    """`Hours per week: 39.00`, `Guaranteed hours: 36/week`."""
    name, told = clause.unit.text[: clause.unit.value], _HOURS_ALONE.match(clause.text)
    hours = number(told["hours"]) if told else None
    if told and hours and _WEEK_LABEL.search(name) and _LEAST_WEEK <= hours <= _MOST_WEEK:
        start = clause.start + told.start("hours")
        yield Quantity(start, start + len(told["hours"]), hours, hours, "hour_per_week", key="working-hours")


_HOURS_ALONE = Pattern(r"^ ?(?P<hours>\d{1,2}(?:\.\d{1,2})?)(?: ?(?:hours?|hrs?))?(?: ?(?:/|per|a) ?(?:week|wk))?[. ]*$")
_WEEK_LABEL = Pattern(
    r"\bhours?(?: ?(?:/|per|a|each) ?)(?:week|wk)\b|\bweekly hours\b|\b(?:guaranteed|contracted|scheduled|standard) hours\b|\bhrs ?(?:/"
    r"|per) ?(?:week|wk)\b"
)
_LEAST_WEEK, _MOST_WEEK = 4, 84
_WORKDAYS = Pattern(r"\bmon(?:day)?s?(?: to | ?- ?)fri|平日|\bweekdays\b")
_OF_THE_FIRM = phrases("schedule", "of_the_firm")
_NOT_HOURS = Pattern(
    r"面談|面接|打ち?合わ?せ|会議|集合|開催|ご連絡|電話|休憩時間帯|\binterview\b|\bmeeting\b|\bcall\b|\blobby\b|\bwebinar\b"
)


def _overtime(clause: Clause) -> Iterator[Finding]:
    text = clause.unit.text
    if hit := _OFF_OVERTIME.search(text, clause.start, clause.sentence[1]):
        if hit.start() < clause.end:
            yield Finding(
                Category.SCHEDULE, "overtime", "残業", clause, hit.start(), min(hit.end(), len(text)), necessity=Necessity.NOT_REQUIRED
            )
        return
    if clause.unit.field is Field.OVERTIME and _NONE_NOW.search(clause.text):
        yield Finding(Category.SCHEDULE, "overtime", "残業", clause, clause.start, clause.end, necessity=Necessity.NOT_REQUIRED)
        return
    for item in holding(text, read(clause, find_overtime, bare=clause.unit.field is Field.OVERTIME)):
        lead = text.rfind("残業", clause.start, item.start)
        found = of_quantity(clause, Category.SCHEDULE, "overtime", "残業", item)
        yield found.spread(lead, item.end) if lead >= 0 and item.start - lead <= 10 else found
        return


def _days(clause: Clause) -> Iterator[Finding]:
    """Days of work a week; days at the office or at home are another matter."""
    if _NOT_DAYS.search(clause.text) or clause.unit.field in (Field.REMOTE, Field.LOCATION):
        told = clause.text if clause.unit.field is Field.REMOTE else clause.unit.text
        days = [item for item in read(clause, find_week_days) if item.key == "working-days" and _WORKED.search(told)]
    else:
        days = [item for item in read(clause, find_week_days, bare=clause.unit.field is Field.SCHEDULE) if item.key == "working-days"]
    for item in sorted(holding(clause.unit.text, days), key=lambda item: "週" not in clause.unit.text[item.start : item.end]):
        monthly = item.unit == "day_per_month" and _WORKED_A_MONTH.search(clause.unit.text[: item.start])
        if (item.unit == "day_per_week" or monthly) and not _NOT_DAYS.search(
            clause.unit.text[slice(*item_bounds(clause, item.start, item.end))]
        ):
            yield of_quantity(clause, Category.SCHEDULE, "working-days", "稼働日数", item)
            return


_WORKED_A_MONTH = Pattern(r"(?:勤務|出勤|稼働|就業)(?:日数|回数)?(?:は|も|が|を|:|・| |\]|】|>|》|〕|目安|約|合計|[0-9月週回日から→-])*$")
_WORKED = Pattern(r"稼働|勤務|シフト|週[1-7]日?~")
