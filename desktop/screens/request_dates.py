"""The dates of a request: the one that drives, every other limit, and meetings that move them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.actions.changes import Changes
from desktop.actions.days import asked_by, set_event, with_event
from desktop.errors import DeskError
from desktop.records.clock import Applies, Limit, days_left, days_used
from desktop.records.due import Urgency
from desktop.records.request import EventKind
from desktop.screens.announce import announce
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.due import no_day_said
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import FieldMessage
from desktop.screens.plain_tip import plain_tip
from desktop.screens.request_late import LateDialog
from desktop.screens.request_part import (
    ActDialog,
    Kept,
    RequestPart,
    clear_layout,
    plain_label,
)
from desktop.screens.request_view import RequestView, capital
from desktop.screens.theme import theme
from desktop.screens.typed_date import Lean
from desktop.screens.widgets import SectionHeader
from desktop.store import cases
from desktop.wording.dates import day_date, long_date, short_date
from desktop.wording.lateness import lateness_said
from desktop.wording.limits import (
    left_said,
    limit_authority,
    limit_name,
    limit_reason,
    limit_standing,
    working_sentences,
    working_text,
)
from desktop.wording.sentences import Wording

_ADDRESS = re.compile(r"https?://\S+")
_BREAK_AFTER = re.compile(r"[/?&=%._-]")
_MOMENTS = {
    Urgency.SOON: "deadline_near",
    Urgency.TODAY: "deadline_near",
    Urgency.LAST_DAY_PAST: "deadline_near",
    Urgency.LATE: "deadline_overdue",
}


def due_moment(view: RequestView) -> str:
    """The guidance for how near the date is; empty while there is plenty of time."""
    return _MOMENTS.get(view.due.state.urgency, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A quiet line under the driving date: a further limit, or a meeting."""

    on: date
    says: str
    limit: Limit | None = None
    event: EventKind | None = None


class DatesCard(RequestPart):
    """The date to keep and why; every other limit in a quiet line; each opens to its working-out.

    Signals:
        told: something about the dates to say on the page, in a sentence.
    """

    header: SectionHeader
    due_on: QLabel
    reason: QLabel
    near_break: QLabel
    citation: QLabel
    working: QPushButton
    dates_line: QFrame
    late_line: QLabel
    say_late: QPushButton
    limits: QGridLayout
    remarks: QLabel
    add_event: QPushButton

    told = Signal(str)

    def __init__(self, desk: Desk, view: RequestView, kept: Kept) -> None:
        super().__init__(desk, view)
        load_form(self, "request_dates")
        self._kept = kept
        self._rows: tuple[_Row, ...] | None = None
        self.header.set_title(self.tr("Dates"))
        self.working.clicked.connect(self._open_driving)
        self.say_late.clicked.connect(self.open_lateness)
        self.add_event.clicked.connect(lambda: self.edit_event(None))
        set_icon(self.working, "chevron-right", "accent")
        set_icon(self.add_event, "add", "accent")
        set_icon(self.say_late, "edit", "accent")

    @property
    def moment(self) -> str:
        """How near the date is."""
        return due_moment(self._view)

    def edit_event(self, kind: EventKind | None) -> EventDialog:
        """Open the dialog for a meeting or hearing; a new one for ``None``."""
        dialog = EventDialog(self._desk, self._view, self._kept, kind, self.window())
        dialog.told.connect(self.told)
        dialog.open()
        return dialog

    def open_working(self, limit: Limit) -> DatesDialog:
        """Open the working-out of one limit."""
        dialog = DatesDialog(self._desk, limit, self.window())
        dialog.open()
        return dialog

    def _open_driving(self) -> None:
        limit = self._view.case.clocks.acting_limit
        if limit is not None:
            self.open_working(limit)

    def _fill(self) -> None:
        limit = self._view.case.clocks.acting_limit
        request = self._view.case.request
        self.due_on.setText(day_date(request.due_on, self._view.today))
        self.reason.setText("\n".join(self._reason(limit)))
        met = limit is not None and limit.applies is Applies.MET
        over = self._view.closed or met
        near = "" if over else self._desk.break_said(request.due_on, request.work_by)
        self.near_break.setText(near)
        self.near_break.setVisible(bool(near))
        self.citation.setText(_authority(limit, self._desk.wording) if limit else "")
        self.working.setVisible(limit is not None)
        counted = bool(events_of(self._desk, self._view))
        self.add_event.setVisible(counted and not self._view.closed)
        self._fill_lateness()
        self._fill_rows()
        notes = [self._desk.wording.say(note) for note in self._view.case.clocks.notes]
        self.remarks.setText("\n".join(notes))
        self.remarks.setVisible(bool(notes))

    def _fill_lateness(self) -> None:
        """Why the date was not kept, and the way to say it or put it right."""
        words, told = self._desk.wording, self._view.case.request.lateness
        late = self._view.late
        self.late_line.setText(lateness_said(told, words) if told else "")
        self.late_line.setVisible(late and told is not None)
        self.say_late.setText(words.text("late.correct" if told else "late.say"))
        self.say_late.setVisible(late)

    def open_lateness(self) -> LateDialog:
        """Ask why the date was not kept."""
        dialog = LateDialog(self._desk, self._view, self._kept, self.window())
        dialog.open()
        return dialog

    def _reason(self, limit: Limit | None) -> Iterator[str]:
        """Why that day, by when to finish, and how far the count has run."""
        words, request = self._desk.wording, self._view.case.request
        if limit is not None:
            yield limit_reason(limit, words)
        if limit is not None and limit.applies is Applies.MET:
            yield limit_standing(limit, words)
            yield from self._still_to_do()
            return
        if request.work_by != request.due_on and self._view.today <= request.due_on:
            yield self._finish_said(request.due_on, request.work_by)
        if limit is not None and not self._view.closed:
            yield " ".join(self._run(limit))

    def _still_to_do(self) -> Iterator[str]:
        """What is open although no day is left: a limit on the decision ends before it is told."""
        rule = self._view.next_rule
        if rule is not None and not self._view.closed:
            yield self.tr("No date runs any longer, but this is still to do: {step}.").format(
                step=rule.title
            )

    def _finish_said(self, due_on: date, work_by: date) -> str:
        on = day_date(work_by, self._view.today)
        said = self.tr("The office is closed that day: finish by {on}.").format(on=on)
        return no_day_said(self._desk, due_on=due_on, work_by=work_by) or said

    def _run(self, limit: Limit) -> Iterator[str]:
        """How many days are left and how many are used, in the days the rule counts."""
        words, today, calendar = self._desk.wording, self._view.today, self._desk.calendar
        yield left_said(days_left(limit, today=today, calendar=calendar), words)
        if limit.days is not None:
            used = days_used(limit, today=today, calendar=calendar)
            yield words.text(f"request.used.{used.counting}", used=used.used, of=used.of)

    def _fill_rows(self) -> None:
        rows = tuple(self._quiet_rows())
        if rows == self._rows:
            return
        self._rows = rows
        clear_layout(self.limits)
        self.limits.setColumnStretch(0, 1)
        for place, row in enumerate(rows):
            self._add_row(place, row)
        self.dates_line.setVisible(bool(rows))

    def _quiet_rows(self) -> Iterator[_Row]:
        words, clocks = self._desk.wording, self._view.case.clocks
        for limit in (*clocks.limits, *([clocks.promise] if clocks.promise else [])):
            if limit is not clocks.acting_limit:
                said = (limit_name(limit, words), limit_standing(limit, words))
                yield _Row(on=limit.due_on, says=_joined(said), limit=limit)
        for kind, on in sorted(self._view.case.request.events.items(), key=lambda one: one[1]):
            yield _Row(on=on, says=capital(words.text(f"word.event.{kind}")), event=kind)

    def _add_row(self, place: int, row: _Row) -> None:
        when, what, open_it = plain_label(wraps=False), plain_label("quiet"), QToolButton()
        when.setText(short_date(row.on, self._view.today))
        what.setText(row.says)
        name = self.tr("How {on} was worked out") if row.limit else self.tr("Change {what}")
        said = name.format(on=when.text(), what=row.says)
        set_icon(open_it, "chevron-right" if row.limit else "edit")
        open_it.setAccessibleName(said)
        open_it.setToolTip(plain_tip(said))
        open_it.setEnabled(row.limit is not None or not self._view.closed)
        open_it.clicked.connect(lambda: self._open_row(row))
        self.limits.addWidget(when, 2 * place, 0, Qt.AlignmentFlag.AlignVCenter)
        self.limits.addWidget(open_it, 2 * place, 1, Qt.AlignmentFlag.AlignVCenter)
        self.limits.addWidget(what, 2 * place + 1, 0, 1, 2)

    def _open_row(self, row: _Row) -> None:
        if row.limit is not None:
            self.open_working(row.limit)
        else:
            self.edit_event(row.event)

    def rows(self) -> list[tuple[str, str]]:
        """What the quiet lines say: the day, and what it is."""
        rows = self._rows or ()
        return [(short_date(row.on, self._view.today), row.says) for row in rows]


def _authority(limit: Limit, wording: Wording) -> str:
    return f"{limit.title.rstrip('.')}. {limit_authority(limit, wording)}"


def _joined(said: tuple[str, ...]) -> str:
    return ". ".join(part.rstrip(".") for part in said if part) + "."


class DatesDialog(QDialog):
    """The working-out of one date, sentence by sentence, to read to a parent or to copy."""

    name: QLabel
    due_on: QLabel
    standing: QLabel
    sentences: QGridLayout
    copy: QPushButton
    copied: QLabel
    close_button: QPushButton

    def __init__(self, desk: Desk, limit: Limit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "dates")
        self._text = working_text(limit, desk.wording)
        self._fill(limit, desk.wording)
        set_icon(self.copy, "copy")
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
        px = theme().sizes.px
        self.resize(px(560), px(520))

    def text(self) -> str:
        """What Copy puts on the clipboard."""
        return self._text

    def _fill(self, limit: Limit, wording: Wording) -> None:
        self.name.setText(limit_name(limit, wording))
        self.due_on.setText(long_date(limit.due_on))
        self.standing.setText(limit_standing(limit, wording))
        self.standing.setVisible(bool(self.standing.text()))
        self.sentences.setColumnStretch(1, 1)
        for place, said in enumerate(working_sentences(limit, wording)):
            number, line = plain_label("quiet", wraps=False), plain_label()
            number.setText(f"{place + 1}.")
            line.setText(_breakable(said))
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.sentences.addWidget(number, place, 0, Qt.AlignmentFlag.AlignTop)
            self.sentences.addWidget(line, place, 1)
        self.sentences.setRowStretch(self.sentences.rowCount(), 1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copied.setText(self.tr("Copied"))
        announce(self.copied, self.tr("The working-out is copied"))


def _breakable(said: str) -> str:
    """The sentence with places to break the line inside an address; Copy gives it without them."""
    return _ADDRESS.sub(lambda found: _BREAK_AFTER.sub("\\g<0>\u200b", found[0]), said)


class EventDialog(ActDialog):
    """Set, move or take away a meeting or hearing; the dates follow and the dialog says how.

    Signals:
        told: what moved, in sentences with the old and the new date.
    """

    kind: QComboBox
    on: DateField
    message: FieldMessage
    preview: QLabel
    remove: QPushButton

    told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        view: RequestView,
        kept: Kept,
        kind: EventKind | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_event")
        self._wire()
        self._taking_away = False
        for one in events_of(desk, view):
            self.kind.addItem(capital(desk.wording.text(f"word.event.{one}")), one)
        before = view.case.request.events.get(kind) if kind else None
        self.on.set_today(view.today, Lean.FUTURE)
        self.on.set_value(before)
        if kind is not None:
            self.kind.setCurrentIndex(self.kind.findData(kind))
            self.kind.setEnabled(False)
        self.remove.setVisible(before is not None)
        self.remove.clicked.connect(self._take_away)
        self.kind.currentIndexChanged.connect(self._show_preview)
        self.on.changed.connect(self._show_preview)
        self._show_preview()
        self.snug(400)
        (self.on if kind else self.kind).setFocus()

    def _event(self) -> EventKind:
        return EventKind(self.kind.currentData())

    def _day(self) -> date | None:
        return None if self._taking_away else self.on.value()

    def _show_preview(self) -> None:
        self.message.clear()
        on, request = self.on.value(), self._view.case.request
        if on is None or on < request.received_on:
            self.preview.clear()
            return
        changed = with_event(request, self._event(), on)
        found = self._desk.dates_of(
            asked_by(changed, self._desk.school.state, self._view.case.done, self._desk.law)
        ).acting_limit
        if found is not None:
            self.preview.setText(self._due_said(found.due_on))

    def _take_away(self) -> None:
        self._taking_away = True
        super()._save()
        self._taking_away = False

    def _save(self) -> None:
        if self.on.value() is None:
            self.message.tell(self.tr("Type the day of the meeting or hearing."))
            return
        super()._save()

    def _act(self) -> Changes:
        desk = self._desk
        return set_event(
            desk.store,
            self._view.case.request.id,
            kind=self._event(),
            on=self._day(),
            law=desk.law,
            by=desk.sign(),
        )

    def _saved(self) -> None:
        request = cases.case(self._desk.store, self._view.case.request.id).request
        before, now = self._view.case.request.events.get(self._event()), self._day()
        how = "removed" if now is None else "moved" if before else "set"
        said = self._desk.wording.text(
            f"request.event.{how}",
            event=self._desk.wording.text(f"word.event.{self._event()}"),
            before_on=before or "",
            now_on=now or "",
        )
        self.told.emit(f"{said} {self._due_said(request.due_on)}")

    def _refused(self, fault: DeskError) -> None:
        if fault.code == "event_before":
            self.message.tell(fault.sentence())
        else:
            super()._refused(fault)


def events_of(desk: Desk, view: RequestView) -> tuple[EventKind, ...]:
    """The meetings and days that the dates of this request follow, and any noted already."""
    request = view.case.request
    counted = desk.books.events_for(
        request.right, desk.school.state, received_on=request.received_on
    )
    return tuple(kind for kind in EventKind if kind in counted or kind in request.events)
