"""The command that says how long a week's report takes."""

import json

import pytest

from bench import report


def test_it_tells_seconds_memory_and_bytes_of_a_store_of_about_so_many_versions(capsys: pytest.CaptureFixture[str]) -> None:
    assert report.main(["--versions", "400", "--lang", "en", "--format", "html,json", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert 250 <= told["versions"] <= 600
    assert told["cpu_seconds"] > 0
    assert told["megabytes"] > 10
    assert set(told["bytes"]) == {"html", "json"}
    assert min(told["bytes"].values()) > 10_000
