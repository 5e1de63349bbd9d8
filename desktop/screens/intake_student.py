"""Whose records are asked for: found on the roster by a few letters, or typed in on the spot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from desktop.actions.changes import Changes, Kind
from desktop.records.ids import StudentId, new_id
from desktop.records.names import given_and_family
from desktop.records.order import Order
from desktop.records.student import Enrollment, Student
from desktop.screens.birth_date import ask_for_birth_date
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.intake_part import FormPart
from desktop.screens.intake_typed import TypedStudent, put_date, typed_date
from desktop.screens.paper_lines import paper_lines
from desktop.screens.student_pick import StudentOffers
from desktop.screens.type_ahead import Suggestion, TypeAhead
from desktop.store import students
from desktop.wording.dates import plain_date

_ADD = "add"
_OFFERED = 6  # with "a new student" as many as are seen at once


class StudentPart(FormPart):
    """The student field, what is known of the student, and the fields of a new one.

    Signals:
        settled: a student was picked: go on to who asks.
    """

    student_name: TypeAhead
    student_facts: QLabel
    student_papers: QLabel
    new_student: QFrame
    new_given: QLineEdit
    new_family: QLineEdit
    new_born_on: DateField
    new_grade: QLineEdit
    new_number: QLineEdit
    new_special: QCheckBox
    new_back: QPushButton

    settled = Signal()

    def __init__(self, root: QWidget, desk: Desk) -> None:
        super().__init__(root)
        self._desk = desk
        self._offers = StudentOffers(desk, self, most=_OFFERED)
        self._student: Student | None = None
        self._orders: tuple[Order, ...] = ()
        self._adding = False
        self._searched = ""
        self._new_id = StudentId(new_id(desk.sign().at))
        self.student_name.set_source(self._suggest)
        ask_for_birth_date(self.new_born_on, desk)
        for label in (self.student_facts, self.student_papers):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.student_name.picked.connect(self._picked)
        self.student_name.let_go.connect(self._let_go)
        self.student_name.textEdited.connect(self.changed)
        for field in (self.new_given, self.new_family, self.new_grade, self.new_number):
            field.textEdited.connect(self.changed)
        self.new_born_on.changed.connect(self.changed)
        self.new_born_on.entry.textEdited.connect(self.changed)
        self.new_special.toggled.connect(self.changed)
        self.new_back.clicked.connect(self._stop_adding)
        self._desk.changed.connect(self._office_changed)

    def student(self) -> Student | None:
        """The student on file, or the new one once there is a name; None while nobody is known."""
        if not self._adding:
            return self._student
        made = Student(
            id=self._new_id,
            given=self.new_given.text().strip(),
            family=self.new_family.text().strip(),
            born_on=self.new_born_on.value(),
            grade=self.new_grade.text().strip(),
            local_number=self.new_number.text().strip(),
            special_education=self.new_special.isChecked(),
        )
        return made if made.full_name() else None

    def is_new(self) -> bool:
        """Whether the fields of a new student are open."""
        return self._adding

    def orders(self) -> tuple[Order, ...]:
        """The papers on file for the student."""
        return self._orders

    def entrance(self) -> QWidget:
        """Where the keyboard goes when the student is missing."""
        return self.new_given if self._adding else self.student_name

    def unreadable(self) -> DateField | None:
        """The birth date, when what is typed there is no date."""
        return self.new_born_on if self._adding and self.new_born_on.is_wrong() else None

    def choose(self, student: StudentId) -> bool:
        """Take the student with this id; False when the file has none."""
        try:
            self._student = students.student(self._desk.store, student)
        except KeyError:
            return False
        self._orders = tuple(students.orders(self._desk.store, student))
        self._adding = False
        name = self._student.listed_name()
        self.student_name.set_choice(Suggestion(id=student, title=name))
        self.student_name.setCursorPosition(0)
        self._show()
        self.changed.emit()
        return True

    def offer_named(self) -> None:
        """Show who fits the name that was put into the field, where nobody is chosen yet."""
        if self._student is None and not self._adding and self.student_name.text():
            self.student_name.search_now()

    def typed(self) -> TypedStudent:
        """What stands in the fields."""
        return TypedStudent(
            student=self._student.id if self._student and not self._adding else 0,
            search=self.student_name.text(),
            adding=self._adding,
            given=self.new_given.text(),
            family=self.new_family.text(),
            born_on=typed_date(self.new_born_on),
            grade=self.new_grade.text(),
            number=self.new_number.text(),
            special_education=self.new_special.isChecked(),
        )

    def put(self, typed: TypedStudent) -> None:
        """Put back what ``typed`` gave; a student no longer on file stays as text."""
        self._forget()
        self._adding = typed.adding
        self.new_given.setText(typed.given)
        self.new_family.setText(typed.family)
        put_date(self.new_born_on, typed.born_on)
        self.new_grade.setText(typed.grade)
        self.new_number.setText(typed.number)
        self.new_special.setChecked(typed.special_education)
        self.student_name.set_choice(None)
        if not (typed.student and self.choose(StudentId(typed.student))):
            self.student_name.setText(typed.search)
        self._show()
        self.changed.emit()

    def _forget(self) -> None:
        self._student = None
        self._orders = ()
        self._new_id = StudentId(new_id(self._desk.sign().at))

    # Finding

    def _suggest(self, text: str) -> list[Suggestion]:
        self._searched = text
        found = self._offers.suggest(text)
        add = Suggestion(
            id=_ADD,
            title=self.tr("Type a new student"),
            detail=self.tr("Nobody on the list is the one") if found else self.tr("Nobody found"),
            icon="add",
        )
        return [*found, add]

    def _picked(self, offer: Suggestion) -> None:
        if offer.id == _ADD:
            self._start_adding()
        elif self.choose(StudentId(int(str(offer.id)))):
            self.settled.emit()

    def _let_go(self) -> None:
        self._forget()
        self._show()

    # A new student

    def _start_adding(self) -> None:
        words = self._searched
        self.student_name.set_choice(None)
        self.student_name.setText(words)
        self._forget()
        self._adding = True
        self._prefill(words)
        self._show()
        self.new_given.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _prefill(self, words: str) -> None:
        """Put what was searched for where it most likely belongs."""
        if any(letter.isdigit() for letter in words):
            self.new_number.setText(words)
            return
        given, family = given_and_family(words)
        self.new_given.setText(given)
        self.new_family.setText(family)

    def _stop_adding(self) -> None:
        self._adding = False
        self._show()
        self.student_name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.student_name.selectAll()
        self.changed.emit()

    # What is shown

    def _show(self) -> None:
        self.new_student.setVisible(self._adding)
        known = None if self._adding else self._student
        facts = _in_line(self._facts(known)) if known else ""
        papers = "\n".join(paper_lines(self._desk, self._orders)) if known else ""
        for label, text in ((self.student_facts, facts), (self.student_papers, papers)):
            label.setText(text)
            label.setVisible(bool(text))

    def _facts(self, one: Student) -> Iterable[str]:
        defaults = self._desk.defaults
        others = (one.preferred, one.name_while_attending, *one.other_names)
        names = ", ".join(name for name in others if name)
        yield self.tr("Grade {grade}").format(grade=one.grade) if one.grade else ""
        yield self.tr("number {number}").format(number=one.local_number) if one.local_number else ""
        yield self.tr("born {date}").format(date=plain_date(one.born_on)) if one.born_on else ""
        yield self.tr("special education") if one.special_education else ""
        yield self.tr("former student") if one.enrollment is Enrollment.FORMER else ""
        yield one.school_name
        yield defaults.language_title(one.home_language) if one.home_language else ""
        yield self.tr("also {names}").format(names=names) if names else ""

    def _office_changed(self, changes: Changes) -> None:
        if Kind.STUDENT not in changes.kinds:
            return
        self._offers.forget()
        if self._student is not None and not self._adding:
            self.choose(self._student.id)


def _in_line(facts: Iterable[str]) -> str:
    """Facts beside each other, the first letter large; empty ones left out."""
    line = " · ".join(fact for fact in facts if fact)
    return line[:1].upper() + line[1:]
