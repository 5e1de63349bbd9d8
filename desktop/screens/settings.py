"""The office's settings, one subject a tab."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.actions.signing_in import Find
from desktop.office.keychain import system_keychain
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.settings_calendar import CalendarTab
from desktop.screens.settings_computer import ComputerTab
from desktop.screens.settings_copies import CopiesTab
from desktop.screens.settings_days import DaysTab
from desktop.screens.settings_letters import LettersTab
from desktop.screens.settings_look import LookTab
from desktop.screens.settings_old_files import OldFilesTab
from desktop.screens.settings_people import PeopleTab
from desktop.screens.settings_places import PlacesTab
from desktop.screens.settings_rules import RulesTab
from desktop.screens.settings_school import SchoolTab
from desktop.screens.theme import set_look, theme

_ROOM_FOR_TABS = 800


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
        self.days = DaysTab(desk)
        self.letters = LettersTab(desk)
        self.old_files = OldFilesTab(desk)
        self.look = LookTab(desk)
        self.copies = CopiesTab(desk)
        self.computer = ComputerTab(desk, find)
        self._moments: list[str] = []
        for tab, title, moment in (
            (self.school, self.tr("School"), "about_privacy"),
            (self.people, self.tr("People"), "lock_backup"),
            (self.calendar, self.tr("Calendar"), "deadline_near"),
            (self.places, self.tr("Places"), "search"),
            (self.rules, self.tr("Rules"), "deadline_near"),
            (self.days, self.tr("Days"), "deadline_near"),
            (self.letters, self.tr("Letters"), "letters"),
            (self.old_files, self.tr("Old files"), "closing"),
            (self.look, self.tr("Look"), "about_privacy"),
            (self.copies, self.tr("Copies"), "lock_backup"),
            (self.computer, self.tr("Computer"), "lock_backup"),
        ):
            self.tabs.addTab(tab, title)
            self._moments.append(moment)
        for tab in (
            self.people,
            self.places,
            self.rules,
            self.days,
            self.letters,
            self.old_files,
            self.look,
            self.copies,
            self.computer,
        ):
            _let_scroll(tab)  # the others scroll by themselves
        self._say_who_may(desk)
        self.setFocusProxy(self.tabs.tabBar())
        self.tabs.currentChanged.connect(self._tell_moment)
        self.places.moment_changed.connect(self._tell_moment)
        for moved in (self.school.moved, self.calendar.moved):
            moved.request_opened.connect(self.request_opened)

    def _say_who_may(self, desk: Desk) -> None:
        """Say on each tab whose work it is, to whoever it is not."""
        for notices, kind in (
            (self.school.notices, "school.changed"),
            (self.people.notices, "person.added"),
            (self.calendar.notices, "calendar.added"),
            (self.places.notices, "places.changed"),
            (self.rules.notices, "rule.decided"),
            (self.days.notices, "target.set"),
            (self.old_files.notices, "retention.set"),
        ):
            why_not = desk.why_not(kind)
            if why_not:
                notices.say(why_not)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, bar = self.width() < theme().sizes.px(_ROOM_FOR_TABS), self.tabs.tabBar()
        if narrow != bool(bar.property("narrow")):
            set_look(bar, narrow=narrow)

    def _tell_moment(self) -> None:
        self.moment_changed.emit(self.moment)

    def show_rules(self, rule: str = "") -> None:
        """Turn to the rules, where faults of the program's files are listed; to one of them."""
        self.tabs.setCurrentWidget(self.rules)
        self.rules.choose_rule(rule)

    def show_copies(self) -> None:
        """Turn to the copies of the records."""
        self.tabs.setCurrentWidget(self.copies)

    @property
    def moment(self) -> str:
        """The guidance that belongs to the tab in sight, and to what is chosen in it."""
        if self.tabs.currentWidget() is self.places:
            return self.places.moment
        return self._moments[self.tabs.currentIndex()]


def _let_scroll(tab: QWidget) -> None:
    """Large text on a small screen: what does not fit is reached by scrolling."""
    layout = tab.layout()
    item = layout.takeAt(0) if layout is not None else None
    form = item.widget() if item is not None else None
    if layout is None or form is None:
        return
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(form)
    layout.addWidget(scroll)
