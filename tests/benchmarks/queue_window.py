"""The program's own window on a large office, keys in hand, until the queue is painted.

Run as a program of its own: ``python -m tests.benchmarks.queue_window FOLDER``. It ends the process
after the first paint of the list.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from desktop import start_up
from desktop.__main__ import _why_no_window, _why_not_this_qt

if _why_no_window() or _why_not_this_qt():  # what the door does before anything else
    sys.exit("no window can open here")

from PySide6.QtCore import QEvent, QObject, QTimer
from typing_extensions import override

from desktop.actions.office import open_office
from desktop.application import Application, Start
from desktop.office.keys import VaultKeys
from desktop.paths import Home
from desktop.screens.theme import new_application
from desktop.screens.window import DeskWindow
from desktop.screens.worklist import WorklistPage

DATABASE_KEY = bytes(range(32))
JOURNAL_KEY = bytes(range(32, 64))
MARK_KEY = bytes(range(64, 96))


class KnownKeys(VaultKeys):
    """The keys of the benchmark's file."""

    @property
    def database(self) -> bytes:
        """Everybody may know it."""
        return DATABASE_KEY

    @property
    def journal(self) -> bytes:
        """Everybody may know it."""
        return JOURNAL_KEY

    @property
    def mark(self) -> bytes:
        """Everybody may know it."""
        return MARK_KEY


class EndsWhenPainted(QObject):
    """Ends the process once the watched widget was painted."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False


def main(folder: str, end: Callable[[DeskWindow, WorklistPage], object]) -> None:
    """Show the window as after signing in; ``end`` sees to its end."""
    start_up.loaded()
    app = new_application()
    home = Home(folder=Path(folder))
    program = Application(app, Start(home=home))
    program._show_window(open_office(home, 1, KnownKeys(vault_key=DATABASE_KEY)))
    page = program.window.findChild(WorklistPage) if program.window else None
    if program.window is None or page is None or not page.rows.model().rowCount():
        sys.exit("the queue did not open")
    end(program.window, page)
    app.exec()


def end_when_painted(_window: DeskWindow, page: WorklistPage) -> None:
    """End with the first paint of the list."""
    viewport = page.rows.viewport()
    viewport.installEventFilter(EndsWhenPainted(viewport))


if __name__ == "__main__":
    main(sys.argv[1], end_when_painted)
