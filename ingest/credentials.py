"""Secrets by reference (DECISIONS.md D18): the settings say where a password lies, never what it is."""

import contextlib
import os
import signal
import stat
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.errors import SecretUnavailable
from ingest.limits import COMMAND_SECONDS, SECRET_BYTES

FORMS = '{ env = "NAME" }, { file = "PATH" }, { command = ["PROGRAM", "ARGUMENT"] } or { credential = "NAME" }'


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SecretReference:
    """Where a secret lies; exactly one field is set."""

    env: str | None = None
    """Name of an environment variable."""
    file: str | None = None
    """Path of a file that its owner alone can read; its first line counts."""
    command: tuple[str, ...] | str | None = None
    """A program with its arguments, or a line for `sh`; the first line of its output counts."""
    credential: str | None = None
    """Name of a credential that systemd hands over (`LoadCredential=`)."""

    def check(self) -> tuple[str, ...]:
        """Say what is wrong with the reference, as ends of a sentence about the setting."""
        given = [self.env, self.file, self.command, self.credential]
        if sum(value is not None for value in given) != 1 or not any(given):
            return (f"says where the secret lies, not what it is; write {FORMS}",)
        if self.credential is not None and (self.credential != Path(self.credential).name or self.credential == ".."):
            return ("names a credential by a path; write the bare name that LoadCredential= gives it",)
        return ()

    def anchored(self, base: Path) -> "SecretReference":
        """Count a relative file from `base`, the folder of the configuration."""
        return self if self.file is None else replace(self, file=str(base / Path(self.file).expanduser()))

    def __str__(self) -> str:
        if self.env is not None:
            return f"environment variable {self.env}"
        if self.file is not None:
            return f"file {self.file}"
        if self.command is not None:
            # Arguments stay out: people put secrets there.
            words = self.command.split() if isinstance(self.command, str) else self.command
            return f"command {words[0] if words else ''}"
        return f"credential {self.credential}" if self.credential is not None else "no secret"

    def __repr__(self) -> str:
        return f"<SecretReference: {self}>"


def read_secret(reference: SecretReference) -> str:
    """Fetch the secret that `reference` points to.

    Raises:
        SecretUnavailable: it is missing, empty, unreadable, or open to others.
    """
    if reference.env is not None:
        content = os.environb.get(os.fsencode(reference.env), b"")
        found = _first_line(content)
        remedy = f"set {reference.env} for the user that runs reqdrift"
    elif reference.file is not None:
        found = _first_line(_read_private(Path(reference.file).expanduser()))
        remedy = f"write the secret into {reference.file}, chmod 600"
    elif reference.command is not None:
        found = _first_line(_run(reference))
        remedy = "run it by hand as the user that runs reqdrift, and see what it prints"
    else:
        found = _first_line(_read_credential(reference.credential or ""))
        remedy = "check LoadCredential= of the unit"
    try:
        secret = found.decode()
    except UnicodeDecodeError:
        # Its text stays out of the error, and so out of a traceback.
        raise SecretUnavailable(f"{reference} is no UTF-8 text", remedy) from None
    if not secret or not secret.isprintable():
        raise SecretUnavailable(f"{reference} holds no secret, or one with control characters", remedy)
    return secret


def redact(text: str, secret: str) -> str:
    """Take a secret out of somebody else's words."""
    return text.replace(secret, "***") if secret else text


def _first_line(content: bytes) -> bytes:
    return content.split(b"\n", 1)[0].removesuffix(b"\r")


def _read_private(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if stat.S_ISREG(mode) and mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise SecretUnavailable(
                    f"secret file {path} can be read or written by others (mode {stat.S_IMODE(mode):04o})", f"chmod 600 {path}"
                )
            return file.read(SECRET_BYTES)
    except OSError as error:
        raise SecretUnavailable(
            f"secret file {path} cannot be read ({error.strerror})", "create it, owned by the user that runs reqdrift, chmod 600"
        ) from error


def _read_credential(name: str) -> bytes:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    remedy = f"add LoadCredential={name}:PATH to the unit, or name another kind of secret where systemd does not start reqdrift"
    if folder is None:
        raise SecretUnavailable(f"credential {name} is not there: $CREDENTIALS_DIRECTORY is not set", remedy)
    try:
        # No look at the mode: systemd's access lists show as group bits.
        with (Path(folder) / name).open("rb") as file:
            return file.read(SECRET_BYTES)
    except OSError as error:
        raise SecretUnavailable(f"credential {name} cannot be read ({error.strerror})", remedy) from error


def _run(reference: SecretReference) -> bytes:
    command = reference.command or ()
    words = ["/bin/sh", "-c", command] if isinstance(command, str) else list(command)
    remedy = "run it by hand as the user that runs reqdrift; it must print the secret and ask nothing"
    try:
        # A session of its own, so that a time-out reaches its children too; its errors may quote the secret, so nobody reads them.
        process = subprocess.Popen(  # noqa: S603 - the operator's own command
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise SecretUnavailable(f"{reference} cannot be started ({error.strerror})", remedy) from error
    with process:
        try:
            output, _ = process.communicate(timeout=COMMAND_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise SecretUnavailable(f"{reference} did not end within {COMMAND_SECONDS:g} s", remedy) from error
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    if process.returncode:
        raise SecretUnavailable(f"{reference} failed with status {process.returncode}", remedy)
    return output[:SECRET_BYTES]
