"""Another reading under the same version would be mixed with what the snapshot holds already (DECISIONS.md D13)."""

import tomllib

from bench.readings import STORED, readings_hash
from extract.fingerprint import EXTRACTOR_VERSION


def test_what_is_read_moves_only_with_the_version() -> None:
    stored = tomllib.loads(STORED.read_text(encoding="utf-8"))
    assert stored["version"] <= EXTRACTOR_VERSION
    assert (EXTRACTOR_VERSION, readings_hash()) == (stored["version"], stored["readings"]), (
        "The sample mails are read differently: raise EXTRACTOR_VERSION in extract/fingerprint.py unless that version was never "
        "released, then run `python bench/readings.py --store`."
    )
