"""The report by mail, against a real SMTP server: one mail a week and recipient, whatever happens in between."""

# ruff: noqa: ARG002, N802 - signatures and names are the server's

import base64
import os
import shutil
import signal
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from io import StringIO
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from ingest.credentials import SecretReference
from pipeline.cli import main
from pipeline.delivery_settings import DeliverySettings
from tests.nights import CLARIFICATION, NOW, REQUISITION, House

SECRET = "correct-horse"
TOKEN = "ya29.token"


@dataclass
class Post:
    """What a server got, and what it is told to answer."""

    letters: list[tuple[str, EmailMessage]] = field(default_factory=list)
    """Recipient and mail."""
    refuse: dict[str, str] = field(default_factory=dict)
    """Answers to recipients."""
    signed_in: list[str] = field(default_factory=list)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        """Take or refuse a recipient."""
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a mail."""
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        letter = message_from_bytes(content, policy=POLICY)
        assert isinstance(letter, EmailMessage)
        self.letters += [(str(address), letter) for address in envelope.rcpt_tos]
        return "250 OK"

    async def auth_XOAUTH2(self, server: SMTP, arguments: list[str]) -> AuthResult:
        """Sign somebody in by his token."""
        told = base64.b64decode(arguments[1]).decode()
        self.signed_in.append(told.split("\x01")[0])
        if f"auth=Bearer {TOKEN}\x01\x01" in told:
            return AuthResult(success=True)
        await server.push("334 eyJzdGF0dXMiOiI0MDEifQ==")
        assert (await server._reader.readline()).strip() == b""
        return AuthResult(success=False, handled=False)

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        """Sign somebody in by his password."""
        given = getattr(data, "password", b"")
        self.signed_in.append(getattr(data, "login", b"").decode())
        return AuthResult(success=given == SECRET.encode(), handled=False)


@dataclass(frozen=True)
class Done:
    """How a call ended."""

    returncode: int
    stdout: str
    stderr: str


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def post() -> Iterator[tuple[Post, int]]:
    """A server on loopback without TLS."""
    taken, port = Post(), free_port()
    controller = Controller(taken, hostname="127.0.0.1", port=port)
    controller.start()
    yield taken, port
    controller.stop()


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house after a night."""
    made = House(tmp_path_factory.mktemp("delivery"))
    made.put(REQUISITION, CLARIFICATION)
    made.run()
    return made


def configured(
    read: House, folder: Path, port: int, more: str = 'tls = "none"', to: str = 'to_ja = ["a@x.example"]\nto_en = ["b@x.example"]'
) -> House:
    """The house with an archive of its own and a server."""
    for name in ("archive", "db", "mails"):
        shutil.copytree(read.folder / name, folder / name)
    toml = (read.folder / "pipeline.toml").read_text(encoding="utf-8")
    section = f'[delivery]\nhost = "127.0.0.1"\nport = {port}\nsender = "要件変動 <reports@agency.example>"\n{to}\n{more}\n'
    (folder / "pipeline.toml").write_text(toml + section, encoding="utf-8")
    house = object.__new__(House)
    house.folder, house.environment = folder, {}
    return house


def sent(house: House, *more: str, **environment: str) -> Done:
    """Send the week, in this process: a server answers in milliseconds, a process starts in seconds."""
    out, err, mask = StringIO(), StringIO(), os.umask(0o077)
    arguments = ["report", "--config", str(house.folder / "pipeline.toml"), "--week", "2026-W47", "--format", "json", "--send", *more]
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in {"REQDRIFT_NOW": NOW, **environment}.items():
            patch.setenv(name, value)
        status = main(arguments)
    os.umask(mask)
    return Done(status, out.getvalue(), err.getvalue())


def test_everybody_gets_one_mail_in_his_language_however_often_it_is_sent(read: House, tmp_path: Path, post: tuple[Post, int]) -> None:
    taken, port = post
    house = configured(read, tmp_path, port)
    assert sent(house).returncode == 0
    assert sent(house).returncode == 0
    assert len(taken.letters) == 2
    letters = dict(taken.letters)
    assert letters.keys() == {"a@x.example", "b@x.example"}
    assert "第47週" in letters["a@x.example"]["Subject"]
    assert "(week 47)" in letters["b@x.example"]["Subject"]
    for recipient, letter in letters.items():
        assert letter["To"] == recipient
        assert letter["From"] == "要件変動 <reports@agency.example>"
        assert letter["Auto-Submitted"] == "auto-generated"
        assert letter["List-Id"] == "reqdrift <weekly.reqdrift.agency.example>"
        assert letter["Date"] == "Mon, 23 Nov 2026 18:15:00 +0000", "when it was sent"
        assert letter["X-Unsent"] is None
        (attached,) = letter.iter_attachments()
        assert str(attached.get_filename()).startswith("req-drift_2026-W47.")
    assert letters["a@x.example"]["Message-ID"] != letters["b@x.example"]["Message-ID"]


def test_somebody_new_gets_it_and_nobody_twice(read: House, tmp_path: Path, post: tuple[Post, int]) -> None:
    taken, port = post
    house = configured(read, tmp_path, port, to='to_ja = ["a@x.example"]')
    sent(house)
    file = house.folder / "pipeline.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"a@x.example"', '"a@x.example", "c@x.example"'), encoding="utf-8")
    sent(house)
    assert [recipient for recipient, _ in taken.letters] == ["a@x.example", "c@x.example"]


def test_killed_between_the_server_and_the_record_it_is_sent_again_under_the_same_id(
    read: House, tmp_path: Path, post: tuple[Post, int]
) -> None:
    taken, port = post
    house = configured(read, tmp_path, port, to='to_en = ["b@x.example"]')
    killed = house.call("report", "--week", "2026-W47", "--format", "json", "--send", REQDRIFT_CRASH_AT="after-data")
    assert killed.returncode == -signal.SIGKILL
    assert sent(house).returncode == 0
    first, second = (letter for _, letter in taken.letters)
    assert first["Message-ID"] == second["Message-ID"]
    assert str(first["Message-ID"]).startswith("<reqdrift.2026-W47.")
    sent(house)
    assert len(taken.letters) == 2


def test_one_refused_recipient_costs_nobody_else_his_mail(read: House, tmp_path: Path, post: tuple[Post, int]) -> None:
    taken, port = post
    house = configured(read, tmp_path, port)
    taken.refuse = {"b@x.example": "550 no such user here: s3cret"}
    done = sent(house)
    assert done.returncode == 3
    assert f"b@x.example: [delivery] 127.0.0.1:{port} refuses the recipient (code 550); check the address" in done.stderr
    assert "s3cret" not in done.stderr
    assert [recipient for recipient, _ in taken.letters] == ["a@x.example"]
    taken.refuse = {"b@x.example": "450 later"}
    assert "tries again" in sent(house).stderr
    taken.refuse = {}
    assert sent(house).returncode == 0
    assert [recipient for recipient, _ in taken.letters] == ["a@x.example", "b@x.example"]


def test_a_server_that_is_not_there_means_later_and_nothing_is_noted(read: House, tmp_path: Path, post: tuple[Post, int]) -> None:
    taken, port = post
    closed = free_port()
    house = configured(read, tmp_path, closed)
    done = sent(house)
    assert done.returncode == 75
    assert f"[delivery] 127.0.0.1:{closed} cannot be reached" in done.stderr
    file = house.folder / "pipeline.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(str(closed), str(port)), encoding="utf-8")
    assert sent(house).returncode == 0
    assert len(taken.letters) == 2


def test_a_dry_run_writes_the_mails_and_sends_none(read: House, tmp_path: Path, post: tuple[Post, int]) -> None:
    taken, port = post
    house = configured(read, tmp_path, port)
    for _ in range(2):
        done = sent(house, "--dry-run", "--output", str(tmp_path / "out"))
        assert (done.returncode, done.stderr) == (0, "")
        paths = [Path(line) for line in done.stdout.splitlines()]
        assert [path.name for path in paths] == ["week.ja.json", "mail.en.01.eml", "mail.ja.02.eml"]
        letter = message_from_bytes(paths[1].read_bytes(), policy=POLICY)
        assert letter["To"] == "b@x.example"
    assert taken.letters == []
    sent(house)
    assert len(taken.letters) == 2


def test_what_cannot_be_sent_is_said_before_anything_is_written(read: House, tmp_path: Path) -> None:
    done = sent(read, "--output", str(tmp_path))
    assert done.returncode == 2
    assert "has no [delivery]" in done.stderr
    assert not list(tmp_path.iterdir())
    alone = read.call("report", "--dry-run")
    assert (alone.returncode, "--dry-run goes with --send" in alone.stderr) == (2, True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine with its key beside it."""
    folder = tmp_path_factory.mktemp("certificate")
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(folder / "server.key")]
    argv = ["openssl", "req", "-x509", *key, "-out", str(folder / "server.pem"), "-days", "2", "-subj", "/CN=localhost", "-addext", names]
    subprocess.run(argv, check=True, capture_output=True)
    return folder / "server.pem"


@pytest.fixture
def safe_post(certificate: Path) -> Iterator[tuple[Post, int]]:
    """A server that wants STARTTLS and a sign-in."""
    taken, port = Post(), free_port()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    controller = Controller(
        taken,
        hostname="127.0.0.1",
        port=port,
        tls_context=context,
        require_starttls=True,
        auth_required=True,
        authenticator=taken.authenticate,
    )
    controller.start()
    yield taken, port
    controller.stop()


def account(certificate: Path, *more: str) -> str:
    """Settings of an account."""
    return "\n".join([f'ca_file = "{certificate}"', 'user = "u@agency.example"', 'password = { env = "PW" }', *more])


def test_an_account_signs_in_over_starttls_and_its_password_is_said_nowhere(
    read: House, tmp_path: Path, safe_post: tuple[Post, int], certificate: Path
) -> None:
    taken, port = safe_post
    house = configured(read, tmp_path, port, account(certificate))
    wrong = sent(house, PW="wrong-pony")
    assert wrong.returncode == 1
    assert "refuses the account u@agency.example (code 535)" in wrong.stderr
    assert "wrong-pony" not in wrong.stderr
    missing = sent(house)
    assert missing.returncode == 1
    assert "environment variable PW holds no secret" in missing.stderr
    assert taken.letters == []
    assert sent(house, PW=SECRET).returncode == 0
    assert len(taken.letters) == 2
    shown = house.call("config", "show", PW="").stdout
    assert "# password: environment variable PW" in shown
    assert 'to_ja = ["a@x.example"]' in shown


def test_an_account_signs_in_with_a_token(read: House, tmp_path: Path, safe_post: tuple[Post, int], certificate: Path) -> None:
    taken, port = safe_post
    house = configured(read, tmp_path, port, account(certificate, 'auth = "xoauth2"'))
    refused = sent(house, PW="old-token")
    assert refused.returncode == 1
    assert "refuses the account" in refused.stderr
    assert sent(house, PW=TOKEN).returncode == 0
    assert set(taken.signed_in) == {"user=u@agency.example"}
    assert len(taken.letters) == 2


def test_a_certificate_that_nobody_vouches_for_gets_no_password(read: House, tmp_path: Path, safe_post: tuple[Post, int]) -> None:
    taken, port = safe_post
    house = configured(read, tmp_path, port, 'user = "u"\npassword = { env = "PW" }')
    done = sent(house, PW=SECRET)
    assert done.returncode == 1
    assert "shows a certificate that is not trusted" in done.stderr
    assert taken.signed_in == []


def test_a_server_without_starttls_gets_no_password(read: House, tmp_path: Path, post: tuple[Post, int]) -> None:
    house = configured(read, tmp_path, post[1], 'user = "u"\npassword = { env = "PW" }')
    done = sent(house, PW=SECRET)
    assert done.returncode == 1
    assert 'does not offer what tls = "starttls" and auth ask for' in done.stderr


GOOD = DeliverySettings(host="smtp.example", sender="Reports <reports@agency.example>", to_ja=("a@x.example",))


def test_good_settings_have_no_faults_and_know_their_ports() -> None:
    assert GOOD.check() == ()
    assert (GOOD.server_port, GOOD.domain) == (587, "agency.example")


def changed(**values: object) -> tuple[str, ...]:
    """The faults of settings with other values."""
    return replace(GOOD, **values).check()  # type: ignore[arg-type] # fields of the settings


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"sender": "nobody"}, 'sender is "nobody"; write an address'),
        ({"to_ja": ()}, "names nobody"),
        ({"to_en": ("a@x.example, b@x.example",)}, 'to_en: "a@x.example, b@x.example" is no address'),
        ({"to_en": ("a@x.example\r\nBcc: c@x.example",)}, "is no address"),
        ({"attach": ("mail",)}, 'attach: "mail" is unknown'),
        ({"user": "u"}, "user and password go together"),
        ({"user": "u", "password": "plain"}, "password says where the secret lies, not what it is"),
        ({"tls": "none"}, "is for this machine only"),
        ({"port": 0}, "ports go from 1 to 65535"),
        ({"host": "smtp://x"}, "write the bare name"),
        ({"timeout": 0.0}, "write seconds"),
    ],
)
def test_senseless_settings_are_said(values: dict[str, object], sentence: str) -> None:
    (fault,) = changed(**values)
    assert fault.startswith("[delivery] ")
    assert sentence in fault


def test_who_stands_in_both_lists_gets_one_mail() -> None:
    both = replace(GOOD, to_en=("a@x.example", "b@x.example"))
    assert sorted(both.recipients) == [("en", "b@x.example"), ("ja", "a@x.example")]


def test_a_password_that_was_written_down_is_shown_nowhere() -> None:
    assert "plain" not in repr(replace(GOOD, user="u", password="plain"))
    assert isinstance(replace(GOOD, password="plain").secret, SecretReference)


def test_the_doctor_signs_in_and_sends_nothing(read: House, tmp_path: Path, safe_post: tuple[Post, int], certificate: Path) -> None:
    taken, port = safe_post
    house = configured(read, tmp_path, port, account(certificate))
    for secret, status, sentence in (
        (SECRET, 0, f"ok      delivery: [delivery] 127.0.0.1:{port} (STARTTLS), signed in as u@agency.example; 2 recipients"),
        ("wrong-pony", 1, f"FAULT   delivery: [delivery] 127.0.0.1:{port} refuses the account u@agency.example (code 535)"),
        ("", 1, "FAULT   delivery: "),
    ):
        out = StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out):
            patch.setenv("PW", secret)
            assert main(["doctor", "--config", str(house.folder / "pipeline.toml")]) == status
        assert sentence in out.getvalue()
        assert "wrong-pony" not in out.getvalue()
    assert taken.letters == []
