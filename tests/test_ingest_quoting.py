"""Quoting: each line of a sample is read as what stands before it."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.marks import NO_MARKS, Marks
from ingest.quoting import find_spans
from ingest.sections import Envelope
from requisitions.messages import Address, Span, SpanKind
from tests import quoting_samples_en, quoting_samples_ja
from tests.ingest_fixtures import codes_of, unmarked

JAPAN = timezone(timedelta(hours=9))
AUTHORS = {"ja": Address("朝霧 凛", "rin@hoshizora.example"), "en": Address("Rowan Thistlewood", "rowan@fernbridge.example")}
SAMPLES = [("ja", *sample) for sample in quoting_samples_ja.SAMPLES] + [("en", *sample) for sample in quoting_samples_en.SAMPLES]


@pytest.mark.parametrize(("language", "subject", "sample"), [pytest.param(s[0], s[2], s[3], id=s[1]) for s in SAMPLES])
def test_lines(language: str, subject: str, sample: str) -> None:
    """Every line of the sample is read as its code says."""
    text, expected = unmarked(sample)
    threaded = subject.lower().startswith(("re", "返信"))
    spans = find_spans(text, NO_MARKS, Envelope(subject, AUTHORS[language], is_threaded=threaded))
    found = codes_of(text, spans)
    assert [f"{code:2}|{line}" for code, line in zip(found, text.split("\n"), strict=True)] == [
        f"{code:2}|{line}" for code, line in zip(expected, text.split("\n"), strict=True)
    ]


def spans_of(text: str, subject: str, *, threaded: bool = False, marks: Marks = NO_MARKS) -> tuple[Span, ...]:
    return find_spans(text, marks, Envelope(subject, AUTHORS["en"], threaded, JAPAN))


def words(text: str, spans: tuple[Span, ...], kind: SpanKind) -> list[str]:
    return [text[span.start : span.end] for span in spans if span.kind is kind]


OUTLOOK = """差出人: 楡 一郎 <nire@shiokaze.example>
送信日時: 2026年11月2日 18:05
宛先: 白樺
件名: {subject}

{body}"""


class TestForwards:
    def test_author_subject_and_date_come_from_the_header_lines(self) -> None:
        """A forwarded part knows who wrote it, about what and when, in the mail's own offset."""
        text = "共有します。\n\n" + OUTLOOK.format(subject="増員", body="2名です。")
        (span,) = (span for span in spans_of(text, "FW: 増員") if span.kind is SpanKind.FORWARDED)
        assert (span.author, span.subject, span.sent_at) == (
            Address("楡 一郎", "nire@shiokaze.example"),
            "増員",
            datetime(2026, 11, 2, 18, 5, tzinfo=JAPAN),
        )

    def test_mailto_form_names_the_author(self) -> None:
        text = (
            "FYI\n\nFrom: Odd Client [mailto:odd@harbourline.example]\nSent: Monday, November 2, 2026 2:00 PM\nSubject: Hull\n\nTwo people."
        )
        (span,) = (span for span in spans_of(text, "FW: Hull") if span.kind is SpanKind.FORWARDED)
        assert span.author == Address("Odd Client", "odd@harbourline.example")
        assert span.sent_at == datetime(2026, 11, 2, 14, 0, tzinfo=JAPAN)

    def test_a_wrapped_sender_keeps_the_address(self) -> None:
        head = "From: Gullhaven Contracts\n<desk@gullhaven.example>\nSent: Monday, November 2, 2026 2:00 PM\nSubject: Hull"
        text = f"FYI\n\n{head}\n\nTwo people."
        (span,) = (span for span in spans_of(text, "FW: Hull") if span.kind is SpanKind.FORWARDED)
        assert span.author == Address("Gullhaven Contracts", "desk@gullhaven.example")

    def test_each_level_has_its_own_author(self) -> None:
        """In a forward of a forward, the covering note of the middle and the innermost words belong to different people."""
        inner = OUTLOOK.format(subject="要望", body="資格は不要です。").replace("nire@shiokaze", "tachibana@genba").replace("楡 一郎", "橘")
        text = "見てください。\n\n" + OUTLOOK.format(subject="FW: 要望", body="転送します。\n\n" + inner)
        spans = spans_of(text, "FW: 要望")
        assert [(text[s.start : s.end], s.author and s.author.name) for s in spans if s.kind is SpanKind.FORWARDED] == [
            ("転送します。", "楡 一郎"),
            ("資格は不要です。", "橘"),
        ]

    def test_unreadable_date_is_left_out(self) -> None:
        text = "FYI\n\nFrom: Odd <odd@harbourline.example>\nSent: last Monday\nSubject: Hull\n\nTwo people."
        (span,) = (span for span in spans_of(text, "FW: Hull") if span.kind is SpanKind.FORWARDED)
        assert span.sent_at is None

    def test_header_lines_in_a_thread_are_history_whatever_the_subject(self) -> None:
        """Somebody who answers under a new subject forwards nothing."""
        text = "単価が変わりました。\n\n" + OUTLOOK.format(subject="案件", body="60万です。")
        spans = spans_of(text, "単価の件", threaded=True)
        assert words(text, spans, SpanKind.QUOTED) == ["60万です。"]
        assert words(text, spans, SpanKind.FORWARDED) == []

    def test_a_thread_that_says_it_forwards_does(self) -> None:
        text = "先方のメールを転送いたします。\n\n" + OUTLOOK.format(subject="案件", body="60万です。")
        assert words(text, spans_of(text, "単価の件", threaded=True), SpanKind.FORWARDED) == ["60万です。"]

    def test_a_reply_forwards_nothing(self) -> None:
        text = "承知しました。\n\n" + OUTLOOK.format(subject="FW: 案件", body="60万です。")
        assert words(text, spans_of(text, "Re: FW: 案件", threaded=True), SpanKind.FORWARDED) == []

    @pytest.mark.parametrize(
        "subject", ["Fw: 要員", "FW：要員", "Fwd: Re: 要員", "転送: 要員", "【転送】要員", "[ext] FWD: 要員", "WG: 要員"]
    )
    def test_forward_prefixes(self, subject: str) -> None:
        text = "どうぞ。\n\n" + OUTLOOK.format(subject="要員", body="1名です。")
        assert words(text, spans_of(text, subject, threaded=True), SpanKind.FORWARDED) == ["1名です。"]

    @pytest.mark.parametrize("subject", ["Re: Fw: 要員", "RE：要員", "返信: 要員", "Re[2]: 要員", "AW: 要員", "[ext] RE: 要員"])
    def test_reply_prefixes(self, subject: str) -> None:
        text = "どうぞ。\n\n" + OUTLOOK.format(subject="要員", body="1名です。")
        assert words(text, spans_of(text, subject), SpanKind.QUOTED) == ["1名です。"]


class TestHtmlMarks:
    def test_block_quotes_quote_without_signs(self) -> None:
        text = "はい、2名です。\n11/2に楡さんは書きました：\n1名ですか。"
        start = text.index("1名です")
        spans = spans_of(text, "Re: 要員", threaded=True, marks=Marks(quoted=((start, len(text)),)))
        assert words(text, spans, SpanKind.QUOTED) == ["1名ですか。"]

    def test_answers_between_block_quotes_are_own(self) -> None:
        text = "年齢は？\n不問です。\n国籍は？\n問いません。"
        quoted = ((0, 4), (text.index("国籍"), text.index("国籍") + 4))
        spans = spans_of(text, "Re: 要員", marks=Marks(quoted=quoted))
        assert words(text, spans, SpanKind.QUESTION) == ["年齢は？", "国籍は？"]

    def test_header_lines_of_another_language_count_where_html_says_so(self) -> None:
        """Finnish header lines are known only by the mail program's own mark."""
        text = "Kiitos.\nLähettäjä: Odd <odd@harbourline.example>\nLähetetty: maanantai\nAihe: Hull\nTwo people."
        at = text.index("Lähettäjä")
        assert words(text, spans_of(text, "Re: Hull", marks=Marks(history=(at,))), SpanKind.QUOTED) == ["Two people."]
        assert words(text, spans_of(text, "Re: Hull"), SpanKind.QUOTED) == []

    def test_attributions_of_another_language_count_where_html_says_so(self) -> None:
        """Whatever its words, what Gmail sets above a block quote is a letterhead."""
        text = "Kaksi.\nma 2. marrask. 2026 klo 18.05 Odd kirjoitti\nOne?"
        head = (text.index("ma 2."), text.index("\nOne"))
        marks = Marks(letterheads=(head,), quoted=((text.index("One"), len(text)),))
        assert words(text, spans_of(text, "Re: Hull", marks=marks), SpanKind.HEADER) == ["ma 2. marrask. 2026 klo 18.05 Odd kirjoitti"]
        assert words(text, spans_of(text, "Re: Hull", marks=Marks(quoted=marks.quoted)), SpanKind.HEADER) == []

    def test_signatures_that_a_mail_program_marked(self) -> None:
        text = "Two roles.\nYours truly\nThe Hull team\nRate: $70"
        marks = Marks(signatures=((text.index("Yours"), len(text)), (text.index("The Hull"), len(text))))
        assert words(text, spans_of(text, "Hull", marks=marks), SpanKind.SIGNATURE) == ["Yours truly\nThe Hull team"]
        assert words(text, spans_of(text, "Hull"), SpanKind.SIGNATURE) == []

    def test_a_line_that_a_signature_mark_covers_in_part_is_own(self) -> None:
        text = "Two roles. Yours truly\nThe Hull team"
        marks = Marks(signatures=((0, text.index(" Yours")),))
        assert words(text, spans_of(text, "Hull", marks=marks), SpanKind.SIGNATURE) == []

    def test_coloured_answers_in_the_history_are_own_where_announced(self) -> None:
        """Answers in red under quoted questions are the author's words, and their questions are marked."""
        history = OUTLOOK.format(subject="質問", body="年齢の上限は？\n50歳です。\n面談の回数は？\n2回です。")
        text = "赤字にて回答します。\n\n" + history
        coloured = tuple((text.index(a), text.index(a) + len(a), "#ff0000") for a in ("50歳です。", "2回です。"))
        spans = spans_of(text, "RE: 質問", threaded=True, marks=Marks(coloured=coloured))
        assert words(text, spans, SpanKind.QUOTED) == ["年齢の上限は？", "面談の回数は？"]
        assert words(text, spans, SpanKind.QUESTION) == ["年齢の上限は？", "面談の回数は？"]

    def test_an_answer_in_colour_on_the_line_of_its_question(self) -> None:
        """Only the coloured words of a quoted line are the author's."""
        text = "青字にて回答します。\n\n" + OUTLOOK.format(subject="質問", body="１．年齢の上限は？　50歳です。\n２．資格は？")
        at = text.index("50歳です。")
        spans = spans_of(text, "RE: 質問", threaded=True, marks=Marks(coloured=((at, at + 6, "#0000ff"),)))
        assert words(text, spans, SpanKind.QUOTED) == ["１．年齢の上限は？", "２．資格は？"]
        assert words(text, spans, SpanKind.QUESTION) == ["１．年齢の上限は？"]

    def test_colour_in_the_history_stays_history_where_nobody_announces_answers(self) -> None:
        history = OUTLOOK.format(subject="募集", body="急募です。\n場所は大崎です。")
        text = "お断りします。\n\n" + history
        at = text.index("急募です。")
        spans = spans_of(text, "RE: 募集", threaded=True, marks=Marks(coloured=((at, at + 5, "#ff0000"),)))
        assert words(text, spans, SpanKind.QUOTED) == ["急募です。\n場所は大崎です。"]
        assert words(text, spans, SpanKind.COLOURED) == ["急募です。"]

    def test_the_colour_that_a_whole_reply_is_written_in_sets_nothing_off(self) -> None:
        text = "全文が紺色です。\n単価は60万です。"
        assert words(text, spans_of(text, "Re: 要員", marks=Marks(coloured=((0, len(text), "#1f497d"),))), SpanKind.COLOURED) == []


LINES = st.sampled_from(
    [
        "",
        "> quoted",
        ">> deeper",
        "-- ",
        "━━━━━━━━",
        "TEL 03-1234-0000",
        "株式会社しおかぜ",
        "単価：60万",
        "own words here.",
        "On Nov 2, 2026, at 6:05 PM, Odd wrote:",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "From: Odd <odd@harbourline.example>",
        "Sent: Monday, November 2, 2026 2:00 PM",
        "Subject: FW: Hull",
        "差出人: 楡 <nire@shiokaze.example>",
        "件名: Re: 要員",
        "Best regards,",
        "Unsubscribe here",
        "________________________________",
    ]
)


@given(st.lists(LINES, max_size=40), st.sampled_from(["Hull", "Re: Hull", "Fwd: Hull"]), st.booleans())
def test_spans_lie_in_the_text_in_order(lines: list[str], subject: str, threaded: bool) -> None:
    """Whatever lines meet, spans are in bounds, hold words, never repeat, and come by start, then the longer first."""
    text = "\n".join(lines)
    spans = spans_of(text, subject, threaded=threaded)
    assert all(0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip() for span in spans)
    assert list(spans) == sorted(spans, key=lambda span: (span.start, -span.end, span.kind))
    assert len(set(spans)) == len(spans)


@given(st.lists(LINES, max_size=25), st.sampled_from(["Hull", "Re: Hull", "Fwd: Hull"]))
def test_spans_begin_and_end_with_lines(lines: list[str], subject: str) -> None:
    """Plain text knows no span that cuts a line."""
    text = "\n".join(lines)
    starts = {0, *(at + 1 for at, char in enumerate(text) if char == "\n")}
    ends = {len(text), *(at for at, char in enumerate(text) if char == "\n")}
    assert all(span.start in starts and span.end in ends for span in spans_of(text, subject))


@given(st.text(max_size=300))
def test_any_text_has_spans(text: str) -> None:
    """No text is an error."""
    for subject in ("x", "Re: x", "Fwd: x"):
        assert all(span.end <= len(text) for span in spans_of(text, subject))
