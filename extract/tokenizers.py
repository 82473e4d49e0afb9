"""Two lean tokenizers: SudachiPy for Japanese, sorts of characters for English (EXTRACT.md 2).

spaCy's own Japanese tokenizer refuses texts over 49,149 bytes and spends most of its time on bookkeeping; its English one glues
`AWS(EC2`. Both here keep the text exactly: concatenated words and blanks give it back.
"""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import re2
from spacy import util
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab
from sudachipy import Dictionary, SplitMode

_PIECE = 12_000
"""Characters for one call of Sudachi, which takes 49,149 bytes: UTF-8 has four a character at most."""

_FIGURES = re2.compile(r"^(\d+(?:[.,]\d+)*)(\D+)$")


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


def _doc(vocab: Vocab, words: list[str], tags: list[str] | None = None) -> Doc:
    """A Doc of words and blanks; a single blank behind a word becomes its space."""
    if " " not in words:
        return Doc(vocab, words=words, spaces=[False] * len(words), tags=tags)
    kept = [at for at, word in enumerate(words) if word != " " or at == 0 or words[at - 1].isspace()]
    spaces = [behind - at > 1 for at, behind in pairwise([*kept, len(words)])]
    return Doc(vocab, words=[words[at] for at in kept], spaces=spaces, tags=tags and [tags[at] for at in kept])


class JapaneseTokenizer(DummyTokenizer):
    """SudachiPy in mode A; `tag_` is the coarse part of speech (名詞, 助詞 …), figures stand apart from their units."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._sudachi = Dictionary().tokenizer(mode=SplitMode.A)

    def __call__(self, text: str) -> Doc:
        """Tokenize a text of any length."""
        words: list[str] = []
        tags: list[str] = []
        for piece in _pieces(text):
            for morpheme in self._sudachi.tokenize(piece):
                surface = morpheme.surface()
                if surface[:1].isdecimal() and len(surface) > 1 and (figures := _FIGURES.match(surface)):
                    words += (figures[1], figures[2])
                    tags += ("数詞", morpheme.part_of_speech()[0])
                elif surface:
                    words.append(surface)
                    tags.append(morpheme.part_of_speech()[0])
        return _doc(self.vocab, words, tags)

    def __reduce__(self) -> tuple[object, tuple[Vocab]]:
        """Sudachi does not pickle: build it anew."""
        return (JapaneseTokenizer, (self.vocab,))


class EnglishTokenizer(DummyTokenizer):
    """Words, numbers with their points and commas, single signs, blanks; no tags."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokenize a text of any length."""
        sorts = list(map(_SORTS.__getitem__, text))
        _take_in(text, sorts, "'", _LETTER)
        _take_in(text, sorts, ".", _FIGURE)
        _take_in(text, sorts, ",", _FIGURE)
        cuts = [at for at, (before, sort) in enumerate(pairwise(sorts), 1) if sort is not before or sort is _SIGN]
        return _doc(self.vocab, [text[start:end] for start, end in pairwise([0, *cuts, len(text)]) if end > start])


_LETTER, _FIGURE, _BLANK, _SIGN = "letter", "figure", "blank", "sign"


class _Sorts(dict[str, str]):
    """What sort of character each is, filled as they are met."""

    def __missing__(self, char: str) -> str:
        mark = unicodedata.category(char)[0] == "M"
        sort = _LETTER if char.isalpha() or mark else _FIGURE if char.isdecimal() else _BLANK if char.isspace() else _SIGN
        if len(self) < _MOST_CHARACTERS:
            self[char] = sort
        return sort


_MOST_CHARACTERS = 20_000
"""Characters whose sort is remembered; no language has more, and a hostile mail shall not fill the memory."""
_SORTS = _Sorts()


def _take_in(text: str, sorts: list[str], sign: str, sort: str) -> None:
    """Have a sign between two characters of a sort belong to them: `client's`, `1,250.50`."""
    at = text.find(sign, 1)
    while 0 < at < len(text) - 1:
        if sorts[at - 1] is sort and sorts[at + 1] is sort:
            sorts[at] = sort
        at = text.find(sign, at + 1)


@util.registry.tokenizers("reqdrift.ja")  # type: ignore[untyped-decorator]  # spaCy types none of its registry
def japanese() -> object:
    """Factory for spaCy's configuration."""
    return lambda nlp: JapaneseTokenizer(nlp.vocab)


@util.registry.tokenizers("reqdrift.en")  # type: ignore[untyped-decorator]  # as above
def english() -> object:
    """Factory for spaCy's configuration."""
    return lambda nlp: EnglishTokenizer(nlp.vocab)
