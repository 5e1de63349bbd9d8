"""Dates and counts of days as people say them. English only: staff guidance is English for now."""

from __future__ import annotations

from datetime import date

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def long_date(on: date) -> str:
    """Weekday, month and day in full: "Thursday, October 29, 2026"."""
    return f"{_WEEKDAYS[on.weekday()]}, {_MONTHS[on.month - 1]} {on.day}, {on.year}"


def short_date(on: date, today: date) -> str:
    """Short for lists, "Thu Oct 29"; with the year when it is not this one."""
    text = f"{_WEEKDAYS[on.weekday()][:3]} {_MONTHS[on.month - 1][:3]} {on.day}"
    return text if on.year == today.year else f"{text}, {on.year}"
