"""RE2 on texts: what it finds is what the module `re2` finds, counted in characters."""

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.patterns import Pattern

_TEXT = st.text(st.sampled_from("ab1 、経験年𠮷é\n"), max_size=24)
_PATTERNS = ("a", "経験", "[ab]+", "(?P<figure>1+)(年)?", "(a)|(b)", "^経", "年$", "", "x*", "𠮷.", r"(?:a|経)(?P<rest>[^a]*)")


@pytest.mark.parametrize("pattern", _PATTERNS)
@given(_TEXT, st.integers(0, 30), st.integers(0, 30))
@settings(max_examples=80, derandomize=True, deadline=None)
def test_what_is_found_is_what_the_module_finds(pattern: str, text: str, start: int, length: int) -> None:
    lean, known = Pattern(pattern), re2.compile(pattern)
    first, last = min(start, len(text)), min(start + length, len(text))
    groups = range(known.groups + 1)
    for mine, theirs in (
        (lean.search(text), known.search(text)),
        (lean.search(text, start, start + length), known.search(text, first, last)),
        (lean.match(text, start), known.match(text, first)),
        (lean.fullmatch(text), known.fullmatch(text)),
    ):
        assert (mine and [mine.span(group) for group in groups]) == (theirs and [theirs.span(group) for group in groups])
        assert (mine and (mine.group(), *mine.groups())) == (theirs and (theirs.group(), *theirs.groups()))


@pytest.mark.parametrize("pattern", _PATTERNS)
@given(_TEXT, st.integers(0, 12))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_all_matches_are_those_of_the_module(pattern: str, text: str, start: int) -> None:
    first = min(start, len(text))
    found = [hit.span() for hit in re2.compile(pattern).finditer(text, first)]
    assert [hit.span() for hit in Pattern(pattern).finditer(text, start)] == found


def test_parts_have_names() -> None:
    found = Pattern("(?P<figure>[0-9]+)(?P<unit>年|月)?").search("経験3以上")
    assert found is not None
    assert (found["figure"], found["unit"], found.part("figure"), found.part("unit"), found.part("other")) == (
        "3", None, (2, 3), (-1, -1), (-1, -1),
    )  # fmt: skip


def test_a_lone_surrogate_is_searched_too() -> None:
    found = Pattern("b").search("a\ud800b")
    assert found is not None
    assert found.span() == (2, 3)


def test_an_empty_match_does_not_hold_the_search_up() -> None:
    assert len(list(Pattern("x*").finditer("経験あ"))) >= 3


def test_lists_of_words_are_cut_and_replaced() -> None:
    assert Pattern("[、,]").split("a、b,c") == ["a", "b", "c"]
    assert Pattern("年").sub("", "3年5年", 1) == "35年"
    assert Pattern("[0-9]").findall("3年5年") == ["3", "5"]
