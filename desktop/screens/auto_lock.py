"""Lock by itself: after some minutes without a key or the mouse, and when the computer sleeps.

What the system tells of its own lock and sleep comes over D-Bus, where there is one (Linux). On
every system a sleep is seen afterwards as well: the wall clock went on and the program did not.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

_LOOK_EVERY_MS = 2000
_SLEPT_SECONDS = 60.0  # more than any pause of a busy computer
_AT_WORK = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class AutoLock(QObject):
    """Watches whether somebody is at work in the program's windows.

    Args:
        minutes: gives after how many minutes without anything it locks; it may change.
        running: seconds the program has run; they stand still while the computer sleeps.
        wall: seconds by the wall clock.

    Signals:
        wanted: lock now.
    """

    wanted = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        parent: QObject | None = None,
        *,
        running: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._running = running
        self._wall = wall
        self._last = running()
        self._ahead = wall() - running()
        self._watched: QWindow | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(QGuiApplication.focusWindow())

    def look(self) -> None:
        """Ask for the lock where its time has come."""
        ahead = self._wall() - self._running()
        slept = ahead - self._ahead > _SLEPT_SECONDS
        self._ahead = ahead
        if slept or self._running() - self._last >= self._minutes() * 60:
            self._last = self._running()
            self.wanted.emit()

    def _watch(self, window: QWindow | None) -> None:
        """Watch the window that has the keyboard: its own events only, not those of each widget."""
        self._last = self._running()
        if window is not None and window is not self._watched:
            window.installEventFilter(self)
            self._watched = window

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _AT_WORK:
            self._last = self._running()
        return False
