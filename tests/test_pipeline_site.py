"""The site as files: only what changed is written, what is gone is taken away, and nobody sees half a page."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from bench.site import store
from pipeline.cli import main
from pipeline.settings import Settings
from pipeline.site import MARK, Shelf, write
from reports.errors import ReportError
from reports.site_records import client_file, skill_file
from requisitions.versions import Requisition
from store import writing
from store.errors import SnapshotMissing
from store.snapshot import Draft
from tests.report_builders import LABELS, amend, at, demand, full, mail, seat
from tests.report_week import whole_week
from tests.site_house import LISTS, NOW, house, pages, reached, rewritten, stamps


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every site is written on the Monday after the invented week."""
    monkeypatch.setenv("REQDRIFT_NOW", NOW)
    monkeypatch.setattr("pipeline.site.vocabulary_labels", lambda _, language: LABELS[language])  # read once for all tests


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A house with the invented week."""
    return house(tmp_path, whole_week()[0])


def java(*, years: float = 0, name: str = "A-1", client: str = "客先") -> Requisition:
    """A seat of October, or the same after a change of this week."""
    first = full(mail("10-05 10:00", kind="requisition", subject=name), demand("skill", "java", label="Java"))
    later = amend(mail("11-17 10:00", subject=name), demand("skill", "java", label="Java", min=years, unit="year"))
    return seat(name, f"Java {name}", client, first, *([later] if years else []))


def test_a_second_call_writes_nothing(settings: Settings, tmp_path: Path) -> None:
    first = write(settings, "ja", tmp_path / "out")
    before = stamps(tmp_path / "out")
    second = write(settings, "ja", tmp_path / "out")
    assert (first.written, first.removed) == (len(before), 0)
    assert (second.pages, second.written, second.removed) == (len(before), 0, 0)
    assert stamps(tmp_path / "out") == before


def test_two_sites_of_one_snapshot_are_the_same_bytes(settings: Settings, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(settings, "en", tmp_path / name)
    assert pages(tmp_path / "one") == pages(tmp_path / "two")


def test_a_seat_that_moved_rewrites_its_own_page_and_the_lists_that_tell_of_it(tmp_path: Path) -> None:
    others = [java(name=f"B-{number}", client="別の客先") for number in range(4)]
    settings = house(tmp_path, [java(), *others, *whole_week()[0]])
    out = tmp_path / "out"
    write(settings, "ja", out)
    before = stamps(out / "ja")
    store(settings.store.path, [java(years=3)], as_of=at("11-23 03:00"), through=2)
    write(settings, "ja", out)
    own = {f"seats/{java().requisition_id}.html", client_file("客先"), skill_file("java"), "weeks/2026-W47.html"}
    assert rewritten(before, stamps(out / "ja")) <= {*own, *LISTS}
    assert own <= rewritten(before, stamps(out / "ja"))


def test_a_night_that_only_moves_the_end_of_the_data_rewrites_no_seat(settings: Settings, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(settings, "ja", out)
    before = stamps(out / "ja")
    store(settings.store.path, [], as_of=at("11-23 04:00"), through=2)
    write(settings, "ja", out)
    assert rewritten(before, stamps(out / "ja")) == {"index.html", "this-week.html"}


@pytest.mark.parametrize(("days", "silent"), [(48, True), (49, False)])
def test_the_house_says_after_how_many_days_a_seat_is_silent(tmp_path: Path, days: int, silent: bool) -> None:
    told = house(tmp_path, [java()])
    write(replace(told, reports=replace(told.reports, silent_days=days)), "ja", tmp_path / "out")
    found = pages(tmp_path / "out/ja")
    assert ("音信なし</span>" in found["index.html"]) is silent
    assert f"{days}日以上メールのない案件" in found["this-week.html"]


def test_next_monday_rewrites_lists_and_no_seat(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    write(settings, "ja", out)
    before = stamps(out / "ja")
    monkeypatch.setenv("REQDRIFT_NOW", "2026-11-30T08:00+09:00")
    write(settings, "ja", out)
    assert rewritten(before, stamps(out / "ja")) <= set(LISTS)


def test_pages_of_what_is_gone_go(settings: Settings, tmp_path: Path) -> None:
    out = tmp_path / "out"
    gone = next(one for one in whole_week()[0] if one.reference == "OB-0188")
    write(settings, "ja", out)
    assert (out / "ja" / "seats" / f"{gone.requisition_id}.html").exists()
    with Draft.begin(settings.store.path, fingerprint="bench") as draft:
        with draft.transaction() as connection:
            writing.drop_requisitions(connection, [gone.requisition_id])
            writing.drop_mails(connection, [one.sha256 for one in gone.mails])
            draft.advance(2, at("11-23 03:00"))
        draft.publish()
    done = write(settings, "ja", out)
    found = pages(out / "ja")
    assert done.removed >= 2, "the seat's page and its client's"
    assert all(gone.requisition_id not in text and "八潮" not in text for text in found.values())
    assert client_file(gone.client) not in found
    assert reached(found)[1] == []


def test_each_language_has_a_folder_and_leaves_the_other_alone(settings: Settings, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(settings, "ja", out)
    before = stamps(out / "ja")
    write(settings, "en", out)
    assert stamps(out / "ja") == before
    assert set(pages(out / "en")) == set(pages(out / "ja"))
    assert '<html lang="en">' in (out / "en" / "index.html").read_text("utf-8")


def test_a_page_is_renamed_into_its_place_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("seats/a.html", b"old")
    seen: list[bytes] = []
    rename = Path.replace

    def look(self: Path, target: Path) -> Path:
        seen.extend((Path(target).read_bytes(), self.read_bytes()))
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", look)
    shelf.put("seats/a.html", b"new, and longer")
    assert seen == [b"old", b"new, and longer"]
    assert (tmp_path / "seats" / "a.html").read_bytes() == b"new, and longer"


def test_what_a_killed_call_left_behind_goes_with_the_next(settings: Settings, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(settings, "ja", out)
    (out / "ja" / "seats" / ".r0123456789ab.html.part").write_bytes(b"<html><bo")
    index = out / "ja" / "index.html"
    whole = index.read_bytes()
    index.write_bytes(whole[:100])
    write(settings, "ja", out)
    assert index.read_bytes() == whole
    assert list(out.rglob("*.part")) == []


def test_a_folder_that_holds_something_else_is_refused_and_left_as_it_is(settings: Settings, tmp_path: Path) -> None:
    other = tmp_path / "out" / "ja" / "index.html"
    other.parent.mkdir(parents=True)
    other.write_text("somebody's own page", "utf-8")
    with pytest.raises(ReportError, match="--output"):
        write(settings, "ja", tmp_path / "out")
    assert other.read_text("utf-8") == "somebody's own page"
    assert not (other.parent / MARK).exists()


def test_a_file_of_somebody_else_in_our_folder_stays(settings: Settings, tmp_path: Path) -> None:
    write(settings, "ja", tmp_path / "out")
    note = tmp_path / "out" / "ja" / "robots.txt"
    note.write_text("User-agent: *", "utf-8")
    write(settings, "ja", tmp_path / "out")
    assert note.exists()


def test_a_house_without_a_seat_has_a_site(tmp_path: Path) -> None:
    done = write(house(tmp_path, []), "en", tmp_path / "out")
    assert (done.pages, reached(pages(tmp_path / "out" / "en"))[1]) == (len(LISTS), [])


def test_without_a_run_there_is_no_site(tmp_path: Path) -> None:
    settings = house(tmp_path, [])
    settings.store.path.unlink()
    with pytest.raises(SnapshotMissing):
        write(settings, "ja", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_twin_leads_to_the_seat_that_it_is_another_way_to_and_counts_once(tmp_path: Path) -> None:
    first, again = java(), replace(java(name="C-9"), twin_of=java().requisition_id)
    lost = replace(java(name="D-9"), twin_of="r000000000000")
    write(house(tmp_path, [first, again, lost]), "en", tmp_path / "out")
    found = pages(tmp_path / "out" / "en")
    assert f'<a href="../seats/{first.requisition_id}.html">' in found[f"seats/{again.requisition_id}.html"]
    assert reached(found)[1] == [], "no link to a seat that has no page"
    assert '<td class="r">1</td>' in found["clients.html"]


def test_the_command_prints_the_first_page_and_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house(tmp_path, whole_week()[0])
    config = str(tmp_path / "pipeline.toml")
    assert main(["site", "--config", config, "--lang", "en"]) == 0
    index = tmp_path / "reports" / "site" / "en" / "index.html"
    assert capsys.readouterr().out == f"{index}\n"
    assert index.exists()
    assert main(["site", "--config", config, "--output", str(tmp_path / "elsewhere")]) == 0
    assert (tmp_path / "elsewhere" / "ja" / "index.html").exists(), "the language of the configuration"


def test_nobody_else_may_read_what_mails_say(tmp_path: Path) -> None:
    house(tmp_path, [java()])
    before = os.umask(0o022)
    try:
        assert main(["site", "--config", str(tmp_path / "pipeline.toml")]) == 0
    finally:
        os.umask(before)
    site = tmp_path / "reports" / "site"
    assert {path.stat().st_mode & 0o077 for path in (site, *site.rglob("*"))} == {0}
