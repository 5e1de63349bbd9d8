"""Closed days corrected and taken in: what moves, what is kept, what is refused."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from desktop.actions import closures, days
from desktop.actions.days import NewDays, what_moves
from desktop.errors import DeskError
from desktop.records.ids import ClosureId
from desktop.store import cases
from desktop.store.own_days import calendar_entries
from tests.actions.refusals import last_event, refused, unchanged
from tests.offices import TODAY

BREAK = NewDays(from_on=date(2026, 11, 16), until_on=date(2026, 11, 27), title="Fall break")


def enter(office, *new):
    return closures.import_entries(office.store, new, law=office.law, by=office.sign())


@pytest.fixture
def request_(office):
    """Due on November 19, which is in the break."""
    return office.log(received_on=TODAY).request


def test_what_would_move_is_what_moves_and_nothing_is_kept_before(office, request_):
    with unchanged(office.store):
        before = what_moves(office.store, added=[BREAK], law=office.law)
    assert [one.request for one in before] == [request_]
    _, moved = enter(office, BREAK)
    assert moved == before
    assert cases.case(office.store, request_).request.work_by == before[0].work_by_now
    assert before[0].work_by_now < before[0].work_by_before


def test_taking_days_back_would_move_them_back(office, request_):
    _, there = enter(office, BREAK)
    (entry,) = calendar_entries(office.store)
    back = what_moves(office.store, without={entry.id}, law=office.law)
    assert back[0].work_by_now == there[0].work_by_before


def test_days_are_taken_in_at_once_under_one_entry_of_the_journal(office):
    second = NewDays(from_on=date(2027, 1, 4), until_on=date(2027, 1, 4), title=" Work day ")
    enter(office, BREAK, second)
    kept = [(one.title, one.kind) for one in calendar_entries(office.store)]
    assert kept == [("Fall break", "closure"), ("Work day", "closure")]
    kind, facts = last_event(office.store)
    assert kind == "calendar.imported"
    assert msgspec.json.decode(facts) == {
        "count": 2, "days": ["2026-11-16/2026-11-27", "2027-01-04/2027-01-04"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ([], "entry_none"),
        ([BREAK, NewDays(from_on=TODAY, until_on=date(2026, 1, 1), title="x")], "entry_order"),
        ([BREAK, NewDays(from_on=TODAY, until_on=TODAY, title=" ")], "entry_title"),
    ],
)
def test_nothing_is_taken_in_when_one_is_wrong(office, new, code):
    with refused(office.store, code):
        enter(office, *new)


def test_a_correction_moves_dates_and_the_journal_has_both(office, request_):
    enter(office, BREAK)
    (entry,) = calendar_entries(office.store)
    shorter = NewDays(from_on=date(2026, 11, 23), until_on=date(2026, 11, 27), title="Fall break")
    _, moved = closures.change_entry(
        office.store, entry.id, shorter, law=office.law, by=office.sign()
    )
    assert [one.request for one in moved] == [request_]
    assert moved[0].work_by_now > moved[0].work_by_before
    facts = office.store.rows(
        "select facts from event join event_facts using (seq) where kind = 'calendar.changed'"
    )
    told = msgspec.json.decode(facts[0][0])
    assert (told["from_on_before"], told["from_on"]) == ("2026-11-16", "2026-11-23")


def test_a_correction_that_changes_nothing_writes_nothing(office):
    enter(office, BREAK)
    (entry,) = calendar_entries(office.store)
    with unchanged(office.store):
        closures.change_entry(office.store, entry.id, BREAK, law=office.law, by=office.sign())


def test_days_somebody_took_back_meanwhile_are_not_corrected(office):
    with refused(office.store, "entry_gone"):
        closures.change_entry(office.store, ClosureId(9), BREAK, law=office.law, by=office.sign())


def test_a_name_is_needed_by_hand_too(office):
    with pytest.raises(DeskError, match="entry_title"):
        days.checked_days(NewDays(from_on=TODAY, until_on=TODAY, title="\t"))
