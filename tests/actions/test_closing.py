"""Closing and opening again, links and groups, double entries put together and taken apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.actions import closing, days, intake, merging, steps
from desktop.records.ids import PartyId
from desktop.records.request import EventKind, Outcome, Right, Status, Waiting
from desktop.store import cases, queries
from tests.actions.refusals import events, refused, unchanged
from tests.offices import TODAY, a_party, a_student, an_intake

NUMBER = "It is 123-45-6789."


def do(office, request, code, **how):
    steps.do_step(office.store, request, code, law=office.law, today=TODAY, by=office.sign(), **how)


def close(office, request, outcome=Outcome.WITHDRAWN, note="Called.", today=TODAY):
    return closing.close_request(
        office.store, request, outcome, note=note, law=office.law, today=today, by=office.sign()
    )


def reopen(office, request, reason="They found more."):
    return closing.reopen_request(
        office.store, request, reason=reason, law=office.law, by=office.sign()
    )


def link(office, request, to):
    return merging.link_requests(office.store, request, to, by=office.sign())


def merge(office, double, into):
    return merging.merge_requests(
        office.store, double, into, law=office.law, today=TODAY, by=office.sign()
    )


def unmerge(office, double):
    return merging.unmerge_request(office.store, double, law=office.law, by=office.sign())


def read(office, request):
    return cases.case(office.store, request).request


class Family:
    """Requests about one child, by the same father unless said otherwise."""

    def __init__(self, office):
        self.office = office
        self.student, self.father = a_student(), a_party()
        self.made = 0

    def log(self, on: date = TODAY, **override):
        asker = override.pop("requester", self.father)
        self.made += 1
        return self.office.log(
            student=self.student,
            student_is_new=self.made == 1,
            requester=asker,
            requester_is_new=asker is not self.father or self.made == 1,
            received_on=on,
            **override,
        ).request

    def relative(self):
        return self.log(requester=a_party(id=PartyId(100 + self.made)))


@pytest.fixture
def family(office):
    return Family(office)


# Closing


@pytest.mark.parametrize(
    ("outcome", "note", "fault"),
    [
        (Outcome.INSPECTED, "", "needs"),
        (Outcome.COPIES_SENT, "", "needs"),
        (Outcome.NO_RECORDS, "", "needs"),
        (Outcome.PARTLY_GIVEN, "Part.", "needs"),
        (Outcome.WITHDRAWN, "  ", "note"),
        (Outcome.NOT_ENTITLED, "A neighbour.", "needs"),
        (Outcome.MERGED, "x", "outcome"),
        (Outcome.WITHDRAWN, NUMBER, "nine_digits"),
    ],
)
def test_an_end_without_its_conditions_is_refused(office, family, outcome, note, fault):
    request = family.log()
    with refused(office.store, fault):
        close(office, request, outcome, note)


@pytest.mark.parametrize(
    ("outcome", "done", "note"),
    [
        (Outcome.WITHDRAWN, [], "He called."),
        (Outcome.NO_RECORDS, ["search"], "Ask the school before this one."),
    ],
)
def test_a_closed_request_keeps_how_and_when_it_ended(office, family, outcome, done, note):
    request = family.log()
    for code in done:
        do(office, request, code)
    on = TODAY + timedelta(days=3)
    close(office, request, outcome, f" {note} ", today=on)
    after = read(office, request)
    assert (after.status, after.outcome, after.closed_on) == (Status.CLOSED, outcome, on)
    event = events(office.store, request)[-1]
    assert event.kind == "request.closed"
    assert event.facts == {
        "outcome": outcome, "note": note, "closed_on": on.isoformat(), "due_on": "2026-11-19",
    }  # fmt: skip


def test_closing_ends_a_wait(office, family):
    request = family.log()
    steps.wait_for(office.store, request, Waiting.PRINCIPAL, by=office.sign())
    close(office, request)
    assert read(office, request).waiting_for is None


def test_a_request_is_closed_once(office, family):
    request = family.log()
    close(office, request)
    with refused(office.store, "closed"):
        close(office, request)


# Opening again


def test_a_request_opened_again_has_the_dates_it_had(office, family):
    request = family.log()
    before = cases.case(office.store, request)
    close(office, request)
    reopen(office, request)
    after = cases.case(office.store, request)
    assert (after.request, after.clocks) == (before.request, before.clocks)
    event = events(office.store, request)[-1]
    assert (event.kind, event.facts["reason"]) == ("request.reopened", "They found more.")


def test_a_request_opened_again_follows_the_days_closed_meanwhile(office, family):
    request = family.log()
    assert read(office, request).work_by == date(2026, 11, 19)
    close(office, request)
    days.add_entry(
        office.store, from_on=date(2026, 11, 19), until_on=date(2026, 11, 20), title="Storm",
        kind="closure", law=office.law, by=office.sign(),
    )  # fmt: skip
    assert read(office, request).work_by == date(2026, 11, 19)
    reopen(office, request)
    after = read(office, request)
    assert (after.due_on, after.work_by) == (date(2026, 11, 19), date(2026, 11, 18))
    assert {"request.reopened", "dates.caught_up"} <= {
        one.kind for one in events(office.store, request)
    }


@pytest.mark.parametrize(("reason", "fault"), [(" ", "reason"), (NUMBER, "nine_digits")])
def test_opening_again_needs_a_reason_that_can_be_kept(office, family, reason, fault):
    request = family.log()
    close(office, request)
    with refused(office.store, fault):
        reopen(office, request, reason)


def test_an_open_request_and_a_merged_entry_are_not_opened_again(office, family):
    first, double = family.log(), family.log()
    with refused(office.store, "not_closed"):
        reopen(office, first)
    merge(office, double, first)
    with refused(office.store, "not_closed"):
        reopen(office, double)


# Links


def groups(office, *requests):
    return [
        {requests.index(one) for one in cases.case(office.store, request).related}
        for request in requests
    ]


def test_linked_requests_see_each_other_and_keep_their_own_dates(office, family):
    one, other = family.log(), family.log(on=TODAY - timedelta(days=4))
    before = [read(office, request).due_on for request in (one, other)]
    changes = link(office, one, other)
    assert groups(office, one, other) == [{1}, {0}]
    assert [read(office, request).due_on for request in (one, other)] == before
    assert changes.requests == {one, other}
    event = events(office.store, one)[-1]
    assert (event.kind, event.facts) == ("request.linked", {"to": other})


@pytest.mark.parametrize(
    "links",
    [
        [(0, 1), (1, 2)],
        [(0, 1), (2, 1)],
        [(0, 1), (2, 0)],
        [(1, 0), (2, 0), (0, 1)],
        [(1, 0), (0, 2)],
    ],
)
def test_whichever_way_three_are_linked_each_sees_the_other_two(office, family, links):
    requests = [family.relative() for _ in range(3)]
    for one, to in links:
        link(office, requests[one], requests[to])
    assert groups(office, *requests) == [{1, 2}, {0, 2}, {0, 1}]


def test_two_groups_that_are_linked_become_one(office, family):
    requests = [family.relative() for _ in range(4)]
    link(office, requests[1], requests[0])
    link(office, requests[3], requests[2])
    link(office, requests[0], requests[3])
    assert groups(office, *requests) == [{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {0, 1, 2}]


@pytest.mark.parametrize("leaves", [0, 1, 2])
def test_whoever_leaves_a_group_the_others_stay_together(office, family, leaves):
    requests = [family.relative() for _ in range(3)]
    link(office, requests[1], requests[0])
    link(office, requests[2], requests[0])
    link(office, requests[leaves], None)
    stay = {0, 1, 2} - {leaves}
    assert groups(office, *requests) == [
        set() if one == leaves else stay - {one} for one in range(3)
    ]
    event = events(office.store, requests[leaves])[-1]
    assert event.kind == "request.unlinked"
    assert event.facts["to"] in requests
    assert event.facts["to"] != requests[leaves]


def test_a_link_that_is_there_is_not_written_again(office, family):
    one, other = family.log(), family.log()
    link(office, one, other)
    for request, to in ((one, other), (other, one)):
        with unchanged(office.store):
            link(office, request, to)


def test_a_link_that_is_not_there_cannot_be_taken_away(office, family):
    request = family.log()
    with unchanged(office.store):
        link(office, request, None)


def test_nothing_is_linked_with_itself(office, family):
    request = family.log()
    with refused(office.store, "link_itself"):
        link(office, request, request)


def test_an_entry_put_together_with_another_keeps_that_tie(office, family):
    kept, double, third = family.log(), family.log(), family.relative()
    merge(office, double, kept)
    for to in (third, None):
        with refused(office.store, "merged"):
            link(office, double, to)


# Double entries


def test_the_earlier_receipt_counts_and_both_numbers_stay(office, family):
    kept, double = family.log(on=date(2026, 10, 5)), family.log(on=date(2026, 10, 1))
    changes = merge(office, double, kept)
    after = read(office, kept)
    assert (after.received_on, after.due_on) == (date(2026, 10, 1), date(2026, 11, 15))
    gone = read(office, double)
    assert (gone.status, gone.outcome, gone.linked_to) == (Status.CLOSED, Outcome.MERGED, kept)
    assert changes.requests == {kept, double}
    assert events(office.store, kept)[-1].facts["number"] == gone.number
    assert events(office.store, double)[-1].facts["number"] == after.number
    assert queries.search_ids(office.store, gone.number) == [double]


@pytest.mark.parametrize("what", ["student", "person", "right", "itself"])
def test_only_two_entries_of_one_request_are_put_together(office, family, what):
    kept = family.log()
    double = {
        "student": lambda: (
            office.log(student=a_student(), requester=family.father, requester_is_new=False).request
        ),
        "person": family.relative,
        "right": lambda: family.log(right=Right.COPIES),
        "itself": lambda: kept,
    }[what]()
    with refused(office.store, "merge_differs"):
        merge(office, double, kept)


@pytest.mark.parametrize("which", [0, 1])
def test_a_closed_entry_is_not_put_together(office, family, which):
    pair = family.log(), family.log()
    close(office, pair[which])
    with refused(office.store, "closed"):
        merge(office, *pair)


def test_a_merge_taken_back_leaves_both_as_they_were(office, family):
    kept, double, friend = family.log(), family.log(on=date(2026, 10, 1)), family.relative()
    link(office, double, friend)
    before = [cases.case(office.store, one) for one in (kept, double)]
    merge(office, double, kept)
    unmerge(office, double)
    assert [cases.case(office.store, one) for one in (kept, double)] == before
    assert events(office.store, kept)[-1].facts["received_now_on"] == "2026-10-05"
    assert events(office.store, double)[-1].kind == "request.unmerged"


@pytest.mark.parametrize(
    ("order", "receipts"),
    [
        ((0, 1), [date(2026, 10, 3), date(2026, 10, 5)]),
        ((1, 0), [date(2026, 10, 1), date(2026, 10, 5)]),
    ],
    ids=["34 CFR 99.10(b): the earliest leaves first", "34 CFR 99.10(b): it leaves last"],
)
def test_of_several_doubles_the_receipts_that_are_left_count(office, family, order, receipts):
    kept = family.log(on=date(2026, 10, 5))
    doubles = [family.log(on=date(2026, 10, 1)), family.log(on=date(2026, 10, 3))]
    for double in doubles:
        merge(office, double, kept)
    assert read(office, kept).received_on == date(2026, 10, 1)
    found = []
    for place in order:
        unmerge(office, doubles[place])
        found.append(read(office, kept).received_on)
    assert found == receipts


def test_taken_out_of_the_middle_of_two_merges_the_last_counts_anew(office, family):
    first, second, third = (family.log(on=date(2026, 10, day)) for day in (1, 3, 5))
    merge(office, first, second)
    merge(office, second, third)
    unmerge(office, first)
    assert read(office, third).received_on == date(2026, 10, 3)
    assert read(office, third).due_on == date(2026, 11, 17)


def test_a_receipt_noted_after_the_merge_still_counts_when_it_is_taken_back(office, family):
    kept, double = family.log(on=date(2026, 10, 5)), family.log(on=date(2026, 10, 1))
    merge(office, double, kept)
    typed = an_intake(
        student=family.student, student_is_new=False,
        requester=family.father, requester_is_new=False, received_on=date(2026, 10, 2),
    )  # fmt: skip
    intake.log_again(office.store, kept, typed, law=office.law, today=TODAY, by=office.sign())
    unmerge(office, double)
    assert read(office, kept).received_on == date(2026, 10, 2)


def test_a_request_that_was_not_merged_has_no_merge_to_take_back(office, family):
    request = family.log()
    with refused(office.store, "not_merged"):
        unmerge(office, request)
    close(office, request)
    with refused(office.store, "not_merged"):
        unmerge(office, request)


def test_a_meeting_stays_where_it_was_when_entries_are_put_together(office, family):
    meeting = {EventKind.HEARING: date(2026, 10, 20)}
    kept, double = family.log(events=meeting), family.log(on=date(2026, 10, 1))
    merge(office, double, kept)
    assert read(office, kept).events == meeting
