"""Acts on a request as a whole: owner, waiting, access, links, merging, closing; and its tips."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.actions import days, giving, merging
from desktop.actions.changes import Changes
from desktop.actions.office import save_school
from desktop.records.case import Fee
from desktop.records.ids import PartyId, PersonId
from desktop.records.person import Person, Role
from desktop.records.request import Access, Outcome, Right, Status
from desktop.records.steps import StepState
from desktop.screens.request_close import CloseDialog
from desktop.screens.request_pick import LinkDialog, MergeDialog
from desktop.screens.request_reason import ReasonDialog
from desktop.store import cases
from desktop.store import office as office_pages
from desktop.store.journal import Event
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_school, a_student
from tests.screens.request_pages import CTRL, KEYS, SHIFT, Opened

SAM = Person(id=PersonId(2), name="Sam & Okafor", initials="SO", role=Role.FRONT_OFFICE)
GONE = Person(id=PersonId(3), name="Ann Bell", initials="AB", role=Role.PRINCIPAL, active=False)


@pytest.fixture
def desk(office):
    for person in (SAM, GONE):
        with office.store.change(Event(kind="person.added"), by=office.sign()) as change:
            office_pages.add_person(change, person)
    return a_desk(office, TODAY)


@pytest.fixture
def opened(qtbot, office, desk):
    return Opened(qtbot, desk, office.log().request)


@pytest.fixture
def family(office):
    """Log further requests about one child; by the same father unless said otherwise."""
    student, father = a_student(), a_party()
    seen = set()

    def log(**override):
        asker = override.pop("requester", father)
        logged = office.log(
            student=student,
            student_is_new=not seen,
            requester=asker,
            requester_is_new=asker.id not in seen,
            **override,
        )
        seen.add(asker.id)
        return logged.request

    return log


def texts(menu):
    return [one.text().replace("&", "") for one in menu.actions() if one.isVisible() and one.text()]


def withdraw(opened, note="He called."):
    dialog = opened.page.acts.open_withdraw()
    opened.dialog(CloseDialog)
    dialog.note.setPlainText(note)
    opened.done()


# Owner and waiting


def test_the_request_is_given_to_somebody_from_the_menu(opened):
    owners = opened.page.menu.owners
    assert [one.text() for one in owners.actions()] == ["Jo Reyes (JR)", "Sam && Okafor (SO)"]
    assert [one.isChecked() for one in owners.actions()] == [True, False]
    owners.actions()[1].trigger()
    assert opened.case.request.owner == SAM.id
    assert "Owner: Sam & Okafor" in opened.page.standing.text()
    assert [one.isChecked() for one in opened.page.menu.owners.actions()] == [False, True]
    assert opened.history()[0] == "JR gave the request to Sam & Okafor."


def test_a_wait_is_said_over_the_cards_and_the_date_stays(opened):
    due = opened.page.dates.due_on.text()
    wait = next(
        one for one in opened.page.menu.waits.actions() if one.text() == "Waiting for the principal"
    )
    wait.trigger()
    assert opened.page.state.isVisible()
    assert opened.page.state.sentence.text() == (
        "Waiting for the principal. Waiting does not stop the clock:"
        " the legal date stays Thursday, November 19, 2026."
    )
    assert opened.page.dates.due_on.text() == due
    assert opened.page.badge.due().words == "Waiting, 45 days left"
    opened.page.state.resume.click()
    assert opened.case.request.status is Status.OPEN
    assert opened.page.state.isHidden()


# How it is given


def test_copies_in_place_of_a_visit_keep_what_was_done(opened):
    opened.page.steps.panel.take_keyboard()
    opened.done()
    menu = opened.page.menu
    assert menu.give_otherwise.text().replace("&", "") == "Give as copies instead…"
    menu.give_otherwise.trigger()
    dialog = opened.dialog(ReasonDialog)
    opened.done()
    assert dialog.message.text().startswith("The reason is missing.")
    opened.type("They live far away.")
    opened.done()
    assert opened.case.request.access is Access.COPIES
    assert opened.case.steps[0].state is StepState.DONE
    assert opened.page.steps.row("handover").isVisible()
    assert menu.give_otherwise.text().replace("&", "") == "Give by a visit instead…"
    assert opened.page.giving.header.title.text() == "Copies"


def test_a_request_for_copies_alone_stays_one(qtbot, office, desk):
    request = office.log(right=Right.COPIES, access=Access.COPIES).request
    assert not Opened(qtbot, desk, request).page.menu.give_otherwise.isVisible()


# Closing


def test_an_end_whose_steps_are_not_done_says_what_is_missing(opened):
    opened.press(KEYS.Key_C, CTRL | SHIFT)
    dialog = opened.dialog(CloseDialog)
    rows = {row.code: row for row in dialog.outcomes.rows}
    allowed = {code for code, row in rows.items() if row.radio.isEnabled()}
    assert allowed == {Outcome.WITHDRAWN, Outcome.ENTERED_WRONGLY}
    assert rows[Outcome.INSPECTED].why.text() == "“The family looks at the records” is not done."
    assert rows[Outcome.COPIES_SENT].why.text() == (
        "“Hand over or send the copies” is not one of the steps here."
    )
    opened.type("1")
    opened.done()
    assert dialog.outcome_message.text() == "Choose how it ended."
    assert opened.case.request.status is Status.OPEN


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("", "This outcome needs a sentence."),
        ("Number 123-45-6789", "That looks like a Social Security number"),
    ],
)
def test_a_note_that_is_missing_or_must_not_be_kept_is_told_beside_it(opened, note, says):
    dialog = opened.page.acts.open_withdraw()
    opened.dialog(CloseDialog)
    opened.type(note)
    opened.done()
    assert dialog.note_message.text().startswith(says)
    assert opened.case.request.status is Status.OPEN


def test_a_withdrawn_request_is_closed_with_its_note(opened):
    opened.page.menu.withdraw.trigger()
    opened.dialog(CloseDialog)
    opened.type("He called.")
    opened.done()
    assert (opened.case.request.status, opened.case.request.outcome) == (
        Status.CLOSED, Outcome.WITHDRAWN)  # fmt: skip
    page = opened.page
    assert page.state.sentence.text() == "Closed on Monday, October 5: the family withdrew it."
    assert page.next_button.isHidden()
    assert page.badge.due().words == "Closed Mon Oct 5"
    assert "Close the request…" not in texts(page.menu)
    assert opened.history()[0] == "JR closed the request: the family withdrew it. He called."


def test_a_half_typed_note_is_there_when_the_dialog_opens_again(opened):
    opened.page.acts.open_withdraw()
    dialog = opened.dialog(CloseDialog)
    opened.type("He ca")
    opened.qtbot.keyClick(dialog, KEYS.Key_Escape)
    opened.qtbot.waitUntil(opened.no_dialog)
    again = opened.page.acts.open_withdraw()
    assert again.note.toPlainText() == "He ca"


def test_a_closed_request_is_opened_again_with_its_reason(opened):
    withdraw(opened)
    opened.page.state.reopen.click()
    dialog = opened.dialog(ReasonDialog)
    opened.done()
    assert dialog.message.text().startswith("The reason is missing.")
    opened.type("They wrote again.")
    opened.done()
    assert opened.case.request.status is Status.OPEN
    assert opened.page.next_button.isVisible()
    assert opened.page.state.isHidden()


# Links


def test_a_request_is_linked_by_its_number_and_stands_with_the_people(qtbot, office, desk, family):
    first, second = family(), family(requester=a_party(id=PartyId(9), name="Elena"))
    opened = Opened(qtbot, desk, second)
    opened.press(KEYS.Key_K, CTRL | SHIFT)
    dialog = opened.dialog(LinkDialog)
    assert [one.number for one in dialog.rows.model().rows] == ["2026-0001"]
    opened.type("2026-0001")
    opened.done()
    assert opened.case.related == (first,)
    (button,) = (
        one
        for one in opened.page.people.findChildren(QPushButton)
        if one.text() == "2026-0001, open"
    )
    with qtbot.waitSignal(opened.page.request_wanted) as wanted:
        button.click()
    assert wanted.args == [first]


def test_a_link_can_be_taken_away_from_both_its_ends(qtbot, office, desk, family):
    first, second = family(), family()
    for one, other in ((first, second), (second, first)):
        desk.did(merging.link_requests(office.store, one, other, by=office.sign()))
        opened = Opened(qtbot, desk, first)
        assert opened.page.menu.unlink.isVisible()
        opened.page.menu.unlink.trigger()
        assert opened.case.related == ()
        assert not opened.page.menu.unlink.isVisible()
        assert opened.history()[0] == "JR took the link with 2026-0002 away."


def test_nothing_found_leaves_nothing_to_link(opened):
    opened.page.acts.open_link()
    dialog = opened.dialog(LinkDialog)
    opened.type("nobody of this name")
    assert not dialog.save.isEnabled()
    opened.done()
    assert dialog.isVisible()
    assert opened.case.related == ()


# Merging


def test_a_double_entry_is_put_together_and_taken_apart(qtbot, office, desk, family):
    kept, double = family(), family(received_on=date(2026, 10, 1))
    opened = Opened(qtbot, desk, double)
    opened.page.menu.merge.trigger()
    dialog = opened.dialog(MergeDialog)
    assert dialog.says.text() == (
        "2026-0002 is closed and 2026-0001 goes on. It counts from Thursday, October 1, 2026, the"
        " earlier receipt. Both numbers stay in the history, and this can be taken back."
    )
    opened.done()
    page = opened.page
    assert opened.case.request.outcome is Outcome.MERGED
    assert cases.case(office.store, kept).request.received_on == date(2026, 10, 1)
    assert page.state.sentence.text() == "Closed on Monday, October 5: it was entered twice."
    assert page.state.reopen.isHidden()
    assert not page.menu.link.isVisible()
    with qtbot.waitSignal(page.request_wanted) as wanted:
        page.state.show_other.click()
    assert wanted.args == [kept]
    page.state.unmerge.click()
    assert opened.case.request.status is Status.OPEN
    assert cases.case(office.store, kept).request.received_on == TODAY
    assert opened.history()[0] == (
        "JR took the merge with 2026-0001 back; this request is open again."
    )


def test_merging_is_offered_only_where_another_entry_may_be_the_same(qtbot, office, desk, family):
    family(requester=a_party(id=PartyId(9), name="Elena"))
    alone = Opened(qtbot, desk, family())
    assert not alone.page.menu.merge.isVisible()
    family(right=Right.COPIES)
    alone.desk.did(Changes.of_request(alone.request))
    assert not alone.page.menu.merge.isVisible()
    family()
    alone.desk.did(Changes.of_request(alone.request))
    assert alone.page.menu.merge.isVisible()


def test_an_entry_put_together_with_this_one_is_no_link_to_take_away(qtbot, office, desk, family):
    kept, double = family(), family()
    merging.merge_requests(
        office.store, double, kept, law=office.law, today=TODAY, by=office.sign()
    )
    assert not Opened(qtbot, desk, kept).page.menu.unlink.isVisible()


# The tips for the moment


@pytest.mark.parametrize(
    ("on", "moment", "words"),
    [
        (TODAY, "intake", "45 days left"),
        (date(2026, 11, 17), "deadline_near", "2 days left"),
        (date(2026, 11, 19), "deadline_near", "Due today"),
        (date(2026, 11, 20), "deadline_overdue", "1 day late"),
    ],
    ids=["plenty", "near", "34 CFR 99.10(b): the last day", "34 CFR 99.10(b): late"],
)
def test_the_tips_follow_how_near_the_date_is(qtbot, office, desk, on, moment, words):
    desk.day = on
    opened = Opened(qtbot, desk, office.log(received_on=TODAY).request)
    assert opened.page.moment == moment
    assert opened.page.badge.due().words == words


def test_the_tips_follow_the_card_with_the_keyboard_and_the_dialog_for_closing(opened):
    told = []
    opened.page.moment_changed.connect(told.append)
    opened.page.search.take_keyboard()
    opened.page.giving.visit_button.setFocus()
    opened.page.letters.draft.setFocus()
    opened.page.next_button.setFocus()
    dialog = opened.page.acts.open_close()
    opened.dialog(CloseDialog)
    opened.qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert told == ["search", "appointment", "letters", "intake", "closing", "intake"]


def test_a_late_request_says_so_to_whoever_has_the_keyboard_elsewhere(qtbot, office, desk):
    desk.day = date(2026, 11, 30)
    opened = Opened(qtbot, desk, office.log(received_on=TODAY).request)
    opened.page.search.take_keyboard()
    assert opened.page.moment == "search"
    opened.page.next_button.setFocus()
    assert opened.page.moment == "deadline_overdue"


# The page as a whole


def test_a_change_elsewhere_is_shown_and_what_is_half_typed_stays(office, opened):
    opened.press(KEYS.Key_M, CTRL)
    opened.type("Half a sen")
    fee = Fee(pages=3, cents_a_page=10)
    opened.desk.did(
        giving.set_fee(office.store, opened.request, fee, law=office.law, by=office.sign())
    )
    assert opened.page.giving.charge.text() == "3 pages at $0.10: $0.30."
    assert opened.page.notes.note.toPlainText() == "Half a sen"
    assert opened.focus() is opened.page.notes.note


def test_days_closed_meanwhile_move_the_date_on_the_open_page(office, opened):
    changes, _ = days.add_entry(
        office.store, from_on=date(2026, 11, 19), until_on=date(2026, 11, 19), title="Storm",
        kind="closure", law=office.law, by=office.sign(),
    )  # fmt: skip
    opened.desk.did(changes)
    assert "finish by Wednesday, November 18" in opened.page.dates.reason.text()


def test_a_request_of_another_student_is_not_read_again(office, opened):
    before = opened.page._view
    opened.desk.did(Changes.of_request(office.log(
        student=a_student(id=5), requester=a_party(id=PartyId(5))).request))  # fmt: skip
    assert opened.page._view is before


def test_f6_walks_through_the_cards_and_back(opened):
    opened.press(KEYS.Key_F6)
    seen = [opened.page._focused]
    for _ in range(8):
        opened.press(KEYS.Key_F6)
        seen.append(opened.page._focused)
    assert len({id(one) for one in seen}) >= 5
    opened.press(KEYS.Key_F6, SHIFT)
    assert opened.page._focused is seen[-2]


def test_dates_stand_beside_the_steps_only_where_there_is_room(qtbot, office, desk):
    wide = Opened(qtbot, desk, office.log().request, width=1000).page
    assert wide.side_column.indexOf(wide.dates) >= 0
    wide.resize(560, 800)
    assert wide.side_column.indexOf(wide.dates) < 0
    assert wide.main_column.indexOf(wide.dates) > wide.main_column.indexOf(wide.steps)


def test_the_schools_promise_stands_beside_the_law_and_never_drives(qtbot, office, desk):
    page = a_school(promise_calendar_days=20)
    save_school(office.store, page, law=office.law, by=office.sign())
    opened = Opened(qtbot, desk, office.log().request)
    on = TODAY + timedelta(days=20)
    assert opened.page.dates.due_on.text() == "Thursday, November 19"
    assert any(
        day == f"{on:%a %b} {on.day}" and says.startswith("Our own promise")
        for day, says in opened.page.dates.rows()
    )
