"""The desk of an office in tests; its clock can be set to a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import lru_cache

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from desktop.paths import resources
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.rules import load_rule_books
from desktop.screens import jobs
from desktop.screens.desk import Desk
from tests.offices import Office, the_defaults, the_law, the_wording


class DeskOn(Desk):
    """A desk on one day, at half past eleven in the morning; ``day`` may be moved."""

    day: date

    @override
    def today(self) -> date:
        return self.day

    @override
    def sign(self) -> Initials:
        at = datetime.combine(self.day, time(16, 30), tzinfo=UTC)
        return Initials(person=self.person.id, initials=self.person.initials, at=at)


@lru_cache
def law_of(state: str | None) -> Law:
    """The law as the program reads it."""
    if state is None:
        return the_law()
    books = load_rule_books(resources("rules"), states=[state])
    return replace(the_law(), books=books)


def a_desk(office: Office, on: date | None = None, *, practice: bool = False) -> Desk:
    """The desk of the first person of ``office``; today, or on a day of the test's choice."""
    kind = Desk if on is None else DeskOn
    desk = kind(
        office.opened,
        home=office.home,
        law_of=law_of,
        wording=the_wording(),
        defaults=the_defaults(),
        practice=practice,
    )
    if isinstance(desk, DeskOn):
        desk.day = on or date.min
    return desk


def leave_what_is_shown() -> None:
    """From now on no work beside a window and no timer of it reaches it; nothing is under way."""
    for widget in QApplication.topLevelWidgets():
        for timer in widget.findChildren(QTimer):
            timer.stop()
    assert jobs.drain(), "work beside the window does not end when nobody wants it any more"
