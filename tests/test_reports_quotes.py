"""Quotes in their clause, cut out of invented mails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.quotes import Clause, Place, Quotes, Stretch, clause_of
from reports.safety import QUOTE_LIMIT
from requisitions.messages import Address, Message, Span, SpanKind


def message(text: str, *spans: Span) -> Message:
    """A mail with that text."""
    return Message("a" * 64, None, (), (), None, None, None, Address("", ""), (), "", text, spans)


def cut(text: str, words: str, start: int | None = None, *, withheld: tuple[Stretch, ...] = ()) -> str | None:
    """The clause as a reader sees it, its words in brackets."""
    found = clause_of(message(text), Place("a" * 64, words, start), withheld)
    return None if found is None else shown(found)


def shown(clause: Clause) -> str:
    whole = f"{clause.before}[{clause.words}]{clause.after}"
    return f"{'…' if clause.cut_before else ''}{whole}{'…' if clause.cut_after else ''}".replace("\n", "/")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("こんにちは。\n溶接の経験は5年以上でお願いします。\nでは。", "5年以上", "溶接の経験は[5年以上]でお願いします。"),
        ("夜勤はありません。単価は4万円まで上げます。以上です。", "4万円まで", "単価は[4万円まで]上げます。"),
        ("●単価：～41万円（税別）\n●場所：堺", "～41万円", "単価：[～41万円]（税別）"),
        ("①溶接は必須\n②図面は尚可", "必須", "溶接は[必須]"),
        ("The yard is short of hands. We now need TIG welding, too! Thanks.", "TIG welding", "We now need [TIG welding], too!"),
        (
            "We met Mr. Crane at 2.5 bar, e.g. Monday, and want TIG. Bye.",
            "TIG",
            "We met Mr. Crane at 2.5 bar, e.g. Monday, and want [TIG].",
        ),
        (
            "Required: TIG, 2+ years of work on hulls of steel, and good English\nPreferred: MIG",
            "TIG",
            "Required: [TIG], 2+ years of work on hulls of steel, and good English",
        ),
        ("必須：溶接", "必須：溶接", "[必須：溶接]"),
    ],
)
def test_words_stand_in_their_sentence_or_line(text: str, words: str, expected: str) -> None:
    assert cut(text, words) == expected


def test_a_sentence_that_a_mail_program_broke_into_lines_is_whole() -> None:
    text = (
        "Hello,\n\nthe owners of the yard have looked at the plans again and would now like\n"
        "to see somebody who has welded\naluminium hulls.\n\nBye"
    )
    assert cut(text, "welded") == (
        "the owners of the yard have looked at the plans again and would now like/to see somebody who has [welded]"
    ), "a short line was ended by its writer"
    assert cut("図面を読めて、\n溶接もできる方", "溶接") == "図面を読めて、/[溶接]もできる方"


@pytest.mark.parametrize(
    "text",
    [
        "必須：図面、溶接\n\n尚可：研磨",
        "溶接です。\n尚可は研磨",
        f"{'溶接' * 40}\n・研磨",
        f"{'welding ' * 9}\nPreferred: grinding",
        "溶接\n研磨",
    ],
)
def test_lines_that_begin_something_of_their_own_are_not_joined(text: str) -> None:
    found = cut(text, "溶接" if "溶接" in text else "welding")
    assert found is not None
    assert "研磨" not in found
    assert "grinding" not in found


def test_of_several_places_the_told_one_counts() -> None:
    text = "図面：不可\n夜勤：不可"
    assert cut(text, "不可", text.rindex("不可")) == "夜勤：[不可]"
    assert cut(text, "不可") == "図面：[不可]"
    assert cut(text, "不可", 1) == "図面：[不可]", "a place where the words do not stand is not believed"


def test_without_a_told_place_a_writer_s_own_words_go_before_those_that_he_quotes() -> None:
    text = "> 溶接は尚可です\n溶接は必須です"
    quoted = Span(SpanKind.QUOTED, 0, text.index("\n"))
    found = clause_of(message(text, quoted), Place("", "溶接"))
    assert found is not None
    assert shown(found) == "[溶接]は必須です"
    only = clause_of(message(text[:10], Span(SpanKind.QUOTED, 0, 10)), Place("", "溶接"))
    assert only is not None


def test_words_that_do_not_stand_in_the_mail_have_no_clause() -> None:
    assert cut("溶接は必須です", "研磨") is None
    assert cut("溶接は必須です", "") is None


def test_a_long_sentence_is_cut_around_its_words_at_a_joint() -> None:
    text = "、".join(["図面を読む方"] * 30) + "、溶接の方、" + "、".join(["研磨をする方"] * 30)
    found = clause_of(message(text), Place("", "溶接"))
    assert found is not None
    assert found.cut_before
    assert found.cut_after
    assert len(found.before + found.words + found.after) <= QUOTE_LIMIT
    assert found.before.startswith("図面を読む方")


def test_a_long_quote_is_left_to_be_cut_by_itself() -> None:
    assert cut("溶" * 300, "溶" * QUOTE_LIMIT) is None


def test_a_clause_keeps_clear_of_what_is_withheld() -> None:
    text = "四十歳まで、溶接の経験がある男性"
    age, sex = (0, 5), (text.index("男性"), len(text))
    assert cut(text, "溶接", withheld=(age, sex)) == "…、[溶接]の経験がある…"
    assert cut(text, "歳まで、溶接", withheld=(age,)) == "…[歳まで、溶接]…"
    assert cut(text, "溶接", withheld=()) == "四十歳まで、[溶接]の経験がある男性"


def test_what_the_reader_unfolds_is_withheld_from_nobody() -> None:
    text = "四十歳まで、溶接の方"
    quotes = Quotes({"a" * 64: message(text)}, {"a" * 64: ((0, 5),)})
    place = Place("a" * 64, "溶接")
    plain, folded = quotes.clause(place), quotes.clause(place, folded=True)
    assert plain is not None
    assert folded is not None
    assert (plain.before, folded.before) == ("、", "四十歳まで、")
    assert quotes.clause(Place("b" * 64, "溶接")) is None, "its mail is not at hand"


def test_a_line_as_long_as_a_mail_is_looked_at_near_the_words_only() -> None:
    found = clause_of(message("a. " * 300_000 + "溶接 " + "b. " * 300_000), Place("", "溶接"))
    assert found is not None
    assert len(found.before + found.after) <= QUOTE_LIMIT


@given(
    st.text(alphabet="溶接a .。、：\n・>A1", max_size=400),
    st.integers(0, 400),
    st.integers(1, 30),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 40)), max_size=3),
)
def test_a_clause_is_a_piece_of_the_text_within_the_limit(text: str, start: int, length: int, private: list[tuple[int, int]]) -> None:
    start = min(start, len(text))
    words = text[start : start + length]
    withheld = tuple((at, at + size) for at, size in private)
    found = clause_of(message(text), Place("", words, start), withheld)
    if not words:
        assert found is None
        return
    assert found is not None
    low, high = start - len(found.before), start + len(words) + len(found.after)
    assert text[low:high] == found.before + words + found.after
    assert high - low <= QUOTE_LIMIT
    assert not any(a < start and low < b for a, b in withheld if a < b <= start)
    assert not any(a < high for a, b in withheld if a < b and a >= start + len(words))
