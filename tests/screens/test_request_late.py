"""Closing a late request asks why its date was not kept, and takes no for an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desktop.actions.steps import do_step
from desktop.records.logged import Lateness
from desktop.records.request import Outcome
from desktop.screens.request_close import CloseDialog
from desktop.screens.request_late import LateDialog
from tests.desks import a_desk
from tests.offices import TODAY, WHOLE
from tests.screens.request_pages import KEYS, Opened

LATER = TODAY + timedelta(days=60)


@pytest.fixture
def open_on(qtbot, office):
    """Opens a request received today, as it stands on a day."""

    def opened(today):
        return Opened(qtbot, a_desk(office, today), office.log().request)

    return opened


@pytest.fixture
def late(open_on):
    """A request whose date was not kept."""
    return open_on(LATER)


def closing(opened, outcome=Outcome.WITHDRAWN):
    opened.page.menu.close_request.trigger()
    dialog = opened.dialog(CloseDialog)
    dialog.outcomes.choose(outcome)
    dialog.note.setPlainText("Called.")
    return dialog


def choose(fields, code):
    fields.reason.setCurrentIndex(fields.reason.findData(code))


def test_a_request_in_time_is_not_asked_about(open_on):
    opened = open_on(TODAY)
    assert not opened.page.dates.say_late.isVisible()
    assert not closing(opened).late.isVisible()


def test_closing_a_late_one_asks_why_with_the_date_and_keeps_what_is_said(late):
    dialog = closing(late)
    assert dialog.late.isVisible()
    assert "Thursday, November 19, 2026" in dialog.late._asks.text()
    assert not dialog.late.words.isVisible()
    choose(dialog.late, "place")
    dialog.late.words.setPlainText("The nurse was on leave.")
    dialog.save.click()
    assert late.case.request.lateness == Lateness(reason="place", words="The nurse was on leave.")
    assert late.page.dates.late_line.text() == (
        "Not kept because: a place searched answered late. The nurse was on leave."
    )
    assert any("said why the legal date was not kept" in one for one in late.history())


def test_an_answer_that_leaves_after_its_day_asks_at_once(late):
    office = late.desk
    for code, how in (
        ("identity", {"choice": "photo_id"}),
        ("authority", {"choice": "parent_no_paper"}),
        ("review", WHOLE),
    ):
        office.did(do_step(
            office.store, late.request, code, law=office.law, today=LATER, by=office.sign(), **how
        ))  # fmt: skip
    assert not late.page.notices.isVisible()
    office.did(do_step(
        office.store, late.request, "inspected", law=office.law, today=LATER, by=office.sign()
    ))  # fmt: skip
    assert late.page.notices.sentence.text().startswith("This was done after the legal date")
    late.page.notices.action.click()
    assert late.dialog(LateDialog).isVisible()


def test_it_can_be_left_unsaid_and_said_later(late):
    closing(late).save.click()
    assert late.case.request.outcome is Outcome.WITHDRAWN
    assert late.page.dates.say_late.text() == "Say why it was not kept…"
    late.page.dates.say_late.click()
    dialog = late.dialog(LateDialog)
    late.qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.late.reason)
    late.press(KEYS.Key_End)  # the last of the list
    dialog.save.click()
    assert late.case.request.lateness == Lateness(reason="not_known")
    assert late.page.dates.say_late.text() == "Correct why it was not kept…"


def test_choosing_nothing_is_told_beside_the_list(late):
    dialog = late.page.dates.open_lateness()
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.late.message.text().startswith("No reason is chosen.")


def test_a_number_nobody_needs_is_told_beside_the_words_and_nothing_is_closed(late):
    dialog = closing(late)
    choose(dialog.late, "other")
    dialog.late.words.setPlainText("123-45-6789")
    dialog.save.click()
    assert "Social Security" in dialog.late.message.text()
    assert late.case.request.outcome is None


def test_what_was_entered_wrongly_is_not_asked_why(late):
    dialog = closing(late, Outcome.ENTERED_WRONGLY)
    assert not dialog.late.isVisible()


def test_words_typed_are_there_again_after_a_cancel(late):
    dialog = closing(late)
    choose(dialog.late, "other")
    dialog.late.words.setPlainText("Half a senten")
    dialog.cancel.click()
    late.qtbot.waitUntil(late.no_dialog)
    late.page.menu.close_request.trigger()
    assert late.dialog(CloseDialog).late.words.toPlainText() == "Half a senten"
