"""Several requests chosen in the queue: given to somebody, given back, exported."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.screens.export_form import ExportForm
from desktop.screens.worklist import WorklistPage
from desktop.store import cases
from tests.desks import a_desk
from tests.offices import TODAY, a_student

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def three(office):
    return [office.log(student=a_student(given=name)).request for name in ("Ann", "Ben", "Cy")]


@pytest.fixture
def page(qtbot, office, three):
    office.principal()
    made = WorklistPage(a_desk(office, TODAY))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.rows.setFocus()
    made.rows.choose_place(0)
    return made


def owners(office, requests):
    return [cases.case(office.store, one).request.owner for one in requests]


def choose_two(qtbot, page):
    qtbot.keyClick(page.rows, Qt.Key.Key_Down, SHIFT)


def test_one_chosen_line_needs_no_bar(page):
    assert page._bar is None


def test_several_are_given_to_somebody_by_keyboard_and_given_back(qtbot, office, page, three):
    choose_two(qtbot, page)
    bar = page._bar
    assert bar.says.text() == "2 chosen"
    bar._fill_people()
    dana = next(one for one in bar.people.actions() if "Dana" in one.text())
    dana.trigger()
    assert owners(office, three[:2]) == [office.principal().person] * 2
    assert owners(office, three[2:]) == [office.opened.person.id]
    assert page.notices.sentence.text() == "2 requests are Dana Whitfield's now."
    page.notices.action.click()
    assert owners(office, three) == [office.opened.person.id] * 3
    assert page.notices.sentence.text() == "2 requests are back with whoever had it."


def test_what_is_chosen_stays_chosen_after_it_was_given(qtbot, office, page):
    choose_two(qtbot, page)
    page._bar.give_to(page._desk.people()[0])
    assert len(page.rows.chosen_rows()) == 2
    assert page._bar.isVisible()


def test_the_chosen_ones_are_exported_in_the_order_of_the_list(qtbot, office, page, three):
    choose_two(qtbot, page)
    page._bar.export_chosen.click()
    form = page.window().findChild(ExportForm)
    qtbot.waitUntil(form.isVisible)
    sheet = form._make(office.store)
    assert [row[1] for row in sheet.rows] == ["Alvarez, Ann", "Alvarez, Ben"]
    assert sheet.rows[0][2:6] == ("Rafael Alvarez", "Father", "See the records", "JR")


def test_all_are_chosen_by_one_key(qtbot, page):
    qtbot.keyClick(page.rows, Qt.Key.Key_A, CONTROL)
    assert page._bar.says.text() == "3 chosen"
