"""The strip along the window's lower edge: who is signed in, what is open, late, copied."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.errors import DeskError
from desktop.screens.theme import set_look
from desktop.screens.widgets import ElidedLabel
from desktop.store import queries
from desktop.store.queries import QueueFilter

if TYPE_CHECKING:
    from desktop.screens.desk import Desk

_COUNTED = (QueueFilter.OPEN, QueueFilter.OVERDUE)
_DAY_WATCH_MS = 60_000
_WAIT_MS = 200  # many changes in a row are counted once


class StatusStrip(QFrame):
    """Counts that open their lists; it is filled once it is shown a desk.

    ``copies`` is where it is said how the copies of the records stand; it opens their settings.
    ``room`` is where it is said that the disk is nearly full.

    Signals:
        list_wanted: a count was pressed; carries the list of the queue it counts.
    """

    list_wanted = Signal(object)  # QueueFilter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, look="rail")
        self.signed_in = ElidedLabel()
        set_look(self.signed_in, look="small")
        self.counts = {shown: self._count(shown) for shown in _COUNTED}
        self._desk: Desk | None = None
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self.refresh)
        self._days = QTimer(self, interval=_DAY_WATCH_MS)
        self._days.timeout.connect(self._watch_day)
        self._day: date | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 4)
        layout.setSpacing(16)
        layout.addWidget(self.signed_in, 1)
        self.copies = self._button()
        self.room = self._button()
        for button in (*self.counts.values(), self.room, self.copies):
            layout.addWidget(button)

    def show_desk(self, desk: Desk) -> None:
        """Tell of this desk from now on."""
        self._desk = desk
        self.signed_in.set_full_text(f"{desk.person.name} ({desk.person.initials})")
        desk.changed.connect(self._soon.start)
        self._days.start()
        self.refresh()

    def _watch_day(self) -> None:
        if self._desk is not None and self._desk.today() != self._day:
            self.refresh()

    def refresh(self) -> None:
        """Count again. What cannot be counted is not shown: the list itself says why."""
        if self._desk is None:
            return
        desk, self._day = self._desk, self._desk.today()
        try:
            found = queries.open_counts(desk.store, person=desk.person.id, today=desk.today())
        except DeskError:
            found = {}
        for shown, button in self.counts.items():
            button.setVisible(shown in found)
            button.setText(self._said(shown, found.get(shown, 0)))
        late = self.counts[QueueFilter.OVERDUE]
        set_look(late, tone="danger" if found.get(QueueFilter.OVERDUE) else "")

    def _count(self, shown: QueueFilter) -> QPushButton:
        button = self._button()
        button.clicked.connect(partial(self.list_wanted.emit, shown))
        return button

    def _button(self) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.hide()
        set_look(button, bare=True)
        return button

    def _said(self, shown: QueueFilter, count: int) -> str:
        said = self.tr("{n} open") if shown is QueueFilter.OPEN else self.tr("{n} late")
        return said.format(n=f"{count:,}")
