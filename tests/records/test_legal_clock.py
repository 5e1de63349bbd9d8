"""The legal dates: federal law row by row, the states by hand, the traps, and the stories."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import DeskError
from desktop.office.holidays import place_of, public_holidays
from desktop.paths import resources
from desktop.records.calendar import Calendar, Closure, Counting
from desktop.records.clock import (
    OFFICE,
    Applies,
    Asked,
    clocks,
    days_left,
    days_used,
)
from desktop.records.ids import RuleId
from desktop.records.logged import Extension
from desktop.records.request import EventKind, Right
from desktop.records.rules import RuleBooks, load_rule_books

BOOKS = load_rule_books(resources("rules"))
FEDERAL = Calendar(holidays=public_holidays("US"))
STATES = sorted(set(BOOKS.by_state) - {"US"})
IEP = EventKind.IEP_MEETING
SOME_DAY = date(2026, 10, 1)


def day(text):
    return date.fromisoformat(text)


def asked(received_on=SOME_DAY, **facts):
    return Asked(**{"right": Right.INSPECT, "received_on": received_on} | facts)


def work_out(*, calendar=None, promise=0, books=BOOKS, **facts):
    request = asked(**facts)
    own = Calendar(holidays=public_holidays(place_of(request.state)))
    return clocks(request, books=books, calendar=calendar or own, promise_calendar_days=promise)


def limit(found, rule):
    (one,) = [limit for limit in found.limits if limit.rule == rule]
    return one


def due_dates(found):
    return {limit.rule: limit.due_on.isoformat() for limit in found.limits}


def codes(limit):
    return [sentence.code for sentence in limit.working]


# 34 CFR 99.10(b): received, day 45, last federal working day on or before it.
FEDERAL_ROWS = """
2025-09-02 2025-10-17 2025-10-17 ordinary request
2025-09-13 2025-10-28 2025-10-28 e-mail on a Saturday
2025-09-20 2025-11-04 2025-11-04 clock change inside
2025-09-25 2025-11-09 2025-11-07 day 45 a Sunday
2025-10-11 2025-11-25 2025-11-25 Saturday receipt
2025-10-13 2025-11-27 2025-11-26 received on Columbus Day, due on Thanksgiving
2025-11-16 2025-12-31 2025-12-31 Sunday receipt
2025-11-17 2026-01-01 2025-12-31 due on New Year's Day
2025-12-19 2026-02-02 2026-02-02 winter break does not stop it
2025-12-31 2026-02-14 2026-02-13 day 45 a Saturday
2026-01-01 2026-02-15 2026-02-13 received on New Year's Day
2026-01-15 2026-03-01 2026-02-27 February of 28 days
2028-01-15 2028-02-29 2028-02-29 February of 29 days
2024-01-15 2024-02-29 2024-02-29 day 45 is 29 February
2028-02-29 2028-04-14 2028-04-14 received on leap day
2027-02-28 2027-04-14 2027-04-14 28 February of a common year
2028-02-28 2028-04-13 2028-04-13 28 February of a leap year
2026-03-07 2026-04-21 2026-04-21 day before clocks go forward
2026-03-08 2026-04-22 2026-04-22 spring-forward Sunday
2026-10-31 2026-12-15 2026-12-15 day before clocks go back
2026-11-01 2026-12-16 2026-12-16 fall-back Sunday
2026-05-20 2026-07-04 2026-07-02 Saturday 4 July, observed on Friday
2026-06-12 2026-07-27 2026-07-27 all in summer recess
2026-11-30 2027-01-14 2027-01-14 into the next year
2100-01-15 2100-03-01 2100-03-01 2100 is no leap year
""".strip().splitlines()


@pytest.mark.parametrize("row", FEDERAL_ROWS, ids=lambda row: f"34 CFR 99.10(b) {row[:10]}")
def test_the_federal_limit_is_the_45th_calendar_day_after_receipt(row):
    received, due, work_by = row.split()[:3]
    found = work_out(received_on=day(received), calendar=FEDERAL)
    driving = found.driving_limit
    assert driving is not None
    assert (driving.rule, driving.due_on, driving.work_by) == ("US-1", day(due), day(work_by))
    assert (driving.days, driving.counting, driving.citation) == (
        45,
        Counting.CALENDAR,
        "34 CFR 99.10(b)",
    )


# 34 CFR 300.613(a): received, meeting, day 45, the limit that controls, act by.
MEETINGS = [EventKind.IEP_MEETING, EventKind.HEARING, EventKind.RESOLUTION_SESSION]
IDEA_ROWS = [
    ("2026-03-02", "2026-03-20", "2026-04-16", "US-2.iep_meeting", "2026-03-19"),
    ("2026-03-02", "2026-05-29", "2026-04-16", "US-1", "2026-04-16"),
    ("2026-09-08", "2026-09-14", "2026-10-23", "US-2.iep_meeting", "2026-09-11"),
    ("2026-11-02", "2026-12-17", "2026-12-17", "US-2.iep_meeting", "2026-12-16"),
    ("2026-01-15", "2026-01-20", "2026-03-01", "US-2.iep_meeting", "2026-01-16"),
]


@pytest.mark.parametrize("row", IDEA_ROWS, ids=lambda row: f"34 CFR 300.613(a) {row[0]} {row[1]}")
@pytest.mark.parametrize("kind", MEETINGS)
def test_access_comes_before_the_meeting_and_within_45_days(row, kind):
    received, meeting, day_45, controls, act_by = row
    found = work_out(
        received_on=day(received),
        special_education=True,
        events={kind: day(meeting)},
        calendar=FEDERAL,
    )
    driving = found.driving_limit
    assert driving is not None
    assert driving.rule == controls.replace("iep_meeting", kind)
    assert driving.work_by == day(act_by)
    assert limit(found, "US-2").due_on == day(day_45)


def test_trap_the_day_of_receipt_is_day_0_and_not_day_1():
    assert due_dates(work_out(received_on=day("2026-01-15")))["US-1"] == "2026-03-01"


def test_trap_weekdays_are_not_what_the_federal_limit_counts():
    due = day(due_dates(work_out(received_on=day("2026-01-15")))["US-1"])
    assert due != day("2026-03-19")
    assert due == day("2026-03-01")


def test_trap_a_clock_change_does_not_shift_the_date():
    zone = ZoneInfo("America/New_York")
    midnight = datetime(2026, 10, 15, tzinfo=zone)
    wrong = (midnight.astimezone(UTC) + timedelta(seconds=45 * 86_400)).astimezone(zone)
    due = day(due_dates(work_out(received_on=midnight.date()))["US-1"])
    assert (due, wrong.date()) == (day("2026-11-29"), day("2026-11-28"))


def test_trap_the_local_day_of_an_e_mail_counts_and_not_the_day_in_greenwich():
    moment = datetime(2026, 1, 30, 17, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert moment.astimezone(UTC).date() == day("2026-01-31")
    assert due_dates(work_out(received_on=moment.date()))["US-1"] == "2026-03-16"


def test_trap_a_weekend_or_holiday_does_not_roll_the_date_forward():
    found = work_out(received_on=day("2026-05-20"), calendar=FEDERAL)
    assert limit(found, "US-1").due_on == day("2026-07-04")
    assert limit(found, "US-1").work_by == day("2026-07-02")
    assert "clock.stays" in codes(limit(found, "US-1"))


def test_trap_nothing_about_a_later_identity_check_can_restart_the_count():
    """There is no fact to give that would: the request's own date may only be earlier."""
    with pytest.raises(DeskError) as refused:
        work_out(received_on=day("2026-01-15"), requested_on=day("2026-02-02"))
    assert refused.value.code == "requested_after_received"


def test_a_school_closure_moves_the_work_by_date_and_not_the_law():
    closure = Closure(from_on=day("2026-11-09"), until_on=day("2026-11-13"), title="Flood")
    found = work_out(calendar=Calendar(closures=(closure,)))
    assert limit(found, "US-1").due_on == day("2026-11-15")
    assert limit(found, "US-1").work_by == day("2026-11-06")


def test_the_special_education_limit_counts_from_the_day_the_request_was_made():
    found = work_out(requested_on=day("2026-09-24"), special_education=True)
    assert due_dates(found) == {"US-2": "2026-11-08", "US-1": "2026-11-15"}
    assert found.driving == "US-2"


def test_a_limit_over_before_receipt_says_so_and_asks_to_act_at_once():
    found = work_out(requested_on=day("2026-06-01"), special_education=True)
    late = limit(found, "US-2")
    assert (late.due_on, late.work_by) == (day("2026-07-16"), SOME_DAY)
    assert "clock.work_by.past" in codes(late)


def test_a_special_education_rule_does_not_run_for_other_students():
    assert set(due_dates(work_out(state="CA"))) == {"US-1", "CA-1"}


# Rows by hand: rule, how it was asked, received, due, work by. Holidays as the state keeps them.
STATE_ROWS = [
    ("CA-1", {}, "2026-09-14", "2026-09-21", "2026-09-21"),
    ("CA-1", {}, "2026-11-05", "2026-11-13", "2026-11-13"),  # Veterans Day
    ("CA-1", {}, "2026-11-23", "2026-12-02", "2026-12-02"),  # Thanksgiving and the day after
    ("CA-1", {}, "2026-09-12", "2026-09-18", "2026-09-18"),  # received on a Saturday
    ("CA-1", {"requested_on": date(2026, 9, 10)}, "2026-09-14", "2026-09-17", "2026-09-17"),
    ("CA-1", {"right": Right.COPIES}, "2026-09-14", "2026-09-21", "2026-09-21"),
    ("HI-1", {}, "2026-10-01", "2026-10-15", "2026-10-15"),
    ("HI-1", {}, "2026-08-14", "2026-08-31", "2026-08-31"),  # Statehood Day
    ("IL-1", {}, "2026-10-01", "2026-10-16", "2026-10-16"),  # Columbus Day
    ("MA-1", {}, "2026-10-01", "2026-10-11", "2026-10-09"),  # a Sunday
    ("GA-1", {}, "2026-10-01", "2026-10-06", "2026-10-06"),
    ("NC-1", {}, "2026-10-01", "2026-10-15", "2026-10-15"),
    ("FL-1", {}, "2026-10-01", "2026-10-31", "2026-10-30"),
    ("NH-1", {}, "2026-10-01", "2026-10-15", "2026-10-15"),
    ("RI-1", {}, "2026-10-01", "2026-10-11", "2026-10-09"),
    ("CT-1", {"special_education": True}, "2026-10-01", "2026-10-11", "2026-10-09"),
    ("LA-1", {"right": Right.COPIES}, "2026-10-01", "2026-10-15", "2026-10-15"),
]


@pytest.mark.parametrize("row", STATE_ROWS, ids=lambda row: f"{row[0]} {row[2]}")
def test_a_shorter_state_limit_drives(row):
    rule, facts, received, due, work_by = row
    found = work_out(received_on=day(received), state=rule[:2], **facts)
    one = limit(found, rule)
    assert (one.due_on, one.work_by, one.applies) == (day(due), day(work_by), Applies.YES)
    assert found.driving == rule


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("right", [Right.INSPECT, Right.COPIES])
@pytest.mark.parametrize("special_education", [False, True])
def test_every_state_computes_and_nothing_drives_later_than_federal_law(
    state, right, special_education
):
    found = work_out(state=state, right=right, special_education=special_education)
    driving = found.driving_limit
    assert driving is not None
    assert driving.due_on <= SOME_DAY + timedelta(days=45)
    assert driving.applies is Applies.YES
    ordered = [one.due_on for one in found.limits]
    assert ordered == sorted(ordered)


@pytest.mark.parametrize("state", [state for state in STATES if not BOOKS.book(state).rule])
def test_a_state_without_a_limit_says_that_none_was_found_in_our_table(state):
    found = work_out(state=state)
    assert found.driving == "US-1"
    assert [note.code for note in found.notes] == ["clock.state_without_limit"]


def test_on_the_same_day_federal_law_drives_before_the_state():
    assert work_out(state="AZ").driving == "US-1"


def test_on_the_same_day_a_meeting_drives_before_a_count():
    found = work_out(
        received_on=day("2027-02-02"),
        state="CA",
        special_education=True,
        events={IEP: day("2027-02-10")},
    )
    assert found.driving == "US-2.iep_meeting"
    assert {one.due_on for one in found.limits[:4]} == {day("2027-02-09")}


def test_a_written_only_rule_waits_for_writing_and_does_not_drive():
    found = work_out(state="NC", in_writing=False)
    assert limit(found, "NC-1").applies is Applies.WHEN_WRITTEN
    assert "clock.applies.when_written" in codes(limit(found, "NC-1"))
    assert found.driving == "US-1"


@pytest.mark.parametrize("state", ["CA", "IL", "GA", "NY"])
def test_where_writing_is_not_demanded_by_the_text_a_spoken_request_counts(state):
    found = work_out(state=state, in_writing=False, special_education=True)
    assert all(one.applies is Applies.YES for one in found.limits)


@pytest.mark.parametrize("rule", ["OK-1", "TX-2", "NH-2"])
def test_an_optional_rule_is_shown_and_never_drives(rule):
    found = work_out(state=rule[:2])
    assert limit(found, rule).applies is Applies.ASK
    assert found.driving != rule


def test_a_rule_on_copies_does_not_run_for_a_visit():
    assert "LA-1" not in due_dates(work_out(state="LA"))


def test_a_visit_that_turns_to_copies_runs_under_both():
    found = work_out(state="LA", copies=True, special_education=True)
    assert {"LA-1", "LA-2", "US-1"} <= set(due_dates(found))


def test_a_rule_on_seeing_records_is_only_asked_about_when_copies_are_asked_for():
    found = work_out(state="GA", right=Right.COPIES)
    assert limit(found, "GA-1").applies is Applies.ASK
    assert found.driving == "US-1"


OTHER_RIGHTS = sorted(set(Right) - {Right.INSPECT, Right.COPIES})


@pytest.mark.parametrize("right", OTHER_RIGHTS)
def test_a_right_without_a_limit_in_law_has_a_target_that_never_drives(right):
    found = work_out(right=right)
    assert found.driving is None
    assert found.acting_limit is not None
    assert {one.applies for one in found.limits} == {Applies.TARGET}
    assert all(one.rule.startswith("LOCAL-") for one in found.limits)
    assert [note.code for note in found.notes] == ["clock.only_target"]


@pytest.mark.parametrize("right", OTHER_RIGHTS)
def test_the_45_days_of_access_are_no_limit_of_another_right(right):
    assert not {"US-1", "US-2"} & set(due_dates(work_out(right=right, special_education=True)))


@pytest.mark.parametrize("right", OTHER_RIGHTS)
def test_without_local_policy_such_a_right_has_no_date_and_says_so(right):
    found = work_out(right=right, books=replace(BOOKS, local=None))
    assert (found.limits, found.acting_limit) == ((), None)
    assert [note.code for note in found.notes] == ["clock.right_without_limit"]


# Limits on correction and hearing: rule | facts | received | hearing | due
AMENDMENT = [
    ("IN-2.decision", "511 IAC 7-38-2", Right.AMEND, "2027-01-15", None, "2027-02-01"),
    ("IN-2.hearing", "511 IAC 7-38-2", Right.HEARING, "2027-01-15", None, "2027-02-08"),
    ("IN-2.notice", "511 IAC 7-38-2", Right.HEARING, "2027-01-15", "2027-02-03", "2027-01-27"),
    ("NJ-1.decision", "6A:32-7.7(b)", Right.AMEND, "2027-01-15", None, "2027-02-01"),
    ("NJ-1.board", "6A:32-7.7(b)", Right.HEARING, "2027-01-15", None, "2027-02-17"),
    ("CA-1.meeting", "49070(b)", Right.AMEND, "2027-01-15", None, "2027-02-14"),
    ("KY-1.hearing", "702 KAR 1:140", Right.HEARING, "2027-01-15", None, "2027-02-14"),
    ("KY-1.decision", "702 KAR 1:140", Right.HEARING, "2027-01-15", "2027-02-03", "2027-02-18"),
]


@pytest.mark.parametrize("row", AMENDMENT, ids=lambda row: f"{row[0]} {row[1]} {row[4]}")
def test_a_state_s_limit_on_correction_or_hearing_is_counted(row):
    rule, _, right, received, hearing, due = row
    found = work_out(
        state=rule[:2],
        right=right,
        received_on=day(received),
        special_education=True,
        events={EventKind.AMENDMENT_HEARING: day(hearing)} if hearing else {},
    )
    assert limit(found, rule).due_on == day(due)
    assert found.driving is not None


def test_notice_that_cannot_be_given_in_time_any_more_is_due_on_receipt_and_says_why():
    found = work_out(
        state="IN",
        right=Right.HEARING,
        received_on=day("2027-02-01"),
        special_education=True,
        events={EventKind.AMENDMENT_HEARING: day("2027-02-03")},
    )
    one = limit(found, "IN-2.notice")
    assert one.due_on == day("2027-02-01")
    assert "clock.ahead_past" in [said.code for said in one.working]


def test_without_a_hearing_nothing_is_counted_from_it():
    found = work_out(state="KY", right=Right.HEARING)
    assert "KY-1.decision" not in due_dates(found)


def test_a_limit_whose_step_is_done_drives_no_longer():
    facts = {
        "state": "IN",
        "right": Right.HEARING,
        "special_education": True,
        "received_on": day("2027-01-15"),
        "events": {EventKind.AMENDMENT_HEARING: day("2027-02-03")},
    }
    assert work_out(**facts).driving == "IN-2.notice"
    told = work_out(**facts, done=frozenset({"notice"}))
    assert limit(told, "IN-2.notice").applies is Applies.MET
    assert told.driving == "IN-2.hearing"


def test_only_giving_what_was_asked_for_meets_a_limit_on_access():
    """34 CFR 99.10(b): access by day 45; acknowledging, an appointment or a search is none."""
    facts = {"special_education": True, "events": {IEP: day("2026-10-20")}}
    begun = work_out(**facts, done=frozenset({"acknowledge", "search", "appointment"}))
    assert begun.driving == "US-2.iep_meeting"
    assert not begun.all_met
    given_ = work_out(**facts, given=True)
    assert given_.driving is None
    assert given_.all_met
    assert {one.applies for one in given_.limits} == {Applies.MET}
    assert given_.notes == work_out(**facts).notes  # met law is still law


def test_giving_does_not_meet_a_limit_that_ends_with_another_step():
    facts = {"state": "NJ", "right": Right.AMEND, "given": True}
    assert not work_out(**facts).all_met
    assert work_out(**facts, done=frozenset({"decision"})).all_met


def test_an_extended_limit_can_be_met():
    taken = Extension(days=5, reason="large volume")
    found = work_out(state="IL", extension=taken, given=True)
    assert found.all_met
    assert [one.rule for one in found.limits if one.extended] == ["IL-1"]


def test_a_survey_s_material_is_shown_before_the_survey():
    found = work_out(
        right=Right.PPRA,
        received_on=day("2027-01-15"),
        events={EventKind.SURVEY: day("2027-01-25")},
    )
    one = limit(found, "LOCAL-ppra.survey")
    assert (one.due_on, found.acting_limit) == (day("2027-01-24"), one)


def test_the_day_a_subpoena_names_is_itself_the_last():
    found = work_out(
        right=Right.THIRD_PARTY,
        received_on=day("2027-01-15"),
        events={EventKind.COMPLY_BY: day("2027-01-25")},
    )
    assert limit(found, "LOCAL-third-party.comply_by").due_on == day("2027-01-25")


@pytest.mark.parametrize(
    ("right", "state", "kinds"),
    [
        (Right.INSPECT, "", MEETINGS),
        (Right.AMEND, "IN", []),
        (Right.HEARING, "IN", [EventKind.AMENDMENT_HEARING]),
        (Right.PPRA, "", [EventKind.SURVEY]),
        (Right.THIRD_PARTY, "", [EventKind.COMPLY_BY]),
    ],
)
def test_only_events_that_move_a_date_are_offered(right, state, kinds):
    found = BOOKS.events_for(right, state, received_on=day("2027-01-15"))
    assert list(found) == kinds


def test_meetings_of_special_education_are_not_offered_without_it():
    on = day("2027-01-15")
    found = BOOKS.events_for(Right.INSPECT, "", received_on=on, special_education=False)
    assert found == ()


# What the office takes, and what comes of it, from Thursday 2026-10-01 (HI from 2027-02-01).
EXTENSIONS = [
    ("IL-1", 5, "2026-10-01", "2026-10-23", 15, Counting.BUSINESS),
    ("IL-1", 1, "2026-10-01", "2026-10-19", 11, Counting.BUSINESS),
    ("HI-1", 20, "2027-02-01", "2027-03-16", 30, Counting.BUSINESS),
    ("NC-1", 20, "2026-10-01", "2026-10-29", 20, Counting.BUSINESS),
    ("GA-1", 30, "2026-10-01", "2026-10-31", 30, Counting.CALENDAR),
]


@pytest.mark.parametrize("row", EXTENSIONS, ids=lambda row: f"{row[0]} {row[1]}")
def test_an_extension_counts_in_the_rule_s_own_terms(row):
    rule, days, received, due, counted, counting = row
    found = work_out(
        received_on=day(received),
        state=rule[:2],
        extension=Extension(days=days, reason="large volume"),
    )
    one = limit(found, rule)
    assert (one.due_on, one.days, one.counting) == (day(due), counted, counting)
    assert one.extended
    assert not limit(found, "US-1").extended


@pytest.mark.parametrize(
    ("state", "days", "said"),
    [
        ("IL", 6, "IL-1 allows 1 to 5 added business days"),
        ("IL", 0, "IL-1 allows 1 to 5 added business days"),
        ("GA", 31, "GA-1 allows a total of at most 30 calendar days"),
        ("GA", 5, "would not move the date"),
        ("NC", 10, "would not move the date"),
        ("NC", 21, "NC-1 allows a total of at most 20 business days"),
        ("CA", 5, "No limit that runs on this request allows an extension"),
        ("", 5, "No limit that runs on this request allows an extension"),
        ("TX", 5, "No limit that runs on this request allows an extension"),
    ],
)
def test_an_extension_beyond_the_rule_is_refused_and_names_what_is_allowed(state, days, said):
    with pytest.raises(DeskError) as refused:
        work_out(state=state, extension=Extension(days=days, reason="large volume"))
    assert said in refused.value.message


def test_an_extension_needs_a_reason():
    with pytest.raises(DeskError):
        work_out(state="IL", extension=Extension(days=5, reason="  "))


def test_an_extension_of_a_rule_that_waits_for_writing_is_refused():
    with pytest.raises(DeskError):
        work_out(state="NC", in_writing=False, extension=Extension(days=20, reason="volume"))


def test_an_extension_names_the_rule_where_more_than_one_can_be_extended():
    law = BOOKS.book("IL")
    (first, *rest) = law.rule
    second = load_rule_books(resources("rules")).book("HI").rule[0]
    both = {**BOOKS.by_state, "IL": type(law)(book=law.book, rule=(first, second, *rest))}
    books = RuleBooks(by_state=both)
    with pytest.raises(DeskError) as refused:
        work_out(state="IL", books=books, extension=Extension(days=5, reason="volume"))
    assert "IL-1, HI-1" in refused.value.message
    chosen = Extension(days=5, reason="volume", rule=RuleId("IL-1"))
    found = work_out(state="IL", books=books, extension=chosen)
    assert [one.rule for one in found.limits if one.extended] == ["IL-1"]


def test_a_meeting_on_the_day_of_receipt_leaves_only_that_day():
    found = work_out(special_education=True, events={IEP: SOME_DAY})
    one = limit(found, "US-2.iep_meeting")
    assert (one.due_on, one.work_by) == (SOME_DAY, SOME_DAY)
    assert "clock.same_day" in codes(one)


def test_a_meeting_the_day_after_receipt_leaves_the_day_of_receipt():
    found = work_out(special_education=True, events={IEP: SOME_DAY + timedelta(days=1)})
    assert limit(found, "US-2.iep_meeting").due_on == SOME_DAY


def test_a_meeting_before_receipt_is_not_counted_and_that_is_said():
    found = work_out(special_education=True, events={IEP: day("2026-09-30")})
    assert set(due_dates(found)) == {"US-1", "US-2"}
    assert "clock.past.iep_meeting" in codes(limit(found, "US-2"))


def test_a_meeting_of_a_student_outside_special_education_is_noted_as_unused():
    found = work_out(events={IEP: day("2026-10-20")})
    assert [note.code for note in found.notes] == ["clock.unused.iep_meeting"]


def test_oregon_sets_the_meeting_before_access_for_every_student():
    found = work_out(state="OR", events={IEP: day("2026-10-20")})
    assert found.driving == "OR-1.iep_meeting"
    assert found.notes == ()


def test_several_meetings_give_several_limits_and_the_first_drives():
    events = {IEP: day("2026-10-28"), EventKind.HEARING: day("2026-10-14")}
    found = work_out(special_education=True, events=events)
    assert found.driving == "US-2.hearing"
    assert limit(found, "US-2.iep_meeting").due_on == day("2026-10-27")


def test_with_no_office_day_before_the_meeting_the_work_by_date_is_the_day_of_receipt():
    saturday, monday = day("2026-10-03"), day("2026-10-05")
    found = work_out(received_on=saturday, special_education=True, events={IEP: monday})
    one = limit(found, "US-2.iep_meeting")
    assert (one.due_on, one.work_by) == (day("2026-10-04"), saturday)
    assert "clock.work_by.none" in codes(one)


def test_the_office_s_promise_is_shown_beside_the_law_and_never_drives():
    found = work_out(promise=10)
    assert found.promise is not None
    assert (found.promise.rule, found.promise.due_on) == (OFFICE, day("2026-10-11"))
    assert found.promise.work_by == day("2026-10-09")
    assert found.driving == "US-1"
    assert OFFICE not in due_dates(found)


def test_a_promise_later_than_the_law_is_left_out_and_that_is_said():
    found = work_out(state="CA", promise=30)
    assert found.promise is None
    assert [note.code for note in found.notes] == ["clock.promise.later"]


def test_days_used_count_in_the_days_of_the_limit():
    calendar = Calendar(holidays=public_holidays("US-CA"))
    found = work_out(state="CA", received_on=day("2026-09-14"))
    california = days_used(limit(found, "CA-1"), today=day("2026-09-18"), calendar=calendar)
    federal = days_used(limit(found, "US-1"), today=day("2026-10-06"), calendar=calendar)
    assert (california.used, california.of) == (4, 5)
    assert (federal.used, federal.of) == (22, 45)


def test_days_used_before_a_meeting_count_calendar_days_to_its_date():
    found = work_out(special_education=True, events={IEP: day("2026-10-20")})
    used = days_used(limit(found, "US-2.iep_meeting"), today=day("2026-10-08"), calendar=Calendar())
    assert (used.used, used.of, used.counting) == (7, 18, Counting.CALENDAR)


# The days each rule counts, with Columbus Day (2026-10-12) and the closed days in the calendar.
LEFT = [
    ("34 CFR 99.10(b)", {}, "US-1", "2026-11-05", 10, False),
    ("34 CFR 99.10(b)", {}, "US-1", "2026-11-15", 0, False),
    ("34 CFR 99.10(b)", {}, "US-1", "2026-11-18", 3, True),
    ("Cal Ed 49069.7(b)", {"state": "CA"}, "CA-1", "2026-10-01", 5, False),
    ("Cal Ed 49069.7(b)", {"state": "CA"}, "CA-1", "2026-10-05", 3, False),
    ("Cal Ed 49069.7(b)", {"state": "CA"}, "CA-1", "2026-10-08", 0, False),
    ("Cal Ed 49069.7(b), a Monday after", {"state": "CA"}, "CA-1", "2026-10-13", 2, True),
    ("105 ILCS 10/5", {"state": "IL"}, "IL-1", "2026-10-09", 4, False),
    ("34 CFR 300.613(a), calendar days to the meeting",
     {"special_education": True, "events": {IEP: date(2026, 10, 20)}},
     "US-2.iep_meeting", "2026-10-16", 3, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "rule", "today", "left", "late"),
    [row[1:] for row in LEFT],
    ids=[f"{row[0]} {row[3]}" for row in LEFT],
)
def test_days_left_are_counted_as_the_rule_counts(facts, rule, today, left, late):
    found = work_out(calendar=FEDERAL, **facts)
    counted = days_left(limit(found, rule), today=day(today), calendar=FEDERAL)
    assert (counted.days, counted.late) == (left, late)
    assert counted.counting is limit(found, rule).counting


def test_a_weekend_after_a_date_in_business_days_is_late_by_no_day_yet():
    found = work_out(state="CA", received_on=day("2026-10-02"), calendar=FEDERAL)
    friday = limit(found, "CA-1")
    assert friday.due_on == day("2026-10-09")
    saturday = days_left(friday, today=day("2026-10-10"), calendar=FEDERAL)
    assert (saturday.days, saturday.late) == (0, True)


@given(gone=st.integers(min_value=0, max_value=45), state=st.sampled_from(["CA", "IL", "IN"]))
def test_days_used_and_days_left_are_the_whole_of_every_limit(gone, state):
    today = SOME_DAY + timedelta(days=gone)
    for one in work_out(state=state, calendar=FEDERAL).limits:
        if one.days is not None and today <= one.due_on:
            used = days_used(one, today=today, calendar=FEDERAL)
            assert used.used + days_left(one, today=today, calendar=FEDERAL).days == used.of


def test_a_limit_after_the_year_9999_is_refused_in_words():
    with pytest.raises(DeskError) as refused:
        work_out(received_on=date.max, calendar=Calendar())
    assert refused.value.code == "date_out_of_range"


def test_the_first_day_of_the_calendar_is_no_trouble():
    found = work_out(received_on=date.min, special_education=True, events={IEP: date.min})
    assert limit(found, "US-2.iep_meeting").work_by == date.min


def test_a_damaged_state_book_leaves_federal_dates_and_says_so(tmp_path):
    (tmp_path / "federal.toml").write_bytes((resources("rules") / "federal.toml").read_bytes())
    (tmp_path / "ca.toml").write_text("[book", "utf-8")
    found = work_out(state="CA", books=load_rule_books(tmp_path))
    assert found.driving == "US-1"
    assert [note.code for note in found.notes] == ["clock.state_unreadable"]


def test_story_1_father_by_e_mail():
    found = work_out(received_on=day("2026-10-01"), copies=True)
    driving = found.driving_limit
    assert driving is not None
    assert (driving.due_on, driving.work_by) == (day("2026-11-15"), day("2026-11-13"))


def test_story_5_by_phone_in_spanish():
    federal = work_out(received_on=day("2026-09-14"), in_writing=False)
    california = work_out(received_on=day("2026-09-14"), in_writing=False, state="CA")
    assert limit(federal, "US-1").due_on == day("2026-10-29")
    assert limit(california, "CA-1").due_on == day("2026-09-21")
    assert california.driving == "CA-1"


def test_story_6_before_the_iep_meeting():
    found = work_out(
        received_on=day("2027-02-02"),
        special_education=True,
        events={IEP: day("2027-02-10")},
    )
    assert found.driving == "US-2.iep_meeting"
    assert due_dates(found) == {
        "US-2.iep_meeting": "2027-02-09",
        "US-1": "2027-03-19",
        "US-2": "2027-03-19",
    }
    california = work_out(received_on=day("2027-02-02"), state="CA")
    assert limit(california, "CA-1").due_on == day("2027-02-09")


@pytest.mark.parametrize(
    ("received", "due", "work_by"),
    [
        ("2026-10-20", "2026-12-04", "2026-12-04"),
        ("2026-10-22", "2026-12-06", "2026-12-04"),
        ("2026-11-18", "2027-01-02", "2026-12-31"),
    ],
)
def test_story_15_both_parents_and_again(received, due, work_by):
    one = limit(work_out(received_on=day(received), calendar=FEDERAL), "US-1")
    assert (one.due_on, one.work_by) == (day(due), day(work_by))


FACTS = st.fixed_dictionaries(
    {
        "received_on": st.dates(date(2000, 1, 1), date(2090, 1, 1)),
        "state": st.sampled_from(["", *STATES]),
        "right": st.sampled_from(Right),
        "special_education": st.booleans(),
        "in_writing": st.booleans(),
    }
)


@settings(deadline=None)  # the first year imports the holidays
@given(facts=FACTS, later=st.integers(0, 400))
def test_a_later_receipt_never_makes_an_earlier_date(facts, later):
    moved = facts | {"received_on": facts["received_on"] + timedelta(days=later)}
    before, after = due_dates(work_out(**facts)), due_dates(work_out(**moved))
    assert before.keys() == after.keys()
    assert all(before[rule] <= after[rule] for rule in before)


@settings(deadline=None)  # the first year imports the holidays
@given(facts=FACTS, away=st.integers(0, 60))
def test_the_work_by_date_lies_between_receipt_and_the_legal_date(facts, away):
    received = facts["received_on"]
    found = work_out(**facts, events=dict.fromkeys(EventKind, received + timedelta(days=away)))
    for one in found.limits:
        assert received <= one.work_by <= one.due_on


@settings(deadline=None)  # the first year imports the holidays
@given(
    rule=st.sampled_from(["IL-1", "HI-1", "NC-1", "GA-1"]),
    received=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    days=st.integers(-5, 40),
)
def test_an_extension_never_makes_a_date_earlier(rule, received, days):
    plain = limit(work_out(state=rule[:2], received_on=received), rule)
    try:
        found = work_out(
            state=rule[:2], received_on=received, extension=Extension(days=days, reason="volume")
        )
    except DeskError:
        return
    assert limit(found, rule).due_on > plain.due_on


@settings(deadline=None)  # the first year imports the holidays
@given(facts=FACTS, closed=st.lists(st.integers(1, 80), max_size=12), holidays=st.booleans())
def test_more_days_off_never_make_a_date_earlier(facts, closed, holidays):
    received = facts["received_on"]
    days_off = [received + timedelta(days=one) for one in closed]
    before = work_out(**facts, calendar=Calendar())
    if holidays:
        named = dict.fromkeys(days_off, "A holiday")
        fuller = Calendar(
            holidays=lambda year: {on: t for on, t in named.items() if on.year == year}
        )
    else:
        fuller = Calendar(
            closures=tuple(Closure(from_on=on, until_on=on, title="x") for on in days_off)
        )
    after = work_out(**facts, calendar=fuller)
    was = due_dates(before)
    assert all(was[rule] <= now for rule, now in due_dates(after).items())


@settings(deadline=None)  # the first year imports the holidays
@given(facts=FACTS, closed=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), max_size=6))
def test_the_order_in_which_closures_and_events_are_entered_does_not_matter(facts, closed):
    received = facts["received_on"]
    closures = tuple(
        Closure(
            from_on=received + timedelta(days=start),
            until_on=received + timedelta(days=start + length),
            title="Closed",
        )
        for start, length in closed
    )
    events = {kind: received + timedelta(days=9 + at) for at, kind in enumerate(EventKind)}
    backwards = dict(reversed(events.items()))
    one = work_out(**facts, events=events, calendar=Calendar(closures=closures))
    other = work_out(**facts, events=backwards, calendar=Calendar(closures=closures[::-1]))
    assert one.limits == other.limits
    assert one.driving == other.driving


@settings(deadline=None)  # the first year imports the holidays
@given(
    rule=st.sampled_from(["IL-1", "HI-1", "NC-1", "GA-1"]),
    received=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
)
def test_an_extension_taken_back_leaves_the_dates_as_they_were(rule, received):
    facts = asked(received_on=received, state=rule[:2])
    plain = clocks(facts, books=BOOKS, calendar=FEDERAL)
    longer = replace(facts, extension=Extension(days=5 if rule == "IL-1" else 20, reason="volume"))
    if rule != "GA-1":
        assert clocks(longer, books=BOOKS, calendar=FEDERAL) != plain
    assert clocks(replace(longer, extension=None), books=BOOKS, calendar=FEDERAL) == plain
