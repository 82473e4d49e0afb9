"""The command line: what it costs, what it says, and which status it ends with."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import SignInRefused, SourceUnreachable
from pipeline import cli
from pipeline.commands.run import status
from pipeline.configuration import ConfigError
from pipeline.derive import Derived
from pipeline.lock import Locked, run_lock
from pipeline.pulling import Pulled
from pipeline.run import Night
from pipeline.stopping import Stopped

PROGRAM = Path(sys.executable).parent / "reqdrift"
HEAVY = (
    "babel", "bs4", "duckdb", "filelock", "imapclient", "jinja2", "msgspec", "multiprocessing", "numpy", "pebble", "re2", "rich", "spacy",
    "sqlite3", "ssl", "sudachipy", "tenacity", "thinc", "tomllib",
)  # fmt: skip
"""What costs time to import and is of no use to `--help`."""


def reqdrift(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
    )


def config(folder: Path, text: str = "") -> Path:
    file = folder / "pipeline.toml"
    file.write_text(text, encoding="utf-8")
    return file


def a_folder(folder: Path) -> str:
    (folder / "mails").mkdir()
    return '[[sources]]\nname = "old"\ntype = "files"\npath = "mails"\n'


@pytest.mark.parametrize("arguments", [[], ["--help"], ["run", "--help"], ["config", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom pipeline.cli import main\n"
        f"try:\n    main({arguments!r})\nfinally:\n    print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1:] == [""]


def test_help_names_every_command() -> None:
    done = reqdrift("--help")
    assert done.returncode == 0
    assert all(f"\n  {name} " in done.stdout for name in cli.COMMANDS)


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "pipeline", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == reqdrift("--version").stdout


def test_what_is_not_built_yet_is_no_command() -> None:
    assert reqdrift("purge").returncode == 2


def test_a_misspelt_command_is_refused_with_a_suggestion() -> None:
    done = reqdrift("reprot")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean 'report'?" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["run", "now"], ["list", "--opne"], ["extract"], ["extract", "nowhere.eml"], ["report", "--lang", "fr"], ["show"]]
)
def test_unusable_arguments_are_status_2(arguments: list[str]) -> None:
    done = reqdrift(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["run", "list", "doctor", "rebuild", "report"])
def test_a_missing_configuration_is_status_2_and_says_how_to_get_one(tmp_path: Path, command: str) -> None:
    done = reqdrift(command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "reqdrift config init" in done.stderr


def test_a_configuration_that_cannot_be_used_is_status_2_with_all_its_faults(tmp_path: Path) -> None:
    done = reqdrift("run", "--config", config(tmp_path, "[stor]\n[reports]\nlang = 'ja'\n"))
    assert done.returncode == 2
    assert 'did you mean "store"?' in done.stderr
    assert 'did you mean "language"?' in done.stderr


def test_a_run_without_sources_is_refused(tmp_path: Path) -> None:
    done = reqdrift("run", "--config", config(tmp_path))
    assert done.returncode == 2
    assert "no [[sources]] entry" in done.stderr


@pytest.mark.parametrize("arguments", [["list"], ["show", "A-1"], ["report"], ["quarantine", "list"], ["quarantine", "retry"]])
def test_without_a_database_a_sentence_says_what_makes_one(tmp_path: Path, arguments: list[str]) -> None:
    done = reqdrift(*arguments, "--config", config(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "reqdrift run" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["mail", "abc"], ["rebuild"], ["quarantine", "show", "abc"]])
def test_without_an_archive_a_sentence_says_so(tmp_path: Path, arguments: list[str]) -> None:
    done = reqdrift(*arguments, "--config", config(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr


def test_two_runs_at_once_are_one(tmp_path: Path) -> None:
    file = config(tmp_path, a_folder(tmp_path))
    with run_lock(tmp_path / "archive"):
        done = reqdrift("run", "--config", file)
    assert (done.returncode, done.stdout) == (75, "")
    assert "another run is at work" in done.stderr


def test_a_reader_who_has_seen_enough_is_no_reason_for_words(tmp_path: Path) -> None:
    config(tmp_path)
    with subprocess.Popen([PROGRAM, "config", "show"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 1


def _night(*pulled: Pulled, quarantined: int = 0) -> Night:
    return Night(pulled, Derived(quarantined=frozenset(map(str, range(quarantined)))))


GOOD = Pulled("old", fetched=3, archived=3)
QUIET = Pulled("quiet")
AWAY = Pulled("away", fault=SourceUnreachable("no line", "wait"), reached=False)
AWAY_HALF_WAY = Pulled("away", fetched=1, archived=1, fault=SourceUnreachable("no line", "wait"))
REFUSED = Pulled("refused", fault=SignInRefused("no entry", "check the password"), reached=False)
STINGY = Pulled("stingy", fetched=2, archived=2, refused=1)


@pytest.mark.parametrize(
    ("night", "expected"),
    [
        (_night(GOOD), 0),
        (_night(QUIET), 0),
        (_night(GOOD, quarantined=1), 3),
        (_night(GOOD, AWAY), 3),
        (_night(QUIET, AWAY), 3),
        (_night(GOOD, REFUSED), 3),
        (_night(AWAY_HALF_WAY), 3),
        (_night(STINGY), 3),
        (_night(REFUSED), 1),
        (_night(AWAY), 75),
        (_night(AWAY, AWAY), 75),
        (_night(AWAY, REFUSED), 1),
        (_night(REFUSED, REFUSED), 1),
    ],
)
def test_the_status_of_a_night(night: Night, expected: int) -> None:
    assert status(night) == expected


@pytest.mark.parametrize(
    ("fault", "expected"), [(ConfigError(Path("x"), ["y"]), 2), (Locked("z"), 75), (Stopped("z"), 75), (OSError("z"), 1)]
)
def test_a_fault_that_was_to_be_expected_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fault: Exception, expected: int
) -> None:
    monkeypatch.setattr(cli.reqdrift, "main", _raiser(fault))
    assert cli.main([]) == expected
    assert capsys.readouterr() == ("", f"reqdrift: {fault}\n")


def test_a_fault_of_the_program_is_a_sentence_that_quotes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli.reqdrift, "main", _raiser(KeyError("渋谷のA社")))
    assert cli.main([]) == 1
    assert capsys.readouterr().err == "reqdrift: unexpected fault (KeyError); --verbose says more\n"


def test_verbose_shows_where_it_came_from(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli.reqdrift, "main", _raiser(KeyError("x")))
    assert cli.main(["run", "--verbose"]) == 1
    assert "Traceback" in capsys.readouterr().err


def _raiser(fault: Exception) -> Callable[..., None]:
    def main(**_: object) -> None:
        raise fault

    return main


def test_config_init_check_show(tmp_path: Path) -> None:
    assert reqdrift("config", "init", cwd=tmp_path).returncode == 0
    again = reqdrift("config", "init", cwd=tmp_path)
    assert again.returncode == 2
    assert "is there already" in again.stderr
    checked = reqdrift("config", "check", cwd=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "pipeline.toml: nothing is wrong; sources: sales\n")
    shown = reqdrift("config", "show", cwd=tmp_path, REQDRIFT_PASSWORD="hunter2").stdout
    assert f'path = "{tmp_path}/var/archive"' in shown
    assert "# password: environment variable REQDRIFT_PASSWORD" in shown
    assert "hunter2" not in shown
    assert "# our own domains: agency.example" in shown


def test_what_config_show_prints_is_a_configuration_of_the_same_meaning(tmp_path: Path) -> None:
    file = config(tmp_path, '[clients]\n"kita.example" = "北商事 \\"本社\\""\n' + a_folder(tmp_path) + "since = 2026-09-01\n")
    shown = reqdrift("config", "show", "--config", file).stdout
    (tmp_path / "again.toml").write_text(shown, encoding="utf-8")
    assert reqdrift("config", "show", "--config", tmp_path / "again.toml").stdout == shown


def test_doctor_names_a_remedy_for_each_fault(tmp_path: Path) -> None:
    file = config(tmp_path, '[[sources]]\nname = "old"\ntype = "files"\npath = "nowhere"\n')
    done = reqdrift("doctor", "--config", file)
    assert done.returncode == 1
    (fault,) = [line for line in done.stdout.splitlines() if line.startswith("FAULT")]
    assert "nowhere" in fault
    assert "write the path" in fault


def test_doctor_finds_nothing_wrong_with_a_fresh_setup(tmp_path: Path) -> None:
    done = reqdrift("doctor", "--config", config(tmp_path, a_folder(tmp_path)))
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["ok"] * len(done.stdout.splitlines())
    assert not (tmp_path / "archive").exists(), "to look is not to make"


def test_doctor_knows_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "plain-file").touch()
    done = reqdrift("doctor", "--config", config(tmp_path, "[archive]\npath = 'plain-file'\n" + a_folder(tmp_path)))
    assert done.returncode == 1
    assert "plain-file cannot be written" in done.stdout


def test_json_goes_to_standard_output_alone(tmp_path: Path) -> None:
    mail = tmp_path / "1.eml"
    mail.write_text("Subject: x\nContent-Type: text/plain; charset=utf-8\n\nJava 3+ years\n", encoding="utf-8")
    done = reqdrift("extract", "--json", mail, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["text"] == "Java 3+ years\n"


def test_a_file_that_is_no_mail_gets_one_sentence_that_names_it_once(tmp_path: Path) -> None:
    (tmp_path / "stray.eml").write_bytes(b"\x00\xff\x17 no headers")
    done = reqdrift("extract", "stray.eml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "reqdrift: The mail at stray.eml is no mail: it has no headers; look where it came from; it may be a stray file\n"
