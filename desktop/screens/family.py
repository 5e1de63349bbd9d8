"""One family at the counter: its children, and every request, appointment, paper and opt-out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from desktop.actions.changes import Changes, Kind
from desktop.records.family import FAMILY_TIES
from desktop.records.ids import StudentId
from desktop.records.opt_out import OptOut
from desktop.records.order import Order
from desktop.records.party import Guardian
from desktop.records.planner import Planned
from desktop.records.student import Student
from desktop.screens.desk import Desk
from desktop.screens.due import DueDelegate
from desktop.screens.fitted_rows import FittedRows
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import NoticeBar
from desktop.screens.request_view import party_said
from desktop.screens.student_rows import breakable
from desktop.screens.student_view import subline_said
from desktop.screens.tables import Column, RowsModel
from desktop.screens.worklist_columns import QueueWords
from desktop.store import cases, opt_outs, planner, queries, students
from desktop.store.queries import QueueRow
from desktop.wording.dates import clock_time, short_date
from desktop.wording.papers import paper_dates, paper_title
from desktop.wording.planner import planned_said
from desktop.wording.registers import opt_out_said, scope_said

if TYPE_CHECKING:
    from desktop.screens.letter_pack import PackDialog

_TOUCHING = frozenset({Kind.STUDENT, Kind.REQUEST, Kind.REGISTER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child of the family with those who make them one."""

    student: Student
    people: tuple[Guardian, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOf:
    """A paper on file and the child it is about."""

    student: Student
    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOutOf:
    """An opt-out and the child it is about."""

    student: Student
    opt_out: OptOut


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """A family as it stands: children by name, requests and appointments the newest first."""

    children: tuple[Child, ...]
    requests: tuple[QueueRow, ...]
    visits: tuple[Planned, ...]
    papers: tuple[PaperOf, ...]
    opt_outs: tuple[OptOutOf, ...]


def read_family(desk: Desk, student: StudentId) -> FamilyView:
    """Read the family of a student: those who share a parent or whoever stands in."""
    store = desk.store
    family = students.family_of(store, student)
    ids = [one.id for one in family]
    requests = [one for child in ids for one in cases.requests_of(store, child)]
    rows = queries.queue_rows(store, requests) if requests else []
    return FamilyView(
        children=tuple(
            Child(student=one, people=tuple(_people(students.guardians(store, one.id))))
            for one in family
        ),
        requests=tuple(sorted(rows, key=lambda row: (row.received_on, row.id), reverse=True)),
        visits=tuple(planner.visits_of(store, ids)),
        papers=tuple(
            PaperOf(student=one, order=order)
            for one in family
            for order in students.orders(store, one.id)
        ),
        opt_outs=tuple(
            OptOutOf(student=one, opt_out=said)
            for one in family
            for said in opt_outs.opt_outs_of(store, one.id)
        ),
    )


def _people(on_file: Sequence[Guardian]) -> Iterator[Guardian]:
    return (one for one in on_file if one.relationship in FAMILY_TIES)


class FamilyPage(QWidget):
    """Lists of a family; Enter opens what a line is about.

    Signals:
        request_opened: show a request; carries its id.
        student_opened: show a student; carries the id.
    """

    back: QPushButton
    letters: QPushButton
    name: QLabel
    says: QLabel
    notices: NoticeBar
    family_scroll: QScrollArea
    children_rows: FittedRows
    requests: FittedRows
    visits: FittedRows
    papers: FittedRows
    opt_outs: FittedRows
    no_requests: QLabel
    no_visits: QLabel
    no_papers: QLabel
    no_opt_outs: QLabel

    request_opened = Signal(object)
    student_opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._student: StudentId | None = None
        load_form(self, "family")
        set_icon(self.back, "chevron-left", "accent")
        set_icon(self.letters, "letters")
        self._children: RowsModel[Child] = RowsModel(self._child_columns(), parent=self)
        self._requests: RowsModel[QueueRow] = RowsModel(self._request_columns(), parent=self)
        self._visits: RowsModel[Planned] = RowsModel(self._visit_columns(), parent=self)
        self._papers: RowsModel[PaperOf] = RowsModel(self._paper_columns(), parent=self)
        self._opt_outs: RowsModel[OptOutOf] = RowsModel(self._opt_out_columns(), parent=self)
        self._prepare_lists()
        self._connect()

    def show_family(self, student: StudentId) -> None:
        """Show the family of a student, from its top."""
        self._student = student
        self.refresh()
        self.family_scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read the family again."""
        if self._student is None:
            return
        view = read_family(self._desk, self._student)
        own = next(one.student for one in view.children if one.student.id == self._student)
        self.name.setText(breakable(self.tr("The family of {name}").format(name=own.full_name())))
        self.says.setText(self._introduction(view))
        self._children.set_rows(view.children)
        self._requests.set_rows(view.requests)
        self._visits.set_rows(view.visits)
        self._papers.set_rows(view.papers)
        self._opt_outs.set_rows(view.opt_outs)
        for rows, model, nothing in self._lists():
            rows.setVisible(bool(model.rows))
            nothing.setVisible(not model.rows)

    def open_letters(self) -> PackDialog | None:
        """Open what prints the letters that wait for this family."""
        if self._student is None:
            return None
        from desktop.screens.letter_pack import PackDialog  # noqa: PLC0415  # loads print support

        dialog = PackDialog(self._desk, self._student, parent=self.window())
        dialog.open()
        return dialog

    def _introduction(self, view: FamilyView) -> str:
        if len(view.children) == 1:
            return self.tr("Nobody else on file shares a parent with this student.")
        return self.tr(
            "Children who share a parent, or whoever stands in. Who may see what is still decided"
            " child by child: a paper may limit a person for one of them and not for another."
        )

    # How it is put together

    def _lists(self) -> tuple[tuple[FittedRows, RowsModel[Any], QLabel], ...]:
        """The lists that may be empty, each with what is said in its place then."""
        return (
            (self.requests, self._requests, self.no_requests),
            (self.visits, self._visits, self.no_visits),
            (self.papers, self._papers, self.no_papers),
            (self.opt_outs, self._opt_outs, self.no_opt_outs),
        )

    def _prepare_lists(self) -> None:
        self.children_rows.setModel(self._children)
        for rows, model, _ in self._lists():
            rows.setModel(model)
        self.no_requests.setText(self.tr("Nobody asked for anything yet."))
        self.no_visits.setText(self.tr("No appointment is set."))
        self.no_papers.setText(self.tr("No paper is on file."))
        self.no_opt_outs.setText(self.tr("Nobody opted out."))
        self.setFocusProxy(self.children_rows)

    def _connect(self) -> None:
        self.letters.clicked.connect(self.open_letters)
        self.back.clicked.connect(lambda: self.student_opened.emit(self._student))
        for rows in (self.children_rows, self.papers, self.opt_outs):
            rows.row_activated.connect(lambda row: self.student_opened.emit(row.student.id))
        self.requests.row_activated.connect(lambda row: self.request_opened.emit(row.id))
        self.visits.row_activated.connect(lambda row: self.request_opened.emit(row.request))
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back.click)
        self._desk.changed.connect(self._look_again)

    def _look_again(self, changes: Changes) -> None:
        if self.isVisible() and changes.kinds & _TOUCHING:
            self.refresh()

    def _child_columns(self) -> list[Column[Child]]:
        words = self._desk.wording
        return [
            Column(title=self.tr("Child"), text=_child_name, stretch=True),
            Column(
                title=self.tr("School"),
                text=lambda one: subline_said(one.student, words),
                stretch=True,
                quiet=True,
            ),
            Column(title=self.tr("Parents, and who stands in"), text=_parents, stretch=True),
        ]

    def _request_columns(self) -> list[Column[QueueRow]]:
        says = QueueWords(self._desk)
        return [
            Column(title=self.tr("Request"), text=lambda row: row.number, width=12),
            Column(title=self.tr("Child"), text=lambda row: row.student, stretch=True),
            Column(title=self.tr("Right"), text=says.right, width=20),
            Column(title=self.tr("Asked by"), text=says.requester, stretch=True, quiet=True),
            Column(
                title=self.tr("How it stands"),
                text=lambda row: says.due(row).words,
                item=says.due,
                delegate=DueDelegate,
                width=20,
            ),
        ]

    def _visit_columns(self) -> list[Column[Planned]]:
        return [
            Column(title=self.tr("When"), text=self._when, width=28),
            Column(title=self.tr("Child"), text=lambda one: one.name, stretch=True),
            Column(
                title=self.tr("What"),
                text=lambda one: planned_said(one, self._desk.wording),
                stretch=True,
            ),
        ]

    def _when(self, one: Planned) -> str:
        today = self._desk.today()
        if one.at is None:
            return short_date(one.on, today)
        return f"{short_date(one.on, today)}, {clock_time(one.at)}"

    def _paper_columns(self) -> list[Column[PaperOf]]:
        words = self._desk.wording
        return [
            Column(
                title=self.tr("Paper"),
                text=lambda one: paper_title(one.order, words),
                stretch=True,
            ),
            Column(title=self.tr("Child"), text=lambda one: one.student.listed_name(), width=26),
            Column(
                title=self.tr("Does it bind?"),
                text=lambda one: paper_dates(one.order, self._desk.today(), words),
                stretch=True,
                quiet=True,
            ),
        ]

    def _opt_out_columns(self) -> list[Column[OptOutOf]]:
        words = self._desk.wording
        return [
            Column(
                title=self.tr("No to"),
                text=lambda one: scope_said(one.opt_out.scope, words),
                stretch=True,
            ),
            Column(title=self.tr("Child"), text=lambda one: one.student.listed_name(), width=26),
            Column(
                title=self.tr("Does it count?"),
                text=lambda one: opt_out_said(one.opt_out, one.student.enrollment, words),
                stretch=True,
                quiet=True,
            ),
        ]


def _child_name(one: Child) -> str:
    return one.student.listed_name()


def _parents(one: Child) -> str:
    return "; ".join(party_said(guardian.party) for guardian in one.people)
