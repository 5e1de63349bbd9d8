"""The command palette and the sheet of keys: from a few letters to the thing itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QScrollArea

from desktop.office.settings import WindowSettings
from desktop.screens.doings import page_keys, window_doings
from desktop.screens.intake import IntakeDialog
from desktop.screens.palette import Palette
from desktop.screens.request import RequestPage
from desktop.screens.shortcuts import ShortcutSheet
from desktop.screens.students import StudentsPage
from desktop.screens.window import DeskWindow
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student

CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = (
    "show_today", "show_queue", "show_students", "show_registers", "show_letters", "show_blanks",
    "show_calendar", "show_reports", "show_library", "show_settings",
)  # fmt: skip


@pytest.fixture
def window(qtbot, office):
    made = DeskWindow(a_desk(office, TODAY), WindowSettings(guidance_open=False))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def ask(qtbot, window):
    """Open the palette by its key and type."""

    def typed(text: str) -> Palette:
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_K, CONTROL)
        palette = window.findChild(Palette)
        qtbot.waitUntil(palette.isVisible)
        palette.text.setText(text)  # Qt's own keys know no accents
        palette.text.search_now()
        return palette

    return typed


def titles(palette: Palette) -> list[str]:
    return [one.title for one in palette.text.offers()]


def open_dialog(window, kind: type[QDialog]) -> QDialog | None:
    return next((one for one in window.findChildren(kind) if one.isVisible()), None)


def test_it_begins_with_what_can_be_done(qtbot, ask):
    palette = ask("")
    qtbot.waitUntil(lambda: bool(palette.text.offers()))
    assert titles(palette)[:3] == ["New request", "Today", "Queue"]
    assert palette.text.offers()[0].detail == "Ctrl+N"


def test_an_action_is_found_by_the_beginnings_of_its_words_and_done_by_enter(qtbot, window, ask):
    palette = ask("ne re")
    assert titles(palette)[0] == "New request"
    qtbot.keyClick(palette.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: open_dialog(window, IntakeDialog) is not None)


def test_a_button_of_the_page_in_sight_is_an_action_too(qtbot, window, ask):
    window.show_students()
    assert "Add a student" in titles(ask("add"))


@pytest.mark.parametrize("typed", ["Nguyen", "nguyễn", "nguyne"])
def test_a_student_is_found_by_any_spelling_and_opened(qtbot, window, office, ask, typed):
    office.log(student=a_student(given="Ánh", family="Nguyễn"))
    palette = ask(typed)
    assert titles(palette)[0] == "Nguyễn, Ánh"
    qtbot.keyClick(palette.text, Qt.Key.Key_Return)
    assert isinstance(window.pages.currentWidget(), StudentsPage)


def test_a_request_is_found_by_who_asks(office, ask):
    office.log(requester=a_party(name="Ruth O'Brien"))
    (found,) = [one for one in ask("obrien").text.offers() if one.id[0] == "request"]
    assert found.title == "Alvarez, Mia: Inspect"
    assert "2026-0001" in found.detail


def test_a_number_comes_first_and_opens_its_request(qtbot, window, office, ask):
    logged = office.log()
    palette = ask(logged.number)
    assert palette.text.offers()[0].id == ("request", logged.request)
    qtbot.keyClick(palette.text, Qt.Key.Key_Return)
    assert isinstance(window.pages.currentWidget(), RequestPage)


def test_nothing_that_fits_is_said(ask):
    palette = ask("xqzw")
    assert palette.text.offers() == ()
    assert palette.nothing.isVisible()


def test_one_escape_closes_it(qtbot, window, ask):
    palette = ask("q")
    qtbot.keyClick(palette.text, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: open_dialog(window, Palette) is None)


# The sheet of keys


def test_the_question_mark_shows_the_keys_of_the_page_and_of_the_window(qtbot, window):
    window.show_queue()
    qtbot.keyClick(window.pages.currentWidget().rows, "?")
    sheet = window.findChild(ShortcutSheet)
    qtbot.waitUntil(sheet.isVisible)
    assert ("Ctrl+K", "Find anything") in sheet.everywhere.facts()
    assert ("Ctrl+F, /", "Search all requests") in sheet.here.facts()
    assert ("Alt+4", "Overdue") in sheet.here.facts()


def test_the_mark_of_the_keyboard_runs_beside_the_keys_and_not_through_them(qtbot, window):
    window.show_queue()
    qtbot.keyClick(window.pages.currentWidget().rows, "?")
    sheet = window.findChild(ShortcutSheet)
    qtbot.waitUntil(sheet.isVisible)
    area = sheet.findChild(QScrollArea)
    assert sheet.here_title.mapTo(area, QPoint()).x() >= 8


def test_a_question_mark_can_be_typed(qtbot, window):
    window.show_queue()
    field = window.pages.currentWidget().search
    field.setFocus()
    qtbot.keyClick(field, "?")
    assert field.text() == "?"
    assert window.findChild(ShortcutSheet) is None


def test_every_key_of_the_window_is_named_and_none_is_taken_twice(window):
    doings = list(window_doings(window))
    assert len(doings) == len(window.actions())
    keys = [one.keys for one in doings]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_a_page_stands_on_the_sheet(window, page):
    """Arrows and Escape are the same in every list and stand there once."""
    getattr(window, page)()
    shown = window.pages.currentWidget()
    plain = {QKeySequence(key) for key in ("Down", "Esc")}
    unnamed = [
        one.key().toString() for one in shown.findChildren(QShortcut)
        if not one.whatsThis() and one.key() not in plain and one.parent().isVisible()
    ]  # fmt: skip
    assert unnamed == []
    everywhere = {one.keys for one in window_doings(window)}
    assert everywhere.isdisjoint(one.keys for one in page_keys(shown))
