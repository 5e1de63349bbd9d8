"""The window at work: its keys, its pages, the guidance that follows, and leaving it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

import desktop.screens
from desktop.actions import drafts
from desktop.actions.families import note_order, save_student
from desktop.actions.office import open_office, save_school
from desktop.actions.practising import open_practice_office
from desktop.actions.signing_in import look_at_office, unlock_office
from desktop.actions.steps import do_step
from desktop.office import settings
from desktop.office.settings import WindowSettings
from desktop.paths import Home
from desktop.records.ids import OrderId, new_id
from desktop.records.order import Order, OrderKind
from desktop.records.request import Right
from desktop.screens import jobs
from desktop.screens.blanks import BlanksPage
from desktop.screens.intake import IntakeDialog
from desktop.screens.letters_page import LettersPage
from desktop.screens.library import LibraryPage
from desktop.screens.registers import RegistersPage
from desktop.screens.request import RequestPage
from desktop.screens.room import room_for
from desktop.screens.settings import SettingsPage
from desktop.screens.students import StudentsPage
from desktop.screens.window import DeskWindow
from desktop.screens.worklist import WorklistPage
from desktop.store import queries
from tests.desks import a_desk, law_of
from tests.offices import AT, PASSPHRASE, TODAY, Office, a_school, a_student, the_defaults, the_law

KEYS = Qt.Key
CTRL, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def show(qtbot, office):
    def build(remembered: WindowSettings | None = None, *, practice: bool = False) -> DeskWindow:
        desk = a_desk(office, TODAY, practice=practice)
        window = DeskWindow(desk, remembered or WindowSettings())
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return window

    yield build
    assert jobs.drain(10_000)


def press(qtbot, key, modifier=NONE):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def page(window):
    return window.pages.currentWidget()


# Keys


def test_the_queue_is_there_first_with_the_keyboard_in_it(show):
    window = show()
    assert isinstance(page(window), WorklistPage)
    assert window.queue.isChecked()
    assert page(window).isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize(
    ("key", "modifier", "kind", "button"),
    [
        (KEYS.Key_2, CTRL, StudentsPage, "students"),
        (KEYS.Key_3, CTRL, RegistersPage, "registers"),
        (KEYS.Key_8, CTRL, LibraryPage, "library"),
        (KEYS.Key_5, CTRL, BlanksPage, "blanks"),
        (KEYS.Key_4, CTRL, LettersPage, "letters"),
        (KEYS.Key_Comma, CTRL, SettingsPage, "settings"),
        (KEYS.Key_F1, NONE, LibraryPage, "library"),
    ],
)
def test_every_page_has_its_key_and_ctrl_1_comes_back(qtbot, show, key, modifier, kind, button):
    window = show()
    press(qtbot, key, modifier)
    assert isinstance(page(window), kind)
    pressed = [
        one
        for one in ("queue", "students", "registers", "letters", "blanks", "library", "settings")
        if getattr(window, one).isChecked()
    ]
    assert pressed == [button]
    assert page(window).isAncestorOf(QApplication.focusWidget())
    press(qtbot, KEYS.Key_1, CTRL)
    assert isinstance(page(window), WorklistPage)
    assert window.queue.isChecked()


def test_the_buttons_of_the_rail_do_what_their_keys_do(qtbot, show):
    window = show()
    for button, kind in (
        (window.students, StudentsPage),
        (window.registers, RegistersPage),
        (window.library, LibraryPage),
        (window.letters, LettersPage),
        (window.settings, SettingsPage),
        (window.queue, WorklistPage),
    ):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert isinstance(page(window), kind)
        assert button.isChecked()


def test_a_button_pressed_twice_stays_pressed(qtbot, show):
    window = show()
    for _ in range(2):
        qtbot.mouseClick(window.students, Qt.MouseButton.LeftButton)
    assert window.students.isChecked()


def test_every_button_names_its_key(show):
    window = show()
    tips = {
        window.new_request: "New request (Ctrl+N)",
        window.queue: "Queue (Ctrl+1)",
        window.students: "Students (Ctrl+2)",
        window.registers: "Registers (Ctrl+3)",
        window.letters: "Letters (Ctrl+4)",
        window.settings: "Settings (Ctrl+,)",
        window.lock: "Lock (Ctrl+L)",
        window.blanks: "Forms (Ctrl+5)",
        window.calendar: "Calendar (Ctrl+6)",
        window.reports: "Reports (Ctrl+7)",
        window.library: "Library (Ctrl+8)",
        window.guidance: "Tips for this moment (Shift+F1)",
    }
    assert {button: button.toolTip() for button in tips} == tips


def test_a_page_is_kept_as_it_was_left(qtbot, show):
    window = show()
    press(qtbot, KEYS.Key_Comma, CTRL)
    page(window).tabs.setCurrentIndex(3)
    press(qtbot, KEYS.Key_1, CTRL)
    press(qtbot, KEYS.Key_Comma, CTRL)
    assert page(window).tabs.currentIndex() == 3


def test_alt_left_comes_back_from_a_request_to_the_queue(qtbot, office, show):
    logged = office.log()
    window = show()
    window.open_request(logged.request)
    assert isinstance(page(window), RequestPage)
    press(qtbot, KEYS.Key_Left, ALT)
    assert isinstance(page(window), WorklistPage)
    assert window.queue.isChecked()


def test_shift_f1_shows_and_hides_the_tips(qtbot, show):
    window = show()
    before = window.guidance_place.isVisible()
    press(qtbot, KEYS.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.guidance_place.isVisible() is not before
    press(qtbot, KEYS.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.guidance_place.isVisible() is before


def test_ctrl_n_opens_the_intake_once(qtbot, show):
    window = show()
    press(qtbot, KEYS.Key_N, CTRL)
    assert len(window.findChildren(IntakeDialog)) == 1
    press(qtbot, KEYS.Key_N, CTRL)
    assert len(window.findChildren(IntakeDialog)) == 1


def test_enter_on_a_row_opens_the_request(qtbot, office, show):
    office.log()
    window = show()
    page(window).rows.choose_place(0)
    page(window).rows.setFocus()
    press(qtbot, KEYS.Key_Return)
    assert isinstance(page(window), RequestPage)


def test_a_request_takes_the_place_of_the_one_before(qtbot, office, show):
    first, second = office.log(), office.log()
    window = show()
    window.open_request(first.request)
    window.open_request(second.request)
    requests = [
        window.pages.widget(place)
        for place in range(window.pages.count())
        if isinstance(window.pages.widget(place), RequestPage)
    ]
    assert requests == [page(window)]


def test_enter_on_a_moved_request_opens_it(qtbot, office, show):
    logged = office.log()
    window = show()
    window.show_settings()
    page(window).request_opened.emit(logged.request)
    assert isinstance(page(window), RequestPage)


@pytest.fixture
def each_page(office, show):
    """The window on one page after the other; each request at one of its steps."""
    window = show()
    rights = (Right.INSPECT, Right.AMEND, Right.THIRD_PARTY, Right.CONSENT)
    requests = {right: office.log(right=right).request for right in rights}

    def turn():
        for name in (
            "queue",
            "students",
            "registers",
            "letters",
            "blanks",
            "calendar",
            "library",
            "settings",
        ):
            getattr(window, f"show_{name}")()
            tabs = getattr(page(window), "tabs", None)
            for place in range(tabs.count() if tabs else 1):
                if tabs:
                    tabs.setCurrentIndex(place)
                yield f"{name} {place}", window
        for right, request in requests.items():
            window.open_request(request)
            for step in [one.code for one in page(window)._view.standing]:
                page(window).steps.open_step(step)
                yield f"{right}: {step}", window

    return turn


def test_no_two_things_in_sight_share_a_letter(each_page):
    """Alt with a letter that two things have presses neither; the rail is in sight with all."""
    for name, window in each_page():
        letters = Counter(mnemonics(window))
        assert [one for one, times in letters.items() if times > 1] == [], name


def test_no_two_things_beside_a_line_of_a_register_share_a_letter(qtbot, tmp_path):
    home = Home(folder=tmp_path)
    opened = open_practice_office(home, law_of, the_defaults(), now=AT)
    desk = a_desk(Office(opened=opened, home=home, law=the_law()), TODAY, practice=True)
    window = DeskWindow(desk, WindowSettings())
    qtbot.addWidget(window)
    window.show()
    window.show_registers()
    tabs = page(window).tabs
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        tabs.currentWidget().rows.choose_place(0)
        assert tabs.currentWidget().details.isVisible()
        letters = Counter(mnemonics(window))
        assert [one for one, times in letters.items() if times > 1] == [], tabs.tabText(place)


def mnemonics(window):
    """The letter of each button and of each label with a buddy that can be seen."""
    for kind in (QAbstractButton, QLabel):
        for one in window.findChildren(kind):
            if one.isVisible() and (kind is QAbstractButton or one.buddy()):
                keys = QKeySequence.mnemonic(one.text())
                if not keys.isEmpty():
                    yield keys.toString()


# What it says about families


def test_the_title_never_names_a_family(qtbot, office, show):
    mia = a_student()
    logged = office.log(student=mia)
    window = show()
    for turn in (
        window.show_queue,
        lambda: window.open_request(logged.request),
        lambda: window.open_student(mia.id),
        window.show_settings,
    ):
        turn()
        assert window.windowTitle() == "Records Desk"


def test_practice_is_said_in_the_title_and_on_every_page(show):
    window = show(practice=True)
    assert window.windowTitle() == "Records Desk — PRACTICE"
    for turn in (window.show_students, window.show_settings, window.show_queue):
        turn()
        assert window.practice_band.isVisible()
        assert "PRACTICE" in window.practice_band.text()


def test_the_real_office_has_no_band(show):
    assert not show().practice_band.isVisible()


def test_a_new_name_of_the_school_is_shown(office, show):
    window = show()
    changes, _ = save_school(
        office.store, a_school(name="Cedar School"), law=office.law, by=office.sign()
    )
    window._desk.did(changes)
    assert window.school_name.full_text() == "Cedar School"


def test_a_bug_report_is_copied_on_request_only(qtbot, show):
    window = show()
    QGuiApplication.clipboard().setText("before")
    window.notices.say_bug("desktop.screens.desk:1 today\n")
    assert QGuiApplication.clipboard().text() == "before"
    qtbot.mouseClick(window.notices.action, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "desktop.screens.desk:1 today\n"
    assert not window.notices.isVisible()


# Guidance


@pytest.fixture
def with_tips(show):
    window = show()
    if not window.guidance.isChecked():  # the screen of a test is narrow
        window.guidance.click()
    return window


def tips(window):
    return window.tips.panel.moment()


def test_the_tips_follow_from_the_queue_to_the_steps_of_a_request_and_back(
    qtbot, office, with_tips
):
    logged = office.log()
    window = with_tips
    assert tips(window) == "intake"
    window.open_request(logged.request)
    for step, then in (("receipt", "letters"), ("acknowledge", "identity")):
        changes = do_step(
            office.store, logged.request, step, law=office.law, today=TODAY, by=office.sign()
        )
        window._desk.did(changes)
        assert tips(window) == then
    window.show_queue()
    assert tips(window) == "intake"


def test_the_tips_follow_to_a_student_with_a_paper_and_to_a_part_of_the_settings(office, with_tips):
    mia = a_student()
    save_student(office.store, mia, today=TODAY, by=office.sign())
    paper = Order(
        id=OrderId(new_id(AT)), student=mia.id, kind=OrderKind.CUSTODY, limited_party=None,
        limits=frozenset(), read_by=office.opened.person.id,
    )  # fmt: skip
    note_order(office.store, paper, by=office.sign())
    window = with_tips
    window.open_student(mia.id)
    assert tips(window) == page(window).moment != "intake"
    window.show_settings()
    page(window).tabs.setCurrentWidget(page(window).places)
    assert tips(window) == "search"


def test_tips_opened_late_are_those_of_the_page_in_sight(show):
    window = show(WindowSettings(guidance_open=False))
    window.show_settings()
    page(window).tabs.setCurrentWidget(page(window).places)
    window.guidance.click()
    assert tips(window) == "search"


# Leaving


def test_no_dialog_stops_the_window():
    """While a dialog runs a loop of its own, nothing locks the window by itself or by its key."""
    screens = Path(desktop.screens.__path__[0]).glob("*.py")
    waits = re.compile(r"\.exec\(|get(Save|Open)FileName|getExistingDirectory|processEvents\(")
    assert [one.name for one in screens if waits.search(one.read_text("utf-8"))] == []


def test_locking_keeps_what_is_typed_as_a_draft(qtbot, office, show):
    window = show()
    press(qtbot, KEYS.Key_N, CTRL)
    dialog = window.findChild(IntakeDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    qtbot.keyClicks(QApplication.focusWidget(), "Zoe Washington")
    with qtbot.waitSignal(window.locked):
        window.lock_now()
    person = look_at_office(office.home).slots[0].person
    opened = open_office(office.home, person, unlock_office(office.home, person, PASSPHRASE))
    kept = drafts.kept_draft(opened.store, "intake", by=office.sign())
    opened.store.close()
    assert "Zoe Washington" in str(kept)


def test_after_leaving_the_file_is_closed_and_no_timer_reads_it(show):
    window = show()
    store = window._desk.store
    page(window).reread()
    window.close()
    assert not [one for one in window.findChildren(QTimer) if one.isActive()]
    with pytest.raises(Exception, match="closed"):
        queries.people(store)


@pytest.mark.parametrize("geometry", ["", "AAAA", "====", "Zm9yZWlnbg=="])
def test_a_size_that_cannot_be_read_gives_the_usual_one(show, geometry):
    window = show(WindowSettings(geometry=geometry))
    assert window.size() == QSize(1280, 800).boundedTo(room_for(window))


def test_leaving_forgets_nothing_else_that_is_remembered(office, show):
    settings.save(office.home, WindowSettings(text_scale=1.5))
    show().close()
    assert settings.load(office.home).text_scale == 1.5
