"""Add one more place to the search of one request."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.actions.changes import Changes
from desktop.actions.searching import add_source
from desktop.errors import DeskError
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView


class PlaceDialog(ActDialog):
    """Add one more place to search for this request."""

    _place = "place"

    place: QLineEdit
    keeper: QLineEdit
    message: FieldMessage

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_place")
        self._wire()
        kept.hold(self.place, f"{self._place}.name")
        kept.hold(self.keeper, f"{self._place}.keeper")
        self.place.textEdited.connect(self.message.clear)
        self.snug(440)
        self.place.setFocus()

    def _act(self) -> Changes:
        return add_source(
            self._desk.store,
            self._view.case.request.id,
            name=self.place.text(),
            keeper=self.keeper.text(),
            by=self._desk.sign(),
        )

    def _refused(self, fault: DeskError) -> None:
        if fault.code == "place_name":
            self.message.tell(fault.sentence())
        else:
            super()._refused(fault)
