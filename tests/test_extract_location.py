"""The seat's place, as narrow as it is written, and the many other places of a mail."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, read, read_mail, values


def place_of(text: str) -> str | None:
    found = values(read(text), "location")
    if not found:
        return None
    low, high, unit, place = found["location"]
    assert (low, high, unit) == (None, None, None)
    return (place or "").removesuffix("駅")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("勤務地：品川", "品川"),
        ("場所：品川駅", "品川"),
        ("場　所：品川", "品川"),
        ("【場所】大手町", "大手町"),
        ("【勤務地】\n大手町", "大手町"),
        ("■勤務地　大手町", "大手町"),
        ("■場所・・・・大手町", "大手町"),
        ("最寄駅：西新宿", "西新宿"),
        ("勤務地：福岡市博多区", "福岡市博多区"),
        ("勤務地：茅場町（東西線）", "茅場町"),
        ("勤務地：茅場町 ※駅直結", "茅場町"),
        ("場所：三田／リモート併用", "三田"),
        ("勤務地：立川、週2日リモート", "立川"),
        ("勤務場所：さいたま新都心", "さいたま新都心"),
        ("勤務地：ｶﾜｻｷ", "ｶﾜｻｷ"),
        ("勤務地：フルリモート（本社：神戸）", None),
        ("備考：勤務地は大崎です。", "大崎"),
        ("備考：赤羽勤務となります。", "赤羽"),
        ("備考：豊洲のお客様先に常駐いただきます。", "豊洲"),
        ("勤務地：中野坂上（フルリモート可）", "中野坂上"),
        ("勤務地：大阪（本町）", "大阪"),
        ("場所：溜池山王、虎ノ門", "溜池山王"),
        ("勤務地：横浜市西区みなとみらい", "横浜市西区みなとみらい"),
        ("最寄り駅：ＪＲ大崎駅", "ＪＲ大崎"),
        ("勤務地：新大阪駅　徒歩5分", "新大阪"),
        ("備考：最寄りは天王洲アイル駅です。", "天王洲アイル"),
        ("備考：作業場所は最寄りが京橋駅です。", "京橋"),
        ("作業場所：新川崎駅より徒歩8分", "新川崎"),
        ("勤務地：都内（神谷町）", "都内"),
        ("作業場所：お客様先（新橋）", "新橋"),
        ("場所：秋葉原 or リモート", "秋葉原"),
        ("備考：勤務先は蒲田駅近くの事務所です。", "蒲田"),
    ],
)
def test_a_japanese_place_is_as_narrow_as_written(line: str, place: str | None) -> None:
    assert place_of(form_ja(line, instead_of="location")) in ((place,) if place else (None, "神戸"))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Location: Bristol", "Bristol"),
        ("Location: Austin, TX", "Austin, TX"),
        ("Location: Austin, TX (onsite)", "Austin, TX"),
        ("Location: Austin, TX | Hybrid", "Austin, TX"),
        ("Work location: Milton Keynes", "Milton Keynes"),
        ("Site: Stoke-on-Trent", "Stoke-on-Trent"),
        ("Based in: Newcastle upon Tyne", "Newcastle upon Tyne"),
        ("Where: Dublin, 2 days from home", "Dublin"),
        ("The role is based in Norwich.", "Norwich"),
        ("You will be on site in Swindon.", "Swindon"),
        ("The office is near Ghent.", "Ghent"),
        ("Charlotte, NC | Onsite", "Charlotte, NC"),
        ("They sit at the Derby office.", "Derby"),
        ("Location - Dallas, TX", "Dallas, TX"),
        ("Location: St. Louis, MO (Day 1 onsite)", "St. Louis, MO"),
        ("Location: New York City", "New York City"),
        ("Location: Canary Wharf, London", "Canary Wharf"),
        ("It is on site in Warsaw, five days a week.", "Warsaw"),
        ("Office: Sheffield city centre", "Sheffield"),
        ("You would work from our Bath office.", "Bath"),
        ("Work location: 3 days in Basel", "Basel"),
    ],
)
def test_an_english_place_is_as_narrow_as_written(line: str, place: str) -> None:
    found = place_of(form_en(line, instead_of="location"))
    assert found is not None
    assert found.startswith(place)
    assert len(found) <= len(place) + len(" office, 2 days from home")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (change_ja("勤務地：品川 → 田町"), "田町"),
        (change_ja("現場が海老名に移転します。"), "海老名"),
        (change_en("Location: Leeds -> York"), "York"),
        (change_en("The team is moving to Exeter."), "Exeter"),
        (change_en("The site is Exeter, not Plymouth."), "Exeter"),
        (change_en("It's Exeter now."), "Exeter"),
        (change_en("The location changes from Leeds to York."), "York"),
        (change_ja("作業場所は仙台に変わります。"), "仙台"),
        (change_ja("勤務地は品川ではなく田町です。"), "田町"),
        (change_ja("勤務地が品川から田町に変更となりました。"), "田町"),
        (change_ja("先ほど勤務地を品川とお伝えしましたが、田町の誤りです。"), "田町"),
        (change_ja("品川の拠点を閉鎖するため、田町に通っていただきます。"), "田町"),
        (change_en("It is actually Exeter, not Plymouth."), "Exeter"),
        (change_en("The job is in Exeter now."), "Exeter"),
        (change_en("The place changes from Reno, NV to Boise, ID."), "Boise, ID"),
    ],
)
def test_a_moved_place_is_the_new_one(text: str, place: str) -> None:
    assert place_of(text) == place


def test_two_places_join_in_one_value() -> None:
    found = values(read(form_ja("勤務地：横浜または川崎", instead_of="location")), "location")["location"][3]
    assert found is not None
    assert "横浜" in found
    assert "川崎" in found


@pytest.mark.parametrize(
    "line",
    [
        "勤務地：フルリモート",
        "勤務地：未定",
        "備考：東京都の受託案件です。",
        "備考：エンドは名古屋の企業です。",
        "備考：面談は品川で行います。",
        "備考：集合は渋谷駅改札前です。",
        "業務内容：札幌の開発チームとの調整",
        "面談：1回（品川）",
        "提案時：最寄駅をお知らせください",
        "必須：東京本社との折衝経験",
        "環境：AWS東京リージョン",
        "備考：弊社は港区にございます。",
        "備考：出張で福岡に行く場合があります。",
        "備考：月1回、名古屋で会議があります。",
        "備考：契約書は東京都千代田区の本社宛にお送りください。",
        "必須：大阪ガスの案件経験",
        "業務内容：東京メトロの運行システムの保守",
        "エンド：横浜に本社がある製造業",
        "備考：候補者の方は千葉からの通勤でも問題ありません。",
        "備考：大阪支社の石田が対応いたします。",
        "勤務地：別途ご連絡",
        "勤務地：",
        "備考：九州出身の方が多い現場です。",
    ],
)
def test_other_japanese_places_are_not_the_seats(line: str) -> None:
    assert place_of(form_ja(line, instead_of="location")) is None


@pytest.mark.parametrize(
    "line",
    [
        "Location: TBC",
        "Location: fully remote",
        "About the role: work with our teams in Madrid and Lisbon",
        "Tech stack: Java, Spring, Oracle",
        "Must have: experience in Oracle",
        "Note: I am out of office in December.",
        "Note: the last person worked from Cardiff.",
        "Must have: fluent in German",
        "Start: in March",
        "Note: some travel to Berlin is needed.",
        "Note: once a quarter the team meets in Porto.",
        "Must have: experience with the London Stock Exchange",
        "Client: a bank with its head office in Zurich",
        "About the role: serve customers in Poland and Spain",
        "Note: people from Wales are welcome.",
        "Title: Paris metro planning tool",
        "We are a partner of a large bank in Frankfurt.",
        "Note: send CVs to Anna in Cork.",
        "Note: the client was founded in Zurich.",
        "Note: the interview will be at our Glasgow office.",
        "Note: I will be in Dublin next week.",
        "Note: our accounts team in Manila pays the invoices.",
    ],
)
def test_other_english_places_are_not_the_seats(line: str) -> None:
    assert place_of(form_en(line, instead_of="location")) is None


@pytest.mark.parametrize(
    "text",
    [
        change_ja("勤務地は品川でよろしいでしょうか？"),
        change_ja("勤務地に変更はありません。"),
        change_ja("面談会場は新宿のオフィスです。1階受付までお越しください。"),
        change_ja("来週は大阪に出張しております。"),
        change_ja("候補者様のお住まいは松戸とのことです。"),
        change_en("Is it still Leeds?"),
        change_en("The location stays the same."),
        change_en("I am travelling to Boston next week."),
        change_en("The candidate lives in Salford."),
        change_en("This is about the tester role at Pemberton Mills."),
        change_en("A word on the position at Pemberton & Co."),
        change_en("The interview is in London on Monday."),
    ],
)
def test_no_place_moves_by_questions_meetings_and_travels(text: str) -> None:
    assert place_of(text) is None


def test_the_address_in_a_signature_is_not_the_seats_place() -> None:
    body = change_ja("単価：65万円に変更となりました。") + (
        "\n--\n株式会社みなとパートナー\n営業部 石田 太郎\n〒105-0000 東京都港区芝1-2-3\nTEL 03-5550-0140\n"
    )
    assert "location" not in values(read_mail(body, subject="Re: 倉庫管理システム"))


@pytest.mark.parametrize(
    "text",
    [
        change_ja("勤務地は千葉になるかもしれません。"),
        change_en("The location might change to York."),
    ],
)
def test_a_place_under_discussion_is_a_hint(text: str) -> None:
    reading = read(text)
    assert values(reading, "location") == {}
    assert hinted(reading, "location") == {("location", "location", "hedged")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We need a scaffolder for our Hull job, £210 a day.", "Hull"),
        ("We are looking for 3 chemists for our Widnes site.", "Widnes"),
        ("We need a cook at the Blue Anchor (St Ives, Cornwall), £14 an hour.", "St Ives, Cornwall"),
        ("12 data clerks for a census, Washington DC, $30/hr.", "Washington DC"),
        ("Ledger clerk x2, Bolton", "Bolton"),
        (change_en("the site is Ebbw Vale"), "Ebbw Vale"),
        (form_en("Location: Pune, work from office", instead_of="location"), "Pune"),
        (form_en("Location: Austin, TX, fully remote", instead_of="location"), "Austin, TX"),
        (form_en("Location: Derby - hybrid, 2 days in the office", instead_of="location"), "Derby"),
    ],
)
def test_places_told_in_passing(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("The job is at Heathrow Terminal 5.", "Heathrow Terminal 5"),
        ("Welders for our Croydon unit.", "Croydon"),
        ("Two riggers at Ruwais, UAE as below.", "Ruwais, UAE"),
        ("Two chefs for a hotel near Kendal, Cumbria.", "Kendal, Cumbria"),
        ("Corby, NN17 5AE, nights.", "Corby"),
        ("Facility: rehab hospital, Boise, ID", "Boise, ID"),
        ("need a welder at the guildford job", "guildford"),
    ],
)
def test_places_told_in_other_ways_are_read(line: str, place: str) -> None:
    assert values(read(f"Hi,\n\n{line}\n"), "location")["location"][3] == place


@pytest.mark.parametrize(
    "line", ["ASNT Level II (UT, RT) is on file.", "He moved to Lisbon.", "His last job was in Malta.", "Their Q2 plan went."]
)
def test_letters_and_other_peoples_places_are_none(line: str) -> None:
    assert not values(read(change_en(line)), "location")
