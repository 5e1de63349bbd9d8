"""When it is due, worked out while one types: the date that drives, why, and all the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.records.clock import Applies, Asked, Clocks, Limit, days_used
from desktop.records.request import Status
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.due import DueBadge, due_at, no_day_said
from desktop.screens.icons import set_icon
from desktop.screens.intake_part import FormPart
from desktop.screens.plain_label import PlainLabel
from desktop.screens.theme import set_look
from desktop.wording.dates import short_date
from desktop.wording.limits import (
    due_or_aim,
    is_own_target,
    limit_authority,
    limit_name,
    limit_reason,
    limit_standing,
    working_sentences,
)

_LONG = re.compile(r"\S{25,}")


class DatesPart(FormPart):
    """The dates of what is being typed; the same as logging it would give."""

    due: DueBadge
    due_on: QLabel
    due_work_by: QLabel
    due_why: QLabel
    due_break: QLabel
    due_late: QLabel
    due_others: QWidget
    due_others_layout: QVBoxLayout
    due_more: QPushButton
    due_working: QWidget
    due_working_layout: QVBoxLayout

    def __init__(self, root: QWidget, desk: Desk) -> None:
        super().__init__(root)
        self._desk = desk
        self._asked: Asked | None = None
        self._clocks: Clocks | None = None
        self._lines: list[QLabel] = []
        self._opened = False  # stays so while a half typed date leaves nothing to show
        for label in self._labels():
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
        self.due_working.hide()
        self.due_more.clicked.connect(self._turn)
        self._draw()
        self._say_nothing(self._desk.wording.text("intake.dates.none"))

    def _labels(self) -> tuple[QLabel, ...]:
        return (self.due_on, self.due_work_by, self.due_why, self.due_break, self.due_late)

    def clocks(self) -> Clocks | None:
        """The dates shown; None while they cannot be told."""
        return self._clocks

    def show_asked(self, asked: Asked | None, why_not: str = "") -> None:
        """Work the dates out and show them; None, and why, while they cannot be told."""
        if asked is not None and asked == self._asked:
            return
        self._asked = asked
        if asked is None:
            self._say_nothing(why_not or self._desk.wording.text("intake.dates.none"))
            return
        try:
            self._fill(asked, self._desk.dates_of(asked))
        except DeskError as fault:
            self._say_nothing(fault.sentence())

    def work_out_again(self) -> None:
        """The calendar or the school's page changed."""
        asked, self._asked = self._asked, None
        self.show_asked(asked)

    def _say_nothing(self, why: str) -> None:
        self._clocks = None
        self.due.show_due(None)
        self._say(self.due_on, "")
        self._say(self.due_work_by, why)
        for label in (self.due_why, self.due_break, self.due_late):
            self._say(label, "")
        self._say_others(())
        self.due_more.hide()
        self.due_working.hide()

    def _fill(self, asked: Asked, found: Clocks) -> None:
        limit = found.acting_limit
        if limit is None:
            self._say_nothing(self._desk.wording.paragraph(found.notes))
            return
        before, self._clocks = self._clocks, found
        self._say_driving(limit)
        self._say(self.due_break, self._desk.break_said(limit.due_on, limit.work_by))
        self._say(self.due_late, self._late(asked, limit))
        self._say_others(tuple(self._others(found, limit)))
        self.due_more.show()
        if before != found and self._opened:
            self._fill_working(found)
        self.due_working.setVisible(self._opened)

    def _say_driving(self, limit: Limit) -> None:
        wording = self._desk.wording
        due = due_at(self._desk, due_on=limit.due_on, work_by=limit.work_by, status=Status.OPEN)
        none_left = no_day_said(self._desk, due_on=limit.due_on, work_by=limit.work_by)
        self.due.show_due(due, none_left)
        says = due_or_aim(limit, wording)
        if says != self.due_on.text():
            announce(self.due_on, says)
        self._say(self.due_on, says)
        early = limit.work_by < limit.due_on
        finish = wording.text("intake.dates.work_by", on=limit.work_by) if early else ""
        self._say(self.due_work_by, none_left or finish)
        said = (limit_reason(limit, wording), limit_authority(limit, wording))
        met = limit_standing(limit, wording) if limit.applies is Applies.MET else ""
        self._say(self.due_why, " ".join(part for part in (*said, met) if part))

    def _late(self, asked: Asked, limit: Limit) -> str:
        """For a request entered after the day it came: how much of its time is gone."""
        today, wording = self._desk.today(), self._desk.wording
        if asked.received_on >= today:
            return ""
        if limit.due_on < today:
            own = is_own_target(limit)
            return wording.text("intake.late.target" if own else "intake.late.gone")
        used = days_used(limit, today=today, calendar=self._desk.calendar)
        if not used.used:  # only days that do not count have gone by
            return ""
        return wording.text("intake.late.used", used=used.used, days=used.of)

    def _others(self, found: Clocks, driving: Limit) -> Iterator[str]:
        promise = (found.promise,) if found.promise else ()
        for limit in sorted((*promise, *found.limits), key=lambda one: one.due_on):
            if limit is not driving:
                yield self._line(limit)
        yield from (self._desk.wording.say(note) for note in found.notes)

    def _line(self, limit: Limit) -> str:
        wording = self._desk.wording
        line = wording.text(
            "intake.dates.other" if limit.citation else "intake.dates.other_own",
            on=short_date(limit.due_on, self._desk.today()),
            name=limit_name(limit, wording),
            citation=limit.citation,
        )
        return f"{line} {limit_standing(limit, wording)}".strip()

    def _say_others(self, lines: Sequence[str]) -> None:
        """One quiet line each; the labels are used again, this runs at every key."""
        while len(self._lines) < len(lines):
            label = _label("small")
            self.due_others_layout.addWidget(label)
            self._lines.append(label)
        for place, label in enumerate(self._lines):
            self._say(label, lines[place] if place < len(lines) else "")
        self.due_others.setVisible(bool(lines))

    def others(self) -> list[str]:
        """The lines about the limits that do not drive, as shown."""
        return [label.text() for label in self._lines if not label.isHidden()]

    # The working-out

    def _turn(self) -> None:
        self._opened = not self._opened
        if self._opened and self._clocks is not None:
            self._fill_working(self._clocks)
        self.due_working.setVisible(self._opened)
        self._draw()

    def _fill_working(self, found: Clocks) -> None:
        while (item := self.due_working_layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        promise = (found.promise,) if found.promise else ()
        every = (*found.limits, *promise)
        for limit in sorted(every, key=lambda one: one is not found.acting_limit):
            self._add(limit_name(limit, self._desk.wording), "heading")
            self._add("\n".join(working_sentences(limit, self._desk.wording)), "small")

    def _add(self, text: str, look: str) -> None:
        label = _label(look)
        label.setText(_LONG.sub(_with_breaks, text))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.due_working_layout.addWidget(label)

    def _draw(self) -> None:
        set_icon(self.due_more, "chevron-down" if self._opened else "chevron-right", "accent")

    def _say(self, label: QLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
        label.setVisible(bool(text))


def _label(look: str) -> QLabel:
    label = PlainLabel()
    label.setWordWrap(True)
    label.setMinimumWidth(1)  # a long word is cut rather than making the column wider
    set_look(label, look=look)
    return label


def _with_breaks(word: re.Match[str]) -> str:
    """A long address with places to break the line; what cannot be seen is no part of it."""
    return re.sub(r"([/._?&=%-])", "\\1\u200b", word[0])
