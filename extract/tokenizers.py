"""One lean tokenizer for both languages: runs of characters of one sort (EXTRACT.md 2).

Terms and numbers are found by characters on the folded copy; tokens only frame them as spans, so a run is cut where the script, a
figure or a sign changes, and nothing is looked up. Japanese words are asked for where grammar matters (`extract.morphemes`).
spaCy's own Japanese tokenizer refuses texts over 49,149 bytes and spends most of its time on bookkeeping; its English one glues
`AWS(EC2`. This one keeps the text exactly: concatenated words and blanks give it back.
"""

import unicodedata
from enum import Enum, auto
from itertools import compress, count, islice, pairwise, repeat
from operator import is_, is_not, or_

from spacy import util
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab


class _Sort(Enum):
    """What sort of character one is."""

    LETTER = auto()
    HIRAGANA = auto()
    KATAKANA = auto()
    IDEOGRAPH = auto()
    FIGURE = auto()
    BLANK = auto()
    SIGN = auto()
    """Each is a token of its own."""


class _Sorts(dict[str, _Sort]):
    """The sort of each character, filled as they are met."""

    def __missing__(self, char: str) -> _Sort:
        sort = _sort_of(char)
        if len(self) < _MOST_CHARACTERS:
            self[char] = sort
        return sort


def _sort_of(char: str) -> _Sort:
    if char.isspace():
        return _Sort.BLANK
    if char.isdecimal():
        return _Sort.FIGURE
    name = unicodedata.name(char, "")
    for word, sort in (("HIRAGANA", _Sort.HIRAGANA), ("KATAKANA", _Sort.KATAKANA), ("CJK UNIFIED", _Sort.IDEOGRAPH)):
        if name.startswith((word, f"HALFWIDTH {word}")) and char.isalpha():
            return sort
    return _Sort.LETTER if char.isalpha() or unicodedata.category(char)[0] == "M" else _Sort.SIGN


_MOST_CHARACTERS = 20_000
"""Characters whose sort is remembered; no language has more, and a hostile mail shall not fill the memory."""
_SORTS = _Sorts({"ー": _Sort.KATAKANA, "々": _Sort.IDEOGRAPH})


class RunTokenizer(DummyTokenizer):
    """Words of one script, numbers with their points and commas, single signs, blanks; no tags."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokenize a text of any length."""
        sorts = list(map(_SORTS.__getitem__, text))
        _take_in(text, sorts, "'", _Sort.LETTER)
        _take_in(text, sorts, ".", _Sort.FIGURE)
        _take_in(text, sorts, ",", _Sort.FIGURE)
        turns = map(or_, map(is_not, sorts, islice(sorts, 1, None)), map(is_, islice(sorts, 1, None), repeat(_Sort.SIGN)))
        cuts = compress(count(1), turns)
        return _doc(self.vocab, [text[start:end] for start, end in pairwise([0, *cuts, len(text)]) if end > start])


def _take_in(text: str, sorts: list[_Sort], sign: str, sort: _Sort) -> None:
    """Have a sign between two characters of a sort belong to them: `client's`, `1,250.50`."""
    at = text.find(sign, 1)
    while 0 < at < len(text) - 1:
        if sorts[at - 1] is sort and sorts[at + 1] is sort:
            sorts[at] = sort
        at = text.find(sign, at + 1)


def _doc(vocab: Vocab, words: list[str]) -> Doc:
    """A Doc of words and blanks; a single blank behind a word becomes its space, for no blanks follow each other."""
    lead = 1 if words[:1] == [" "] else 0
    kept = [*words[:lead], *[word for word in words[lead:] if word != " "]]
    spaces = [False] * lead + [behind == " " for word, behind in pairwise([*words, ""]) if word != " "]
    return Doc(vocab, words=kept, spaces=spaces)


@util.registry.tokenizers("reqdrift.runs")  # type: ignore[untyped-decorator]  # spaCy types none of its registry
def runs() -> object:
    """Factory for spaCy's configuration."""
    return lambda nlp: RunTokenizer(nlp.vocab)
