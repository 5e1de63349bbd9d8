"""The lines on a student's page: a paper on file, a person on file, a request."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.records.order import Order
from desktop.records.party import Guardian
from desktop.screens.desk import Desk
from desktop.screens.due import DueBadge
from desktop.screens.icon_label import IconLabel
from desktop.screens.request_part import plain_label
from desktop.screens.request_view import party_said
from desktop.screens.student_view import StudentView
from desktop.screens.theme import set_look
from desktop.screens.worklist_columns import QueueWords
from desktop.store.queries import QueueRow
from desktop.wording.papers import paper_dates, paper_says, paper_title

_TOP = Qt.AlignmentFlag.AlignTop
_LONG_WORD = re.compile(r"\S{40,}")
_PIECE = 16


def breakable(text: str) -> str:
    """``text`` with places to break the line inside words that no line can hold."""
    return _LONG_WORD.sub(lambda found: "\u200b".join(_pieces(found[0])), text)


def _pieces(word: str) -> list[str]:
    return [word[place : place + _PIECE] for place in range(0, len(word), _PIECE)]


class PaperRow(QFrame):
    """A paper on file: what it is, whom it limits in what, its own words, until when.

    Signals:
        end_wanted: say that it no longer binds; carries the paper.
    """

    end_wanted = Signal(object)  # Order

    def __init__(self, desk: Desk, view: StudentView, order: Order) -> None:
        super().__init__()
        over = order.over(view.today)
        set_look(self, look="well" if over else "warning")
        sign = IconLabel()
        sign.show_icon("note" if over else "flag", "quiet" if over else "warning", 20)
        limited = view.limited.get(order.limited_party, "") if order.limited_party else ""
        texts = _column(
            _said("quiet" if over else "heading", paper_title(order, desk.wording)),
            _said("quiet" if over else "", paper_says(order, limited, desk.wording)),
            _said("quiet", f"“{order.passage}”" if order.passage else ""),
            _said("small", self._footing(desk, view, order)),
        )
        layout = _row(self, sign, texts)
        self.end = _quiet_button(self.tr("End this paper"))
        self.end.setAccessibleName(
            self.tr("End the paper: {paper}").format(paper=paper_title(order, desk.wording))
        )
        self.end.setVisible(not over)
        self.end.clicked.connect(lambda: self.end_wanted.emit(order))
        layout.addWidget(self.end, alignment=_TOP)

    def _footing(self, desk: Desk, view: StudentView, order: Order) -> str:
        read_by = desk.wording.text(
            "request.paper.read_by", initials=view.readers.get(order.read_by, "")
        )
        return f"{paper_dates(order, view.today, desk.wording)} {read_by}"


class PersonRow(QFrame):
    """A person on file: how they stand to the student and how to reach them.

    Signals:
        correct_wanted: correct the person; carries the ``Guardian``.
        take_off_wanted: take the person off this student's file; carries the ``Guardian``.
    """

    correct_wanted = Signal(object)
    take_off_wanted = Signal(object)

    def __init__(self, desk: Desk, view: StudentView, guardian: Guardian) -> None:
        super().__init__()
        words = desk.wording
        party, name = guardian.party, party_said(guardian.party)
        relationship = words.text(f"word.relationship.{guardian.relationship}")
        limits = view.limits_on(party.id, words)
        language = desk.defaults.language_title(party.language) if party.language else ""
        texts = _column(
            _said("heading", name),
            _said("quiet", " · ".join(filter(None, (relationship, language)))),
            _said("", " · ".join(filter(None, (party.phone, party.email)))),
            _said("", ", ".join(party.address.lines())),
            _said("small", view.care_said(guardian, words)),
            _said("warning", limits and words.text("student.paper.person", what=limits)),
        )
        sign = IconLabel()
        sign.show_icon("person", "quiet", 20)
        layout = _row(self, sign, texts)
        self.correct = _quiet_button(self.tr("Correct"))
        self.correct.setAccessibleName(self.tr("Correct {name}").format(name=name))
        self.correct.clicked.connect(lambda: self.correct_wanted.emit(guardian))
        self.take_off = _quiet_button(self.tr("Take off"))
        self.take_off.setAccessibleName(self.tr("Take {name} off the file").format(name=name))
        self.take_off.clicked.connect(lambda: self.take_off_wanted.emit(guardian))
        layout.addWidget(self.correct, alignment=_TOP)
        layout.addWidget(self.take_off, alignment=_TOP)


class RequestRow(QFrame):
    """A request about the student: who asks for what, what comes next and when it is due.

    Signals:
        open_wanted: show the request; carries its id.
    """

    open_wanted = Signal(object)  # RequestId

    def __init__(self, desk: Desk, row: QueueRow) -> None:
        super().__init__()
        says = QueueWords(desk)
        texts = _column(
            _said("heading", f"{row.number} · {says.right(row)}"),
            _said("quiet", says.requester(row)),
            _said("", says.next_step(row)),
        )
        badge = DueBadge()
        badge.show_due(says.due(row))
        layout = _row(self, None, texts)
        self.open = _quiet_button(self.tr("Open"))
        self.open.setAccessibleName(self.tr("Open {number}").format(number=row.number))
        self.open.clicked.connect(lambda: self.open_wanted.emit(row.id))
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 4, 0, 0)
        holder.addWidget(badge, alignment=_TOP)
        layout.addLayout(holder)
        layout.addWidget(self.open, alignment=_TOP)


def hairline() -> QFrame:
    """A line between two rows."""
    line = QFrame()
    set_look(line, look="line")
    return line


def _said(look: str, text: str) -> QLabel:
    label = plain_label(look)
    label.setText(breakable(text))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setVisible(bool(text))
    return label


def _column(*labels: QLabel) -> QVBoxLayout:
    texts = QVBoxLayout()
    texts.setSpacing(2)
    for label in labels:
        if label.text():
            texts.addWidget(label)
    return texts


def _row(frame: QFrame, sign: QWidget | None, texts: QVBoxLayout) -> QHBoxLayout:
    layout = QHBoxLayout(frame)
    side = 12 if frame.property("look") else 0
    layout.setContentsMargins(side, 6, side, 6)
    layout.setSpacing(12)
    # The first line stands level with the words of the buttons.
    texts.setContentsMargins(0, 6, 0, 6)
    if sign is not None:
        sign.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(sign, alignment=_TOP)
    layout.addLayout(texts, 1)
    return layout


def _quiet_button(text: str) -> QPushButton:
    button = QPushButton(text)
    set_look(button, quiet=True)
    return button
