"""A month as a page of days: what falls on each in a few words, walked through by the arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.records.planner import OF_THE_SCHOOL, PlanKind, Planned, month_after, month_days
from desktop.screens.icons import pixmap
from desktop.screens.shown import shown
from desktop.screens.theme import theme
from desktop.wording.dates import long_date
from desktop.wording.planner import day_counts, day_said
from desktop.wording.sentences import Wording

Index = QModelIndex | QPersistentModelIndex

_WEEK = 7
_SUNDAY = 7
_WEEKEND = frozenset({6, 7})
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ICONS = {
    PlanKind.CLOSURE: "school",
    PlanKind.HOLIDAY: "flag",
    PlanKind.DUE: "clock",
    PlanKind.LEGAL: "law",
    PlanKind.VISIT: "calendar",
    PlanKind.MEETING: "students",
    PlanKind.BIRTHDAY: "person",
}
_PRESSING = frozenset({PlanKind.DUE, PlanKind.LEGAL})
_ICON, _SIDE, _GAP = 14, 6, 4
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthModel(QAbstractTableModel):
    """Six weeks of days; a cell is read as one sentence by a screen reader."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._planned: Mapping[date, Sequence[Planned]] = {}
        self.month = date.min
        self.today = date.min
        self.days: Sequence[date] = ()

    def show_month(
        self, month: date, planned: Mapping[date, Sequence[Planned]], today: date
    ) -> None:
        """Show the page of ``month`` with what falls on its days."""
        self.beginResetModel()
        self.month, self.today, self._planned = month, today, planned
        self.days = month_days(month)
        self.endResetModel()

    def day_at(self, index: Index) -> date:
        """The day of a cell."""
        return self.days[index.row() * _WEEK + index.column()]

    def index_of(self, on: date) -> QModelIndex:
        """The cell of a day of the page."""
        place = (on - self.days[0]).days
        return self.index(place // _WEEK, place % _WEEK)

    def planned(self, on: date) -> Sequence[Planned]:
        """What falls on a day."""
        return self._planned.get(on, ())

    def told(self, on: date) -> list[tuple[PlanKind, str]]:
        """What stands in the cell of a day, line by line."""
        return day_said(self.planned(on), self._wording)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.days) // _WEEK

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else _WEEK

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return str(self.day_at(index).day)
        if role == _SPOKEN:
            on = self.day_at(index)
            told = ", ".join(text for _, text in self.told(on))
            return f"{long_date(on)}: {told or self._wording.text('planner.day.nothing')}"
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            weekday = _SUNDAY if section == 0 else section
            return QLocale(QLocale.Language.English).dayName(
                weekday, QLocale.FormatType.ShortFormat
            )
        return None


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, and what falls on it as lines of an icon and a few words."""

    def __init__(self, view: MonthGrid) -> None:
        super().__init__(view)
        self._view = view
        self._look = theme()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, rect = self._view.days, option.rect
        on = model.day_at(index)
        chosen = self._view.selectionModel().isSelected(index)
        painter.save()
        painter.fillRect(rect, self._look.colour(self._ground(on, chosen=chosen)))
        side = self._look.sizes.px(_SIDE)
        room = rect.adjusted(side, side // 2, -side, -side // 2)
        number = self._number(painter, room, on)
        below = room.adjusted(0, number.height(), 0, 0)
        told = model.told(on)
        if len(told) * self._line() <= below.height():
            self._paint_lines(painter, below, told, late=on < model.today)
        else:
            self._paint_counts(painter, self._room_for_counts(room, number), on)
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)  # today's number left its filled ground there
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _ground(self, on: date, *, chosen: bool) -> str:
        if chosen:
            return "soft"
        off = any(one.kind in OF_THE_SCHOOL for one in self._view.days.planned(on))
        return "sunken" if off or on.isoweekday() in _WEEKEND else "surface"

    def _room_for_counts(self, room: QRect, number: QRect) -> QRect:
        """Below the number, as the lines of other days; beside it where nothing stands below."""
        below = QRect(room.left(), number.bottom() + 1, room.width(), self._line())
        if below.bottom() <= room.bottom() + 1:
            return below
        left = number.right() + 2 * self._look.sizes.px(_GAP)
        return QRect(left, number.top(), room.right() - left, number.height())

    def _line(self) -> int:
        """The height of a line."""
        metrics = QFontMetrics(self._look.font("small"))
        return max(metrics.height(), self._look.sizes.px(_ICON)) + 1

    def _number(self, painter: QPainter, room: QRect, on: date) -> QRect:
        """Paint the number of the day; the room it took. Today's stands on a filled ground."""
        model, today = self._view.days, on == self._view.days.today
        font = self._look.font(bold=today or on.month == model.month.month)
        metrics = QFontMetrics(font)
        text, height = str(on.day), metrics.height()
        tone = "text" if on.month == model.month.month else "quiet"
        width = metrics.horizontalAdvance(text)
        taken = QRect(room.left(), room.top(), width, height)
        if today:
            taken.setWidth(max(width + height // 2, height))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("fill"))
            painter.drawRoundedRect(taken, height / 2, height / 2)
            tone = "on_fill"
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        painter.drawText(taken, Qt.AlignmentFlag.AlignCenter, text)
        return taken

    def _paint_lines(
        self, painter: QPainter, room: QRect, told: Sequence[tuple[PlanKind, str]], *, late: bool
    ) -> None:
        line = self._line()
        painter.setFont(self._look.font("small"))
        for place, (kind, text) in enumerate(told):
            where = QRect(room.left(), room.top() + place * line, room.width(), line)
            self._paint_line(painter, where, kind, text, late=late)

    def _paint_counts(self, painter: QPainter, room: QRect, on: date) -> None:
        """Where the lines have no room: each kind's icon and how many."""
        model, gap = self._view.days, self._look.sizes.px(_GAP)
        painter.setFont(self._look.font("small"))
        wide = painter.fontMetrics()
        left = room.left()
        for kind, count in day_counts(model.planned(on)):
            text = "" if kind in OF_THE_SCHOOL else str(count)
            width = self._look.sizes.px(_ICON) + gap + wide.horizontalAdvance(text)
            where = QRect(left, room.top(), width + gap, room.height())
            if where.right() > room.right():
                return
            self._paint_line(painter, where, kind, text, late=on < model.today)
            left = where.right() + gap

    def _paint_line(
        self, painter: QPainter, where: QRect, kind: PlanKind, text: str, *, late: bool
    ) -> None:
        size, gap = self._look.sizes.px(_ICON), self._look.sizes.px(_GAP)
        pressing = late and kind in _PRESSING
        tone = "danger" if pressing else "quiet" if kind in OF_THE_SCHOOL else "text"
        ratio = painter.device().devicePixelRatio()
        name = "alert" if pressing else _ICONS[kind]
        top = where.top() + (where.height() - size) // 2
        painter.drawPixmap(where.left(), top, pixmap(name, size, ratio, tone))
        words = where.adjusted(size + gap, 0, 0, 0)
        painter.setPen(self._look.colour(tone))
        metrics = painter.fontMetrics()
        fits = metrics.elidedText(shown(text), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, fits)


class MonthGrid(QTableView):
    """The page of a month. Arrows move by days, Page Up and Page Down by months.

    Signals:
        day_chosen: the keyboard or the pointer came to a day; carries it.
        day_opened: Enter or a double click on a day; carries it.
        day_wanted: a day that is not on this page; carries it.
    """

    day_chosen = Signal(object)
    day_opened = Signal(object)
    day_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: MonthModel
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.verticalHeader().hide()
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(1)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(lambda index: self.day_opened.emit(self.days.day_at(index)))

    def use(self, wording: Wording) -> None:
        """Take the words of the office; once, before anything is shown."""
        self.days = MonthModel(wording, self)
        self.setModel(self.days)
        self.setItemDelegate(DayDelegate(self))
        self.selectionModel().currentChanged.connect(self._moved)

    def show_month(
        self, month: date, planned: Mapping[date, Sequence[Planned]], today: date, chosen: date
    ) -> None:
        """Show the page of ``month``, on the day ``chosen``."""
        self.days.show_month(month, planned, today)
        self.selectionModel().setCurrentIndex(
            self.days.index_of(chosen), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def day(self) -> date:
        """The day the keyboard is on."""
        return self.days.day_at(self.currentIndex())

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.day_chosen.emit(self.days.day_at(index))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _PAGES:
            self.day_wanted.emit(_same_day(self.day(), _PAGES[key]))
        elif (step := _STEPS.get(key)) is not None and not self._holds(self.day() + step):
            self.day_wanted.emit(self.day() + step)
        elif step is not None:
            self.setCurrentIndex(self.days.index_of(self.day() + step))
        else:
            super().keyPressEvent(event)

    def _holds(self, on: date) -> bool:
        return self.days.days[0] <= on <= self.days.days[-1]

    @override
    def minimumSizeHint(self) -> QSize:
        sizes = theme().sizes
        return QSize(sizes.px(7 * 44), sizes.px(26 + 6 * 30))


_STEPS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-_WEEK),
    Qt.Key.Key_Down: timedelta(days=_WEEK),
}


def _same_day(on: date, months: int) -> date:
    """The same day of another month, or its last where it has none such."""
    first = month_after(on, months)
    last = month_after(first, 1) - timedelta(days=1)
    return first.replace(day=min(on.day, last.day))
