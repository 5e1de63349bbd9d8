"""The day in order: the principal's questions, or what a registrar works through before ten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import DeskError
from desktop.records.agenda import (
    Agenda,
    Item,
    Load,
    Section,
    sections_for,
)
from desktop.records.ids import RequestId
from desktop.screens import jobs
from desktop.screens.agenda_asking import AskAgain
from desktop.screens.agenda_columns import (
    NUMBER,
    OWNER,
    RIGHT,
    WHY,
    Line,
    LineWords,
    agenda_columns,
    load_columns,
)
from desktop.screens.agenda_decision import DecisionPanel
from desktop.screens.day_reader import read_day
from desktop.screens.desk import Desk
from desktop.screens.figure import Figure
from desktop.screens.flow import FlowRow
from desktop.screens.focus_order import order_focus
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.snug_scroll import SnugScroll
from desktop.screens.tables import RowsModel, RowsView
from desktop.screens.theme import theme
from desktop.store import queries
from desktop.store.agenda import requests_of
from desktop.wording.agenda import section_said
from desktop.wording.dates import day_date

_PRESSING = frozenset({Section.LATE})
_DAY_WATCH_MS = 60_000
_GO_FIRST = {NUMBER: 0, RIGHT: 0, OWNER: 0}
_ROOM = {WHY: 30}  # characters the reason needs
_ICONS = {
    Section.LATE: "alert",
    Section.SOON: "clock",
    Section.BREAK: "calendar",
    Section.DECIDE: "shield",
    Section.RISKY: "warning",
    Section.UNTOUCHED: "eye",
    Section.LOADS: "students",
    Section.LETTERS: "letters",
    Section.VISITS: "calendar",
    Section.CHASE: "search",
    Section.COPIES: "copy",
    Section.REPLIES: "clock",
}


class AgendaPage(QWidget):
    """The numbers of the day; each opens its list, and what is done leaves it.

    Signals:
        request_opened: a request was chosen to look at; carries its id.
        work_wanted: a request was chosen to do what its list is about; carries its id and the list.
        letter_opened: a letter was chosen; carries its request and its id.
        letter_wanted: draft a letter; carries the request and the template.
        batch_wanted: print every letter that is ready.
    """

    title: QLabel
    print_batch: QPushButton
    ask_again: QPushButton
    open_chosen: QPushButton
    notices: NoticeBar
    figures_row: FlowRow
    says: QLabel
    lists: QStackedWidget
    rows: RowsView
    loads: RowsView
    decision_scroll: SnugScroll
    decision: QVBoxLayout

    request_opened = Signal(object)  # RequestId
    work_wanted = Signal(object, object)  # RequestId, Section
    letter_opened = Signal(object, object)  # RequestId, LetterId
    letter_wanted = Signal(object, str)
    batch_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sections = sections_for(desk.person.role)
        self._section: Section | None = None
        self._agenda: Agenda | None = None
        self._day: date | None = None
        self._load: Load | None = None
        self._job: jobs.Job | None = None
        self._panel: DecisionPanel | None = None
        self._stale = True
        self._words = LineWords(desk)
        load_form(self, "agenda")
        self._model: RowsModel[Line] = RowsModel(agenda_columns(desk, self._words), parent=self)
        self._load_model: RowsModel[Load] = RowsModel(load_columns(), parent=self)
        self.figures = {one: self._figure(place, one) for place, one in enumerate(self._sections)}
        self._asking = AskAgain(desk, self.ask_again, self.rows, self.notices)
        self._dress()
        self._connect()

    @property
    def moment(self) -> str:
        """The guidance that belongs here: the principal's, or that of the counter."""
        return "principal_queue" if Section.DECIDE in self._sections else "intake"

    @property
    def section(self) -> Section | None:
        """The list in sight; None until the day has been read."""
        return self._section

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the list in sight."""
        return self._model.rows

    @property
    def in_order(self) -> Sequence[RequestId]:
        """The requests of the list in sight, as it shows them."""
        return list(dict.fromkeys(line.item.request for line in self._model.rows))

    @property
    def panel(self) -> DecisionPanel | None:
        """The decision in sight."""
        return self._panel

    @property
    def reading(self) -> bool:
        """Whether the day is being read just now."""
        return self._job is not None

    # How it is put together

    def _figure(self, place: int, section: Section) -> Figure:
        keys = f"Alt+{place + 1}"
        figure = Figure(self._desk.wording.text(f"agenda.title.{section}"), keys)
        figure.clicked.connect(partial(self._go_to, section))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setWhatsThis(figure.accessibleName())
        shortcut.activated.connect(partial(self._go_to, section))
        layout = self.figures_row.layout()
        if layout is not None:
            layout.addWidget(figure)
        return figure

    def _dress(self) -> None:
        self.rows.setModel(self._model)
        self.loads.setModel(self._load_model)
        self.rows.viewport().installEventFilter(self)
        self.decision_scroll.hide()
        set_icon(self.print_batch, "print")
        set_icon(self.open_chosen, "folder")
        self.print_batch.setVisible(Section.LETTERS in self._sections)
        self.setFocusProxy(self.rows)
        before: QWidget = self.rows
        for figure in reversed(self.figures.values()):
            QWidget.setTabOrder(figure, before)
            before = figure

    def _connect(self) -> None:
        self.rows.row_activated.connect(self._act)
        self.rows.row_chosen.connect(lambda _row: self._follow_choice())
        self.loads.row_activated.connect(self._show_load)
        self.loads.set_empty("students", self._desk.wording.text("agenda.empty.loads"))
        self.open_chosen.clicked.connect(self._open)
        self.print_batch.clicked.connect(self.batch_wanted)
        for keys, does, says in (
            ("Ctrl+P", self.print_batch.click, self.tr("Print every letter that is ready")),
            ("Esc", self._back, ""),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(says)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)
        self._desk.changed.connect(lambda _changes: self._out_of_date())
        theme().changed.connect(self._fit_columns)
        days = QTimer(self, interval=_DAY_WATCH_MS)
        days.timeout.connect(self._watch_day)
        days.start()

    # Reading

    def refresh(self) -> None:
        """Read the day again, beside the window; what is in sight stays until it is there."""
        self._stale = False
        if self._job is not None:
            self._job.cancel()
        today = self._desk.today()
        try:
            self._job = read_day(
                self._desk, today, owner=self, on_done=self._show, on_failed=self._failed
            )
        except DeskError as fault:
            self._failed(fault)
            return
        self._day = today
        self.title.setText(day_date(today, today))

    def _failed(self, fault: DeskError) -> None:
        self._job = None
        self.notices.say_fault(fault)

    def _show(self, agenda: Agenda) -> None:
        self._job = None
        self._agenda = agenda
        for section, figure in self.figures.items():
            figure.show_number(agenda.counts[section], presses=section in _PRESSING)
        self.print_batch.setEnabled(bool(agenda.counts.get(Section.LETTERS)))
        if self._section is None or self._worked_off():
            self._turn_to(self._first_with_work())
        else:
            self._show_list()

    def _worked_off(self) -> bool:
        """Whether the list in sight had lines until now: then work goes on in the next one."""
        had = bool(self._model.rows) or self._panel is not None
        empty = self._agenda is not None and not self._agenda.counts[self._section or Section.LATE]
        return had and empty and self._section is not Section.LOADS

    def _first_with_work(self) -> Section:
        """The section in sight or the first after it that has lines, else the first of all."""
        counts = self._agenda.counts if self._agenda else {}
        place = self._sections.index(self._section) if self._section in self._sections else 0
        round_from = (*self._sections[place:], *self._sections[:place])
        return next((one for one in round_from if counts.get(one)), self._sections[0])

    # Lists

    def show_section(self, section: Section) -> None:
        """One list, with the keyboard in it; also one that is nobody's part of this role."""
        self._go_to(section)

    def _go_to(self, section: Section) -> None:
        self._load = None
        self._turn_to(section)
        self._take_list()

    def _turn_to(self, section: Section) -> None:
        self._section = section
        for one, figure in self.figures.items():
            figure.setChecked(one is section)
        self._show_list()

    def _show_list(self) -> None:
        if self._agenda is None or self._section is None:
            return
        section, wording = self._section, self._desk.wording
        looks = self._desk.defaults.agenda
        self.says.setText(section_said(section, self._agenda.days, looks, wording))
        self.rows.set_empty(_ICONS[section], wording.text(f"agenda.empty.{section}"))
        listing_people = section is Section.LOADS and self._load is None
        shown = self.loads if listing_people else self.rows
        self.lists.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        self._fill_people(self._agenda)
        self._fill_lines(() if listing_people else self._items())

    def _fill_people(self, agenda: Agenda) -> None:
        place = max(self.loads.currentIndex().row(), 0)
        self._load_model.set_rows(agenda.loads)
        self.loads.choose_place(min(place, max(len(agenda.loads) - 1, 0)))

    def _items(self) -> tuple[Item, ...]:
        if self._load is not None:
            has = {"open": self._load.open, "late": self._load.late}
            name = self._load.name or self._desk.wording.text("agenda.load.nobody")
            self.says.setText(self._desk.wording.text("agenda.load.has", name=name, **has))
            return requests_of(self._desk.store, self._load.person)
        return self._agenda.items[self._section] if self._agenda and self._section else ()

    def _fill_lines(self, items: tuple[Item, ...]) -> None:
        """Show the lines; where the chosen one has gone, the one in its place is chosen."""
        place = max(self.rows.currentIndex().row(), 0)
        chosen: Line | None = self.rows.current_row()
        self._words.section = self._section or Section.LATE
        ids = [item.request for item in items]
        found = {row.id: row for row in queries.queue_rows(self._desk.store, ids)} if ids else {}
        lines = [Line(item, found[item.request]) for item in items if item.request in found]
        self._model.set_rows(lines)
        kept = [at for at, line in enumerate(lines) if chosen and line.item == chosen.item]
        self.rows.choose_place(kept[0] if kept else min(place, max(len(lines) - 1, 0)))
        self._follow_choice()

    def _show_load(self, load: Load | None) -> None:
        self._load = load
        self._show_list()
        self._take_list()

    def _back(self) -> None:
        """From a decision to its list, from one person's requests to the people."""
        if self._load is not None:
            self._load = None
            self._show_list()
        self._take_list()

    def _take_list(self) -> None:
        current = self.lists.currentWidget()
        if current is not None:
            current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # The chosen line

    def _follow_choice(self) -> None:
        listing = self.lists.currentWidget() is self.rows
        line: Line | None = self.rows.current_row() if listing else None
        self.open_chosen.setEnabled(line is not None)
        self._asking.offer(line.item if line else None)
        self._show_decision(line if self._section is Section.DECIDE else None)

    def _show_decision(self, line: Line | None) -> None:
        """The decision of the chosen line; the same one stays as it is, half typed."""
        if line is not None and not line.item.step:
            line = None  # the principal is waited for, and not in a step: the request tells why
        wanted = (line.item.request, line.item.step) if line else None
        shown = (self._panel.request, self._panel.step) if self._panel else None
        if wanted == shown:
            return
        deciding = self._panel is not None and self._panel.isAncestorOf(self.focusWidget() or self)
        self._drop_panel()
        self.decision_scroll.setVisible(line is not None)
        if line is None:
            if deciding:
                self._take_list()
            return
        self._panel = DecisionPanel(self._desk, line.item.request, line.item.step)
        self._panel.letter_wanted.connect(self.letter_wanted)
        self._panel.decided.connect(self._tell_decided)
        self.decision.addWidget(self._panel)
        self._panel.show()  # now: the Tab key passes over what a layout shows a moment later
        order_focus([self.rows, self._panel, self.print_batch, self.ask_again, self.open_chosen])
        if deciding:
            self._panel.take_keyboard()

    def _tell_decided(self, request: RequestId, told: str) -> None:
        """What was decided is off the list: say so, and lead back to it."""
        self.notices.say(
            told,
            Kind.SUCCESS,
            action=self.tr("Open it"),
            on_action=lambda: self.request_opened.emit(request),
        )

    def _drop_panel(self) -> None:
        if self._panel is None:
            return
        self._panel.let_go()
        self.decision.removeWidget(self._panel)
        self._panel.hide()
        self._panel.deleteLater()
        self._panel = None

    def _act(self, line: Line | None) -> None:
        """Enter: decide where there is something to decide, print or open everywhere else."""
        if line is None:
            return
        if self._panel is not None:
            self._panel.take_keyboard()
        elif line.item.letter is not None:
            self.letter_opened.emit(line.item.request, line.item.letter)
        else:
            self.work_wanted.emit(line.item.request, self._section)

    def _open(self) -> None:
        line: Line | None = self.rows.current_row()
        if line is not None:
            self.request_opened.emit(line.item.request)

    # What happens

    def _out_of_date(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _watch_day(self) -> None:
        if self._day is not None and self._day != self._desk.today():
            self._out_of_date()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _fit_columns(self) -> None:
        self.rows.leave_out(_GO_FIRST, room=_ROOM)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
