"""The lists of the day, each with what belongs in it and what must stay out."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from desktop.actions import (
    approving,
    assigning,
    chasing,
    days,
    families,
    release,
    searching,
    steps,
    visits,
)
from desktop.actions.closing import close_request
from desktop.records.agenda import Risk, Section, horizon
from desktop.records.case import SourceState
from desktop.records.chasing import ladder
from desktop.records.ids import OrderId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Outcome, Right, Waiting
from desktop.store import cases
from desktop.store.agenda import read_agenda, requests_of
from desktop.store.journal import Event
from tests import mail
from tests.offices import AT, TODAY, a_party, a_student, the_defaults

WEEK = timedelta(days=7)
TURNED, IN_15_DAYS = TODAY.replace(year=2008), date(2008, 10, 20)


@pytest.fixture
def read(office):
    def of(section: Section, on: date = TODAY):
        calendar = days.office_calendar(office.store)
        rights = office.law.rights.by_id.values()
        deciding = {(r.id, step.id) for r in rights for step in r.step if step.approval}
        looks = horizon(calendar, the_defaults(), on)
        return read_agenda(office.store, (section,), days=looks, deciding=deciding)

    return of


@pytest.fixture
def lists(read):
    def of(section: Section, on: date = TODAY) -> list[int]:
        found = read(section, on)
        assert found.counts[section] == len(found.items[section])
        return [item.request for item in found.items[section]]

    return of


def due(office, request) -> date:
    return cases.case(office.store, request).request.due_on


def withdraw(office, request, today=TODAY):
    close_request(
        office.store, request, Outcome.WITHDRAWN, note="She called.", law=office.law,
        today=today, by=office.sign(),
    )  # fmt: skip


def a_paper(office, student, *limits: Limit, until_on: date | None = None):
    limited = cases.case(office.store, student_requests(office, student)[0]).requester.id
    values = {
        "id": OrderId(new_id(AT)), "student": student, "kind": OrderKind.CUSTODY,
        "court": "District court", "limited_party": limited if limits else None,
        "until_on": until_on, "limits": frozenset(limits),
        "passage": "Page 2", "read_by": office.opened.person.id,
    }  # fmt: skip
    families.note_order(office.store, Order(**values), by=office.sign())


def student_requests(office, student):
    rows = office.store.rows("select id from request where student_id = ?", (student,))
    return [row[0] for row in rows]


# Dates


def test_a_request_is_late_the_day_after_its_legal_date(office, lists):
    request = office.log().request
    last = due(office, request)
    assert lists(Section.LATE, last) == []
    assert lists(Section.LATE, last + timedelta(days=1)) == [request]


def test_late_ones_are_no_longer_due_soon(office, lists):
    request = office.log().request
    last = due(office, request)
    assert lists(Section.SOON, last) == [request]
    assert lists(Section.SOON, last + timedelta(days=1)) == []


def test_what_is_due_in_more_than_five_school_days_is_not_soon(office, lists):
    request = office.log().request
    work_by = cases.case(office.store, request).request.work_by
    assert lists(Section.SOON, work_by - WEEK) == [request]
    assert lists(Section.SOON, work_by - WEEK - timedelta(days=1)) == []


def test_a_legal_date_in_the_next_break_is_told(office, lists):
    request = office.log().request
    other = office.log(student=a_student(given="Ben"), received_on=TODAY - WEEK * 3).request
    assert lists(Section.BREAK) == []
    last = due(office, request)
    days.add_entry(
        office.store, from_on=last, until_on=last + timedelta(days=4), title="Fall break",
        kind="closure", law=office.law, by=office.sign(),
    )  # fmt: skip
    assert lists(Section.BREAK) == [request]
    assert other not in lists(Section.BREAK)


def test_a_closed_request_stands_in_no_list(office, lists):
    request = office.log(relationship=Relationship.ATTORNEY).request
    later = due(office, request) + timedelta(days=1)
    withdraw(office, request)
    every = [one for one in Section if one is not Section.LOADS]
    assert [lists(one, later) for one in every] == [[]] * len(every)


# Decisions


def test_what_the_principal_was_asked_stands_there_with_the_note(office, read):
    request = office.log(access=Access.COPIES).request
    assert read(Section.DECIDE).counts[Section.DECIDE] == 0
    release.answer_item(
        office.store, request, what="Bus video", answer=ItemAnswer.PART_WITHHELD,
        reason="other_child_out", note="Faces.", law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    steps.do_step(
        office.store, request, "review", law=office.law, today=TODAY, by=office.sign(),
        choice="covered", note="Faces.", details={"other_children": "yes", "separable": "yes"},
    )  # fmt: skip
    approving.ask_approval(
        office.store, request, "approve_part", note="Two faces.", law=office.law, by=office.sign()
    )
    (item,) = read(Section.DECIDE).items[Section.DECIDE]
    assert (item.request, item.step, item.words) == (request, "approve_part", "Two faces.")
    assert (item.on, item.at) == (TODAY, "JR")


def test_a_step_of_the_principals_that_is_next_waits_though_nobody_asked(office, read):
    request = office.log(right=Right.STUDENT_QUESTION, relationship=Relationship.SELF).request
    assert read(Section.DECIDE).items[Section.DECIDE] == ()
    for code, choice, details in (
        ("identity", "known_in_person", {}), ("question", "", {"question": "May I see it?"}),
        ("age", "under_18", {}), ("way", "show", {}),
    ):  # fmt: skip
        steps.do_step(
            office.store, request, code, law=office.law, today=TODAY, by=office.sign(),
            choice=choice, note="So.", details=details,
        )  # fmt: skip
    (item,) = read(Section.DECIDE).items[Section.DECIDE]
    assert (item.request, item.step, item.words) == (request, "approve", "")


def test_what_waits_for_the_principal_stands_there_without_a_step_to_decide_in(office, read):
    request = office.log().request
    steps.wait_for(office.store, request, Waiting.PRINCIPAL, by=office.sign())
    (item,) = read(Section.DECIDE).items[Section.DECIDE]
    assert (item.request, item.step, item.words) == (request, "", "")


# Risks


def risks(read, on=TODAY):
    return {item.request: set(item.codes) for item in read(Section.RISKY, on).items[Section.RISKY]}


def test_a_lawyer_asks(office, read):
    request = office.log(relationship=Relationship.ATTORNEY).request
    office.log(student=a_student(given="Ben"))
    assert risks(read) == {request: {Risk.LAWYER}}


def test_a_paper_that_limits_something_is_a_risk_until_it_ends(office, read):
    student = a_student()
    request = office.log(student=student).request
    a_paper(office, student.id, Limit.RECORDS, until_on=TODAY)
    assert risks(read) == {request: {Risk.PAPER}}
    assert risks(read, TODAY + timedelta(days=1)) == {}


def test_a_paper_that_limits_nothing_is_no_risk(office, read):
    student = a_student()
    office.log(student=student)
    a_paper(office, student.id)
    assert risks(read) == {}


def test_the_third_request_of_one_person_about_one_student_within_a_year(office, read):
    student, asker = a_student(), a_party()
    first = office.log(student=student, requester=asker).request
    again = {
        "student": student, "student_is_new": False, "requester": asker, "requester_is_new": False,
    }  # fmt: skip
    second = office.log(**again, right=Right.EXPLANATION).request
    assert risks(read) == {}
    third = office.log(**again, right=Right.DISCLOSURE_RECORD).request
    assert {first, second} <= set(requests(office))
    assert risks(read)[third] == {Risk.AGAIN}


def requests(office):
    return [item.request for item in requests_of(office.store, office.opened.person.id)]


@pytest.mark.parametrize(
    ("born_on", "relationship", "expected"),
    [
        pytest.param(IN_15_DAYS, Relationship.FATHER, True, id="34 CFR 99.5(a): in 15 days"),
        pytest.param(TURNED, Relationship.FATHER, False, id="34 CFR 99.5(a): 18 already"),
        pytest.param(date(2009, 6, 1), Relationship.FATHER, False, id="next year"),
        pytest.param(IN_15_DAYS, Relationship.SELF, False, id="the student asks"),
    ],
)  # fmt: skip
def test_a_birthday_before_the_date_is_a_risk(office, read, born_on, relationship, expected):
    """34 CFR 99.5(a): at 18 the rights are the student's."""
    request = office.log(student=a_student(born_on=born_on), relationship=relationship).request
    assert (Risk.TURNS_18 in risks(read).get(request, set())) is expected


# Nobody began


def test_what_nobody_went_on_with_for_two_school_days_is_told(office, lists):
    request = office.log().request
    assert lists(Section.UNTOUCHED, TODAY + timedelta(days=1)) == []
    assert lists(Section.UNTOUCHED, TODAY + timedelta(days=2)) == [request]


def test_a_request_somebody_went_on_with_is_not_untouched(office, lists):
    request = office.log().request
    assigning.assign(
        office.store, request, office.principal().person, by=office.sign(AT + timedelta(days=1))
    )
    assert lists(Section.UNTOUCHED, TODAY + WEEK) == []


def test_dates_that_moved_by_themselves_are_nobodys_work(office, lists):
    request = office.log().request
    last = due(office, request)
    days.add_entry(
        office.store, from_on=last, until_on=last, title="Storm day", kind="closure",
        law=office.law, by=office.sign(AT + timedelta(days=1)),
    )  # fmt: skip
    assert lists(Section.UNTOUCHED, TODAY + WEEK) == [request]


def test_a_request_that_waits_for_somebody_is_not_untouched(office, lists):
    request = office.log().request
    steps.wait_for(office.store, request, Waiting.FAMILY_SCOPE, by=office.sign())
    assert lists(Section.UNTOUCHED, TODAY + WEEK) == []


# Who has how much


def test_who_has_how_much_names_what_nobody_has_first(office, read):
    request = office.log().request
    office.log(student=a_student(given="Ben"))
    found = read(Section.LOADS, due(office, request) + timedelta(days=1)).loads
    assert [(one.name, one.open, one.late) for one in found] == [("Jo Reyes", 2, 2)]
    with office.store.change(Event(kind="request.assigned"), by=office.sign()) as change:
        change.execute("update request set owner_id = null where id = ?", (request,))
    found = read(Section.LOADS).loads
    assert [(one.name, one.open, one.late) for one in found] == [("", 1, 0), ("Jo Reyes", 1, 0)]
    assert [item.request for item in requests_of(office.store, None)] == [request]


# The registrar's morning


def test_letters_finished_and_not_printed_are_to_print(office, read):
    request = office.log().request
    letter = mail.draft(office, request, "receipt")
    assert read(Section.LETTERS).items[Section.LETTERS] == ()
    mail.finish(office, request, letter)
    (item,) = read(Section.LETTERS).items[Section.LETTERS]
    assert (item.request, item.letter, item.codes) == (request, letter, ("receipt",))


def test_visits_of_today_and_earlier_ones_left_open_are_expected(office, read):
    request = office.log().request
    visits.set_visit(
        office.store, request, meet_on=TODAY + WEEK, meet_at=time(14, 30), place="Room 12",
        sits_in="", interpreter=True, today=TODAY, by=office.sign(),
    )  # fmt: skip
    assert read(Section.VISITS).items[Section.VISITS] == ()
    for later in (0, 1):
        (item,) = read(Section.VISITS, TODAY + WEEK + timedelta(days=later)).items[Section.VISITS]
        assert (item.on, item.at, item.words) == (TODAY + WEEK, "14:30", "Room 12")
        assert item.codes == ("interpreter",)


def test_places_asked_five_business_days_ago_are_asked_again(office, read):
    request = office.log().request
    for source in cases.case(office.store, request).sources[:2]:
        searching.answer_source(
            office.store, request, source.id, SourceState.ASKED, today=TODAY, by=office.sign()
        )
    assert read(Section.CHASE, TODAY + timedelta(days=4)).counts[Section.CHASE] == 0
    found = read(Section.CHASE, TODAY + WEEK)
    items = found.items[Section.CHASE]
    assert found.counts[Section.CHASE] == 2
    assert [(one.on, one.asked, one.codes) for one in items] == [(TODAY, 1, ("head",))] * 2
    assert [one.words for one in items] == [
        "Cumulative folder",
        "Student information system (grades, attendance)",
    ]


def test_the_longer_a_place_is_silent_the_sooner_the_next_one_is_asked(office, read):
    """Five business days for the keeper, three for the head, two for the principal."""
    request = office.log().request
    source = cases.case(office.store, request).sources[0].id
    rungs = ladder(the_defaults().chase)
    searching.answer_source(
        office.store, request, source, SourceState.ASKED, today=TODAY, by=office.sign()
    )
    seen = []
    calendar = days.office_calendar(office.store)
    office_days = [TODAY + timedelta(days=day) for day in range(22)]
    for on in (day for day in office_days if calendar.not_business(day) is None):
        for item in read(Section.CHASE, on).items[Section.CHASE]:
            seen.append((on.isoformat()[5:], item.asked, *item.codes))
            chasing.ask_again(
                office.store, request, source, rungs=rungs, today=on, by=office.sign()
            )
    assert seen == [
        ("10-12", 1, "head"),
        ("10-15", 2, "principal"),
        ("10-19", 3, "principal"),
        ("10-21", 4, "principal"),
        ("10-23", 5, "principal"),
    ]


def test_a_place_that_answered_is_not_asked_again(office, read):
    request = office.log().request
    source = cases.case(office.store, request).sources[0].id
    for state in (SourceState.ASKED, SourceState.NONE):
        searching.answer_source(office.store, request, source, state, today=TODAY, by=office.sign())
    assert read(Section.CHASE, TODAY + 4 * WEEK).counts[Section.CHASE] == 0


def test_a_wait_stands_with_whom_it_waits_for(office, read):
    request = office.log().request
    steps.wait_for(office.store, request, Waiting.FAMILY_SCOPE, by=office.sign())
    (item,) = read(Section.REPLIES).items[Section.REPLIES]
    assert (item.request, item.codes) == (request, (Waiting.FAMILY_SCOPE,))
