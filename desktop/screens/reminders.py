"""What the window of a signed-in person reminds of by itself, begun once it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.screens.room_light import RoomLight

if TYPE_CHECKING:
    from desktop.screens.desk import Desk
    from desktop.screens.window import DeskWindow


class Reminders(QObject):
    """Owned by the window, and gone with it."""

    def __init__(self, window: DeskWindow, desk: Desk) -> None:
        super().__init__(window)
        self.room = RoomLight(window.status.room, window.notices, desk)
