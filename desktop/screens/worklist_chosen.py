"""What can be done with several requests of the queue at once: give them to somebody, export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from desktop.actions.assigning import assign_all, take_back
from desktop.actions.changes import Changes
from desktop.actions.chasing import ask_all_again, take_all_back
from desktop.actions.printouts import several_for
from desktop.actions.sheets import Telling, requests_sheet
from desktop.errors import DeskError
from desktop.records.chasing import ladder
from desktop.records.ids import RequestId
from desktop.records.person import Initials, Person
from desktop.records.printout import Printout
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.worklist import SEVERAL


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

    letters_wanted = Signal(object)  # tuple of RequestId

    def __init__(self, desk: Desk, notices: NoticeBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notices = notices
        self._chosen: tuple[RequestId, ...] = ()
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
        self.chase.clicked.connect(self._ask_again)
        self.letters.clicked.connect(lambda: self.letters_wanted.emit(self._chosen))
        self.hide()

    def show_chosen(self, chosen: Sequence[RequestId]) -> None:
        """Tell how many are chosen; one alone is opened and worked on."""
        self._chosen = tuple(chosen)
        self.says.setText(self.tr("{n} chosen").format(n=len(chosen)))
        self.setVisible(len(chosen) >= SEVERAL)

    def follow(self, before: QWidget) -> None:
        """Come after ``before`` in the order of the Tab key."""
        for button in (self.give, self.letters, self.print_chosen, self.chase, self.export_chosen):
            QWidget.setTabOrder(before, button)
            before = button

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
        self._offer_undo(
            said,
            lambda by: take_back(desk.store, given, by=by),
            lambda count: desk.wording.text("queue.given_back", count=count),
        )

    def _offer_undo(
        self, said: str, act: Callable[[Initials], Changes], undone: Callable[[int], str]
    ) -> None:
        """Say what was done to many; ``undone`` tells of the requests it was taken back from."""
        undo = partial(self._take_back, act, undone)
        self._notices.say(said, action=self.tr("Undo"), on_action=undo)

    def _take_back(self, act: Callable[[Initials], Changes], said: Callable[[int], str]) -> None:
        desk = self._desk
        try:
            changes = act(desk.sign())
        except DeskError as fault:
            self._notices.say_fault(fault)
            return
        desk.did(changes)
        self._notices.say(said(len(changes.requests)), Kind.SUCCESS)

    def _fill_papers(self) -> None:
        """The papers that fit, each with for how many of those chosen."""
        desk = self._desk
        self.papers.clear()
        try:
            fitting = several_for(desk.store, self._chosen, desk.printouts, desk.law)
        except DeskError as fault:
            self._notices.say_fault(fault)
            return
        for paper, requests in fitting.items():
            title = desk.wording.text(f"word.printout.{paper.id}")
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

    def _ask_again(self) -> None:
        """Note that every silent place of these was asked again; the message takes it back."""
        desk = self._desk
        try:
            asked = ask_all_again(
                desk.store,
                self._chosen,
                rungs=ladder(desk.defaults.chase),
                today=desk.today(),
                by=desk.sign(),
            )
        except DeskError as fault:
            self._notices.say_fault(fault)
            return
        said = desk.wording.text(
            "queue.asked_again", count=len(asked.places), requests=len(asked.changes.requests)
        )
        desk.did(asked.changes)
        self._offer_undo(
            said,
            lambda by: take_all_back(desk.store, asked, by=by),
            lambda _count: desk.wording.text("queue.asking_taken_back"),
        )

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
