"""The practice office for pictures, on one fixed Monday so that two runs draw the same days."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from desktop.actions.practising import open_practice_office
from desktop.paths import Home
from desktop.records.ids import RequestId
from desktop.screens.desk import Desk
from desktop.store import cases, queries
from tests.desks import a_desk, law_of
from tests.offices import Office, the_defaults, the_law

_NOW = datetime(2027, 3, 8, 16, 30, tzinfo=UTC)


@cache
def _home() -> Home:
    return Home(folder=Path(mkdtemp()) / "practice")


def practice_desk(*, practice: bool = True) -> Desk:
    """A desk of its own: a window closes the file it worked on. ``practice`` shows the mark."""
    opened = open_practice_office(_home(), law_of, the_defaults(), now=_NOW)
    office = Office(opened=opened, home=_home(), law=the_law())
    return a_desk(office, _NOW.date(), practice=practice)


def request_of(desk: Desk, student: str, asker: str) -> RequestId:
    """The open request about a child of this given name by somebody of this name."""
    for number in queries.open_ids(desk.store):
        case = cases.case(desk.store, number)
        if case.student.given == student and asker in case.requester.name:
            return case.request.id
    raise LookupError(student)
