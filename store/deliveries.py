"""Which reports and alerts were sent to whom. Kept in the archive's file, as nothing derives it again (DECISIONS.md D9)."""

from datetime import datetime

from store.archive_file import ArchiveFile
from store.times import to_text


class Deliveries:
    """The outbox of an open archive."""

    def __init__(self, file: ArchiveFile) -> None:
        self._file = file

    def sent(self, week: str) -> frozenset[str]:
        """The recipients whose mail of that week a server has taken."""
        return frozenset(row[0] for row in self._file.rows("SELECT recipient FROM deliveries WHERE week = ?", (week,)))

    def last(self, kind: str) -> dict[str, str]:
        """Of mails whose name begins with that kind: the last one that each recipient's server has taken, in the order of names."""
        sql = "SELECT recipient, max(week) FROM deliveries WHERE week > ? AND week < ? GROUP BY recipient"
        return dict(self._file.rows(sql, (kind, f"{kind}\uffff")))

    def record(self, week: str, recipient: str, message_id: str, *, sent_at: datetime) -> None:
        """Note that a server has taken a mail; what was noted before stays."""
        row = (week, recipient, message_id, to_text(sent_at))
        with self._file.transaction() as connection:
            connection.execute("INSERT INTO deliveries VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", row)
