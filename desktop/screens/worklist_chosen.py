"""What can be done with several requests of the queue at once: give, print, ask again, export."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QProgressBar, QPushButton, QWidget

from desktop.actions.assigning import Given, assign_all, take_back
from desktop.actions.printouts import several_for
from desktop.actions.sheets import Telling, requests_sheet
from desktop.errors import DeskError
from desktop.records.ids import RequestId
from desktop.records.person import Person
from desktop.records.printout import Printout
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.flow import FlowRow
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.worklist import SEVERAL
from desktop.screens.worklist_asking import AskMany
from desktop.store.store import Store

_Fitting = Mapping[Printout, tuple[RequestId, ...]]
_AT_ONCE = 50
"""The papers that fit so many requests are found while the menu opens; more take their time."""


class ChosenBar(QWidget):
    """Shown while several lines are chosen.

    Signals:
        letters_wanted: show the letters of these requests; carries their ids.
    """

    says: QLabel
    give: QPushButton
    letters: QPushButton
    print_chosen: QPushButton
    chase: QPushButton
    export_chosen: QPushButton
    chosen_row: FlowRow
    work_row: QFrame
    work_says: QLabel
    progress: QProgressBar
    stop: QPushButton

    letters_wanted = Signal(object)  # tuple of RequestId

    def __init__(self, desk: Desk, notices: NoticeBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notices = notices
        self._chosen: tuple[RequestId, ...] = ()
        self._look: jobs.Job | None = None
        load_form(self, "worklist_chosen")
        set_icon(self.give, "person")
        set_icon(self.letters, "letters")
        set_icon(self.print_chosen, "print")
        set_icon(self.chase, "clock")
        set_icon(self.export_chosen, "export")
        self.people = QMenu(self)
        self.people.aboutToShow.connect(self._fill_people)
        self.give.setMenu(self.people)
        self.export_chosen.clicked.connect(self._export)
        self.papers = QMenu(self)
        self.papers.aboutToShow.connect(self._fill_papers)
        self.print_chosen.setMenu(self.papers)
        self.asking = AskMany(desk, notices, self)
        self.asking.shown.connect(self._show_parts)
        self.letters.clicked.connect(lambda: self.letters_wanted.emit(self._chosen))
        self.hide()

    def show_chosen(self, chosen: Sequence[RequestId]) -> None:
        """Tell how many are chosen; one alone is opened and worked on."""
        self._chosen = tuple(chosen)
        self.says.setText(self.tr("{n} chosen").format(n=len(chosen)))
        self._show_parts()

    @property
    def chosen(self) -> tuple[RequestId, ...]:
        """The requests that are chosen."""
        return self._chosen

    def _show_parts(self) -> None:
        """Work under way stays in sight when nothing is chosen any more."""
        several = len(self._chosen) >= SEVERAL
        self.chosen_row.setVisible(several)
        self.setVisible(several or self.asking.in_sight)

    def follow(self, before: QWidget) -> None:
        """Come after ``before`` in the order of the Tab key."""
        for button in (self.give, self.letters, self.print_chosen, self.chase, self.export_chosen):
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, self.stop)

    def ask_whom(self) -> None:
        """Open the list of people."""
        self.give.showMenu()

    def _fill_people(self) -> None:
        self.people.clear()
        for person in self._desk.people():
            if person.active:
                name = f"{person.name} ({person.initials})".replace("&", "&&")
                self.people.addAction(name).triggered.connect(partial(self.give_to, person))

    def give_to(self, person: Person, _checked: bool = False) -> None:
        """Give what is chosen to ``person``; it can be taken back from the message."""
        desk = self._desk
        try:
            given = assign_all(desk.store, self._chosen, person.id, by=desk.sign())
        except DeskError as fault:
            self._notices.say_fault(fault)
            return
        said = desk.wording.text("queue.given", count=len(given.before), name=person.name)
        desk.did(given.changes)
        undo = partial(self._take_back, given)
        self._notices.say(said, action=self.tr("Undo"), on_action=undo)

    def _take_back(self, given: Given) -> None:
        desk = self._desk
        try:
            changes = take_back(desk.store, given, by=desk.sign())
        except DeskError as fault:
            self._notices.say_fault(fault)
            return
        desk.did(changes)
        count = len(changes.requests)
        self._notices.say(desk.wording.text("queue.given_back", count=count), Kind.SUCCESS)

    def _fill_papers(self) -> None:
        """The papers that fit, each with for how many of those chosen."""
        desk, chosen = self._desk, self._chosen
        printouts, law = desk.printouts, desk.law
        self.papers.clear()
        if len(chosen) > _AT_ONCE:
            self._looking(lambda store: several_for(store, chosen, printouts, law))
            return
        try:
            fitting = several_for(desk.store, chosen, printouts, law)
        except DeskError as fault:
            self._notices.say_fault(fault)
        else:
            self._offer_papers(fitting)

    def _looking(self, look: Callable[[Store], _Fitting]) -> None:
        """Look beside the window; the menu is open meanwhile and fills itself."""
        self.papers.addAction(self.tr("Looking which papers fit…")).setEnabled(False)
        if self._look is not None:
            self._look.cancel()
        self._look = run_with_store(
            self._desk,
            look,
            owner=self,
            on_done=self._offer_papers,
            on_failed=self._notices.say_fault,
        )

    def _offer_papers(self, fitting: _Fitting) -> None:
        self.papers.clear()
        for paper, requests in fitting.items():
            title = self._desk.wording.text(f"word.printout.{paper.id}")
            said = self.tr("{paper} for {n} of {total}…").format(
                paper=title, n=len(requests), total=len(self._chosen)
            )
            action = self.papers.addAction(said.replace("&", "&&"))
            set_icon(action, paper.icon)
            action.triggered.connect(partial(self._print, paper, requests))
        if not fitting:
            self.papers.addAction(self.tr("No paper fits these")).setEnabled(False)

    def _print(
        self, paper: Printout, requests: tuple[RequestId, ...], _checked: bool = False
    ) -> None:
        from desktop.screens.printout import PrintoutDialog  # noqa: PLC0415  # when first printed
        from desktop.screens.printout_drawing import Matter  # noqa: PLC0415

        PrintoutDialog(self._desk, paper, Matter(several=requests), self.window()).open()

    def _export(self) -> None:
        """Ask who gets the table and what for, then where to."""
        from desktop.screens.export_form import ExportForm  # noqa: PLC0415  # seldom

        desk, chosen = self._desk, self._chosen
        telling = Telling(law=desk.law, wording=desk.wording, today=desk.today())
        form = ExportForm(
            desk, "requests", lambda store: requests_sheet(store, telling, chosen), self.window()
        )
        form.saved.connect(lambda said: self._notices.say(said, Kind.SUCCESS))
        form.open()
