"""Citations stay in one line where they are shown, and are copied as they were said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from desktop.screens.form import read_form
from desktop.screens.notices import FieldMessage, Kind, NoticeBar
from desktop.screens.plain_label import PlainLabel, unbroken
from desktop.screens.request_part import plain_label
from desktop.screens.tip_card import tip_label
from desktop.screens.widgets import KeyValues

SAID = "A consent must be dated (34 CFR 99.30(a))."
SHOWN = "A consent must be dated (34\u00a0CFR\u00a099.30(a))."


def painted(label: QLabel) -> str:
    return QLabel.text(label)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (SAID, SHOWN),
        (
            "20 USC 7908 and 34 CFR Part 98",
            "20\u00a0USC\u00a07908 and 34\u00a0CFR\u00a0Part\u00a098",
        ),
        ("34 CFR 99.4; 99.5(a)(1)", "34\u00a0CFR\u00a099.4; 99.5(a)(1)"),
        ("Cal. Educ. Code 49069.7(b)", "Cal. Educ. Code 49069.7(b)"),
        ("12 days, 3 pages", "12 days, 3 pages"),
    ],
)
def test_the_spaces_of_a_citation_do_not_break(said, shown):
    assert unbroken(said) == shown


def test_every_label_for_words_shows_citations_unbroken(qtbot):
    bar, facts, message = NoticeBar(), KeyValues(), FieldMessage()
    for one in (bar, facts, message):
        qtbot.addWidget(one)
    bar.say(SAID, Kind.INFO)
    facts.show_facts([("Under", SAID)])
    message.tell(SAID)
    labels = [plain_label(), tip_label("")]
    for label in labels:
        label.setText(SAID)
    labels += [bar.sentence, message, *facts.findChildren(QLabel)[1:]]
    assert {painted(label) for label in labels} == {SHOWN}
    assert {label.text() for label in labels} == {SAID}
    assert facts.facts() == [("Under", SAID)]


def test_the_words_of_a_form_and_those_set_later_show_citations_unbroken(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    root = read_form("order", around)
    labels = root.findChildren(PlainLabel)
    assert any("34\u00a0CFR\u00a099.4" in painted(label) for label in labels)
    assert not any("34 CFR" in painted(label) for label in labels)
    labels[0].setText(SAID)
    assert painted(labels[0]) == SHOWN


def test_what_is_copied_from_a_label_has_ordinary_spaces(qtbot):
    label = PlainLabel()
    qtbot.addWidget(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setText(SAID)
    label.show()
    label.setSelection(0, len(SAID))
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == SAID
