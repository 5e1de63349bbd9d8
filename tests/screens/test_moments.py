"""Every moment of the guidance is a place in the program; these are the ways that lead there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.actions.office import set_places
from desktop.office.guidance import load_guidance
from desktop.office.settings import WindowSettings
from desktop.records.person import Role
from desktop.records.place import Place
from desktop.records.request import Access, Right
from desktop.screens import jobs
from desktop.screens.window import DeskWindow
from desktop.store.queries import QueueFilter
from tests.desks import a_desk
from tests.offices import TODAY
from tests.screens.intakes import an_open_intake
from tests.screens.request_pages import Opened

GUIDANCE = load_guidance()


class Hands:
    """A window with its tips, and what a person does to come to a moment."""

    def __init__(self, qtbot, office, on=TODAY):
        self.qtbot, self.office, self.dialogs = qtbot, office, []
        self.window = DeskWindow(a_desk(office, on), WindowSettings())
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        if not self.window.guidance.isChecked():  # the screen of a test is narrow
            self.window.guidance.click()

    @property
    def page(self):
        return self.window.pages.currentWidget()

    def panel(self):
        dialogs = [one for one in self.dialogs if one.isVisible()]
        return dialogs[0]._panel if dialogs else self.window.tips.panel

    def put_away(self):
        """Close what is open while there is a file to keep its draft in."""
        for dialog in self.dialogs:
            dialog.throw_away.click()
            dialog.reject()

    def tab(self, button, name):
        self.qtbot.mouseClick(getattr(self.window, button), Qt.MouseButton.LeftButton)
        self.page.tabs.setCurrentWidget(getattr(self.page, name))

    def request(self, *, day=TODAY, **asked):
        logged = self.office.log(today=day, received_on=day, **asked)
        self.window.open_request(logged.request)
        return logged.request

    def step(self, code, **asked):
        """A request of a right, and the line of a step pressed open."""
        self.request(**asked)
        if self.page.steps.open_code() != code:
            self.page.steps.row(code).action.click()
        self.page.steps.panel.take_keyboard()


def library(tab):
    return lambda hands: hands.tab("library", tab)


def registers(tab):
    return lambda hands: hands.tab("registers", tab)


def settings(tab):
    return lambda hands: hands.tab("settings", tab)


def step(code, **asked):
    return lambda hands: hands.step(code, **asked)


def vendor_search(hands):
    set_places(
        hands.office.store,
        [Place(name="Reading app", vendor=True)],
        by=hands.office.sign(),
    )
    hands.request()
    hands.page.search.places.setFocus(Qt.FocusReason.OtherFocusReason)
    hands.page.search.places.choose_place(0)


def vendor_place(hands):
    set_places(
        hands.office.store,
        [Place(name="Vault"), Place(name="Reading app", vendor=True)],
        by=hands.office.sign(),
    )
    hands.tab("settings", "places")
    hands.page.places.places.choose_place(1)


def soon(hands):
    hands.request(day=TODAY - timedelta(40))


def overdue(hands):
    hands.request(day=TODAY - timedelta(60))


def intake(channel):
    """The way the request came, ticked on the form."""

    def go(hands):
        dialog = an_open_intake(hands.qtbot, hands.office)
        hands.dialogs.append(dialog)
        hands.qtbot.waitUntil(lambda: dialog._panel is not None)
        dialog._panel.show()  # the screen of a test is narrow
        tick = getattr(dialog.details, f"channel_{channel}")
        tick.setFocus()
        tick.click()

    return go


def principals(hands):
    hands.window.show_queue()
    hands.page.show_filter(QueueFilter.PRINCIPAL)


WAYS = {
    "intake": lambda hands: hands.window.show_queue(),
    **{f"intake_{one}": intake(one) for one in ("phone", "in_person", "letter", "email")},
    "identity": step("identity"),
    "authority": step("authority"),
    "eligible_student": step("age", right=Right.STUDENT_QUESTION),
    "scope": step("scope"),
    "search": step("search"),
    "search_vendor": vendor_search,
    "review_others": step("review"),
    "explain": step("inspected", access=Access.VISIT),
    "appointment": step("appointment", access=Access.VISIT),
    "copies_fees": step("copies", access=Access.COPIES),
    "amendment": step("triage", right=Right.AMEND),
    "hearing": step("standing", right=Right.HEARING),
    "directory_optout": registers("opt_outs"),
    "consent": registers("consents"),
    "disclosure_log": registers("disclosures"),
    "letters": step("acknowledge"),
    "deadline_near": soon,
    "deadline_overdue": overdue,
    "closing": registers("holds"),
    "annual_notice": library("routines"),
    "principal_queue": principals,
    "training": library("learning"),
    "lock_backup": settings("computer"),
    "vendor_questions": vendor_place,
    "student_questions": step("question", right=Right.STUDENT_QUESTION),
    "about_privacy": library("shelf"),
}


@pytest.fixture
def hands(qtbot, office):
    yield Hands(qtbot, office)
    assert jobs.drain(10_000)


def test_the_table_leads_to_every_moment_there_is():
    assert set(WAYS) == set(GUIDANCE.moments)
    assert len(WAYS) == 31


@pytest.mark.parametrize("moment", WAYS)
def test_every_moment_is_a_place_in_the_program(hands, moment):
    """Through the real window: at most three tips, those of the moment, unasked and in order."""
    WAYS[moment](hands)
    panel = hands.panel()
    assert panel.isVisible()
    assert panel.moment() == moment
    role = hands.window._desk.person.role
    wanted = [one.id for one in GUIDANCE.cards(moment, role)]
    shown = [one.id for one in panel.cards()]
    hands.put_away()
    assert 0 < len(shown) <= 3
    assert shown == wanted[: len(shown)]


def test_an_item_of_the_settings_brings_what_is_asked_about_companies(hands):
    vendor_place(hands)
    hands.page.places.places.choose_place(0)
    assert hands.panel().moment() == "search"


def test_the_reader_of_the_window_decides_whose_tips_are_shown(qtbot, office):
    hands = Hands(qtbot, office)
    library("routines")(hands)
    audience = {one.audience for one in hands.panel().cards()}
    assert audience <= {Role.FRONT_OFFICE, Role.REGISTRAR}


def test_going_from_step_to_step_moves_neither_panel_nor_keyboard(hands):
    hands.step("identity")
    before = (hands.panel().width(), hands.panel().pos())
    hands.page.steps.row("scope").action.click()
    hands.page.steps.row("identity").action.click()
    hands.page.steps.panel.take_keyboard()
    assert (hands.panel().width(), hands.panel().pos()) == before
    assert hands.page.steps.panel.isAncestorOf(QApplication.focusWidget())


def test_a_place_a_company_keeps_brings_its_own_tips(qtbot, office):
    places = [Place(name="Vault"), Place(name="Reading app", vendor=True)]
    set_places(office.store, places, by=office.sign())
    opened = Opened(qtbot, a_desk(office, TODAY), office.log().request)
    opened.page.search.places.setFocus()
    told = []
    opened.page.moment_changed.connect(told.append)
    assert opened.page.moment == "search"
    opened.page.search.places.choose_place(1)
    opened.page.search.places.choose_place(0)
    assert told == ["search_vendor", "search"]


def test_a_correction_is_logged_and_opened_without_the_tips_about_seeing_records(qtbot, office):
    hands = Hands(qtbot, office)
    hands.request(right=Right.INSPECT)
    qtbot.waitUntil(hands.panel().isVisible)
    assert "INT-02" in {card.id for card in hands.panel().cards()}
    hands.request(right=Right.AMEND)
    assert {card.id for card in hands.panel().cards()}.isdisjoint({"INT-01", "INT-02"})
    dialog = an_open_intake(qtbot, office)
    hands.dialogs.append(dialog)
    qtbot.waitUntil(lambda: dialog._panel is not None)
    dialog._panel.show()
    dialog.details.right.setCurrentIndex(dialog.details.right.findData(Right.AMEND))
    dialog.details.words.setFocus()
    shown = {card.id for card in dialog._panel.cards()}
    assert shown
    assert shown.isdisjoint({"SCP-01", "SCP-02", "INT-02"})
    hands.put_away()
