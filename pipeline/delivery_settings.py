"""The `[delivery]` section of the configuration: who gets the weekly report by mail, and through which server."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.utils import parseaddr
from pathlib import Path
from typing import Literal, Self

from ingest.credentials import SecretReference
from ingest.settings import is_loopback

TLS_PORT, SUBMISSION_PORT, PLAIN_PORT = 465, 587, 25
ATTACHABLE = ("html", "markdown", "json", "xlsx", "pdf")
"""The formats that may go with a mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverySettings:
    """Where mails are handed in, by whom and for whom."""

    host: str
    """Name of the server, as its certificate bears it."""
    sender: str
    """Who the mail is from: an address, or `Name <address>`."""
    to_ja: tuple[str, ...] = ()
    """Addresses that get the Japanese report."""
    to_en: tuple[str, ...] = ()
    """Addresses that get the English report."""
    attach: tuple[str, ...] = ("xlsx",)
    """Formats that go with the mail as files: some of `ATTACHABLE`."""
    per_owner: bool = False
    """Whether everybody of ours who wrote in a thread gets the report of those seats, too."""
    user: str | None = None
    """The account to sign in with; without it nobody signs in."""
    password: SecretReference | str | None = None
    """Where its password, or its access token, lies: `{ env = … }`, `{ file = … }`, `{ command = … }` or `{ credential = … }`."""
    auth: Literal["password", "xoauth2"] = "password"
    """How the account signs in; `xoauth2` with an access token."""
    tls: Literal["implicit", "starttls", "none"] = "starttls"
    """How the line is encrypted; `none` only to this machine."""
    port: int | None = None
    """Where the server listens; without it 465 for `tls = "implicit"`, 587 for `starttls`, 25 for `none`."""
    ca_file: str | None = None
    """Certificates (PEM) to trust instead of the system's, for a server with one of its own."""
    timeout: float = 60.0
    """Seconds to wait for the server's next word."""

    def __post_init__(self) -> None:
        """Forget a password that was written down: the settings are shown, `check` says what to write instead."""
        if isinstance(self.password, str):
            object.__setattr__(self, "password", SecretReference())

    @property
    def server_port(self) -> int:
        """The port in force."""
        usual = {"implicit": TLS_PORT, "starttls": SUBMISSION_PORT, "none": PLAIN_PORT}
        return usual[self.tls] if self.port is None else self.port

    @property
    def title(self) -> str:
        """How sentences name the server."""
        return f"[delivery] {self.host}:{self.server_port}"

    @property
    def secret(self) -> SecretReference | None:
        """Where the password lies."""
        return self.password if isinstance(self.password, SecretReference) else None

    @property
    def domain(self) -> str:
        """The domain that the mails' ids are of."""
        return parseaddr(self.sender)[1].rpartition("@")[2].lower()

    @property
    def recipients(self) -> tuple[tuple[str, str], ...]:
        """Language and address of each mail; who stands in both lists gets the Japanese one."""
        first = dict.fromkeys(self.to_ja, "ja")
        return tuple((language, address) for address, language in (dict.fromkeys(self.to_en, "en") | first).items())

    def anchored(self, base: Path) -> Self:
        """Count relative paths from `base`, the folder of the configuration."""
        ca_file = None if self.ca_file is None else str(base / Path(self.ca_file).expanduser())
        return replace(self, ca_file=ca_file, password=None if self.secret is None else self.secret.anchored(base))

    def check(self) -> tuple[str, ...]:
        """Say in whole sentences what is wrong with the values; nothing is opened."""
        return tuple(f"[delivery] {fault}" for fault in (*self._faults_of_mails(), *self._faults_of_server()))

    def _faults_of_mails(self) -> Iterator[str]:
        if not _is_address(parseaddr(self.sender)[1]) or not self.sender.isprintable():
            yield f'sender is "{self.sender}"; write an address, such as "Reports <reports@agency.example>"'
        for name, addresses in (("to_ja", self.to_ja), ("to_en", self.to_en)):
            yield from (f'{name}: "{address}" is no address' for address in addresses if not _is_address(address))
        if not self.to_ja and not self.to_en:
            yield "names nobody; write addresses into to_ja or to_en"
        known = ", ".join(ATTACHABLE)
        yield from (f'attach: "{name}" is unknown; known are {known}' for name in self.attach if name not in ATTACHABLE)

    def _faults_of_server(self) -> Iterator[str]:
        if not self.host.strip() or not self.host.isprintable() or "/" in self.host:
            yield f'host is "{self.host}"; write the bare name, without scheme, port or path'
        if (self.user is None) != (self.password is None):
            yield "user and password go together; write both or neither"
        for fault in () if self.secret is None else self.secret.check():
            yield f"password {fault}"
        if not 0 < self.server_port < 65536:
            yield f"port is {self.port}; ports go from 1 to 65535"
        if self.tls == "none" and not is_loopback(self.host):
            yield 'tls = "none" would show password and mails to the network, and is for this machine only; write "implicit" or "starttls"'
        if not 0 < self.timeout <= 3600:
            yield f"timeout is {self.timeout:g}; write seconds, more than 0 and at most 3600"


def is_addresses(told: object) -> bool:
    """Whether it is a list of one mail address or more."""
    return isinstance(told, list) and bool(told) and all(isinstance(one, str) and _is_address(one) for one in told)


def _is_address(text: str) -> bool:
    local, _, domain = text.rpartition("@")
    return bool(local and domain) and text.isprintable() and not set(text) & set(' <>",;:')
