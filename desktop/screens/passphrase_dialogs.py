"""Choose a new passphrase: one's own, or for a colleague who forgot theirs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.people import change_passphrase, give_passphrase
from desktop.errors import DeskError
from desktop.office.passphrase import check_passphrase
from desktop.records.person import Person
from desktop.screens.busy_dialog import BusyDialog
from desktop.screens.desk import Desk
from desktop.screens.notices import FieldMessage
from desktop.screens.office_job import run_with_store
from desktop.screens.passphrase import NewPassphrase, PassphraseField


class _PassphraseDialog(BusyDialog):
    """What both have in common: the pair of fields, the refusals, and waiting for the job."""

    intro: QLabel
    old: PassphraseField
    old_label: QLabel
    old_message: FieldMessage
    passphrase: NewPassphrase
    save: QPushButton

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("passphrase_dialog", parent)
        self._desk = desk
        self.old_message.attach(self.old.entry)
        self.old.edited.connect(self.old_message.clear)
        self.save.clicked.connect(self._save)

    def _save(self) -> None:
        self.notices.clear()
        try:
            check_passphrase(self.passphrase.value())
        except DeskError as fault:
            self.passphrase.tell(fault)
            return
        if self.passphrase.check():
            self._set_busy(True)
            self._change(self.passphrase.value())

    def _change(self, passphrase: str) -> None:
        raise NotImplementedError

    def _done(self) -> None:
        self.changed.emit()
        self.accept()

    @override
    def _parts(self) -> Sequence[QWidget]:
        return self.old, self.passphrase, self.save

    @override
    def _tell(self, fault: DeskError) -> bool:
        if fault.code.startswith("passphrase_"):
            self.passphrase.tell(fault)
        elif fault.code == "wrong_passphrase":
            self.old.entry.selectAll()
            self.old_message.tell(fault.sentence())
        else:
            return False
        return True


class MyPassphraseDialog(_PassphraseDialog):
    """One's own passphrase, after the one until now was proved.

    Signals:
        changed: the new one holds and the dialog closes.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.intro.setText(self.tr("Type the passphrase you have now, then the new one twice."))
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, passphrase: str) -> None:
        desk, old, by = self._desk, self.old.value(), self._desk.sign()
        run_with_store(
            desk,
            lambda store: change_passphrase(
                store, desk.home, desk.keys, desk.person, old=old, new=passphrase, by=by
            ),
            owner=self,
            on_done=lambda _nothing: self._done(),
            on_failed=self._refuse,
        )


class GivePassphraseDialog(_PassphraseDialog):
    """A colleague's passphrase: new, or in place of one they forgot. The journal notes who gave it.

    Signals:
        changed: the new one holds and the dialog closes.
    """

    def __init__(self, desk: Desk, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._person = person
        said = self.tr(
            "Let {name} type a new passphrase here, twice. One they had before no longer opens"
            " the records. The history notes that you gave it."
        )
        self.intro.setText(said.format(name=person.name))
        for part in (self.old, self.old_label, self.old_message):
            part.hide()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, passphrase: str) -> None:
        desk, person, by = self._desk, self._person, self._desk.sign()
        run_with_store(
            desk,
            lambda store: give_passphrase(store, desk.home, desk.keys, person, passphrase, by=by),
            owner=self,
            on_done=self._given,
            on_failed=self._refuse,
        )

    def _given(self, changes: Changes) -> None:
        self._desk.did(changes)
        self._done()
