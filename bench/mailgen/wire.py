"""Whole mails as bytes: headers, encodings, HTML, CRLF."""

import base64
import quopri
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import format_datetime
from html import escape
from random import Random

CHARSETS = {
    "ja": ("utf-8",) * 6 + ("iso-2022-jp",) * 4 + ("shift_jis",) * 2,
    "en": ("utf-8",) * 5 + ("us-ascii",) * 2 + ("windows-1252",) * 3,
}
ENCODINGS = {"iso-2022-jp": ("7bit",), "us-ascii": ("7bit",), "shift_jis": ("base64", "8bit")}


@dataclass(frozen=True, slots=True)
class Mailer:
    """A sender's mail program."""

    charset: str
    encoding: str
    """Content-Transfer-Encoding."""
    form: str
    """`plain`, `alternative` or `html`."""


def choose_mailer(language: str, rng: Random) -> Mailer:
    """A program in the proportions of the field."""
    charset = rng.choice(CHARSETS[language])
    encoding = rng.choice(ENCODINGS.get(charset, ("quoted-printable", "base64", "8bit")))
    form = rng.choice(["plain"] * 6 + ["alternative", "html"]) if charset in {"utf-8", "windows-1252"} else "plain"
    return Mailer(charset, encoding, form)


@dataclass(frozen=True, slots=True)
class Envelope:
    """The headers of a mail."""

    sender: tuple[str, str]
    """Name and address."""
    to: tuple[str, str]
    subject: str
    sent: datetime
    message_id: str
    parents: tuple[str, ...] = ()
    """Message-IDs of the thread, oldest first."""
    extra: tuple[tuple[str, str], ...] = ()


def write(envelope: Envelope, text: str, html: str | None, mailer: Mailer) -> bytes:
    """One mail as it goes over the wire."""
    charset = mailer.charset
    whole = text + envelope.subject + envelope.sender[0] + envelope.to[0] + (html or "")
    if not _encodes(whole, charset):
        charset, mailer = "utf-8", Mailer("utf-8", mailer.encoding if mailer.encoding != "7bit" else "base64", mailer.form)
    headers = _headers(envelope, charset)
    parts = [("plain", text)] if mailer.form != "html" or html is None else []
    if html is not None and mailer.form != "plain":
        parts.append(("html", html))
    if len(parts) == 1:
        return _crlf(headers + _part(*parts[0], charset, mailer.encoding))
    mark = f"=_{envelope.message_id.strip('<>').partition('@')[0]}"
    body = headers + f'Content-Type: multipart/alternative; boundary="{mark}"\n\n'.encode()
    for kind, content in parts:
        body += f"--{mark}\n".encode() + _part(kind, content, charset, mailer.encoding) + b"\n"
    return _crlf(body + f"--{mark}--\n".encode())


def _encodes(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _crlf(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _word(text: str, charset: str) -> str:
    return text if text.isascii() else Header(text, charset, maxlinelen=70).encode(linesep="\n")


def _headers(envelope: Envelope, charset: str) -> bytes:
    def address(who: tuple[str, str]) -> str:
        name = who[0] if who[0].isascii() else _word(who[0], charset)
        return f"{name} <{who[1]}>" if name else who[1]

    rows = [
        ("From", address(envelope.sender)),
        ("To", address(envelope.to)),
        ("Subject", _word(envelope.subject, charset)),
        ("Date", format_datetime(envelope.sent)),
        ("Message-ID", envelope.message_id),
    ]
    if envelope.parents:
        rows += [("In-Reply-To", envelope.parents[-1]), ("References", "\n ".join(envelope.parents))]
    rows += [*envelope.extra, ("MIME-Version", "1.0")]
    return "".join(f"{name}: {value}\n" for name, value in rows).encode("ascii")


def _part(kind: str, content: str, charset: str, encoding: str) -> bytes:
    head = f'Content-Type: text/{kind}; charset="{charset}"\nContent-Transfer-Encoding: {encoding}\n\n'.encode()
    body = content.encode(charset)
    if encoding == "base64":
        return head + base64.encodebytes(body)
    if encoding == "quoted-printable":
        return head + quopri.encodestring(body)
    return head + body


def as_html(lines: list[str], tables: list[tuple[int, list[tuple[str, str]]]]) -> str:
    """Lines as HTML; at the given line numbers stands a table of label and value."""
    at = dict(tables)
    out = ["<html><body>"]
    for i, line in enumerate(lines):
        if i in at:
            rows = "".join(
                f"<tr><td><b>{escape(label)}</b></td><td>{escape(value).replace(chr(10), '<br>' + chr(10))}</td></tr>\n"
                for label, value in at[i]
            )
            out.append(f'<table border="1">\n{rows}</table>')
        out.append(f"<div>{escape(line)}</div>" if line.strip() else "<div><br></div>")
    return "\n".join([*out, "</body></html>"]) + "\n"
