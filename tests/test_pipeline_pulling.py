"""Sources into the archive: what is kept when one of them fails, and what the journal says of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.batches import Batch, SourceState
from ingest.errors import FolderMissing, MailboxError, ServerFault, SignInRefused, SourceUnreachable
from ingest.settings import FilesSource, ImapSource
from pipeline import clock
from pipeline.pulling import Pulled, pull
from requisitions.messages import Problem, RawMessage
from requisitions.words import Stage
from store.archive import Archive

FOLDER = FilesSource(name="old", path="/nowhere")
MAILBOX = ImapSource(name="sales", host="imap.example.com", user="sales@agency.example", password="", folders=("INBOX", "Projects"))


class Given:
    """A source that hands over what a test gives it, and then fails if the test says so: a server's faults on request."""

    def __init__(self, *batches: Batch, fault: Exception | None = None) -> None:
        self.name = "given"
        self.state: SourceState | None = None
        self._batches = batches
        self._fault = fault

    def pull(self, state: SourceState) -> Iterator[Batch]:
        self.state = state
        yield from self._batches
        if self._fault is not None:
            raise self._fault


Pull = Callable[..., Pulled]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def pulled(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Pull:
    def from_(source: Given, settings: FilesSource | ImapSource = FOLDER, check: Callable[[], None] = lambda: None) -> Pulled:
        monkeypatch.setattr("pipeline.pulling.open_source", lambda _: source)
        return pull(archive, settings, run_id=archive.journal.start_run(clock.now()), check=check)

    return from_


def batch(*numbers: int, cursor: str | None = None, problems: tuple[Problem, ...] = ()) -> Batch:
    mails = tuple(RawMessage("old", f"{number}.eml", f"Message-ID: <{number}@x.example>\n\nmail {number}\n".encode()) for number in numbers)
    return Batch(mails, None if cursor is None else ("INBOX", cursor), problems)


def test_mails_and_cursor_are_kept(archive: Archive, pulled: Pull) -> None:
    told = pulled(Given(batch(1, 2, cursor="7/3"), batch(3, cursor="7/4")))
    assert (told.fetched, told.archived, told.duplicates, told.fault) == (3, 3, 0, None)
    assert archive.cursors("old") == {"INBOX": "7/4"}
    assert [entry.raw.place for entry in archive.entries(0)] == ["1.eml", "2.eml", "3.eml"]


def test_a_source_is_told_what_is_archived(pulled: Pull) -> None:
    pulled(Given(batch(1, cursor="7/2")))
    again = Given()
    pulled(again)
    assert again.state is not None
    assert again.state.cursors == {"INBOX": "7/2"}
    assert again.state.seen("1.eml")
    assert not again.state.seen("2.eml")


def test_the_same_mail_again_is_a_receipt(archive: Archive, pulled: Pull) -> None:
    pulled(Given(batch(1)))
    told = pulled(Given(Batch((RawMessage("old", "copy.eml", batch(1).messages[0].content),), None)))
    assert (told.archived, told.duplicates) == (0, 1)
    assert archive.last_seq() == 1


def test_what_came_before_a_fault_is_kept(archive: Archive, pulled: Pull) -> None:
    told = pulled(Given(batch(1, cursor="7/2"), fault=SourceUnreachable("the line broke", "try again")))
    assert (told.archived, told.reached, told.unreachable) == (1, True, True)
    assert archive.cursors("old") == {"INBOX": "7/2"}


def test_a_fault_is_kept_in_the_journal_with_its_remedy(archive: Archive, pulled: Pull, capsys: pytest.CaptureFixture[str]) -> None:
    pulled(Given(fault=SignInRefused("imap.example.com refused the account", "check user and password")))
    (fault,) = archive.journal.faults()
    assert (fault.problem.stage, fault.problem.source, fault.problem.sha256) == (Stage.FETCH, "old", None)
    assert fault.problem.problem == "imap.example.com refused the account"
    assert fault.problem.remedy == "check user and password"


def test_a_mail_that_the_source_would_not_give_is_counted_and_kept_in_the_journal(archive: Archive, pulled: Pull) -> None:
    problem = Problem(Stage.FETCH, "mail INBOX/7/2 does not come", "look at it", source="old")
    told = pulled(Given(batch(1, problems=(problem,))))
    assert (told.archived, told.refused) == (1, 1)
    assert [fault.problem for fault in archive.journal.faults()] == [problem]


@pytest.mark.parametrize(
    ("fault", "settings", "reached"),
    [
        (SourceUnreachable("x", "y"), MAILBOX, False),
        (SignInRefused("x", "y"), MAILBOX, False),
        (FolderMissing("x", "y"), FOLDER, False),
        (FolderMissing("x", "y"), MAILBOX, True),
        (ServerFault("x", "y"), MAILBOX, True),
    ],
)
def test_whether_anything_could_be_read(pulled: Pull, fault: MailboxError, settings: FilesSource | ImapSource, *, reached: bool) -> None:
    """A mailbox with several folders was read but for the one at fault, also on a night without news."""
    assert pulled(Given(fault=fault), settings).reached is reached


def test_the_first_import_ends_with_the_first_whole_pull(archive: Archive, pulled: Pull) -> None:
    pulled(Given(batch(1), fault=SourceUnreachable("x", "y")))
    assert archive.is_first_import("old")
    pulled(Given(batch(2)))
    assert not archive.is_first_import("old")
    pulled(Given(batch(3)))
    assert [entry.first_import for entry in archive.entries(0)] == [True, True, False]


def test_a_missing_folder_does_not_keep_the_first_import_open_for_ever(archive: Archive, pulled: Pull) -> None:
    pulled(Given(batch(1), fault=FolderMissing("x", "y")), MAILBOX)
    assert not archive.is_first_import("sales")


def test_a_request_to_stop_is_granted_behind_a_whole_batch(archive: Archive, pulled: Pull) -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        pulled(Given(batch(1, 2, cursor="7/3"), batch(3, cursor="7/4")), check=stop)
    assert archive.last_seq() == 2
    assert archive.cursors("old") == {"INBOX": "7/3"}
