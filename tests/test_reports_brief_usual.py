"""What is usually told: counts of seats, nothing on a handful, nothing that nobody should ask."""

import pytest

from reports.brief_records import Basis
from reports.brief_usual import LEAST_SEATS, PeerGroup
from reports.plain import plain
from requisitions.words import Category
from tests.brief_builders import brief_of, ids, page, questions
from tests.report_builders import Said, amend, demand, full, mail, seat

FIRST = full(
    mail("10-05 10:00", kind="requisition"),
    demand("skill", "java", label="Java", min=3, unit="year"),
    demand("rate", "rate", max=600000, unit="jpy_per_month"),
)


def group(basis: Basis = Basis.CLIENT, seats: int = 11, **named: int) -> PeerGroup:
    """Other seats, of which so many name a key of these: one of the six below."""
    category = {"overtime": "schedule", "docker": "skill", "java": "skill", "contract": "contract", "age": "age", "cheerful": "trait"}
    return PeerGroup(basis, seats, {(category[key], key): (key, number) for key, number in named.items()})


def usual(*groups: PeerGroup, said: tuple[Said, ...] = ()) -> list[tuple[str, Basis, int, int]]:
    """What the briefing misses."""
    lines = brief_of(seat("A-1", "Java開発", "汐入証券", FIRST, *said), peers=groups).usual
    return [(line.item.key, line.basis, line.named, line.seats) for line in lines]


def test_what_two_in_three_seats_tell_and_this_one_does_not_is_usual() -> None:
    assert usual(group(overtime=9)) == [("overtime", Basis.CLIENT, 9, 11)]
    assert usual(group(overtime=7)) == []
    assert usual(group(seats=9, overtime=6)) == [("overtime", Basis.CLIENT, 6, 9)]


def test_a_handful_of_seats_shows_no_habit() -> None:
    assert usual(group(seats=LEAST_SEATS - 1, overtime=LEAST_SEATS - 1)) == []
    assert usual(group(seats=LEAST_SEATS, overtime=LEAST_SEATS)) != []
    assert usual(group(seats=0)) == []


def test_what_the_seat_has_told_is_not_missing_be_it_long_ago_or_in_doubt() -> None:
    assert usual(group(java=11)) == []
    gone = full(mail("11-01 10:00"), demand("skill", "docker", label="Docker"))
    assert usual(group(docker=11), said=(amend(mail("10-20 10:00"), demand("skill", "docker", label="Docker")), gone)) == []
    unsure = amend(mail("11-01 10:00"), demand("skill", "docker", label="Docker", hedged=True))
    assert usual(group(docker=11), said=(unsure,)) == []


def test_any_contract_form_tells_the_contract() -> None:
    assert [line[0] for line in usual(group(contract=11))] == ["contract"]
    assert usual(group(contract=11), said=(amend(mail("11-01 10:00"), demand("contract", "dispatch", label="派遣")),)) == []


@pytest.mark.parametrize("key", ["age", "cheerful"])
def test_nobody_is_told_to_ask_for_age_or_for_smiles(key: str) -> None:
    assert usual(group(Basis.CLIENT, 11, **{key: 11})) == []


def test_the_client_s_habit_goes_before_that_of_the_job_and_the_surest_first() -> None:
    found = usual(group(overtime=8, docker=11), group(Basis.ROLE, 20, overtime=20))
    assert found == [("docker", Basis.CLIENT, 11, 11), ("overtime", Basis.CLIENT, 8, 11)]
    assert usual(group(seats=3, overtime=3), group(Basis.ROLE, 20, overtime=19)) == [("overtime", Basis.ROLE, 19, 20)]


def test_it_is_told_in_natural_frequency_and_asked_for() -> None:
    brief = brief_of(seat("A-1", "Java開発", "汐入証券", FIRST), peers=[group(overtime=9)])
    assert plain(page(brief).usual(brief.usual[0])) == "残業：この顧客の11件では、9件が書いています"
    assert plain(page(brief, "en").usual(brief.usual[0])) == "overtime: 9 of 11 seats of this client name it"
    role = brief_of(seat("A-1", "Java開発", "汐入証券", FIRST), peers=[group(Basis.ROLE, overtime=9)])
    assert plain(page(role, "en").usual(role.usual[0])) == "overtime: 9 of 11 seats for this job name it"
    assert "missing" in ids(brief)
    assert any("残業、" in question for question in questions(brief))


def test_what_is_usual_is_not_told_a_second_time_as_not_stated() -> None:
    assert Category.CONTRACT in {item.category for item in brief_of(seat("A-1", "t", None, FIRST)).not_stated}
    brief = brief_of(seat("A-1", "t", None, FIRST), peers=[group(contract=11)])
    assert Category.CONTRACT not in {item.category for item in brief.not_stated}
