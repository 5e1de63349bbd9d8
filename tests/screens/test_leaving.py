"""Leaving the window while work goes on beside it: what comes too late reaches nobody."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QThreadPool

from desktop.actions import searching
from desktop.actions.chasing_many import ask_all_again
from desktop.office.settings import WindowSettings
from desktop.records.case import SourceState
from desktop.screens import jobs, worklist_asking
from desktop.screens.window import DeskWindow
from desktop.store import cases
from desktop.store.store import Store
from tests.desks import a_desk
from tests.offices import TODAY, a_student

ENDS = {"locked": DeskWindow.lock_now, "closed": DeskWindow.close}


@pytest.fixture(params=ENDS)
def leave(request):
    return ENDS[request.param]


@pytest.fixture
def two(office):
    """Two requests, each with a place that has not answered for nine days."""
    logged = [office.log(student=a_student(given=name)).request for name in ("Ann", "Ben")]
    for request in logged:
        source = cases.case(office.store, request).sources[0].id
        searching.answer_source(
            office.store, request, source, SourceState.ASKED,
            today=TODAY - timedelta(days=9), by=office.sign(),
        )  # fmt: skip
    return logged


@pytest.fixture
def window(qtbot, office, two):
    made = DeskWindow(a_desk(office, TODAY), WindowSettings())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def what_waits_comes() -> None:
    """Whatever is on its way to the window; a fault in it fails the test."""
    assert QThreadPool.globalInstance().waitForDone(20_000)
    for _ in range(3):
        QCoreApplication.processEvents()


def ask_places_of_all(qtbot, window) -> None:
    """Choose both requests in the queue and note their silent places as asked again."""
    page = window.pages.currentWidget()
    page.rows.setFocus()
    page.rows.choose_place(0)
    qtbot.keyClick(page.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    menu = page._bar.asking.menu
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()


def askings(office, requests) -> list[int]:
    """How often the first place of each request was asked; read with the file open again."""
    with closing(Store.open(office.home.records_file, office.opened.keys)) as store:
        return [len(cases.case(store, one).sources[0].askings) for one in requests]


def test_work_under_way_is_not_done_when_the_window_is_left(
    qtbot, office, window, two, leave, monkeypatch
):
    begun = threading.Event()

    def slow(store, chosen, *, cancelled, progress, **more):
        begun.set()
        while not cancelled():
            time.sleep(0.001)
        return ask_all_again(store, chosen, cancelled=cancelled, progress=progress, **more)

    monkeypatch.setattr(worklist_asking, "ask_all_again", slow)
    ask_places_of_all(qtbot, window)
    assert begun.wait(10)
    with qtbot.assertNotEmitted(window._desk.changed):
        leave(window)
        what_waits_comes()
    assert askings(office, two) == [1, 1]


def test_work_that_was_done_is_not_told_to_a_window_that_was_left(
    qtbot, office, window, two, leave
):
    ask_places_of_all(qtbot, window)
    assert QThreadPool.globalInstance().waitForDone(20_000)  # its result waits to be told
    with qtbot.assertNotEmitted(window._desk.changed):
        leave(window)
        what_waits_comes()
    assert askings(office, two) == [2, 2]


def test_no_page_that_just_came_in_sight_reads_a_file_that_is_closed(office, window, two, leave):
    student = cases.case(office.store, two[0]).student.id
    for show in (
        window.show_today, window.show_students, window.show_registers, window.show_letters,
        window.show_library, window.show_blanks, window.show_reports, window.show_calendar,
        window.show_copies, window.show_queue, lambda: window.open_request(two[0]),
        lambda: window.open_student(student),
    ):  # fmt: skip
        show()
    under_way = {job for job in QCoreApplication.instance().findChildren(jobs.Job) if job.running}
    assert under_way  # else this test could not fail
    leave(window)
    assert all(job.cancelled for job in under_way)
    what_waits_comes()


DIALOGS = {
    "search": lambda window, _request: window.keys.find_anything(),
    "intake": lambda window, _request: window.log_a_request(),
    "letter": lambda window, request: window.draft_letter(request, "receipt"),
}


@pytest.mark.parametrize("dialog", DIALOGS)
def test_no_dialog_that_was_just_opened_reads_a_file_that_is_closed(window, two, dialog):
    DIALOGS[dialog](window, two[0])
    window.lock_now()
    what_waits_comes()
