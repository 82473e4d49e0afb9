"""Which mails were begun and never came to an end, so that no mail can stop night after night (DECISIONS.md D25)."""

from collections.abc import Iterable, Mapping

from store.archive_file import ArchiveFile


class Attempts:
    """The part of an open archive that counts attempts at reading a mail."""

    def __init__(self, file: ArchiveFile) -> None:
        self._file = file

    def counts(self) -> Mapping[str, int]:
        """How often each mail was begun without an end; mails that came to an end are not in it."""
        return dict(self._file.rows("SELECT sha256, count FROM attempts ORDER BY sha256"))

    def begin(self, sha256s: Iterable[str]) -> None:
        """Remember for good that these are begun, before a worker gets them."""
        sql = "INSERT INTO attempts VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1"
        with self._file.transaction() as connection:
            connection.executemany(sql, [(sha256,) for sha256 in sha256s])

    def end(self, sha256s: Iterable[str]) -> None:
        """Forget them: their worker lived, or a person wants them tried again."""
        with self._file.transaction() as connection:
            connection.executemany("DELETE FROM attempts WHERE sha256 = ?", [(sha256,) for sha256 in sha256s])
