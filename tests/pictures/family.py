"""A family of the practice office, one with long names, and a child alone."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.records.party import Relationship
from desktop.records.school import Address
from desktop.screens.family import FamilyPage
from desktop.screens.letter_pack import PackDialog
from desktop.screens.request_part import Kept
from desktop.screens.request_view import read_view
from desktop.screens.request_visit import VisitDialog
from desktop.store import cases
from tests import mail
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student, an_office
from tests.pictures import picture
from tests.pictures.practice import practice_desk, request_of
from tests.pictures.request import LONG

_SIZE = (1080, 800)
ELM = Address(street="12 Elm Street", city="Maple Grove", state="TX", postal_code="75001")


def _page(*, names: tuple[str, ...], family: str) -> QWidget:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    mother = a_party(name=LONG)
    children = [a_student(given=name, family=family) for name in names]
    for place, child in enumerate(children):
        office.log(
            student=child, requester=mother, requester_is_new=place == 0,
            relationship=Relationship.MOTHER, put_on_file=True,
        )  # fmt: skip
    page = FamilyPage(a_desk(office, TODAY))
    page.show_family(children[0].id)
    return page


@picture("family", _SIZE)
def practice() -> QWidget:
    desk = practice_desk()
    page = FamilyPage(desk)
    page.show_family(cases.case(desk.store, request_of(desk, "Harper", "Claire")).student.id)
    return page


@picture("family-long-names", _SIZE)
def long_names() -> QWidget:
    return _page(names=("Mia", "Ben", "Zoë"), family=LONG)


@picture("family-alone", _SIZE)
def alone() -> QWidget:
    return _page(names=("Mia",), family="Alvarez")


@picture("family-one-visit", (520, 520))
def one_visit() -> QWidget:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    mother = a_party(name="Elena Alvarez")
    request = office.log(requester=mother).request
    for given in ("Ben", LONG):
        office.log(student=a_student(given=given), requester=mother, requester_is_new=False)
    desk = a_desk(office, TODAY)
    dialog = VisitDialog(desk, read_view(desk, request), Kept(desk, request))
    dialog.together.setChecked(True)
    dialog.meet_on.set_value(TODAY + timedelta(days=60))
    return dialog


def _pack(*, long: bool, waiting: bool = True) -> QWidget:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    mother = a_party(name=LONG if long else "Elena Alvarez", address=ELM)
    children = [a_student(given=given, family=LONG if long else "Alvarez", local_number=given)
                for given in ("Mia", "Ben", "Zoë")]  # fmt: skip
    for place, child in enumerate(children):
        request = office.log(
            student=child, requester=mother, requester_is_new=place == 0,
            relationship=Relationship.MOTHER, put_on_file=True,
        ).request  # fmt: skip
        one = mail.draft(office, request, "receipt")
        if waiting and place < 2:
            mail.finish(office, request, one)
    return PackDialog(a_desk(office, TODAY), children[0].id)


@picture("family-pack", (640, 520))
def pack() -> QWidget:
    return _pack(long=False)


@picture("family-pack-long-names", (640, 520))
def pack_long() -> QWidget:
    return _pack(long=True)


@picture("family-pack-none", (640, 420))
def pack_none() -> QWidget:
    return _pack(long=False, waiting=False)
