"""The page of the day: numbers that open their lists, decisions and the morning by keyboard."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.actions import approving, days, release, searching, steps, visits
from desktop.office.holidays import public_holidays
from desktop.records.agenda import Section
from desktop.records.approval import Decision
from desktop.records.case import SourceState
from desktop.records.person import Role
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Waiting
from desktop.records.steps import StepState, step_named
from desktop.screens.agenda import AgendaPage
from desktop.store import cases
from tests import mail
from tests.desks import a_desk
from tests.offices import TODAY, a_student

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def show(qtbot, office):
    def build(role: Role = Role.PRINCIPAL, on: date = TODAY) -> AgendaPage:
        desk = a_desk(office, on)
        if role is Role.PRINCIPAL:
            by = office.principal()
            desk.person = replace(desk.person, id=by.person, initials="DW", role=role)
        page = AgendaPage(desk)
        qtbot.addWidget(page)
        page.resize(900, 760)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        read(qtbot, page)
        page.setFocus()
        return page

    return build


def read(qtbot, page):
    qtbot.waitUntil(lambda: not page.reading)


def test_holidays_are_worked_out_beside_the_window(qtbot, office, monkeypatch):
    """The first year of them takes a quarter of a second, in which no key would be answered."""
    threads = set()

    def noted(place, **corrections):
        found = public_holidays(place, **corrections)

        def year_of(year):
            threads.add(threading.current_thread())
            return found(year)

        return year_of

    office.log()
    monkeypatch.setattr(days, "public_holidays", noted)
    desk = a_desk(office, TODAY + timedelta(days=2))
    desk.person = replace(desk.person, role=Role.PRINCIPAL)
    page = AgendaPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    read(qtbot, page)
    assert page.lines
    assert page.says.text()
    assert threads
    assert threading.main_thread() not in threads


def numbers(page):
    return {section: figure.number for section, figure in page.figures.items()}


def decide(qtbot, page, way: Qt.Key, note: str):
    """A way by its digit, Tab to the note, Ctrl+Enter."""
    qtbot.keyClick(page.focusWidget(), way)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(page.focusWidget(), note)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return, CONTROL)


def partly_withheld(office, given: str) -> int:
    """A request whose withheld part waits for the principal."""
    request = office.log(access=Access.COPIES, student=a_student(given=given)).request
    release.answer_item(
        office.store, request, what="Bus video", answer=ItemAnswer.PART_WITHHELD,
        reason="other_child_out", note="Faces.", law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    steps.do_step(
        office.store, request, "review", law=office.law, today=TODAY, by=office.sign(),
        choice="covered", note="Faces.", details={"other_children": "yes", "separable": "yes"},
    )  # fmt: skip
    approving.ask_approval(
        office.store, request, "approve_part", note="Two faces.", law=office.law, by=office.sign()
    )
    return request


def test_the_day_begins_with_the_first_list_that_has_work(show, office):
    office.log()
    page = show(on=TODAY + timedelta(days=2))
    assert page.section is Section.UNTOUCHED
    assert numbers(page)[Section.UNTOUCHED] == "1"
    assert numbers(page)[Section.LATE] == "0"
    assert [line.request.student for line in page.lines] == ["Alvarez, Mia"]


def asked(office, given: str, places: int) -> int:
    request = office.log(student=a_student(given=given)).request
    for source in cases.case(office.store, request).sources[:places]:
        searching.answer_source(
            office.store, request, source.id, SourceState.ASKED, today=TODAY, by=office.sign()
        )
    return request


def askings(office, request) -> list[int]:
    return [len(one.askings) for one in cases.case(office.store, request).sources]


def test_places_to_ask_again_are_worked_through_with_one_key(qtbot, show, office):
    request = asked(office, "Mia", 2)
    page = show(Role.REGISTRAR, TODAY + timedelta(days=7))
    assert page.section is Section.CHASE
    assert page.ask_again.text() == "Asked the head"
    assert page._words.why(page.lines[0]) == "Ask the head: Cumulative folder, asked Mon Oct 5"
    for left in (1, 0):
        qtbot.keyClick(page.rows, Qt.Key.Key_A)
        qtbot.waitUntil(lambda left=left: numbers(page)[Section.CHASE] == str(left))
    assert askings(office, request)[:3] == [2, 2, 0]
    assert not page.ask_again.isVisible()
    page.notices.action.click()
    qtbot.waitUntil(lambda: numbers(page)[Section.CHASE] == "1")
    assert sorted(askings(office, request)[:2]) == [1, 2]


def test_lists_without_places_offer_no_asking(show, office):
    office.log()
    page = show(on=TODAY + timedelta(days=2))
    assert page.section is Section.UNTOUCHED
    assert not page.ask_again.isVisible()


def test_every_number_opens_its_list_by_its_key(qtbot, show, office):
    office.log()
    page = show(on=TODAY + timedelta(days=2))
    for place, section in enumerate(page.figures):
        qtbot.keyClick(page.focusWidget(), Qt.Key(Qt.Key.Key_1 + place), ALT)
        assert page.section is section
        assert page.figures[section].isChecked()


def test_an_empty_list_says_so(show):
    page = show()
    assert page.rows.empty_state().sentence() == "Nothing is late"


def test_a_decision_is_made_by_keyboard_and_the_next_one_follows(qtbot, show, office):
    first, second = (partly_withheld(office, name) for name in ("Ben", "Mia"))
    page = show()
    assert page.section is Section.DECIDE
    qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    rows = page.panel.panel.choices.rows
    assert page.panel.request == first
    assert rows[0].radio.hasFocus()
    decide(qtbot, page, Qt.Key.Key_1, "Fine.")
    read(qtbot, page)
    case = cases.case(office.store, first)
    assert step_named(case.steps, "approve_part").state is StepState.DONE
    assert case.approvals[0].decision is Decision.AGREED
    assert page.panel.request == second
    assert page.panel.isAncestorOf(page.focusWidget())


def test_a_decision_is_sent_back_with_a_note(qtbot, show, office):
    request = partly_withheld(office, "Mia")
    page = show()
    qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    decide(qtbot, page, Qt.Key.Key_2, "Blur the plates too.")
    read(qtbot, page)
    approval = cases.case(office.store, request).approvals[0]
    assert approval.decision is Decision.SENT_BACK
    assert approval.note == "Blur the plates too."
    assert page.panel is None
    assert page.notices.sentence.text() == (
        "Request 2026-0001: The principal does not agree. It is written down."
    )
    with qtbot.waitSignal(page.request_opened) as opened:
        page.notices.action.click()
    assert opened.args == [request]


def test_what_waits_for_the_principal_without_a_step_is_opened_by_enter(qtbot, show, office):
    request = office.log().request
    steps.wait_for(office.store, request, Waiting.PRINCIPAL, by=office.sign())
    page = show()
    page.show_section(Section.DECIDE)
    assert numbers(page)[Section.DECIDE] == "1"
    assert page.panel is None
    model = page.rows.model()
    assert "Waiting for the principal" in [
        model.index(0, place).data() for place in range(model.columnCount())
    ]
    with qtbot.waitSignal(page.work_wanted) as wanted:
        qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    assert wanted.args == [request, Section.DECIDE]


def test_what_is_proposed_stands_beside_the_decision(show, office):
    partly_withheld(office, "Mia")
    facts = dict(show().panel.facts.facts())
    assert facts["Their words"] == "I would like to see Mia's records."
    assert "Faces." in facts["Proposed"]


def test_a_persons_number_opens_what_they_have(qtbot, show, office):
    request = office.log().request
    page = show()
    qtbot.keyClick(page.rows, Qt.Key.Key_7, ALT)
    assert page.loads.current_row().name == "Jo Reyes"
    qtbot.keyClick(page.loads, Qt.Key.Key_Return)
    assert [line.item.request for line in page.lines] == [request]
    assert page.says.text() == "Jo Reyes: 1 open, 0 late"
    qtbot.keyClick(page.rows, Qt.Key.Key_Escape)
    assert page.lists.currentWidget() is page.loads


def test_the_registrar_prints_the_batch_with_one_key(qtbot, show, office):
    request = office.log().request
    mail.finish(office, request, mail.draft(office, request, "receipt"))
    page = show(Role.REGISTRAR)
    assert page.section is Section.LETTERS
    with qtbot.waitSignal(page.batch_wanted):
        qtbot.keyClick(page.rows, Qt.Key.Key_P, CONTROL)


def test_finishing_a_line_moves_to_the_next_and_then_to_the_next_list(qtbot, show, office):
    made = [office.log(student=a_student(given=name)).request for name in ("Ann", "Ben")]
    for request, hour in zip(made, (9, 10), strict=True):
        visits.set_visit(
            office.store, request, meet_on=TODAY, meet_at=time(hour), place="Room 12",
            sits_in="", interpreter=False, today=TODAY, by=office.sign(),
        )  # fmt: skip
    waits = office.log(student=a_student(given="Cy")).request
    steps.wait_for(office.store, waits, Waiting.FAMILY_SCOPE, by=office.sign())
    page = show(Role.REGISTRAR)
    assert page.section is Section.VISITS
    assert page._words.why(page.lines[0]) == "9:00 a.m., Room 12"
    desk = page._desk
    for request, then in zip(made, (Section.VISITS, Section.REPLIES), strict=True):
        assert page.rows.current_row().item.request == request
        changes = visits.end_visit(
            office.store, request, visits.AppointmentState.NOT_COME, law=office.law,
            today=TODAY, by=office.sign(),
        )  # fmt: skip
        desk.did(changes)
        read(qtbot, page)
        assert page.section is then
    assert page.rows.current_row().item.request == waits


def test_enter_opens_the_request_to_work_and_the_button_to_look(qtbot, show, office):
    request = office.log().request
    page = show(on=TODAY + timedelta(days=2))
    with qtbot.waitSignal(page.work_wanted) as opened:
        qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    assert opened.args == [request, Section.UNTOUCHED]
    with qtbot.waitSignal(page.request_opened) as looked:
        page.open_chosen.click()
    assert looked.args == [request]


def test_what_changes_elsewhere_is_read_again(qtbot, show, office):
    page = show(on=TODAY + timedelta(days=2))
    page._desk.did(office.log().changes)
    read(qtbot, page)
    assert numbers(page)[Section.UNTOUCHED] == "1"
