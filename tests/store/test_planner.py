"""What the calendar reads: dates of open requests, visits, meetings, closures, 18th birthdays."""

from __future__ import annotations

from datetime import date, time, timedelta

from desktop.actions import days, visits
from desktop.records.appointment import AppointmentState
from desktop.records.planner import PlanKind
from desktop.store.planner import planned_between
from tests.actions.test_retention import closed
from tests.offices import TODAY, a_party, a_student

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


def found(office, kind, first=FIRST, last=LAST):
    return [one for one in planned_between(office.store, first, last) if one.kind is kind]


def test_an_open_request_stands_on_its_work_by_date_and_a_closed_one_nowhere(office):
    office.log()
    closed(office, student=a_student(), requester=a_party())
    (due,) = found(office, PlanKind.DUE)
    assert (due.on, due.number, due.name) == (date(2026, 11, 19), "2026-0001", "Alvarez, Mia")
    assert found(office, PlanKind.LEGAL) == []


def test_a_legal_date_on_a_closed_day_stands_there_too(office):
    office.log()
    days.add_entry(
        office.store, from_on=date(2026, 11, 19), until_on=date(2026, 11, 20), title="Break",
        kind="closure", law=office.law, by=office.sign(),
    )  # fmt: skip
    assert [one.on for one in found(office, PlanKind.LEGAL)] == [date(2026, 11, 19)]
    assert [one.on for one in found(office, PlanKind.DUE)] == [date(2026, 11, 18)]
    (closure,) = found(office, PlanKind.CLOSURE)
    assert (closure.title, closure.until) == ("Break", date(2026, 11, 20))


def test_a_visit_has_its_hour_and_one_that_was_moved_is_gone(office):
    request = office.log().request
    for day, moved_by in ((20, None), (21, AppointmentState.MOVED_BY_FAMILY)):
        visits.set_visit(
            office.store, request, meet_on=date(2026, 10, day), meet_at=time(9, 30),
            place="Room 12", sits_in="", interpreter=False, today=TODAY,
            moved_by=moved_by, by=office.sign(),
        )  # fmt: skip
    (visit,) = found(office, PlanKind.VISIT)
    assert (visit.on, visit.at, visit.place) == (date(2026, 10, 21), time(9, 30), "Room 12")


def test_an_18th_birthday_stands_on_its_day_and_that_of_february_29_on_the_28th(office):
    office.log(student=a_student(born_on=date(2008, 12, 24)))
    office.log(
        student=a_student(given="Leap", born_on=date(2008, 2, 29)), requester=a_party(),
    )  # fmt: skip
    assert [one.on for one in found(office, PlanKind.BIRTHDAY)] == [date(2026, 12, 24)]
    early = found(office, PlanKind.BIRTHDAY, date(2026, 2, 1), date(2026, 2, 28))
    assert [(one.on, one.name) for one in early] == [(date(2026, 2, 28), "Alvarez, Leap")]


def test_only_what_falls_in_the_span_is_read(office):
    office.log()
    assert planned_between(office.store, LAST, LAST + timedelta(days=31)) == []
