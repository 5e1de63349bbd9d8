"""A new member of staff as fields: the first one in the set-up, others in the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.actions.people import NewPerson
from desktop.errors import DeskError
from desktop.records.person import Role, proposed_initials
from desktop.records.roles import shipped_roles
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage
from desktop.screens.passphrase import NewPassphrase


class PersonForm(QWidget):
    """Name, initials, work and a passphrase. Initials are proposed until they are typed.

    ``first`` is for the first person of an office, who looks after the others: only such work is
    offered.
    """

    name: QLineEdit
    name_message: FieldMessage
    initials: QLineEdit
    initials_message: FieldMessage
    role: QComboBox
    passphrase: NewPassphrase

    def __init__(self, parent: QWidget | None = None, *, first: bool = False) -> None:
        super().__init__(parent)
        load_form(self, "person")
        self._own_initials = False
        self.name_message.attach(self.name)
        self.initials_message.attach(self.initials)
        for role, words in self._roles():
            if not first or shipped_roles().may(role, "person.added"):
                self.role.addItem(words, role)
        self.setFocusProxy(self.name)
        self.name.textEdited.connect(self._propose)
        self.initials.textEdited.connect(self._keep_initials)

    def _roles(self) -> list[tuple[Role, str]]:
        return [
            (Role.FRONT_OFFICE, self.tr("Front office")),
            (Role.REGISTRAR, self.tr("Registrar")),
            (Role.PRINCIPAL, self.tr("Principal")),
            (Role.ADMINISTRATOR, self.tr("Administrator")),
        ]

    def value(self) -> NewPerson:
        """What is typed."""
        return NewPerson(
            name=self.name.text(),
            initials=self.initials.text(),
            role=Role(self.role.currentData()),
            passphrase=self.passphrase.value(),
        )

    def role_words(self) -> str:
        """The chosen work in words."""
        return self.role.currentText()

    def tell(self, fault: DeskError) -> bool:
        """Say what is wrong beside its field; False when it belongs to none."""
        match fault.code:
            case "person_name" if not self.name.text().strip():
                self.name_message.tell(fault.sentence())
            case "person_name" | "initials_taken":
                self.initials_message.tell(fault.sentence())
            case code if code.startswith("passphrase_"):
                self.passphrase.tell(fault)
            case _:
                return False
        return True

    def _propose(self, name: str) -> None:
        self.name_message.clear()
        if not self._own_initials:
            self.initials.setText(proposed_initials(name))

    def _keep_initials(self, typed: str) -> None:
        self.initials_message.clear()
        self._own_initials = bool(typed)
