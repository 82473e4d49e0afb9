"""Secrets by reference: found where the settings say, refused where others can read them, shown nowhere."""

import subprocess
import time
from pathlib import Path

import pytest

from ingest import credentials
from ingest.credentials import SecretReference, read_secret, redact
from ingest.errors import SecretUnavailable


def _private(path: Path, content: bytes) -> SecretReference:
    path.write_bytes(content)
    path.chmod(0o600)
    return SecretReference(file=str(path))


def test_a_secret_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALES_PASSWORD", "open sesame")
    assert read_secret(SecretReference(env="SALES_PASSWORD")) == "open sesame"


@pytest.mark.parametrize("value", [None, ""])
def test_a_variable_that_is_not_set_is_named(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SALES_PASSWORD", raising=False)
    if value is not None:
        monkeypatch.setenv("SALES_PASSWORD", value)
    with pytest.raises(SecretUnavailable, match="environment variable SALES_PASSWORD holds no secret"):
        read_secret(SecretReference(env="SALES_PASSWORD"))


@pytest.mark.parametrize("content", [b"open sesame", b"open sesame\n", b"open sesame\r\n", b"open sesame\nuser: desk\n"])
def test_the_first_line_of_a_file_is_the_secret(tmp_path: Path, content: bytes) -> None:
    """Spaces inside and around belong to it, the line's end does not."""
    assert read_secret(_private(tmp_path / "secret", content)) == "open sesame"


def test_a_secret_may_be_in_any_language_and_hold_any_sign(tmp_path: Path) -> None:
    assert read_secret(_private(tmp_path / "secret", ' 合言葉"\\ %(x)s '.encode())) == ' 合言葉"\\ %(x)s '


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o660, 0o602, 0o644])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    reference = _private(tmp_path / "secret", b"hunter2")
    (tmp_path / "secret").chmod(mode)
    with pytest.raises(SecretUnavailable, match="chmod 600") as caught:
        read_secret(reference)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_file_that_its_owner_alone_can_read_is_taken(tmp_path: Path, mode: int) -> None:
    reference = _private(tmp_path / "secret", b"hunter2")
    (tmp_path / "secret").chmod(mode)
    assert read_secret(reference) == "hunter2"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SecretUnavailable, match="nothing-here"):
        read_secret(SecretReference(file=str(tmp_path / "nothing-here")))


@pytest.mark.parametrize("content", [b"", b"\nopen sesame", b"a\0b", b"a\tb", b"\x1b[31m", b"\xff\xfe"])
def test_what_cannot_be_a_secret_is_refused_without_being_shown(tmp_path: Path, content: bytes) -> None:
    """Nothing, control characters (they would end a line of the protocol), no UTF-8."""
    with pytest.raises(SecretUnavailable) as caught:
        read_secret(_private(tmp_path / "secret", content))
    assert caught.value.__cause__ is None
    assert "sesame" not in str(caught.value)


def test_a_list_is_run_without_a_shell() -> None:
    assert read_secret(SecretReference(command=("printf", "%s", "$HOME; echo"))) == "$HOME; echo"


def test_a_line_is_run_by_the_shell() -> None:
    assert read_secret(SecretReference(command="printf 'user: desk\\nhunter2\\n' | tail -n 1")) == "hunter2"


def test_a_command_that_fails_shows_its_status_and_not_its_words() -> None:
    """What it prints, to either side, may hold the secret."""
    with pytest.raises(SecretUnavailable, match="command sh failed with status 7") as caught:
        read_secret(SecretReference(command=("sh", "-c", "echo hunter2; echo hunter2 >&2; exit 7")))
    assert "hunter2" not in f"{caught.value}{caught.value.__cause__}"


def test_what_a_command_says_beside_does_not_reach_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert read_secret(SecretReference(command="echo almost hunter1 >&2; echo hunter2")) == "hunter2"
    assert capfd.readouterr() == ("", "")


def test_a_command_that_is_not_there_is_named() -> None:
    with pytest.raises(SecretUnavailable, match="command no-such-program cannot be started"):
        read_secret(SecretReference(command=("no-such-program", "hunter2")))


def test_a_command_that_asks_gets_no_answer() -> None:
    """It reads an empty standard input, so nothing waits for a person."""
    with pytest.raises(SecretUnavailable, match="holds no secret"):
        read_secret(SecretReference(command="read answer; echo $answer"))


def test_a_command_that_does_not_end_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(credentials, "COMMAND_SECONDS", 0.2)
    mark = tmp_path / "child"
    with pytest.raises(SecretUnavailable, match="did not end"):
        read_secret(SecretReference(command=f"sleep 600 & echo $! > {mark}; wait"))
    child = int(mark.read_text())
    end = time.monotonic() + 10
    while _lives(child) and time.monotonic() < end:
        time.sleep(0.01)
    assert not _lives(child)


def test_a_credential_of_systemd(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its mode is systemd's business: access lists look like group rights."""
    (tmp_path / "sales").write_text("hunter2\n")
    (tmp_path / "sales").chmod(0o440)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert read_secret(SecretReference(credential="sales")) == "hunter2"


def test_a_credential_that_systemd_did_not_hand_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    with pytest.raises(SecretUnavailable, match="LoadCredential=sales:"):
        read_secret(SecretReference(credential="sales"))
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    with pytest.raises(SecretUnavailable, match="CREDENTIALS_DIRECTORY is not set"):
        read_secret(SecretReference(credential="sales"))


@pytest.mark.parametrize(
    "reference",
    [
        SecretReference(env="A"),
        SecretReference(file="a"),
        SecretReference(command="a"),
        SecretReference(command=("a", "b")),
        SecretReference(credential="a"),
    ],
)
def test_one_way_to_a_secret_is_right(reference: SecretReference) -> None:
    assert reference.check() == ()


@pytest.mark.parametrize(
    "reference",
    [
        SecretReference(),
        SecretReference(env=""),
        SecretReference(command=()),
        SecretReference(env="A", credential="a"),
        SecretReference(file="a", command="b"),
        SecretReference(credential="../other/secret"),
        SecretReference(credential=".."),
    ],
)
def test_none_or_two_ways_or_a_way_out_of_the_credentials_are_wrong(reference: SecretReference) -> None:
    assert len(reference.check()) == 1


def test_arguments_of_a_command_are_not_shown() -> None:
    """People put secrets there."""
    for reference in (SecretReference(command=("echo", "hunter2")), SecretReference(command="echo hunter2")):
        assert f"{reference} {reference!r}" == "command echo <SecretReference: command echo>"


@pytest.mark.parametrize(("secret", "text", "shown"), [("ab", "NO ab for ab", "NO *** for ***"), ("ab", "NO", "NO"), ("", "NO", "NO")])
def test_a_secret_is_taken_out_of_what_others_say(secret: str, text: str, shown: str) -> None:
    assert redact(text, secret) == shown


def _lives(process: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False).stdout.strip()
    return bool(state) and not state.startswith("Z")
