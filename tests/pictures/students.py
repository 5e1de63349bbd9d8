"""Students: the list, one student's page, and the forms around it."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.actions import families
from desktop.records.ids import OrderId, PartyId, StudentId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Guardian, Party, Relationship
from desktop.records.school import Address
from desktop.records.student import Enrollment, Student
from desktop.screens.desk import Desk
from desktop.screens.order_form import OrderForm
from desktop.screens.party_form import PartyForm
from desktop.screens.student_form import StudentForm
from desktop.screens.student_page import StudentPage
from desktop.screens.students import StudentsPage
from desktop.store import students
from tests.desks import a_desk
from tests.offices import AT, Office, a_party, a_student, an_office
from tests.pictures import picture

TODAY = date.today()  # noqa: DTZ011  # the desk shows the office's own day
WIDE = (1110, 760)
NARROW = (800, 760)
LONG = "Maximiliana Guadalupe de los Ángeles de la Fuente y Echeverría-Montenegro Villaseñor"

_OTHERS = (
    ("Ánh", "Nguyễn Thị", "Annie", "7", "Maple Grove School"),
    ("Jordan", "<b>Lee</b>", "", "11", "Maple Grove School"),
    ("محمد", "الخطيب", "Mohammed", "2", "Maple Grove School"),
    ("Søren", "O'Malley-Ortiz", "", "K", "Orchard Lane Elementary"),
    ("Αλεξάνδρα", "Παπαδοπούλου", "Alexa", "9", "Maple Grove School"),
    ("小明", "王", "Wang Xiaoming", "5", "Maple Grove School"),
    ("Maximiliana Guadalupe", "de la Fuente y Echeverría-Montenegro", "Max; Lupita", "12",
     "Maple Grove School for the Arts and Sciences"),
    ("Amir", "Cohen", "", "", "Maple Grove School"),
    ("Ginger 🦊", "Fox", "", "1", "Maple Grove School"),
)  # fmt: skip


def _put(office: Office, student: Student, *people: tuple[Party, Relationship]) -> None:
    by = office.sign()
    families.save_student(office.store, student, today=TODAY, by=by)
    for party, relationship in people:
        families.put_on_file(office.store, student.id, party, relationship, by=by)


def _paper(student: Student, **override: Any) -> Order:
    values: dict[str, Any] = {
        "id": OrderId(new_id(AT)),
        "student": student.id,
        "kind": OrderKind.CUSTODY,
        "court": "Superior Court of Collin County",
        "dated_on": TODAY - timedelta(days=400),
        "limited_party": None,
        "limits": frozenset(),
    }
    return Order(**{**values, **override})


MIA = a_student(
    preferred="Mimi", other_names=("Mia Lopez", "Mía Álvarez"), special_education=True,
    home_language="es", school_name="Maple Grove School",
)  # fmt: skip
JORDAN = a_student(
    given="Jordan", middle="Emmanuel", family="Whitaker", grade="12", local_number="20918",
    born_on=date(TODAY.year - 18, TODAY.month, 1) + timedelta(days=60), postsecondary=True,
    school_name="Maple Grove School",
)  # fmt: skip
NOBODY = a_student(given="Lee", family="Alone", born_on=None, grade="", local_number="")
LONG_ONE = a_student(
    given="W" * 150, family=LONG, grade="4", enrollment=Enrollment.FORMER,
    name_while_attending=LONG, school_name="Maple Grove School for the Arts and Sciences " * 3,
)  # fmt: skip
FATHER = a_party(
    phone="(907) 555-0142", email="rafael.alvarez@example.org", language="es",
    address=Address(street="12 Spruce Court", city="Juneau", state="AK", postal_code="99801"),
)  # fmt: skip
MOTHER = a_party(
    name="Elena Alvarez", phone="555-0117", email="elena@example.org", language="es",
    address=Address(street="418 Cedar Street", street_2="Apt. 3", city="Maple Grove", state="TX",
                    postal_code="75001"),
)  # fmt: skip


@cache
def _desk() -> Desk:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    by = office.sign()
    read_by = by.person
    _put(office, MIA, (MOTHER, Relationship.MOTHER), (FATHER, Relationship.FATHER))
    leo = a_student(given="Leo", family="Alvarez", grade="1", local_number="20999",
                    school_name="Maple Grove School")  # fmt: skip
    _put(office, leo, (MOTHER, Relationship.MOTHER))
    _put(office, JORDAN, (a_party(name="Renée Whitaker"), Relationship.MOTHER))
    _put(office, NOBODY)
    _put(office, LONG_ONE, (a_party(name=LONG * 3, phone="555-0199"), Relationship.GRANDPARENT))
    for place, (given, family, preferred, grade, school) in enumerate(_OTHERS):
        _put(office, a_student(given=given, family=family, preferred=preferred, grade=grade,
                               school_name=school, local_number=f"21{place:03}"))  # fmt: skip
    passage = "Father shall have no access to the child's educational records until further order."
    for order in (
        _paper(MIA, limited_party=FATHER.id, limits=frozenset({Limit.CONTACT}), read_by=read_by,
               passage="Mother has primary custody. Father may visit every other weekend."),
        _paper(LONG_ONE, kind=OrderKind.PROTECTION, limits=frozenset({Limit.RECORDS,
               Limit.CONTACT, Limit.ADDRESS}), limited_party=_only_person(office, LONG_ONE.id),
               passage=passage * 4, court="W" * 80, until_on=TODAY + timedelta(days=100),
               read_by=read_by),
    ):  # fmt: skip
        families.note_order(office.store, order, by=by)
    ended = _paper(MIA, kind=OrderKind.PROTECTION, court="County Court", limited_party=FATHER.id,
                   limits=frozenset({Limit.RECORDS}), passage=passage, read_by=read_by)  # fmt: skip
    families.note_order(office.store, ended, by=by)
    families.end_order(office.store, MIA.id, ended.id, today=TODAY, by=by)
    for days in (3, 40):
        office.log(today=TODAY, student=MIA, student_is_new=False, requester=FATHER,
                   requester_is_new=False, received_on=TODAY - timedelta(days=days))  # fmt: skip
    return a_desk(office)


def _only_person(office: Office, student: StudentId) -> PartyId:
    return students.guardians(office.store, student)[0].party.id


@cache
def _new() -> Desk:
    return a_desk(an_office(Path(tempfile.mkdtemp()) / "home"))


def _page(student: Student) -> StudentPage:
    page = StudentPage(_desk())
    page.show_student(student.id)
    return page


class _Listed(StudentsPage):
    def prepare_picture(self) -> None:
        self.rows.setFocus()
        self.rows.choose_place(1)


class _Searching(StudentsPage):
    typed = "alvares"

    def prepare_picture(self) -> None:
        self.search.setFocus()
        self.search.setText(self.typed)
        self.search.returnPressed.emit()


class _Nothing(_Searching):
    typed = "Featherstonehaugh"


@picture("students", WIDE)
def students_list() -> QWidget:
    return _Listed(_desk())


@picture("students-narrow", NARROW)
def students_narrow() -> QWidget:
    return _Listed(_desk())


@picture("students-search", WIDE)
def students_search() -> QWidget:
    return _Searching(_desk())


@picture("students-search-nothing", NARROW)
def students_search_nothing() -> QWidget:
    return _Nothing(_desk())


@picture("students-empty", NARROW)
def students_empty() -> QWidget:
    return StudentsPage(_new())


@picture("student-page", (800, 1180))
def student_page() -> QWidget:
    return _page(MIA)


@picture("student-page-near-18", WIDE)
def student_page_near_18() -> QWidget:
    return _page(JORDAN)


@picture("student-page-bare", NARROW)
def student_page_bare() -> QWidget:
    return _page(NOBODY)


@picture("student-page-long", NARROW)
def student_page_long() -> QWidget:
    return _page(LONG_ONE)


@picture("student-form", (720, 620))
def student_form() -> QWidget:
    return StudentForm(_desk(), student=MIA)


class _RefusedStudent(StudentForm):
    def prepare_picture(self) -> None:
        self.family.setText("Alvarez")
        self.given.setText("Mia")
        self.given.editingFinished.emit()
        self.number.setText("123-45-6789")
        self.save.click()


@picture("student-form-refused", (720, 640))
def student_form_refused() -> QWidget:
    return _RefusedStudent(_desk())


@picture("party-form", (720, 560))
def party_form() -> QWidget:
    mother = Guardian(student=MIA.id, party=MOTHER, relationship=Relationship.MOTHER)
    return PartyForm(_desk(), MIA.id, guardian=mother)


class _Offering(PartyForm):
    def prepare_picture(self) -> None:
        self.name.setFocus()
        self.name.setText("alva")
        self.name.search_now()


@picture("party-form-offers", (720, 560))
def party_form_offers() -> QWidget:
    return _Offering(_desk(), JORDAN.id)


class _Revoking(OrderForm):
    def prepare_picture(self) -> None:
        self.limited.setCurrentIndex(2)
        self.records.setChecked(True)
        self.save.click()


@picture("order-form", (1000, 720))
def order_form() -> QWidget:
    return OrderForm(_desk(), MIA)


@picture("order-form-refused", (1000, 720))
def order_form_refused() -> QWidget:
    return _Revoking(_desk(), MIA)
