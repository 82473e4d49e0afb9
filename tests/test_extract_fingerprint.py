"""One hash of all that a reading depends on, told without importing spaCy."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from extract import fingerprint as room
from extract.fingerprint import fingerprint
from extract.settings import ExtractSettings
from extract.vocabulary.listing import VocabularyError
from requisitions.parties import Parties

_SETTINGS = ExtractSettings()
_PARTIES = Parties(frozenset({"staffing.example"}), {"partner.example": "Partner"}, {"client.example": "Client"})


def test_the_same_configuration_gives_the_same_fingerprint() -> None:
    assert fingerprint(_SETTINGS, _PARTIES) == fingerprint(ExtractSettings(), replace(_PARTIES))


def test_order_in_the_configuration_does_not_count() -> None:
    first = Parties(frozenset({"a.example", "b.example"}), {"c.example": "C", "d.example": "D"}, {})
    second = Parties(frozenset({"b.example", "a.example"}), {"d.example": "D", "c.example": "C"}, {})
    assert fingerprint(_SETTINGS, first) == fingerprint(_SETTINGS, second)


@pytest.mark.parametrize(
    "parties",
    [
        Parties(),
        replace(_PARTIES, ours=frozenset({"other.example"})),
        replace(_PARTIES, intermediaries={}),
        replace(_PARTIES, intermediaries={"partner.example": "Another"}),
        replace(_PARTIES, clients={"client.example": "Another"}),
        replace(_PARTIES, clients={"partner.example": "Partner"}, intermediaries={"client.example": "Client"}),
    ],
)
def test_parties_change_it(parties: Parties) -> None:
    assert fingerprint(_SETTINGS, parties) != fingerprint(_SETTINGS, _PARTIES)


def test_the_threshold_changes_it() -> None:
    assert fingerprint(ExtractSettings(min_confidence=0.6), _PARTIES) != fingerprint(_SETTINGS, _PARTIES)


def test_a_companys_own_vocabulary_changes_it_by_content(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[skill.own]\nlighthouse = ["Lighthouse"]\n', encoding="utf-8")
    first = fingerprint(ExtractSettings(vocabulary=(own,)), _PARTIES)
    assert first != fingerprint(_SETTINGS, _PARTIES)
    own.write_text('[skill.own]\nlighthouse = ["Lighthouse", "灯台"]\n', encoding="utf-8")
    assert fingerprint(ExtractSettings(vocabulary=(own,)), _PARTIES) != first


def test_a_vocabulary_that_lies_elsewhere_is_the_same(tmp_path: Path) -> None:
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    for own in (first, second):
        own.write_text('[skill.own]\nlighthouse = ["Lighthouse"]\n', encoding="utf-8")
    assert fingerprint(ExtractSettings(vocabulary=(first,)), _PARTIES) == fingerprint(ExtractSettings(vocabulary=(second,)), _PARTIES)


def test_a_missing_vocabulary_is_told(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"absent\.toml"):
        fingerprint(ExtractSettings(vocabulary=(tmp_path / "absent.toml",)), _PARTIES)


def test_a_package_of_another_version_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(_SETTINGS, _PARTIES)
    monkeypatch.setattr(room, "version", lambda package: f"0-{package}")
    assert fingerprint(_SETTINGS, _PARTIES) != before


def test_another_extractor_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(_SETTINGS, _PARTIES)
    monkeypatch.setattr(room, "EXTRACTOR_VERSION", room.EXTRACTOR_VERSION + 1)
    assert fingerprint(_SETTINGS, _PARTIES) != before


def test_it_is_short_hex() -> None:
    told = fingerprint(_SETTINGS, _PARTIES)
    assert len(told) == 16
    int(told, 16)


@pytest.mark.parametrize("module", ["extract.fingerprint", "extract.settings", "extract.reading"])
def test_asking_imports_no_heavy_package(module: str) -> None:
    """The door of the room costs a second and a half only where a mail is read."""
    code = (
        f"import sys, {module}\n"
        "from extract.fingerprint import fingerprint\n"
        "from extract.settings import ExtractSettings\n"
        "from requisitions.parties import Parties\n"
        "fingerprint(ExtractSettings(), Parties())\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'spacy', 'sudachipy', 'numpy', 'thinc'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    assert done.stdout.strip() == "[]"


def test_two_processes_agree() -> None:
    code = (
        "from extract.fingerprint import fingerprint\n"
        "from extract.settings import ExtractSettings\n"
        "from requisitions.parties import Parties\n"
        "print(fingerprint(ExtractSettings(), Parties(frozenset({'b.example', 'a.example', 'c.example'}))))\n"
    )
    told = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]).stdout
        for _ in range(2)
    }
    assert len(told) == 1
