"""What of a mail linking may look at."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from pipeline.links import is_own, link_keys, mail_record, stated_at, unread_mail
from requisitions.mentions import spoken_words
from requisitions.messages import Address, Message, RawMessage, Span, SpanKind, Trait
from requisitions.parties import Parties
from requisitions.statements import Event, Reading, Statement
from requisitions.versions import LinkKeys
from requisitions.words import EventKind, Kind, Mode

KNOWN = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
JAPAN = timezone(timedelta(hours=9))
OURS = Parties(frozenset({"agency.example"}))


def message(
    *,
    sender: str = "ito@kaze.example",
    recipients: tuple[str, ...] = ("sales@agency.example",),
    sent_at: datetime | None = datetime(2026, 11, 20, 10, 0, tzinfo=JAPAN),
    received_at: datetime | None = None,
    thread_index: str | None = None,
    text: str = "",
    spans: tuple[Span, ...] = (),
    answers: tuple[str, ...] = ("<1@kaze.example>",),
) -> Message:
    return Message(
        sha256="a" * 64,
        message_id="<2@kaze.example>",
        in_reply_to=answers,
        references=("<0@kaze.example>", *answers) if answers else (),
        thread_index=thread_index,
        sent_at=sent_at,
        received_at=received_at,
        sender=Address("伊藤", sender),
        recipients=tuple(Address("", recipient) for recipient in recipients),
        subject="RE: 【A-1】Java案件",
        text=text,
        spans=spans,
    )


def keys(told: Message, reading: Reading, parties: Parties = OURS) -> tuple[LinkKeys, ...]:
    return link_keys(told, reading, mail_record(told, reading, source="sales", known_at=KNOWN, first_import=False), parties)


def reading(*statements: Statement, kind: Kind = Kind.CLARIFICATION, events: tuple[Event, ...] = ()) -> Reading:
    return Reading(kind, "ja", statements, events)


def statement(ordinal: int = 0, reference: str | None = None) -> Statement:
    return Statement(ordinal, Mode.AMENDMENT, reference=reference)


PROPOSAL = Event(EventKind.PROPOSAL, None, False, 1, None, "x", 0, 1)


@pytest.mark.parametrize(
    ("sent", "received", "expected"),
    [
        (datetime(2026, 11, 20, 10, 0, tzinfo=JAPAN), None, datetime(2026, 11, 20, 1, 0, tzinfo=UTC)),
        (datetime(2026, 11, 21, 17, 0, tzinfo=UTC), None, datetime(2026, 11, 21, 17, 0, tzinfo=UTC)),
        (datetime(2027, 11, 20, 10, 0, tzinfo=JAPAN), datetime(2026, 11, 20, 3, 0, tzinfo=UTC), datetime(2026, 11, 20, 3, 0, tzinfo=UTC)),
        (None, datetime(2026, 11, 20, 3, 0, tzinfo=UTC), datetime(2026, 11, 20, 3, 0, tzinfo=UTC)),
        (None, datetime(2030, 1, 1, tzinfo=UTC), KNOWN),
        (None, None, KNOWN),
    ],
)
def test_when_the_words_were_written(sent: datetime | None, received: datetime | None, expected: datetime) -> None:
    """A date more than a day ahead of the receipt is not believed (D6, D26)."""
    assert stated_at(message(sent_at=sent, received_at=received), KNOWN) == expected
    assert stated_at(message(sent_at=sent, received_at=received), KNOWN).tzinfo is UTC


@pytest.mark.parametrize(
    ("sender", "recipients", "parties", "own"),
    [
        ("sato@agency.example", ("ito@kaze.example",), OURS, True),
        ("sato@tokyo.agency.example", ("ito@kaze.example",), OURS, True),
        ("ito@kaze.example", ("ito@kaze.example",), OURS, False),
        ("sato@agency.example", ("sales@agency.example", "mori@agency.example"), Parties(), True),
        ("sato@agency.example", ("sales@agency.example", "ito@kaze.example"), Parties(), False),
        ("ito@kaze.example", ("sales@agency.example",), Parties(), False),
        ("ito@kaze.example", (), Parties(), False),
        ("", ("",), Parties(), False),
    ],
)
def test_who_is_one_of_us(sender: str, recipients: tuple[str, ...], parties: Parties, *, own: bool) -> None:
    """As the configuration says; without a word there, a mail from a domain to itself alone is a memo (D22)."""
    assert is_own(message(sender=sender, recipients=recipients), parties) is own


def test_who_asks_is_the_senders_domain_and_nobody_in_a_mail_of_ours() -> None:
    (asked,) = keys(message(), reading(statement()))
    (noted,) = keys(message(sender="sato@agency.example"), reading(statement()))
    assert (asked.organisation, asked.own, asked.sender) == ("kaze.example", False, "ito@kaze.example")
    assert (noted.organisation, noted.own) == (None, True)


@pytest.mark.parametrize(
    ("recipients", "author", "partners"),
    [
        (("ito@kaze.example", "mori@agency.example"), None, {"kaze.example"}),
        (("mori@agency.example", "mori@tokyo.agency.example"), None, set()),
        (("mori@agency.example",), "kita.example", {"kita.example"}),
        (("mori@agency.example",), "agency.example", set()),
        (("", *(f"ito@{name}.example" for name in "abc")), None, {"a.example", "b.example", "c.example"}),
        (tuple(f"ito@{name}.example" for name in "abcd"), None, set()),
    ],
)
def test_a_mail_of_ours_is_about_those_it_goes_to_or_passes_on(recipients: tuple[str, ...], author: str | None, partners: set[str]) -> None:
    sent = message(sender="sato@agency.example", recipients=recipients)
    (one,) = keys(sent, reading(replace(statement(), author=author)))
    assert one.partners == partners
    assert keys(message(recipients=recipients), reading(statement()))[0].partners == frozenset()


QUOTED_MAIL = "溶接工の件です。\n\n> 経理の募集\n塗装工も\n-- \n株式会社疾風\n造船所\n"


def quoted_mail(sender: str, answers: tuple[str, ...]) -> Message:
    quote, sign = QUOTED_MAIL.index(">"), QUOTED_MAIL.index("--")
    spans = (
        Span(SpanKind.QUOTED, quote, QUOTED_MAIL.index("塗装")),
        Span(SpanKind.SIGNATURE, sign, len(QUOTED_MAIL)),
    )
    return message(sender=sender, recipients=("mori@agency.example",), text=QUOTED_MAIL, spans=spans, answers=answers)


def test_an_amendment_says_what_its_own_lines_say() -> None:
    (one,) = keys(quoted_mail("ito@kaze.example", ()), reading(statement()))
    assert one.says == spoken_words("溶接工の件です。\n塗装工も")
    assert keys(quoted_mail("ito@kaze.example", ()), reading(Statement(0, Mode.FULL)))[0].says == frozenset()


def test_a_line_that_says_that_a_seat_stays_as_it_is_names_no_seat_that_moves() -> None:
    told = message(text="溶接工は時給が変わります。\n塗装工の条件は変更ありません。\n")
    assert keys(told, reading(statement()))[0].says == spoken_words("溶接工は時給が変わります。")


def test_of_several_statements_each_says_its_own_seat() -> None:
    told = message(text="溶接工は終了、塗装工は時給が変わります。")
    titled = [replace(statement(ordinal), title=title) for ordinal, title in enumerate(("溶接工", "塗装工"))]
    assert [one.says for one in keys(told, reading(*titled, statement(2)))] == [
        spoken_words("溶接工"),
        spoken_words("塗装工"),
        spoken_words(told.text),
    ]


def test_a_memo_that_answers_nothing_says_its_subject_too() -> None:
    (memo,) = keys(quoted_mail("sato@agency.example", ()), reading(statement()))
    (answer,) = keys(quoted_mail("sato@agency.example", ("<1@kaze.example>",)), reading(statement()))
    assert "java" in memo.says - answer.says


def test_an_asker_is_called_what_his_domain_and_signature_say() -> None:
    (one,) = keys(quoted_mail("ito@kaze.example", ()), reading(statement()))
    (ours,) = keys(quoted_mail("sato@agency.example", ()), reading(statement()))
    assert one.called == {"kaze", "株式会社疾風"}
    assert not ours.called
    assert one.people == {"伊藤"}
    assert not ours.people


def test_a_mail_of_many_lines_and_spans_is_looked_at_in_part() -> None:
    spans = tuple(Span(SpanKind.SIGNATURE, at, at + 1) for at in range(0, 40_000, 2))
    (one,) = keys(message(text="> \n" * 250_000 + "溶接工", spans=spans), reading(statement()))
    assert "溶接" not in one.says


def test_all_ids_of_a_thread_count() -> None:
    (one,) = keys(message(thread_index="01dc"), reading(statement()))
    assert one.thread == {"<0@kaze.example>", "<1@kaze.example>", "<2@kaze.example>", "ti:01dc"}


def test_each_seat_of_a_mail_has_keys_of_its_own() -> None:
    first, second = keys(message(), reading(statement(0, "a-1"), statement(1, "Ａ－２")))
    assert (first.reference, second.reference) == ("A-1", "A-2")
    assert (first.seats, second.seats) == (2, 2)
    assert first.statement_id != second.statement_id


def test_a_mail_that_only_tells_events_looks_for_its_seat_and_founds_none() -> None:
    (one,) = keys(message(), reading(kind=Kind.CANDIDATE, events=(PROPOSAL,)))
    assert (one.ordinal, one.seats, one.founds) == (0, 1, False)


def test_events_beside_a_statement_need_no_keys_of_their_own() -> None:
    (one,) = keys(message(), reading(statement(), events=(PROPOSAL,)))
    assert one.founds


def test_a_mail_that_says_nothing_has_no_keys() -> None:
    assert keys(message(), reading(kind=Kind.OTHER)) == ()


def test_words_that_nothing_was_read_in_look_for_a_seat_in_the_thread_or_under_a_name() -> None:
    (answer,) = keys(message(text="承知しました。"), reading(kind=Kind.OTHER))
    assert (answer.silent, answer.founds, answer.mode) == (True, False, Mode.AMENDMENT)
    assert keys(message(text="承知しました。", answers=()), reading(kind=Kind.OTHER))[0].silent, "its subject names something"
    assert keys(replace(message(text="本日休業です。", answers=()), subject="お知らせ"), reading(kind=Kind.OTHER)) == ()
    assert not keys(message(text="承知しました。"), reading(kind=Kind.CANDIDATE, events=(PROPOSAL,)))[0].silent
    assert not keys(message(text="承知しました。"), reading(statement()))[0].silent


@pytest.mark.parametrize("trait", list(Trait))
def test_what_a_machine_wrote_and_nothing_was_read_in_is_of_no_seat(trait: Trait) -> None:
    assert keys(replace(message(text="不在です。"), traits=frozenset({trait})), reading(kind=Kind.OTHER)) == ()


def test_of_quoted_words_alone_nothing_is_of_a_seat() -> None:
    quoted = message(text="> 承知しました。", spans=(Span(SpanKind.QUOTED, 0, 9),))
    assert keys(quoted, reading(kind=Kind.OTHER)) == ()


def test_an_amendment_says_the_number_that_it_names_a_seat_by() -> None:
    (one,) = keys(message(text="②の件です。"), reading(statement()))
    assert "#2" in one.says


def test_dates_ahead_of_their_receipt_keep_the_order_of_mails_that_came_together() -> None:
    """A machine whose clock is behind, or a world of tests: without it such mails would stand in the order of their hashes."""
    days = [datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 12, 1, 0, 1, tzinfo=UTC), datetime(2027, 12, 1, tzinfo=UTC)]
    days += [datetime(2035, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)]
    moments = [stated_at(message(sent_at=day), KNOWN) for day in days]
    assert moments == sorted(set(moments))
    assert all(KNOWN < moment < KNOWN + timedelta(hours=9) for moment in moments)


def test_a_mail_is_told_by_the_name_of_its_sender() -> None:
    told = mail_record(message(), reading(), source="sales", known_at=KNOWN, first_import=True)
    assert (told.sender, told.sender_address, told.first_import) == ("伊藤", "ito@kaze.example", True)
    assert told.sent_at == datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


HEADERS = "From: 伊藤 <ito@kaze.example>\nSubject: 案件\nMessage-ID: <3@kaze.example>\nDate: Mon, 16 Nov 2026 10:00:00 +0900\n\n"


def test_a_mail_that_cannot_be_read_is_known_by_its_headers() -> None:
    told = unread_mail(RawMessage("sales", "INBOX/1/2", HEADERS.encode()), known_at=KNOWN, first_import=False)
    assert (told.kind, told.source, told.language, told.known_at) == (Kind.UNREADABLE, "sales", "", KNOWN)
    assert (told.sender, told.sender_address, told.subject, told.message_id) == ("伊藤", "ito@kaze.example", "案件", "<3@kaze.example>")
    assert told.stated_at == told.sent_at == datetime(2026, 11, 16, 1, 0, tzinfo=UTC)


def test_of_a_mail_without_headers_only_its_receipt_is_known() -> None:
    told = unread_mail(RawMessage("sales", "INBOX/1/2", b"\x00"), known_at=KNOWN, first_import=False)
    assert (told.kind, told.stated_at, told.sender, told.message_id) == (Kind.UNREADABLE, KNOWN, "", None)


def test_headers_that_break_the_reader_do_not_cost_the_night(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: RawMessage) -> Message:
        raise ValueError("no such month")

    monkeypatch.setattr("ingest.parsing.parse_headers", fail)
    told = unread_mail(RawMessage("sales", "INBOX/1/2", HEADERS.encode()), known_at=KNOWN, first_import=True)
    assert (told.sha256, told.stated_at, told.sender, told.first_import) == (
        RawMessage("sales", "", HEADERS.encode()).sha256,
        KNOWN,
        "",
        True,
    )


def test_a_mail_names_the_firm_that_the_configuration_knows_its_sender_by() -> None:
    named = Parties(frozenset({"agency.example"}), {"kaze.example": "カゼ商会"}, {"kita.example": "北工業"})
    broker, client, stranger = (
        mail_record(message(sender=who), reading(), source="sales", known_at=KNOWN, first_import=False, parties=named).organisation
        for who in ("ito@tokyo.kaze.example", "oka@kita.example", "ueda@minami.example")
    )
    assert (broker, client, stranger) == ("カゼ商会", "北工業", None)
    assert (
        unread_mail(RawMessage("sales", "1", HEADERS.encode()), known_at=KNOWN, first_import=False, parties=named).organisation
        == "カゼ商会"
    )
