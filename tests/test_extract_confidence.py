"""How sure a reading is: exact beats guessed, a label beats prose, a word that says so beats a default."""

from tests.reading import change_ja, form_ja, read, requirements


def sure(text: str, key: str) -> float:
    return next(found.confidence for found in requirements(read(text)) if found.key == key)


def test_a_labelled_demand_is_surer_than_prose() -> None:
    assert sure(form_ja("必須：Docker"), "docker") > sure(change_ja("Dockerが必須になりました。"), "docker")


def test_an_item_stands_between_them() -> None:
    assert (
        sure(form_ja("必須：Docker"), "docker")
        >= sure(form_ja("【必須】\n・Docker"), "docker")
        >= sure(change_ja("Dockerが必須です。"), "docker")
    )


def test_an_everyday_word_is_less_sure() -> None:
    assert sure(form_ja("必須：Go"), "go") < sure(form_ja("必須：Kotlin"), "kotlin")


def test_a_name_of_its_own_is_less_sure() -> None:
    assert sure(form_ja("必須：灯台守の経験"), "灯台守") < sure(form_ja("必須：Kotlin"), "kotlin")


def test_sureness_is_a_share() -> None:
    assert all(0 < found.confidence <= 1 for found in requirements(read(form_ja("必須：Go、Kotlin、灯台守の経験"))))


def test_what_reads_plainly_is_held_by_default() -> None:
    reading = read(form_ja("必須：Go、Kotlin、灯台守の経験"))
    assert {"go", "kotlin", "灯台守"} <= {found.key for found in requirements(reading)}
