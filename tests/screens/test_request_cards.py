"""The cards of the request page: dates, search, visit and charge, notes, history, people."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from desktop.actions import families, searching
from desktop.actions.changes import Changes
from desktop.actions.office import set_places
from desktop.actions.steps import do_step
from desktop.records.appointment import AppointmentState
from desktop.records.case import SourceState
from desktop.records.ids import OrderId, PartyId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.place import Place
from desktop.records.request import Access, EventKind, Right
from desktop.records.school import Address
from desktop.records.steps import StepState, step_named
from desktop.screens.request_dates import DatesDialog, EventDialog
from desktop.screens.request_giving import ChargeDialog
from desktop.screens.request_place import PlaceDialog
from desktop.screens.request_visit import VisitDialog
from desktop.screens.request_visit_end import VisitEndDialog
from desktop.store import cases
from tests import mail
from tests.desks import a_desk
from tests.offices import AT, TODAY, WHOLE, a_party, a_student
from tests.screens.request_pages import CTRL, KEYS, SHIFT, Opened

DUE = date(2026, 11, 19)  # a Thursday


@pytest.fixture
def desk(office):
    places = [
        Place(name="Vault", keeper="Ana"),
        Place(name="Nurse", keeper="Bo"),
        Place(name="Old system"),
    ]
    set_places(office.store, places, by=office.sign())
    return a_desk(office, TODAY)


@pytest.fixture
def opened(qtbot, office, desk):
    return Opened(qtbot, desk, office.log().request)


def open_on(qtbot, desk, logged, on=TODAY) -> Opened:
    desk.day = on
    return Opened(qtbot, desk, logged.request)


def visible(card) -> list[str]:
    """The lines in sight, from the top."""
    shown = [one for one in card.findChildren(QLabel) if one.isVisible()]
    return [one.text() for one in sorted(shown, key=lambda one: one.mapTo(card, one.pos()).y())]


# Dates


def test_the_date_that_drives_stands_with_its_reason_and_its_citation(opened):
    dates = opened.page.dates
    assert dates.due_on.text() == "Thursday, November 19"
    assert dates.reason.text() == (
        "45 calendar days after Monday, October 5, 2026.\n"
        "45 calendar days left. 0 of 45 calendar days used."
    )
    assert "34 CFR 99.10(b)" in dates.citation.text()


def test_the_page_counts_no_day_once_all_was_given(qtbot, office, desk):
    logged = office.log(received_on=TODAY - timedelta(days=50))
    opened = Opened(qtbot, desk, logged.request)
    assert opened.page.badge.due().words == "5 days late"
    for code, how in (
        ("identity", {"choice": "photo_id"}),
        ("authority", {"choice": "parent_no_paper"}),
        ("review", WHOLE),
        ("inspected", {}),
    ):
        desk.did(do_step(
            office.store, logged.request, code, law=office.law, today=TODAY, by=office.sign(), **how
        ))  # fmt: skip
    assert opened.page.badge.due().words == "Dates met, work left"
    said = opened.page.dates.reason.text().splitlines()
    assert said[-2].endswith("Done: this limit is met.")
    assert said[-1].startswith("No date runs any longer, but this is still to do: ")
    assert opened.page._view.next_rule.title in said[-1]


def test_the_date_opens_to_its_working_out_and_is_copied(opened):
    opened.page.dates.working.setFocus()
    opened.press(KEYS.Key_Return)
    dialog = opened.dialog(DatesDialog)
    lines = [one.text().replace("\u200b", "") for one in dialog.findChildren(QLabel)]
    told = dialog.text().splitlines()[3:]
    assert len(told) > 3
    assert set(told) <= set(lines)
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.text()
    assert "34 CFR 99.10(b)" in dialog.text()
    assert "November 19" in dialog.text()
    assert dialog.copied.text() == "Copied"
    opened.qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert opened.no_dialog()


def test_a_legal_date_on_a_closed_day_says_by_when_to_finish(qtbot, office, desk):
    received = date(2026, 10, 1)
    page = open_on(qtbot, desk, office.log(received_on=received)).page
    assert page.dates.due_on.text() == "Sunday, November 15"
    assert "The office is closed that day: finish by Friday, November 13." in (
        page.dates.reason.text()
    )


def test_every_other_limit_is_a_quiet_line_that_opens_to_its_own_working_out(qtbot, office, desk):
    meeting = {EventKind.IEP_MEETING: date(2026, 10, 20)}
    opened = open_on(qtbot, desk, office.log(special_education=True, events=meeting))
    dates = opened.page.dates
    assert dates.due_on.text() == "Monday, October 19"
    assert "Thu Nov 19" in [on for on, _ in dates.rows()]
    assert ("Tue Oct 20", "IEP meeting") in dates.rows()
    first = next(
        one
        for one in dates.findChildren(QToolButton)
        if one.accessibleName() == "How Thu Nov 19 was worked out"
    )
    first.click()
    assert "November 19" in opened.dialog(DatesDialog).text()


def test_a_meeting_moves_the_date_and_the_page_says_how(opened):
    opened.page.dates.add_event.setFocus()
    opened.press(KEYS.Key_Return)
    dialog = opened.dialog(EventDialog)
    opened.press(KEYS.Key_Tab)
    opened.type("10/20/2026")
    assert dialog.preview.text() == (
        "The last day was Thursday, November 19, 2026; now it is Monday, October 19, 2026."
    )
    opened.done()
    assert opened.case.request.due_on == date(2026, 10, 19)
    assert opened.page.notices.sentence.text() == (
        "The IEP meeting is set for Tuesday, October 20, 2026."
        " The last day was Thursday, November 19, 2026; now it is Monday, October 19, 2026."
    )
    assert opened.page.dates.due_on.text() == "Monday, October 19"


def test_a_meeting_is_moved_and_taken_away_from_its_line(qtbot, office, desk):
    meeting = {EventKind.HEARING: date(2026, 10, 20)}
    opened = open_on(qtbot, desk, office.log(special_education=True, events=meeting))
    dialog = opened.page.dates.edit_event(EventKind.HEARING)
    opened.dialog(EventDialog)
    assert not dialog.kind.isEnabled()
    dialog.on.set_value(date(2026, 10, 27))
    opened.done()
    assert opened.case.request.events == {EventKind.HEARING: date(2026, 10, 27)}
    opened.page.dates.edit_event(EventKind.HEARING).remove.click()
    assert opened.case.request.events == {}
    assert opened.page.notices.sentence.text().startswith(
        "The hearing of Tuesday, October 27, 2026 is taken away."
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Type the day of the meeting or hearing."),
        ("10/1/2026", "The meeting is before the day the request came in."),
    ],
)
def test_a_day_that_cannot_be_is_told_beside_the_field(opened, typed, says):
    dialog = opened.page.dates.edit_event(None)
    opened.dialog(EventDialog)
    dialog.on.setFocus()
    opened.type(typed)
    opened.done()
    assert dialog.message.text().startswith(says)
    assert dialog.isVisible()
    assert opened.case.request.events == {}


# Places searched


def places(opened):
    model = opened.page.search.places.model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def states(opened):
    return [(one.state, one.pages) for one in opened.case.sources]


def test_letters_and_digits_on_the_list_answer_and_go_on_to_the_next(opened):
    opened.page.search.take_keyboard()
    opened.press(KEYS.Key_A)
    opened.press(KEYS.Key_N)
    opened.type("12")
    assert opened.focus() is opened.page.search.pages
    opened.press(KEYS.Key_Return)
    assert states(opened) == [
        (SourceState.ASKED, 0), (SourceState.NONE, 0), (SourceState.FOUND, 12)]  # fmt: skip
    assert places(opened) == ["Asked, Mon Oct 5", "Nothing found, Mon Oct 5", "12 pages, Mon Oct 5"]
    search = opened.page.search
    assert search.progress.text().startswith("2 of 3 places answered, 12 pages found. Answers are")
    assert search.places.current_row().name == "Vault"
    assert opened.focus() is search.places


def test_a_silent_place_is_asked_again_up_the_ladder_and_the_row_says_which_asking(opened, desk):
    search = opened.page.search
    search.take_keyboard()
    opened.press(KEYS.Key_A)
    for days, whom, said in (
        (7, "Asked the head", "Head asked (2), Mon Oct 12"),
        (10, "Asked the principal", "Principal asked (3), Thu Oct 15"),
    ):
        desk.day = TODAY + timedelta(days=days)
        desk.did(Changes.of_request(opened.request))
        search.places.choose_place(0)
        assert search.asked.text() == whom
        search.places.setFocus()
        opened.press(KEYS.Key_A)
        assert places(opened)[0] == said


def test_a_second_asking_on_one_day_is_refused_and_an_asking_is_taken_back(opened):
    search = opened.page.search
    search.take_keyboard()
    assert not search.take_back.isVisible()
    opened.press(KEYS.Key_A)
    search.places.choose_place(0)
    search.asked.click()
    assert "asked today already" in search.notices.sentence.text()
    search.take_back.click()
    assert states(opened)[0] == (SourceState.TO_ASK, 0)
    assert search.asked.text() == "Asked"
    assert not search.take_back.isVisible()


def test_f_goes_to_the_pages_and_enter_on_a_place_does_too(opened):
    search = opened.page.search
    for key in (KEYS.Key_F, KEYS.Key_Return):
        search.take_keyboard()
        opened.press(key)
        assert opened.focus() is search.pages
        assert states(opened)[0] == (SourceState.TO_ASK, 0)


@pytest.mark.parametrize("typed", ["", "x", "-3", "1.5", "²", "٣"])
def test_pages_that_are_no_number_are_told_beside_the_field(opened, typed):
    search = opened.page.search
    search.take_keyboard()
    search.pages.setText(typed)
    search.found.click()
    assert search.message.text() == "Type how many pages were found."
    assert opened.focus() is search.pages
    assert states(opened)[0] == (SourceState.TO_ASK, 0)


def test_more_pages_than_there_can_be_are_told_and_kept_to_correct(opened):
    search = opened.page.search
    search.take_keyboard()
    opened.type("999999")
    opened.press(KEYS.Key_Return)
    assert search.message.text().startswith("That number of pages cannot be right.")
    assert search.pages.text() == "999999"


def test_no_pages_is_nothing_found(opened):
    opened.page.search.take_keyboard()
    opened.type("0")
    opened.press(KEYS.Key_Return)
    assert states(opened)[0] == (SourceState.NONE, 0)


def test_a_note_is_kept_with_its_place_and_leaves_the_answer(opened):
    search = opened.page.search
    search.take_keyboard()
    opened.type("12")
    opened.press(KEYS.Key_Return)
    search.places.choose_place(0)
    opened.desk.day = TODAY + timedelta(days=3)
    search.note.setFocus()
    opened.type("box 4")
    opened.press(KEYS.Key_Return)
    first = opened.case.sources[0]
    assert (first.note, first.pages, first.answered_on) == ("box 4", 12, TODAY)


def test_a_social_security_number_in_a_note_is_refused_in_the_card(opened):
    search = opened.page.search
    search.take_keyboard()
    search.note.setText("under 123-45-6789")
    search.nothing.click()
    assert "Social Security" in search.notices.sentence.text()
    assert states(opened)[0] == (SourceState.TO_ASK, 0)


def test_the_list_of_a_closed_request_takes_no_keys(opened):
    dialog = opened.page.acts.open_withdraw()
    dialog.note.setPlainText("Called.")
    dialog.save.click()
    opened.page.search.places.setFocus()
    opened.press(KEYS.Key_N)
    opened.type("5")
    assert {state for state, _ in states(opened)} == {SourceState.TO_ASK}
    assert opened.page.search.answer.isHidden()


def test_a_search_ticked_off_says_while_a_place_is_silent(opened):
    opened.page.steps.open_step("search")
    opened.page.steps.panel.done.click()
    row = opened.page.steps.row("search")
    assert step_named(opened.case.steps, "search").state is StepState.DONE
    assert "0 of 3 places answered" in row.detail.text()
    opened.page.search.take_keyboard()
    for key in (KEYS.Key_N, KEYS.Key_N, KEYS.Key_N):
        opened.press(key)
    assert "places answered" not in row.detail.text()


def test_a_place_is_added_for_this_request(opened):
    opened.page.search.add_place.click()
    dialog = opened.dialog(PlaceDialog)
    opened.done()
    assert dialog.message.text().startswith("The place has no name.")
    opened.type("Bus office")
    opened.press(KEYS.Key_Tab)
    opened.type("Cy")
    opened.done()
    assert [one.name for one in opened.case.sources][-1] == "Bus office"
    assert opened.page.search.progress.text() == (
        "0 of 4 places answered, 0 pages found. Answers are needed by Monday, November 16, 2026."
    )


def test_the_search_of_a_linked_request_is_offered_and_taken_over(qtbot, office, desk):
    student = a_student()
    first = office.log(student=student).request
    vault = searching_of(office, first)
    second = office.log(
        student=student, student_is_new=False, requester=a_party(id=PartyId(9)), link_to=first
    )
    opened = open_on(qtbot, desk, second)
    offer = next(
        one for one in opened.page.search.findChildren(QPushButton) if "2026-0001" in one.text()
    )
    offer.click()
    assert opened.case.sources[0].pages == vault
    assert opened.page.search.notices.sentence.text() == (
        "The answers of 2026-0001 stand here now; own answers stay."
    )


def searching_of(office, request) -> int:
    source = cases.case(office.store, request).sources[0]
    searching.answer_source(
        office.store, request, source.id, SourceState.FOUND, pages=7,
        today=TODAY, by=office.sign(),
    )  # fmt: skip
    return 7


# Visit and charge


def test_a_visit_is_set_by_keyboard_and_its_step_is_ticked(opened):
    opened.press(KEYS.Key_V, CTRL | SHIFT)
    dialog = opened.dialog(VisitDialog)
    assert dialog.says.text() == (
        "Best on or before Thursday, November 19, 2026, the work-by date."
    )
    opened.type("10/20/2026")
    opened.press(KEYS.Key_Tab)
    dialog.meet_at.selectAll()
    opened.type("230p")
    opened.press(KEYS.Key_Tab)
    assert dialog.meet_at.text() == "2:30 p.m."
    opened.type("Room 12")
    opened.done()
    (visit,) = opened.case.appointments
    assert (visit.meet_on, visit.meet_at, visit.place) == (
        date(2026, 10, 20), time(14, 30), "Room 12")  # fmt: skip
    assert opened.page.giving.visit.text() == "Tuesday, October 20 at 2:30 p.m., Room 12."
    assert step_named(opened.case.steps, "appointment").state is StepState.DONE


@pytest.mark.parametrize(
    ("day", "hour", "place", "message", "says"),
    [
        (None, "9:00", "Room 12", "day_message", "Type the day of the visit."),
        (date(2026, 10, 2), "9:00", "Room 12", "day_message", "The visit is in the past."),
        (DUE, "25", "Room 12", "time_message", "Type the hour as 9:00 or 2:30 pm."),
        (DUE, "9:00", "", "place_message", "The place is missing."),
    ],
)
def test_what_a_visit_lacks_is_told_beside_its_field(opened, day, hour, place, message, says):
    dialog = opened.page.giving.open_visit()
    dialog.meet_on.set_value(day)
    dialog.meet_at.setText(hour)
    dialog.place.setText(place)
    dialog.save.click()
    assert getattr(dialog, message).text().startswith(says)
    assert opened.case.appointments == ()


@pytest.mark.parametrize(
    ("received", "on", "says"),
    [
        (TODAY, date(2026, 11, 20), "That is after the legal date, Thursday, November 19, 2026."),
        (
            date(2026, 10, 1), date(2026, 11, 14),
            "That is after the work-by date, Friday, November 13, 2026.",
        ),
        (TODAY, date(2026, 10, 10), "The office is closed on Saturday, October 10, 2026."),
        (TODAY, date(2026, 10, 13), ""),
    ],
    ids=["34 CFR 99.10(b): late", "after the last office day", "a Saturday", "in time"],
)  # fmt: skip
def test_a_day_that_is_late_or_closed_is_said_and_can_still_be_chosen(
    qtbot, office, desk, received, on, says
):
    opened = open_on(qtbot, desk, office.log(received_on=received))
    dialog = opened.page.giving.open_visit()
    dialog.meet_on.set_value(on)
    assert dialog.day_message.text().startswith(says)
    assert bool(dialog.day_message.text()) is bool(says)
    dialog.place.setText("Room 12")
    dialog.save.click()
    assert [one.meet_on for one in opened.case.appointments] == [on]
    assert opened.page.giving.visit_warning.isVisible() is says.startswith("That is after")


def test_a_visit_is_moved_with_what_was_set_before(opened):
    dialog = opened.page.giving.open_visit()
    dialog.meet_on.set_value(date(2026, 10, 20))
    dialog.place.setText("Room 12")
    dialog.save.click()
    assert opened.page.giving.visit_button.text() == "Move the visit…"
    dialog = opened.page.giving.open_visit()
    assert (dialog.meet_on.value(), dialog.place.text()) == (date(2026, 10, 20), "Room 12")
    assert dialog.step_done.isHidden()
    dialog.meet_on.set_value(date(2026, 10, 22))
    dialog.save.click()
    assert dialog.mover_message.text().startswith("It is open who moves it.")
    dialog.mover.setCurrentText("The family")
    assert dialog.mover_message.isHidden()
    dialog.save.click()
    assert [(one.meet_on.day, one.state) for one in opened.case.appointments] == [
        (20, AppointmentState.MOVED_BY_FAMILY), (22, AppointmentState.SET)]  # fmt: skip
    assert opened.page.giving.visits_past.text() == (
        "Tuesday, October 20: moved, as the family asked."
    )


def test_who_comes_along_is_asked_once_somebody_does_and_consent_is_spoken_of(opened):
    dialog = opened.page.giving.open_visit()
    assert dialog.mover.isHidden()
    assert dialog.kinds.isHidden()
    dialog.meet_on.set_value(date(2026, 10, 20))
    dialog.place.setText("Room 12")
    dialog.companions.setText("1")
    assert dialog.kinds.isVisible()
    assert "34 CFR 99.30" in dialog.company_says.text()
    dialog.kinds.set_ticked(["interpreter"])
    assert dialog.company_says.isHidden()
    dialog.kinds.set_ticked(["interpreter", "advocate"])
    dialog.save.click()
    assert dialog.companions_message.isVisible()
    dialog.companions.setText("many")
    dialog.save.click()
    assert dialog.companions_message.text().startswith("Type how many as a number")
    dialog.companions.setText("2")
    dialog.company_words.setText("Rosa Pérez")
    dialog.save.click()
    assert opened.page.giving.visit.text().endswith(
        "2 people come along (An advocate or lawyer; Their own interpreter; Rosa Pérez)."
    )


def test_in_special_education_a_representative_may_look_with_the_parent_s_word(qtbot, office, desk):
    logged = office.log(student=a_student(special_education=True), special_education=True)
    opened = open_on(qtbot, desk, logged)
    dialog = opened.page.giving.open_visit()
    dialog.companions.setText("1")
    dialog.kinds.set_ticked(["representative"])
    assert "34 CFR 300.613(b)(3)" in dialog.company_says.text()


def visit_today(opened) -> None:
    dialog = opened.page.giving.open_visit()
    dialog.meet_on.set_value(TODAY)
    dialog.place.setText("Room 12")
    dialog.save.click()


def test_a_family_that_did_not_come_is_offered_another_day(opened):
    visit_today(opened)
    opened.page.giving.end_button.click()
    dialog = opened.dialog(VisitEndDialog)
    dialog.save.click()
    assert dialog.ways_message.text() == "Say what became of it first."
    opened.press(KEYS.Key_3)
    assert dialog.ways.rows[2].says.text().startswith("That is no withdrawal.")
    assert dialog.save.text() == "&Save, and set another day"
    opened.done()
    again = opened.dialog(VisitDialog)
    assert again.meet_on.value() is None
    assert again.place.text() == "Room 12"
    assert again.mover.isHidden()
    assert again.step_done.isVisible()
    again.reject()
    assert opened.page.giving.visit.text() == "No visit is set yet."
    assert opened.page.giving.visits_past.text() == (
        "Monday, October 5: they did not come. That is no withdrawal: offer another day."
    )
    assert opened.page.giving.end_button.isHidden()
    assert "did not come" in " ".join(opened.history())


def test_part_seen_asks_what_remains(opened):
    visit_today(opened)
    dialog = opened.page.giving.open_end()
    dialog.ways.choose("saw_part")
    dialog.save.click()
    assert dialog.remains_message.isVisible()
    dialog.remains.setText("The nurse's notes.")
    dialog.save.click()
    assert "Still to see: The nurse's notes." in opened.page.giving.visits_past.text()


def test_before_the_day_only_a_move_can_be_said(opened):
    dialog = opened.page.giving.open_visit()
    dialog.meet_on.set_value(date(2026, 10, 20))
    dialog.place.setText("Room 12")
    dialog.save.click()
    dialog = opened.page.giving.open_end()
    assert [row.code for row in dialog.ways.rows if row.radio.isEnabled()] == [
        "moved_by_family", "moved_by_school"]  # fmt: skip


def test_all_seen_ticks_the_step_or_says_what_stands_before_it(opened):
    visit_today(opened)
    dialog = opened.page.giving.open_end()
    dialog.ways.choose("saw_all")
    assert dialog.step_done.isVisible()
    dialog.save.click()
    assert dialog.isVisible()
    assert "Nothing may leave the office yet" in dialog.notices.sentence.text()
    for code, how in (
        ("identity", {"choice": "photo_id"}),
        ("authority", {"choice": "parent_no_paper"}),
        ("review", WHOLE),
    ):
        do_step(
            opened.desk.store, opened.request, code,
            law=opened.desk.law, today=TODAY, by=opened.desk.sign(), **how,
        )  # fmt: skip
    dialog.save.click()
    assert step_named(opened.case.steps, "inspected").state is StepState.DONE
    assert opened.page.badge.due().words == "Dates met, work left"


def test_a_visit_that_is_over_asks_what_became_of_it(qtbot, office, desk):
    logged = office.log()
    visit_today(open_on(qtbot, desk, logged))
    later = open_on(qtbot, desk, logged, on=TODAY + timedelta(days=1))
    assert later.page.giving.visit_warning.text() == ("The day has come: say what became of it.")


@pytest.fixture
def copies(qtbot, office, desk):
    logged = office.log(right=Right.COPIES, access=Access.COPIES)
    searching_of(office, logged.request)
    return open_on(qtbot, desk, logged)


def test_a_charge_is_worked_out_from_the_pages_found_and_nothing_else(copies):
    copies.page.giving.charge_button.click()
    dialog = copies.dialog(ChargeDialog)
    assert (dialog.pages.text(), dialog.rate.text()) == ("7", "$0.10")
    assert copies.focus() is dialog.pages
    copies.type("12")
    dialog.postage.setText("2")
    assert dialog.arithmetic.text() == "12 pages at $0.10 and $2.00 postage: $3.20."
    copies.done()
    fee = copies.case.fee
    assert (fee.pages, fee.cents_a_page, fee.postage_cents, fee.total_cents) == (12, 10, 200, 320)
    assert copies.page.giving.charge.text() == "12 pages at $0.10 and $2.00 postage: $3.20."
    assert step_named(copies.case.steps, "copies").state is StepState.DONE


def test_a_charge_has_no_line_for_search_or_retrieval(copies):
    """34 CFR 99.11(b): an office may not charge to search for or to retrieve records."""
    dialog = copies.page.giving.open_charge()
    labels = [one.text().replace("&", "") for one in dialog.findChildren(QLabel) if one.buddy()]
    assert labels == ["Pages copied", "For each page", "Postage", "Reason"]
    said = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "Searching, retrieving and blacking out are never charged" in said


def test_a_charge_is_waived_with_a_few_words(copies):
    copies.page.giving.charge_button.click()
    dialog = copies.dialog(ChargeDialog)
    assert dialog.reason.isHidden()
    dialog.waived.click()
    assert copies.focus() is dialog.reason
    copies.done()
    assert dialog.message.text().startswith("The reason for no charge is missing.")
    copies.type("123-45-6789")
    copies.done()
    assert "Social Security" in dialog.message.text()
    dialog.reason.setText("Hardship")
    dialog.save.click()
    assert copies.case.fee.total_cents == 0
    assert copies.page.giving.charge.text() == "No charge: Hardship"


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("pages", "many", "Type a whole number."),
        ("rate", "ten", "Type it as 1.20."),
        ("postage", "1,5", "Type it as 1.20."),
    ],
)
def test_an_amount_that_cannot_be_read_is_told_beside_it(copies, field, typed, says):
    dialog = copies.page.giving.open_charge()
    getattr(dialog, field).setText(typed)
    dialog.save.click()
    assert getattr(dialog, f"{field}_message").text() == says
    assert copies.case.fee is None


def test_copies_have_no_visit_and_a_visit_shows_no_charge_until_there_is_one(opened, copies):
    assert opened.page.giving.header.title.text() == "Visit"
    assert opened.page.giving.charge.isHidden()
    assert copies.page.giving.header.title.text() == "Copies"
    assert copies.page.giving.visit.isHidden()
    assert copies.page.giving.visit_button.isHidden()


# Notes and history


def test_a_note_is_written_with_two_keys_and_the_newest_stands_first(opened):
    for text in ("He prefers mornings.", "He called."):
        opened.press(KEYS.Key_M, CTRL)
        opened.type(text)
        opened.done()
    assert [note.text for note in opened.case.notes] == ["He prefers mornings.", "He called."]
    opened.qtbot.waitUntil(lambda: "He called." in visible(opened.page.notes))
    lines = visible(opened.page.notes)
    assert lines.index("He called.") < lines.index("He prefers mornings.")
    assert any(line.startswith("JR, Mon Oct 5") for line in lines)
    assert opened.page.notes.note.toPlainText() == ""


@pytest.mark.parametrize(
    ("typed", "says"),
    [("", "The note is empty."), ("It is 123-45-6789.", "That looks like a Social Security")],
)
def test_a_note_that_is_refused_stays_in_the_field(opened, typed, says):
    opened.press(KEYS.Key_M, CTRL)
    opened.type(typed)
    opened.done()
    assert opened.page.notes.message.text().startswith(says)
    assert opened.page.notes.note.toPlainText() == typed
    assert opened.case.notes == ()


def test_a_half_typed_note_is_there_when_the_page_is_opened_again(qtbot, opened):
    opened.press(KEYS.Key_M, CTRL)
    opened.type("Half a sen")
    opened.page.keep_now()
    again = Opened(qtbot, opened.desk, opened.request)
    assert again.page.notes.note.toPlainText() == "Half a sen"


def test_the_history_shows_the_newest_and_all_of_it_on_demand(opened):
    for number in range(8):
        opened.page.notes.note.setPlainText(f"Note {number}")
        opened.page.notes.add.click()
    history = opened.page.history
    assert len(history.sentences()) == 6
    assert history.show_all.text() == "Show all 10 lines"
    history.show_all.click()
    assert len(history.sentences()) == 10
    assert history.sentences()[-1].startswith("JR logged request 2026-0001: see the records")
    assert history.show_all.isHidden()


# People and the verdict


def facts(card):
    return dict(card.facts.facts())


def test_the_people_card_says_who_asks_and_how_to_reach_them(qtbot, office, desk):
    address = Address(street="45 Pine Street", city="Denver", state="CO", postal_code="80202")
    logged = office.log(
        student=a_student(preferred="Mimi", other_names=("Mia Ortiz",)),
        requester=a_party(address=address, phone="555-0199", email="r@example.org"),
        reply_address="PO Box 9",
        special_education=True,
    )
    opened = open_on(qtbot, desk, logged)
    assert facts(opened.page.people) == {
        "Student": "Mia Alvarez",
        "Known as": "Mimi, Mia Ortiz",
        "Grade": "4",
        "Number": "20417",
        "Born": "March 14, 2017",
        "Special education": "Yes",
        "Who asks": "Rafael Alvarez (Father)",
        "Phone": "555-0199",
        "E-mail": "r@example.org",
        "Address": "45 Pine Street\nDenver, CO 80202",
        "Answer goes to": "PO Box 9",
        "Taken by": "Jo Reyes",
    }
    with qtbot.waitSignal(opened.page.student_wanted) as wanted:
        opened.page.people.header.acted.emit()
    assert wanted.args == [opened.case.student.id]


def test_the_card_of_what_is_asked_repeats_the_asker(qtbot, office, desk):
    logged = office.log(
        received_on=date(2026, 10, 2), requested_on=date(2026, 9, 30), language="es",
        interpreter=True, record_kinds=("grades",),
    )  # fmt: skip
    asked = open_on(qtbot, desk, logged).page.asked
    assert asked.words.text() == "“I would like to see Mia's records.”"
    said = facts(asked)
    assert said["Received"] == "Friday, October 2, by e-mail"
    assert said["Dated"] == "Wednesday, September 30"
    assert said["Entered"] == "Monday, October 5"
    assert said["Language"].endswith(", with an interpreter")


def test_the_verdict_says_the_answer_where_it_stands_and_what_would_change_it(opened):
    card, words = opened.page.verdict, opened.desk.wording
    verdict = opened.page._view.verdict
    assert card.says.text() == words.say(verdict.says())
    assert card.citation.text() == words.say(verdict.citation())
    assert card.sign.accessibleName() == words.text(f"verdict.answer.{verdict.answer}")
    assert card.changes.isHidden()
    card.what_changes.click()
    assert card.changes.text() == words.say(verdict.would_change())
    assert card.changes.isVisible()


def test_a_paper_noted_while_the_page_is_open_changes_its_answer(office, opened):
    before = opened.page.verdict.says.text()
    assert opened.page.papers.isHidden()
    case = opened.case
    paper = Order(
        id=OrderId(new_id(AT)), student=case.student.id, kind=OrderKind.CUSTODY,
        court="42nd District", limited_party=case.requester.id,
        limits=frozenset({Limit.RECORDS}), passage="He may not see records.",
        read_by=office.opened.person.id,
    )  # fmt: skip
    opened.desk.did(families.note_order(office.store, paper, by=office.sign()))
    assert opened.page.verdict.says.text() != before
    assert opened.page.papers.texts() == (
        "Custody paper, 42nd District. Limits Rafael Alvarez, who asks now: may not see the"
        " records. No end date on file. “He may not see records.” Read by JR.",
    )


def test_a_warning_goes_once_identity_is_checked(opened):
    before = opened.page.verdict.warned()
    opened.page.steps.open_step("identity")
    opened.type("2")
    opened.done()
    assert len(opened.page.verdict.warned()) == len(before) - 1


# Letters


def test_the_letters_card_offers_the_letters_of_the_right(opened):
    menu = opened.page.letters.menu
    assert [one.text() for one in menu.actions()][:6] == [
        "Receipt", "Acknowledgement", "Identity check needed", "Papers needed",
        "Question about what is wanted", "Appointment to inspect",
    ]  # fmt: skip
    assert "Part given, part left out" in [one.text() for one in menu.actions()]
    menu.actions()[1].trigger()
    assert opened.wanted == [(opened.request, "acknowledgement")]


def test_a_letter_is_listed_as_draft_as_finished_and_as_sent(qtbot, office, opened):
    def is_said(line: str) -> None:
        opened.desk.did(Changes.of_request(opened.request))
        qtbot.waitUntil(lambda: line in visible(opened.page.letters))

    letter = mail.draft(office, opened.request, "receipt")
    is_said("Draft, English, Mon Oct 5")
    mail.finish(office, opened.request, letter)
    is_said("Finished, English, Mon Oct 5, not sent yet")
    mail.send(office, opened.request, letter, "mailed")
    is_said("Mailed, English, Mon Oct 5")
    with qtbot.waitSignal(opened.page.letter_open_wanted) as wanted:
        (button,) = (
            one
            for one in opened.page.letters.findChildren(QPushButton)
            if one.isVisible() and one.text() == "Open"
        )
        button.click()
    assert wanted.args == [opened.request, letter]


def test_a_place_that_writes_over_itself_is_told_first_and_k_says_that_it_keeps(qtbot, office):
    set_places(
        office.store, [Place(name="Vault"), Place(name="Video", overwrites=True)], by=office.sign()
    )
    opened = Opened(qtbot, a_desk(office, TODAY), office.log().request)
    search = opened.page.search
    assert "1 place writes over what it has by itself" in search.progress.text()
    search.places.choose_place(1)
    assert search.keep.isVisible()
    search.places.setFocus()
    opened.press(KEYS.Key_K)
    assert opened.case.sources[1].kept_on == TODAY
    assert not search.keep.isVisible()
    assert "Answers are needed by" in search.progress.text()
