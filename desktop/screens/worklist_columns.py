"""What the queue's columns say about one request, in words; and the marks beside a name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from typing_extensions import override

from desktop.records.age import turns_18_on
from desktop.records.order import Limit
from desktop.records.party import Relationship
from desktop.records.request import Status
from desktop.screens.due import Due, DueDelegate, due_at
from desktop.screens.icons import pixmap
from desktop.screens.row_delegate import Index, RowDelegate
from desktop.screens.tables import ITEM_ROLE, Column
from desktop.screens.theme import Theme
from desktop.store.papers import Papers
from desktop.store.queries import QueueRow, QueueSort
from desktop.wording.dates import short_date, short_weekday
from desktop.wording.papers import limits_said
from desktop.wording.sentences import Wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.screens.desk import Desk

CODES = ("number", "student", "requester", "right", "next_step", "owner", "due", "state")
"""The columns, left to right, as they are remembered."""
NUMBER, STUDENT, REQUESTER, RIGHT, NEXT_STEP, OWNER, DUE = range(7)
GIVE_WAY = {OWNER: 0, NUMBER: 0, REQUESTER: 0, RIGHT: 12, DUE: 12}
"""Which go first where the window is narrow; the next step is cut short before the last two go."""
ROOM = {REQUESTER: 20, NEXT_STEP: 28}
"""Characters the columns that stretch need to be read."""
DOTS = {STUDENT: 8}
"""Characters of a name that is hidden: there is nothing to read but the signs behind it."""
_WITHIN_A_WEEK = timedelta(days=6)
_HALF_A_YEAR = timedelta(days=180)
_GAP = 6


def queue_columns(desk: Desk) -> list[Column[QueueRow]]:
    """The columns of the queue, left to right."""
    says = QueueWords(desk)

    translate = QCoreApplication.translate  # by this name lupdate finds the texts
    return [
        Column(
            title=translate("WorklistPage", "Number"),
            text=lambda row: row.number,
            sort=QueueSort.NUMBER,
            width=9,
            quiet=True,
        ),
        Column(
            title=translate("WorklistPage", "Student"),
            text=lambda row: row.student,
            sort=QueueSort.STUDENT,
            spoken=says.student,
            item=says.marks,
            delegate=MarksDelegate,
            width=23,
        ),
        Column(
            title=translate("WorklistPage", "Who asks"),
            text=says.requester,
            sort=QueueSort.REQUESTER,
            stretch=True,
        ),
        Column(
            title=translate("WorklistPage", "Right"),
            text=says.right,
            sort=QueueSort.RIGHT,
            width=9,
        ),
        Column(title=translate("WorklistPage", "Next step"), text=says.next_step, stretch=True),
        Column(
            title=translate("WorklistPage", "Owner"),
            text=lambda row: row.owner or "—",
            spoken=says.owner,
            sort=QueueSort.OWNER,
            width=5,
        ),
        Column(
            title=translate("WorklistPage", "Due"), text=says.due_date, sort=QueueSort.DUE, width=17
        ),
        Column(
            title=translate("WorklistPage", "State"),
            text=lambda row: says.due(row).words,
            sort=QueueSort.DUE,
            item=says.due,
            delegate=DueDelegate,
            width=20,
        ),
    ]


def group_of(sort: QueueSort) -> Callable[[QueueRow], Hashable] | None:
    """What requests in this order have in common with their neighbours; None where nothing."""
    groups: dict[QueueSort, Callable[[QueueRow], Hashable]] = {
        QueueSort.DUE: lambda row: (row.dates_met, row.work_by.isocalendar()[:2]),
        QueueSort.OWNER: lambda row: row.owner,
        QueueSort.RIGHT: lambda row: row.right,
    }
    return groups.get(sort)


class QueueWords:
    """One row of the queue in words."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wording = desk.wording

    def student(self, row: QueueRow) -> str:
        """The student's name as spoken, with what papers on file limit and the 18th birthday."""
        return "; ".join(filter(None, (row.student, *self._spoken(row))))

    def _spoken(self, row: QueueRow) -> Iterator[str]:
        papers = row.limits(self._desk.today())
        yield papers_spoken(papers, self._wording) if papers else ""
        flips = self._flips(row)
        if flips is not None:
            yield self._wording.text("queue.turns_18", on=flips)

    def marks(self, row: QueueRow) -> tuple[Mark, ...]:
        """The small signs beside the name: what a paper limits, the 18th birthday."""
        return (*paper_marks(row.limits(self._desk.today()), self._wording), *self._birthday(row))

    def _birthday(self, row: QueueRow) -> Iterator[Mark]:
        flips = self._flips(row)
        if flips is not None:
            # The weekday does not matter here, and the column is narrow.
            on = short_date(flips, self._desk.today()).removeprefix(short_weekday(flips)).strip()
            yield Mark("calendar", self._wording.text("queue.mark.turns_18", on=on))

    def _flips(self, row: QueueRow) -> date | None:
        """The 18th birthday, where it takes the right from who asks while this is open."""
        asks_themselves = row.relationship is Relationship.SELF
        if row.born_on is None or row.status is Status.CLOSED or asks_themselves:
            return None
        birthday = turns_18_on(row.born_on)
        last = max(row.due_on, self._desk.today())
        return birthday if row.received_on < birthday <= last else None

    def requester(self, row: QueueRow) -> str:
        """Who asks, and how they stand to the student."""
        relationship = self._wording.text(f"word.relationship.{row.relationship}")
        if row.relationship is Relationship.SELF:
            return relationship
        return self._wording.text("queue.asks", name=row.requester, relationship=relationship)

    def right(self, row: QueueRow) -> str:
        """What is asked for, in one word where there is one."""
        code = f"queue.right.{row.right}"
        if code in self._wording:
            return self._wording.text(code)
        return self._desk.titles.of_right(row.right)

    def next_step(self, row: QueueRow) -> str:
        """What is to be done next, for whom the office waits, or how it ended."""
        if row.status is Status.CLOSED:
            return self._sentence(f"word.outcome.{row.outcome}", row.outcome or "")
        if row.asks_principal:
            return self._sentence("word.waiting.principal", "principal")
        if row.status is Status.WAITING:
            return self._sentence(f"word.waiting.{row.waiting_for}", row.waiting_for)
        if not row.next_step:
            return self._wording.text("queue.nothing_left")
        return self._desk.titles.of_step(row.right, row.next_step)

    def owner(self, row: QueueRow) -> str:
        """Whose request it is, as spoken."""
        return row.owner or self._wording.text("queue.no_owner")

    def due_date(self, row: QueueRow) -> str:
        """The legal date; with the last office day where that comes before it."""
        due = self._near_date(row.due_on)
        if row.work_by >= row.due_on or row.dates_met or row.status is Status.CLOSED:
            return due
        near = row.due_on - row.work_by <= _WITHIN_A_WEEK
        by = short_weekday(row.work_by) if near else self._near_date(row.work_by)
        return self._wording.text("queue.due_by", due=due, by=by)

    def _near_date(self, on: date) -> str:
        """A day without its year, unless that could mean another one: the column is narrow."""
        today = self._desk.today()
        return short_date(on, on if abs(on - today) <= _HALF_A_YEAR else today)

    def due(self, row: QueueRow) -> Due:
        """How near the date is."""
        return due_at(
            self._desk,
            due_on=row.due_on,
            work_by=row.work_by,
            status=row.status,
            met=row.dates_met,
            work_left=bool(row.next_step),
            closed_on=row.closed_on,
        )

    def _sentence(self, code: str, otherwise: str) -> str:
        text = self._wording.text(code) if code in self._wording else otherwise
        return text[:1].upper() + text[1:]


class Mark(NamedTuple):
    """A small sign beside a name, and its word where there is room for it."""

    icon: str
    word: str


def paper_marks(papers: Papers | None, wording: Wording) -> tuple[Mark, ...]:
    """What papers limit, as a sign with one word; none without a paper."""
    if papers is None:
        return ()
    first = next((one for one in Limit if one in papers.limits), "nothing")
    return (Mark("note", wording.text(f"queue.mark.{first}")),)


def papers_spoken(papers: Papers, wording: Wording) -> str:
    """What papers limit, for somebody who hears the list."""
    if not papers.limits:
        return wording.text("queue.paper.nothing")
    who = "asker" if papers.about_asker else "somebody"
    return wording.text(f"queue.paper.{who}", what=limits_said(papers.limits, wording))


class MarksDelegate(RowDelegate):
    """Paints a name and behind it small signs; the name is whole before their words are."""

    @override
    def paint_content(self, painter: QPainter, room: QRect, index: Index) -> None:
        # Not in the painter's own font: whatever was painted last may have left a small one.
        name = QFontMetrics(self.look.font()).horizontalAdvance(str(index.data()))
        worded = name + _marks_width(_marks(index), self.look) <= room.width()
        for mark in reversed(_marks(index)):
            shown = mark if worded else Mark(mark.icon, "")
            wide = _mark_width(shown, self.look)
            _paint_mark(painter, room.adjusted(room.width() - wide, 0, 0, 0), shown, self.look)
            room = room.adjusted(0, 0, -wide - self.look.sizes.px(_GAP), 0)
        super().paint_content(painter, room, index)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = _marks_width(_marks(index), self.look)
        return super().sizeHint(option, index) + QSize(wide, 0)


def _marks(index: Index) -> tuple[Mark, ...]:
    marks: tuple[Mark, ...] = index.data(ITEM_ROLE) or ()
    return marks


def _marks_width(marks: tuple[Mark, ...], look: Theme) -> int:
    return sum(_mark_width(mark, look) + look.sizes.px(_GAP) for mark in marks)


def _mark_width(mark: Mark, look: Theme) -> int:
    if not mark.word:
        return look.sizes.px(14)
    metrics = QFontMetrics(look.font("small"))
    return metrics.horizontalAdvance(mark.word) + look.sizes.px(14 + 3) + 1


def _paint_mark(painter: QPainter, room: QRect, mark: Mark, look: Theme) -> None:
    """The sign, and its word if it has one."""
    side = look.sizes.px(14)
    ratio = painter.device().devicePixelRatioF()
    top = room.top() + (room.height() - side) // 2
    painter.drawPixmap(room.left(), top, pixmap(mark.icon, side, ratio, "warning"))
    painter.setFont(look.font("small"))
    painter.setPen(look.colour("warning"))
    words = room.adjusted(side + look.sizes.px(3), 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), mark.word)
