"""When a window was painted for the first time: what nobody waits for begins then, not before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class FirstPaint(QObject):
    """Watches ``window`` until it is on the screen.

    A wait of so many milliseconds would end before the paint on a slow computer, and put in front
    of it all that was to come after.

    Signals:
        painted: the window was painted once; comes from the event loop, and never again.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def give_up(self) -> None:
        """Say nothing any more: what the window would show is closed before it was painted."""
        self.blockSignals(True)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and watched is self._window:
            watched.removeEventFilter(self)
            self._window.windowHandle().installEventFilter(self)
        elif event.type() is QEvent.Type.Expose:
            # The window paints itself while it handles this event; a timer comes after that.
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return False
