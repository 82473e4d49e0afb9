"""Score the program on the open corpus and on the blind sets and compare with the floors: a figure that was reached once must not fall.

usage: accuracy.py [--shared DIR] [--floors FILE]

The scorer (`tools/score.py` in the shared folder) drives the program through its public contract alone. A blind set under
`tests/accuracy` that has a `floors.toml` is compared with that.
Exit status 1 when a figure falls below its floor, is above its ceiling, or is missing.
"""

import argparse
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def figures(result: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    """Every number of the scorer's answer with its dotted name (`extract.requirements.f1`)."""
    for name, value in result.items():
        if isinstance(value, Mapping):
            yield from figures(value, f"{prefix}{name}.")
        elif isinstance(value, int | float):
            yield f"{prefix}{name}", float(value)


def faults(found: Mapping[str, float], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """One sentence for each figure that is not as good as the floors file says."""
    wrong = []
    for name, floor in floors["at_least"].items():
        if found.get(name, floor - 1) < floor:
            wrong.append(f"{name} is {found.get(name)}, at least {floor} is asked")
    for name, ceiling in floors["at_most"].items():
        if found.get(name, ceiling + 1) > ceiling:
            wrong.append(f"{name} is {found.get(name)}, at most {ceiling} is allowed")
    return wrong


def score(shared: Path, cases: Path, command: Path) -> dict[str, float]:
    """Run the scorer on a folder of cases."""
    argv = [sys.executable, str(shared / "tools/score.py"), str(cases), "--command", str(command), "--json"]
    done = subprocess.run(argv, stdout=subprocess.PIPE, text=True, check=True)
    return dict(figures(json.loads(done.stdout.splitlines()[0])))


def main() -> int:
    """Print the watched figures with their bounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--floors", type=Path, default=ROOT / "tests/accuracy_floors.toml")
    arguments = parser.parse_args()
    shared = arguments.shared.resolve()
    sets = {shared / "corpus/cases": arguments.floors}
    sets |= {path.parent: path for path in sorted((ROOT / "tests/accuracy").glob("*/floors.toml"))}
    wrong: list[str] = []
    for cases, path in sets.items():
        floors = tomllib.loads(path.read_text(encoding="utf-8"))
        found = score(shared, cases, Path(sys.executable).parent / "reqdrift")
        print(cases.name)
        for side, bounds in floors.items():
            for name, bound in bounds.items():
                print(f"  {name:44} {found.get(name, float('nan')):8.4f}   {side.replace('_', ' ')} {bound}")
        wrong += [f"{cases.name}: {sentence}" for sentence in faults(found, floors)]
    for sentence in wrong:
        print(f"!!! {sentence}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
