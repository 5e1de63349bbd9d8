"""One window for one office: a second copy of the program says that the first one is open."""

from __future__ import annotations

from PySide6.QtCore import QLockFile, QSysInfo

from desktop.errors import DeskError
from desktop.paths import Home

LOCK_FILE = "open.lock"


class OneCopy:
    """Holds the office's folder for this copy of the program, as long as the program runs.

    What a crash left behind never stands in the way, nor does another computer on a shared
    folder: whether the copy there still runs cannot be told from here.
    """

    def __init__(self, home: Home) -> None:
        self._folder = home.folder
        self._lock = QLockFile(str(home.folder / LOCK_FILE))
        self._lock.setStaleLockTime(0)  # only a program that is gone is stale, however long it ran

    def take(self) -> None:
        """Hold the folder, once there is one; a folder that cannot be written goes unheld.

        Raises:
            DeskError: ``open_elsewhere``; another copy on this computer holds it.
        """
        if self._lock.isLocked() or not self._folder.is_dir() or self._lock.tryLock(0):
            return
        if self._lock.error() is QLockFile.LockError.LockFailedError and self._is_held_here():
            raise DeskError(
                "open_elsewhere",
                "This office is open in another Records Desk window on this computer.",
                "Go on there, or close that window and look again.",
            )

    def let_go(self) -> None:
        """Another copy may open the office."""
        self._lock.unlock()

    def _is_held_here(self) -> bool:
        _pid, computer, _program = self._lock.getLockInfo()  # empty where nothing can be read
        return bool(computer == QSysInfo.machineHostName())
