"""A correction refused, a hearing asked for: from the call to both closed files, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.records.ids import RequestId
from desktop.records.person import Role
from desktop.records.request import Channel, EventKind, Outcome, Status
from desktop.records.steps import StepState
from desktop.screens.desk import Desk
from desktop.screens.intake import IntakeDialog
from desktop.screens.request_close import CloseDialog
from desktop.store import cases
from desktop.store.journal import Event
from desktop.store.office import set_person
from tests.desks import a_desk
from tests.offices import TODAY
from tests.screens.intakes import Clerk, a_family
from tests.screens.request_pages import CTRL, KEYS, Opened


@pytest.fixture
def desk(office) -> Desk:
    """A small office, whose one person is also the principal."""
    a_family(office)
    with office.store.change(Event(kind="person.changed"), by=office.sign()) as change:
        set_person(change, replace(office.opened.person, role=Role.PRINCIPAL))
    return a_desk(office, TODAY)


def an_intake(qtbot, desk, **given) -> IntakeDialog:
    dialog = IntakeDialog(desk, **given)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def log_the_correction(qtbot, desk) -> RequestId:
    """The mother calls: Mia was counted as absent on the day of the field trip."""
    dialog = an_intake(qtbot, desk)
    clerk = Clerk().types("mia").enter().types("1")
    assert QApplication.focusWidget() is dialog.details.right
    clerk.types("correct").alt("o").types("Absent on the field trip day.").log()
    with qtbot.waitSignal(dialog.request_wanted) as caught:
        clerk.alt("o")
    return caught.args[0]


def choose(opened: Opened, number: str) -> None:
    """Take the way with this number; the step is done with it."""
    opened.type(number)
    opened.done()


def fill(opened: Opened, *values: str) -> None:
    """Type into one field after the other and do the step."""
    for place, value in enumerate(values):
        if place:
            opened.press(KEYS.Key_Tab)
        opened.type(value)
    opened.done()


def refuse_it(opened: Opened) -> None:
    """Every step up to the letter that tells the right to a hearing."""
    opened.press(KEYS.Key_J, CTRL)
    opened.done()  # the receipt
    opened.done()  # confirmed in writing
    choose(opened, "1")  # known in person
    choose(opened, "1")  # a parent; no paper limits her
    fill(opened, "Attendance of Sept. 30", "Mia was on the trip.", "Present.", "1")
    choose(opened, "1")  # a fact that can be checked
    fill(opened, "1", "The sign-in sheet lacks her name.")
    choose(opened, "2")  # leave the record as it is: not without a sentence
    assert opened.focus() is opened.page.steps.panel.note
    fill(opened, "The sheet is clear.")
    assert opened.page.steps.panel.approval.isVisible()
    choose(opened, "1")  # the principal agrees: not without a sentence either
    fill(opened, "I read the sheet too.")
    opened.done()  # told the decision and the right to a hearing


def close_and_go_on(qtbot, opened: Opened) -> object:
    """Close it as refused and press the button for the hearing."""
    opened.press(KEYS.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = opened.dialog(CloseDialog)
    opened.type("2")
    (button,) = dialog.follow_buttons()
    for _ in range(6):
        if opened.focus() is button:
            break
        opened.press(KEYS.Key_Tab)
    with qtbot.waitSignal(opened.page.intake_wanted) as caught:
        opened.press(KEYS.Key_Space)
    return caught.args[0]


def log_the_hearing(qtbot, desk, linked) -> RequestId:
    dialog = an_intake(qtbot, desk, linked=linked)
    clerk = Clerk().alt("o").types("She wants a hearing.").log()
    with qtbot.waitSignal(dialog.request_wanted) as caught:
        clerk.alt("o")
    return caught.args[0]


def hold_it(opened: Opened) -> None:
    opened.press(KEYS.Key_J, CTRL)
    opened.done()  # the receipt
    choose(opened, "1")  # known in person
    choose(opened, "1")  # a parent; no paper limits her
    fill(opened, "1", "Attendance of Sept. 30", "Mia was on the trip.")
    fill(opened, "Dana Whitfield", "2")
    fill(opened, "10/14", "2:30", "Room 12")
    fill(opened, "10/6")  # the notice
    fill(opened, "1", "The mother, with a friend.")
    fill(opened, "2", "The sheet, the bus list.", "The bus list names another Mia.", "10/20")
    opened.done()  # told the decision and the right to a statement


def close_it(opened: Opened) -> None:
    opened.page.next_button.setFocus()
    opened.press(KEYS.Key_Return)
    opened.dialog(CloseDialog)
    choose(opened, "2")  # the record stays; the right to a statement was told


def test_a_refused_correction_and_its_hearing_are_worked_by_keyboard_alone(qtbot, desk):
    amend = log_the_correction(qtbot, desk)
    page = Opened(qtbot, desk, amend)
    refuse_it(page)
    linked = close_and_go_on(qtbot, page)
    hearing = log_the_hearing(qtbot, desk, linked)
    opened = Opened(qtbot, desk, hearing)
    hold_it(opened)
    close_it(opened)

    first, second = cases.case(desk.store, amend), cases.case(desk.store, hearing)
    assert (first.request.status, first.request.outcome) == (Status.CLOSED, Outcome.REFUSED)
    assert {step.state for step in first.steps} == {StepState.DONE}
    assert "change" not in {step.code for step in first.steps}
    assert first.details["record"] == "Attendance of Sept. 30"
    assert first.details["checked"] == "The sign-in sheet lacks her name."
    assert (second.request.status, second.request.outcome) == (Status.CLOSED, Outcome.REFUSED)
    assert second.related == (amend,)
    assert second.requester.id == first.requester.id
    assert second.request.channel is Channel.PHONE
    assert second.request.events == {EventKind.AMENDMENT_HEARING: date(2026, 10, 14)}
    assert (second.details["hearing_at"], second.details["hearing_place"]) == ("14:30", "Room 12")
    follow = [button.text() for button in opened.page.state.follow_buttons()]
    assert follow == ["The family places a statement"]
