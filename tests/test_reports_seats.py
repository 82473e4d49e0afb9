"""A moved seat told whole: each sentence of its story, each fact and mark, with its data and without."""

from datetime import date

import pytest

from reports.seatrecords import MarkKind, MovedSeat
from reports.sentences import Count, Day, Item, Writer
from requisitions.statements import Requirement
from requisitions.words import Effect, Necessity, Speaker, Status
from tests.report_builders import Extra, Said, amend, at, demand, full, interview, mail, proposal, report, seat

JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE_JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
FEE = demand("rate", "rate", label="単価", max=600000, unit="jpy_per_month", quote="60万まで")
MORE_FEE = demand("rate", "rate", label="単価", max=650000, unit="jpy_per_month", quote="65万まで")
PLACE = demand("location", "location", text="川口", quote="川口")
OTHER_PLACE = demand("location", "location", text="八潮", quote="八潮")
CLIENT, BROKER = Speaker.END_CLIENT, Speaker.INTERMEDIARY


def told(*said: Said, extra: Extra | None = None, first: Speaker = BROKER) -> MovedSeat:
    """A seat of October, moved in the week."""
    start = full(mail("10-05 10:00", kind="requisition", sender="仲介 一号"), JAVA, FEE, PLACE, by=first)
    (found,) = report(seat("A-1", "A", "客先", start, *said, extra=extra)).moved.whole
    return found


def moved(*demands: Requirement, by: Speaker = BROKER, extra: Extra | None = None, first: Speaker = BROKER) -> MovedSeat:
    """The same, by one amendment."""
    return told(amend(mail("11-18 10:00"), *demands, by=by), extra=extra, first=first)


def story(found: MovedSeat) -> list[str]:
    """The ids of the story's sentences."""
    return [sentence.key for sentence in found.story]


def facts(found: MovedSeat) -> list[str]:
    """The ids of the facts."""
    return [sentence.key for sentence in found.facts]


def test_the_story_names_what_grew_harder_easier_or_neither() -> None:
    found = moved(MORE_JAVA, MORE_FEE, OTHER_PLACE, by=CLIENT)
    assert story(found) == ["story.harder", "story.easier", "story.neutral"]
    assert [getattr(dict(sentence.values)["items"], "parts", None) for sentence in found.story] == [
        (Item("skill", "java", "Java"),),
        (Item("rate", "rate", "単価"),),
        (Item("location", "location", "location"),),
    ]
    assert found.effects == ((Effect.HARDER, 1), (Effect.EASIER, 1), (Effect.NEUTRAL, 1))


def test_the_rate_is_said_to_stand_only_where_musts_grew_and_it_did_not_move() -> None:
    assert "story.rate_same" in story(moved(MORE_JAVA))
    assert "story.rate_same" not in story(moved(MORE_JAVA, MORE_FEE))
    assert "story.rate_same" not in story(moved(OTHER_PLACE))


def test_hearsay_is_said_only_where_the_end_client_never_wrote() -> None:
    assert "story.hearsay" in story(moved(MORE_JAVA))
    assert "story.hearsay" not in story(moved(MORE_JAVA, by=CLIENT))
    assert "story.hearsay" not in story(moved(MORE_JAVA, first=CLIENT))


def test_the_days_after_the_proposal_are_counted_to_the_first_move_after_it() -> None:
    early, late = amend(mail("11-16 10:00"), OTHER_PLACE), amend(mail("11-19 10:00"), MORE_JAVA)
    found = told(early, late, extra=Extra(events=[proposal("11-17 23:00")]))
    (after,) = [sentence for sentence in found.story if sentence.key == "story.after"]
    assert dict(after.values)["days"] == Count(2, "days")


def test_a_move_on_the_day_of_the_proposal_is_not_zero_days_after_it() -> None:
    assert "story.after_same_day" in story(moved(MORE_JAVA, extra=Extra(events=[proposal("11-18 09:00")])))


def test_without_a_proposal_before_it_no_days_are_counted() -> None:
    for events in ([], [proposal("11-19 09:00")]):
        assert not any(key.startswith("story.after") for key in story(moved(MORE_JAVA, extra=Extra(events=events))))


def test_a_conflict_a_pause_and_late_words_are_told_where_they_are() -> None:
    again = full(mail("11-20 10:00", kind="requisition"), JAVA, FEE, PLACE)
    late = amend(mail("11-12 10:00", known="11-17 10:00"), MORE_JAVA)
    hold = amend(mail("11-21 10:00"), status=Status.PAUSED, status_quote="保留")
    assert {"story.conflict", "story.late", "story.paused"} <= set(story(told(late, again, hold)))
    assert not {"story.conflict", "story.late", "story.paused"} & set(story(moved(MORE_JAVA)))


def test_an_intermediarys_newer_words_against_the_end_clients_own_are_told_as_such() -> None:
    own, newer = amend(mail("11-10 10:00"), MORE_JAVA, by=CLIENT), amend(mail("11-18 10:00"), JAVA)
    found = told(own, newer)
    (sentence,) = [one for one in found.story if one.key == "story.overruled"]
    assert dict(sentence.values)["day"] == Day(date(2026, 11, 10))
    assert "fact.conflict" in facts(found)
    assert "story.overruled" not in story(told(own, amend(mail("11-18 10:00"), JAVA, by=CLIENT)))


def test_facts_stand_only_on_their_rows() -> None:
    said = amend(mail("11-18 10:00"), MORE_JAVA)
    ahead = interview("11-17 10:00", "2026-11-26", planned=True)
    extra = Extra(events=[proposal("11-10 10:00"), ahead], scores={said.mail.sha256: 0.5}, twin_of="r1")
    again = full(mail("11-20 10:00", kind="requisition"), JAVA, FEE, PLACE)
    assert facts(told(said, again, extra=extra)) == [
        "fact.proposed",
        "fact.interview",
        "fact.hearsay",
        "fact.conflict",
        "fact.doubtful",
        "fact.twin",
    ]
    assert facts(moved(MORE_JAVA, by=CLIENT, first=CLIENT)) == []


def test_who_passes_the_words_on_is_the_latest_intermediary() -> None:
    found = told(amend(mail("11-17 10:00", sender="仲介 二号"), MORE_JAVA), amend(mail("11-18 10:00", sender="客先"), MORE_FEE, by=CLIENT))
    assert (found.intermediary, found.direct) == (Writer("仲介 二号"), False)
    direct = moved(MORE_JAVA, by=CLIENT, first=CLIENT)
    assert (direct.intermediary, direct.direct) == (None, True)


def test_what_did_not_move_is_listed_by_category() -> None:
    assert [item.key for item in moved(MORE_JAVA).unmoved] == ["rate", "location"]


def test_the_timeline_has_theirs_and_ours() -> None:
    again = full(mail("11-20 10:00", kind="requisition"), JAVA, FEE, PLACE)
    quiet, letter = mail("11-12 10:00"), mail("11-13 10:00", kind="other")
    events = [proposal("11-10 10:00"), interview("11-16 20:00", "2026-11-16"), interview("11-17 10:00", "2026-11-26", planned=True)]
    found = told(amend(mail("11-18 10:00"), MORE_JAVA, by=CLIENT), again, extra=Extra(events=events, mails=[quiet, letter]))
    assert [mark.kind for mark in found.marks] == [
        MarkKind.SECOND_HAND,
        MarkKind.PROPOSAL,
        MarkKind.UNMOVED,
        MarkKind.INTERVIEW,
        MarkKind.FIRST_HAND,
        MarkKind.CONFLICT,
        MarkKind.PLANNED,
    ]
    assert [mark.number for mark in found.marks if mark.number] == [1, 2]
    assert found.marks[2].at == at("11-12 10:00")


def test_conflicts_stand_before_other_doubtful_words() -> None:
    maybe = demand("skill", "git", necessity=Necessity.PREFERRED, hedged=True, quote="Gitもかも")
    again = full(mail("11-20 10:00", kind="requisition"), JAVA, FEE, PLACE)
    found = told(amend(mail("11-18 10:00"), MORE_JAVA, maybe), again)
    assert [(row.hint.why, number) for row, number in found.hints] == [("contradicted", 2), ("hedged", 1)]


@pytest.mark.parametrize("count", [1, 45])
def test_rows_have_a_limit_and_the_rest_is_counted(count: int) -> None:
    found = moved(*(demand("skill", f"s{number}", quote=f"s{number}") for number in range(count)))
    assert (len(found.rows), found.rows_left) == (min(count, 40), max(0, count - 40))
