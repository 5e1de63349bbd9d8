"""Holds on records: put on, kept on, taken off, and listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.records.hold import Hold, KeepReason
from desktop.records.ids import RequestId, StudentId
from desktop.records.request import Right
from desktop.records.student import listed_name
from desktop.store.matching import match_of
from desktop.store.store import Change, Row, Store, in_order, places_for

_HOLD = (
    "h.request_id, h.student_id, h.from_on, h.keep_reason, h.released_on, h.released_by from hold h"
)


def save_hold(change: Change, hold: Hold) -> None:
    """Write the hold of a request, new or changed."""
    change.execute(
        "insert into hold (request_id, student_id, from_on, keep_reason, released_on, released_by)"
        " values (?, ?, ?, ?, ?, ?)"
        " on conflict (request_id) do update set from_on = excluded.from_on,"
        " keep_reason = excluded.keep_reason, released_on = excluded.released_on,"
        " released_by = excluded.released_by",
        (
            hold.request,
            hold.student,
            hold.from_on.isoformat(),
            hold.keep_reason,
            hold.released_on and hold.released_on.isoformat(),
            hold.released_by,
        ),
    )


def hold_of(store: Store, request: RequestId) -> Hold | None:
    """The hold one request put on, live or not; None when it put on none."""
    rows = store.rows(f"select {_HOLD} where h.request_id = ?", (request,))
    return _hold(rows[0]) if rows else None


def live_holds(store: Store, student: StudentId) -> list[Hold]:
    """The live holds on one student's records, the oldest first."""
    sql = f"select {_HOLD} where h.student_id = ? and h.released_on is null"
    rows = store.rows(f"{sql} order by h.from_on, h.request_id", (student,))
    return [_hold(row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRow:
    """One line of the list of holds.

    ``closed_on`` is set where the hold outlived its request, ``released_on`` where it came off.
    """

    id: RequestId
    student: StudentId
    name: str
    local_number: str
    number: str
    right: Right
    from_on: date
    keep_reason: KeepReason
    closed_on: date | None
    released_on: date | None = None


def hold_ids(store: Store, text: str = "") -> list[RequestId]:
    """The requests with a live hold whose number, student or asker fits ``text``.

    Those left on after their request was closed come first, then the oldest.
    """
    match = match_of(text)
    where = (
        " and h.request_id in (select rowid from request_search where request_search match :match)"
        if match
        else ""
    )
    rows = store.rows(
        f"select h.request_id from hold h where h.released_on is null{where}"
        " order by h.keep_reason = '', h.from_on, h.request_id",
        {"match": match} if match else {},
    )
    return [row[0] for row in rows]


_ROW = (
    "select h.request_id, h.student_id, s.family, s.given, s.middle, s.local_number, r.number,"
    ' r."right", h.from_on, h.keep_reason, r.closed_on, h.released_on from hold h'
    " join request r on r.id = h.request_id join student s on s.id = h.student_id"
)


def holds_between(store: Store, first: date, last: date) -> list[HoldRow]:
    """Every hold that is on for a day of this time, by the student's name.

    One that came off on a day was on until then, and so is on for that day.
    """
    rows = store.rows(
        f"{_ROW} where h.from_on <= ? and (h.released_on is null or h.released_on >= ?)"
        " order by s.sorted_as, h.from_on, h.request_id",
        (last.isoformat(), first.isoformat()),
    )
    return [_row(row) for row in rows]


def hold_rows(store: Store, ids: Sequence[RequestId]) -> list[HoldRow]:
    """The lines for ``ids``, in the same order; a hold taken off meanwhile is left out."""
    rows = store.rows(
        f"{_ROW} where h.released_on is null and h.request_id in ({places_for(ids)})",
        ids,
    )
    return in_order(ids, [_row(row) for row in rows])


def _row(row: Row) -> HoldRow:
    return HoldRow(
        id=row[0],
        student=row[1],
        name=listed_name(row[2], row[3], row[4]),
        local_number=row[5],
        number=row[6],
        right=Right(row[7]),
        from_on=date.fromisoformat(row[8]),
        keep_reason=KeepReason(row[9]),
        closed_on=row[10] and date.fromisoformat(row[10]),
        released_on=row[11] and date.fromisoformat(row[11]),
    )


def _hold(row: Row) -> Hold:
    return Hold(
        request=row[0],
        student=row[1],
        from_on=date.fromisoformat(row[2]),
        keep_reason=KeepReason(row[3]),
        released_on=row[4] and date.fromisoformat(row[4]),
        released_by=row[5],
    )
