"""What of the calendar is kept: dates of open requests, appointments, meetings, 18th birthdays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time

import msgspec

from desktop.records.age import AGE_OF_RIGHTS_YEARS, turns_18_on
from desktop.records.ids import StudentId
from desktop.records.planner import PlanKind, Planned
from desktop.records.request import EventKind, Right
from desktop.records.student import listed_name
from desktop.store.own_days import calendar_entries
from desktop.store.store import Row, Store, places_for

_LINE = 'r.id, r.student_id, r.number, r."right", s.family, s.given, s.middle'
_OF = "from request r join student s on s.id = r.student_id"
_VISIT = (
    f"select {_LINE}, a.meet_on, a.meet_at, a.place {_OF} join appointment a on a.request_id = r.id"
    " where a.state in ('set', 'saw_all', 'saw_part')"
)


def planned_between(store: Store, first: date, last: date) -> list[Planned]:
    """All of it from ``first`` to ``last``, both included, in no order."""
    span: dict[str, object] = {"first": first.isoformat(), "last": last.isoformat()}
    return [
        *_due(store, span, first, last),
        *_visits(store, span),
        *_meetings(store, first, last),
        *_closures(store, first, last),
        *_birthdays(store, first, last),
    ]


def _due(store: Store, span: dict[str, object], first: date, last: date) -> Iterator[Planned]:
    rows = store.rows(
        f"select {_LINE}, r.work_by, r.due_on {_OF} where r.closed_on is null and r.dates_met = 0"
        " and (r.work_by between :first and :last or r.due_on between :first and :last)",
        span,
    )
    for row in rows:
        work_by, due_on = (date.fromisoformat(text) for text in row[7:9])
        if first <= work_by <= last:
            yield _of_request(row, PlanKind.DUE, work_by)
        if due_on != work_by and first <= due_on <= last:
            yield _of_request(row, PlanKind.LEGAL, due_on)


def _visits(store: Store, span: dict[str, object]) -> Iterator[Planned]:
    rows = store.rows(f"{_VISIT} and a.meet_on between :first and :last", span)
    return map(_visit, rows)


def visits_of(store: Store, students: Sequence[StudentId]) -> list[Planned]:
    """The appointments of these students that are set or were kept, the latest first."""
    rows = store.rows(
        f"{_VISIT} and r.student_id in ({places_for(students)})"
        " order by a.meet_on desc, a.meet_at desc, a.id desc",
        students,
    )
    return [_visit(row) for row in rows]


def _visit(row: Row) -> Planned:
    return replace(
        _of_request(row, PlanKind.VISIT, date.fromisoformat(row[7])),
        at=time.fromisoformat(row[8]),
        place=row[9],
    )


def _meetings(store: Store, first: date, last: date) -> Iterator[Planned]:
    rows = store.rows(
        f"select {_LINE}, r.events {_OF} where r.closed_on is null and r.events <> '{{}}'"
    )
    for row in rows:
        for kind, on in msgspec.json.decode(row[7], type=dict[str, date]).items():
            if first <= on <= last:
                yield _of_request(row, PlanKind.MEETING, on, meeting=EventKind(kind))


def _closures(store: Store, first: date, last: date) -> Iterator[Planned]:
    for one in calendar_entries(store):
        if one.kind == "closure" and one.from_on <= last and one.until_on >= first:
            yield Planned(
                kind=PlanKind.CLOSURE,
                on=one.from_on,
                until=one.until_on,
                title=one.title,
                closure=one.id,
            )


def _birthdays(store: Store, first: date, last: date) -> Iterator[Planned]:
    """34 CFR 99.5(a)(1): from the 18th birthday on the rights are the student's."""
    earliest = first.replace(year=first.year - AGE_OF_RIGHTS_YEARS, month=1, day=1)
    latest = last.replace(year=last.year - AGE_OF_RIGHTS_YEARS, month=12, day=31)
    rows = store.rows(
        "select id, family, given, middle, born_on from student"
        " where born_on between ? and ? and (enrollment = 'enrolled' or exists"
        " (select 1 from request r where r.student_id = student.id and r.closed_on is null))",
        (earliest.isoformat(), latest.isoformat()),
    )
    for id_, family, given, middle, born_on in rows:
        on = turns_18_on(date.fromisoformat(born_on))
        if first <= on <= last:
            name = listed_name(family, given, middle)
            yield Planned(kind=PlanKind.BIRTHDAY, on=on, until=on, student=id_, name=name)


def _of_request(row: Row, kind: PlanKind, on: date, *, meeting: EventKind | None = None) -> Planned:
    return Planned(
        kind=kind,
        on=on,
        until=on,
        request=row[0],
        student=row[1],
        number=row[2],
        right=Right(row[3]),
        name=listed_name(row[4], row[5], row[6]),
        meeting=meeting,
    )
