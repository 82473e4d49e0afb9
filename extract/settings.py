"""The `[extract]` section of the configuration."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """How mails are read."""

    min_confidence: float = 0.5
    """Demands read with less confidence (0..1) are hints: they make no version."""
    vocabulary: tuple[Path, ...] = ()
    """A company's own term files (TOML), which add to or override the terms that come with the program."""
