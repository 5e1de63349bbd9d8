"""The command palette: a few letters find anything to do, any student, any request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from typing_extensions import override

from desktop.records.ids import RequestId, StudentId
from desktop.records.names import fold
from desktop.screens.desk import Desk
from desktop.screens.doings import Doing
from desktop.screens.form import load_form
from desktop.screens.student_pick import StudentOffers
from desktop.screens.type_ahead import Suggestion, TypeAhead
from desktop.screens.worklist_columns import QueueWords
from desktop.store import cases, queries
from desktop.store.queries import QueueRow

_MOST_DOINGS = 12
_MOST_REQUESTS = 12
_FEWEST_LETTERS = 2  # one letter begins the name of nearly everybody


class PaletteField(TypeAhead):
    """A field whose offers close with the dialog: one Escape is enough."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class Palette(QDialog):
    """Type, look, Enter.

    Signals:
        request_wanted: carries the request's id.
        student_wanted: carries the student's id.
    """

    text: PaletteField
    nothing: QLabel

    request_wanted = Signal(object)
    student_wanted = Signal(object)

    def __init__(self, desk: Desk, doings: Iterable[Doing], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._doings = tuple(doings)
        self._words = QueueWords(desk)
        self._students = StudentOffers(desk, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "palette")
        self.nothing.hide()
        self.text.set_source(self.suggest, when_empty=True)
        self.text.searched.connect(lambda count: self.nothing.setVisible(not count))
        self.text.picked.connect(self._picked)
        self.text.setFocus()

    def suggest(self, text: str) -> list[Suggestion]:
        """What fits, best first: a request by its number, things to do, students, requests."""
        typed = text.strip()
        named = len(fold(typed).replace(" ", "")) >= _FEWEST_LETTERS
        return [
            *self._by_number(typed),
            *self._to_do(typed),
            *(self._of_students(typed) if named else ()),
            *(self._of_requests(typed) if named else ()),
        ]

    def _to_do(self, text: str) -> list[Suggestion]:
        """Things to do that have every word typed at the beginning of one of theirs."""
        words = fold(text).split()
        fits = [one for one in self._doings if _fits(words, fold(one.title).split())]
        found = {one.title: one for one in reversed(fits)}
        return [
            Suggestion(id=one, title=one.title, detail=one.keys, icon="chevron-right")
            for one in reversed(found.values())
        ][:_MOST_DOINGS]

    def _by_number(self, text: str) -> Iterator[Suggestion]:
        found = cases.request_by_number(self._desk.store, text) if text else None
        if found is not None:
            yield from map(self._offer, queries.queue_rows(self._desk.store, [found]))

    def _of_students(self, text: str) -> Iterator[Suggestion]:
        for one in self._students.suggest(text):
            student = StudentId(int(str(one.id)))
            yield Suggestion(id=("student", student), title=one.title, detail=one.detail,
                             icon=one.icon)  # fmt: skip

    def _of_requests(self, text: str) -> Iterator[Suggestion]:
        store = self._desk.store
        known = cases.request_by_number(store, text)
        ids = [one for one in queries.hits(store, text).ids[:_MOST_REQUESTS] if one != known]
        return map(self._offer, queries.queue_rows(store, ids)) if ids else iter(())

    def _offer(self, row: QueueRow) -> Suggestion:
        facts = (row.number, self._words.requester(row), self._words.due(row).words)
        return Suggestion(
            id=("request", row.id),
            title=f"{row.student}: {self._words.right(row)}",
            detail=" · ".join(facts),
            icon="folder",
        )

    def _picked(self, suggestion: Suggestion) -> None:
        self.accept()  # first: what is done may open a dialog of its own
        match suggestion.id:
            case Doing() as doing:
                doing.do()
            case ("student", int(student)):
                self.student_wanted.emit(StudentId(student))
            case ("request", int(request)):
                self.request_wanted.emit(RequestId(request))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.text, self.text.search_now)


def _fits(words: list[str], title: list[str]) -> bool:
    return all(any(part.startswith(word) for part in title) for word in words)
