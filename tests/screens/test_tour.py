"""The first-run tour: five stops, by keyboard, never in the way, offered once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from desktop.office import settings
from desktop.office.settings import WindowSettings
from desktop.screens import jobs
from desktop.screens.theme import apply_theme
from desktop.screens.window import DeskWindow
from tests.desks import a_desk
from tests.offices import TODAY
from tests.records.reading_grade import grade

STOPS = ["new_request", "queue", "guidance", "library", "lock"]


@pytest.fixture
def window(qtbot, office):
    made = DeskWindow(a_desk(office, TODAY), WindowSettings())
    qtbot.addWidget(made)
    made.want_tour()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.learning.tour is not None)
    yield made
    assert jobs.drain(10_000)


def test_five_stops_are_walked_with_the_enter_key_alone(qtbot, window):
    walked = []
    while window.learning.tour is not None:
        walked.append(window.learning.tour.stop)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert walked == STOPS
    assert settings.load(window._desk.home).tour_seen
    assert window.pages.currentWidget().isAncestorOf(QApplication.focusWidget())


def test_escape_ends_it_and_it_is_not_offered_again(qtbot, window):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.learning.tour is None
    assert settings.load(window._desk.home).tour_seen


def test_back_goes_back_and_the_last_stop_has_nothing_to_skip(qtbot, window):
    tour = window.learning.tour
    assert tour.back.isHidden()
    tour.next.click()
    tour.back.click()
    assert tour.stop == STOPS[0]
    for _ in STOPS[1:]:
        tour.next.click()
    assert tour.skip.isHidden()
    assert tour.next.text() == "Done"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
def test_each_stop_lies_within_the_window_and_beside_what_it_speaks_of(qapp, window, scale, size):
    apply_theme(qapp, dark=False, text_scale=scale)
    window.resize(*size)
    QApplication.processEvents()
    tour = window.learning.tour
    over = window.centralWidget()
    for code in STOPS:
        assert tour.stop == code
        assert over.rect().contains(tour.geometry())
        assert tour.says.height() >= tour.says.heightForWidth(tour.says.width()) - 1
        if code != "queue":
            target = getattr(window, code)
            place = QRect(target.mapTo(over, QPoint(0, 0)), target.size())
            assert not place.intersects(tour.geometry())
        tour.next.click()


def test_the_window_can_be_worked_while_it_is_shown(qtbot, window):
    qtbot.mouseClick(window.students, Qt.MouseButton.LeftButton)
    assert window.students.isChecked()
    assert window.learning.tour is not None


def test_it_can_be_asked_for_again(qtbot, window):
    window.learning.tour.end()
    window.show_library()
    page = window.pages.currentWidget()
    page.tabs.setCurrentWidget(page.learning)
    qtbot.mouseClick(page.learning.tour, Qt.MouseButton.LeftButton)
    assert window.learning.tour.stop == STOPS[0]
    window.learning.tour.end()


def test_nobody_is_shown_around_unasked_a_second_time(qtbot, office):
    made = DeskWindow(a_desk(office, TODAY), WindowSettings(tour_seen=True))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.tips.panel is not None or not made.guidance.isChecked())
    assert made.learning.tour is None


def test_the_stops_read_plainly(office):
    wording = a_desk(office).wording
    told = " ".join(
        f"{wording.text(f'tour.{one}.title')}. {wording.text(f'tour.{one}.says')}" for one in STOPS
    )
    assert grade(told) <= 8
