"""Who asks: someone on file for the student, the student, or someone else typed in on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from desktop.actions.changes import Changes, Kind
from desktop.records.age import turns_18_on
from desktop.records.ids import PartyId, new_id
from desktop.records.party import Guardian, Party, Relationship
from desktop.records.school import Address
from desktop.records.student import Student
from desktop.screens.choices import ChoiceList
from desktop.screens.desk import Desk
from desktop.screens.intake_part import FormPart
from desktop.screens.intake_typed import TypedRequester, contact_fields
from desktop.screens.type_ahead import Suggestion, TypeAhead
from desktop.store import students
from desktop.store.near_names import NameFinder

STUDENT, OTHER = "student", "other"
# Kept on file unless the tick is taken away: people who will ask again with the same right.
_KEPT = frozenset(
    {
        Relationship.MOTHER,
        Relationship.FATHER,
        Relationship.PARENT,
        Relationship.GUARDIAN,
        Relationship.SELF,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks. ``relationship`` is None until it was said; a new party may still lack a name."""

    party: Party
    is_new: bool
    relationship: Relationship | None
    put_on_file: bool


class RequesterPart(FormPart):
    """The people on file as a numbered list, and the fields of someone else.

    Signals:
        settled: someone on file was taken by number or Enter: go on to what they want.
    """

    askers: ChoiceList
    askers_label: QLabel
    askers_hint: QLabel
    other_person: QFrame
    other_grid: QGridLayout
    other_name_label: QLabel
    other_name: TypeAhead
    relationship: QComboBox
    organization_label: QLabel
    organization: QLineEdit
    phone: QLineEdit
    email: QLineEdit
    street: QLineEdit
    city: QLineEdit
    state: QLineEdit
    postal_code: QLineEdit
    keep_on_file: QCheckBox

    settled = Signal()

    def __init__(self, root: QWidget, desk: Desk) -> None:
        super().__init__(root)
        self._desk = desk
        self._finder = NameFinder(desk.store, "party_search")
        self._student: Student | None = None
        self._on_file: dict[str, Guardian] = {}
        self._existing: Party | None = None
        self._new_id = PartyId(new_id(desk.sign().at))
        self._keep: bool | None = None
        self._body = False
        self._offered: tuple[object, ...] | None = None
        self.other_name.set_source(self._suggest)
        self._fill_relationships()
        self._connect()
        self.show_student(None, is_new=False)

    def _contact(self) -> tuple[QLineEdit, ...]:
        address = (self.street, self.city, self.state, self.postal_code)
        return (self.organization, self.phone, self.email, *address)

    def _fill_relationships(self) -> None:
        self.relationship.setPlaceholderText(self.tr("Choose"))
        for one in Relationship:
            self.relationship.addItem(
                self._desk.wording.text(f"word.relationship.{one}"), one.value
            )
        self.relationship.setCurrentIndex(-1)

    def _connect(self) -> None:
        self.askers.chosen.connect(self._chosen)
        self.askers.settled.connect(self._settle)
        self.other_name.picked.connect(self._picked)
        self.other_name.let_go.connect(self._let_go)
        self.relationship.currentIndexChanged.connect(self._related)
        self.keep_on_file.clicked.connect(self._decided)
        for field in (self.other_name, *self._contact()):
            field.textEdited.connect(self.changed)
        self._desk.changed.connect(self._office_changed)

    # Who can be chosen

    def show_student(self, student: Student | None, *, is_new: bool) -> None:
        """Offer the people on file for ``student``; the same student again changes nothing."""
        adult = student is not None and self._is_18(student)
        offered = (student.id, is_new, adult) if student else None
        self._student = student
        if offered == self._offered and student is not None:
            return
        self._offered = offered
        found = (
            [] if student is None or is_new else students.guardians(self._desk.store, student.id)
        )
        self._on_file = {f"party:{one.party.id}": one for one in found}
        self._offer(adult=adult)

    def _offer(self, *, adult: bool) -> None:
        held = self.askers.choice()
        choices = list(self._choices(adult=adult)) if self._student else []
        self.askers.offer(choices)
        self.askers.setVisible(len(choices) > 1)
        self.askers.set_choice(held if len(choices) > 1 else OTHER)
        self._take_for_a_body()
        self._show()

    def _choices(self, *, adult: bool) -> Iterator[tuple[str, str]]:
        for key, one in self._on_file.items():
            yield key, self._said(one)
        asks_already = any(g.relationship is Relationship.SELF for g in self._on_file.values())
        if adult and not asks_already:
            yield STUDENT, self.tr("The student, who is 18 or older")
        yield OTHER, self.tr("Someone else")

    def _said(self, one: Guardian) -> str:
        relationship = self._desk.wording.text(f"word.relationship.{one.relationship}")
        facts = (one.party.name or one.party.organization, relationship, one.party.phone)
        return " · ".join(fact for fact in facts if fact)

    def _is_18(self, student: Student) -> bool:
        born_on = student.born_on
        return born_on is not None and turns_18_on(born_on) <= self._desk.today()

    def _chosen(self, _key: str) -> None:  # Qt's signal
        self._show()
        self.changed.emit()

    def _settle(self) -> None:
        if self.askers.choice() == OTHER:
            self.entrance().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.settled.emit()

    def ask_for_body(self, *, body: bool) -> None:
        """A third party is a body first, with somebody who writes for it; a family is a person."""
        if body == self._body:
            return
        self._body = body
        name = (self.other_name_label, self.other_name)
        organization = (self.organization_label, self.organization)
        first, second = (organization, name) if body else (name, organization)
        for part in (*first, *second):
            self.other_grid.removeWidget(part)
        self.other_grid.addWidget(first[0], 0, 0)
        self.other_grid.addWidget(first[1], 0, 1, 1, 3)
        self.other_grid.addWidget(second[0], 1, 2)
        self.other_grid.addWidget(second[1], 1, 3)
        self.other_name_label.setText(self.tr("Who writes") if body else self.tr("Name"))
        QWidget.setTabOrder(first[1], self.relationship)
        QWidget.setTabOrder(self.relationship, second[1])
        self._take_for_a_body()
        self._show()

    def _take_for_a_body(self) -> None:
        """A body where nobody was said to ask: it is someone else."""
        if self._body and not self.askers.choice() and self._student is not None:
            self.askers.set_choice(OTHER)

    # Who it is

    def asking(self) -> Asking | None:
        """Who asks, or None while nobody was chosen."""
        match self.askers.choice():
            case "":
                return None
            case key if key in self._on_file:
                one = self._on_file[key]
                return Asking(
                    party=one.party, is_new=False, relationship=one.relationship, put_on_file=False
                )
            case key if key == STUDENT:
                return self._student_asks()
            case _:
                return self._someone_else()

    def _student_asks(self) -> Asking:
        # Kept on file, so that the next request of the same student knows them as the same asker.
        name = self._student.full_name() if self._student else ""
        party = Party(id=self._new_id, name=name)
        return Asking(party=party, is_new=True, relationship=Relationship.SELF, put_on_file=True)

    def _someone_else(self) -> Asking:
        chosen = self.relationship.currentData()
        return Asking(
            party=self._existing or self._typed_party(),
            is_new=self._existing is None,
            relationship=Relationship(chosen) if chosen else None,
            put_on_file=self.keep_on_file.isChecked(),
        )

    def _typed_party(self) -> Party:
        return Party(
            id=self._new_id,
            name=self.other_name.text().strip(),
            organization=self.organization.text().strip(),
            address=Address(
                street=self.street.text().strip(),
                city=self.city.text().strip(),
                state=self.state.text().strip(),
                postal_code=self.postal_code.text().strip(),
            ),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
        )

    def entrance(self) -> QWidget:
        """Where the keyboard goes when it is not clear who asks."""
        if self.askers.choice() == OTHER:
            return self.organization if self._body else self.other_name
        return self.askers.focusProxy() or self.askers

    def go_in(self) -> None:
        """Put the keyboard where one says who asks."""
        self.entrance().setFocus(Qt.FocusReason.OtherFocusReason)

    def holds(self, widget: QWidget) -> bool:
        """Whether ``widget`` is one of this part's fields."""
        return self.askers.isAncestorOf(widget) or self.other_person.isAncestorOf(widget)

    # What is typed

    def typed(self) -> TypedRequester:
        """What stands in the fields."""
        chosen = self.askers.choice()
        return TypedRequester(
            chosen=chosen if len(self.askers.offered()) > 1 else "",
            existing=self._existing.id if self._existing else 0,
            name=self.other_name.text(),
            relationship=self.relationship.currentData() or "",
            keep=self._keep,
            organization=self.organization.text(),
            phone=self.phone.text(),
            email=self.email.text(),
            street=self.street.text(),
            city=self.city.text(),
            state=self.state.text(),
            postal_code=self.postal_code.text(),
        )

    def put(self, typed: TypedRequester) -> None:
        """Put back what ``typed`` gave, after the student was put back."""
        self._new_id = PartyId(new_id(self._desk.sign().at))
        self._keep = typed.keep
        self._existing = self._party(typed.existing)
        self.other_name.set_choice(None)
        self.other_name.setText(typed.name)
        for field, text in zip(self._contact(), _contact_of(typed), strict=True):
            field.setText(text)
        for field in (self.other_name, *self._contact()):
            field.setCursorPosition(0)  # of a long name the beginning is seen
        self.relationship.setCurrentIndex(self.relationship.findData(typed.relationship))
        self.askers.set_choice(typed.chosen)
        self._show()
        self.changed.emit()

    def clear(self) -> None:
        """Nobody asks."""
        self._offered = None
        self.show_student(None, is_new=False)
        self.put(TypedRequester())

    def _party(self, party: int) -> Party | None:
        found = students.parties(self._desk.store, [PartyId(party)]) if party else []
        return found[0] if found else None

    # Someone else

    def _suggest(self, text: str) -> list[Suggestion]:
        found = [PartyId(one) for one in self._finder.find(text)]
        return [self._suggestion(one) for one in students.parties(self._desk.store, found)]

    def _suggestion(self, one: Party) -> Suggestion:
        facts = (one.organization if one.name else "", one.phone, one.email, one.address.city)
        detail = " · ".join(fact for fact in facts if fact)
        return Suggestion(
            id=one.id, title=one.name or one.organization, detail=detail, icon="person"
        )

    def _picked(self, offer: Suggestion) -> None:
        self._existing = self._party(int(str(offer.id)))
        if self._existing is not None:
            for field, text in zip(
                self._contact(), contact_fields(self._existing).values(), strict=True
            ):
                field.setText(text)
        self._show()
        self.relationship.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _let_go(self) -> None:
        """The name was changed after a pick: this is somebody new."""
        self._existing = None
        for field in self._contact():
            field.clear()
        self._show()

    def _related(self) -> None:
        if self.relationship.currentData() == Relationship.SELF and not self.other_name.text():
            self.other_name.setText(self._student.full_name() if self._student else "")
        self._show()
        self.changed.emit()

    def _decided(self, keep: bool) -> None:  # Qt's signal
        self._keep = keep
        self.changed.emit()

    # What is shown

    def _show(self) -> None:
        self.other_person.setVisible(self.askers.choice() == OTHER)
        for field in self._contact():
            field.setReadOnly(self._existing is not None)
        kept = self.relationship.currentData() in _KEPT
        self.keep_on_file.setChecked(kept if self._keep is None else self._keep)
        self._show_hint()

    def _show_hint(self) -> None:
        if self._student is None:
            hint = self.tr("Choose the student first.")
        elif len(self.askers.offered()) == 1:
            hint = self._desk.wording.text("intake.person.not_on_file")
        else:
            hint = ""
        self.askers_hint.setText(hint)
        self.askers_hint.setVisible(bool(hint))

    def _office_changed(self, changes: Changes) -> None:
        if Kind.STUDENT in changes.kinds:
            self._finder.forget()
            self._offered = None
            if self._student is not None:
                self.show_student(self._student, is_new=not self._known())
                self.changed.emit()

    def _known(self) -> bool:
        """Whether the student is in the file by now."""
        return self._student is not None and bool(
            students.student_rows(self._desk.store, [self._student.id])
        )


def _contact_of(typed: TypedRequester) -> tuple[str, ...]:
    address = (typed.street, typed.city, typed.state, typed.postal_code)
    return (typed.organization, typed.phone, typed.email, *address)
