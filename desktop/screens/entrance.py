"""The first screen: set the office up when there is none, else sign in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow

from desktop.actions.office import has_office
from desktop.actions.signing_in import Find
from desktop.errors import DeskError
from desktop.office.keychain import system_keychain
from desktop.office.place import room_left
from desktop.paths import Home
from desktop.records.defaults import Defaults
from desktop.records.law import Law
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.room import room_for
from desktop.screens.setup import SetupWizard
from desktop.screens.unlock import UnlockScreen

if TYPE_CHECKING:
    from desktop.actions.restoring import Restored


class Entrance(QMainWindow):
    """Holds the set-up or the sign-in until an office is open.

    A records file or a key file that is there means "sign in", also when it is damaged: nothing
    is ever set up over what exists.

    Args:
        home: where the office's files are.
        law_of: gives the law of a state, or of all for ``None``.
        defaults: the lists a new office starts with.
        by_itself: whether a remembered key opens without being asked; not after somebody locked.
        fault: why the practice office did not open; told in place of both.
        find: how the keychain is found.

    Signals:
        opened: the office is open; carries ``Opened``.
        again_wanted: another try, after ``fault``.
    """

    opened = Signal(object)  # Opened
    again_wanted = Signal()

    def __init__(
        self,
        home: Home,
        *,
        law_of: Callable[[str | None], Law],
        defaults: Defaults,
        by_itself: bool = True,
        fault: DeskError | None = None,
        find: Find = system_keychain,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Records Desk")
        self._home = home
        self._find = find
        self._screen: UnlockScreen | SetupWizard
        if fault is not None or has_office(home):
            self._show_unlock(by_itself=by_itself, fault=fault)
        else:
            setup = SetupWizard(home, law_of(None), defaults)
            setup.created.connect(self.opened)
            setup.restored.connect(self._tell_restored)
            self._show(setup)

    def _show_unlock(self, *, by_itself: bool, fault: DeskError | None = None) -> UnlockScreen:
        unlock = UnlockScreen(self._home, by_itself=by_itself, fault=fault, find=self._find)
        unlock.opened.connect(self.opened)
        unlock.again_wanted.connect(self.again_wanted)
        self._show(unlock)
        if fault is None:
            self._tell_room()
        return unlock

    def _tell_room(self) -> None:
        """Say before anybody works that the disk is nearly full: what is saved may not fit."""
        left = room_left(self._home)
        if left:
            from desktop.wording.sentences import load_wording  # noqa: PLC0415  # hardly ever

            said = load_wording("en").text("room.nearly_full", megabytes=left)
            self.notices.say(said, Kind.WARNING)

    def _tell_restored(self, restored: Restored) -> None:
        """The set-up is not needed any more: sign in."""
        self._show_unlock(by_itself=False).tell_restored(restored)

    @property
    def notices(self) -> NoticeBar:
        """Where the screen says what went wrong."""
        return self._screen.notices

    def _show(self, screen: UnlockScreen | SetupWizard) -> None:
        self._screen = screen
        self.setCentralWidget(screen)
        wished = screen.sizeHint().expandedTo(self.minimumSizeHint())
        self.resize(wished.boundedTo(room_for(self)))
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
