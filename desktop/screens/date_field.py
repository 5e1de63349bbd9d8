"""The field for a date: type it the way it is said, see the weekday, or pick it from a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.screens.icons import icon, set_icon
from desktop.screens.notices import FieldMessage
from desktop.screens.theme import set_look, theme
from desktop.screens.typed_date import DateError, DateFault, Lean, read_date, write_date
from desktop.wording.dates import long_date, short_date, short_weekday


class DateField(QWidget):
    """A date typed as "9/14", "Sep 14", "2026-09-14", "today" or "t-3"; arrow keys move a day.

    It needs to be told what today is. Reading never changes what was typed; leaving the field
    writes the date out. A text that is no date stays, with one sentence below it.

    Signals:
        changed: another date, or None, can be read; carries it.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self._lean = Lean.NEAREST
        self._doubt: Callable[[date], str] | None = None
        self._value: date | None = None
        self.entry = QLineEdit()
        self.weekday = SpokenDay()
        self.message = FieldMessage()
        self.open_month = QToolButton()
        self._month: _Month | None = None
        self._build()
        # A mnemonic looks at the policy; set it first, a proxy would get it instead.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.entry)
        self.entry.installEventFilter(self)
        self.entry.textEdited.connect(self._read)
        self.entry.editingFinished.connect(self._settle)
        self.open_month.clicked.connect(self._show_month)
        theme().changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        self.entry.setPlaceholderText(self.tr("month/day"))
        self.message.attach(self.entry)
        set_icon(self.open_month, "calendar")
        self.open_month.setAccessibleName(self.tr("Pick from a month"))
        self.open_month.setToolTip(self.tr("Pick from a month (Alt+Down)"))
        self.open_month.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(self.entry)
        across.addWidget(self.open_month)
        across.addWidget(self.weekday, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(across)
        layout.addWidget(self.message)

    def set_today(self, today: date, lean: Lean = Lean.NEAREST) -> None:
        """What "today" means here, and which year a date without one is in."""
        self._today = today
        self._lean = lean
        year = lean is Lean.NONE
        self.entry.setPlaceholderText(self.tr("month/day/year") if year else self.tr("month/day"))
        self._fit()

    def set_doubt(self, doubt: Callable[[date], str]) -> None:
        """Ask below the field about a date that may be so but seldom is; "" asks nothing."""
        self._doubt = doubt

    def value(self) -> date | None:
        """The date, or None when the field is empty or holds no date; see ``is_wrong``."""
        return self._value

    def set_value(self, on: date | None) -> None:
        """Put a date, or nothing, into the field."""
        self.entry.setText(write_date(on) if on else "")
        self._take(on)
        asks = self._doubt(on) if on and self._doubt else ""
        if asks:
            self.advise(asks)

    def is_wrong(self) -> bool:
        """Whether something is typed that is no date."""
        return bool(self.entry.text().strip()) and self._value is None

    def tell_fault(self) -> None:
        """Say what is wrong with what is typed and put the keyboard back on it."""
        self._settle()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: str) -> None:
        """Say below the field what is wrong with the date and put the keyboard back on it."""
        self.message.tell(sentence)

    def advise(self, sentence: str) -> None:
        """Say below the field something worth knowing about the date."""
        self.message.advise(sentence)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ours = isinstance(event, QKeyEvent) and watched is self.entry and self._key(event)
        return ours or super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._show_month()
        elif not self.is_wrong():
            start = self._value or self._today
            self.set_value(start + timedelta(days=step) if self._value else start)
            self.entry.selectAll()
        return True

    def _read(self) -> None:
        try:
            self._take(read_date(self.entry.text(), self._today, self._lean))
        except DateError:
            # Half a date is no mistake yet; it is one when the field is left.
            self._take(None)

    def _take(self, on: date | None) -> None:
        before, self._value = self._value, on
        self.weekday.say(on)
        self.message.clear()
        self.entry.setAccessibleDescription(long_date(on) if on else "")
        if on != before:
            self.changed.emit(on)

    def _settle(self) -> None:
        try:
            self.set_value(read_date(self.entry.text(), self._today, self._lean))
        except DateError as fault:
            self.message.tell(self._fault(fault), focus=False)

    def _fault(self, fault: DateError) -> str:
        words = {
            DateFault.UNREADABLE: self.tr("This is not a date. Type it as 9/14 or 9/14/2026."),
            DateFault.NO_SUCH_MONTH: self.tr("There is no such month. Type 9/14 for September 14."),
            DateFault.NO_SUCH_DAY: self.tr("This month does not have that day. Check the day."),
            DateFault.NOT_A_LEAP_YEAR: self.tr("February {year} has 28 days. Check the day."),
            DateFault.TOO_LONG_AGO: self.tr("The year {year} is too long ago. Check the year."),
            DateFault.NO_YEAR: self.tr("Type the year as well: 9/14/2015."),
        }
        return words[fault.fault].format(year=fault.year)

    def month(self) -> QWidget:
        """The month to pick from, at the date of the field."""
        if self._month is None:
            self._month = _Month(self)
            self._month.picked.connect(self._pick)
        self._month.turn_to(self._value or self._today)
        return self._month

    def _show_month(self) -> None:
        month = self.month()
        month.adjustSize()
        month.move(self.entry.mapToGlobal(QPoint(0, self.entry.height() + 4)))
        month.show()
        month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pick(self, on: date) -> None:
        self.set_value(on)
        self.entry.setFocus(Qt.FocusReason.PopupFocusReason)
        self.entry.selectAll()

    def _fit(self) -> None:
        """Wide enough for a date, and for what says how one is typed."""
        texts = ("00/00/0000", self.entry.placeholderText())
        letters = max(map(self.entry.fontMetrics().horizontalAdvance, texts))
        self.entry.setFixedWidth(letters + theme().sizes.px(32))


class SpokenDay(QLabel):
    """A day in words, in one line: in full where there is room, else shorter, else its weekday."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: tuple[str, ...] = ("",)
        set_look(self, look="quiet")

    def say(self, on: date | None) -> None:
        """Show ``on``, or nothing."""
        # The field beside it has the year; here it is said where the day is said in full.
        self._ways = (long_date(on), short_date(on, on), short_weekday(on)) if on else ("",)
        self.updateGeometry()
        self._shorten()

    def _room(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 2 * self.margin()

    def _shorten(self) -> None:
        fits = (way for way in self._ways if self._room(way) <= self.width())
        shown = next(fits, self._ways[-1])
        if shown != self.text():
            self.setText(shown)
            self.setToolTip("" if shown == self._ways[0] else self._ways[0])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._room(self._ways[0]), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._room(self._ways[-1]), super().minimumSizeHint().height())


class _Month(QFrame):
    """One month to pick a day from; made when it is first asked for."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_look(self, look="card")
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        self._dress()
        theme().changed.connect(self._dress)
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.calendar)
        self.setFocusProxy(self.calendar)

    def _dress(self) -> None:
        # Qt shows weekends in red, and red is kept for what is late.
        plain = QTextCharFormat()
        plain.setForeground(theme().colour("text"))
        self.calendar.setHeaderTextFormat(plain)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        for name, picture in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(icon(picture))
                button.setIconSize(QSize(theme().sizes.icon, theme().sizes.icon))

    def turn_to(self, on: date) -> None:
        """Show the month of ``on`` and choose that day."""
        self.calendar.setSelectedDate(QDate(on.year, on.month, on.day))

    def _take(self, on: QDate) -> None:
        self.hide()
        self.picked.emit(date(on.year(), on.month(), on.day()))
