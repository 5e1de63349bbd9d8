"""The program's own window after a bad end: until the queue is painted and the file is checked.

Run as a program of its own: ``python -m tests.benchmarks.checked_window FOLDER``.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from typing_extensions import override

from desktop.screens import window_care
from tests.benchmarks.queue_window import main

if TYPE_CHECKING:
    from desktop.screens.window import DeskWindow
    from desktop.screens.worklist import WorklistPage
    from desktop.store.verify import Verification


class EndsWhenChecked(window_care.WindowCare):
    """Ends the process once the file was checked, which begins after the first paint."""

    @override
    def _tell_check(self, found: Verification) -> None:
        os._exit(0 if found.outcome == "clean" else 1)


def end_when_checked(window: DeskWindow, _page: WorklistPage) -> None:
    """Have the file checked, and end with what was found."""
    window_care.WindowCare = EndsWhenChecked  # type: ignore[misc]  # the window asks for it late
    window.want_check()


if __name__ == "__main__":
    main(sys.argv[1], end_when_checked)
