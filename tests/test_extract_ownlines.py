"""The author's own words, a line at a time: nobody else's, without struck words, long lines cut, each with its question."""

import pytest

from extract.folding import fold
from extract.ownlines import MAX_LINE, MAX_PIECES, own_lines
from requisitions.messages import Span, SpanKind
from tests.reading import message_of


def lines(text: str, *spans: Span) -> list[str | None]:
    return [None if line is None else line.folded.text for line in own_lines(message_of(text, spans=spans), fold(text))]


def span(kind: SpanKind, text: str, words: str) -> Span:
    return Span(kind, text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one\ntwo", ["one", "two"]),
        ("one\n\ntwo\n", ["one", None, "two", None]),
        ("  one", ["  one"]),
        ("\u3000一つ", [" 一つ"]),
        ("", [None]),
        (" \t\n", [None, None]),
    ],
)
def test_lines_as_they_stand(text: str, found: list[str | None]) -> None:
    assert lines(text) == found


@pytest.mark.parametrize("kind", [SpanKind.QUOTED, SpanKind.SIGNATURE, SpanKind.HEADER])
def test_other_peoples_lines_are_blank(kind: SpanKind) -> None:
    text = "mine\ntheirs\nmine too"
    assert lines(text, span(kind, text, "theirs")) == ["mine", None, "mine too"]


@pytest.mark.parametrize("kind", [SpanKind.FORWARDED, SpanKind.COLOURED])
def test_forwarded_and_coloured_lines_are_read(kind: SpanKind) -> None:
    text = "mine\ntheirs"
    assert lines(text, span(kind, text, "theirs")) == ["mine", "theirs"]


def test_a_line_that_is_quoted_in_part_is_read() -> None:
    text = "mine and theirs"
    assert lines(text, span(SpanKind.QUOTED, text, "theirs")) == [text]


def test_struck_words_are_blanked_and_offsets_stay() -> None:
    text = "60万円 65万円"
    (line,) = own_lines(message_of(text, spans=[span(SpanKind.DELETED, text, "60万円")]), fold(text))
    assert line is not None
    assert line.folded.text == "     65万円"
    assert line.folded.original(5, 9) == (5, 9)


def test_a_question_belongs_to_the_lines_below_it() -> None:
    text = "> 一つ目は？\n> 二つ目は？\nはい。\n> 三つ目は？\nいいえ。\nなお。"
    asked = [span(SpanKind.QUESTION, text, words) for words in ("> 一つ目は？", "> 二つ目は？", "> 三つ目は？")]
    found = [(line.folded.text, line.question) for line in own_lines(message_of(text, spans=asked), fold(text)) if line]
    assert found == [("はい。", "> 一つ目は? > 二つ目は?"), ("いいえ。", "> 三つ目は?"), ("なお。", "> 三つ目は?")]


def test_other_quotes_end_a_question() -> None:
    text = "> 一つ目は？\nはい。\n> 引用です。\nなお。"
    spans = [span(SpanKind.QUESTION, text, "> 一つ目は？"), span(SpanKind.QUOTED, text, "> 引用です。")]
    found = [(line.folded.text, line.question) for line in own_lines(message_of(text, spans=spans), fold(text)) if line]
    assert found == [("はい。", "> 一つ目は?"), ("なお。", "")]


def test_the_innermost_forward_counts() -> None:
    text = "mine\nouter\ninner"
    outer = Span(SpanKind.FORWARDED, text.index("outer"), len(text))
    inner = Span(SpanKind.FORWARDED, text.index("inner"), len(text))
    assert [line.part for line in own_lines(message_of(text, spans=[outer, inner]), fold(text)) if line] == [-1, 0, 1]


def test_a_long_line_is_cut_at_its_sentences() -> None:
    sentence = "あ" * 99 + "。"
    found = lines(sentence * 25)
    assert "".join(part or "" for part in found) == sentence * 25
    assert all(len(part or "") <= MAX_LINE and (part or "").endswith("。") for part in found)


def test_of_a_line_that_never_ends_a_sentence_only_the_beginning_is_read() -> None:
    assert [len(part or "") for part in lines("あ" * 5000)] == [MAX_LINE]


def test_of_an_endless_line_only_so_many_pieces() -> None:
    assert len(lines("ab. " * 100_000)) <= MAX_PIECES
