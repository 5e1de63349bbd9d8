"""Into the practice office: choosing whom to practise as while it is made, and leaving half way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.actions.practising import open_practice_office, todays_practice_office
from desktop.office import moment
from desktop.paths import Home
from desktop.records.approval import DECIDING
from desktop.records.person import Role
from desktop.records.roles import shipped_roles
from desktop.screens import jobs
from desktop.screens.practice_entrance import PracticeEntrance
from desktop.store import queries
from tests.desks import law_of
from tests.offices import the_defaults, the_wording

LONG = 30_000  # milliseconds; it is made within a few seconds where nothing else runs


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "practice"
    folder.mkdir()
    return Home(folder=folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A practice office of today, closed."""
    home = Home(folder=tmp_path_factory.mktemp("practice"))
    open_practice_office(home, law_of, the_defaults(), now=moment.now()).store.close()
    return home


@pytest.fixture
def enter(qtbot):
    def enter(home, role=None):
        shown = PracticeEntrance(
            home, law_of=law_of, defaults=the_defaults(), wording=the_wording(), role=role
        )
        qtbot.addWidget(shown)
        with qtbot.waitActive(shown):
            shown.show()
            shown.activateWindow()
        return shown

    return enter


def titles(shown):
    return [row.code for row in shown.who.rows]


def test_every_role_can_be_practised(enter, made):
    assert titles(enter(made)) == list(Role)


@pytest.mark.parametrize("role", list(Role))
def test_whoever_is_chosen_by_number_is_signed_in(qtbot, enter, made, role):
    shown = enter(made)
    qtbot.keyClick(shown.focusWidget(), str(list(Role).index(role) + 1))
    with qtbot.waitSignal(shown.opened) as opened:
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    (office,) = opened.args
    assert office.person.role is role
    assert office.person.name in shown.who.rows[list(Role).index(role)].radio.accessibleName()
    office.store.close()


def test_whom_somebody_practised_as_last_is_chosen_already(enter, made):
    assert enter(made, Role.PRINCIPAL).who.code() == Role.PRINCIPAL


def test_a_principal_may_decide_here_and_the_front_office_may_not(made):
    waiting = []
    for role in (Role.PRINCIPAL, Role.FRONT_OFFICE):
        opened = todays_practice_office(made, now=moment.now(), role=role)
        found = queries.queue_ids(
            opened.store, queries.QueueFilter.PRINCIPAL, person=opened.person.id,
            today=moment.now().date(),
        )  # fmt: skip
        waiting.append((bool(found), shipped_roles().may(opened.person.role, DECIDING)))
        opened.store.close()
    assert waiting == [(True, True), (True, False)]


def test_it_is_made_beside_the_window_which_says_how_far_it_is(qtbot, enter, home):
    shown = enter(home)
    assert shown.progress.isVisible()
    assert "is being made" in shown.running_says.text()
    qtbot.waitUntil(lambda: shown.progress.value() > 0, timeout=LONG)
    assert shown.progress.maximum() > 50
    qtbot.waitUntil(lambda: not shown.progress.isVisible(), timeout=LONG)
    assert shown.begin.isEnabled()


def test_begun_before_it_is_ready_it_opens_by_itself(qtbot, enter, home):
    shown = enter(home)
    qtbot.keyClick(shown.focusWidget(), "3")
    with qtbot.waitSignal(shown.opened, timeout=LONG) as opened:
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
        assert "opens by itself" in shown.running_says.text()
    (office,) = opened.args
    assert office.person.role is Role.PRINCIPAL
    office.store.close()


def test_left_half_way_nothing_of_it_is_there(qtbot, enter, home):
    shown = enter(home)
    qtbot.waitUntil(lambda: shown.progress.value() > 2, timeout=LONG)
    assert list(home.folder.glob("office.records*"))
    shown.close()
    assert jobs.drain(LONG)
    assert list(home.folder.iterdir()) == []


def test_escape_leaves(qtbot, enter, made):
    shown = enter(made)
    qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Escape)
    assert not shown.isVisible()
