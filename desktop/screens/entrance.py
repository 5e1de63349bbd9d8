"""The first screen: set the office up when there is none, else sign in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.actions.office import Opened
from desktop.errors import DeskError
from desktop.office.keys import key_file_of
from desktop.paths import Home
from desktop.records.defaults import Defaults
from desktop.records.law import Law
from desktop.screens.setup import SetupWizard
from desktop.screens.unlock import UnlockScreen


class Entrance(QMainWindow):
    """Holds the set-up or the sign-in until an office is open.

    A records file or a key file that is there means "sign in", also when it is damaged: nothing
    is ever set up over what exists.
    """

    opened = Signal(object)  # Opened

    def __init__(
        self, home: Home, *, law_of: Callable[[str | None], Law], defaults: Defaults
    ) -> None:
        super().__init__()
        self.setWindowTitle("Records Desk")
        self._home = home
        exists = home.records_file.exists() or key_file_of(home.records_file).exists()
        if exists:
            self._unlock: UnlockScreen | None = UnlockScreen(home)
            self._unlock.opened.connect(self._pass_on)
            self._show(self._unlock)
        else:
            self._unlock = None
            setup = SetupWizard(home, law_of(None), defaults)
            setup.created.connect(self._pass_on)
            self._show(setup)

    def tell(self, fault: DeskError) -> None:
        """Say why the office did not open."""
        if self._unlock is not None:
            self._unlock.tell(fault)

    def _show(self, screen: QWidget) -> None:
        self.setCentralWidget(screen)
        self.resize(screen.sizeHint().expandedTo(self.minimumSizeHint()))
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pass_on(self, opened: Opened) -> None:
        self.opened.emit(opened)
