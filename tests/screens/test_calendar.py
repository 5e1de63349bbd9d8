"""The calendar page: walked by keyboard, opened from, edited, taken in and out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.actions import visits
from desktop.records.person import Role
from desktop.records.planner import PlanKind
from desktop.screens.calendar import CalendarPage
from desktop.screens.calendar_days import DaysDialog
from desktop.screens.calendar_feed import FeedDialog
from desktop.screens.theme import theme
from desktop.store import cases
from desktop.store.own_days import calendar_entries
from tests.desks import a_desk
from tests.office.test_calendar_file import ics
from tests.offices import TODAY, a_student

KEYS = Qt.Key
FEED = ics(
    "DTSTART;VALUE=DATE:20261116\nDTEND;VALUE=DATE:20261128\nSUMMARY:Fall Break",
    "DTSTART;VALUE=DATE:20261012\nSUMMARY:Picture Day",
    "DTSTART;TZID=America/New_York:20261020T180000\nDURATION:PT2H\nSUMMARY:No School Board",
    "DTSTART;VALUE=DATE:20261225\nSTATUS:CANCELLED\nSUMMARY:No School",
)


@pytest.fixture
def desk(office):
    return a_desk(office, TODAY)


@pytest.fixture
def show(qtbot, desk):
    def shown() -> CalendarPage:
        page = CalendarPage(desk)
        qtbot.addWidget(page)
        page.resize(1080, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus()
        return page

    return shown


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def day_lines(page):
    model = page.day_rows.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def spoken(page, on):
    return page.grid.days.index_of(on).data(Qt.ItemDataRole.AccessibleTextRole)


def dialog(qtbot, page, kind):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.window().findChildren(kind)))
    return next(one for one in page.window().findChildren(kind) if one.isVisible())


def taken_in(qtbot, page, folder, text=FEED):
    file = folder / "district.ics"
    file.write_bytes(text.encode())
    page.read_feed(file)
    return dialog(qtbot, page, FeedDialog)


def standings(feed):
    model = feed.events.model()
    return [
        (model.index(row, 2).data(), model.index(row, 0).data()) for row in range(model.rowCount())
    ]


# Walking


def test_it_begins_on_today_and_the_arrows_walk_over_the_edge_of_the_month(qtbot, show):
    page = show()
    assert (page.month.text(), page.grid.day()) == ("October 2026", TODAY)
    press(qtbot, KEYS.Key_Up)
    press(qtbot, KEYS.Key_Left)
    assert (page.month.text(), page.grid.day()) == ("September 2026", date(2026, 9, 27))
    assert page.day.text() == "Sunday, September 27, 2026"


@pytest.mark.parametrize(
    ("key", "on"), [(KEYS.Key_PageDown, date(2026, 11, 5)), (KEYS.Key_PageUp, date(2026, 9, 5))]
)
def test_page_up_and_down_go_by_months(qtbot, show, key, on):
    page = show()
    press(qtbot, key)
    assert page.grid.day() == on


def test_a_month_that_has_no_such_day_shows_its_last(qtbot, show):
    page = show()
    page.show_day(date(2027, 1, 31))
    press(qtbot, KEYS.Key_PageDown)
    assert page.grid.day() == date(2027, 2, 28)


def test_today_comes_back(qtbot, show):
    page = show()
    for _ in range(3):
        page.later.click()
    assert page.month.text() == "January 2027"
    page.today.click()
    assert page.grid.day() == TODAY


def test_today_is_read_while_the_keyboard_is_on_it(show):
    """Its number stands on a filled ground, which once ran over all of the day."""
    grid = show().grid
    assert grid.hasFocus()
    assert grid.day() == TODAY
    cell = grid.visualRect(grid.days.index_of(TODAY))
    seen = grid.viewport().grab(cell).toImage()
    middle = seen.pixelColor(seen.width() // 2, seen.height() * 3 // 4)
    assert middle == theme().colour("soft")


# What stands on a day


def test_a_day_says_what_falls_on_it_to_the_eye_and_to_a_screen_reader(qtbot, office, show):
    request = office.log().request
    visits.set_visit(
        office.store, request, meet_on=date(2026, 10, 20), meet_at=time(9, 30), place="Room 12",
        sits_in="", interpreter=False, today=TODAY, by=office.sign(),
    )  # fmt: skip
    page = show()
    assert spoken(page, date(2026, 10, 20)) == "Tuesday, October 20, 2026: 1 visit"
    assert spoken(page, date(2026, 10, 21)) == "Wednesday, October 21, 2026: nothing"
    page.show_day(date(2026, 10, 20))
    assert day_lines(page) == [
        ["9:30 a.m.", "Appointment: see the records. Room 12", "Alvarez, Mia", "2026-0001"]
    ]


def test_public_holidays_come_a_moment_later(qtbot, show):
    page = show()
    page.show_day(date(2026, 11, 26))
    qtbot.waitUntil(lambda: bool(day_lines(page)), timeout=10_000)
    assert day_lines(page)[0][1].startswith("Public holiday: Thanksgiving")


def test_enter_goes_into_the_day_and_on_to_the_request(qtbot, office, show):
    request = office.log().request
    page = show()
    page.show_day(date(2026, 11, 19))
    with qtbot.waitSignal(page.request_opened) as opened:
        press(qtbot, KEYS.Key_Return)
        press(qtbot, KEYS.Key_Return)
    assert opened.args == [request]


def test_a_birthday_opens_the_student(qtbot, office, show):
    student = a_student(born_on=date(2008, 10, 9))
    office.log(student=student)
    page = show()
    page.show_day(date(2026, 10, 9))
    press(qtbot, KEYS.Key_Return)
    with qtbot.waitSignal(page.student_opened) as opened:
        press(qtbot, KEYS.Key_Return)
    assert opened.args == [student.id]


def test_a_choice_leaves_out_the_rest_and_the_list_shows_the_month(qtbot, office, show):
    office.log(student=a_student(born_on=date(2008, 11, 9)))
    page = show()
    page.show_day(date(2026, 11, 1))
    page.shown.setCurrentIndex(4)
    assert {one.kind for one in page.list_rows.model().rows} == {PlanKind.BIRTHDAY}
    page.shown.setCurrentIndex(1)
    assert {one.kind for one in page.list_rows.model().rows} == {PlanKind.DUE}


def test_what_changes_elsewhere_is_read_again(qtbot, office, desk, show):
    page = show()
    page.show_day(date(2026, 11, 19))
    desk.did(office.log().changes)
    assert [line[3] for line in day_lines(page)] == ["2026-0001"]


# The office's own days


def test_days_are_added_by_hand_and_what_moved_is_listed(qtbot, office, show):
    office.log()
    page = show()
    page.show_day(date(2026, 11, 19))
    page.add_days.click()
    form = dialog(qtbot, page, DaysDialog)
    assert form.from_on.value() == date(2026, 11, 19)
    form.entry_title.setText("Storm")
    form.save.click()
    qtbot.waitUntil(page.moved.isVisible, timeout=10_000)
    assert page.moved.heading.text() == "The date of one open request moved"
    assert spoken(page, date(2026, 11, 19)).endswith(": Storm, 1 last day")
    assert page.edit_days.isEnabled()


def test_an_entry_without_a_name_is_refused_beside_its_field(qtbot, show):
    page = show()
    form = page.open_add()
    form.save.click()
    qtbot.waitUntil(form.title_message.isVisible, timeout=10_000)
    assert form.title_message.text().startswith("The days need a name.")


def test_an_entry_is_corrected_and_taken_back(qtbot, office, show):
    page = show()
    for title in ("Storm", "Ice"):
        form = page.open_edit() or page.open_add()
        form.entry_title.setText(title)
        with qtbot.waitSignal(form.edited, timeout=10_000):
            form.save.click()
        qtbot.waitUntil(page.edit_days.isEnabled)
    assert [one.title for one in calendar_entries(office.store)] == ["Ice"]
    form = page.open_edit()
    with qtbot.waitSignal(form.edited, timeout=10_000):
        form.remove.click()
    assert calendar_entries(office.store) == []
    assert not page.edit_days.isEnabled()


def test_the_counter_looks_and_is_told_who_may_edit(qtbot, office, desk, show):
    desk.person = replace(desk.person, role=Role.FRONT_OFFICE)
    page = show()
    for button in (page.add_days, page.take_in, page.save_out):
        assert not button.isEnabled()
        assert "Only" in button.toolTip()


# A district's calendar


def test_a_feed_is_shown_with_what_closes_the_school_before_anything_is_kept(
    qtbot, office, show, tmp_path
):
    office.log()
    feed = taken_in(qtbot, show(), tmp_path)
    assert standings(feed) == [
        ("Picture Day", "Only an event"),
        ("No School Board", "Only an event"),
        ("Fall Break", "No school"),
    ]
    assert feed.picked.text() == "1 of 3 count as “No school”"
    qtbot.waitUntil(feed.moved.isVisible, timeout=10_000)
    assert feed.moved.heading.text() == "The date of one open request would move"
    assert calendar_entries(office.store) == []


def test_space_lets_an_event_count_as_the_other_thing(qtbot, show, tmp_path):
    feed = taken_in(qtbot, show(), tmp_path)
    feed.events.setFocus()
    for _ in range(2):
        before = dict(standings(feed))["Picture Day"]
        qtbot.keyClick(feed.events, KEYS.Key_Space)
        assert dict(standings(feed))["Picture Day"] != before
    feed.events.choose_place(2)
    feed.switch_over.click()
    assert not feed.save.isEnabled()


def test_enter_lets_an_event_count_as_the_other_thing_and_saves_nothing(
    qtbot, office, show, tmp_path
):
    feed = taken_in(qtbot, show(), tmp_path)
    feed.switch_over.click()
    feed.events.choose_place(2)
    feed.events.setFocus()
    qtbot.keyClick(feed.events, KEYS.Key_Return)
    assert dict(standings(feed))["Fall Break"] == "Only an event"
    assert feed.save.isEnabled()  # it rests while it saves
    assert calendar_entries(office.store) == []


def test_the_days_are_entered_at_once_and_a_second_time_they_are_known(
    qtbot, office, show, tmp_path
):
    request = office.log().request
    page = show()
    feed = taken_in(qtbot, page, tmp_path)
    with qtbot.waitSignal(feed.edited, timeout=10_000):
        feed.save.click()
    assert [one.title for one in calendar_entries(office.store)] == ["Fall Break"]
    assert cases.case(office.store, request).request.work_by == date(2026, 11, 13)
    assert page.moved.isVisible()
    again = taken_in(qtbot, page, tmp_path)
    assert dict(standings(again))["Fall Break"] == "Entered already"
    assert not again.save.isEnabled()


@pytest.mark.parametrize(
    ("text", "said"),
    [("nothing", "cannot be used"), (ics(), "holds no event from this school year on")],
)
def test_a_file_without_a_calendar_is_told_in_one_sentence(qtbot, show, tmp_path, text, said):
    page = show()
    file = tmp_path / "district.ics"
    file.write_bytes(text.encode())
    page.read_feed(file)
    qtbot.waitUntil(lambda: said in page.notices.sentence.text(), timeout=10_000)


# Out


def test_the_dates_are_saved_and_told(qtbot, office, show, tmp_path):
    office.log()
    page = show()
    page.save_out.click()
    asking = page.window().findChild(QFileDialog)
    assert asking.selectedFiles()[0].endswith("records-desk.ics")
    asking.reject()
    page.save_to(tmp_path / "office.ics")
    qtbot.waitUntil(lambda: "saved as office.ics" in page.notices.sentence.text(), timeout=10_000)
    assert "Alvarez" not in (tmp_path / "office.ics").read_text("utf-8")
