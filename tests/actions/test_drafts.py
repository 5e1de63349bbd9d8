"""What is being typed outlives the program, one draft of a kind for each person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.actions.drafts import drop_draft, keep_draft, kept_draft
from desktop.actions.office import open_office
from desktop.records.ids import PersonId
from desktop.records.person import Person, Role
from desktop.store import office as office_pages
from desktop.store.journal import Event
from tests.actions.refusals import everything

TYPED = {"name": "Müller “Bo”", "kinds": ["grades"], "asked": True, "nothing": None}


def test_a_draft_comes_back_as_it_was_typed_after_the_program_ended(office):
    keep_draft(office.store, "intake", TYPED, by=office.sign())
    office.store.close()
    again = open_office(office.home, office.opened.person.id, office.opened.keys)
    assert kept_draft(again.store, "intake", by=office.sign()) == TYPED
    again.store.close()


def test_the_newest_draft_takes_the_place_of_the_one_before(office):
    for name in ("Mia", "Mia A"):
        keep_draft(office.store, "intake", {"name": name}, by=office.sign())
    assert kept_draft(office.store, "intake", by=office.sign()) == {"name": "Mia A"}


def test_each_kind_and_each_person_has_a_draft_of_their_own(office):
    sam = Person(id=PersonId(2), name="Sam", initials="SO", role=Role.FRONT_OFFICE)
    with office.store.change(Event(kind="person.added"), by=office.sign()) as change:
        office_pages.add_person(change, sam)
    theirs = replace(office.sign(), person=sam.id)
    keep_draft(office.store, "intake", {"name": "mine"}, by=office.sign())
    keep_draft(office.store, "letter", {"text": "other"}, by=office.sign())
    assert kept_draft(office.store, "intake", by=theirs) is None
    keep_draft(office.store, "intake", {"name": "theirs"}, by=theirs)
    drop_draft(office.store, "intake", by=theirs)
    assert kept_draft(office.store, "intake", by=office.sign()) == {"name": "mine"}
    assert kept_draft(office.store, "letter", by=office.sign()) == {"text": "other"}


def test_a_draft_is_nobodys_record_so_the_journal_is_silent(office):
    before = everything(office.store)
    keep_draft(office.store, "intake", TYPED, by=office.sign())
    drop_draft(office.store, "intake", by=office.sign())
    assert everything(office.store) == before


@pytest.mark.parametrize("kind", ["intake", "never.kept"])
def test_dropping_what_is_not_there_is_no_fault(office, kind):
    drop_draft(office.store, kind, by=office.sign())
    assert kept_draft(office.store, kind, by=office.sign()) is None
