"""Fixtures every room uses."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No keychain in tests: a developer's own must not be read or written.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.offices import Office, an_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A new office in Texas, open, with a registrar signed in."""
    made = an_office(tmp_path / "home")
    yield made
    made.store.close()
