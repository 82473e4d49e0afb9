"""Names that survive a rebuild: they may never change, since reviews and links cite them (DECISIONS.md D8)."""

from requisitions.identity import change_id, flag_id, statement_id

SHA = "ab" * 32


def test_names_stay_what_they_are() -> None:
    assert statement_id(SHA, 0) == "rac20d6e0def1"
    assert change_id(SHA, 0, "skill", "java", "raised") == "cb381f6442058"
    assert flag_id(SHA, "age-limit", 40) == "f6f24cf085689"


def test_every_part_counts() -> None:
    names = {
        change_id(SHA, 0, "skill", "java", "raised"),
        change_id(SHA, 1, "skill", "java", "raised"),
        change_id(SHA, 0, "experience", "java", "raised"),
        change_id(SHA, 0, "skill", "jav", "araised"),
        change_id("cd" * 32, 0, "skill", "java", "raised"),
    }
    assert len(names) == 5
    assert statement_id(SHA, 0) != statement_id(SHA, 1)
    assert flag_id(SHA, "age-limit", 40) != flag_id(SHA, "age-limit", 41)
