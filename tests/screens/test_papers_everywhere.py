"""A paper on file cannot be missed: every screen of the student says what it limits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QThreadPool

from desktop.actions.families import note_order, put_on_file
from desktop.records.ids import OrderId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.school import Address
from desktop.screens.intake import IntakeDialog
from desktop.screens.letter import LetterDialog
from desktop.screens.paper_lines import paper_lines
from desktop.screens.request import RequestPage
from desktop.screens.student_page import StudentPage
from desktop.screens.student_rows import PaperRow
from desktop.store import students
from tests import mail
from tests.desks import a_desk
from tests.offices import AT, TODAY, a_party, a_student

UNTIL = TODAY + timedelta(days=90)
SAYS = (
    "Protection order, County Court. Limits Rafael Alvarez: no contact, may not learn the address."
    " It does not take away the right to see the records. In force until Sunday, January 3, 2027."
    " Read by JR."
)


@pytest.fixture
def desk(office):
    return a_desk(office, TODAY)


@pytest.fixture
def request_id(office):
    """The father asks; the mother's address is kept from him."""
    student, father = a_student(), a_party(address=Address(street="9 Elm Court", city="Austin"))
    logged = office.log(student=student, requester=father, put_on_file=True)
    mother = a_party(name="Elena Alvarez", address=Address(street="118 Alder Street", city="Reno"))
    put_on_file(office.store, student.id, mother, Relationship.MOTHER, by=office.sign())
    order = Order(
        id=OrderId(new_id(AT)), student=student.id, kind=OrderKind.PROTECTION, court="County Court",
        until_on=UNTIL, limited_party=father.id, limits=frozenset({Limit.ADDRESS, Limit.CONTACT}),
        read_by=office.opened.person.id,
    )  # fmt: skip
    note_order(office.store, order, by=office.sign())
    return logged.request


def shown(qtbot, widget):
    # What is still being drawn beside the window must be over before it goes.
    qtbot.addWidget(widget, before_close_func=lambda _: QThreadPool.globalInstance().waitForDone())
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def student_of(office):
    return students.all_students(office.store)[0].id


def test_at_intake(qtbot, office, desk, request_id):
    dialog = shown(qtbot, IntakeDialog(desk, student=student_of(office)))
    assert dialog.student.student_papers.isVisible()
    assert dialog.student.student_papers.text() == SAYS


def test_on_the_page_of_a_request(qtbot, desk, request_id):
    page = shown(qtbot, RequestPage(desk, request_id))
    assert page.papers.isVisible()
    (text,) = page.papers.texts()
    for part in ("no contact", "may not learn the address", "January 3, 2027", "Read by JR"):
        assert part in text


def test_on_the_page_of_the_student(qtbot, office, desk, request_id):
    page = shown(qtbot, StudentPage(desk))
    page.show_student(student_of(office))
    (row,) = page.findChildren(PaperRow)
    said = " ".join(label.text() for label in row.findChildren(type(page.name)))
    for part in ("no contact", "may not learn the address", "January 3, 2027", "Read by JR"):
        assert part in said


@pytest.mark.parametrize("finished", [False, True])
def test_over_a_letter(qtbot, office, desk, request_id, finished):
    one = mail.draft(office, request_id, "receipt")
    if finished:
        mail.finish(office, request_id, one)
    dialog = shown(qtbot, LetterDialog(desk, request_id, one))
    assert dialog.papers_band.isVisible()
    assert dialog.papers.text() == SAYS


def test_no_band_over_a_letter_without_a_paper(qtbot, office, desk):
    request = office.log().request
    one = mail.draft(office, request, "receipt")
    dialog = shown(qtbot, LetterDialog(desk, request, one))
    assert not dialog.papers_band.isVisible()


def test_the_letter_that_shows_the_hidden_address_is_not_finished(qtbot, office, desk, request_id):
    one = mail.draft(office, request_id, "receipt")
    mail.edit(office, request_id, one, "She lives at 118 Alder Street.")
    dialog = shown(qtbot, LetterDialog(desk, request_id, one))
    dialog.leaving.ask_for_printer()
    assert "A paper on file keeps an address from this person" in dialog.notices.sentence.text()


def test_a_paper_that_is_over_is_said_nowhere(office, desk, request_id):
    orders = students.orders(office.store, student_of(office))
    assert paper_lines(desk, orders) == [SAYS]
    desk.day = UNTIL + timedelta(days=1)
    assert paper_lines(desk, orders) == []
