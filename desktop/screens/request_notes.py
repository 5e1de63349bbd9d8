"""Notes on a request, and its history as sentences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout

from desktop.actions.steps import write_note
from desktop.errors import DeskError
from desktop.records.case import Note
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import Kept, RequestPart, clear_layout, plain_label
from desktop.screens.request_view import RequestView, local
from desktop.screens.widgets import SectionHeader
from desktop.wording.dates import short_moment
from desktop.wording.history import Line

_FIRST_LINES = 6
_PLACE = "note"


class NotesCard(RequestPart):
    """What the office wrote on the request, the newest first, and a field for more."""

    header: SectionHeader
    lines: QVBoxLayout
    note: NoteField
    message: FieldMessage
    add: QPushButton

    def __init__(self, desk: Desk, view: RequestView, kept: Kept) -> None:
        super().__init__(desk, view)
        load_form(self, "request_notes")
        self._kept = kept
        self._shown: tuple[Note, ...] = ()
        self.header.set_title(self.tr("Notes"))
        kept.hold(self.note, _PLACE)
        self.note.textChanged.connect(self.message.clear)
        self.add.clicked.connect(self._add)
        write = QShortcut(QKeySequence("Ctrl+Return"), self.note, self._add)
        write.setContext(Qt.ShortcutContext.WidgetShortcut)

    def take_keyboard(self) -> None:
        """Put the keyboard into the field for a new note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        notes = tuple(reversed(self._view.case.notes))
        if notes == self._shown:
            return
        self._shown = notes
        clear_layout(self.lines)
        for note in notes:
            self._add_line(note)

    def _add_line(self, note: Note) -> None:
        who, when = self._view.initials(note.person), local(note.written_at)
        text, sign = plain_label(), plain_label("small")
        text.setText(note.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sign.setText(f"{who}, {short_moment(when, self._view.today)}")
        line = QVBoxLayout()
        line.setSpacing(0)
        line.addWidget(text)
        line.addWidget(sign)
        self.lines.addLayout(line)

    def _add(self) -> None:
        desk, request = self._desk, self._view.case.request.id
        text = self.note.toPlainText()
        if self._attempt(
            lambda: write_note(desk.store, request, text, by=desk.sign()), self._refused
        ):
            self.note.clear()
            self._kept.drop(_PLACE)

    def _refused(self, fault: DeskError) -> None:
        self.message.tell(fault.sentence())


class HistoryCard(RequestPart):
    """Who did what and when, the newest first; the older lines on demand."""

    header: SectionHeader
    lines: QGridLayout
    show_all: QPushButton

    def __init__(self, desk: Desk, view: RequestView) -> None:
        super().__init__(desk, view)
        load_form(self, "request_history")
        self._shown: tuple[Line, ...] = ()
        self._all = False
        self.header.set_title(self.tr("History"))
        set_icon(self.show_all, "history", "accent")
        self.show_all.clicked.connect(self._show_rest)

    def sentences(self) -> list[str]:
        """The lines in sight, the newest first."""
        return [self._said(line) for line in self._shown]

    def _fill(self) -> None:
        lines = self._view.history
        count = len(lines) if self._all else min(len(lines), _FIRST_LINES)
        self.show_all.setVisible(count < len(lines))
        self.show_all.setText(self.tr("Show all {n} lines").format(n=len(lines)))
        if lines[:count] == self._shown:
            return
        self._shown = lines[:count]
        clear_layout(self.lines)
        self.lines.setColumnStretch(1, 1)
        for place, line in enumerate(self._shown):
            self._add_line(place, line)

    def _add_line(self, place: int, line: Line) -> None:
        when, what = plain_label("small", wraps=False), plain_label()
        when.setText(short_moment(local(line.at), self._view.today))
        what.setText(self._said(line))
        self.lines.addWidget(when, place, 0, Qt.AlignmentFlag.AlignTop)
        self.lines.addWidget(what, place, 1, Qt.AlignmentFlag.AlignTop)

    def _said(self, line: Line) -> str:
        return f"{line.initials} {line.text}"

    def _show_rest(self) -> None:
        self._all = True
        self._fill()
