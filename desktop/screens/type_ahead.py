"""A field that offers what fits while one types: students, people who ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.screens.announce import announce
from desktop.screens.icons import pixmap
from desktop.screens.row_delegate import Index
from desktop.screens.shown import shown
from desktop.screens.theme import set_look, theme

WAIT_MS = 10
_SHOWN = 7
_OFFER = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One offer: what picking it means, its name, and what tells it from its neighbours.

    ``id`` is whatever the screen wants back; ``icon`` names one of the program's icons.
    """

    id: object
    title: str
    detail: str = ""
    icon: str = ""


class TypeAhead(QLineEdit):
    """Type, see what fits, take it with Enter; arrows move, Escape closes, the text stays.

    Tab takes an offer only when the arrows chose it, so that nobody is picked unseen. Typing after
    a pick lets go of it.

    Signals:
        picked: an offer was taken; carries the ``Suggestion``.
        let_go: the text was changed after a pick, or cleared.
        searched: offers were fetched for a text; carries how many.
    """

    picked = Signal(object)
    let_go = Signal()
    searched = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest: Callable[[str], Sequence[Suggestion]] = _nothing
        self._choice: Suggestion | None = None
        self._offers_when_empty = False
        self._offers: _Offers | None = None
        self._moved = False
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.search_now)
        self.textEdited.connect(self._typed)

    def set_source(
        self, suggest: Callable[[str], Sequence[Suggestion]], *, when_empty: bool = False
    ) -> None:
        """Where offers come from.

        Args:
            suggest: the offers for a text, best first; must answer within some milliseconds.
            when_empty: whether to offer something as soon as the keyboard comes into the field.
        """
        self._suggest = suggest
        self._offers_when_empty = when_empty

    def choice(self) -> Suggestion | None:
        """What was picked and not let go of since."""
        return self._choice

    def set_choice(self, choice: Suggestion | None) -> None:
        """Put a pick, or nothing, into the field without telling anyone."""
        self._choice = choice
        self.setText(choice.title if choice else "")
        self.close_offers()

    def offers(self) -> tuple[Suggestion, ...]:
        """What is on offer now; empty while the list is closed."""
        return self._offers.shown() if self._offers and self._offers.isVisible() else ()

    def close_offers(self) -> None:
        """Close the list; the text stays."""
        self._wait.stop()
        if self._offers:
            self._offers.hide()

    def _typed(self) -> None:
        if self._choice is not None:
            self._choice = None
            self.let_go.emit()
        self._wait.start()

    def search_now(self) -> None:
        """Fetch and show the offers for what is typed, without waiting for the next letter."""
        self._wait.stop()
        text = self.text().strip()
        found = self._suggest(text) if text or self._offers_when_empty else ()
        self._moved = False
        if found:
            self._list().offer(found, self)
            first = found[0]
            announce(self, self.tr("Matches: {n}.").format(n=len(found)) + f" {first.title}")
        else:
            self.close_offers()
        self.searched.emit(len(found))

    def _list(self) -> _Offers:
        if self._offers is None:
            self._offers = _Offers(self.window())
            self._offers.taken.connect(self._take)
            self.window().installEventFilter(self)
        return self._offers

    def _take(self, suggestion: Suggestion) -> None:
        self.set_choice(suggestion)
        self.selectAll()
        self.picked.emit(suggestion)

    def _move(self, step: int) -> None:
        if not self.offers():
            self.search_now()
            return
        self._moved = True
        self._list().move_by(step)
        current = self._list().current()
        if current:
            announce(self, f"{current.title}, {current.detail}")

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.offers():
            pressed, key = event.type(), event.key()
            # Tab is taken by the focus chain before keyPressEvent sees it.
            if pressed is QEvent.Type.KeyPress and key == Qt.Key.Key_Tab and self._moved:
                self._take_current()
            # While the list is open, Escape closes it and not the dialog.
            if pressed is QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        open_now = bool(self.offers())
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up if open_now:
                self._move(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if open_now or self._wait.isActive():
                self._enter()
            case Qt.Key.Key_Escape if open_now:
                self.close_offers()
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def _enter(self) -> None:
        # A fast typist presses Enter before the offers for the last letter have come.
        if self._wait.isActive():
            self.search_now()
        self._take_current()

    def _take_current(self) -> None:
        current = self._list().current() if self.offers() else None
        if current:
            self._take(current)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._offers_when_empty and not self.text():
            self._wait.start()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.close_offers()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.close_offers()
        return super().eventFilter(watched, event)


class _Offers(QFrame):
    """The list under the field, inside the window: the keyboard never leaves the field."""

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        set_look(self, look="popup")
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setItemDelegate(_OfferDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemEntered.connect(self._list.setCurrentItem)
        self._list.itemClicked.connect(lambda item: self.taken.emit(item.data(_OFFER)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._list)

    def offer(self, suggestions: Sequence[Suggestion], field: QWidget) -> None:
        """Show these under ``field``, the first one chosen; above it where below is no room."""
        self._list.clear()
        for one in suggestions:
            item = QListWidgetItem(one.title, self._list)
            item.setData(_OFFER, one)
            spoken = f"{one.title}, {one.detail}" if one.detail else one.title
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._list.setCurrentRow(0)
        self._place(field)
        self.show()
        self.raise_()

    def shown(self) -> tuple[Suggestion, ...]:
        """The offers, best first."""
        return tuple(self._list.item(row).data(_OFFER) for row in range(self._list.count()))

    def current(self) -> Suggestion | None:
        """The offer Enter would take."""
        item = self._list.currentItem()
        return item.data(_OFFER) if item else None

    def move_by(self, step: int) -> None:
        """Choose the next or the one before; past the end it begins again."""
        self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())

    def _place(self, field: QWidget) -> None:
        rows = range(min(self._list.count(), _SHOWN))
        height = sum(map(self._list.sizeHintForRow, rows)) + 10
        top = field.mapTo(self.window(), QPoint(0, 0))
        below = self.window().height() - top.y() - field.height() - 8
        above = top.y() - 8
        up = below < height and above > below
        height = min(height, max(above if up else below, height // 3))
        start = top.y() - height - 2 if up else top.y() + field.height() + 2
        self.setGeometry(top.x(), start, field.width(), height)


class _OfferDelegate(QStyledItemDelegate):
    """An offer: name, and under it in second-rank text what tells it from the next."""

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self._look = theme()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        offer: Suggestion = index.data(_OFFER)
        lines = QFontMetrics(self._look.font()).height()
        if offer.detail:
            lines += QFontMetrics(self._look.font("small")).height()
        return QSize(0, lines + self._look.sizes.px(10))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Suggestion = index.data(_OFFER)
        look, rect = self._look, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._list.currentRow():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(rect, 4, 4)
        room = rect.adjusted(look.sizes.px(8), look.sizes.px(5), -look.sizes.px(8), 0)
        if offer.icon:
            side = look.sizes.icon
            ratio = painter.device().devicePixelRatioF()
            place = QPoint(room.left(), rect.center().y() - side // 2)
            painter.drawPixmap(place, pixmap(offer.icon, side, ratio, "quiet"))
            room.setLeft(room.left() + side + look.sizes.px(8))
        self._line(painter, room, offer.title, "body", "text")
        if offer.detail:
            room.setTop(room.top() + QFontMetrics(look.font()).height())
            self._line(painter, room, offer.detail, "small", "quiet")
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, text: str, size: str, tone: str) -> None:
        painter.setFont(self._look.font(size))
        painter.setPen(self._look.colour(tone))
        metrics = painter.fontMetrics()
        fits = metrics.elidedText(shown(text), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), fits)


def _nothing(_text: str) -> Sequence[Suggestion]:
    return ()
