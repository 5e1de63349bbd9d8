"""Requests as far as figures go, and the audit trail: no name leaves this module."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime

from desktop.records.lateness import met_on
from desktop.records.report import Line
from desktop.records.request import Channel, Right
from desktop.store.store import Row, Store

MeetingSteps = Callable[[Right], Collection[str]]
"""The steps of a right with which what the law sets a day for is done."""

# On the day it was due, or today where that is still to come.
_PLACE_OPEN = (
    "exists (select 1 from source s where s.request_id = r.id and s.asked_on is not null"
    " and s.asked_on <= r.due_on and coalesce(s.answered_on, '9999') > r.due_on)"
)
_PRINCIPAL_OPEN = (
    "exists (select 1 from approval a where a.request_id = r.id"
    " and substr(a.asked_at, 1, 10) <= r.due_on"
    " and coalesce(substr(a.decided_at, 1, 10), '9999') > r.due_on)"
)


def lines(store: Store, first: date, until: date, meeting: MeetingSteps) -> list[Line]:
    """Every request received by ``until`` and not closed before ``first``.

    What was entered wrongly or twice is no request; what was destroyed since is not counted.
    """
    rows = store.rows(
        'select r."right", r.channel, r.received_on, substr(r.entered_at, 1, 10), r.due_on,'
        " r.dates_met, r.closed_on, r.owner_id is not null, r.waiting_for <> '',"
        f" {_PLACE_OPEN}, {_PRINCIPAL_OPEN}, r.late_reason,"
        " (select string_agg(t.code || '=' || t.done_on, ' ') from step t"
        "  where t.request_id = r.id and t.state = 'done' and t.done_on is not null)"
        " from request r where r.received_on <= :until"
        " and (r.closed_on is null or r.closed_on >= :first)"
        " and coalesce(r.outcome, '') not in ('entered_wrongly', 'merged')",
        {"first": first.isoformat(), "until": until.isoformat()},
    )
    return [_line(row, meeting) for row in rows]


def _line(row: Row, meeting: MeetingSteps) -> Line:
    right, closed = Right(row[0]), row[6]
    return Line(
        right=right,
        channel=Channel(row[1]),
        received_on=date.fromisoformat(row[2]),
        entered_on=date.fromisoformat(row[3]),
        due_on=date.fromisoformat(row[4]),
        met_on=_met_on(row[12], meeting(right), closed) if row[5] or closed else None,
        closed_on=date.fromisoformat(closed) if closed else None,
        owned=bool(row[7]),
        waits=bool(row[8]),
        place_open=bool(row[9]),
        principal_open=bool(row[10]),
        told=row[11],
    )


def _met_on(steps: str | None, meeting: Collection[str], closed: str | None) -> date | None:
    """When what the law sets a day for was done; ``steps`` are codes with their days."""
    done = (one.split("=") for one in (steps or "").split())
    days = ((code, date.fromisoformat(on)) for code, on in done)
    return met_on(days, meeting, date.fromisoformat(closed) if closed else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailRow:
    """One entry of the journal, its public part: number, moment, initials, kind, request."""

    seq: int
    at: datetime
    initials: str
    kind: str
    request: str


def trail(store: Store, first: date, last: date) -> list[TrailRow]:
    """The entries of a time, oldest first; days are those of UTC, as the journal keeps them."""
    rows = store.rows(
        "select e.seq, e.at, e.initials, e.kind, coalesce(r.number, '') from event e"
        " left join request r on r.id = e.request_id"
        " where substr(e.at, 1, 10) between ? and ? order by e.seq",
        (first.isoformat(), last.isoformat()),
    )
    return [
        TrailRow(
            seq=row[0],
            at=datetime.fromisoformat(row[1]),
            initials=row[2],
            kind=row[3],
            request=row[4],
        )
        for row in rows
    ]
