"""History that was read again: what came and went is said once in the report of that week, and is none of its news (D13)."""

import pytest

from tests.desk import Desk

SAID = "old mails were read again"


def again(desk: Desk, settings: str, *, now: str = "2026-11-20T03:15:00+09:00") -> None:
    """A night after the configuration was changed so that mails read otherwise."""
    file = desk.house.folder / "pipeline.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[ours]", f"{settings}\n[ours]"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REQDRIFT_NOW", now)
        desk("run")


def page(desk: Desk, week: str = "2026-W47") -> str:
    """The page of a week, written anew."""
    desk("report", "--week", week, "--lang", "en", "--format", "markdown", "--output", str(desk.house.folder / "out"))
    return (desk.house.folder / f"out/{week}/week.en.md").read_text(encoding="utf-8")


def test_what_a_better_reading_moved_is_said_with_the_reviews_that_it_cost(desk: Desk) -> None:
    ((change,),) = desk.house.query("SELECT change_id FROM changes")
    desk("review", "confirm", str(change), "--by", "Sato")
    assert SAID not in page(desk)
    again(desk, "[extract]\nmin_confidence = 1.0")
    assert desk.house.query("SELECT count(*) FROM changes WHERE key = 'aws'") == [(0,)]
    told = page(desk)
    assert f"{SAID}: 0 changes joined and 1 change went" in told
    assert "1 review lost what they were about" in told
    assert SAID not in page(desk, "2026-W46")
    assert page(desk) == told


def test_a_reading_that_moves_nothing_says_nothing(desk: Desk) -> None:
    again(desk, "[extract]\nmin_confidence = 0.49")
    desk("rebuild")
    assert SAID not in page(desk)
