"""The names of the tests' families are canaries: after each test they are looked for on the disk.

Everything a test left in its folder is read: records files and what lies beside them, copies,
settings, notes, files that were passed on. A name found there in UTF-8, UTF-16 or base64 fails the
test; so does one in what it logged or wrote as an error. Files that are meant to hold names are
those a test chose outside every office's folder.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

CANARIES = ("lvarez", "antern over seven")
"""The family of ``tests.offices``, and what opens its office, both without their first letters.

So one pattern finds them as they are and in small letters, as the search keeps them.
"""

MEANT_TO = frozenset({".pdf", ".csv", ".xlsx", ".txt", ".ics", ".png", ".json", ".toml", ".md"})
"""Endings of files that a person saves or gives the program to read, and of shipped examples."""

_RANDOM = "ballast"  # sixteen megabytes of noise that keep room on the disk
_OFFICE = ("office.records", "office.keys", "open.lock")


def written(name: str) -> Iterator[bytes]:
    """What a name looks like in a file, whatever is before and after it."""
    yield name.encode()
    yield name.upper().encode()
    yield name.encode("utf-16-le")[:-1]  # with a byte before it, big-endian too
    for before in range(3):  # base64 writes three bytes together
        # What stands beside the name is in the first letters and in the last ones too.
        whole = base64.b64encode(bytes(before) + name.encode())[(0, 2, 3)[before] :]
        yield whole[:-4] if whole.endswith(b"=") else whole


PATTERNS = tuple({pattern for name in CANARIES for pattern in written(name)})


def sung(data: bytes) -> bool:
    """Whether a canary is in there."""
    return any(pattern in data for pattern in PATTERNS)


def hits(folder: Path) -> list[Path]:
    """The files under a folder that hold a canary and are not meant to."""
    files = list(_under(folder))
    offices = {one.parent for one in files if one.name in _OFFICE}
    return [one for one in files if _looked_at(one, offices) and sung(_read(one))]


def _under(folder: Path) -> Iterator[Path]:
    """Every file; a folder that goes meanwhile, such as that of a copy being made, is no fault."""
    for place, _folders, names in os.walk(folder):
        yield from (Path(place, name) for name in names)


def _looked_at(path: Path, offices: set[Path]) -> bool:
    if path.is_symlink() or not path.is_file() or path.name == _RANDOM:
        return False
    ours = any(up in offices for up in path.parents)
    return ours or path.suffix not in MEANT_TO


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # a test took the right to read it
        return b""


def told(found: list[Path]) -> str:
    """What fails the test."""
    return "names of families on the disk, in clear: " + ", ".join(map(str, found))


@pytest.fixture(autouse=True)
def _canaries(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set up before, and so looked after last, when all is closed."""
    yield
    folder = request.node.funcargs.get("tmp_path")
    if folder is not None and (found := hits(folder)):
        pytest.fail(told(found))


@pytest.fixture(autouse=True, scope="session")
def _canaries_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What several tests share is looked at once, at the end."""
    yield
    shared = [one for one in tmp_path_factory.getbasetemp().iterdir() if "test_" not in one.name]
    if found := [path for one in shared if one.is_dir() for path in hits(one)]:
        pytest.fail(told(found))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """A test that passed and logged a name did not pass."""
    report = yield
    if (
        report.passed
        and report.when == "call"
        and sung(f"{report.caplog}{report.capstderr}".encode())
    ):
        report.outcome, report.longrepr = "failed", f"{item.nodeid} logged a name of a family"
    return report
