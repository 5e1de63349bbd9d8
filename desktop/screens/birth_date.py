"""A field for a birth date: the year is needed, and an age no student has is asked about."""

from __future__ import annotations

from datetime import date

from desktop.records.age import unusual_age
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.typed_date import Lean


def ask_for_birth_date(field: DateField, desk: Desk) -> None:
    """Let ``field`` take a birth date: none without a year, a doubt beside an unusual age."""
    today = desk.today()

    def doubt(born_on: date) -> str:
        years = unusual_age(born_on, today)
        return "" if years is None else desk.wording.text("student.age_unusual", years=years)

    field.set_today(today, Lean.NONE)
    field.set_doubt(doubt)
