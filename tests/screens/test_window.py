"""The window: its tips make room for the page and say what belongs to it."""

from __future__ import annotations

from contextlib import closing as closing_of
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication

from desktop.actions import closing, drafts, policy
from desktop.actions.office import open_office
from desktop.office import settings
from desktop.office.settings import WindowSettings
from desktop.records.office_policy import PolicyKind
from desktop.records.person import Role
from desktop.records.request import Outcome
from desktop.screens.intake import IntakeDialog
from desktop.screens.letter import LetterDialog
from desktop.screens.request_close import CloseDialog
from desktop.screens.rule_question import RuleQuestion
from desktop.screens.student_form import StudentForm
from desktop.screens.window import DeskWindow
from desktop.screens.worklist import WorklistPage
from desktop.screens.worklist_columns import CODES
from desktop.store import verify
from desktop.store.mark import mark_of
from desktop.store.queries import QueueFilter
from desktop.store.store import Store
from tests.desks import a_desk
from tests.offices import TODAY

WIDE, NARROW = (1280, 800), (1024, 700)


@pytest.fixture
def open_window(qtbot, office):
    def build(size: tuple[int, int], *, guidance_open: bool = True) -> DeskWindow:
        desk = a_desk(office, TODAY, practice=True)
        window = DeskWindow(desk, WindowSettings(guidance_open=guidance_open))
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return build


def test_the_lock_and_the_copies_are_seen_to_where_the_law_cannot_be_read(qtbot, office):
    desk = a_desk(office, TODAY)

    def no_law(_state):
        raise RuntimeError("a book of rules")

    desk.law_of = no_law
    with qtbot.captureExceptions() as raised:
        window = DeskWindow(desk, WindowSettings())
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.care is not None, timeout=30_000)
    assert window.care.auto_lock.parent() is window.care
    assert desk.keeper._timer.isActive()
    assert {str(one[1]) for one in raised} <= {"a book of rules"}  # told, and by whoever needs it


@pytest.mark.parametrize(
    ("outcome", "button"),
    [
        (verify.Outcome.DAMAGED, "Lock, to restore a copy"),
        (verify.Outcome.ROLLED_BACK, "Lock, to restore a copy"),
        (verify.Outcome.TAMPERED, ""),
    ],
)
def test_a_check_that_calls_for_a_copy_leads_to_where_one_is_restored(
    qtbot, open_window, outcome, button
):
    window = open_window(WIDE)
    qtbot.waitUntil(lambda: window.care is not None, timeout=30_000)
    window.care._tell_check(verify.Verification(outcome=outcome))
    assert window.notices.action.isVisible() is bool(button)
    if button:
        assert window.notices.action.text() == button
        with qtbot.waitSignal(window.locked):
            window.notices.action.click()


def test_the_letters_are_read_beside_the_window_before_somebody_writes_one(qtbot, open_window):
    """In the window it would stand still for a fifth of a second, on a busy computer for more."""
    desk = open_window(WIDE)._desk
    read = ("shipped_templates", "printout_templates")
    assert not any(name in vars(desk) for name in read)
    qtbot.waitUntil(lambda: all(name in vars(desk) for name in read), timeout=30_000)
    assert desk.templates.languages("receipt") == ("en", "es")
    assert desk.templates.faults == ()


def test_the_practice_office_is_marked_in_its_own_colours(open_window):
    band = open_window(WIDE).practice_band
    assert band.isVisible()
    assert band.property("look") == "practice"


def test_a_narrow_window_leaves_its_room_to_the_page(qtbot, open_window):
    window = open_window(WIDE)
    assert window.guidance_place.isVisible()
    window.resize(*NARROW)
    qtbot.waitUntil(lambda: not window.guidance_place.isVisible())
    assert not window.guidance.isChecked()
    window.resize(*WIDE)
    qtbot.waitUntil(window.guidance_place.isVisible)


def test_right_and_date_stay_in_sight_beside_the_tips(qtbot, open_window):
    window = open_window(WIDE)
    rows = window.findChild(WorklistPage).rows
    qtbot.waitUntil(lambda: rows.isColumnHidden(CODES.index("number")))
    assert window.guidance_place.isVisible()
    assert not rows.isColumnHidden(CODES.index("right"))
    assert not rows.isColumnHidden(CODES.index("due"))


def test_number_right_and_date_are_in_sight_where_names_are_hidden(qtbot, open_window):
    """What is left to tell two requests apart; names are dots and need no room."""
    window = open_window(WIDE)
    rows = window.findChild(WorklistPage).rows
    qtbot.waitUntil(lambda: rows.isColumnHidden(CODES.index("number")))
    window.privacy.turn()
    known_by = [CODES.index(one) for one in ("number", "right", "due")]
    qtbot.waitUntil(lambda: not any(map(rows.isColumnHidden, known_by)))
    window.privacy.turn()
    qtbot.waitUntil(lambda: rows.isColumnHidden(CODES.index("number")))
    assert not rows.isColumnHidden(CODES.index("right"))


def test_tips_that_were_closed_stay_closed_in_a_wider_window(qtbot, open_window):
    window = open_window(NARROW, guidance_open=False)
    window.resize(*WIDE)
    qtbot.waitUntil(lambda: window.width() == WIDE[0])
    assert not window.guidance_place.isVisible()


def test_tips_asked_for_are_shown_in_a_narrow_window_too(open_window):
    window = open_window(NARROW)
    window.guidance.click()
    assert window.guidance_place.isVisible()


def test_a_narrow_window_is_not_remembered_as_a_wish(office, open_window):
    window = open_window(NARROW)
    window.close()
    assert settings.load(office.home).guidance_open


def test_a_page_without_tips_of_its_own_keeps_none_of_the_page_before(qtbot, open_window):
    window = open_window(WIDE)
    qtbot.waitUntil(lambda: window.tips.panel is not None)
    window.tips.show_moment("deadline_overdue")
    window.show_students()
    assert window.tips.panel.moment() == "intake"


# The keyboard


def focus(qtbot):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return QApplication.focusWidget()


def active(qtbot, window):
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


@pytest.mark.parametrize("close", ["letter", "dialog"])
def test_the_page_has_the_keyboard_again_when_what_lay_over_it_is_closed(
    qtbot, office, open_window, close
):
    window = active(qtbot, open_window(WIDE))
    logged = office.log()
    window.open_request(logged.request)
    page = window.pages.currentWidget()
    if close == "letter":
        page.next_button.click()
        dialog = window.findChild(LetterDialog)
    else:
        dialog = page.acts.open_close()
        assert isinstance(dialog, CloseDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QThreadPool.globalInstance().waitForDone()
    dialog.reject()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert page.isAncestorOf(focus(qtbot))
    qtbot.waitUntil(lambda: window.tips.panel is not None)
    assert window.tips.panel.moment() == page.moment


@pytest.mark.parametrize("page", ["request", "settings", "queue", "students"])
def test_ctrl_f_searches_from_anywhere(qtbot, office, open_window, page):
    window = active(qtbot, open_window(WIDE))
    if page == "request":
        window.open_request(office.log().request)
    else:
        getattr(window, f"show_{page}")()
    qtbot.keyClick(focus(qtbot), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    kept = window.turn.kept["students" if page == "students" else "queue"]
    assert window.pages.currentWidget() is kept
    assert focus(qtbot) is kept.search


def test_ctrl_f_works_with_the_keyboard_on_the_rail_too(qtbot, open_window):
    window = active(qtbot, open_window(WIDE))
    window.students.setFocus()
    qtbot.keyClick(focus(qtbot), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focus(qtbot) is window.turn.kept["queue"].search


def test_escape_leaves_a_closed_request(qtbot, office, open_window):
    window = active(qtbot, open_window(WIDE))
    logged = office.log()
    window.open_request(logged.request)
    qtbot.keyClick(focus(qtbot), Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.turn.kept["request"]
    closing.close_request(
        office.store, logged.request, Outcome.WITHDRAWN, note="They called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    window.open_request(logged.request)
    qtbot.keyClick(focus(qtbot), Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.turn.kept["queue"]


# Locking


def test_ctrl_l_locks_from_the_intake_form_and_keeps_what_is_typed(qtbot, office, open_window):
    window = active(qtbot, open_window(WIDE))
    window.log_a_request()
    dialog = window.findChild(IntakeDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dialog.details.words.setPlainText("Everything since kindergarten.")
    dialog.details.words.setFocus()
    qtbot.waitUntil(lambda: bool(dialog.property("locks")))
    with qtbot.waitSignal(window.locked):
        qtbot.keyClick(focus(qtbot), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    store = Store.open(office.home.records_file, office.opened.keys)
    with closing_of(store):
        draft = drafts.kept_draft(store, "intake", by=office.sign())
    assert draft["details"]["words"] == "Everything since kindergarten."


@pytest.mark.parametrize("over", ["letter", "student"])
def test_ctrl_l_locks_from_whatever_lies_over_the_page(qtbot, office, open_window, over):
    window = active(qtbot, open_window(WIDE))
    if over == "letter":
        window.draft_letter(office.log().request, "receipt")
        dialog = window.findChild(LetterDialog)
        QThreadPool.globalInstance().waitForDone()
    else:
        dialog = StudentForm(window._desk, window)
        dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    qtbot.waitUntil(lambda: bool(dialog.property("locks")))
    with qtbot.waitSignal(window.locked):
        qtbot.keyClick(focus(qtbot), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


# What the office decides about its state's rules


@pytest.fixture
def texas(office):
    """The office is in Texas, which has one rule to decide about; Jo Reyes is its registrar."""
    return office


def asks(window) -> bool:
    return window.notices.isVisible() and window.notices.sentence.text().startswith("Your state")


def test_whoever_may_answer_is_asked_once_about_the_state_s_rules(qtbot, texas, open_window):
    window = open_window(WIDE)
    qtbot.waitUntil(lambda: asks(window))
    assert window.notices.sentence.text() == (
        "Your state has 1 rule that your office decides about."
    )
    window.notices.action.click()
    rules = window.turn.kept["settings"].rules
    assert rules.isVisible()
    assert rules.rules.current_row().entry.id == "TX-2"
    assert window.focusWidget() is rules.rules


def test_the_question_goes_away_once_it_is_answered(qtbot, texas, open_window):
    window = open_window(WIDE)
    qtbot.waitUntil(lambda: asks(window))
    changes, _ = policy.decide_rule(
        texas.store, "TX-2", PolicyKind.DOES_NOT_APPLY, reason="Counsel, Sept. 3.",
        law=texas.law, today=TODAY, by=texas.sign(),
    )  # fmt: skip
    window._desk.did(changes)
    assert not window.notices.isVisible()


def test_put_off_it_is_not_asked_again_for_a_while(qtbot, texas, open_window):
    window = open_window(WIDE)
    qtbot.waitUntil(lambda: asks(window))
    window.notices.other.click()
    assert not window.notices.isVisible()
    question = RuleQuestion(window._desk, window.notices, lambda _rule: None)
    question.ask()
    assert not window.notices.isVisible()
    window._desk.day = TODAY + timedelta(days=window._desk.defaults.ask_again_calendar_days)
    question.ask()
    assert asks(window)


@pytest.mark.parametrize("role", Role)
def test_the_front_office_is_not_asked(qtbot, texas, open_window, role):
    window = open_window(WIDE)
    qtbot.waitUntil(lambda: asks(window))
    window.notices.clear()
    window._desk.person = replace(window._desk.person, role=role)
    RuleQuestion(window._desk, window.notices, lambda _rule: None).ask()
    assert asks(window) is (role is not Role.FRONT_OFFICE)


def test_a_missing_mark_is_told_and_journaled_once(qtbot, office):
    office.log()
    office.store.close()
    mark_of(office.home.records_file).unlink()
    for told in (True, False):
        opened = open_office(office.home, office.opened.person.id, office.opened.keys)
        window = DeskWindow(a_desk(replace(office, opened=opened)), WindowSettings())
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda window=window: window.care is not None)
        kinds = [row[0] for row in opened.store.rows("select kind from event order by seq")]
        assert ("mark" in window.notices.sentence.text()) is told
        assert kinds.count("mark.renewed") == 1
        window.close()


def test_the_strip_tells_who_is_signed_in_and_counts(qtbot, office, open_window):
    office.log()
    window = open_window(WIDE)
    qtbot.waitUntil(window.status.counts[QueueFilter.OPEN].isVisible)
    assert window.status.signed_in.full_text() == "Jo Reyes (JR)"
    assert [one.text() for one in window.status.counts.values()] == ["1 open", "0 late"]


def test_the_counts_follow_what_is_done(qtbot, office, open_window):
    window = open_window(WIDE)
    qtbot.waitUntil(window.status.counts[QueueFilter.OPEN].isVisible)
    window._desk.did(office.log().changes)
    qtbot.waitUntil(lambda: window.status.counts[QueueFilter.OPEN].text() == "1 open")


def test_a_count_opens_its_list(qtbot, office, open_window):
    window = open_window(WIDE)
    qtbot.waitUntil(window.status.counts[QueueFilter.OVERDUE].isVisible)
    window.show_students()
    window.status.counts[QueueFilter.OVERDUE].click()
    page = window.pages.currentWidget()
    assert isinstance(page, WorklistPage)
    assert page._shown is QueueFilter.OVERDUE


def test_the_counts_follow_the_day(qtbot, office, open_window):
    office.log()
    window = open_window(WIDE)
    late = window.status.counts[QueueFilter.OVERDUE]
    qtbot.waitUntil(late.isVisible)
    window._desk.day = TODAY + timedelta(days=90)
    window.status._watch_day()
    assert late.text() == "1 late"
