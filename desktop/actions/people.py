"""The people of an office and their ways in: added, given a passphrase, taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.actions.changes import Changes
from desktop.errors import DeskError
from desktop.office import key_files, keys
from desktop.office.keys import KeyFile, VaultKeys
from desktop.office.passphrase import check_passphrase
from desktop.paths import Home
from desktop.records.ids import PersonId, new_id
from desktop.records.names import clean_name
from desktop.records.person import Initials, Person, Role
from desktop.records.roles import shipped_roles
from desktop.records.school import School
from desktop.store import office, queries
from desktop.store.journal import Event
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """A member of staff as typed; without a passphrase they can own requests but not sign in."""

    name: str
    initials: str
    role: Role
    passphrase: str = ""


def add_person(
    store: Store, home: Home, vault: VaultKeys, new: NewPerson, *, by: Initials
) -> Changes:
    """Enter a member of staff, with a way in when a passphrase is given.

    Raises:
        DeskError: ``initials_taken``; what ``check_person`` refuses.
    """
    person = check_person(new, at=by.at, names=names_in_office(store))
    if any(one.initials == person.initials for one in queries.people(store)):
        raise DeskError(
            "initials_taken", "Somebody here has these initials.", "Add a letter or a number."
        )
    path = key_files.key_file_of(home.records_file)
    file = key_files.load_sound(path, vault)
    if new.passphrase:
        file = keys.add_person(
            file, vault, person=person.id, label=person.initials, passphrase=new.passphrase
        )
    event = Event(kind="person.added", facts={"person": person.id, "role": person.role})
    with store.change(event, by=by) as change:
        office.add_person(change, person)
    if new.passphrase:
        key_files.save(path, file)
    return Changes.of_office()


def change_passphrase(
    store: Store,
    home: Home,
    vault: VaultKeys,
    person: Person,
    *,
    old: str,
    new: str,
    by: Initials,
) -> None:
    """Give a person a new passphrase after the old one was proved.

    Raises:
        DeskError: ``wrong_passphrase``; what ``check_passphrase`` refuses.
    """
    check_passphrase(new, names_in_office(store))
    path = key_files.key_file_of(home.records_file)
    file = key_files.load_sound(path, vault)
    keys.unlock(file, person.id, old)
    cost = file.slot_of(person.id).cost
    file = keys.add_person(
        file, vault, person=person.id, label=person.initials, passphrase=new, cost=cost
    )
    with store.change(Event(kind="person.own_passphrase"), by=by):
        key_files.save(path, file)


def person_leaves(
    store: Store, home: Home, vault: VaultKeys, person: Person, *, by: Initials
) -> Changes:
    """A member of staff no longer signs in; what they did stays under their initials.

    The file gets a new vault key at its next opening, when nobody else has it open.

    Raises:
        DeskError: ``yourself`` or ``last_person``.
    """
    if person.id == by.person:
        raise DeskError("yourself", "You cannot take yourself off.", "Let a colleague do it.")
    path = key_files.key_file_of(home.records_file)
    file = key_files.load_sound(path, vault)
    had_way_in = any(slot.person == person.id for slot in file.slots)
    if had_way_in:
        file = keys.remove_person(file, vault, person.id)
        _leave_somebody(store, file)
    with store.change(Event(kind="person.left", facts={"person": person.id}), by=by) as change:
        office.set_person(change, replace(person, active=False))
    if had_way_in:
        key_files.save(path, file)
    return Changes.of_office()


def _leave_somebody(store: Store, file: KeyFile) -> None:
    """Refuse to take off the last one who may look after people: nobody could be added again."""
    may = shipped_roles().allowed("person.added")
    able = {one.id for one in queries.people(store) if one.active and one.role in may}
    if not any(slot.person in able for slot in file.slots):
        raise DeskError(
            "last_person",
            "Nobody else who signs in may look after people.",
            "Add a registrar, a principal or an administrator first.",
        )


def give_passphrase(
    store: Store, home: Home, found: VaultKeys, person: Person, passphrase: str, *, by: Initials
) -> Changes:
    """Give a colleague a way in, new or in place of a passphrase they forgot; it is journaled.

    Raises:
        DeskError: ``person_left``; what ``check_passphrase`` refuses.
    """
    check_passphrase(passphrase, names_in_office(store))
    if not person.active:
        raise DeskError(
            "person_left", "This person no longer works here.", "Add them again as a new person."
        )
    path = key_files.key_file_of(home.records_file)
    file = keys.add_person(
        key_files.load_sound(path, found),
        found,
        person=person.id,
        label=person.initials,
        passphrase=passphrase,
    )
    with store.change(Event(kind="person.way_in", facts={"person": person.id}), by=by):
        key_files.save(path, file)
    return Changes.of_office()


def names_in(school: School) -> tuple[str, ...]:
    """The names of a school that no passphrase is made of."""
    return (
        school.name,
        school.district,
        school.address.city,
        school.principal,
        school.records_contact,
    )


def names_in_office(store: Store) -> tuple[str, ...]:
    """The names of the office's school and its staff."""
    school = queries.school(store)
    return (*(names_in(school) if school else ()), *(one.name for one in queries.people(store)))


def check_person(
    new: NewPerson, *, at: datetime, needs_passphrase: bool = False, names: Sequence[str] = ()
) -> Person:
    """The person as the file will know them.

    Raises:
        DeskError: ``person_name``; what ``check_passphrase`` refuses, with ``names`` and theirs.
    """
    name, initials = clean_name(new.name), clean_name(new.initials).upper()
    if not name or not initials:
        raise DeskError(
            "person_name",
            "Name or initials are missing.",
            "Type both; initials stand in the history.",
        )
    if new.passphrase or needs_passphrase:
        check_passphrase(new.passphrase, (*names, name))
    return Person(id=PersonId(new_id(at)), name=name, initials=initials, role=new.role)
