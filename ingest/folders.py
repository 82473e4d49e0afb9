"""Mails in folders on disk as sources: Maildir, and trees of `.eml` files."""

from collections.abc import Callable, Iterable, Iterator

from ingest.batches import Batch, SourceState, in_batches
from ingest.disk import Listed, read_head, read_mail
from ingest.settings import FilesSource, MaildirSource
from ingest.since import is_older
from requisitions.messages import Problem, RawMessage


class MailFolder:
    """A folder with a file for each mail. It has no cursor: a mail is new as long as there is no receipt for its place."""

    def __init__(self, settings: MaildirSource | FilesSource, listing: Callable[[], Iterable[Listed | Problem]]) -> None:
        self._settings = settings
        self._listing = listing

    @property
    def name(self) -> str:
        """Name of the `[[sources]]` entry."""
        return self._settings.name

    def pull(self, state: SourceState) -> Iterator[Batch]:
        """Hand over the mails that have no receipt, ordered by place.

        Raises:
            FolderMissing: there is no such folder.
        """
        for items in in_batches(self._new(state.seen), _weight):
            messages = tuple(item for item in items if isinstance(item, RawMessage))
            yield Batch(messages, None, tuple(item for item in items if isinstance(item, Problem)))

    def probe(self) -> Iterator[str]:
        """List the mails, and say what is there and what is wrong, a sentence each.

        Raises:
            FolderMissing: there is no such folder.
        """
        items = list(self._listing())
        yield f"{self._settings.title}: {sum(isinstance(item, Listed) for item in items)} mails"
        yield from (f"{item.problem}: {item.remedy}" for item in items if isinstance(item, Problem))

    def _new(self, seen: Callable[[str], bool]) -> Iterator[RawMessage | Problem]:
        for item in self._listing():
            if isinstance(item, Problem):
                yield item
            elif not seen(item.place) and not self._is_older(item):
                mail = read_mail(self.name, item)
                if mail is not None:
                    yield mail

    def _is_older(self, listed: Listed) -> bool:
        if self._settings.since is None:
            return False
        try:
            return is_older(read_head(listed.path), self._settings.since)
        except OSError:
            # Whatever it is, reading the mail whole says it.
            return False


def _weight(item: RawMessage | Problem) -> int:
    return len(item.content) if isinstance(item, RawMessage) else 0
