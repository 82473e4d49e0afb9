"""The report cut for one person or team, in files and in mails; weeks that were missed; seats that come whole."""

import json
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.cuts import Cut, owners
from pipeline.reporting import MOST_MISSED
from requisitions.parties import Parties
from requisitions.versions import Mail
from requisitions.words import Status
from tests.nights import CLARIFICATION, NOW, OTHER, REQUISITION, House, mail
from tests.report_builders import amend, demand, full, report, seat
from tests.report_builders import mail as told
from tests.test_pipeline_delivery import Done, Post, post

__all__ = ["post"]

SATO = mail(
    "proposal",
    "Hello Ito,\n\nfor KH-2201 we would like to propose one person: T.K., 8 years of Java.\n\nSato\n",
    subject="Re: [KH-2201] Java engineer",
    sender="Sato <Sato@agency.example>",
    day=17,
    answers="first",
)
MORI = mail(
    "mori",
    "森様\n\nOM-771の件、弊社のエンジニアを1名ご提案します。\n",
    subject="Re: 【案件】OM-771 Javaエンジニア",
    sender="Mori <mori@agency.example>",
    day=18,
    answers="other",
)
TEAMS = '[teams]\nweb = ["sato@agency.example", "mori@agency.example"]\n'


def called(house: House, *arguments: str, now: str = NOW) -> Done:
    """Call the program in this process."""
    out, err, mask = StringIO(), StringIO(), os.umask(0o077)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setenv("REQDRIFT_NOW", now)
        status = cli.main([*arguments, "--config", str(house.folder / "pipeline.toml")])
    os.umask(mask)
    return Done(status, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Two seats, one of Sato's and one of Mori's."""
    made = House(tmp_path_factory.mktemp("cuts"))
    made.configure(TEAMS)
    made.put(REQUISITION, CLARIFICATION, OTHER, SATO, MORI)
    assert called(made, "run").returncode == 0
    return made


@pytest.fixture
def house(grown: House, tmp_path: Path) -> House:
    """The same house for each test anew."""
    shutil.copytree(grown.folder, tmp_path / "house", symlinks=True)
    made = object.__new__(House)
    made.folder, made.environment = tmp_path / "house", {}
    return made


def written(house: House, owner: str, status: int = 0) -> dict[str, str]:
    """Whose reports were written, each with its text in JSON."""
    done = called(house, "report", "--format", "json", "--lang", "en", "--owner", owner)
    assert done.returncode == status, done.stderr
    texts = [Path(line).read_text(encoding="utf-8") for line in done.stdout.splitlines()]
    return {json.loads(text)["head"]["owner"]: text for text in texts}


def test_a_cut_holds_the_seats_that_somebody_wrote_in_and_says_whose_it_is(house: House) -> None:
    ((name, text),) = written(house, "SATO@agency.example").items()
    assert name == "sato@agency.example"
    assert "KH-2201" in text
    assert "OM-771" not in text
    done = called(house, "report", "--format", "markdown", "--lang", "en", "--owner", "sato@agency.example")
    path = Path(done.stdout.strip())
    assert path.name == f"week.{Cut('sato@agency.example', frozenset()).slug}.en.md"
    assert "only seats in which sato" in path.read_text(encoding="utf-8")
    assert not (path.parent / "week.en.md").exists()


def test_a_team_has_the_seats_of_all_its_people_and_all_means_everybody(house: House) -> None:
    ((name, text),) = written(house, "web").items()
    assert (name, "KH-2201" in text, "OM-771" in text) == ("web", True, True)
    assert written(house, "all").keys() == {"web", "sato@agency.example", "mori@agency.example"}


def test_the_same_cut_gives_the_same_bytes(house: House) -> None:
    assert written(house, "all") == written(house, "all")


@pytest.mark.parametrize("owner", ["nobody@agency.example", "ito@kaze-broker.example", ""])
def test_who_wrote_in_no_thread_of_ours_is_refused_with_those_that_are_known(house: House, owner: str) -> None:
    done = called(house, "report", "--owner", owner)
    assert done.returncode == 2
    assert "known are web, mori@agency.example, sato@agency.example" in done.stderr


@pytest.mark.parametrize("name", ["../../etc/passwd", "営業一課", "a" * 300, "x@y\n/z", "CON", "-rf", "\ud800"])
def test_a_slug_is_a_file_s_name_whatever_the_name_is(name: str) -> None:
    slug = Cut(name, frozenset()).slug
    assert slug.isascii()
    assert slug.replace("-", "").isalnum()
    assert slug[0].isalnum()
    assert len(slug) <= 49
    assert slug != Cut(f"{name}.", frozenset()).slug


def test_everybody_gets_his_own_part_once(house: House, post: tuple[Post, int]) -> None:
    file = house.folder / "pipeline.toml"
    section = f'[delivery]\nhost = "127.0.0.1"\nport = {post[1]}\nsender = "Drift <reports@agency.example>"\ntls = "none"\nattach = []\n'
    file.write_text(f'{file.read_text(encoding="utf-8")}{section}to_en = ["sato@agency.example"]\nper_owner = true\n', encoding="utf-8")
    for _ in range(2):
        done = called(house, "report", "--format", "json", "--send")
        assert (done.returncode, done.stderr) == (0, "")
    assert sorted(recipient for recipient, _ in post[0].letters) == ["mori@agency.example", *["sato@agency.example"] * 2]
    subjects = {(recipient, " ".join(letter["Subject"].split())[-20:]) for recipient, letter in post[0].letters}
    assert {subject.rpartition("(")[2] for recipient, subject in subjects if recipient.startswith("sato")} == {
        "week 47)",
        "week 47, your seats)",
    }
    assert len({letter["Message-ID"] for _, letter in post[0].letters}) == 3


def test_per_owner_wants_our_domains(house: House) -> None:
    file = house.folder / "pipeline.toml"
    bare = file.read_text(encoding="utf-8").replace('[ours]\ndomains = ["agency.example"]\n', "")
    section = '[delivery]\nhost = "smtp.example"\nsender = "x@agency.example"\nto_ja = ["x@agency.example"]\nper_owner = true\n'
    file.write_text(bare + section, encoding="utf-8")
    done = called(house, "config", "check")
    assert (done.returncode, "say with [ours] domains which those are" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("teams", "sentence"),
    [
        ('web = "sato@agency.example"', "[teams] web: write a list of mail addresses"),
        ("web = []", "[teams] web: write a list of mail addresses"),
        ('web = ["Sato"]', "[teams] web: write a list of mail addresses"),
        ('All = ["sato@agency.example"]', '[teams] "All" stands for everybody'),
    ],
)
def test_senseless_teams_are_said(house: House, teams: str, sentence: str) -> None:
    file = house.folder / "pipeline.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(TEAMS, f"[teams]\n{teams}\n"), encoding="utf-8")
    done = called(house, "config", "check")
    assert (done.returncode, sentence in done.stderr) == (2, True)


def test_who_wrote_long_ago_or_has_closed_seats_only_is_not_at_work() -> None:
    ours = Parties(frozenset({"agency.example"}))
    first = demand("skill", "java", label="Java", quote="Java")
    wrote = told("11-16 10:00", subject="a")
    there = seat("A-1", "Java", "客先", full(wrote, first))
    by = "new@agency.example"
    mine = replace(there, mails=(*there.mails, replace(wrote, sender_address=by)))
    end = datetime(2026, 11, 22, 15, tzinfo=UTC)
    assert [cut.name for cut in owners([mine], ours, end)] == [by]
    assert owners([there], ours, end) == []
    assert owners([mine], ours, end + timedelta(weeks=27)) == []
    assert owners([mine], ours, wrote.stated_at) == []
    assert owners([replace(mine, status=Status.CLOSED)], ours, end) == []


def pages(house: House) -> set[str]:
    """The weeks that have a report."""
    return {path.name for path in (house.folder / "pages").iterdir() if not path.is_symlink()}


def test_weeks_that_were_missed_are_made_up_for(house: House) -> None:
    """Nobody ran it for three weeks."""
    shutil.rmtree(house.folder / "pages")
    called(house, "run")
    assert pages(house) == {"2026-W47"}
    called(house, "run", now="2026-12-15T03:15:00+09:00")
    assert pages(house) == {"2026-W47", "2026-W48", "2026-W49", "2026-W50"}
    assert (house.folder / "pages/latest").resolve().name == "2026-W50"
    before = {path: path.stat().st_mtime_ns for path in (house.folder / "pages").rglob("*.html")}
    called(house, "run", now="2026-12-15T03:15:00+09:00")
    assert {path: path.stat().st_mtime_ns for path in (house.folder / "pages").rglob("*.html")} == before


def test_a_year_of_missed_weeks_is_a_quarter_and_other_folders_are_none(house: House) -> None:
    (house.folder / "pages/2026-W99").mkdir()
    (house.folder / "pages/notes").mkdir()
    called(house, "run", now="2027-11-16T03:15:00+09:00")
    weeks = {name for name in pages(house) if name.startswith("2027")}
    assert (len(weeks), min(weeks), max(weeks)) == (MOST_MISSED, "2027-W33", "2027-W45")


def test_a_watched_seat_comes_whole_and_in_its_place() -> None:
    first = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
    more = demand("skill", "aws", label="AWS", quote="AWS必須")
    many = [seat(f"A-{n}", "Java", "客先", full(mail_of(n, "10-05"), first), amend(mail_of(n, "11-18"), more)) for n in range(10, 40)]
    plain = report(*many)
    last = plain.moved.lines[-1].name.requisition_id
    watched = report(*many, watched=[last])
    assert last in {one.name.requisition_id for one in watched.moved.whole}
    assert last not in {one.name.requisition_id for one in watched.moved.lines}
    assert watched.moved.number == plain.moved.number
    everything = report(*many, watched=[one.requisition_id for one in many])
    assert (len(everything.moved.whole), everything.moved.lines) == (30, ())


def mail_of(number: int, day: str) -> Mail:
    """A mail of that seat on that day."""
    return told(f"{day} 10:{number}", subject=f"{number}")
