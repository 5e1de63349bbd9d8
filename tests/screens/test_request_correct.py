"""Correcting what was logged, by keyboard: the dates show their move, faults stand at the field."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from desktop.records.party import Relationship
from desktop.records.request import Channel, Right
from desktop.screens.request_correct import CorrectDialog
from tests.desks import a_desk
from tests.offices import TODAY
from tests.screens.request_pages import KEYS, Opened


@pytest.fixture
def opened(qtbot, office):
    return Opened(qtbot, a_desk(office, TODAY), office.log(record_kinds=("cumulative",)).request)


def ask(opened):
    opened.page.menu.correct.trigger()
    return opened.dialog(CorrectDialog)


def test_the_receipt_is_corrected_by_keyboard_and_the_move_is_shown(opened):
    dialog = ask(opened)
    assert dialog.preview.text() == "The last day stays Thursday, November 19, 2026."
    dialog.received_on.entry.selectAll()
    opened.type("10/1")
    assert dialog.preview.text() == (
        "The last day was Thursday, November 19, 2026; now it is Sunday, November 15, 2026."
    )
    dialog.reason.setFocus()
    opened.type("It lay in the mailbox of the teacher.")
    opened.done()
    assert opened.no_dialog()
    assert opened.case.request.received_on == TODAY - timedelta(days=4)
    assert "received Thursday, October 1" in opened.history()[0]


def test_the_entry_stands_in_the_fields_as_it_was_logged(opened):
    dialog = ask(opened)
    assert dialog.received_on.value() == TODAY
    assert dialog.channel.currentData() == Channel.EMAIL
    assert dialog.relationship.currentData() == Relationship.FATHER
    assert dialog.words.toPlainText() == "I would like to see Mia's records."
    assert dialog.record_kinds.ticked() == ("cumulative",)


def test_only_what_is_written_bears_a_date_of_its_own(opened):
    dialog = ask(opened)
    assert dialog.requested_on.isVisible()
    dialog.channel.setCurrentIndex(dialog.channel.findData(Channel.PHONE.value))
    assert not dialog.requested_on.isVisible()
    assert dialog.entry().requested_on is None


def test_without_a_reason_it_is_told_beside_the_field(opened):
    dialog = ask(opened)
    dialog.interpreter.setChecked(True)
    opened.done()
    assert "The reason is missing." in dialog.reason_message.text()
    assert opened.focus() is dialog.reason


def test_a_day_that_cannot_be_is_told_beside_it(opened):
    dialog = ask(opened)
    dialog.received_on.set_value(TODAY + timedelta(days=3))
    dialog.reason.setPlainText("So.")
    opened.done()
    assert "is after today" in dialog.received_on.message.text()
    assert opened.focus() is dialog.received_on.entry
    dialog.received_on.entry.clear()
    dialog.received_on.entry.textEdited.emit("")
    opened.done()
    assert dialog.received_on.message.text() == "Type the day the request came in."


def test_nothing_corrected_is_said_and_the_dialog_stays(opened):
    dialog = ask(opened)
    dialog.reason.setPlainText("So.")
    opened.done()
    assert "Nothing here differs" in dialog.notices.sentence.text()


def test_a_number_nobody_needs_is_told_where_it_stands(opened):
    dialog = ask(opened)
    dialog.reason.setPlainText("So.")
    dialog.reply_address.setPlainText("123-45-6789")
    opened.done()
    assert "Social Security" in dialog.reply_message.text()
    dialog.reply_address.clear()
    dialog.words.setPlainText("123-45-6789")
    opened.done()
    assert "Social Security" in dialog.words_message.text()


def test_the_wrong_student_is_said_to_be_no_correction(opened):
    dialog = ask(opened)
    said = dialog.findChild(QLabel, "says").text()
    assert "close the request as entered wrongly and log it anew" in said


def test_every_field_is_reached_with_the_tab_key(opened):
    dialog = ask(opened)
    seen = []
    for _ in range(14):
        seen.append(opened.focus())
        opened.press(KEYS.Key_Tab)
    fields = (
        dialog.channel, dialog.relationship, dialog.words, dialog.language, dialog.interpreter,
        dialog.reply_address, dialog.reason, dialog.save,
    )  # fmt: skip
    assert all(field in seen for field in fields)


def test_a_right_without_a_search_has_no_kinds_of_records(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), office.log(right=Right.AMEND).request)
    assert not ask(opened).record_kinds.isVisible()
