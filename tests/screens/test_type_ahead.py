"""The field that offers what fits, by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from desktop.screens.type_ahead import Suggestion, TypeAhead

PEOPLE = [
    Suggestion(id=1, title="Mia Alvarez", detail="Grade 4", icon="person"),
    Suggestion(id=2, title="Miguel <i>Ortiz</i>", detail="Grade 7"),
    Suggestion(id=3, title="Mina Khan"),
]


def starts_with(text):
    return [one for one in PEOPLE if one.title.lower().startswith(text.lower())]


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(500, 400)
    layout = QVBoxLayout(made)
    made.field, made.next = TypeAhead(), QLineEdit()
    made.field.set_source(starts_with)
    layout.addWidget(made.field)
    layout.addWidget(made.next)
    layout.addStretch()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


@pytest.fixture
def field(window):
    return window.field


def type_and_wait(qtbot, field, text):
    with qtbot.waitSignal(field.searched):
        qtbot.keyClicks(field, text)


def test_typing_offers_what_fits_best_first(qtbot, field):
    type_and_wait(qtbot, field, "mi")
    assert [one.id for one in field.offers()] == [1, 2, 3]
    type_and_wait(qtbot, field, "g")
    assert [one.id for one in field.offers()] == [2]


def test_enter_takes_the_first_offer_and_leaves_its_name(qtbot, field):
    type_and_wait(qtbot, field, "mi")
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert picked.args == [PEOPLE[0]]
    assert field.choice() is PEOPLE[0]
    assert field.text() == "Mia Alvarez"
    assert field.offers() == ()


def test_enter_right_after_the_last_letter_waits_for_its_offers(qtbot, field):
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClicks(field, "mig")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert picked.args == [PEOPLE[1]]


def test_arrows_move_and_begin_again_past_the_end(qtbot, field):
    type_and_wait(qtbot, field, "mi")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(field, key)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.choice() is PEOPLE[2]


def test_moving_through_the_offers_leaves_the_typed_text(qtbot, field):
    type_and_wait(qtbot, field, "mi")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "mi"


def test_escape_closes_the_list_and_keeps_the_text_and_the_dialog(qtbot):
    dialog = QDialog()
    field = TypeAhead(dialog)
    field.set_source(starts_with)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    field.setFocus()
    type_and_wait(qtbot, field, "mi")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.offers() == ()
    assert field.text() == "mi"
    assert dialog.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_tab_takes_an_offer_only_when_the_arrows_chose_it(qtbot, qapp, window):
    type_and_wait(qtbot, window.field, "mi")
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    assert window.field.choice() is None
    assert qapp.focusWidget() is window.next
    assert window.field.offers() == ()
    window.field.setFocus()
    window.field.clear()
    type_and_wait(qtbot, window.field, "mi")
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    assert window.field.choice() is PEOPLE[1]
    assert qapp.focusWidget() is window.next


def test_typing_after_a_pick_lets_go_of_it(qtbot, field):
    field.set_choice(PEOPLE[0])
    with qtbot.waitSignal(field.let_go):
        qtbot.keyClicks(field, "x")
    assert field.choice() is None


def test_setting_a_choice_tells_nobody(qtbot, field):
    with qtbot.assertNotEmitted(field.picked), qtbot.assertNotEmitted(field.let_go):
        field.set_choice(PEOPLE[2])
        field.set_choice(None)
    assert field.text() == ""


def test_a_click_takes_the_offer_under_it(qtbot, field):
    type_and_wait(qtbot, field, "mi")
    offers = field.window().findChild(QListWidget)
    place = offers.visualItemRect(offers.item(1)).center()
    qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.choice() is PEOPLE[1]
    assert field.hasFocus()


def test_down_opens_the_list_again(qtbot, field):
    type_and_wait(qtbot, field, "mi")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert len(field.offers()) == 3


def test_nothing_found_closes_the_list(qtbot, field):
    type_and_wait(qtbot, field, "mi")
    type_and_wait(qtbot, field, "zz")
    assert field.offers() == ()
    with qtbot.assertNotEmitted(field.picked):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_some_fields_offer_at_once(qtbot, window):
    window.next.setFocus()
    window.field.set_source(lambda _text: PEOPLE, when_empty=True)
    with qtbot.waitSignal(window.field.searched):
        window.field.setFocus()
    assert len(window.field.offers()) == 3


def test_leaving_the_field_closes_the_list(qtbot, window):
    type_and_wait(qtbot, window.field, "mi")
    window.next.setFocus()
    assert window.field.offers() == ()


def test_the_list_lies_inside_the_window_above_when_below_is_no_room(qtbot):
    window = QWidget()
    window.resize(400, 300)
    layout = QVBoxLayout(window)
    layout.addStretch()
    field = TypeAhead()
    field.set_source(starts_with)
    layout.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    type_and_wait(qtbot, field, "mi")
    popup = window.findChild(QListWidget).parent()
    assert popup.geometry().bottom() < field.geometry().top()
    assert window.rect().contains(popup.geometry())


def test_each_offer_is_spoken_with_what_tells_it_apart(qtbot, field):
    type_and_wait(qtbot, field, "mi")
    offers = field.window().findChild(QListWidget)
    assert offers.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Mia Alvarez, Grade 4"
