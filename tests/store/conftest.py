"""A records file for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store.store import Store
from tests.store.files import create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the records file of this test lies; nothing else is in that folder."""
    folder = tmp_path / "office"
    folder.mkdir()
    return folder / "office.records"


@pytest.fixture
def closed_file(path: Path) -> Path:
    """A sound records file nobody has open."""
    create(path).close()
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new, open records file."""
    made = create(path)
    yield made
    made.close()
