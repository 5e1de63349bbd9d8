"""The principal's decision on the request page: asked for, made and sent back by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.actions import approving, release, steps
from desktop.records.approval import Decision
from desktop.records.person import Role
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Outcome, Right
from desktop.records.steps import StepState, step_named
from desktop.screens.letter import draft_letter
from desktop.screens.request_close import CloseDialog
from desktop.store import office as office_rows
from desktop.store.journal import Event
from tests.desks import a_desk
from tests.offices import TODAY
from tests.screens.request_pages import KEYS, Opened


def do(office, request, code, **how):
    steps.do_step(office.store, request, code, law=office.law, today=TODAY, by=office.sign(), **how)


@pytest.fixture
def partly(office):
    request = office.log(access=Access.COPIES).request
    release.answer_item(
        office.store, request, what="Bus video", answer=ItemAnswer.PART_WITHHELD,
        reason="other_child_out", note="Faces.", law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    do(
        office, request, "review", choice="covered", note="Faces.",
        details={"other_children": "yes", "separable": "yes"},
    )  # fmt: skip
    return request


@pytest.fixture
def clerk(qtbot, office, partly):
    opened = Opened(qtbot, a_desk(office, TODAY), partly)
    opened.page.steps.open_step("approve_part")
    return opened


def as_principal(qtbot, office, request):
    """The page as the principal sees it; the clerk is somebody else."""
    by = office.principal()
    desk = a_desk(office, TODAY)
    desk.person = replace(desk.person, id=by.person, initials="DW", role=Role.PRINCIPAL)
    opened = Opened(qtbot, desk, request)
    opened.page.steps.open_step("approve_part")
    return opened


def ask(office, request):
    approving.ask_approval(
        office.store, request, "approve_part", note="Two faces.", law=office.law, by=office.sign()
    )


def test_the_front_office_asks_by_keyboard_and_then_waits(clerk):
    panel = clerk.page.steps.panel
    assert not panel.choices.isVisible()
    assert not panel.done.isVisible()
    assert not panel.leave_out.isVisible()
    assert clerk.focus() is panel.note
    clerk.type("Two faces are covered.")
    clerk.done()
    (approval,) = clerk.case.approvals
    assert approval.ask_note == "Two faces are covered."
    assert panel.approval.text() == (
        "JR asked the principal on Mon Oct 5: “Two faces are covered.” It waits for the answer."
    )
    assert not panel.ask.isVisible()
    assert not panel.note.isVisible()
    assert "asked the principal" in clerk.history()[0]


def test_without_a_note_it_is_told_beside_the_field(clerk):
    clerk.done()
    assert "The note is missing." in clerk.page.steps.panel.note_message.text()
    assert clerk.case.approvals == ()


def test_the_row_says_that_it_waits(clerk, office, partly):
    ask(office, partly)
    clerk.page.steps.open_step("identity")
    row = clerk.page.steps.row("approve_part")
    clerk.desk.did(steps.write_note(office.store, partly, "So.", by=office.sign()))
    assert "Waits for the principal." in row.detail.text()


def test_the_principal_agrees_by_keyboard(qtbot, office, partly):
    ask(office, partly)
    opened = as_principal(qtbot, office, partly)
    panel = opened.page.steps.panel
    assert panel.approval.text() == "JR asked the principal on Mon Oct 5: “Two faces.”"
    assert not panel.ask.isVisible()
    opened.type("1")
    opened.done()
    assert "A decision needs a sentence." in panel.note_message.text()
    assert opened.focus() is panel.note
    opened.type("Only faces, fine.")
    opened.done()
    assert opened.case.approvals[0].decision is Decision.AGREED
    assert step_named(opened.case.steps, "approve_part").state is StepState.DONE


def test_the_principal_sends_it_back_with_a_note(qtbot, office, partly):
    ask(office, partly)
    opened = as_principal(qtbot, office, partly)
    opened.type("2")
    opened.press(KEYS.Key_Tab)
    opened.type("Cover less.")
    opened.done()
    assert opened.case.approvals[0].decision is Decision.SENT_BACK
    row = opened.page.steps.row("approve_part")
    assert "The principal does not agree. Cover less." in row.detail.text()


def test_what_was_sent_back_stands_over_the_request_and_is_done_anew(qtbot, office, partly):
    do(office, partly, "identity", choice="known_in_person", note="So.")
    do(office, partly, "authority", choice="parent_no_paper", note="So.")
    ask(office, partly)
    opened = as_principal(qtbot, office, partly)
    band = opened.page.sent_back
    assert not band.isVisible()
    opened.type("2")
    opened.press(KEYS.Key_Tab)
    opened.type("Cover less.")
    opened.done()
    assert band.isVisible()
    assert band.title.text() == "Sent back: The principal looks at what is left out"
    assert band.says.text() == "DW, Mon Oct 5: “Cover less.”"
    assert "“The principal looks at what is left out” was a no." in (
        opened.page.steps.row("handover").detail.text()
    )
    band.take_back.click()
    assert opened.page.steps.open_code() == "review"
    assert step_named(opened.case.steps, "review").state is StepState.OPEN


def test_a_role_taken_away_meanwhile_is_told_and_nothing_is_written(qtbot, office, partly):
    opened = as_principal(qtbot, office, partly)
    with office.store.change(Event(kind="person.changed"), by=office.sign()) as change:
        person = opened.page._view.people[opened.desk.person.id]
        office_rows.set_person(change, replace(person, role=Role.REGISTRAR))
    opened.type("1")
    opened.press(KEYS.Key_Tab)
    opened.type("Fine.")
    opened.done()
    message = opened.page.steps.panel.choice_message
    assert "Only the principal or an administrator decides this." in message.text()
    assert opened.case.approvals == ()


def test_closing_says_what_is_missing_for_a_part(clerk):
    dialog = clerk.page.acts.open_close(Outcome.PARTLY_GIVEN)
    row = next(one for one in dialog.outcomes.rows if one.code == Outcome.PARTLY_GIVEN)
    assert not row.radio.isEnabled()


def test_no_records_asks_for_a_sentence_while_places_are_open(qtbot, office):
    request = office.log().request
    do(office, request, "search")
    opened = Opened(qtbot, a_desk(office, TODAY), request)
    opened.page.acts.open_close(Outcome.NO_RECORDS)
    dialog = opened.dialog(CloseDialog)
    assert dialog.note_label.text() == "&Note: what happened"
    opened.done()
    assert "11 places have not answered yet." in dialog.note_message.text()


def test_the_letter_screen_says_at_once_what_a_refusal_waits_for(qtbot, office):
    request = office.log(right=Right.AMEND).request
    desk = a_desk(office, TODAY)
    for code, choice, details in (
        ("point", "", {"record": "Attendance", "wrong": "She was there.", "ground": "inaccurate"}),
        ("triage", "fact", {}),
        ("check", "no_meeting", {"checked": "The sheet."}),
        ("decision", "refused", {}),
    ):
        do(office, request, code, choice=choice, note="The sheet is clear.", details=details)
    dialog = draft_letter(desk, request, "amendment_refused", None)
    qtbot.addWidget(dialog)
    dialog.show()
    said = dialog.notices.sentence.text()
    assert said.startswith(
        "This letter waits for the principal: “The principal signs the refusal”."
    )
