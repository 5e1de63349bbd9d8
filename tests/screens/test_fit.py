"""Everything fits: text at 200 % in a window of 1280 by 800, long names, the first window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, QThreadPool
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.office.settings import WindowSettings
from desktop.screens.entrance import Entrance
from desktop.screens.flow import FlowLayout, FlowRow
from desktop.screens.intake import IntakeDialog
from desktop.screens.letter import draft_letter
from desktop.screens.long_words import breakable
from desktop.screens.room import room_for
from desktop.screens.students import StudentsPage
from desktop.screens.theme import apply_theme
from desktop.screens.window import DeskWindow
from desktop.screens.window_dialogs import open_dialogs
from tests.desks import a_desk, law_of
from tests.offices import TODAY, a_party, a_student, the_defaults
from tests.pictures import Picture
from tests.pictures.__main__ import all_pictures, put_away, show
from tests.pictures.clipped import clipped
from tests.screens.request_pages import Opened

SMALL = QSize(1280, 800)


@pytest.fixture
def large(qapp):
    apply_theme(qapp, dark=False, text_scale=2.0)
    yield
    apply_theme(qapp, dark=False)


@pytest.fixture
def window(qtbot, office):
    made = DeskWindow(a_desk(office, TODAY, practice=True), WindowSettings(guidance_open=False))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fits(widget: QWidget) -> bool:
    least = widget.minimumSizeHint()
    return least.width() <= SMALL.width() and least.height() <= SMALL.height()


def crowded(name: str) -> Picture:
    """A picture by its name: those in which there is least room for what is said."""
    return next(one for one in all_pictures() if one.name == name)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    "name",
    [
        "authority-care-dialog",
        "calendar-days",
        "practice-entrance",
        "request-charge",
        "request-extend",
        "request-half-way",
        "request-small",
        "request-visit-dialog",
        "request-visit-missed",
        "settings-5-rule-add",
        "settings-7-rolled-back",
        "setup-1-filled",
        "setup-3-code",
        "unlock-fault",
        "unlock-several",
        "vault-salvage-told",
    ],
)
def test_nothing_is_cut_off_where_there_is_least_room(qapp, name, scale):
    picture = crowded(name)
    apply_theme(qapp, dark=False, text_scale=scale)
    shown = picture.draw()
    show(qapp, shown, picture, scale)
    found = clipped(shown)
    put_away(shown)
    apply_theme(qapp, dark=False)
    assert found == []


def test_what_is_cut_off_is_told_with_its_place(qtbot):
    window, button = QWidget(), QPushButton("Save what can be read")
    button.setParent(window)
    button.setObjectName("save")
    button.resize(40, 30)
    qtbot.addWidget(window)
    window.show()
    assert [line.partition(":")[0] for line in clipped(window)] == ["save in QWidget"]


def test_every_page_fits_a_small_window_at_200_percent(qtbot, office, large, window):
    qtbot.waitUntil(lambda: hasattr(window, "reminders"))  # what is said by then takes its room
    window.show_students()
    window.show_today()
    window.show_registers()
    window.show_reports()
    window.show_settings()
    for place in range(window.turn.kept["settings"].tabs.count()):
        window.turn.kept["settings"].tabs.setCurrentIndex(place)
    window.open_request(office.log().request)
    assert fits(window)


def test_the_intake_form_fits_without_scrolling_sideways(qtbot, office, large):
    dialog = IntakeDialog(a_desk(office, TODAY))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(SMALL)
    QApplication.processEvents()
    assert fits(dialog)
    assert dialog.form_scroll.horizontalScrollBar().maximum() == 0
    dialog.resize(SMALL.width() - 40, SMALL.height())
    QApplication.processEvents()
    assert dialog.width() == SMALL.width() - 40


@pytest.mark.parametrize("show", ["find_anything", "show_keys"])
def test_what_lies_over_the_window_fits_at_200_percent(large, window, show):
    getattr(window.keys, show)()
    dialog = open_dialogs(window)[0]
    assert fits(dialog)
    dialog.reject()


def test_a_letter_fits_at_200_percent(qtbot, office, large, window):
    dialog = draft_letter(window._desk, office.log().request, "receipt", window)
    QThreadPool.globalInstance().waitForDone()
    assert fits(dialog)
    dialog.reject()


@pytest.mark.parametrize("part", ["people", "places", "rules", "look", "computer"])
def test_what_does_not_fit_in_the_settings_is_reached_by_scrolling(office, window, part):
    window.show_settings()
    tab = getattr(window.turn.kept["settings"], part)
    scroll = tab.findChild(QScrollArea)
    assert scroll.widget().isAncestorOf(tab.focusProxy())


def test_the_tabs_of_the_queue_all_fit_at_200_percent(qtbot, office, large, window):
    window.resize(SMALL)
    QApplication.processEvents()
    tabs = window.turn.kept["queue"]._tabs
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()


def test_the_tabs_of_the_settings_all_fit_at_200_percent(large, window):
    window.resize(SMALL)
    window.show_settings()
    QApplication.processEvents()
    bar = window.turn.kept["settings"].tabs.tabBar()
    assert bar.tabRect(bar.count() - 1).right() <= bar.width()


def test_a_column_that_stretches_can_be_read_at_200_percent(large, window):
    window.resize(SMALL)
    window.show_settings()
    page = window.turn.kept["settings"]
    page.tabs.setCurrentWidget(page.people)
    QApplication.processEvents()
    people = page.people.people
    letter = people.fontMetrics().averageCharWidth()
    assert people.columnWidth(0) >= 12 * letter


def test_the_students_keep_their_names_at_200_percent(qtbot, office, large):
    page = StudentsPage(a_desk(office, TODAY))
    qtbot.addWidget(page)
    page.resize(980, 700)
    page.show()
    QApplication.processEvents()
    assert page.rows.isColumnHidden(1)
    assert page.rows.isColumnHidden(3)
    assert not page.rows.isColumnHidden(0)


def test_the_first_window_leaves_room_for_its_frame(qtbot, office, window, tmp_path):
    available = window.screen().availableSize()
    assert window.width() <= max(available.width() - 16, window.minimumSizeHint().width())
    assert window.height() <= available.height() - 48
    entrance = Entrance(a_desk(office).home, law_of=law_of, defaults=the_defaults())
    qtbot.addWidget(entrance)
    assert entrance.height() <= room_for(entrance).height()


def test_a_name_without_a_break_does_not_widen_the_page(qtbot, office):
    logged = office.log(
        student=a_student(given="W" * 149, family="Q" * 149),
        requester=a_party(name="M" * 300),
        words="X" * 400,
    )
    page = Opened(qtbot, a_desk(office, TODAY), logged.request).page
    assert page.content.width() <= page.scroll_area.viewport().width()
    assert page.people.width() < page.width()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mia Alvarez", "Mia Alvarez"),
        ("W" * 31, "W" * 31),
        ("W" * 33, "\u200b".join(["W" * 8] * 4 + ["W"])),
        ("a " + "W" * 40 + " b", "a " + "\u200b".join(["W" * 8] * 5) + " b"),
    ],
)
def test_only_words_longer_than_any_line_are_broken(text, shown):
    assert breakable(text) == shown


def test_the_place_and_what_is_said_about_it_are_seen_together(qtbot, office):
    page = Opened(qtbot, a_desk(office, TODAY), office.log().request).page
    page.resize(1000, 520)
    QApplication.processEvents()
    page.search.take_keyboard()
    page.search.places.choose_place(len(page.search._model.rows) - 1)
    QApplication.processEvents()
    shown = page.scroll_area.viewport().rect()
    for part in (page.search.places, page.search.answer):
        top = part.mapTo(page.scroll_area.viewport(), part.rect().topLeft())
        end = part.mapTo(page.scroll_area.viewport(), part.rect().bottomLeft())
        assert shown.contains(top)
        assert shown.contains(end)
    row = page.search.places.visualRect(page.search.places.currentIndex())
    assert page.search.places.viewport().rect().contains(row)


class TestTheFlow:
    @pytest.fixture
    def row(self, qtbot):
        window, row = QWidget(), FlowRow()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.buttons = [QPushButton("A longer button") for _ in range(3)]
        for button in self.buttons:
            layout.addWidget(button)
        layout.insertStretch(1)
        row.flow()
        QVBoxLayout(window).addWidget(row)
        qtbot.addWidget(window)
        window.resize(600, 200)
        window.show()
        row.kept = window
        return row

    def test_it_is_one_line_while_there_is_room_and_the_rest_goes_between(self, row):
        assert len({button.y() for button in self.buttons}) == 1
        assert self.buttons[2].geometry().right() == row.width() - 1

    def test_it_goes_on_below_where_it_is_narrow(self, row):
        row.window().resize(self.buttons[0].width() * 2 + 60, 300)
        QApplication.processEvents()
        assert self.buttons[2].y() > self.buttons[0].y()

    def test_what_stands_behind_the_gap_stays_at_the_end_below_as_well(self, row):
        row.window().resize(self.buttons[0].width() * 2 + 60, 300)
        QApplication.processEvents()
        assert self.buttons[2].geometry().right() == row.width() - 1

    def test_without_a_gap_every_line_begins_at_the_left(self, row):
        row.layout().takeAt(1)
        row.window().resize(self.buttons[0].width() * 2 + 60, 300)
        QApplication.processEvents()
        assert self.buttons[2].x() == 0

    def test_it_needs_no_more_than_its_widest_part(self, row):
        assert row.minimumSizeHint().width() == self.buttons[0].minimumSizeHint().width()

    def test_what_is_hidden_takes_no_room(self, row):
        before = row.layout().sizeHint().width()
        self.buttons[1].hide()
        assert row.layout().sizeHint().width() < before

    def test_a_row_that_flows_already_stays_as_it_is(self, row):
        layout = row.layout()
        row.flow()
        assert row.layout() is layout
        assert isinstance(layout, FlowLayout)
        assert layout.itemAt(9) is None
