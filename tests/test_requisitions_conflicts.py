"""Conflicts: which words stand against each other, and when they no longer do."""

from itertools import permutations

import pytest

from requisitions.conflicts import Conflict, ConflictKind, conflicts, words_again
from requisitions.identity import statement_id
from requisitions.versions import Requisition, Stated
from requisitions.words import Necessity, Speaker
from tests.report_builders import Said, amend, demand, dropped, full, mail, seat

CLIENT, BROKER, OURS, UNKNOWN = Speaker.END_CLIENT, Speaker.INTERMEDIARY, Speaker.OWN_SALES, Speaker.UNKNOWN
JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
SQL = demand("skill", "sql", label="SQL", quote="SQL")
HOME = demand("remote", "remote", label="リモート", text="partial", min=3, max=3, unit="day_per_week", quote="週3日在宅")
OFFICE = demand("remote", "remote", label="リモート", text="none", quote="原則出社")
TWO_DAYS = demand("remote", "remote", label="リモート", text="partial", min=2, max=2, unit="day_per_week", quote="在宅は2日")


def told(*said: Said) -> Requisition:
    """A seat of what the mails say."""
    return seat("A-1", "Seat", None, *said)


def found(*said: Said) -> tuple[Conflict, ...]:
    """The conflicts that are left at the end."""
    history = told(*said).history
    stated = [Stated(statement_id(one.mail.sha256, 0), one.statement, one.mail) for one in said]
    return conflicts(history.versions, history.hints, words_again(stated, history))


def first(*demands: object, by: Speaker = BROKER) -> Said:
    """The first mail of the seat."""
    return full(mail("10-05 10:00", kind="requisition"), *demands, by=by)  # type: ignore[arg-type]


def second(*demands: object, by: Speaker) -> Said:
    """An amendment of 10 November."""
    return amend(mail("11-10 10:00", sender="second"), *demands, by=by)  # type: ignore[arg-type]


def third(*demands: object, by: Speaker) -> Said:
    """An amendment of 12 November."""
    return amend(mail("11-12 10:00", sender="third"), *demands, by=by)  # type: ignore[arg-type]


def again(*demands: object, by: Speaker = BROKER) -> Said:
    """The first mail's text on 14 November."""
    return full(mail("11-14 10:00", sender="again", kind="requisition"), *demands, by=by)  # type: ignore[arg-type]


def test_nothing_said_is_no_conflict() -> None:
    assert conflicts((), ()) == ()
    assert found(first(JAVA, HOME)) == ()


def test_a_change_by_the_end_client_contradicts_nobody() -> None:
    assert found(first(JAVA, HOME), second(OFFICE, by=CLIENT)) == ()


def test_an_intermediarys_old_text_stands_against_the_end_clients_newer_words() -> None:
    (conflict,) = found(first(JAVA, HOME), second(OFFICE, by=CLIENT), again(JAVA, HOME))
    assert (conflict.kind, conflict.demand.identity, conflict.differs) == (ConflictKind.SPEAKERS, ("remote", "remote"), True)
    assert conflict.holds is not None
    assert (conflict.holds.requirement, conflict.holds.stated_by) == (OFFICE, CLIENT)
    assert (conflict.against.requirement, conflict.against.stated_by) == (HOME, BROKER)
    assert conflict.latest is conflict.against
    assert conflict.said_by(CLIENT) is conflict.holds
    assert conflict.said_by(OURS) is None


def test_old_text_against_the_same_hands_amendment_is_a_resend() -> None:
    (conflict,) = found(first(JAVA, HOME), second(OFFICE, by=BROKER), again(JAVA, HOME))
    assert conflict.kind is ConflictKind.RESENT


def test_an_intermediarys_newer_words_hold_and_stand_against_the_end_clients_own() -> None:
    (conflict,) = found(first(JAVA, HOME), second(OFFICE, by=CLIENT), third(TWO_DAYS, by=BROKER))
    assert conflict.kind is ConflictKind.SPEAKERS
    assert conflict.holds is not None
    assert conflict.holds.requirement == TWO_DAYS
    assert conflict.against.requirement == OFFICE
    assert conflict.latest is conflict.holds


@pytest.mark.parametrize("speaker", [OURS, UNKNOWN, CLIENT])
def test_only_an_intermediary_speaks_against_the_end_client(speaker: Speaker) -> None:
    assert found(first(JAVA, HOME), second(OFFICE, by=CLIENT), third(TWO_DAYS, by=speaker)) == ()


def test_the_same_value_in_an_intermediarys_words_is_agreement() -> None:
    assert found(first(JAVA, HOME), second(OFFICE, by=CLIENT), third(OFFICE, by=BROKER)) == ()
    said_shorter = demand("skill", "java", label="Java", quote="Java")
    assert found(first(JAVA, by=CLIENT), second(said_shorter, by=BROKER)) == ()


def test_the_end_clients_next_word_settles_it() -> None:
    settled = (first(JAVA, HOME), second(OFFICE, by=CLIENT), third(TWO_DAYS, by=BROKER))
    assert found(*settled, amend(mail("11-15 10:00"), TWO_DAYS, by=CLIENT)) == ()
    insists = demand("remote", "remote", label="リモート", text="none", quote="やはり出社でお願いします")
    assert found(*settled, amend(mail("11-15 10:00"), insists, by=CLIENT)) == ()
    assert found(*settled, amend(mail("11-15 10:00"), OFFICE, by=CLIENT)), "his old mail once more moves nothing (D5)"


def test_a_later_word_of_anybody_settles_a_resend() -> None:
    resent = (first(JAVA, HOME), second(OFFICE, by=BROKER), again(JAVA, HOME))
    assert found(*resent, amend(mail("11-16 10:00"), TWO_DAYS, by=BROKER)) == ()


def test_a_mail_that_confirms_what_holds_settles_it_if_he_may_say_so() -> None:
    overruled = (first(JAVA, HOME), second(OFFICE, by=CLIENT), third(TWO_DAYS, by=BROKER))
    assert found(*overruled, amend(mail("11-15 10:00"), TWO_DAYS, by=BROKER)), "the intermediary once more"
    assert found(*overruled, amend(mail("11-15 10:00"), JAVA, by=CLIENT)), "he speaks of something else"
    resent = (first(JAVA, HOME), second(OFFICE, by=BROKER), again(JAVA, HOME))
    assert found(*resent, amend(mail("11-15 10:00"), OFFICE, by=BROKER)) == ()


def test_a_necessity_can_be_in_conflict_too() -> None:
    wish = demand("skill", "sql", label="SQL", quote="SQL尚可", necessity=Necessity.PREFERRED)
    (conflict,) = found(first(JAVA, SQL, by=CLIENT), second(wish, by=BROKER))
    assert conflict.demand.key == "sql"


def test_a_demand_that_an_intermediary_drops_or_leaves_out_is_the_end_clients_still() -> None:
    (conflict,) = found(first(JAVA, SQL, by=CLIENT), second(dropped("skill", "sql", "SQL", "SQLは不要"), by=BROKER))
    assert conflict.holds is not None
    assert conflict.holds.requirement is not None
    assert conflict.holds.requirement.necessity is Necessity.NOT_REQUIRED
    (silent,) = found(first(JAVA, SQL, by=CLIENT), full(mail("11-10 10:00"), JAVA, by=BROKER))
    assert (silent.demand.key, silent.differs) == ("sql", True)
    assert silent.holds is not None
    assert (silent.holds.requirement, silent.holds.stated_by) == (None, BROKER)


def test_what_the_end_client_leaves_out_himself_he_no_longer_says() -> None:
    assert found(first(JAVA, SQL, by=CLIENT), full(mail("11-10 10:00"), JAVA, by=CLIENT)) == ()
    gone = (first(JAVA, SQL, by=CLIENT), full(mail("11-10 10:00"), JAVA, by=CLIENT))
    assert found(*gone, third(SQL, by=BROKER)) == (), "an addition to what he says now"


def test_what_the_end_client_took_back_and_an_intermediary_asks_for_again_is_a_conflict() -> None:
    back = (first(JAVA, SQL), second(dropped("skill", "sql", "SQL", "SQLは不要"), by=CLIENT))
    (conflict,) = found(*back, third(SQL, by=BROKER))
    assert conflict.said_by(CLIENT) is conflict.against


def test_an_old_text_that_merely_lacks_what_was_added_differs_on_nothing_that_it_says() -> None:
    (conflict,) = found(first(JAVA, HOME), second(SQL, by=BROKER), again(JAVA, HOME))
    assert (conflict.kind, conflict.differs) == (ConflictKind.RESENT, False)


def test_one_demand_is_named_once_and_the_end_clients_conflicts_come_first() -> None:
    told_ = (
        first(JAVA, HOME, SQL),
        second(OFFICE, by=CLIENT),
        third(demand("skill", "java", label="Java", min=5, unit="year", quote="Java 5年"), by=BROKER),
        again(JAVA, HOME, SQL),
        full(mail("11-18 10:00", sender="once more"), JAVA, HOME, SQL, by=BROKER),
    )
    kinds = [(conflict.kind, conflict.demand.key) for conflict in found(*told_)]
    assert kinds == [(ConflictKind.SPEAKERS, "remote"), (ConflictKind.RESENT, "java")]


def test_the_order_in_which_mails_come_in_does_not_matter() -> None:
    said = (first(JAVA, HOME), second(OFFICE, by=CLIENT), third(TWO_DAYS, by=BROKER), again(JAVA, HOME))
    assert len({found(*order) for order in permutations(said)}) == 1
