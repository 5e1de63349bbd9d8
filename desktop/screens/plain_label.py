"""A label that shows what is said as it is, with each citation kept in one line.

A line that ends in "34" and goes on with "CFR 99.10" reads badly. The spaces of a citation do not
break in what is shown; ``text`` gives it as it was said, and so does copying, by Qt's own rule.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

_FIXED = "\u00a0"
_CITATION = re.compile(r"\b\d+ (?:CFR|USC) (?:Part )?\d")


class PlainLabel(QLabel):
    """Plain text, never taken for markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @override
    def setText(self, text: str) -> None:
        super().setText(unbroken(text))

    @override
    def text(self) -> str:
        """What was said, with ordinary spaces."""
        return super().text().replace(_FIXED, " ")


def unbroken(text: str) -> str:
    """``text`` with fixed spaces inside each federal citation."""
    return _CITATION.sub(lambda found: found[0].replace(" ", _FIXED), text)
