"""A family on one page: who belongs to it, what is shown, and what Enter opens."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.actions import opting_out, visits
from desktop.actions.families import note_order, put_on_file
from desktop.records.ids import OptOutId, OrderId, new_id
from desktop.records.opt_out import OptOut
from desktop.records.order import Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.scope import Scope
from desktop.screens.students import StudentsPage
from desktop.store import students
from tests.desks import a_desk
from tests.offices import AT, TODAY, a_party, a_student


@pytest.fixture
def family(office):
    """Mia and Ben share their mother; Noor shares only Mia's caseworker."""
    mia, ben, noor = a_student(), a_student(given="Ben"), a_student(given="Noor", family="Haddad")
    mother, caseworker = a_party(name="Elena Alvarez"), a_party(name="Case Worker")
    for place, child in enumerate((mia, ben, noor)):
        asker = a_party(name="Samir Haddad") if child is noor else mother
        office.log(
            student=child, requester=asker, requester_is_new=asker is not mother or place == 0,
            relationship=Relationship.MOTHER, put_on_file=True,
        )  # fmt: skip
    for child in (mia, noor):
        put_on_file(office.store, child.id, caseworker, Relationship.CASEWORKER, by=office.sign())
    return mia, ben, noor


@pytest.fixture
def page(qtbot, office, family):
    shown = StudentsPage(a_desk(office, TODAY))
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.open_student(family[0].id)
    shown.pages.currentWidget().family.click()
    return shown


def shown(page):
    return page.pages.currentWidget()


def column(rows, place):
    model = rows.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_children_who_share_a_parent_are_a_family_and_a_caseworker_makes_none(office, family):
    mia, ben, noor = family
    found = [one.id for one in students.family_of(office.store, mia.id)]
    assert sorted(found) == sorted([mia.id, ben.id])
    assert [one.id for one in students.family_of(office.store, noor.id)] == [noor.id]


def test_it_shows_the_children_their_parents_and_every_request_of_both(page):
    assert shown(page).name.text() == "The family of Mia Alvarez"
    assert column(shown(page).children_rows, 0) == ["Alvarez, Ben", "Alvarez, Mia"]
    assert column(shown(page).children_rows, 2) == ["Elena Alvarez", "Elena Alvarez"]
    assert column(shown(page).requests, 0) == ["2026-0002", "2026-0001"]
    assert "Haddad" not in str([column(shown(page).requests, place) for place in range(5)])


def test_an_appointment_a_paper_and_an_opt_out_stand_with_their_child(office, family, page):
    mia, ben, _ = family
    request = shown(page).requests.model().rows[0].id
    visits.set_visit(
        office.store, request, meet_on=date(2026, 10, 20), meet_at=time(9, 30), place="Room 12",
        sits_in="", interpreter=False, today=TODAY, by=office.sign(),
    )  # fmt: skip
    order = Order(
        id=OrderId(new_id(AT)), student=mia.id, kind=OrderKind.CUSTODY, limited_party=None,
        limits=frozenset(), read_by=office.opened.person.id,
    )  # fmt: skip
    no = OptOut(
        id=OptOutId(new_id(AT)), student=ben.id, scope=Scope.DIRECTORY, kinds=(), received_on=TODAY,
    )  # fmt: skip
    opting_out.note_opt_out(office.store, no, today=TODAY, by=office.sign())
    page._desk.did(note_order(office.store, order, by=office.sign()))
    assert column(shown(page).visits, 0) == ["Tue Oct 20, 9:30 a.m."]
    assert column(shown(page).visits, 1) == ["Alvarez, Ben"]
    assert column(shown(page).papers, 1) == ["Alvarez, Mia"]
    assert column(shown(page).opt_outs, 0) == ["Directory information"]
    assert column(shown(page).opt_outs, 1) == ["Alvarez, Ben"]


def test_enter_opens_the_request_or_the_child_and_escape_comes_back(qtbot, family, page):
    rows = shown(page).requests
    rows.choose_place(0)
    with qtbot.waitSignal(page.request_opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == [rows.model().rows[0].id]
    page.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is rows)
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert shown(page).student == family[0].id
    shown(page).family.click()
    shown(page).children_rows.choose_place(0)
    qtbot.keyClick(shown(page).children_rows, Qt.Key.Key_Return)
    assert shown(page).student == family[1].id


def test_a_child_alone_is_told_so_and_empty_lists_say_so(qtbot, office, family, page):
    page.open_family(family[2].id)
    assert shown(page).says.text() == "Nobody else on file shares a parent with this student."
    assert shown(page).papers.isHidden()
    assert shown(page).no_papers.text() == "No paper is on file."
    assert not shown(page).no_papers.isHidden()
    assert shown(page).no_visits.text() == "No appointment is set."
