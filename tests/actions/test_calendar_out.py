"""The office's dates as an .ics: read back, stable, and without the name of any family."""

from __future__ import annotations

from datetime import date, time

import pytest
from icalendar import Calendar

from desktop.actions import visits
from desktop.actions.calendar_out import save_calendar
from desktop.actions.days import set_event
from desktop.records.request import EventKind
from tests.actions.refusals import last_event
from tests.offices import TODAY, a_party, a_student, the_wording

LAST = date(2027, 6, 30)


def saved(office, tmp_path):
    path = tmp_path / "office.ics"
    made = save_calendar(
        office.store, path, first=TODAY, last=LAST, wording=the_wording(), by=office.sign()
    )
    return made, path.read_bytes()


def meet(office, request, place):
    visits.set_visit(
        office.store, request, meet_on=date(2026, 10, 20), meet_at=time(9, 30), place=place,
        sits_in="Ms. Ito", interpreter=False, today=TODAY, by=office.sign(),
    )  # fmt: skip


def entries(body):
    return {str(one["uid"]): one for one in Calendar.from_ical(body).walk("VEVENT")}


@pytest.fixture
def request_(office):
    request = office.log(
        student=a_student(given="Xanthippe", family="Quill", preferred="Zippy"),
        requester=a_party(name="Zeb Quill"), words="About Xanthippe.",
    ).request  # fmt: skip
    set_event(
        office.store, request, kind=EventKind.IEP_MEETING, on=date(2026, 11, 5), law=office.law,
        by=office.sign(),
    )  # fmt: skip
    return request


def test_due_dates_appointments_and_meetings_leave_by_the_number_alone(office, request_, tmp_path):
    meet(office, request_, "Room 12")
    made, body = saved(office, tmp_path)
    found = entries(body)
    assert made.count == len(found) == 3
    visit = found["2026-0001-visit-2026-10-20@records-desk"]
    assert visit.decoded("dtstart").astimezone().time() == time(9, 30)
    assert str(visit["location"]) == "Room 12"
    assert found["2026-0001-iep_meeting@records-desk"].decoded("dtstart") == date(2026, 11, 5)
    assert str(found["2026-0001-due@records-desk"]["summary"]) == "Finish request 2026-0001"
    assert not [one for one in (b"Xanthippe", b"Quill", b"Zippy", b"Ito") if one in body]


@pytest.mark.parametrize("place", ["Room of Zippy", "Quill's classroom", "With XANTHIPPE"])
def test_a_place_with_the_childs_name_in_it_stays_here(office, request_, tmp_path, place):
    meet(office, request_, place)
    _, body = saved(office, tmp_path)
    assert b"LOCATION" not in body


def test_lines_end_as_the_format_wants_and_the_same_dates_give_the_same_file(
    office, request_, tmp_path
):
    _, body = saved(office, tmp_path)
    assert body.count(b"\n") == body.count(b"\r\n")
    assert saved(office, tmp_path)[1] == body


def test_the_journal_keeps_count_and_hash_and_names_nobody(office, request_, tmp_path):
    saved(office, tmp_path)
    kind, facts = last_event(office.store)
    assert kind == "calendar.exported"
    assert '"count":2' in facts
    assert "Quill" not in facts
