"""The page as text: what stands in it, what hostile mails can't do to it."""

import base64
import hashlib
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.errors import ReportError
from reports.html import policy, render, style
from requisitions.messages import Problem
from requisitions.versions import Requisition
from requisitions.words import Cause, EventKind, FlagRule, Necessity, Speaker, Status
from tests.report_builders import LABELS, Extra, amend, demand, dropped, event, flag, full, mail, proposal, report, seat
from tests.report_week import bank, clerk, shop, whole_week

JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE_JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
MOST_BYTES = 300_000
"""Of a page with 40 moved seats (issue 6)."""
VOID = {"meta", "br", "col", "wbr", "path", "rect", "circle"}


class Reader(HTMLParser):
    """Elements with their attributes, the text outside the style sheet, and whether the tags match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that it closes what is open."""
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        """Collect text."""
        if "style" not in self.open:
            self.text += data


def whole(language: str, **options: Any) -> str:
    """The invented week."""
    seats, problems, mails = whole_week()
    return render(report(*seats, problems=problems, mails=mails), language, labels=LABELS[language], **options)


def moved(*said: object, name: str = "A-1", extra: Extra | None = None) -> Requisition:
    """A seat of October with what was said later."""
    return seat(name, "Java", "客先", full(mail("10-05 10:00", kind="requisition", subject=name), JAVA), *said, extra=extra)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_is_well_formed_with_one_h1_and_its_language(language: str) -> None:
    read = Reader(whole(language))
    assert (read.faults, read.open) == ([], [])
    tags = [tag for tag, _ in read.elements]
    assert (tags.count("h1"), tags.count("main")) == (1, 1)
    assert dict(read.elements)["html"] == {"lang": language}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_on_the_page_needs_a_script_a_style_attribute_or_the_network(language: str) -> None:
    read = Reader(whole(language))
    assert {"script", "img", "link", "iframe", "form", "object", "base"} & {tag for tag, _ in read.elements} == set()
    attributes = {name for _, found in read.elements for name in found}
    assert not {name for name in attributes if name.startswith("on")} | ({"style", "src", "srcset"} & attributes)
    assert all((found.get("href") or "#").startswith("#") for _, found in read.elements)
    assert "url(" not in style()
    assert "@import" not in style()


def test_the_policy_allows_this_style_sheet_and_nothing_else() -> None:
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    assert policy().startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    page = whole("ja")
    sheet = page[page.index("<style>") + 7 : page.index("</style>")]
    assert sheet == style(), "a byte of difference and the browser shows a bare page"
    metas = [found for tag, found in Reader(page).elements if tag == "meta"]
    assert {"name": "referrer", "content": "no-referrer"} in metas
    assert {"http-equiv": "Content-Security-Policy", "content": policy()} in metas


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_link_inside_the_page_leads_somewhere_and_no_id_stands_twice(language: str) -> None:
    read = Reader(whole(language))
    ids = [found["id"] for _, found in read.elements if "id" in found]
    assert len(ids) == len(set(ids))
    assert {(found["href"] or "").removeprefix("#") for _, found in read.elements if "href" in found} <= set(ids)


def test_the_same_week_gives_the_same_bytes() -> None:
    assert whole("ja") == whole("ja")
    assert whole("en") == whole("en")


FIRST_SCREEN = {
    "ja": [
        "2026年 第47週",
        "11月16日（月）〜22日（日）",
        "16通中15通",
        "11/23(月) 2:00",
        "「OA事務」の募集が",
        "伝聞",
        "電話する3件",
        "次の提案の前に",
    ],
    "en": [
        "Week 47, 2026",
        "Mon 16 – Sun 22 November",
        "15 of 16",
        "Mon 23 Nov 2:00, Tokyo",
        "office clerk",
        "second-hand",
        "Before proposing",
    ],
}


@pytest.mark.parametrize("language", sorted(FIRST_SCREEN))
def test_the_first_screen_tells_the_week_the_seat_the_writer_and_whom_to_call(language: str) -> None:
    text = Reader(whole(language)).text
    head = text[: text.index("ほかに判断が要ること" if language == "ja" else "Also for a decision")]
    assert [words for words in (*FIRST_SCREEN[language], "三輪橋ソリューション 沢渡", "TB-3301") if words not in head] == []


def test_each_row_shows_before_after_writer_reason_and_the_words() -> None:
    page = whole("ja")
    row = page[page.index("TypeScript<") : page.index("TypeScriptは必須に") + 80]
    assert '<del><span class="vh">旧：</span>' in row
    assert '<ins><span class="vh">新：</span>' in row
    assert '<q lang="ja"><bdi>TypeScriptは必須にさせてください</bdi></q>' in row
    assert "理由：範囲の変更" in page
    assert "鳴砂百貨店 通販推進室のメールから" in Reader(page).text


def test_quotes_stay_in_their_language_on_both_pages() -> None:
    for language in ("ja", "en"):
        page = whole(language)
        assert '<q lang="en"><bdi>We now need hands-on dbt, no exceptions.</bdi></q>' in page
        assert '<q lang="ja"><bdi>TypeScriptは必須にさせてください</bdi></q>' in page


def test_every_quoted_mail_can_be_found_again() -> None:
    seats, _, _ = whole_week()
    text = Reader(whole("ja")).text
    moved_mails = [
        change.message_id for one in seats for change in one.history.changes if "11-16" <= f"{change.stated_at:%m-%d}" <= "11-22"
    ]
    assert moved_mails
    assert [found for found in moved_mails if found and found not in text] == []


def test_a_mail_link_is_put_to_each_source_mail_with_its_id_encoded() -> None:
    page = whole("ja", mail_link="https://mail.example/?q={message_id}")
    links = [found["href"] for tag, found in Reader(page).elements if tag == "a" and not (found["href"] or "").startswith("#")]
    assert links
    assert all((link or "").startswith("https://mail.example/?q=") and "<" not in (link or "") for link in links)


def test_a_link_template_of_another_scheme_is_refused() -> None:
    with pytest.raises(ReportError, match="scheme"):
        whole("ja", mail_link="javascript:alert('{message_id}')")


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(ReportError, match="'fr'"):
        render(report(), "fr")


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</style><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "{0}{client}{__class__}",
    "%(x)s %s",
    "</bdi></q></td></table><h1>x</h1>",
    "&lt;script&gt;",
    "a\u202egpj.exe\u2066",
    "\x00\x1b[31m\r\n",
    "\ud800",
    "x" * 10_000,
    "字" * 10_000,
    "e" + "\u0301" * 500,
]


def hostile_week(text: str) -> list[Requisition]:
    """A seat in which every word that a mail can give is the hostile one."""
    first = mail("10-05 10:00", kind="requisition", sender=text, subject=text, message_id=text)
    second = mail("11-18 10:00", sender=text, subject=text, message_id=text + "2", language=text)
    # A key is a slug that our own extractor made, so no half of a surrogate pair comes in that way.
    key = text.encode(errors="ignore").decode() or "x"
    demands = [
        demand(category, key, label=text, text=text, quote=text, necessity=Necessity.PREFERRED, condition=text)
        for category in ("skill", "role", "experience", "trait", "contract", "nationality", "language", "schedule")
    ]
    hedged = demand("rate", "rate", label=text, text=text, hedged=True, quote=text)
    told = [demand(one.category, one.key, label=text, text=text + "!", quote=text) for one in demands]
    extra = Extra(events=[proposal("11-10 10:00")], flags=[flag(first, FlagRule.AGE_LIMIT, text)], scores={second.sha256: 0.5})
    silent = seat(text, text, text, full(mail("10-06 10:00", sender=text, subject=text), *demands), extra=extra)
    closed = seat(
        text,
        text,
        text,
        full(mail("10-07 10:00", subject=text), *demands),
        amend(mail("11-18 11:00", sender=text), status=Status.CLOSED, status_quote=text),
    )
    new = seat(text, text, text, full(mail("11-18 12:00", sender=text), *demands))
    return [seat(text, text, text, full(first, *demands), amend(second, *told, hedged), extra=extra), silent, closed, new]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_hostile_words_stay_words(text: str, language: str) -> None:
    problems = [Problem(text, text, text, None, text), Problem("decode", text, text, mail("11-18 10:00").sha256, text)]
    told = report(*hostile_week(text), problems=problems, mails=[mail("11-18 10:00")])
    page = render(told, language, mail_link="https://mail.example/{message_id}")
    read, harmless = Reader(page), Reader(render(report(*hostile_week("harmless")), language))
    assert (read.faults, read.open) == ([], [])
    assert {tag for tag, _ in read.elements} <= {tag for tag, _ in harmless.elements} | {"br"}
    assert not {name for _, found in read.elements for name in found if name.startswith("on") or name == "style"}
    assert all((found["href"] or "").startswith(("#", "https://mail.example/")) for _, found in read.elements if "href" in found)
    assert not set(page) & set("\x00\x1b\u202e\u2066\ud800")
    assert len(page.encode()) < 200_000


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_words_make_a_well_formed_page(text: str) -> None:
    read = Reader(render(report(*hostile_week(text)), "ja"))
    assert (read.faults, read.open) == ([], [])


def test_a_long_quote_is_cut_and_says_that_it_goes_on() -> None:
    long = demand("skill", "git", label="Git", quote="あ" * 400)
    page = render(report(moved(amend(mail("11-18 10:00"), long))), "ja")
    assert f"<bdi>{'あ' * 160}</bdi>" in page
    assert "…（続きは原文）" in page
    assert "あ" * 161 not in page


def test_conditions_of_age_and_sex_are_shown_folded_only() -> None:
    said = amend(mail("11-18 10:00"), demand("age", "age", label="年齢", max=45, unit="age", quote="四十五まで"), MORE_JAVA)
    page = render(report(moved(said)), "ja")
    before = page[: page.index("四十五まで")]
    assert before.rfind("<details>") > before.rfind("</details>")
    assert "45歳" not in page
    assert "記載あり・要確認" in page


def test_the_quote_of_a_flag_is_folded_and_its_count_is_not() -> None:
    page = render(report(clerk()), "ja")
    assert "要確認：年齢の条件、性別の条件の記載" in Reader(page).text
    assert page.index("<details>") < page.index("三十まで")
    assert "note of the extractor" not in page


def test_candidates_are_not_named() -> None:
    told = event(mail("11-12 10:00", sender="自社 営業部", subject="山吹 太郎様のご提案", kind="candidate"), EventKind.PROPOSAL)
    call = demand("skill", "git", label="Git", quote="Git必須。連絡は090-1234-5678かt.yamabuki@mail.exampleへ")
    page = render(report(moved(amend(mail("11-18 10:00"), call), extra=Extra(events=[told]))), "ja")
    assert [word for word in ("山吹", "090-1234-5678", "t.yamabuki") if word in page] == []
    assert "〔電話番号〕" in page


def test_the_unread_mail_stands_with_cause_and_remedy() -> None:
    text = Reader(whole("en")).text
    assert "Mails and attachments that could not be read: 1 mail" in text
    assert "潮入電機 購買" in text
    assert "The only attachment is a ZIP file with a password. Wait for the password" in text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "11/19(木) 8:41 潮入電機 購買から案件票の送付。部分の入れ子が深すぎて、読めませんでした。メールソフトで開いて"),
        ("en", "Thu 19 Nov 8:41 from 潮入電機 購買: 案件票の送付. Its parts are nested too deep to be read. Open it in a mail program"),
    ],
)
def test_an_unread_mail_is_told_in_the_language_of_the_page(language: str, expected: str) -> None:
    broken = mail("11-19 08:41", sender="潮入電機 購買", kind="unreadable", subject="案件票の送付", language="")
    deep = Problem("decode", 'The mail at 7.eml of source "sales" nests', "open it", broken.sha256, "sales", Cause.NESTED_TOO_DEEP)
    page = render(report(problems=[deep], mails=[broken, mail("11-18 10:00")]), language)
    text = Reader(page).text
    assert expected in text
    assert "7.eml" not in page
    assert ("2通中1通" if language == "ja" else "1 of 2") in text


def test_firm_and_person_are_named() -> None:
    told = amend(mail("11-18 10:00", sender="Ida Holm", organisation="Kiel & Co"), MORE_JAVA)
    said = report(moved(told, extra=Extra(events=[proposal("11-10 10:00")])))
    assert "Kiel & CoのIda Holmのメールから" in Reader(render(said, "ja")).text
    english = Reader(render(said, "en")).text
    assert "read in the mail of Ida Holm, Kiel & Co" in english
    assert "via Ida Holm, Kiel & Co" in english
    assert "to Ida Holm, Kiel & Co" in english


def test_a_source_that_failed_opens_the_lead() -> None:
    failure = Problem("fetch", "The server refused the sign-in.", "Enter a new password.", None, "haken")
    text = Reader(render(report(moved(), problems=[failure]), "ja")).text
    assert text.index("「haken」から取り込めませんでした") < text.index("要件の動いた案件は")
    assert "Enter a new password." in text


def test_a_quiet_week_says_so_and_keeps_its_sections() -> None:
    text = Reader(render(report(moved()), "ja")).text
    told = (
        "今週、要件の動いた案件はありません。1件を確かめました。",
        "今週、電話が要る案件はありません。",
        "動いた案件",
        "今週は0件。",
        "新規　0件",
        "終了　0件",
    )
    assert [words for words in told if words not in text] == []
    assert "図の読み方" not in text


def test_without_any_proposal_the_calls_say_so() -> None:
    text = Reader(render(report(moved(amend(mail("11-18 10:00"), MORE_JAVA))), "ja")).text
    assert "当社の提案を伝えるメールがある案件は0件です。ただし、1件が厳しくなっています。まず次の案件を確かめてください。" in text
    assert "電話が要る案件はありません" not in text, "a seat that grew harder is none to be calm about"
    assert "先に確かめるなら" in text


def test_proposals_for_other_seats_than_those_that_grew_harder_are_told_so() -> None:
    other = seat("P", "P", None, full(mail("10-05 11:00"), JAVA), extra=Extra(events=[proposal("11-10 10:00")]))
    text = Reader(render(report(moved(amend(mail("11-18 10:00"), MORE_JAVA)), other), "en")).text
    assert "None of the 1 seat that we proposed somebody for grew harder after the proposal. Still, 1 seat grew harder." in text
    quiet = Reader(render(report(other), "en")).text
    assert "No seat needs a call this week. None of the 1 seat" in quiet


def test_what_is_left_out_of_a_new_text_is_not_called_dropped() -> None:
    git = demand("skill", "git", label="Git", quote="Git必須")
    silent = seat("A", "A", None, full(mail("10-05 10:00"), JAVA, git), full(mail("11-18 10:00"), JAVA))
    page = render(report(silent), "ja")
    assert "… 記載がなくなる" in page
    assert "− 取り下げ" not in page
    assert "前の文面：" in page
    taken = seat(
        "A", "A", None, full(mail("10-05 10:00"), JAVA, git), amend(mail("11-18 10:00"), dropped("skill", "git", "Git", "Git不要"))
    )
    assert "− 取り下げ" in render(report(taken), "ja")


def test_a_value_that_had_moved_before_shows_the_one_just_before() -> None:
    values = [demand("rate", "rate", max=value, unit="jpy_per_month", quote=str(value)) for value in (600000, 650000, 700000)]
    said = [amend(mail(when), value) for when, value in zip(("11-02 10:00", "11-18 10:00"), values[1:], strict=True)]
    text = Reader(render(report(seat("A", "A", None, full(mail("10-05 10:00"), values[0]), *said)), "ja")).text
    assert [words for words in ("旧：60万円/月まで", "直前：65万円/月まで", "新：70万円/月まで") if words not in text] == []


def test_more_than_eight_rows_fold() -> None:
    many = [demand("skill", f"s{n}", label=f"S{n}", quote=f"S{n}必須") for n in range(11)]
    text = Reader(render(report(moved(amend(mail("11-18 10:00"), *many))), "en")).text
    assert "3 rows more" in text
    few = Reader(render(report(moved(amend(mail("11-18 10:00"), *many[:8]))), "en")).text
    assert "rows" not in few


@pytest.mark.parametrize("kinds", [[clerk()], [clerk(), bank(), shop()]], ids=["clerks", "all with somebody proposed"])
def test_forty_seats_told_whole_are_no_heavy_page(kinds: list[Requisition]) -> None:
    seats = [replace(kinds[n % len(kinds)], requisition_id=f"r{n:012}", reference=f"Q-{n:03}") for n in range(40)]
    page = render(report(*seats), "ja", labels=LABELS["ja"])
    assert page.count("<article") == 40
    assert len(page.encode()) <= MOST_BYTES


def test_a_telephone_reads_what_a_value_is_in_the_words_of_the_page() -> None:
    assert 'html[lang="ja"] .moves td:nth-child(2)::before { content: "初回"; }' in style()
    assert 'html[lang="en"] .moves td:nth-child(3)::before { content: "Now"; }' in style()


def test_words_learnt_late_are_marked() -> None:
    timely = moved(amend(mail("11-17 02:00"), MORE_JAVA))
    late = moved(amend(mail("11-10 10:00", known="11-17 02:00"), MORE_JAVA))
    assert "<br>遅れて分かった<br>" in render(report(late), "ja")
    assert "<br>遅れて分かった<br>" not in render(report(timely), "ja")


def test_our_own_note_is_not_called_a_mail() -> None:
    text = Reader(render(report(moved(amend(mail("11-18 10:00", sender="営業部"), MORE_JAVA, by=Speaker.OWN_SALES))), "ja")).text
    assert "自社営業のメモから（営業部）" in text
