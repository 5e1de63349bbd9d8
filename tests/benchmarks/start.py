"""The whole process from its start to a usable queue, beside an empty PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence

from tests.benchmarks.stores import Large
from tests.benchmarks.timing import Line, beside, median, ratio

ROUNDS = 15


def measure(office: Large, command: Sequence[str] = ()) -> Iterator[Line]:
    """Start to the first painted queue.

    Args:
        office: whose queue is opened, its keys at hand.
        command: another command to time, which must end by itself; empty for the window.
    """
    window = [sys.executable, "-m", "tests.benchmarks.queue_window", str(office.home.folder)]
    works = {
        "bare": _process([sys.executable, "-m", "tests.benchmarks.bare_window"]),
        "queue": _process(command or window),
    }
    times = beside(works, ROUNDS)
    yield Line(what="an empty window, whole process", value=median(times["bare"]))
    yield Line(
        what="start to usable queue, to an empty window",
        value=ratio(times, "queue", "bare"),
        unit="x",
        goal=1.6,
        note=f"{median(times['queue']):.0f} ms",
    )


class _process:  # noqa: N801  # a verb: it is called
    """Runs a command to its end; compiled modules are kept, as after an installation."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._environment = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        } | {"QT_QPA_PLATFORM": "offscreen"}

    def __call__(self) -> None:
        subprocess.run(self._command, check=True, env=self._environment)  # noqa: S603  # our own
