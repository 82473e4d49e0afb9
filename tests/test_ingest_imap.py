"""A mailbox as a source, on a real Dovecot: what is taken, what is not, and what stays untouched."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tenacity import wait_none

from ingest import imap, imap_fetching
from ingest.errors import FolderMissing, ServerFault
from ingest.imap import ImapMailbox
from ingest.limits import BATCH_MAILS, FETCH_UIDS, HEADER_BYTES, MAIL_BYTES
from ingest.settings import ImapSource
from requisitions.words import Stage
from tests.dovecot import PASSWORD, PASSWORD_VARIABLE, Account, running
from tests.proxy import Proxy
from tests.pulling import Shelf, mail


def _open(settings: ImapSource) -> ImapMailbox:
    return ImapMailbox(settings, wait=wait_none())


def _on(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


def test_a_mail_that_arrives_is_handed_over_as_it_is(mailbox: Account) -> None:
    """Bytes, source and place (folder, UIDVALIDITY, UID) of a mail are what the server holds."""
    mailbox.append(mail("Java developer"))
    shelf = Shelf()
    assert shelf.pull(_open(mailbox.settings())) == [mail("Java developer")]
    folder, uidvalidity, uid = shelf.messages[0].place.split("/")
    assert (shelf.messages[0].source, folder, uid, shelf.messages[0].full_size) == ("sales", "INBOX", "1", None)
    assert int(uidvalidity) > 0


def test_an_empty_mailbox_gives_nothing(mailbox: Account) -> None:
    assert Shelf().pull(_open(mailbox.settings())) == []


def test_a_second_pull_asks_for_no_mail_and_moves_nothing(mailbox: Account) -> None:
    """With nothing new there is no batch, and no FETCH is sent."""
    mailbox.append(mail("one"), mail("two"))
    shelf = Shelf()
    shelf.pull(_open(mailbox.settings()))
    with Proxy(mailbox.port) as proxy:
        assert list(_open(mailbox.settings(port=proxy.port)).pull(shelf.state)) == []
    assert proxy.asked(b"FETCH") == []


def test_a_later_mail_comes_alone(mailbox: Account) -> None:
    mailbox.append(mail("one"))
    shelf = Shelf()
    shelf.pull(_open(mailbox.settings()))
    mailbox.append(mail("two"))
    assert shelf.pull(_open(mailbox.settings())) == [mail("two")]


def test_reading_leaves_no_trace_on_the_server(mailbox: Account) -> None:
    r"""No mail becomes \Seen; only EXAMINE and BODY.PEEK are asked."""
    mailbox.append(mail("one"))
    mailbox.append(mail("two"), flags=(b"\\Flagged",))
    with Proxy(mailbox.port) as proxy:
        Shelf().pull(_open(mailbox.settings(port=proxy.port)))
    assert {uid: flags - {b"\\Recent"} for uid, flags in mailbox.flags().items()} == {1: set(), 2: {b"\\Flagged"}}
    assert proxy.asked(b"EXAMINE")
    assert not [word for word in (b"SELECT", b"STORE", b"EXPUNGE", b"CLOSE", b"APPEND", b"(BODY[", b"RFC822)") if proxy.asked(word)]


def test_another_uidvalidity_means_that_all_is_read_again(mailbox: Account) -> None:
    """A folder deleted and made anew starts over under new places; its mails are the same by hash, so the archive adds none."""
    mailbox.create("Reqs")
    mailbox.append(mail("one"), mail("two"), folder="Reqs")
    shelf = Shelf()
    shelf.pull(_open(mailbox.settings(folders=("Reqs",))))
    mailbox.remove("Reqs")
    mailbox.create("Reqs")
    mailbox.append(mail("one"), mail("two"), mail("three"), folder="Reqs")
    assert shelf.pull(_open(mailbox.settings(folders=("Reqs",)))) == [mail("one"), mail("two"), mail("three")]
    assert len({message.place for message in shelf.messages}) == 5
    assert len({message.sha256 for message in shelf.messages}) == 3
    assert shelf.pull(_open(mailbox.settings(folders=("Reqs",)))) == []


def test_more_mails_than_a_window_come_in_bounded_batches_over_holes(mailbox: Account) -> None:
    """450 UIDs with holes: every mail left comes once, at most 200 in a batch and 200 UIDs in a command."""
    mails = [mail(f"number {number}") for number in range(450)]
    mailbox.append(*mails)
    gone = [*range(1, 450, 7), *range(200, 260)]
    mailbox.expunge(*gone)
    shelf = Shelf()
    with Proxy(mailbox.port) as proxy:
        came = shelf.pull(_open(mailbox.settings(port=proxy.port)))
    assert came == [content for uid, content in enumerate(mails, 1) if uid not in gone]
    assert max(len(batch.messages) for batch in shelf.batches) <= BATCH_MAILS
    assert max(command.count(b",") + 1 for command in proxy.asked(b"FETCH")) == FETCH_UIDS


def test_a_batch_is_handed_over_before_it_grows_too_heavy(mailbox: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten mails of 1,000 bytes with a cap of 3,000 come three at a time, each batch with the cursor behind it."""
    monkeypatch.setattr("ingest.batches.BATCH_BYTES", 3_300)
    mailbox.append(*[mail(f"{number}", body="x" * 900) for number in range(10)])
    shelf = Shelf()
    batches = _open(mailbox.settings()).pull(shelf.state)
    first = next(batches)
    batches.close()
    assert len(first.messages) == 3
    shelf.keep(first)
    assert len(shelf.pull(_open(mailbox.settings()))) == 7


def test_of_a_mail_over_the_cap_only_the_headers_are_fetched(mailbox: Account) -> None:
    """A mail over 40 MB is asked for its size and its headers, never for its body."""
    mailbox.append(mail("huge", body=f"{'x' * 998}\r\n" * (MAIL_BYTES // 1000 + 1)), mail("small"))
    shelf = Shelf()
    with Proxy(mailbox.port) as proxy:
        shelf.pull(_open(mailbox.settings(port=proxy.port)))
    huge, small = shelf.messages
    assert huge.content == mail("huge").partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    assert huge.full_size is not None
    assert huge.full_size > MAIL_BYTES
    assert (small.content, small.full_size) == (mail("small"), None)
    assert [command.split()[3] for command in proxy.asked(b"BODY.PEEK[]")] == [b"2"]


def test_headers_that_are_fetched_alone_are_capped_too(mailbox: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (imap, imap_fetching):
        monkeypatch.setattr(module, "MAIL_BYTES", HEADER_BYTES)
    mailbox.append(b"Subject: long\r\n" + b"".join(b"X-%d: %s\r\n" % (i, b"y" * 70) for i in range(2000)) + b"\r\nhi")
    shelf = Shelf()
    shelf.pull(_open(mailbox.settings()))
    assert len(shelf.messages[0].content) == HEADER_BYTES
    assert shelf.messages[0].full_size is not None


def test_a_mail_exactly_at_the_cap_comes_whole(mailbox: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (imap, imap_fetching):
        monkeypatch.setattr(module, "MAIL_BYTES", len(mail("fits")))
    mailbox.append(mail("fits"))
    assert Shelf().pull(_open(mailbox.settings())) == [mail("fits")]


@pytest.mark.parametrize("separator", [".", "/"])
def test_folders_of_any_language_are_found_below_any_separator(separator: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names travel in modified UTF-7; in the settings `/` stands for whatever the server puts between levels."""
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    with running(separator) as server:
        account = server.account()
        names = [f"取引先{separator}案件 & 募集", f"取引先{separator}その他", f"Archive{separator}2025"]
        account.create(*names)
        for name in names:
            account.append(mail(name), folder=name)
        by_pattern = Shelf().pull(_open(account.settings(folders=("取引先/*",))))
        by_name = Shelf().pull(_open(account.settings(folders=("取引先/案件 & 募集",))))
    assert by_pattern == [mail(names[1]), mail(names[0])]
    assert by_name == [mail(names[0])]


def test_a_level_that_is_no_folder_is_passed_over(mailbox: Account) -> None:
    r"""Dovecot lists the parent of a lone child as \Noselect; a pattern that fits both opens the child only."""
    mailbox.create("Clients.Acme")
    mailbox.append(mail("acme"), folder="Clients.Acme")
    assert Shelf().pull(_open(mailbox.settings(folders=("Clients*",)))) == [mail("acme")]


def test_a_pattern_passes_over_the_trash_which_its_name_takes(mailbox: Account) -> None:
    mailbox.create("Trash")
    mailbox.append(mail("kept"))
    mailbox.append(mail("thrown away"), folder="Trash")
    assert Shelf().pull(_open(mailbox.settings(folders=("*",)))) == [mail("kept")]
    assert Shelf().pull(_open(mailbox.settings(folders=("Trash",)))) == [mail("thrown away")]


def test_a_missing_folder_is_named_after_the_others_were_read(mailbox: Account) -> None:
    """The sentence names the wish and what there is instead; the mails of the other folders are in."""
    mailbox.create("案件")
    mailbox.append(mail("in the inbox"))
    shelf = Shelf()
    with pytest.raises(FolderMissing, match=r'"sales".*"Reqs"; available: INBOX, 案件'):
        shelf.pull(_open(mailbox.settings(folders=("Reqs", "INBOX"))))
    assert [message.content for message in shelf.messages] == [mail("in the inbox")]


def test_since_bounds_the_first_import_by_the_day_of_arrival(mailbox: Account) -> None:
    mailbox.append(mail("old"), arrived=_on(2026, 10, 31))
    mailbox.append(mail("that day"), arrived=_on(2026, 11, 1))
    mailbox.append(mail("new"), arrived=_on(2026, 11, 20))
    assert Shelf().pull(_open(mailbox.settings(since=_on(2026, 11, 1)))) == [mail("that day"), mail("new")]


def test_what_comes_after_the_first_import_is_new_however_old_it_is(mailbox: Account) -> None:
    """A person who drags last year's mail into the folder wants it read."""
    shelf = Shelf()
    mailbox.append(mail("old"), arrived=_on(2026, 10, 1))
    shelf.pull(_open(mailbox.settings(since=_on(2026, 11, 1))))
    mailbox.append(mail("dragged in"), arrived=_on(2025, 5, 5))
    assert shelf.pull(_open(mailbox.settings(since=_on(2026, 11, 1)))) == [mail("dragged in")]


def test_an_earlier_since_fetches_what_was_left_out(mailbox: Account) -> None:
    mailbox.append(mail("old"), arrived=_on(2026, 10, 1))
    mailbox.append(mail("new"), arrived=_on(2026, 11, 20))
    shelf = Shelf()
    assert shelf.pull(_open(mailbox.settings(since=_on(2026, 11, 1)))) == [mail("new")]
    assert mail("old") in shelf.pull(_open(mailbox.settings(since=_on(2026, 9, 1))))
    assert shelf.pull(_open(mailbox.settings(since=_on(2026, 11, 1)))) == []


def test_two_accounts_with_one_name_share_no_cursor(mailbox: Account) -> None:
    """A source that is pointed at another account reads that account from its beginning."""
    other = Account("second@agency.example", mailbox.port, mailbox.tls_port, mailbox.certificate)
    mailbox.append(mail("mine"), mail("mine too"))
    other.append(mail("theirs"))
    shelf = Shelf()
    shelf.pull(_open(mailbox.settings()))
    assert shelf.pull(_open(other.settings())) == [mail("theirs")]


def test_a_mail_that_the_server_cannot_hand_over_holds_up_no_other(mailbox: Account, maildir: Path) -> None:
    """Dovecot breaks the line over a file it may not read: a Problem, nine mails, and the tenth when it can be read again."""
    mailbox.append(*[mail(f"{number}") for number in range(10)])
    broken = sorted((maildir / "new").iterdir())[3]
    broken.chmod(0)
    shelf = Shelf()
    assert shelf.pull(_open(mailbox.settings())) == [mail(f"{number}") for number in range(10) if number != 3]
    assert [(problem.stage, problem.source, problem.sha256) for problem in shelf.problems] == [(Stage.FETCH, "sales", None)]
    assert shelf.problems[0].problem.startswith("mail INBOX/")
    assert shelf.pull(_open(mailbox.settings())) == []
    assert len(shelf.problems) == 2
    next(
        path
        for path in (maildir / "cur", maildir / "new")
        for path in path.iterdir()
        if path.name.startswith(broken.name.partition(":")[0])
    ).chmod(0o600)
    assert shelf.pull(_open(mailbox.settings())) == [mail("3")]
    assert len(shelf.problems) == 2


def test_a_folder_that_cannot_be_opened_does_not_stop_the_next(mailbox: Account, maildir: Path) -> None:
    mailbox.create("Closed", "Open")
    mailbox.append(mail("open"), folder="Open")
    (maildir / ".Closed").chmod(0)
    shelf = Shelf()
    with pytest.raises((ServerFault, FolderMissing), match="Closed"):
        shelf.pull(_open(mailbox.settings(folders=("Closed", "Open"))))
    (maildir / ".Closed").chmod(0o700)
    assert [message.content for message in shelf.messages] == [mail("open")]


def test_probing_tells_what_is_there_and_takes_nothing(mailbox: Account) -> None:
    mailbox.append(mail("one"), mail("two"))
    with Proxy(mailbox.port) as proxy:
        signed_in, folder = _open(mailbox.settings(port=proxy.port)).probe()
    assert mailbox.user in signed_in
    assert folder == 'folder "INBOX": 2 mails'
    assert not proxy.asked(b"FETCH")


def test_probing_fails_as_pulling_would(mailbox: Account) -> None:
    with pytest.raises(FolderMissing, match="Reqs"):
        list(_open(mailbox.settings(folders=("Reqs",))).probe())


@pytest.fixture
def maildir(mailbox: Account) -> Path:
    """Where Dovecot keeps the account's mails."""
    return mailbox.certificate.parent / "homes" / mailbox.user / "Maildir"
