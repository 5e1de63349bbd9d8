"""A correction refused, a hearing asked for: from the call to both closed files, by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.records.ids import RequestId
from desktop.records.request import Channel, EventKind, Outcome, Right, Status
from desktop.records.rights import Choice, Field, FieldKind, OutcomeRule, StepRule
from desktop.records.steps import StepState
from desktop.screens.desk import Desk
from desktop.screens.intake import IntakeDialog
from desktop.screens.request_close import CloseDialog
from desktop.store import cases
from tests.desks import a_desk
from tests.offices import TODAY, the_law
from tests.rights import a_right, law_of_rights
from tests.screens.intakes import Clerk, a_family
from tests.screens.request_pages import CTRL, KEYS, Opened

# The hearing of 34 CFR 99.22 in three steps: told ahead, held, decided in writing.
HEARING = a_right(
    Right.HEARING,
    title="Have a hearing",
    step=(
        StepRule(
            id="notice", title="Tell day, hour and place", says="Ahead.", moment="amendment",
            field=(
                Field(id="officer", title="Who holds it", kind=FieldKind.LINE),
                Field(id="held_on", title="Day", kind=FieldKind.DATE,
                      event=EventKind.AMENDMENT_HEARING),
                Field(id="held_at", title="Hour", kind=FieldKind.TIME),
            ),
        ),
        StepRule(id="held", title="Hold the hearing", says="Fairly.", moment="amendment"),
        StepRule(
            id="written", title="Decide in writing", says="From the evidence.",
            moment="amendment", approval=True,
            choice=(Choice(id="stays", title="The record stays",
                           says="Tell the right to a statement."),),
        ),
    ),
    outcome=(OutcomeRule(id=Outcome.REFUSED, title="The record stays", needs=("written",)),),
)  # fmt: skip


@pytest.fixture
def desk(office) -> Desk:
    a_family(office)
    made = a_desk(office, TODAY)
    law = law_of_rights(*the_law().rights.by_id.values(), HEARING)
    made.law_of = lambda _: law
    return made


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


def refuse_it(opened: Opened) -> None:
    """Every step up to the letter that tells the right to a hearing."""
    opened.press(KEYS.Key_J, CTRL)
    opened.done()  # the receipt
    opened.type("1")  # known in person
    opened.done()
    opened.type("1")  # a parent; no paper limits her
    opened.done()
    opened.type("Attendance of Sept. 30")
    opened.press(KEYS.Key_Tab)
    opened.type("Mia was on the trip.")
    opened.press(KEYS.Key_Tab)
    opened.press(KEYS.Key_Tab)
    opened.type("1")  # inaccurate
    opened.done()
    opened.type("1")  # a fact that can be checked
    opened.done()
    opened.type("The sign-in sheet lacks her name.")
    opened.done()
    opened.type("2")  # leave the record as it is: refused without a sentence
    opened.done()
    assert opened.focus() is opened.page.steps.panel.note
    opened.type("The sheet is clear.")
    opened.done()
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
    opened.type("Dana Whitfield")
    opened.press(KEYS.Key_Tab)
    opened.type("10/14")
    opened.press(KEYS.Key_Tab)
    opened.type("2:30")
    opened.done()
    opened.done()  # held
    opened.type("1")  # the record stays
    opened.done()


def close_it(opened: Opened) -> None:
    opened.page.next_button.setFocus()
    opened.press(KEYS.Key_Return)
    opened.dialog(CloseDialog)
    opened.type("1")
    opened.done()


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
    assert second.details["held_at"] == "14:30"
