"""The window: its tips make room for the page and say what belongs to it."""

from __future__ import annotations

import pytest

from desktop.office import settings
from desktop.office.settings import WindowSettings
from desktop.screens.window import DeskWindow
from tests.desks import a_desk
from tests.offices import TODAY

WIDE, NARROW = (1280, 800), (1024, 700)


@pytest.fixture
def open_window(qtbot, office):
    def build(size: tuple[int, int], *, guidance_open: bool = True) -> DeskWindow:
        desk = a_desk(office, TODAY, practice=True)
        window = DeskWindow(desk, WindowSettings(guidance_open=guidance_open))
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return build


def test_the_practice_office_is_marked_in_its_own_colours(open_window):
    band = open_window(WIDE).practice_band
    assert band.isVisible()
    assert band.property("look") == "practice"


def test_a_narrow_window_leaves_its_room_to_the_page(qtbot, open_window):
    window = open_window(WIDE)
    assert window.guidance_place.isVisible()
    window.resize(*NARROW)
    qtbot.waitUntil(lambda: not window.guidance_place.isVisible())
    assert not window.guidance.isChecked()
    window.resize(*WIDE)
    qtbot.waitUntil(window.guidance_place.isVisible)


def test_tips_that_were_closed_stay_closed_in_a_wider_window(qtbot, open_window):
    window = open_window(NARROW, guidance_open=False)
    window.resize(*WIDE)
    qtbot.waitUntil(lambda: window.width() == WIDE[0])
    assert not window.guidance_place.isVisible()


def test_tips_asked_for_are_shown_in_a_narrow_window_too(open_window):
    window = open_window(NARROW)
    window.guidance.click()
    assert window.guidance_place.isVisible()


def test_a_narrow_window_is_not_remembered_as_a_wish(office, open_window):
    window = open_window(NARROW)
    window.close()
    assert settings.load(office.home).guidance_open


def test_a_page_without_tips_of_its_own_keeps_none_of_the_page_before(open_window):
    window = open_window(WIDE)
    window._moment("deadline_overdue")
    window.show_students()
    assert window._panel.moment() == "intake"
