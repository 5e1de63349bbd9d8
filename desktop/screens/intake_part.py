"""One subject of the intake form: its fields, taken from the form, and news of what is typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.form import parts_of

FORM = "intake"


class FormPart(QObject):
    """Has the fields it annotates and speaks for them.

    Signals:
        changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        for name, found in parts_of(type(self), root, FORM).items():
            setattr(self, name, found)
