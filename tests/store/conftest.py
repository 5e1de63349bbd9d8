"""A records file for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop.store.store import Store
from tests.store.files import create

MEMORY = Path("/dev/shm")  # noqa: S108  # a file system in memory, where the system has one
ENOUGH_BYTES = 1 << 30


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """The folder of a long soak lies in memory where it can: it makes many small files.

    A kill does not know the difference, and a power cut is made of what was recorded.
    """
    long = request.node.get_closest_marker("slow") is not None
    if not (long and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH_BYTES):
        yield tmp_path
        return
    with TemporaryDirectory(prefix="soak-", dir=MEMORY) as folder:
        yield Path(folder)


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
