"""All students of the office: find one, open their page, add one, import a roster."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes, Kind
from desktop.errors import DeskError
from desktop.records.ids import StudentId
from desktop.records.student import Enrollment
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.family import FamilyPage
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import Kind as NoticeKind
from desktop.screens.notices import NoticeBar
from desktop.screens.student_form import StudentForm
from desktop.screens.student_page import StudentPage
from desktop.screens.tables import BLOCK, BlockModel, Column, RowsView
from desktop.screens.theme import theme
from desktop.screens.widgets import SearchField
from desktop.screens.worklist_columns import MarksDelegate, paper_marks, papers_spoken
from desktop.store import students
from desktop.store.near_names import NameFinder
from desktop.store.papers import Papers
from desktop.store.students import StudentRow

SEARCH_WAIT_MS = 30
MOST_HITS = 200  # more are not read by anyone; the next letter narrows them
_OTHERS, _SCHOOL = 1, 3
_FIXED = (2, _SCHOOL, 4, 5)
_ROOM_FOR_NAMES = 56  # characters the two stretching columns need between them
_TOUCHING = frozenset({Kind.STUDENT, Kind.REQUEST})


class StudentsPage(QWidget):
    """The list of students and, in its place, the page of the one that was opened.

    Signals:
        request_opened: show a request; carries its id.
        intake_wanted: log a request for a student; carries the id.
        moment_changed: other guidance belongs here now; carries the moment.
    """

    pages: QStackedWidget
    list_page: QWidget
    search: SearchField
    bring_in: QPushButton
    add: QPushButton
    notices: NoticeBar
    found: QLabel
    rows: RowsView
    foot: QLabel

    request_opened = Signal(object)  # RequestId
    intake_wanted = Signal(object)  # StudentId
    moment_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._finder = NameFinder(desk.store, "student_search")
        self._page: StudentPage | None = None
        self._family: FamilyPage | None = None
        load_form(self, "students")
        self._model = BlockModel(self._columns(), self._rows_seen, lambda row: row.id)
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_WAIT_MS)
        self._dress()
        self._connect()
        self.reread()

    @property
    def moment(self) -> str:
        """The guidance that belongs to the student shown; none for the list."""
        return self._page.moment if self._page and self._student_shown() else ""

    def open_student(self, student: StudentId) -> None:
        """Show one student's page."""
        page = self._student_page()
        page.show_student(student)
        self.pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.new_request.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moment_changed.emit(self.moment)

    def open_family(self, student: StudentId) -> None:
        """Show the family of a student."""
        page = self._family_page()
        page.show_family(student)
        self.pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.children_rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Back to the list, as it was left."""
        self.pages.setCurrentWidget(self.list_page)
        self.setFocusProxy(self.rows)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moment_changed.emit(self.moment)

    def reread(self) -> None:
        """Read the list again; the chosen row stays."""
        chosen: StudentRow | None = self.rows.current_row()
        text = self.search.text().strip()
        try:
            ids = self._hits(text) if text else students.student_ids(self._desk.store)
            self._model.set_ids(ids, students.student_rows(self._desk.store, ids[:BLOCK]))
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self._choose(chosen.id if chosen else None)
        self._say_how_many(text, len(ids))
        self._say_when_empty(text)

    def import_roster(self) -> None:
        """The form that imports a roster."""
        from desktop.screens.roster import RosterDialog  # noqa: PLC0415  # rarely needed

        RosterDialog(self._desk, self.window()).open()

    # Reading

    def _hits(self, text: str) -> list[StudentId]:
        """Hits in the order of the list; near spellings follow those that begin as typed."""
        groups = self._finder.search(text, limit=MOST_HITS)
        return [one for group in groups for one in self._listed([StudentId(hit) for hit in group])]

    def _listed(self, ids: Sequence[StudentId]) -> list[StudentId]:
        found = students.student_rows(self._desk.store, ids) if ids else []
        return [row.id for row in sorted(found, key=lambda row: row.sorted_as)]

    def _rows_seen(self, ids: Sequence[StudentId]) -> list[StudentRow]:
        """Rows further down, asked for while painting; a fault is told when that is over."""
        try:
            return students.student_rows(self._desk.store, ids)
        except DeskError as fault:
            told = fault.sentence()
            QTimer.singleShot(0, self.notices, lambda: self.notices.say(told, NoticeKind.DANGER))
            return []

    # What happens

    def _changed(self, changes: Changes) -> None:
        if Kind.STUDENT in changes.kinds:
            self._finder.forget()
        if changes.kinds & _TOUCHING:
            self.reread()

    def _open(self, row: StudentRow | None) -> None:
        if row is not None:
            self.open_student(row.id)

    def _open_typed(self) -> None:
        """Enter in the search: the only hit, or on to the list."""
        self._search_now()
        if len(self._model.ids) == 1:
            self.open_student(self._model.ids[0])
        elif self._model.ids:
            self._to_list()

    def _search_now(self) -> None:
        self._wait.stop()
        self.rows.setCurrentIndex(self._model.index(-1, -1))
        self.reread()
        self.rows.scrollToTop()

    def _end_search(self) -> None:
        self.search.clear()
        self._search_now()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _to_list(self) -> None:
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.rows.currentIndex().isValid():
            self.rows.choose_place(0)

    def _add(self) -> None:
        form = StudentForm(self._desk, self.window())
        form.saved.connect(self.open_student)
        form.open()

    def _act_on_empty(self) -> None:
        if self.search.text().strip():
            self._end_search()
            self._to_search()
        else:
            self.import_roster()

    def _choose(self, student: StudentId | None) -> None:
        if student is None or student not in self._model.ids:
            return
        index = self._model.index(self._model.ids.index(student), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.rows.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    # What is said

    def _say_how_many(self, text: str, count: int) -> None:
        self.found.setVisible(bool(text))
        if text:
            self.found.setText(self._desk.wording.text("student.found", count=count))
            announce(self.search, self.found.text())
        cut = bool(text) and count >= MOST_HITS
        self.foot.setText(self.tr("There are more. Type more to find others.") if cut else "")
        self.foot.setVisible(cut)

    def _say_when_empty(self, text: str) -> None:
        if text:
            self.rows.set_empty(
                "search",
                self.tr("Nobody fits “{text}”").format(text=text),
                self.tr("Try the family name or the number. Accents may be left out."),
                self.tr("End the search"),
            )
        else:
            self.rows.set_empty(
                "students",
                self.tr("No student is on file yet"),
                self.tr("Import a roster, or add a student. Both can be done again at any time."),
                self.tr("Import a roster"),
            )

    # How it is put together

    def _limits(self, row: StudentRow) -> Papers | None:
        return row.limits(self._desk.today())

    def _spoken(self, row: StudentRow) -> str:
        """The name as spoken, with what papers on file limit."""
        papers = self._limits(row)
        said = papers_spoken(papers, self._desk.wording) if papers else ""
        return "; ".join(filter(None, (row.name, said)))

    def _columns(self) -> list[Column[StudentRow]]:
        words = self._desk.wording
        return [
            Column(
                title=self.tr("Student"),
                text=lambda row: row.name,
                item=lambda row: paper_marks(self._limits(row), words),
                spoken=self._spoken,
                delegate=MarksDelegate,
                stretch=True,
            ),
            Column(
                title=self.tr("Other names"),
                text=lambda row: row.other_names,
                stretch=True,
                quiet=True,
            ),
            Column(title=self.tr("Grade"), text=self._grade, width=7),
            Column(title=self.tr("School"), text=lambda row: row.school_name, width=20),
            Column(title=self.tr("Number"), text=lambda row: row.local_number, width=10),
            Column(
                title=self.tr("Requests"),
                text=lambda row: (
                    words.text("student.open", count=row.open_requests) if row.open_requests else ""
                ),
                width=9,
            ),
        ]

    def _grade(self, row: StudentRow) -> str:
        return self.tr("former") if row.enrollment is Enrollment.FORMER else row.grade

    def _student_page(self) -> StudentPage:
        if self._page is None:
            self._page = StudentPage(self._desk)
            self._page.back_wanted.connect(self.show_list)
            self._page.request_opened.connect(self.request_opened)
            self._page.intake_wanted.connect(self.intake_wanted)
            self._page.family_wanted.connect(self.open_family)
            self._page.moment_changed.connect(self._tell_moment)
            self.pages.addWidget(self._page)
        return self._page

    def _family_page(self) -> FamilyPage:
        if self._family is None:
            self._family = FamilyPage(self._desk)
            self._family.request_opened.connect(self.request_opened)
            self._family.student_opened.connect(self.open_student)
            self.pages.addWidget(self._family)
        return self._family

    def _tell_moment(self, moment: str) -> None:
        if self._student_shown():
            self.moment_changed.emit(moment)

    def _student_shown(self) -> bool:
        return self._page is not None and self.pages.currentWidget() is self._page

    def _dress(self) -> None:
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        set_icon(self.add, "add")
        set_icon(self.bring_in, "import")
        self.rows.setModel(self._model)
        self.rows.viewport().installEventFilter(self)
        self.setFocusProxy(self.rows)

    def _connect(self) -> None:
        for keys in ("Ctrl+F", "/"):
            self._shortcut(keys, self._to_search, self.tr("Search the students"))
        down = QShortcut(QKeySequence("Down"), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._to_list)
        self.search.textEdited.connect(lambda _text: self._wait.start())
        self.search.returnPressed.connect(self._open_typed)
        self._wait.timeout.connect(self._search_now)
        self.rows.row_activated.connect(self._open)
        self.rows.empty_action.connect(self._act_on_empty)
        self.add.clicked.connect(self._add)
        self.bring_in.clicked.connect(self.import_roster)
        self._desk.changed.connect(self._changed)
        theme().changed.connect(self._fit_columns)

    def _shortcut(self, keys: str, does: Callable[[], object], says: str) -> None:
        shortcut = QShortcut(QKeySequence(keys), self.list_page)
        shortcut.setWhatsThis(says)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(does)

    def _fit_columns(self) -> None:
        """Leave out the school, then other names, where names could not be read beside them."""
        letter = QFontMetrics(theme().font()).averageCharWidth()
        wants = sum(self.rows.wished_width(place) for place in _FIXED) + _ROOM_FOR_NAMES * letter
        left = self.rows.viewport().width() - wants
        self.rows.setColumnHidden(_SCHOOL, left < 0)
        left += self.rows.wished_width(_SCHOOL)
        self.rows.setColumnHidden(_OTHERS, left < 0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)
