"""Writing a letter: what stands in the fields is the letter, character by character."""

from __future__ import annotations

from datetime import time, timedelta

from desktop.actions import letter_drafting, visits
from desktop.screens.letter import LetterDialog
from tests.desks import a_desk
from tests.offices import TODAY


def test_a_spanish_time_of_day_does_not_count_as_somebody_s_words(qtbot, office):
    request = office.log().request
    desk = a_desk(office, TODAY)
    visits.set_visit(
        office.store, request, meet_on=TODAY + timedelta(days=9), meet_at=time(14, 0),
        place="Room 12", sits_in="Jo Reyes", interpreter=True, today=TODAY, by=office.sign(),
    )  # fmt: skip
    drafted = letter_drafting.draft_letter(
        office.store, request, "appointment", templates=desk.templates, law=office.law,
        today=TODAY, language="es", by=office.sign(),
    )  # fmt: skip
    dialog = LetterDialog(desk, request, drafted.letter)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.preview.page_count() > 0)
    assert "\u00a0" in dialog.at_hand.letter.text
    assert not dialog.writing.is_touched()
