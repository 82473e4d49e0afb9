"""MIME structure: parts as they were meant, however they are delimited, and caps that no nesting escapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.limits import PART_COUNT, PART_DEPTH
from ingest.structure import OverCap, Part, decode_transfer, parse_structure


def kinds(part: Part) -> list[object]:
    """The tree as nested lists of content types."""
    return [part.kind, *(kinds(inner) for inner in part.parts)] if part.parts else [part.kind]


def bodies(part: Part) -> list[bytes]:
    return [body for inner in part.parts for body in bodies(inner)] if part.parts else [part.body]


def multipart(*parts: bytes, boundary: bytes = b"x", ends: bytes = b"\n", kind: bytes = b"mixed") -> bytes:
    head = b"Content-Type: multipart/" + kind + b'; boundary="' + boundary + b'"' + ends * 2
    return head + b"".join(b"--" + boundary + ends + part + ends for part in parts) + b"--" + boundary + b"--" + ends


class TestSplitting:
    @pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
    def test_parts_without_the_line_ends_of_their_delimiters(self, ends: bytes) -> None:
        content = multipart(ends + b"one", b"Content-Type: text/html" + ends * 2 + b"<p>", ends=ends)
        part = parse_structure(content)
        assert kinds(part) == ["multipart/mixed", ["text/plain"], ["text/html"]]
        assert bodies(part) == [b"one", b"<p>"]

    def test_preamble_and_epilogue_are_no_parts(self) -> None:
        content = multipart(b"\none").replace(b"\n\n--x", b"\n\nThis is a MIME mail.\n--x", 1) + b"--x\n\nepilogue"
        assert bodies(parse_structure(content)) == [b"one"]

    def test_a_delimiter_in_the_middle_of_a_line_is_text(self) -> None:
        assert bodies(parse_structure(multipart(b"\na --x b\n--xy\n--x y"))) == [b"a --x b\n--xy\n--x y"]

    def test_blanks_behind_a_delimiter(self) -> None:
        assert bodies(parse_structure(multipart(b"\none").replace(b"--x\n", b"--x \t\n"))) == [b"one"]

    def test_a_boundary_with_signs(self) -> None:
        assert bodies(parse_structure(multipart(b"\none", boundary=b"=_a;b (c)?"))) == [b"one"]

    def test_empty_parts(self) -> None:
        assert bodies(parse_structure(multipart(b"", b"", b"\none"))) == [b"", b"", b"one"]

    def test_nested_containers(self) -> None:
        inner = multipart(b"\none", b"Content-Type: text/html\n\ntwo", boundary=b"y", kind=b"alternative")
        assert kinds(parse_structure(multipart(inner, b"\nthree"))) == [
            "multipart/mixed",
            ["multipart/alternative", ["text/plain"], ["text/html"]],
            ["text/plain"],
        ]

    def test_the_outer_boundary_ends_an_inner_part_that_does_not(self) -> None:
        inner = multipart(b"\none", boundary=b"y").replace(b"--y--\n", b"")
        assert [body.strip() for body in bodies(parse_structure(multipart(inner, b"\ntwo")))] == [b"one", b"two"]

    @pytest.mark.parametrize(
        "head",
        [
            b"Content-Type: multipart/mixed\n\n",
            b"Content-Type: multipart/mixed; boundary=\n\n",
            b"Content-Type: multipart/mixed; boundary=zz\n\n",
        ],
    )
    def test_a_container_without_parts_is_text(self, head: bytes) -> None:
        assert kinds(parse_structure(head + b"one")) in (["text/plain"], ["multipart/mixed"])
        assert parse_structure(head + b"one").body == b"one"


class TestAttachedMails:
    def test_a_mail_inside(self) -> None:
        part = parse_structure(b"Content-Type: message/rfc822\n\nSubject: inner\n\none")
        (inner,) = part.parts
        assert (inner.headers.text("subject"), inner.body) == ("inner", b"one")

    def test_a_mail_inside_that_is_encoded_against_the_rules(self) -> None:
        part = parse_structure(b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogaW5uZXIKCm9uZQ==")
        assert part.parts[0].headers.text("subject") == "inner"


class TestCaps:
    def test_as_many_parts_as_allowed(self) -> None:
        assert len(parse_structure(multipart(*[b"\nx"] * (PART_COUNT - 1))).parts) == PART_COUNT - 1

    def test_one_more(self) -> None:
        with pytest.raises(OverCap):
            parse_structure(multipart(*[b"\nx"] * PART_COUNT))

    def test_depth_counts_containers_and_mails_alike(self) -> None:
        content = b"\none"
        for level in range(PART_DEPTH // 2):
            content = b"Content-Type: message/rfc822\n\n" + multipart(content, boundary=b"b%d" % level)
        assert bodies(parse_structure(content)) == [b"one"]
        with pytest.raises(OverCap):
            parse_structure(b"Content-Type: message/rfc822\n\n" + content)

    def test_a_line_of_nothing_but_delimiters(self) -> None:
        assert len(bodies(parse_structure(b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x" * 1_000_000))) == 1


class TestTransferEncodings:
    @pytest.mark.parametrize(
        ("body", "encoding", "content"),
        [
            (b"T25l\r\nIHR3bw==\r\n", "base64", b"One two"),
            (b"T25lIHR3bw", "base64", b"One two"),
            (b"T25l*!IHR3bw==", "base64", b"One two"),
            (b"T25lIHR3bw==T25l", "base64", b"One twoOne"),
            (b"plain words here", "base64", b"plain words here"),
            (b"\xe6\xa1\x88", "base64", b"\xe6\xa1\x88"),
            (b"a=3Db=\r\nc", "quoted-printable", b"a=bc"),
            (b"100% = all", "quoted-printable", b"100% = all"),
            (b"a=3Db", "7bit", b"a=3Db"),
            (b"a=3Db", "x-nonsense", b"a=3Db"),
            (b"", "base64", b""),
        ],
    )
    def test_decoding(self, body: bytes, encoding: str, content: bytes) -> None:
        assert decode_transfer(body, encoding) == content


@given(
    st.lists(st.binary(max_size=30).filter(lambda body: b"--x" not in body and not body.endswith(b"\r")), min_size=1, max_size=6),
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_whatever_the_parts_hold_comes_back(contents: list[bytes], ends: bytes) -> None:
    """Each part's bytes, as long as they hold no delimiter."""
    content = multipart(*(ends + body for body in contents), ends=ends)
    assert bodies(parse_structure(content)) == contents
