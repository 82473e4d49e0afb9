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
