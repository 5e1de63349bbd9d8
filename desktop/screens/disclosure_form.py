"""The form for an entry in the record of disclosures that no request made."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop.actions.disclosing import DisclosureRefusedError, enter_disclosure, need_by_hand
from desktop.errors import DeskError
from desktop.records.disclosure import Basis, Disclosure
from desktop.records.ids import DisclosureId, StudentId, new_id
from desktop.records.opt_out import stopping
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.student_pick import StudentPick
from desktop.screens.type_ahead import TypeAhead
from desktop.screens.typed_date import Lean
from desktop.store import opt_outs
from desktop.wording.dates import plain_date
from desktop.wording.registers import condition_said, need_said

_FIELDS = (
    "disclosed_on", "basis", "refused", "party", "interest", "records", "threat", "recipients",
    "further",
)  # fmt: skip


class DisclosureForm(KeptDialog):
    """Who got which records of whom, on what ground. An old entry is corrected by a new one."""

    student: TypeAhead
    student_message: FieldMessage
    disclosed_on: DateField
    basis: QComboBox
    basis_says: QLabel
    basis_message: FieldMessage
    refused: QCheckBox
    party: QLineEdit
    party_message: FieldMessage
    interest: NoteField
    interest_message: FieldMessage
    records: QLineEdit
    records_message: FieldMessage
    emergency: QFrame
    threat: NoteField
    threat_message: FieldMessage
    recipients: QLineEdit
    recipients_message: FieldMessage
    further: QLineEdit
    further_message: FieldMessage

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        student: StudentId | None = None,
        corrects: Disclosure | None = None,
    ) -> None:
        super().__init__(desk, parent, "disclosure")
        self._id = DisclosureId(new_id(desk.sign().at))
        self._corrects = corrects
        self._pick = StudentPick(desk, self.student)
        self._offer_bases()
        self.disclosed_on.set_today(desk.today(), Lean.PAST)
        self.disclosed_on.set_value(desk.today())
        if corrects is not None:
            self._fill(corrects)
        elif student is not None:
            self._pick.choose(student)
        kind = f"disclosure.{corrects.id if corrects else student or 0}"
        self.keep(kind, {name: getattr(self, name) for name in _FIELDS})
        self._follow()
        self._say_what_it_means()

    def value(self) -> Disclosure | None:
        """The entry as typed; None while no student is picked."""
        student = self._pick.student()
        if student is None:
            return None
        threat = self._basis is not None and self._basis.threat
        return Disclosure(
            id=self._id,
            student=student,
            request=self._corrects.request if self._corrects else None,
            party=self.party.text(),
            interest=self.interest.toPlainText(),
            records=self.records.text(),
            basis=str(self.basis.currentData() or ""),
            disclosed_on=self.disclosed_on.value() or self._desk.today(),
            refused=self.refused.isChecked(),
            threat=self.threat.toPlainText() if threat else "",
            recipients=self.recipients.text() if threat else "",
            further=self.further.text(),
            corrects=self._corrects.id if self._corrects else None,
        )

    @override
    def places(self) -> Mapping[str, FieldMessage]:
        return {"not_needed": self.basis_message}

    @override
    def tell(self, fault: DeskError) -> None:
        """Tell each missing field beside it; the keyboard goes to the first."""
        if not isinstance(fault, DisclosureRefusedError):
            super().tell(fault)
            return
        places = self._messages()
        for name, says in reversed(fault.fields.items()):
            places[name].tell(self._desk.wording.say(says))

    def _messages(self) -> Mapping[str, FieldMessage]:
        return {
            "party": self.party_message,
            "interest": self.interest_message,
            "basis": self.basis_message,
            "disclosed_on": self.disclosed_on.message,
            "records": self.records_message,
            "threat": self.threat_message,
            "recipients": self.recipients_message,
            "further": self.further_message,
        }

    @property
    def _basis(self) -> Basis | None:
        return self._desk.law.bases.by_id.get(str(self.basis.currentData() or ""))

    def _offer_bases(self) -> None:
        self.basis.addItem(self.tr("Choose…"), "")
        for basis in self._desk.law.bases.offered():
            self.basis.addItem(basis.title, basis.id)

    def _fill(self, old: Disclosure) -> None:
        self.setWindowTitle(self.tr("Correct an entry with a new one"))
        self._pick.choose(old.student)
        self.student.setEnabled(False)
        self.disclosed_on.set_value(old.disclosed_on)
        self.basis.setCurrentIndex(max(0, self.basis.findData(old.basis)))
        self.refused.setChecked(old.refused)
        self.party.setText(old.party)
        self.interest.setPlainText(old.interest)
        self.records.setText(old.records)
        self.threat.setPlainText(old.threat)
        self.recipients.setText(old.recipients)
        self.further.setText(old.further)

    def _follow(self) -> None:
        self.basis.currentIndexChanged.connect(lambda _: self._say_what_it_means())
        self.refused.toggled.connect(lambda _: self._say_what_it_means())
        self.student.picked.connect(lambda _: self._picked())
        self.disclosed_on.changed.connect(lambda _: self._say_what_it_means())

    def _picked(self) -> None:
        self.student_message.clear()
        self._say_what_it_means()

    def _say_what_it_means(self) -> None:
        """What this ground asks for, whether an entry is needed, and an opt-out in the way."""
        basis, refused = self._basis, self.refused.isChecked()
        self.emergency.setVisible(basis is not None and basis.threat and not refused)
        self.basis_message.clear()
        self.basis_says.setVisible(basis is not None or refused)
        self.basis_says.setText(self._meaning(basis, refused=refused))
        stopped = self._stopped(basis)
        if stopped:
            self.basis_message.advise(stopped)

    def _meaning(self, basis: Basis | None, *, refused: bool) -> str:
        entry = self.value()
        if entry is None:
            return condition_said(basis) if basis else ""
        need = need_by_hand(self._desk.store, entry, self._desk.law)
        return need_said(basis, need, refused=refused, wording=self._desk.wording)

    def _stopped(self, basis: Basis | None) -> str:
        student = self._pick.student()
        on = self.disclosed_on.value() or self._desk.today()
        if basis is None or student is None or self.refused.isChecked():
            return ""
        found = stopping(basis, opt_outs.opt_outs_of(self._desk.store, student), on=on)
        words = self._desk.wording
        return (
            words.text("disclosure.stopped", on=plain_date(found[0].received_on)) if found else ""
        )

    @override
    def _save(self) -> None:
        if self.disclosed_on.is_wrong():
            self.disclosed_on.tell_fault()
            return
        entry, desk = self.value(), self._desk
        if entry is None:
            self.student_message.tell(self.tr("Pick the student from the list."))
            return
        self.attempt(
            lambda: enter_disclosure(
                desk.store, entry, law=desk.law, today=desk.today(), by=desk.sign()
            )
        )
