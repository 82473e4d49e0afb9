"""Reply and forward prefixes of subjects, in the spellings of Japanese and European mail programs."""

import re2

_TAGS = r"(?:\[[^\[\]]{1,40}\]\s*)*"
_FORWARD = re2.compile(rf"(?i)^{_TAGS}(?:(?:fw|fwd|wg|tr|rv|i|enc|vs)\s?(?:\[\d+\])?\s?[:：]|転送\s?[:：]|[【\[(（]転送[】\])）])")
_REPLY = re2.compile(rf"(?i)^{_TAGS}(?:re|aw|sv|antw|返信|回答|ré|r)\s?(?:\[\d+\]|\^\d+|\*\d+)?\s?[:：]")


def is_forward(subject: str) -> bool:
    """Whether the outermost prefix of a subject is a forward's."""
    return _FORWARD.match(subject.strip()[:200]) is not None


def is_reply(subject: str) -> bool:
    """Whether the outermost prefix of a subject is a reply's."""
    return _REPLY.match(subject.strip()[:200]) is not None
