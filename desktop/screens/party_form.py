"""The form for a person on file for a student: who they are and how to reach them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop.actions.families import put_on_file
from desktop.errors import DeskError
from desktop.records.ids import PartyId, StudentId, new_id
from desktop.records.party import Guardian, Party, Relationship
from desktop.records.school import Address
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.notices import FieldMessage
from desktop.screens.student_form import offer_languages
from desktop.screens.type_ahead import Suggestion, TypeAhead
from desktop.store import students
from desktop.store.near_names import NameFinder

_FIELDS = (
    "name", "relationship", "organization", "language", "phone", "email", "street", "street_2",
    "city", "state", "postal_code",
)  # fmt: skip


class PartyForm(KeptDialog):
    """Put a person on file for a student, or correct one.

    While adding, people who are in the file already are offered by name: a parent of two children
    is one person. A correction holds for all children the person is on file for, and says so.

    Signals:
        saved: the person is on file; carries the id.
    """

    shared: QLabel
    name: TypeAhead
    name_message: FieldMessage
    relationship: QComboBox
    relationship_message: FieldMessage
    organization: QLineEdit
    language: QComboBox
    phone: QLineEdit
    email: QLineEdit
    street: QLineEdit
    street_2: QLineEdit
    city: QLineEdit
    state: QLineEdit
    postal_code: QLineEdit

    saved = Signal(object)  # PartyId

    def __init__(
        self,
        desk: Desk,
        student: StudentId,
        parent: QWidget | None = None,
        *,
        guardian: Guardian | None = None,
    ) -> None:
        super().__init__(desk, parent, "party")
        self._student = student
        self._blank = Party(id=PartyId(new_id(desk.sign().at)), name="")
        self._party = guardian.party if guardian else self._blank
        # Never shown: the person's id is part of what is typed, so that a draft put back is still
        # the same person and not their double.
        self._known_id = QLineEdit(self)
        self._known_id.hide()
        self._fill(guardian)
        self._tell_shared()
        self._known_id.textChanged.connect(self._turn_to)
        kind = f"party.{student}.{guardian.party.id if guardian else 'new'}"
        fields = {name: getattr(self, name) for name in _FIELDS}
        self.keep(kind, fields | {"known": self._known_id})
        if guardian is None:
            self.setWindowTitle(self.tr("Put a person on file"))
            self._offer_people()

    def value(self) -> Party:
        """The person as typed."""
        return replace(
            self._party,
            name=self.name.text().strip(),
            organization=self.organization.text().strip(),
            address=Address(
                street=self.street.text().strip(),
                street_2=self.street_2.text().strip(),
                city=self.city.text().strip(),
                state=self.state.text().strip().upper(),
                postal_code=self.postal_code.text().strip(),
            ),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
            language=self.language.currentData(),
        )

    def places(self) -> Mapping[str, FieldMessage]:
        """Where each refusal belongs."""
        return {
            "party_name": self.name_message,
            "party_relationship": self.relationship_message,
        }

    # Filling

    def _fill(self, guardian: Guardian | None) -> None:
        words = self._desk.wording
        self.relationship.addItem(self.tr("Choose"), "")
        for one in Relationship:
            self.relationship.addItem(words.text(f"word.relationship.{one}"), one.value)
        if guardian is not None:
            self.relationship.setCurrentIndex(self.relationship.findData(guardian.relationship))
        offer_languages(
            self.language, self._desk.defaults, self._party.language, self.tr("Nobody asked")
        )
        self._put(self._party)
        self._known_id.setText(str(guardian.party.id) if guardian else "")

    def _put(self, party: Party) -> None:
        self.name.setText(party.name)
        self.organization.setText(party.organization)
        self.phone.setText(party.phone)
        self.email.setText(party.email)
        self.language.setCurrentIndex(max(0, self.language.findData(party.language)))
        self.street.setText(party.address.street)
        self.street_2.setText(party.address.street_2)
        self.city.setText(party.address.city)
        self.state.setText(party.address.state)
        self.postal_code.setText(party.address.postal_code)

    # People who are in the file already

    def _offer_people(self) -> None:
        finder = NameFinder(self._desk.store, "party_search")
        self.name.set_source(lambda text: self._known(finder.find(text)))
        self.name.picked.connect(self._take)
        self.name.let_go.connect(self._let_go)

    def _known(self, ids: Sequence[int]) -> list[Suggestion]:
        found = students.parties(self._desk.store, [PartyId(one) for one in ids])
        return [self._suggestion(party) for party in found]

    def _suggestion(self, party: Party) -> Suggestion:
        children = students.students_of(self._desk.store, party.id)
        names = ", ".join(one.full_name() for one in children)
        detail = self.tr("On file for {names}").format(names=names) if names else party.phone
        return Suggestion(
            id=party.id, title=party.name or party.organization, detail=detail, icon="person"
        )

    def _take(self, picked: Suggestion) -> None:
        self._known_id.setText(str(picked.id))
        self._put(self._party)
        self.name.set_choice(picked)
        self.relationship.setFocus()

    def _let_go(self) -> None:
        """Another name is typed: it is another person, and nobody's page is written over."""
        self._known_id.clear()
        self._put(replace(self._blank, name=self.name.text()))

    def _turn_to(self, known: str) -> None:
        self._party = (
            students.party(self._desk.store, PartyId(int(known))) if known else self._blank
        )
        self._tell_shared()

    def _tell_shared(self) -> None:
        others = [
            one
            for one in students.students_of(self._desk.store, self._party.id)
            if one.id != self._student
        ]
        self.shared.setVisible(bool(others))
        names = ", ".join(one.full_name() for one in others)
        told = self.tr("Also on file for {names}. What you change here changes there too.")
        self.shared.setText(told.format(names=names))

    # Saving

    def _save(self) -> None:
        party, chosen = self.value(), self.relationship.currentData()
        if not chosen:
            self._clear_messages()
            self.tell(
                DeskError(
                    "party_relationship",
                    self.tr("Nothing says how the person stands to the student."),
                    self.tr("Choose a relationship."),
                )
            )
            return
        desk, student = self._desk, self._student
        if self.attempt(
            lambda: put_on_file(desk.store, student, party, Relationship(chosen), by=desk.sign())
        ):
            self.saved.emit(party.id)

    @override
    def done(self, result: int) -> None:
        self.name.close_offers()
        super().done(result)
