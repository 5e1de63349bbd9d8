"""Every screen test runs in the program's own look, light and at normal size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from desktop.screens.theme import apply_theme


@pytest.fixture(autouse=True)
def look(qapp):
    # Without a running event loop Qt keeps what was deleted "later", and a change of look would
    # polish every window of every test before.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return apply_theme(qapp, dark=False)
