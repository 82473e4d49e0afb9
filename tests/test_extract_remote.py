"""Remote work: full, partial or none, with the days at home; and what else is remote or hybrid."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, read, values


def remote_of(text: str) -> tuple[str | None, float | None, float | None] | None:
    found = values(read(text), "remote")
    if not found:
        return None
    low, high, unit, words = found["remote"]
    assert unit == (None if low is high is None else "day_per_week")
    return words, low, high


@pytest.mark.parametrize(
    ("line", "words", "low", "high"),
    [
        ("リモート：フルリモート", "full", None, None),
        ("勤務形態：フルリモート（初日のみ出社）", "full", None, None),
        ("勤務形態：基本リモート（月1回出社）", "full", None, None),
        ("勤務形態：完全在宅", "full", None, None),
        ("勤務形態：PC受取時のみ出社", "full", None, None),
        ("備考：フルリモートでの参画となります。", "full", None, None),
        ("勤務形態：リモート併用", "partial", None, None),
        ("リモート：あり", "partial", None, None),
        ("勤務形態：リモート併用（週3日出社）", "partial", 2, 2),
        ("勤務形態：リモート併用　※週3日出社", "partial", 2, 2),
        ("備考：週1日はリモート可です。", "partial", 1, 1),
        ("備考：週4出社、残りは在宅です。", "partial", 1, 1),
        ("備考：在宅勤務は週2日まで可能です。", "partial", None, 2),
        ("勤務形態：常駐", "none", None, None),
        ("勤務形態：フル出社", "none", None, None),
        ("リモート：なし", "none", None, None),
        ("リモート：不可", "none", None, None),
        ("備考：リモート不可", "none", None, None),
        ("備考：リモートワークはございません。", "none", None, None),
        ("備考：常駐必須となります。", "none", None, None),
        ("備考：週5日出社です。", "none", None, None),
        ("リモート：週3日", "partial", 3, 3),
        ("リモート：週2〜3日", "partial", 2, 3),
        ("出社頻度：週2日", "partial", 3, 3),
        ("勤務形態：週3日出社・週2日リモート", "partial", 2, 2),
        ("リモート：可（週1〜2日）", "partial", 1, 2),
        ("備考：リモート中心、週1日出社", "partial", 4, 4),
        ("備考：参画後1ヶ月は出社、以降フルリモートです。", "full", None, None),
        ("勤務形態：出社", "none", None, None),
        ("備考：在宅勤務は想定しておりません。", "none", None, None),
        ("勤務地：品川（リモート不可）", "none", None, None),
        ("備考：基本リモート、必要時のみ出社です。", "full", None, None),
        ("勤務形態：ハイブリッド（週2出社）", "partial", 3, 3),
        ("備考：テレワーク可（週2日程度）", "partial", 2, 2),
        ("リモート：フル", "full", None, None),
        ("備考：完全出社となります。", "none", None, None),
        ("リモート：有（頻度は応相談）", "partial", None, None),
    ],
)
def test_a_japanese_seat_is_worked_at_home_or_not(line: str, words: str, low: float | None, high: float | None) -> None:
    assert remote_of(form_ja(line)) == (words, low, high)


@pytest.mark.parametrize(
    ("line", "words", "low", "high"),
    [
        ("Work mode: fully remote", "full", None, None),
        ("Work mode: 100% remote", "full", None, None),
        ("Note: office once a month.", "full", None, None),
        ("The role is fully remote.", "full", None, None),
        ("Remote: hybrid", "partial", None, None),
        ("Work mode: hybrid, 3 days onsite", "partial", 2, 2),
        ("Hybrid: 2 days a week from home", "partial", 2, 2),
        ("Work mode: hybrid (3 days onsite, Tue-Thu)", "partial", 2, 2),
        ("It is hybrid, two days a week in the office.", "partial", 3, 3),
        ("Work mode: onsite", "none", None, None),
        ("Remote: no", "none", None, None),
        ("Work mode: 5 days in the office", "none", None, None),
        ("Note: no remote work.", "none", None, None),
        ("The role is fully onsite.", "none", None, None),
        ("Remote is not an option.", "none", None, None),
        ("Remote: up to 2 days a week", "partial", None, 2),
        ("Remote: 3 days a week", "partial", 3, 3),
        ("Work mode: Hybrid (2 days remote)", "partial", 2, 2),
        ("Onsite: 3 days/week", "partial", 2, 2),
        ("Location: Leeds, hybrid 2 days in office", "partial", 3, 3),
        ("You can work from home two days a week.", "partial", 2, 2),
        ("Work mode: remote (office once a month)", "full", None, None),
        ("100% onsite, no exceptions.", "none", None, None),
        ("They want people at their desks every day, no home working.", "none", None, None),
        ("Remote first, with a visit to the office every quarter.", "full", None, None),
        ("Remote: fully", "full", None, None),
        ("Working pattern: office based", "none", None, None),
        ("Work mode: WFH", "full", None, None),
    ],
)
def test_an_english_seat_is_worked_at_home_or_not(line: str, words: str, low: float | None, high: float | None) -> None:
    assert remote_of(form_en(line)) == (words, low, high)


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        (change_ja("リモート不可になりました。"), "none", None, None),
        (change_ja("来月からリモートは廃止となります。"), "none", None, None),
        (change_ja("フルリモート可となりました。"), "full", None, None),
        (change_en("It is now fully remote."), "full", None, None),
        (change_en("They want people in the office three days a week now."), "partial", 2, 2),
        (change_en("Hybrid is off: five days a week in the office."), "none", None, None),
        (change_ja("リモート：週3日 → 週1日"), "partial", 1, 1),
        (change_en("No more working from home."), "none", None, None),
        (change_en("Remote days drop from three to one a week."), "partial", 1, 1),
        (change_ja("出社は週5日ではなく週3日で構いません。"), "partial", 2, 2),
        (change_ja("フルリモートから週2日出社に変更となりました。"), "partial", 3, 3),
        (change_ja("出社日数については、週1日になりました。"), "partial", 4, 4),
    ],
)
def test_a_change_of_remote_work_is_the_new_rule(text: str, words: str, low: float | None, high: float | None) -> None:
    assert remote_of(text) == (words, low, high)


def test_no_day_at_the_office_is_the_same_as_full() -> None:
    assert remote_of(form_ja("出社頻度：週0日出社")) == remote_of(form_ja("勤務形態：フルリモート"))


def test_office_days_of_a_short_week_give_no_number() -> None:
    assert remote_of(form_ja("備考：週3日稼働、うち週1日出社です。")) == ("partial", None, None)


@pytest.mark.parametrize(
    "line",
    [
        "リモート：",
        "リモート：要相談",
        "必須：リモートデスクトップの構築経験",
        "必須：リモート監視の経験",
        "必須：在宅医療システムの知識",
        "業務内容：テレワーク環境の構築",
        "業務内容：リモート拠点のネットワーク運用",
        "面談：1回（リモート）",
        "備考：面談はリモートで行います。",
        "備考：弊社はリモート勤務のためお電話はご遠慮ください。",
        "環境：Azure Virtual Desktop",
        "備考：週3日は会議があります。",
        "備考：前任者はフルリモートでした。",
        "必須：VPNなどリモートアクセス環境の構築",
        "業務内容：出社管理アプリの開発",
        "業務内容：在宅介護事業者向けシステムの保守",
        "備考：リモート会議はTeamsで行います。",
        "必須：リモートでのチーム開発経験",
        "備考：弊社担当は在宅のため携帯にご連絡ください。",
        "案件名：リモートワーク支援ツールの開発",
        "必須：ハイブリッドクラウドの設計",
    ],
)
def test_other_remote_things_are_no_work_at_home(line: str) -> None:
    assert remote_of(form_ja(line)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Must have: remote server administration",
        "Responsibilities: support remote users",
        "Responsibilities: remote sensing of crops",
        "Interview: one remote call",
        "Note: the interview is remote.",
        "Note: I work remotely on Fridays.",
        "Note: home loans are the client's business.",
        "Responsibilities: look after remote sites",
        "Must have: VPN and remote access",
        "Title: Remote control software",
        "About the role: home insurance claims",
        "Note: the onboarding call is remote.",
        "Must have: hybrid vehicles",
        "Note: the candidate has worked remotely before.",
        "Note: onsite parking is free.",
        "Note: the team in Lisbon is fully remote, but that is a different role.",
        "Must have: Ionic or other hybrid mobile apps",
        "Must have: hybrid cloud design",
    ],
)
def test_other_remote_things_in_english_are_no_work_at_home(line: str) -> None:
    assert remote_of(form_en(line)) is None


@pytest.mark.parametrize(
    "text",
    [
        change_ja("リモートは可能でしょうか？"),
        change_ja("リモートの条件に変更はありません。"),
        change_ja("面談はオンラインでお願いいたします。"),
        change_en("Is remote work an option?"),
        change_en("The remote rules stay as they are."),
        change_en("The candidate would like to work remotely."),
    ],
)
def test_no_remote_rule_moves_by_a_question(text: str) -> None:
    assert remote_of(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (change_ja("フルリモートになる可能性があります。"), "hedged"),
        (change_en("It might become fully remote."), "hedged"),
    ],
)
def test_a_rule_not_yet_made_is_a_hint(text: str, why: str) -> None:
    reading = read(text)
    assert values(reading, "remote") == {}
    assert ("remote", "remote", why) in hinted(reading, "remote")


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("Work location: Pune (Baner) - 3 days WFO", ("partial", 2, 2)),
        ("Work location: Pune (Baner), 2 days a week work from office", ("partial", 3, 3)),
        ("Work location: Pune (Baner), WFO", ("none", None, None)),
    ],
)
def test_days_told_as_wfo(line: str, want: tuple[str, float | None, float | None]) -> None:
    assert remote_of(form_en(line)) == want


def test_named_days_at_home_are_counted() -> None:
    assert values(read(form_en("WFH Fridays")), "remote")["remote"][:2] == (1, 1)
    assert values(read(form_en("Home working on Mondays and Fridays")), "remote")["remote"][:2] == (2, 2)


def test_back_in_five_days_a_week_is_no_remote_work_and_no_schedule() -> None:
    found = values(read(change_en("The client has called everyone back in five days a week.")), "remote", "schedule")
    assert {key: value[3] for key, value in found.items()} == {"remote": "none"}
