"""The places searched for one request: who was asked, how many pages were found, where nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout
from typing_extensions import override

from desktop.actions.chasing import ask_again, take_back_asking
from desktop.actions.searching import (
    answer_source,
    keep_source,
    take_over_search,
)
from desktop.errors import DeskError
from desktop.records.case import Source, SourceState
from desktop.records.chasing import Rung, ladder, next_whom
from desktop.records.ids import RequestId, SourceId
from desktop.records.searching import ANSWERED, answers_by, late
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.screens.request_part import Kept, RequestPart, clear_layout
from desktop.screens.request_place import PlaceDialog
from desktop.screens.request_view import Related, RequestView, capital
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.screens.theme import set_look, theme
from desktop.screens.widgets import ElidedLabel, SectionHeader
from desktop.wording.asking import ask_said, asked_said
from desktop.wording.dates import short_date

_DIGITS = frozenset("0123456789")
_USUAL_ROWS, _FEWEST_ROWS = 4, 2
_KEEPER, _ROOMY = 1, 540  # the column that gives way, and the width at normal text it needs


class SearchCard(RequestPart):
    """A row for each place. On the list, A is asked, N nothing found, a number the pages found.

    Signals:
        row_reached: another row is chosen; the page should bring the list into sight.
    """

    header: SectionHeader
    progress: QLabel
    notices: NoticeBar
    offers: QVBoxLayout
    places: RowsView
    answer: QFrame
    chosen: ElidedLabel
    pages: QLineEdit
    found: QPushButton
    nothing: QPushButton
    asked: QPushButton
    take_back: QPushButton
    keep: QPushButton
    note: QLineEdit
    message: FieldMessage
    add_place: QPushButton

    row_reached = Signal()

    def __init__(self, desk: Desk, view: RequestView, kept: Kept) -> None:
        super().__init__(desk, view)
        load_form(self, "request_search")
        self._kept = kept
        self._offered: tuple[RequestId, ...] = ()
        self._chosen_id: SourceId | None = None
        self._room = 0
        self._model = RowsModel(self._columns())
        self.places.setModel(self._model)
        self.places.set_empty("search", self.tr("No place is on the list yet"))
        self.header.set_title(self.tr("Places searched"))
        set_icon(self.add_place, "add", "accent")
        self.chosen.set_full_text(self._choose_said())
        self._connect()

    def _connect(self) -> None:
        self.places.installEventFilter(self)
        self.places.row_chosen.connect(self._show_chosen)
        self.places.row_chosen.connect(self._tell_reached)
        self.places.row_activated.connect(lambda _: self._to_pages(""))
        self.pages.textEdited.connect(self.message.clear)
        self.pages.returnPressed.connect(self._answer_found)
        self.note.returnPressed.connect(self._save_note)
        self.found.clicked.connect(self._answer_found)
        self.nothing.clicked.connect(lambda: self._answer(SourceState.NONE))
        self.asked.clicked.connect(self._ask)
        self.keep.clicked.connect(self._keep)
        self.take_back.clicked.connect(self._take_back)
        self.add_place.clicked.connect(self.open_add)
        theme().changed.connect(self._fit)

    def _columns(self) -> list[Column[Source]]:
        return [
            Column(title=self.tr("Place"), text=lambda one: one.name, stretch=True),
            Column(title=self.tr("Kept by"), text=lambda one: one.keeper, width=20, quiet=True),
            Column(title=self.tr("Answer"), text=self._said, width=25),
        ]

    @property
    def wanted(self) -> bool:
        """Where the right has a search, or one was begun."""
        return self._view.right.search or bool(self._view.case.sources)

    @property
    def moment(self) -> str:
        """How to search well; what to know of a company where the chosen place is one's."""
        source: Source | None = self.places.current_row()
        return "search_vendor" if source is not None and source.vendor else "search"

    def take_keyboard(self) -> None:
        """Put the keyboard on the first place that has not answered."""
        self._choose_next_open(from_place=0)
        self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_add(self) -> PlaceDialog:
        """Add a place to search for this request."""
        dialog = PlaceDialog(self._desk, self._view, self._kept, self.window())
        dialog.open()
        return dialog

    def _fill(self) -> None:
        sources = self._view.case.sources
        answered = sum(one.state in ANSWERED for one in sources)
        pages = sum(one.pages for one in sources)
        code, words = "request.search.progress", self._desk.wording
        said = words.text(code, answered=answered, all=len(sources), pages=pages)
        self.progress.setText(f"{said} {self._chase_said()}".strip())
        if sources != self._model.rows:
            self._set_rows(sources)
        if self.places.current_row() is None:
            self._choose_next_open(from_place=0)
        self.answer.setVisible(not self._view.closed and bool(sources))
        self.add_place.setVisible(not self._view.closed)
        self._show_chosen(self.places.current_row())
        self._fill_offers()

    def _answers_by(self) -> date:
        request, desk = self._view.case.request, self._desk
        days = desk.defaults.answers_business_days
        return answers_by(
            request.work_by, request.received_on, days_before=days, calendar=desk.calendar
        )

    def _chase_said(self) -> str:
        """By when the places must answer, and how many are late; nothing once all have."""
        sources, words = self._view.case.sources, self._desk.wording
        if self._view.closed or all(one.state in ANSWERED for one in sources):
            return ""
        lost = sum(one.may_be_lost for one in sources)
        if lost:
            return words.text("request.search.overwrites", places=lost)
        by = self._answers_by()
        overdue = late(sources, by=by, today=self._view.today)
        if overdue:
            return words.text("request.search.late", places=len(overdue))
        return words.text("request.search.by", on=by)

    def _set_rows(self, sources: tuple[Source, ...]) -> None:
        """Show the rows anew; the chosen place and what is typed about it stay."""
        before: Source | None = self.places.current_row()
        selection = self.places.selectionModel()
        selection.blockSignals(True)
        self._model.set_rows(sources)
        selection.blockSignals(False)
        self._fit()
        ids = [source.id for source in sources]
        if before is not None and before.id in ids:
            self.places.choose_place(ids.index(before.id))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def give_room(self, height: int) -> None:
        """How much of the page is in sight: the list leaves room in it for what stands below."""
        if height != self._room:
            self._room = height
            self._fit()

    def _fit(self) -> None:
        """As tall as its rows where all of it can be seen. Who keeps a place gives way first."""
        self.places.setColumnHidden(_KEEPER, self.width() < theme().sizes.px(_ROOMY))
        self.pages.setMaximumWidth(theme().sizes.px(88))
        header, row = self.places.horizontalHeader().sizeHint().height(), theme().sizes.row
        rows = max(len(self._model.rows), _USUAL_ROWS)
        if self._room:
            below = self.answer.sizeHint().height() + theme().sizes.px(20)
            rows = min(rows, max((self._room - below - header) // row, _FEWEST_ROWS))
        self.places.setMinimumHeight(header + rows * row + 2)
        self.places.setMaximumHeight(self.places.minimumHeight())

    def _said(self, source: Source) -> str:
        if source.may_be_lost:
            return self._desk.wording.text("request.search.may_be_lost")
        if source.state is SourceState.ASKED and source.askings:
            words, today = self._desk.wording, self._view.today
            return capital(asked_said(source.askings, today=today, wording=words))
        state = capital(self._desk.wording.text(f"word.source_state.{source.state}"))
        when = short_date(source.answered_on, self._view.today) if source.answered_on else ""
        if source.state is SourceState.FOUND:
            state = self._desk.wording.text("request.search.pages", pages=source.pages)
        return ", ".join(part for part in (state, when) if part)

    def _offer_asking(self, source: Source | None) -> None:
        """Name the asking the button notes; the last one can be taken back while it is silent."""
        silent = source is not None and source.state is SourceState.ASKED and bool(source.askings)
        said = self.tr("Asked")
        if silent and source is not None:
            whom = next_whom(self._rungs, len(source.askings))
            said = capital(ask_said(whom, self._desk.wording))
        self.asked.setText(said)
        self.take_back.setVisible(silent)

    @property
    def _rungs(self) -> tuple[Rung, ...]:
        return ladder(self._desk.defaults.chase)

    def _show_chosen(self, source: Source | None) -> None:
        self.answer.setEnabled(source is not None)
        self.keep.setVisible(source is not None and source.may_be_lost)
        self._offer_asking(source)
        chosen = source.id if source else None
        if chosen == self._chosen_id:
            return
        self._chosen_id = chosen
        self.moment_changed.emit()
        self.chosen.set_full_text(_place_said(source) if source else self._choose_said())
        self.message.clear()
        self.pages.setText(str(source.pages) if source and source.pages else "")
        self.note.setText(source.note if source else "")

    def _tell_reached(self) -> None:
        if self.places.hasFocus():
            self.row_reached.emit()

    def place_in_hand(self) -> QRect:
        """Where the list and what is said about its row stand on this card."""
        return self.places.geometry().united(self.answer.geometry())

    def _choose_said(self) -> str:
        return self.tr("Choose a place on the list")

    def _answer_found(self) -> None:
        typed = self.pages.text().strip()
        if not typed or not set(typed) <= _DIGITS:
            self.message.tell(self.tr("Type how many pages were found."))
        elif int(typed) == 0:
            self._answer(SourceState.NONE)
        else:
            self._answer(SourceState.FOUND, int(typed))

    def _answer(self, state: SourceState, pages: int = 0) -> None:
        source: Source | None = self.places.current_row()
        if source is None or not self._write(source.id, state, pages):
            return
        place = self.places.currentIndex().row()
        self._choose_next_open(from_place=place + 1)
        self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        """The place was asked today: the first time, or the next while it is silent."""
        source: Source | None = self.places.current_row()
        if source is None or source.state is not SourceState.ASKED:
            self._answer(SourceState.ASKED)
        elif self._chase(source):
            self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chase(self, source: Source) -> bool:
        desk, request, rungs = self._desk, self._view.case.request.id, self._rungs
        return self._attempt(
            lambda: ask_again(
                desk.store, request, source.id, rungs=rungs, today=desk.today(), by=desk.sign()
            ),
            self._refused,
        )

    def _take_back(self) -> None:
        """The last asking was noted by mistake."""
        source: Source | None = self.places.current_row()
        if source is None:
            return
        desk, request = self._desk, self._view.case.request.id
        if self._attempt(
            lambda: take_back_asking(desk.store, request, source.id, by=desk.sign()),
            self._refused,
        ):
            self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        """The place says that it keeps what it has."""
        source: Source | None = self.places.current_row()
        if source is None or not source.overwrites:
            return
        desk, request = self._desk, self._view.case.request.id
        self._attempt(
            lambda: keep_source(desk.store, request, source.id, today=desk.today(), by=desk.sign()),
            self.notices.say_fault,
        )

    def _save_note(self) -> None:
        source: Source | None = self.places.current_row()
        if source is not None:
            self._write(source.id, source.state, source.pages)

    def _write(self, source: SourceId, state: SourceState, pages: int) -> bool:
        desk, request = self._desk, self._view.case.request.id
        return self._attempt(
            lambda: answer_source(
                desk.store,
                request,
                source,
                state,
                pages=pages,
                note=self.note.text(),
                today=desk.today(),
                by=desk.sign(),
            ),
            self._refused,
        )

    def _refused(self, fault: DeskError) -> None:
        if fault.code == "pages":
            self.message.tell(fault.sentence())
        else:
            self.notices.say_fault(fault)

    def _choose_next_open(self, from_place: int) -> None:
        """Go on to the next place without an answer; stay when there is none."""
        rows = self._model.rows
        places = [*range(from_place, len(rows)), *range(from_place)]
        for place in places:
            if rows[place].state not in ANSWERED:
                self.places.choose_place(place)
                return

    def _to_pages(self, typed: str) -> None:
        if not self._view.closed and self.places.current_row() is not None:
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pages.selectAll()
            if typed:
                self.pages.setText(typed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        on_list = watched is self.places and event.type() is QEvent.Type.KeyPress
        if on_list and isinstance(event, QKeyEvent) and self._list_key(event.text().lower()):
            return True
        return super().eventFilter(watched, event)

    def _list_key(self, key: str) -> bool:
        """What a letter or a digit on the list does; whether it did anything."""
        if self._view.closed or not key:
            return False
        if key in _DIGITS:
            self._to_pages(key)
        elif key == "f":
            self._to_pages("")
        elif key == "n":
            self._answer(SourceState.NONE)
        elif key == "a":
            self._ask()
        elif key == "k":
            self._keep()
        else:
            return False
        return True

    def _fill_offers(self) -> None:
        """A button for each linked request whose search can be taken over."""
        able = tuple(one for one in self._view.related if self._can_take_over(one))
        ids = tuple(one.id for one in able)
        if ids == self._offered:
            return
        self._offered = ids
        clear_layout(self.offers)
        for one in able:
            button = QPushButton(self.tr("Take over the search of {n}").format(n=one.number))
            set_look(button, bare=True)
            set_icon(button, "link", "accent")
            button.clicked.connect(lambda _=False, other=one: self._take_over(other))
            self.offers.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _can_take_over(self, other: Related) -> bool:
        same = other.student == self._view.case.student.id
        open_places = any(one.state not in ANSWERED for one in self._view.case.sources)
        return same and bool(other.answered) and open_places and not self._view.closed

    def _take_over(self, other: Related) -> None:
        desk, request = self._desk, self._view.case.request.id
        if self._attempt(
            lambda: take_over_search(desk.store, request, other.id, by=desk.sign()),
            self.notices.say_fault,
        ):
            said = self.tr("The answers of {number} stand here now; own answers stay.")
            self.notices.say(said.format(number=other.number))
            self.places.setFocus(Qt.FocusReason.OtherFocusReason)


def _place_said(source: Source) -> str:
    """A place and who keeps it."""
    return f"{source.name} ({source.keeper})" if source.keeper else source.name
