"""A field that finds a student on file by a few letters."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.records.ids import StudentId
from desktop.records.student import Enrollment
from desktop.screens.desk import Desk
from desktop.screens.type_ahead import Suggestion, TypeAhead
from desktop.store import students
from desktop.store.near_names import NameFinder
from desktop.store.students import StudentRow

_OFFERED = 7


class StudentOffers(QObject):
    """What is offered of students on file for a text, by any spelling a person would try.

    ``most`` are offered at once.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None, *, most: int = _OFFERED) -> None:
        super().__init__(parent)
        self._most = most
        self._desk = desk
        self._finder = NameFinder(desk.store, "student_search")

    def forget(self) -> None:
        """Read the names anew when next asked: students were changed."""
        self._finder.forget()

    def suggest(self, text: str) -> list[Suggestion]:
        """The students that fit, best first; each offer's id is the student's."""
        found = [StudentId(one) for one in self._finder.find(text, limit=self._most)]
        return [self._offer(row) for row in students.student_rows(self._desk.store, found)]

    def _offer(self, row: StudentRow) -> Suggestion:
        facts = (
            self.tr("Grade {grade}").format(grade=row.grade) if row.grade else "",
            self.tr("number {number}").format(number=row.local_number) if row.local_number else "",
            row.school_name,
            self.tr("former student") if row.enrollment is Enrollment.FORMER else "",
            self.tr("also {names}").format(names=row.other_names) if row.other_names else "",
        )
        detail = " · ".join(fact for fact in facts if fact)
        return Suggestion(id=row.id, title=row.name, detail=detail, icon="person")


class StudentPick(QObject):
    """Offers students in ``field`` and knows who was picked; nobody new is entered here."""

    def __init__(self, desk: Desk, field: TypeAhead) -> None:
        super().__init__(field)
        self._desk = desk
        self._field = field
        field.set_source(StudentOffers(desk, self).suggest)

    def student(self) -> StudentId | None:
        """Who was picked; None while nobody was."""
        choice = self._field.choice()
        return StudentId(int(str(choice.id))) if choice else None

    def choose(self, student: StudentId) -> None:
        """Put a student on file into the field."""
        one = students.student(self._desk.store, student)
        self._field.set_choice(Suggestion(id=student, title=one.listed_name()))
        self._field.setCursorPosition(0)
