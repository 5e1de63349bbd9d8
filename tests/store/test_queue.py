"""The queue's lists and their order, on a table of cases; its search; the numbers of requests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.actions import steps
from desktop.actions.closing import close_request
from desktop.actions.intake import log_request
from desktop.records.ids import PartyId, StudentId
from desktop.records.party import Relationship
from desktop.records.person import Person, Role
from desktop.records.request import Outcome, Right, Status, Waiting
from desktop.store import cases, queries
from desktop.store import office as office_pages
from desktop.store.journal import Event
from desktop.store.queries import QueueFilter, QueueSort
from tests.offices import TODAY, a_party, a_student, an_intake

OTHER = Person(id=2, name="Sam Okafor", initials="SO", role=Role.FRONT_OFFICE)

# Name, asker, days since receipt (45 days to answer; today is a Monday), owner, state.
# Received 45 days ago: due today. 46: a day late. 43: due Wednesday. 38: due next Monday.
# 40: due Saturday, work by Friday. 39: due Sunday, work by Friday.
CASES = (
    ("Late", "Zoe Abel", 46, 1, "open"),
    ("Today", "Yan Baker", 45, 1, "open"),
    ("Wednesday", "Xi Cruz", 43, 2, "waiting"),
    ("Saturday", "Wim Diaz", 40, 1, "open"),
    ("Sunday", "Vi Evans", 39, 2, "open"),
    ("NextMonday", "Uma Ford", 38, 1, "waiting"),
    ("Fresh", "Ted Green", 0, None, "open"),
    ("Gone", "Sue Hill", 46, 1, "closed"),
)


def fill(office) -> dict[int, str]:
    with office.store.change(Event(kind="person.added"), by=office.sign()) as change:
        office_pages.add_person(change, OTHER)
    first = office.opened.person.id
    known = {}
    for place, (name, asker, days, owner, state) in enumerate(CASES):
        logged = office.log(
            student=a_student(id=StudentId(place + 10), given="Kid", family=name),
            requester=a_party(id=PartyId(place + 10), name=asker),
            received_on=TODAY - timedelta(days=days),
            owner={1: first, 2: OTHER.id, None: None}[owner],
        )
        known[logged.request] = name
        set_state(office, logged.request, state)
    return known


def set_state(office, request, state: str) -> None:
    if state == "waiting":
        steps.wait_for(office.store, request, Waiting.PRINCIPAL, by=office.sign())
    if state == "closed":
        close_request(
            office.store, request, Outcome.WITHDRAWN, note="Called.",
            law=office.law, today=TODAY, by=office.sign(),
        )  # fmt: skip


@pytest.fixture
def known(office):
    return fill(office)


def listed(office, known, shown: QueueFilter, **how) -> list[str]:
    how = {"person": office.opened.person.id, "today": TODAY} | how
    return [known[one] for one in queries.queue_ids(office.store, shown, **how)]


OPEN_ORDER = ["Late", "Today", "Wednesday", "Saturday", "Sunday", "NextMonday", "Fresh"]


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (QueueFilter.OPEN, OPEN_ORDER),
        (QueueFilter.MINE, ["Late", "Today", "Saturday", "NextMonday", "Fresh"]),
        (QueueFilter.DUE_THIS_WEEK, ["Today", "Wednesday", "Saturday", "Sunday"]),
        (QueueFilter.OVERDUE, ["Late"]),
        (QueueFilter.WAITING, ["Wednesday", "NextMonday"]),
        (QueueFilter.CLOSED, ["Gone"]),
    ],
)
def test_each_list_holds_its_requests_by_days_left(office, known, shown, names):
    assert listed(office, known, shown) == names


def test_the_counts_are_the_lengths_of_the_lists(office, known):
    counts = queries.open_counts(office.store, person=office.opened.person.id, today=TODAY)
    assert counts == {
        shown: len(listed(office, known, shown))
        for shown in QueueFilter
        if shown is not QueueFilter.CLOSED
    }
    assert queries.closed_count(office.store) == 1


@pytest.mark.parametrize(
    ("on", "late"),
    [(date(2026, 10, 4), 0), (date(2026, 10, 5), 1), (date(2026, 10, 6), 2)],
)
def test_a_request_is_late_the_day_after_its_legal_date(office, known, on, late):
    counts = queries.open_counts(office.store, person=office.opened.person.id, today=on)
    assert counts[QueueFilter.OVERDUE] == late


def test_past_the_last_office_day_but_before_the_legal_date_is_due_this_week(office, known):
    saturday = date(2026, 10, 10)
    found = listed(office, known, QueueFilter.DUE_THIS_WEEK, today=saturday)
    assert {"Saturday", "Sunday"} <= set(found)


def give(office, request) -> None:
    for code, choice in (("identity", "photo_id"), ("authority", "parent_no_paper")):
        done(office, request, code, choice=choice)
    office.review(request)
    done(office, request, "inspected")


def done(office, request, code, **how) -> None:
    steps.do_step(office.store, request, code, law=office.law, today=TODAY, by=office.sign(), **how)


@pytest.mark.parametrize("name", ["Late", "Today", "Wednesday", "Fresh"])
def test_a_request_whose_dates_are_met_is_not_late_and_stands_last(office, known, name):
    (request,) = [one for one, said in known.items() if said == name]
    give(office, request)
    others = [one for one in OPEN_ORDER if one != name]
    assert listed(office, known, QueueFilter.OPEN) == [*others, name]
    backward = listed(office, known, QueueFilter.OPEN, descending=True)
    assert backward == [name, *reversed(others)]
    assert listed(office, known, QueueFilter.OVERDUE) == [one for one in ["Late"] if one != name]
    assert name not in listed(office, known, QueueFilter.DUE_THIS_WEEK)
    counts = queries.open_counts(office.store, person=office.opened.person.id, today=TODAY)
    assert counts[QueueFilter.OPEN] == len(OPEN_ORDER)
    assert counts[QueueFilter.OVERDUE] == (name != "Late")
    assert counts[QueueFilter.DUE_THIS_WEEK] == 4 - (name in {"Today", "Wednesday"})


def test_a_tick_taken_back_makes_the_request_late_again(office, known):
    (late,) = [one for one, said in known.items() if said == "Late"]
    give(office, late)
    steps.reopen_step(office.store, late, "inspected", law=office.law, by=office.sign())
    assert listed(office, known, QueueFilter.OVERDUE) == ["Late"]


def test_somebody_elses_list_is_theirs(office, known):
    assert listed(office, known, QueueFilter.MINE, person=OTHER.id) == ["Wednesday", "Sunday"]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (QueueSort.DUE, OPEN_ORDER),
        (QueueSort.NUMBER, OPEN_ORDER),
        (QueueSort.STUDENT, sorted(OPEN_ORDER)),
        (QueueSort.REQUESTER, list(reversed(OPEN_ORDER))),
    ],
)
def test_a_list_sorts_both_ways(office, known, sort, names):
    assert listed(office, known, QueueFilter.OPEN, sort=sort) == names
    backward = listed(office, known, QueueFilter.OPEN, sort=sort, descending=True)
    assert backward == list(reversed(names))


def test_sorted_by_owner_the_dates_decide_within_one_persons_requests(office, known):
    found = listed(office, known, QueueFilter.OPEN, sort=QueueSort.OWNER)
    assert found == [
        "Late", "Today", "Saturday", "NextMonday", "Fresh", "Wednesday", "Sunday",
    ]  # fmt: skip


def test_names_sort_as_people_look_for_them(office):
    for place, family in enumerate(["Zed", "Álvarez", "alba", "de la Cruz", "Ødegaard"], start=10):
        office.log(
            student=a_student(id=StudentId(place), family=family),
            requester=a_party(id=PartyId(place)),
        )
    ids = queries.queue_ids(
        office.store, QueueFilter.OPEN, person=1, today=TODAY, sort=QueueSort.STUDENT
    )
    families = [row.student.split(",")[0] for row in queries.queue_rows(office.store, ids)]
    assert families == ["alba", "Álvarez", "de la Cruz", "Ødegaard", "Zed"]


def test_the_closed_list_begins_with_the_last_closed(office):
    order = []
    for place in range(3):
        logged = office.log(
            student=a_student(id=StudentId(place + 10)), requester=a_party(id=PartyId(place + 10))
        )
        close_request(
            office.store, logged.request, Outcome.WITHDRAWN, note="Called.",
            law=office.law, today=TODAY + timedelta(days=place), by=office.sign(),
        )  # fmt: skip
        order.append(logged.request)
    closed = queries.queue_ids(office.store, QueueFilter.CLOSED, person=1, today=TODAY)
    assert closed == list(reversed(order))
    first = queries.queue_ids(
        office.store, QueueFilter.CLOSED, person=1, today=TODAY, descending=True
    )
    assert first == order


def test_a_line_says_all_the_list_shows(office, known):
    (late,) = queries.queue_ids(office.store, QueueFilter.OVERDUE, person=1, today=TODAY)
    (row,) = queries.queue_rows(office.store, [late])
    assert row.number == "2026-0001"
    assert (row.student, row.requester) == ("Late, Kid", "Zoe Abel")
    assert (row.right, row.relationship) == (Right.INSPECT, Relationship.FATHER)
    assert (row.next_step, row.owner, row.status) == ("receipt", "JR", Status.OPEN)
    assert row.due_on == date(2026, 10, 4)
    assert (row.outcome, row.closed_on, bool(row.papers)) == (None, None, False)


def test_lines_come_in_the_order_asked_for_and_leave_out_what_is_gone(office, known):
    ids = [*reversed(list(known)), 12345]
    rows = queries.queue_rows(office.store, ids)
    assert [row.id for row in rows] == ids[:-1]
    assert queries.queue_rows(office.store, []) == []


@pytest.mark.parametrize(
    ("given", "middle", "family", "listed_as"),
    [
        ("Mia", "Rose", "Alvarez", "Alvarez, Mia Rose"),
        ("Mia", "", "", "Mia"),
        ("", "", "Alvarez", "Alvarez"),
        ("", "Rose", "Alvarez", "Alvarez, Rose"),
        ("Mia \\u0041", "😀 <b>", 'O"Br\\ien', 'O"Br\\ien, Mia \\u0041 😀 <b>'),
    ],
)
def test_a_student_is_listed_the_same_in_every_list(office, given, middle, family, listed_as):
    student = a_student(given=given, middle=middle, family=family)
    logged = office.log(student=student)
    (row,) = queries.queue_rows(office.store, [logged.request])
    assert row.student == student.listed_name() == listed_as


def test_an_organization_asks_under_its_own_name(office):
    logged = office.log(requester=a_party(name="", organization="Kids in Care"))
    assert queries.queue_rows(office.store, [logged.request])[0].requester == "Kids in Care"


@pytest.mark.parametrize(
    "typed",
    [
        "2026-0003", "20260003", "0003", "wednesday", "kid wednes", "xi cruz",
        "cruz, xi", "CRUZ",
    ],
)  # fmt: skip
def test_a_request_is_found_by_number_student_and_requester(office, known, typed):
    found = [known[one] for one in queries.search_ids(office.store, typed)]
    assert found == ["Wednesday"]


def test_the_search_lists_open_ones_first_then_by_date(office, known):
    found = [known[one] for one in queries.search_ids(office.store, "kid")]
    assert found == [*OPEN_ORDER, "Gone"]
    by_name = [
        known[one]
        for one in queries.search_ids(office.store, "kid", sort=QueueSort.STUDENT, descending=True)
    ]
    assert by_name == [*sorted(OPEN_ORDER, reverse=True), "Gone"]


@pytest.mark.parametrize(
    "typed",
    ["", "  ", '"', "*", '"*"', "kid*)", "NEAR(kid wednesday)", "kid NOT wednesday", "names: kid",
     "^kid^", "😀", "(", "{kid}", "'; drop table request; --", "\x00", "a" * 5000, "9" * 200],
)  # fmt: skip
def test_hostile_searches_are_only_text(office, known, typed):
    found = queries.search_ids(office.store, typed)
    assert set(found) <= set(known)
    assert office.store.rows("select count(*) from request") == [(len(CASES),)]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("2026-0002", "2026-0002"),
        ("20260002", "2026-0002"),
        (" 2026-0002\n", "2026-0002"),
        ("2026-2", None),
        ("2026", None),
        ("", None),
        ("2027-0002", None),
        ("-", None),
    ],
)
def test_a_number_leads_to_its_request(office, known, typed, number):
    found = cases.request_by_number(office.store, typed)
    expected = {cases.case(office.store, one).request.number: one for one in known}.get(number)
    assert found == expected


def test_numbers_begin_anew_each_year_and_pass_ten_thousand(office):
    before = office.log()
    with office.store.change(Event(kind="note.added"), by=office.sign()) as change:
        change.execute("insert into request_number values (2027, 9998)")
    by = replace(office.sign(), at=datetime(2027, 3, 1, 15, tzinfo=UTC))
    later = [
        log_request(
            office.store,
            an_intake(
                student=a_student(id=StudentId(place)), requester=a_party(id=PartyId(place))
            ),
            law=office.law, today=date(2027, 3, 1), by=by,
        )
        for place in (11, 12, 13)
    ]  # fmt: skip
    logged = [before, *later]
    assert [one.number for one in logged] == ["2026-0001", "2027-9999", "2027-10000", "2027-10001"]
    assert cases.request_by_number(office.store, "2027-10000") == later[1].request
    ids = queries.queue_ids(
        office.store, QueueFilter.OPEN, person=1, today=TODAY, sort=QueueSort.NUMBER
    )
    assert ids == [one.request for one in logged]


def test_a_list_stops_at_its_limit(office, known, monkeypatch):
    monkeypatch.setattr(queries, "QUEUE_ROWS", 3)
    assert listed(office, known, QueueFilter.OPEN) == OPEN_ORDER[:3]
