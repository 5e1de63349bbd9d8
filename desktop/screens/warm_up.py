"""What the first letter would otherwise wait for, read beside the window once it stands idle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.screens import jobs
from desktop.screens.desk import Desk, read_letters, read_printouts

if TYPE_CHECKING:
    from desktop.letters.template import Templates

AFTER_MS = 600
"""After the queue was painted: hardly anybody has opened a request by then."""


def warm_up_soon(desk: Desk, owner: QObject) -> None:
    """Read the letters and load what draws them, once ``owner`` has stood there for a moment.

    Somebody who is quicker reads them in the window, as if nobody had begun.
    """

    def take(read: tuple[Templates, Templates]) -> None:
        desk.shipped_templates, desk.printout_templates = read
        QTimer.singleShot(0, owner, _load_the_window)

    wait = QTimer(owner, singleShot=True, interval=AFTER_MS)
    wait.timeout.connect(lambda: jobs.run(_read, owner=owner, on_done=take))
    wait.start()


def _read(_progress: object, _cancelled: object) -> tuple[Templates, Templates]:
    read = read_letters(), read_printouts()
    import pypdfium2  # noqa: F401, PLC0415  # what the preview is drawn with

    import desktop.letters.press  # noqa: F401, PLC0415  # loads reportlab

    return read


def _load_the_window() -> None:
    """Classes of Qt are made in the window's own thread; it takes a twentieth of a second."""
    import desktop.screens.letter  # noqa: F401, PLC0415
