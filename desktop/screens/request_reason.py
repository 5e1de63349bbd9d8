"""One sentence why, asked for where the law or the office wants to know it later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QWidget

from desktop.actions.changes import Changes
from desktop.errors import DeskError
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView

_BESIDE_THE_FIELD = {"reason", "note", "nine_digits"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a reason is asked for.

    ``place`` is where a half-typed reason is kept; ``act`` does it, given the reason.
    """

    window: str
    title: str
    says: str
    save: str
    place: str
    act: Callable[[str], Changes]


class ReasonDialog(ActDialog):
    """Ask for the reason and do it."""

    title: QLabel
    says: QLabel
    reason: NoteField
    message: FieldMessage

    def __init__(
        self,
        desk: Desk,
        view: RequestView,
        kept: Kept,
        asking: Asking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_reason")
        self._wire()
        self._asking = asking
        self.setWindowTitle(asking.window)
        self.title.setText(asking.title)
        self.says.setText(asking.says)
        self.says.setVisible(bool(asking.says))
        self.save.setText(asking.save)
        self._place = asking.place
        kept.hold(self.reason, self._place)
        self.reason.textChanged.connect(self.message.clear)
        self.reason.setFocus()
        self.snug(460)

    def _act(self) -> Changes:
        return self._asking.act(self.reason.toPlainText())

    def _refused(self, fault: DeskError) -> None:
        if fault.code in _BESIDE_THE_FIELD:
            self.message.tell(fault.sentence())
        else:
            super()._refused(fault)
