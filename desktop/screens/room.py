"""How large a window may begin on this screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # what a window manager draws around; it is not known before the window is


def room_for(window: QWidget) -> QSize:
    """The largest size at which the whole of ``window`` is in sight, its frame too."""
    return window.screen().availableSize() - _FRAME
