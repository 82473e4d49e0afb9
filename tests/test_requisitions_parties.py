"""Who is who, as the configuration tells it (DECISIONS.md D22)."""

import pytest

from requisitions.messages import Address
from requisitions.parties import Parties

PARTIES = Parties(
    ours=frozenset({"ours.example"}),
    intermediaries={"prime.example": "Prime Staffing"},
    clients={"wharf.example": "Wharf Nine", "yard.wharf.example": "The Yard"},
)


def who(address: str) -> Address:
    return Address("", address)


@pytest.mark.parametrize(
    ("address", "ours"), [("a@ours.example", True), ("a@tokyo.ours.example", True), ("a@notours.example", False), ("", False)]
)
def test_ours_and_our_subdomains(address: str, ours: bool) -> None:
    assert PARTIES.is_ours(who(address)) is ours


def test_names_by_the_nearest_domain() -> None:
    assert PARTIES.intermediary(who("a@mail.prime.example")) == "Prime Staffing"
    assert PARTIES.client(who("a@wharf.example")) == "Wharf Nine"
    assert PARTIES.client(who("a@dock.yard.wharf.example")) == "The Yard"
    assert PARTIES.client(who("a@prime.example")) is None
    assert PARTIES.intermediary(who("a@wharf.example")) is None


def test_without_configuration_nobody_is_known() -> None:
    assert not Parties().is_ours(who("a@ours.example"))
    assert Parties().client(who("a@wharf.example")) is None


@pytest.mark.parametrize("name", ["Wharf Nine", "Wharf Nine Ltd.", "WHARF NINE, Inc.", "株式会社Wharf Nine"])
def test_a_client_by_the_name_that_a_mail_calls_it(name: str) -> None:
    assert PARTIES.client_called(name) == "Wharf Nine"


@pytest.mark.parametrize("name", ["", "Ltd.", "Wharf", "Wharf Nine Nine", "Wharf Ninety"])
def test_another_name_is_another_client(name: str) -> None:
    assert PARTIES.client_called(name) is None


def test_a_text_names_a_client_by_whole_words_or_japanese_signs() -> None:
    known = Parties(clients={"a.example": "Arc", "b.example": "波止場製菓", "c.example": "Ox"})
    assert known.client_in("Re: [Arc] two welders") == "Arc"
    assert known.client_in("波止場製菓株式会社の件") == "波止場製菓"
    assert known.client_in("A search for two welders") is None
    assert known.client_in("Ox: two welders") is None, "so short a name may be a word"
    assert known.client_in("Arc and 波止場製菓") is None, "which of them it is for can't be told"
