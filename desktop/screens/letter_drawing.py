"""Drawing what is about to be printed: beside the window, one drawing at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.screens import jobs

if TYPE_CHECKING:
    from desktop.letters.press import Press

WAIT_MS = 150

Drawing = Callable[["Press", jobs.Progress, jobs.Cancelled], bytes]
"""Makes the PDF beside the window; what is long tells how far it is and asks if it is wanted."""


def at_once(draw: Callable[[Press], bytes]) -> Drawing:
    """What is so short that nobody asks."""
    return lambda press, _progress, _cancelled: draw(press)


class LetterDrawing(QObject):
    """Draws what ``drawing`` gives; what changed meanwhile is drawn right after.

    ``drawing`` is asked in the window's thread and gives the work for the other one.

    Signals:
        drawn: the PDF.
        progressed: how much of how much is drawn, of what takes long.
        failed: why it cannot be drawn, a ``DeskError``.
    """

    drawn = Signal(bytes)
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, drawing: Callable[[], Drawing], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._press: Press | None = None
        self._job: jobs.Job | None = None
        self._stale = False
        self._stopped = False
        self._when_quiet: Callable[[], object] | None = None
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.draw_now)

    @property
    def press(self) -> Press:
        """What letters are drawn with; it is warm after the first. For one thread at a time."""
        if self._press is None:
            from desktop.letters.press import Press  # noqa: PLC0415  # loads reportlab

            self._press = Press()
        return self._press

    def draw_soon(self) -> None:
        """The text changed: draw it when the typing pauses."""
        if not self._stopped:
            self._wait.start()

    def draw_now(self) -> None:
        """Draw it, once nothing else is being drawn."""
        self._wait.stop()
        if self._stopped:
            return
        if self._job is not None:
            self._stale = True
            return
        drawing = self._drawing()
        self._job = jobs.run(
            lambda progress, cancelled: drawing(self.press, progress, cancelled),
            owner=self,
            on_done=self.drawn.emit,
            on_failed=self.failed.emit,
            on_progress=self.progressed.emit,
        )
        self._job.over.connect(self._over)

    def stop(self) -> None:
        """Draw nothing more: nobody looks, and the file that a page is read from may be closed."""
        self._stopped = True
        self._stale = False
        self._when_quiet = None
        self._wait.stop()
        if self._job is not None:
            self._job.cancel()

    def when_quiet(self, then: Callable[[], object]) -> None:
        """Stop drawing and call ``then`` as soon as the press is free."""
        self._wait.stop()
        self._stale = False
        self._when_quiet = then
        if self._job is None:
            self._over()

    def _over(self) -> None:
        self._job = None
        then, self._when_quiet = self._when_quiet, None
        if then is not None:
            then()
        elif self._stale:
            self._stale = False
            self.draw_now()
