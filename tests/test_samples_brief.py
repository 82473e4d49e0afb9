"""The founding story: on the evening of the mail, the briefing of the clerk's seat tells what it has become."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.commands.brief import command

ROOT = Path(__file__).resolve().parent.parent
LAST = "050"
"""The mail of 18 November, 18:52."""
EVENING = "2026-11-18T20:00:00+09:00"


def brief(folder: Path, *arguments: str) -> str:
    """What the command prints on that evening."""
    done = CliRunner().invoke(command, [*arguments, "--config", str(folder / "pipeline.toml")], env={"REQDRIFT_NOW": EVENING})
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples as far as they had come by then, read."""
    folder = tmp_path_factory.mktemp("evening")
    (folder / "samples" / "mails").mkdir(parents=True)
    for path in (ROOT / "samples" / "mails").glob("*.eml"):
        if path.name[:3] <= LAST:
            shutil.copy(path, folder / "samples" / "mails")
    shutil.copy(ROOT / "pipeline.toml", folder)
    environment = {**os.environ, "REQDRIFT_NOW": EVENING, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "pipeline", "run"], cwd=folder, env=environment, capture_output=True, check=True)
    return folder


@pytest.fixture(scope="module")
def told(evening: Path) -> Any:
    """The briefing for programs."""
    return json.loads(brief(evening, "KB-0418", "--format", "json", "--lang", "ja"))


def test_the_clerk_s_seat_is_told_to_be_one_for_engineer_support_for_want_of_hands(told: Any) -> None:
    (role,) = [one for one in told["moved"] if one["category"] == "role"]
    assert (role["before"], role["now"]) == ("旧：OA事務", "新：インフラエンジニア")
    assert {change["reason"] for change in role["changes"]} == {"workload"}
    assert "インフラエンジニアのサポートをお願いしたい" in role["changes"][-1]["quote"]
    assert told["lead"][0] == "「OA事務」の募集が、「インフラエンジニア」を求める募集に変わりました。"
    assert {one["now"] for one in told["moved"]} >= {"新：未経験 不可", "新：ネットワーク運用 1年以上 必須"}


def test_all_of_it_is_hearsay_and_the_rate_has_not_moved(told: Any) -> None:
    assert told["second_hand"] == len(told["holds"])
    assert all(one["certainty"] == "second-hand" for one in told["holds"])
    assert not any(one["category"] == "rate" for one in told["moved"])


def test_the_person_proposed_is_counted_and_not_named(told: Any, evening: Path) -> None:
    (proposed,) = told["proposals"]
    assert (proposed["count"], proposed["at"][:10]) == (1, "2026-10-29")
    assert proposed["moved_after"]["harder"] >= 4
    assert told["people"] == {"in_play": 0, "turned_down": 1}
    for form in ("text", "html", "json"):
        assert "A.N." not in brief(evening, "KB-0418", "--format", form)


def test_what_to_ask_begins_with_the_job_itself_and_goes_on_to_the_rate(told: Any) -> None:
    first, second, *_ = told["questions"]
    assert (first["id"], first["language"], first["to"]) == ("role", "ja", "カワセミブリッジ 楢崎へ")
    assert "「OA事務」の枠は残っておりますでしょうか" in first["text"]
    assert "単価は1,750円/時のままでしょうか" in second["text"]


def test_the_page_for_a_terminal_says_so_too(evening: Path) -> None:
    written = brief(evening, "KB-0418", "--lang", "en")
    assert "A seat for “office clerk” has become one that asks for “infrastructure engineer”." in written
    assert "reason: workload" in written


def test_a_seat_whose_client_writes_english_is_asked_in_english(evening: Path) -> None:
    english = json.loads(brief(evening, "PR-7714", "--format", "json", "--lang", "ja"))
    assert {one["language"] for one in english["questions"]} == {"en"}
    assert any("Kafka" in one["text"] for one in english["questions"])
    assert [one["ahead"] for one in english["interviews"]][-1] is True
