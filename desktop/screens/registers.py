"""The office's registers, one a tab: disclosures, lists, holds, opt-outs, consents."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.register_consents import ConsentsTab
from desktop.screens.register_disclosures import DisclosuresTab
from desktop.screens.register_holds import HoldsTab
from desktop.screens.register_lists import ListsTab
from desktop.screens.register_opt_outs import OptOutsTab
from desktop.screens.register_tab import RegisterTab


class RegistersPage(QWidget):
    """What the office must be able to show about all of its students.

    Signals:
        request_opened: show the request behind a line; carries its id.
        student_opened: show a student; carries the id.
        moment_changed: another tab asks for other guidance; carries the moment.
    """

    tabs_place: QVBoxLayout

    request_opened = Signal(object)  # RequestId
    student_opened = Signal(object)  # StudentId
    moment_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "registers")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Registers"))
        self.tabs_place.addWidget(self.tabs)
        self.disclosures = DisclosuresTab(desk)
        self.lists = ListsTab(desk)
        self.holds = HoldsTab(desk)
        self.opt_outs = OptOutsTab(desk)
        self.consents = ConsentsTab(desk)
        self._moments: list[str] = []
        for tab, title, moment in (
            (self.disclosures, self.tr("Disclosures"), "disclosure_log"),
            (self.lists, self.tr("Lists"), "directory_optout"),
            (self.holds, self.tr("Holds"), "closing"),
            (self.opt_outs, self.tr("Opt-outs"), "directory_optout"),
            (self.consents, self.tr("Consents"), "consent"),
        ):
            self._add(tab, title)
            self._moments.append(moment)
        self.setFocusProxy(self.tabs.tabBar())
        self.tabs.currentChanged.connect(lambda _place: self.moment_changed.emit(self.moment))

    @property
    def moment(self) -> str:
        """The guidance that belongs to the tab in sight."""
        return self._moments[self.tabs.currentIndex()]

    def _add(self, tab: RegisterTab[Any], title: str) -> None:
        self.tabs.addTab(tab, title)
        tab.request_opened.connect(self.request_opened)
        tab.student_opened.connect(self.student_opened)
