"""The bar at the top of a window, and the message beside a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.screens.notices import SUCCESS_SHOWN_MS, FieldMessage, Kind, NoticeBar
from desktop.screens.theme import LIGHT


@pytest.fixture
def bar(qtbot):
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def test_nothing_is_there_until_something_is_said(bar):
    assert bar.isHidden()


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_shows_its_sentence_with_an_icon(bar, kind):
    bar.say("The disk is full.", kind)
    assert not bar.isHidden()
    assert bar.sentence.text() == "The disk is full."
    assert not bar.findChild(QLabel).pixmap().isNull()
    assert bar.kind is kind


def test_names_are_shown_as_typed_and_nothing_becomes_a_link(bar):
    text = '<a href="https://example.org">Mia</a> & <b>Jo</b>'
    bar.say(text)
    assert bar.sentence.text() == text
    assert bar.sentence.textFormat() is Qt.TextFormat.PlainText


def test_the_button_does_it_once_and_closes_the_bar(qtbot, bar):
    done = []
    bar.say("Logged.", Kind.SUCCESS, action="Print", on_action=lambda: done.append(1))
    qtbot.mouseClick(bar.action, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert bar.isHidden()


def test_without_an_action_there_is_no_button(bar):
    bar.say("Logged.", action="Print")
    bar.say("Logged.")
    assert bar.action.isHidden()


def test_a_success_goes_away_by_itself(qtbot, bar):
    assert SUCCESS_SHOWN_MS >= 5000  # WCAG 2.2.1: long enough to be read
    bar._timer.setInterval(10)
    with qtbot.waitSignal(bar.closed):
        bar.say("Logged.", Kind.SUCCESS)


def test_anything_else_stays(qtbot, bar):
    bar._timer.setInterval(10)
    bar.say("Logged.", Kind.SUCCESS)
    bar.say("The disk is full.", Kind.DANGER)
    with qtbot.assertNotEmitted(bar.closed, wait=50):
        pass


def test_a_fault_is_told_with_what_to_do(bar):
    bar.say_fault(DeskError("full", "The disk is full.", "Free some space."))
    assert bar.sentence.text() == "The disk is full. Free some space."
    assert bar.kind is Kind.DANGER


def test_the_cross_closes_it(qtbot, bar):
    bar.say("Logged.")
    with qtbot.waitSignal(bar.closed):
        qtbot.mouseClick(bar.dismiss, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


@pytest.fixture
def form(qtbot):
    made = QWidget()
    layout = QVBoxLayout(made)
    made.name, made.other, made.message = QLineEdit(), QLineEdit(), FieldMessage()
    made.name.setObjectName("name")
    made.name.setAccessibleDescription("As on the ID")
    for part in (made.name, made.message, made.other):
        layout.addWidget(part)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.other.setFocus()
    return made


def test_a_wrong_field_is_marked_described_and_gets_the_keyboard_back(form):
    form.message.attach(form.name)
    form.message.tell("Type the full name.")
    assert form.message.isVisible()
    assert form.name.property("wrong") is True
    assert form.name.accessibleDescription() == "Type the full name."
    assert form.name.hasFocus()


def test_a_form_can_name_the_field(form):
    form.message.setProperty("field", "name")
    form.message.tell("Type the full name.")
    assert form.name.property("wrong") is True


def test_when_it_is_mended_everything_is_as_before(form):
    form.message.attach(form.name)
    form.message.tell("Type the full name.")
    form.message.tell("Type it in letters.")
    form.message.clear()
    assert form.message.isHidden()
    assert form.name.property("wrong") is False
    assert form.name.accessibleDescription() == "As on the ID"


def test_advice_marks_nothing_and_leaves_the_keyboard(form):
    form.message.attach(form.name)
    form.message.advise("This is a Sunday.")
    assert form.message.isVisible()
    assert not form.name.property("wrong")
    assert form.other.hasFocus()


def test_a_field_inside_another_widget_is_marked_itself(form):
    outer = QWidget(form)
    outer.setFocusProxy(form.name)
    form.message.attach(outer)
    form.message.tell("Type the full name.")
    assert form.name.property("wrong") is True


def test_the_message_shows_a_sign_and_not_only_colour(form):
    form.message.attach(form.name)
    form.message.tell("Type the full name.")
    image = form.message.grab(form.message.rect().adjusted(0, 0, -form.message.width() + 16, 0))
    picture = image.toImage()
    points = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    reds = [picture.pixelColor(*point).name() == LIGHT.danger for point in points]
    assert any(reds)
