"""What the cards and dialogs of the request page share: acting, refusals, half-typed words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop.actions.changes import Changes
from desktop.actions.drafts import drop_draft, keep_draft, kept_draft
from desktop.actions.steps import do_step
from desktop.errors import DeskError
from desktop.records.clock import Clocks
from desktop.records.details import Details
from desktop.records.ids import RequestId
from desktop.screens.desk import Desk
from desktop.screens.notices import NoticeBar
from desktop.screens.plain_label import PlainLabel
from desktop.screens.request_view import RequestView
from desktop.screens.snug_dialog import SnugDialog
from desktop.screens.theme import set_look
from desktop.screens.widgets import Card

_KEEP_MS = 300

TypedText = QPlainTextEdit | QLineEdit


class Kept(QObject):
    """Words half typed on one request, by the place they stand in.

    They are kept in the records file, so that Escape, a lock or a crash loses nothing.
    """

    def __init__(self, desk: Desk, request: RequestId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = f"request.{request}"
        self._texts: dict[str, str] = kept_draft(desk.store, self._kind, by=desk.sign()) or {}
        self._timer = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._timer.timeout.connect(self._write)
        desk.leaving.connect(self.save)

    def text(self, place: str, saved: str = "") -> str:
        """What stands half typed at ``place``; ``saved`` where nothing does."""
        return self._texts.get(place, saved)

    def keep(self, place: str, text: str, saved: str = "") -> None:
        """Keep what is typed at ``place``; what is ``saved`` anyway is forgotten."""
        if text == self.text(place, saved):
            return
        if text.strip() == saved.strip():
            self._texts.pop(place, None)
        else:
            self._texts[place] = text
        self._timer.start()

    def drop(self, place: str) -> None:
        """Forget what was typed at ``place`` and at the places below it: it is saved now."""
        below = f"{place}."
        gone = [one for one in self._texts if one == place or one.startswith(below)]
        for one in gone:
            del self._texts[one]
        if gone:
            self._timer.start()

    def hold(self, field: TypedText, place: str, saved: str = "") -> None:
        """Put what was kept at ``place`` into ``field``, and keep what is typed there.

        ``saved`` stands there where nothing was kept, and is not kept itself.
        """
        _put(field, self.text(place, saved))
        field.textChanged.connect(lambda *_: self.keep(place, text_of(field), saved))

    def save(self) -> None:
        """Write now what waits to be written; called when the page is left."""
        if self._timer.isActive():
            self._timer.stop()
            self._write()

    def _write(self) -> None:
        by = self._desk.sign()
        if self._texts:
            keep_draft(self._desk.store, self._kind, self._texts, by=by)
        else:
            drop_draft(self._desk.store, self._kind, by=by)


def text_of(field: TypedText) -> str:
    """What is typed in a field of one or many lines."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _put(field: TypedText, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def attempt(desk: Desk, act: Callable[[], Changes], refused: Callable[[DeskError], object]) -> bool:
    """Act and tell every screen; a refusal goes to ``refused``. Whether it was done."""
    try:
        changes = act()
    except DeskError as fault:
        refused(fault)
        return False
    desk.did(changes)
    return True


def finish_step(
    desk: Desk,
    request: RequestId,
    code: str,
    *,
    choice: str,
    note: str,
    details: Details,
    kept: Kept,
    refused: Callable[[DeskError], object],
) -> bool:
    """Do a step as its panel gives it, and forget what was half typed there. Whether it was done.

    A refusal goes to ``refused`` and everything typed stays.
    """
    done = attempt(
        desk,
        lambda: do_step(
            desk.store,
            request,
            code,
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
            choice=choice,
            note=note,
            details=details,
        ),
        refused,
    )
    if done:
        kept.drop(f"step.{code}")
    return done


class RequestPart(Card):
    """One card of the request page. It shows the view it was given last.

    Signals:
        moment_changed: other guidance belongs to this card now.
    """

    moment_changed = Signal()

    def __init__(self, desk: Desk, view: RequestView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view

    @property
    def moment(self) -> str:
        """The guidance that belongs to this card; empty: that of the request as a whole."""
        return ""

    @property
    def wanted(self) -> bool:
        """Whether the card belongs on the page of a request of this right."""
        return True

    def show_view(self, view: RequestView) -> None:
        """Show the request as it stands now."""
        self._view = view
        self._fill()

    def _fill(self) -> None:
        raise NotImplementedError

    def _attempt(self, act: Callable[[], Changes], refused: Callable[[DeskError], object]) -> bool:
        return attempt(self._desk, act, refused)


class ActDialog(SnugDialog):
    """A dialog that does one thing to the request.

    A refusal is told inside and nothing typed is lost: what stands in a field that ``kept`` holds
    at ``_place`` or below it is there again when the dialog is opened the next time.
    """

    _place = ""

    notices: NoticeBar
    save: QPushButton
    cancel: QPushButton

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._kept = kept
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _wire(self) -> None:
        """Connect the buttons; called once the form is loaded."""
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save.click)

    def _save(self) -> None:
        if attempt(self._desk, self._act, self._refused):
            self._saved()
            self.accept()

    def _act(self) -> Changes:
        raise NotImplementedError

    def _saved(self) -> None:
        """What follows once it is done, before the dialog closes: nothing is half typed now."""
        if self._place:
            self._kept.drop(self._place)

    def _refused(self, fault: DeskError) -> None:
        self.notices.say_fault(fault)

    def _due_said(self, due_now: date) -> str:
        """Whether the date to work by stays or moves, with both."""
        due_before = self._view.case.request.due_on
        code = "request.due.stays" if due_now == due_before else "request.due.moved"
        return self._desk.wording.text(code, before_on=due_before, now_on=due_now)

    def _foreseen(self, work_out: Callable[[], Clocks]) -> str:
        """What the date would come to, or why it cannot be worked out."""
        try:
            found = work_out().acting_limit
        except DeskError as fault:
            return fault.sentence()
        return self._due_said(found.due_on) if found else ""


def plain_label(look: str = "", *, wraps: bool = True) -> QLabel:
    """A label that shows data as plain text."""
    label = PlainLabel()
    label.setWordWrap(wraps)
    if wraps:
        label.setMinimumWidth(1)  # a word longer than the card must not widen the page
    if look:
        set_look(label, look=look)
    return label


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let go of it."""
    while layout.count():
        item = layout.itemAt(0)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            # Not takeAt: what it gives lives on in Python and would spoil the widget's next layout.
            layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        else:
            if inner is not None:
                clear_layout(inner)
            layout.takeAt(0)


def beside_sign(band: QWidget, sign: QWidget, texts: QLayout) -> None:
    """Lay out a band across the page: its sign at the top left, what it says beside it."""
    layout = QHBoxLayout(band)
    layout.setContentsMargins(12, 12, 16, 12)
    layout.setSpacing(12)
    layout.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
    layout.addLayout(texts, 1)
