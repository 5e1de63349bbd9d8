"""The calendar of the practice office and of one with much on few days; what is taken in."""

from __future__ import annotations

import tempfile
from datetime import date, time
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.actions import days, visits
from desktop.actions.days import what_moves
from desktop.office.calendar_file import Feed, Happening
from desktop.screens.calendar import CalendarPage
from desktop.screens.calendar_days import DaysDialog
from desktop.screens.calendar_feed import FeedDialog
from desktop.screens.desk import Desk
from desktop.screens.moved import moved_rows
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student, an_office
from tests.pictures import picture
from tests.pictures.practice import practice_desk
from tests.pictures.request import LONG

_SIZE = (1080, 800)
_NARROW = (860, 640)
_BREAK = (date(2026, 11, 23), date(2026, 11, 27))


def _desk(*, full: bool = True) -> Desk:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    for place in range(7 if full else 0):
        student = a_student(
            family=LONG, local_number=str(place), born_on=date(2008, 10, 20 + place)
        )
        request = office.log(student=student, requester=a_party(name=LONG)).request
        visits.set_visit(
            office.store, request, meet_on=date(2026, 10, 14 + place % 3),
            meet_at=time(8 + place, 30), place=LONG, sits_in="", interpreter=False, today=TODAY,
            by=office.sign(),
        )  # fmt: skip
    if full:
        days.add_entry(
            office.store, from_on=_BREAK[0], until_on=_BREAK[1], title="Thanksgiving break",
            kind="closure", law=office.law, by=office.sign(),
        )  # fmt: skip
    return a_desk(office, TODAY)


def _feed() -> Feed:
    titles = (
        ("No School - Staff Development", date(2026, 10, 12), date(2026, 10, 12), True),
        ("Picture Day", date(2026, 10, 15), date(2026, 10, 15), True),
        ("School Board Meeting", date(2026, 10, 20), date(2026, 10, 20), False),
        ("Thanksgiving Break", date(2026, 11, 16), date(2026, 11, 27), True),
        ("Early Release", date(2026, 12, 18), date(2026, 12, 18), True),
        ("Winter Break", date(2026, 12, 21), date(2027, 1, 1), True),
        (LONG, date(2027, 1, 18), date(2027, 1, 18), True),
    )
    return Feed(
        happenings=tuple(
            Happening(from_on=first, until_on=last, title=title, whole_days=whole)
            for title, first, last, whole in titles
        ),
        unreadable=2,
    )


@picture("calendar", _SIZE)
def practice() -> QWidget:
    return CalendarPage(practice_desk())


@picture("calendar-full", _SIZE)
def full() -> QWidget:
    shown = CalendarPage(_desk())
    shown.show_day(date(2026, 10, 14))
    return shown


@picture("calendar-narrow", _NARROW)
def narrow() -> QWidget:
    shown = CalendarPage(_desk())
    shown.show_day(date(2026, 11, 25))
    return shown


@picture("calendar-list", _SIZE)
def as_list() -> QWidget:
    shown = CalendarPage(_desk())
    shown.show_day(date(2026, 11, 19))
    shown.views.setCurrentIndex(1)
    return shown


@picture("calendar-empty", _SIZE)
def empty() -> QWidget:
    return CalendarPage(_desk(full=False))


@picture("calendar-feed", (860, 640))
def feed() -> QWidget:
    desk = _desk()
    dialog = FeedDialog(desk, _feed())

    def counted() -> None:
        dialog._wait.stop()
        moves = what_moves(desk.store, added=dialog.chosen(), law=desk.law)
        dialog._show_moves(moved_rows(desk.store, moves))

    dialog.prepare_picture = counted  # type: ignore[attr-defined]
    return dialog


@picture("calendar-days", (720, 360))
def one_entry() -> QWidget:
    return DaysDialog(_desk(), None, first=TODAY)
