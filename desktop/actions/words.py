"""Free text as the records file keeps it: without what the office must never hold."""

from __future__ import annotations

from desktop.errors import DeskError
from desktop.records.typed_words import holds_ssn


def kept_words(text: str) -> str:
    """``text`` as it is kept, without the space around it.

    Raises:
        DeskError: ``nine_digits``: it holds digits in the shape of a Social Security number. The
            journal is never rewritten, so they must not get there.
    """
    if holds_ssn(text):
        raise DeskError(
            "nine_digits",
            "That looks like a Social Security number; it is not kept here.",
            "Please take it out.",
        )
    return text.replace("\x00", "").strip()
