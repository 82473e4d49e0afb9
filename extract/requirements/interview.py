"""Rounds of interview with the client's side."""

from collections.abc import Iterator
from dataclasses import replace

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.patterns import Match, Pattern
from extract.phrases import any_of, phrases
from extract.quantities.counts import find_interviews
from extract.quantities.numerals import EN, number
from extract.requirements.moving import counted
from extract.scene import Scene, speaks_of
from requisitions.words import Category, Necessity

_ELSEWHERE = (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.TITLE, Field.CLIENT, Field.AGE)
_WORD = Pattern(r"面談|面接|打ち?合わ?せ|商談|顔合わせ|選考|\binterviews?\b|\brounds?\b")
_APPOINTMENT = phrases("interview", "appointment")
_DROPPED = Pattern(
    r"(?:事前(?:の)?|客先(?:の)?)?(?:面接|面談|顔合わせ)(?:は|も)?(?:なし|無し|不要|いりません|行いません|やめ)(?:で|に|と)?(?:お願い|結構|ok|します)?"
)
_CALLED_OFF = Pattern(
    r"(?:面接|面談|顔合わせ)(?:の件|について)?(?:は|ですが|を|も)?、?[^。]{0,24}"
    r"(?:見学(?:だけ|のみ)(?:に|と|で|の実施)|控え(?:ます|る|させ)|(?:取り|と)りやめ|取りやめ|行わない|行いません|実施し(?:ない|ません)|見合わせ|な(?:し|い)こと|不要)"
)
"""Where the sentence also tells of dispatch, a rule or a hint about it: no mere appointment is called off."""
_OF_DISPATCH = Pattern(r"派遣|事前|指摘|法律|法令|労働者派遣法|コンプライアンス|見学(?:だけ|のみ)|職場見学")
_MENTIONED = Pattern(
    r"(?:面接|面談|顔合わせ)(?:を|も)(?:いたし|致し|行い)ます|(?:面接|面談)(?:は|を|も|が|で)[^。]{0,24}(?:やります|行います|実施|させていただ|していただ|お会い|あり|ございます|\d+分)"
)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The interviews that a clause asks for; an appointment is none."""
    field = clause.unit.field
    if field in _ELSEWHERE or clause.question:
        return
    text = clause.unit.text
    labelled = field is Field.INTERVIEW or speaks_of(clause, Field.INTERVIEW)
    sentence = text[clause.sentence[0] : clause.sentence[1]]
    if clause.start == clause.sentence[0] and _OF_DISPATCH.search(sentence) and (off := _CALLED_OFF.search(sentence)):
        yield _of(clause, scene, clause.start + off.start(), clause.start + off.end(), Necessity.NOT_REQUIRED)
        return
    if field is not Field.INTERVIEW and _APPOINTMENT.search(clause.text):
        return
    for item in counted(text, read(clause, find_interviews, bare=labelled)):
        start = item.start
        word = next((hit for hit in _WORD.finditer(text, clause.start, item.start)), None)
        if word is not None and item.start - word.start() <= 14:
            start = word.start()
        yield of_quantity(clause, Category.INTERVIEW, "interview-count", "面談" if scene.japanese else "Interviews", item).spread(
            start, item.end
        )
        return
    answer = _ANSWER.match(clause.text) if clause.unit.question and field is Field.INTERVIEW else None
    if answer is not None and (rounds := number(answer["n"])) is not None:
        found = _of(clause, scene, clause.start + answer.start(1), clause.start + answer.end(1), Necessity.MUST)
        yield replace(found, min=rounds, max=rounds, unit="count")
        return
    yield from _in_words(clause, scene)


def _in_words(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """Interviews that a sentence tells without a plain count."""
    text = clause.unit.text
    if not _ANY.search(text, clause.start, clause.end):
        return
    if hit := _ALL_THERE_IS.search(text, clause.start, clause.end):
        yield _rounds(clause, scene, hit, 2.0 if hit["n"] == "two" else 1.0)
    elif hit := _MEET.search(text, clause.start, clause.end):
        yield _rounds(clause, scene, hit, 1.0 if hit["often"] == "once" else 2.0)
    elif (hit := _ONE_AND_DONE.search(text, clause.start, clause.end)) and (
        clause.unit.field is Field.INTERVIEW or "interview" in clause.text
    ):
        yield _rounds(clause, scene, hit, 1.0)
    elif hit := _SCREEN_THEN.search(text, clause.start, clause.end) or _FIRST_SECOND.search(text, clause.start, clause.end):
        yield _rounds(clause, scene, hit, 2.0)
    elif (hit := _FROM_TO.search(text, clause.start, clause.end)) and (rounds := number(hit["new"])) is not None:
        yield _rounds(clause, scene, hit, rounds)
    elif (told := _one_more_or_less(clause)) is not None:
        yield _rounds(clause, scene, *told)
    elif hit := _DROPPED.search(text, clause.start, clause.end):
        yield _of(clause, scene, hit.start(), hit.end(), Necessity.NOT_REQUIRED)
    elif hit := _MENTIONED.search(text, clause.start, clause.end):
        yield _of(clause, scene, hit.start(), hit.end(), Necessity.MUST)


_ANSWER = Pattern(
    r"^ ?(?:(?:yes|no|well|ok|okay|probably|right|fine|so|then),? )*"
    r"(?:(?:let's|let us|we'll|we can|i'd|we'd|you can|they'll|they can|i can|they) (?:just |only )?"
    r"(?:say|make it|make that|do|settle for|settle on|go for|go with|stick to|stick with|take|call it|leave it at|do it in|manage with)"
    r"|make it|make that|call it|say)? ?"
    rf"(?:just |only |usually |normally )?(?P<n>{EN})"
    r"(?:[.,;!: ]*$|[.,;:]| only| in total| and done| is enough| will do| would do"
    r"|(?:'s| is| will be| would be) (?:enough|plenty|fine|ok|okay|sufficient|all))"
)
"""`Two. One with me, one with the team`, under a question of rounds."""
_MEET = Pattern(
    r"\b(?:meet|see|interview|talk to|speak to) (?:them|him|her|everyone|everybody|people|candidates|each (?:person|candidate)"
    r"|(?:the |up to |just )?(?:\d|one|two|three|four|five)(?: ?(?:or|to|-) ?(?:\d|two|three|four|five))? (?:people|candidates|persons"
    r"|of them))"
    r"(?: just| only)? (?P<often>once|twice)\b"
)
_FROM_TO = Pattern(rf"\binterviews?(?: rounds?)? [a-z ]{{0,20}}from {EN} to (?P<new>{EN})")
_ORDINALS = {"second": 2, "2nd": 2, "third": 3, "3rd": 3}
_ONE_MORE = Pattern(
    r"\b(?:add(?:ed|s|ing)?|want(?:s|ed)?|needs?|also|introduc\w+) (?:an? |the )?(?:extra )?"
    r"(?P<nth>second|2nd|third|3rd) (?:interview )?(?:round|interview|stage)"
)
_ONE_LESS = Pattern(
    r"\b(?:scrap|drop|skip|lose|cancel|forget|leave out|cut|bin) (?:out )?the (?P<nth>second|2nd|third|3rd)"
    r"(?: (?:one|round|interview|stage|call))?\b"
)
"""`Scrap the second`, of interviews."""


def _one_more_or_less(clause: Clause) -> tuple[Match, float] | None:
    """How many rounds a clause that adds or drops the n-th leaves, with the words."""
    text = clause.unit.text
    if hit := _ONE_MORE.search(text, clause.start, clause.end):
        return hit, float(_ORDINALS[hit["nth"]])
    of_interviews = clause.unit.field is Field.INTERVIEW or _WORD.search(clause.text) is not None
    hit = _ONE_LESS.search(text, clause.start, clause.end) if of_interviews else None
    return None if hit is None else (hit, float(_ORDINALS[hit["nth"]]) - 1)


_ALL_THERE_IS = Pattern(
    r"\b(?P<n>a single|one|just one|two) (?:short |quick |brief |informal )?(?:video |phone |teams |zoom |online )?"
    r"(?:chat|call|conversation|meeting)s?"
    r"(?: with [a-z ]{2,24}?)? and (?:we're|we are|you're|they're|that's|that is) (?:done|it|all)\b"
)
"""`One call with me and we're done`."""
_ONE_AND_DONE = Pattern(r"\bone[- ]and[- ]done\b")
_SCREEN_THEN = Pattern(
    r"\b(?:phone|telephone|video|teams|zoom|recruiter|first) (?:screen|screening|interview|call|chat)(?:,? (?:and )?then|,? followed by"
    r"| ?\+|,? and)"
    r" (?:an? |the )?(?:[a-z-]+ ){0,2}(?:panel|interview|face[- ]to[- ]face|onsite|on-site)\b"
)
_FIRST_SECOND = Pattern(
    r"\b(?:1st|first) (?:round|stage|interview)\b[^.;]{0,40}\b(?:2nd|second)(?: and final)? (?:round|stage|interview)\b"
)
_ANY = any_of(_ONE_AND_DONE, _SCREEN_THEN, _FIRST_SECOND, _ALL_THERE_IS, _MEET, _FROM_TO, _ONE_MORE, _ONE_LESS, _DROPPED, _MENTIONED)


def _rounds(clause: Clause, scene: Scene, hit: Match, rounds: float) -> Finding:
    return replace(_of(clause, scene, hit.start(), hit.end(), Necessity.MUST), min=rounds, max=rounds, unit="count")


def _of(clause: Clause, scene: Scene, start: int, end: int, necessity: Necessity) -> Finding:
    return Finding(
        Category.INTERVIEW, "interview-count", "面談" if scene.japanese else "Interviews", clause, start, end, necessity=necessity
    )
