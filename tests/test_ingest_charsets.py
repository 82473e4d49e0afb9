"""Charsets: bytes come out right whatever the mail claims about them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.charsets import codec_for, decode_text
from ingest.iso2022jp import decode_iso2022jp

JAPANESE = "お世話になります。①㈱髙﨑システム、Java 3年以上でお願いします。"
PLAIN_JAPANESE = "お世話になります。株式会社の件、よろしくお願いします。"
ENGLISH = "The client’s rate is €65 – “non-negotiable”, says José."


class TestNames:
    @pytest.mark.parametrize(
        ("declared", "codec"),
        [
            ("Shift_JIS", "cp932"),
            ("x-sjis", "cp932"),
            ("windows-31j", "cp932"),
            ("cp943", "cp932"),
            ("MS_Kanji", "cp932"),
            ("eucJP-ms", "euc_jp"),
            ("ISO-2022-JP-MS", "iso-2022-jp"),
            ("cp50220", "iso-2022-jp"),
            ("cp50222", "iso-2022-jp"),
            ('"utf-8;"', "utf-8"),
            ("UTF8", "utf-8"),
            ("iso-8859-1", "windows-1252"),
            ("gb2312", "gb18030"),
            ("ks_c_5601-1987", "cp949"),
            ("iso-8859-15", "iso8859-15"),
            ("koi8-r", "koi8-r"),
        ],
    )
    def test_names_that_mails_use(self, declared: str, codec: str) -> None:
        assert codec_for(declared) == codec

    @pytest.mark.parametrize(
        "declared", [None, "", "x-nonsense", "unicode_escape", "punycode", "idna", "rot13", "base64", "\0", "a" * 10_000, "日本語"]
    )
    def test_names_that_are_no_charset_of_mail(self, declared: str | None) -> None:
        """Neither unknown names nor Python's own transformations are looked up as charsets."""
        assert codec_for(declared) is None


class TestDeclared:
    @pytest.mark.parametrize(("declared", "codec"), [("shift_jis", "cp932"), ("windows-31j", "cp932"), ("x-sjis", "cp932")])
    def test_cp932_under_its_names(self, declared: str, codec: str) -> None:
        """Signs that Shift_JIS proper lacks come out of mail that declares it."""
        decoded = decode_text(JAPANESE.encode("cp932"), declared)
        assert (decoded.text, decoded.charset) == (JAPANESE, codec)

    @pytest.mark.parametrize("declared", ["euc-jp", "eucjp-ms", "x-euc-jp"])
    def test_euc(self, declared: str) -> None:
        assert decode_text(PLAIN_JAPANESE.encode("euc_jp"), declared).text == PLAIN_JAPANESE

    def test_korean_and_chinese_are_left_to_python(self) -> None:
        assert decode_text("안녕하세요".encode("cp949"), "ks_c_5601-1987").text == "안녕하세요"
        assert decode_text("您好，招聘".encode("gbk"), "gb2312").text == "您好，招聘"

    def test_windows_1252_under_latin_1(self) -> None:
        """Mail that declares Latin-1 means windows-1252, as browsers read it."""
        assert decode_text(ENGLISH.encode("cp1252"), "iso-8859-1").text == ENGLISH

    def test_utf_16_with_its_mark(self) -> None:
        assert decode_text(PLAIN_JAPANESE.encode("utf-16"), "utf-16").text == PLAIN_JAPANESE

    def test_byte_order_mark_is_no_text(self) -> None:
        assert decode_text(b"\xef\xbb\xbfhello", "us-ascii").text == "hello"

    def test_half_a_surrogate_pair_never_comes_out(self) -> None:
        """UTF-7 can spell what no text may hold."""
        assert "\ud800" not in decode_text(b"+2AA-", "utf-7").text


class TestWrongOrMissing:
    @pytest.mark.parametrize("declared", [None, "us-ascii", "iso-2022-jp", "x-nonsense", "iso-8859-1", "shift_jis", "utf-8"])
    def test_utf_8_whatever_is_declared(self, declared: str | None) -> None:
        decoded = decode_text(JAPANESE.encode(), declared)
        assert (decoded.text, decoded.charset) == (JAPANESE, "utf-8")

    @pytest.mark.parametrize("declared", [None, "us-ascii", "utf-8", "iso-2022-jp", "iso-8859-1", "x-nonsense"])
    def test_shift_jis_whatever_is_declared(self, declared: str | None) -> None:
        decoded = decode_text(JAPANESE.encode("cp932"), declared)
        assert (decoded.text, decoded.charset) == (JAPANESE, "cp932")

    @pytest.mark.parametrize("declared", [None, "us-ascii", "utf-8"])
    def test_euc_whatever_is_declared(self, declared: str | None) -> None:
        assert decode_text(PLAIN_JAPANESE.encode("euc_jp"), declared).text == PLAIN_JAPANESE

    @pytest.mark.parametrize("declared", [None, "us-ascii", "utf-8", "iso-2022-jp"])
    def test_latin_whatever_is_declared(self, declared: str | None) -> None:
        """Curly quotes and the euro sign of undeclared Western mail are not taken for Shift_JIS."""
        decoded = decode_text(ENGLISH.encode("cp1252"), declared)
        assert (decoded.text, decoded.charset) == (ENGLISH, "windows-1252")

    @pytest.mark.parametrize("word", ["Résumé", "naïve", "“Très bien…” répéta José à l’entrée", "“ok”", "said ‘yes’”", "Müller", "…”"])
    def test_short_latin(self, word: str) -> None:
        assert decode_text(word.encode("cp1252"), None).text == word

    @pytest.mark.parametrize("word", ["田中", "㈱楡", "面談の件", "ｽｷﾙ"])
    def test_short_japanese(self, word: str) -> None:
        assert decode_text(word.encode("cp932"), None).text == word

    @pytest.mark.parametrize("declared", [None, "us-ascii", "utf-8", "iso-8859-1", "shift_jis"])
    def test_escapes_speak_for_themselves(self, declared: str | None) -> None:
        decoded = decode_text(PLAIN_JAPANESE.encode("iso2022_jp"), declared)
        assert (decoded.text, decoded.charset) == (PLAIN_JAPANESE, "iso-2022-jp")

    def test_declared_korean_escapes_are_korean(self) -> None:
        assert decode_text("안녕".encode("iso2022_kr"), "iso-2022-kr").text == "안녕"

    def test_a_cut_character_loses_itself_only(self) -> None:
        """A body cut inside its last character keeps all the others, and says so."""
        decoded = decode_text(JAPANESE.encode()[:-1], None)
        assert (decoded.text, decoded.charset) == (JAPANESE[:-1] + "\ufffd", "utf-8, with losses")

    def test_a_cut_shift_jis_character_too(self) -> None:
        decoded = decode_text(JAPANESE.encode("cp932")[:-1], "shift_jis")
        assert decoded.text.startswith(JAPANESE[:-1])
        assert decoded.charset == "cp932, with losses"

    def test_ascii_is_ascii(self) -> None:
        assert decode_text(b"plain words", None).charset == "ascii"


class TestIso2022Jp:
    def test_nec_row_13(self) -> None:
        assert decode_iso2022jp(b"\x1b$B-!-j\x1b(B ok") == "①㈱ ok"

    def test_half_width_kana_by_escape(self) -> None:
        assert decode_iso2022jp(b"\x1b(I=7Y\x1b(B") == "ｽｷﾙ"

    def test_half_width_kana_by_shift_out(self) -> None:
        assert decode_iso2022jp(b"\x0e=7Y\x0f ok") == "ｽｷﾙ ok"

    def test_half_width_kana_by_the_eighth_bit(self) -> None:
        assert decode_iso2022jp("ｽｷﾙ".encode("cp932")) == "ｽｷﾙ"

    def test_ibm_signs(self) -> None:
        """髙 and 﨑 travel in rows that only cp50220 knows."""
        assert decode_iso2022jp(b"\x1b$B|byu\x1b(B") == "髙﨑"

    def test_jis_x_0212(self) -> None:
        assert decode_iso2022jp("鷗".encode("iso2022_jp_1")) == "鷗"

    def test_old_and_new_designations(self) -> None:
        assert decode_iso2022jp(b"\x1b$@4A\x1b(J\\\x1b(B") == "漢¥"

    def test_a_line_that_forgot_to_return_to_ascii(self) -> None:
        assert decode_iso2022jp(b"\x1b$B4A\nRate: 65\n") == "漢\nRate: 65\n"

    def test_rubbish_is_marked_not_raised(self) -> None:
        assert decode_iso2022jp(b"\x1b$B4\x1b(B\x1b(Zx") == "\ufffd(Zx"

    @given(st.text(st.characters(codec="iso2022_jp", exclude_characters="〜‖−¢£¬¥‾\\~\x1b\x0e\x0f\r"), max_size=60))
    def test_agrees_with_python_where_python_can(self, text: str) -> None:
        """All but the six signs that cp932 maps elsewhere come out as Python's own codec gives them."""
        assert decode_iso2022jp(text.encode("iso2022_jp")) == text


@given(
    st.binary(max_size=200),
    st.one_of(
        st.none(), st.sampled_from(["utf-8", "shift_jis", "iso-2022-jp", "euc-jp", "utf-7", "utf-16", "hz", "big5"]), st.text(max_size=12)
    ),
)
def test_any_bytes_give_text(data: bytes, declared: str | None) -> None:
    """Nothing raises, and what comes out can be stored."""
    decode_text(data, declared).text.encode()
