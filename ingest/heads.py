"""The header block of a mail, for mails that are kept without their bodies."""

from ingest.limits import HEADER_BYTES


def header_block(content: bytes) -> bytes:
    """Cut a mail after the empty line that ends its headers, or at their cap."""
    head = content[:HEADER_BYTES]
    ends = [found + len(mark) for mark in (b"\n\n", b"\n\r\n") if (found := head.find(mark)) >= 0]
    return head[: min(ends)] if ends else head
