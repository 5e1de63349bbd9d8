"""The bands over the cards of a request: papers on file, and a wait or an end."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.records.order import Order
from desktop.records.request import Right, Status
from desktop.screens.desk import Desk
from desktop.screens.icon_label import IconLabel
from desktop.screens.icons import set_icon
from desktop.screens.request_part import beside_sign, clear_layout, plain_label
from desktop.screens.request_view import RequestView, capital
from desktop.screens.theme import set_look
from desktop.wording.dates import day_date, short_date


class PapersBand(QFrame):
    """The papers on file for the student: whom each limits, in what, and until when."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[str, ...] = ()
        set_look(self, look="warning")
        sign = IconLabel()
        sign.show_icon("flag", "warning", 20)
        self.title = plain_label("heading")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self.title)
        texts.addLayout(self._lines)
        beside_sign(self, sign, texts)

    def show_view(self, view: RequestView) -> None:
        """Show the papers that bind; the band is not there without one."""
        self.setVisible(bool(view.papers))
        lines = tuple(line for order in view.papers for line in self._said(order, view))
        if lines == self._shown:
            return
        self._shown = lines
        many = len(view.papers) > 1
        title = self.tr("Papers on file for this student") if many else self.tr("Paper on file")
        self.title.setText(title)
        self.setAccessibleName("\n".join((title, *lines)))
        clear_layout(self._lines)
        for line in lines:
            label = plain_label()
            label.setText(line)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(label)

    def texts(self) -> tuple[str, ...]:
        """What is said, paper by paper."""
        return self._shown

    def _said(self, order: Order, view: RequestView) -> Iterator[str]:
        yield " ".join(self._sentences(order, view))

    def _sentences(self, order: Order, view: RequestView) -> Iterator[str]:
        words = self._desk.wording
        dated = order.dated_on and short_date(order.dated_on, view.today)
        head = (words.text(f"request.paper.kind.{order.kind}"), order.court, dated or "")
        yield ", ".join(part for part in head if part) + "."
        yield self._limits(order, view)
        yield self._until(order, view)
        if order.passage:
            yield f"“{order.passage.strip()}”"
        yield words.text("request.paper.read_by", initials=view.initials(order.read_by))

    def _limits(self, order: Order, view: RequestView) -> str:
        words = self._desk.wording
        if order.limited_party is None or not order.limits:
            return words.text("request.paper.limits_nobody")
        who = view.limited.get(order.limited_party, "")
        asks = order.limited_party == view.case.requester.id
        code = "request.paper.limits_asker" if asks else "request.paper.limits"
        limits = (words.text(f"request.paper.limit.{one}") for one in sorted(order.limits))
        return words.text(code, who=who, what=", ".join(limits))

    def _until(self, order: Order, view: RequestView) -> str:
        words = self._desk.wording
        if order.dated_on and order.dated_on > view.today:
            return words.text("request.paper.until.begins", on=order.dated_on)
        if order.until_on:
            return words.text("request.paper.until.day", on=order.until_on)
        return words.text("request.paper.until.open")


class StateBand(QFrame):
    """Said while a request waits, is closed or was put together with another.

    Signals:
        resume_wanted: the wait is over.
        reopen_wanted: open the closed request again.
        unmerge_wanted: take the merge back.
        request_wanted: show the request it was put together with; carries its id.
        right_wanted: the family goes on from how it ended; carries the ``Right``.
    """

    resume_wanted = Signal()
    reopen_wanted = Signal()
    unmerge_wanted = Signal()
    request_wanted = Signal(object)
    right_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._into: object = None
        self._sign = IconLabel()
        self.sentence: QLabel = plain_label()
        self.resume = self._button(self.tr("No longer waiting"))
        self.reopen = self._button(self.tr("Open again…"))
        self.show_other = self._button(self.tr("Show the other"))
        self.unmerge = self._button(self.tr("Take the merge back"))
        self.resume.clicked.connect(self.resume_wanted)
        self.reopen.clicked.connect(self.reopen_wanted)
        self.unmerge.clicked.connect(self.unmerge_wanted)
        self.show_other.clicked.connect(lambda: self.request_wanted.emit(self._into))
        self._offered: tuple[Right, ...] = ()
        self._follow = QVBoxLayout()
        self._follow.setSpacing(4)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self.sentence)
        texts.addLayout(self._follow)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addLayout(texts, 1)
        for button in (self.resume, self.show_other, self.unmerge, self.reopen):
            layout.addWidget(button)

    def show_view(self, view: RequestView) -> None:
        """Say how it stands; the band is not there while the request is simply open."""
        status = view.case.request.status
        self.setVisible(status is not Status.OPEN)
        self.resume.setVisible(status is Status.WAITING)
        self.reopen.setVisible(view.closed and not view.merged)
        self.unmerge.setVisible(view.merged)
        self._into = view.case.request.linked_to
        self.show_other.setVisible(view.merged and self._into is not None)
        self._offer(view.may_follow(view.ended, self._desk.law.rights))
        if status is Status.OPEN:
            return
        set_look(self, look="notice")
        self._sign.show_icon("clock" if status is Status.WAITING else "check-circle", "accent")
        self.sentence.setText(self._said(view))

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        set_look(button, quiet=True)
        return button

    def follow_buttons(self) -> list[QPushButton]:
        """What the family can go on with, as offered."""
        found = (self._follow.itemAt(place) for place in range(self._follow.count()))
        widgets = (item.widget() for item in found if item)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _offer(self, rights: tuple[Right, ...]) -> None:
        if rights == self._offered:
            return
        self._offered = rights
        clear_layout(self._follow)
        for right in rights:
            button = QPushButton(self._desk.wording.text(f"request.opens.{right}"))
            set_look(button, bare=True)
            set_icon(button, "add", "accent")
            button.clicked.connect(lambda _=False, one=right: self.right_wanted.emit(one))
            self._follow.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _said(self, view: RequestView) -> str:
        words, request = self._desk.wording, view.case.request
        if not view.closed:
            wait = capital(words.text(f"word.waiting.{request.waiting_for}"))
            stays = words.text("request.waiting.stays", due_on=request.due_on)
            return f"{wait}. {stays}"
        on = day_date(request.closed_on, view.today) if request.closed_on else ""
        ended = words.text(f"word.outcome.{request.outcome}")
        return self.tr("Closed on {on}: {ended}.").format(on=on, ended=ended)
