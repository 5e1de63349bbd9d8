"""Dates as they are typed in a school office: "9/14", "Sep 14", "2026-09-14", "today", "t-3"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NAMED = {"today": 0, "t": 0, "yesterday": -1, "y": -1, "tomorrow": 1}

_OFFSET = re.compile(r"(?:t|today)?\s*([+-])\s*(\d{1,4})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_US = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_WORDS = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}|\d{2}))?")
_EUROPEAN = re.compile(r"(\d{1,2})\.? ([a-z]{3,9})\.?(?:,? (\d{4}|\d{2}))?")

_EARLIEST_YEAR = 1900


class Lean(StrEnum):
    """Which year a date without one is in; of a birth date nobody can tell."""

    NEAREST = "nearest"
    PAST = "past"
    FUTURE = "future"
    NONE = "none"


class DateFault(StrEnum):
    """Why what was typed is no date."""

    UNREADABLE = "unreadable"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    NOT_A_LEAP_YEAR = "not_a_leap_year"
    TOO_LONG_AGO = "too_long_ago"
    NO_YEAR = "no_year"


class DateError(ValueError):
    """What was typed is no date; ``fault`` says why, ``year`` which year is meant, if any."""

    def __init__(self, fault: DateFault, year: int = 0) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.year = year


def read_date(typed: str, today: date, lean: Lean = Lean.NEAREST) -> date | None:
    """The date that was typed, or None for an empty field.

    Args:
        typed: what stands in the field.
        today: what "today", "t-3" and a missing year refer to.
        lean: the year of a date typed without one.

    Raises:
        DateError: it is no date, a day that month does not have, or lacks a year it needs.
    """
    text = " ".join(typed.lower().replace(",", ", ").split())
    if not text:
        return None
    relative = _relative(text, today)
    if relative is not None:
        return relative
    year, month, day = _parts(text)
    if not 1 <= month <= len(_MONTHS):
        raise DateError(DateFault.NO_SUCH_MONTH)
    if not 1 <= day <= _DAYS_IN[month - 1]:
        raise DateError(DateFault.NO_SUCH_DAY)
    if year is None:
        return _without_year(month, day, today, lean)
    return _on(_full_year(year, today), month, day)


def write_date(on: date) -> str:
    """A date as it stands in a field: 9/14/2026."""
    return f"{on.month}/{on.day}/{on.year}"


def _relative(text: str, today: date) -> date | None:
    if text in _NAMED:
        return today + timedelta(days=_NAMED[text])
    offset = _OFFSET.fullmatch(text)
    if not offset:
        return None
    return today + timedelta(days=int(offset[1] + offset[2]))


def _parts(text: str) -> tuple[str | None, int, int]:
    if match := _ISO.fullmatch(text):
        return match[1], int(match[2]), int(match[3])
    if match := _US.fullmatch(text):
        return match[3], int(match[1]), int(match[2])
    if match := _WORDS.fullmatch(text):
        return match[3], _month(match[1]), int(match[2])
    if match := _EUROPEAN.fullmatch(text):
        return match[3], _month(match[2]), int(match[1])
    raise DateError(DateFault.UNREADABLE)


def _month(word: str) -> int:
    if word[:3] not in _MONTHS:
        raise DateError(DateFault.NO_SUCH_MONTH)
    return _MONTHS.index(word[:3]) + 1


def _full_year(year: str, today: date) -> int:
    if len(year) > len("26"):
        return int(year)
    # Two digits reach 19 years ahead and 80 back: meetings on one side, birth dates on the other.
    century = today.year // 100 * 100 + int(year)
    return century - 100 if century > today.year + 19 else century


def _without_year(month: int, day: int, today: date, lean: Lean) -> date:
    if lean is Lean.NONE:
        raise DateError(DateFault.NO_YEAR)
    around = [today.year + step for step in range(-4, 5)]
    days = [date(year, month, day) for year in around if _exists(year, month, day)]
    if lean is Lean.PAST:
        return max(on for on in days if on <= today)
    if lean is Lean.FUTURE:
        return min(on for on in days if on >= today)
    return min(days, key=lambda on: abs((on - today).days))


def _exists(year: int, month: int, day: int) -> bool:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (month, day) != (2, 29) or leap


def _on(year: int, month: int, day: int) -> date:
    if year < _EARLIEST_YEAR:
        raise DateError(DateFault.TOO_LONG_AGO, year)
    if not _exists(year, month, day):
        raise DateError(DateFault.NOT_A_LEAP_YEAR, year)
    return date(year, month, day)
