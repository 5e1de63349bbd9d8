"""The queue: every request by days left, in seven lists, with a search across all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes, Kind
from desktop.errors import DeskError
from desktop.records.due import Urgency
from desktop.records.ids import RequestId
from desktop.records.person import Role
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import Kind as NoticeKind
from desktop.screens.notices import NoticeBar
from desktop.screens.shown import is_masked
from desktop.screens.tables import BLOCK, BlockModel, RowsView
from desktop.screens.theme import set_look, theme
from desktop.screens.widgets import SearchField
from desktop.screens.worklist_choice import ColumnChoice
from desktop.screens.worklist_columns import (
    DOTS,
    GIVE_WAY,
    NUMBER,
    ROOM,
    QueueWords,
    group_of,
    queue_columns,
)
from desktop.store import queries
from desktop.store.near_names import NameFinder
from desktop.store.queries import QUEUE_ROWS, SEARCH_ROWS, QueueFilter, QueueRow, QueueSort

if TYPE_CHECKING:
    from desktop.screens.worklist_chosen import ChosenBar
    from desktop.screens.worklist_views import ViewMenu
    from desktop.store.views import Look

SEARCH_WAIT_MS = 10
DAY_WATCH_MS = 60_000
_MOST_NEAR = 20  # spelled nearly as typed; more would be a list of strangers
_FILTERS = tuple(QueueFilter)
_ROOM_FOR_TABS = 640
SEVERAL = 2
_TOUCHING = frozenset({Kind.REQUEST, Kind.STUDENT, Kind.OFFICE, Kind.CALENDAR})
_MOMENTS = {
    Urgency.LATE: "deadline_overdue",
    Urgency.LAST_DAY_PAST: "deadline_near",
    Urgency.TODAY: "deadline_near",
    Urgency.SOON: "deadline_near",
}


class WorklistPage(QWidget):
    """The list the office works from.

    Signals:
        request_opened: a request was chosen to work on; carries its id.
        new_wanted: the button of the empty queue was pressed.
        letters_wanted: show the letters of these requests; carries their ids.
        moment_changed: other guidance belongs here now; carries the moment.
    """

    title: QLabel
    search: SearchField
    notices: NoticeBar
    filter_row: QHBoxLayout
    found: QLabel
    rows: RowsView
    views: QPushButton
    bar_holder: QVBoxLayout
    foot: QLabel

    request_opened = Signal(object)  # RequestId
    new_wanted = Signal()
    letters_wanted = Signal(object)  # tuple of RequestId
    moment_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = QueueWords(desk)
        self._shown = QueueFilter.OPEN
        self._sort = (QueueSort.DUE, False)
        self._finder = NameFinder(desk.store, "request_search")
        self._near = False
        self._told = 0
        self._by_week = False
        self._bar: ChosenBar | None = None
        self._views: ViewMenu | None = None
        self._moment = ""
        self._day = desk.today()
        load_form(self, "worklist")
        self._model = BlockModel(queue_columns(desk), self._rows_seen, lambda row: row.id)
        self._tabs = self._filter_tabs()
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_WAIT_MS)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._painted = False
        self._prepare_list()
        self._connect()
        self.reread()

    @property
    def moment(self) -> str:
        """The guidance that belongs to the chosen row, or to the queue as a whole."""
        return self._moment

    @property
    def in_order(self) -> Sequence[RequestId]:
        """The requests of the list in sight, as it shows them."""
        ids: Sequence[RequestId] = self._model.ids
        return ids

    def reread(self) -> None:
        """Read the list again; the chosen row and the place in the list stay."""
        chosen, scrolled = self._chosen(), self.rows.verticalScrollBar().value()
        several = {row.id for row in self.rows.chosen_rows() if row}
        try:
            self._read()
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self._choose(chosen)
        if len(several) >= SEVERAL:
            self.rows.choose_also(self._model.places_of(several))
        self.rows.verticalScrollBar().setValue(scrolled)
        self._follow_choice()
        if self._painted:
            self._later.start()

    def show_filter(self, shown: QueueFilter) -> None:
        """Show one of the seven lists; a search ends."""
        place = _FILTERS.index(shown)
        if self._tabs.currentIndex() == place:
            self._turn_to(place)
        else:
            self._tabs.setCurrentIndex(place)

    def look(self) -> Look:
        """How the queue looks now, to be kept as a view."""
        from desktop.store.views import Look  # noqa: PLC0415  # after first paint

        sort, descending = self._sort
        return Look(
            shown=self._shown,
            words=self.search.text().strip(),
            sort=sort,
            descending=descending,
            by_week=self._by_week,
            columns=self._choice.columns,
        )

    def show_look(self, look: Look) -> None:
        """Look as a view was kept; the list has the keyboard then."""
        self._choice.take(look.columns)
        self._by_week = look.by_week
        self._sort = (look.sort, look.descending)
        self.rows.show_sorted(look.sort, ascending=not look.descending)
        self.show_filter(look.shown)
        self.search.setText(look.words)
        self._search_now()
        self._to_list()

    # Reading

    def _read(self) -> None:
        self._day = self._desk.today()
        text = self.search.text().strip()
        self._near, self._told = False, 0
        ids = self._hits(text) if text else self._ids()
        self._model.set_ids(ids, self._rows_of(ids[:BLOCK]))
        self._show_groups()
        self._show_counts()
        self._say_how_many(text, len(ids))
        self._say_when_empty(text)

    def _ids(self) -> list[RequestId]:
        sort, descending = self._sort
        return queries.queue_ids(
            self._desk.store,
            self._shown,
            person=self._desk.person.id,
            today=self._day,
            sort=sort,
            descending=descending,
        )

    def _hits(self, text: str) -> list[RequestId]:
        sort, descending = self._sort
        found = queries.hits(self._desk.store, text, sort=sort, descending=descending)
        self._told = found.told
        return found.ids or self._spelled_alike(text)

    def _spelled_alike(self, text: str) -> list[RequestId]:
        """What is spelled nearly as typed; a number is right or wrong, none is near another."""
        if any(letter.isdigit() for letter in text):
            return []
        ids = self._finder.find(text, limit=_MOST_NEAR)
        self._near = bool(ids)
        return [RequestId(one) for one in ids]

    def _rows_of(self, ids: Sequence[RequestId]) -> list[QueueRow]:
        return queries.queue_rows(self._desk.store, ids)

    def _rows_seen(self, ids: Sequence[RequestId]) -> list[QueueRow]:
        """Rows asked for while painting; a fault is told when that is over."""
        try:
            return self._rows_of(ids)
        except DeskError as fault:
            told = fault.sentence()
            QTimer.singleShot(0, self.notices, lambda: self.notices.say(told, NoticeKind.DANGER))
            return []

    def _show_counts(self) -> None:
        counts = queries.open_counts(self._desk.store, person=self._desk.person.id, today=self._day)
        for shown, count in counts.items():
            self._show_count(shown, count)

    def _follow_list(self) -> None:
        """What need not be there with the list."""
        self._count_closed()
        if self._views is None:
            from desktop.screens.worklist_views import ViewMenu  # noqa: PLC0415  # after first paint

            self._views = ViewMenu(self._desk, self, self, self.views)

    def _count_no_more(self) -> None:
        """The file is about to be closed: a list not painted yet must not count in it later."""
        self.rows.viewport().removeEventFilter(self)
        self._later.stop()

    def _count_closed(self) -> None:
        """Counting many closed requests takes some milliseconds, so it comes after the list."""
        try:
            self._show_count(QueueFilter.CLOSED, queries.closed_count(self._desk.store))
        except DeskError as fault:
            self.notices.say_fault(fault)

    def _show_count(self, shown: QueueFilter, count: int) -> None:
        self._tabs.setTabText(_FILTERS.index(shown), f"{self._name(shown)}  {count:,}")

    # What happens

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self._finder.forget()
            self.reread()

    def _watch_day(self) -> None:
        if self._desk.today() != self._day:
            self.reread()

    def _turn_to(self, place: int) -> None:
        self._shown = _FILTERS[place]
        self._end_search()

    def _end_search(self) -> None:
        self.search.clear()
        self._search_now()

    def _search_now(self) -> None:
        self._wait.stop()
        self._start_over()

    def _start_over(self) -> None:
        """Another list: from its top, nothing chosen."""
        self.rows.setCurrentIndex(self._model.index(-1, -1))
        self.reread()
        self.rows.scrollToTop()

    def _sort_by(self, sort: str, ascending: bool) -> None:  # as RowsView tells it
        self._sort = (QueueSort(sort), not ascending)
        self.reread()

    def group_by(self, sort: QueueSort) -> None:
        """Bring together what is due in one week, has one owner or is under one right."""
        self._by_week = sort is QueueSort.DUE
        self.rows.show_sorted(sort)
        self._sort_by(sort, ascending=True)

    def _show_groups(self) -> None:
        """Weeks are set apart when they are asked for: a list by date is mostly read line by line.

        A search and the closed ones stand in another order than that of their dates.
        """
        by_date = self._sort[0] is QueueSort.DUE
        weeks = self._by_week and self._shown is not QueueFilter.CLOSED
        grouped = not self.search.text().strip() and (weeks or not by_date)
        self.rows.set_groups(group_of(self._sort[0]) if grouped else None)

    def _open_typed(self) -> None:
        """Enter in the search: the number as typed or scanned, the only hit, or on to the list."""
        self._search_now()
        from desktop.store import cases  # noqa: PLC0415  # after first paint

        exact = cases.request_by_number(self._desk.store, self.search.text())
        if exact is None and len(self._model.ids) == 1 and not self._near:
            exact = self._model.ids[0]
        if exact is not None:
            self.request_opened.emit(exact)
        elif self._model.ids:
            self._to_list()

    def _go_to_filter(self, shown: QueueFilter) -> None:
        self.show_filter(shown)
        self._to_list()

    def _to_list(self) -> None:
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.rows.chosen_rows():
            self.rows.choose_place(max(self.rows.currentIndex().row(), 0))

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _escape(self) -> None:
        if self.search.text():
            self._end_search()
        else:
            self._to_list()

    def _open(self, row: QueueRow | None) -> None:
        if row is not None:
            self.request_opened.emit(row.id)

    def _act_on_empty(self) -> None:
        if self.search.text().strip():
            self._end_search()
            self._to_search()
        elif self._shown is QueueFilter.OPEN:
            self.new_wanted.emit()
        else:
            self.show_filter(QueueFilter.OPEN)

    def _follow_chosen(self) -> None:
        """Several chosen lines can be given to somebody or exported at once."""
        if self._bar is None and len(self.rows.selectionModel().selectedRows()) >= SEVERAL:
            from desktop.screens.worklist_chosen import ChosenBar  # noqa: PLC0415  # when first used

            self._bar = ChosenBar(self._desk, self.notices)
            self._bar.letters_wanted.connect(self.letters_wanted)
            self.bar_holder.addWidget(self._bar)
            self._bar.follow(self.rows)
        if self._bar is not None:
            self._bar.show_chosen([row.id for row in self.rows.chosen_rows() if row])

    def _ask_view(self) -> None:
        if self._views is not None:
            self._views.ask()

    def _give(self) -> None:
        if self._bar is not None and self._bar.isVisible():
            self._bar.ask_whom()

    def _follow_choice(self) -> None:
        row: QueueRow | None = self.rows.current_row()
        deciding = self._shown is QueueFilter.PRINCIPAL
        principals = deciding or self._desk.person.role is Role.PRINCIPAL
        usual = "principal_queue" if principals else "intake"
        moment = _MOMENTS.get(self._words.due(row).state.urgency, usual) if row else usual
        if moment != self._moment:
            self._moment = moment
            self.moment_changed.emit(moment)

    # The chosen row

    def _chosen(self) -> RequestId | None:
        row: QueueRow | None = self.rows.current_row()
        return row.id if row else None

    def _choose(self, request: RequestId | None) -> None:
        if request is None or request not in self._model.ids:
            return
        index = self._model.index(self._model.ids.index(request), self.rows.first_column())
        flags = QItemSelectionModel.SelectionFlag
        self.rows.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    # What is said

    def _name(self, shown: QueueFilter) -> str:
        names = {
            QueueFilter.OPEN: self.tr("Open"),
            QueueFilter.MINE: self.tr("Mine"),
            QueueFilter.DUE_THIS_WEEK: self.tr("Due this week"),
            QueueFilter.OVERDUE: self.tr("Overdue"),
            QueueFilter.WAITING: self.tr("Waiting"),
            QueueFilter.PRINCIPAL: self.tr("To decide"),
            QueueFilter.CLOSED: self.tr("Closed"),
        }
        return names[shown]

    def _say_how_many(self, text: str, count: int) -> None:
        self._tabs.setVisible(not text)
        self.found.setVisible(bool(text))
        self.found.setText(self._found_said(count))
        cut = self._cut(text, count)
        self.foot.setText(cut)
        self.foot.setVisible(bool(cut))
        if text:
            announce(self.search, self.found.text())

    def _found_said(self, count: int) -> str:
        wording = self._desk.wording
        if self._near:
            return wording.text("queue.near", count=count)
        if self._told:
            return wording.text("queue.found_told", count=count, told=self._told)
        return wording.text("queue.found", count=count)

    def _cut(self, text: str, count: int) -> str:
        if text and count >= SEARCH_ROWS:
            return self.tr("These are the newest {n}. Type more to find others.").format(n=count)
        if not text and count >= QUEUE_ROWS:
            return self.tr("These are the first {n:,}. The search finds all.").format(n=count)
        return ""

    def _say_when_empty(self, text: str) -> None:
        if text:
            self.rows.set_empty(
                "search",
                self.tr("Nothing fits “{text}”").format(text=text),
                self.tr("Try the family name, who asks, or the number. Accents may be left out."),
                self.tr("End the search"),
            )
        else:
            self.rows.set_empty(*self._empty_filter())

    def _empty_filter(self) -> tuple[str, str, str, str]:
        if self._shown is QueueFilter.OPEN:
            return (
                "queue",
                self.tr("No request is open"),
                self.tr("When a family asks for records, log it: dates and steps follow."),
                self.tr("Log a request"),
            )
        return (*self._empty_others()[self._shown], self.tr("Show all open requests"))

    def _empty_others(self) -> dict[QueueFilter, tuple[str, str, str]]:
        """Sign, sentence and detail of each list that has nothing in it."""
        return {
            QueueFilter.MINE: (
                "person",
                self.tr("No open request is yours"),
                self.tr("A request becomes yours when you log it or it is given to you."),
            ),
            QueueFilter.DUE_THIS_WEEK: (
                "calendar",
                self.tr("Nothing is due this week"),
                self.tr("What must be done by Sunday stands here."),
            ),
            QueueFilter.OVERDUE: (
                "check-circle",
                self.tr("Nothing is overdue"),
                self.tr("A request past its legal date stands here until it is closed."),
            ),
            QueueFilter.WAITING: (
                "clock",
                self.tr("Nothing is waiting"),
                self.tr("Say on a request whom you wait for. Its date does not move."),
            ),
            QueueFilter.PRINCIPAL: (
                "shield",
                self.tr("Nothing waits for the principal"),
                self.tr("What the principal is asked to decide stands here."),
            ),
            QueueFilter.CLOSED: (
                "folder",
                self.tr("No request is closed yet"),
                self.tr("Close a request when it is answered; it stays here to be found."),
            ),
        }

    def _filter_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setAccessibleName(self.tr("Lists of requests"))
        tabs.setExpanding(False)
        for place, shown in enumerate(_FILTERS):
            keys = f"Alt+{place + 1}"
            tabs.addTab(self._name(shown))
            tabs.setTabToolTip(place, keys)
            self._shortcut(keys, partial(self._go_to_filter, shown), self._name(shown))
        self.filter_row.insertWidget(0, tabs, 1)
        QWidget.setTabOrder(self.search, self.views)
        QWidget.setTabOrder(self.views, tabs)
        QWidget.setTabOrder(tabs, self.rows)
        return tabs

    def _prepare_list(self) -> None:
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.rows.setModel(self._model)
        self.rows.show_sorted(QueueSort.DUE)
        self.rows.viewport().installEventFilter(self)
        self.rows.choose_several()
        self._choice = ColumnChoice(self._desk, self.rows)
        self._choice.changed.connect(self._fit_columns)
        self._choice.group_wanted.connect(self.group_by)
        self.rows.selectionModel().selectionChanged.connect(lambda *_: self._follow_chosen())
        self.setFocusProxy(self.rows)

    def _connect(self) -> None:
        self._shortcut("Ctrl+F", self._to_search, self.tr("Search all requests"))
        self._shortcut("/", self._to_search, self.tr("Search all requests"))
        self._shortcut(
            "Ctrl+H", self._choice.ask, self.tr("Choose the columns, and what to group by")
        )
        self._shortcut("Ctrl+G", self._give, self.tr("Give the chosen requests to somebody"))
        self._shortcut("Alt+0", self._ask_view, self.tr("Views of the queue you kept"))
        self._shortcut("Esc", self._escape, self.tr("End the search"))
        down = QShortcut(QKeySequence("Down"), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._to_list)
        self._tabs.currentChanged.connect(self._turn_to)
        self.search.textEdited.connect(lambda _text: self._wait.start())
        self.search.returnPressed.connect(self._open_typed)
        self._wait.timeout.connect(self._search_now)
        self._later.timeout.connect(self._follow_list)
        self.rows.row_activated.connect(self._open)
        self.rows.row_chosen.connect(lambda _row: self._follow_choice())
        self.rows.sort_asked.connect(self._sort_by)
        self.rows.empty_action.connect(self._act_on_empty)
        self._desk.changed.connect(self._changed)
        self._desk.leaving.connect(self._count_no_more)
        theme().changed.connect(self._fit_columns)
        days = QTimer(self, interval=DAY_WATCH_MS)
        days.timeout.connect(self._watch_day)
        days.start()

    def _shortcut(self, keys: str, does: Callable[[], object], says: str) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setWhatsThis(says)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(does)

    def _fit_columns(self) -> None:
        """Leave out what matters least until the names and the next step can be read."""
        # Where names are hidden a request is known by its number.
        hidden = is_masked()
        kept = {NUMBER} if hidden else set()
        order = {one: short for one, short in GIVE_WAY.items() if one not in kept}
        unwanted = self._choice.left_out - kept
        narrower = DOTS if hidden else {}
        self.rows.leave_out(order, room=ROOM, unwanted=unwanted, narrower=narrower)
        narrow = self.width() < theme().sizes.px(_ROOM_FOR_TABS)
        if narrow != bool(self._tabs.property("narrow")):
            set_look(self._tabs, narrow=narrow)
        # The list keeps its place when the search takes the tabs' row.
        self.found.setMinimumHeight(self._tabs.sizeHint().height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit_columns()
        elif event.type() is QEvent.Type.Paint and not self._painted:
            self._painted = True
            self._later.start()
        return super().eventFilter(watched, event)
