"""What was copied in the program's windows does not stay in the clipboard after a lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication


class Copied(QObject):
    """Watches whether what is in the clipboard came from here.

    Not every system tells who owns a clipboard, so what came into it while one of the program's
    windows had the keyboard counts as copied here. ``at_work`` tells whether one has it.
    """

    def __init__(
        self, parent: QObject | None = None, *, at_work: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._at_work = at_work or _is_active
        self._ours: dict[QClipboard.Mode, bool] = {}
        QGuiApplication.clipboard().changed.connect(self._note)

    def _note(self, mode: QClipboard.Mode) -> None:
        self._ours[mode] = self._at_work()

    def take_back(self) -> None:
        """Empty the clipboard of what was copied here; what another program put there stays."""
        clipboard = QGuiApplication.clipboard()
        for mode, ours in list(self._ours.items()):
            if ours:
                clipboard.clear(mode)


def _is_active() -> bool:
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
