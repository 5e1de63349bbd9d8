"""Fixtures every room uses."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No keychain in tests: a developer's own must not be read or written.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.canaries import (  # noqa: F401  # found by their names
    _canaries,
    _canaries_of_all,
    pytest_runtest_makereport,
)
from tests.figures import figure, pytest_terminal_summary  # noqa: F401  # the same
from tests.offices import Office, an_office

_LONGEST_MS = 60_000


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Leave what the test showed, as the program leaves its window, before any file is closed.

    A page shown without its window has nobody who would: work that is not over yet would bring
    its result to it when the file is closed already.
    """
    if "qapp" in getattr(item, "fixturenames", ()):
        from tests.desks import leave_what_is_shown  # noqa: PLC0415  # Qt, for some rooms only

        leave_what_is_shown()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A new office in Texas, open, with a registrar signed in."""
    made = an_office(tmp_path / "home")
    yield made
    made.store.close()


@pytest.fixture
def qtbot(qtbot: Any) -> Iterator[Any]:
    """The bot, which also holds every widget until the test is over or the widget gone.

    It knows them by weak references only. A window that nothing else holds would be collected
    whenever Python tidies up, in the middle of its own painting too, which ends the process.

    What it waits for it goes on from at once; how long it waits at most is for a busy machine,
    where five seconds by the clock may be one of work.
    """
    for wait in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=_LONGEST_MS))
    held: dict[int, Any] = {}
    add = qtbot.addWidget

    def add_and_hold(widget: Any, **how: Any) -> None:
        place = id(widget)
        held[place] = widget
        widget.destroyed.connect(lambda *_: held.pop(place, None))  # closed by its own test
        add(widget, **how)

    qtbot.addWidget = add_and_hold
    yield qtbot
    held.clear()
