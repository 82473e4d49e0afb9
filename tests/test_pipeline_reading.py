"""One mail through parsing and extraction: whose fault is it when that fails?"""

from pathlib import Path

import pytest

from extract.settings import ExtractSettings
from extract.vocabulary.listing import VocabularyError
from pipeline.reading import Understood, read_batch, read_mail, reading_workers
from requisitions.messages import Message, Problem, RawMessage
from requisitions.parties import Parties

MAIL = """\
From: Ito <ito@broker.example>
To: sales@agency.example
Subject: Java engineer
Message-ID: <1@broker.example>
Date: Mon, 16 Nov 2026 10:00:00 +0900
Content-Type: text/plain; charset=utf-8

We are looking for a Java engineer.
Must: Java 3+ years
"""


def raw(content: str) -> RawMessage:
    return RawMessage("sales", "1.eml", content.encode())


def test_a_mail_is_read_into_its_message_and_its_statements() -> None:
    outcome = read_mail(raw(MAIL), ExtractSettings(), Parties())
    assert isinstance(outcome, Understood)
    assert outcome.message.message_id == "<1@broker.example>"
    demands = [demand for statement in outcome.reading.statements for demand in statement.requirements]
    assert [demand.key for demand in demands if demand.category == "skill"] == ["java"]


def test_a_fault_of_the_program_in_one_mail_is_a_problem_that_quotes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Message:
        raise KeyError("渋谷のA社")

    monkeypatch.setattr("ingest.parsing.parse_message", fail)
    problem = read_mail(raw(MAIL), ExtractSettings(), Parties())
    assert isinstance(problem, Problem)
    assert (problem.stage, problem.source, problem.sha256) == ("extract", "sales", raw(MAIL).sha256)
    assert "KeyError" in problem.problem
    assert "渋谷" not in problem.problem + problem.remedy


def test_a_fault_of_the_machine_is_no_problem_of_the_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Message:
        raise OSError("too many open files")

    monkeypatch.setattr("ingest.parsing.parse_message", fail)
    with pytest.raises(OSError, match="too many"):
        read_mail(raw(MAIL), ExtractSettings(), Parties())


def test_a_batch_has_an_outcome_for_each_mail_in_its_order() -> None:
    subjects = ["first", "second", "third"]
    outcomes = read_batch(ExtractSettings(), Parties(), [raw(MAIL.replace("Java engineer", subject, 1)) for subject in subjects])
    assert [outcome.message.subject for outcome in outcomes if isinstance(outcome, Understood)] == subjects


def test_a_setup_that_cannot_work_is_said_before_any_mail_is_blamed(tmp_path: Path) -> None:
    terms = tmp_path / "terms.toml"
    terms.write_text("[skil]\njava = 3\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="skil"), reading_workers(1, ExtractSettings(vocabulary=(terms,)), Parties()):
        pytest.fail("no mail must be read")


def test_workers_that_have_nothing_to_read_are_not_even_started() -> None:
    with reading_workers(0, ExtractSettings(vocabulary=(Path("/nowhere"),)), Parties()):
        pass
