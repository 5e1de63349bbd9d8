"""Learning at the window itself: the tour for a new clerk, and the drill that is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.office import settings
from desktop.screens.desk import Desk

if TYPE_CHECKING:  # the window puts this together; the tour comes once in a lifetime
    from desktop.screens.tour import Stop, Tour
    from desktop.screens.window import DeskWindow


class WindowLearning(QObject):
    """Shows around, and names the drill that is on; ``tour`` is the one in sight."""

    def __init__(self, window: DeskWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self.tour: Tour | None = None

    def show_around(self) -> None:
        """The tour of five stops, over the queue."""
        from desktop.screens.tour import Tour  # noqa: PLC0415  # once in a lifetime

        if self.tour is not None:
            return
        self._window.show_queue()
        over = self._window.centralWidget() or self._window
        self.tour = Tour(over, self._stops(), self._desk.wording)
        self.tour.ended.connect(self._tour_over)

    def _stops(self) -> tuple[Stop, ...]:
        from desktop.screens.tour import Stop  # noqa: PLC0415  # the same

        window = self._window
        return (
            Stop("new_request", lambda: window.new_request),
            Stop("queue", lambda: window.turn.kept["queue"]),
            Stop("guidance", lambda: window.guidance),
            Stop("library", lambda: window.library),
            Stop("lock", lambda: window.lock),
        )

    def _tour_over(self) -> None:
        self.tour = None
        known = settings.load(self._desk.home)
        settings.save(self._desk.home, settings.replace(known, tour_seen=True))
        page = self._window.turn.current
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_drill(self, title: str) -> None:
        """The drill that is on, and the way to have it looked at; no title ends it."""
        if not title:
            self._window.notices.clear()
            return
        self._window.notices.say(
            self.tr("Drill: {title}. Work the case, then have it looked at.").format(title=title),
            action=self.tr("Check what I did"),
            on_action=self.look_at_drill,
        )

    def look_at_drill(self) -> None:
        """Turn to what was done in the drill."""
        self._window.turn.library().to_drills()
