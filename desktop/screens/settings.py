"""The office's settings, one subject a tab."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.actions.signing_in import Find
from desktop.office.keychain import system_keychain
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.settings_calendar import CalendarTab
from desktop.screens.settings_computer import ComputerTab
from desktop.screens.settings_look import LookTab
from desktop.screens.settings_old_files import OldFilesTab
from desktop.screens.settings_people import PeopleTab
from desktop.screens.settings_places import PlacesTab
from desktop.screens.settings_rules import RulesTab
from desktop.screens.settings_school import SchoolTab


class SettingsPage(QWidget):
    """The school, its people and days, the places searched, the rules, and this computer.

    Signals:
        moment_changed: another tab asks for other guidance; carries the moment.
        request_opened: Enter on a request whose date moved; carries its id.
    """

    tabs_place: QVBoxLayout

    moment_changed = Signal(str)
    request_opened = Signal(object)  # RequestId

    def __init__(
        self, desk: Desk, *, find: Find = system_keychain, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self, "settings")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the settings"))
        self.tabs_place.addWidget(self.tabs)
        self.school = SchoolTab(desk)
        self.people = PeopleTab(desk)
        self.calendar = CalendarTab(desk)
        self.places = PlacesTab(desk)
        self.rules = RulesTab(desk)
        self.old_files = OldFilesTab(desk)
        self.look = LookTab(desk)
        self.computer = ComputerTab(desk, find)
        self._moments: list[str] = []
        for tab, title, moment in (
            (self.school, self.tr("School"), "about_privacy"),
            (self.people, self.tr("People"), "lock_backup"),
            (self.calendar, self.tr("Calendar"), "deadline_near"),
            (self.places, self.tr("Places searched"), "search"),
            (self.rules, self.tr("Rules"), "deadline_near"),
            (self.old_files, self.tr("Old files"), "closing"),
            (self.look, self.tr("Look"), "about_privacy"),
            (self.computer, self.tr("This computer"), "lock_backup"),
        ):
            self.tabs.addTab(tab, title)
            self._moments.append(moment)
        self.setFocusProxy(self.tabs.tabBar())
        self.tabs.currentChanged.connect(lambda _place: self.moment_changed.emit(self.moment))
        for moved in (self.school.moved, self.calendar.moved):
            moved.request_opened.connect(self.request_opened)

    def show_rules(self) -> None:
        """Turn to the rules, where faults of the program's files are listed."""
        self.tabs.setCurrentWidget(self.rules)

    @property
    def moment(self) -> str:
        """The guidance that belongs to the tab in sight."""
        return self._moments[self.tabs.currentIndex()]
