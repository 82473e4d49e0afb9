"""Years or a standing told of what the clause before named; and clauses that carry nothing on."""

import pytest

from tests.reading import change_en, change_ja, form_ja, needs, read, values

Told = dict[str, tuple[str, float | None]]


def told(text: str) -> Told:
    reading = read(text, subject="Re: seat", in_reply_to=("<0@x.example>",))
    bounds = values(reading, "skill", "experience", "qualification")
    return {key: (need, bounds[key][0]) for key, need in needs(reading, "skill", "experience", "qualification").items() if key != "cobol"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (change_ja("Rubyは引き続き必須ですが、2年あれば結構です。"), {"ruby": ("must", 2)}),
        (change_ja("Rubyの経験は必須ですが、年数は4年以上に変わりました。"), {"ruby": ("must", 4)}),
        (change_en("Ruby is still a must, but two years are enough."), {"ruby": ("must", 2)}),
        (change_en("As for Ruby, it is a must now."), {"ruby": ("must", None)}),
        (change_en("Ruby used to be optional; they now insist on it."), {"ruby": ("must", None)}),
        (change_en("Ruby was required, but from now on it is only a plus."), {"ruby": ("preferred", None)}),
        (change_en("You had Ruby as preferred. Please drop it."), {"ruby": ("not_required", None)}),
        (change_en("I wrote that retail was preferred. Scratch that."), {"retail-domain": ("not_required", None)}),
        (change_en("Ruby - removed"), {"ruby": ("not_required", None)}),
        (change_ja("Rubyの経験は必須ではありません。あれば尚可です。"), {"ruby": ("preferred", None)}),
    ],
)
def test_the_next_clause_speaks_of_the_only_thing_named(text: str, found: Told) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        change_ja("RubyとPythonは必須ですが、2年あれば結構です。"),
        change_en("Ruby and Python are a must, but two years are enough."),
    ],
)
def test_of_two_things_named_neither_is_meant_alone(text: str) -> None:
    have = told(text)
    assert {need for need, _ in have.values()} == {"must"}
    assert have["ruby"][1] == have["python"][1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (change_ja("Rubyは必須ですが、Pythonは2年あれば結構です。"), {"ruby": ("must", None), "python": ("must", 2)}),
        (change_ja("Rubyは必須です。なお、現場は3年目のプロジェクトです。"), {"ruby": ("must", None)}),
        (change_ja("Rubyは必須ですが、面談は2回です。"), {"ruby": ("must", None)}),
        (change_ja("Rubyは必須ですが、単価は65万円までです。"), {"ruby": ("must", None)}),
        (change_en("Ruby is a must, but the project started two years ago."), {"ruby": ("must", None)}),
        (change_en("Ruby is a must, but Python needs two years only."), {"ruby": ("must", None), "python": ("must", 2)}),
        (change_en("Ruby is a must. The contract runs for two years."), {"ruby": ("must", None)}),
        (form_ja("備考：Rubyの現場ですが、2年続いています。"), {}),
    ],
)
def test_other_clauses_carry_nothing_on(text: str, found: Told) -> None:
    assert told(text) == found
