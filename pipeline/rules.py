"""What linking and folding depend on, as one hash: other rules mean another history, and no snapshot may hold half of each (D13)."""

import hashlib
from functools import cache
from importlib.resources import files

_ROOM = "requisitions"
_OF_LINKING = ("links.py", "relinking.py", "refolding.py", "seatnumbers.py", "settling.py")
"""The modules of this room that decide what belongs together, and how a requisition stands."""


@cache
def rules_hash() -> str:
    """Over the very text of the rules, so that nobody can forget to raise a number; a comment costs a reading of all mails too."""
    room = sorted((item for item in files(_ROOM).iterdir() if item.name.endswith(".py")), key=lambda item: item.name)
    digest = hashlib.sha256()
    for item in [*room, *(files("pipeline").joinpath(name) for name in _OF_LINKING)]:
        digest.update(item.name.encode())
        digest.update(item.read_bytes())
    return digest.hexdigest()[:8]
