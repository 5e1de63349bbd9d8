"""Work beside the window: done, failed, cancelled, and its owner gone."""

from __future__ import annotations

import gc
import sys
import threading

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.screens import jobs


@pytest.fixture
def owner(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    yield widget
    assert jobs.drain(5000)


def test_the_result_comes_back_in_the_windows_thread(qtbot, owner):
    came = []
    threads = []

    def work(progress, cancelled):
        threads.append(threading.current_thread())
        return 42

    job = jobs.run(
        work, owner=owner, on_done=lambda result: came.append((result, QThread.currentThread()))
    )
    with qtbot.waitSignal(job.over):
        pass
    assert came == [(42, owner.thread())]
    assert threads[0] is not threading.main_thread()


def test_progress_is_told_and_always_to_the_end(qtbot, owner):
    told = []

    def work(progress, cancelled):
        for item in range(5000):
            progress(item + 1, 5000)

    job = jobs.run(work, owner=owner, on_progress=lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.over):
        pass
    assert told[-1] == (5000, 5000)
    assert len(told) < 100


def test_what_the_office_can_mend_is_handed_to_on_failed(qtbot, owner):
    faults = []

    def work(progress, cancelled):
        raise DeskError("full", "The disk is full.", "Free some space.")

    job = jobs.run(work, owner=owner, on_failed=faults.append)
    with qtbot.waitSignal(job.over):
        pass
    assert [fault.code for fault in faults] == ["full"]


@pytest.mark.parametrize("fault", [ValueError("ours"), DeskError("nobody", "Nobody listens.")])
def test_anything_else_reaches_the_last_resort_hook(qtbot, owner, monkeypatch, fault):
    hooked = []
    monkeypatch.setattr(sys, "excepthook", lambda *about: hooked.append(about[1]))

    def work(progress, cancelled):
        raise fault

    failed = [] if isinstance(fault, ValueError) else None
    job = jobs.run(work, owner=owner, on_failed=failed.append if failed is not None else None)
    with qtbot.waitSignal(job.over):
        pass
    assert hooked == [fault]
    assert not failed


def test_a_cancelled_job_stops_and_says_nothing(qtbot, owner):
    begun, said = threading.Event(), []

    def work(progress, cancelled):
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        return "late"

    job = jobs.run(work, owner=owner, on_done=said.append, on_progress=lambda *_: said.append("p"))
    assert begun.wait(5)
    job.cancel()
    with qtbot.waitSignal(job.over):
        pass
    assert job.cancelled
    assert said == []


def test_a_stopped_job_ends_and_still_tells_what_it_came_to(qtbot, owner):
    begun, said = threading.Event(), []

    def work(progress, cancelled):
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        return "as far as it came"

    job = jobs.run(work, owner=owner, on_done=said.append)
    assert begun.wait(5)
    job.stop()
    with qtbot.waitSignal(job.over):
        pass
    assert (job.stopping, job.cancelled) == (True, False)
    assert said == ["as far as it came"]


def test_a_cancelled_job_keeps_a_mendable_fault_to_itself(qtbot, owner):
    begun = threading.Event()

    def work(progress, cancelled):
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        raise DeskError("gone", "Nobody waits for this.")

    job = jobs.run(work, owner=owner)
    assert begun.wait(5)
    job.cancel()
    with qtbot.waitSignal(job.over):
        pass


def test_an_owner_that_is_gone_gets_no_callback(qtbot, owner):
    begun, let_go, said = threading.Event(), threading.Event(), []

    def work(progress, cancelled):
        begun.set()
        let_go.wait(5)
        return "too late"

    gone = QObject()
    job = jobs.run(work, owner=gone, on_done=said.append)
    assert begun.wait(5)
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    with qtbot.waitSignal(job.over):
        let_go.set()
    assert job.cancelled
    assert said == []


def test_leaving_the_program_waits_for_the_work_to_stop(owner):
    stopped, begun = threading.Event(), threading.Event()

    def work(progress, cancelled):
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        stopped.set()

    jobs.run(work, owner=owner)
    assert begun.wait(5)
    assert jobs.drain(5000)
    assert stopped.is_set()


def test_nothing_is_collected_beside_the_window_and_it_goes_on_afterwards(qtbot, owner):
    collecting = []
    jobs_begun = [
        jobs.run(lambda _p, _c: collecting.append(gc.isenabled()), owner=owner) for _ in range(3)
    ]
    qtbot.waitUntil(lambda: not any(job.running for job in jobs_begun))
    assert collecting == [False, False, False]
    assert gc.isenabled()


def test_a_cancelled_job_lets_collecting_go_on_too(qtbot, owner):
    job = jobs.run(lambda _p, _c: None, owner=owner)
    job.cancel()
    with qtbot.waitSignal(job.over):
        pass
    assert gc.isenabled()
