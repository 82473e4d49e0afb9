"""Hash what is read out of the sample mails, so that a change of the reading cannot go unnoticed (DECISIONS.md D13).

usage: readings.py [--store]

Prints the version of the extractor and the hash of all readings of `samples/mails`; `--store` writes both to
`tests/extractor_version.toml`, where `tests/test_extract_version.py` compares them.
"""

import argparse
import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from extract.fingerprint import EXTRACTOR_VERSION  # noqa: E402 (the project's folder has to be on the path first)
from extract.reading import read_message  # noqa: E402
from extract.settings import ExtractSettings  # noqa: E402
from ingest.parsing import parse_message  # noqa: E402
from requisitions.messages import Message, RawMessage  # noqa: E402
from requisitions.parties import Parties  # noqa: E402

STORED = ROOT / "tests" / "extractor_version.toml"


def readings_hash() -> str:
    """The hash of text, spans and reading of every sample mail that can be read, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "samples" / "mails").glob("*.eml")):
        found = parse_message(RawMessage("samples", path.name, path.read_bytes()))
        if isinstance(found, Message):
            reading = read_message(found, ExtractSettings(), Parties(ours=frozenset({"staffing.example"})))
            digest.update(repr((path.name, found.text, found.spans, reading)).encode())
    return digest.hexdigest()


def main() -> None:
    """Print the pair, or store it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", action="store_true", help=f"write both to {STORED.relative_to(ROOT)}")
    store = parser.parse_args().store
    lines = f'version = {EXTRACTOR_VERSION}\nreadings = "{readings_hash()}"\n'
    print(lines, end="")
    if store:
        STORED.write_text(
            f"# Written by bench/readings.py --store: what this version reads out of samples/mails.\n{lines}", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
