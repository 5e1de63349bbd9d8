"""Hours, amounts of money and counts as they are typed: "2:30", "9", "$1.20", ".10", "12"."""

from __future__ import annotations

import re
from datetime import time

_TIME = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(?:([ap])\.?\s*(?:m\.?)?)?", re.ASCII)
_MONEY = re.compile(r"\$?\s*(\d{0,6}|\d{1,3},\d{3})(?:\.(\d{1,2}))?", re.ASCII)
_COUNT = re.compile(r"\d{1,6}", re.ASCII)
# An hour without "a.m." or "p.m." is one of a school day: 7 to 12 before noon, 1 to 6 after it.
_LAST_HOUR_AFTER_NOON = 6
_NOON = 12


def read_time(typed: str) -> time | None:
    """The hour that was typed, or None when it is none."""
    found = _TIME.fullmatch(typed.strip().lower())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    try:
        return time(_hour(hour, found[3]), minute)
    except ValueError:
        return None


def read_cents(typed: str) -> int | None:
    """The amount that was typed, in US cents; an empty field is nothing to pay."""
    found = _MONEY.fullmatch(typed.strip())
    if not found or typed.strip() == "$":
        return None
    return int(found[1].replace(",", "") or 0) * 100 + int((found[2] or "0").ljust(2, "0"))


def write_cents(cents: int) -> str:
    """An amount as it stands in a field and in a sentence: 320 is "$3.20"."""
    return f"${cents // 100:,}.{cents % 100:02d}"


def read_count(typed: str) -> int | None:
    """The whole number that was typed, or None."""
    return int(typed) if _COUNT.fullmatch(typed.strip()) else None


def _hour(hour: int, half: str | None) -> int:
    """The hour of the day; 24, which no clock shows, for "13 p.m."."""
    if half and hour > _NOON:
        return 24
    if half == "p":
        return hour + _NOON if hour < _NOON else hour
    if half == "a":
        return 0 if hour == _NOON else hour
    return hour + _NOON if 1 <= hour <= _LAST_HOUR_AFTER_NOON else hour
