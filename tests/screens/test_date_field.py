"""The date field by keyboard: typing, leaving, moving by days, the month."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.screens.date_field import DateField
from desktop.screens.typed_date import Lean

TODAY = date(2026, 9, 14)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    layout = QVBoxLayout(made)
    made.field, made.next = DateField(), QLineEdit()
    made.field.set_today(TODAY)
    layout.addWidget(made.field)
    layout.addWidget(made.next)
    made.resize(500, 100)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


@pytest.fixture
def field(window):
    return window.field


def test_typing_is_read_at_once_and_the_weekday_stands_beside(qtbot, field):
    changed = []
    field.changed.connect(changed.append)
    qtbot.keyClicks(field.entry, "9/11")
    assert field.value() == date(2026, 9, 11)
    assert field.weekday.text() == "Friday, September 11, 2026"
    assert changed[-1] == date(2026, 9, 11)
    assert field.entry.text() == "9/11"


@pytest.mark.parametrize(
    ("width", "said"),
    [(500, "Friday, September 11, 2026"), (300, "Fri Sep 11"), (200, "Fri")],
)
def test_the_day_is_said_in_one_line_however_narrow_it_is(window, width, said):
    window.field.set_value(date(2026, 9, 11))
    one_line = window.field.weekday.height()
    window.resize(width, 100)
    QApplication.processEvents()
    assert window.field.weekday.text().startswith(said)
    assert window.field.weekday.height() == one_line
    assert window.field.entry.accessibleDescription() == "Friday, September 11, 2026"


def test_leaving_the_field_writes_the_date_out(qtbot, window):
    qtbot.keyClicks(window.field.entry, "yesterday")
    window.next.setFocus()
    assert window.field.entry.text() == "9/13/2026"


def test_half_a_date_is_no_mistake_until_the_field_is_left(qtbot, window):
    qtbot.keyClicks(window.field.entry, "9/")
    assert window.field.message.isHidden()
    assert window.field.value() is None
    window.next.setFocus()
    assert not window.field.message.isHidden()
    assert window.field.is_wrong()


def test_what_is_no_date_stays_typed_and_is_told_below(qtbot, window):
    qtbot.keyClicks(window.field.entry, "2/29/2027")
    window.next.setFocus()
    assert window.field.entry.text() == "2/29/2027"
    assert window.field.message.text() == "February 2027 has 28 days. Check the day."
    assert window.field.entry.accessibleDescription() == window.field.message.text()
    assert window.field.entry.property("wrong") is True


def test_mending_it_takes_the_message_away(qtbot, window):
    qtbot.keyClicks(window.field.entry, "9/31")
    window.next.setFocus()
    window.field.setFocus()
    window.field.entry.selectAll()
    qtbot.keyClicks(window.field.entry, "9/30")
    assert window.field.message.isHidden()
    assert window.field.entry.property("wrong") is False
    assert window.field.value() == date(2026, 9, 30)


def test_an_empty_field_is_no_date_and_no_mistake(qtbot, window):
    window.field.set_value(TODAY)
    window.field.entry.selectAll()
    qtbot.keyClick(window.field.entry, Qt.Key.Key_Delete)
    window.next.setFocus()
    assert window.field.value() is None
    assert not window.field.is_wrong()
    assert window.field.weekday.text() == ""


@pytest.mark.parametrize(
    ("key", "moved"), [(Qt.Key.Key_Up, date(2026, 10, 1)), (Qt.Key.Key_Down, date(2026, 9, 29))]
)
def test_arrows_move_a_day(qtbot, field, key, moved):
    field.set_value(date(2026, 9, 30))
    qtbot.keyClick(field.entry, key)
    assert field.value() == moved


def test_an_arrow_in_an_empty_field_gives_today(qtbot, field):
    qtbot.keyClick(field.entry, Qt.Key.Key_Down)
    assert field.value() == TODAY


def test_an_arrow_does_not_destroy_what_is_no_date(qtbot, field):
    qtbot.keyClicks(field.entry, "9/31")
    qtbot.keyClick(field.entry, Qt.Key.Key_Up)
    assert field.entry.text() == "9/31"


def test_a_day_can_be_picked_from_a_month(qtbot, field):
    field.set_value(date(2026, 9, 30))
    month = field.month()
    assert month.calendar.selectedDate() == QDate(2026, 9, 30)
    with qtbot.waitSignal(field.changed):
        month.calendar.activated.emit(QDate(2026, 9, 3))
    assert field.value() == date(2026, 9, 3)
    assert field.entry.hasFocus()


@pytest.mark.no_qt_log  # without a display a popup cannot be raised, and Qt says so
def test_the_month_opens_by_keyboard_and_closes_with_escape(qtbot, field):
    field.set_value(TODAY)
    qtbot.keyClick(field.entry, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    month = field.month()
    assert month.isVisible()
    assert field.value() == TODAY
    qtbot.keyClick(month, Qt.Key.Key_Escape)
    assert not month.isVisible()


def test_the_year_leans_where_the_field_says(qtbot, field):
    field.set_today(TODAY, Lean.FUTURE)
    qtbot.keyClicks(field.entry, "2/10")
    assert field.value() == date(2027, 2, 10)


def test_a_birth_date_without_its_year_is_asked_for_the_year(qtbot, window):
    window.field.set_today(TODAY, Lean.NONE)
    qtbot.keyClicks(window.field.entry, "3/5")
    assert window.field.value() is None
    window.next.setFocus()
    assert window.field.message.text() == "Type the year as well: 9/14/2015."
    assert window.field.is_wrong()


def test_a_doubt_is_asked_once_the_field_is_left_and_nothing_is_refused(qtbot, window):
    window.field.set_doubt(lambda on: "Really?" if on.year < 2000 else "")
    qtbot.keyClicks(window.field.entry, "3/5/1975")
    assert window.field.message.isHidden()
    window.next.setFocus()
    assert window.field.message.text() == "Really?"
    assert window.field.value() == date(1975, 3, 5)
    assert not window.field.entry.property("wrong")


def test_a_rule_can_speak_beside_the_field_and_puts_the_keyboard_back(qtbot, window):
    window.field.set_value(TODAY)
    window.next.setFocus()
    window.field.tell("This day has not come yet. Check the date.")
    assert window.field.message.text() == "This day has not come yet. Check the date."
    assert window.field.entry.hasFocus()


def test_setting_the_same_date_again_tells_nobody(qtbot, field):
    field.set_value(TODAY)
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(TODAY)


@pytest.mark.parametrize("lean", [Lean.NONE, Lean.PAST])
def test_what_says_how_a_date_is_typed_is_read_whole(field, lean):
    field.set_today(TODAY, lean)
    entry = field.entry
    needed = entry.fontMetrics().horizontalAdvance(entry.placeholderText())
    assert needed + 2 * 8 <= entry.width()  # and the margins inside the frame
