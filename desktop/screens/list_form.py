"""The form that makes a list of many students and writes it to a file of student numbers."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from desktop.actions.listing import Made, check_list, make_list, preview
from desktop.errors import DeskError
from desktop.records.case import Case
from desktop.records.disclosure import ListPurpose
from desktop.records.student_list import ListAsked
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.office_job import run_with_store
from desktop.screens.printing import ask_for_file
from desktop.screens.request_part import clear_layout
from desktop.store import student_lists
from desktop.wording.lists import picked_said

_ACROSS = 6


class ListForm(KeptDialog):
    """For whom, what for, which grades; how many that makes, and who is taken out first."""

    receiver: QLineEdit
    receiver_message: FieldMessage
    purpose: QComboBox
    purpose_says: QLabel
    purpose_message: FieldMessage
    interest: NoteField
    interest_message: FieldMessage
    grades_label: QLabel
    grades: QGridLayout
    grades_message: FieldMessage
    former: QCheckBox
    outcome: QLabel

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, case: Case | None = None
    ) -> None:
        super().__init__(desk, parent, "student_list")
        self._case = case
        self._ticks: dict[str, QCheckBox] = {}
        self._offer_purposes()
        if case is not None:
            self._fill(case)
        fields = {name: getattr(self, name) for name in ("receiver", "purpose", "interest")}
        self.keep(f"list.{case.request.id if case else 0}", fields)
        self.purpose.currentIndexChanged.connect(lambda _: self._show_grades())
        self.former.toggled.connect(lambda _: self._say_what_it_holds())
        self.save.setText(self.tr("&Make the list…"))
        self._show_grades()

    def value(self) -> ListAsked:
        """The list as asked for."""
        return ListAsked(
            purpose=str(self.purpose.currentData() or ""),
            receiver=self.receiver.text(),
            interest=self.interest.toPlainText(),
            grades=tuple(grade for grade, tick in self._ticks.items() if tick.isChecked()),
            former=self.former.isVisibleTo(self) and self.former.isChecked(),
            request=self._case.request.id if self._case else None,
        )

    @override
    def places(self) -> Mapping[str, FieldMessage]:
        return {
            "list_receiver": self.receiver_message,
            "list_interest": self.interest_message,
            "list_purpose": self.purpose_message,
            "list_basis": self.purpose_message,
            "list_grades": self.grades_message,
            "list_empty": self.grades_message,
        }

    @property
    def _purpose(self) -> ListPurpose | None:
        return self._desk.law.bases.lists.get(str(self.purpose.currentData() or ""))

    def _offer_purposes(self) -> None:
        """All of them, or those of the ground a request was checked for."""
        basis = self._case.details.get("disclosure_basis") if self._case else None
        self.purpose.addItem(self.tr("Choose…"), "")
        for one in self._desk.law.bases.lists.values():
            if basis in {None, one.basis}:
                self.purpose.addItem(one.title, one.id)

    def _fill(self, case: Case) -> None:
        asker = case.requester
        self.receiver.setText(", ".join(filter(None, (asker.name, asker.organization))))
        self.interest.setPlainText(case.details.get("party_interest", ""))

    def _show_grades(self) -> None:
        """The grades on file that may be on it; those usually asked for are ticked."""
        purpose = self._purpose
        clear_layout(self.grades)
        on_file = student_lists.grades(self._desk.store) if purpose else []
        offered = [one for one in on_file if purpose and _may(purpose, one)]
        self._ticks = {one: QCheckBox(one) for one in offered}
        for place, (grade, tick) in enumerate(self._ticks.items()):
            tick.setAccessibleName(self.tr("Grade {grade}").format(grade=grade))
            tick.setChecked(purpose is not None and grade in purpose.first)
            tick.toggled.connect(lambda _: self._say_what_it_holds())
            self.grades.addWidget(tick, place // _ACROSS, place % _ACROSS)
        for before, after in pairwise((self.interest, *self._ticks.values(), self.former)):
            QWidget.setTabOrder(before, after)
        self.grades_label.setVisible(bool(self._ticks))
        self.former.setVisible(purpose is not None and purpose.former)
        self.purpose_says.setText(purpose.citation if purpose else "")
        self.purpose_message.clear()
        self._say_what_it_holds()

    def _say_what_it_holds(self) -> None:
        self.grades_message.clear()
        asked, desk = self.value(), self._desk
        if not asked.grades:
            self.outcome.setText("")
            return
        picked = preview(desk.store, asked, law=desk.law, today=desk.today())
        self.outcome.setText(picked_said(picked, desk.wording))

    @override
    def _save(self) -> None:
        desk, asked = self._desk, self.value()
        self._clear_messages()
        try:
            check_list(desk.store, asked, law=desk.law, today=desk.today())
        except DeskError as fault:
            self.tell(fault)
            return
        title, kind = self.tr("Save the student numbers"), self.tr("CSV (*.csv)")
        ask_for_file(title, kind, self.tr("student numbers.csv"), self, self.save_to)

    def save_to(self, path: Path) -> None:
        """Make the list and write its numbers to ``path``."""
        desk, asked = self._desk, self.value()
        law, today, by = desk.law, desk.today(), desk.sign()
        self._working(True)
        run_with_store(
            desk,
            lambda store: make_list(store, asked, path=path, law=law, today=today, by=by),
            owner=self,
            on_done=self._made,
            on_failed=self._failed,
        )

    def _working(self, on: bool) -> None:
        for button in (self.save, self.cancel):
            button.setEnabled(not on)

    def _made(self, made: Made) -> None:
        self._working(False)
        self.attempt(lambda: made.changes)

    def _failed(self, fault: DeskError) -> None:
        self._working(False)
        self.tell(fault)


def _may(purpose: ListPurpose, grade: str) -> bool:
    return not purpose.grades or grade in purpose.grades
