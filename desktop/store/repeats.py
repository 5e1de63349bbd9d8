"""Earlier requests that the one being logged may repeat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.records.ids import PartyId, RequestId, StudentId
from desktop.records.request import Right, Status
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """An earlier request that the one being logged may repeat."""

    id: RequestId
    number: str
    right: Right
    received_on: date
    status: Status
    due_on: date
    same_requester: bool


def likely_repeats(
    store: Store,
    *,
    student: StudentId,
    requester: PartyId | None,
    right: Right,
    kindred: Right | None = None,
    since: date,
) -> list[Repeat]:
    """Requests about the same student and right, still open or received since ``since``.

    The same requester's come first, with what they have open under a ``kindred`` right; another
    parent's are listed so that they can be linked.
    """
    rows = store.rows(
        'select id, number, "right", received_on, status, due_on, requester_id = :requester'
        " from request where student_id = :student"
        ' and ("right" = :right or'
        ' ("right" = :kindred and requester_id = :requester and closed_on is null))'
        " and (closed_on is null or received_on >= :since) and coalesce(outcome, '') <> 'merged'"
        " order by 7 desc, received_on desc, id desc",
        {
            "student": student,
            "requester": requester or 0,
            "right": right,
            "kindred": kindred or "",
            "since": since.isoformat(),
        },
    )
    return [
        Repeat(
            id=row[0],
            number=row[1],
            right=Right(row[2]),
            received_on=date.fromisoformat(row[3]),
            status=Status(row[4]),
            due_on=date.fromisoformat(row[5]),
            same_requester=bool(row[6]),
        )
        for row in rows
    ]
