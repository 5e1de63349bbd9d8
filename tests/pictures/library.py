"""The library: what there is to read and to learn."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from desktop.screens.window import DeskWindow
from tests.pictures import picture
from tests.pictures.practice import practice_desk
from tests.pictures.window import _Window


def _reading(search: str, entry: str) -> Callable[[DeskWindow], None]:
    def prepare(window: DeskWindow) -> None:
        window.show_reading()
        shelf = window.pages.currentWidget().shelf
        shelf.search.setText(search)
        shelf._search_now()
        shelf.rows.choose_place([one.id for one in shelf.entries()].index(entry))
        QApplication.processEvents()  # what wraps finds its height

    return prepare


@picture("library")
def library() -> QWidget:
    return _Window(practice_desk(practice=False), _reading("", "B4"))


@picture("library-retired")
def retired() -> QWidget:
    return _Window(practice_desk(practice=False), _reading("pledge", "R18"), tips=False)


@picture("library-tip")
def tip() -> QWidget:
    return _Window(practice_desk(practice=False), _reading("caller id", "PHN-02"), tips=False)


@picture("library-nothing")
def nothing() -> QWidget:
    def prepare(window: DeskWindow) -> None:
        window.show_reading()
        shelf = window.pages.currentWidget().shelf
        shelf.search.setText("zeppelin")
        shelf._search_now()

    return _Window(practice_desk(practice=False), prepare, tips=False)


def _drilling(window: DeskWindow) -> None:
    """A drill half worked, looked at."""
    window.show_library()
    page = window.pages.currentWidget()
    page.tabs.setCurrentWidget(page.learning)
    page.learning.rows.choose_place(1)
    page.learning._begin()
    window.learning.look_at_drill()
    QApplication.processEvents()  # what wraps finds its height


def _drills(window: DeskWindow) -> None:
    window.show_library()
    page = window.pages.currentWidget()
    page.tabs.setCurrentWidget(page.learning)
    QApplication.processEvents()  # the tips of this tab find their height


@picture("library-drill-looked-at")
def drill_looked_at() -> QWidget:
    return _Window(practice_desk(), _drilling)


@picture("library-drills")
def drills() -> QWidget:
    return _Window(practice_desk(), _drills)


@picture("library-drills-real")
def drills_real() -> QWidget:
    return _Window(practice_desk(practice=False), _drills, tips=False)


def _tab(name: str) -> Callable[[DeskWindow], None]:
    def prepare(window: DeskWindow) -> None:
        window.show_library()
        page = window.pages.currentWidget()
        page.tabs.setCurrentWidget(getattr(page, name))
        end = time.monotonic() + 10  # seconds for what is counted beside the window
        while name == "self_check" and not page.self_check.lines() and time.monotonic() < end:
            QApplication.processEvents()

    return prepare


@picture("library-self-check")
def self_check() -> QWidget:
    return _Window(practice_desk(practice=False), _tab("self_check"))


@picture("library-every-year")
def every_year() -> QWidget:
    return _Window(practice_desk(practice=False), _tab("routines"))


def _touring(steps: int) -> Callable[[DeskWindow], None]:
    def prepare(window: DeskWindow) -> None:
        window.show_around()
        for _ in range(steps):
            window.learning.tour.next.click()

    return prepare


@picture("tour-first")
def tour_first() -> QWidget:
    return _Window(practice_desk(practice=False), _touring(0))


@picture("tour-queue")
def tour_queue() -> QWidget:
    return _Window(practice_desk(), _touring(1))
