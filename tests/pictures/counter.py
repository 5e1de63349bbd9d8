"""Counter privacy on pages that hold most names: a request, the students, the day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.screens.window import DeskWindow
from tests.pictures import picture
from tests.pictures.practice import practice_desk
from tests.pictures.window import _harper, _today, _Window


def _masked(prepare: Callable[[DeskWindow], object]) -> QWidget:
    def mask(window: DeskWindow) -> None:
        prepare(window)
        window.privacy.turn()
        QTest.qWait(50)

    return _Window(practice_desk(practice=False), mask)


@picture("counter-request")
def request() -> QWidget:
    return _masked(_harper)


@picture("counter-students")
def students() -> QWidget:
    return _masked(DeskWindow.show_students)


@picture("counter-today")
def today() -> QWidget:
    return _masked(_today)
