"""Days that were entered are corrected, and those of a district's calendar taken in at once.

Every open request is worked out again with each change, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from desktop.actions.changes import Changes
from desktop.actions.days import Moved, NewDays, checked_days, redate_all
from desktop.errors import DeskError
from desktop.records.ids import ClosureId, new_id
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.store import office
from desktop.store.journal import Event
from desktop.store.own_days import calendar_entries
from desktop.store.store import Store

Edited = tuple[Changes, tuple[Moved, ...]]


def change_entry(
    store: Store, closure: ClosureId, days: NewDays, *, law: Law, by: Initials
) -> Edited:
    """Correct an entry: its days, its name or what it counts as; the history keeps what it was.

    Raises:
        DeskError: ``entry_order``, ``entry_title``; ``entry_gone`` when somebody took it back.
    """
    days = checked_days(days)
    was = next((one for one in calendar_entries(store) if one.id == closure), None)
    if was is None:
        raise DeskError("entry_gone", "These days are no longer there.", "Enter them anew.")
    before = NewDays(from_on=was.from_on, until_on=was.until_on, title=was.title, kind=was.kind)
    if before == days:
        return Changes.of_calendar(), ()
    told = {f"{name}_before": value for name, value in before.facts().items()}
    event = Event(kind="calendar.changed", facts={"entry": closure, **days.facts(), **told})
    with store.change(event, by=by) as change:
        office.remove_closure(change, closure)
        office.add_closure(change, closure, **asdict(days))
        moved = redate_all(store, change, law)
    return Changes.of_calendar(), moved


def import_entries(store: Store, days: Sequence[NewDays], *, law: Law, by: Initials) -> Edited:
    """Enter what was chosen of a district's calendar, all of it or nothing.

    Raises:
        DeskError: ``entry_none`` when nothing was chosen; ``entry_order``, ``entry_title``.
    """
    if not days:
        raise DeskError("entry_none", "No day is chosen.", "Choose the days without school.")
    checked = [checked_days(one) for one in days]
    spans = [f"{one.from_on.isoformat()}/{one.until_on.isoformat()}" for one in checked]
    event = Event(kind="calendar.imported", facts={"count": len(checked), "days": spans})
    with store.change(event, by=by) as change:
        for one in checked:
            office.add_closure(change, ClosureId(new_id(by.at)), **asdict(one))
        moved = redate_all(store, change, law)
    return Changes.of_calendar(), moved
