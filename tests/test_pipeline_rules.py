"""Another version of the rules makes history anew, so that no snapshot holds half of each (DECISIONS.md D13)."""

import shutil
from pathlib import Path

import pytest

from pipeline import rules
from tests.desk import Desk

PARENTS = "SELECT count(parent_statement_id) FROM links"


def test_other_rules_link_all_mails_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A night would else link the new mails only, and a rebuild would differ from it."""
    ((linked,),) = desk.house.query(PARENTS)
    assert linked
    monkeypatch.setattr("pipeline.relinking.best_parent", lambda *_: None)
    desk("run")
    assert desk.house.query(PARENTS) == [(linked,)], "nothing is new"
    monkeypatch.setattr("pipeline.derive.rules_hash", lambda: "others")
    desk("run")
    assert desk.house.query(PARENTS) == [(0,)]


@pytest.mark.parametrize("name", ["requisitions/linking.py", "requisitions/folding.py", "requisitions/effects.py", "pipeline/links.py"])
def test_the_hash_moves_with_the_text_of_the_rules(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("requisitions", "pipeline"):
        shutil.copytree(Path(rules.__file__).parent.parent / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(rules, "files", lambda room: tmp_path / room)
    before = rules.rules_hash.__wrapped__()
    assert before == rules.rules_hash.__wrapped__() == rules.rules_hash()
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("# another rule\n")
    assert rules.rules_hash.__wrapped__() != before
