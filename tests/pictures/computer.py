"""The settings of this computer, further down: what a check found, and what nothing protects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.screens.settings import SettingsPage
from desktop.screens.settings_computer import ComputerTab
from desktop.store.mark import Standing, State
from desktop.store.verify import Outcome, verify
from tests.pictures import picture
from tests.pictures.settings import SIZE, page


def _computer(does: Callable[[ComputerTab], object], part: str) -> SettingsPage:
    """The tab of this computer after ``does``, scrolled to one of its parts."""
    made = page(10)

    def prepare() -> None:
        tab = made.computer
        does(tab)
        QApplication.processEvents()  # what wraps finds its height
        area = tab.findChild(QScrollArea)
        there: QWidget = getattr(tab, part)
        area.verticalScrollBar().setValue(there.mapTo(area.widget(), there.rect().topLeft()).y())

    made.prepare_picture = prepare
    return made


def _check(tab: ComputerTab) -> None:
    tab._checked(verify(tab._desk.home.records_file, tab._desk.keys))


def _find_older(tab: ComputerTab) -> None:
    found = verify(tab._desk.home.records_file, tab._desk.keys)
    standing = Standing(state=State.AHEAD, marked=31, newest=27)
    tab._checked(replace(found, outcome=Outcome.ROLLED_BACK, standing=standing))


@picture("settings-7-checked", SIZE)
def checked() -> QWidget:
    return _computer(_check, "new_code")


@picture("settings-7-rolled-back", SIZE)
def rolled_back() -> QWidget:
    return _computer(_find_older, "new_code")


@picture("settings-7-limits", SIZE)
def limits() -> QWidget:
    return _computer(lambda _tab: None, "copy_folder")
