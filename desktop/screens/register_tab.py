"""One register as a list: search it, see a line in full below, and do what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes, Kind
from desktop.actions.exporting import KIND
from desktop.actions.sheets import Maker, Telling
from desktop.errors import DeskError
from desktop.records.ids import RequestId, StudentId
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import Kind as NoticeKind
from desktop.screens.notices import NoticeBar
from desktop.screens.request_part import attempt
from desktop.screens.snug_scroll import SnugScroll
from desktop.screens.tables import BLOCK, BlockModel, Column, RowsView
from desktop.screens.widgets import KeyValues, SearchField

SEARCH_WAIT_MS = 30
_TOUCHING = frozenset({Kind.REGISTER, Kind.REQUEST, Kind.STUDENT})

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What a register says about itself: what it is for, and what to do while it is empty."""

    icon: str
    says: str
    search: str
    empty: str
    empty_detail: str
    add: str = ""
    more: str = ""


class RegisterTab(QWidget, Generic[Row]):
    """A register. The registers themselves say what a line shows and what can be done with it.

    Signals:
        request_opened: show the request behind a line; carries its id.
        student_opened: show the student of a line; carries the id.
    """

    says: QLabel
    search: SearchField
    more: QPushButton
    add: QPushButton
    take_out: QPushButton
    notices: NoticeBar
    found: QLabel
    rows: RowsView
    foot: QLabel
    details: QFrame
    facts_scroll: SnugScroll
    facts: KeyValues
    open_request: QPushButton
    open_student: QPushButton
    other: QPushButton
    act: QPushButton

    sheet = ""
    """The code of the register as a table."""

    request_opened = Signal(object)  # RequestId
    student_opened = Signal(object)  # StudentId

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = True
        load_form(self, "register")
        self._texts = self.texts()
        self._model: BlockModel[Row] = BlockModel(self.columns(), self._rows_seen, self.id_of)
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_WAIT_MS)
        self._dress()
        self._connect()

    # What each register says

    def texts(self) -> Texts:
        """What it says about itself."""
        raise NotImplementedError

    def columns(self) -> list[Column[Row]]:
        """The columns of the list."""
        raise NotImplementedError

    def fitting(self, text: str) -> Sequence[Any]:
        """The ids of the lines that fit ``text``, in order."""
        raise NotImplementedError

    def read(self, ids: Sequence[Any]) -> list[Row]:
        """The lines for ``ids``."""
        raise NotImplementedError

    def id_of(self, row: Row) -> int:
        """The id of a line."""
        raise NotImplementedError

    def student_of(self, row: Row) -> StudentId | None:
        """Whose line it is; None where it is about many."""
        raise NotImplementedError

    def request_of(self, row: Row) -> RequestId | None:
        """The request behind a line, or None."""
        raise NotImplementedError

    def told(self, row: Row) -> Iterable[tuple[str, str]]:
        """A line in full."""
        raise NotImplementedError

    def act_words(self, row: Row) -> str:
        """What can be done with a line; empty for nothing."""
        raise NotImplementedError

    def do(self, row: Row) -> None:
        """Do it."""
        raise NotImplementedError

    def other_words(self, row: Row) -> str:  # noqa: ARG002  # most registers have no second act
        """What else can be done with a line; empty for nothing."""
        return ""

    def do_other(self, row: Row) -> None:
        """Do that."""

    def table(self) -> Maker:
        """Makes the register as a table to take out, of what fits the search now."""
        raise NotImplementedError

    def begin(self) -> None:
        """What the button beside the search does; registers without one have no words for it."""

    def begin_more(self) -> None:
        """What the other button does; registers without one have no words for it."""

    # Reading

    @property
    def telling(self) -> Telling:
        """What lines are told with today."""
        desk = self._desk
        return Telling(law=desk.law, wording=desk.wording, today=desk.today())

    @property
    def ids(self) -> Sequence[Any]:
        """The lines shown, by id."""
        return self._model.ids

    def reread(self) -> None:
        """Read the list again; the chosen line stays."""
        self._stale = False
        chosen: Row | None = self.rows.current_row()
        text = self.search.text().strip()
        try:
            ids = self.fitting(text)
            self._model.set_ids(ids, self.read(ids[:BLOCK]))
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self._say_how_many(text, len(ids))
        self._say_when_empty(text)
        self._choose(self.id_of(chosen) if chosen is not None else None)
        self._show_details()

    def attempt(self, does: Callable[[], Changes]) -> bool:
        """Act and tell every screen; a refusal is told above the list."""
        self.notices.clear()
        return attempt(self._desk, does, self.notices.say_fault)

    def most(self) -> int:
        """How many lines are shown at once at most; 0 for all of them."""
        return 0

    def _rows_seen(self, ids: Sequence[Any]) -> list[Row]:
        """Rows further down, asked for while painting; a fault is told when that is over."""
        try:
            return self.read(ids)
        except DeskError as fault:
            told = fault.sentence()
            QTimer.singleShot(0, self.notices, lambda: self.notices.say(told, NoticeKind.DANGER))
            return []

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & _TOUCHING:
            return
        if self.isVisible():
            self.reread()
        else:
            self._stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reread()

    # What happens

    def _search_now(self) -> None:
        self._wait.stop()
        self.rows.setCurrentIndex(self._model.index(-1, -1))
        self.reread()
        self.rows.scrollToTop()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _to_list(self) -> None:
        self._search_now()
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.rows.choose_place(0)

    def _take_out(self) -> None:
        """Ask who gets the table and what for, then where to."""
        from desktop.screens.export_form import ExportForm  # noqa: PLC0415  # seldom

        form = ExportForm(self._desk, self.sheet, self.table(), self.window())
        form.saved.connect(lambda said: self.notices.say(said, NoticeKind.SUCCESS))
        form.open()

    def _act_on_empty(self) -> None:
        if self.search.text().strip():
            self.search.clear()
            self._search_now()
            self._to_search()
        else:
            self.begin()

    def _open(self, row: Row | None) -> None:
        if row is None:
            return
        request, student = self.request_of(row), self.student_of(row)
        if request is not None:
            self.request_opened.emit(request)
        elif student is not None:
            self.student_opened.emit(student)

    def _open_request(self) -> None:
        row: Row | None = self.rows.current_row()
        if row is not None:
            self.request_opened.emit(self.request_of(row))

    def _open_student(self) -> None:
        row: Row | None = self.rows.current_row()
        if row is not None:
            self.student_opened.emit(self.student_of(row))

    def _do(self) -> None:
        row: Row | None = self.rows.current_row()
        if row is not None:
            self.do(row)

    def _do_other(self) -> None:
        row: Row | None = self.rows.current_row()
        if row is not None:
            self.do_other(row)

    def _choose(self, one: int | None) -> None:
        if one is not None and one in self._model.ids:
            self.rows.choose_place(self._model.ids.index(one))

    # What is shown

    def _show_details(self) -> None:
        row: Row | None = self.rows.current_row()
        self.details.setVisible(row is not None)
        if row is None:
            return
        self.facts.show_facts(self.told(row))
        self.open_request.setVisible(self.request_of(row) is not None)
        self.open_student.setVisible(self.student_of(row) is not None)
        for button, words in ((self.act, self.act_words(row)), (self.other, self.other_words(row))):
            button.setText(words)
            button.setVisible(bool(words))

    def _say_how_many(self, text: str, count: int) -> None:
        self.found.setVisible(bool(text))
        if text:
            self.found.setText(self._desk.wording.text("register.found", count=count))
            announce(self.search, self.found.text())
        cut = bool(self.most()) and count >= self.most()
        self.foot.setText(self.tr("There are older ones. The search finds them.") if cut else "")
        self.foot.setVisible(cut)

    def _say_when_empty(self, text: str) -> None:
        if text:
            self.rows.set_empty(
                "search",
                self.tr("Nothing here fits “{text}”").format(text=text),
                self.tr("Try the family name or the number. Accents may be left out."),
                self.tr("End the search"),
            )
        else:
            said = self._texts
            add = said.add.replace("&", "")  # its letter is that of the button above
            self.rows.set_empty(said.icon, said.empty, said.empty_detail, add)

    # How it is put together

    def _dress(self) -> None:
        said = self._texts
        self.says.setText(said.says)
        self.search.setPlaceholderText(said.search)
        self.add.setText(said.add)
        self.add.setVisible(bool(said.add))
        set_icon(self.add, "add")
        set_icon(self.take_out, "export")
        why_not = self._desk.why_not(KIND)
        self.take_out.setEnabled(not why_not)
        self.take_out.setToolTip(why_not or self.take_out.text().replace("&", ""))
        self.more.setText(said.more)
        self.more.setVisible(bool(said.more))
        inner = self.facts_scroll.widget()
        if inner is not None:
            inner.installEventFilter(self.facts_scroll)
        self.details.hide()
        self.rows.setModel(self._model)
        self.setFocusProxy(self.rows)

    def _connect(self) -> None:
        for keys in ("Ctrl+F", "/"):
            find = QShortcut(QKeySequence(keys), self)
            find.setWhatsThis(self.tr("Search this register"))
            find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            find.activated.connect(self._to_search)
        down = QShortcut(QKeySequence("Down"), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._to_list)
        self.search.textEdited.connect(lambda _text: self._wait.start())
        self.search.returnPressed.connect(self._to_list)
        self._wait.timeout.connect(self._search_now)
        self.add.clicked.connect(lambda _checked=False: self.begin())
        self.take_out.clicked.connect(lambda _checked=False: self._take_out())
        self.more.clicked.connect(lambda _checked=False: self.begin_more())
        self.rows.row_activated.connect(self._open)
        self.rows.row_chosen.connect(lambda _row: self._show_details())
        self.rows.empty_action.connect(self._act_on_empty)
        self.open_request.clicked.connect(lambda _checked=False: self._open_request())
        self.open_student.clicked.connect(lambda _checked=False: self._open_student())
        self.act.clicked.connect(lambda _checked=False: self._do())
        self.other.clicked.connect(lambda _checked=False: self._do_other())
        self._desk.changed.connect(self._changed)
