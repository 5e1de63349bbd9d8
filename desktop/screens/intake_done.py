"""After logging: the number and the date to tell the family, and what to do next."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.actions.intake import Logged
from desktop.records.ids import RequestId
from desktop.records.request import Channel, Status
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.due import DueBadge, due_at
from desktop.screens.form import load_form
from desktop.screens.icons import pixmap, set_icon
from desktop.screens.theme import theme
from desktop.store.repeats import Repeat
from desktop.wording.limits import due_or_aim


class IntakeDone(QWidget):
    """The short page that follows the form.

    Signals:
        receipt_wanted: print the receipt; carries the ``RequestId``.
        request_wanted: open the request; carries the ``RequestId``.
        another_wanted: a fresh form.
        point_wanted: a form for another point of what came in just now.
        finished: nothing more.
    """

    sign: QLabel
    title: QLabel
    due: DueBadge
    due_on: QLabel
    next_says: QLabel
    print_receipt: QPushButton
    open_request: QPushButton
    log_point: QPushButton
    log_another: QPushButton
    finish: QPushButton

    receipt_wanted = Signal(object)
    request_wanted = Signal(object)
    another_wanted = Signal()
    point_wanted = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._request: RequestId | None = None
        load_form(self, "intake_done")
        for label in (self.title, self.due_on, self.next_says):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.print_receipt.clicked.connect(lambda: self.receipt_wanted.emit(self._request))
        self.open_request.clicked.connect(lambda: self.request_wanted.emit(self._request))
        self.log_point.clicked.connect(self.point_wanted)
        self.log_another.clicked.connect(self.another_wanted)
        self.finish.clicked.connect(self.finished)
        set_icon(self.log_point, "add", "accent")
        theme().changed.connect(self._draw)
        self._draw()

    def show_logged(self, logged: Logged, channel: Channel) -> None:
        """A new request was logged; ``channel`` is how it came."""
        self._request = logged.request
        wording = self._desk.wording
        self._say(wording.text("intake.done.logged", number=logged.number))
        limit = logged.clocks.acting_limit
        if limit is not None:
            due = due_at(self._desk, due_on=limit.due_on, work_by=limit.work_by, status=Status.OPEN)
            self.due.show_due(due)
            self.due_on.setText(due_or_aim(limit, wording))
        self.next_says.setText(wording.text("intake.done.next"))
        self.log_point.setText(self._point_said(channel))
        self._offer_receipt(offered=True)

    def show_noted(self, repeat: Repeat) -> None:
        """The request turned out to be one that is there already."""
        self._request = repeat.id
        wording = self._desk.wording
        self._say(wording.text("intake.done.noted", number=repeat.number))
        self.due.show_due(None)
        self.due_on.setText("")
        self.next_says.setText(wording.text("intake.done.noted_next"))
        self._offer_receipt(offered=False)

    def _say(self, title: str) -> None:
        self.title.setText(title)
        announce(self.title, title)

    def _offer_receipt(self, *, offered: bool) -> None:
        self.due.setVisible(offered)
        self.due_on.setVisible(offered)
        self.print_receipt.setVisible(offered)
        self.log_point.setVisible(offered)
        first = self.print_receipt if offered else self.open_request
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _point_said(self, channel: Channel) -> str:
        """One letter may ask for two things: each becomes a request of its own."""
        match channel:
            case Channel.LETTER:
                return self.tr("Another point of the same &letter")
            case Channel.EMAIL:
                return self.tr("Another point of the same e-mai&l")
            case Channel.PHONE | Channel.IN_PERSON:
                return self.tr("Another point of the same ta&lk")
            case _:
                assert_never(channel)

    def _draw(self) -> None:
        side = theme().sizes.px(40)
        self.sign.setPixmap(pixmap("check-circle", side, self.devicePixelRatioF(), "accent"))
