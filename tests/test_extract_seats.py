"""One mail, many seats: digests, tables with details, common words, amendments by reference, and one seat that looks like many."""

import pytest

from requisitions.statements import Statement
from tests.reading import needs, read, values


def told(statement: Statement, *categories: str) -> dict[str, object]:
    """Each demand's key with its words, its number, or its necessity."""
    return {
        found.key: found.text or found.max or found.min or str(found.necessity)
        for found in statement.requirements
        if not categories or found.category in categories
    }


_DIGEST_JA = """\
お世話になっております。
下記3案件にて要員を募集しております。

━━━━━━━━━━━━━━━━
①案件名：会員サイトの改修
必須：PHP 3年以上
場所：上野
単価：60万円
━━━━━━━━━━━━━━━━
②案件名：物流システムの保守
必須：COBOL
場所：柏
単価：55万円
━━━━━━━━━━━━━━━━
③案件名：分析基盤の構築
必須：Python
場所：三田
単価：75万円
━━━━━━━━━━━━━━━━

3件とも面談は1回、支払サイトは30日です。
よろしくお願いいたします。
"""
_DIGEST_EN = """\
Hi all,

three roles are open with our client in Bristol.

1. Tester (ref NV-201)
Must have: Selenium
Rate: £350/day
Start: January

2. Business analyst (ref NV-202)
Must have: Visio
Rate: £450/day
Start: February

3. Release manager (ref NV-203)
Must have: Jenkins
Rate: £500/day
Start: ASAP

All three: one interview, hybrid with 3 days in the office.
"""
_NUMBERED = """\
１．案件名
　　会員サイトの改修
２．必要スキル
　　PHP 3年以上
３．勤務地
　　上野
４．単価
　　60万円
５．面談
　　1回
６．期間
　　12月〜
"""
_RULED = """\
━━━━━━━━
案件名：会員サイトの改修
━━━━━━━━
必須：PHP 3年以上
場所：上野
━━━━━━━━
単価：60万円
面談：1回
期間：12月〜
━━━━━━━━
"""
_MARKED = """\
■案件名
会員サイトの改修
■必須
・PHP 3年以上
■場所
上野
■単価
60万円
■面談
1回
■期間
12月〜
"""


def test_a_japanese_digest_is_three_seats() -> None:
    reading = read(_DIGEST_JA)
    assert [statement.title for statement in reading.statements] == ["会員サイトの改修", "物流システムの保守", "分析基盤の構築"]
    assert [told(statement, "skill", "location", "rate") for statement in reading.statements] == [
        {"php": 3, "location": "上野", "rate": 600000},
        {"cobol": "must", "location": "柏", "rate": 550000},
        {"python": "must", "location": "三田", "rate": 750000},
    ]


def test_what_is_common_to_all_stands_in_each() -> None:
    reading = read(_DIGEST_JA)
    assert [told(statement, "interview", "payment") for statement in reading.statements] == [{"interview-count": 1, "payment-site": 30}] * 3


def test_an_english_digest_keeps_references_and_shared_lines() -> None:
    reading = read(_DIGEST_EN)
    assert [statement.reference for statement in reading.statements] == ["NV-201", "NV-202", "NV-203"]
    assert [told(statement, "skill", "rate") for statement in reading.statements] == [
        {"selenium": "must", "rate": 350},
        {"visio": "must", "rate": 450},
        {"jenkins": "must", "rate": 500},
    ]
    assert [told(statement, "interview") for statement in reading.statements] == [{"interview-count": 1}] * 3


def test_a_heading_that_is_a_job_is_the_seats_job() -> None:
    assert [told(statement, "role") for statement in read(_DIGEST_EN).statements] == [
        {"tester": "must"},
        {"business-analyst": "must"},
        {"release-manager": "must"},
    ]


def test_a_line_above_the_seats_governs_all_of_them() -> None:
    text = "All roles: US citizens only.\n\n" + _DIGEST_EN.partition("\n\n")[2]
    assert [told(statement, "nationality").get("nationality") for statement in read(text).statements] == ["US citizens"] * 3


def test_a_greeting_is_a_requirement_of_none() -> None:
    assert all(
        {found.category for found in statement.requirements} <= {"skill", "location", "rate", "interview", "payment", "role"}
        for statement in read(_DIGEST_JA).statements
    )


@pytest.mark.parametrize(
    "text",
    [
        _NUMBERED,
        "①案件名：会員サイトの改修\n②必須：PHP 3年以上\n③場所：上野\n④単価：60万円\n⑤面談：1回\n⑥期間：12月〜\n",
        _RULED,
        _MARKED,
    ],
)
def test_numbered_fields_of_one_form_are_one_seat(text: str) -> None:
    (statement,) = read(text).statements
    assert told(statement, "skill", "location", "rate") == {"php": 3, "location": "上野", "rate": 600000}


def test_two_people_for_one_seat_are_a_headcount() -> None:
    (statement,) = read("案件名：会員サイトの改修\n必須：PHP\n場所：上野\n単価：60万円\n人数：2名\n期間：12月〜\n面談：1回\n").statements
    assert told(statement, "headcount") == {"headcount": 2}


def test_numbered_duties_are_no_seats() -> None:
    text = """\
Title: Release manager
Location: Bristol
Rate: £500/day
Start: January
Must have: Jenkins
Responsibilities:
1. Plan the releases
2. Talk to the testers
3. Write the notes
"""
    assert len(read(text).statements) == 1


_AMENDS_TWO = """\
お世話になっております。
下記2件、条件が変わりましたのでお知らせします。

■KH-310
単価：60万円 → 65万円

■KH-311
Dockerが必須になりました。

KH-312は変更ありません。
"""


def test_amendments_bind_by_reference() -> None:
    reading = read(_AMENDS_TWO, subject="Re: 条件変更のお知らせ", in_reply_to=("<0@partner.example>",))
    assert {statement.reference: told(statement) for statement in reading.statements if statement.requirements} == {
        "KH-310": {"rate": 650000},
        "KH-311": {"docker": "must"},
    }


def test_a_seat_that_stays_as_it_is_has_no_demand() -> None:
    reading = read(_AMENDS_TWO, subject="Re: 条件変更のお知らせ", in_reply_to=("<0@partner.example>",))
    assert all(not statement.requirements for statement in reading.statements if statement.reference == "KH-312")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NV-201 is closed. NV-202 moves to Exeter.\n", {"NV-202": {"location": "Exeter"}}),
        ("For NV-203 the client now wants five years of Jenkins. NV-201 stays as it is.\n", {"NV-203": {"jenkins": 5}}),
        (
            "Two changes: NV-201 goes up to £375/day, and NV-202 now needs SQL as well.\n",
            {"NV-201": {"rate": 375}, "NV-202": {"sql": "must"}},
        ),
    ],
)
def test_english_amendments_bind_by_reference(text: str, found: dict[str, dict[str, object]]) -> None:
    reading = read(f"Hi,\n\n{text}\nRegards\n", subject="RE: open roles", in_reply_to=("<0@partner.example>",))
    assert {statement.reference: told(statement) for statement in reading.statements if statement.requirements} == found


def test_an_amendment_takes_the_reference_of_its_subject() -> None:
    reading = read("単価が65万円に上がりました。\n", subject="Re: 【KH-310】会員サイトの改修", in_reply_to=("<0@partner.example>",))
    assert [statement.reference for statement in reading.statements] == ["KH-310"]


def test_every_seat_has_its_place_in_the_mail() -> None:
    assert [statement.ordinal for statement in read(_DIGEST_JA).statements] == [0, 1, 2]


def test_flags_know_their_seat() -> None:
    text = _DIGEST_JA.replace("単価：55万円\n", "単価：55万円\n年齢：40歳まで\n")
    assert [(str(flag.rule), flag.statement) for flag in read(text).flags] == [("age-limit", 1)]


def test_a_mail_of_many_seats_reads_them_all() -> None:
    blocks = "".join(f"■案件名：改修その{i}\n必須：PHP\n場所：上野\n単価：{50 + i}万円\n\n" for i in range(7))
    reading = read("要員を募集しております。\n\n" + blocks)
    assert [values(reading, "rate")] != []
    assert [told(statement, "rate")["rate"] for statement in reading.statements] == [500000 + 10000 * i for i in range(7)]
    assert needs(reading, "skill") == {"php": "must"}


def test_a_table_with_details_below_is_told_once() -> None:
    text = """\
Hi,

please see our open requirements:

Role | Location | Rate
Tester | Dayton, OH | $45/hr
Data analyst | Akron, OH | $55/hr

Details below.

1. Tester (Job ID 50231)
Location: Dayton, OH
Rate: $45/hr
Must have: Selenium
Duration: 6 months

2. Data analyst (Job ID 50232)
Location: Akron, OH
Rate: $55/hr
Must have: Tableau
Duration: 12 months
"""
    reading = read(text)
    assert [statement.reference for statement in reading.statements] == ["50231", "50232"]
    assert [told(statement, "skill", "rate", "location") for statement in reading.statements] == [
        {"selenium": "must", "rate": 45, "location": "Dayton, OH"},
        {"tableau": "must", "rate": 55, "location": "Akron, OH"},
    ]


def test_the_status_of_one_seat_is_not_the_others() -> None:
    text = "Hi,\n\nNV-201 has been filled. NV-202 is still open, but the rate is now £475/day.\n\nRegards\n"
    reading = read(text, subject="RE: open roles", in_reply_to=("<0@partner.example>",))
    assert {statement.reference: (str(statement.status), statement.status_stated) for statement in reading.statements}["NV-201"] == (
        "closed",
        True,
    )
    other = next(statement for statement in reading.statements if statement.reference == "NV-202")
    assert str(other.status) == "open"
    assert told(other) == {"rate": 475}


_TABLE_AND_DETAILS = """\
Hi, please see our open requirements:

Role | Location | Rate
Tester | Dayton, OH | $45/hr
Data analyst | Akron, OH | $55/hr

Details below.

1. Tester (Job ID 50231)
Location: Dayton, OH
Rate: $45/hr
Must have: Selenium
Duration: 6 months

2. Data analyst (Job ID 50232)
Location: Akron, OH
Rate: $55/hr
Must have: Tableau
Duration: 12 months
"""


def test_a_table_told_again_in_detail_is_the_same_seats() -> None:
    reading = read(_TABLE_AND_DETAILS)
    assert [statement.reference for statement in reading.statements] == ["50231", "50232"]
    assert [told(statement, "skill", "rate", "location") for statement in reading.statements] == [
        {"selenium": "must", "rate": 45, "location": "Dayton, OH"},
        {"tableau": "must", "rate": 55, "location": "Akron, OH"},
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "NV-201 has been filled. NV-202 is still open, but the rate is now £475/day.\n",
            {"NV-201": ({}, "closed"), "NV-202": ({"rate": 475}, "open")},
        ),
        (
            "Two changes: NV-201 goes up to £375/day, and NV-202 now needs SQL as well.\n",
            {"NV-201": ({"rate": 375}, "open"), "NV-202": ({"sql": "must"}, "open")},
        ),
        ("NV-201 and NV-202 are now £375/day.\n", {"NV-201": ({"rate": 375}, "open"), "NV-202": ({"rate": 375}, "open")}),
        (
            "NV-201の単価は65万円、NV-202はSQLも必須になりました。\n",
            {"NV-201": ({"rate": 650_000}, "open"), "NV-202": ({"sql": "must"}, "open")},
        ),
    ],
)
def test_each_seat_takes_what_is_said_of_it(text: str, want: dict[str, tuple[dict[str, object], str]]) -> None:
    reading = read(text, subject="RE: open roles", in_reply_to=("<0@partner.example>",))
    assert {statement.reference: (told(statement), str(statement.status)) for statement in reading.statements} == want


_COUNTED_EN = """\
Hi all,

We have 2 openings this week, details below.

Position 1
Job title: Tester
Must have:
- Selenium
Location: Leeds
Rate: £350 per day

Position 2
Role: Business Analyst
Ref: NV-777
Must have:
- Visio
Location: York
Rate: £450 per day
"""
_COUNTED_JA = """\
お世話になっております。
新規案件のご紹介です。下記2件ございます。

案件1
職種：経理事務
必須：Excel
場所：上野
単価：40万円

案件2
職種：受付
必須：Word
場所：柏
単価：35万円
"""
_RULED = """\
See below.

--------------------
Role: Tester
Ref: NV-778
Must have:
- Selenium
Location: Leeds

--------------------
Role: Business Analyst
Ref: NV-779
Must have:
- Visio
Location: York
"""


@pytest.mark.parametrize(
    ("text", "titles", "places"),
    [
        (_COUNTED_EN, ["Tester", "Business Analyst"], ["Leeds", "York"]),
        (_COUNTED_JA, ["経理事務", "受付"], ["上野", "柏"]),
        (_RULED, ["Tester", "Business Analyst"], ["Leeds", "York"]),
    ],
)
def test_seats_that_a_line_only_counts_have_the_name_of_their_job(text: str, titles: list[str], places: list[str]) -> None:
    statements = read(text).statements
    assert [statement.title for statement in statements] == titles
    assert [told(statement, "location")["location"] for statement in statements] == places
    assert [len(told(statement, "role")) for statement in statements] == [1, 1]


def test_how_many_seats_follow_is_the_headcount_of_none() -> None:
    assert [told(statement, "headcount") for statement in read(_COUNTED_EN).statements] == [{}, {}]


def test_the_reference_below_a_job_belongs_to_it() -> None:
    assert [statement.reference for statement in read(_RULED).statements] == ["NV-778", "NV-779"]
    assert [statement.reference for statement in read(_COUNTED_EN).statements] == [None, "NV-777"]


_BELOW = "\n\nGeneral conditions:\n- English needed\n- Contract 2 years\n"


@pytest.mark.parametrize("serial", ["S/N", "Sl. No.", "Sr No", "#", "No.", "Item"])
def test_a_column_that_counts_rows_names_no_seat(serial: str) -> None:
    rows = f"{serial}\tPosition\tQty\tSalary SAR / month\tLocation\n1\tPipe fitter\t12\t1,800\tSohar\n2\tRigger\t4\t1,500\tSohar"
    statements = read(f"Please arrange the below.\n\n{rows}{_BELOW}").statements
    assert [statement.title for statement in statements] == ["Pipe fitter", "Rigger"]
    assert [told(statement, "headcount", "language", "period") for statement in statements] == [
        {"headcount": 12, "english": "must", "duration": 24},
        {"headcount": 4, "english": "must", "duration": 24},
    ]


def test_what_stands_below_a_table_goes_for_every_row() -> None:
    rows = "Role | Qty | Location | Rate/hr\nCNC setter | 2 | Coventry | £22.50\nToolmaker | 1 | Rugby | £25"
    statements = read(f"We need people.\n\n{rows}\n\nNights. Start 30 November.\nToolmaker: German needed.\n").statements
    assert [sorted(told(statement, "period", "schedule", "language")) for statement in statements] == [
        ["night-shift", "start-date"],
        ["german", "night-shift", "start-date"],
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Req 1 : ", "Req 2 : "),
        ("Role 1 - ", "Role 2 - "),
        ("Position A: ", "Position B: "),
        ("Requirement #1: ", "Requirement #2: "),
        ("JOB 1 OF 2: ", "JOB 2 OF 2: "),
        ("Role: ", "Role: "),
        ("Position - ", "Position - "),
    ],
)
def test_headings_that_count_jobs_and_forms_filled_in_again(first: str, second: str) -> None:
    text = (
        f"Two openings.\n\n{first}Payroll officer\nLocation: Cork\nSalary: €38,000\nMust have: Sage\n\n"
        f"{second}Accounts assistant\nLocation: Galway\nSalary: €32,000\nMust have: Excel\n\nBoth roles: two interviews.\n"
    )
    statements = read(text).statements
    assert [statement.title for statement in statements] == ["Payroll officer", "Accounts assistant"]
    assert [sorted(told(statement, "skill", "interview")) for statement in statements] == [
        ["interview-count", "sage"],
        ["excel", "interview-count"],
    ]


def test_a_job_named_again_in_one_form_makes_one_seat() -> None:
    text = "Role: Payroll officer\nLocation: Cork\nSalary: €38,000\n\nRole: Payroll officer\nMust have: Sage\nStart: ASAP\n"
    assert len(read(text).statements) == 1


def test_numbered_items_of_a_list_of_skills_head_no_seat() -> None:
    text = (
        "Title: Network engineer\nLocation: Richmond, VA\nDuration: 6 months\n\nTop Skills:\n1. Cisco Nexus\n2. BGP, OSPF\n"
        "3. Palo Alto firewalls\n\nCertifications:\nCCNP required\n\nPlus:\nPython\n"
    )
    assert len(read(text).statements) == 1


def test_fields_below_the_last_form_that_no_seat_tells_are_of_all() -> None:
    text = (
        "Position: HSE officer\nQty: 3\nQualification: NEBOSH\n\nPosition: Inspector\nQty: 2\nQualification: CSWIP\n\n"
        "Contract: 1 year\nAge: below 45\nJoining: immediate\n"
    )
    assert [sorted(told(statement, "age", "period")) for statement in read(text).statements] == [["age", "start-date"]] * 2


def test_fields_below_the_last_form_that_other_seats_tell_are_its_own() -> None:
    text = "Position: HSE officer\nQty: 3\nStart: ASAP\n\nPosition: Inspector\nQty: 2\n\nStart: 30 November 2026\n"
    assert [told(statement, "period") for statement in read(text).statements] == [{"start-date": "immediate"}, {"start-date": "2026-11-30"}]


def test_a_table_of_numbers_titles_and_standing_tells_each_seat_whole() -> None:
    rows = "Req# | Title | Loc | Rate | Status\nR-1001 | Data analyst | NYC | $60 | Open\nR-1002 | Tester | NJ | $45 | On hold\n"
    reading = read(f"Our open reqs:\n\n{rows}", subject="Weekly open reqs")
    assert str(reading.kind) == "requisition"
    assert [(seat.reference, seat.title) for seat in reading.statements] == [("R-1001", "Data analyst"), ("R-1002", "Tester")]


def test_a_line_that_counts_a_seat_stands_under_no_heading() -> None:
    form = "Location: Plano, TX\nRate: $55/hr\nSkills: C#\n"
    text = f"Please find below requirements:\n\nRequirement 1\nJob title: Developer\n{form}\nRequirement 2\nJob title: Tester\n{form}"
    assert [sorted(told(seat, "skill")) for seat in read(text).statements] == [["csharp"], ["csharp"]]
