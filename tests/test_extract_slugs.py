"""Keys for demands that no vocabulary knows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.slugs import slug


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Lighthouse keeping", "lighthouse-keeping"),
        ("the running of a lighthouse", "running-lighthouse"),
        ("灯台守", "灯台守"),
        ("C++ Builder", "c++-builder"),
        ("F#", "f#"),
        ("client's tools", "clients-tools"),
        ("  spaced   out  ", "spaced-out"),
        ("buy-to-let cases", "buy-to-let-cases"),
        ("Straße", "strasse"),
        ("the", "the"),
        ("!!!", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_slugs(words: str, key: str) -> None:
    assert slug(words) == key


@given(st.text(st.characters(codec="utf-8"), max_size=100))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_a_slug_is_short_lower_case_and_stays_itself(words: str) -> None:
    key = slug(words)
    assert 0 < len(key) <= 60
    assert not any(char.isspace() for char in key)
    assert not key.startswith("-")
    assert not key.endswith("-")


@pytest.mark.parametrize(
    ("first", "second"), [("Lighthouse Keeping", "lighthouse-keeping"), ("灯台 守", "灯台・守"), ("A lighthouse", "the Lighthouse")]
)
def test_spellings_of_one_thing_share_a_key(first: str, second: str) -> None:
    assert slug(first) == slug(second)


@pytest.mark.parametrize(("first", "second"), [("C", "C++"), ("C", "C#"), ("灯台守", "灯台"), ("lighthouse", "lighthouses")])
def test_other_things_have_another(first: str, second: str) -> None:
    assert slug(first) != slug(second)
