"""What the digest of the day counts, what it calls new, and which requests need somebody."""

from __future__ import annotations

from desktop.records.agenda import Agenda, Item, Section, horizon
from desktop.records.calendar import Calendar
from desktop.records.digest import digest, need_me, things
from desktop.records.ids import LetterId, RequestId, SourceId
from tests.offices import TODAY, the_defaults


def agenda(**lists: tuple[Item, ...]) -> Agenda:
    items = {Section(name): found for name, found in lists.items()}
    counts = {section: len(found) for section, found in items.items()}
    days = horizon(Calendar(), the_defaults(), TODAY)
    return Agenda(days=days, items=items, counts=counts, loads=())


def of(*requests: int) -> tuple[Item, ...]:
    return tuple(Item(request=RequestId(one)) for one in requests)


def test_lists_that_hold_nothing_are_not_told_and_the_gravest_comes_first():
    found = digest(agenda(soon=of(1, 2), late=of(3), letters=()), frozenset())
    assert [(one.section, one.count) for one in found] == [(Section.LATE, 1), (Section.SOON, 2)]


def test_new_is_what_did_not_stand_in_that_list_before():
    before = things(agenda(soon=of(1, 2)))
    (late, soon) = digest(agenda(soon=of(2, 3), late=of(1)), before)
    assert (late.count, late.new) == (1, 1)  # it was only due soon
    assert (soon.count, soon.new) == (2, 1)


def test_a_second_place_or_letter_of_one_request_is_new_too():
    places = [Item(request=RequestId(1), source=SourceId(one)) for one in (7, 8)]
    (chase,) = digest(agenda(chase=tuple(places)), things(agenda(chase=tuple(places[:1]))))
    assert (chase.count, chase.new) == (2, 1)


def test_a_request_that_needs_several_things_needs_somebody_once():
    items = {
        Section.CHASE: [Item(request=RequestId(1), source=SourceId(one)) for one in (7, 8)],
        Section.LETTERS: [Item(request=RequestId(1), letter=LetterId(5))],
        Section.COPIES: of(2),
    }
    assert need_me(items) == {1, 2}


def test_what_only_looks_ahead_or_waits_for_others_needs_nobody():
    ahead = (Section.SOON, Section.BREAK, Section.RISKY, Section.REPLIES)
    assert need_me({section: of(1) for section in ahead}) == frozenset()
