"""Patterns over folded text: offsets in characters, linear, never a fault."""

from hypothesis import given
from hypothesis import strategies as st

from extract.quantities.scanning import MOST_HITS, Pattern, Signs, after, before, has_numeral


def test_offsets_count_characters_and_not_bytes() -> None:
    text = "面談は三回、単価は65万😀です"
    hit = Pattern(r"(?P<number>[0-9]+)(?P<unit>万)").first(text)
    assert hit is not None
    assert text[hit.start : hit.end] == "65万"
    assert (hit["number"], hit["unit"]) == ("65", "万")
    assert text[slice(*hit.span("unit"))] == "万"


def test_a_part_that_took_none_is_empty() -> None:
    """So is one that the pattern does not know: finders share their helpers."""
    hit = Pattern(r"(?P<number>[0-9]+)(?P<unit>万)?").first("65")
    assert hit is not None
    assert hit["unit"] == ""
    assert "unit" not in hit
    assert "plus" not in hit
    assert hit.part("plus", "unit", "number") == "number"
    assert hit.part("plus", "unit") is None


def test_a_lone_surrogate_is_no_fault_and_moves_no_offset() -> None:
    """Broken mail can hold characters that no encoding knows."""
    text = "あ\ud800い1\udfff2"
    assert [(hit.start, hit.end) for hit in Pattern(r"[0-9]").hits(text)] == [(3, 4), (5, 6)]
    assert Pattern(r"い").stands_in(text)


def test_a_line_of_data_is_read_to_a_limit() -> None:
    assert len(list(Pattern(r"[0-9]+").hits("1 " * 10_000))) == MOST_HITS


def test_windows_end_at_the_line() -> None:
    assert before("abc", 2, 40) == "ab"
    assert after("abc", 1, 40) == "bc"
    assert before("abc", 0) == after("abc", 3) == ""


def test_numerals_are_seen_in_both_languages() -> None:
    """This question is asked first, so it may err only on the side of looking."""
    for text in ("8 years", "一名", "半年", "複数名", "two", "a year", "another seat", "seventeen", "a dozen"):
        assert has_numeral(text)
    for text in ("", "java経験", "aws", "fully remote", "リモート可", "tone", "often"):
        assert not has_numeral(text)


def test_signs_are_plain_words() -> None:
    signs = Signs("歳 才 age")
    assert signs.stand_in("35歳")
    assert not signs.stand_in("35回")


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_spans_cut_what_was_matched(text: str) -> None:
    for hit in Pattern(r"(?P<digits>[0-9]+)(?P<rest>.?)").hits(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit["digits"] + hit["rest"]
        assert hit["digits"].isascii()
