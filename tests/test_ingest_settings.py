"""The `[[sources]]` of the configuration: what a TOML table becomes, and what is wrong with it."""

import ast
import inspect
import tomllib
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from ingest import settings as module
from ingest.credentials import SecretReference
from ingest.settings import SOURCE_TYPES, FilesSource, ImapSource, MaildirSource, MboxSource, SourceSettings, is_loopback

IMAP = ImapSource(name="sales", host="imap.agency.example", user="desk@agency.example", password=SecretReference(env="SALES_PASSWORD"))


def _read(toml: str) -> SourceSettings:
    """Convert as the pipeline does: class by type, strictly."""
    table = tomllib.loads(toml)
    return msgspec.convert(table, SOURCE_TYPES[table["type"]], strict=True)


def test_the_shortest_mailbox() -> None:
    """Name, host, user and where the password lies are enough: TLS, its port, INBOX, a minute of patience, no bound."""
    settings = _read(
        'type = "imap"\nname = "sales"\nhost = "imap.agency.example"\nuser = "desk@agency.example"\npassword = { env = "SALES_PASSWORD" }'
    )
    assert settings == IMAP
    assert isinstance(settings, ImapSource)
    assert (settings.tls, settings.server_port, settings.folders, settings.timeout, settings.since) == (
        "implicit",
        993,
        ("INBOX",),
        60.0,
        None,
    )
    assert settings.check() == ()


def test_a_mailbox_with_everything() -> None:
    settings = _read("""
        type = "imap"
        name = "sales"
        host = "localhost"
        user = "desk"
        password = { command = ["pass", "show", "desk"] }
        port = 1143
        tls = "none"
        ca_file = "our.pem"
        folders = ["INBOX", "案件/*"]
        since = 2026-09-01
        timeout = 5
        """)
    assert isinstance(settings, ImapSource)
    assert settings.secret == SecretReference(command=("pass", "show", "desk"))
    assert (settings.server_port, settings.folders, settings.since, settings.timeout) == (1143, ("INBOX", "案件/*"), date(2026, 9, 1), 5.0)
    assert settings.check() == ()


@pytest.mark.parametrize(
    "expected", [MaildirSource(name="old", path="mails"), MboxSource(name="old", path="mails"), FilesSource(name="old", path="mails")]
)
def test_folders_on_disk_need_name_and_path(expected: SourceSettings) -> None:
    settings = _read(f'type = "{expected.type}"\nname = "old"\npath = "mails"')
    assert settings == expected
    assert type(settings) is type(expected)
    assert (settings.since, settings.check()) == (None, ())


@pytest.mark.parametrize(
    ("toml", "where"),
    [
        ('type = "imap"\nname = "s"\nhost = "h"\nuser = "u"', "password"),
        ('type = "imap"\nname = "s"\nhost = "h"\nuser = "u"\npassword = { env = "P" }\ntls = "ssl"', "tls"),
        ('type = "imap"\nname = "s"\nhost = "h"\nuser = "u"\npassword = { env = "P" }\nfolders = "INBOX"', "folders"),
        ('type = "imap"\nname = "s"\nhost = "h"\nuser = "u"\npassword = { env = "P" }\nport = "993"', "port"),
        ('type = "files"\nname = "s"', "path"),
        ('type = "files"\nname = "s"\npath = "p"\nsince = "last week"', "since"),
    ],
)
def test_what_has_the_wrong_form_is_refused_by_name(toml: str, where: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=where):
        _read(toml)


def test_a_password_written_down_is_forgotten_and_refused() -> None:
    """The value is in no field and no text, and the sentence says what to write instead."""
    settings = _read('type = "imap"\nname = "sales"\nhost = "h"\nuser = "u"\npassword = "hunter2"')
    assert isinstance(settings, ImapSource)
    assert "hunter2" not in f"{settings!r} {settings.password} {settings.check()}"
    (fault,) = settings.check()
    assert fault.startswith('[[sources]] "sales": password says where the secret lies')
    assert '{ env = "NAME" }' in fault


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"name": " "}, "name"),
        ({"name": "a\nb"}, "name"),
        ({"host": ""}, "host"),
        ({"host": "imaps://imap.agency.example"}, "host"),
        ({"user": ""}, "user"),
        ({"user": "desk\r\nA1 DELETE INBOX"}, "user"),
        ({"port": 0}, "port"),
        ({"port": 65536}, "port"),
        ({"tls": "none"}, "tls"),
        ({"folders": ()}, "folders"),
        ({"folders": ("INBOX", " ")}, "folders"),
        ({"timeout": 0.0}, "timeout"),
        ({"timeout": float("nan")}, "timeout"),
        ({"password": SecretReference()}, "password"),
        ({"password": SecretReference(env="A", file="b")}, "password"),
    ],
)
def test_each_fault_of_a_mailbox_is_one_sentence_that_names_it(change: dict[str, object], word: str) -> None:
    """What, where and the way out."""
    (fault,) = replace(IMAP, **change).check()  # type: ignore[arg-type] # one field of any type
    assert fault.startswith("[[sources]] ")
    assert f": {word} " in fault
    assert ";" in fault


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "127.0.0.1", "127.8.8.8", "::1"])
def test_an_open_line_to_this_machine_is_no_fault(host: str) -> None:
    assert is_loopback(host)
    assert replace(IMAP, host=host, tls="none").check() == ()


@pytest.mark.parametrize("host", ["imap.agency.example", "localhost.agency.example", "10.0.0.1", "127.0.0.1.agency.example", "::2", ""])
def test_other_machines_are_not_this_one(host: str) -> None:
    assert not is_loopback(host)


def test_a_folder_without_a_path_is_a_fault() -> None:
    (fault,) = FilesSource(name="old", path=" ").check()
    assert fault == '[[sources]] "old": path is empty; write where the mails lie'


@pytest.mark.parametrize(("tls", "port"), [("implicit", 993), ("starttls", 143), ("none", 143)])
def test_the_port_follows_the_encryption(tls: str, port: int) -> None:
    assert replace(IMAP, tls=tls).server_port == port  # type: ignore[arg-type] # a parameter is a str


def test_relative_paths_count_from_the_configuration() -> None:
    base = Path("/etc/reqdrift")
    mailbox = replace(IMAP, ca_file="our.pem", password=SecretReference(file="secret")).anchored(base)
    assert mailbox.ca_file == "/etc/reqdrift/our.pem"
    assert mailbox.secret.file == "/etc/reqdrift/secret"
    assert MboxSource(name="old", path="old.mbox").anchored(base).path == "/etc/reqdrift/old.mbox"


def test_absolute_paths_and_other_secrets_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/desk")
    base = Path("/etc/reqdrift")
    assert IMAP.anchored(base) == IMAP
    assert FilesSource(name="old", path="/var/mails").anchored(base).path == "/var/mails"
    assert FilesSource(name="old", path="~/mails").anchored(base).path == "/home/desk/mails"


def test_every_setting_is_documented_where_it_is_declared() -> None:
    """The documentation is made from the text under each field."""
    documented = {
        (node.name, statement.target.id)
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.ClassDef)
        for statement, after in zip(node.body, node.body[1:], strict=False)
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str)
    }
    for kind in SOURCE_TYPES.values():
        for field in fields(kind):
            assert any((parent.__name__, field.name) in documented for parent in kind.__mro__), f"{kind.__name__}.{field.name}"
