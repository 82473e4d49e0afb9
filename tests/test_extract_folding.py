"""A copy in which spellings agree, with the way back to every character of the original."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.folding import Folded, fold, fold_term, join

_HARD = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("ｶﾞﾊﾟｸﾞ㈱①…〜～−‐–—ー０１９ＡＺａｚ　İßﬁ㌔\u3099\u309a\r\n\t\u0301"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＪＡＶＡ", "java"),
        ("ｼﾞｬﾊﾞ", "ジャバ"),
        ("６０〜６５万円", "60~65万円"),
        ("60～65", "60~65"),
        ("140−180", "140-180"),
        ("140–180", "140-180"),
        ("140ー180", "140-180"),
        ("サーバー", "サーバー"),
        ("㈱みなと", "(株)みなと"),
        ("①", "(1)"),
        ("C♯", "c#"),
        ("don’t", "don't"),
        ("“x”", '"x"'),
        ("a\u00a0b\u3000c", "a b c"),
        ("単価：65", "単価:65"),
        ("…", "..."),
    ],
)
def test_spellings_that_agree(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize("text", ["java 3年", "品川", "ー", "データ", "abc-def", "", "サーバー3台", "3万ー5", "30ー万円", "aー1"])
def test_plain_words_stay(text: str) -> None:
    assert fold(text).text == text


@given(_HARD)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_the_map_is_monotone_and_covers_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))


@given(_HARD, st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_stretch_of_the_copy_folds_back_to_itself(text: str, first: int, second: int) -> None:
    """What evidence stands on: the original behind a stretch holds all that the stretch came from."""
    folded = fold(text)
    start, end = sorted((min(first, len(folded.text)), min(second, len(folded.text))))
    begin, stop = folded.original(start, end)
    assert 0 <= begin <= stop <= len(text)
    # ー is a dash between digits only, which a stretch may cut off.
    assert folded.text[start:end].replace("ー", "-") in fold(text[begin:stop]).text.replace("ー", "-")


@given(_HARD)
@settings(max_examples=100, derandomize=True, deadline=None)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once or any(unicodedata.combining(char) for char in once)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40))
@settings(max_examples=50, derandomize=True, deadline=None)
def test_full_width_ascii_folds_as_half_width(text: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if char > " " else "\u3000" for char in text)
    assert fold(wide).text == fold(text).text


def test_a_cut_keeps_the_way_back() -> None:
    folded = fold("㈱みなと ６５万")
    piece = folded.cut(folded.text.index("65"), len(folded.text))
    assert piece.text == "65万"
    assert piece.original(0, 2) == (5, 7)


def test_parts_are_joined_over_their_gap() -> None:
    text = "first \n second"
    whole = fold(text)
    joined = join([whole.cut(0, 5), whole.cut(8, len(text))], " ")
    assert joined.text == "first second"
    assert joined.original(0, len(joined.text)) == (0, len(text))
    assert joined.original(6, 12) == (8, len(text))


def test_nothing_has_a_place_too() -> None:
    assert Folded("", (), ()).original(0, 0) == (0, 0)
    assert fold("abc").original(1, 1) == (1, 1)
    assert fold("abc").original(3, 3) == (3, 3)
    assert join([], " ").text == ""


def test_terms_fold_as_texts_do() -> None:
    assert fold_term(" Ｓｐｒｉｎｇ　Boot ") == "spring boot"
