"""Why the archive or the snapshot could not be used: what and where, and the way out.

StoreError
├── ArchiveError        mail.sqlite cannot be opened, read or written
│   └── ArchiveMissing  there is none yet
├── SnapshotError       the DuckDB file cannot be opened, read or written
│   └── SnapshotMissing there is none yet
└── ExportError         an export cannot be written
    └── TargetTaken     the folder holds something else
"""

# ruff: noqa: N818 - some are named for what happened, as it reads in a log


class StoreError(Exception):
    """A fault of the kept data: one sentence with what and where, and one with the way out."""

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(f"{sentence}: {remedy}")
        self.sentence = sentence
        self.remedy = remedy


class ArchiveError(StoreError):
    """The archive cannot be opened, read or written."""


class ArchiveMissing(ArchiveError):
    """No mail was ever archived here."""


class SnapshotError(StoreError):
    """The snapshot cannot be opened, read or written."""


class SnapshotMissing(SnapshotError):
    """No run ever published here."""


class ExportError(StoreError):
    """An export cannot be written."""


class TargetTaken(ExportError):
    """An export may not take the place of what lies there, or of one that is being made."""
