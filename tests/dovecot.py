"""A real IMAP server for tests: Debian's Dovecot as an unprivileged process on loopback, with a configuration of its own.

`dovecot` (a fixture) is one server for the whole session; `mailbox` gives each test an empty account on it.
"""

import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from imapclient import IMAPClient

from ingest.credentials import SecretReference
from ingest.settings import ImapSource

PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
PASSWORD = "correct-horse"
"""Of every account; any name is an account, made when it first signs in."""
PASSWORD_VARIABLE = "REQDRIFT_TEST_PASSWORD"
START_SECONDS = 20.0

CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_login_user = {user}
default_internal_user = {user}
default_internal_group = {group}
mail_uid = {user}
mail_gid = {group}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
mail_fsync = never
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
ssl = yes
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.key
ssl_dh =
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = home={folder}/homes/%u
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  mailbox Trash {{
    special_use = \\Trash
  }}
  mailbox Junk {{
    special_use = \\Junk
  }}
}}
service anvil {{
  chroot =
  # No pauses after wrong passwords, which a test run has many of.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Account:
    """An account on the server, with what a test does to it behind the program's back."""

    user: str
    port: int
    tls_port: int
    certificate: Path

    def client(self) -> IMAPClient:
        """Sign in the way a mail program does; a context manager."""
        client = IMAPClient("127.0.0.1", self.port, ssl=False, timeout=START_SECONDS)
        client.login(self.user, PASSWORD)
        return client

    def append(self, *mails: bytes, folder: str = "INBOX", flags: tuple[bytes, ...] = (), arrived: datetime | None = None) -> None:
        """Put mails into a folder."""
        with self.client() as client:
            for mail in mails:
                client.append(folder, mail, flags, arrived)

    def create(self, *folders: str) -> None:
        """Make folders."""
        with self.client() as client:
            for folder in folders:
                client.create_folder(folder)

    def remove(self, folder: str) -> None:
        """Delete a folder with all that is in it."""
        with self.client() as client:
            client.delete_folder(folder)

    def expunge(self, *uids: int, folder: str = "INBOX") -> None:
        """Delete mails for good."""
        with self.client() as client:
            client.select_folder(folder)
            client.delete_messages(list(uids))
            client.expunge()

    def flags(self, folder: str = "INBOX") -> dict[int, set[bytes]]:
        """Flags of each mail, by UID."""
        with self.client() as client:
            client.select_folder(folder, readonly=True)
            return {uid: set(flags) for uid, flags in client.get_flags(client.search()).items()}

    def settings(
        self,
        *,
        name: str = "sales",
        port: int | None = None,
        folders: tuple[str, ...] = ("INBOX",),
        since: datetime | None = None,
        timeout: float = START_SECONDS,
    ) -> ImapSource:
        """Make the `[[sources]]` entry for this account, over the line without TLS."""
        return ImapSource(
            name=name,
            host="127.0.0.1",
            user=self.user,
            password=SecretReference(env=PASSWORD_VARIABLE),
            port=port or self.port,
            tls="none",
            folders=folders,
            since=None if since is None else since.date(),
            timeout=timeout,
        )


class Dovecot:
    """One running server."""

    def __init__(self, folder: Path, separator: str) -> None:
        self.folder = folder
        self.port, self.tls_port = _free_ports(2)
        self.certificate = folder / "server.pem"
        owner = _owner()
        for name in ("run", "homes"):
            (folder / name).mkdir()
        _make_certificate(folder)
        (folder / "dovecot.conf").write_text(
            CONFIGURATION.format(
                folder=folder,
                user=owner.pw_name,
                group=grp.getgrgid(owner.pw_gid).gr_name,
                password=PASSWORD,
                separator=separator,
                port=self.port,
                tls_port=self.tls_port,
            )
        )
        for path in (folder, *folder.iterdir()):
            os.chown(path, owner.pw_uid, owner.pw_gid)
        self._process = self._start(owner)

    def account(self) -> Account:
        """Give an account that nobody used before."""
        return Account(f"{uuid.uuid4().hex}@agency.example", self.port, self.tls_port, self.certificate)

    def stop(self) -> None:
        """End the server and all its processes, at once and for sure."""
        if self._process.poll() is None:
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(START_SECONDS)
        # Who still holds a line may outlive the master for a moment, and write into what is about to be removed.
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def start(self) -> None:
        """Start it again after `stop`, on the same ports with the same mails."""
        self._process = self._start(_owner())

    def _start(self, owner: pwd.struct_passwd) -> subprocess.Popen[bytes]:
        root = os.geteuid() == 0
        assert PROGRAM is not None
        with (self.folder / "stderr").open("wb") as errors:
            process = subprocess.Popen(
                # The kernel ends it with us, even if nobody is left to call stop().
                ["setpriv", "--pdeathsig", "TERM", PROGRAM, "-F", "-c", str(self.folder / "dovecot.conf")],
                # With a pipe for its output, a server would keep the test run waiting.
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd=self.folder,
                start_new_session=True,
                user=owner.pw_uid if root else None,
                group=owner.pw_gid if root else None,
                extra_groups=[] if root else None,
            )
        end = time.monotonic() + START_SECONDS
        while process.poll() is None and time.monotonic() < end:
            if _listens(self.port) and _listens(self.tls_port):
                return process
            time.sleep(0.02)
        process.kill()
        process.wait()
        said = "".join(path.read_text(errors="replace") for path in (self.folder / "stderr", self.folder / "dovecot.log") if path.exists())
        raise RuntimeError(f"Dovecot does not start:\n{said}")


@contextmanager
def running(separator: str = ".") -> Iterator[Dovecot]:
    """Run a server for as long as the block lasts."""
    if PROGRAM is None:
        if os.environ.get("CI"):
            pytest.fail("Dovecot is missing: apt-get install dovecot-imapd")
        pytest.skip("Dovecot is missing (apt-get install dovecot-imapd)")
    # Not pytest's own folder: root's is closed to others, and Dovecot's sockets need short paths.
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
    try:
        server = Dovecot(folder, separator)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """One server for all tests of a session."""
    with running() as server:
        yield server


@pytest.fixture
def mailbox(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Account:
    """An empty account of this test's own, its password in `PASSWORD_VARIABLE`."""
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    return dovecot.account()


def _owner() -> pwd.struct_passwd:
    # Dovecot refuses to read mail as root, so root hands it to nobody.
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    try:
        return [listener.getsockname()[1] for listener in sockets]
    finally:
        for listener in sockets:
            listener.close()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _make_certificate(folder: Path) -> None:
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(folder / "server.key")]
    subprocess.run(
        ["openssl", "req", "-x509", *key, "-out", str(folder / "server.pem"), "-days", "2", "-subj", "/CN=localhost", "-addext", names],
        check=True,
        capture_output=True,
    )
