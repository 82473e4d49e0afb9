"""The bench of the vocabulary's coverage counts what it says."""

import json
from pathlib import Path

from bench.coverage import coverage, false_hits
from requisitions.words import Category


def test_a_demand_is_covered_when_one_of_its_keys_is_known(tmp_path: Path) -> None:
    demands = [
        {"category": "skill", "keys": ["no-such-thing", "java"]},
        {"category": "skill", "keys": ["no-such-thing"]},
        {"category": "rate", "keys": ["rate"]},
    ]
    folder = tmp_path / "case"
    folder.mkdir()
    gold = {"messages": [{"statements": [{"requirements": demands}]}, {"kind": "other"}]}
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert coverage([tmp_path]) == {Category.SKILL: (1, 2)}


def test_at_most_one_mail_of_noise_in_twenty_holds_a_false_hit() -> None:
    wrong, noise = false_hits([4], 200)
    assert noise >= 20
    assert wrong * 20 <= noise
