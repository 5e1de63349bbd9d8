"""The whole process from its start to a usable queue, beside an empty PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence

from tests.benchmarks.stores import Large, large_office
from tests.benchmarks.timing import Line, beside, median, ratio

ROUNDS = 15
CHECKED_REQUESTS = 28_000  # about 100 MB


def measure(office: Large, command: Sequence[str] = ()) -> Iterator[Line]:
    """Start to the first painted queue.

    Args:
        office: whose queue is opened, its keys at hand.
        command: another command to time, which must end by itself; empty for the window.
    """
    window = _window("queue_window", office)
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
    yield from _checked(office)


def _checked(office: Large) -> Iterator[Line]:
    """The same after a bad end, when the whole file is checked beside the window."""
    middle = large_office(CHECKED_REQUESTS, office.today)
    works = {name: _process(_window(name, middle)) for name in ("queue_window", "checked_window")}
    times = beside(works, ROUNDS // 3)
    yield Line(
        what="the same with the whole file checked",
        value=median(times["checked_window"]),
        goal=1.5 * median(times["queue_window"]) + 1000,
        note=f"{middle.home.records_file.stat().st_size / 1e6:.0f} MB",
    )


def _window(name: str, office: Large) -> list[str]:
    return [sys.executable, "-m", f"tests.benchmarks.{name}", str(office.home.folder)]


class _process:  # noqa: N801  # a verb: it is called
    """Runs a command to its end; compiled modules are kept, as after an installation."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._environment = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        } | {"QT_QPA_PLATFORM": "offscreen"}

    def __call__(self) -> None:
        subprocess.run(self._command, check=True, env=self._environment)  # noqa: S603  # our own
