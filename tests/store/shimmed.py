"""The shim between a program and the system's file calls: built once, loaded into a program.

It needs a C compiler and a system with ``LD_PRELOAD``; where there is none, ``NEEDED`` skips.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("shim.c")
ROOT = Path(__file__).parents[2]
COMPILER = shutil.which("cc") or ""
NEEDED = pytest.mark.skipif(
    not COMPILER or not sys.platform.startswith("linux"), reason="a C compiler and LD_PRELOAD"
)


@cache
def built() -> Path:
    """The shim, compiled."""
    library = Path(tempfile.mkdtemp(prefix="shim-")) / "shim.so"
    command = [COMPILER, "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"]
    subprocess.run(command, check=True)  # noqa: S603  # our own source
    return library


def run_shimmed(module: str, root: Path, *arguments: str, limit_seconds: int = 3600) -> list[str]:
    """Run one of our modules with the shim over ``root``; gives the lines it printed."""
    environment = {**os.environ, "LD_PRELOAD": str(built()), "SHIM_ROOT": str(root)}
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", module, str(root), *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=limit_seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


class Shim:
    """The shim inside the program that has it loaded."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.shim_calls.restype = ctypes.c_long

    def arm(self, call: int, error: int, *, sticky: bool = False) -> None:
        """Let that call fail, counted from now; 0 for none."""
        self._library.shim_arm(ctypes.c_long(call), error, int(sticky))

    def calls(self) -> int:
        """How many there were since ``arm``."""
        return int(self._library.shim_calls())

    def record(self, path: Path) -> None:
        """Write every change and sync from now on to ``path``."""
        assert self._library.shim_record(str(path).encode()) >= 0
