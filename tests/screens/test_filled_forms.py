"""A filled form, opened or dropped: the intake form with its fields, and nothing lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from desktop.office.settings import WindowSettings
from desktop.records.request import Access, Channel, Right
from desktop.screens.intake import IntakeDialog
from desktop.screens.notices import Kind
from desktop.screens.students import StudentsPage
from desktop.screens.unlock import UnlockScreen
from desktop.screens.window import DeskWindow
from tests.desks import a_desk
from tests.letters.filling import a_blank, by_pdfium, by_pypdf
from tests.letters.pages import a_page, drawn
from tests.offices import TODAY
from tests.screens.intakes import Clerk, a_family, an_open_intake, open_requests, pick_mia

MIA = {"student_given": "Mia", "student_family": "Alvarez", "student_born_on": "5/12/2017"}
MOTHER = {"name": "Elena Alvarez", "relationship_mother": "/Yes"}
BORN = date(2017, 5, 12)


@pytest.fixture
def desk_window(qtbot, office):
    window = DeskWindow(a_desk(office, TODAY), WindowSettings(guidance_open=False))
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def a_file(tmp_path):
    def write(pdf):
        file = tmp_path / "form.pdf"
        file.write_bytes(pdf)
        return file

    return write


@pytest.fixture
def a_form(a_file):
    def fill(which="inspect", language="en", **values):
        return a_file(by_pypdf(a_blank(which, language), values))

    return fill


def drop(widget, *files):
    """Drop files from the desktop on a window; whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    data.setText("\n".join(map(str, files)))  # as file managers add it
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(widget.rect().center(), action, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(
            widget, QDropEvent(QPointF(widget.rect().center()), action, data, buttons, keys)
        )
    return enter.isAccepted()


def intake_of(qtbot, window):
    qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None, timeout=20_000)
    return window.findChild(IntakeDialog)


def told(bar):
    return bar.sentence.text() if bar.isVisible() else ""


def opened(qtbot, dialog, file):
    """The dialog once it has read ``file``."""
    with qtbot.waitSignal(dialog._opener.opened, timeout=20_000):
        dialog._opener.read(file)


# From the window


def test_a_form_dropped_on_the_window_is_logged_with_one_chord(qtbot, office, desk_window, a_form):
    family = a_family(office, born_on=BORN)
    file = a_form(
        "inspect", "es", **MIA, **MOTHER, words="Todo", record_kinds_grades="/Yes",
        visit_cannot_come="/Yes", signed_on="10/2/2026",
    )  # fmt: skip
    assert drop(desk_window, file)
    intake_of(qtbot, desk_window)
    Clerk().log()
    case = open_requests(office)[0]
    assert case.student.id == family.mia.id
    assert case.requester.id == family.mother.id
    assert case.request.right is Right.INSPECT
    assert case.request.access is Access.COPIES
    assert case.request.channel is Channel.EMAIL
    assert case.request.language == "es"
    assert case.request.record_kinds == ("grades",)
    assert case.request.requested_on == date(2026, 10, 2)
    assert case.request.words == "Todo"
    assert file.exists()


def test_a_form_filled_in_by_a_browser_fills_the_intake_form(qtbot, desk_window, a_file):
    values = {"student_given": "Ánh", "student_family": "Nguyễn", "name": "Thị Nguyễn"}
    drop(desk_window, a_file(by_pdfium(a_blank("amend"), {**values, "wrong": "The date"})))
    dialog = intake_of(qtbot, desk_window)
    assert dialog.student.new_family.text() == "Nguyễn"
    assert dialog.requester.other_name.text() == "Thị Nguyễn"
    assert dialog.details.asked_right() is Right.AMEND
    assert "What is wrong with it: The date" in dialog.details.words.toPlainText()


def test_ctrl_o_asks_for_the_file(qtbot, desk_window, a_form):
    desk_window.activateWindow()
    qtbot.keyClick(desk_window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    asking = desk_window.findChild(QFileDialog)
    asking.fileSelected.emit(str(a_form(**MIA)))
    asking.close()
    assert intake_of(qtbot, desk_window).student.new_given.text() == "Mia"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (lambda: b"a text", "This file is not a PDF."),
        (lambda: drawn(a_page()), "This PDF is not one of the forms"),
        (a_blank, "Nothing is filled in on this form."),
    ],
    ids=["text", "foreign", "empty"],
)
def test_what_cannot_be_used_is_told_in_the_window(qtbot, desk_window, a_file, content, says):
    drop(desk_window, a_file(content()))
    qtbot.waitUntil(lambda: desk_window.notices.kind is Kind.DANGER, timeout=20_000)
    assert told(desk_window.notices).startswith(says)
    assert desk_window.findChild(IntakeDialog) is None


def test_a_file_that_is_gone_is_told(qtbot, desk_window, tmp_path):
    drop(desk_window, tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: desk_window.notices.kind is Kind.DANGER, timeout=20_000)
    assert told(desk_window.notices).startswith("The file cannot be read.")


def test_two_files_at_once_are_not_taken(desk_window, a_form, tmp_path):
    assert not drop(desk_window, a_form(**MIA), tmp_path / "other.pdf")


def test_locking_while_a_form_is_read_opens_nothing(qtbot, desk_window, a_form):
    file = a_form(**MIA)
    drop(desk_window, file)
    qtbot.keyClick(desk_window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert QThreadPool.globalInstance().waitForDone(20_000)
    QApplication.processEvents()
    assert desk_window.findChild(IntakeDialog) is None
    assert file.exists()


def test_a_locked_window_takes_no_form(qtbot, office, a_form):
    screen = UnlockScreen(office.home, by_itself=False)
    qtbot.addWidget(screen)
    file = a_form(**MIA)
    assert not drop(screen, file)
    assert file.exists()


def test_a_form_never_opens_over_another_dialog(qtbot, desk_window, a_form):
    desk_window.show_students()
    desk_window.findChild(StudentsPage).add.click()
    before = [one for one in desk_window.findChildren(QDialog) if one.isVisible()]
    assert before
    with qtbot.waitSignal(desk_window.intake.opener.opened, timeout=20_000):
        desk_window.intake.opener.read(a_form(**MIA))
    assert told(desk_window.notices).startswith("Finish or close what is open first")
    assert desk_window.findChild(IntakeDialog) is None


# In the intake form


def test_a_form_dropped_on_the_intake_form_fills_it(qtbot, office, a_form):
    a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    with qtbot.waitSignal(dialog._opener.opened, timeout=20_000):
        assert drop(dialog, a_form(**MIA, **MOTHER))
    assert dialog.student.student_name.text() == "Alvarez, Mia"
    assert told(dialog.notices).startswith("Read from the filled form “Request to see school rec")


def test_a_form_dropped_on_a_field_is_read_and_its_name_goes_nowhere(qtbot, office, a_form):
    dialog = an_open_intake(qtbot, office)
    for field in (dialog.details.words.viewport(), dialog.student.student_name):
        with qtbot.waitSignal(dialog._opener.opened, timeout=20_000):
            assert drop(field, a_form(student_given="Leo", student_family="Stone"))
    assert dialog.details.words.toPlainText() == ""
    assert dialog.student.student_name.text() == "Leo Stone"


def test_a_form_dropped_on_the_search_of_a_page_is_read(qtbot, desk_window, a_form):
    assert drop(desk_window.pages.currentWidget().search, a_form(**MIA))
    assert intake_of(qtbot, desk_window).student.new_given.text() == "Mia"


def test_text_dropped_on_a_field_is_still_the_fields(qtbot, office):
    dialog = an_open_intake(qtbot, office)
    data = QMimeData()
    data.setText("typed elsewhere")
    words = dialog.details.words.viewport()
    where, keys = QPointF(words.rect().center()), Qt.KeyboardModifier.NoModifier
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(words, QDragEnterEvent(where.toPoint(), action, data, buttons, keys))
    QApplication.sendEvent(words, QDropEvent(where, action, data, buttons, keys))
    assert dialog.details.words.toPlainText() == "typed elsewhere"


def test_what_is_typed_stays_until_somebody_says_so(qtbot, office, a_form):
    family = a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    pick_mia(dialog, family)
    dialog.details.words.setPlainText("typed on the phone")
    opened(qtbot, dialog, a_form(student_given="Leo", student_family="Stone"))
    assert dialog.details.words.toPlainText() == "typed on the phone"
    assert told(dialog.notices).startswith("A filled form waits")
    dialog.notices.action.click()
    assert dialog.student.new_given.text() == "Leo"
    dialog.notices.action.click()  # Undo
    assert dialog.details.words.toPlainText() == "typed on the phone"
    assert dialog.student.student().id == family.mia.id


def test_a_draft_from_before_comes_first_and_the_form_waits(qtbot, office, a_form):
    family = a_family(office, born_on=BORN)
    first = an_open_intake(qtbot, office)
    pick_mia(first, family)
    first.details.words.setPlainText("half typed")
    first.reject()
    second = an_open_intake(qtbot, office)
    opened(qtbot, second, a_form(student_given="Leo", student_family="Stone"))
    assert second.details.words.toPlainText() == "half typed"
    second.notices.action.click()
    assert second.student.new_family.text() == "Stone"


def test_what_a_form_filled_in_is_kept_as_a_draft(qtbot, office, a_form):
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(student_given="Leo", student_family="Stone"))
    dialog.reject()
    assert an_open_intake(qtbot, office).student.new_family.text() == "Stone"


def test_a_form_after_a_logged_request_begins_a_new_one(qtbot, office, a_form):
    a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(**MIA, **MOTHER))
    Clerk().log()
    opened(qtbot, dialog, a_form("hearing", **MIA, **MOTHER, wrong="A date"))
    assert dialog.pages.currentWidget() is dialog.form_page
    assert dialog.details.asked_right() is Right.HEARING
    Clerk().log()
    assert {case.request.right for case in open_requests(office)} == {Right.INSPECT, Right.HEARING}


# Nothing of it is believed


def test_the_same_name_with_another_birth_date_is_not_taken_for_the_student(qtbot, office, a_form):
    a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(**{**MIA, "student_born_on": "5/12/2016"}, **MOTHER))
    assert dialog.student.student() is None
    assert dialog.student.student_name.text() == "Mia Alvarez"
    assert "Choose the student: the form says Mia Alvarez, born 5/12/2016." in told(dialog.notices)
    assert dialog.requester.other_name.text() == "Elena Alvarez"


def test_who_the_form_may_mean_is_offered_at_once_and_can_be_picked(qtbot, office, a_form):
    family = a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(student_given="Mia", student_family="Alvares", **MOTHER))
    qtbot.waitUntil(lambda: len(dialog.student.student_name.offers()) == 2)
    Clerk().enter()
    assert dialog.student.student().id == family.mia.id
    assert dialog.requester.other_name.text() == "Elena Alvarez"


def test_a_new_student_keeps_what_the_form_says_of_them(qtbot, office, a_form):
    a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(**{**MIA, "student_born_on": "2/3/2015"}, student_grade="5"))
    qtbot.waitUntil(lambda: len(dialog.student.student_name.offers()) == 2)
    Clerk().presses(Qt.Key.Key_Down).enter()  # Type a new student
    new = dialog.student.student()
    assert (new.given, new.family, new.grade) == ("Mia", "Alvarez", "5")
    assert new.born_on == date(2015, 2, 3)


def test_two_students_with_one_name_and_birth_date_are_for_the_clerk_to_tell_apart(
    qtbot, office, a_form
):
    a_family(office, born_on=BORN)
    a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(**MIA))
    assert dialog.student.student() is None


def test_the_same_checks_as_typing_stop_what_cannot_be(qtbot, office, a_form):
    a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(**MIA, **MOTHER, words="SSN 123-45-6789"))
    Clerk().log()
    assert open_requests(office) == []
    assert dialog.pages.currentWidget() is dialog.form_page


def test_a_date_that_is_none_stays_as_written_and_is_asked_about(qtbot, office, a_form):
    a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(**MIA, **MOTHER, signed_on="el lunes"))
    assert dialog.details.requested_on.entry.text() == "el lunes"
    Clerk().log()
    assert open_requests(office) == []


def test_another_telephone_than_the_files_is_told_and_changes_nothing(qtbot, office, a_form):
    family = a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(**MIA, **MOTHER, phone="555-0199", street="1 New Road"))
    assert "555-0199" in told(dialog.notices)
    assert dialog.details.reply_address.toPlainText() == "1 New Road"
    Clerk().log()
    assert open_requests(office)[0].requester == family.mother


def test_the_same_telephone_written_otherwise_is_no_news(qtbot, office, a_form):
    a_family(office, born_on=BORN)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_form(**MIA, **MOTHER, phone="(555) 0142"))
    assert "telephone" not in told(dialog.notices)


def test_a_form_handed_out_for_a_request_is_linked_with_it(qtbot, office, a_file):
    a_family(office, born_on=BORN)
    first = office.log()
    blank = a_blank("hearing", reference=first.number)
    dialog = an_open_intake(qtbot, office)
    opened(qtbot, dialog, a_file(by_pypdf(blank, {**MIA, **MOTHER, "wrong": "A date"})))
    assert dialog.typed().link_to == first.request
