"""What comes after the first paint of a window comes after it, however slow the window is."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.screens.first_paint import FirstPaint


class Slow(QWidget):
    def __init__(self):
        super().__init__()
        self.told = []
        FirstPaint(self).painted.connect(lambda: self.told.append("painted"))

    @override
    def showEvent(self, event):
        super().showEvent(event)
        time.sleep(0.1)

    @override
    def paintEvent(self, event):
        super().paintEvent(event)
        time.sleep(0.1)
        self.told.append("paint")


def test_it_is_told_after_the_window_was_painted_and_once(qtbot):
    window = Slow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "painted" in window.told)
    assert window.told == ["paint", "painted"]
    window.hide()
    window.show()
    qtbot.waitUntil(lambda: window.told.count("paint") > 1)
    assert window.told.count("painted") == 1


def test_a_window_that_was_never_shown_was_not_painted(qtbot):
    window = Slow()
    qtbot.addWidget(window)
    qtbot.wait(50)
    assert window.told == []
