"""The registers, their forms, and what a student's page and a request show of them."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions import closing, disclosing, families, listing, opting_out, steps
from desktop.records.disclosure import Disclosure
from desktop.records.ids import DisclosureId, OptOutId, StudentId, new_id
from desktop.records.opt_out import OptOut
from desktop.records.request import Outcome, Right
from desktop.records.scope import Scope
from desktop.records.student import Enrollment
from desktop.records.student_list import ListAsked
from desktop.screens.consent_form import ConsentForm
from desktop.screens.desk import Desk
from desktop.screens.disclosure_form import DisclosureForm
from desktop.screens.export_form import ExportForm
from desktop.screens.list_form import ListForm
from desktop.screens.opt_out_form import OptOutForm
from desktop.screens.opt_out_window import WindowForm
from desktop.screens.register_end import ReleaseHoldDialog, RescindDialog
from desktop.screens.registers import RegistersPage
from desktop.screens.request import RequestPage
from desktop.screens.student_page import StudentPage
from desktop.store import opt_outs
from desktop.store.holds import hold_ids
from tests.desks import a_desk
from tests.offices import AT, TODAY, Office, a_party, a_student, an_office
from tests.pictures import picture
from tests.pictures.practice import practice_desk

MIA = a_student(school_name="Maple Grove School")
JORDAN = a_student(given="Jordan", family="Whitaker", grade="12", local_number="20918",
                   enrollment=Enrollment.FORMER)  # fmt: skip
FATHER = a_party()
_ENTRIES = (
    ("Lincoln High School", "enrolling_school", "She enrolls there in January.", "Transcript", {}),
    ("Sam Roe, Collin County Court", "court_order", "Case 2026-118, parenting plan.",
     "Attendance since August", {}),
    ("Maple Grove Police", "emergency", "To find her.", "Bus route, contacts", {
        "threat": "A note in her locker spoke of harm to herself that afternoon.",
        "recipients": "Officer Diaz; her mother; the school nurse"}),
    ("A neighbor", "", "Wanted to see the grades.", "", {"refused": True}),
)  # fmt: skip


@cache
def _office() -> Office:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    office.log(student=MIA, requester=FATHER, received_on=TODAY - timedelta(days=3))
    office.log(student=JORDAN, requester=a_party(name="Renée Whitaker"))
    _refuse_amendment(office)
    for place, (party, basis, interest, records, more) in enumerate(_ENTRIES):
        entry = Disclosure(
            id=DisclosureId(new_id(AT)), student=MIA.id, party=party, basis=basis,
            interest=interest, records=records, disclosed_on=TODAY - timedelta(days=40 - place),
            **more,
        )  # fmt: skip
        disclosing.enter_disclosure(
            office.store, entry, law=office.law, today=TODAY, by=office.sign()
        )
    for student, scope in ((MIA, Scope.DIRECTORY), (JORDAN, Scope.RECRUITERS)):
        one = OptOut(id=OptOutId(new_id(AT)), student=student.id, scope=scope,
                     received_on=TODAY - timedelta(days=25))  # fmt: skip
        opting_out.note_opt_out(office.store, one, today=TODAY, by=office.sign())
    _consent(office)
    return office


def _refuse_amendment(office: Office) -> None:
    request = office.log(student=MIA, student_is_new=False, requester=FATHER,
                         requester_is_new=False, right=Right.AMEND).request  # fmt: skip
    done = {"law": office.law, "today": TODAY, "by": office.sign()}
    steps.do_step(office.store, request, "triage", choice="fact", **done)
    note = "The sheet shows that she was absent."
    steps.do_step(office.store, request, "decision", choice="refused", note=note, **done)
    signed = {**done, "by": office.principal(), "note": "The sheet is plain."}
    steps.do_step(office.store, request, "approve_refusal", choice="agreed", **signed)
    steps.do_step(office.store, request, "tell_refused", **done)
    closing.close_request(office.store, request, Outcome.REFUSED, note="", **done)


def _consent(office: Office) -> None:
    request = office.log(student=MIA, student_is_new=False, requester=FATHER,
                         requester_is_new=False, right=Right.CONSENT).request  # fmt: skip
    done = {"law": office.law, "today": TODAY, "by": office.sign()}
    steps.do_step(office.store, request, "form", choice="signed", **done)
    details = {
        "consent_records": "Evaluation of May 2026", "consent_purpose": "A second opinion",
        "consent_recipient": "Dr. Lee, Collin Children's Clinic",
        "consent_signer": "Rafael Alvarez", "consent_capacity": "parent",
        "consent_signed_on": TODAY.isoformat(), "consent_signed_how": "by_hand",
    }  # fmt: skip
    steps.do_step(office.store, request, "paper", details=details, **done)


def _desk() -> Desk:
    return a_desk(_office(), TODAY)


class _Registers(RegistersPage):
    """One tab with one line chosen; none chosen where ``line`` is negative."""

    def __init__(self, tab: str, line: int = 0, desk: Desk | None = None) -> None:
        super().__init__(desk or _desk())
        self._line = line
        self.tabs.setCurrentWidget(getattr(self, tab))

    def prepare_picture(self) -> None:
        if self._line >= 0:
            rows = self.tabs.currentWidget().rows
            rows.setFocus()
            rows.choose_place(self._line)
            QApplication.processEvents()  # what wraps finds its height


@picture("registers-disclosures", (1080, 760))
def disclosures() -> QWidget:
    return _Registers("disclosures", 1)


@picture("registers-disclosures-plain", (1080, 700))
def disclosures_plain() -> QWidget:
    return _Registers("disclosures", -1)


@picture("registers-holds", (1080, 700))
def holds() -> QWidget:
    return _Registers("holds")


@picture("registers-opt-outs", (1080, 700))
def opt_outs_tab() -> QWidget:
    return _Registers("opt_outs", 1)


@picture("registers-consents", (1080, 700))
def consents() -> QWidget:
    return _Registers("consents")


@cache
def _school() -> Desk:
    """A high school whose recruiters' list went out twice."""
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    for place in range(120):
        one = a_student(
            id=StudentId(new_id(AT)), given=f"Student {place}", grade=str(9 + place % 4),
            local_number=f"{30100 + place}", born_on=None,
        )  # fmt: skip
        families.save_student(office.store, one, today=TODAY, by=office.sign())
        if place % 11 == 2:
            opting_out.note_opt_out(
                office.store,
                OptOut(id=OptOutId(new_id(AT)), student=one.id, scope=Scope.RECRUITERS,
                       received_on=TODAY - timedelta(days=9)),
                today=TODAY, by=office.sign(),
            )  # fmt: skip
    for purpose, receiver in (("military", "Sgt. Dale, Recruiting Station Collin County"),
                              ("photographs", "Bright Days School Photography, LLC")):  # fmt: skip
        asked = ListAsked(purpose=purpose, receiver=receiver, grades=("11", "12"),
                          interest="To tell juniors and seniors of service")  # fmt: skip
        listing.make_list(
            office.store, asked, path=office.home.folder / "numbers.csv", law=office.law,
            today=TODAY, by=office.sign(),
        )  # fmt: skip
    return a_desk(office, TODAY)


@picture("registers-lists", (1080, 760))
def lists() -> QWidget:
    return _Registers("lists", 1, _school())


@picture("list-form", (720, 660))
def list_form() -> QWidget:
    form = ListForm(_school())
    form.receiver.setText("Sgt. Dale, Recruiting Station Collin County")
    form.purpose.setCurrentIndex(form.purpose.findData("military"))
    form.interest.setPlainText("To tell juniors and seniors of service.")
    return form


@picture("export-form", (720, 620))
def export_form() -> QWidget:
    desk = _desk()
    form = ExportForm(desk, "holds", _Registers("holds", -1, desk).holds.table())
    form.receiver.setText("Dana Whitfield, for the board of education")
    return form


@picture("opt-out-window", (720, 380))
def opt_out_window() -> QWidget:
    return WindowForm(_desk())


@picture("consent-form", (720, 760))
def consent_form() -> QWidget:
    return ConsentForm(_desk(), student=MIA.id)


@picture("registers-practice", (1080, 760))
def in_practice() -> QWidget:
    return _Registers("disclosures", 1, practice_desk())


@picture("registers-practice-opt-outs", (1080, 700))
def opt_outs_in_practice() -> QWidget:
    return _Registers("opt_outs", 1, practice_desk())


@picture("registers-practice-lists", (1080, 700))
def lists_in_practice() -> QWidget:
    return _Registers("lists", 0, practice_desk())


@picture("registers-practice-holds", (1080, 700))
def holds_in_practice() -> QWidget:
    return _Registers("holds", 0, practice_desk())


@picture("registers-empty", (1080, 700))
def empty() -> QWidget:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    return RegistersPage(a_desk(office, TODAY))


class _Emergency(DisclosureForm):
    """An emergency, saved with nothing written."""

    def prepare_picture(self) -> None:
        self.basis.setCurrentIndex(self.basis.findData("emergency"))
        self.save.click()


@picture("disclosure-form", (720, 760))
def disclosure_form() -> QWidget:
    form = DisclosureForm(_desk(), student=MIA.id)
    form.notices.clear()  # what the picture before typed
    form.basis.setCurrentIndex(form.basis.findData("enrolling_school"))
    return form


@picture("disclosure-form-emergency", (720, 940))
def disclosure_form_emergency() -> QWidget:
    return _Emergency(_desk(), student=MIA.id)


@picture("opt-out-form", (720, 560))
def opt_out_form() -> QWidget:
    return OptOutForm(_desk(), student=MIA.id)


@picture("hold-release", (460, 260))
def hold_release() -> QWidget:
    desk = _desk()
    return ReleaseHoldDialog(desk, hold_ids(desk.store)[0])


@picture("opt-out-rescind", (460, 200))
def opt_out_rescind() -> QWidget:
    desk = _desk()
    return RescindDialog(desk, opt_outs.opt_outs_of(desk.store, MIA.id)[0])


@picture("student-registers", (1000, 1500))
def student_registers() -> QWidget:
    page = StudentPage(_desk())
    page.show_student(MIA.id)
    return page


@picture("request-on-hold", (1000, 800))
def request_on_hold() -> QWidget:
    desk = _desk()
    return RequestPage(desk, hold_ids(desk.store)[0])
