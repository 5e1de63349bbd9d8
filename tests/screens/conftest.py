"""Every screen test runs in the program's own look, light and at normal size."""

from __future__ import annotations

import pytest

from desktop.screens.theme import apply_theme


@pytest.fixture(autouse=True)
def look(qapp):
    yield apply_theme(qapp, dark=False)
    apply_theme(qapp, dark=False)
