"""Who may, on the page of a request: the birthday's band, the block after it, three questions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.actions.care import tell_care
from desktop.actions.closing import close_request
from desktop.actions.steps import do_step
from desktop.records.care import Care
from desktop.records.party import Relationship
from desktop.records.request import Access, Outcome, Right
from desktop.records.steps import StepState, step_named
from desktop.screens.request_care import CareDialog
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student
from tests.screens.request_pages import KEYS, Opened

RECEIVED, BIRTHDAY = date(2026, 11, 18), date(2026, 12, 28)


def jordans(office, **asked):
    """Jordan's mother asks; he turns 18 before the records are due."""
    given = {
        "student": a_student(given="Jordan", family="Reed", born_on=date(2008, 12, 28)),
        "requester": a_party(name="Denise Reed"),
        "relationship": Relationship.MOTHER,
        "access": Access.COPIES,
        "received_on": RECEIVED,
        **asked,
    }
    return office.log(today=RECEIVED, **given).request


def check(office, request, on=RECEIVED, choice="parent_no_paper", note=""):
    for code, how, said in (("identity", "photo_id", ""), ("authority", choice, note)):
        do_step(
            office.store, request, code, law=office.law, today=on, by=office.sign(), choice=how,
            note=said,
        )  # fmt: skip
    office.review(request, on)


def opened_on(qtbot, office, request, on):
    return Opened(qtbot, a_desk(office, on), request)


# The birthday


def test_from_the_first_day_the_band_says_when_and_which_office_day_is_the_last(qtbot, office):
    band = opened_on(qtbot, office, jordans(office), RECEIVED).page.flip
    assert band.isVisible()
    assert band.title.text() == (
        "The student turns 18 on Monday, December 28, 2026, before the records are due"
        " (Saturday, January 2, 2027)."
    )
    assert "The last office day before it is Wednesday, December 23, 2026." in band.says.text()
    assert band.citation.text() == "34 CFR 99.5(a)(1)"
    assert not band.confirm.isVisible()
    assert not band.student_asks.isVisible()
    assert band.title.text() in band.accessibleName()


@pytest.mark.parametrize(
    ("asked", "on"),
    [
        ({"student": a_student(born_on=date(2009, 1, 3))}, RECEIVED),
        ({"student": a_student(born_on=None)}, RECEIVED),
        (
            {
                "student": a_student(born_on=date(2008, 1, 1)),
                "relationship": Relationship.SELF,
            },
            RECEIVED,
        ),
        ({"student": a_student(born_on=date(2008, 1, 1))}, RECEIVED),
    ],
    ids=["a day after it is due", "no birth date", "the student asks", "18 before it came"],
)
def test_there_is_no_band_where_no_right_changes_hands(qtbot, office, asked, on):
    assert not opened_on(qtbot, office, jordans(office, **asked), on).page.flip.isVisible()


def test_from_the_birthday_on_the_release_is_blocked_and_three_ways_are_told(qtbot, office):
    request = jordans(office)
    check(office, request)
    opened = opened_on(qtbot, office, request, BIRTHDAY)
    band, panel = opened.page.flip, opened.page.steps.panel
    assert band.title.text() == (
        "The student turned 18 on Monday, December 28, 2026: the right is the student's now."
    )
    for way in ("the student signs and dates a consent", "tax dependent", "or the student asks"):
        assert way in band.says.text()
    assert band.confirm.isVisible()
    opened.page.steps.open_step("handover")
    assert "“Check that they may see these records” is open" in panel.blocked.text()
    assert not panel.done.isEnabled()
    row = opened.page.steps.row("authority")
    assert "before the student turned 18. Check it again." in row.detail.text()


def test_it_is_confirmed_again_by_keyboard_and_the_band_goes(qtbot, office):
    request = jordans(office)
    check(office, request)
    opened = opened_on(qtbot, office, request, BIRTHDAY)
    opened.page.flip.confirm.setFocus()
    opened.press(KEYS.Key_Return)
    steps = opened.page.steps
    assert steps.open_code() == "authority"
    offered = [row.code for row in steps.panel.choices.rows]
    assert "tax_dependent" in offered
    assert "agency_responsible" not in offered
    opened.type(str(offered.index("tax_dependent") + 1))
    opened.done()
    opened.type("Page 1 of the 2025 return.")
    opened.done()
    done = step_named(opened.case.steps, "authority")
    assert (done.choice, done.done_on) == ("tax_dependent", BIRTHDAY)
    assert not opened.page.flip.isVisible()
    steps.open_step("handover")
    assert not steps.panel.blocked.isVisible()


def test_the_student_asks_in_her_place(qtbot, office):
    request = jordans(office)
    check(office, request)
    opened = opened_on(qtbot, office, request, BIRTHDAY)
    opened.page.flip.student_asks.setFocus()
    opened.press(KEYS.Key_Return)
    assert opened.case.request.relationship is Relationship.SELF
    assert not opened.page.flip.isVisible()
    assert "Jordan Reed (The student)" in opened.page.asker.full_text()
    assert opened.page.verdict.says.text().startswith("Yes: the student holds these rights")
    assert any("the student asks now" in line for line in opened.history())


def test_a_closed_request_says_nothing_of_the_birthday(qtbot, office):
    request = jordans(office)
    check(office, request)
    close_request(
        office.store, request, Outcome.WITHDRAWN, note="She called.", law=office.law,
        today=RECEIVED, by=office.sign(),
    )  # fmt: skip
    opened = opened_on(qtbot, office, request, BIRTHDAY)
    assert not opened.page.flip.isVisible()
    assert "Check it again" not in opened.page.steps.row("authority").detail.text()


# The three questions


def grandmothers(office):
    return office.log(
        requester=a_party(name="Lucia Moreno"), relationship=Relationship.GRANDPARENT
    ).request


def test_nothing_is_asked_of_a_parent(qtbot, office):
    card = Opened(qtbot, a_desk(office, TODAY), office.log().request).page.verdict
    assert not card.ask_care.isVisible()
    assert not card.carried.isVisible()


def test_the_questions_are_asked_from_the_card_and_the_answer_follows(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), grandmothers(office))
    card = opened.page.verdict
    assert card.ask_care.text() == "Ask who cares for the child…"
    card.ask_care.setFocus()
    opened.press(KEYS.Key_Return)
    dialog = opened.dialog(CareDialog)
    qtbot.waitUntil(dialog.care.lives_with.hasFocus)
    opened.type("y")
    opened.press(KEYS.Key_Tab)
    opened.type("y")
    opened.press(KEYS.Key_Tab)
    opened.type("Power of attorney")
    opened.press(KEYS.Key_Tab)
    opened.type("2027-06-30")
    opened.done()
    assert opened.no_dialog()
    case = opened.case
    assert case.care == Care(
        student=case.student.id, party=case.requester.id, lives_with=True, parent_absent=True,
        paper="Power of attorney", paper_until_on=date(2027, 6, 30), told_on=TODAY,
    )  # fmt: skip
    assert card.says.text().startswith("Yes: the child lives with this person")
    assert card.carried.text().splitlines()[-1] == (
        "Paper shown: Power of attorney, until Wednesday, June 30, 2027."
    )
    assert card.ask_care.text() == "Correct the answers…"
    offered = [row.code for row in opened.page.steps.panel.choices.rows]
    opened.page.steps.open_step("authority")
    offered = [row.code for row in opened.page.steps.panel.choices.rows]
    assert "acts_as_parent" in offered


def test_answers_that_come_while_the_check_is_open_change_what_it_offers(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), grandmothers(office))
    opened.page.steps.open_step("authority")
    panel = opened.page.steps.panel
    assert "acts_as_parent" not in [row.code for row in panel.choices.rows]
    dialog = opened.page.acts.open_care()
    qtbot.waitUntil(dialog.care.lives_with.hasFocus)
    for box in (dialog.care.lives_with, dialog.care.parent_absent):
        box.setCurrentIndex(box.findData("yes"))
    dialog.care.paper.setText("Placement")
    dialog.save.click()
    assert "acts_as_parent" in [row.code for row in panel.choices.rows]


def test_a_question_without_an_answer_is_asked_again_in_the_dialog(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), grandmothers(office))
    dialog = opened.page.acts.open_care()
    qtbot.waitUntil(dialog.care.lives_with.hasFocus)
    opened.type("y")
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.care.parent_absent.hasFocus()
    assert opened.case.care is None
    dialog.reject()


def test_a_last_day_that_is_no_date_is_told_beside_it(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), grandmothers(office))
    dialog = opened.page.acts.open_care()
    qtbot.waitUntil(dialog.care.lives_with.hasFocus)
    dialog.care.until.entry.setFocus()
    opened.type("soon")
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.care.until.message.text()
    dialog.reject()


def test_the_paper_of_a_caseworker_is_noted_and_stays_a_may(qtbot, office):
    request = office.log(
        requester=a_party(name="Kim Adler", organization="County Child Welfare"),
        relationship=Relationship.CASEWORKER,
    ).request
    opened = Opened(qtbot, a_desk(office, TODAY), request)
    card = opened.page.verdict
    assert card.ask_care.text() == "Note the paper shown…"
    dialog = opened.page.acts.open_care()
    qtbot.waitUntil(dialog.care.paper.hasFocus)
    opened.type("Placement order")
    opened.done()
    assert card.says.text().startswith("You may, and need not: the agency showed")
    assert card.citation.text() == "20 USC 1232g(b)(1)(L)"
    opened.page.steps.open_step("authority")
    offered = [row.code for row in opened.page.steps.panel.choices.rows]
    assert "agency_responsible" in offered
    assert "tax_dependent" not in offered


def test_a_paper_that_ran_out_since_the_check_opens_it_again(qtbot, office):
    request = grandmothers(office)
    opened = Opened(qtbot, a_desk(office, TODAY), request)
    case = opened.case
    tell_care(
        office.store,
        Care(
            student=case.student.id, party=case.requester.id, lives_with=True, parent_absent=True,
            paper="Affidavit", paper_until_on=TODAY, told_on=TODAY,
        ),
        by=office.sign(),
    )  # fmt: skip
    check(office, request, TODAY, "acts_as_parent")
    assert step_named(opened.case.steps, "authority").state is StepState.DONE
    later = opened_on(qtbot, office, request, TODAY + timedelta(1))
    detail = later.page.steps.row("authority").detail.text()
    panel = later.page.steps.panel.says.text()
    assert "what is on file has changed since" in f"{detail} {panel}"


@pytest.mark.parametrize(
    ("right", "asks"),
    [
        (Right.INSPECT, "May they see the records?"),
        (Right.COPIES, "May they see the records?"),
        (Right.AMEND, "May they ask for this?"),
        (Right.DIRECTORY_OPT_OUT, "May they ask for this?"),
        (Right.THIRD_PARTY, "May they see the records?"),
    ],
)
def test_the_card_asks_what_is_asked_of_this_right(qtbot, office, right, asks):
    page = Opened(qtbot, a_desk(office, TODAY), office.log(right=right).request).page
    assert page.verdict.header.title.text() == asks
