"""The library page: what there is to read, the drills, the self-check and the yearly tasks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.learning import LearningTab
from desktop.screens.library_shelf import LibraryShelf
from desktop.screens.routines import RoutinesTab
from desktop.screens.self_check import SelfCheckTab


class LibraryPage(QWidget):
    """To read and to learn, one subject a tab.

    Signals:
        moment_changed: another tab asks for other guidance; carries the moment.
        request_opened: show the case of a drill; carries its id.
        intake_wanted: a drill begins with logging a request.
        tour_wanted: show around in the window.
        drill_changed: carries the title of the drill that is on; empty for none.
    """

    tabs_place: QVBoxLayout

    moment_changed = Signal(str)
    request_opened = Signal(object)  # RequestId
    intake_wanted = Signal()
    drill_changed = Signal(str)
    tour_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "library")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the library"))
        self.tabs_place.addWidget(self.tabs)
        self.shelf = LibraryShelf(desk)
        self.learning = LearningTab(desk)
        self.self_check = SelfCheckTab(desk)
        self.routines = RoutinesTab(desk)
        self._moments: list[str] = []
        for tab, title, moment in (
            (self.shelf, self.tr("Read"), "about_privacy"),
            (self.learning, self.tr("Drills"), "training"),
            (self.self_check, self.tr("Self-check"), "principal_queue"),
            (self.routines, self.tr("Every year"), "annual_notice"),
        ):
            self.tabs.addTab(tab, title)
            self._moments.append(moment)
        self.setFocusProxy(self.shelf)
        self.tabs.currentChanged.connect(lambda _place: self.moment_changed.emit(self.moment))
        self.learning.request_opened.connect(self.request_opened)
        self.learning.intake_wanted.connect(self.intake_wanted)
        self.learning.drill_changed.connect(self.drill_changed)
        self.learning.tour.clicked.connect(self.tour_wanted)

    @property
    def moment(self) -> str:
        """The guidance that belongs to the tab in sight."""
        return self._moments[self.tabs.currentIndex()]

    def to_drills(self) -> None:
        """Turn to the drills and look at what was done in the one that is on."""
        self.tabs.setCurrentWidget(self.learning)
        self.learning.look_now()

    def to_read(self) -> None:
        """Turn to what there is to read, with the keyboard in its search."""
        self.tabs.setCurrentWidget(self.shelf)
        self.shelf.take_keyboard()
