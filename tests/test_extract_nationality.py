"""Nationality, citizenship, the right to work and classes of visa; and the words that ask for none."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, needs, read, requirements, values


def status_of(text: str) -> dict[str, tuple[str, str | None]]:
    return {item.key: (str(item.necessity), item.text) for item in requirements(read(text)) if item.category == "nationality"}


@pytest.mark.parametrize(
    "text",
    [
        form_ja("国籍：外国籍不可"),
        form_ja("外国籍：不可"),
        form_ja("外国籍：NG"),
        form_ja("外国籍：×"),
        form_ja("外国籍可否：不可"),
        form_ja("備考：外国籍不可"),
        form_ja("備考：外国籍の方はお断りしております。"),
        form_ja("備考：外国籍の方はご遠慮ください。"),
        form_ja("備考：外国籍NG、個人事業主不可"),
        change_ja("外国籍は不可となりました。"),
        form_ja("備考：外国籍の方は対象外となります。"),
        form_ja("備考：外国籍の方の受け入れは不可です。"),
        form_ja("備考：年齢不問、外国籍不可"),
        form_ja("国籍：外国不可"),
    ],
)
def test_foreigners_refused(text: str) -> None:
    assert status_of(text)["nationality"] == ("excluded", None)


@pytest.mark.parametrize(
    "text",
    [
        form_ja("国籍：不問"),
        form_ja("外国籍：可"),
        form_ja("外国籍：OK"),
        form_ja("備考：外国籍可"),
        form_ja("備考：外国籍の方も大丈夫です。"),
        form_ja("備考：国籍は問いません。"),
        change_ja("外国籍もOKになりました。"),
        change_ja("国籍の制限はなくなりました。"),
        form_ja("備考：外国籍の方も歓迎です。"),
        form_ja("外国籍：可（日本語ネイティブレベル）"),
        form_ja("備考：外国籍相談可"),
        change_ja("外国籍の方も可となりました。"),
    ],
)
def test_foreigners_welcome(text: str) -> None:
    assert status_of(text) == {"nationality": ("not_required", None)}


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        (form_ja("国籍：日本国籍の方のみ"), "nationality", "日本国籍"),
        (form_ja("国籍：日本"), "nationality", "日本"),
        (form_ja("備考：日本国籍の方に限ります。"), "nationality", "日本国籍"),
        (form_en("Visa: US citizens only"), "nationality", "US citizens"),
        (form_en("Note: US citizens only."), "nationality", "US citizens"),
        (form_en("Visa: USC/GC only"), "work-authorization", "USC/GC"),
        (form_en("Visa: H1B"), "work-authorization", "H1B"),
        (form_en("Work authorization: GC or EAD"), "work-authorization", "GC or EAD"),
        (form_en("Note: only H1B holders please."), "work-authorization", "H1B"),
        (change_en("They will only take green card holders now."), "work-authorization", "green card"),
    ],
)
def test_conditions_in_the_mails_own_words(text: str, key: str, words: str) -> None:
    necessity, told = status_of(text)[key]
    assert necessity == "must"
    assert told is not None
    assert told.lower().startswith(words.lower())


@pytest.mark.parametrize(
    "text",
    [
        form_en("Note: candidates need the right to work in the UK."),
        form_en("Note: no sponsorship."),
        form_en("Note: no visa sponsorship available."),
        form_en("Note: must be authorized to work in the US."),
        form_ja("備考：就労ビザをお持ちの方"),
        form_en("Note: sponsorship is not available."),
        form_en("Candidates must be eligible to work in the EU."),
    ],
)
def test_the_plain_right_to_work_has_no_words(text: str) -> None:
    assert status_of(text) == {"work-authorization": ("must", None)}


@pytest.mark.parametrize(("text", "words"), [(form_en("Visa: no OPT"), "OPT"), (form_en("Note: we cannot accept H1B candidates."), "H1B")])
def test_a_refused_class_of_visa(text: str, words: str) -> None:
    assert status_of(text)["work-authorization"] == ("excluded", words)


def test_foreigners_welcome_with_good_japanese() -> None:
    """外国籍可（N2以上）: the nationality is waived, the language asked for."""
    reading = read(form_ja("備考：外国籍可（日本語N2以上）"))
    assert needs(reading, "nationality") == {"nationality": "not_required"}
    low, high, unit, level = values(reading, "language")["japanese"]
    assert (low, high, unit) == (None, None, None)
    assert level is not None
    assert level.startswith("N2")


@pytest.mark.parametrize(
    "text",
    [
        form_ja("国籍："),
        form_ja("備考：外国人の多い現場です。"),
        form_ja("業務内容：外国人向けサービスの開発"),
        form_ja("業務内容：日本国内の物流拠点の刷新"),
        form_ja("備考：海外拠点との会議があります。"),
        form_ja("提案時：国籍をお知らせください"),
        form_ja("必須：外国籍メンバーとの協業経験"),
        form_en("Responsibilities: build the citizens' portal of a city"),
        form_en("About the role: visa processing software for embassies"),
        form_en("Note: the Visa card data is masked."),
        form_en("Note: we are an equal opportunity employer regardless of nationality."),
        form_en("Note: please state your visa status."),
        form_en("Must have: optimisation of SQL"),
        form_en("Must have: MySQL, gc tuning of the JVM"),
        change_ja("外国籍の方でも可能でしょうか？"),
        change_ja("国籍の条件に変更はありません。"),
        change_ja("候補者は外国籍の方です。"),
        change_en("Would they take H1B?"),
        change_en("Visa rules stay as they are."),
        change_en("The candidate holds a green card."),
        form_ja("業務内容：外国籍従業員の管理システム"),
        form_ja("備考：外国籍のメンバーが3名います。"),
        form_ja("必須：日本国内での開発経験"),
        form_en("Must have: Visa and Mastercard payment schemes"),
        form_en("Note: the client is a US company."),
        form_en("About the role: the green card lottery portal"),
        form_en("Note: American football fans welcome."),
        change_ja("前回の方は外国籍の方でした。"),
        change_en("The last one needed sponsorship."),
        change_en("His visa expires in March."),
    ],
)
def test_words_that_ask_for_no_passport(text: str) -> None:
    found = status_of(text)
    assert found == {} or (found == {"nationality": ("not_required", None)} and "regardless" in text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (change_ja("外国籍は不可になるかもしれません。"), "nationality"),
        (change_en("They might accept H1B candidates."), "work-authorization"),
    ],
)
def test_a_condition_under_discussion_is_a_hint(text: str, key: str) -> None:
    assert status_of(text) == {}
    assert ("nationality", key, "hedged") in hinted(read(text), "nationality")


def test_of_two_rows_of_visas_the_only_one_holds() -> None:
    found = values(read(change_en("H4 EAD also out, GC and USC only.")), "nationality")
    assert found["work-authorization"][3] == "GC and USC"


def test_singaporeans_are_a_condition() -> None:
    reading = read(form_en("Visa: Singaporeans and PRs only"))
    assert values(reading, "nationality")["work-authorization"][3] == "Singaporeans and PRs"
    assert [str(flag.rule) for flag in reading.flags] == ["nationality-condition"]


@pytest.mark.parametrize(
    ("line", "key", "necessity"),
    [
        ("Nepali / Kenyan nationals only", "nationality", "must"),
        ("Emiratis preferred", "nationality", "preferred"),
        ("Valid transferable iqama preferred", "work-authorization", "preferred"),
        ("Irish passport or Stamp 4", "work-authorization", "must"),
        ("Australian citizenship", "nationality", "must"),
        ("Visa sponsorship is not available", "work-authorization", "must"),
        ("Full working rights needed", "work-authorization", "must"),
    ],
)
def test_conditions_of_other_countries_are_read(line: str, key: str, necessity: str) -> None:
    assert needs(read(form_en(line)), "nationality") == {key: necessity}


@pytest.mark.parametrize("line", ["The nationality condition is lifted.", "Any nationality is fine now."])
def test_a_condition_of_nationality_that_is_lifted_is_waived(line: str) -> None:
    assert needs(read(change_en(line)), "nationality") == {"nationality": "not_required"}


def test_people_of_a_nation_ask_for_no_language() -> None:
    assert not values(read(form_en("Filipino nationals only")), "language")
