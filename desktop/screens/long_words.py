"""Words longer than any line, broken where they are shown."""

from __future__ import annotations

import re

_LONG = re.compile(r"\S{32,}")
_PIECE = re.compile(r"\S{8}(?=\S)")


def breakable(text: str) -> str:
    """The text with places to break a very long word; what cannot be seen is no part of it."""
    return _LONG.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text)
