"""The configuration: what it says of settings that cannot be used, and how it understands those that can."""

import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from textwrap import dedent

import pytest

from ingest.settings import FilesSource, ImapSource
from pipeline.configuration import ConfigError, load
from pipeline.settings import Settings

MAILBOX = """
[[sources]]
name = "sales"
type = "imap"
host = "imap.example.com"
user = "sales@agency.example"
password = { env = "SECRET" }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pipeline.toml"


def loaded(file: Path, text: str) -> Settings:
    file.write_text(dedent(text), encoding="utf-8")
    return load(file)


def faults(file: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        loaded(file, text)
    assert all(line.startswith(f"{file}: ") for line in str(caught.value).splitlines())
    return caught.value.faults


def test_an_empty_file_is_a_configuration(file: Path) -> None:
    settings = loaded(file, "")
    assert settings.sources == ()
    assert settings.extract.min_confidence == 0.5
    assert (settings.reports.timezone, settings.reports.language) == ("Asia/Tokyo", "ja")
    assert settings.store.path == file.parent / "reqdrift.duckdb"


def test_relative_paths_count_from_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/clerk")
    settings = loaded(
        file,
        """
        [store]
        path = "db/x.duckdb"
        [archive]
        path = "/srv/archive"
        [reports]
        output = "~/pages"
        [[sources]]
        name = "old"
        type = "files"
        path = "mails"
        """,
    )
    assert settings.store.path == file.parent / "db/x.duckdb"
    assert settings.archive.path == Path("/srv/archive")
    assert settings.reports.output == Path("/home/clerk/pages")
    assert settings.sources == (FilesSource(name="old", path=str(file.parent / "mails")),)


def test_a_relative_file_name_still_gives_whole_paths(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("", encoding="utf-8")
    monkeypatch.chdir(file.parent)
    assert load(Path("pipeline.toml")).archive.path == file.parent / "archive"


def test_a_mailbox_is_understood(file: Path) -> None:
    (source,) = loaded(file, MAILBOX + "since = 2026-09-01\nfolders = ['INBOX', 'Projects/%']\n").sources
    assert isinstance(source, ImapSource)
    assert (source.since, source.folders, source.tls, source.server_port) == (date(2026, 9, 1), ("INBOX", "Projects/%"), "implicit", 993)
    assert source.secret.env == "SECRET"


def test_our_domain_is_the_accounts_unless_told(file: Path) -> None:
    assert loaded(file, MAILBOX).parties.ours == {"agency.example"}
    assert loaded(file, MAILBOX + '[ours]\ndomains = ["@Agency.Example", "agency-west.example"]').parties.ours == {
        "agency.example",
        "agency-west.example",
    }
    assert loaded(file, "").parties.ours == frozenset()


def test_companies_are_known_by_domain_whatever_its_case(file: Path) -> None:
    parties = loaded(file, '[intermediaries]\n"Broker.example" = "Broker Inc."\n[clients]\n"kita.example" = "北商事"').parties
    assert (parties.intermediaries, parties.clients) == ({"broker.example": "Broker Inc."}, {"kita.example": "北商事"})


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[stor]\npath = 'x'", '[stor] is unknown; did you mean "store"?'),
        ("[brief]\nx = 1", "[brief] is unknown; known are"),
        ("[extract]\nmin_confidense = 0.4", '[extract] min_confidense is unknown; did you mean "min_confidence"?'),
        (
            "[reports]\nschedule = 'weekly'",
            "[reports] schedule is unknown; known are address, formats, language, mail_link, output, silent_days, timezone, watch",
        ),
        ("[extract]\nmin_confidence = '0.4'", "[extract] min_confidence: expected a number, found text in quotes"),
        ("[extract]\nmin_confidence = 40", "[extract] min_confidence is 40"),
        ("[extract]\nvocabulary = ['terms.toml']", "[extract] vocabulary: there is no file /"),
        ("[store]\npath = 3", "[store] path: expected a path in quotes, found a whole number"),
        ("store = 'x.duckdb'", "[store] must be a table of settings"),
        ("[reports]\nwatch = 'A-1023'", "[reports] watch: expected a list, found text in quotes"),
        ("[reports]\nlanguage = 'jp'", '[reports] language is "jp"; known are en, ja'),
        ("[reports]\nsilent_days = 0", "[reports] silent_days is 0; write a number of days from 1 to 365"),
        ("[reports]\nsilent_days = 366", "[reports] silent_days is 366; write a number of days from 1 to 365"),
        ("[reports]\nsilent_days = 7.5", "[reports] silent_days: expected a whole number"),
        ("[reports]\ntimezone = 'Asia/Tokio'", '[reports] timezone is "Asia/Tokio"; did you mean "Asia/Tokyo"?'),
        ("[reports]\nmail_link = 'javascript:alert(1)'", "[reports] mail_link"),
        ("[ours]\ndomains = 'agency.example'", "[ours] domains: expected a list, found text in quotes"),
        ("[clients]\nkita.example = '北商事'", "[clients] kita: expected the company's name in quotes"),
        ("[sources]\nname = 'sales'", "[[sources]] must be written with two brackets"),
        ("[[sources]]\nname = 'sales'", '[[sources]] "sales": type is missing'),
        ("[[sources]]\nname = 'sales'\ntype = 'imapp'", '[[sources]] "sales": type "imapp" is unknown; did you mean "imap"?'),
        ("[[sources]]\ntype = 'files'\npath = 'x'", "[[sources]] number 1: name is missing"),
        ("[[sources]]\nname = 'old'\ntype = 'mbox'", '[[sources]] "old": path is missing'),
        (MAILBOX + "folder = 'INBOX'", '[[sources]] "sales": folder is unknown; did you mean "folders"?'),
        (MAILBOX + "tls = 'start-tls'", '[[sources]] "sales": tls is "start-tls"; did you mean "starttls"?'),
        (MAILBOX + "since = '1 September'", '[[sources]] "sales": since'),
        (MAILBOX.replace("env", "enw"), '[[sources]] "sales": password: enw is unknown; did you mean "env"?'),
        (MAILBOX + MAILBOX, '[[sources]] "sales" stands there twice'),
    ],
)
def test_a_fault_names_section_key_and_way_out(file: Path, text: str, fault: str) -> None:
    found = faults(file, text)
    assert any(sentence.startswith(fault) for sentence in found), found
    assert len(found) <= 2, found


def test_all_faults_are_said_at_once(file: Path) -> None:
    assert len(faults(file, "[stor]\npath = 'x'\n[extract]\nmin_confidence = 'x'\n[[sources]]\nname = 'a'\ntype = 'files'\n")) == 3


def test_a_password_in_the_file_is_refused_and_not_repeated(file: Path) -> None:
    (fault,) = faults(file, MAILBOX.replace('{ env = "SECRET" }', '"hunter2"'))
    assert "says where the secret lies" in fault
    assert "hunter2" not in fault


def test_no_tls_is_refused_beyond_this_machine(file: Path) -> None:
    (fault,) = faults(file, MAILBOX + 'tls = "none"')
    assert "for this machine only" in fault
    assert loaded(file, MAILBOX.replace("imap.example.com", "127.0.0.1") + 'tls = "none"').sources


def test_a_missing_file_says_how_to_get_one(file: Path) -> None:
    with pytest.raises(ConfigError, match="reqdrift config init"):
        load(file)


@pytest.mark.parametrize("content", [b"[store\n", b"\xff\xfe", b"path = "])
def test_a_file_that_is_no_toml_is_an_error_of_one_line(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(ConfigError, match="is no TOML") as caught:
        load(file)
    assert "\n" not in str(caught.value)


def test_the_sample_is_a_configuration_also_with_every_comment_taken_away(file: Path) -> None:
    sample = files("pipeline").joinpath("sample.toml").read_text(encoding="utf-8")
    assert loaded(file, sample).sources[0].name == "sales"
    settings = (
        *("timezone", "language", "mail_link", "watch", "min_confidence", "vocabulary", "domains", '"', "tls", "port", "ca_file"),
        *("folders", "since", "timeout", "name", "type", "path"),
        *("formats", "address", "silent_days", "[delivery]", "host", "sender", "to_ja", "to_en", "attach", "user", "password", "auth"),
    )
    lines = (line.removeprefix("# ") if line.startswith(tuple(f"# {name}" for name in settings)) else line for line in sample.splitlines())
    everything = "\n".join("[[sources]]" if line == "# [[sources]]" else line for line in lines)
    (file.parent / "terms.toml").touch()
    assert len(tomllib.loads(everything)["sources"]) == 2
    whole = loaded(file, everything)
    assert len(whole.sources) == 2
    assert whole.delivery is not None
