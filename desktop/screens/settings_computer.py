"""Settings: what this computer remembers, where the files are, and which program this is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from desktop import __version__
from desktop.actions.changes import Changes
from desktop.actions.signing_in import Find
from desktop.errors import DeskError
from desktop.office import key_files, keychain, settings
from desktop.office.keys import KeyFile
from desktop.office.settings import WindowSettings
from desktop.screens import jobs
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.desktop_notice import notices_possible
from desktop.screens.form import load_form
from desktop.screens.label_shift import LabelShift
from desktop.screens.notices import FieldMessage, Kind, NoticeBar
from desktop.screens.widgets import KeyValues
from desktop.store.verify import Outcome, Verification, verify
from desktop.wording.verification import limits_said, verification_said


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Whether there is a keychain to be trusted, and whom it remembers."""

    usable: bool
    person: int | None = None


class ComputerTab(QWidget):
    """Nothing here concerns a family; the keychain is asked beside the window."""

    notices: NoticeBar
    keychain_says: QLabel
    forget: QPushButton
    label_right: QLineEdit
    label_right_message: FieldMessage
    label_down: QLineEdit
    label_down_message: FieldMessage
    keep_labels: QPushButton
    lock_minutes: QComboBox
    save_lock: QPushButton
    digest: QCheckBox
    desktop_notices: QCheckBox
    notices_say: QLabel
    save_reminders: QPushButton
    new_code: QPushButton
    check: QPushButton
    check_says: QLabel
    check_result: NoticeBar
    limits_say: QLabel
    checking: QProgressBar
    files: KeyValues
    copy_folder: QPushButton
    program: KeyValues

    def __init__(self, desk: Desk, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._find = find
        load_form(self, "settings_computer")
        self.forget.hide()
        self.checking.hide()
        self.forget.clicked.connect(self._forget)
        for minutes in range(1, 16):
            said = self.tr("1 minute") if minutes == 1 else self.tr("{n} minutes")
            self.lock_minutes.addItem(said.format(n=minutes), minutes)
        self.lock_minutes.setCurrentIndex(settings.load(desk.home).lock_minutes - 1)
        self.save_lock.clicked.connect(self._save_lock)
        self._show_reminders()
        self.new_code.clicked.connect(self._new_code)
        self.new_code.setEnabled(not desk.why_not("vault.recovery_code"))
        self.new_code.setToolTip(desk.why_not("vault.recovery_code"))
        self.check.clicked.connect(self._check)
        self.copy_folder.clicked.connect(self._copy_folder)
        right = (self.label_right, self.label_right_message)
        down = (self.label_down, self.label_down_message)
        self._shift = LabelShift(desk.home, right, down, self.keep_labels)
        self._shift.kept.connect(self._tell_kept)
        self.setFocusProxy(self.copy_folder)
        self._show_facts()

    def _show_facts(self) -> None:
        words = self._desk.wording
        self.limits_say.setText("\n\n".join(words.say(one) for one in limits_said()))
        home = self._desk.home
        self.files.show_facts(
            [
                (self.tr("Records"), str(home.records_file)),
                (self.tr("Keys"), str(key_files.key_file_of(home.records_file))),
                (self.tr("Look and windows"), str(home.settings_file)),
            ]
        )
        self.program.show_facts(
            [(self.tr("Records Desk"), __version__), (self.tr("Qt"), qVersion())]
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Ask the keychain again whom it remembers."""
        if self._desk.practice:
            self.keychain_says.setText(self.tr("The practice office asks for no passphrase."))
            return
        file, find = self._key_file(), self._find
        if file is not None:
            jobs.run(lambda _progress, _cancelled: _ask(file, find), owner=self, on_done=self._tell)

    def _key_file(self) -> KeyFile | None:
        try:
            return key_files.load(key_files.key_file_of(self._desk.home.records_file))
        except DeskError as fault:
            self.notices.say_fault(fault)
            return None

    def _tell(self, known: _Known) -> None:
        self.forget.setVisible(known.person is not None)
        if known.person is not None:
            said = self.tr("This computer remembers {initials} and opens the records by itself.")
            self.keychain_says.setText(said.format(initials=self._initials(known.person)))
        elif known.usable:
            self.keychain_says.setText(
                self.tr("This computer remembers nobody: the passphrase is asked for each time.")
            )
        else:
            self.keychain_says.setText(
                self.tr(
                    "This computer has no keychain that can be trusted, so the passphrase is asked"
                    " for each time."
                )
            )

    def _initials(self, person: int) -> str:
        found = (one.initials for one in self._desk.people() if one.id == person)
        return next(found, self.tr("somebody"))

    def _forget(self) -> None:
        file, find = self._key_file(), self._find
        if file is not None:
            jobs.run(
                lambda _progress, _cancelled: keychain.forget(file.vault, find),
                owner=self,
                on_done=self._forgotten,
            )

    def _forgotten(self, gone: bool) -> None:  # what the job brought
        self.refresh()
        if gone:
            self.notices.say(
                self.tr("Forgotten. The passphrase is asked for from now on."), Kind.SUCCESS
            )
        else:
            self.notices.say(
                self.tr(
                    "The keychain still has it. Unlock this computer's keychain and try again."
                ),
                Kind.WARNING,
            )

    def _save_lock(self) -> None:
        known = settings.load(self._desk.home)
        self._save(settings.replace(known, lock_minutes=self.lock_minutes.currentData()))

    def _show_reminders(self) -> None:
        known = settings.load(self._desk.home)
        self.digest.setChecked(known.digest)
        self.desktop_notices.setChecked(known.desktop_notices)
        self.save_reminders.clicked.connect(self._save_reminders)
        if not notices_possible():
            self.desktop_notices.setEnabled(False)
            self.notices_say.setText(
                self.tr("This computer has no place where a program may show notices.")
            )

    def _save_reminders(self) -> None:
        known = settings.load(self._desk.home)
        wanted = settings.replace(
            known,
            digest=self.digest.isChecked(),
            desktop_notices=self.desktop_notices.isChecked(),
        )
        self._save(wanted)
        self._desk.did(Changes.of_office())  # the sign of the desktop comes or goes at once

    def _save(self, wanted: WindowSettings) -> None:
        if settings.save(self._desk.home, wanted):
            self.notices.say(self.tr("Saved."), Kind.SUCCESS)
        else:
            self.notices.say(self.tr("The disk did not take it."), Kind.WARNING)

    def _new_code(self) -> None:
        from desktop.screens.recovery_code import RecoveryCodeDialog  # noqa: PLC0415  # rarely

        dialog = RecoveryCodeDialog(self._desk, self)
        dialog.accepted.connect(
            lambda: self.notices.say(self.tr("The new code holds from now on."), Kind.SUCCESS)
        )
        dialog.open()

    def _check(self) -> None:
        path, vault = self._desk.home.records_file, self._desk.keys
        self.check_result.clear()
        self._set_checking(True)
        jobs.run(
            lambda _progress, _cancelled: verify(path, vault),
            owner=self,
            on_done=self._checked,
        )

    def _checked(self, found: Verification) -> None:
        self._set_checking(False)
        said = (
            found.fault.sentence()
            if found.fault
            else self._desk.wording.paragraph(verification_said(found))
        )
        if found.outcome is Outcome.CLEAN:
            self.check_says.setText(said)
            announce(self.check_says, said)
        else:
            self.check_result.say(said, Kind.DANGER)

    def _set_checking(self, busy: bool) -> None:
        self.checking.setVisible(busy)
        self.check.setEnabled(not busy)

    def _tell_kept(self, kept: bool) -> None:  # what the settings file took
        if kept:
            self.notices.say(self.tr("Kept for this computer."), Kind.SUCCESS)
        else:
            self.notices.say(
                self.tr("The disk did not take it. Make room on it and try again."), Kind.WARNING
            )

    def _copy_folder(self) -> None:
        QGuiApplication.clipboard().setText(str(self._desk.home.folder))
        announce(self.copy_folder, self.tr("Folder copied"))
        self.notices.say(self.tr("The folder's name is copied."), Kind.SUCCESS)


def _ask(file: KeyFile, find: Find) -> _Known:
    if find() is None:
        return _Known(usable=False)
    found = keychain.recall(file.vault, find)
    return _Known(usable=True, person=found.person if found else None)
