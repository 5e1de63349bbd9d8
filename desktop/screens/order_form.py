"""The form to note a paper on file: whom it limits, in what, until when, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions.families import note_order
from desktop.records.asker import Asker
from desktop.records.authority import verdict
from desktop.records.ids import OrderId, PartyId, PersonId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Guardian
from desktop.records.student import Student
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.guidance import panel_for
from desktop.screens.icon_label import IconLabel
from desktop.screens.kept_form import KeptDialog
from desktop.screens.notices import FieldMessage
from desktop.screens.request_view import party_said
from desktop.screens.typed_date import Lean
from desktop.store import students

_FIELDS = (
    "kind", "court", "dated_on", "until_on", "read_by", "limited", "records", "contact", "address",
    "decisions", "passage",
)  # fmt: skip


class OrderForm(KeptDialog):
    """Note a paper somebody in the office has read. The paper itself is not scanned.

    While it is typed, the counter's answer under this paper stands below.

    Signals:
        noted: the paper is on file; carries the id.
    """

    rule: QFrame
    rule_icon: IconLabel
    kind: QComboBox
    court: QLineEdit
    dated_on: DateField
    until_on: DateField
    read_by: QComboBox
    limited: QComboBox
    limited_message: FieldMessage
    records: QCheckBox
    contact: QCheckBox
    address: QCheckBox
    decisions: QCheckBox
    limits_message: FieldMessage
    passage: QPlainTextEdit
    passage_message: FieldMessage
    outcome: QFrame
    outcome_says: QLabel
    guidance_holder: QVBoxLayout

    noted = Signal(object)  # OrderId

    def __init__(self, desk: Desk, student: Student, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, "order")
        self._student = student
        self._id = OrderId(new_id(desk.sign().at))
        self._people: Sequence[Guardian] = students.guardians(desk.store, student.id)
        self._panel = panel_for(desk)
        self._papers = students.orders(desk.store, student.id)
        self._fill()
        self.keep(f"order.{student.id}", {name: getattr(self, name) for name in _FIELDS})
        self._show_guidance()
        self._follow()
        self._foresee()

    def value(self) -> Order:
        """The paper as typed."""
        limited = self.limited.currentData()
        return Order(
            id=self._id,
            student=self._student.id,
            kind=OrderKind(self.kind.currentData()),
            court=self.court.text().strip(),
            dated_on=self.dated_on.value(),
            until_on=self.until_on.value(),
            limited_party=PartyId(int(limited)) if limited else None,
            limits=frozenset(one for one, tick in self._ticks().items() if tick.isChecked()),
            passage=self.passage.toPlainText().strip(),
            read_by=PersonId(int(self.read_by.currentData())),
        )

    def places(self) -> Mapping[str, FieldMessage]:
        """Where each refusal belongs."""
        return {
            "order_nobody": self.limited_message,
            "order_nothing": self.limits_message,
            "order_dates": self.until_on.message,
            "order_passage": self.passage_message,
        }

    def _ticks(self) -> dict[Limit, QCheckBox]:
        return {
            Limit.RECORDS: self.records,
            Limit.CONTACT: self.contact,
            Limit.ADDRESS: self.address,
            Limit.DECISIONS: self.decisions,
        }

    def _fill(self) -> None:
        words = self._desk.wording
        self.rule_icon.show_icon("law", "accent")
        for one in OrderKind:
            self.kind.addItem(words.text(f"request.paper.kind.{one}"), one.value)
        self.dated_on.set_today(self._desk.today(), Lean.PAST)
        self.until_on.set_today(self._desk.today(), Lean.FUTURE)
        for person in self._desk.people():
            if person.active:
                self.read_by.addItem(person.name, str(person.id))
        self.read_by.setCurrentIndex(max(0, self.read_by.findData(str(self._desk.person.id))))
        self.limited.addItem(self.tr("Nobody"), "")
        for guardian in self._people:
            relationship = words.text(f"word.relationship.{guardian.relationship}")
            text = f"{party_said(guardian.party)} ({relationship})"
            self.limited.addItem(text, str(guardian.party.id))

    def _show_guidance(self) -> None:
        self.guidance_holder.addWidget(self._panel)
        self._panel.show_moment("authority")

    def _follow(self) -> None:
        self.limited.currentIndexChanged.connect(lambda _: self._foresee())
        for tick in self._ticks().values():
            tick.toggled.connect(lambda _: self._foresee())
        for on in (self.dated_on, self.until_on):
            on.changed.connect(lambda _: self._foresee())

    def _foresee(self) -> None:
        """Say what the counter will be told of the person this paper limits."""
        order, words, today = self.value(), self._desk.wording, self._desk.today()
        asking = next((one for one in self._people if one.party.id == order.limited_party), None)
        self.outcome.setVisible(asking is not None)
        if asking is None:
            return
        asker = Asker(
            student=self._student,
            requester=asking.party.id,
            relationship=asking.relationship,
            orders=(*self._papers, order),
            identity_checked=True,
        )
        self.outcome_says.setText(words.say(verdict(asker, today=today).says()))

    def _save(self) -> None:
        wrong = next((one for one in (self.dated_on, self.until_on) if one.is_wrong()), None)
        if wrong is not None:
            wrong.tell_fault()
            return
        order, desk = self.value(), self._desk
        if self.attempt(lambda: note_order(desk.store, order, by=desk.sign())):
            self.noted.emit(order.id)

    @override
    def sizeHint(self) -> QSize:
        beside = self._panel.sizeHint().width()
        return QSize(super().sizeHint().width() + beside, super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tips give way to the fields where there is no room for both."""
        super().resizeEvent(event)
        needs = self.fields_inner.minimumSizeHint().width()
        room = self.width() - needs - self._panel.sizeHint().width()
        self._panel.setVisible(room >= 0)
