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
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.records.due import DueState, Urgency, due_state
from desktop.records.request import Status
from desktop.screens.plain_tip import plain_tip
from desktop.screens.row_delegate import Index, RowDelegate
from desktop.screens.tables import ITEM_ROLE
from desktop.screens.theme import Theme, theme
from desktop.wording.dates import short_date

if TYPE_CHECKING:  # each Qt class costs time when it is first touched
    from datetime import date

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.screens.desk import Desk
    from desktop.wording.sentences import Wording


class Sign(StrEnum):
    """What a badge looks like. Each has its own shape and tone; the words say the rest."""

    PLENTY = "plenty"
    SOON = "soon"
    PRESSING = "pressing"
    LATE = "late"
    WAITING = "waiting"
    MET = "met"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What a badge shows: the state, and the words with the number in them."""

    state: DueState
    words: str

    @property
    def sign(self) -> Sign:
        """The shape and tone. Waiting shows only where nothing presses: it stops no clock."""
        if self.state.waiting and self.state.urgency in _CALM:
            return Sign.WAITING
        return _SIGNS[self.state.urgency]


_CALM = frozenset({Urgency.PLENTY, Urgency.MET})
_SIGNS = {
    Urgency.PLENTY: Sign.PLENTY,
    Urgency.SOON: Sign.SOON,
    Urgency.TODAY: Sign.PRESSING,
    Urgency.LAST_DAY_PAST: Sign.PRESSING,
    Urgency.LATE: Sign.LATE,
    Urgency.MET: Sign.MET,
    Urgency.CLOSED: Sign.CLOSED,
}


def due_said(state: DueState, wording: Wording, *, work_left: bool = False) -> Due:
    """The badge for a state, in words; met dates say it where something is still to be done."""
    unfinished = work_left and state.urgency is Urgency.MET
    said = "met_unfinished" if unfinished else state.urgency
    code = f"badge.waiting.{said}" if state.waiting else f"badge.{said}"
    return Due(state=state, words=wording.text(code, days=state.days))


def no_day_said(desk: Desk, *, due_on: date, work_by: date) -> str:
    """Why the work-by date is a day nobody works: none was left before the legal date; else ""."""
    if work_by >= due_on or desk.calendar.not_office(work_by) is None:
        return ""
    return desk.wording.text("clock.work_by.none", on=work_by)


def due_at(
    desk: Desk,
    *,
    due_on: date,
    work_by: date,
    status: Status,
    met: bool = False,
    work_left: bool = False,
    closed_on: date | None = None,
) -> Due:
    """The badge of a request as it stands at the desk today; ``met`` where no day is left.

    A limit may end with the decision while the family has yet to be told: ``work_left`` says that
    a step is still open.
    """
    today = desk.today()
    state = due_state(
        due_on=due_on,
        work_by=work_by,
        today=today,
        soon_calendar_days=desk.defaults.soon_calendar_days,
        waiting=status is Status.WAITING,
        met=met,
        closed=status is Status.CLOSED,
    )
    if closed_on is None:
        return due_said(state, desk.wording, work_left=work_left)
    words = desk.wording.text("badge.closed_on", on=short_date(closed_on, today))
    return Due(state=state, words=words)


_TONES = {
    Sign.PLENTY: ("quiet", "text", "sunken"),
    Sign.SOON: ("warning", "warning", "warning_soft"),
    Sign.PRESSING: ("danger", "danger", "danger_soft"),
    Sign.LATE: ("danger", "danger", "danger_soft"),
    Sign.WAITING: ("accent", "text", "sunken"),
    Sign.MET: ("quiet", "text", "sunken"),
    Sign.CLOSED: ("quiet", "quiet", "sunken"),
}
_STRONG = frozenset({Sign.PRESSING, Sign.LATE})


def due_font(look: Theme, sign: Sign) -> QFont:
    """The font of the words; what is due today or late stands out in weight too."""
    return look.font("small", bold=sign in _STRONG)


def paint_due(painter: QPainter, room: QRect, due: Due, look: Theme) -> None:
    """Paint shape and words into ``room``, left-aligned and centred in height."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape_tone, text_tone, _ = _TONES[due.sign]
    side = look.sizes.px(12)
    top = room.top() + (room.height() - side) / 2
    paint_shape(painter, QRectF(room.left(), top, side, side), due.sign, look.colour(shape_tone))
    words = room.adjusted(side + look.sizes.px(7), 0, 0, 0)
    painter.setFont(due_font(look, due.sign))
    painter.setPen(look.colour(text_tone))
    shown = painter.fontMetrics().elidedText(due.words, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)


def paint_shape(painter: QPainter, box: QRectF, sign: Sign, colour: QColor) -> None:
    """Paint the sign: ring, half disc, triangle, diamond, dotted ring, ring with a tick, tick."""
    pen = QPen(colour, box.width() / 7.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = pen.widthF() / 2
    inner = box.adjusted(half, half, -half, -half)
    match sign:
        case Sign.PLENTY:
            painter.drawEllipse(inner)
        case Sign.SOON:
            painter.drawEllipse(inner)
            painter.setBrush(colour)
            painter.drawChord(inner, 90 * 16, 180 * 16)
        case Sign.PRESSING:
            _fill(painter, box, colour, ((0.5, 0.06), (1.0, 0.92), (0.0, 0.92)))
        case Sign.LATE:
            _fill(painter, box, colour, ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)))
        case Sign.WAITING:
            pen.setDashPattern([0.1, 2.1])
            painter.setPen(pen)
            painter.drawEllipse(inner)
        case Sign.MET:
            painter.drawEllipse(inner)
            part = box.width() / 5
            painter.drawPath(_tick(box.adjusted(part, part, -part, -part)))
        case Sign.CLOSED:
            painter.drawPath(_tick(box))
        case _:
            assert_never(sign)


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

    def show_due(self, due: Due | None, tip: str = "") -> None:
        """Show this, and ``tip`` when pointed at; None shows nothing and keeps the place."""
        self._due = due
        self.setAccessibleName(due.words if due else "")
        self.setToolTip(plain_tip(tip))
        self.setAccessibleDescription(tip)
        self.updateGeometry()
        self.update()

    def due(self) -> Due | None:
        """What is shown."""
        return self._due

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        sign = self._due.sign if self._due else Sign.PLENTY
        metrics = QFontMetrics(due_font(look, sign))
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
        painter.setBrush(look.colour(_TONES[self._due.sign][2]))
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

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(self.look.sizes.px(12 + 7), 0)
