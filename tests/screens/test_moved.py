"""The list of requests whose dates a change of the calendar moved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.actions import days
from desktop.screens.moved import MovedList, moved_rows
from tests.offices import TODAY

DUE = date(2026, 11, 19)


@pytest.fixture
def shown(qtbot, office):
    """A list that tells of one closed day: the legal date stays, the day to finish by does not."""
    office.log()
    _, moved = days.add_entry(
        office.store, from_on=DUE - timedelta(days=1), until_on=DUE, title="Storm", kind="closure",
        law=office.law, by=office.sign(),
    )  # fmt: skip
    widget = MovedList()
    qtbot.addWidget(widget)
    widget.resize(760, 200)
    widget.show_moved(moved_rows(office.store, moved), TODAY)
    return widget


def test_both_dates_are_told_where_the_office_is_closed_on_the_legal_one(shown):
    model = shown.rows.model()
    said = [model.index(0, column).data() for column in range(model.columnCount())]
    assert said == [
        "2026-0001", "Alvarez, Mia", "Thu Nov 19", "Thu Nov 19, finish by Tue Nov 17",
    ]  # fmt: skip
    assert shown.heading.text() == "The date of one open request moved"


def test_enter_on_a_request_opens_it(qtbot, office, shown):
    with qtbot.waitSignal(shown.request_opened) as opened:
        shown.rows.choose_place(0)
        qtbot.keyClick(shown.rows, Qt.Key.Key_Return)
    assert opened.args == [office.store.rows("select id from request")[0][0]]


def test_nothing_moved_hides_the_list(shown):
    shown.show_moved([], TODAY)
    assert shown.isHidden()
