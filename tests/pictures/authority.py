"""Who may: the band about the 18th birthday before and after it, and the three questions."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QWidget

from desktop.actions import families, steps
from desktop.actions.care import tell_care
from desktop.records.care import Care
from desktop.records.ids import OrderId, RequestId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.request import Access
from desktop.screens.intake import IntakeDialog
from desktop.screens.letter import LetterDialog
from desktop.screens.request import RequestPage
from desktop.screens.worklist import WorklistPage
from desktop.store import cases
from tests import mail
from tests.desks import a_desk
from tests.offices import AT, TODAY, Office, a_party, a_student, an_office
from tests.pictures import picture
from tests.pictures.request import opened

RECEIVED, BIRTHDAY = date(2026, 11, 18), date(2026, 12, 28)


@cache
def office() -> Office:
    return an_office(Path(mkdtemp()) / "home")


@cache
def jordans() -> RequestId:
    """Jordan's mother asked in November; she was checked then."""
    request = (
        office()
        .log(
            today=RECEIVED,
            received_on=RECEIVED,
            access=Access.COPIES,
            student=a_student(
                given="Jordan", family="Reed", born_on=date(2008, 12, 28), postsecondary=True
            ),
            requester=a_party(name="Denise Reed"),
            relationship=Relationship.MOTHER,
        )
        .request
    )
    for code, choice in (("identity", "photo_id"), ("authority", "parent_no_paper")):
        steps.do_step(
            office().store, request, code, law=office().law, today=RECEIVED, by=office().sign(),
            choice=choice,
        )  # fmt: skip
    return request


@cache
def grandmothers() -> RequestId:
    """A grandmother with whom the child lives; a paper limits the father."""
    student, grandmother = a_student(), a_party(name="Lucia Moreno")
    request = (
        office()
        .log(
            student=student,
            requester=grandmother,
            relationship=Relationship.GRANDPARENT,
            put_on_file=True,
        )
        .request
    )
    father = a_party()
    families.put_on_file(
        office().store, student.id, father, Relationship.FATHER, by=office().sign()
    )
    order = Order(
        id=OrderId(new_id(AT)), student=student.id, kind=OrderKind.PROTECTION,
        court="County Court", limited_party=father.id, read_by=office().opened.person.id,
        limits=frozenset({Limit.ADDRESS, Limit.CONTACT}),
    )  # fmt: skip
    families.note_order(office().store, order, by=office().sign())
    care = Care(
        student=student.id, party=grandmother.id, lives_with=True, parent_absent=True,
        paper="Power of attorney for schooling", paper_until_on=date(2026, 11, 10), told_on=TODAY,
    )  # fmt: skip
    tell_care(office().store, care, request=request, by=office().sign())
    return request


@picture("authority-birthday-coming", (1000, 900))
def birthday_coming() -> QWidget:
    return RequestPage(a_desk(office(), RECEIVED), jordans())


@picture("authority-birthday-passed", (1000, 900))
def birthday_passed() -> QWidget:
    shown = RequestPage(a_desk(office(), BIRTHDAY), jordans())
    shown.steps.open_lapsed()
    return shown


@picture("authority-care-card", (1000, 900))
def care_card() -> QWidget:
    return RequestPage(a_desk(office(), TODAY), grandmothers())


@picture("authority-care-dialog", (600, 460))
def care_dialog() -> QWidget:
    shown = RequestPage(a_desk(office(), TODAY), grandmothers())
    dialog = shown.acts.open_care()
    return opened(dialog, shown)


@picture("authority-intake", (1180, 900))
def intake() -> QWidget:
    case = cases.case(office().store, grandmothers())
    dialog = IntakeDialog(a_desk(office(), TODAY), student=case.student.id)
    dialog.requester.askers.set_choice(f"party:{case.requester.id}")
    return dialog


@picture("authority-queue", (1100, 400))
def queue() -> QWidget:
    jordans()
    grandmothers()
    return WorklistPage(a_desk(office(), RECEIVED))


@picture("authority-letter", (1200, 760))
def letter() -> QWidget:
    one = mail.draft(office(), grandmothers(), "receipt")
    return LetterDialog(a_desk(office(), TODAY), grandmothers(), one)
