"""The page of the day: the principal's, the registrar's, and a day with nothing to do."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.actions import approving, days, release, searching, steps, visits
from desktop.records.agenda import Section
from desktop.records.case import SourceState
from desktop.records.party import Relationship
from desktop.records.person import Role
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Waiting
from desktop.screens.agenda import AgendaPage
from desktop.store import cases
from tests import mail
from tests.desks import a_desk
from tests.offices import TODAY, Office, a_party, a_student, an_office
from tests.pictures import picture
from tests.pictures.request import LONG

_SIZE = (1080, 800)
_NARROW = (860, 640)
_LATER = TODAY + timedelta(days=46)


class _Day(AgendaPage):
    """A page drawn once it has been read, with one of its lists in sight."""

    def __init__(self, office: Office, role: Role, section: Section | None, on=TODAY) -> None:
        desk = a_desk(office, on)
        if role is Role.PRINCIPAL:
            desk.person = replace(desk.person, id=office.principal().person, role=role)
        super().__init__(desk)
        self._wanted = section

    def prepare_picture(self) -> None:
        while self.reading:
            QTest.qWait(10)
        if self._wanted is not None:
            self.figures[self._wanted].click()
        QTest.qWait(50)


def _office(*, long: bool = False) -> Office:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    made = []
    for given, family, asks in (
        ("Ben", "Alvarez", Relationship.FATHER),
        ("Noor", "Haddad", Relationship.ATTORNEY),
        ("Zoë", "Ito", Relationship.MOTHER),
        ("Ann", "Abel", Relationship.MOTHER),
        ("Max", "Weber", Relationship.FATHER),
    ):
        born = TODAY.replace(year=2008, day=20) if given == "Ann" else TODAY.replace(year=2015)
        student = a_student(
            given=given, family=LONG if long else family, local_number="", born_on=born
        )
        asker = a_party(name=f"Sam {family}")
        access = Access.COPIES if given == "Max" else Access.VISIT
        made.append(
            office.log(student=student, requester=asker, relationship=asks, access=access).request
        )
    _visits(office, made)
    _decision(office, made[4])
    mail.finish(office, made[0], mail.draft(office, made[0], "receipt"))
    steps.wait_for(office.store, made[1], Waiting.FAMILY_SCOPE, by=office.sign())
    days.add_entry(
        office.store, from_on=TODAY + timedelta(days=44), until_on=TODAY + timedelta(days=49),
        title="Thanksgiving", kind="closure", law=office.law, by=office.sign(),
    )  # fmt: skip
    return office


def _visits(office: Office, made: list[int]) -> None:
    for request, hour in zip(made[:3:2], (9, 14), strict=True):
        visits.set_visit(
            office.store, request, meet_on=TODAY, meet_at=time(hour, 30), place="Room 12",
            sits_in="Dana", interpreter=hour > 12, today=TODAY, by=office.sign(),
        )  # fmt: skip


def _decision(office: Office, request: int) -> None:
    release.answer_item(
        office.store, request, what="Bus video", answer=ItemAnswer.PART_WITHHELD,
        reason="other_child_out", note="Faces.", law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    steps.do_step(
        office.store, request, "review", law=office.law, today=TODAY, by=office.sign(),
        choice="covered", note="Two faces are covered.",
        details={"other_children": "yes", "separable": "yes"},
    )  # fmt: skip
    approving.ask_approval(
        office.store, request, "approve_part", note="Please look at the two covered faces.",
        law=office.law, by=office.sign(),
    )  # fmt: skip


@picture("today-principal", _SIZE)
def principal() -> QWidget:
    return _Day(_office(), Role.PRINCIPAL, Section.DECIDE)


@picture("today-principal-late", _SIZE)
def late() -> QWidget:
    return _Day(_office(), Role.PRINCIPAL, Section.LATE, _LATER)


@picture("today-principal-risky", _NARROW)
def risky() -> QWidget:
    return _Day(_office(long=True), Role.PRINCIPAL, Section.RISKY)


@picture("today-principal-people", _SIZE)
def people() -> QWidget:
    return _Day(_office(), Role.PRINCIPAL, Section.LOADS)


@picture("today-registrar", _SIZE)
def registrar() -> QWidget:
    return _Day(_office(), Role.REGISTRAR, Section.VISITS)


@picture("today-places", _SIZE)
def places() -> QWidget:
    office = _office(long=True)
    for row in office.store.rows("select id from request order by id limit 3"):
        for source in cases.case(office.store, row[0]).sources[:2]:
            searching.answer_source(
                office.store, row[0], source.id, SourceState.ASKED, today=TODAY, by=office.sign()
            )
    return _Day(office, Role.REGISTRAR, Section.CHASE, TODAY + timedelta(days=8))


@picture("today-empty", _SIZE)
def empty() -> QWidget:
    return _Day(an_office(Path(tempfile.mkdtemp()) / "home"), Role.REGISTRAR, None)
