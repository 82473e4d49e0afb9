"""Headers: encoded words, addresses, ids, parameters and traits, broken ones too."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.addresses import first_address, parse_addresses
from ingest.encoded_words import decode_header
from ingest.headers import Headers, HeadersTooLong, message_id, message_ids, split_message, thread_index
from ingest.traits import read_traits
from requisitions.messages import Address, Trait


def word(data: bytes, charset: str) -> str:
    return f"=?{charset}?B?{base64.b64encode(data).decode()}?="


def headers(*lines: bytes) -> Headers:
    return split_message(b"\n".join(lines) + b"\n\nbody")[0]


class TestEncodedWords:
    def test_plain_text_is_left_alone(self) -> None:
        assert decode_header("Rust, Hull? =50=") == "Rust, Hull? =50="

    def test_utf_8_cut_inside_a_character(self) -> None:
        """Neighbouring words are one text: mailers cut them at bytes."""
        data = "募集要員".encode()
        assert decode_header(f"{word(data[:4], 'utf-8')} {word(data[4:], 'UTF-8')}") == "募集要員"

    def test_base64_cut_inside_a_group(self) -> None:
        whole = base64.b64encode("募集要員".encode()).decode()
        assert decode_header(f"=?utf-8?B?{whole[:5]}?= =?utf-8?B?{whole[5:]}?=") == "募集要員"

    def test_iso_2022_jp_cut_between_escapes(self) -> None:
        """A word that stays in kanji goes on in the next one."""
        data = "募集要員".encode("iso2022_jp")
        cut = len(data) // 2 - 1
        assert decode_header(f"{word(data[:cut], 'ISO-2022-JP')}\t{word(data[cut:], 'ISO-2022-JP')}") == "募集要員"

    def test_nec_signs(self) -> None:
        assert decode_header(word(b"\x1b$B-!-j\x1b(B", "iso-2022-jp")) == "①㈱"

    def test_quoted_printable(self) -> None:
        assert decode_header("=?iso-8859-1?Q?R=E9sum=E9_ok?=") == "Résumé ok"

    def test_quoted_printable_with_blanks_that_it_may_not_have(self) -> None:
        assert decode_header("=?utf-8?Q?two roles = 3?=") == "two roles = 3"

    def test_blanks_between_words_vanish_and_beside_text_stay(self) -> None:
        assert decode_header(f"Re: {word('案'.encode(), 'utf-8')} {word('件'.encode(), 'utf-8')} ok") == "Re: 案件 ok"

    def test_words_of_two_charsets(self) -> None:
        assert decode_header(f"{word('案'.encode(), 'utf-8')} {word('件'.encode('cp932'), 'shift_jis')}") == "案件"

    def test_words_without_a_blank_between(self) -> None:
        assert decode_header(f"{word('案'.encode(), 'utf-8')}{word('件'.encode(), 'utf-8')}") == "案件"

    def test_language_suffix(self) -> None:
        assert decode_header("=?utf-8*ja?Q?=E6=A1=88?=") == "案"

    def test_unknown_charset_is_guessed(self) -> None:
        assert decode_header(word("案件".encode("cp932"), "x-nonsense")) == "案件"

    @pytest.mark.parametrize(
        "value", ["=?utf-8?B??=", "=?utf-8?B?%%%?=", "=?utf-8?B?a?=", "=?utf-8?Q?=?=", "=?utf-8?B?5pel", "=??B?YQ==?="]
    )
    def test_broken_words_raise_nothing(self, value: str) -> None:
        decode_header(value)

    @given(st.text(max_size=80), st.integers(1, 10), st.sampled_from(["utf-8", "iso2022_jp", "cp932"]))
    def test_wherever_a_mailer_cuts(self, text: str, size: int, codec: str) -> None:
        """Any text, cut into words at any byte, comes out whole."""
        data = "".join(c for c in text if c.isprintable() and c not in "〜‖−¢£¬¥‾\\~").encode(codec, "ignore")
        cut = " ".join(word(data[at : at + size], codec.replace("iso2022_jp", "iso-2022-jp")) for at in range(0, len(data), size))
        assert decode_header(cut) == decode_header(word(data, codec.replace("iso2022_jp", "iso-2022-jp")))


class TestAddresses:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("rin@hoshizora.example", [("", "rin@hoshizora.example")]),
            ("Rin Asagiri <Rin@Hoshizora.Example>", [("Rin Asagiri", "rin@hoshizora.example")]),
            ('"Asagiri, Rin" <rin@hoshizora.example>', [("Asagiri, Rin", "rin@hoshizora.example")]),
            ("Asagiri, Rin <rin@hoshizora.example>", [("Asagiri, Rin", "rin@hoshizora.example")]),
            ('"Rin \\"R\\" A" <rin@hoshizora.example>', [('Rin "R" A', "rin@hoshizora.example")]),
            ("朝霧(星空株式会社) <rin@hoshizora.example>", [("朝霧(星空株式会社)", "rin@hoshizora.example")]),
            ("rin@hoshizora.example (Rin)", [("Rin", "rin@hoshizora.example")]),
            ("a@b.example, C D <c@d.example>; e@f.example", [("", "a@b.example"), ("C D", "c@d.example"), ("", "e@f.example")]),
            ("Desk: a@b.example, c@d.example;", [("", "a@b.example"), ("", "c@d.example")]),
            ("Rin [mailto:rin@hoshizora.example]", [("Rin", "rin@hoshizora.example")]),
            ("Rin <rin@hoshizora.example<mailto:rin@hoshizora.example>>", [("Rin", "rin@hoshizora.example")]),
            ("'rin@hoshizora.example' <rin@hoshizora.example>", [("", "rin@hoshizora.example")]),
            ("undisclosed-recipients:;", []),
            ("", []),
            ("朝霧 様", [("朝霧 様", "")]),
            ('<a@b.example>, , "', [("", "a@b.example")]),
            ("<>", []),
            ("Rin <rin", [("Rin rin", "")]),
        ],
    )
    def test_lists(self, value: str, expected: list[tuple[str, str]]) -> None:
        assert [(a.name, a.address) for a in parse_addresses(value)] == expected

    def test_encoded_name_with_a_comma_is_one_person(self) -> None:
        assert parse_addresses("=?utf-8?Q?Asagiri=2C_Rin?= <rin@hoshizora.example>") == (Address("Asagiri, Rin", "rin@hoshizora.example"),)

    def test_encoded_words_inside_quotes(self) -> None:
        assert first_address('"=?utf-8?B?5pyd6Zyn?=" <rin@hoshizora.example>').name == "朝霧"

    def test_name_and_address_encoded_as_one_word(self) -> None:
        assert first_address(word("朝霧 <rin@hoshizora.example>".encode(), "utf-8")) == Address("朝霧", "rin@hoshizora.example")

    def test_the_first_address_wins_over_a_bare_name(self) -> None:
        assert first_address("Desk; Rin <rin@hoshizora.example>").address == "rin@hoshizora.example"

    def test_a_name_breaks_no_line(self) -> None:
        assert first_address("=?utf-8?Q?Rin=0D=0ABcc=3A_x=07?= <rin@hoshizora.example>").name == "Rin Bcc: x"

    @pytest.mark.parametrize("apart", ["\x1f", "\x85", "\u3000", "\u2028", "\u200b"])
    def test_an_address_ends_at_any_blank_or_control_character(self, apart: str) -> None:
        assert first_address(f"rin@hoshizora{apart}.example").address == "rin@hoshizora"

    @given(st.text(max_size=200))
    def test_any_text_is_a_list(self, value: str) -> None:
        """Nothing raises, and every address has one @ and no blanks."""
        for address in parse_addresses(value):
            assert address.address.count("@") == (1 if address.address else 0)
            assert len(address.address.split()) <= 1


class TestBlocks:
    def test_folds_are_joined(self) -> None:
        assert headers(b"Subject: one", b" two", b"\tthree").text("subject") == "one two three"

    def test_a_fold_that_lost_its_indent(self) -> None:
        """Broken gateways wrap a subject without indenting it; the headers below are not lost."""
        found = headers(b"Subject: one", b"two three", b"From: a@b.example")
        assert (found.text("subject"), found.text("from")) == ("one two three", "a@b.example")

    def test_body_without_an_empty_line_before_it(self) -> None:
        content = b"Subject: one\nHello there\nLocation: Hull\n\nmore"
        found, body = split_message(content)
        assert (found.text("subject"), content[body:]) == ("one", b"Hello there\nLocation: Hull\n\nmore")

    def test_no_headers_at_all(self) -> None:
        found, body = split_message(b"Hello there\nall")
        assert (found.fields, body) == ((), 0)

    def test_the_topmost_of_repeated_fields(self) -> None:
        found = headers(b"Received: first", b"Received: second")
        assert (found.first("received"), found.all("received")) == ("first", ("first", "second"))

    def test_names_know_no_case(self) -> None:
        assert headers(b"MESSAGE-ID: <a@b>").first("message-id") == "<a@b>"

    @pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp", "iso2022_jp"])
    def test_raw_japanese(self, codec: str) -> None:
        """Subjects sent without any encoding are read all the same."""
        assert headers(b"Subject: " + "要員のお願いについて".encode(codec)).text("subject") == "要員のお願いについて"

    def test_control_characters_vanish_from_a_subject(self) -> None:
        assert headers(b"Subject: =?utf-8?Q?a=0D=0Ab=00c=07?=").text("subject") == "a b c"

    def test_mbox_separator_is_no_header(self) -> None:
        assert (
            headers(b"From rin@hoshizora.example Mon Nov  2 10:05:40 2026", b"From: rin@hoshizora.example").text("from")
            == "rin@hoshizora.example"
        )

    def test_a_block_past_its_cap_is_refused(self) -> None:
        with pytest.raises(HeadersTooLong):
            split_message(b"X: " + b"a" * 70_000 + b"\n\nbody")

    @given(st.binary(max_size=300))
    def test_any_bytes_split(self, content: bytes) -> None:
        found, body = split_message(content)
        assert 0 <= body <= len(content)
        for name, _ in found.fields:
            found.text(name)
            found.parameter(name, "charset")


class TestParameters:
    def test_plain_and_quoted(self) -> None:
        found = headers(b'Content-Type: text/plain; charset="utf-8"; format=flowed')
        assert (found.parameter("content-type", "charset"), found.parameter("content-type", "format")) == ("utf-8", "flowed")

    def test_rfc_2231_in_pieces(self) -> None:
        found = headers(b"Content-Disposition: attachment;", b" filename*0*=utf-8''%E7%B5%8C%E6%AD%B4;", b" filename*1*=%E6%9B%B8.xlsx")
        assert found.parameter("content-disposition", "filename") == "経歴書.xlsx"

    def test_rfc_2231_with_a_charset_that_python_does_not_know(self) -> None:
        found = headers(b"Content-Disposition: attachment; filename*=windows-31j''%8Co%97%F0.xlsx")
        assert found.parameter("content-disposition", "filename") == "経歴.xlsx"

    def test_encoded_word_as_a_file_name(self) -> None:
        found = headers(b'Content-Type: application/pdf; name="=?utf-8?B?57WM5q205pu4?=.pdf"')
        assert found.parameter("content-type", "name") == "経歴書.pdf"

    def test_raw_shift_jis_as_a_file_name(self) -> None:
        found = headers(b'Content-Type: application/pdf; name="' + "経歴書の控え.pdf".encode("cp932") + b'"')
        assert found.parameter("content-type", "name") == "経歴書の控え.pdf"

    @pytest.mark.parametrize("value", [b"", b"text", b"/", b"text/", b"a/b/c", b";;;"])
    def test_content_types_that_are_none(self, value: bytes) -> None:
        assert headers(b"Content-Type: " + value).content_type() == "text/plain"

    def test_quotes_without_end(self) -> None:
        assert headers(b'Content-Type: text/plain; charset="').parameter("content-type", "charset") in {"", '"'}


class TestIds:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("<a@b.example>", "<a@b.example>"),
            ("  <a@b.example>  (note)", "<a@b.example>"),
            ("<a b@c>", "<ab@c>"),
            ("a@b.example", "<a@b.example>"),
            ("<>", None),
            ("", None),
            ("nonsense", None),
            ("< >", None),
        ],
    )
    def test_message_id(self, value: str, expected: str | None) -> None:
        assert message_id(value) == expected

    def test_references_keep_their_order_and_drop_what_is_none(self) -> None:
        assert message_ids("<a@b> <> junk <c@d>\t<a@b> <e@f") == ("<a@b>", "<c@d>")

    def test_words_around_an_old_in_reply_to(self) -> None:
        assert message_ids('Your message of "Mon, 2 Nov 2026" <a@b>') == ("<a@b>",)

    def test_thread_index_is_the_same_for_a_whole_conversation(self) -> None:
        first = base64.b64encode(bytes(range(22))).decode()
        reply = base64.b64encode(bytes(range(27))).decode()
        assert thread_index(first) == thread_index(reply) == bytes(range(22)).hex()

    @pytest.mark.parametrize("value", ["", "AQ==", "not base64 at all", "日本語"])
    def test_thread_index_too_short(self, value: str) -> None:
        assert thread_index(value) is None


class TestTraits:
    @pytest.mark.parametrize(
        "line",
        [
            b"Auto-Submitted: auto-replied",
            b"X-Auto-Response-Suppress: All",
            b"X-Auto-Response-Suppress: DR, All",
            b"Precedence: auto_reply",
            b"X-Autoreply: yes",
            b"Subject: Automatic reply: Rust people",
            "Subject: 自動返信: 要員の件".encode(),
            "Subject: 【自動返信】要員の件".encode(),
        ],
    )
    def test_machines(self, line: bytes) -> None:
        assert Trait.AUTO_SUBMITTED in read_traits(headers(line), frozenset())

    @pytest.mark.parametrize(
        "line",
        [
            b"Auto-Submitted: no",
            b"Auto-Submitted: auto-generated",
            b"X-Auto-Response-Suppress: OOF, AutoReply",
            b"Subject: Re: Automatic reply",
            "Subject: 自動化テストの要員".encode(),
            b"Precedence: first-class",
            b"From: Mailer Ltd <desk@mailer.example>",
        ],
    )
    def test_people(self, line: bytes) -> None:
        assert read_traits(headers(line), frozenset({"text/plain", "text/html"})) == frozenset()

    @pytest.mark.parametrize(
        "line", [b"List-Unsubscribe: <https://x.example>", b"List-Id: <news.x.example>", b"Precedence: bulk", b"Precedence: list"]
    )
    def test_bulk(self, line: bytes) -> None:
        assert read_traits(headers(line), frozenset()) == {Trait.BULK}

    @pytest.mark.parametrize(
        "line",
        [
            b"From: Mail Delivery <MAILER-DAEMON@mx.example>",
            b"From: postmaster@mx.example",
            b"X-Failed-Recipients: a@b.example",
            b"Content-Type: multipart/report; report-type=delivery-status; boundary=x",
        ],
    )
    def test_bounces(self, line: bytes) -> None:
        assert read_traits(headers(line), frozenset()) == {Trait.BOUNCE}

    def test_invitations(self) -> None:
        assert read_traits(headers(b"From: a@b.example"), frozenset({"text/calendar"})) == {Trait.CALENDAR}
