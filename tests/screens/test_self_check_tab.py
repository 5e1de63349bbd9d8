"""The self-check and the routines on the screen: what is shown is what the file holds."""

from __future__ import annotations

from datetime import timedelta

import pypdf
import pytest
from PySide6.QtCore import Qt

from desktop.screens import jobs
from desktop.screens.routines import RoutinesTab
from desktop.screens.self_check import SelfCheckTab
from desktop.store.self_check import routines_done
from tests.desks import a_desk
from tests.offices import TODAY


@pytest.fixture
def check(qtbot, office):
    office.log()
    made = SelfCheckTab(a_desk(office, TODAY))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.counted, timeout=10_000):
        made.show()
    yield made
    assert jobs.drain(10_000)


@pytest.fixture
def routines(qtbot, office):
    made = RoutinesTab(a_desk(office, TODAY))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_ten_statements_are_shown_with_answer_and_figure(check):
    lines = dict(check.lines())
    assert len(lines) == 10
    assert lines["Every request is answered by its legal date."] == "Yes. 0 of 1 request late."
    assert lines["A backup was opened this term, to see that it can be."] == "Not yet. 0 tried."
    assert check.improve.isVisible()
    assert check.improve_says.text()


def test_counting_again_follows_the_file(qtbot, check, office):
    office.log(today=TODAY - timedelta(80), received_on=TODAY - timedelta(80))
    with qtbot.waitSignal(check.counted, timeout=10_000):
        qtbot.mouseClick(check.again, Qt.MouseButton.LeftButton)
    lines = dict(check.lines())
    assert lines["Every request is answered by its legal date."] == "Not yet. 1 of 2 requests late."
    assert "late ones" in check.improve_says.text()


def test_it_is_noted_as_done_and_saved(qtbot, check, office, tmp_path):
    qtbot.mouseClick(check.done, Qt.MouseButton.LeftButton)
    assert routines_done(office.store) == {"self_check": TODAY}
    check.save_to(tmp_path / "one.pdf")
    text = pypdf.PdfReader(tmp_path / "one.pdf").pages[0].extract_text()
    assert "Self-check of the records office" in text
    kinds = office.store.rows("select kind from event order by seq desc limit 1", ())
    assert kinds == [("self_check.saved",)]


def test_a_folder_that_takes_nothing_is_said(check, tmp_path):
    check.save_to(tmp_path / "missing" / "one.pdf")
    assert "not saved" in check.notices.sentence.text()


def cells(tab, place):
    return [tab.rows.model().index(place, column).data() for column in range(4)]


def test_a_routine_nobody_noted_is_due(routines):
    assert cells(routines, 0) == [
        "Tell families their rights", "Every 12 months", "Not noted yet", "Due",
    ]  # fmt: skip
    assert "34 CFR 99.7" in routines.chosen.text()


def test_a_routine_is_noted_with_the_day_typed(qtbot, routines, office):
    routines.done_on.entry.setFocus()
    routines.done_on.entry.clear()
    qtbot.keyClicks(routines.done_on.entry, "9/14")
    qtbot.mouseClick(routines.done, Qt.MouseButton.LeftButton)
    assert [on.isoformat() for on in routines_done(office.store).values()] == ["2026-09-14"]
    assert cells(routines, 0)[2:] == ["Mon Sep 14", "Tue Sep 14, 2027"]


@pytest.mark.parametrize(("typed", "said"), [("", "Type the day"), ("12/24/2026", "still to come")])
def test_a_day_that_cannot_be_is_told_beside_the_field(qtbot, routines, office, typed, said):
    routines.done_on.entry.clear()
    routines.done_on._read() if not typed else qtbot.keyClicks(routines.done_on.entry, typed)
    qtbot.mouseClick(routines.done, Qt.MouseButton.LeftButton)
    assert said in routines.done_on.message.text()
    assert routines_done(office.store) == {}
