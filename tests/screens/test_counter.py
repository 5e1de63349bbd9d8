"""Counter privacy: on every page and in every dialog, no name is to be seen, and work goes on."""

from __future__ import annotations

import time
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolTip,
    QWidget,
)

from desktop.application import Application, Start
from desktop.records.school import Address
from desktop.screens import jobs
from desktop.screens.intake import IntakeDialog
from desktop.screens.letter_preview import LetterPreview
from desktop.screens.shown import shown
from tests.office.fake_keychain import no_keychain
from tests.offices import a_party, a_student, an_office
from tests.screens.test_lock import columns_of

SECRETS = ("Xanthippe", "Zwetschkenbaum", "Quillfeather", "555-987-6543", "2011", "Elderberry")
BORN = date(2011, 3, 9)


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    office = an_office(tmp_path / "home")
    student = a_student(given="Xanthippe", family="Zwetschkenbaum", born_on=BORN)
    address = Address(street="7 Elderberry Lane", city="Oakland", state="CA", postal_code="94601")
    asker = a_party(name="Sam Quillfeather", phone="555-987-6543", address=address)
    request = office.log(
        student=student, requester=asker, words="All records of Xanthippe, please."
    ).request
    made = Application(qapp, Start(home=office.home), find=no_keychain)
    made._show_window(office.opened)
    made.window.resize(1300, 900)
    qtbot.waitUntil(lambda: made.window.care is not None, timeout=10_000)  # nothing moves any more
    yield made.window, request, student.id
    assert jobs.drain(10_000)
    if made.window is not None:
        made.window.lock_now()  # which closes what lies over it, and makes a copy
    assert jobs.drain(20_000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made._end_entrance()


PLACES = {
    "today": lambda window, _request, _student: window.show_today(),
    "queue": lambda window, _request, _student: window.show_queue(),
    "students": lambda window, _request, _student: window.show_students(),
    "student": lambda window, _request, student: window.open_student(student),
    "registers": lambda window, _request, _student: window.show_registers(),
    "letters": lambda window, _request, _student: window.show_letters(),
    "calendar": lambda window, _request, _student: window.show_calendar(),
    "reports": lambda window, _request, _student: window.show_reports(),
    "request": lambda window, request, _student: window.open_request(request),
    "intake": lambda window, _request, student: window.log_a_request(student),
    "letter": lambda window, request, _student: window.draft_letter(request, "receipt"),
    "palette": lambda window, _request, _student: window.keys.find_anything(),
}


def settle() -> None:
    jobs.drain(10_000)
    for _ in range(5):
        QCoreApplication.processEvents()


def seen(widget: QWidget) -> str:
    """What can be read of a widget, as it is painted and as it is spoken."""
    texts = [widget.windowTitle(), widget.toolTip(), widget.accessibleName()]
    texts.append(widget.accessibleDescription())
    match widget:
        case QLineEdit():
            texts.append(widget.displayText())
        case QPlainTextEdit():
            pass  # its words are under a sheet: see below
        case QComboBox():
            texts += [widget.itemText(row) for row in range(widget.count())]
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            texts += [
                str(model.index(row, column).data(role) or "")
                for row in range(min(model.rowCount(), 50))
                for column in range(columns_of(model))
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            ]
        case _:
            read = getattr(widget, "text", None) or getattr(widget, "title", None)
            texts.append(str(read()) if callable(read) else "")
    return "\n".join(texts)


def told() -> list[str]:
    """Each widget in sight that tells a secret."""
    widgets = [
        one
        for top in QApplication.topLevelWidgets()
        if top.isVisible()
        for one in (top, *top.findChildren(QWidget))
        if one.isVisible() and (one.isWindow() or not one.visibleRegion().isEmpty())
    ]
    return [
        f"{type(one).__name__} {one.objectName()}: {seen(one)!r}"
        for one in widgets
        if any(secret in seen(one) for secret in SECRETS)
    ]


def turn(qtbot, window) -> None:
    (QApplication.activeModalWidget() or window).activateWindow()
    window.privacy.turn()
    settle()


@pytest.mark.parametrize("place", PLACES)
def test_no_name_is_seen_while_it_is_on_and_all_are_back_afterwards(qtbot, program, place):
    window, request, student = program
    PLACES[place](window, request, student)
    settle()
    before = told()
    if place not in {"registers", "reports", "letters", "palette", "today", "calendar"}:
        assert before  # else this test could not fail
    turn(qtbot, window)
    assert told() == []
    turn(qtbot, window)
    assert len(told()) == len(before)


@pytest.mark.parametrize("place", [one for one in PLACES if one != "palette"])
def test_what_is_opened_while_it_is_on_shows_no_name_either(qtbot, program, place):
    window, request, student = program
    turn(qtbot, window)
    PLACES[place](window, request, student)
    settle()
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            top.grab()  # painted, as a screen would
    assert told() == []


def test_it_says_that_it_is_on_and_how_it_ends(qtbot, program):
    window, _request, _student = program
    assert not window.privacy_band.isVisible()
    f9 = QKeySequence("F9")
    qtbot.waitUntil(lambda: any(one.key() == f9 for one in window.findChildren(QShortcut)))
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.privacy_band.isVisible()
    assert "F9" in window.privacy_band.text()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.privacy_band.isVisible()


def test_it_is_on_at_once(qtbot, program):
    window, request, _student = program
    window.open_request(request)
    settle()
    started = time.process_time()
    window.privacy.turn()
    assert time.process_time() - started < 0.3  # a tenth where nothing else runs


def test_the_keys_work_in_a_dialog_and_nothing_typed_is_lost(qtbot, program):
    window, _request, student = program
    window.log_a_request(student)
    dialog = window.findChild(IntakeDialog)
    qtbot.waitUntil(lambda: bool(dialog.property("locks")))
    dialog.activateWindow()
    field = next(one for one in dialog.findChildren(QLineEdit) if one.isVisible())
    field.setText("Xanthippe")
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    settle()
    assert window.privacy.is_on
    assert (field.text(), "X" in field.displayText()) == ("Xanthippe", False)
    field.setText("Somebody new")
    settle()
    assert "S" not in field.displayText()
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    assert field.displayText() == "Somebody new"
    dialog.reject()


def test_a_text_set_meanwhile_stays_when_it_ends(qtbot, program):
    window, _request, _student = program
    label = QLabel("Xanthippe", window)
    label.show()
    turn(qtbot, window)
    assert label.text() == "•" * 8
    label.setText("All is well")
    turn(qtbot, window)
    assert label.text() == "All is well"


@pytest.mark.parametrize("kind", [QPlainTextEdit, LetterPreview])
def test_words_being_written_and_papers_are_under_a_sheet(qtbot, program, kind):
    window, request, _student = program
    window.draft_letter(request, "receipt")
    settle()
    widget = kind(QApplication.activeModalWidget() or window)
    widget.resize(300, 200)
    if kind is LetterPreview:
        widget.show_pdf(next(iter(_pdfs(window))))
    else:
        widget.setPlainText("Xanthippe asks for everything")
    widget.show()
    settle()
    plain = widget.grab().toImage()
    turn(qtbot, window)
    covered = widget.grab().toImage()
    assert covered != plain
    if kind is QPlainTextEdit:
        widget.setPlainText("Other words of quite another length, and on two lines at least")
        assert widget.grab().toImage() == covered


def _pdfs(_window):
    import io  # noqa: PLC0415

    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.drawString(72, 700, "Xanthippe")
    canvas.save()
    yield made.getvalue()


def test_no_tip_tells_a_name(qtbot, program):
    window, _request, _student = program
    label = QLabel("Short", window)
    label.setToolTip("Xanthippe")
    label.show()
    turn(qtbot, window)
    label.setToolTip("Xanthippe")
    asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), label.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(label, asked)
    assert not QToolTip.isVisible()
    turn(qtbot, window)
    QApplication.sendEvent(label, asked)
    assert QToolTip.text() == "Xanthippe"
    QToolTip.hideText()


def test_after_the_lock_whoever_signs_in_sees_names_again(qtbot, program):
    window, _request, _student = program
    turn(qtbot, window)
    assert shown("Xanthippe") != "Xanthippe"
    window.lock_now()
    assert jobs.drain(20_000)
    assert shown("Xanthippe") == "Xanthippe"


def test_it_ends_after_a_form_that_was_opened_meanwhile_is_gone(qtbot, program):
    window, _request, _student = program
    turn(qtbot, window)
    form = QDialog(window)
    field, still = QLineEdit("Xanthippe", form), QLineEdit("Xanthippe", window)
    form.show()
    still.show()
    settle()
    for one in (field, still):
        one.grab()  # painted, as a screen would
        assert one.echoMode() is QLineEdit.EchoMode.Password
    form.close()
    form.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    turn(qtbot, window)
    assert still.displayText() == "Xanthippe"
    assert not window.privacy_band.isVisible()
