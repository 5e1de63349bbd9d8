"""The small parts: what they show, and that data is never taken for markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.screens.theme import LIGHT
from desktop.screens.widgets import (
    Card,
    ElidedLabel,
    KeyValues,
    SearchField,
    SectionHeader,
    StepRow,
)

NASTY = '<img src="/etc/passwd"> & <b>O\'Brien</b> 👩‍👧'


def shown(qtbot, widget, width=300, height=60):
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget


def test_a_long_line_is_shortened_and_told_in_full(qtbot):
    label = shown(qtbot, ElidedLabel(), width=120)
    label.set_full_text("All records since kindergarten, and the e-mails about the bus")
    assert label.text().endswith("…")
    assert label.toolTip() == label.full_text() == label.accessibleName()
    label.resize(900, 30)
    assert label.text() == label.full_text()
    assert label.toolTip() == ""


def test_a_line_break_in_a_name_stays_one_line(qtbot):
    label = shown(qtbot, ElidedLabel(), width=600)
    label.set_full_text("Mia\nAlvarez")
    assert label.text() == "Mia Alvarez"


def test_facts_are_shown_in_order_and_empty_ones_left_out(qtbot):
    facts = shown(qtbot, KeyValues())
    facts.show_facts([("Student", NASTY), ("Grade", ""), ("Asked by", "Ruth Cohen")])
    assert facts.facts() == [("Student", NASTY), ("Asked by", "Ruth Cohen")]
    facts.show_facts([("Student", "Mia")])
    assert facts.facts() == [("Student", "Mia")]


def test_a_fact_is_spoken_with_its_name(qtbot):
    facts = shown(qtbot, KeyValues())
    facts.show_facts([("Student", "Mia")])
    assert "Student: Mia" in [label.accessibleName() for label in facts.findChildren(QLabel)]


@pytest.mark.parametrize("kind", [KeyValues, StepRow, SectionHeader, ElidedLabel])
def test_text_is_plain_text_everywhere(qtbot, kind):
    widget = shown(qtbot, kind())
    if isinstance(widget, KeyValues):
        widget.show_facts([(NASTY, NASTY)])
    labels = [*widget.findChildren(QLabel), *([widget] if isinstance(widget, QLabel) else [])]
    pictures = [getattr(widget, "picture", None)]
    formats = {label.textFormat() for label in labels if label not in pictures}
    assert formats == {Qt.TextFormat.PlainText}


def test_the_heading_has_a_button_only_when_it_has_something_to_do(qtbot):
    header = shown(qtbot, SectionHeader())
    header.set_title("Letters")
    assert header.action.isHidden()
    header.set_title("Letters", action="New letter")
    with qtbot.waitSignal(header.acted):
        qtbot.mouseClick(header.action, Qt.MouseButton.LeftButton)


def test_search_is_emptied_by_escape_and_by_the_cross(qtbot):
    field = shown(qtbot, SearchField())
    assert field.cross.isHidden()
    for empty in (
        lambda: qtbot.keyClick(field, Qt.Key.Key_Escape),
        lambda: qtbot.mouseClick(field.cross, Qt.MouseButton.LeftButton),
    ):
        qtbot.keyClicks(field, "mia")
        assert not field.cross.isHidden()
        with qtbot.waitSignal(field.textEdited) as edited:
            empty()
        assert edited.args == [""]
        assert field.text() == ""


def test_the_step_to_do_now_stands_out_and_has_its_button(qtbot):
    row = shown(qtbot, StepRow(), width=400)
    row.show_step("clock", "Set a visit", detail="Nothing is set yet", next_one=True, action="Set")
    assert row.action.property("primary") is True
    assert row.grab().toImage().pixelColor(200, 3).name() == LIGHT.soft
    with qtbot.waitSignal(row.acted):
        qtbot.mouseClick(row.action, Qt.MouseButton.LeftButton)
    row.show_step("check", "Set a visit", detail="Done by RM")
    assert row.action.isHidden()


def test_a_card_has_its_border(qtbot):
    card = shown(qtbot, Card(), width=100, height=60)
    assert card.grab().toImage().pixelColor(50, 0).name() == LIGHT.line
