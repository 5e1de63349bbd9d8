"""A file for the office to use: private before it has content, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import DeskError
from desktop.records.file_name import is_safe


@contextmanager
def private_file(path: Path, body: bytes) -> Iterator[Callable[[], None]]:
    """Write ``body`` beside ``path``, for this person alone; calling what is given puts it there.

    A file that was at ``path`` is replaced then. Left without the call, nothing stays.

    Raises:
        DeskError: ``file_name``: some computer of an office would take the name for something
            else; ``not_saved``. What was there is as it was.
    """
    _check_name(path.name)
    beside = path.with_name(f"{path.name}.new")
    with _told():
        _write(beside, body)
    try:
        yield lambda: _put(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _check_name(name: str) -> None:
    if not is_safe(name):
        raise DeskError(
            "file_name",
            "A file of this name cannot be kept on every computer.",
            'Leave out \\ / : * ? " < > | and names such as CON or LPT1.',
        )


def _put(beside: Path, path: Path) -> None:
    with _told():
        beside.replace(path)


def _write(beside: Path, body: bytes) -> None:
    beside.unlink(missing_ok=True)
    binary = getattr(os, "O_BINARY", 0)  # Windows would write two signs at every end of a line
    handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | binary, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise DeskError(
            "not_saved",
            f"The file was not saved: {fault.strerror or 'the disk refused it'}.",
            "Choose another folder.",
        ) from fault
