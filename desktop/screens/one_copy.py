"""One window for one office: a second start brings the first window to the front.

The second says so by writing into a small file that the first watches, and the first answers by
emptying it. Where no answer comes, the second tells who has the office open.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.office import moment
from desktop.office.hold import HeldError, Holder
from desktop.office.opening import hold_of, open_elsewhere
from desktop.paths import Home

WISH_FILE = "open.wish"
_ASK_MS = 50
_PATIENCE = 20  # times asked: a second


class OneCopy(QObject):
    """Holds the office's folder for this copy of the program, as long as the program runs.

    Signals:
        wished: a second start asks for this window; bring it to the front.
        granted: the first window came to the front on our asking; nothing is left to do here.
    """

    wished = Signal()
    granted = Signal()

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = home.folder
        self._hold = hold_of(home)
        self._wish = home.folder / WISH_FILE
        self._watcher: QFileSystemWatcher | None = None
        self._asked = 0

    @property
    def ended_badly(self) -> bool:
        """Whether the program before ended without letting go, as after a power cut."""
        return self._hold.left_behind

    def take(self) -> None:
        """Hold the folder, once there is one; a folder that cannot be written goes unheld.

        Raises:
            DeskError: ``open_elsewhere``: another copy holds it, with who, where and since when.
        """
        if self._hold.taken or not self._folder.is_dir():
            return
        try:
            self._hold.take(moment.now())
        except HeldError as held:
            self._ask_first(held.holder)
            raise open_elsewhere(held.holder) from None
        except OSError:
            return  # what cannot be written cannot be harmed: opening it will tell
        self._listen()

    def let_go(self) -> None:
        """Another copy may open the office."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            self._wish.unlink(missing_ok=True)
        self._hold.let_go()

    # In the first copy

    def _listen(self) -> None:
        if not _written(self._wish, b""):
            return
        self._watcher = QFileSystemWatcher([str(self._wish)], self)
        self._watcher.fileChanged.connect(self._grant)

    def _grant(self) -> None:
        with suppress(OSError):
            if self._wish.stat().st_size == 0:
                return  # our own answer
        _written(self._wish, b"")
        self.wished.emit()

    # In the second

    def _ask_first(self, holder: Holder | None) -> None:
        if holder is None or not holder.here or not self._wish.exists():
            return
        if _written(self._wish, b"!"):
            self._asked = 0
            QTimer.singleShot(_ASK_MS, self, self._hear)

    def _hear(self) -> None:
        self._asked += 1
        with suppress(OSError):
            if self._wish.stat().st_size == 0:
                self.granted.emit()
                return
        if self._asked < _PATIENCE:
            QTimer.singleShot(_ASK_MS, self, self._hear)


def _written(path: Path, body: bytes) -> bool:
    try:
        path.touch(mode=0o600)
        path.write_bytes(body)
    except OSError:
        return False
    return True
