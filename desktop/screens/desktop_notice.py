"""A notice on the computer's desktop: how many things wait, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon


def notices_possible() -> bool:
    """Whether this system has a place where programs show notices."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class DesktopNotice(QObject):
    """The program's sign among those of the system, there only while notices are wanted.

    Where the system has no place for such signs, nothing is shown and nothing goes wrong.

    Signals:
        pressed: the sign or a notice was clicked.
    """

    pressed = Signal()

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tray: QSystemTrayIcon | None = None

    def want(self, wanted: bool) -> None:  # as it is switched
        """Put the sign there, or take it away."""
        if not wanted or not notices_possible():
            self.take_away()
        elif self._tray is None:
            self._tray = QSystemTrayIcon(self._icon, self)
            self._tray.setToolTip("Records Desk")
            self._tray.activated.connect(self.pressed)
            self._tray.messageClicked.connect(self.pressed)
            self._tray.show()

    def take_away(self) -> None:
        """No sign any more."""
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    def tell(self, said: str) -> bool:
        """Show a notice; whether there is a place for it."""
        if self._tray is None:
            return False
        self._tray.showMessage("Records Desk", said, self._icon)
        return True
