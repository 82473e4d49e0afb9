"""A house of its own for a test: mails, a configuration, and the program run as people run it, in a process of its own."""

import base64
import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.dovecot import Account

PROGRAM = Path(sys.executable).parent / "reqdrift"
POISON = Path(__file__).resolve().parent / "poison"
NOW = "2026-11-24T03:15:00+09:00"
"""A Tuesday night; the last complete week is 2026-W47."""

VIEWS = (
    "messages",
    "requisitions",
    "statements",
    "links",
    "versions",
    "requirements",
    "hints",
    "changes",
    "events",
    "flags",
    "problems",
    "corrections",
)
"""What a rebuild must give again, which is all but `runs`."""


def mail(
    name: str,
    body: str,
    *,
    subject: str = "[KH-2201] Java engineer",
    sender: str = "Ito <ito@kaze-broker.example>",
    day: int = 16,
    answers: str | None = None,
) -> bytes:
    """A mail of November 2026, with a Message-ID made of its name."""
    headers = [
        f"From: {_encoded(sender)}",
        "To: sales@agency.example",
        f"Subject: {_encoded(subject)}",
        f"Message-ID: <{name}@kaze-broker.example>",
        f"Date: {day:02d} Nov 2026 10:00:00 +0900",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    if answers is not None:
        headers += [f"In-Reply-To: <{answers}@kaze-broker.example>", f"References: <{answers}@kaze-broker.example>"]
    return ("\n".join(headers) + "\n\n" + body).encode()


def nested(depth: int) -> bytes:
    """A mail of so many parts, one inside the other."""
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(depth))
    return f"From: x@deep.example\nSubject: deep\nMIME-Version: 1.0\n{opened}Content-Type: text/plain\n\nJava 3+ years\n".encode()


def _encoded(text: str) -> str:
    name, mark, address = text.partition(" <")
    return text if text.isascii() else f"=?utf-8?b?{base64.b64encode(name.encode()).decode()}?={mark}{address}"


def full(reference: str, title: str) -> str:
    """The words of a whole requisition."""
    return f"""Hello,

we are looking for somebody for our client.

Reference: {reference}
Position: {title}
Must: Java 3+ years
Nice to have: AWS
Rate: 650,000 JPY per month
Location: Shibuya
Start: 2026-12-01
"""


REQUISITION = mail("first", full("KH-2201", "Java engineer"))
CLARIFICATION = mail(
    "second",
    """Hello,

one thing has changed for KH-2201: AWS is now a must, because the person before left.
""",
    subject="Re: [KH-2201] Java engineer",
    day=18,
    answers="first",
)
OTHER = mail(
    "other",
    """お世話になっております。オーク森です。
下記の案件で要員を探しております。

案件番号：OM-771
案件名：Javaエンジニア
必須：Java経験2年以上
尚可：AWS
単価：65万円
勤務地：横浜
開始：2026年12月1日
""",
    subject="【案件】OM-771 Javaエンジニア",
    sender="森 <mori@oak-partners.example>",
    day=17,
)
BROKEN = b"From: x@kaze-broker.example\nSubject: nothing to read\nMIME-Version: 1.0\nContent-Type: application/octet-stream\n\n\x00\x01\x02"
"""A mail without a readable part."""


def filler(count: int) -> list[bytes]:
    """Mails that are each a requisition of its own."""
    return [
        mail(
            f"c{number}",
            full(f"PY-{1000 + number}", f"Python engineer {number}"),
            subject=f"[PY-{1000 + number}] Python engineer {number}",
            sender=f"x <x@firm{number}.example>",
        )
        for number in range(count)
    ]


@dataclass
class House:
    """A folder with a configuration and all that the program makes of it."""

    folder: Path
    sources: str = '[[sources]]\nname = "old"\ntype = "files"\npath = "mails"\n'
    settings: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.folder / "mails").mkdir()
        self.configure()

    def configure(self, settings: str = "") -> None:
        """Write the configuration, with further settings in front of the sources."""
        head = '[store]\npath = "db/x.duckdb"\n[archive]\npath = "archive"\n[reports]\noutput = "pages"\n'
        head += '[ours]\ndomains = ["agency.example"]\n'
        (self.folder / "pipeline.toml").write_text(head + settings + self.sources, encoding="utf-8")

    def put(self, *mails: bytes) -> None:
        """Put mails into the folder that is a source."""
        for content in mails:
            (self.folder / "mails" / f"{hashlib.sha256(content).hexdigest()[:16]}.eml").write_bytes(content)

    def call(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Call the program, nobody watching."""
        with self.start(*arguments, **environment) as process:
            out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def start(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        """Start the program and go on."""
        return subprocess.Popen(
            [PROGRAM, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env={**os.environ, "REQDRIFT_NOW": NOW, **self.environment, **environment},
        )

    def run(self, status: int = 0, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run a night that ends with this status."""
        done = self.call("run", **environment)
        assert done.returncode == status, done.stderr
        assert done.stdout == ""
        return done

    @property
    def snapshot(self) -> Path:
        """The published database."""
        return self.folder / "db/x.duckdb"

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the published database."""
        with duckdb.connect(str(self.snapshot), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def views(self, *, without: Sequence[str] = ()) -> Mapping[str, list[str]]:
        """All rows of the views that a rebuild must give again, as text, in an order of their own."""
        with duckdb.connect(str(self.snapshot), read_only=True) as connection:
            found = {}
            for view in VIEWS:
                relation = connection.execute(f"SELECT * FROM {view}")  # noqa: S608 - a constant
                names = [column[0] for column in relation.description or ()]
                kept = [place for place, name in enumerate(names) if name not in without]
                found[view] = sorted(str([row[place] for place in kept]) for row in relation.fetchall())
            return found

    def state(self) -> tuple[str, int]:
        """The bytes of the snapshot, and when they were written."""
        return hashlib.sha256(self.snapshot.read_bytes()).hexdigest(), self.snapshot.stat().st_mtime_ns

    def strays(self) -> list[str]:
        """Files that no finished run leaves behind."""
        folders = (self.folder / "db", self.folder / "pages")
        return sorted(path.name for folder in folders for path in folder.rglob("*") if ".part" in path.name or ".next" in path.name)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house whose source is a folder of mails."""
    return House(tmp_path)


@pytest.fixture
def post(tmp_path: Path, mailbox: Account) -> House:
    """A house whose source is a mailbox on a real server."""
    sources = (
        f'[[sources]]\nname = "sales"\ntype = "imap"\nhost = "127.0.0.1"\nport = {mailbox.port}\ntls = "none"\n'
        f'user = "{mailbox.user}"\npassword = {{ env = "REQDRIFT_TEST_PASSWORD" }}\n'
    )
    return House(tmp_path, sources)
