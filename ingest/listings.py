"""What mail files lie in a folder: the two shapes of folders with a file for each mail."""

import os
from collections.abc import Iterator
from pathlib import Path

from ingest.disk import Listed, fetch_problem, printable, stamped, unreadable
from ingest.errors import FolderMissing
from ingest.limits import FILE_COUNT, FOLDER_DEPTH
from ingest.settings import FilesSource, MaildirSource
from requisitions.messages import Problem

SUFFIX = ".eml"


def list_maildir(settings: MaildirSource) -> Iterator[Listed | Problem]:
    """List `new` and `cur`. A mail's place is its unique name, which outlives its way from one to the other and all flags.

    Raises:
        FolderMissing: there is no Maildir.
    """
    root = Path(settings.path)
    found: dict[str, os.DirEntry[str]] = {}
    for entry in [*_entries(settings, root / "new"), *_entries(settings, root / "cur")]:
        found[entry.name.partition(":2,")[0]] = entry
    for unique, entry in sorted(found.items()):
        if not unique.startswith("."):
            yield from _list_file(settings.name, root, entry, printable(unique))


def list_files(settings: FilesSource) -> Iterator[Listed | Problem]:
    """List `.eml` files, subfolders included, but nothing hidden. A mail's place is its path with size and time: an edited file is new.

    Raises:
        FolderMissing: there is no such folder.
    """
    root = Path(settings.path)
    waiting = [(entry, 1) for entry in reversed(_entries(settings, root))]
    count = 0
    while waiting:
        entry, depth = waiting.pop()
        count += 1
        if count > FILE_COUNT:
            yield fetch_problem(settings.name, root, f"holds more than {FILE_COUNT} files", "divide it into several sources")
            return
        if entry.is_dir(follow_symlinks=False):
            if depth > FOLDER_DEPTH:
                yield fetch_problem(settings.name, entry.path, f"lies more than {FOLDER_DEPTH} folders deep", "move it up")
                continue
            try:
                waiting.extend((inner, depth + 1) for inner in reversed(_visible(entry.path)))
            except OSError as error:
                yield unreadable(settings.name, entry.path, error)
        elif entry.name.lower().endswith(SUFFIX) or (entry.is_symlink() and entry.is_dir()):
            yield from _list_eml(settings.name, root, entry)


def _entries(settings: MaildirSource | FilesSource, folder: Path) -> list[os.DirEntry[str]]:
    try:
        return _visible(folder)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FolderMissing(f"{settings.title}: there is no folder {printable(folder)}", _WHERE[settings.type]) from error
    except OSError as error:
        raise FolderMissing(
            f"{settings.title}: {printable(folder)} cannot be read ({error.strerror})",
            "give the user that runs reqdrift the right to read it",
        ) from error


_WHERE = {
    "maildir": "write the path of the folder that holds cur and new",
    "files": "write the path of a folder with .eml files",
}


def _visible(folder: Path | str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _list_eml(source: str, root: Path, entry: os.DirEntry[str]) -> Iterator[Listed | Problem]:
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return
    yield from _list_file(source, root, entry, stamped(printable(Path(entry.path).relative_to(root)), status))


def _list_file(source: str, root: Path, entry: os.DirEntry[str], place: str) -> Iterator[Listed | Problem]:
    if entry.is_file(follow_symlinks=False):
        yield Listed(Path(entry.path), place)
    elif not entry.is_symlink():
        yield fetch_problem(source, entry.path, "is no regular file", "move it out of the folder")
    elif not Path(os.path.realpath(entry.path)).is_relative_to(os.path.realpath(root)):
        # A link that stays inside needs no word: what it points to is read itself.
        yield fetch_problem(
            source, entry.path, "is a link out of the folder", "copy the mails into the folder, or make a source of their place"
        )
