"""Kanji numerals before a unit are read as figures, and their evidence is still the writer's own words."""

import pytest

from extract.figures import with_figures
from extract.folding import fold
from tests.reading import read, requirements


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("時給は千四百二十円", "時給は1420円"),
        ("三月十五日より", "3月15日より"),
        ("八時四十五分から十七時半", "8時45分から17時半"),
        ("令和九年四月一日", "令和9年4月1日"),
        ("二〇二七年十一月", "2027年11月"),
        ("月三十二万円から三十六万円", "月32万円から36万円"),
        ("日額一万六千円", "日額1万6000円"),
        ("週三、四日", "週3、4日"),
        ("六か月更新、二十時間以内、四十五歳まで、三十代", "6か月更新、20時間以内、45歳まで、30代"),
        ("午後一時から", "午後1時から"),
    ],
)
def test_numerals_before_a_unit_become_figures(words: str, figures: str) -> None:
    assert with_figures(fold(words)).text == figures


@pytest.mark.parametrize(
    "words",
    [
        "四日市の事業所",
        "新千歳空港",
        "千歳市",
        "十日町店",
        "五月雨式に",
        "四年制大学卒",
        "一時的な増員",
        "一日も早く",
        "数千円の差",
        "第二日曜",
        "三年生の親",
        "十分な経験",
        "一般事務を一人",
        "百日咳",
        "二代目",
        "日給9千円",
        "1万5千円",
        "10月",
    ],
)
def test_names_and_other_words_keep_their_numerals(words: str) -> None:
    assert with_figures(fold(words)).text == words


def test_the_way_back_leads_to_the_writers_own_words() -> None:
    original = "給与は月額㈱規定で二十四万円、四月一日から"
    folded = with_figures(fold(original))
    for figures, written in (("24万円", "二十四万円"), ("4月1日", "四月一日")):
        at = folded.text.index(figures)
        assert original[slice(*folded.original(at, at + len(figures)))] == written
    assert len(folded.text) == len(folded.starts) == len(folded.ends)


def test_prose_with_kanji_numerals_tells_what_figures_would_tell() -> None:
    body = "窓口業務の方を二名お願いします。時給は千三百八十円、四月十二日から、週四日、十時から十六時半まで。実務経験が三年以上ある方。\n"
    found = {requirement.key: requirement for requirement in requirements(read(body))}
    assert (found["rate"].min, found["rate"].max, found["rate"].evidence) == (1380, 1380, "千三百八十円")
    assert (found["start-date"].text or "").endswith("-04-12")
    assert found["working-days"].min == 4
    assert found["working-hours"].text == "10:00-16:30"
    assert found["headcount"].min == 2
