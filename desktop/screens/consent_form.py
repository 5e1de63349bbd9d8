"""The form for a signed consent that came without a request."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from desktop.actions.consenting import ConsentRefusedError, keep_consent
from desktop.errors import DeskError
from desktop.records.consent import Capacity, Consent, Element
from desktop.records.ids import ConsentId, StudentId, new_id
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.student_pick import StudentPick
from desktop.screens.type_ahead import TypeAhead
from desktop.screens.typed_date import Lean

_FIELDS = (
    "signer", "signed_as", "signed_on", "until_on", "recipient", "records", "purpose",
)  # fmt: skip


class ConsentForm(KeptDialog):
    """Who signed, when, which records may go to whom, and what for: all of 34 CFR 99.30."""

    student: TypeAhead
    student_message: FieldMessage
    signer: QLineEdit
    signer_message: FieldMessage
    signed_as: QComboBox
    signed_as_message: FieldMessage
    signed_on: DateField
    until_on: DateField
    recipient: QLineEdit
    recipient_message: FieldMessage
    records: NoteField
    records_message: FieldMessage
    purpose: NoteField
    purpose_message: FieldMessage

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, student: StudentId | None = None
    ) -> None:
        super().__init__(desk, parent, "consent")
        self._id = ConsentId(new_id(desk.sign().at))
        self._pick = StudentPick(desk, self.student)
        self.signed_as.addItem(self.tr("Choose…"), "")
        self.signed_as.addItem(self.tr("Parent or guardian"), Capacity.PARENT.value)
        self.signed_as.addItem(self.tr("Student who is 18 or older"), Capacity.STUDENT.value)
        self.signed_on.set_today(desk.today(), Lean.PAST)
        self.until_on.set_today(desk.today(), Lean.FUTURE)
        if student is not None:
            self._pick.choose(student)
        self.keep(f"consent.{student or 0}", {name: getattr(self, name) for name in _FIELDS})
        self.student.picked.connect(lambda _: self.student_message.clear())

    def value(self, student: StudentId) -> Consent:
        """The consent as typed."""
        signed_as = str(self.signed_as.currentData() or "")
        return Consent(
            id=self._id,
            student=student,
            signer=self.signer.text(),
            signed_as=Capacity(signed_as) if signed_as else None,
            recipient=self.recipient.text(),
            purpose=self.purpose.toPlainText(),
            records=self.records.toPlainText(),
            signed_on=self.signed_on.value(),
            until_on=self.until_on.value(),
        )

    @override
    def tell(self, fault: DeskError) -> None:
        """Tell what each element lacks beside it; the keyboard goes to the first."""
        if not isinstance(fault, ConsentRefusedError):
            super().tell(fault)
            return
        places = self._messages()
        for name, says in reversed(fault.lacks.items()):
            places[name].tell(self._desk.wording.say(says))

    def _messages(self) -> Mapping[str, FieldMessage]:
        return {
            Element.SIGNER.value: self.signer_message,
            Element.CAPACITY.value: self.signed_as_message,
            Element.SIGNED_ON.value: self.signed_on.message,
            Element.RECORDS.value: self.records_message,
            Element.PURPOSE.value: self.purpose_message,
            Element.RECIPIENT.value: self.recipient_message,
            "until_on": self.until_on.message,
        }

    @override
    def _save(self) -> None:
        student, desk = self._pick.student(), self._desk
        wrong = next((one for one in (self.signed_on, self.until_on) if one.is_wrong()), None)
        if student is None:
            self.student_message.tell(self.tr("Pick the student from the list."))
        elif wrong is not None:
            wrong.tell_fault()
        else:
            one = self.value(student)
            self.attempt(lambda: keep_consent(desk.store, one, today=desk.today(), by=desk.sign()))
