"""Whole nights, each in a process of its own: what arrives, what is kept, what a second run does, what readers see."""

import subprocess
import time

import duckdb
import pytest

from tests.dovecot import Account
from tests.nights import BROKEN, CLARIFICATION, NOW, OTHER, POISON, PROGRAM, REQUISITION, House, filler, mail, nested


def test_a_night_from_mails_to_page(house: House) -> None:
    house.put(REQUISITION, CLARIFICATION, OTHER)
    done = house.run()
    assert done.stderr == "", "where nobody watches, success is silent"
    assert house.query("SELECT kind, count(*) FROM messages GROUP BY kind ORDER BY kind") == [("clarification", 1), ("requisition", 2)]
    assert house.query("SELECT reference, status, versions FROM requisitions ORDER BY reference") == [
        ("KH-2201", "open", 2),
        ("OM-771", "open", 1),
    ]
    assert house.query("SELECT category, key, change, effect FROM changes") == [("skill", "aws", "promoted", "harder")]
    assert (house.folder / "pages/2026-W47/week.ja.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert house.strays() == []


def test_a_second_run_with_nothing_new_changes_not_a_byte(house: House) -> None:
    house.put(REQUISITION, CLARIFICATION)
    house.run()
    before = house.state()
    page = (house.folder / "pages/2026-W47/week.ja.html").stat().st_mtime_ns
    assert house.run().stderr == ""
    assert house.state() == before
    assert (house.folder / "pages/2026-W47/week.ja.html").stat().st_mtime_ns == page


def test_an_empty_source_makes_an_empty_database_and_a_page(house: House) -> None:
    house.run()
    assert house.query("SELECT count(*) FROM messages") == [(0,)]
    assert (house.folder / "pages/2026-W47/week.ja.html").exists()
    before = house.state()
    house.run()
    assert house.state() == before


def test_a_mail_that_is_appended_on_the_server_arrives(post: House, mailbox: Account) -> None:
    mailbox.append(REQUISITION)
    post.run()
    mailbox.append(CLARIFICATION)
    post.run()
    assert post.query("SELECT requisition_ids[1] = (SELECT requisition_id FROM requisitions) FROM messages") == [(True,), (True,)]
    assert post.query("SELECT fetched, archived FROM runs ORDER BY run_id") == [(1, 1), (1, 1)]
    assert all(flags <= {b"\\Recent"} for flags in mailbox.flags().values()), "nothing is marked on the server"


def test_a_second_run_fetches_nothing(post: House, mailbox: Account) -> None:
    mailbox.append(REQUISITION, OTHER)
    post.run()
    before = post.state()
    post.run()
    assert post.state() == before
    assert post.call("doctor").returncode == 0


def test_a_mailbox_that_was_made_anew_is_read_again_and_nothing_is_there_twice(post: House, mailbox: Account) -> None:
    mailbox.create("Projects")
    mailbox.append(REQUISITION, CLARIFICATION, folder="Projects")
    post.sources += 'folders = ["Projects"]\n'
    post.configure()
    post.run()
    before = post.views(without=["known_at"])
    mailbox.remove("Projects")
    time.sleep(1.1)  # a UIDVALIDITY is a second
    mailbox.create("Projects")
    mailbox.append(REQUISITION, CLARIFICATION, OTHER, folder="Projects")
    post.run()
    assert post.query("SELECT count(*) FROM messages") == [(3,)]
    assert post.query("SELECT archived, duplicates FROM runs ORDER BY run_id") == [(2, 0), (1, 2)]
    assert set(before["changes"]) <= set(post.views(without=["known_at"])["changes"])


def test_one_mail_from_two_sources_is_one_mail(post: House, mailbox: Account) -> None:
    post.sources += '[[sources]]\nname = "old"\ntype = "files"\npath = "mails"\n'
    post.configure()
    post.put(REQUISITION.replace(b"\n", b"\r\n"))
    mailbox.append(REQUISITION.replace(b"\n", b"\r\n"))
    post.run()
    assert post.query("SELECT count(*) FROM messages") == [(1,)]


def test_a_broken_mail_is_kept_named_and_stops_nobody(house: House) -> None:
    house.put(REQUISITION, BROKEN)
    done = house.run(3)
    assert "mails that could not be read: 1" in done.stderr
    assert house.query("SELECT count(*) FROM requisitions") == [(1,)]
    ((sha256, stage, cause),) = house.query("SELECT sha256, stage, cause FROM problems")
    assert (stage, cause) == ("decode", "no-text")
    assert house.query(f"SELECT kind FROM messages WHERE sha256 = '{sha256}'") == [("unreadable",)]  # noqa: S608 - a hash
    before = house.state()
    house.run()
    assert house.state() == before, "only the run that quarantined it says so"
    listed = house.call("quarantine", "list").stdout
    assert sha256[:12] in listed
    assert ".eml of source" in listed, "by its file, without the stamp of the place"
    shown = house.call("quarantine", "show", sha256[:12]).stdout
    assert "Remedy: " in shown
    assert "Subject: nothing to read" in shown
    assert "@" not in shown.partition("Found in: ")[2].partition("\n")[0]
    assert house.call("quarantine", "retry").returncode == 3


def test_the_raw_bytes_of_a_quarantined_mail_come_back_whole(house: House) -> None:
    house.put(BROKEN)
    house.run(3)
    ((sha256,),) = house.query("SELECT sha256 FROM problems")
    done = subprocess.run([PROGRAM, "quarantine", "show", "--raw", sha256], cwd=house.folder, capture_output=True, check=True)
    assert done.stdout == BROKEN


def test_poison_among_good_mails(house: House) -> None:
    """A mail that hangs, one that kills its worker, one that eats its memory, one 5,000 deep: the others are read (D21.9)."""
    poison = [mail(name, "x").replace(b"MIME-Version", f"X-Test: {name}\nMIME-Version".encode()) for name in ("hang", "die", "fill")]
    house.put(*poison, nested(5_000), *filler(40))
    house.environment = {"PYTHONPATH": str(POISON), "TEST_SECONDS": "6"}
    done = house.run(3)
    assert "mails that could not be read: 4" in done.stderr
    assert house.query("SELECT count(*) FROM requisitions") == [(40,)]
    assert house.query("SELECT stage, count(*) FROM problems GROUP BY stage ORDER BY stage") == [("decode", 1), ("extract", 3)]
    assert house.query("SELECT DISTINCT problem LIKE '%twice%' FROM problems WHERE stage = 'extract'") == [(True,)]
    house.run()
    assert house.call("quarantine", "retry", PYTHONPATH="").stdout == "mails read again: 4; still not readable: 1\n"
    assert house.query("SELECT stage FROM problems") == [("decode",)]


def test_a_mail_that_kills_the_whole_program_does_so_twice_and_no_more(house: House) -> None:
    """The machine may run out of memory with us: the archive remembers what was being read, and blames nobody else (D16)."""
    killer = mail("killer", "x").replace(b"MIME-Version", b"X-Test: kill the program\nMIME-Version")
    house.put(killer, *filler(40))
    house.environment = {"PYTHONPATH": str(POISON)}
    for _ in range(2):
        with house.start("run") as process:
            process.communicate(timeout=60)
        assert process.returncode == -9
    house.run(3)
    assert house.query("SELECT count(*) FROM problems") == [(1,)]
    assert house.query("SELECT count(*) FROM requisitions") == [(40,)]


def test_two_runs_at_once_are_one(house: House) -> None:
    house.put(*filler(30))
    with house.start("run") as first:
        at_work(first, house)
        second = house.call("run")
        assert (second.returncode, second.stdout) == (75, "")
        assert "another run is at work" in second.stderr
        first.communicate(timeout=60)
    assert first.returncode == 0


def at_work(process: "subprocess.Popen[str]", house: House) -> None:
    """Wait until a first run holds the lock, which it takes before it makes the archive."""
    while not (house.folder / "archive/mail.sqlite").exists():
        assert process.poll() is None, process.communicate()[1]
        time.sleep(0.01)


def test_a_reader_keeps_what_it_opened_and_sees_the_new_night_when_it_opens_again(house: House) -> None:
    house.put(REQUISITION)
    house.run()
    with duckdb.connect(str(house.snapshot), read_only=True) as reader:
        house.put(OTHER)
        house.run()
        assert reader.execute("SELECT count(*) FROM messages").fetchall() == [(1,)]
    assert house.query("SELECT count(*) FROM messages") == [(2,)]


def test_a_source_that_fails_keeps_nobody_waiting(house: House) -> None:
    house.sources += '[[sources]]\nname = "gone"\ntype = "mbox"\npath = "nowhere"\n'
    house.configure()
    house.put(REQUISITION)
    done = house.run(3)
    assert "nowhere" in done.stderr
    assert house.query("SELECT count(*) FROM messages") == [(1,)]
    assert house.query("SELECT source, stage FROM problems") == [("gone", "fetch")]


def test_a_server_that_cannot_be_reached_is_a_matter_of_time(house: House) -> None:
    house.sources = (
        '[[sources]]\nname = "sales"\ntype = "imap"\nhost = "127.0.0.1"\nport = 9\ntls = "none"\nuser = "x@agency.example"\n'
        'password = { env = "REQDRIFT_TEST_PASSWORD" }\ntimeout = 1.0\n'
    )
    house.configure()
    done = house.run(75, REQDRIFT_TEST_PASSWORD="hunter2")
    assert "127.0.0.1:9" in done.stderr
    assert "hunter2" not in done.stderr


def test_a_refused_sign_in_is_a_failure_and_no_secret_is_told(post: House) -> None:
    done = post.run(1, REQDRIFT_TEST_PASSWORD="hunter2-is-wrong")
    assert "user and password" in done.stderr or "refused" in done.stderr
    assert "hunter2" not in done.stderr
    for path in post.folder.rglob("*"):
        assert not path.is_file() or b"hunter2" not in path.read_bytes(), path


def test_a_private_house(house: House) -> None:
    """What holds mails is for its owner alone; the database is for its group to read as well."""
    house.put(REQUISITION)
    house.run()
    assert (house.folder / "archive/mail.sqlite").stat().st_mode & 0o777 == 0o600
    assert house.snapshot.stat().st_mode & 0o777 == 0o440
    assert (house.folder / "pages/2026-W47/week.ja.html").stat().st_mode & 0o077 == 0


def test_a_rebuild_equals_the_nights(house: House) -> None:
    for content in (CLARIFICATION, REQUISITION, BROKEN, OTHER):
        house.put(content)
        house.call("run")
    before = house.views()
    assert house.query("SELECT count(*) FROM changes") == [(1,)]
    done = house.call("rebuild")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert house.views() == before


def test_arrival_in_any_order_gives_the_same_rows(house: House, tmp_path_factory: pytest.TempPathFactory) -> None:
    """But for the day on which they were learnt (D21.1)."""
    house.put(REQUISITION, CLARIFICATION, OTHER)
    house.run()
    other = House(tmp_path_factory.mktemp("other"))
    for content in (CLARIFICATION, OTHER, REQUISITION):
        other.put(content)
        other.run()
    learnt = ["known_at", "revised", "first_import"]
    assert other.views(without=learnt) == house.views(without=learnt)


def test_another_way_of_reading_begins_anew_and_makes_no_drift(house: House) -> None:
    house.put(REQUISITION, CLARIFICATION)
    house.run()
    before = house.views()
    house.configure("[extract]\nmin_confidence = 0.51\n")
    house.run()
    assert house.views() == before, "read again, the mails say the same, and were known since the same day"
    assert house.query("SELECT fetched FROM runs ORDER BY run_id") == [(2,), (0,)]


def test_what_was_quarantined_before_is_no_news_when_all_is_read_again(house: House) -> None:
    house.put(REQUISITION, BROKEN)
    house.run(3)
    house.configure("[extract]\nmin_confidence = 0.51\n")
    house.run()
    assert house.query("SELECT count(*) FROM problems") == [(1,)]
    assert house.call("rebuild").returncode == 0


def test_the_archive_alone_is_the_truth(house: House) -> None:
    """Where an older copy of the archive was put back, the database follows it."""
    house.put(REQUISITION)
    house.run()
    older = (house.folder / "archive/mail.sqlite").read_bytes()
    house.put(OTHER)
    house.run()
    for stray in (house.folder / "archive").glob("mail.sqlite-*"):
        stray.unlink()
    (house.folder / "archive/mail.sqlite").write_bytes(older)
    (house.folder / "mails").rename(house.folder / "put-away")
    (house.folder / "mails").mkdir()
    house.run()
    assert house.query("SELECT reference FROM requisitions") == [("KH-2201",)]


def test_an_import_is_published_as_it_goes_on(house: House) -> None:
    """Killed behind its first publication, an import goes on from there."""
    house.put(*filler(30))
    house.environment = {"PYTHONPATH": str(POISON), "TEST_AT_ONCE": "5", "TEST_PUBLISH_EVERY": "10"}
    with house.start("run", REQDRIFT_CRASH_AT="after-rename") as process:
        process.communicate(timeout=60)
    assert process.returncode == -9
    assert house.query("SELECT count(*) FROM messages") == [(10,)]
    house.run()
    assert house.query("SELECT count(*) FROM messages") == [(30,)]
    assert house.query("SELECT count(*) FROM requisitions") == [(30,)]


def test_a_request_to_stop_ends_with_a_sentence_and_the_next_run_goes_on(house: House) -> None:
    house.put(*filler(60))
    with house.start("run") as process:
        at_work(process, house)
        process.terminate()
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (75, "")
    assert "stopped by SIGTERM" in err
    assert "Traceback" not in err
    house.run()
    assert house.query("SELECT count(*) FROM requisitions") == [(60,)]
    assert house.strays() == []


def test_the_report_is_written_where_it_is_missing_and_left_alone_where_it_is_there(house: House) -> None:
    house.put(REQUISITION)
    house.run()
    page = house.folder / "pages/2026-W47/week.ja.html"
    page.write_text("read and commented on", encoding="utf-8")
    house.run()
    assert page.read_text(encoding="utf-8") == "read and commented on"
    house.run(REQDRIFT_NOW="2026-12-01T03:00+09:00")
    assert (house.folder / "pages/2026-W48/week.ja.html").exists()
    assert (house.folder / "pages/latest").readlink().name == "2026-W48"


def test_a_report_is_the_same_bytes_for_the_same_week_and_database(house: House) -> None:
    house.put(REQUISITION, CLARIFICATION)
    house.run()
    page = house.folder / "pages/2026-W47/week.en.html"
    first = house.call("report", "--week", "2026-W47", "--lang", "en")
    assert (first.returncode, first.stdout, first.stderr) == (0, f"{page}\n", "")
    content = page.read_bytes()
    house.call("report", "--week", "2026-W47", "--lang", "en", REQDRIFT_NOW="2027-02-01T00:00+09:00")
    assert page.read_bytes() == content


def test_a_clock_that_cannot_be_read_is_said(house: House) -> None:
    done = house.call("run", REQDRIFT_NOW=NOW[:-6])
    assert done.returncode == 2
    assert "write a moment with its offset" in done.stderr
