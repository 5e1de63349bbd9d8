"""The library page: what there is to read, the drills, the self-check and the yearly tasks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.library_shelf import LibraryShelf


class LibraryPage(QWidget):
    """To read and to learn, one subject a tab.

    Signals:
        moment_changed: another tab asks for other guidance; carries the moment.
    """

    tabs_place: QVBoxLayout

    moment_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "library")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the library"))
        self.tabs_place.addWidget(self.tabs)
        self.shelf = LibraryShelf(desk)
        self._moments: list[str] = []
        for tab, title, moment in ((self.shelf, self.tr("Read"), "about_privacy"),):
            self.tabs.addTab(tab, title)
            self._moments.append(moment)
        self.setFocusProxy(self.shelf)
        self.tabs.currentChanged.connect(lambda _place: self.moment_changed.emit(self.moment))

    @property
    def moment(self) -> str:
        """The guidance that belongs to the tab in sight."""
        return self._moments[self.tabs.currentIndex()]

    def to_read(self) -> None:
        """Turn to what there is to read, with the keyboard in its search."""
        self.tabs.setCurrentWidget(self.shelf)
        self.shelf.take_keyboard()
