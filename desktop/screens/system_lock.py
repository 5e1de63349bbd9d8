"""Hear of the computer's own lock and sleep over D-Bus: logind and the screen savers of desktops.

Where there is no D-Bus nothing is heard, and ``auto_lock`` is what remains.
"""

from __future__ import annotations

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_LOGIN = "org.freedesktop.login1"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver")


class SystemLock(QObject):
    """Listens as long as it lives.

    Signals:
        locked: the computer was locked or is about to sleep.
    """

    locked = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        system: QDBusConnection | None = None,
        session: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        system = system or QDBusConnection.systemBus()
        session = session or QDBusConnection.sessionBus()
        if system.isConnected():
            self._hear(system, f"{_LOGIN}.Manager", "PrepareForSleep", "began(bool)")
            self._hear(system, f"{_LOGIN}.Session", "Lock", "now()")
        if session.isConnected():
            for saver in _SAVERS:
                self._hear(session, saver, "ActiveChanged", "began(bool)")

    def _hear(self, bus: QDBusConnection, interface: str, name: str, slot: str) -> None:
        # From whoever says it. PySide6 declares bytes for the slot and refuses them when called.
        bus.connect("", "", interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    @Slot(bool)
    def began(self, on: bool) -> None:  # D-Bus says so
        """Sleep or the screen saver begins (True) or ends."""
        if on:
            self.locked.emit()

    @Slot()
    def now(self) -> None:
        """The session is locked."""
        self.locked.emit()
