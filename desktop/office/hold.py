"""Hold a folder for one program at a time, with a note of who does, where, and since when.

The lock is the system's own: it ends with the program that holds it, however that ends, and a
shared folder passes it on to other computers. The note beside it only tells.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_FILE = "open.lock"
_FAR = 1 << 30  # past the note: Windows keeps a locked byte from being read


class Holder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who holds a folder: the name of the account, the computer, and the moment it was taken."""

    who: str
    computer: str
    since: datetime
    pid: int = 0

    @property
    def here(self) -> bool:
        """Whether it is a program on this computer."""
        return self.computer == _computer()


class HeldError(Exception):
    """Another program holds the folder; ``holder`` is None where its note cannot be read."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__("held")
        self.holder = holder


class Hold:
    """One hold, by its lock file. It does nothing until it is taken.

    ``left_behind`` is true once it is taken where the program before ended without letting go.
    """

    def __init__(self, lock_file: Path) -> None:
        self._path = lock_file
        self._handle = -1
        self.left_behind = False

    @property
    def taken(self) -> bool:
        """Whether it is ours."""
        return self._handle >= 0

    def take(self, at: datetime) -> None:
        """Hold it until ``let_go`` or the end of the program.

        Raises:
            HeldError: another program does.
            OSError: the lock file cannot be made, or the place knows no locks.
        """
        if self.taken:
            return
        binary = getattr(os, "O_BINARY", 0)
        handle = os.open(self._path, os.O_CREAT | os.O_RDWR | binary, 0o600)
        try:
            _lock(handle)
        except BlockingIOError:
            os.close(handle)
            raise HeldError(self.holder()) from None
        except BaseException:
            os.close(handle)
            raise
        self._handle = handle
        with suppress(OSError):
            self.left_behind = os.fstat(handle).st_size > 0
        self._note(at)

    def holder(self) -> Holder | None:
        """Who holds it by the note, or held it last."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Holder)
        except (OSError, ValueError):
            return None

    def let_go(self) -> None:
        """Another program may take it."""
        if self.taken:
            with suppress(OSError):
                os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = -1

    def _note(self, at: datetime) -> None:
        holder = Holder(who=_account(), computer=_computer(), since=at, pid=os.getpid())
        with suppress(OSError):  # a full disk: it is held all the same
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, msgspec.json.encode(holder))


def _computer() -> str:
    import platform  # noqa: PLC0415  # at start-up it is needed after the first paint, if at all

    return platform.node()


def _account() -> str:
    import getpass  # noqa: PLC0415  # the same

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            raise BlockingIOError from None
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
