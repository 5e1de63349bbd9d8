"""Requests given to somebody, one or many, and given back."""

from __future__ import annotations

import pytest

from desktop.actions.assigning import assign, assign_all, take_back
from desktop.actions.closing import close_request
from desktop.records.request import Outcome
from desktop.store import cases
from tests.actions.refusals import events, refused
from tests.offices import TODAY, a_student


@pytest.fixture
def three(office):
    return [office.log(student=a_student(given=name)).request for name in ("Ann", "Ben", "Cy")]


@pytest.fixture
def dana(office):
    return office.principal().person


def owners(office, requests):
    return [cases.case(office.store, one).request.owner for one in requests]


def test_all_that_are_chosen_change_hands_in_one_change_with_an_event_each(office, three, dana):
    before = office.opened.person.id
    given = assign_all(office.store, three, dana, by=office.sign())
    assert owners(office, three) == [dana] * 3
    assert dict(given.before) == dict.fromkeys(three, before)
    assert given.changes.requests == frozenset(three)
    for one in three:
        event = events(office.store, one)[-1]
        assert event.kind == "request.assigned"
        assert event.facts == {"owner": dana, "before": before}


def test_undo_gives_each_back_to_whoever_had_it(office, three, dana):
    jo = office.opened.person.id
    assign(office.store, three[0], dana, by=office.sign())
    given = assign_all(office.store, three, dana, by=office.sign())
    assert set(given.before) == set(three[1:])
    take_back(office.store, given, by=office.sign())
    assert owners(office, three) == [dana, jo, jo]


def test_what_nobody_had_is_nobodys_again(office, three, dana):
    with office.store.change(None, by=office.sign()) as change:
        change.also(events(office.store, three[0])[-1])
        change.execute("update request set owner_id = null where id = ?", (three[0],))
    given = assign_all(office.store, three[:1], dana, by=office.sign())
    take_back(office.store, given, by=office.sign())
    assert owners(office, three[:1]) == [None]
    assert events(office.store, three[0])[-1].kind == "request.unassigned"


def test_what_changed_hands_again_stays_where_it_is(office, three, dana):
    given = assign_all(office.store, three, dana, by=office.sign())
    jo = office.opened.person.id
    assign(office.store, three[0], jo, by=office.sign())
    take_back(office.store, given, by=office.sign())
    assert owners(office, three) == [jo, jo, jo]
    with refused(office.store, "nothing_to_give"):
        take_back(office.store, given, by=office.sign())


def test_closed_ones_are_passed_over(office, three, dana):
    close_request(
        office.store, three[0], Outcome.WITHDRAWN, note="She called.", law=office.law,
        today=TODAY, by=office.sign(),
    )  # fmt: skip
    given = assign_all(office.store, three, dana, by=office.sign())
    assert set(given.before) == set(three[1:])


def test_nothing_that_changes_hands_is_refused(office, three):
    with refused(office.store, "nothing_to_give"):
        assign_all(office.store, three, office.opened.person.id, by=office.sign())
