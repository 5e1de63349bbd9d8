"""The visit: set, moved, and what became of it."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from desktop.actions import closing, steps, visits
from desktop.actions.steps import do_step
from desktop.records.appointment import (
    HAPPENED,
    MOVED,
    AppointmentState,
    Companion,
    Company,
    standing_visit,
)
from desktop.records.request import Access, Outcome, Status
from desktop.records.steps import StepState, step_named
from desktop.store import cases
from tests.actions.refusals import events, refused
from tests.offices import TODAY

DUE = date(2026, 11, 19)
STATES = AppointmentState


@pytest.fixture
def request_id(office):
    return office.log().request


def visit(office, request, meet_on=date(2026, 10, 20), **override):
    how = {
        "meet_at": time(14, 30), "place": " Room 12 ", "sits_in": " Dana ", "interpreter": True,
    } | override  # fmt: skip
    return visits.set_visit(
        office.store, request, meet_on=meet_on, today=TODAY, by=office.sign(), **how
    )


def end(office, request, state, today=TODAY, **how):
    return visits.end_visit(
        office.store, request, state, law=office.law, today=today, by=office.sign(), **how
    )


def do(office, request, code, **how):
    do_step(office.store, request, code, law=office.law, today=TODAY, by=office.sign(), **how)


def read(office, request):
    return cases.case(office.store, request)


def state_of(office, request, code):
    return step_named(read(office, request).steps, code).state


# Setting and moving


def test_a_visit_is_kept_with_day_hour_place_and_who_sits_in(office, request_id):
    visit(office, request_id)
    (kept,) = read(office, request_id).appointments
    assert (kept.meet_on, kept.meet_at) == (date(2026, 10, 20), time(14, 30))
    assert (kept.place, kept.sits_in, kept.interpreter) == ("Room 12", "Dana", True)
    event = events(office.store, request_id)[-1]
    assert event.kind == "visit.set"
    assert event.facts == {"meet_on": "2026-10-20", "meet_at": "14:30", "after_due": False}


def test_who_comes_along_is_kept_and_the_journal_counts_them_without_a_name(office, request_id):
    company = Company(
        count=2, kinds=(Companion.ADVOCATE, Companion.INTERPRETER), words=" Rosa Pérez "
    )
    visit(office, request_id, company=company)
    (kept,) = read(office, request_id).appointments
    assert (kept.company.count, kept.company.kinds) == (2, company.kinds)
    assert kept.company.words == "Rosa Pérez"
    facts = events(office.store, request_id)[-1].facts
    assert facts["companions"] == 2
    assert "Pérez" not in str(facts)


@pytest.mark.parametrize("who", MOVED)
def test_a_moved_visit_keeps_the_day_that_was_offered_and_who_moved_it(office, request_id, who):
    visit(office, request_id)
    visit(office, request_id, date(2026, 10, 14), moved_by=who)
    found = read(office, request_id).appointments
    assert [(one.meet_on.day, one.state) for one in found] == [(14, STATES.SET), (20, who)]
    event = events(office.store, request_id)[-1]
    assert (event.kind, event.facts["moved_by"]) == ("visit.moved", who)


@pytest.mark.parametrize(
    ("meet_on", "late"),
    [(TODAY, False), (DUE, False), (DUE + timedelta(days=1), True)],
    ids=["today", "34 CFR 99.10(b): the last day", "the family chose a later day"],
)
def test_a_visit_after_the_legal_date_can_be_set_and_is_marked(office, request_id, meet_on, late):
    visit(office, request_id, meet_on)
    assert events(office.store, request_id)[-1].facts["after_due"] is late


@pytest.mark.parametrize(
    ("override", "code"),
    [
        ({"meet_on": TODAY - timedelta(days=1)}, "visit_past"),
        ({"place": "  "}, "visit_place"),
        ({"place": "under 123-45-6789"}, "nine_digits"),
        ({"company": Company(count=1, words="123-45-6789")}, "nine_digits"),
        ({"company": Company(count=1, kinds=tuple(Companion))}, "visit_company"),
        ({"company": Company(count=100)}, "visit_company"),
        ({"moved_by": None}, "visit_moved_by"),
        ({"moved_by": STATES.NOT_COME}, "visit_moved_by"),
    ],
)
def test_a_visit_that_cannot_be_is_refused_and_the_old_one_stands(
    office, request_id, override, code
):
    visit(office, request_id)
    with refused(office.store, code):
        visit(office, request_id, **({"moved_by": STATES.MOVED_BY_SCHOOL} | override))


def test_no_visit_is_set_on_a_closed_request(office, request_id):
    closing.close_request(
        office.store, request_id, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    with refused(office.store, "closed"):
        visit(office, request_id)


def test_copies_in_place_of_a_visit_call_it_off(office, request_id):
    visit(office, request_id)
    steps.give_by(
        office.store, request_id, Access.COPIES, reason="They live far away.",
        law=office.law, by=office.sign(),
    )  # fmt: skip
    assert [one.state for one in read(office, request_id).appointments] == [STATES.CANCELLED]


# What became of it


@pytest.fixture
def on_the_day(office, request_id):
    """A visit set for today, its step ticked, and every condition of a release met."""
    do(office, request_id, "identity", choice="photo_id")
    do(office, request_id, "authority", choice="parent_no_paper")
    office.review(request_id)
    visit(office, request_id, TODAY)
    do(office, request_id, "appointment")
    return request_id


UNSEEN = [state for state in STATES if state.needs_another]


@pytest.mark.parametrize("state", UNSEEN)
def test_what_is_not_seen_leads_back_to_setting_a_visit_and_ends_nothing(office, on_the_day, state):
    """34 CFR 99.10(b): only access ends the limit; a missed visit is no withdrawal."""
    before = read(office, on_the_day).request
    end(office, on_the_day, state, remains="The nurse's notes")
    case = read(office, on_the_day)
    assert state_of(office, on_the_day, "appointment") is StepState.OPEN
    assert state_of(office, on_the_day, "inspected") is StepState.OPEN
    assert standing_visit(case.appointments) is None
    assert case.request.status is Status.OPEN
    assert (case.request.due_on, case.request.dates_met) == (before.due_on, False)
    assert case.appointments[0].state is state
    assert events(office.store, on_the_day)[-1].kind == f"visit.{state}"


def test_what_remains_is_kept_where_part_was_seen_and_only_there(office, on_the_day):
    end(office, on_the_day, STATES.SAW_PART, remains=" The nurse's notes ")
    assert read(office, on_the_day).appointments[0].remains == "The nurse's notes"
    visit(office, on_the_day, TODAY)
    end(office, on_the_day, STATES.NOT_COME, remains="Nothing to say here")
    assert [one.remains for one in read(office, on_the_day).appointments] == [
        "The nurse's notes", ""]  # fmt: skip


def test_having_seen_all_ticks_the_step_in_the_same_change_and_meets_the_dates(office, on_the_day):
    end(office, on_the_day, STATES.SAW_ALL, release="inspected")
    case = read(office, on_the_day)
    assert state_of(office, on_the_day, "inspected") is StepState.DONE
    assert state_of(office, on_the_day, "appointment") is StepState.DONE
    assert case.request.dates_met
    kinds = [one.kind for one in events(office.store, on_the_day)]
    assert kinds[-2:] == ["visit.saw_all", "step.done"]


def test_having_seen_all_without_the_tick_leaves_the_step(office, on_the_day):
    end(office, on_the_day, STATES.SAW_ALL)
    assert state_of(office, on_the_day, "inspected") is StepState.OPEN
    assert read(office, on_the_day).appointments[0].state is STATES.SAW_ALL


def test_a_tick_that_a_condition_forbids_writes_nothing_of_the_visit(office, request_id):
    visit(office, request_id, TODAY)
    with refused(office.store, "gate"):
        end(office, request_id, STATES.SAW_ALL, release="inspected")


@pytest.mark.parametrize("state", HAPPENED)
def test_what_happens_on_the_day_cannot_be_said_before_it(office, request_id, state):
    visit(office, request_id, TODAY + timedelta(days=1))
    with refused(office.store, "visit_ahead"):
        end(office, request_id, state, remains="x")


@pytest.mark.parametrize("state", MOVED)
def test_a_visit_can_be_taken_back_before_its_day_without_a_new_one_yet(office, request_id, state):
    visit(office, request_id, TODAY + timedelta(days=1))
    end(office, request_id, state)
    assert [one.state for one in read(office, request_id).appointments] == [state]


def test_part_seen_needs_what_remains(office, on_the_day):
    with refused(office.store, "visit_remains"):
        end(office, on_the_day, STATES.SAW_PART, remains="  ")


def test_nothing_became_of_a_visit_that_is_not_set(office, request_id):
    with refused(office.store, "no_visit"):
        end(office, request_id, STATES.NOT_COME)
