"""Was this asked before? An earlier request is shown, and a person says what the new one is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from desktop.records.ids import PartyId, RequestId, StudentId
from desktop.records.request import Right, Status, kindred_right
from desktop.records.student import Student
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.intake_part import FormPart
from desktop.store import queries
from desktop.store.repeats import Repeat, likely_repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """For whom and what was looked up."""

    student: StudentId
    requester: PartyId | None
    right: Right


class RepeatsPart(FormPart):
    """A banner about one earlier request at a time; nothing is decided by itself.

    Signals:
        same: the request being typed is that earlier one; carries its ``Repeat``.
    """

    repeat_banner: QFrame
    repeat_says: QLabel
    repeat_same: QPushButton
    repeat_new: QPushButton
    repeat_link: QPushButton

    same = Signal(object)

    def __init__(self, root: QWidget, desk: Desk) -> None:
        super().__init__(root)
        self._desk = desk
        self._looked: _Looked | None = None
        self._found: list[Repeat] = []
        self._answered: tuple[int, ...] = ()
        self._link_to = 0
        self._asked: frozenset[int] = frozenset()
        self.repeat_says.setTextFormat(Qt.TextFormat.PlainText)
        self.repeat_same.clicked.connect(self._say_same)
        self.repeat_new.clicked.connect(self._say_new)
        self.repeat_link.clicked.connect(self._say_link)
        self._show()

    def look(self, student: Student | None, requester: PartyId | None, right: Right) -> None:
        """Look for earlier requests; the same question again changes nothing."""
        wanted = _Looked(student=student.id, requester=requester, right=right) if student else None
        if wanted == self._looked:
            return
        if self._looked is not None and (wanted is None or wanted.student != self._looked.student):
            self._answered, self._link_to = (), 0
        self._looked = wanted
        self._found = self._read(wanted) if wanted else []
        self._show()

    def link_to(self) -> RequestId | None:
        """The earlier request this one was said to belong with."""
        return RequestId(self._link_to) if self._link_to else None

    def ask_first(self) -> bool:
        """Put the keyboard on an open request nobody answered for; once each, False after that."""
        shown = self.shown()
        if shown is None or self._link_to or _closed(shown) or shown.id in self._asked:
            return False
        self._asked |= {shown.id}
        self._show()
        first = self.repeat_link if self.repeat_same.isHidden() else self.repeat_same
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def typed(self) -> tuple[int, tuple[int, ...]]:
        """The link, and the earlier requests of which somebody said "not this one"."""
        return self._link_to, self._answered

    def put(self, link_to: int, answered: tuple[int, ...]) -> None:
        """Put back what ``typed`` gave."""
        self._link_to, self._answered = link_to, answered
        self._show()

    def clear(self) -> None:
        """No student is known any more."""
        self._looked = None
        self._found = []
        self._asked = frozenset()
        self.put(0, ())

    def shown(self) -> Repeat | None:
        """The earlier request the banner speaks of."""
        if self._link_to:
            return next((one for one in self._found if one.id == self._link_to), None)
        return next((one for one in self._found if one.id not in self._answered), None)

    def _read(self, wanted: _Looked) -> list[Repeat]:
        """The asker's own requests; of others only the open ones, whose search can be shared."""
        found = likely_repeats(
            self._desk.store,
            student=wanted.student,
            requester=wanted.requester,
            right=wanted.right,
            kindred=kindred_right(wanted.right),
            since=_a_year_before(self._desk.today()),
        )
        own = [one for one in found if one.same_requester]
        others = [one for one in found if not one.same_requester]
        open_ones = [one for one in others if one.status is not Status.CLOSED]
        # Before somebody asks there is no "someone else" yet.
        return sorted(own, key=_closed) + (open_ones if wanted.requester else [])

    def _show(self) -> None:
        shown, linked = self.shown(), bool(self._link_to)
        self.repeat_banner.setVisible(shown is not None or linked)
        if shown is None and not linked:
            return
        says = self._linked_said(shown) if linked or shown is None else self._says(shown)
        if says != self.repeat_says.text():
            announce(self.repeat_says, says, alert=True)
        self.repeat_says.setText(says)
        own = shown is not None and shown.same_requester
        same = shown is not None and own and self._same_right(shown) and not _closed(shown)
        self.repeat_same.setVisible(same and not linked)
        self.repeat_link.setVisible(not linked)
        self.repeat_new.setText(self.tr("&2 Undo the link") if linked else self._new_said(own=own))

    def _new_said(self, *, own: bool) -> str:
        if own:
            return self.tr("&2 It is a new request")
        return self.tr("&2 Go on without a link")

    def _linked_said(self, shown: Repeat | None) -> str:
        """With which request it is linked; one about another right has no search to share."""
        if shown is not None:
            return self._desk.wording.text("intake.repeat.linked", number=shown.number)
        rows = queries.queue_rows(self._desk.store, [RequestId(self._link_to)])
        number = rows[0].number if rows else ""
        return self._desk.wording.text("intake.repeat.linked_other", number=number)

    def _says(self, shown: Repeat) -> str:
        words = self._desk.wording
        says = words.text(
            f"intake.repeat.{self._kind(shown)}",
            number=shown.number,
            right=self._desk.law.rights[shown.right].title.lower(),
            received=shown.received_on,
        )
        return f"{says} {words.text('intake.repeat.first')}" if shown.id in self._asked else says

    def _kind(self, shown: Repeat) -> str:
        if not shown.same_requester:
            return "other_parent"
        if _closed(shown):
            return "same_closed"
        return "same_open" if self._same_right(shown) else "kindred_open"

    def _same_right(self, shown: Repeat) -> bool:
        return self._looked is not None and shown.right is self._looked.right

    def _say_same(self) -> None:
        shown = self.shown()
        if shown is not None:
            self.same.emit(shown)

    def _say_new(self) -> None:
        shown = self.shown()
        if shown is not None and not self._link_to:
            self._answered = (*self._answered, shown.id)
        self._link_to = 0
        self._show()
        self.changed.emit()

    def _say_link(self) -> None:
        shown = self.shown()
        self._link_to = shown.id if shown else 0
        self._show()
        self.changed.emit()


def _closed(one: Repeat) -> bool:
    return one.status is Status.CLOSED


def _a_year_before(today: date) -> date:
    try:
        return today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        return date(today.year - 1, 2, 28)
