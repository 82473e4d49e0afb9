"""Documents get to their place whole, and `latest` follows them."""

import os
import threading
from pathlib import Path

import pytest

from pipeline import crash
from pipeline.publishing import put


def test_files_lie_in_the_week_and_latest_points_to_the_newest(tmp_path: Path) -> None:
    output = tmp_path / "pages"
    assert put(output, "2026-W47", {"week.ja.html": b"a", "week.ja.xlsx": b"b"}) == (
        output / "2026-W47/week.ja.html",
        output / "2026-W47/week.ja.xlsx",
    )
    put(output, "2026-W46", {"week.ja.html": b"old"})
    assert (output / "latest").readlink() == Path("2026-W47")
    put(output, "2026-W48", {"week.ja.html": b"new"})
    assert (output / "latest/week.ja.html").read_bytes() == b"new"
    assert sorted(path.name for path in output.iterdir()) == ["2026-W46", "2026-W47", "2026-W48", "latest"]


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    put(tmp_path, "2026-W47", {"week.ja.html": b"a"})
    (tmp_path / "2026-W47/notes.txt").write_text("ours", encoding="utf-8")
    put(tmp_path, "2026-W47", {"week.en.html": b"b"})
    assert sorted(path.name for path in (tmp_path / "2026-W47").iterdir()) == ["notes.txt", "week.en.html", "week.ja.html"]


def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        (page,) = put(tmp_path / "pages", "2026-W47", {"week.ja.html": b"a"})
    finally:
        os.umask(before)
    assert [path.stat().st_mode & 0o777 for path in (page, page.parent, page.parent.parent)] == [0o600, 0o700, 0o700]


def test_a_killed_run_leaves_the_old_files_and_the_next_one_clears_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "2026-W47", {"week.ja.html": b"old"})

    def dies(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(crash, "point", dies)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, "2026-W47", {"week.ja.html": b"new", "week.ja.pdf": b"half"})
    assert (tmp_path / "2026-W47/week.ja.html").read_bytes() == b"old"
    monkeypatch.undo()
    put(tmp_path, "2026-W47", {"week.ja.html": b"new"})
    assert (tmp_path / "2026-W47/week.ja.html").read_bytes() == b"new"
    assert not [path for path in tmp_path.iterdir() if ".part" in path.name]
    assert not (tmp_path / "2026-W47/week.ja.pdf").exists()


def test_two_writers_do_not_meet(tmp_path: Path) -> None:
    threads = [threading.Thread(target=put, args=(tmp_path, "2026-W47", {"a": bytes([n]) * 100_000})) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    content = (tmp_path / "2026-W47/a").read_bytes()
    assert len(content) == 100_000
    assert len(set(content)) == 1
