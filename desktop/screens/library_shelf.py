"""The library's shelf: what the primer says and names, and every tip, found as one types."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.office.library import Entry, EntryKind, Library, Told
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.request_part import clear_layout
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.screens.tip_card import CardView, ReadingRow, add_part, add_tip
from desktop.screens.widgets import SearchField


class LibraryShelf(QWidget):
    """A list to search above, the chosen entry in full below. All of it is plain text."""

    search: SearchField
    notices: NoticeBar
    found: QLabel
    rows: RowsView
    told_scroll: QScrollArea
    told: QVBoxLayout
    show_tips: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = ""
        load_form(self, "library_shelf")
        self._model: RowsModel[Entry] = RowsModel(self._columns(), parent=self)
        self.rows.setModel(self._model)
        self.setFocusProxy(self.search)
        self._connect()
        self._search_now()
        self.rows.choose_place(0)
        self._tell_faults()

    @cached_property
    def library(self) -> Library:
        """Everything there is to read, read when the shelf is first shown."""
        return Library(self._desk.guidance)

    def entries(self) -> tuple[Entry, ...]:
        """The entries in the list."""
        return tuple(self._model.rows)

    def texts(self) -> list[str]:
        """Every text of the chosen entry, from top to bottom."""
        labels = self.told_scroll.findChildren(QLabel)
        return [one.text() for one in labels if one.text() and one.isVisibleTo(self.told_scroll)]

    def take_keyboard(self) -> None:
        """Put the keyboard in the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # How it is put together

    def _columns(self) -> list[Column[Entry]]:
        words = self._desk.wording
        return [
            Column(title=self.tr("Title"), text=lambda one: one.title, stretch=True),
            Column(
                title=self.tr("What it is"),
                text=lambda one: words.text(f"library.kind.{one.kind}"),
                width=16,
                quiet=True,
            ),
            Column(title=self.tr("Today"), text=self._status, width=16),
        ]

    def _status(self, entry: Entry) -> str:
        return self._desk.wording.text(f"library.status.{entry.status}") if entry.status else ""

    def _connect(self) -> None:
        for keys in ("Ctrl+F", "/"):
            find = QShortcut(QKeySequence(keys), self)
            find.setWhatsThis(self.tr("Search the library"))
            find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            find.activated.connect(self.take_keyboard)
        down = QShortcut(QKeySequence("Down"), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._to_list)
        self.search.textEdited.connect(lambda _text: self._search_now())
        self.search.returnPressed.connect(self._to_list)
        self.rows.row_chosen.connect(self._show)
        self.rows.empty_action.connect(self._end_search)
        self.show_tips.clicked.connect(self._show_its_tips)

    # What happens

    def _search_now(self) -> None:
        typed = self.search.text().strip()
        entries = self.library.find(typed)
        self.rows.set_empty(
            "search",
            self.tr("Nothing in the library fits “{text}”").format(text=typed),
            self.tr("Try one word, or the beginning of it."),
            self.tr("End the search"),
        )
        self._model.set_rows(entries)
        said = self._desk.wording.text("library.found", count=len(entries))
        self.found.setText(said)
        if typed:
            announce(self.search, said)
        self.rows.choose_place(0)
        self._show(self.rows.current_row())

    def _to_list(self) -> None:
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.rows.current_row() is None:
            self.rows.choose_place(0)

    def _end_search(self) -> None:
        self.search.clear()
        self._search_now()
        self.take_keyboard()

    def _show_its_tips(self) -> None:
        """Search for the entry's own mark, which each tip that rests on it carries."""
        self.search.setText(self._chosen)
        self._search_now()
        self._to_list()

    def _tell_faults(self) -> None:
        faults = self._desk.guidance.district_faults
        if faults:
            self.notices.say(faults[0].sentence(), Kind.WARNING)

    # The entry in full

    def _show(self, entry: Entry | None) -> None:
        self._chosen = entry.id if entry else ""
        clear_layout(self.told)
        self.told_scroll.verticalScrollBar().setValue(0)
        told = self.library.tell(entry) if entry else Told()
        tips = len(told.tips) if entry and entry.kind is not EntryKind.TIP else 0
        said = self._desk.wording.text("library.show_tips", count=tips)
        self.show_tips.setText(said)
        self.show_tips.setVisible(tips > 0)
        if entry is not None:
            self._show_head(entry, told)
            self._show_rest(told)

    def _show_head(self, entry: Entry, told: Told) -> None:
        words = self._desk.wording
        if entry.kind is EntryKind.TIP:
            view = CardView()
            view.put_away.hide()
            view.show_card(told.tips[0], self._desk.guidance)
            add_part(self.told, view)
            return
        self._say(words.text(f"library.kind.{entry.kind}"), "small")
        self._say(entry.title, "heading")
        if entry.status:
            self._say(words.text(f"library.status_says.{entry.status}"))
        for said in told.says:
            self._say(said)

    def _show_rest(self, told: Told) -> None:
        self._list(
            self.tr("What it means at the desk"),
            [f"{one.text} {one.citation}".strip() for one in told.points],
        )
        self._list(self.tr("What this program does about it"), [one.says for one in told.behaviors])
        for reading in told.reading:
            add_part(self.told, ReadingRow(reading))
        self._list(self.tr("Where you meet it in the program"), [one.title for one in told.moments])

    def _list(self, title: str, lines: list[str]) -> None:
        if lines:
            self.told.addSpacing(4)
            self._say(title, "small")
        for line in lines:
            self._say(f"• {line}")

    def _say(self, text: str, look: str = "") -> None:
        add_tip(self.told, text, look)
