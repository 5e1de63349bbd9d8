"""What may be typed anywhere: how long a name or a text can be, and the number nobody needs."""

from __future__ import annotations

import re

LONGEST_NAME = 300
LONGEST_WORDS = 20_000
# Nine digits in the shape of a Social Security number; the office never needs one.
_NINE_DIGITS = re.compile(r"(?<!\d)\d{3}([- ]?)\d{2}\1\d{4}(?!\d)")


def holds_ssn(text: str) -> bool:
    """Whether ``text`` holds nine digits in the shape of a Social Security number."""
    return _NINE_DIGITS.search(text) is not None


def without_ssn(text: str) -> str:
    """``text`` with such numbers left out, for keeping what is not logged yet."""
    return _NINE_DIGITS.sub("[…]", text)
