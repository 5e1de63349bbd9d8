"""A choice that has no room ends in dots and is told when pointed at; one that has is as Qt's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QToolTip, QWidget

from desktop.screens.choice_box import ChoiceBox
from desktop.screens.form import read_form

WORDS = "Student information system (grades, attendance)"
WIDE, NARROW = 520, 150


def drawn(qtbot, kind: type[QComboBox], words: str, width: int):
    box = kind()
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the second one would look different
    box.addItem(words)
    qtbot.addWidget(box)
    box.resize(width, 34)
    box.show()
    QApplication.processEvents()
    return box, box.grab().toImage()


def tip(box: QComboBox) -> str:
    place = QPoint(20, 10)
    event = QHelpEvent(QEvent.Type.ToolTip, place, box.mapToGlobal(place))
    QApplication.sendEvent(box, event)
    said = QToolTip.text()
    QToolTip.hideText()
    return said


def test_a_choice_with_room_is_drawn_as_qt_draws_it(qtbot):
    box, ours = drawn(qtbot, ChoiceBox, WORDS, WIDE)
    assert ours == drawn(qtbot, QComboBox, WORDS, WIDE)[1]
    assert tip(box) == ""


def test_a_choice_without_room_ends_in_dots_and_is_told_when_pointed_at(qtbot):
    box, ours = drawn(qtbot, ChoiceBox, WORDS, NARROW)
    _, room = box._words()
    short = box.fontMetrics().elidedText(WORDS, Qt.TextElideMode.ElideRight, room)
    assert short.endswith("…")
    assert ours == drawn(qtbot, QComboBox, short, NARROW)[1]
    assert tip(box) == WORDS


def test_every_form_gets_it_where_it_asks_for_qts_own(qtbot):
    form = read_form("settings_look")
    qtbot.addWidget(form)
    boxes = form.findChildren(QComboBox)
    assert boxes
    assert all(isinstance(box, ChoiceBox) for box in boxes)


def test_the_wheel_passes_over_it_and_changes_nothing(qtbot):
    """Whoever scrolls the school's page over the state must not move the school to another one."""
    around = QWidget()
    qtbot.addWidget(around)
    box = read_form("school", around).findChild(QComboBox, "state")
    box.addItems(["California", "Nevada"])
    middle, none = QPointF(box.rect().center()), Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        middle, middle, QPoint(0, -120), QPoint(0, -120), none,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert (wheel.isAccepted(), box.currentText()) == (False, "California")
    assert not box.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
