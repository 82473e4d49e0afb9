"""Days until payment."""

import pytest

from extract.quantities.payment import find_payment_days
from tests.quantities_reading import current, told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30日サイト", 30),
        ("45日 サイト", 45),
        ("60日の支払いサイト", 60),
        ("支払サイトは40日", 40),
        ("支払サイト:35日", 35),
        ("お支払いサイト 50日", 50),
        ("サイト:30日", 30),
        ("支払条件:45日", 45),
        ("月末締め翌々月5日(35日)", 35),
        ("月末締め翌月末払い(30日サイト)", 30),
        ("net 45", 45),
        ("net-30", 30),
        ("net30", 30),
        ("net 60 days", 60),
        ("n45", 45),
        ("payment terms 45 days", 45),
        ("payment terms: 30 days", 30),
        ("paid within 30 days", 30),
        ("30 days end of month", 30),
        ("支払:60日", 60),
        ("40日後払い", 40),
        ("検収後30日", 30),
        ("45-day terms", 45),
        ("30 days from invoice", 30),
        ("14 days from receipt", 14),
        ("invoices are settled in 21 days", 21),
    ],
)
def test_payment_terms(text: str, days: float) -> None:
    assert [(item.min, item.max, item.unit, item.key) for item in find_payment_days(text)] == [(days, days, "day", "payment-site")]


@pytest.mark.parametrize(("text", "days"), [("30日", 30), ("45 days", 45), ("35日(翌々月5日)", 35)])
def test_bare_days_count_under_their_label(text: str, days: float) -> None:
    assert [item.min for item in find_payment_days(text, bare=True)] == [days]
    assert find_payment_days(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("月末締め翌月末払い", "月末締め翌月末払い"),
        ("支払:月末締め翌々月5日", "月末締め翌々月5日"),
        ("15日締め翌月10日支払", "15日締め翌月10日支払"),
        ("支払は翌月末", "翌月末"),
    ],
)
def test_terms_without_a_number_of_days_are_told_in_words(text: str, words: str) -> None:
    """The mail says no number, so neither do we."""
    assert told(text, find_payment_days(text)) == [(words, words)]


@pytest.mark.parametrize(
    ("text", "days"), [("支払サイト30日→45日サイト", 45), ("30日サイトから45日サイトに変更", 45), ("net 45 instead of net 30", 45)]
)
def test_only_the_new_terms_of_a_change_are_current(text: str, days: float) -> None:
    assert current(find_payment_days(text)) == [(days, days)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30日",
        "45 days",
        "10月30日",
        "毎月25日",
        "支払:25日",
        "サイト運営3年",
        "webサイト制作",
        "webサイト 10日間",
        "30 days notice",
        "within 30 days",
        "3 days a week",
        ".net 4.8",
        ".net 30",
        "network 30",
        "internet 45",
        "asp.net 45",
        "planet 60",
        "25 days holiday",
        "5営業日以内",
        "翌月末から参画",
        "9/30まで",
        "300日サイト",
        "pay 30 people",
        "n95",
    ],
)
def test_no_terms_in_other_words(text: str) -> None:
    assert find_payment_days(text) == []


@pytest.mark.parametrize("text", ["", "応相談", "10月30日", "30 days notice", "3 days a week", "45万", "15日締め"])
def test_even_under_a_label_other_days_are_none(text: str) -> None:
    assert find_payment_days(text, bare=True) == []
