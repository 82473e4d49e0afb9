"""Japanese words with their part of speech, where grammar is asked for."""

import pytest

from extract.morphemes import LONGEST, morphemes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("サーバーを構築", [("サーバー", "名詞"), ("を", "助詞"), ("構築", "名詞")]),
        ("基盤を作る", [("基盤", "名詞"), ("を", "助詞"), ("作る", "動詞")]),
        ("", []),
    ],
)
def test_words_bear_a_part_of_speech(text: str, found: list[tuple[str, str]]) -> None:
    assert morphemes(text) == found


@pytest.mark.parametrize("text", ["経" * 60_000, "𠮷" * 20_000, "経験" * 30_000])
def test_a_stretch_without_end_passes_the_limit_of_sudachi(text: str) -> None:
    """Sudachi refuses more than 49,149 bytes a call."""
    assert "".join(word for word, _ in morphemes(text)) == text[:LONGEST]
