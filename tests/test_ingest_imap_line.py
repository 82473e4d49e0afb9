"""The line to a mailbox: how it is made safe, who is let in, and what happens when it breaks. Dovecot behind a proxy that breaks it."""

import logging
import socket
from dataclasses import replace

import pytest
from tenacity import wait_none

from ingest.credentials import SecretReference
from ingest.errors import MailboxError, SecretUnavailable, ServerFault, SignInRefused, SourceUnreachable, UnsafeLine
from ingest.imap import ImapMailbox
from ingest.limits import ATTEMPTS, REPLY_CHARACTERS
from ingest.settings import ImapSource
from tests.dovecot import PASSWORD, PASSWORD_VARIABLE, Account, Dovecot, running
from tests.proxy import Proxy
from tests.pulling import Shelf, mail


def _pull(settings: ImapSource, shelf: Shelf | None = None) -> list[bytes]:
    return (shelf or Shelf()).pull(ImapMailbox(settings, wait=wait_none()))


def _safe(account: Account, **changes: object) -> ImapSource:
    settings = replace(account.settings(), tls="implicit", port=account.tls_port, ca_file=str(account.certificate))
    return replace(settings, **changes)  # type: ignore[arg-type] # whatever a test wants otherwise


@pytest.fixture
def full(mailbox: Account) -> Account:
    """An account with 30 mails."""
    mailbox.append(*[mail(f"{number}") for number in range(30)])
    return mailbox


THIRTY = [mail(f"{number}") for number in range(30)]


# Safe lines


def test_tls_with_a_certificate_that_the_settings_trust(mailbox: Account) -> None:
    mailbox.append(mail("safe"))
    assert _pull(_safe(mailbox)) == [mail("safe")]


def test_starttls_with_a_certificate_that_the_settings_trust(mailbox: Account) -> None:
    """Nothing but CAPABILITY and STARTTLS is said in the open."""
    mailbox.append(mail("safe"))
    with Proxy(mailbox.port) as proxy:
        assert _pull(_safe(mailbox, tls="starttls", port=proxy.port)) == [mail("safe")]
    assert [command.split()[1] for command in proxy.commands[:2]] == [b"CAPABILITY", b"STARTTLS"]
    assert not proxy.asked(b"LOGIN")


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_a_certificate_that_nobody_vouches_for_is_refused_before_the_password(mailbox: Account, tls: str) -> None:
    """One attempt, no retry, and the way out is ca_file."""
    target = mailbox.tls_port if tls == "implicit" else mailbox.port
    with Proxy(target, tls=tls == "implicit") as proxy, pytest.raises(UnsafeLine, match=r"self-signed.*ca_file"):
        _pull(_safe(mailbox, tls=tls, port=proxy.port, ca_file=None))
    assert proxy.connections == 1
    assert not proxy.asked(b"LOGIN")


def test_a_certificate_for_another_name_is_refused(mailbox: Account) -> None:
    """The certificate names 127.0.0.1; 127.0.0.2 cannot use it."""
    with Proxy(mailbox.tls_port, host="127.0.0.2", tls=True) as proxy, pytest.raises(UnsafeLine, match=r"not valid for '127\.0\.0\.2'"):
        _pull(_safe(mailbox, host="127.0.0.2", port=proxy.port))


def test_a_server_without_starttls_gets_no_password(mailbox: Account) -> None:
    def strip(line: bytes, _: Proxy) -> bytes:
        return line.replace(b" STARTTLS", b"")

    with Proxy(mailbox.port, strip) as proxy, pytest.raises(UnsafeLine, match="STARTTLS"):
        _pull(_safe(mailbox, tls="starttls", port=proxy.port))
    assert not proxy.asked(b"LOGIN")
    assert proxy.connections == 1


def test_tls_to_a_port_that_speaks_none_is_a_fault_of_the_settings(mailbox: Account) -> None:
    with pytest.raises(UnsafeLine, match="143 with starttls"):
        _pull(_safe(mailbox, port=mailbox.port))


def test_an_open_line_to_another_machine_is_never_made() -> None:
    """Even where nobody checked the settings: the name is refused before it is looked up."""
    settings = ImapSource(name="sales", host="imap.agency.example", user="u", password=SecretReference(env="PATH"), tls="none")
    with pytest.raises(UnsafeLine, match="would not be encrypted"):
        _pull(settings)


def test_a_ca_file_that_is_none_says_so(mailbox: Account) -> None:
    with pytest.raises(UnsafeLine, match=r"ca_file nowhere\.pem"):
        _pull(_safe(mailbox, ca_file="nowhere.pem"))


# Signing in


def test_a_wrong_password_is_refused_once_and_shown_nowhere(mailbox: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """No retry, as that locks accounts; the sentence has source, server, account and the server's words."""
    monkeypatch.setenv(PASSWORD_VARIABLE, "hunter2-not-it")
    with Proxy(mailbox.port) as proxy, pytest.raises(SignInRefused, match=r"sales.*Authentication failed") as caught:
        _pull(mailbox.settings(port=proxy.port))
    assert len(proxy.asked(b"LOGIN")) == 1
    assert mailbox.user in caught.value.sentence
    assert "hunter2" not in f"{caught.value}{caught.value.__cause__}"


def test_a_server_that_echoes_the_password_is_not_quoted_with_it(mailbox: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain or quoted, the password is taken out of the server's words, which are cut to a bounded length."""
    monkeypatch.setenv(PASSWORD_VARIABLE, 'hunter"2')

    def echo(line: bytes, _: Proxy) -> bytes:
        return line.replace(b"Authentication failed.", b'LOGIN u "hunter\\"2" or hunter"2: ' + b"no " * 1000)

    with Proxy(mailbox.port, echo) as proxy, pytest.raises(SignInRefused) as caught:
        _pull(mailbox.settings(port=proxy.port))
    assert "hunter" not in str(caught.value)
    assert "***" in caught.value.sentence
    assert len(caught.value.sentence) < REPLY_CHARACTERS + 200


def test_a_password_beyond_ascii_is_a_password(mailbox: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes over AUTHENTICATE PLAIN, as LOGIN cannot carry it; a wrong one is refused, no crash."""
    monkeypatch.setenv(PASSWORD_VARIABLE, "合言葉")
    with Proxy(mailbox.port) as proxy, pytest.raises(SignInRefused):
        _pull(mailbox.settings(port=proxy.port))
    assert proxy.asked(b"AUTHENTICATE PLAIN")


def test_the_server_is_not_asked_where_there_is_no_password(mailbox: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSWORD_VARIABLE)
    with Proxy(mailbox.port) as proxy, pytest.raises(SecretUnavailable, match=PASSWORD_VARIABLE):
        _pull(mailbox.settings(port=proxy.port))
    assert proxy.connections == 0


def test_a_server_that_is_busy_is_asked_again(full: Account) -> None:
    """`NO [UNAVAILABLE]` at the sign-in means later, not never."""

    def busy(line: bytes, proxy: Proxy) -> bytes:
        return line.split()[0] + b" NO [UNAVAILABLE] Try later\r\n" if b"Logged in" in line and proxy.connections < 3 else line

    with Proxy(full.port, busy) as proxy:
        assert _pull(full.settings(port=proxy.port)) == THIRTY
    assert proxy.connections == 3


def test_a_line_cut_at_the_sign_in_is_no_refusal(full: Account) -> None:
    def cut(line: bytes, proxy: Proxy) -> bytes | None:
        return None if b"Logged in" in line and proxy.connections == 1 else line

    with Proxy(full.port, cut) as proxy:
        assert _pull(full.settings(port=proxy.port)) == THIRTY
    assert proxy.connections == 2


# Lines that break


def test_a_server_that_is_down_is_unreachable_after_a_few_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    with running() as server:
        account = server.account()
        server.stop()
        with Proxy(account.port) as proxy, pytest.raises(SourceUnreachable, match="does not greet for now"):
            _pull(account.settings(port=proxy.port))
        assert proxy.connections == ATTEMPTS
        with pytest.raises(SourceUnreachable, match="refused"):
            _pull(account.settings())


def test_a_name_that_nobody_knows_is_unreachable(mailbox: Account) -> None:
    with pytest.raises(SourceUnreachable, match=r"nowhere\.invalid:993"):
        _pull(_safe(mailbox, host="nowhere.invalid", port=None))


def test_a_server_that_never_greets_is_given_up(mailbox: Account) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(SourceUnreachable, match="timed out"):
        _pull(mailbox.settings(port=silent.getsockname()[1], timeout=0.05))


def test_a_line_that_breaks_amid_a_mail_is_made_again(full: Account) -> None:
    """Cut in the middle of the bodies, once: all mails arrive, each once."""

    def cut(line: bytes, proxy: Proxy) -> bytes | None:
        return None if proxy.connections == 1 and line == b"Subject: 17\r\n" else line

    with Proxy(full.port, cut) as proxy:
        assert _pull(full.settings(port=proxy.port)) == THIRTY
    assert proxy.connections == 2


def test_what_came_before_the_line_broke_for_good_is_kept(full: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """The batches stand with their cursors; the next pull goes on behind them and asks for none again."""
    monkeypatch.setattr("ingest.batches.BATCH_MAILS", 10)
    down = False

    def cut(line: bytes, _: Proxy) -> bytes | None:
        nonlocal down
        down = down or line == b"Subject: 15\r\n"
        return None if down else line

    shelf = Shelf()
    with Proxy(full.port, cut) as proxy, pytest.raises(SourceUnreachable):
        _pull(full.settings(port=proxy.port), shelf)
    assert proxy.connections == 2 * ATTEMPTS
    assert [message.content for message in shelf.messages] == THIRTY[:10]
    with Proxy(full.port) as proxy:
        assert _pull(full.settings(port=proxy.port), shelf) == THIRTY[10:]
    assert proxy.asked(b"FETCH")[0].split()[3].startswith(b"11,12,")


def test_a_mail_that_breaks_the_line_each_time_is_left_for_later(full: Account) -> None:
    """29 mails and a Problem; where the line holds again, the thirtieth."""

    def cut(line: bytes, _: Proxy) -> bytes | None:
        return None if line == b"Subject: 17\r\n" else line

    shelf = Shelf()
    with Proxy(full.port, cut) as proxy:
        assert _pull(full.settings(port=proxy.port), shelf) == THIRTY[:17] + THIRTY[18:]
    assert [problem.problem.split()[1].rpartition("/")[2] for problem in shelf.problems] == ["18"]
    assert _pull(full.settings(), shelf) == [THIRTY[17]]
    assert _pull(full.settings(), shelf) == []


@pytest.mark.parametrize("question", [b"* SEARCH", b"RFC822.SIZE"])
def test_a_mail_that_vanishes_between_two_questions_is_no_fault(full: Account, question: bytes) -> None:
    """Deleted by somebody after the search, or after its size was told: it is left out, without a Problem."""
    done = False

    def delete(line: bytes, _: Proxy) -> bytes:
        nonlocal done
        if question in line and not done:
            done = True
            full.expunge(5)
        return line

    shelf = Shelf()
    with Proxy(full.port, delete) as proxy:
        assert _pull(full.settings(port=proxy.port), shelf) == THIRTY[:4] + THIRTY[5:]
    assert done
    assert shelf.problems == []


def test_a_refusal_because_of_a_mail_that_vanished_is_no_fault(full: Account) -> None:
    """Some servers answer NO for a whole group where one of it is gone; the others come, and there is no Problem."""
    gone = False

    def refuse(line: bytes, proxy: Proxy) -> bytes:
        nonlocal gone
        words = proxy.commands[-1].split() if proxy.commands else []
        if b"(BODY.PEEK[])" not in words or b"5" not in words[3].split(b",") or not line.startswith(words[0]):
            return line
        if not gone:
            gone = True
            full.expunge(5)
        return words[0] + b" NO Some of the requested messages no longer exist\r\n"

    shelf = Shelf()
    with Proxy(full.port, refuse) as proxy:
        assert _pull(full.settings(port=proxy.port), shelf) == THIRTY[:4] + THIRTY[5:]
    assert gone
    assert shelf.problems == []


def test_a_mail_that_the_server_refuses_to_hand_over_is_a_problem_with_its_words(full: Account) -> None:
    def refuse(line: bytes, proxy: Proxy) -> bytes:
        words = proxy.commands[-1].split() if proxy.commands else []
        if b"(BODY.PEEK[])" in words and b"5" in words[3].split(b",") and line.startswith(words[0]):
            return words[0] + b" NO Mail is damaged\r\n"
        return line

    shelf = Shelf()
    with Proxy(full.port, refuse) as proxy:
        assert _pull(full.settings(port=proxy.port), shelf) == THIRTY[:4] + THIRTY[5:]
    assert ["Mail is damaged" in problem.problem for problem in shelf.problems] == [True]


def test_a_folder_replaced_while_the_line_was_down_is_begun_anew(full: Account) -> None:
    """Its UIDs mean other mails now, so nothing of the old folder is mixed into the new."""
    full.create("Reqs")
    full.append(mail("old one"), mail("old two"), folder="Reqs")

    def replace_it(line: bytes, proxy: Proxy) -> bytes | None:
        if proxy.connections == 1 and line == b"Subject: old one\r\n":
            full.remove("Reqs")
            full.create("Reqs")
            full.append(mail("new one"), folder="Reqs")
            return None
        return line

    shelf = Shelf()
    with Proxy(full.port, replace_it) as proxy:
        assert _pull(full.settings(port=proxy.port, folders=("Reqs",)), shelf) == [mail("new one")]
    assert _pull(full.settings(folders=("Reqs",)), shelf) == []


def test_who_stops_in_the_middle_signs_out(full: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.batches.BATCH_MAILS", 10)
    with Proxy(full.port) as proxy:
        batches = ImapMailbox(full.settings(port=proxy.port)).pull(Shelf().state)
        next(batches)
        batches.close()
        assert proxy.asked(b"LOGOUT")


# Servers with ways of their own


def test_answers_from_before_the_cursor_are_passed_over(full: Account) -> None:
    """Some servers answer a search with mails that nobody asked about."""
    shelf = Shelf()
    _pull(full.settings(), shelf)
    full.append(mail("new"))

    def add(line: bytes, _: Proxy) -> bytes:
        return line.replace(b"* SEARCH", b"* SEARCH 1 2 3") if line.startswith(b"* SEARCH") else line

    with Proxy(full.port, add) as proxy:
        assert _pull(full.settings(port=proxy.port), shelf) == [mail("new")]


def test_a_server_that_tells_no_uidnext_when_it_opens_a_folder_is_asked_for_it(full: Account) -> None:
    def drop(line: bytes, _: Proxy) -> bytes:
        return b"" if line.startswith(b"* OK [UIDNEXT") else line

    shelf = Shelf()
    with Proxy(full.port, drop) as proxy:
        assert _pull(full.settings(port=proxy.port), shelf) == THIRTY
        assert _pull(full.settings(port=proxy.port), shelf) == []
    assert proxy.asked(b"STATUS")


def test_a_server_that_tells_no_uidvalidity_cannot_be_read(full: Account) -> None:
    def drop(line: bytes, _: Proxy) -> bytes:
        return b"" if line.startswith(b"* OK [UIDVALIDITY") else line

    with Proxy(full.port, drop) as proxy, pytest.raises(ServerFault, match='open the folder "INBOX"'):
        _pull(full.settings(port=proxy.port))


def test_a_server_that_understates_a_size_does_not_slip_a_large_mail_through(mailbox: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """What came is measured, and cut to its headers."""
    monkeypatch.setattr("ingest.imap.MAIL_BYTES", 1_000)
    mailbox.append(mail("large", body="x" * 2_000))

    def understate(line: bytes, _: Proxy) -> bytes:
        return b"* 1 FETCH (UID 1 RFC822.SIZE 10)\r\n" if b"RFC822.SIZE" in line and line.startswith(b"*") else line

    shelf = Shelf()
    with Proxy(mailbox.port, understate) as proxy:
        _pull(mailbox.settings(port=proxy.port), shelf)
    assert shelf.messages[0].content.endswith(b"Subject: large\r\n\r\n")
    assert shelf.messages[0].full_size == len(mail("large", body="x" * 2_000))


def test_gibberish_is_a_fault_of_the_server_not_a_crash(full: Account) -> None:
    def garble(line: bytes, _: Proxy) -> bytes:
        return b"* LIST (((\r\n" if line.startswith(b"* LIST") else line

    with Proxy(full.port, garble) as proxy, pytest.raises(MailboxError, match="list its folders"):
        _pull(full.settings(port=proxy.port))


def test_no_mail_and_no_password_reaches_the_log(full: Account, caplog: pytest.LogCaptureFixture) -> None:
    """Not even where a library's debug log is on."""
    with caplog.at_level(logging.DEBUG):
        _pull(full.settings())
    assert "Subject" not in caplog.text
    assert PASSWORD not in caplog.text


def test_the_server_starts_again_where_it_was(dovecot: Dovecot, mailbox: Account) -> None:
    """A restart between two pulls is nothing to the cursor."""
    mailbox.append(mail("one"))
    shelf = Shelf()
    _pull(mailbox.settings(), shelf)
    dovecot.stop()
    dovecot.start()
    mailbox.append(mail("two"))
    assert _pull(mailbox.settings(), shelf) == [mail("two")]
