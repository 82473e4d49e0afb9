"""`reqdrift export`, as a person calls it."""

import pytest

from tests.nights import CLARIFICATION, REQUISITION, House
from tests.test_store_views import VIEWS


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("house"))
    house.put(REQUISITION, CLARIFICATION)
    house.run()
    return house


def test_all_views_go_beside_the_database_where_nothing_else_is_said(lived_in: House) -> None:
    done = lived_in.call("export")
    assert (done.returncode, done.stderr) == (0, "")
    rows = dict(line.split("\t") for line in done.stdout.splitlines())
    assert list(rows) == [str(lived_in.folder.resolve() / f"db/export/{view}.parquet") for view in VIEWS]
    assert int(rows[str(lived_in.folder.resolve() / "db/export/changes.parquet")]) == len(lived_in.query("SELECT * FROM changes")) == 1


def test_only_the_views_asked_for_and_as_csv(lived_in: House) -> None:
    done = lived_in.call("export", "--format", "csv", "--view", "versions", "--view", "changes", "--output", "some/where")
    assert [line.split("\t")[0].rpartition("/")[2] for line in done.stdout.splitlines()] == ["versions.csv", "changes.csv"]
    assert "AWS" in (lived_in.folder / "some/where/changes.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--view", "mails"], "there are messages, requisitions"),
        (["--for-spreadsheets"], "goes with --format csv"),
        (["--output", "mails"], "which no export wrote"),
        (["--format", "xml"], "'parquet', 'csv'"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(lived_in: House, arguments: list[str], said: str) -> None:
    before = sorted(lived_in.folder.rglob("*"))
    done = lived_in.call("export", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert sorted(lived_in.folder.rglob("*")) == before


def test_without_a_database_there_is_nothing_to_export(house: House) -> None:
    done = house.call("export")
    assert done.returncode == 1
    assert "`reqdrift run` makes it" in done.stderr
    assert not (house.folder / "db").exists()
