"""A day of each of the three users, at the window, by keys alone; the keys are counted.

What is typed in words is counted apart: how many keys a day takes is what the program asks for, how
many letters a sentence has is not.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.actions import approving, release, searching, steps, visits
from desktop.office.settings import WindowSettings
from desktop.records.agenda import Section
from desktop.records.appointment import AppointmentState
from desktop.records.approval import Decision
from desktop.records.case import SourceState
from desktop.records.person import Role
from desktop.records.release import ItemAnswer
from desktop.records.request import Access
from desktop.screens.agenda import AgendaPage
from desktop.screens.intake import IntakeDialog
from desktop.screens.letters_page import LettersPage
from desktop.screens.palette import Palette
from desktop.screens.request import RequestPage
from desktop.screens.window import DeskWindow
from desktop.store import cases
from tests import mail
from tests.desks import a_desk
from tests.offices import TODAY, Office, a_party, a_student
from tests.screens.intakes import Clerk, a_family

KEYS = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WEEK = timedelta(days=7)


class AtTheDesk(Clerk):
    """Somebody at the window; keys and letters are counted apart."""

    def __init__(self, qtbot, office: Office, role: Role, on: date) -> None:
        super().__init__()
        self.qtbot, self.office, self.letters = qtbot, office, 0
        desk = a_desk(office, on)
        if role is Role.PRINCIPAL:
            desk.person = replace(desk.person, id=office.principal().person, role=role)
        self.window = DeskWindow(desk, WindowSettings(guidance_open=False))
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.have_keyboard(self.window)
        self.read()

    @property
    def page(self):
        return self.window.pages.currentWidget()

    def have_keyboard(self, of) -> None:
        """Offscreen no window manager hands the keyboard over."""
        of.activateWindow()
        self.qtbot.waitUntil(
            lambda: (at := QApplication.focusWidget()) is not None and of.isAncestorOf(at)
        )

    def read(self) -> AtTheDesk:
        """Until the day has been read."""
        self.qtbot.waitUntil(lambda: not isinstance(self.page, AgendaPage) or not self.page.reading)
        return self

    def words(self, text: str) -> AtTheDesk:
        """Words that no program could spare anybody."""
        keys = self.count
        self.types(text)
        self.count, self.letters = keys, self.letters + len(text)
        return self

    def find(self, text: str) -> AtTheDesk:
        """Ctrl+K, some letters, Enter."""
        self.presses(KEYS.Key_K, CTRL)
        palette = self.window.findChild(Palette)
        self.have_keyboard(palette)
        self.words(text)
        palette.text.search_now()
        self.enter()
        self.have_keyboard(self.window)
        return self

    def decide(self, way: str, note: str) -> AtTheDesk:
        """The way by its digit, Tab, a sentence, Ctrl+Enter."""
        self.types(way).tab()
        self.words(note).log()
        return self.read()

    def done(self, changes) -> AtTheDesk:
        """What was done about the open request, on its page."""
        self.window._desk.did(changes)
        return self


@pytest.fixture
def sit_down(qtbot, office):
    return lambda role, on=TODAY: AtTheDesk(qtbot, office, role, on)


def withheld(office: Office, given: str):
    """A request with a part left out, which the principal was asked about."""
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


def test_the_principals_two_minutes(office, sit_down):
    """Opens the program, sees what is late and untouched, decides twice, sees who has how much."""
    agreed, sent_back = withheld(office, "Ann"), withheld(office, "Ben")
    late = office.log(student=a_student(given="Cy"), received_on=TODAY - WEEK * 8).request
    at = sit_down(Role.PRINCIPAL, TODAY + timedelta(days=2))
    assert at.page.section is Section.LATE
    assert [line.item.request for line in at.page.lines] == [late]
    at.presses(KEYS.Key_4, ALT).enter()
    at.decide("1", "Fine.").decide("2", "Blur the plates too.")
    found = [cases.case(office.store, one).approvals[0] for one in (agreed, sent_back)]
    assert [one.decision for one in found] == [Decision.AGREED, Decision.SENT_BACK]
    assert found[1].note == "Blur the plates too."
    at.presses(KEYS.Key_7, ALT)
    assert (at.page.loads.current_row().open, at.page.loads.current_row().late) == (3, 1)
    at.enter()
    assert at.page.lines[0].item.request == late
    assert at.count == 10


def test_the_registrars_morning(office, sit_down, tmp_path: Path):
    """Prints the batch, then a visit, a place to ask again and a reply: each leads to the next."""
    first, second = (office.log(student=a_student(given=name)).request for name in ("Ann", "Ben"))
    for request in (first, second):
        mail.finish(office, request, mail.draft(office, request, "receipt"))
    visits.set_visit(
        office.store, first, meet_on=TODAY + WEEK, meet_at=time(9), place="Room 12",
        sits_in="", interpreter=False, today=TODAY, by=office.sign(),
    )  # fmt: skip
    place = cases.case(office.store, second).sources[0].id
    searching.answer_source(
        office.store, second, place, SourceState.ASKED, today=TODAY, by=office.sign()
    )
    waits = office.log(student=a_student(given="Cy")).request
    steps.wait_for(office.store, waits, "family", by=office.sign())
    on = TODAY + WEEK
    at = sit_down(Role.REGISTRAR, on)

    at.presses(KEYS.Key_0, CTRL).read()
    assert at.page.section is Section.LETTERS
    at.presses(KEYS.Key_P, CTRL)
    assert isinstance(at.page, LettersPage)
    assert "No printer is set up" in at.page.notices.sentence.text()
    at.page.job.save_to(tmp_path / "letters.pdf")  # where the printer would print
    with at.qtbot.waitSignal(at.page.job.batch.ended):
        pass

    at.presses(KEYS.Key_0, CTRL).read()
    assert at.page.section is Section.VISITS
    at.enter()
    assert isinstance(at.page, RequestPage)
    at.done(
        visits.end_visit(
            office.store, first, AppointmentState.NOT_COME, law=office.law, today=on,
            by=office.sign(),
        )
    )  # fmt: skip
    at.presses(KEYS.Key_Left, ALT).read()
    assert at.page.section is Section.CHASE
    at.enter()
    at.done(
        searching.answer_source(
            office.store, second, place, SourceState.FOUND, pages=4, today=on, by=office.sign()
        )
    )
    at.presses(KEYS.Key_Left, ALT).read()
    assert at.page.section is Section.REPLIES
    assert at.page.rows.current_row().item.request == waits
    assert at.count == 7


def test_the_clerks_counter(office, sit_down):
    """A mother asks, the father rings: logged, and found again by his number while he talks."""
    a_family(office)
    other = office.log(
        student=a_student(given="Ben", family="Ito"), requester=a_party(phone="(512) 555-0143")
    ).request
    at = sit_down(Role.FRONT_OFFICE)
    at.presses(KEYS.Key_N, CTRL)
    intake = at.window.findChild(IntakeDialog)
    at.have_keyboard(intake)
    at.words("alvarez mia").enter().types("1").alt("o").words("May I see them?").log()
    logged = intake.student
    assert logged is not None
    made = [row[0] for row in office.store.rows("select id from request where id <> ?", (other,))]
    assert cases.case(office.store, made[0]).request.words == "May I see them?"
    at.presses(KEYS.Key_Escape)
    at.have_keyboard(at.window)

    at.presses(KEYS.Key_F, CTRL).words("512 555 0143")
    at.qtbot.waitUntil(lambda: at.page.rows.model().rowCount() == 1)
    at.enter()
    assert at.page._view.case.request.id == other
    at.find("mia")
    assert at.count <= 12
