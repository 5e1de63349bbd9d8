"""Which guidance belongs beside the field somebody is in."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.records.age import turns_18_on
from desktop.records.request import Channel
from desktop.records.student import Student
from desktop.screens.choices import TickGrid
from desktop.screens.date_field import DateField
from desktop.screens.intake_part import FormPart

_NEAR_18 = timedelta(days=365)  # a request made in the last year before 18 may outlast it

Moments = tuple[str, tuple[str, ...]]


class TipsPart(FormPart):
    """Knows the fields whose place in the talk has guidance of its own."""

    new_born_on: DateField
    words: QPlainTextEdit
    record_kinds: TickGrid

    def moments(
        self,
        at: QWidget | None,
        *,
        student: Student | None,
        asks: bool,
        channel: Channel,
        today: date,
    ) -> Moments:
        """The moment to show, and moments whose tips follow.

        Args:
            at: the field the keyboard is in.
            student: whose records, where that is known.
            asks: whether the keyboard is where one says who asks.
            channel: how the request came.
            today: for the student's age.
        """
        born_field = at is not None and self.new_born_on.isAncestorOf(at)
        if (asks or born_field) and near_18(student, today):
            return "eligible_student", ("authority",)
        if asks:
            return "authority", ()
        if at is self.words or (at is not None and self.record_kinds.isAncestorOf(at)):
            return "scope", (f"intake_{channel}", "intake")
        return f"intake_{channel}", ("intake",)


def near_18(student: Student | None, today: date) -> bool:
    """Whether the student is 18 or will be within a year."""
    born_on = student.born_on if student else None
    return born_on is not None and turns_18_on(born_on) - _NEAR_18 <= today
