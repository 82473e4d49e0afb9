"""A person's verdict on changes and flags, from the command line to the weekly page (issue 6 item 5)."""

from pathlib import Path

import pytest

from requisitions.identity import flag_id
from tests.desk import Desk


def everything(desk: Desk, *options: str) -> list[dict[str, str]]:
    """What `review list` prints."""
    header, *rows = [line.split("\t") for line in desk("review", "list", *options).splitlines()]
    return [dict(zip(header, row, strict=False)) for row in rows]


def listed(desk: Desk, *options: str) -> list[dict[str, str]]:
    """What `review list` prints of changes."""
    return [row for row in everything(desk, *options) if row["change"] != "flag"]


@pytest.fixture
def change(desk: Desk) -> str:
    """The id of the only change."""
    ((found,),) = desk.house.query("SELECT change_id FROM changes")
    return str(found)


def page(desk: Desk) -> str:
    """The page of the last week, written anew."""
    desk("report", "--lang", "en", "--format", "html", "--output", str(desk.house.folder / "out"))
    return (desk.house.folder / "out/2026-W47/week.en.html").read_text(encoding="utf-8")


def test_what_is_open_is_listed_until_somebody_reviews_it(desk: Desk, change: str) -> None:
    (row,) = listed(desk)
    assert [row[name] for name in ("id", "review", "requisition", "what")] == [change, "open", "KH-2201", "skill/aws"]
    assert row["quote"] == "«AWS is now a must»"
    assert desk("review", "confirm", change[:6], "--by", "Sato", "--note", "asked him").startswith(f"noted: {change} is confirmed\n")
    assert listed(desk) == []
    (row,) = listed(desk, "--all")
    assert (row["review"], row["by"], row["note"]) == ("confirmed", "Sato", "asked him")
    assert desk.changes() == [("aws", "promoted", "confirmed")]
    assert "confirmed by Sato, «asked him»" in desk("show", "KH-2201")


def test_a_verdict_is_changed_and_taken_back(desk: Desk, change: str) -> None:
    desk("review", "confirm", change)
    desk("review", "dismiss", change)
    assert desk.changes() == [("aws", "promoted", "dismissed")]
    desk("review", "dismiss", change, "--undo")
    assert desk.changes() == [("aws", "promoted", "open")]
    assert [row["review"] for row in listed(desk)] == ["open"]


def test_the_page_of_the_week_shows_what_was_confirmed_and_leaves_out_what_was_dismissed(desk: Desk, change: str) -> None:
    assert "<br>Confirmed</td>" not in page(desk)
    desk("review", "confirm", change)
    assert "<br>Confirmed</td>" in page(desk)
    desk("review", "dismiss", change)
    assert "AWS is now a must" not in page(desk)


def test_a_flag_is_reviewed_like_a_change(desk: Desk) -> None:
    ((flag, sha256, rule, start),) = desk.house.query("SELECT flag_id, sha256, rule, start_offset FROM flags")
    assert flag == flag_id(str(sha256), str(rule), int(str(start)))
    assert (str(flag), "age-limit") in [(row["id"], row["what"]) for row in everything(desk)]
    desk("review", "confirm", str(flag), "--by", "Sato")
    assert desk.house.query("SELECT review FROM flags") == [("confirmed",)]
    assert "flag: age-limit (confirmed by Sato)" in desk("show", "AG-3301")


def test_a_review_whose_change_is_gone_is_listed_as_such_and_told_on_the_page(desk: Desk, change: str) -> None:
    desk("review", "confirm", change, "--by", "Sato")
    desk("correct", "KH-2201", "skill/aws", "--drop", "--by", "Mori")
    (row,) = listed(desk)
    assert (row["id"], row["review"], row["what"], row["by"]) == (change, "confirmed, no longer applies", "skill/aws", "Sato")
    assert "Words of people that no longer apply" in page(desk)
    desk("review", "confirm", change, "--undo")
    assert listed(desk) == []
    assert "Words of people that no longer apply" not in page(desk)


def test_what_is_older_than_four_weeks_is_listed_on_request_only(desk: Desk, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQDRIFT_NOW", "2026-12-22T03:00:00+09:00")
    assert [row["id"] for row in listed(desk)] == [change], "learnt within four weeks"
    monkeypatch.setenv("REQDRIFT_NOW", "2026-12-23T03:00:00+09:00")
    assert listed(desk) == []
    assert [row["id"] for row in listed(desk, "--all")] == [change]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["confirm", "c0"], "no change or flag has an id that begins with 'c0'"),
        (["confirm", ""], "no change or flag has an id"),
        (["dismiss", "c", "--undo"], "0 reviews are meant by 'c'"),
        (["dismiss"], "Missing argument"),
    ],
)
def test_what_is_no_change_is_refused(desk: Desk, arguments: list[str], sentence: str) -> None:
    assert sentence in desk("review", *arguments, status=2)
    assert desk.words("kind") == []


def test_without_a_database_the_way_out_is_told(tmp_path: Path, desk: Desk) -> None:
    (desk.house.folder / "db/x.duckdb").unlink()
    assert "`reqdrift run` makes it" in desk("review", "list", status=1)
