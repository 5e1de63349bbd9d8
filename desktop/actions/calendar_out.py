"""The office's dates leave as an ``.ics`` for another calendar, without the name of any family."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.actions.changes import Changes
from desktop.office.calendar_out import Outgoing, as_ics
from desktop.office.private_file import private_file
from desktop.records.names import fold
from desktop.records.person import Initials
from desktop.records.planner import OF_THE_SCHOOL, PlanKind, Planned, in_order
from desktop.store import students
from desktop.store.journal import Event, Fact
from desktop.store.planner import planned_between
from desktop.store.store import Store
from desktop.wording.planner import outgoing_said
from desktop.wording.sentences import Wording

KIND = "calendar.exported"
_NOT_OUT = OF_THE_SCHOOL | {PlanKind.BIRTHDAY}  # a birthday is somebody's


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedCalendar:
    """How many entries left, and what changed with it."""

    count: int
    changes: Changes


def save_calendar(
    store: Store, path: Path, *, first: date, last: date, wording: Wording, by: Initials
) -> SavedCalendar:
    """Write due dates, appointments and meetings from ``first`` to ``last`` to ``path``.

    Raises:
        DeskError: ``role``; ``file_name``, ``not_saved``. No file is written then.
    """
    entries = list(_outgoing(store, first, last, wording))
    body = as_ics(entries, made_at=by.at)
    facts: dict[str, Fact] = {"count": len(entries), "sha256": hashlib.sha256(body).hexdigest()}
    with private_file(path, body) as put:
        with store.change(Event(kind=KIND, facts=facts), by=by):
            pass  # the event is all there is to write
        put()
    return SavedCalendar(count=len(entries), changes=Changes(kinds=frozenset()))


def _outgoing(store: Store, first: date, last: date, wording: Wording) -> Iterator[Outgoing]:
    for one in in_order(planned_between(store, first, last)):
        if one.kind not in _NOT_OUT:
            yield Outgoing(
                uid=_uid(one),
                on=one.on,
                title=outgoing_said(one, wording),
                at=one.at,
                place=_place(store, one),
            )


def _uid(one: Planned) -> str:
    """The same from one export to the next, though the day moves; visits are several."""
    what = one.meeting or one.kind
    several = f"-{one.on.isoformat()}" if one.kind is PlanKind.VISIT else ""
    return f"{one.number}-{what}{several}@records-desk"


def _place(store: Store, one: Planned) -> str:
    """Where an appointment is; nothing where a word of it begins as one of the student's names."""
    if not one.place or one.student is None:
        return ""
    student = students.student(store, one.student)
    names = (one.name, student.preferred, student.name_while_attending, *student.other_names)
    named = tuple({word for name in names for word in fold(name).split()})
    return "" if any(word.startswith(named) for word in fold(one.place).split()) else one.place
