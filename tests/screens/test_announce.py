"""Saying something to a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from desktop.screens.announce import announce


@pytest.fixture
def listening():
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.mark.parametrize("alert", [True, False])
def test_it_is_said_while_a_reader_listens(qtbot, listening, alert):
    label = QLabel("The disk is full.")
    qtbot.addWidget(label)
    announce(label, label.text(), alert=alert)
    assert label.text() == "The disk is full."


def test_it_costs_nothing_while_nobody_listens(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "The disk is full.")
    announce(label, "")
