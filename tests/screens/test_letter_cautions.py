"""Before a letter is finished: what looks forgotten is asked about once, and stops nothing."""

from __future__ import annotations

import pytest

from desktop.records.request import Access, Right
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.letter import LetterDialog
from tests import mail
from tests.desks import a_desk
from tests.offices import TODAY


@pytest.fixture
def at(office, qtbot):
    """A letter of copies on the screen, everything checked and no page counted."""
    request = office.log(right=Right.COPIES, access=Access.COPIES).request
    mail.clear_to_release(office, request)
    letter = mail.draft(office, request, "copies_enclosed")
    dialog = LetterDialog(a_desk(office, TODAY), request, letter, printer=lambda: None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.preview.page_count() > 0)
    yield office, request, letter, dialog
    dialog.writing.keeper.keep_now()
    qtbot.waitUntil(lambda: dialog.drawing._job is None and not dialog.drawing._wait.isActive())


def asked(dialog):
    return [one for one in dialog.findChildren(ConfirmDialog) if one.isVisible()]


def test_copies_without_pages_are_asked_about_before_a_printer_is_chosen(at):
    office, request, letter, dialog = at
    dialog.print_letter.click()
    (question,) = asked(dialog)
    assert "No pages are counted yet" in question.detail.text()
    question.cancel.click()
    assert "No printer" not in dialog.notices.sentence.text()
    assert not mail.read(office, request, letter).sha256


def test_who_says_yes_goes_on(at):
    _, _, _, dialog = at
    dialog.print_letter.click()
    (question,) = asked(dialog)
    question.act.click()
    assert "No printer" in dialog.notices.sentence.text()


def test_counted_pages_are_not_asked_about(at, qtbot):
    office, request, _, dialog = at
    dialog._desk.did(mail.set_fee(office, request))
    dialog.print_letter.click()
    assert asked(dialog) == []
