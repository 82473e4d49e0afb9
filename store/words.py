"""A person's words in a draft or a snapshot: put there by the night, told to linking, folding and the command line."""

# ruff: noqa: S608 - the SQL is put together from constants, and values are always parameters

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from requisitions.corrections import Entered, in_force, said
from requisitions.words import Review
from store.bulk import AMONG, Connection, Row, among, insert, select
from store.payloads import pack_word, unpack_word
from store.times import from_naive

REVIEWED = {"changes": "change_id", "flags": "flag_id"}
"""What a person can review: table → the column of its ids."""


class WordState(StrEnum):
    """What became of a word."""

    HOLDS = "holds"
    LAPSED = "lapsed"
    """What it is about is not there any more."""
    REPLACED = "replaced"
    UNDO = "undo"
    WAITING = "waiting"
    """No run folded it in yet: never in a snapshot."""


@dataclass(frozen=True, slots=True)
class ToldWord:
    """A word as it stands today."""

    entered: Entered
    said: str
    """What of it its kind alone does not tell."""
    state: WordState
    requisition_id: str | None


def put_words(connection: Connection, new: Sequence[Entered]) -> None:
    """Add words, and mark which of all are in force."""
    if not new:
        return
    known = {one.seq: one for one in (*all_words(connection), *new)}
    standing = {one.seq for one in in_force(known.values())}
    connection.execute("DELETE FROM private.words")
    insert(connection, "words", (_row(one, in_force=one.seq in standing) for _, one in sorted(known.items())))


def standing_words(connection: Connection) -> list[Entered]:
    """The words in force, in the order in which they were said."""
    return _entered(select(connection, "SELECT * FROM private.words WHERE in_force ORDER BY seq"))


def all_words(connection: Connection) -> list[Entered]:
    """All words, also those that another replaced, in the order in which they were said."""
    return _entered(select(connection, "SELECT * FROM private.words ORDER BY seq"))


def put_reviews(connection: Connection) -> None:
    """Have every change and flag show the verdict in force, and `open` where there is none."""
    if not connection.execute("SELECT 1 FROM private.words WHERE kind = 'review' LIMIT 1").fetchall():
        return
    for table, column in REVIEWED.items():
        connection.execute(f"""UPDATE private.{table} SET review = told.verdict
            FROM (
                SELECT c.{column} AS reviewed, coalesce(any_value(w.verdict), '{Review.OPEN}') AS verdict
                FROM private.{table} AS c LEFT JOIN private.words AS w ON w.reviewed = c.{column} AND w.in_force
                GROUP BY c.{column}
            ) AS told
            WHERE told.reviewed = {column} AND told.verdict <> review""")


def told_words(connection: Connection) -> list[ToldWord]:
    """Every word with its state, as the view `corrections` has it, in the order in which they were said."""
    sql = "SELECT w.*, c.state, c.requisition_id FROM private.words AS w JOIN corrections AS c ON c.correction_id = w.seq ORDER BY w.seq"
    rows = select(connection, sql)
    return [
        ToldWord(one, row["said"], WordState(row["state"]), row["requisition_id"]) for one, row in zip(_entered(rows), rows, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Reviewable:
    """A change or a flag that a person can review."""

    reviewed: str
    sha256: str
    ordinal: int
    category: str | None
    """Null: a flag, whose rule is the key."""
    key: str


KNOWN = """SELECT DISTINCT * FROM (
        SELECT c.change_id AS reviewed, c.sha256, s.ordinal, c.category, c.key
        FROM private.changes AS c JOIN private.versions AS v USING (requisition_id, version)
        JOIN private.statements AS s ON s.statement_id = v.statement_id
        UNION ALL SELECT flag_id, sha256, coalesce(ordinal, 0), NULL, rule FROM private.flags
    ) AS known"""


def reviewable(connection: Connection, prefix: str) -> list[Reviewable]:
    """The changes and flags whose id begins like that, each once, at most 20."""
    sql = f"{KNOWN} WHERE starts_with(reviewed, ?) ORDER BY ALL LIMIT 20"
    return [Reviewable(**row) for row in select(connection, sql, [prefix])] if prefix else []


def reviewables(connection: Connection, ids: Iterable[str]) -> dict[str, Reviewable]:
    """The changes and flags of these ids, as far as they are there."""
    sql = f"{KNOWN} WHERE reviewed IN {AMONG} ORDER BY ALL"
    return {row["reviewed"]: Reviewable(**row) for row in select(connection, sql, [among(ids)])}


def statements_of(connection: Connection, sha256: str) -> dict[int, str]:
    """What linking knows of a mail: the ordinals of its statements, each with the statement's id."""
    sql = f"SELECT ordinal, statement_id FROM private.link_keys WHERE sha256 IN {AMONG} ORDER BY ordinal"
    return dict(connection.execute(sql, [among([sha256])]).fetchall())


def _entered(rows: Iterable[Mapping[str, object]]) -> list[Entered]:
    return [Entered(int(str(row["seq"])), from_naive(row["said_at"]), unpack_word(str(row["payload"]))) for row in rows]  # type: ignore[arg-type]


def _row(one: Entered, *, in_force: bool) -> Row:
    word = one.word
    return {
        "seq": one.seq,
        "kind": word.kind,
        "statement_id": word.about.statement_id,
        "other_statement_id": None if word.other is None else word.other.statement_id,
        "sha256": word.about.sha256,
        "ordinal": word.about.ordinal,
        "category": word.category,
        "key": word.key,
        "reviewed": word.reviewed,
        "verdict": word.verdict,
        "said": said(word),
        "said_by": word.by,
        "note": word.note,
        "said_at": one.at,
        "undo": word.undo,
        "in_force": in_force,
        "payload": pack_word(word),
    }
