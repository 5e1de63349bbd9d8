"""A whole day of each of the three users through the windows, by keys alone.

``pytest -s`` prints, and the report keeps (``record_property``), how many keys and seconds each
takes. Words are counted apart: no program can spare anybody the name they look for. The seconds are
the program's own share, without anybody thinking or talking.
"""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from desktop.actions import approving, release, searching, steps, visits
from desktop.records.agenda import Section
from desktop.records.appointment import AppointmentState
from desktop.records.approval import Decision
from desktop.records.case import LetterState, SourceState
from desktop.records.order import Limit
from desktop.records.person import Role
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Channel, Outcome, Status, Waiting
from desktop.records.steps import StepState, step_named
from desktop.screens.intake import IntakeDialog
from desktop.screens.letter import LetterDialog
from desktop.screens.letters_page import LettersPage
from desktop.screens.reports import ReportsPage
from desktop.screens.request_close import CloseDialog
from desktop.screens.request_visit import VisitDialog
from desktop.screens.request_visit_end import VisitEndDialog
from desktop.store import cases
from tests import mail
from tests.offices import TODAY, WHOLE, Office, a_party, a_student
from tests.scenarios.at_the_desk import ALT, CTRL, KEYS, SHIFT, AtTheDesk
from tests.screens.intakes import a_family, a_paper

WEEK = timedelta(days=7)


@pytest.fixture
def sit_down(qtbot, office):
    return lambda role, on=TODAY: AtTheDesk(qtbot, office, role, on)


def asked_just_now(office: Office, but=()):
    rows = office.store.rows("select id from request order by id desc")
    return next(row[0] for row in rows if row[0] not in but)


# The clerk


def test_the_clerks_day(office, sit_down, record_property, tmp_path):
    """A call is logged while they talk; who comes to the counter leaves with a receipt."""
    a_family(office)
    a_family(office, given="Ben", family="Ito", local_number="20500")
    at = sit_down(Role.FRONT_OFFICE)

    with at.measured("clerk: a call is logged", record_property) as call:
        at.presses(KEYS.Key_N, CTRL)
        intake = at.dialog(IntakeDialog)
        at.words("alvarez mia").enter().types("1").alt("h").alt("o")
        at.words("May I see her test scores?").log()
        at.presses(KEYS.Key_Escape).back()
    phoned = asked_just_now(office)
    case = cases.case(office.store, phoned)
    assert (case.requester.name, case.request.channel) == ("Elena Alvarez", Channel.PHONE)
    assert intake.student is not None

    with at.measured("clerk: a walk-in with a printed receipt", record_property) as walk_in:
        at.presses(KEYS.Key_N, CTRL)
        at.dialog(IntakeDialog)
        at.words("ito ben").enter().types("1").alt("p").alt("o")
        at.words("A copy of the report card, please.").log()
        at.alt("p")
        at.dialog(LetterDialog)
        at.presses(KEYS.Key_S, ALT)  # no printer stands here: the same as a PDF
        at.save_as(tmp_path / "receipt.pdf")
        at.dialog(LetterDialog)
        at.presses(KEYS.Key_Escape)
    came = asked_just_now(office, {phoned})
    receipt = cases.case(office.store, came).letters[0]
    assert (receipt.state, receipt.sent_how) == (LetterState.FINISHED, "saved")
    done = step_named(cases.case(office.store, came).steps, "receipt")
    assert done.state is StepState.DONE
    at.back()
    assert [call.keys, walk_in.keys] == [7, 10]
    assert call.seconds + walk_in.seconds < 60


def test_the_clerk_is_asked(office, sit_down, record_property):
    """Whether he may see them, by somebody who rings, and while somebody looks on."""
    family = a_family(office)
    a_paper(office, family, Limit.RECORDS)
    caller = a_party(name="Ken Abe", phone="(512) 555-0143")
    other = office.log(student=a_student(given="Yui", family="Abe"), requester=caller).request
    at = sit_down(Role.FRONT_OFFICE)

    with at.measured("clerk: may her father see them?", record_property) as question:
        at.presses(KEYS.Key_N, CTRL)
        intake = at.dialog(IntakeDialog)
        at.words("alvarez mia").enter().types("2")
        said = intake.verdict.verdict_says.text()
        at.presses(KEYS.Key_Escape).back()
    assert said.startswith("No")

    with at.measured("clerk: found again by the number that rings", record_property) as ringing:
        at.presses(KEYS.Key_1, CTRL).presses(KEYS.Key_F, CTRL).words("512 555 0143")
        at.qtbot.waitUntil(lambda: at.page.rows.model().rowCount() == 1)
        at.enter()
    assert at.page._view.case.request.id == other

    with at.measured("clerk: somebody looks over the counter", record_property) as privacy:
        at.presses(KEYS.Key_F9)
        assert at.window.privacy.is_on
        at.presses(KEYS.Key_F9)
    assert not at.window.privacy.is_on
    assert [one.keys for one in (question, ringing, privacy)] == [4, 3, 2]


# The registrar


def ready_to_copy(office: Office):
    """A request whose records are found and looked through: the copies are to be made."""
    student = a_student(given="Dee", local_number="777")
    request = office.log(student=student, access=Access.COPIES).request
    for code, how in (
        ("receipt", {}), ("acknowledge", {}), ("identity", {"choice": "photo_id"}),
        ("authority", {"choice": "parent_no_paper"}), ("scope", {}), ("search", {}),
        ("review", WHOLE),
    ):  # fmt: skip
        steps.do_step(
            office.store, request, code, law=office.law, today=TODAY, by=office.sign(), **how
        )
    return request


@pytest.fixture
def morning(office):
    """Two letters ready, a visit today, a silent place, copies to make, a family that answered."""
    first, second = (
        office.log(student=a_student(given=name, local_number=name)).request
        for name in ("Ann", "Ben")
    )
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
    copies = ready_to_copy(office)
    waits = office.log(student=a_student(given="Cy", local_number="Cy")).request
    steps.wait_for(office.store, waits, Waiting.FAMILY_IDENTITY, by=office.sign())
    return first, second, copies, waits


def test_the_registrars_morning(office, morning, sit_down, record_property, tmp_path):
    """The batch, a visit nobody came to, a place that answers, copies, a reply: to the closing."""
    first, second, copies, waits = morning
    at = sit_down(Role.REGISTRAR, TODAY + WEEK)

    with at.measured("registrar: the batch of letters", record_property) as batch:
        at.presses(KEYS.Key_0, CTRL).read()
        assert at.page.section is Section.LETTERS
        at.presses(KEYS.Key_4, CTRL)
        assert isinstance(at.page, LettersPage)
        at.presses(KEYS.Key_S, ALT)
        at.save_as(tmp_path / "letters.pdf").back()
        at.qtbot.waitUntil(lambda: at.page.job.batch is None)  # the last is noted
    sent = [cases.case(office.store, one).letters[0].sent_how for one in (first, second)]
    assert sent == ["saved", "saved"]

    with at.measured("registrar: nobody came to the visit", record_property) as visit:
        at.presses(KEYS.Key_0, CTRL).read()
        assert at.page.section is Section.VISITS
        at.opens().presses(KEYS.Key_Space)
        at.dialog(VisitEndDialog)
        at.types("3").log()
        again = at.dialog(VisitDialog)
        again.meet_at.selectAll()  # offscreen Tab selects nothing
        at.words("10/19").tab()
        at.log().back()
    states = [one.state for one in cases.case(office.store, first).appointments]
    assert states == [AppointmentState.NOT_COME, AppointmentState.SET]

    with at.measured("registrar: a place answers at last", record_property) as chase:
        at.presses(KEYS.Key_Left, ALT).read()
        assert at.page.section is Section.CHASE
        at.opens().types("n")
    assert cases.case(office.store, second).sources[0].state is SourceState.NONE

    with at.measured("registrar: copies made, sent, closed", record_property) as given:
        at.presses(KEYS.Key_Left, ALT).read()
        assert at.page.section is Section.COPIES
        at.opens()
        for code in ("copies", "handover"):
            if code == "handover":
                at.presses(KEYS.Key_J, CTRL)
            assert at.page.steps.open_code() == code
            at.log()
        at.presses(KEYS.Key_C, CTRL | SHIFT)
        at.dialog(CloseDialog)
        at.types("2").log().back()
    closed = cases.case(office.store, copies).request
    assert (closed.status, closed.outcome) == (Status.CLOSED, Outcome.COPIES_SENT)

    with at.measured("registrar: the family has answered", record_property) as reply:
        at.presses(KEYS.Key_Left, ALT).read()
        assert at.page.section is Section.REPLIES
        at.opens().presses(KEYS.Key_Space)
    assert cases.case(office.store, waits).request.status is Status.OPEN
    assert [one.keys for one in (batch, visit, chase, given, reply)] == [4, 7, 3, 8, 3]


# The principal


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


def test_the_principals_two_minutes(office, sit_down, record_property, tmp_path):
    """Late, due, over the break; agrees once, sends one back with a note; prints the report."""
    agreed, sent_back = withheld(office, "Ann"), withheld(office, "Ben")
    late = office.log(student=a_student(given="Cy"), received_on=TODAY - WEEK * 8).request
    at = sit_down(Role.PRINCIPAL, TODAY + timedelta(days=2))

    with at.measured("principal: late, due soon, over the break", record_property) as looking:
        assert at.page.section is Section.LATE
        assert [line.item.request for line in at.page.lines] == [late]
        for digit in (KEYS.Key_2, KEYS.Key_3):
            at.presses(digit, ALT)
        assert at.page.section is Section.BREAK

    with at.measured("principal: agrees once, sends one back", record_property) as deciding:
        at.presses(KEYS.Key_4, ALT).enter()
        at.decide("1", "Fine.").decide("2", "Blur the plates too.")
    found = [cases.case(office.store, one).approvals[0] for one in (agreed, sent_back)]
    assert [one.decision for one in found] == [Decision.AGREED, Decision.SENT_BACK]
    assert found[1].note == "Blur the plates too."

    with at.measured("principal: the report of the month", record_property) as report:
        at.presses(KEYS.Key_7, CTRL)
        assert isinstance(at.page, ReportsPage)
        at.qtbot.waitUntil(lambda: bool(at.page._made.pdf))
        at.presses(KEYS.Key_D, ALT)  # no printer stands here: the same as a PDF
        at.save_as(tmp_path / "report.pdf").back()
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")

    with at.measured("principal: who has how much", record_property) as loads:
        at.presses(KEYS.Key_0, CTRL).read().presses(KEYS.Key_7, ALT)
        assert (at.page.loads.current_row().open, at.page.loads.current_row().late) == (3, 1)
        at.enter()
        assert at.page.lines[0].item.request == late
    whole = (looking, deciding, report, loads)
    assert [one.keys for one in whole] == [2, 8, 3, 3]
    assert sum(one.seconds for one in whole) < 120
