"""Dialogs of a request: as tall as their words, never taller than the screen, buttons in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.records.request import Right
from desktop.screens.request_close import CloseDialog
from desktop.screens.request_part import Kept
from desktop.screens.request_view import read_view
from desktop.screens.room import room_for
from desktop.screens.theme import apply_theme
from desktop.screens.why import WhyDialog
from tests.desks import a_desk
from tests.offices import TODAY


@pytest.fixture
def large(qapp):
    apply_theme(qapp, dark=False, text_scale=2.0)
    yield
    apply_theme(qapp, dark=False)


def closing(qtbot, office, right) -> CloseDialog:
    desk, request = a_desk(office, TODAY), office.log(right=right).request
    dialog = CloseDialog(desk, read_view(desk, request), Kept(desk, request))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    QApplication.processEvents()
    return dialog


def scrolls(dialog) -> bool:
    bar = dialog.findChild(QScrollArea).verticalScrollBar()
    return bar.maximum() > 0


def button_in_sight(dialog) -> bool:
    end = dialog.save.mapTo(dialog, QPoint(0, dialog.save.height()))
    whole = dialog.save.visibleRegion().boundingRect() == dialog.save.rect()
    return whole and end.y() <= dialog.height() <= room_for(dialog).height()


@pytest.mark.parametrize("right", list(Right))
def test_the_end_of_a_request_is_chosen_without_scrolling(qtbot, office, right):
    dialog = closing(qtbot, office, right)
    assert not scrolls(dialog)
    assert button_in_sight(dialog)


def test_nothing_stands_apart_for_no_reason(qtbot, office):
    dialog = closing(qtbot, office, Right.INSPECT)
    rows = dialog.outcomes.rows
    assert rows[0].y() == 0
    assert dialog.outcomes.y() - dialog.title.geometry().bottom() < 40
    assert dialog.note.y() - dialog.note_label.geometry().bottom() < 20


@pytest.mark.parametrize("right", [Right.INSPECT, Right.HEARING])
def test_the_buttons_stay_in_sight_at_200_percent(qtbot, office, large, right):
    dialog = closing(qtbot, office, right)
    assert scrolls(dialog)
    assert button_in_sight(dialog)


def test_what_the_keyboard_reaches_scrolls_into_sight(qtbot, office, large):
    dialog = closing(qtbot, office, Right.HEARING)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.note.hasFocus()
    viewport = dialog.findChild(QScrollArea).viewport()
    top = dialog.note.mapTo(viewport, QPoint(0, 0)).y()
    assert 0 <= top < viewport.height()
    QTest.keyClick(dialog.note, Qt.Key.Key_Tab)
    assert dialog.focusWidget() in {dialog.save, dialog.cancel}


def test_a_dialog_grows_with_what_is_said_later(qtbot):
    dialog = WhyDialog("Why", "Say why it can come off.", "Take it off", lambda _: None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    before = dialog.height()
    dialog.message.tell("Say in one sentence who decided this and what has changed since. " * 3)
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert not scrolls(dialog)
