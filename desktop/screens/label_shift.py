"""How far this computer's printer is off on label sheets, typed in hundredths of an inch."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop.office import settings
from desktop.paths import Home
from desktop.screens.notices import FieldMessage
from desktop.screens.theme import theme

_MOST = 50
_NUMBER = re.compile(r"[+-]?\d{1,3}", re.ASCII)
_DASHES = str.maketrans("\u2212\u2013", "--")


class LabelShift(QObject):
    """Two fields and the button that keeps them in this computer's settings.

    Signals:
        kept: the settings have them; False where the disk did not take them.
    """

    kept = Signal(bool)

    def __init__(
        self,
        home: Home,
        right: tuple[QLineEdit, FieldMessage],
        down: tuple[QLineEdit, FieldMessage],
        keep: QPushButton,
    ) -> None:
        super().__init__(keep)
        self._home = home
        self._fields = (right, down)
        known = settings.load(home)
        for (field, message), inches in zip(
            self._fields, (known.label_right, known.label_down), strict=True
        ):
            field.setText(str(round(inches * 100)) if inches else "")
            field.textChanged.connect(message.clear)
            field.returnPressed.connect(keep.click)
        keep.clicked.connect(self._keep)
        theme().changed.connect(self._fit)
        self._fit()

    def _keep(self) -> None:
        read = [read_hundredths(field.text()) for field, _ in self._fields]
        wrong = [
            message for (_, message), value in zip(self._fields, read, strict=True) if value is None
        ]
        for message in reversed(wrong):  # the keyboard ends in the first
            message.tell(self.tr("Type a whole number from -{most} to {most}.").format(most=_MOST))
        right, down = read
        if right is not None and down is not None:
            known = settings.replace(
                settings.load(self._home), label_right=right / 100, label_down=down / 100
            )
            self.kept.emit(settings.save(self._home, known))

    def _fit(self) -> None:
        for field, _ in self._fields:
            field.setMaximumWidth(theme().sizes.px(72))


def read_hundredths(typed: str) -> int | None:
    """Hundredths of an inch as typed, -50 to 50; an empty field is none to move; None: no such."""
    text = typed.strip().translate(_DASHES)
    if not text:
        return 0
    value = int(text) if _NUMBER.fullmatch(text) else _MOST + 1
    return value if abs(value) <= _MOST else None
