"""What an amendment does to demands: replace, promote, demote, drop, take back, keep."""

import pytest

from tests.reading import change_en, change_ja, needs, only, read, values

_CLOSED = ("skill", "experience", "qualification", "language", "trait", "role", "contract")


def moved(text: str) -> dict[str, str]:
    return needs(read(text, subject="Re: 倉庫管理", in_reply_to=("<0@x.example>",)), *_CLOSED)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("PythonではなくRubyの経験者をお願いします。", {"python": "not_required", "ruby": "must"}),
        ("Pythonの経験ではなく、Rubyの経験を求めます。", {"python": "not_required", "ruby": "must"}),
        ("PythonというよりRubyができる方です。", {"python": "not_required", "ruby": "must"}),
        ("必須：Python → Ruby", {"python": "not_required", "ruby": "must"}),
        ("CCNAではなくLPIC-1をお持ちの方でお願いします。", {"ccna": "not_required", "lpic-1": "must"}),
        ("英語ではなく中国語が必要です。", {"english": "not_required", "chinese": "must"}),
        ("PythonじゃなくRubyです。", {"python": "not_required", "ruby": "must"}),
        ("PythonからRubyに変更となりました。", {"python": "not_required", "ruby": "must"}),
        ("Pythonの代わりにRubyをお願いします。", {"python": "not_required", "ruby": "must"}),
        ("Python → Ruby", {"python": "not_required", "ruby": "must"}),
    ],
)
def test_a_japanese_demand_takes_anothers_place(line: str, found: dict[str, str]) -> None:
    assert moved(change_ja(line)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("They want Ruby, not Python.", {"python": "not_required", "ruby": "must"}),
        ("They want Ruby instead of Python.", {"python": "not_required", "ruby": "must"}),
        ("They want Ruby rather than Python.", {"python": "not_required", "ruby": "must"}),
        ("Ruby replaces Python.", {"python": "not_required", "ruby": "must"}),
        ("Python is out, Ruby is in.", {"python": "not_required", "ruby": "must"}),
        ("Python has been replaced by Ruby.", {"python": "not_required", "ruby": "must"}),
        ("Python becomes Ruby.", {"python": "not_required", "ruby": "must"}),
        ("Python -> Ruby", {"python": "not_required", "ruby": "must"}),
        ("It's not Python but Ruby that they need.", {"python": "not_required", "ruby": "must"}),
        ("Change Python to Ruby.", {"python": "not_required", "ruby": "must"}),
        ("The CISSP requirement is replaced with CISM.", {"cissp": "not_required", "cism": "must"}),
    ],
)
def test_an_english_demand_takes_anothers_place(line: str, found: dict[str, str]) -> None:
    assert moved(change_en(line)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (change_ja("Pythonは尚可から必須に変更です。"), {"python": "must"}),
        (change_ja("Pythonを必須に格上げします。"), {"python": "must"}),
        (change_ja("Pythonは必須から尚可に落としてください。"), {"python": "preferred"}),
        (change_ja("Pythonは尚可に変更します。"), {"python": "preferred"}),
        (change_en("Python moves from desired to required."), {"python": "must"}),
        (change_en("Python goes from nice to have to must have."), {"python": "must"}),
        (change_en("Python is no longer just a plus, it is a must."), {"python": "must"}),
        (change_en("Python moves from required to desired."), {"python": "preferred"}),
        (change_en("Python can be nice to have."), {"python": "preferred"}),
        (change_en("Python drops from a must to a plus."), {"python": "preferred"}),
        (change_en("Python: nice to have -> must"), {"python": "must"}),
        (change_ja("Python：必須→尚可"), {"python": "preferred"}),
        (change_ja("Python：尚可 → 必須"), {"python": "must"}),
        (change_ja("変更　尚可　Python"), {"python": "preferred"}),
        (change_ja("【追加】Python"), {"python": "must"}),
        (change_ja("PythonとすべきところをRubyと記載しておりました。"), {"python": "must", "ruby": "not_required"}),
    ],
)
def test_promoted_and_demoted(text: str, found: dict[str, str]) -> None:
    assert moved(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (change_ja("Pythonは外してください。"), {"python": "not_required"}),
        (change_ja("Pythonの条件は削除でお願いします。"), {"python": "not_required"}),
        (change_ja("Pythonは不要になりました。"), {"python": "not_required"}),
        (change_ja("Pythonはなしで結構です。"), {"python": "not_required"}),
        (change_ja("Pythonの件は取り下げます。"), {"python": "not_required"}),
        (change_en("Please remove Python from the list."), {"python": "not_required"}),
        (change_en("Python has been dropped."), {"python": "not_required"}),
        (change_en("Python is off the list."), {"python": "not_required"}),
        (change_en("Forget Python."), {"python": "not_required"}),
        (change_en("They no longer ask for Python."), {"python": "not_required"}),
        (change_en("Python isn't needed any more."), {"python": "not_required"}),
        (change_en("You can ignore the Python requirement."), {"python": "not_required"}),
        (change_ja("【削除】Python"), {"python": "not_required"}),
        (change_ja("削除：\n・Python"), {"python": "not_required"}),
        (change_en("Removed:\n- Python"), {"python": "not_required"}),
    ],
)
def test_dropped(text: str, found: dict[str, str]) -> None:
    assert moved(text) == found


@pytest.mark.parametrize(
    "text",
    [
        change_ja("Pythonは必須のままです。"),
        change_ja("Pythonに変更はありません。"),
        change_ja("スキル要件は前回の通りです。"),
        change_en("Python stays as it is."),
        change_en("No change to Python."),
        change_en("The skills remain the same as before."),
    ],
)
def test_what_stays_is_no_change(text: str) -> None:
    """Restated unchanged is optional; dropped or softened it must not be."""
    assert set(moved(text).values()) <= {"must"}


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        (change_ja("単価は60万円ではなく65万円です。"), "rate", 650000),
        (change_ja("面談は2回ではなく1回です。"), "interview-count", 1),
        (change_ja("人数は1名から3名に変更となりました。"), "headcount", 3),
        (change_en("The rate is $65 an hour, not $60."), "rate", 65),
        (change_en("Two interviews, not one."), "interview-count", 2),
    ],
)
def test_of_two_numbers_the_new_one_counts(text: str, unit: str, value: float) -> None:
    assert values(read(text, subject="Re: x", in_reply_to=("<0@x.example>",)))[unit][:2] == (value, value)


@pytest.mark.parametrize(
    "text",
    [
        change_en("Docker is now a must."),
        change_en("Please ignore the typo in the subject. Docker is now a must."),
        change_ja("Dockerが必須になりました。"),
        change_ja("先ほどのメールの通り、Dockerが必須になりました。"),
    ],
)
def test_other_mails_take_nothing_back(text: str) -> None:
    assert not only(read(text, subject="Re: COBOL", in_reply_to=("<0@x.example>",))).retracts


def test_an_amendment_lists_only_what_the_mail_says() -> None:
    assert moved(change_ja("Dockerが必須になりました。")) == {"docker": "must"}


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (change_ja("Pythonは3年以上に変更してください。"), False),
        (change_ja("Pythonは3年以上必須です。"), True),
        (change_en("3 years of Python are required."), True),
    ],
)
def test_a_value_alone_says_nothing_of_how_binding_it_is(text: str, stated: bool) -> None:
    (found,) = only(read(text, subject="Re: x", in_reply_to=("<0@x.example>",))).requirements
    assert (found.key, found.min, found.necessity_stated) == ("python", 3, stated)


@pytest.mark.parametrize(
    "text",
    [
        "Please ignore my last mail.\n",
        "Disregard my previous e-mail, it was meant for somebody else.\n",
        "先ほどのメールは破棄をお願いいたします。\n",
    ],
)
def test_a_mail_can_take_the_one_before_it_back(text: str) -> None:
    statement = only(read(text, subject="Re: COBOL maintenance", in_reply_to=("<0@x.example>",)))
    assert statement.retracts
    assert statement.requirements == ()


@pytest.mark.parametrize(
    "text",
    [
        change_en("Python is a must. Sorry, scratch that. Ruby is a must."),
    ],
)
def test_scratch_that_takes_the_sentence_before_it_back(text: str) -> None:
    found = moved(text)
    assert found["ruby"] == "must"
    assert found.get("python", "not_required") == "not_required"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Forklift licence we can do without.", {"forklift": "not_required"}),
        ("The CCNA they could live without, but Kafka is a must.", {"ccna": "not_required", "kafka": "must"}),
        ("Three years of Kafka will do, with or without a CCNA.", {"kafka": "must", "ccna": "not_required"}),
        ("Kafka: my slip, that belonged under desirable.", {"kafka": "preferred"}),
        ("Kafka should have been listed as a nice to have.", {"kafka": "preferred"}),
        ("CCNA: I typed it in the wrong box, it is meant to be a plus only.", {"ccna": "preferred"}),
        ("Kafka was supposed to be under essential.", {"kafka": "must"}),
        ("Kafka moves to desirable.", {"kafka": "preferred"}),
        ("Kafka has been downgraded to a nice to have.", {"kafka": "preferred"}),
        ("We are not allowed to ask for a CCNA.", {"ccna": "not_required"}),
    ],
)
def test_english_words_that_drop_or_move_a_demand(text: str, found: dict[str, str]) -> None:
    assert moved(change_en(text)) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We need 3 instead of 5, because two of our own people are coming over from Leeds.", 3),
        ("6 instead of 4 please.", 6),
        ("I'd take 2 rather than 4.", 2),
        ("Can we have 7 instead of 5.", 7),
        ("We only need 2 rather than 3 now.", 2),
        ("So make that 8, not 6.", 8),
        ("We have one of our own back from leave, so two rather than three.", 2),
    ],
)
def test_a_bare_count_takes_anothers_place(text: str, count: int) -> None:
    assert values(read(change_en(text), subject="Re: pickers", in_reply_to=("<0@x.example>",)))["headcount"][:2] == (count, count)


@pytest.mark.parametrize(
    "text",
    [
        "They asked for 8 hours instead of 12.",
        "We meet at 9 instead of 10.",
        "Two interviews rather than three.",
        "We cut the interviews short, so two rather than three.",
        "Sorry, I gave you last year's pay. Make that 15.60.",
    ],
)
def test_other_numbers_count_no_people(text: str) -> None:
    assert "headcount" not in values(read(change_en(text), subject="Re: pickers", in_reply_to=("<0@x.example>",)))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Sorry, I gave you last year's pay. Make that 15.60.", 15.6),
        ("Sorry, the pay I gave you was out of date, it's £13.75!", 13.75),
        ("The rate in my form was a typo: it's $28.", 28),
        ("You have our old hourly figure. It should be 17.25.", 17.25),
        ("She'll go to 14.75 for a good one.", 14.75),
        ("I can do 17.50.", 17.5),
    ],
)
def test_a_bare_figure_behind_words_of_pay_is_the_rate(text: str, amount: float) -> None:
    assert values(read(change_en(text), subject="Re: pickers", in_reply_to=("<0@x.example>",)))["rate"][:2] == (amount, amount)


def test_a_bare_figure_behind_other_words_is_no_rate() -> None:
    assert "rate" not in values(read(change_en("The bus leaves earlier. It's 15.60 from the gate."), subject="Re: pickers"))


def test_several_demands_under_one_verb() -> None:
    text = "They want four pickers from now on, a CCNA has become essential, plus overtime on Sundays until Easter."
    found = read(change_en(text), subject="Re: pickers", in_reply_to=("<0@x.example>",))
    assert needs(found) == {"headcount": "must", "ccna": "must", "weekend-work": "must"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("We had an accident with a temp on shift.", "dispatch"),
        ("We had a spill on Monday night, just before seven, with an agency worker at the tap.", "dispatch"),
        ("An agency worker was driving when it happened.", "dispatch"),
        ("The letters turned out to be in Greek.", "location"),
        ("The ship is stuck in Hamburg, so we start on 14 December.", "location"),
        ("The parts are held up in Felixstowe.", "location"),
        ("If you sent somebody like that, no need to send them again.", "sen"),
        ("I work Saturdays, ring me then.", "weekend-work"),
        ("The budget is flexible up to $80/hr.", "flexible"),
        ("We'd want two interviews.", "headcount"),
        ("Please drop the second reference.", "interview-count"),
    ],
)
def test_everyday_words_of_an_amendment_that_demand_nothing(text: str, key: str) -> None:
    assert key not in needs(read(change_en(text), subject="Re: pickers", in_reply_to=("<0@x.example>",)))


@pytest.mark.parametrize("text", ["The age thing is off.", "The age bracket has gone.", "And the age line you can forget."])
def test_an_age_limit_that_is_taken_back_in_talk(text: str) -> None:
    assert needs(read(change_en(text), subject="Re: pickers", in_reply_to=("<0@x.example>",))) == {"age": "not_required"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They would now like two weavers, with Saturdays as well.", 2),
        ("They would now like three underwriters, starting on 4 May.", 3),
        ("The client now wants six kilners from March.", 6),
        ("They asked for four conservators instead of two.", 4),
        ("Need 4 blokes not 6.", 4),
        ("We are behind, so please: 10 riders from 1 December.", 10),
        ("3 technicians are selected, balance 2 required.", 2),
    ],
)
def test_how_many_of_a_trade_that_no_vocabulary_knows(text: str, count: int) -> None:
    assert values(read(change_en(text), subject="Re: glaze shop", in_reply_to=("<0@x.example>",)))["headcount"][:2] == (count, count)


@pytest.mark.parametrize(
    "text",
    [
        "They would like two posters printed.",
        "He'd like two references for each.",
        "They want two more options and five samples of work.",
        "The client asked for three quarters of a page.",
    ],
)
def test_other_things_that_are_counted_are_no_people(text: str) -> None:
    assert "headcount" not in values(read(change_en(text), subject="Re: glaze shop", in_reply_to=("<0@x.example>",)))


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("And it's not £13 an hour, it's £13.80.", "rate", (13.8, 13.8)),
        ("The start is not 4 May, it's 11 May.", "start-date", "2027-05-11"),
        ("The shift is not 9:00-17:00, it's 8:00-16:00.", "working-hours", "8:00-16:00"),
        ("It's not 3 people but 5.", "headcount", (5, 5)),
    ],
)
def test_a_value_that_is_denied_for_another(text: str, key: str, value: object) -> None:
    found = values(read(change_en(text), subject="Re: glaze shop", in_reply_to=("<0@x.example>",)))[key]
    assert value in (found[:2], found[3])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("English we don't insist on any more.", {"english": "not_required"}),
        ("Kafka they no longer need.", {"kafka": "not_required"}),
        ("They don't want anyone without Kafka, and they want Docker.", {"kafka": "must", "docker": "must"}),
    ],
)
def test_a_demand_in_front_of_the_words_that_drop_it(text: str, found: dict[str, str]) -> None:
    assert moved(change_en(text)) == found


def test_dates_of_what_keeps_people_busy_are_none_of_the_seat() -> None:
    text = "We're snowed under before Christmas, so please: 10 riders from 1 December, weekends too."
    found = values(read(change_en(text), subject="Re: riders", in_reply_to=("<0@x.example>",)))
    assert set(found) == {"headcount", "start-date", "weekend-work"}
    assert found["start-date"][3] == "2026-12-01"
