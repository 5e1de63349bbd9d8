"""A mother comes once for both children: the visit's form offers it, and warns by the number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.records.appointment import standing_visit
from desktop.records.steps import StepState, step_named
from desktop.screens.request_visit import VisitDialog
from desktop.store import cases
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student
from tests.screens.request_pages import CTRL, KEYS, SHIFT, Opened


@pytest.fixture
def both(office):
    """Ben's was asked for a month ago and is due first."""
    mother = a_party(name="Elena Alvarez")
    mia = office.log(requester=mother).request
    ben = office.log(
        student=a_student(given="Ben"), requester=mother, requester_is_new=False,
        received_on=TODAY - timedelta(days=30),
    ).request  # fmt: skip
    return mia, ben


@pytest.fixture
def opened(qtbot, office, both):
    return Opened(qtbot, a_desk(office, TODAY), both[0])


def dialog(opened):
    opened.press(KEYS.Key_V, CTRL | SHIFT)
    return opened.dialog(VisitDialog)


def test_one_visit_is_set_for_both_and_both_steps_are_ticked(office, both, opened):
    form = dialog(opened)
    assert form.together_says.text() == "2026-0002 (Ben Alvarez), due Tue Oct 20"
    form.together.setChecked(True)
    form.meet_on.set_value(date(2026, 10, 16))
    form.place.setText("Room 12")
    opened.done()
    found = [cases.case(office.store, one) for one in both]
    assert {standing_visit(one.appointments).meet_on for one in found} == {date(2026, 10, 16)}
    assert {step_named(one.steps, "appointment").state for one in found} == {StepState.DONE}


def test_a_day_too_late_for_the_other_is_said_by_its_number(both, opened):
    form = dialog(opened)
    form.meet_on.set_value(date(2026, 10, 27))
    assert not form.day_message.isVisible()
    form.together.setChecked(True)
    assert form.day_message.text().startswith("2026-0002: That is after the legal date")


def test_left_unticked_only_this_ones_visit_is_set(office, both, opened):
    form = dialog(opened)
    form.meet_on.set_value(date(2026, 10, 16))
    form.place.setText("Room 12")
    opened.done()
    mia, ben = (cases.case(office.store, one) for one in both)
    assert standing_visit(mia.appointments)
    assert standing_visit(ben.appointments) is None


def test_where_nothing_else_is_asked_nothing_is_offered(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), office.log().request)
    form = dialog(opened)
    assert not form.together.isVisible()
    assert not form.together_says.isVisible()
