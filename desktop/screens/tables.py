"""Lists of rows as the office reads them: what is shown, in which order, and what to do if empty.

The models hold rows that were read elsewhere; none of them runs a query.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QMetaMethod,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.screens.empty_state import EmptyState
from desktop.screens.plain_tip import plain_tip
from desktop.screens.row_delegate import SIDE, Index, RowDelegate
from desktop.screens.shown import shown
from desktop.screens.theme import theme

if TYPE_CHECKING:  # each Qt class costs time when it is first touched
    from PySide6.QtCore import QAbstractItemModel, QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

Row = TypeVar("Row")

# Roles as plain ints: data() runs some 2,000 times for one painted frame.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
ITEM_ROLE = ROW_ROLE + 1
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SERVED = frozenset({_DISPLAY, _ALIGN, _SPOKEN, _TIP, ROW_ROLE, ITEM_ROLE})

BLOCK = 50
"""Rows fetched at once: about as many as a window shows."""
_BLOCKS_KEPT = 120

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STRETCH_LETTERS, _LEAST_PART = 14, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """One column: its title, what a row shows in it, and how it sorts.

    Attributes:
        title: the header.
        text: the words in the cell.
        sort: the name by which the store sorts this column; empty: the header does not sort.
        value: the value a list held in memory sorts by; the text when not given.
        spoken: what a screen reader says, where the words alone do not tell.
        item: a value for the column's delegate, found under ``ITEM_ROLE``.
        delegate: makes the delegate that paints the column.
        width: wished width in characters; 0: as wide as the header.
        stretch: takes the room that is left.
        align: how the text stands.
        quiet: second-rank text.
    """

    title: str
    text: Callable[[Row], str]
    sort: str = ""
    value: Callable[[Row], Any] | None = None
    spoken: Callable[[Row], str] | None = None
    item: Callable[[Row], object] | None = None
    delegate: Callable[[RowsView], RowDelegate] | None = None
    width: int = 0
    stretch: bool = False
    align: Qt.AlignmentFlag = _LEFT
    quiet: bool = False


class _ColumnsModel(QAbstractTableModel, Generic[Row]):
    """What both models share: columns in, cells out."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def row_at(self, place: int) -> Row | None:
        """The row at ``place``; None when it has gone meanwhile."""
        raise NotImplementedError

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in _SERVED:
            return None
        column = self.columns[index.column()]
        if role == _ALIGN:
            return column.align
        row = self.row_at(index.row())
        return None if row is None else _cell(column, row, role)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        return self.columns[section].align if role == _ALIGN else None


def _cell(column: Column[Row], row: Row, role: int) -> object:
    if role == ROW_ROLE:
        return row
    if role == ITEM_ROLE:
        return column.item(row) if column.item else None
    spoken = column.spoken(row) if column.spoken and role in {_SPOKEN, _TIP} else ""
    if role == _TIP:
        # What the cell shows by a sign alone, for those who see it and do not know the sign.
        return plain_tip(shown(spoken)) if spoken and spoken != column.text(row) else None
    return shown(spoken or column.text(row))


class RowsModel(_ColumnsModel[Row]):
    """A list of rows held whole; sorts itself by value. For up to some thousand rows."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        rows: Iterable[Row] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._rows: list[Row] = list(rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in the order shown."""
        return tuple(self._rows)

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows, in this order."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    @override
    def row_at(self, place: int) -> Row | None:
        return self._rows[place]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        key = self.columns[column].value or self.columns[column].text
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = sorted(
            range(len(self._rows)),
            key=lambda place: key(self._rows[place]),
            reverse=order is Qt.SortOrder.DescendingOrder,
        )
        moved_to = {old: new for new, old in enumerate(places)}
        self._rows = [self._rows[place] for place in places]
        after = [self.index(moved_to[one.row()], one.column()) for one in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


class BlockModel(_ColumnsModel[Row]):
    """A list of any length: it holds the ids in order and fetches rows in blocks as they are seen.

    Args:
        columns: the columns.
        fetch: gives the rows of at most ``BLOCK`` ids, in any order; rows that have gone are left
            out. It is called while painting and must answer within a millisecond or two.
        id_of: the id of a row.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[Any]], Iterable[Row]],
        id_of: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._fetch = fetch
        self._id_of = id_of
        self._ids: Sequence[Any] = ()
        self._blocks: OrderedDict[int, Sequence[Row | None]] = OrderedDict()

    @property
    def ids(self) -> Sequence[Any]:
        """The ids in the order shown."""
        return self._ids

    def places_of(self, ids: Collection[Hashable]) -> list[int]:
        """Where these ids stand."""
        return [place for place, one in enumerate(self._ids) if one in ids]

    def set_ids(self, ids: Sequence[Any], first_rows: Iterable[Row] = ()) -> None:
        """Show these ids, in this order; ``first_rows`` spares fetching the first block."""
        self.beginResetModel()
        self._ids = ids
        self._blocks.clear()
        rows = tuple(first_rows)
        if rows:
            self._keep(0, rows)
        self.endResetModel()

    def refresh(self, ids: Iterable[Hashable]) -> None:
        """Forget the rows of ``ids`` and show them anew; their places stay."""
        changed = set(ids)
        for block in list(self._blocks):
            places = range(block * BLOCK, min(len(self._ids), (block + 1) * BLOCK))
            if any(self._ids[place] in changed for place in places):
                del self._blocks[block]
                last = self.index(places[-1], len(self.columns) - 1)
                self.dataChanged.emit(self.index(places[0], 0), last)

    @override
    def row_at(self, place: int) -> Row | None:
        block, within = divmod(place, BLOCK)
        rows = self._blocks.get(block)
        if rows is None:
            rows = self._keep(block, self._fetch(self._ids_of(block)))
        return rows[within]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def _ids_of(self, block: int) -> Sequence[Any]:
        return self._ids[block * BLOCK : (block + 1) * BLOCK]

    def _keep(self, block: int, rows: Iterable[Row]) -> Sequence[Row | None]:
        by_id = {self._id_of(row): row for row in rows}
        kept = tuple(by_id.get(one) for one in self._ids_of(block))
        self._blocks[block] = kept
        if len(self._blocks) > _BLOCKS_KEPT:
            self._blocks.popitem(last=False)
        return kept


def _letter() -> int:
    """Pixels of one character at this text size."""
    return QFontMetrics(theme().font()).averageCharWidth()


class RowsView(QTableView):
    """A list of rows: whole rows are chosen, Enter opens one, the header sorts.

    Signals:
        row_activated: Enter or a double click on a row; carries the row.
        row_chosen: another row is current; carries the row, or None.
        sort_asked: a header was clicked; carries the column's sort name and whether ascending.
        empty_action: the button shown while the list is empty was pressed.
    """

    row_activated = Signal(object)
    row_chosen = Signal(object)
    sort_asked = Signal(str, bool)
    empty_action = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bring_viewport()
        self.columns: tuple[Column[Any], ...] = ()
        self.pointed_row = -1
        self._empty: EmptyState | None = None
        self._says = ("queue", "", "", "")
        self._sorted = ("", True)
        self._settled: frozenset[int] = frozenset()
        self._narrower: Mapping[int, int] = {}
        self._group_of: Callable[[Any], Hashable] | None = None
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setItemDelegate(RowDelegate(self))
        self._prepare_headers()
        self.activated.connect(lambda index: self.row_activated.emit(index.data(ROW_ROLE)))
        theme().changed.connect(self._fit)

    def _bring_viewport(self) -> None:
        """A viewport as Qt's own, which PySide6 knows for what it is.

        Of a widget Qt made it must find out, by defining each class that it could be: 10 ms.
        """
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)

    def _prepare_headers(self) -> None:
        across = self.horizontalHeader()
        across.setDefaultAlignment(_LEFT)
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setSortIndicatorShown(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        across.sortIndicatorChanged.connect(self._sort)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.columns = getattr(model, "columns", ())
        if model is None:
            return
        for place, column in enumerate(self.columns):
            if column.delegate:
                self.setItemDelegateForColumn(place, column.delegate(self))
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._show_or_hide_empty)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self._fit()
        self._show_or_hide_empty()

    def set_groups(self, group_of: Callable[[Any], Hashable] | None) -> None:
        """Set lines apart where ``group_of`` gives something else for them than for those above."""
        self._group_of = group_of
        self.viewport().update()

    def begins_group(self, place: int) -> bool:
        """Whether the line at ``place`` belongs to another group than the one above it."""
        if self._group_of is None or place == 0:
            return False
        model = self.model()
        rows = [model.index(one, 0).data(ROW_ROLE) for one in (place - 1, place)]
        if None in rows:
            return False
        above, here = map(self._group_of, rows)
        return above != here

    def choose_several(self) -> None:
        """Let Shift, Ctrl and Ctrl+A choose several lines."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def choose_also(self, places: Iterable[int]) -> None:
        """Choose these lines too, told as one choice; the current one stays."""
        flags, chosen = QItemSelectionModel.SelectionFlag, QItemSelection()
        for first, last in _runs(places):
            chosen.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(chosen, flags.Select | flags.Rows)

    def set_empty(self, icon: str, sentence: str, detail: str = "", action: str = "") -> None:
        """What to say and offer while there are no rows; the button emits ``empty_action``."""
        self._says = (icon, sentence, detail, action)
        self._show_or_hide_empty()

    def empty_state(self) -> EmptyState | None:
        """What is said in place of rows, while there are none."""
        return self._empty if self._empty and not self._empty.isHidden() else None

    def current_row(self) -> Any:
        """The chosen row, or None."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def chosen_rows(self) -> list[Any]:
        """All chosen rows, from top to bottom."""
        chosen = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [index.data(ROW_ROLE) for index in chosen]

    def choose_place(self, place: int) -> None:
        """Make the row at ``place`` the current one and bring it into sight."""
        index = self.model().index(place, self.first_column())
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _CHOOSE)
            self.scrollTo(index)

    def show_sorted(self, sort: str, *, ascending: bool = True) -> None:
        """Show the order the rows are in, without asking for it."""
        self._sorted = (sort, ascending)
        names = [column.sort for column in self.columns]
        order = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(names.index(sort) if sort and sort in names else -1, order)
        header.blockSignals(False)

    def shows_keyboard_at(self, index: Index) -> bool:
        """Whether the mark of the keyboard's place belongs into this cell."""
        if not self.hasFocus() or index.row() != self.currentIndex().row():
            return False
        return index.column() == self.first_column()

    def first_column(self) -> int:
        """The first in sight: Qt extends no choice of rows from a cell that is hidden."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return next((one for one in places if not header.isSectionHidden(one)), 0)

    def wished_width(self, place: int) -> int:
        """Pixels a column asks for at this text size: its characters, never less than its title."""
        column, sides = self.columns[place], 2 * theme().sizes.px(SIDE)
        width = self._narrower.get(place, column.width)
        if not width:
            return self.horizontalHeader().sectionSizeHint(place)
        title = QFontMetrics(theme().font("small")).horizontalAdvance(column.title)
        text = width * _letter()
        return max(title, text) + sides

    def leave_out(
        self,
        order: Mapping[int, int],
        *,
        room: Mapping[int, int],
        unwanted: Collection[int] = (),
        narrower: Mapping[int, int] | None = None,
    ) -> None:
        """Hide columns, in this order, until the others have the width they ask for.

        Args:
            order: places of the columns that may go, and how many characters the others do
                without before this one does.
            room: by its place, the characters a column that stretches asks for.
            unwanted: places of columns that are hidden anyway and ask for nothing.
            narrower: by its place, the characters a column asks for now in place of its width.
        """
        self._narrower = narrower or {}
        wants, letter = self._wants(room, unwanted), _letter()
        left = self.viewport().width() - sum(wants.values())
        gone = set(unwanted)
        for place, short in order.items():
            if left + short * letter < 0 and place in wants:
                gone.add(place)
                left += wants[place]
        # Only what changes is set, and only what is decided here: each setting lays out anew.
        settled = frozenset({*order, *unwanted})
        for place in settled | self._settled:
            if self.isColumnHidden(place) != (place in gone):
                self.setColumnHidden(place, place in gone)
        self._settled = settled
        self._keep_keyboard_in_sight()

    def _keep_keyboard_in_sight(self) -> None:
        now = self.currentIndex()
        if now.isValid() and self.isColumnHidden(now.column()):
            seen = now.siblingAtColumn(self.first_column())
            self.selectionModel().setCurrentIndex(seen, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _wants(self, room: Mapping[int, int], unwanted: Collection[int]) -> dict[int, int]:
        """Pixels each column asks for, by its place; without those nobody wants."""
        return {
            place: room.get(place, 0) * _letter() if column.stretch else self.wished_width(place)
            for place, column in enumerate(self.columns)
            if place not in unwanted
        }

    def _fit(self) -> None:
        sizes = theme().sizes
        self.verticalHeader().setDefaultSectionSize(sizes.row)
        header = self.horizontalHeader()
        for place, column in enumerate(self.columns):
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            header.resizeSection(place, self.wished_width(place))
        self._share()

    def _share(self) -> None:
        """Let the columns of a set width give way where the one that stretches had no room."""
        header = self.horizontalHeader()
        shown = [one for one in range(len(self.columns)) if not header.isSectionHidden(one)]
        wished = {one: self.wished_width(one) for one in shown if not self.columns[one].stretch}
        letter = _letter()
        stretching = (len(shown) - len(wished)) * _STRETCH_LETTERS * letter
        left = self.viewport().width() - stretching
        part = min(1.0, max(left / sum(wished.values()), _LEAST_PART)) if wished else 1.0
        for place, width in wished.items():
            header.resizeSection(place, round(width * part))

    def _sort(self, place: int, order: Qt.SortOrder) -> None:
        if not 0 <= place < len(self.columns) or not self.columns[place].sort:
            sort, ascending = self._sorted
            self.show_sorted(sort, ascending=ascending)
            return
        self._sorted = (self.columns[place].sort, order is Qt.SortOrder.AscendingOrder)
        self.model().sort(place, order)
        self.sort_asked.emit(*self._sorted)

    def _tell_chosen(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.data(ROW_ROLE) if index.isValid() else None)

    def _show_or_hide_empty(self) -> None:
        wanted = self.model() is not None and self.model().rowCount() == 0
        if wanted and self._empty is None:
            self._empty = EmptyState(self.viewport())
            self._empty.acted.connect(self.empty_action)
        if self._empty is not None:
            self._empty.tell(*self._says)
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(wanted)

    def _point_at(self, row: int) -> None:
        if row != self.pointed_row:
            self.pointed_row = row
            self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a row and is spent: Qt would let it press the dialog's button as well."""
        super().keyPressEvent(event)
        opens = self.isSignalConnected(QMetaMethod.fromSignal(self.row_activated))
        if event.key() in _ENTER and opens and self.currentIndex().isValid():
            event.accept()

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the search field, not to a jump within the list."""

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        column = max(self.currentIndex().column(), 0)
        match action:
            case QAbstractItemView.CursorAction.MoveHome:
                return self.model().index(0, column)
            case QAbstractItemView.CursorAction.MoveEnd:
                return self.model().index(self.model().rowCount() - 1, column)
        return super().moveCursor(action, modifiers)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD and not self.currentIndex().isValid():
            self.choose_place(0)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.rowAt(event.position().toPoint().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())


_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BY_KEYBOARD = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of places without a gap."""
    for _, run in groupby(enumerate(sorted(places)), key=lambda one: one[1] - one[0]):
        found = [place for _, place in run]
        yield found[0], found[-1]
