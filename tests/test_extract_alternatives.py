"""Demands that are read as one of them, and lists that ask for all."""

import pytest

from requisitions.statements import Requirement
from tests.reading import form_en, form_ja, read, requirements


def asked(text: str) -> list[Requirement]:
    return [found for found in requirements(read(text)) if found.key not in ("cobol", "cobol-maintenance")]


def groups(text: str) -> list[set[str]]:
    """The groups of alternatives, by keys."""
    by_name: dict[str, set[str]] = {}
    for found in asked(text):
        if found.group is not None:
            by_name.setdefault(found.group, set()).add(found.key)
    return sorted(by_name.values(), key=sorted)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        (form_ja("必須：JavaまたはKotlin"), {"java", "kotlin"}),
        (form_ja("必須：AWS/GCP/Azureの経験"), {"aws", "gcp", "azure"}),
        (form_ja("必須：Java もしくは C#"), {"java", "csharp"}),
        (form_ja("必須：JavaかC#の経験"), {"java", "csharp"}),
        (form_ja("契約形態：準委任 or 派遣"), {"quasi-mandate", "dispatch"}),
        (form_ja("必須：CCNAまたはLPIC-1"), {"ccna", "lpic-1"}),
        (form_ja("必須：英語または中国語"), {"english", "chinese"}),
        (form_en("Must have: Vue or Svelte"), {"vuejs", "svelte"}),
        (form_en("Must have: either AWS or Azure"), {"aws", "azure"}),
        (form_en("Must have: one of AWS, Azure, GCP"), {"aws", "azure", "gcp"}),
        (form_en("Must have: Oracle, PostgreSQL or MySQL"), {"oracle", "postgresql", "mysql"}),
        (form_en("Nice to have: Vue or Svelte"), {"vuejs", "svelte"}),
        (form_en("Must have: PMP or PRINCE2"), {"pmp", "prince2"}),
        (form_en("Contract: W2 or 1099"), {"w2", "1099"}),
        (form_ja("必須：Java、Kotlinのいずれか"), {"java", "kotlin"}),
        (form_ja("必須：AWS/GCP/Azureいずれか"), {"aws", "gcp", "azure"}),
        (form_ja("必須：Oracle、PostgreSQL、またはMySQL"), {"oracle", "postgresql", "mysql"}),
    ],
)
def test_one_of_them_is_enough(text: str, group: set[str]) -> None:
    assert groups(text) == [group]
    assert {found.group_need for found in asked(text) if found.group} == {1}


@pytest.mark.parametrize(
    "text",
    [
        form_ja("必須：Java、Kotlin"),
        form_ja("必須：JavaとKotlin"),
        form_ja("必須：Java/Spring Boot"),
        form_ja("必須：Java、Oracle、AWS"),
        form_ja("【必須】\n・Java\n・Kotlin"),
        form_ja("必須：Java\n尚可：Kotlin"),
        form_ja("必須：JavaおよびKotlin"),
        form_ja("備考：Javaは必須です。またKotlinは尚可です。"),
        form_en("Must have: Vue and Svelte"),
        form_en("Must have: Java, Spring, Kafka"),
        form_en("Must have: Java/Spring"),
        form_en("Must have: Java\nNice to have: Kotlin"),
        form_en("Java is a must. Or so they say. Kotlin is a plus."),
        form_en("Must have: Java, and Kotlin too"),
    ],
)
def test_all_of_them_are_asked_for(text: str) -> None:
    assert groups(text) == []


def test_alternatives_share_necessity_and_years() -> None:
    found = {
        item.key: (str(item.necessity), item.min) for item in asked(form_ja("必須：JavaまたはKotlin 3年以上")) if item.category == "skill"
    }
    assert found == {"java": ("must", 3), "kotlin": ("must", 3)}


def test_two_choices_are_two_groups() -> None:
    assert groups(form_ja("【必須】\n・JavaまたはKotlin\n・AWSまたはAzure")) == [{"aws", "azure"}, {"java", "kotlin"}]


def test_one_alternative_beside_a_plain_demand_leaves_that_alone() -> None:
    assert groups(form_ja("【必須】\n・JavaまたはKotlin\n・Oracle")) == [{"java", "kotlin"}]
