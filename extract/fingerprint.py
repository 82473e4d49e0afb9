"""What the reading depends on, as one hash: another fingerprint means that all mails are read again (DECISIONS.md D13)."""

import hashlib
import json
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from extract.settings import ExtractSettings
from extract.vocabulary.listing import read_listing
from requisitions.parties import Parties

EXTRACTOR_VERSION = 1
"""Raised with every change of what is read out of a mail, charsets, HTML and quoting included (tests/test_extract_version.py)."""

_PACKAGES = ("spacy", "sudachipy", "sudachidict-core", "ahocorasick-rs", "google-re2", "beautifulsoup4")


@cache
def _data_hash() -> str:
    """Over every data file of the room: cues, labels, reasons, kinds and our vocabulary."""
    digest = hashlib.sha256()
    for folder in ("data", "data/phrases", "vocabulary"):
        for item in sorted(files("extract").joinpath(folder).iterdir(), key=lambda entry: entry.name):
            if item.name.endswith(".toml"):
                digest.update(item.name.encode())
                digest.update(item.read_bytes())
    return digest.hexdigest()


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"


def fingerprint(settings: ExtractSettings, parties: Parties) -> str:
    """The fingerprint under these settings; packages are asked for their version without being imported.

    Raises:
        VocabularyError: a company's own vocabulary file cannot be read.
    """
    told = {
        "extractor": EXTRACTOR_VERSION,
        "data": _data_hash(),
        "own": [read_listing(path).sha256.hex() for path in settings.vocabulary],
        "packages": {package: _installed(package) for package in _PACKAGES},
        "min_confidence": settings.min_confidence,
        "ours": sorted(parties.ours),
        "intermediaries": dict(sorted(parties.intermediaries.items())),
        "clients": dict(sorted(parties.clients.items())),
    }
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
