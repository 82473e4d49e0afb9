"""How much two statements have in common, at the edges of each rule (DECISIONS.md D7)."""

import pytest

from requisitions.alikeness import evidence, retold
from requisitions.words import Mode
from tests.requisitions_fixtures import keys

FOUR = "crane hull docks quay"
THREE_OF_FOUR = "crane hull docks pier"
HALF = "crane hull pier jetty"
QUARTER = "crane jetty pier wharf"
SKILLS = "skill/a skill/b skill/c skill/d"


def told(
    title: str | None, words: str = "", *, same_thread: bool = False, other_title: str | None = FOUR, other_words: str = SKILLS
) -> float | None:
    seat, child = keys(0, subject=other_title, words=other_words), keys(1, subject=title, words=words)
    return retold(child, seat, same_thread=same_thread)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("role/welder", 1.0),
        ("skill/tig", 0.5),
        ("skill/tig skill/mag", 1.0),
        ("skill/tig skill/mag skill/mig skill/ndt", 1.5),
        ("role/welder skill/tig skill/mag", 1.5),
        ("skill/other", 0.0),
        ("", 0.0),
    ],
)
def test_demands_in_common_are_evidence_up_to_a_point(words: str, expected: float) -> None:
    seat = keys(0, subject="x", words="role/welder skill/tig skill/mag skill/mig skill/ndt")
    assert evidence(keys(1, subject="y", words=words, mode=Mode.AMENDMENT), seat) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [("crane", 1.0), ("crane hull", 2.0), ("crane pier", 0.5), ("crane operator", 1 / 1.4), ("pier", 0.0), (None, 0.0)],
)
def test_words_of_the_title_are_evidence_as_far_as_the_shorter_is_contained(title: str | None, expected: float) -> None:
    assert evidence(keys(1, subject=title, mode=Mode.AMENDMENT), keys(0, subject=FOUR)) == pytest.approx(expected)


def test_title_and_subject_both_count_but_not_the_subject_of_several_seats() -> None:
    child = keys(1, subject="crane", title="update", mode=Mode.AMENDMENT)
    assert evidence(child, keys(0, subject="crane gang", title="x")) == 1.0
    assert evidence(child, keys(0, subject="crane gang", title="x", seats=2)) == 0.0
    assert evidence(child, keys(0, subject="crane gang", seats=2)) == 0.0, "a title that merely is the subject tells no seat either"
    assert evidence(child, keys(0, subject="x", title="crane", seats=2)) == 1.0


@pytest.mark.parametrize(
    ("title", "words", "expected"),
    [
        (FOUR, SKILLS, 0.99),
        (FOUR, "", 0.89),
        (THREE_OF_FOUR, SKILLS, 0.94),
        (THREE_OF_FOUR, "skill/a", 0.79),
        (FOUR, "skill/a skill/e skill/f skill/g skill/h", None),
        (HALF, "skill/a skill/b skill/c", 0.845),
        (HALF, "skill/a skill/b", None),
        (HALF, "", None),
        (QUARTER, SKILLS, None),
        (None, SKILLS, None),
    ],
)
def test_a_full_text_elsewhere_needs_the_title_or_half_of_it_with_alike_demands(
    title: str | None, words: str, expected: float | None
) -> None:
    assert told(title, words) == (None if expected is None else pytest.approx(expected, abs=0.006))


@pytest.mark.parametrize(
    ("title", "words", "joins"),
    [
        (HALF, "skill/a skill/b", True),
        (HALF, "", True),
        (QUARTER, "skill/a skill/b skill/c", True),
        (QUARTER, "skill/a skill/b", False),
        (QUARTER, "", False),
        (FOUR, "skill/e", False),
    ],
)
def test_a_full_text_in_the_thread_needs_half_the_title_or_alike_demands(title: str, words: str, joins: bool) -> None:
    assert (told(title, words, same_thread=True) is not None) is joins


def test_one_title_without_an_informative_word_needs_six_of_ten_demands() -> None:
    five = "skill/a skill/b skill/c skill/d skill/e"
    assert told("ご案内", "skill/a skill/b skill/c", other_title="ご案内", other_words=five) is not None
    assert told("ご案内", "skill/a skill/b", other_title="ご案内", other_words=five) is None
    assert told("ご案内", "skill/a skill/b skill/c", other_title="お知らせ", other_words=five) is None


def test_seats_of_one_mail_need_half_their_demands_and_prefer_their_place() -> None:
    first = keys(0, title=FOUR, subject="x", words=SKILLS, seats=2, ordinal=1)
    child = {"title": FOUR, "subject": "x", "seats": 2}
    assert retold(keys(1, words="skill/a skill/b", ordinal=0, **child), first, same_thread=False) == pytest.approx(0.89)
    assert retold(keys(1, words="skill/a skill/b", ordinal=1, **child), first, same_thread=False) == pytest.approx(0.90)
    assert retold(keys(1, words="skill/a skill/e", ordinal=1, **child), first, same_thread=False) is None
    alone = keys(1, title=FOUR, subject="x", words="skill/a skill/b", ordinal=1)
    assert retold(alone, first, same_thread=False) == pytest.approx(0.89)
    assert retold(keys(1, title=FOUR, subject="x", words="skill/a"), first, same_thread=False) is None


@pytest.mark.parametrize(("ours", "theirs", "joins"), [("hull", "goole", False), ("hulldocks", "hull", True), ("hull", "", True)])
def test_places_that_exclude_each_other_are_two_seats(ours: str, theirs: str, joins: bool) -> None:
    words = [f"{SKILLS} location/{place}" if place else SKILLS for place in (ours, theirs)]
    assert (told(FOUR, words[0], other_words=words[1]) is not None) is joins
    assert told(FOUR, words[0], other_words=words[1], same_thread=True) is not None


@pytest.mark.parametrize(
    ("subject", "reference", "expected"), [(THREE_OF_FOUR, None, 0.65), (HALF, None, None), (FOUR, "AB-1", None), (None, None, None)]
)
def test_a_full_text_after_its_first_amendment_goes_by_the_title(
    subject: str | None, reference: str | None, expected: float | None
) -> None:
    early = keys(0, subject=FOUR, mode=Mode.AMENDMENT)
    fields = {} if reference is None else {"reference": reference}
    assert retold(keys(1, subject=subject, **fields), early, same_thread=False) == expected
