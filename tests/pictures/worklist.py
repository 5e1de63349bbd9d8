"""The queue: a working day, a search, and each list when it is empty."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.actions import families, steps
from desktop.actions.closing import close_request
from desktop.records.ids import OrderId, PartyId, StudentId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Party, Relationship
from desktop.records.request import Access, Outcome, Right, Waiting
from desktop.records.student import Student
from desktop.screens.desk import Desk
from desktop.screens.worklist import WorklistPage
from desktop.screens.worklist_views import ViewForm
from desktop.store.queries import QueueFilter
from desktop.store.views import Look, View
from tests.desks import a_desk
from tests.offices import AT, Office, an_office
from tests.pictures import picture

TODAY = date.today()  # noqa: DTZ011  # the desk shows the office's own day

# Given, family, who asks, relationship, right, days since receipt, for whom the office waits.
_CASES = (
    ("Mia", "Alvarez", "Rafael Alvarez", Relationship.FATHER, Right.INSPECT, 49, ""),
    ("Ánh", "Nguyễn Thị", "Nguyễn Văn Hùng", Relationship.FATHER, Right.COPIES, 45, ""),
    ("Jordan", "<b>Lee</b>", "Dana Lee", Relationship.MOTHER, Right.INSPECT, 42, ""),
    ("محمد", "الخطيب", "Layla al-Khatib", Relationship.MOTHER, Right.INSPECT, 38, "family_scope"),
    ("Søren", "O'Malley-Ortiz", "Kids in Care", Relationship.REPRESENTATIVE, Right.COPIES, 30, ""),
    ("Αλεξάνδρα", "Παπαδοπούλου", "Νίκος Παπαδόπουλος", Relationship.GUARDIAN, Right.INSPECT, 21,
     "family_visit"),
    ("Zoë", "Washington", "Zoë Washington", Relationship.SELF, Right.INSPECT, 9, ""),
    ("小明", "王", "王大山", Relationship.PARENT, Right.INSPECT, 5, ""),
    ("Maximiliana Guadalupe", "de la Fuente y Echeverría-Montenegro",
     "María del Carmen Echeverría-Montenegro Villaseñor", Relationship.GRANDPARENT, Right.COPIES,
     3, "records"),
    ("Amir", "Cohen", "Ruth Cohen", Relationship.MOTHER, Right.INSPECT, 1, ""),
)  # fmt: skip


def _log(office: Office, place: int) -> None:
    given, family, asker, relationship, right, days, waits = _CASES[place]
    on = TODAY - timedelta(days=days)
    student = Student(
        id=StudentId(new_id(AT)), given=given, family=family, born_on=date(2014, 5, 1),
        grade="6", local_number=f"20{417 + place}",
    )  # fmt: skip
    logged = office.log(
        today=TODAY,
        student=student,
        requester=Party(id=PartyId(new_id(AT)), name=asker),
        relationship=relationship,
        right=right,
        access=Access.COPIES if right is Right.COPIES else Access.VISIT,
        received_on=on,
    )
    by = office.sign()
    for code in ("receipt", "acknowledge")[: place % 3]:
        steps.do_step(office.store, logged.request, code, law=office.law, today=TODAY, by=by)
    if waits:
        steps.wait_for(office.store, logged.request, Waiting(waits), by=by)
    if place in {0, 4}:
        order = Order(
            id=OrderId(new_id(AT)), student=student.id, kind=OrderKind.CUSTODY,
            limited_party=None, limits=frozenset[Limit](), read_by=by.person,
        )  # fmt: skip
        families.note_order(office.store, order, by=by)
    if place == len(_CASES) - 1:
        close_request(
            office.store, logged.request, Outcome.WITHDRAWN, note="The mother called.",
            law=office.law, today=TODAY, by=by,
        )  # fmt: skip


@cache
def _busy() -> Desk:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    for place in range(len(_CASES)):
        _log(office, place)
    return a_desk(office)


@cache
def _new() -> Desk:
    return a_desk(an_office(Path(tempfile.mkdtemp()) / "home"))


class _Chosen(WorklistPage):
    def prepare_picture(self) -> None:
        self.rows.setFocus()
        self.rows.choose_place(2)


class _Searching(WorklistPage):
    typed = "nguyen"

    def prepare_picture(self) -> None:
        self.search.setFocus()
        self.search.setText(self.typed)
        self.search.textEdited.emit(self.typed)
        self.search.returnPressed.emit()


class _Nothing(_Searching):
    typed = "Featherstonehaugh"


@picture("queue", (1110, 620))
def queue() -> QWidget:
    return _Chosen(_busy())


class _Several(WorklistPage):
    def prepare_picture(self) -> None:
        self.rows.setFocus()
        self.rows.choose_place(1)
        self.rows.choose_also((2, 3, 5))


@picture("queue-several", (1110, 620))
def queue_several() -> QWidget:
    return _Several(_busy())


class _AskingMany(_Several):
    def prepare_picture(self) -> None:
        super().prepare_picture()
        bar = self._bar
        assert bar is not None
        bar.work_says.setText(self._desk.wording.text("queue.asking", places=1240))
        bar.asking._show_progress(420, 1240)
        bar.asking._come_into_sight()


@picture("queue-asking", (1110, 620))
def queue_asking() -> QWidget:
    return _AskingMany(_busy())


class _Kept(WorklistPage):
    def prepare_picture(self) -> None:
        self.views.setFocus()
        self._follow_list()


@picture("queue-views", (1110, 620))
def queue_views() -> QWidget:
    return _Kept(_busy())


@picture("queue-view-form", (720, 280))
def queue_view_form() -> QWidget:
    kept = View(place=1, name="Letters of the nurse that are still out", look=Look())
    return ViewForm(_busy(), Look(words="transcript"), {1: kept})


@picture("queue-view-change", (720, 280))
def queue_view_change() -> QWidget:
    views = {1: View(place=1, name="Week by week", look=Look(by_week=True))}
    return ViewForm(_busy(), views[1].look, views, changed=views[1])


@picture("queue-narrow", (800, 620))
def queue_narrow() -> QWidget:
    return _Chosen(_busy())


@picture("queue-closed", (1110, 620))
def queue_closed() -> QWidget:
    page = WorklistPage(_busy())
    page.show_filter(QueueFilter.CLOSED)
    return page


@picture("queue-search", (1110, 620))
def queue_search() -> QWidget:
    return _Searching(_busy())


@picture("queue-search-nothing", (1110, 620))
def queue_search_nothing() -> QWidget:
    return _Nothing(_busy())


@picture("queue-empty", (1110, 620))
def queue_empty() -> QWidget:
    return WorklistPage(_new())


@picture("queue-empty-overdue", (1110, 620))
def queue_empty_overdue() -> QWidget:
    page = WorklistPage(_new())
    page.show_filter(QueueFilter.OVERDUE)
    return page
