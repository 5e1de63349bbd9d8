"""What clicks would otherwise wait for, read beside the window once it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.screens import jobs
from desktop.screens.desk import Desk, read_letters, read_printouts

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.letters.template import Templates
    from desktop.records.law import Law

AFTER_MS = 600
"""After the queue was painted: hardly anybody has opened a request by then."""


def read_the_law(desk: Desk, owner: QObject, then: Callable[[], object]) -> None:
    """Read the law and the words that are left, some fifty files, and then do ``then``.

    Whoever needs the law sooner reads it in the window, as if nobody had begun. ``then`` comes also
    where it cannot be read: who needs it next reads it again and is told.
    """
    state = desk.school.state

    def read(_progress: object, _cancelled: object) -> Law | None:
        try:
            law = desk.law_of(state)
            _ = desk.wording.faults  # reads what was not said yet
        except Exception:  # noqa: BLE001  # nobody is locked out of the lock by a book of rules
            return None
        return law

    def take(law: Law | None) -> None:
        if law is not None:
            desk.take_law(state, law)
        then()

    jobs.run(read, owner=owner, on_done=take)


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
