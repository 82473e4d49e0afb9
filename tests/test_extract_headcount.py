"""How many people are wanted, and the other people of a mail."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, read, requirements, values


def people_of(text: str) -> tuple[float | None, float | None] | None:
    found = values(read(text), "headcount")
    if not found:
        return None
    low, high, unit, _ = found["headcount"]
    assert unit == "person"
    return low, high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (form_ja("人数：1名", instead_of="headcount"), 1, 1),
        (form_ja("人　数：２名", instead_of="headcount"), 2, 2),
        (form_ja("募集人数：3人", instead_of="headcount"), 3, 3),
        (form_ja("人数：2〜3名", instead_of="headcount"), 2, 3),
        (form_ja("人数：1名（増員枠）", instead_of="headcount"), 1, 1),
        (form_ja("募集：2名様", instead_of="headcount"), 2, 2),
        (form_ja("募集人数 2", instead_of="headcount"), 2, 2),
        (form_ja("■人数・・・・2名", instead_of="headcount"), 2, 2),
        (form_ja("人数：最大3名", instead_of="headcount"), None, 3),
        (form_ja("人数：3名まで", instead_of="headcount"), None, 3),
        (form_ja("人数：一名", instead_of="headcount"), 1, 1),
        (form_ja("備考：2名を募集しております。", instead_of="headcount"), 2, 2),
        (form_en("Openings: 2", instead_of="headcount"), 2, 2),
        (form_en("Number of positions: 3", instead_of="headcount"), 3, 3),
        (form_en("We need two developers.", instead_of="headcount"), 2, 2),
        (form_en("We are looking for 3 network engineers.", instead_of="headcount"), 3, 3),
        (change_ja("募集人数を2名から3名に変更します。"), 3, 3),
        (change_ja("人数：1名 → 2名"), 2, 2),
        (change_ja("募集は1名に減りました。"), 1, 1),
        (change_en("They now need three people instead of two."), 3, 3),
        (form_en("Can you get us 4 glaziers for the site?", instead_of="headcount"), 4, 4),
        (change_en("Headcount goes from 2 to 4."), 4, 4),
        (form_ja("募集人数：若干名（2名程度）", instead_of="headcount"), 2, 2),
        (form_ja("枠：残り1名", instead_of="headcount"), 1, 1),
        (form_ja("備考：PHPの方を3名お願いしたいです。", instead_of="headcount"), 3, 3),
        (form_ja("人数：1〜2名", instead_of="headcount"), 1, 2),
        (form_en("Positions: 4", instead_of="headcount"), 4, 4),
        (form_en("No. of positions: 2", instead_of="headcount"), 2, 2),
        (form_en("Our client needs five testers.", instead_of="headcount"), 5, 5),
        (form_en("2 x Java developers wanted.", instead_of="headcount"), 2, 2),
        (form_en("Headcount: two", instead_of="headcount"), 2, 2),
        (form_en("We're short of two sous chefs.", instead_of="headcount"), 2, 2),
        (form_en("The depot could do with two CNC setter/operators.", instead_of="headcount"), 2, 2),
        (form_en("We need three experienced kerbing gang foremen.", instead_of="headcount"), 3, 3),
        (form_en("Openings: one", instead_of="headcount"), 1, 1),
        (form_ja("人数：１", instead_of="headcount"), 1, 1),
    ],
)
def test_the_number_of_people_is_read(text: str, low: float | None, high: float | None) -> None:
    assert people_of(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        (change_ja("1名増やしてください。募集人数の件です。"), 1),
        (change_ja("募集を1名追加でお願いします。"), 1),
        (change_en("One more seat, please."), 1),
    ],
)
def test_one_more_is_relative(text: str, step: float) -> None:
    (item,) = (item for item in requirements(read(text)) if item.category == "headcount")
    assert (item.relative, item.max, item.unit) == (True, step, "person")


@pytest.mark.parametrize(
    "text",
    [
        form_ja("人数：", instead_of="headcount"),
        form_ja("体制：チーム5名", instead_of="headcount"),
        form_ja("業務内容：10名のチームで開発を行います", instead_of="headcount"),
        form_ja("備考：現場には弊社メンバーが3名参画中です。", instead_of="headcount"),
        form_ja("必須：5名以上のチームのリーダー経験", instead_of="headcount"),
        form_ja("必須：一人称で設計できる方", instead_of="headcount"),
        form_ja("必須：1人で客先対応ができる方", instead_of="headcount"),
        form_ja("面談：1回（弊社1名同席）", instead_of="headcount"),
        form_ja("備考：従業員数300名の企業です。", instead_of="headcount"),
        form_ja("備考：定員は20名です。", instead_of="headcount"),
        form_en("About the role: you join a team of 12 people", instead_of="headcount"),
        form_en("Must have: led a team of 5", instead_of="headcount"),
        form_en("We need a Rust developer.", instead_of="headcount"),
        form_en("Interview: panel of 3", instead_of="headcount"),
        change_ja("候補者2名の書類を確認しました。"),
        change_ja("人数は2名でよろしいですか？"),
        change_ja("2名ご提案いただきありがとうございました。"),
        change_en("Thanks for the two CVs."),
        change_en("Do they still need two people?"),
        change_en("One of the two candidates did well."),
        change_en("We met three people this week."),
        change_ja("本日1名様とお会いしました。"),
        form_en("Note: the firm employs 300 people.", instead_of="headcount"),
        form_ja("体制：PM1名、SE3名、PG5名", instead_of="headcount"),
        form_ja("備考：常駐メンバーは現在4名です。", instead_of="headcount"),
        form_ja("必須：10名規模のPM経験", instead_of="headcount"),
        form_ja("備考：ユーザーは3,000人です。", instead_of="headcount"),
        form_ja("備考：お1人様1回の面談です。", instead_of="headcount"),
        form_ja("備考：2名体制で監視します。", instead_of="headcount"),
        form_en("Responsibilities: mentor two juniors", instead_of="headcount"),
        change_ja("他社様から5名のご提案がありました。"),
        change_en("Two managers will join the interview."),
        change_en("Thanks for sending three profiles."),
        form_en("Note: 40 people share the office.", instead_of="headcount"),
        form_en("Note: one person from HR joins the call.", instead_of="headcount"),
        change_ja("3名様の書類選考の結果をお送りします。"),
        change_ja("面接官は2名です。"),
        change_en("They have seen six people so far."),
        change_en("They start early because two people are leaving."),
        change_en("Two people have just left, so the shift starts at seven."),
        change_ja("募集は2名でしょうか？"),
        form_ja("業務内容：2名の新人の教育", instead_of="headcount"),
        form_en("Openings: none", instead_of="headcount"),
        form_en("Openings: 0", instead_of="headcount"),
    ],
)
def test_teams_candidates_and_staff_are_not_wanted_people(text: str) -> None:
    assert people_of(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (change_ja("人数は3名になる可能性があります。"), "hedged"),
        (change_en("They might need four people."), "hedged"),
    ],
)
def test_more_people_perhaps_are_a_hint(text: str, why: str) -> None:
    reading = read(text)
    assert values(reading, "headcount") == {}
    assert hinted(reading, "headcount") == {("headcount", "headcount", why)}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (form_en("Ledger clerk x2, Bolton", instead_of="headcount"), 2),
        (form_en("We're looking for 2 x electrician at the plant.", instead_of="headcount"), 2),
        (form_en("12 data clerks for a census.", instead_of="headcount"), 12),
        (form_en("Two review lawyers wanted.", instead_of="headcount"), 2),
        (change_en("Just the one now."), 1),
        (change_en("Please make it four."), 4),
        (change_en("One is filled, 5 left."), 5),
        (change_en("it's 2 fitters, not 3"), 2),
    ],
)
def test_counts_told_in_passing(text: str, count: float) -> None:
    assert people_of(text) == (count, count)


@pytest.mark.parametrize(
    "text",
    [
        change_en("Two left the company last week."),
        change_en("For the interview they want just one now."),
        change_en("The rate was doubled x2."),
    ],
)
def test_counts_of_others_told_in_passing(text: str) -> None:
    assert people_of(text) is None


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("The ward opens two more seats, five in all.", 5),
        ("The quantity is now 8.", 8),
        ("Plasterers make it 4 because the wall is late.", 4),
        ("They want one more, so three altogether.", 3),
        ("We need 5 no. operatives.", 5),
        ("A pair of fitters is needed.", 2),
    ],
)
def test_sums_and_counts_of_the_trades_are_read(line: str, count: float) -> None:
    assert values(read(change_en(line)), "headcount")["headcount"][:2] == (count, count)


@pytest.mark.parametrize(
    "line",
    ["Up to two candidates per supplier.", "Submit no more than 3 candidates.", "They hope to see two or three people next week."],
)
def test_candidates_who_may_be_shown_are_no_headcount(line: str) -> None:
    assert not values(read(change_en(line)), "headcount")
