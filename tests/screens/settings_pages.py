"""The settings as tests open them, with the keyboard in the part they are about."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.actions.people import NewPerson, add_person
from desktop.office.key_files import key_file_of, load
from desktop.records.person import Person, Role
from desktop.screens.desk import Desk
from desktop.screens.settings import SettingsPage
from desktop.screens.settings_calendar import CalendarTab
from desktop.screens.settings_computer import ComputerTab
from desktop.screens.settings_days import DaysTab
from desktop.screens.settings_look import LookTab
from desktop.screens.settings_old_files import OldFilesTab
from desktop.screens.settings_people import PeopleTab
from desktop.screens.settings_places import PlacesTab
from desktop.screens.settings_rules import RulesTab
from desktop.screens.settings_school import SchoolTab
from desktop.store import queries
from tests.desks import a_desk
from tests.office.fake_keychain import no_keychain
from tests.offices import TODAY, Office

SAMS = "quiet river under stones"
KEYS = Qt.Key


def add_sam(office: Office, passphrase: str = "") -> Person:
    """Sam Lee of the front office, without a way in unless a passphrase is given."""
    new = NewPerson(name="Sam Lee", initials="SL", role=Role.FRONT_OFFICE, passphrase=passphrase)
    add_person(office.store, office.home, office.opened.keys, new, by=office.sign())
    return staff(office, "SL")


def staff(office: Office, initials: str) -> Person:
    """The person in the file with these initials."""
    return next(one for one in queries.people(office.store) if one.initials == initials)


def ways_in(office: Office) -> list[str]:
    """The initials of those who can sign in."""
    return sorted(slot.label for slot in load(key_file_of(office.home.records_file)).slots)


def _part(part: str, desk: Desk, find: Any) -> Any:
    """One part of the settings by itself, or all of them."""
    kinds = {
        "school": SchoolTab,
        "people": PeopleTab,
        "calendar": CalendarTab,
        "places": PlacesTab,
        "rules": RulesTab,
        "days": DaysTab,
        "old_files": OldFilesTab,
        "look": LookTab,
    }
    match part:
        case "all":
            return SettingsPage(desk, find=find)
        case "computer":
            return ComputerTab(desk, find)
        case _:
            return kinds[part](desk)


class Settings:
    """One part of the settings in a window of its own; ``all`` is the whole page."""

    def __init__(
        self,
        qtbot: Any,
        office: Office,
        part: str = "school",
        *,
        on: date = TODAY,
        find: Any = no_keychain,
        practice: bool = False,
    ) -> None:
        self.qtbot = qtbot
        self.office = office
        self.desk: Desk = a_desk(office, on, practice=practice)
        self.page = _part(part, self.desk, find)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 800)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.tab = self.page
        self.page.setFocus()

    def press(self, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the keyboard is."""
        self.qtbot.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        self.qtbot.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()

    def click(self, button: QWidget) -> None:
        """Click with the mouse."""
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def dialog(self, kind: type[QDialog]) -> Any:
        """The one open dialog of this kind, with the keyboard in it."""
        found = [one for one in self.page.findChildren(kind) if one.isVisible()]
        assert len(found) == 1, f"{kind.__name__}: {len(found)} open"
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is found[0])
        # Offscreen there is no window manager to give the keyboard back.
        found[0].finished.connect(self.page.activateWindow)
        return found[0]

    def said(self) -> str:
        """What the bar of the part in sight says, once it says something."""
        self.qtbot.waitUntil(self.tab.notices.isVisible, timeout=10_000)
        return self.tab.notices.sentence.text()

    def rows(self, view: Any) -> list[list[str]]:
        """The texts of a list, row by row."""
        model = view.model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
