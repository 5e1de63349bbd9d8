"""More time, by keyboard: what the rule allows is said, what it comes to is shown."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.records.ids import RuleId
from desktop.screens.request_extend import ExtendDialog
from tests.desks import a_desk
from tests.offices import TODAY, an_office
from tests.screens.request_pages import KEYS, Opened


@pytest.fixture
def opened(qtbot, tmp_path):
    office = an_office(tmp_path, state="IL")
    request = office.log(received_on=date(2026, 10, 1)).request
    return Opened(qtbot, a_desk(office, TODAY), request)


def test_more_time_is_taken_by_keyboard_and_taken_back(opened):
    assert opened.page.menu.extend.isVisible()
    opened.page.menu.extend.trigger()
    dialog = opened.dialog(ExtendDialog)
    assert "at most 5 business days" in dialog.allows.text()
    assert "October 23" in dialog.preview.text()
    opened.press(KEYS.Key_Tab)
    opened.type("The records are held elsewhere.")
    opened.done()
    assert opened.case.request.extension.rule == RuleId("IL-1")
    assert opened.case.request.due_on == date(2026, 10, 23)
    assert not opened.page.menu.extend.isVisible()
    opened.page.menu.take_back.trigger()
    assert opened.case.request.due_on == date(2026, 10, 16)


def test_without_a_reason_it_is_told_beside_the_field(opened):
    opened.page.menu.extend.trigger()
    dialog = opened.dialog(ExtendDialog)
    opened.done()
    assert dialog.reason_message.text() == "Write why more time is needed."
    assert opened.case.request.extension is None


def test_more_than_the_rule_allows_is_told_while_one_types(opened):
    opened.page.menu.extend.trigger()
    dialog = opened.dialog(ExtendDialog)
    dialog.days.selectAll()
    opened.type("9")
    assert "IL-1 allows 1 to 5 added business days" in dialog.preview.text()


def test_federal_law_alone_offers_no_extension(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), office.log().request)
    assert not opened.page.menu.extend.isVisible()
