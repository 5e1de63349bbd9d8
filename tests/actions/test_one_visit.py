"""One visit for all that one person asks to see: whom it takes in, and whom it never does."""

from __future__ import annotations

from datetime import date, time

import pytest

from desktop.actions import visits
from desktop.records.appointment import standing_visit
from desktop.records.request import Access, Right
from desktop.store import cases
from tests.actions.refusals import events, refused
from tests.offices import TODAY, a_party, a_student


@pytest.fixture
def log(office):
    """Requests of one mother about one child after the other."""
    mother, seen = a_party(name="Elena Alvarez"), []

    def logged(**override):
        asked = {
            "student": a_student(given=f"Child {len(seen)}"), "requester": mother,
            "requester_is_new": not seen,
        } | override  # fmt: skip
        seen.append(office.log(**asked).request)
        return seen[-1]

    return logged


def together(office, first, *also):
    return visits.set_visit(
        office.store, first, meet_on=date(2026, 10, 20), meet_at=time(9, 30), place="Room 12",
        sits_in="", interpreter=False, today=TODAY, by=office.sign(), also=also,
    )  # fmt: skip


def joinable(office, request):
    found = visits.may_join(office.store, cases.case(office.store, request), office.law)
    return [one.request.id for one in found]


def test_each_request_has_its_own_appointment_and_its_own_history(office, log):
    first, second, third = all_three = log(), log(), log()
    assert joinable(office, first) == [second, third]
    changes = together(office, first, second, third)
    assert changes.requests == {*all_three}
    found = (cases.case(office.store, one) for one in all_three)
    set_for = [standing_visit(one.appointments) for one in found]
    assert {(one.meet_on, one.meet_at, one.place) for one in set_for} == {
        (date(2026, 10, 20), time(9, 30), "Room 12")
    }
    assert len({one.id for one in set_for}) == 3
    assert {events(office.store, one)[-1].kind for one in all_three} == {"visit.set"}
    assert joinable(office, first) == []


@pytest.mark.parametrize(
    "other",
    [
        {"access": Access.COPIES},
        {"right": Right.AMEND},
        {"requester": a_party(name="Samir Haddad"), "requester_is_new": True},
    ],
)
def test_what_is_not_looked_at_or_asked_by_somebody_else_is_not_taken_in(office, log, other):
    first = log()
    log(**other)
    assert joinable(office, first) == []


def test_another_persons_request_is_refused_and_nothing_is_set(office, log):
    first, second = log(), log()
    stranger = log(requester=a_party(name="Samir Haddad"), requester_is_new=True)
    with refused(office.store, "visit_joined"):
        together(office, first, second, stranger)


def test_one_that_has_its_visit_already_keeps_it(office, log):
    first, second = log(), log()
    together(office, second)
    assert joinable(office, first) == []
    with refused(office.store, "visit_joined"):
        together(office, first, second)
