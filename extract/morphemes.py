"""Japanese words with their part of speech, by SudachiPy in its finest mode (EXTRACT.md 2)."""

from functools import lru_cache

from sudachipy import Dictionary, SplitMode, Tokenizer

LONGEST = 1_000
"""Characters of a stretch that are looked at; Sudachi takes 49,149 bytes."""


@lru_cache(maxsize=1)
def _sudachi() -> Tokenizer:
    return Dictionary().tokenizer(mode=SplitMode.A)


def morphemes(text: str) -> list[tuple[str, str]]:
    """The words of a stretch from the left, each with its coarse part of speech (名詞, 助詞, 動詞 …).

    Args:
        text: a stretch of a line; what stands beyond `LONGEST` characters is left out.
    """
    return [(word.surface(), word.part_of_speech()[0]) for word in _sudachi().tokenize(text[:LONGEST]) if word.surface()]
