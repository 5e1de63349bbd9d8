"""Settings: who works here and how they sign in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.actions.changes import Changes
from desktop.actions.changes import Kind as Touched
from desktop.actions.people import person_leaves
from desktop.errors import DeskError
from desktop.office import key_files
from desktop.records.person import Person, Role
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.passphrase_dialogs import GivePassphraseDialog, MyPassphraseDialog
from desktop.screens.person_dialog import PersonDialog
from desktop.screens.signature_dialog import SignatureDialog
from desktop.screens.tables import Column, RowsModel, RowsView


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """One member of staff, and whether they have a way in."""

    person: Person
    signs_in: bool


class PeopleTab(QWidget):
    """The staff, those who work here first. Nobody is ever deleted: the history names them."""

    notices: NoticeBar
    people: RowsView
    change_mine: QPushButton
    sign: QPushButton
    give: QPushButton
    leave: QPushButton
    add: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        load_form(self, "settings_people")
        self._model = RowsModel(self._columns(), parent=self)
        self.people.setModel(self._model)
        self.setFocusProxy(self.people)
        self.people.row_chosen.connect(self._offer)
        self.add.clicked.connect(self._add)
        self.change_mine.clicked.connect(self._change_mine)
        self.sign.clicked.connect(self._sign)
        self.give.clicked.connect(self._give)
        self.leave.clicked.connect(self._leave)
        desk.changed.connect(self._office_changed)
        self.refresh()

    def _columns(self) -> list[Column[StaffRow]]:
        return [
            Column(title=self.tr("Name"), text=lambda row: row.person.name, stretch=True),
            Column(title=self.tr("Initials"), text=lambda row: row.person.initials, width=10),
            Column(title=self.tr("Work"), text=self._work, width=16),
            Column(title=self.tr("Signs in"), text=self._way_in, width=22, quiet=True),
        ]

    def _work(self, row: StaffRow) -> str:
        return {
            Role.FRONT_OFFICE: self.tr("Front office"),
            Role.REGISTRAR: self.tr("Registrar"),
            Role.PRINCIPAL: self.tr("Principal"),
            Role.ADMINISTRATOR: self.tr("Administrator"),
        }[row.person.role]

    def _way_in(self, row: StaffRow) -> str:
        if not row.person.active:
            return self.tr("No longer works here")
        if row.person.id == self._desk.person.id:
            return self.tr("Yes, this is you")
        return self.tr("Yes") if row.signs_in else self.tr("No passphrase")

    def refresh(self) -> None:
        """Read the staff again; the chosen one stays chosen."""
        chosen = self.chosen()
        slots = self._slots()
        rows = [
            StaffRow(person=person, signs_in=person.id in slots) for person in self._desk.people()
        ]
        self._model.set_rows(rows)
        ids = [row.person.id for row in rows]
        if chosen is not None and chosen.id in ids:
            self.people.choose_place(ids.index(chosen.id))
        self._offer()

    def _slots(self) -> set[int]:
        try:
            file = key_files.load(key_files.key_file_of(self._desk.home.records_file))
        except DeskError as fault:
            self.notices.say_fault(fault)
            return set()
        return {slot.person for slot in file.slots}

    def chosen(self) -> Person | None:
        """The person chosen in the list."""
        row = self.people.current_row()
        return row.person if row else None

    def _offer(self, _row: object = None) -> None:
        """What can be done for the chosen one; the practice office asks for no passphrase."""
        chosen, practice = self.chosen(), self._desk.practice
        somebody_else = chosen is not None and chosen.active and chosen.id != self._desk.person.id
        self.leave.setEnabled(somebody_else)
        self.give.setEnabled(somebody_else and not practice)
        self.change_mine.setEnabled(not practice)

    def _office_changed(self, changes: Changes) -> None:
        if Touched.OFFICE in changes.kinds:
            self.refresh()

    def _add(self) -> None:
        dialog = PersonDialog(self._desk, self)
        dialog.added.connect(lambda: self._say(self.tr("The person is added.")))
        dialog.open()

    def _change_mine(self) -> None:
        dialog = MyPassphraseDialog(self._desk, self)
        dialog.changed.connect(lambda: self._say(self.tr("Your new passphrase holds from now on.")))
        dialog.open()

    def _sign(self) -> None:
        dialog = SignatureDialog(self._desk, self)
        dialog.saved.connect(self._say)
        dialog.open()

    def _give(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            dialog = GivePassphraseDialog(self._desk, chosen, self)
            dialog.changed.connect(lambda: self._say(self.tr("The new passphrase holds.")))
            dialog.open()

    def _leave(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        dialog = ConfirmDialog(
            self.tr("{name} no longer works here?").format(name=chosen.name),
            self.tr(
                "They can no longer sign in. What they entered stays in the history under their"
                " initials, and requests they own stay theirs until you give them to somebody."
            ),
            self.tr("Take them off"),
            self,
        )
        dialog.accepted.connect(lambda: self._take_off(chosen))
        dialog.open()

    def _take_off(self, person: Person) -> None:
        desk = self._desk
        self._do(
            lambda: person_leaves(desk.store, desk.home, desk.keys, person, by=desk.sign()),
            self.tr("They can no longer sign in."),
        )

    def _do(self, act: Callable[[], Changes], said: str) -> None:
        try:
            changes = act()
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self._desk.did(changes)
        self._say(said)

    def _say(self, sentence: str) -> None:
        self.notices.say(sentence, Kind.SUCCESS)
