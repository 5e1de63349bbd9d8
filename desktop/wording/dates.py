"""Dates and counts of days as people say them. English only: staff guidance is English for now."""

from __future__ import annotations

from datetime import date, datetime, time

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
_NOON = 12


def long_date(on: date) -> str:
    """Weekday, month and day in full: "Thursday, October 29, 2026"."""
    return f"{_WEEKDAYS[on.weekday()]}, {_MONTHS[on.month - 1]} {on.day}, {on.year}"


def short_date(on: date, today: date) -> str:
    """Short for lists, "Thu Oct 29"; with the year when it is not this one."""
    text = f"{_WEEKDAYS[on.weekday()][:3]} {_MONTHS[on.month - 1][:3]} {on.day}"
    return text if on.year == today.year else f"{text}, {on.year}"


def day_date(on: date, today: date) -> str:
    """Weekday, month and day, "Thursday, October 29"; with the year when it is not this one."""
    text = f"{_WEEKDAYS[on.weekday()]}, {_MONTHS[on.month - 1]} {on.day}"
    return text if on.year == today.year else f"{text}, {on.year}"


def plain_date(on: date) -> str:
    """Month, day and year, for a day whose weekday helps nobody: "March 14, 2017"."""
    return f"{_MONTHS[on.month - 1]} {on.day}, {on.year}"


def month_name(on: date) -> str:
    """The month with its year: "October 2026"."""
    return f"{_MONTHS[on.month - 1]} {on.year}"


def clock_time(at: time) -> str:
    """An hour of the day as it is said at the counter: "9:30 a.m."."""
    half = "a.m." if at.hour < _NOON else "p.m."
    return f"{at.hour % _NOON or _NOON}:{at.minute:02d} {half}"


def short_moment(at: datetime, today: date) -> str:
    """When something was written, in the zone of ``at``: "Thu Oct 29, 9:30 a.m."."""
    return f"{short_date(at.date(), today)}, {clock_time(at.time())}"


def short_weekday(on: date) -> str:
    """The weekday alone, "Thu", for a date a few days off."""
    return _WEEKDAYS[on.weekday()][:3]
