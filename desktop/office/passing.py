"""The folder for passing files: what libraries and printing write on the way; nothing stays.

The program itself passes everything through memory or pipes. What it is built on may not: printing
on Linux and macOS, for one, writes the whole document into the system's folder first.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

_VARIABLES = ("TMPDIR", "TEMP", "TMP")


class Passing:
    """The office's own folder for passing files, readable by its owner only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def use(self) -> None:
        """From now on everything in this process passes files here, once the office has a folder.

        A folder that cannot be written leaves the system's own in use.
        """
        if not self._folder.parent.is_dir():
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            self._folder.chmod(0o700)
            tempfile.tempdir = str(self._folder)
            os.environ.update(dict.fromkeys(_VARIABLES, str(self._folder)))

    def sweep(self) -> None:
        """Take out whatever lies in it, a crash's too; what is in use goes the next time."""
        with suppress(OSError):
            for one in self._folder.iterdir():
                if one.is_dir() and not one.is_symlink():
                    shutil.rmtree(one, ignore_errors=True)
                else:
                    with suppress(OSError):
                        one.unlink()
