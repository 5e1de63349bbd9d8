"""Everything the page of one student shows, read in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.records.age import turns_18_on
from desktop.records.care import Care, carried
from desktop.records.ids import PartyId, PersonId, StudentId
from desktop.records.order import Order
from desktop.records.party import Guardian
from desktop.records.student import Enrollment, Student, rights_pass_near
from desktop.screens.desk import Desk
from desktop.screens.request_view import party_said
from desktop.screens.student_register_view import RegisterView, read_registers
from desktop.store import cases, queries, students
from desktop.store.care import care
from desktop.store.queries import QueueRow
from desktop.wording.dates import long_date
from desktop.wording.papers import limits_said
from desktop.wording.sentences import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentView:
    """One student as their page stands today.

    ``papers`` are newest first, those that no longer bind at the end; ``limited`` names whom they
    limit. ``requests`` are newest first.
    """

    student: Student
    today: date
    people: tuple[Guardian, ...]
    cares: Mapping[PartyId, Care]
    papers: tuple[Order, ...]
    limited: Mapping[PartyId, str]
    readers: Mapping[PersonId, str]
    requests: tuple[QueueRow, ...]
    near_18: bool
    registers: RegisterView

    @property
    def binding(self) -> tuple[Order, ...]:
        """The papers that bind today or will."""
        return tuple(order for order in self.papers if not order.over(self.today))

    @property
    def before_18(self) -> bool:
        """Whether the 18th birthday is near and still to come."""
        born_on = self.student.born_on
        return self.near_18 and born_on is not None and turns_18_on(born_on) > self.today

    @property
    def moment(self) -> str:
        """The guidance that belongs here: papers first, then the 18th birthday."""
        if self.binding:
            return "authority"
        return "eligible_student" if self.near_18 else ""

    def care_said(self, guardian: Guardian, wording: Wording) -> str:
        """What somebody who is no parent on paper told about the child's care; else empty."""
        told = self.cares.get(guardian.party.id)
        if told is None:
            return ""
        return wording.paragraph(carried(guardian.relationship, told, self.today))

    def limits_on(self, party: PartyId, wording: Wording) -> str:
        """What papers in force say about one person; empty for nothing."""
        said = {
            limit
            for order in self.papers
            if order.limited_party == party and order.in_force(self.today)
            for limit in order.limits
        }
        return limits_said(said, wording)


def read_student_view(desk: Desk, student_id: StudentId) -> StudentView:
    """Read one student; ``KeyError`` when there is none with that id."""
    store, today = desk.store, desk.today()
    student = students.student(store, student_id)
    papers = sorted(students.orders(store, student_id), key=lambda order: order.over(today))
    people = tuple(students.guardians(store, student_id))
    told = {one.party.id: care(store, student_id, one.party.id) for one in people}
    return StudentView(
        student=student,
        today=today,
        people=people,
        cares={party: answers for party, answers in told.items() if answers},
        papers=tuple(papers),
        limited=_limited(desk, papers),
        readers={person.id: person.initials for person in desk.people()},
        requests=tuple(queries.queue_rows(store, cases.requests_of(store, student_id))),
        near_18=rights_pass_near(
            student, today, calendar_days=desk.defaults.birthday_calendar_days
        ),
        registers=read_registers(desk, student_id),
    )


def subline_said(student: Student, wording: Wording) -> str:
    """What tells this student from another: grade, school, number."""
    return " · ".join(_subline(student, wording))


def _subline(student: Student, wording: Wording) -> Iterator[str]:
    if student.enrollment is Enrollment.FORMER:
        yield wording.text("student.former")
    if student.grade:
        yield wording.text("student.grade", grade=student.grade)
    if student.school_name:
        yield student.school_name
    if student.local_number:
        yield wording.text("student.number", number=student.local_number)


def birthday_said(student: Student, today: date, wording: Wording) -> str:
    """When the rights pass, without telling the birth date itself."""
    if student.born_on is None:
        return wording.text("student.no_birth_date")
    birthday = turns_18_on(student.born_on)
    code = "student.is_18" if birthday <= today else "student.turns_18"
    return wording.text(code, on=long_date(birthday))


def _limited(desk: Desk, papers: Sequence[Order]) -> dict[PartyId, str]:
    ids = sorted({order.limited_party for order in papers if order.limited_party is not None})
    found = students.parties(desk.store, ids) if ids else []
    return {party.id: party_said(party) for party in found}
