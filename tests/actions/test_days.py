"""The office's calendar and meetings: what is entered moves the dates, and what moved is listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.actions import closing, days
from desktop.actions.changes import Kind
from desktop.actions.office import save_school
from desktop.records.calendar import Why
from desktop.records.ids import ClosureId, PartyId
from desktop.records.request import EventKind, Outcome
from desktop.store import cases
from desktop.store.journal import Event
from desktop.store.own_days import calendar_entries
from tests.actions.refusals import events, last_event, refused, unchanged
from tests.offices import TODAY, a_party, a_school, a_student, an_office

DUE = date(2026, 11, 19)  # a Thursday, 45 days after the 5th of October


@pytest.fixture
def california(tmp_path):
    """Five business days (Cal. Educ. Code 49069.7) drive, so that holidays count."""
    made = an_office(tmp_path / "ca", state="CA")
    yield made
    made.store.close()


def add(office, from_on, until_on=None, title="Storm", kind="closure"):
    return days.add_entry(
        office.store, from_on=from_on, until_on=until_on or from_on, title=title, kind=kind,
        law=office.law, by=office.sign(),
    )  # fmt: skip


def take_back(office, place=0):
    entry = calendar_entries(office.store)[place]
    return days.remove_entry(office.store, entry.id, law=office.law, by=office.sign())


def set_event(office, request, kind, on):
    return days.set_event(office.store, request, kind=kind, on=on, law=office.law, by=office.sign())


def read(office, request):
    return cases.case(office.store, request).request


def another(office, place, **override):
    return office.log(
        student=a_student(id=place), requester=a_party(id=PartyId(place)), **override
    ).request


# Closures and holidays


def test_a_closure_moves_the_work_by_date_and_never_the_federal_one(office):
    request = office.log().request
    changes, moved = add(office, DUE - timedelta(days=1), DUE)
    after = read(office, request)
    assert (after.due_on, after.work_by) == (DUE, date(2026, 11, 17))
    assert [(one.request, one.due_before, one.due_now) for one in moved] == [(request, DUE, DUE)]
    assert (moved[0].work_by_before, moved[0].work_by_now) == (DUE, after.work_by)
    assert Kind.CALENDAR in changes.kinds


def test_every_open_request_that_moved_is_listed_and_told_in_its_history(california):
    office = california
    first, second = office.log().request, another(office, 11, received_on=date(2026, 9, 28))
    closed = another(office, 12)
    closing.close_request(
        office.store, closed, Outcome.WITHDRAWN, note="Called.", law=office.law,
        today=TODAY, by=office.sign(),
    )  # fmt: skip
    _, moved = add(office, date(2026, 10, 8), title="Founders' day", kind="holiday")
    # Received on 28 September, the second was due on the 5th already.
    assert [(one.request, one.number) for one in moved] == [(first, "2026-0001")]
    assert moved[0].due_now == moved[0].due_before + timedelta(days=1)
    assert read(office, closed).due_on < read(office, first).due_on
    assert events(office.store, first)[-1].kind == "dates.recomputed"
    assert events(office.store, second)[-1].kind == "hold.placed"


def test_an_entry_taken_back_moves_the_dates_back(california):
    request = california.log().request
    before = cases.case(california.store, request)
    add(california, date(2026, 10, 8), kind="holiday")
    assert read(california, request).due_on > before.request.due_on
    _, moved = take_back(california)
    assert [one.due_now for one in moved] == [before.request.due_on]
    assert cases.case(california.store, request) == before
    assert calendar_entries(california.store) == []
    assert last_event(california.store)[0] == "calendar.removed"


def test_a_holiday_that_is_not_kept_here_counts_as_a_day(california):
    request = california.log(received_on=date(2026, 10, 30), today=date(2026, 10, 30)).request
    before = read(california, request).due_on
    add(california, date(2026, 11, 3), date(2026, 11, 11), "We work", kind="not_holiday")
    calendar = days.office_calendar(california.store)
    assert calendar.not_office(date(2026, 11, 11)) is None
    assert read(california, request).due_on <= before


def test_the_calendar_knows_holidays_weekends_and_closed_days(office):
    add(office, date(2026, 11, 23), date(2026, 11, 25), "Fall break")
    add(office, date(2026, 12, 1), title="Founders' day", kind="holiday")
    calendar = days.office_calendar(office.store)
    found = {
        on: calendar.not_office(on)
        for on in (
            date(2026, 11, 22), date(2026, 11, 25), date(2026, 11, 26), date(2026, 12, 1),
            date(2026, 12, 2),
        )
    }  # fmt: skip
    assert [one and (one.why, one.title) for one in found.values()] == [
        (Why.WEEKEND, ""),
        (Why.CLOSURE, "Fall break"),
        (Why.HOLIDAY, "Thanksgiving Day"),
        (Why.HOLIDAY, "Founders' day"),
        None,
    ]


def test_days_far_away_move_nothing(office):
    request = office.log().request
    _, moved = add(office, date(2027, 6, 1))
    assert moved == ()
    kinds = [one.kind for one in events(office.store, request)]
    assert kinds == ["request.logged", "hold.placed"]


@pytest.mark.parametrize(
    ("from_on", "until_on", "title", "code"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), "Storm", "entry_order"),
        (date(2026, 11, 2), date(2026, 11, 2), "  ", "entry_title"),
    ],
)
def test_days_that_cannot_be_are_refused(office, from_on, until_on, title, code):
    office.log()
    with refused(office.store, code):
        add(office, from_on, until_on, title)


def test_a_holiday_without_an_end_is_refused_and_leaves_no_trace(california):
    california.log()
    with refused(california.store, "calendar_closed"):
        add(california, date(2026, 10, 6), date(2056, 10, 6), kind="holiday")


def test_before_the_school_is_set_up_no_date_is_worked_out(office):
    with office.store.change(None, by=office.sign()) as change:
        change.execute("delete from school")
        change.also(Event(kind="note.added"))
    with refused(office.store, "no_school"):
        days.school_page(office.store)


def test_the_schools_new_office_days_move_the_work_by_dates(office):
    request = office.log().request
    school = replace(a_school(), office_days=frozenset({1, 2, 3}))
    _, moved = save_school(office.store, school, law=office.law, by=office.sign())
    assert read(office, request).work_by == date(2026, 11, 18)
    assert [one.request for one in moved] == [request]


# Meetings and hearings


MEETINGS = {
    "34 CFR 300.613(a): before the IEP meeting": EventKind.IEP_MEETING,
    "34 CFR 300.613(a): before the hearing": EventKind.HEARING,
    "34 CFR 300.613(a): before the resolution session": EventKind.RESOLUTION_SESSION,
}


@pytest.mark.parametrize("why", MEETINGS)
def test_a_meeting_set_moved_and_taken_away_moves_the_date_each_time(office, why):
    kind = MEETINGS[why]
    request = office.log(special_education=True).request
    due = []
    for on in (date(2026, 10, 20), date(2026, 10, 27), None):
        set_event(office, request, kind, on)
        due.append(read(office, request).due_on)
    assert due == [date(2026, 10, 19), date(2026, 10, 26), DUE]
    kinds = [one.kind for one in events(office.store, request)]
    assert kinds[2:] == ["dates.event_set", "dates.event_set", "dates.event_removed"]
    facts = events(office.store, request)[-2].facts
    assert (facts["before_on"], facts["now_on"]) == ("2026-10-20", "2026-10-27")
    assert (facts["due_before_on"], facts["due_now_on"]) == ("2026-10-19", "2026-10-26")


def test_a_student_with_an_iep_meeting_is_in_special_education(office):
    request = office.log().request
    set_event(office, request, EventKind.IEP_MEETING, date(2026, 10, 20))
    assert read(office, request).special_education
    assert read(office, request).due_on == date(2026, 10, 19)


def test_a_meeting_that_is_not_there_cannot_be_taken_away(office):
    request = office.log().request
    with unchanged(office.store):
        set_event(office, request, EventKind.IEP_MEETING, None)


def test_a_meeting_before_the_receipt_is_refused(office):
    request = office.log().request
    with refused(office.store, "event_before"):
        set_event(office, request, EventKind.HEARING, TODAY - timedelta(days=1))


def test_the_meeting_of_a_closed_request_stays(office):
    request = office.log().request
    closing.close_request(
        office.store, request, Outcome.WITHDRAWN, note="Called.", law=office.law,
        today=TODAY, by=office.sign(),
    )  # fmt: skip
    with refused(office.store, "closed"):
        set_event(office, request, EventKind.HEARING, date(2026, 10, 20))


def test_an_entry_that_is_gone_already_is_not_taken_back_again(office):
    with unchanged(office.store):
        days.remove_entry(office.store, ClosureId(7), law=office.law, by=office.sign())
