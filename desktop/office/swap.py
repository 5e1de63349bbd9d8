"""Put several files of the office in place together, or none of them, whatever happens between.

They are made in a folder of their own. Its new name is the moment that decides: before it nothing
has happened, from then on the files are put in place, if need be by the next start.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import folder_refuses
from desktop.paths import sync_folder

_MAKING = "next.making"
_READY = "next"
_BESIDE = ("-wal", "-shm")  # what the engine keeps beside a records file belongs to the old one


@contextmanager
def made_together(folder: Path) -> Iterator[Path]:
    """A private folder to make files in; they replace those of the same name in ``folder``.

    What is left of an earlier try is cleared up first. Nobody may have the files open.

    Raises:
        DeskError: ``cannot_write``; ``folder`` is as before, or the next ``finish`` completes it.
    """
    try:
        finish(folder)
        making = folder / _MAKING
        making.mkdir(mode=0o700)
        try:
            yield making
            _sync(making)
            making.rename(folder / _READY)  # from here on it goes forward only
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
        sync_folder(folder)
        finish(folder)
    except OSError:
        raise folder_refuses() from None


def finish(folder: Path) -> None:
    """Complete what was decided and throw away what was not; nothing happens where all is done."""
    shutil.rmtree(folder / _MAKING, ignore_errors=True)
    ready = folder / _READY
    if not ready.is_dir():
        return
    for made in sorted(ready.iterdir()):
        for ending in _BESIDE:
            folder.joinpath(made.name + ending).unlink(missing_ok=True)
        made.replace(folder / made.name)
    sync_folder(folder)
    ready.rmdir()


def _sync(making: Path) -> None:
    for one in making.iterdir():
        with one.open("rb+") as file:
            os.fsync(file.fileno())
    sync_folder(making)
