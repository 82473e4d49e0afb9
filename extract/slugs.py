"""Keys for demands that no vocabulary knows (CONTRACT.md 2: open class)."""

_DROP = frozenset("a an the of in on with and or for to your our their as at by from good strong solid proven some any very".split())  # noqa: SIM905 (a list of thirty short words reads worse)


def slug(words: str) -> str:
    """A slug of the words themselves: lower case, letters and digits of any script, hyphens between; at most 60 characters."""
    parts: list[str] = []
    current = ""
    for char in words.casefold():
        if char.isalnum() or char in "+#" or (char == "-" and current and not current.endswith("-")):
            current += char
        elif char != "'":
            parts.append(current.strip("-"))
            current = ""
    parts.append(current.strip("-"))
    kept = [part for part in parts if part and part not in _DROP] or [part for part in parts if part]
    return "-".join(kept)[:60].strip("-") or "unnamed"
