"""The `[[sources]]` of the configuration: one class a type, each field documented where it is declared."""

import ipaddress
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Self

from ingest.credentials import SecretReference

TLS_PORT = 993
PLAIN_PORT = 143


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine, as far as its spelling shows."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapSource:
    """A mailbox on an IMAP server, only ever read: nothing is marked, moved or deleted there."""

    type: Literal["imap"] = "imap"
    """The kind of source."""
    name: str
    """Your name for this source, unique in the configuration."""
    host: str
    """Name of the server, as its certificate bears it."""
    user: str
    """The account to sign in with, usually an address; its domain counts as ours."""
    password: SecretReference | str
    """Where the password lies: `{ env = … }`, `{ file = … }`, `{ command = … }` or `{ credential = … }`."""
    port: int | None = None
    """Where the server listens; without it 993 for `tls = "implicit"`, else 143."""
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    """How the line is encrypted; `none` only to this machine."""
    ca_file: str | None = None
    """Certificates (PEM) to trust instead of the system's, for a server with one of its own."""
    folders: tuple[str, ...] = ("INBOX",)
    """Folders by name or pattern: `*` stands for anything, `%` for anything within one level, `/` also for the server's own separator."""
    since: date | None = None
    """A first import takes only mails that arrived on this day or later; without it, all."""
    timeout: float = 60.0
    """Seconds to wait for the server's next word."""

    def __post_init__(self) -> None:
        """Forget a password that was written down: the settings are shown, `check` says what to write instead."""
        if isinstance(self.password, str):
            object.__setattr__(self, "password", SecretReference())

    @property
    def server_port(self) -> int:
        """The port in force."""
        return self.port if self.port is not None else TLS_PORT if self.tls == "implicit" else PLAIN_PORT

    @property
    def title(self) -> str:
        """How sentences name this source."""
        return f"{_entry(self.name)}: {self.host}:{self.server_port}"

    @property
    def secret(self) -> SecretReference:
        """Where the password lies."""
        return self.password if isinstance(self.password, SecretReference) else SecretReference()

    def anchored(self, base: Path) -> Self:
        """Count relative paths from `base`, the folder of the configuration."""
        ca_file = None if self.ca_file is None else _anchor(base, self.ca_file)
        return replace(self, ca_file=ca_file, password=self.secret.anchored(base))

    def check(self) -> tuple[str, ...]:
        """Say in whole sentences what is wrong with the values; nothing is opened."""
        return tuple(f"{_entry(self.name)}: {fault}" for fault in self._faults())

    def _faults(self) -> Iterator[str]:
        yield from _faults_of_name(self.name)
        for setting, value in (("host", self.host), ("user", self.user)):
            if not value.strip() or not value.isprintable():
                yield f"{setting} is empty or holds control characters; write the {setting} that your mail program uses"
        if "/" in self.host or " " in self.host.strip():
            yield f'host is "{self.host}"; write the bare name, without scheme, port or path'
        for fault in self.secret.check():
            yield f"password {fault}"
        if not 0 < self.server_port < 65536:
            yield f"port is {self.port}; ports go from 1 to 65535"
        if self.tls == "none" and not is_loopback(self.host):
            yield 'tls = "none" would show password and mails to the network, and is for this machine only; write "implicit" or "starttls"'
        if not self.folders or not all(folder.strip() for folder in self.folders):
            yield 'folders is empty or names nothing; write folders = ["INBOX"]'
        if not 0 < self.timeout <= 3600:
            yield f"timeout is {self.timeout:g}; write seconds, more than 0 and at most 3600"


@dataclass(frozen=True, slots=True, kw_only=True)
class _FolderSource:
    """What the sources on disk have in common."""

    name: str
    """Your name for this source, unique in the configuration."""
    path: str
    """Where it lies; a relative path counts from the configuration file."""
    since: date | None = None
    """Only mails sent on this day or later, by their own Date; a mail without a date is taken. Without it, all."""

    @property
    def title(self) -> str:
        """How sentences name this source."""
        return f"{_entry(self.name)}: {self.path}"

    def anchored(self, base: Path) -> Self:
        """Count a relative path from `base`, the folder of the configuration."""
        return replace(self, path=_anchor(base, self.path))

    def check(self) -> tuple[str, ...]:
        """Say in whole sentences what is wrong with the values; nothing is opened."""
        faults = [*_faults_of_name(self.name)]
        if not self.path.strip() or "\0" in self.path:
            faults.append("path is empty; write where the mails lie")
        return tuple(f"{_entry(self.name)}: {fault}" for fault in faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class MaildirSource(_FolderSource):
    """A Maildir: `cur` and `new` are read."""

    type: Literal["maildir"] = "maildir"
    """The kind of source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MboxSource(_FolderSource):
    """An mbox file."""

    type: Literal["mbox"] = "mbox"
    """The kind of source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesSource(_FolderSource):
    """A folder of `.eml` files, with its subfolders."""

    type: Literal["files"] = "files"
    """The kind of source."""


SourceSettings = ImapSource | MaildirSource | MboxSource | FilesSource

SOURCE_TYPES: Mapping[str, type[SourceSettings]] = MappingProxyType(
    {"imap": ImapSource, "maildir": MaildirSource, "mbox": MboxSource, "files": FilesSource}
)
"""Value of `type` → class of the entry."""


def _entry(name: str) -> str:
    return f'[[sources]] "{name}"'


def _faults_of_name(name: str) -> Iterator[str]:
    if not name.strip() or not name.isprintable():
        yield "name is empty or holds control characters; give the source a name of its own"


def _anchor(base: Path, path: str) -> str:
    return str(base / Path(path).expanduser())
