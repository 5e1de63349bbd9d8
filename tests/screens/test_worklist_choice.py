"""The columns of the queue: usual for a role, chosen by keyboard, remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.office import settings
from desktop.records.person import Role
from desktop.records.request import Right
from desktop.screens.worklist import WorklistPage
from desktop.screens.worklist_columns import CODES
from desktop.store.queries import QueueSort
from tests.desks import a_desk
from tests.offices import TODAY, a_student

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(qtbot, office):
    def build(role: Role = Role.REGISTRAR, width: int = 1400) -> WorklistPage:
        desk = a_desk(office, TODAY)
        desk.person = replace(desk.person, role=role)
        page = WorklistPage(desk)
        qtbot.addWidget(page)
        page.resize(width, 700)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return build


def seen(page) -> list[str]:
    return [code for place, code in enumerate(CODES) if not page.rows.isColumnHidden(place)]


@pytest.mark.parametrize(
    ("role", "without"),
    [
        (Role.FRONT_OFFICE, ["owner"]),
        (Role.REGISTRAR, []),
        (Role.PRINCIPAL, ["number"]),
        (Role.ADMINISTRATOR, []),
    ],
)
def test_each_role_begins_with_its_own_columns(show, role, without):
    assert seen(show(role)) == [code for code in CODES if code not in without]


def test_a_column_is_taken_out_by_keyboard_and_stays_out(qtbot, office, show):
    page = show()
    qtbot.keyClick(page.rows, Qt.Key.Key_H, CONTROL)
    qtbot.waitUntil(page._choice.menu.isVisible)
    tick = next(one for one in page._choice.menu.actions() if one.text() == "Right")
    tick.trigger()
    page._choice.menu.hide()
    assert "right" not in seen(page)
    assert "right" not in seen(show(Role.FRONT_OFFICE))
    assert "right" not in settings.load(office.home).queue_columns


def test_who_a_request_is_about_cannot_be_taken_out(show):
    page = show()
    page._choice._fill()
    fixed = [
        one.text() for one in page._choice.menu.actions() if one.text() and not one.isEnabled()
    ]
    assert fixed == ["Student", "State"]


def test_as_usual_forgets_what_was_chosen(office, show):
    page = show()
    page._choice._choose("due", on=False)
    assert "due" not in seen(page)
    page._choice._as_usual()
    assert seen(page) == list(CODES)
    assert settings.load(office.home).queue_columns == ""


def test_a_column_that_is_wanted_still_goes_where_there_is_no_room(show):
    page = show(width=1000)
    assert "owner" not in seen(page)
    page.resize(1400, 700)
    assert "owner" in seen(page)


def test_who_asks_gives_way_before_the_right_and_the_date(show):
    page = show()
    gone = []
    for width in range(1400, 480, -20):
        page.resize(width, 700)
        gone += [code for code in CODES if code not in {*seen(page), *gone}]
    assert gone == ["owner", "number", "requester", "right", "due"]


def test_a_column_nobody_wants_takes_no_room_from_the_others(show):
    page = show(width=1000)
    assert "number" not in seen(page)
    page._choice._choose("requester", on=False)
    assert "number" in seen(page)


# Groups


def log(office, given, right=Right.INSPECT, days=0):
    student = a_student(given=given, family=given)
    received = TODAY - timedelta(days=days)
    return office.log(student=student, right=right, received_on=received).request


def apart(page) -> list[str]:
    """Who stands first in each group but the first."""
    rows = [page._model.row_at(place) for place in range(page._model.rowCount())]
    return [row.student for place, row in enumerate(rows) if page.rows.begins_group(place)]


def test_weeks_are_set_apart_when_they_are_asked_for(office, show):
    for given, days in (("Ann", 14), ("Ben", 14), ("Cy", 7), ("Di", 0)):
        log(office, given, days=days)
    page = show()
    assert apart(page) == []
    page.group_by(QueueSort.DUE)
    assert apart(page) == ["Cy, Cy", "Di, Di"]


def test_rights_are_brought_together_by_keyboard(qtbot, office, show):
    for given, right in (
        ("Ann", Right.INSPECT), ("Ben", Right.EXPLANATION), ("Cy", Right.INSPECT),
    ):  # fmt: skip
        log(office, given, right)
    page = show()
    page._choice._fill()
    by_right = next(one for one in page._choice.menu.actions() if one.text() == "Group by right")
    by_right.trigger()
    assert apart(page) == ["Ann, Ann"]
    assert [page._model.row_at(place).student for place in range(3)] == [
        "Ben, Ben", "Ann, Ann", "Cy, Cy"
    ]  # fmt: skip


def test_a_search_has_no_groups(qtbot, office, show):
    log(office, "Ann", days=14)
    log(office, "Ben")
    page = show()
    page.group_by(QueueSort.DUE)
    assert apart(page) == ["Ben, Ben"]
    page.search.setText("rafael")
    page._search_now()
    assert page._model.rowCount() == 2
    assert apart(page) == []
