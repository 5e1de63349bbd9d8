"""What lies over the window's page: dialogs lock as it does, and give the keyboard back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:  # the window puts this together
    from desktop.screens.window import DeskWindow

LOCK_KEYS = "Ctrl+L"
_LOCKS = "locks"


def open_dialogs(window: QWidget) -> list[QDialog]:
    """The dialogs in sight over a window, the lowest first."""
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


class WindowDialogs(QObject):
    """Sees to the dialogs over one window."""

    def __init__(self, window: DeskWindow) -> None:
        super().__init__(window)
        self._window = window

    def close_all(self) -> None:
        """Close what lies over the page, the topmost first; each keeps what is typed in it."""
        for dialog in reversed(open_dialogs(self._window)):
            dialog.reject()

    def let_them_lock(self) -> None:
        """The keys that lock and cover work in dialogs too: the window's do not reach them."""
        for dialog in open_dialogs(self._window):
            if not dialog.property(_LOCKS):
                dialog.setProperty(_LOCKS, True)
                QShortcut(QKeySequence(LOCK_KEYS), dialog).activated.connect(self._window.lock_now)
                self._window.privacy.serve(dialog)

    def take_keyboard_back(self) -> None:
        """A letter or another dialog was closed: go on in the page, with its tips."""
        page = self._window.pages.currentWidget()
        if page is None or not self._window.isVisible() or QApplication.activeModalWidget():
            return
        self._window.activateWindow()
        at = self._window.focusWidget()
        if at is None or not at.isVisible() or not at.isEnabled():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.tips.follow(page)
