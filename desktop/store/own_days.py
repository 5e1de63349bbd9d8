"""The days an office entered into its calendar by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.records.ids import ClosureId
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """Days the office entered by hand; ``kind`` as in ``store.office.add_closure``."""

    id: ClosureId
    from_on: date
    until_on: date
    title: str
    kind: str


def calendar_entries(store: Store) -> list[CalendarEntry]:
    """The office's own calendar entries, earliest first."""
    rows = store.rows("select id, from_on, until_on, title, kind from closure order by from_on, id")
    return [
        CalendarEntry(
            id=row[0],
            from_on=date.fromisoformat(row[1]),
            until_on=date.fromisoformat(row[2]),
            title=row[3],
            kind=row[4],
        )
        for row in rows
    ]
