"""A person's words in the archive: entries of its one sequence, written at any time, never changed (DECISIONS.md D14)."""

from collections.abc import Sequence
from datetime import datetime

from requisitions.corrections import Entered, Word, WordKind
from store.archive_file import ArchiveFile
from store.payloads import pack_word, unpack_word
from store.times import from_text, to_text


class Corrections:
    """The part of an open archive that keeps what people say."""

    def __init__(self, file: ArchiveFile) -> None:
        self._file = file

    def enter(self, words: Sequence[Word], *, at: datetime) -> list[Entered]:
        """Keep these words, all or none; no run need be waited for."""
        entered = []
        with self._file.transaction() as connection:
            for word in words:
                kind = "review" if word.kind is WordKind.REVIEW else "correction"
                row = (kind, to_text(at), pack_word(word))
                seq = connection.execute("INSERT INTO entries (kind, known_at, payload) VALUES (?, ?, ?) RETURNING seq", row).fetchone()[0]
                entered.append(Entered(seq, at, word))
        return entered

    def all(self) -> list[Entered]:
        """All words, in the order in which they were said."""
        return self.between(0, self._file.value("SELECT max(seq) FROM entries") or 0)

    def between(self, after: int, upto: int) -> list[Entered]:
        """The words that follow number `after` in the sequence, up to number `upto`."""
        sql = """SELECT seq, known_at, payload FROM entries
            WHERE kind IN ('correction', 'review') AND seq > ? AND seq <= ? ORDER BY seq"""
        return [Entered(seq, from_text(at), unpack_word(payload)) for seq, at, payload in self._file.rows(sql, (after, upto))]
