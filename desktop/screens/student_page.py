"""One student's page: papers on file first, then who they are, the people and the requests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.changes import Changes, Kind
from desktop.actions.families import end_order, put_on_file, take_off_file
from desktop.errors import DeskError
from desktop.records.ids import StudentId
from desktop.records.order import Order
from desktop.records.party import Guardian
from desktop.records.printout import TURNING_18
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.desk import Desk
from desktop.screens.focus_order import order_focus
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import NoticeBar
from desktop.screens.order_form import OrderForm
from desktop.screens.party_form import PartyForm
from desktop.screens.request_part import attempt, clear_layout, plain_label
from desktop.screens.request_view import party_said
from desktop.screens.student_form import StudentForm
from desktop.screens.student_registers import StudentRegisters
from desktop.screens.student_rows import PaperRow, PersonRow, RequestRow, breakable, hairline
from desktop.screens.student_view import (
    StudentView,
    birthday_said,
    read_student_view,
    subline_said,
)
from desktop.screens.widgets import KeyValues, SectionHeader
from desktop.wording.dates import long_date

_MOST_REQUESTS = 20  # shown at once; more are one press away
_TOUCHING = frozenset({Kind.STUDENT, Kind.REQUEST, Kind.OFFICE})


class StudentPage(QWidget):
    """What the office holds about one student and the people around them.

    Signals:
        back_wanted: back to all students.
        request_opened: show a request; carries its id.
        intake_wanted: log a request for this student; carries the id.
        family_wanted: show the student's family; carries the student's id.
        moment_changed: other guidance belongs here now; carries the moment.
    """

    back: QPushButton
    family: QPushButton
    correct: QPushButton
    new_request: QPushButton
    name: QLabel
    subline: QLabel
    notices: NoticeBar
    page_scroll: QScrollArea
    inner: QWidget
    papers_head: SectionHeader
    papers: QVBoxLayout
    about_head: SectionHeader
    about: KeyValues
    birth: QPushButton
    at_18: QPushButton
    people_head: SectionHeader
    people: QVBoxLayout
    requests_head: SectionHeader
    requests: QVBoxLayout
    all_requests: QPushButton
    sections: QVBoxLayout
    registers_place: QVBoxLayout

    back_wanted = Signal()
    request_opened = Signal(object)  # RequestId
    intake_wanted = Signal(object)  # StudentId
    family_wanted = Signal(object)  # StudentId
    moment_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: StudentView | None = None
        self._birth_shown = False
        self._all_shown = False
        load_form(self, "student_page")
        self._registers = StudentRegisters(desk)
        self.sections.insertWidget(0, self._registers.hold)
        self.registers_place.addWidget(self._registers)
        self._dress()
        self._connect()

    @property
    def moment(self) -> str:
        """The guidance that belongs to the student shown."""
        return self._view.moment if self._view else ""

    @property
    def student(self) -> StudentId | None:
        """Whose page it is."""
        return self._view.student.id if self._view else None

    def show_student(self, student: StudentId) -> None:
        """Show another student's page, from its top and with the birth date covered."""
        self._birth_shown = self._all_shown = False
        self.notices.clear()
        self._show(read_student_view(self._desk, student))
        self.page_scroll.verticalScrollBar().setValue(0)

    def reread(self) -> None:
        """Read the student again; nothing moves where nothing changed."""
        if self._view is None:
            return
        view = read_student_view(self._desk, self._view.student.id)
        if view != self._view:
            self._show(view)

    # Showing

    def _show(self, view: StudentView) -> None:
        self._view = view
        words, one = self._desk.wording, view.student
        self.name.setText(breakable(one.full_name()))
        self.subline.setText(breakable(subline_said(one, words)))
        self.subline.setVisible(bool(self.subline.text()))
        self._show_papers(view)
        self._show_about(view)
        self._show_people(view)
        self._show_requests(view)
        self._registers.show_view(view.student, view.registers)
        order_focus([self.inner])
        self.moment_changed.emit(view.moment)

    def _show_papers(self, view: StudentView) -> None:
        clear_layout(self.papers)
        for order in view.papers:
            row = PaperRow(self._desk, view, order)
            row.end_wanted.connect(self._ask_to_end)
            self.papers.addWidget(row)
        if not view.papers:
            self._say_none(self.papers, "student.paper.none")

    def _show_about(self, view: StudentView) -> None:
        words, one = self._desk.wording, view.student
        born_on = long_date(one.born_on) if one.born_on and self._birth_shown else ""
        language = one.home_language and self._desk.defaults.language_title(one.home_language)
        facts = (
            (self.tr("Goes by"), one.preferred),
            (self.tr("Name while attending"), one.name_while_attending),
            (self.tr("Other names"), "; ".join(one.other_names)),
            (self.tr("Turns 18"), birthday_said(one, view.today, words)),
            (self.tr("Birth date"), born_on),
            (
                self.tr("Special education"),
                words.text("student.special_education") if one.special_education else "",
            ),
            (
                self.tr("Also in college"),
                words.text("student.college") if one.postsecondary else "",
            ),
            (self.tr("Home language"), language),
        )
        self.about.show_facts((name, breakable(value)) for name, value in facts)
        self.birth.setVisible(one.born_on is not None)
        self.at_18.setVisible(view.before_18)
        self.birth.setText(
            self.tr("Cover the birth date") if self._birth_shown else self.tr("Show the birth date")
        )

    def _show_people(self, view: StudentView) -> None:
        clear_layout(self.people)
        for guardian in view.people:
            if self.people.count():
                self.people.addWidget(hairline())
            row = PersonRow(self._desk, view, guardian)
            row.correct_wanted.connect(self._correct_person)
            row.take_off_wanted.connect(self._take_off)
            self.people.addWidget(row)
        if not view.people:
            self._say_none(self.people, "student.people.none")

    def _show_requests(self, view: StudentView) -> None:
        clear_layout(self.requests)
        shown = view.requests if self._all_shown else view.requests[:_MOST_REQUESTS]
        for one in shown:
            if self.requests.count():
                self.requests.addWidget(hairline())
            row = RequestRow(self._desk, one)
            row.open_wanted.connect(self.request_opened)
            self.requests.addWidget(row)
        if not shown:
            self._say_none(self.requests, "student.requests.none")
        self.all_requests.setVisible(len(shown) < len(view.requests))
        self.all_requests.setText(self.tr("Show all {n}").format(n=len(view.requests)))

    def _say_none(self, where: QVBoxLayout, code: str) -> None:
        label = plain_label("quiet")
        label.setText(self._desk.wording.text(code))
        where.addWidget(label)

    # Acting

    def _turn_birth(self) -> None:
        self._birth_shown = not self._birth_shown
        if self._view:
            self._show_about(self._view)

    def _print_at_18(self) -> None:
        """The page that tells the student what becomes theirs (34 CFR 99.5(a)(1))."""
        from desktop.screens.printout import PrintoutDialog  # noqa: PLC0415  # when first printed
        from desktop.screens.printout_drawing import Matter  # noqa: PLC0415  # the same

        paper = self._desk.printouts.get(TURNING_18)
        PrintoutDialog(self._desk, paper, Matter(student=self.student), self.window()).open()

    def _show_all(self) -> None:
        self._all_shown = True
        if self._view:
            self._show_requests(self._view)
            order_focus([self.inner])

    def _correct_student(self) -> None:
        if self._view:
            StudentForm(self._desk, self.window(), student=self._view.student).open()

    def _add_person(self) -> None:
        if self._view:
            PartyForm(self._desk, self._view.student.id, self.window()).open()

    def _correct_person(self, guardian: Guardian) -> None:
        PartyForm(self._desk, guardian.student, self.window(), guardian=guardian).open()

    def _take_off(self, guardian: Guardian) -> None:
        desk = self._desk
        done = self._attempt(
            lambda: take_off_file(desk.store, guardian.student, guardian.party.id, by=desk.sign())
        )
        if done:
            told = self.tr("{name} is no longer on file for this student.")
            self.notices.say(
                told.format(name=party_said(guardian.party)),
                action=self.tr("Undo"),
                on_action=lambda: self._put_back(guardian),
            )

    def _put_back(self, guardian: Guardian) -> None:
        desk, student = self._desk, guardian.student
        self._attempt(
            lambda: put_on_file(
                desk.store, student, guardian.party, guardian.relationship, by=desk.sign()
            )
        )

    def _note_paper(self) -> None:
        if self._view:
            OrderForm(self._desk, self._view.student, self.window()).open()

    def _ask_to_end(self, order: Order) -> None:
        """Ending a paper cannot be taken back and may open the records to someone: ask."""
        dialog = ConfirmDialog(
            self.tr("Does this paper no longer bind from today?"),
            self.tr("It stays in the list. What it limits is open again to the person it names."),
            self.tr("End this paper"),
            self.window(),
        )
        dialog.accepted.connect(lambda: self._end(order))
        dialog.open()

    def _end(self, order: Order) -> None:
        desk = self._desk
        self._attempt(
            lambda: end_order(
                desk.store, order.student, order.id, today=desk.today(), by=desk.sign()
            )
        )

    def _attempt(self, act: Callable[[], Changes]) -> bool:
        self.notices.clear()
        return attempt(self._desk, act, self.notices.say_fault)

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            try:
                self.reread()
            except DeskError as fault:
                self.notices.say_fault(fault)

    # How it is put together

    def _dress(self) -> None:
        self.papers_head.set_title(self.tr("Papers on file"), self.tr("Note a paper"))
        self.about_head.set_title(self.tr("About the student"))
        self.people_head.set_title(self.tr("People on file"), self.tr("Add a person"))
        self.requests_head.set_title(self.tr("Requests"))
        set_icon(self.back, "chevron-left", "accent")
        set_icon(self.family, "family")
        set_icon(self.correct, "edit")
        set_icon(self.new_request, "new")
        for head, icon in ((self.papers_head, "add"), (self.people_head, "add")):
            set_icon(head.action, icon, "accent")

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.family.clicked.connect(lambda: self.family_wanted.emit(self.student))
        self.correct.clicked.connect(self._correct_student)
        self.new_request.clicked.connect(lambda: self.intake_wanted.emit(self.student))
        self.papers_head.acted.connect(self._note_paper)
        self.people_head.acted.connect(self._add_person)
        self.birth.clicked.connect(self._turn_birth)
        self.at_18.clicked.connect(self._print_at_18)
        self.all_requests.clicked.connect(self._show_all)
        self._desk.changed.connect(self._changed)
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_wanted)
