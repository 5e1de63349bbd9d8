"""One request to see the records, from the receipt to the closed file, without a mouse."""

from __future__ import annotations

import pytest

from desktop.actions.letter_drafting import draft_letter
from desktop.actions.letter_finishing import finish_letter
from desktop.actions.letter_leaving import mark_sent
from desktop.actions.steps import do_step
from desktop.records.case import SourceState
from desktop.records.request import Outcome, Right, Status, Waiting
from desktop.records.steps import StepState
from desktop.screens.request_close import CloseDialog
from desktop.screens.request_reason import ReasonDialog
from desktop.screens.request_visit import VisitDialog
from tests.desks import a_desk
from tests.offices import TODAY
from tests.screens.request_pages import CTRL, KEYS, SHIFT, Opened


@pytest.fixture
def opened(qtbot, office):
    return Opened(qtbot, a_desk(office, TODAY), office.log().request)


def search_everywhere(opened):
    """Twelve pages in the first place, nothing in all others."""
    opened.page.next_button.setFocus()
    opened.press(KEYS.Key_Return)
    opened.type("12")
    opened.press(KEYS.Key_Return)
    for _ in range(len(opened.case.sources) - 1):
        opened.press(KEYS.Key_N)


def set_the_visit(opened):
    opened.page.next_button.setFocus()
    opened.press(KEYS.Key_Return)
    dialog = opened.dialog(VisitDialog)
    opened.type("10/20/2026")
    opened.press(KEYS.Key_Tab)
    dialog.meet_at.selectAll()
    opened.type("2:30")
    opened.press(KEYS.Key_Tab)
    opened.type("Room 12")
    opened.done()


def test_a_whole_inspection_is_worked_by_keyboard_alone(opened):
    opened.press(KEYS.Key_Return)  # the one primary button: draft the receipt
    assert opened.wanted == [(opened.request, "receipt")]
    opened.done()
    opened.done()  # the acknowledgement
    opened.type("3")  # called back on the number on file
    opened.done()
    opened.type("1")  # a parent; no paper limits them
    opened.done()
    opened.press(KEYS.Key_Tab, SHIFT)  # from Done up to the note
    opened.type("Everything since kindergarten.")
    opened.done()
    search_everywhere(opened)
    opened.press(KEYS.Key_J, CTRL)
    opened.done()  # the search
    opened.type("1")  # other children's information: nothing is left out
    opened.press(KEYS.Key_Tab)
    opened.type("1")  # no page names another child
    opened.done()
    set_the_visit(opened)
    opened.press(KEYS.Key_J, CTRL)
    opened.done()  # the family looks at the records
    opened.page.next_button.setFocus()
    assert opened.page.next_button.text() == "Close the request"
    opened.press(KEYS.Key_Return)
    opened.dialog(CloseDialog)
    opened.type("1")  # the family saw the records
    opened.done()

    case = opened.case
    assert (case.request.status, case.request.outcome) == (Status.CLOSED, Outcome.INSPECTED)
    assert {step.state for step in case.steps} == {StepState.DONE}
    assert [step.choice for step in case.steps if step.choice] == [
        "call_back", "parent_no_paper", "whole"]  # fmt: skip
    assert case.steps[4].note == "Everything since kindergarten."
    assert [(one.state, one.pages) for one in case.sources[:2]] == [
        (SourceState.FOUND, 12), (SourceState.NONE, 0)]  # fmt: skip
    assert [visit.place for visit in case.appointments] == ["Room 12"]
    assert "JR closed the request: the family saw the records." in opened.history()


def test_the_head_says_who_asks_for_what_and_how_it_stands(opened):
    page = opened.page
    assert page.student.full_text() == "Mia Alvarez"
    assert page.asker.full_text() == "2026-0001 · Rafael Alvarez (Father)"
    assert page.standing.text() == (
        "See the records, by a visit · Received Monday, October 5, by e-mail ·"
        " Owner: Jo Reyes · Open"
    )
    assert page.badge.due().words == "45 days left"


def test_only_the_next_step_is_open_and_it_carries_its_hint(opened):
    panel = opened.page.steps.panel
    assert panel.title.text() == "Give the receipt"
    assert panel.says.text() == "Print it while the parent is here, or send it today."
    assert [button.text() for button in panel.letter_buttons()] == ["Draft: Receipt"]
    assert not opened.page.steps.row("receipt").isVisible()
    assert opened.page.steps.row("identity").isVisible()


def test_one_letter_of_several_is_enough_and_the_page_asks_for_no_other(qtbot, office):
    """Whoever is not at the counter gets the acknowledgement, and no receipt besides."""
    desk, request = a_desk(office, TODAY), office.log(right=Right.EXPLANATION).request
    opened = Opened(qtbot, desk, request)
    shown = [button.text() for button in opened.page.steps.panel.letter_buttons()]
    assert shown == ["Draft: Receipt", "Draft: Acknowledgement"]
    drafted = draft_letter(
        office.store, request, "acknowledgement", templates=desk.templates, law=office.law,
        today=TODAY, by=office.sign(),
    )  # fmt: skip
    desk.did(
        finish_letter(
            office.store, request, drafted.letter, templates=desk.templates, law=office.law,
            practice=False, today=TODAY, by=office.sign(),
        )
    )  # fmt: skip
    with qtbot.waitSignal(opened.page.letter_open_wanted) as told:
        opened.page.do_next()
    assert told.args == [request, drafted.letter]


def test_a_letter_on_the_way_is_offered_in_its_step_and_is_not_what_the_step_waits_for(opened):
    opened.page.steps.open_step("scope")
    (button,) = opened.page.steps.panel.letter_buttons()
    assert button.text() == "Draft: Question about what is wanted"
    button.click()
    assert opened.wanted == [(opened.request, "scope_question")]


def test_a_finished_letter_that_has_not_left_is_opened_and_not_written_twice(qtbot, office):
    desk, request = a_desk(office, TODAY), office.log().request
    opened = Opened(qtbot, desk, request)
    drafted = draft_letter(
        office.store, request, "receipt", templates=desk.templates, law=office.law,
        today=TODAY, by=office.sign(),
    )  # fmt: skip
    desk.did(
        finish_letter(
            office.store, request, drafted.letter, templates=desk.templates, law=office.law,
            practice=False, today=TODAY, by=office.sign(),
        )
    )  # fmt: skip
    (button,) = opened.page.steps.panel.letter_buttons()
    assert button.text() == "Open: Receipt"
    assert opened.page.next_button.text() == "Give the receipt"
    for way in (button.click, opened.page.do_next):
        with qtbot.waitSignal(opened.page.letter_open_wanted) as told:
            way()
        assert told.args == [request, drafted.letter]
    desk.did(
        mark_sent(
            office.store, request, drafted.letter, "handed_over", law=office.law,
            on=TODAY, today=TODAY, by=office.sign(),
        )
    )  # fmt: skip
    opened.page.steps.open_step("acknowledge")
    assert [one.text() for one in opened.page.steps.panel.letter_buttons()] == [
        "Draft: Acknowledgement"
    ]


def test_a_release_waits_for_its_conditions_and_says_which(opened):
    opened.page.steps.open_step("inspected")
    panel = opened.page.steps.panel
    assert not panel.done.isEnabled()
    assert panel.blocked.text() == (
        "Nothing may leave the office yet: “Check who is asking” is open (34 CFR 99.31(c))."
        " Finish that step first."
    )
    opened.press(KEYS.Key_Return, CTRL)
    assert opened.case.steps[-1].state is StepState.OPEN


def test_a_condition_of_release_cannot_be_left_out(opened):
    opened.page.steps.open_step("identity")
    panel = opened.page.steps.panel
    assert not panel.leave_out.isVisible()
    assert "Needed before anything leaves the office" in panel.gate.text()


def test_a_choice_that_does_not_fit_the_verdict_cannot_be_chosen_and_says_why(opened):
    opened.page.steps.open_step("authority")
    rows = {row.code: row for row in opened.page.steps.panel.choices.rows}
    assert not rows["consent_on_file"].radio.isEnabled()
    assert rows["consent_on_file"].why.text() == (
        "That does not fit the answer on who may see these records."
    )
    assert rows["parent_no_paper"].radio.isEnabled()
    opened.type("4")
    assert opened.page.steps.panel.choices.code() == ""


def test_a_choice_that_needs_a_sentence_is_refused_beside_the_note_without_one(opened):
    opened.page.steps.open_step("authority")
    opened.type("2")
    opened.done()
    panel = opened.page.steps.panel
    assert panel.note_message.text() == "This choice needs a sentence. Write who said so and why."
    assert opened.focus() is panel.note
    opened.type("It speaks of contact only.")
    opened.done()
    assert opened.case.steps[3].note == "It speaks of contact only."


def test_nothing_chosen_is_told_and_the_keyboard_is_back_on_the_choices(opened):
    opened.page.steps.open_step("identity")
    opened.done()
    panel = opened.page.steps.panel
    assert panel.choice_message.text() == "Nothing is chosen yet. Choose how this was done."
    assert opened.focus() is panel.choices.rows[0].radio


def test_a_step_taken_back_is_open_again_and_stands_in_the_history(opened):
    opened.page.steps.panel.take_keyboard()
    opened.done()
    opened.page.steps.row("receipt").action.click()
    assert opened.case.steps[0].state is StepState.OPEN
    assert opened.page.steps.open_code() == "receipt"
    assert opened.history()[0] == "JR took “Give the receipt” back."


def test_a_step_is_left_out_with_its_reason(opened):
    opened.page.steps.panel.leave_out.setFocus()
    opened.press(KEYS.Key_Return)
    dialog = opened.dialog(ReasonDialog)
    opened.done()
    assert dialog.message.text() == "The reason is missing. Write why this step is not needed."
    opened.type("She took the letter with her.")
    opened.done()
    assert opened.case.steps[0].state is StepState.SKIPPED
    assert "Left out by JR" in opened.page.steps.row("receipt").detail.text()


def finish_step(opened, code, **given):
    desk = opened.desk
    changes = do_step(
        desk.store, opened.request, code, law=desk.law, today=TODAY, by=desk.sign(), **given
    )
    desk.did(changes)


def test_the_button_goes_on_with_a_letter_that_is_still_a_draft(opened):
    desk = opened.desk
    opened.press(KEYS.Key_Return)
    drafted = draft_letter(
        desk.store,
        opened.request,
        "receipt",
        templates=desk.templates,
        law=desk.law,
        today=TODAY,
        by=desk.sign(),
    )
    desk.did(drafted.changes)
    assert opened.page.next_button.text() == "Give the receipt"
    opened.page.next_button.click()
    assert opened.wanted == [(opened.request, "receipt")] * 2


def test_the_button_is_named_go_to_where_it_only_leads_to_the_open_step(opened):
    finish_step(opened, "receipt")
    finish_step(opened, "acknowledge")
    assert opened.page.next_button.text() == "Go to: Check who is asking"
    assert opened.page.next_button.accessibleName() == "Go to: Check who is asking"
    opened.page.next_button.click()
    assert opened.wanted == []
    assert opened.page.steps.panel.isAncestorOf(opened.focus())


def test_a_wait_that_a_step_ends_is_told_and_can_be_taken_up_again(opened):
    opened.page.acts.wait_for(Waiting.FAMILY_SCOPE)
    assert opened.case.request.status is Status.WAITING
    assert not opened.page.notices.isVisible()
    finish_step(opened, "receipt")
    assert opened.case.request.status is Status.OPEN
    assert opened.page.notices.sentence.text() == (
        "No longer waiting for the family to say what they want to see."
    )
    opened.page.notices.action.click()
    assert opened.case.request.status is Status.WAITING
    assert opened.case.request.waiting_for == "family_scope"
