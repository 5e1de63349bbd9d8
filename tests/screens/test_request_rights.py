"""The page of a request of any right: its cards, its dates, how it may end and what follows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desktop.actions.closing import close_request
from desktop.actions.days import add_entry
from desktop.actions.merging import link_requests
from desktop.actions.steps import do_step
from desktop.office.settings import WindowSettings
from desktop.records.request import Access, Outcome, Right, Status
from desktop.records.rights import OutcomeRule
from desktop.screens.intake import IntakeDialog
from desktop.screens.intake_linked import Linked
from desktop.screens.request_close import CloseDialog
from desktop.screens.window import DeskWindow
from desktop.store import cases
from tests.desks import a_desk
from tests.offices import TODAY, a_student
from tests.rights import a_right, law_of_rights, law_with
from tests.screens.request_pages import KEYS, Opened

HEARING = a_right(Right.HEARING, title="Ask for a hearing")
POINT = {"record": "Attendance", "wrong": "She was there.", "ground": "inaccurate"}


def a_desk_with(office, *rules, on=TODAY):
    desk = a_desk(office, on)
    law = law_with(*rules)
    desk.law_of = lambda _: law
    return desk


def do(office, request, code, choice="", note="", on=TODAY, by=None, **details):
    do_step(
        office.store, request, code, law=office.law, today=on, by=by or office.sign(),
        choice=choice, note=note, details=details,
    )  # fmt: skip


def refuse(office, request) -> None:
    """The record stays as it is, and the family was told of the hearing."""
    do(office, request, "receipt")
    do(office, request, "identity", "known_in_person")
    do(office, request, "authority", "parent_no_paper")
    do(office, request, "point", **POINT)
    do(office, request, "triage", "fact")
    do(office, request, "check", "no_meeting", checked="The sign-in sheet says absent.")
    do(office, request, "decision", "refused", "The sheet is clear.")
    do(office, request, "approve_refusal", "agreed", "I read it.", by=office.principal())
    do(office, request, "tell_refused")


@pytest.fixture
def refused(office):
    request = office.log(right=Right.AMEND).request
    refuse(office, request)
    return request


# Cards


@pytest.mark.parametrize(
    ("right", "access", "search", "giving"),
    [
        (Right.INSPECT, Access.VISIT, True, True),
        (Right.INSPECT, Access.COPIES, True, True),
        (Right.COPIES, Access.COPIES, True, True),
        (Right.AMEND, Access.VISIT, False, False),
    ],
)
def test_search_and_giving_stand_only_where_the_right_has_them(
    qtbot, office, right, access, search, giving
):
    made = office.log(right=right, access=access)
    page = Opened(qtbot, a_desk(office, TODAY), made.request).page
    assert page.search.isVisible() is search
    assert page.giving.isVisible() is giving
    assert page.menu.charge.isVisible() is giving
    assert page.menu.visit.isVisible() is (right is Right.INSPECT)
    assert page.menu.give_otherwise.isVisible() is (right is Right.INSPECT)


def test_a_right_without_access_is_not_given_by_a_visit(qtbot, office):
    page = Opened(qtbot, a_desk(office, TODAY), office.log(right=Right.AMEND).request).page
    assert page.standing.text().startswith("Correct a record · Received")
    assert dict(page.asked.facts.facts())["Right"] == "Correct a record"


def test_f6_passes_over_cards_that_are_not_there(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), office.log(right=Right.AMEND).request)
    hidden = (opened.page.search, opened.page.giving)
    for _ in range(8):
        opened.press(KEYS.Key_F6)
        assert not any(card.isAncestorOf(opened.focus()) for card in hidden)


# Dates


def test_a_target_is_called_the_offices_own_and_is_counted_in_its_days(qtbot, office):
    dates = Opened(qtbot, a_desk(office, TODAY), office.log(right=Right.AMEND).request).page.dates
    assert dates.due_on.text() == "Monday, October 26"
    assert dates.reason.text().split("\n") == [
        "15 business days after Monday, October 5, 2026.",
        "15 business days left. 0 of 15 business days used.",
    ]
    assert dates.citation.text() == (
        "Target: decide on the correction."
        " The office's own target, under 34 CFR 99.20(b); 34 CFR 300.618(b)."
    )
    assert dates.remarks.text().startswith("No law in our table names a number of days")


def test_a_target_that_is_met_is_shown_as_met_and_counts_no_more(qtbot, office, refused):
    dates = Opened(qtbot, a_desk(office, TODAY), refused).page.dates
    assert dates.reason.text().split("\n") == [
        "15 business days after Monday, October 5, 2026.",
        "Done: this limit is met.",
        "No date runs any longer, but this is still to do: Confirm in writing.",
    ]


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (date(2026, 10, 23), "1 business day left."),
        (date(2026, 10, 26), "Today is the last day."),
        (date(2026, 10, 28), "2 business days past the date."),
    ],
)
def test_days_left_are_in_the_days_the_rule_counts(qtbot, office, on, says):
    made = office.log(right=Right.AMEND)
    dates = Opened(qtbot, a_desk(office, on), made.request).page.dates
    assert dates.reason.text().split("\n")[-1].startswith(says)


def test_a_date_on_a_single_closed_day_is_told_without_a_from_and_a_to(qtbot, office):
    made = office.log(right=Right.AMEND)
    (due_on,) = {limit.due_on for limit in cases.case(office.store, made.request).clocks.limits}
    add_entry(
        office.store, from_on=due_on, until_on=due_on,
        title="Staff day", kind="closure", law=office.law, by=office.sign(),
    )  # fmt: skip
    opened = Opened(qtbot, a_desk(office, TODAY), made.request)
    said = opened.page.dates.near_break.text()
    assert said == "The school is closed that day: “Staff day”."


def test_a_break_near_the_date_is_told_until_the_request_is_closed(qtbot, office):
    made = office.log(right=Right.AMEND)
    add_entry(
        office.store, from_on=date(2026, 10, 26), until_on=date(2026, 10, 30),
        title="Fall break", kind="closure", law=office.law, by=office.sign(),
    )  # fmt: skip
    opened = Opened(qtbot, a_desk(office, TODAY), made.request)
    near = opened.page.dates.near_break
    assert near.isVisible()
    assert near.text() == (
        "That day falls in “Fall break”: the school is closed"
        " from Monday, October 26, 2026 to Friday, October 30, 2026."
    )
    opened.desk.did(
        close_request(
            office.store, made.request, Outcome.WITHDRAWN, note="She called.",
            law=office.law, today=TODAY, by=office.sign(),
        )
    )  # fmt: skip
    assert not near.isVisible()


# Checks that hold no longer


def test_a_check_made_before_the_18th_birthday_is_open_again(qtbot, office):
    made = office.log(student=a_student(born_on=date(2008, 10, 8)))
    do(office, made.request, "receipt")
    do(office, made.request, "acknowledge")
    do(office, made.request, "identity", "known_in_person")
    do(office, made.request, "authority", "parent_no_paper")
    opened = Opened(qtbot, a_desk(office, TODAY + timedelta(days=5)), made.request)
    assert opened.page.steps.open_code() == "authority"
    assert "before the student turned 18" in opened.page.steps.panel.says.text()
    opened.page.steps.open_step("inspected")
    assert "“Check that they may see these records” is open" in (
        opened.page.steps.panel.blocked.text()
    )
    assert "Check it again" in opened.page.steps.row("authority").detail.text()


# Ends and what follows


def test_an_end_says_which_choice_leads_to_it(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), office.log(right=Right.AMEND).request)
    opened.page.acts.open_close()
    rows = {row.code: row for row in opened.dialog(CloseDialog).outcomes.rows}
    assert rows["amended"].why.text() == (
        "“Change the record and keep what it said before” follows from"
        " “Change the record as asked” in “Decide”, which was not chosen."
    )
    assert rows["withdrawn"].radio.isEnabled()


def test_closing_says_the_hold_stays_and_offers_what_the_family_may_do(qtbot, office, refused):
    opened = Opened(qtbot, a_desk_with(office, HEARING), refused)
    opened.page.acts.open_close()
    dialog = opened.dialog(CloseDialog)
    assert not dialog.hold.isVisible()
    assert dialog.follow_buttons() == []
    opened.type("2")
    assert dialog.hold.isVisible()
    (button,) = dialog.follow_buttons()
    assert button.text() == "Close, and &log: The family asks for a hearing"
    with qtbot.waitSignal(opened.page.intake_wanted) as caught:
        button.click()
    assert caught.args[0] == Linked(request=refused, right=Right.HEARING)
    assert opened.case.request.outcome is Outcome.REFUSED


def test_what_follows_is_not_logged_while_closing_is_refused(qtbot, office, refused):
    amend = office.law.rights[Right.AMEND]
    noted = [
        OutcomeRule(id=one.id, title=one.title, needs=one.needs, note=True, opens=one.opens)
        for one in amend.outcome
    ]
    fields = {name: getattr(amend, name) for name in ("title", "says", "step")}
    rule = a_right(Right.AMEND, **fields, outcome=tuple(noted))
    opened = Opened(qtbot, a_desk_with(office, HEARING, rule), refused)
    opened.page.acts.open_close(Outcome.REFUSED)
    dialog = opened.dialog(CloseDialog)
    with qtbot.assertNotEmitted(opened.page.intake_wanted):
        dialog.follow_buttons()[0].click()
    assert dialog.note_message.isVisible()
    opened.type("As decided.")
    with qtbot.assertNotEmitted(opened.page.intake_wanted):
        opened.done()
    assert opened.case.request.status is Status.CLOSED


@pytest.fixture
def closed(office, refused):
    close_request(
        office.store, refused, Outcome.REFUSED, note="", law=office.law, today=TODAY,
        by=office.sign(),
    )  # fmt: skip
    return refused


def test_a_closed_request_offers_it_until_it_is_logged(qtbot, office, closed):
    desk = a_desk_with(office, HEARING)
    opened = Opened(qtbot, desk, closed)
    (button,) = opened.page.state.follow_buttons()
    assert button.text() == "The family asks for a hearing"
    with qtbot.waitSignal(opened.page.intake_wanted) as caught:
        button.click()
    assert caught.args[0] == Linked(request=closed, right=Right.HEARING)
    other = office.log(right=Right.INSPECT)
    desk.did(link_requests(office.store, closed, other.request, by=office.sign()))
    assert len(opened.page.state.follow_buttons()) == 1


def test_a_right_whose_file_is_not_there_is_not_offered(qtbot, office, closed):
    desk, law = a_desk(office, TODAY), law_of_rights(office.law.rights[Right.AMEND])
    desk.law_of = lambda _: law
    assert Opened(qtbot, desk, closed).page.state.follow_buttons() == []


def test_the_window_opens_the_form_for_it_and_logs_it_linked(qtbot, office, closed):
    window = DeskWindow(a_desk_with(office, HEARING), WindowSettings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_request(closed)
    page = window.turn.kept["request"]
    page.state.follow_buttons()[0].click()
    (dialog,) = window.findChildren(IntakeDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dialog.log.click()
    assert dialog.done_page.isVisible()
    hearing = dialog._linked.request
    assert cases.case(office.store, hearing).related == (closed,)
    assert page.state.follow_buttons() == []
    dialog.accept()
