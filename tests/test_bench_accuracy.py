"""The floors under accuracy: what counts as a fall."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "bench/accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FLOORS = {"at_least": {"run.changes.f1": 0.75}, "at_most": {"run.changes_invented": 0}}


@pytest.mark.parametrize(
    ("found", "count"),
    [
        ({"run.changes.f1": 0.75, "run.changes_invented": 0.0}, 0),
        ({"run.changes.f1": 0.9, "run.changes_invented": 0.0}, 0),
        ({"run.changes.f1": 0.7499, "run.changes_invented": 0.0}, 1),
        ({"run.changes.f1": 0.75, "run.changes_invented": 1.0}, 1),
        ({"run.changes.f1": 0.75}, 1),
        ({}, 2),
    ],
)
def test_a_figure_beyond_its_bound_or_missing_is_a_fault(accuracy: ModuleType, found: dict[str, float], count: int) -> None:
    assert len(accuracy.faults(found, FLOORS)) == count


def test_figures_are_named_by_their_way_through_the_answer(accuracy: ModuleType) -> None:
    answer = {"cases": 23, "extract": {"flags": {"f1": 0.5}, "per_case": [["x", 1.0]], "value_accuracy": None}}
    assert dict(accuracy.figures(answer)) == {"cases": 23.0, "extract.flags.f1": 0.5}


def test_the_floors_file_asks_for_what_the_issue_asks_for_at_least() -> None:
    floors = tomllib.loads((ROOT / "tests/accuracy_floors.toml").read_text(encoding="utf-8"))
    asked = {
        "extract.requirements.f1": 0.85,
        "extract.requirements_strict.f1": 0.78,
        "extract.evidence_offsets_exact": 1.0,
        "run.linking_b3.f1": 0.97,
        "run.changes.f1": 0.75,
    }
    assert all(floors["at_least"][name] >= least for name, least in asked.items())
    assert floors["at_most"]["run.changes_invented"] == 0
