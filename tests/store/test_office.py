"""What the office says about itself: its page, its people, its days and its places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import DeskError
from desktop.records.ids import ClosureId, PersonId
from desktop.records.person import Person, Role
from desktop.records.place import Place
from desktop.store import office as office_pages
from desktop.store import queries
from desktop.store.journal import Event
from desktop.store.own_days import calendar_entries
from tests.offices import AT, a_school

SAM = Person(id=PersonId(2), name="Sam Okafor", initials="SO", role=Role.FRONT_OFFICE)


def write(office, act):
    with office.store.change(Event(kind="note.added"), by=office.sign()) as change:
        act(change)


def test_the_schools_page_is_read_as_it_was_written(office):
    page = replace(
        a_school(), office_days=frozenset({1, 2, 4}), office_hours="8 to 4", logo=b"\x89PNG",
        promise_calendar_days=30, complaint_line="Call us.", email="office@example.org",
    )  # fmt: skip
    write(office, lambda change: office_pages.save_school(change, page))
    assert queries.school(office.store) == page
    assert office.store.rows("select count(*) from school") == [(1,)]


def test_before_set_up_there_is_no_page(store):
    assert queries.school(store) is None
    assert queries.places(store) == []


def test_people_are_listed_by_name_and_who_left_comes_last(office):
    write(office, lambda change: office_pages.add_person(change, SAM))
    ann = Person(id=PersonId(3), name="Ann Bell", initials="AB", role=Role.PRINCIPAL, active=False)
    write(office, lambda change: office_pages.add_person(change, ann))
    assert [one.name for one in queries.people(office.store)] == [
        "Jo Reyes", "Sam Okafor", "Ann Bell"]  # fmt: skip
    gone = replace(SAM, active=False, name="Sam O.", role=Role.ADMINISTRATOR)
    write(office, lambda change: office_pages.set_person(change, gone))
    assert queries.people(office.store)[-1] == gone


def test_the_days_the_office_entered_are_read_earliest_first(office):
    entries = [
        (ClosureId(1), date(2026, 12, 21), date(2027, 1, 1), "Winter break", "closure"),
        (ClosureId(2), date(2026, 10, 12), date(2026, 10, 12), "We work", "not_holiday"),
    ]
    for one, from_on, until_on, title, kind in entries:
        write(
            office,
            lambda change, one=one, from_on=from_on, until_on=until_on, title=title, kind=kind: (
                office_pages.add_closure(
                    change, one, from_on=from_on, until_on=until_on, title=title, kind=kind
                )
            ),
        )
    found = calendar_entries(office.store)
    assert [(one.id, one.from_on, one.until_on, one.title, one.kind) for one in found] == [
        entries[1], entries[0]]  # fmt: skip
    write(office, lambda change: office_pages.remove_closure(change, ClosureId(2)))
    assert [one.title for one in calendar_entries(office.store)] == ["Winter break"]


def test_places_keep_their_order_and_one_taken_off_can_come_back(office):
    def listed():
        return [(one.name, one.keeper) for one in queries.places(office.store)]

    def put(*places):
        write(office, lambda change: office_pages.set_places(change, places))

    vault, nurse = Place(id=1, name="Vault", keeper="Ana"), Place(id=2, name="Nurse")
    put(vault, nurse, Place(id=3, name="Old system"))
    put(Place(id=3, name="Old system", keeper="Bo"), vault)
    assert listed() == [("Old system", "Bo"), ("Vault", "Ana")]
    put(Place(id=2, name="Nurse", keeper="Cy"))
    assert listed() == [("Nurse", "Cy")]


def test_the_file_knows_when_it_was_made(office):
    assert queries.made_at(office.store) == AT


def test_open_requests_are_those_without_an_end(office):
    first = office.log().request
    assert queries.open_ids(office.store) == [first]
    write(office, lambda change: change.execute("update request set closed_on = '2026-10-06'"))
    assert queries.open_ids(office.store) == []


def test_a_change_that_fails_in_the_middle_leaves_the_list_of_places(office):
    before = queries.places(office.store)

    def half(change):
        office_pages.set_places(change, [Place(id=9, name="Half")])
        raise DeskError("test", "", "")

    with pytest.raises(DeskError):
        write(office, half)
    assert queries.places(office.store) == before
