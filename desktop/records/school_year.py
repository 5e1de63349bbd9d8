"""The school year, as the calendar lists it."""

from __future__ import annotations

from datetime import date


def school_year(today: date) -> tuple[date, date]:
    """The first and the last day of the school year that ``today`` is in: July 1 to June 30."""
    first = today.year if today >= date(today.year, 7, 1) else today.year - 1
    return date(first, 7, 1), date(first + 1, 6, 30)
