"""The day from which something in a register no longer counts."""

from __future__ import annotations

from datetime import date

from desktop.errors import DeskError


def check_end(from_on: date, on: date, today: date) -> None:
    """Refuse a day on which it cannot have ended.

    Raises:
        DeskError: ``ended_later`` or ``ended_early``.
    """
    if on > today:
        raise DeskError("ended_later", "That day is still to come.", "Check the date.")
    if on < from_on:
        raise DeskError("ended_early", "It had not begun on that day.", "Check the date.")
