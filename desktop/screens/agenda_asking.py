"""On the page of the day: note that the chosen place was asked again; its request stays closed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from desktop.actions.chasing import ask_again, take_back_asking
from desktop.errors import DeskError
from desktop.records.agenda import Item
from desktop.records.chasing import ladder
from desktop.records.ids import SourceId
from desktop.screens.desk import Desk
from desktop.screens.icons import set_icon
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.request_view import capital
from desktop.screens.tables import RowsView
from desktop.wording.asking import ask_said


class AskAgain(QObject):
    """The button beside the list of places, and A on the list; what was noted can be taken back."""

    def __init__(self, desk: Desk, button: QPushButton, rows: RowsView, notices: NoticeBar) -> None:
        super().__init__(button)
        self._desk = desk
        self._button = button
        self._notices = notices
        self._item: Item | None = None
        set_icon(button, "search")
        button.hide()
        button.clicked.connect(self._ask)
        self._key = QShortcut(QKeySequence(Qt.Key.Key_A), rows)
        self._key.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._key.setWhatsThis(self.tr("The chosen place was asked again today"))
        self._key.activated.connect(button.click)
        self._key.setEnabled(False)

    def offer(self, item: Item | None) -> None:
        """Offer it for a line about a place; for every other line there is no such button."""
        self._item = item if item is not None and item.source is not None else None
        self._button.setVisible(self._item is not None)
        self._key.setEnabled(self._item is not None)
        if self._item is not None:
            said = (ask_said(one, self._desk.wording) for one in self._item.codes)
            self._button.setText(capital(" ".join(said)))

    def _ask(self) -> None:
        item, desk = self._item, self._desk
        if item is None or item.source is None:
            return
        place, rungs = item.source, ladder(desk.defaults.chase)
        try:
            changes = ask_again(
                desk.store, item.request, place, rungs=rungs, today=desk.today(), by=desk.sign()
            )
        except DeskError as fault:
            self._notices.say_fault(fault)
            return
        desk.did(changes)
        self._notices.say(
            desk.wording.text("agenda.asked_again", place=item.words),
            Kind.SUCCESS,
            action=self.tr("Take it back"),
            on_action=lambda: self._take_back(item, place),
        )

    def _take_back(self, item: Item, place: SourceId) -> None:
        desk = self._desk
        try:
            desk.did(take_back_asking(desk.store, item.request, place, by=desk.sign()))
        except DeskError as fault:
            self._notices.say_fault(fault)
