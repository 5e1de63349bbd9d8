"""The button in the strip that says that the disk of the office's files is nearly full."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

from desktop.office.place import room_left
from desktop.screens.desk import Desk
from desktop.screens.icons import set_icon
from desktop.screens.notices import Kind, NoticeBar

_BETWEEN_MS = 60_000


class RoomLight(QObject):
    """Looks every minute; it speaks up once each time the disk gets full, and then stays in sight.

    The button says it again in full.
    """

    def __init__(self, button: QPushButton, notices: NoticeBar, desk: Desk) -> None:
        super().__init__(button)
        self._button = button
        self._notices = notices
        self._desk = desk
        button.setText(desk.wording.text("room.brief"))
        set_icon(button, "warning", "warning")
        button.clicked.connect(self._tell)
        watch = QTimer(self, interval=_BETWEEN_MS)
        watch.timeout.connect(self.look)
        watch.start()
        self.look()

    def look(self) -> None:
        """See how much is left."""
        full, known = bool(self._left()), not self._button.isHidden()
        self._button.setVisible(full)
        if full:
            self._button.setToolTip(self._said())
            self._button.setAccessibleDescription(self._said())
            if not known:
                self._tell()

    def _tell(self) -> None:
        if self._left():
            self._notices.say(self._said(), Kind.WARNING)
        else:
            self.look()

    def _said(self) -> str:
        return self._desk.wording.text("room.nearly_full", megabytes=self._left())

    def _left(self) -> int:
        return room_left(self._desk.home)
