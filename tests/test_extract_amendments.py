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
