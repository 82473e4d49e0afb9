"""What headers tell of a mail before a word of it is read (RFC 3834, 2369, 2919, 3464)."""

import re2

from ingest.addresses import first_address
from ingest.headers import Headers
from requisitions.messages import Trait

_ANSWERING_MACHINE = re2.compile(
    r"(?i)^(?:\[[^\]]{1,40}\]\s*)?(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|autoreply|"
    r"【?自動(?:返信|応答|送信)|不在通知|不在のお知らせ)"
)
_POSTMASTERS = frozenset({"mailer-daemon", "postmaster", "mail-daemon"})


def read_traits(headers: Headers, kinds: frozenset[str]) -> frozenset[Trait]:
    """The traits of a mail by its headers and the content types of its parts."""
    found = {
        Trait.AUTO_SUBMITTED: _is_automatic(headers),
        Trait.BULK: _is_bulk(headers),
        Trait.BOUNCE: _is_bounce(headers),
        Trait.CALENDAR: "text/calendar" in kinds,
    }
    return frozenset(trait for trait, holds in found.items() if holds)


def _is_automatic(headers: Headers) -> bool:
    submitted = headers.value("auto-submitted")
    return (
        # What systems of vendors send by themselves (`auto-generated`) carries requisitions and their changes.
        submitted not in {"", "no", "auto-generated"}
        # Other values ask answering machines for silence, and people's mail carries them too.
        or "all" in headers.value("x-auto-response-suppress").replace(",", " ").split()
        or headers.value("precedence") == "auto_reply"
        or any(headers.first(name) for name in ("x-autoreply", "x-autorespond", "x-auto-reply"))
        or _ANSWERING_MACHINE.match(headers.text("subject")) is not None
    )


def _is_bulk(headers: Headers) -> bool:
    listed = any(headers.first(name) for name in ("list-unsubscribe", "list-id", "list-post"))
    return listed or headers.value("precedence") in {"bulk", "list", "junk"}


def _is_bounce(headers: Headers) -> bool:
    local = first_address(headers.first("from")).address.partition("@")[0]
    report = headers.content_type() == "multipart/report" and headers.parameter("content-type", "report-type").lower() == "delivery-status"
    return report or local in _POSTMASTERS or bool(headers.first("x-failed-recipients"))
