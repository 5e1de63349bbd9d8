"""The form to add a student or to correct one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.actions.families import save_student
from desktop.records.defaults import Defaults
from desktop.records.ids import StudentId, new_id
from desktop.records.student import Enrollment, Student
from desktop.screens.birth_date import ask_for_birth_date
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.notices import FieldMessage
from desktop.store import students


def offer_languages(field: QComboBox, defaults: Defaults, code: str, unsaid: str) -> None:
    """Offer the office's languages and, where it is none of these, the one on file."""
    field.addItem(unsaid, "")
    for one in defaults.language:
        field.addItem(one.title, one.id)
    if code and field.findData(code) < 0:
        field.addItem(code, code)
    field.setCurrentIndex(field.findData(code))


class StudentForm(KeptDialog):
    """A student's names, and what the office needs to find the records; nothing more is asked.

    Signals:
        saved: the student is on file; carries the id.
    """

    given: QLineEdit
    given_message: FieldMessage
    middle: QLineEdit
    family: QLineEdit
    twin: QLabel
    preferred: QLineEdit
    while_attending: QLineEdit
    other_names: QPlainTextEdit
    grade: QLineEdit
    number: QLineEdit
    number_message: FieldMessage
    school: QLineEdit
    born_on: DateField
    language: QComboBox
    special: QCheckBox
    college: QCheckBox
    former: QCheckBox

    saved = Signal(object)  # StudentId

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, student: Student | None = None
    ) -> None:
        super().__init__(desk, parent, "student")
        self._new = student is None
        self._before = student or Student(
            id=StudentId(new_id(desk.sign().at)), given="", family="", school_name=desk.school.name
        )
        self.setWindowTitle(self.tr("Add a student") if self._new else self.tr("Correct a student"))
        self._fill()
        self.keep(*self._kept())
        for field in (self.given, self.middle, self.family):
            field.editingFinished.connect(self._look_for_twins)
        self._look_for_twins()

    def value(self) -> Student:
        """The student as typed."""
        return replace(
            self._before,
            given=self.given.text().strip(),
            middle=self.middle.text().strip(),
            family=self.family.text().strip(),
            preferred=self.preferred.text().strip(),
            name_while_attending=self.while_attending.text().strip(),
            other_names=tuple(filter(None, map(str.strip, self._other_lines()))),
            born_on=self.born_on.value(),
            grade=self.grade.text().strip(),
            school_name=self.school.text().strip(),
            local_number=self.number.text().strip(),
            enrollment=Enrollment.FORMER if self.former.isChecked() else Enrollment.ENROLLED,
            postsecondary=self.college.isChecked(),
            special_education=self.special.isChecked(),
            home_language=self.language.currentData(),
        )

    def places(self) -> Mapping[str, FieldMessage]:
        """Where each refusal belongs."""
        return {
            "student_name": self.given_message,
            "student_number": self.number_message,
            "born_later": self.born_on.message,
        }

    def _fill(self) -> None:
        one = self._before
        self.given.setText(one.given)
        self.middle.setText(one.middle)
        self.family.setText(one.family)
        self.preferred.setText(one.preferred)
        self.while_attending.setText(one.name_while_attending)
        self.other_names.setPlainText("\n".join(one.other_names))
        self.grade.setText(one.grade)
        self.number.setText(one.local_number)
        self.school.setText(one.school_name)
        ask_for_birth_date(self.born_on, self._desk)
        self.born_on.set_value(one.born_on)
        offer_languages(
            self.language, self._desk.defaults, one.home_language, self.tr("Not on file")
        )
        self.special.setChecked(one.special_education)
        self.college.setChecked(one.postsecondary)
        self.former.setChecked(one.enrollment is Enrollment.FORMER)

    def _kept(self) -> tuple[str, Mapping[str, QWidget]]:
        names = (
            "given", "middle", "family", "preferred", "while_attending", "other_names", "grade",
            "number", "school", "born_on", "language", "special", "college", "former",
        )  # fmt: skip
        kind = "student.new" if self._new else f"student.{self._before.id}"
        return kind, {name: getattr(self, name) for name in names}

    def _other_lines(self) -> list[str]:
        return self.other_names.toPlainText().splitlines()

    def _look_for_twins(self) -> None:
        """Say so when somebody of this name is on file: the student may be there already."""
        one = self.value()
        found = students.same_name(self._desk.store, one) if one.full_name() else []
        self.twin.setVisible(bool(found))
        if found:
            told = self.tr("A student of this name is on file: {facts}. Is it the same child?")
            self.twin.setText(told.format(facts=self._facts(found[0])))

    def _facts(self, other: Student) -> str:
        grade = self.tr("grade {grade}").format(grade=other.grade) if other.grade else ""
        number = self.tr("number {n}").format(n=other.local_number) if other.local_number else ""
        return ", ".join(filter(None, (other.listed_name(), grade, number)))

    def _save(self) -> None:
        if self.born_on.is_wrong():
            self.born_on.tell_fault()
            return
        student = self.value()
        desk = self._desk
        if self.attempt(
            lambda: save_student(desk.store, student, today=desk.today(), by=desk.sign())
        ):
            self.saved.emit(student.id)
