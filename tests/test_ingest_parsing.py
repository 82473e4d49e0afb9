"""Parsing: bytes in, a message or the reason why there is none; nothing raises."""

from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.limits import MAIL_BYTES, TEXT_CHARACTERS
from ingest.parsing import mail_identity, parse_headers, parse_message
from requisitions.messages import Address, Message, Problem, RawMessage, SpanKind, Trait
from tests.ingest_fixtures import compose, own_words, pieces, raw_message

JAPAN = timezone(timedelta(hours=9))


def message_of(content: bytes) -> Message:
    parsed = parse_message(raw_message(content))
    assert isinstance(parsed, Message), parsed
    return parsed


def problem_of(content: bytes, full_size: int | None = None) -> Problem:
    parsed = parse_message(RawMessage("sales", "INBOX/7/1", content, full_size))
    assert isinstance(parsed, Problem)
    return parsed


def mail(body: bytes, *headers: bytes) -> bytes:
    return b"\r\n".join((b"From: Rin <rin@hoshizora.example>", *headers, b"", body))


class TestHeadersOfAMessage:
    def test_all_fields(self) -> None:
        content = mail(
            b"Two roles.",
            b"Received: from a by b; Tue, 03 Nov 2026 10:15:09 +0900",
            b"Received: from c by a; Tue, 03 Nov 2026 10:15:02 +0900",
            b"Date: Tue, 03 Nov 2026 10:15:00 +0900",
            b"To: desk@staffing.example, Odd <odd@harbourline.example>",
            b"Cc: Third <third@harbourline.example>",
            b"Subject: =?utf-8?B?5qGI5Lu2?=",
            b"Message-ID: <1@hoshizora.example>",
            b"In-Reply-To: <0@staffing.example>",
            b"References: <a@staffing.example> <0@staffing.example>",
            b"Thread-Index: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBka",
        )
        message = message_of(content)
        assert message.sha256 == raw_message(content).sha256
        assert message.message_id == "<1@hoshizora.example>"
        assert message.in_reply_to == ("<0@staffing.example>",)
        assert message.references == ("<a@staffing.example>", "<0@staffing.example>")
        assert message.thread_index == bytes(range(22)).hex()
        assert message.sent_at == datetime(2026, 11, 3, 10, 15, tzinfo=JAPAN)
        assert message.received_at == datetime(2026, 11, 3, 10, 15, 9, tzinfo=JAPAN)
        assert message.sender == Address("Rin", "rin@hoshizora.example")
        assert [recipient.address for recipient in message.recipients] == [
            "desk@staffing.example",
            "odd@harbourline.example",
            "third@harbourline.example",
        ]
        assert message.subject == "案件"
        assert (message.text, message.charset) == ("Two roles.", "ascii")

    def test_a_date_without_an_offset_takes_the_servers(self) -> None:
        content = mail(b"x", b"Received: from a by b; Tue, 03 Nov 2026 10:15:09 +0900", b"Date: Tue, 03 Nov 2026 10:15:00")
        assert message_of(content).sent_at == datetime(2026, 11, 3, 10, 15, tzinfo=JAPAN)

    def test_nothing_but_a_sender(self) -> None:
        message = message_of(mail(b"Two roles."))
        assert (message.message_id, message.sent_at, message.received_at, message.subject) == (None, None, None, "")

    @pytest.mark.parametrize(
        "field", [b'To: <a@b>, , "', b"Message-ID: <>", b"Date: never", b"References: <", b"Subject: =?x?B?!?=", b"From:", b"Received: ;;;"]
    )
    def test_broken_fields_cost_themselves_only(self, field: bytes) -> None:
        assert message_of(mail(b"Two roles.", field)).text == "Two roles."

    def test_headers_alone(self) -> None:
        """A listing needs no body, and gets one of no mail."""
        headers = parse_headers(RawMessage("sales", "x", mail(b"", b"Subject: Two roles"), full_size=99_000_000))
        assert (headers.subject, headers.sender.address, headers.text, headers.spans) == ("Two roles", "rin@hoshizora.example", "", ())

    def test_headers_alone_past_their_cap(self) -> None:
        assert parse_headers(raw_message(b"X: " + b"a" * 70_000)).subject == ""


class TestText:
    @pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
    def test_line_ends_are_line_feeds(self, ends: bytes) -> None:
        content = ends.join((b"From: a@b.example", b"", b"one", b"", b"two"))
        assert message_of(content).text == "one\n\ntwo"

    def test_control_characters_vanish_and_directions_stay(self) -> None:
        """Bidirectional marks are kept, since quotes are exact; a bell or a null is nobody's word."""
        assert (
            message_of(mail("a\0b\x07c\u202ed\u200be\x0cf".encode(), b"Content-Type: text/plain; charset=utf-8")).text
            == "abc\u202ed\u200be\nf"
        )

    @pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
    def test_transfer_encodings(self, encoding: str) -> None:
        message = EmailMessage()
        message["From"] = "a@b.example"
        message.set_content("単価は65万円です。" * 20, cte=encoding)
        assert message_of(message.as_bytes()).text.strip() == "単価は65万円です。" * 20

    def test_quoted_printable_soft_breaks(self) -> None:
        assert message_of(mail(b"one =\r\nline=3D1", b"Content-Transfer-Encoding: quoted-printable")).text == "one line=1"

    def test_plain_words_that_claim_to_be_base64(self) -> None:
        assert message_of(mail(b"Two roles in Hull.", b"Content-Transfer-Encoding: base64")).text == "Two roles in Hull."

    def test_base64_without_its_padding(self) -> None:
        assert message_of(mail(b"VHdvIHJvbGVz\r\nLg", b"Content-Transfer-Encoding: base64")).text == "Two roles."

    def test_declared_iso_2022_jp_that_is_utf_8(self) -> None:
        content = mail("単価は65万円です。".encode(), b"Content-Type: text/plain; charset=iso-2022-jp")
        message = message_of(content)
        assert (message.text, message.charset) == ("単価は65万円です。", "utf-8")

    def test_iso_2022_jp_with_nec_signs_and_half_width_kana(self) -> None:
        content = mail(b"\x1b$B-!\x1b(B\x1b(I=7Y\x1b(B", b"Content-Type: text/plain; charset=ISO-2022-JP")
        message = message_of(content)
        assert (message.text, message.charset) == ("①ｽｷﾙ", "iso-2022-jp")

    def test_html_names_its_charset_in_a_meta_tag(self) -> None:
        body = "<title>案件</title><meta http-equiv=Content-Type content='text/html; charset=euc-jp'><p>面談は1回</p>".encode("euc_jp")
        assert message_of(mail(body, b"Content-Type: text/html")).text == "面談は1回"

    def test_a_meta_tag_that_contradicts_the_header_is_passed_over(self) -> None:
        body = "<meta charset=iso-2022-jp><p>面談は1回</p>".encode()
        assert message_of(mail(body, b"Content-Type: text/html; charset=utf-8")).text == "面談は1回"


class TestFlowed:
    FLOWED = b"Content-Type: text/plain; format=flowed"

    def test_paragraphs_are_joined(self) -> None:
        body = b"The client would like to see two people with experience in \r\nRust before Friday.\r\n\r\nRate 60."
        assert (
            message_of(mail(body, self.FLOWED)).text
            == "The client would like to see two people with experience in Rust before Friday.\n\nRate 60."
        )

    def test_blanks_that_only_mark_the_break_are_deleted(self) -> None:
        body = "長い行がここで折り返され \r\nて続きます。".encode()
        assert (
            message_of(mail(body, b"Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes")).text
            == "長い行がここで折り返されて続きます。"
        )

    def test_quote_depths_flow_apart(self) -> None:
        body = b"> one \r\n> two\r\n>> three \r\n> four"
        assert message_of(mail(body, self.FLOWED)).text == "> one two\n>> three \n> four"

    def test_stuffed_blanks_are_no_words(self) -> None:
        assert message_of(mail(b" From here\r\n  two", self.FLOWED)).text == "From here\n two"

    def test_the_signature_delimiter_does_not_flow(self) -> None:
        assert message_of(mail(b"one\r\n-- \r\nRin", self.FLOWED)).text == "one\n-- \nRin"

    def test_short_list_items_that_end_in_blanks_stay_apart(self) -> None:
        """Japanese mailers leave blanks at line ends; joining them would make one line of a whole requisition."""
        body = "■場所: 大崎 \r\n■単価: 60万 \r\n・Rust \r\n・SQL".encode()
        text = message_of(mail(body, b"Content-Type: text/plain; charset=utf-8; format=flowed")).text
        assert text == "■場所: 大崎 \n■単価: 60万 \n・Rust \n・SQL"

    def test_lines_that_are_not_flowed_keep_their_ends(self) -> None:
        assert message_of(mail(b"one \r\ntwo")).text == "one \ntwo"


class TestWhichPart:
    """DECISIONS.md D25."""

    def test_plain_text_wins(self) -> None:
        assert message_of(compose("Rate 60", html="<p>Rate <b>60</b></p>")).text == "Rate 60\n"

    def test_an_empty_plain_text_loses(self) -> None:
        assert message_of(compose(" \n", html="<p>Rate 60</p>")).text == "Rate 60"

    def test_deletions_that_plain_text_lacks(self) -> None:
        """Without the HTML part, the rate that was struck out would read as one that holds."""
        message = message_of(compose("Rate 60 65", html="<p>Rate <s>60</s> 65</p>"))
        assert (message.text, pieces(message, SpanKind.DELETED)) == ("Rate 60 65", ["60"])

    def test_colour_that_plain_text_lacks(self) -> None:
        message = message_of(compose("Rate? 65", html="<p>Rate for the two of them? <font color=red>65</font></p>"))
        assert pieces(message, SpanKind.COLOURED) == ["65"]

    def test_a_whole_mail_in_one_colour_is_no_reason(self) -> None:
        message = message_of(compose("Rate 65", html="<div style='color:#1F497D'><p>Rate</p> <p>65</p></div>"))
        assert message.text == "Rate 65\n"

    def test_a_plain_text_that_only_asks_for_a_better_program_loses(self) -> None:
        html = "<table><tr><td>単価</td><td>65万</td></tr></table>" + "<p>下記の要員を募集しております。よろしくお願いします。</p>" * 20
        assert message_of(compose("HTMLメールを表示できません。", html=html)).text.startswith("単価\t65万")

    def test_html_alone(self) -> None:
        message = message_of(mail(b"<p>Rate <s>60</s> 65</p>", b"Content-Type: text/html"))
        assert (message.text, pieces(message, SpanKind.DELETED)) == ("Rate 60 65", ["60"])

    def test_texts_of_a_mixed_mail_are_joined(self) -> None:
        outer = MIMEMultipart("mixed")
        outer["From"] = "a@b.example"
        for part in (MIMEText("one\n"), MIMEText("<p>two</p>", "html"), MIMEText("three")):
            outer.attach(part)
        assert message_of(outer.as_bytes()).text == "one\ntwo\nthree"

    def test_marks_move_with_their_text(self) -> None:
        outer = MIMEMultipart("mixed")
        outer["From"] = "a@b.example"
        for part in (MIMEText("one"), MIMEText("<p>Rate <s>60</s> 65</p>", "html")):
            outer.attach(part)
        assert pieces(message_of(outer.as_bytes()), SpanKind.DELETED) == ["60"]

    def test_a_text_told_twice_stands_once(self) -> None:
        outer = MIMEMultipart("mixed")
        outer["From"] = "a@b.example"
        for part in (MIMEText("Rate 60"), MIMEText("<p>Rate 60</p>", "html")):
            outer.attach(part)
        assert message_of(outer.as_bytes()).text == "Rate 60"

    def test_alternative_inside_related_inside_mixed(self) -> None:
        related = MIMEMultipart("related")
        related.attach(MIMEText("<p>Rate 60</p>", "html"))
        picture = MIMEBase("image", "png")
        picture.add_header("Content-Disposition", "inline", filename="logo.png")
        related.attach(picture)
        alternative = MIMEMultipart("alternative")
        alternative.attach(MIMEText(" "))
        alternative.attach(related)
        outer = MIMEMultipart("mixed")
        outer["From"] = "a@b.example"
        outer.attach(alternative)
        sheet = MIMEBase("application", "vnd.ms-excel")
        sheet.add_header("Content-Disposition", "attachment", filename=("utf-8", "", "案件票.xls"))
        outer.attach(sheet)
        message = message_of(outer.as_bytes())
        assert (message.text, message.attachments) == ("Rate 60", ("案件票.xls",))

    def test_attached_texts_are_no_words_of_the_author(self) -> None:
        outer = MIMEMultipart("mixed")
        outer["From"] = "a@b.example"
        outer.attach(MIMEText("see the file"))
        file = MIMEText("Rate 60")
        file.add_header("Content-Disposition", "attachment", filename="../../rates.txt")
        outer.attach(file)
        message = message_of(outer.as_bytes())
        assert (message.text, message.attachments) == ("see the file", ("../../rates.txt",))

    def test_an_invitation_without_text_is_a_message(self) -> None:
        message = message_of(mail(b"BEGIN:VCALENDAR", b"Content-Type: text/calendar"))
        assert (message.text, message.traits) == ("", frozenset({Trait.CALENDAR}))

    def test_a_container_whose_boundary_never_comes(self) -> None:
        assert message_of(mail(b"Two roles.", b"Content-Type: multipart/mixed; boundary=x")).text == "Two roles."

    def test_a_boundary_that_begins_like_another(self) -> None:
        content = mail(
            b"--x\r\nContent-Type: multipart/mixed; boundary=xy\r\n\r\n--xy\r\n\r\none\r\n--xy--\r\n--x\r\n\r\ntwo\r\n--x--\r\nepilogue",
            b"Content-Type: multipart/mixed; boundary=x",
        )
        assert message_of(content).text == "one\ntwo"

    def test_a_mail_cut_off_in_its_last_part(self) -> None:
        assert message_of(mail(b"--x\r\n\r\none\r\n--x\r\n\r\ntw", b"Content-Type: multipart/mixed; boundary=x")).text == "one\ntw"


class TestAttachedMails:
    @staticmethod
    def forwarding(note: str, inner: bytes) -> bytes:
        outer = MIMEMultipart("mixed")
        outer["From"] = "Rin <rin@hoshizora.example>"
        outer["Subject"] = "FW: Hull"
        outer.attach(MIMEText(note))
        attached = EmailMessage()
        attached.set_content("")
        outer.attach(MIMEMessage(attached))
        placeholder = MIMEMessage(attached).as_bytes().partition(b"\n\n")[2]
        return outer.as_bytes().replace(placeholder, inner)

    def test_the_mail_inside_is_a_forwarded_part(self) -> None:
        inner = compose("Rate goes to 65.\n\n-- \nOdd\nHarbourline Ltd", sender="Odd <odd@harbourline.example>", subject="Hull")
        message = message_of(self.forwarding("See below.", inner))
        (span,) = (span for span in message.spans if span.kind is SpanKind.FORWARDED)
        assert message.text[span.start : span.end].startswith("Rate goes to 65.")
        assert (span.author, span.subject, span.sent_at) == (
            Address("Odd", "odd@harbourline.example"),
            "Hull",
            datetime(2026, 11, 3, 10, 15, tzinfo=JAPAN),
        )
        assert own_words(message) == "See below."

    def test_history_and_signature_inside_it_are_told_apart(self) -> None:
        inner = compose(
            "65 it is.\n\nOn Nov 2, 2026, at 6:05 PM, Rin wrote:\n> 60?\n\n-- \nOdd\n",
            sender="Odd <odd@harbourline.example>",
            subject="Re: Hull",
            References="<a@b>",
        )
        message = message_of(self.forwarding("See below.", inner))
        assert pieces(message, SpanKind.QUOTED) == ["> 60?"]
        assert [piece.split() for piece in pieces(message, SpanKind.SIGNATURE)] == [["--", "Odd"]]

    def test_an_attached_mail_without_a_note(self) -> None:
        inner = compose("Rate goes to 65.", sender="Odd <odd@harbourline.example>")
        message = message_of(self.forwarding("", inner))
        assert message.text.strip() == "Rate goes to 65."
        assert [span.start for span in message.spans if span.kind is SpanKind.FORWARDED] == [message.text.index("Rate")]

    def test_a_bounce_forwards_nothing(self) -> None:
        """The mail that comes back is our own."""
        report = MIMEMultipart("report", report_type="delivery-status")
        report["From"] = "MAILER-DAEMON@mx.example"
        report.attach(MIMEText("could not be delivered"))
        report.attach(MIMEMessage(EmailMessage()))
        message = message_of(report.as_bytes())
        assert (message.text, message.traits) == ("could not be delivered", frozenset({Trait.BOUNCE}))
        assert message.spans == ()


class TestProblems:
    """The closed list of causes of DECISIONS.md D25, and that a problem says what, where and what to do."""

    def test_form(self) -> None:
        content = mail(b"", b"Content-Type: image/png")
        problem = problem_of(content)
        assert (problem.stage, problem.source, problem.sha256) == ("decode", "sales", raw_message(content).sha256)
        assert problem.problem == 'The mail at INBOX/7/1 of source "sales" has no part that can be read as text'
        assert problem.remedy

    def test_no_words_of_the_mail_stand_in_it(self) -> None:
        problem = problem_of(mail(b"secret", b"Subject: secret", b"Content-Type: application/secret"))
        assert "secret" not in problem.problem + problem.remedy

    def test_only_headers_were_kept(self) -> None:
        assert "40 MB" in problem_of(mail(b""), full_size=99_000_000).problem

    def test_too_big(self) -> None:
        assert "40 MB" in problem_of(mail(b"x" * MAIL_BYTES)).problem

    def test_text_too_long(self) -> None:
        assert "1,000,000" in problem_of(mail(b"x" * (TEXT_CHARACTERS + 1))).problem

    def test_text_as_long_as_allowed(self) -> None:
        assert len(message_of(mail(b"x" * TEXT_CHARACTERS)).text) == TEXT_CHARACTERS

    def test_headers_too_long(self) -> None:
        assert "64 KB" in problem_of(mail(b"x", b"X-Filler: " + b"a" * 70_000)).problem

    @pytest.mark.parametrize("depth", [51, 1_000, 5_000])
    def test_parts_nested_too_deep(self, depth: int) -> None:
        nested = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth))
        assert "deeper than 50" in problem_of(b"From: a@b.example\n" + nested + b"\nRate 60").problem

    def test_parts_nested_as_deep_as_allowed(self) -> None:
        nested = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(50))
        assert message_of(b"From: a@b.example\n" + nested + b"\nRate 60").text == "Rate 60"

    @pytest.mark.parametrize("depth", [51, 5_000])
    def test_mails_nested_too_deep(self, depth: int) -> None:
        assert "deeper than 50" in problem_of(b"From: a@b.example\n" + b"Content-Type: message/rfc822\n\n" * depth).problem

    def test_too_many_parts(self) -> None:
        assert "500 parts" in problem_of(mail(b"--x\r\n\r\nhi\r\n" * 600, b"Content-Type: multipart/mixed; boundary=x")).problem

    def test_many_parts_in_each_of_many(self) -> None:
        """The cap holds for the whole mail, not for each container."""
        inner = b"Content-Type: multipart/mixed; boundary=y\r\n\r\n" + b"--y\r\n\r\nhi\r\n" * 40 + b"--y--\r\n"
        assert "500 parts" in problem_of(mail((b"--x\r\n" + inner) * 20, b"Content-Type: multipart/mixed; boundary=x")).problem

    def test_encrypted(self) -> None:
        content = mail(
            b"--x\r\nContent-Type: application/pgp-encrypted\r\n\r\nv\r\n--x--", b"Content-Type: multipart/encrypted; boundary=x"
        )
        assert "encrypted" in problem_of(content).problem

    @pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b"just some words\n", "ただの文".encode("cp932"), b"\x89PNG\r\n\x1a\n\0\0"])
    def test_no_mail(self, content: bytes) -> None:
        assert "no headers" in problem_of(content).problem

    def test_html_past_its_cap_beside_a_plain_text(self) -> None:
        """One part that can't be read costs nothing where another says the same."""
        assert message_of(compose("Rate 60", html="<b>" * 100_001)).text == "Rate 60\n"

    def test_html_past_its_cap_alone(self) -> None:
        assert "100,000 tags" in problem_of(mail(b"<b>" * 100_001, b"Content-Type: text/html")).problem


class TestIdentity:
    """DECISIONS.md D23."""

    MAIL = mail(b"Two roles.\r\n", b"Message-ID: <1@hoshizora.example>", b"To: desk@staffing.example", b"Subject: Hull")

    @pytest.mark.parametrize(
        "copy",
        [
            b"Received: from x by y; Tue, 03 Nov 2026 10:15:09 +0900\r\n" + MAIL,
            b"Delivered-To: sales@staffing.example\r\nReturn-Path: <rin@hoshizora.example>\r\nX-Spam: no\r\n" + MAIL,
            MAIL.replace(b"\r\n", b"\n"),
            MAIL + b"\r\n\r\n",
            MAIL.replace(b"Message-ID", b"Message-Id"),
            MAIL.replace(b"Subject: Hull", b"Subject:\r\n Hull"),
            b"From rin@hoshizora.example Tue Nov  3 10:15:09 2026\n" + MAIL.replace(b"\r\n", b"\n"),
        ],
    )
    def test_copies_are_one_mail(self, copy: bytes) -> None:
        assert mail_identity(copy) == mail_identity(self.MAIL)

    @pytest.mark.parametrize(
        "other",
        [
            MAIL.replace(b"Two", b"Ten"),
            MAIL.replace(b"<1@", b"<2@"),
            MAIL.replace(b"Hull", b"Leeds"),
            MAIL.replace(b"desk@", b"team@"),
            MAIL.replace(b"From: Rin", b"From: Odd"),
        ],
    )
    def test_other_mails_are_others(self, other: bytes) -> None:
        assert mail_identity(other) != mail_identity(self.MAIL)

    @given(st.binary(max_size=300))
    def test_any_bytes_have_an_identity(self, content: bytes) -> None:
        assert len(mail_identity(content)) == 64


FRAGMENTS = st.sampled_from(
    [
        b"From: a@b.example\n",
        b"Subject: =?utf-8?B?5qGI?=\n",
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"Content-Type: multipart/alternative; boundary=x\n",
        b"Content-Type: text/html\n",
        b"Content-Type: text/plain; charset=iso-2022-jp; format=flowed\n",
        b"Content-Type: message/rfc822\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"\n",
        b"--x\n",
        b"--x--\n",
        b"> quoted\n",
        b"<p>one <s>two</s></p>\n",
        b"-- \n",
        b"\x1b$B4A\x1b(B\n",
        b"\xe6\xa1\x88\n",
        b"\x88\xc4=\xff\n",
        b"On Nov 2, 2026, Odd wrote:\n",
        b"---------- Forwarded message ---------\nFrom: o@p.example\nSubject: x\n\n",
    ]
)


@given(st.one_of(st.binary(max_size=400), st.lists(FRAGMENTS, max_size=30).map(b"".join)))
def test_any_bytes_are_a_message_or_a_problem(content: bytes) -> None:
    """Nothing raises; spans lie in the text, in order; the text can be stored."""
    parsed = parse_message(raw_message(content))
    if isinstance(parsed, Problem):
        return
    parsed.text.encode()
    assert all(0 <= span.start < span.end <= len(parsed.text) for span in parsed.spans)
    assert list(parsed.spans) == sorted(parsed.spans, key=lambda span: (span.start, -span.end, span.kind))


@given(st.lists(st.sampled_from(["own", "> quoted", "", "-- ", "Rin", "Rate: 60", "On Nov 2, 2026, Odd wrote:"]), max_size=15))
def test_line_ends_change_nothing(lines: list[str]) -> None:
    """The same own words, whichever line ends a mail travelled with."""
    head = ["From: Rin <rin@hoshizora.example>", "Subject: Re: Hull", "", "first"]
    messages = [parse_message(raw_message(ends.join(head + lines).encode())) for ends in ("\n", "\r\n", "\r")]
    assert all(isinstance(message, Message) for message in messages)
    assert len({(message.text, message.spans) for message in messages if isinstance(message, Message)}) == 1
