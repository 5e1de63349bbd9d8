"""An earlier request of the same family: shown while one types, and asked about before logging."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.records.request import Access, Right
from desktop.store import cases
from tests.offices import TODAY
from tests.screens.intakes import Clerk, a_family, an_open_intake, ask, open_requests


@pytest.fixture
def family(office):
    return a_family(office)


@pytest.fixture
def dialog(qtbot, office, family):
    return an_open_intake(qtbot, office)


def log_before(office, family, party, **given):
    return office.log(
        student=family.mia,
        student_is_new=False,
        requester=party,
        requester_is_new=False,
        received_on=TODAY,
        **given,
    )


def test_logging_stops_once_at_an_open_request_and_asks(office, family, dialog):
    log_before(office, family, family.mother)
    ask(dialog, family, family.mother)
    clerk = Clerk().log()
    assert len(open_requests(office)) == 1
    assert QApplication.focusWidget() is dialog.repeats.repeat_same
    assert "press Ctrl+Enter once more" in dialog.repeats.repeat_says.text()
    clerk.log()
    assert len(open_requests(office)) == 2


def test_an_answer_lets_the_next_one_through(office, family, dialog):
    before = log_before(office, family, family.mother)
    ask(dialog, family, family.mother)
    Clerk().log().alt("3").log()
    linked = [one.request.linked_to for one in open_requests(office)]
    assert linked.count(before.request) == 1


def test_it_is_the_same_request_by_keyboard(office, family, dialog):
    log_before(office, family, family.mother)
    ask(dialog, family, family.mother)
    Clerk().log().enter()
    assert len(open_requests(office)) == 1
    assert dialog.done_page.isVisible()


def test_a_request_of_the_other_parent_asks_for_the_link(office, family, dialog):
    log_before(office, family, family.father)
    ask(dialog, family, family.mother)
    Clerk().log()
    assert len(open_requests(office)) == 1
    assert QApplication.focusWidget() is dialog.repeats.repeat_link


def test_copies_find_the_open_request_to_see_and_offer_the_link(office, family, dialog):
    before = log_before(office, family, family.mother)
    ask(dialog, family, family.mother)
    dialog.details.right.setCurrentIndex(dialog.details.right.findData(Right.COPIES))
    says = dialog.repeats.repeat_says.text()
    assert says.startswith("2026-0001 from this person is open for this student: see the records")
    assert dialog.repeats.repeat_same.isHidden()
    Clerk().log().enter().log()
    copies = next(one for one in open_requests(office) if one.request.right is Right.COPIES)
    assert copies.request.linked_to == before.request


def test_seeing_finds_the_open_request_for_copies(office, family, dialog):
    log_before(office, family, family.mother, right=Right.COPIES, access=Access.COPIES)
    ask(dialog, family, family.mother)
    assert not dialog.repeats.repeat_banner.isHidden()


def test_a_kindred_request_of_the_other_parent_is_no_repeat(office, family, dialog):
    log_before(office, family, family.father, right=Right.COPIES, access=Access.COPIES)
    ask(dialog, family, family.mother)
    assert dialog.repeats.repeat_banner.isHidden()


def test_nothing_is_asked_where_nothing_was_asked_before(office, family, dialog):
    ask(dialog, family, family.mother)
    Clerk().log()
    (case,) = open_requests(office)
    assert cases.case(office.store, case.request.id).request.linked_to is None
