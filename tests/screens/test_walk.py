"""From request to request of a list, by one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.actions.closing import close_request
from desktop.office.settings import WindowSettings
from desktop.records.request import Outcome
from desktop.screens.walk import Walk
from desktop.screens.window import DeskWindow
from tests.desks import a_desk
from tests.offices import TODAY, a_student

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("begun", "now", "at", "step", "expected"),
    [
        pytest.param([1, 2, 3], [1, 2, 3], 2, 1, 3, id="the next"),
        pytest.param([1, 2, 3], [1, 2, 3], 2, -1, 1, id="the one before"),
        pytest.param([1, 2, 3], [1, 3], 2, 1, 3, id="finished: what took its place"),
        pytest.param([1, 2, 3], [1, 3], 2, -1, 1, id="finished: the one before"),
        pytest.param([1, 2, 3], [3, 2, 1], 2, 1, 1, id="the list is sorted otherwise now"),
        pytest.param([1, 2, 3], [1, 2, 3], 3, 1, None, id="the last one"),
        pytest.param([1, 2], [], 2, 1, None, id="nothing is left"),
    ],
)
def test_where_the_next_one_stands(begun, now, at, step, expected):
    ids = list(begun)
    walk = Walk()
    walk.begin(lambda: ids, at)
    ids[:] = now
    assert walk.go(step) == expected


def test_a_request_opened_from_elsewhere_has_no_next_one():
    walk = Walk()
    walk.begin(lambda: [1, 2], 1)
    walk.end()
    assert walk.go(1) is None


@pytest.fixture
def window(qtbot, office):
    for given in ("Ann", "Ben", "Cy"):
        office.log(student=a_student(given=given))
    made = DeskWindow(a_desk(office, TODAY), WindowSettings(guidance_open=False))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def given(window) -> str:
    return window.pages.currentWidget()._view.case.student.given


def test_the_queue_is_worked_through_by_one_key(qtbot, window):
    page = window.pages.currentWidget()
    page.rows.setFocus()
    page.rows.choose_place(0)
    qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    assert given(window) == "Ann"
    for name in ("Ben", "Cy"):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        assert given(window) == name
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert given(window) == "Cy"
    assert window.notices.sentence.text() == ("The list goes no further. Alt+Left goes back to it.")
    qtbot.keyClick(window, Qt.Key.Key_F8, SHIFT)
    assert given(window) == "Ben"


def test_a_finished_one_leaves_and_the_next_takes_its_place(qtbot, office, window):
    page = window.pages.currentWidget()
    page.rows.choose_place(0)
    qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    request = window.pages.currentWidget()._view.case.request.id
    changes = close_request(
        office.store, request, Outcome.WITHDRAWN, note="She called.", law=office.law,
        today=TODAY, by=office.sign(),
    )  # fmt: skip
    window._desk.did(changes)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert given(window) == "Ben"
