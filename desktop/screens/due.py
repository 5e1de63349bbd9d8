"""Days left: as words, as a number and as a shape, in a badge and in a list's column."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.records.sentence import sentence
from desktop.screens.tables import ITEM_ROLE, Index, RowDelegate
from desktop.screens.theme import Theme, theme

if TYPE_CHECKING:  # reading catalogues is not needed to paint a badge
    from desktop.wording.sentences import Wording

SOON_DAYS = 10
"""From this many days left a date is "soon": the guidance for near dates starts here too."""


class DueState(StrEnum):
    """How near the date is. Each state has its own shape."""

    PLENTY = "plenty"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    WAITING = "waiting"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What a badge shows: the state and the words, number included."""

    state: DueState
    words: str


def due_in(
    days: int | None, wording: Wording, *, waiting: bool = False, closed: bool = False
) -> Due:
    """The badge for a date ``days`` calendar days away; negative when it has passed.

    Waiting stops no clock, so the days are still said, and a passed date shows as late.
    """
    if closed or days is None:
        return Due(state=DueState.CLOSED, words=wording.text("badge.closed"))
    near = "late" if days < 0 else "today" if days == 0 else "left"
    if not waiting:
        said = sentence(f"badge.{near}", days=abs(days))
        return Due(state=_state(days), words=wording.say(said))
    code = "badge.waiting" if near == "left" else f"badge.waiting_{near}"
    state = DueState.WAITING if days > 0 else _state(days)
    return Due(state=state, words=wording.text(code, days=abs(days)))


def _state(days: int) -> DueState:
    if days < 0:
        return DueState.LATE
    if days == 0:
        return DueState.TODAY
    return DueState.SOON if days <= SOON_DAYS else DueState.PLENTY


_TONES = {
    DueState.PLENTY: ("quiet", "text", "sunken"),
    DueState.SOON: ("warning", "warning", "warning_soft"),
    DueState.TODAY: ("danger", "danger", "danger_soft"),
    DueState.LATE: ("danger", "danger", "danger_soft"),
    DueState.WAITING: ("accent", "text", "sunken"),
    DueState.CLOSED: ("quiet", "quiet", "sunken"),
}
_STRONG = frozenset({DueState.TODAY, DueState.LATE})


def due_font(look: Theme, state: DueState) -> QFont:
    """The font of the words; what is due today or late stands out in weight too."""
    return look.font("small", bold=state in _STRONG)


def paint_due(painter: QPainter, room: QRect, due: Due, look: Theme) -> None:
    """Paint shape and words into ``room``, left-aligned and centred in height."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape_tone, text_tone, _ = _TONES[due.state]
    side = look.sizes.px(12)
    top = room.top() + (room.height() - side) / 2
    paint_shape(painter, QRectF(room.left(), top, side, side), due.state, look.colour(shape_tone))
    words = room.adjusted(side + look.sizes.px(7), 0, 0, 0)
    painter.setFont(due_font(look, due.state))
    painter.setPen(look.colour(text_tone))
    shown = painter.fontMetrics().elidedText(due.words, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)


def paint_shape(painter: QPainter, box: QRectF, state: DueState, colour: QColor) -> None:
    """Paint the sign of a state: ring, half disc, triangle, diamond, dotted ring, tick."""
    pen = QPen(colour, box.width() / 7.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(1, 1, -1, -1)
    match state:
        case DueState.PLENTY:
            painter.drawEllipse(inner)
        case DueState.SOON:
            painter.drawEllipse(inner)
            painter.setBrush(colour)
            painter.drawChord(inner, 90 * 16, 180 * 16)
        case DueState.TODAY:
            _fill(painter, box, colour, ((0.5, 0.06), (1.0, 0.92), (0.0, 0.92)))
        case DueState.LATE:
            _fill(painter, box, colour, ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)))
        case DueState.WAITING:
            pen.setDashPattern([0.1, 2.1])
            painter.setPen(pen)
            painter.drawEllipse(inner)
        case DueState.CLOSED:
            painter.drawPath(_tick(box))
        case _:
            assert_never(state)


def _fill(
    painter: QPainter, box: QRectF, colour: QColor, corners: tuple[tuple[float, float], ...]
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([_at(box, *corner) for corner in corners]))


def _tick(box: QRectF) -> QPainterPath:
    path = QPainterPath(_at(box, 0.12, 0.55))
    path.lineTo(_at(box, 0.4, 0.82))
    path.lineTo(_at(box, 0.9, 0.22))
    return path


def _at(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + across * box.width(), box.top() + down * box.height())


class DueBadge(QWidget):
    """Days left on a coloured ground, for the head of a request and for the intake form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due: Due | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_due(self, due: Due | None) -> None:
        """Show this; None shows nothing and keeps the place."""
        self._due = due
        self.setAccessibleName(due.words if due else "")
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def due(self) -> Due | None:
        """What is shown."""
        return self._due

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        state = self._due.state if self._due else DueState.PLENTY
        metrics = QFontMetrics(due_font(look, state))
        words = metrics.horizontalAdvance(self._due.words if self._due else "")
        px = look.sizes.px
        return QSize(px(8 + 12 + 7 + 10) + words + 1, metrics.height() + px(8))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._due is None:
            return
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(_TONES[self._due.state][2]))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        room = self.rect().adjusted(look.sizes.px(8), 0, -look.sizes.px(8), 0)
        paint_due(painter, room, self._due, look)


class DueDelegate(RowDelegate):
    """Paints the ``Due`` a column's ``item`` gives, as the badge does but without its ground."""

    @override
    def paint_content(self, painter: QPainter, room: QRect, index: Index) -> None:
        due = index.data(ITEM_ROLE)
        if isinstance(due, Due):
            paint_due(painter, room, due, self.look)
