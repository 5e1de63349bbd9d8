"""Hear of the computer's own lock and sleep on Windows, which tells each window of them.

Where the system does not let itself be asked, nothing is heard, and ``auto_lock`` is what remains.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

# As Microsoft's documentation of window messages numbers them.
_SESSION_CHANGE: Final = 0x02B1
_SESSION_LOCK: Final = 7
_POWER_BROADCAST: Final = 0x0218
_SUSPEND: Final = 4
_LOCKING = frozenset({(_SESSION_CHANGE, _SESSION_LOCK), (_POWER_BROADCAST, _SUSPEND)})
_THIS_SESSION: Final = 0
_MESSAGE: Final = b"windows_generic_MSG"


class Message(ctypes.Structure):
    """A window message, as far as its kind and what happened (MSG of the Windows headers)."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("kind", ctypes.c_uint),
        ("what", ctypes.c_size_t),
    )


def says_lock(message: Message) -> bool:
    """Whether it says that this session was locked, or that the computer is about to sleep."""
    return (int(message.kind), int(message.what)) in _LOCKING


class WindowsLock(QObject):
    """Listens as long as it lives; elsewhere than on Windows it hears nothing.

    Signals:
        locked: the computer was locked or is about to sleep.
    """

    locked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._filter = _Filter(self.locked.emit)
        application = QCoreApplication.instance()
        if sys.platform == "win32" and application is not None:
            application.installNativeEventFilter(self._filter)
            _ask_for_session_changes(int(window.winId()))


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, heard: Callable[[], object]) -> None:
        super().__init__()
        self._heard = heard

    @override
    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: Any
    ) -> object:
        if eventType == _MESSAGE and says_lock(Message.from_address(int(message))):
            self._heard()
        return False, 0


def _ask_for_session_changes(window: int) -> None:
    """A window is told of sleep anyway, of the lock only where it asked for it."""
    try:
        terminal: Any = ctypes.CDLL("wtsapi32")
        terminal.WTSRegisterSessionNotification(ctypes.c_void_p(window), _THIS_SESSION)
    except (OSError, AttributeError):
        return
