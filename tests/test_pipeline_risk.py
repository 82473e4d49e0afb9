"""The drift risk from a night's mails to the views and the pages: told of all seats, by no clock, and again as a rebuild tells it."""

import json
import tomllib
from dataclasses import replace
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.configuration import ConfigError, parse
from pipeline.plain import risk as plain_risk
from pipeline.settling import assess, with_risk
from pipeline.telling import timeline
from requisitions.risk import Risk, RiskReason, RiskSettings
from store import reading
from store.bulk import Connection, select
from store.writing import put_links, put_mails, put_requisitions
from tests.nights import CLARIFICATION, OTHER, REQUISITION, House
from tests.store_fixtures import change, mail, read_mail, requirement, requisition, root, statement, version

RISKS = "SELECT reference, risk, risk_reasons FROM requisitions ORDER BY reference"
SECOND_HAND = f"{RiskSettings().second_hand:.2f}"
LATER = "2026-12-02T03:15:00+09:00"


@pytest.fixture(scope="module")
def two_nights(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("house"))
    house.put(REQUISITION)
    house.run()
    house.put(CLARIFICATION, OTHER)
    house.run()
    return house


def test_every_seat_has_a_risk_with_its_reasons(two_nights: House) -> None:
    told = {reference: (risk, reasons) for reference, risk, reasons in two_nights.query(RISKS)}
    assert set(told) == {"KH-2201", "OM-771"}
    for risk, reasons in told.values():
        assert 0 < risk < 100
        assert any(reason.startswith(f"second-hand factor={SECOND_HAND} texts=") for reason in reasons)
    assert any(reason.startswith("seat-moves-often") for reason in told["KH-2201"][1])


def test_list_and_show_tell_it(two_nights: House) -> None:
    ((risk,),) = two_nights.query("SELECT risk FROM requisitions WHERE reference = 'KH-2201'")
    header, *rows = (line.split("\t") for line in two_nights.call("list").stdout.splitlines())
    assert {row[header.index("reference")]: row[header.index("risk")] for row in rows}["KH-2201"] == str(risk)
    told = two_nights.call("show", "KH-2201").stdout
    assert f" ({risk} of 100)\n" in told
    assert f"  ×{SECOND_HAND}  no word of the end client itself (2 versions)\n" in told
    assert json.loads(two_nights.call("show", "KH-2201", "--json").stdout)["risk"]["score"] == risk


def test_a_seat_looked_back_at_has_none(two_nights: House) -> None:
    assert "drift risk" not in two_nights.call("show", "KH-2201", "--as-of", "2026-11-16").stdout


def test_a_rebuild_on_another_day_tells_the_same_and_other_weights_tell_anew_without_reading_a_mail(two_nights: House) -> None:
    before = two_nights.views()
    assert two_nights.call("rebuild", REQDRIFT_NOW=LATER).returncode == 0
    assert two_nights.views() == before
    two_nights.configure("[risk]\nsecond_hand = 4\n")
    two_nights.run(REQDRIFT_NOW=LATER)
    for _, _, reasons in two_nights.query(RISKS):
        assert any(reason.startswith("second-hand factor=4.00") for reason in reasons)
    assert two_nights.query("SELECT statements FROM runs ORDER BY run_id DESC LIMIT 1") == [(0,)]
    assert {view: rows for view, rows in two_nights.views().items() if view != "requisitions"} == {
        view: rows for view, rows in before.items() if view != "requisitions"
    }


FIRST, SECOND = mail("a1"), mail("b2", days=1)
AS_OF = FIRST.stated_at + timedelta(days=14)
SEAT = root(FIRST).requisition_id


def write_seat(draft: Connection) -> None:
    """A seat of two mails that moved with the second one."""
    put_mails(draft, [read_mail(FIRST, statement(requirement())), read_mail(SECOND, statement(requirement(min=5.0)))])
    put_links(draft, [root(FIRST)])
    moved = change(SECOND, 2, SEAT)
    versions = (version(FIRST, 1, requirement()), version(SECOND, 2, requirement(min=5.0), requisition_id=SEAT))
    put_requisitions(draft, [requisition(FIRST, *versions, changes=(moved,))])


def test_an_empty_archive_has_no_risks(draft: Connection) -> None:
    assess(draft, None, RiskSettings())
    assert select(draft, "SELECT * FROM private.risks") == []


def test_risk_rests_on_the_moment(draft: Connection) -> None:
    write_seat(draft)
    scores = []
    for days in (2, 14, 40):
        assess(draft, FIRST.stated_at + timedelta(days=days), RiskSettings())
        scores += [score for (score,) in draft.execute("SELECT risk FROM requisitions").fetchall()]
    assert len(set(scores)) == 3


def test_a_report_of_an_earlier_week_tells_the_risk_of_then(draft: Connection) -> None:
    write_seat(draft)
    assess(draft, FIRST.stated_at + timedelta(days=1 / 2), RiskSettings())
    (then,) = reading.requisitions(draft)
    assess(draft, AS_OF, RiskSettings())
    (now,) = reading.requisitions(draft)
    (looked_at,) = with_risk(draft, [now], FIRST.stated_at + timedelta(days=1 / 2), RiskSettings())
    assert looked_at.risk == then.risk != now.risk
    assert [one.risk for one in with_risk(draft, [now], FIRST.stated_at - timedelta(days=9), RiskSettings())] == [None]


RISK = Risk(
    62,
    (
        RiskReason("client-moves-often", 1.62, {"moved": 9, "seats": 14}),
        RiskReason("interview-ahead", 1.26, {"day": "2026-11-25"}),
        RiskReason("quiet", 0.77, {"days": 1}),
    ),
)


def test_show_says_the_reasons_in_words_with_what_each_multiplies_by(draft: Connection) -> None:
    told = list(timeline(replace(requisition(FIRST, version(FIRST, 1)), risk=RISK), ZoneInfo("UTC")))
    assert told[2:6] == [
        "drift risk high (62 of 100)",
        "  ×1.62  this client's other seats often move: 9 of 14 seats",
        "  ×1.26  interview on 25 November 2026",
        "  ×0.77  quiet: no mail for 1 day",
    ]


def test_show_json_has_each_reason_with_its_figures() -> None:
    assert plain_risk(RISK) == {
        "score": 62,
        "reasons": [
            {"code": "client-moves-often", "factor": 1.62, "moved": 9, "seats": 14},
            {"code": "interview-ahead", "factor": 1.26, "day": "2026-11-25"},
            {"code": "quiet", "factor": 0.77, "days": 1},
        ],
    }


@pytest.mark.parametrize(
    ("section", "fault"),
    [
        ({"vagueness": 2.0}, "[risk] vagueness is unknown"),
        ({"vague": 0}, "[risk] vague is 0; write a number from 0.001 to 100"),
        ({"weeks": 0}, "[risk] weeks is 0; write a whole number from 1 to 52"),
        ({"client_record": 9.5}, "[risk] client_record is 9.5; write a number from 0 (does not count) to 3"),
        ({"silence": "long"}, "[risk] silence"),
    ],
)
def test_a_section_that_cannot_be_used_is_refused_with_a_sentence(section: dict[str, object], fault: str) -> None:
    with pytest.raises(ConfigError) as refused:
        parse({"risk": section}, Path("pipeline.toml"))
    assert fault in str(refused.value)


def test_without_a_section_the_fitted_weights_hold_and_a_whole_number_is_a_number() -> None:
    assert parse({}, Path("pipeline.toml")).risk == RiskSettings()
    assert parse({"risk": {"vague": 2}}, Path("pipeline.toml")).risk == RiskSettings(vague=2)


def test_the_sample_shows_the_weights_that_hold() -> None:
    sample = files("pipeline").joinpath("sample.toml").read_text(encoding="utf-8")
    part = sample.split("[risk]\n")[1].split("\n\n")[0]
    shown = "\n".join(line.removeprefix("# ") for line in part.splitlines() if " = " in line)
    assert RiskSettings(**tomllib.loads(shown)) == RiskSettings()
