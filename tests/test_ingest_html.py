"""HTML bodies: the text that a reader sees, in lines, with what colour, strokes and block quotes say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.html import read_page
from ingest.limits import HTML_CHARACTERS, HTML_TAGS
from ingest.marks import Stretch
from ingest.markup import clean_markup
from ingest.structure import OverCap
from ingest.styles import parse_colour


def text_of(markup: str) -> str:
    return read_page(markup).text


def words(markup: str, kind: str) -> list[str]:
    page = read_page(markup)
    stretches: tuple[Stretch, ...] = getattr(page.marks, kind)
    return [page.text[stretch[0] : stretch[1]] for stretch in stretches]


class TestTables:
    def test_label_and_value_stand_on_one_line(self) -> None:
        assert (
            text_of("<table><tr><th>勤務地</th><td>大崎</td></tr><tr><th>単価</th><td>60万</td></tr></table>") == "勤務地\t大崎\n単価\t60万"
        )

    def test_lines_of_the_last_cell_go_on_below(self) -> None:
        assert text_of("<table><tr><td>必須</td><td>Rust<br>Linux<br>SQL</td></tr></table>") == "必須\tRust\nLinux\nSQL"

    def test_a_list_in_the_last_cell(self) -> None:
        assert text_of("<tr><td>Must</td><td><ul><li>Rust</li><li>SQL</li></ul></td></tr>") == "Must\t- Rust\n- SQL"

    def test_lines_of_other_cells_are_joined(self) -> None:
        """A row of many columns stays one line whatever its cells hold."""
        markup = "<tr><td><p>Role</p><p>Senior</p></td><td>Hull<br>Leeds</td><td>$60</td></tr>"
        assert text_of(markup) == "Role Senior\tHull Leeds\t$60"

    def test_empty_cells_keep_their_place(self) -> None:
        assert text_of("<tr><td>a</td><td></td><td>c</td></tr><tr><td>d</td><td>e</td><td></td></tr>") == "a\t\tc\nd\te"

    def test_a_row_that_begins_empty_goes_on_with_the_cell_above(self) -> None:
        assert text_of("<tr><td>必須</td><td>Rust</td></tr><tr><td></td><td>Linux</td></tr>") == "必須\tRust\nLinux"

    def test_cells_without_end_tags(self) -> None:
        assert text_of("<table><tr><td>a<td>b<tr><td>c<td>d</table>") == "a\tb\nc\td"

    def test_tables_that_lay_out_a_page_part_no_fields(self) -> None:
        markup = "<table><tr><td><table><tr><td>場所</td><td>大崎</td></tr></table></td><td>お問合せ</td></tr></table>"
        assert text_of(markup) == "場所\t大崎\nお問合せ"

    def test_text_goes_on_below_a_table(self) -> None:
        assert text_of("前<table><tr><td>a</td><td>b</td></tr></table>後") == "前\na\tb\n後"


class TestLines:
    def test_blocks_and_breaks(self) -> None:
        assert text_of("<div>a</div><div>b<br>c</div>d") == "a\nb\nc\nd"

    def test_an_empty_line_as_mail_programs_write_it(self) -> None:
        assert text_of("<div>a</div><div><br></div><div>b</div>") == "a\n\nb"
        assert text_of("<p class=MsoNormal>a</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>b</p>") == "a\n\nb"

    def test_paragraphs_stand_apart_unless_their_margins_say_no(self) -> None:
        assert text_of("<p>a</p><p>b</p>") == "a\n\nb"
        assert text_of("<p style='margin:0'>a</p><p style='margin:0cm'>b</p>") == "a\nb"
        assert text_of("<p class='MsoPlainText'>a</p><p class='MsoPlainText'>b</p>") == "a\nb"

    def test_a_break_at_the_end_of_a_block_adds_nothing(self) -> None:
        assert text_of("<div>a<br></div><div>b</div>") == "a\nb"

    def test_headings(self) -> None:
        assert text_of("<h2>Opening</h2>Rust") == "Opening\n\nRust"

    def test_rules(self) -> None:
        assert text_of("a<hr>b") == "a\n----------\nb"

    def test_white_space_collapses(self) -> None:
        assert text_of("<p>two\n  roles,\t one   team</p>") == "two roles, one team"

    def test_source_line_breaks_between_japanese_characters_vanish(self) -> None:
        """Mail programs wrap their source anywhere; no reader sees a blank there."""
        assert text_of("株式\n会社しおかぜ\nRust\n開発") == "株式会社しおかぜ Rust 開発"

    def test_full_width_blanks_stay(self) -> None:
        assert text_of("期　間") == "期　間"

    def test_no_break_spaces_are_blanks(self) -> None:
        assert text_of("<p>&nbsp;&nbsp;・a&nbsp;b</p>") == "  ・a b"

    def test_preformatted_text_keeps_its_lines(self) -> None:
        assert text_of("<pre>a  b\n  c</pre>d") == "a  b\n  c\nd"

    def test_entities(self) -> None:
        assert text_of("a &lt; b &amp;&amp; c &#x2460; &euro;65 &yen;") == "a < b && c ① €65 ¥"

    @pytest.mark.parametrize("reference", ["&#xD800;", "&#0;", "&#99999999999999;", "&#" + "9" * 6000 + ";", "&nonsense;", "&"])
    def test_references_to_nothing(self, reference: str) -> None:
        read_page(f"a {reference} b").text.encode()


class TestLists:
    def test_bullets_are_japanese_in_japanese_pages(self) -> None:
        assert text_of("<ul><li>必須</li><li>尚可</li></ul>") == "・必須\n・尚可"

    def test_bullets_are_dashes_elsewhere(self) -> None:
        assert text_of("<ul><li>Rust</li><li>SQL</li></ul>") == "- Rust\n- SQL"

    def test_numbers(self) -> None:
        assert text_of("<ol><li>a</li><li>b</li></ol><ol start=5><li>c</ol>") == "1. a\n2. b\n5. c"

    def test_nested_lists(self) -> None:
        assert text_of("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>") == "1. a\n  - b\n2. c"

    def test_items_without_end_tags(self) -> None:
        assert text_of("<ul><li>a<li>b</ul>c") == "- a\n- b\nc"

    def test_lists_that_word_draws_itself(self) -> None:
        dot = "<p><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Rust</p>"
        number = "<p><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span>SQL</p>"
        assert text_of(dot + number) == "- Rust\n\n2. SQL"


class TestUnseen:
    @pytest.mark.parametrize(
        "markup",
        [
            "<style>p{color:red}</style>",
            "<script>alert(1)</script>",
            "<title>Newsletter</title>",
            "<!-- note -->",
            "<!--[if mso]><p>for Word</p><![endif]-->",
            "<div style='display:none'>preview</div>",
            "<span style='FONT-SIZE: 0px'>preview</span>",
            "<span style='visibility:hidden'>x</span>",
            "<p hidden>x</p>",
            "<div style='mso-hide:all'>x</div>",
            "<div style='max-height:0;overflow:hidden'>x</div>",
            "<img src='https://tracker.example/p.gif' alt='pixel'>",
            "<select><option>x</option></select>",
            "<xml><o:x>1</o:x></xml>",
        ],
    )
    def test_what_no_reader_sees_is_left_out(self, markup: str) -> None:
        assert text_of(f"<body>{markup}<p>Rust</p></body>") == "Rust"

    def test_what_is_shown_to_all_but_word_stays(self) -> None:
        assert text_of("<!--[if !mso]><!--><p>Rust</p><!--<![endif]-->") == "Rust"

    @pytest.mark.parametrize("style", ["display:block", "font-size:10px", "opacity:0.5", "max-height:0"])
    def test_what_is_only_styled_stays(self, style: str) -> None:
        assert text_of(f"<div style='{style}'>Rust</div>") == "Rust"


class TestMarks:
    @pytest.mark.parametrize(
        "markup",
        ["<s>70万</s>", "<del>70万</del>", "<strike>70万</strike>", "<span style='text-decoration: line-through'>70万</span>"],
    )
    def test_deletions_keep_their_words(self, markup: str) -> None:
        page = f"<p>単価は{markup}65万です</p>"
        assert (text_of(page), words(page, "deleted")) == ("単価は70万65万です", ["70万"])

    @pytest.mark.parametrize(
        "markup",
        [
            "<font color=red>65万</font>",
            "<span style='color:#F00'>65万</span>",
            "<span style='color: rgb(0, 112, 192)'>65万</span>",
            "<span style='color:blue'><b>65万</b></span>",
            "<mark>65万</mark>",
            "<span style='background:yellow'>65万</span>",
        ],
    )
    def test_colours(self, markup: str) -> None:
        assert words(f"<p>単価は{markup}です</p>", "coloured") == ["65万"]

    @pytest.mark.parametrize(
        "markup",
        [
            "<span style='color:#999'>65万</span>",
            "<span style='color:black'>65万</span>",
            "<span style='color:windowtext'>65万</span>",
            "<span style='color:#333'>65万</span>",
            "<a href='https://x.example' style='color:blue'>65万</a>",
            "<span style='color:red'><span style='color:black'>65万</span></span>",
            "<td style='background:yellow'>65万</td>",
        ],
    )
    def test_black_grey_links_and_cells_are_no_colours(self, markup: str) -> None:
        assert words(f"<p>単価は{markup}です</p>", "coloured") == []

    def test_neighbouring_words_of_one_colour_are_one_stretch(self) -> None:
        assert words("<p><font color=red>65万</font> <font color=red>まで</font>です</p>", "coloured") == ["65万 まで"]

    def test_block_quotes(self) -> None:
        markup = "はい<blockquote type=cite><div>元の文</div><blockquote>その前</blockquote></blockquote>以上"
        assert sorted(words(markup, "quoted")) == ["その前", "元の文\nその前"]

    @pytest.mark.parametrize("style", ["margin:0 0 0 40px;border:none;padding:0px", "border: 0"])
    def test_indents_are_no_quotes(self, style: str) -> None:
        """Gmail's indent button writes a block quote around the author's own lines."""
        assert words(f"<blockquote style='{style}'>Rust</blockquote>", "quoted") == []

    @pytest.mark.parametrize(
        "markup",
        [
            "<div class='gmail_quote'>x</div>",
            "<div id='divRplyFwdMsg'>x</div>",
            "<div id='x_divRplyFwdMsg'>x</div>",
            "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>x</div>",
            "<div style='border:none;border-top:solid #B5C4DF 1.0pt'>x</div>",
            "<div class='moz-forward-container'>x</div>",
            "<div class='yahoo_quoted'>x</div>",
        ],
    )
    def test_where_mail_programs_say_that_history_begins(self, markup: str) -> None:
        page = read_page(f"<p>own</p>{markup}")
        assert page.marks.history == (page.text.index("x"),)

    @pytest.mark.parametrize("attribute", ["class='gmail_signature'", "class=moz-signature", "id=AppleMailSignature"])
    def test_signatures(self, attribute: str) -> None:
        assert words(f"own<div {attribute}>Rowan<br>Hull</div>", "signatures") == ["Rowan\nHull"]

    def test_references_to_control_characters_move_no_mark(self) -> None:
        assert words("a&#7;b&#1;c <s>70万</s>", "deleted") == ["70万"]

    def test_letterheads(self) -> None:
        assert words("own<div class='gmail_attr'>On Monday Odd wrote:</div>", "letterheads") == ["On Monday Odd wrote:"]


TAGS = ("p", "td", "tr", "table", "li", "ul", "s", "font", "blockquote", "pre")
MARKUP = st.sampled_from(
    [f"<{name}>" for name in TAGS]
    + [f"</{name}>" for name in TAGS]
    + ["<br>", "<font color=red>", "<!--", "-->", "<", ">", "'", '"', "a", "案", " ", "\n", "&nbsp;"]
)


class TestHostile:
    @pytest.mark.parametrize(
        "piece",
        [
            "<div>",
            "<table><tr><td>",
            "<blockquote>",
            "<ul><li>",
            "<font color=red>",
            "<s>",
            "<b><i>",
            '<a x="',
            "<a x='",
            "<!--",
            "<![CDATA[",
            "<",
            "</",
            "<a",
            "&#",
            "<a b=c ",
        ],
    )
    def test_five_thousand_of_anything(self, piece: str) -> None:
        """Deep and unclosed markup is read to the end, without recursion."""
        assert text_of(piece * 5_000 + "> end").rstrip().endswith("end")

    def test_unclosed_script_hides_only_itself(self) -> None:
        assert text_of("<script>" * 50 + "Rust").endswith("Rust")

    def test_a_tag_with_a_greater_sign_inside_quotes(self) -> None:
        assert text_of("<img alt='a > b' src=x>Rust <span title=\"c > d\">SQL</span>") == "Rust SQL"

    def test_an_inline_picture_of_a_megabyte(self) -> None:
        assert text_of(f"<img src='data:image/png;base64,{'A' * 1_000_000}'>Rust") == "Rust"

    def test_an_address_in_angle_brackets_is_text(self) -> None:
        assert text_of("Odd <odd@harbourline.example> wrote") == "Odd <odd@harbourline.example> wrote"

    def test_a_sign_that_opens_no_tag_is_text(self) -> None:
        assert text_of("a < b, <必須> c") == "a < b, <必須> c"

    def test_long_attributes_are_dropped(self) -> None:
        assert "x" * 100 not in clean_markup(f"<p class='{'x' * 5_000}'>Rust</p>")

    def test_nothing_that_could_be_fetched_or_run_is_left(self) -> None:
        cleaned = clean_markup(
            "<img src=https://x.example/p><p onclick='f()' style='color:red'>Rust</p><link href=x><iframe src=y></iframe>"
        )
        assert cleaned == '<p style="color:red">Rust</p>'

    def test_too_long(self) -> None:
        with pytest.raises(OverCap):
            read_page("a" * (HTML_CHARACTERS + 1))

    def test_too_many_tags(self) -> None:
        with pytest.raises(OverCap):
            read_page("<b>" * (HTML_TAGS + 1))

    @given(st.lists(MARKUP, max_size=60))
    def test_any_mixture_has_text_and_marks_inside_it(self, pieces: list[str]) -> None:
        page = read_page("".join(pieces))
        marks = page.marks
        assert all(0 <= s[0] < s[1] <= len(page.text) for s in (*marks.quoted, *marks.deleted, *marks.letterheads))
        assert all(0 <= start < end <= len(page.text) for start, end, _ in marks.coloured)
        assert "\n\n\n\n" not in page.text
        page.text.encode()

    @given(st.text(max_size=200))
    def test_any_text_is_a_page(self, markup: str) -> None:
        read_page(markup).text.encode()


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("red", "#ff0000"),
        ("#F00", "#ff0000"),
        ("#1F497D", "#1f497d"),
        ("rgb(255,0,0)", "#ff0000"),
        ("rgba(255, 0, 0, .5)", "#ff0000"),
        ("RED !important", "#ff0000"),
        ("#666", ""),
        ("black", ""),
        ("nonsense", ""),
        ("inherit", None),
        ("", None),
    ],
)
def test_colour_names(text: str, colour: str | None) -> None:
    assert parse_colour(text) == colour
