"""Two lean tokenizers: SudachiPy for Japanese, one pattern for English (EXTRACT.md 2).

spaCy's own Japanese tokenizer refuses texts over 49,149 bytes and spends most of its time on bookkeeping; its English one glues
`AWS(EC2`. Both here keep the text exactly: concatenated words and blanks give it back.
"""

from collections.abc import Iterator

import re2
from spacy import util
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab
from sudachipy import Dictionary, SplitMode

_PIECE = 12_000
"""Characters for one call of Sudachi, which takes 49,149 bytes: UTF-8 has four a character at most."""

_ENGLISH = re2.compile(r"\d+(?:[.,]\d+)*|[A-Za-z\p{L}\p{M}]+(?:'[a-z]{1,2}\b)?|\s+|.")
_NUMBER = re2.compile(r"^(\d+(?:[.,]\d+)*)(\D+)$")


def _pieces(text: str) -> Iterator[str]:
    """The text cut at line ends below Sudachi's limit, longer lines cut hard."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _PIECE)
        if end < len(text):
            line = text.rfind("\n", start, end)
            end = line + 1 if line > start else end
        yield text[start:end]
        start = end


def _doc(vocab: Vocab, pieces: list[tuple[str, str]]) -> Doc:
    """A Doc from (word, tag) pairs; a single blank behind a word becomes its space."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    for word, tag in pieces:
        if word == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
        else:
            words.append(word)
            spaces.append(False)
            tags.append(tag)
    return Doc(vocab, words=words, spaces=spaces, tags=tags)


class JapaneseTokenizer(DummyTokenizer):
    """SudachiPy in mode A; `tag_` is the coarse part of speech (名詞, 助詞 …), figures stand apart from their units."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._sudachi = Dictionary().tokenizer(mode=SplitMode.A)

    def __call__(self, text: str) -> Doc:
        """Tokenize a text of any length."""
        found: list[tuple[str, str]] = []
        for piece in _pieces(text):
            for morpheme in self._sudachi.tokenize(piece):
                surface = morpheme.surface()
                if surface[:1].isdecimal():
                    found.extend(_split_number(surface, morpheme.part_of_speech()[0]))
                elif surface:
                    found.append((surface, morpheme.part_of_speech()[0]))
        return _doc(self.vocab, found)

    def __reduce__(self) -> tuple[object, tuple[Vocab]]:
        """Sudachi does not pickle: build it anew."""
        return (JapaneseTokenizer, (self.vocab,))


def _split_number(surface: str, tag: str) -> list[tuple[str, str]]:
    if (found := _NUMBER.match(surface)) is None:
        return [(surface, tag)]
    return [(found[1], "数詞"), (found[2], tag)]


class EnglishTokenizer(DummyTokenizer):
    """Words, numbers with their points and commas, single signs, blanks; no tags."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokenize a text of any length."""
        at, found = 0, []
        for hit in _ENGLISH.finditer(text):
            if hit.start() > at:
                found.append((text[at : hit.start()], ""))
            found.append((hit.group(), ""))
            at = hit.end()
        if at < len(text):
            found.append((text[at:], ""))
        return _doc(self.vocab, found)


@util.registry.tokenizers("reqdrift.ja")  # type: ignore[untyped-decorator]  # spaCy types none of its registry
def japanese() -> object:
    """Factory for spaCy's configuration."""
    return lambda nlp: JapaneseTokenizer(nlp.vocab)


@util.registry.tokenizers("reqdrift.en")  # type: ignore[untyped-decorator]  # as above
def english() -> object:
    """Factory for spaCy's configuration."""
    return lambda nlp: EnglishTokenizer(nlp.vocab)
