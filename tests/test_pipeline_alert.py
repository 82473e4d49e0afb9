"""Nightly alerts against a real SMTP server: who is told of what, once, and silence on a quiet night."""

import os
import shutil
import signal
from contextlib import redirect_stderr, redirect_stdout
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from io import StringIO
from pathlib import Path

import pytest

from pipeline import cli
from tests.nights import CLARIFICATION, OTHER, REQUISITION, House, full, mail
from tests.test_pipeline_delivery import Done, Post, free_port, post

__all__ = ["post"]

FIRST_NIGHT, SECOND_NIGHT, MORNING = (f"2026-11-{day}T03:15:00+09:00" for day in (18, 19, 20))
PROPOSAL = mail(
    "proposal",
    "Hello Ito,\n\nfor KH-2201 we would like to propose one person: T.K., 8 years of Java.\n\nSato\n",
    subject="Re: [KH-2201] Java engineer",
    sender="Sato <sato@agency.example>",
    day=17,
    answers="first",
)
INTERVIEW = mail(
    "interview",
    "Hello Sato,\n\nthank you. The interview for KH-2201 is fixed for 2026-11-26 at 14:00.\n\nIto\n",
    subject="Re: [KH-2201] Java engineer",
    day=17,
    answers="proposal",
)
PROPOSED_BY_THEM = mail(
    "theirs", full("PY-1000", "Python engineer"), subject="[PY-1000] Python engineer", sender="x <x@firm.example>", day=16
)
QUIET = mail("quiet", full("QT-1", "Tester"), subject="[QT-1] Tester", sender="x <x@firm2.example>", day=18)
CLOSED = mail(
    "closed",
    "Hello,\n\nKH-2201 is closed, the position has been filled.\n\nIto\n",
    subject="Re: [KH-2201] Java engineer",
    day=18,
    answers="first",
)
CLARIFIED_OTHER = mail(
    "other-moved",
    "OM-771について、AWSは必須に変更となりました。\n",
    subject="Re: 【案件】OM-771 Javaエンジニア",
    sender="森 <mori@oak-partners.example>",
    day=18,
    answers="other",
)


def called(house: House, *arguments: str, now: str) -> Done:
    """Call the program in this process, at some hour."""
    out, err, mask = StringIO(), StringIO(), os.umask(0o077)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setenv("REQDRIFT_NOW", now)
        status = cli.main([*arguments, "--config", str(house.folder / "pipeline.toml")])
    os.umask(mask)
    return Done(status, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house after its first night: one seat with a person of Sato's and an interview, one that nobody works on."""
    made = House(tmp_path_factory.mktemp("alert"))
    made.put(REQUISITION, PROPOSAL, INTERVIEW, OTHER, PROPOSED_BY_THEM)
    assert called(made, "run", now=FIRST_NIGHT).returncode == 0
    return made


@pytest.fixture(scope="module")
def moved(imported: House, tmp_path_factory: pytest.TempPathFactory) -> House:
    """That house a night later, when a clarification of Sato's seat came in."""
    made = copied(imported, tmp_path_factory.mktemp("moved") / "house")
    made.put(CLARIFICATION)
    assert called(made, "run", now=SECOND_NIGHT).returncode == 0
    return made


def copied(house: House, folder: Path) -> House:
    """The same house somewhere else."""
    shutil.copytree(house.folder, folder)
    made = object.__new__(House)
    made.folder, made.environment = folder, {}
    return made


def with_server(house: House, port: int) -> House:
    """A house that knows a mail server."""
    file = house.folder / "pipeline.toml"
    section = f'[delivery]\nhost = "127.0.0.1"\nport = {port}\nsender = "Drift <reports@agency.example>"\ntls = "none"\n'
    file.write_text(f'{file.read_text(encoding="utf-8")}{section}to_ja = ["boss@agency.example"]\n', encoding="utf-8")
    return house


@pytest.fixture
def house(moved: House, tmp_path: Path, post: tuple[Post, int]) -> House:
    """The house in which something moved, with a mail server."""
    return with_server(copied(moved, tmp_path / "house"), post[1])


@pytest.fixture
def fresh(imported: House, tmp_path: Path, post: tuple[Post, int]) -> House:
    """The house after its first night, with a mail server."""
    return with_server(copied(imported, tmp_path / "house"), post[1])


def alerted(house: House, now: str = SECOND_NIGHT) -> Done:
    """Send the alerts."""
    return called(house, "alert", now=now)


def night(house: House, *mails: bytes) -> Done:
    """A night that brings mails, and its alert."""
    house.put(*mails)
    assert called(house, "run", now=SECOND_NIGHT).returncode == 0
    return alerted(house)


def changed(house: House, old: str, new: str) -> None:
    """Change the configuration."""
    file = house.folder / "pipeline.toml"
    told = file.read_text(encoding="utf-8")
    assert old in told
    file.write_text(told.replace(old, new), encoding="utf-8")


def text(letter: EmailMessage) -> str:
    """The first part, which is the text."""
    first = next(part for part in letter.walk() if not part.is_multipart())
    assert first.get_content_type() == "text/plain"
    return str(first.get_content())


def html(letter: EmailMessage) -> str:
    """The part behind it."""
    body = letter.get_body(("html",))
    assert body is not None
    return str(body.get_content())


def test_the_owner_of_a_seat_with_a_person_proposed_is_told_what_moved(house: House, post: tuple[Post, int]) -> None:
    assert alerted(house) == Done(0, "", "")
    ((recipient, letter),) = post[0].letters
    assert recipient == letter["To"] == "sato@agency.example"
    assert letter["Subject"] == "Java engineer：提案のあとに必須1件が重くなり、単価は65万円/月のまま"
    assert (letter["Auto-Submitted"], letter["List-Id"]) == ("auto-generated", "reqdrift <alert.reqdrift.agency.example>")
    for part in (text(letter), html(letter)):
        for words in ("KH-2201", "1名", "11月26日", "AWS", "尚可", "必須", "AWS is now a must", "11/18(水) 10:00"):
            assert words in part
    assert "OM-771" not in text(letter)
    assert len(html(letter)) < 10_000


def test_nobody_is_told_twice_however_often_it_is_called(house: House, post: tuple[Post, int]) -> None:
    for now in (SECOND_NIGHT, SECOND_NIGHT, MORNING):
        assert alerted(house, now) == Done(0, "", "")
    ((change,),) = house.query("SELECT change_id FROM changes")
    called(house, "review", "confirm", str(change), "--by", "Sato", now=MORNING)
    alerted(house, MORNING)
    assert len(post[0].letters) == 1


def test_a_quiet_night_brings_no_mail(fresh: House, post: tuple[Post, int]) -> None:
    """Mails came in; none of them moves a seat that somebody is proposed for."""
    assert night(fresh, QUIET, CLARIFIED_OTHER) == Done(0, "", "")
    assert fresh.query("SELECT count(*) FROM changes") == [(1,)]
    assert post[0].letters == []


def test_what_a_first_import_brings_is_no_news(fresh: House, post: tuple[Post, int]) -> None:
    changed(fresh, "[delivery]", '[[sources]]\nname = "new"\ntype = "files"\npath = "more"\n[delivery]')
    (fresh.folder / "more").mkdir()
    (fresh.folder / "more/1.eml").write_bytes(CLARIFICATION)
    night(fresh)
    assert fresh.query("SELECT count(*) FROM changes") == [(1,)]
    assert post[0].letters == []


def test_a_night_whose_alert_failed_is_made_up_for_and_one_long_ago_is_not(house: House, post: tuple[Post, int]) -> None:
    assert alerted(house, "2026-11-25T03:15:00+09:00") == Done(0, "", "")
    assert post[0].letters == []
    alerted(house, "2026-11-21T03:15:00+09:00")
    assert [recipient for recipient, _ in post[0].letters] == ["sato@agency.example"]


def test_a_seat_that_was_closed_is_told_with_its_interview(fresh: House, post: tuple[Post, int]) -> None:
    night(fresh, CLOSED)
    ((_, letter),) = post[0].letters
    assert letter["Subject"] == "Java engineer：案件が終了しました"
    assert "KH-2201 is closed" in text(letter)
    assert "11月26日" in text(letter)


def test_a_dismissed_change_is_not_told(house: House, post: tuple[Post, int]) -> None:
    ((change,),) = house.query("SELECT change_id FROM changes")
    called(house, "review", "dismiss", str(change), now=SECOND_NIGHT)
    assert alerted(house) == Done(0, "", "")
    assert post[0].letters == []


def test_without_our_domains_no_address_of_a_mail_gets_one(house: House, post: tuple[Post, int]) -> None:
    changed(house, '[ours]\ndomains = ["agency.example"]\n', "")
    alerted(house)
    ((recipient, letter),) = post[0].letters
    assert recipient == "boss@agency.example"
    assert "担当者の社内アドレスがわからない案件は" in text(letter)


def test_an_english_reader_is_told_in_english(house: House, post: tuple[Post, int]) -> None:
    changed(house, 'to_ja = ["boss@agency.example"]', 'to_en = ["Sato@agency.example"]')
    alerted(house)
    ((recipient, letter),) = post[0].letters
    assert recipient.lower() == "sato@agency.example"
    assert " ".join(letter["Subject"].split()) == "Java engineer: 1 must heavier after our proposal; the rate stays at ¥650,000 a month"
    assert "Seats with people proposed or an interview ahead have moved" in text(letter)


def test_killed_between_the_server_and_the_record_it_is_the_same_mail_again(house: House, post: tuple[Post, int]) -> None:
    killed = house.call("alert", REQDRIFT_CRASH_AT="after-data", REQDRIFT_NOW=SECOND_NIGHT)
    assert killed.returncode == -signal.SIGKILL
    for _ in range(2):
        assert alerted(house, MORNING).returncode == 0
    first, second = (letter for _, letter in post[0].letters)
    assert first["Message-ID"] == second["Message-ID"]
    assert str(first["Message-ID"]).startswith("<reqdrift.alert.20261118.")


def test_a_dry_run_writes_the_mails_and_sends_none(house: House, post: tuple[Post, int], tmp_path: Path) -> None:
    for _ in range(2):
        done = called(house, "alert", "--dry-run", "--output", str(tmp_path / "out"), now=SECOND_NIGHT)
        (path,) = [Path(line) for line in done.stdout.splitlines()]
        assert (done.returncode, path.parent) == (0, tmp_path / "out/alerts/2026-11-19")
    assert message_from_bytes(path.read_bytes(), policy=POLICY)["To"] == "sato@agency.example"
    assert post[0].letters == []
    alerted(house)
    assert called(house, "alert", "--dry-run", now=SECOND_NIGHT) == Done(0, "", "")


def test_a_server_that_is_not_there_means_later(house: House, post: tuple[Post, int]) -> None:
    other = free_port()
    changed(house, f"port = {post[1]}", f"port = {other}")
    assert alerted(house).returncode == 75
    changed(house, f"port = {other}", f"port = {post[1]}")
    assert alerted(house).returncode == 0
    assert len(post[0].letters) == 1


def test_arguments_that_lead_nowhere_are_refused(imported: House, house: House) -> None:
    done = alerted(imported)
    assert (done.returncode, "has no [delivery]" in done.stderr) == (2, True)
    done = called(house, "alert", "--output", "x", now=SECOND_NIGHT)
    assert (done.returncode, "--output goes with --dry-run" in done.stderr) == (2, True)
