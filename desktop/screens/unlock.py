"""Signing in: who, and their passphrase; or one clear sentence when the files cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from desktop.actions.office import open_office
from desktop.actions.signing_in import (
    Find,
    look_at_office,
    recall_office,
    remember_or_forget,
    unlock_office,
)
from desktop.errors import DeskError
from desktop.office.keychain import Remembered, system_keychain
from desktop.office.keys import KeyFile, VaultKeys
from desktop.office.tries import Tries
from desktop.paths import Home
from desktop.screens import jobs
from desktop.screens.form import load_form
from desktop.screens.icons import pixmap
from desktop.screens.notices import FieldMessage, Kind, NoticeBar
from desktop.screens.passphrase import PassphraseField
from desktop.screens.room import room_for
from desktop.screens.theme import set_look, theme

if TYPE_CHECKING:
    from desktop.actions.restoring import Restored

_WISHED = (620, 460)  # pixels at normal text
_CARD_WIDTH = 400
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
# Refusals of the person rather than of the files.
_OF_THE_PERSON = frozenset({"wrong_passphrase", "wait", "person_left"})
# Some of a file with these may still be read, page by page.
_READABLE_IN_PART = frozenset({"damaged", "truncated", "wrong_key"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keychain:
    """What asking the keychain brought: whether there is one, and what it remembers."""

    usable: bool
    remembered: Remembered | None


class UnlockScreen(QWidget):
    """Asks for a passphrase unless the keychain of this computer remembers it.

    The keychain is asked beside the window; until it answers, a passphrase can be typed as well,
    and whichever opens first counts. Faulty files are never touched.

    Args:
        home: where the office's files are.
        by_itself: whether a remembered key opens without being asked; not after somebody locked.
        fault: why the office did not open, where nobody signs in: told in place of the fields, and
            the button asks for another try.
        find: how the keychain is found.

    Signals:
        opened: the office is open; carries ``Opened``.
        again_wanted: another try, after ``fault``.
    """

    person: QComboBox
    person_label: QLabel
    passphrase: PassphraseField
    passphrase_message: FieldMessage
    remember: QCheckBox
    asks_each_time: QLabel
    progress: QProgressBar
    open: QPushButton
    use_code: QPushButton
    emblem: QLabel
    notices: NoticeBar
    middle: QFrame
    sign_in: QWidget
    faulty: QWidget
    fault_picture: QLabel
    fault_says: QLabel
    folder_says: QLabel
    save_readable: QPushButton
    restore: QPushButton
    restore_too: QPushButton
    look_again: QPushButton

    opened = Signal(object)  # Opened
    again_wanted = Signal()

    def __init__(
        self,
        home: Home,
        *,
        by_itself: bool = True,
        fault: DeskError | None = None,
        find: Find = system_keychain,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._by_itself = by_itself
        self._find = find
        self._tries = Tries(home)
        self._file: KeyFile | None = None
        self._found_copy = False
        self._over = False
        load_form(self, "unlock")
        self.progress.hide()
        self.remember.hide()
        self.asks_each_time.hide()
        set_look(self.look_again, primary=True)  # never in sight together with the other one
        self.folder_says.setText(
            self.tr("The office's folder: {folder}").format(folder=home.folder)
        )
        self._order_keys()
        self._connect()
        self._draw()
        if fault is None:
            self.look_again.clicked.connect(self.look)
            self.look()
        else:
            self.look_again.clicked.connect(self.again_wanted)
            self.restore.hide()  # no copy mends what is wrong then
            self.tell(fault)

    def _order_keys(self) -> None:
        """From the passphrase on to the button; what is seldom wanted comes after it."""
        places = (
            self.passphrase.entry,
            self.open,
            self.remember,
            self.passphrase.show_button,
            self.use_code,
            self.restore_too,
        )
        for one, after in pairwise(places):
            QWidget.setTabOrder(one, after)

    def _connect(self) -> None:
        self.open.clicked.connect(self._unlock)
        self.use_code.clicked.connect(self._use_code)
        self.save_readable.clicked.connect(self._save_readable)
        self.restore.clicked.connect(self._restore)
        self.restore_too.clicked.connect(self._restore)
        self.passphrase.edited.connect(self.passphrase_message.clear)
        self.person.currentIndexChanged.connect(self._another_person)
        theme().changed.connect(self._draw)

    @override
    def sizeHint(self) -> QSize:
        wished = QSize(*(theme().sizes.px(side) for side in _WISHED))
        return wished.expandedTo(super().sizeHint()).boundedTo(room_for(self))

    def look(self) -> None:
        """Look at the office's files and offer to sign in, or say what is wrong with them."""
        try:
            self._file = look_at_office(self._home)
        except DeskError as fault:
            self.tell(fault)
            return
        self._offer(self._file)
        self._ask_keychain(self._file)

    def tell(self, fault: DeskError) -> None:
        """Say why the office cannot be opened, in place of the fields."""
        self.fault_says.setText(fault.sentence())
        self.save_readable.setVisible(fault.code in _READABLE_IN_PART)
        self.sign_in.hide()
        self.faulty.show()
        self._focus_on(self.look_again)

    def _offer(self, file: KeyFile) -> None:
        self.faulty.hide()
        self.sign_in.show()
        self.person.clear()
        for slot in sorted(file.slots, key=lambda one: one.label):
            self.person.addItem(slot.label, slot.person)
        several = len(file.slots) > 1
        self.person.setVisible(several)
        self.person_label.setVisible(several)
        self._focus_on(self.person if several else self.passphrase)

    def _focus_on(self, part: QWidget) -> None:
        self.setFocusProxy(part)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _another_person(self) -> None:
        self.passphrase.clear()
        self.passphrase_message.clear()

    # The keychain

    def _ask_keychain(self, file: KeyFile) -> None:
        find, home, wanted = self._find, self._home, self._by_itself

        def ask(_progress: object, _cancelled: object) -> _Keychain:
            if find() is None:
                return _Keychain(usable=False, remembered=None)
            remembered = recall_office(home, file, find) if wanted else None
            return _Keychain(usable=True, remembered=remembered)

        jobs.run(ask, owner=self, on_done=self._heard)

    def _heard(self, keychain: _Keychain) -> None:
        self.remember.setVisible(keychain.usable)
        self.asks_each_time.setHidden(keychain.usable)
        remembered = keychain.remembered
        if remembered is not None and not self._over:
            self._found_copy = True
            self.remember.setChecked(True)
            self._enter(remembered.person, remembered.keys)

    # The passphrase

    def _unlock(self) -> None:
        typed, person, home = self.passphrase.value(), self.person.currentData(), self._home
        if not typed:
            self.passphrase_message.tell(self.tr("Type your passphrase."))
            return
        self._set_busy(True)
        tries = self._tries
        jobs.run(
            lambda _progress, _cancelled: unlock_office(home, person, typed, tries=tries),
            owner=self,
            on_done=lambda found: self._unlocked(person, found),
            on_failed=self._refused,
        )

    def _unlocked(self, person: int, found: VaultKeys) -> None:
        if self._over:
            return
        if self._file is not None and (self.remember.isChecked() or self._found_copy):
            self._keep(self._file, person, found)
        self._enter(person, found)

    def _keep(self, file: KeyFile, person: int, found: VaultKeys) -> None:
        wanted, find = self.remember.isChecked(), self._find
        app = QCoreApplication.instance()
        if app is None:
            return
        # The application owns it: the keychain may answer after this screen is gone.
        jobs.run(
            lambda _progress, _cancelled: remember_or_forget(
                file, person, found, wanted=wanted, find=find
            ),
            owner=app,
        )

    def _use_code(self) -> None:
        if self._file is None:
            return
        from desktop.screens.recover_dialog import RecoverDialog  # noqa: PLC0415  # rarely needed

        dialog = RecoverDialog(self._home, self._file, self)
        dialog.recovered.connect(self._enter)
        dialog.open()

    def _restore(self) -> None:
        from desktop.screens.restore_dialog import RestoreDialog  # noqa: PLC0415  # rarely needed

        dialog = RestoreDialog(self._home, self)
        dialog.restored.connect(self.tell_restored)
        dialog.salvage_wanted.connect(self._save_readable)
        dialog.open()

    def _save_readable(self) -> None:
        from desktop.screens.salvage_dialog import SalvageDialog  # noqa: PLC0415  # rarely needed

        dialog = SalvageDialog(self._home, self)
        dialog.used.connect(self.tell_rescued)
        dialog.open()

    def tell_rescued(self, aside: Path | None) -> None:
        """The office opens from what was saved: say so, and where the damaged file is."""
        self.look()
        said = self.tr("The office opens from the new file now. Sign in as before.")
        kept = self.tr("The damaged file is kept in {folder}.").format(folder=aside)
        self.notices.say(f"{said} {kept}" if aside else said, Kind.INFO)

    def tell_restored(self, restored: Restored) -> None:
        """A copy is in place: say so, and whoever signs in does it as on that day."""
        self.look()
        said = self.tr(
            "The copy is in place. Sign in with a passphrase of that day; where nobody knows one,"
            " use the recovery code. Whoever left since can sign in again: look at Settings,"
            " People."
        )
        if restored.set_aside is not None:
            kept = self.tr("What it replaced is kept in {folder}.")
            said = f"{said} {kept.format(folder=restored.set_aside)}"
        self.notices.say(said, Kind.INFO)

    def _refused(self, fault: DeskError) -> None:
        self._set_busy(False)
        if fault.code not in _OF_THE_PERSON:
            self.tell(fault)
            return
        self.passphrase.entry.selectAll()
        self.passphrase_message.tell(fault.sentence())

    def _enter(self, person: int, found: VaultKeys) -> None:
        try:
            opened = open_office(self._home, person, found)
        except DeskError as fault:
            self._refused(fault)
            return
        self._over = True
        self._set_busy(False)
        self.passphrase.clear()
        self.opened.emit(opened)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (self.person, self.passphrase, self.remember, self.open, self.use_code):
            part.setEnabled(not busy)

    def _draw(self) -> None:
        sizes, ratio = theme().sizes, self.devicePixelRatioF()
        self.middle.setMinimumWidth(
            min(sizes.px(_CARD_WIDTH), self.screen().availableSize().width())
        )
        self.emblem.setPixmap(pixmap("lock", sizes.px(24), ratio, "accent"))
        self.fault_picture.setPixmap(pixmap("alert", sizes.px(20), ratio, "danger"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        pressed = self.focusWidget()
        button = pressed if isinstance(pressed, QPushButton) else self._main_button()
        if button.isEnabled():
            button.click()

    def _main_button(self) -> QPushButton:
        return self.open if self.sign_in.isVisibleTo(self) else self.look_again
