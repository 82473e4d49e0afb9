"""A house with a night behind it, and the program called in this process: what a person says on the command line."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline import cli
from tests.nights import CLARIFICATION, NOW, OTHER, REQUISITION, House, full, mail

SAME = mail(
    "same", full("MR-4410", "Java engineer, second text"), subject="[MR-4410] Java engineer", sender="Mori <mori@oak.example>", day=19
)
TWO_SEATS = mail(
    "two",
    """お世話になっております。下記2件の案件です。

■案件1
案件番号：TW-1001
案件名：テスト業務
必須：Selenium経験2年以上
単価：60万円

■案件2
案件番号：TW-1002
案件名：運用業務
必須：Linux経験1年以上
単価：50万円
""",
    subject="案件のご紹介",
    sender="Abe <abe@elm.example>",
    day=17,
)
AGE = mail(
    "age",
    "Hello,\n\nReference: AG-3301\nPosition: Office clerk\nMust: Excel 2+ years\nAge: up to 35\nLocation: Ueno\n",
    subject="[AG-3301] Office clerk",
    sender="Oka <oka@birch.example>",
    day=19,
)


@dataclass
class Desk:
    """A house with a night behind it, and the program called in this process."""

    house: House
    captured: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, status: int = 0, out: str = "") -> str:
        """Call the program; what it said, on whichever of the two ways. `out` is what it prints though something failed."""
        self.captured.readouterr()
        assert cli.main([*arguments, "--config", str(self.house.folder / "pipeline.toml")]) == status
        printed, err = self.captured.readouterr()
        if status == 0:
            assert err == ""
            return printed
        assert printed == out
        return err

    def ids(self) -> dict[str, str]:
        """Reference → requisition id."""
        return {row[1]: row[0] for row in (line.split("\t") for line in self("list").splitlines()[1:])}

    def sha256(self, name: str) -> str:
        """Hash of the mail of that name."""
        ((found,),) = self.house.query(f"SELECT sha256 FROM messages WHERE message_id LIKE '<{name}@%'")  # noqa: S608 - a constant
        return str(found)

    def demand(self, key: str, column: str = "necessity") -> object:
        """A column of a demand of KH-2201 as it stands, null where it is not there."""
        rows = self.house.query(
            f"""SELECT arg_max({column}, version) FROM requirements JOIN requisitions USING (requisition_id)
            WHERE reference = 'KH-2201' AND key = '{key}' AND version = versions"""  # noqa: S608 - constants
        )
        return rows[0][0]

    def changes(self) -> list[tuple[object, ...]]:
        """What moved."""
        return self.house.query("SELECT key, change, review FROM changes ORDER BY ALL")

    def words(self, *columns: str) -> list[tuple[object, ...]]:
        """The view of people's words."""
        return self.house.query(f"SELECT {', '.join(columns)} FROM corrections ORDER BY correction_id")  # noqa: S608 - constants


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Four seats, one of which has moved and one has a condition of age, and a mail of two."""
    house = House(tmp_path_factory.mktemp("grown"))
    house.put(REQUISITION, CLARIFICATION, OTHER, SAME, TWO_SEATS, AGE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REQDRIFT_NOW", NOW)
        assert cli.main(["run", "--config", str(house.folder / "pipeline.toml")]) == 0
    return house


@pytest.fixture
def desk(grown: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The same house for each test anew."""
    shutil.copytree(grown.folder, tmp_path, dirs_exist_ok=True, symlinks=True)
    monkeypatch.setenv("REQDRIFT_NOW", NOW)
    copy = House.__new__(House)
    copy.folder, copy.environment = tmp_path, {}
    return Desk(copy, capsys)
