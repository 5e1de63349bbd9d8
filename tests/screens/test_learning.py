"""The drills on the screen: begun, worked in the real pages, looked at, noted, certified."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import pypdf
import pytest
from PySide6.QtCore import Qt

from desktop.actions.practising import open_practice_office
from desktop.actions.steps import do_step
from desktop.office.learning import Finished, finished_drills, note_finished
from desktop.office.settings import WindowSettings
from desktop.paths import Home
from desktop.screens import jobs
from desktop.screens import learning as learning_module
from desktop.screens.desk import Desk
from desktop.screens.intake import IntakeDialog
from desktop.screens.learning import LearningTab
from desktop.screens.request import RequestPage
from desktop.screens.window import DeskWindow
from desktop.store import cases
from tests.desks import a_desk, law_of
from tests.offices import TODAY, the_defaults, the_wording


@pytest.fixture
def practice(tmp_path):
    """The practice office of today, as the program opens it."""
    home = Home(folder=tmp_path / "practice")
    opened = open_practice_office(home, law_of, the_defaults(), now=datetime.now(UTC))
    desk = Desk(
        opened, home=home, law_of=law_of, wording=the_wording(), defaults=the_defaults(),
        practice=True,
    )  # fmt: skip
    yield desk
    assert jobs.drain(10_000)
    opened.store.close()


@pytest.fixture
def window(qtbot, practice):
    made = DeskWindow(practice, WindowSettings())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_library()
    page = made.pages.currentWidget()
    page.tabs.setCurrentWidget(page.learning)
    return made


def tab(window):
    return window.turn.kept["library"].learning


def click(qtbot, button):
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_six_drills_are_listed_with_their_story_and_what_to_notice(window):
    learning = tab(window)
    assert learning.rows.model().rowCount() == 6
    said = " ".join(
        label.text() for label in learning.told_scroll.findChildren(type(learning.says))
    )
    assert "Peter Smith" in said
    assert "What to notice" in said


def test_a_drill_is_begun_worked_looked_at_noted_and_certified(qtbot, tmp_path, practice, window):
    click(qtbot, tab(window).begin)
    page = window.pages.currentWidget()
    assert isinstance(page, RequestPage)
    assert "Both parents, living apart" in window.notices.sentence.text()

    click(qtbot, window.notices.action)
    learning = tab(window)
    assert learning.isVisible()
    assert "Not all of it is done yet" in learning.notices.sentence.text()
    assert not learning.finish.isEnabled()

    request = learning._begun.request
    for step, choice, note in (
        ("receipt", "", ""), ("identity", "photo_id", ""), ("authority", "paper_read", "Read."),
    ):  # fmt: skip
        practice.did(
            do_step(
                practice.store, request, step, choice=choice, note=note,
                law=practice.law, today=practice.today(), by=practice.sign(),
            )
        )  # fmt: skip
    click(qtbot, learning.look)
    assert "All of it is done" in learning.notices.sentence.text()
    assert not learning.finish.isEnabled()  # who finished is still to be told
    qtbot.keyClicks(learning.who, "Lan Nguyen")
    click(qtbot, learning.finish)
    assert [(one.drill, one.who) for one in finished_drills(practice.home)] == [
        ("split_custody", "Lan Nguyen")
    ]
    assert learning.rows.model().index(0, 2).data() == "Lan Nguyen"
    assert window.notices.isHidden()

    assert learning.certificate.isEnabled()
    learning.save_to(tmp_path / "one.pdf")
    text = pypdf.PdfReader(tmp_path / "one.pdf").pages[0].extract_text()
    assert "Lan Nguyen" in text
    assert "Both parents, living apart" in text


def test_a_checked_drill_leads_back_to_its_case_and_begins_afresh_only_when_asked(
    qtbot, practice, window
):
    learning = tab(window)
    assert not learning.go_on.isVisible()
    click(qtbot, learning.begin)
    request, count = learning._begun.request, len(_requests(practice))
    click(qtbot, window.notices.action)
    assert learning.begin.property("primary") is False
    click(qtbot, learning.go_on)
    assert window.pages.currentWidget()._request == request
    assert "Both parents, living apart" in window.notices.sentence.text()

    click(qtbot, window.notices.action)
    qtbot.keyClick(learning.rows, Qt.Key.Key_Return)  # the row of the drill that is on
    assert window.pages.currentWidget()._request == request
    assert len(_requests(practice)) == count
    learning.rows.choose_place(1)
    assert not learning.go_on.isVisible()


def test_the_six_drills_are_in_sight_and_what_can_be_done_stands_in_one_line(qtbot, window):
    window.resize(1280, 770)
    learning = tab(window)
    click(qtbot, learning.begin)
    click(qtbot, window.notices.action)
    learning.notices.clear()
    qtbot.waitUntil(lambda: learning.rows.verticalScrollBar().maximum() == 0)
    assert learning.go_on.y() == learning.begin.y() == learning.look.y()
    assert not learning.proof.isVisible()  # nothing is finished that could be certified


@pytest.mark.parametrize(
    ("program", "said"),
    [(sys.executable, "The drills wait there under Library."), ("no-such", "could not be started")],
)
def test_what_is_said_of_the_practice_office_stays_until_its_window_comes(
    qtbot, office, monkeypatch, program, said
):
    monkeypatch.setattr(learning_module, "program_folder", lambda: office.home.folder)  # no window
    monkeypatch.setattr(sys, "executable", program)
    learning = LearningTab(a_desk(office, TODAY))
    qtbot.addWidget(learning)
    learning.show()
    click(qtbot, learning.practice)
    assert said in learning.notices.sentence.text()
    assert not learning.notices._timer.isActive()


def test_the_phone_call_begins_with_the_intake(qtbot, window):
    tab(window).rows.choose_place(3)
    click(qtbot, tab(window).begin)
    (dialog,) = [one for one in window.findChildren(IntakeDialog) if one.isVisible()]
    assert dialog.isVisible()
    dialog.reject()


def test_a_disk_that_refuses_is_said_and_nothing_is_lost(qtbot, practice, window):
    learning = tab(window)
    click(qtbot, learning.begin)
    begun = learning._begun
    for step, choice, note in (
        ("receipt", "", ""), ("identity", "photo_id", ""), ("authority", "paper_read", "Read."),
    ):  # fmt: skip
        do_step(
            practice.store, begun.request, step, choice=choice, note=note,
            law=practice.law, today=practice.today(), by=practice.sign(),
        )  # fmt: skip
    window.learning.look_at_drill()
    practice.home.learning_file.mkdir()
    learning.who.setText("Lan")
    learning._offer()
    click(qtbot, learning.finish)
    assert "could not be written down" in learning.notices.sentence.text()
    assert learning.finish.isEnabled()


def test_the_drill_leaves_what_was_there_alone(practice, window, qtbot):
    before = {one: cases.case(practice.store, one).steps for one in _requests(practice)}
    click(qtbot, tab(window).begin)
    for request, steps in before.items():
        assert cases.case(practice.store, request).steps == steps
    assert len(_requests(practice)) == len(before) + 1


def _requests(desk):
    return [row[0] for row in desk.store.rows("select id from request", ())]


# In the real office


def test_the_real_office_shows_who_finished_and_begins_nothing(qtbot, office, tmp_path):
    practice_home = Home(folder=office.home.practice_folder)
    note_finished(practice_home, Finished(drill="age_18", who="Jo Reyes", on=TODAY))
    before = office.store.rows("select count(*) from event", ())
    learning = LearningTab(a_desk(office, TODAY))
    qtbot.addWidget(learning)
    learning.show()
    assert learning.begin.isHidden()
    assert learning.practice.isVisible()
    assert learning.rows.model().index(1, 2).data() == "Jo Reyes"
    assert learning.who.text() == "Jo Reyes"
    learning.save_to(tmp_path / "one.pdf")
    text = pypdf.PdfReader(tmp_path / "one.pdf").pages[0].extract_text()
    assert "The student is 18" in text
    assert "PRACTICE" not in text
    assert office.store.rows("select count(*) from event", ()) == before


def test_the_certificate_waits_for_somebody_who_finished(qtbot, office):
    learning = LearningTab(a_desk(office, TODAY))
    qtbot.addWidget(learning)
    assert not learning.certificate.isEnabled()
