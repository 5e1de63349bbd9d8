"""What a line of the day says about its request: who, what, why it stands here, when it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt

from desktop.records.agenda import Item, Load, Section
from desktop.screens.due import DueDelegate
from desktop.screens.request_view import capital
from desktop.screens.tables import Column
from desktop.screens.worklist_columns import MarksDelegate, QueueWords
from desktop.store.queries import QueueRow
from desktop.wording.dates import clock_time, short_date

if TYPE_CHECKING:
    from desktop.screens.desk import Desk

RIGHT, WHY, OWNER, NUMBER = 1, 2, 3, 5
"""Places of the columns that count when the page is narrow."""


class Line(NamedTuple):
    """One line of a list: what the list says, and its request."""

    item: Item
    request: QueueRow


def agenda_columns(desk: Desk, words: LineWords) -> list[Column[Line]]:
    """The columns of a list of requests, left to right."""
    says = QueueWords(desk)
    translate = QCoreApplication.translate  # by this name lupdate finds the texts
    return [
        Column(
            title=translate("AgendaPage", "Student"),
            text=lambda line: line.request.student,
            spoken=lambda line: says.student(line.request),
            item=lambda line: says.marks(line.request),
            delegate=MarksDelegate,
            width=22,
        ),
        Column(
            title=translate("AgendaPage", "Right"),
            text=lambda line: says.right(line.request),
            width=9,
        ),
        Column(title=translate("AgendaPage", "What matters"), text=words.why, stretch=True),
        Column(
            title=translate("AgendaPage", "Owner"),
            text=lambda line: line.request.owner or "—",
            spoken=lambda line: says.owner(line.request),
            width=5,
        ),
        Column(
            title=translate("AgendaPage", "State"),
            text=lambda line: says.due(line.request).words,
            item=lambda line: says.due(line.request),
            delegate=DueDelegate,
            width=20,
        ),
        Column(
            title=translate("AgendaPage", "Number"),
            text=lambda line: line.request.number,
            width=9,
            quiet=True,
        ),
    ]


def load_columns() -> list[Column[Load]]:
    """The columns of the list of who has how much."""
    translate = QCoreApplication.translate
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    nobody = translate("AgendaPage", "Nobody")
    return [
        Column(
            title=translate("AgendaPage", "Who"),
            text=lambda load: load.name or nobody,
            stretch=True,
        ),
        Column(
            title=translate("AgendaPage", "Open"),
            text=lambda load: f"{load.open:,}",
            value=lambda load: load.open,
            width=8,
            align=right,
        ),
        Column(
            title=translate("AgendaPage", "Late"),
            text=lambda load: f"{load.late:,}",
            value=lambda load: load.late,
            width=8,
            align=right,
        ),
    ]


class LineWords:
    """Why a request stands in the list shown; ``section`` is that list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._queue = QueueWords(desk)
        self.section = Section.LATE

    def why(self, line: Line) -> str:
        """The reason, in one short sentence; what is next, where the list itself is the reason."""
        reasons: dict[Section, Callable[[Line], str]] = {
            Section.DECIDE: self._to_decide,
            Section.RISKY: self._risks,
            Section.UNTOUCHED: self._untouched,
            Section.LETTERS: self._letter,
            Section.VISITS: self._visit,
            Section.CHASE: self._places,
        }
        reason = reasons.get(self.section)
        return reason(line) if reason else self._queue.next_step(line.request)

    def _risks(self, line: Line) -> str:
        return capital(", ".join(self._text(f"risk.{code}") for code in line.item.codes))

    def _untouched(self, line: Line) -> str:
        return self._text("line.untouched", since=self._date(line.item.on))

    def _letter(self, line: Line) -> str:
        return " ".join(map(self._desk.letter_title, line.item.codes))

    def _places(self, line: Line) -> str:
        item, words = line.item, self._desk.wording
        code = "agenda.line.chase_more" if item.asked > 1 else "agenda.line.chase"
        ask = " ".join(words.text(f"agenda.ask.{one}") for one in item.codes)
        since = self._date(item.on)
        return words.text(code, place=item.words, times=item.asked, since=since, ask=ask)

    def _to_decide(self, line: Line) -> str:
        item = line.item
        if not item.step:  # it waits for the principal by a clerk's word
            return self._queue.next_step(line.request)
        if not item.words:
            return self._desk.titles.of_step(line.request.right, item.step)
        return self._text("line.asked", who=item.at, since=self._date(item.on), note=item.words)

    def _visit(self, line: Line) -> str:
        item = line.item
        said = " ".join(self._when(item))
        if item.on is not None and item.on < self._desk.today():
            return self._text("line.visit_past", when=said)
        if item.words:
            said = self._text("line.visit_at", when=said, place=item.words)
        return self._text("line.interpreter", visit=said) if item.codes else said

    def _when(self, item: Item) -> Iterator[str]:
        if item.on is not None and item.on != self._desk.today():
            yield self._date(item.on)
        if item.at:
            yield clock_time(time.fromisoformat(item.at))

    def _date(self, on: date | None) -> str:
        return short_date(on, self._desk.today()) if on else ""

    def _text(self, code: str, **values: str) -> str:
        return self._desk.wording.text(f"agenda.{code}", **values)
