"""Public views as Parquet or CSV files, with a dictionary of their columns: a folder that is there whole or not at all."""

import fcntl
import json
import os
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import duckdb

from store.bulk import Connection
from store.errors import ExportError, TargetTaken
from store.snapshot_file import for_owner_alone, read_meta, sync
from store.times import to_text

DICTIONARY = Path(__file__).with_name("dictionary.toml")
ABOUT, MANIFEST = "views.md", "export.json"

_BOM = b"\xef\xbb\xbf"
_FORMULA = r"^[\s\x00　]*[=+\-@＝＋－＠]|^[\t\r\n\x00]"
"""How a cell begins that a spreadsheet computes (OWASP: CSV injection); a Japanese Excel takes full-width signs, too."""


class Format(StrEnum):
    """What an export consists of."""

    PARQUET = "parquet"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of an export."""

    path: Path
    rows: int


@cache
def meanings() -> dict[str, dict[str, str]]:
    """View → column → what it means, in the order of the contract; what a row is stands under `*`."""
    with DICTIONARY.open("rb") as file:
        told: dict[str, dict[str, str]] = tomllib.load(file)
    return told


def columns_of(connection: Connection, view: str) -> dict[str, str]:
    """The columns of a view with their types, as the database has them."""
    return {name: kind for name, kind, *_ in connection.execute(f"DESCRIBE {_known(view)}").fetchall()}


def dictionary(connection: Connection, views: Sequence[str]) -> str:
    """What each column of these views means, as Markdown."""
    parts = []
    for view in views:
        told = meanings()[view]
        rows = [f"| `{name}` | `{kind}` | {told.get(name, '')} |" for name, kind in columns_of(connection, view).items()]
        parts.append("\n".join([f"## `{view}`", "", told["*"], "", "| column | type | meaning |", "| --- | --- | --- |", *rows, ""]))
    return "\n".join(parts)


def export(connection: Connection, target: Path, views: Sequence[str], form: Format, *, for_spreadsheets: bool = False) -> list[Exported]:
    """Write these views into the folder `target`; an earlier export there is replaced whole.

    The same snapshot gives the same rows in the same order. The files are written beside the folder and take its place by a
    rename, so that a reader meets the old export or the new one, or for an instant none, and never some of both.

    Args:
        connection: An open snapshot.
        target: The folder; it may be missing, empty or an earlier export.
        views: Names of public views.
        form: Parquet or CSV.
        for_spreadsheets: Of CSV: begin with a byte order mark, and put an apostrophe before text that would be a formula.

    Raises:
        TargetTaken: something else lies there, or another export is at work on it.
        ExportError: it cannot be written.
    """
    target = target.resolve()
    _check_is_ours(target)
    with _explained(target), for_owner_alone(), _folder_beside(target) as part:
        connection.execute(f"SET temp_directory = {_quoted(part / '.spill')}")
        made = [_write(connection, view, part, form, for_spreadsheets=for_spreadsheets) for view in views]
        shutil.rmtree(part / ".spill", ignore_errors=True)
        (part / ABOUT).write_text(f"# The views of this export\n\n{dictionary(connection, views)}", encoding="utf-8")
        (part / MANIFEST).write_text(_manifest(connection, made, form), encoding="utf-8")
        for file in part.iterdir():
            sync(file)
        _put_in_place(part, target)
    return [Exported(target / file.path.name, file.rows) for file in made]


def _known(view: str) -> str:
    """The view's name, which is one of ours: only such a name may stand in SQL."""
    if view not in meanings():
        raise ValueError(view)
    return view


def _write(connection: Connection, view: str, folder: Path, form: Format, *, for_spreadsheets: bool) -> Exported:
    path = folder / f"{view}.{form}"
    columns = columns_of(connection, view).items()
    if form is Format.PARQUET:
        chosen, options = "*", "FORMAT parquet, COMPRESSION zstd"
    else:
        chosen = ", ".join(_as_text(name, kind, guarded=for_spreadsheets) for name, kind in columns)
        options = "FORMAT csv, HEADER true"
    query = f"SELECT {chosen} FROM (SELECT * FROM {_known(view)} ORDER BY ALL)"  # noqa: S608 - names of our own
    ((rows,),) = connection.execute(f"COPY ({query}) TO {_quoted(path)} ({options})").fetchall()
    if form is Format.CSV and for_spreadsheets:
        _begin_with(path, _BOM)
    return Exported(path, rows)


def _as_text(name: str, kind: str, *, guarded: bool) -> str:
    """SQL for a column in CSV: lists as JSON, all else as DuckDB writes it."""
    if kind.endswith("[]"):
        return f'to_json("{name}")::VARCHAR AS "{name}"'
    if guarded and kind == "VARCHAR":
        return f"""CASE WHEN regexp_matches("{name}", '{_FORMULA}') THEN '''' || "{name}" ELSE "{name}" END AS "{name}\""""
    return f'"{name}"'


def _begin_with(path: Path, head: bytes) -> None:
    whole = path.with_suffix(".whole")
    with path.open("rb") as file, whole.open("wb") as out:
        out.write(head)
        shutil.copyfileobj(file, out)
    whole.replace(path)


def _manifest(connection: Connection, made: Sequence[Exported], form: Format) -> str:
    meta = read_meta(connection)
    told = {
        "made_by": "reqdrift export",
        "format": form,
        "as_of": None if meta.as_of is None else to_text(meta.as_of),
        "through": meta.through,
        "rows": {file.path.name: file.rows for file in made},
    }
    return json.dumps(told, indent=2) + "\n"


def _check_is_ours(target: Path) -> None:
    """Refuse to replace what no export wrote."""
    if not target.exists():
        return
    if not target.is_dir():
        raise TargetTaken(f"{target} is no folder", "name another one with --output")
    found = {entry.name for entry in target.iterdir()}
    ours = {ABOUT, MANIFEST, *(f"{view}.{form}" for view in meanings() for form in Format)}
    if found and (MANIFEST not in found or found - ours):
        strange = min(found - ours, default=min(found))
        raise TargetTaken(f"{target} holds {strange!r}, which no export wrote", "name another folder with --output, or empty this one")


@contextmanager
def _folder_beside(target: Path) -> Iterator[Path]:
    """An empty folder of this process alone; what a killed export left in it goes, and so does all of it in the end."""
    part = target.with_name(f".{target.name}.part")
    part.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(part, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TargetTaken(f"another export is at work on {target}", "wait for its end, or name another folder with --output") from None
        try:
            for stray in part.iterdir():
                shutil.rmtree(stray) if stray.is_dir() else stray.unlink()
            yield part
        finally:
            shutil.rmtree(part, ignore_errors=True)
    finally:
        os.close(descriptor)


def _put_in_place(part: Path, target: Path) -> None:
    """Let a finished folder take the place of an earlier one; where that fails the earlier one comes back."""
    before = target.with_name(f".{target.name}.before")
    shutil.rmtree(before, ignore_errors=True)
    if target.exists():
        target.replace(before)
    try:
        part.replace(target)
    except OSError:
        if before.exists():
            before.replace(target)
        raise
    sync(target.parent)
    shutil.rmtree(before, ignore_errors=True)


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    try:
        yield
    except (duckdb.Error, OSError) as error:
        said = str(error).partition("\n")[0]
        raise ExportError(f"the export {target} cannot be written ({said})", "make room on the disk, or name another folder") from error


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
