"""Set the office up, sign in, and keep its page, its people and its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.actions.changes import Changes
from desktop.errors import DeskError, folder_refuses
from desktop.office import key_files, keys, swap
from desktop.office.keys import VaultKeys
from desktop.office.sealing import KdfCost
from desktop.paths import Home
from desktop.records.ids import new_id
from desktop.records.person import Initials, Person
from desktop.records.place import Place
from desktop.records.roles import shipped_roles
from desktop.records.school import School
from desktop.store import mark, office, queries
from desktop.store.journal import Event
from desktop.store.store import Store

if TYPE_CHECKING:  # signing in needs no dates
    from desktop.actions.days import Moved
    from desktop.actions.people import NewPerson
    from desktop.records.law import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open office: the store, who is signed in, and the vault's keys for further threads."""

    store: Store
    person: Person
    keys: VaultKeys


def create_office(
    home: Home,
    school: School,
    first: NewPerson,
    *,
    places: Sequence[Place],
    at: datetime,
    recovery: str,
    cost: KdfCost | None = None,
) -> Opened:
    """Make the records file of a new office, with its first person, and open it.

    All is made in a folder of its own and put in place together when it is whole: a try that fails
    leaves nothing behind. ``places`` are the first list to search, in order, and
    ``recovery`` is the code that was printed.

    Raises:
        DeskError: ``exists``, ``cannot_write``, disk faults; what ``check_school`` and
            ``check_person`` refuse; ``role``: the first person looks after the others.
    """
    from desktop.actions.people import check_person, names_in  # noqa: PLC0415  # seldom needed

    check_school(school)
    person = check_person(first, at=at, needs_passphrase=True, names=names_in(school))
    shipped_roles().check(person.role, "person.added")  # else nobody could ever be added
    if has_office(home):
        raise DeskError(
            "exists",
            "There is already a records file in this folder.",
            "Open it, or choose another folder for the new office.",
        )
    vault, file = keys.new_vault()
    file = keys.add_person(
        file,
        vault,
        person=person.id,
        label=person.initials,
        passphrase=first.passphrase,
        cost=cost,
    )
    file = keys.set_recovery(file, vault, recovery)
    by = Initials(person=person.id, initials=person.initials, at=at)
    make_folder(home)
    with swap.made_together(home.folder) as folder:
        begun = Home(folder=folder)
        key_files.save(key_files.key_file_of(begun.records_file), file)
        with closing(Store.create(begun.records_file, vault)) as store:
            _fill_new(store, school, person, places, by)
            store.require_mark()
    return open_office(home, person.id, vault)


def has_office(home: Home) -> bool:
    """Whether anything of an office is in ``home``: a records file, or keys of one.

    What an earlier start had begun to put in place is completed first.
    """
    with suppress(OSError):  # a folder that cannot be written may still be read
        swap.finish(home.folder)
    return any(path.exists() for path in _files(home))


def _files(home: Home) -> tuple[Path, ...]:
    """The files of an office."""
    key_file = key_files.key_file_of(home.records_file)
    mark_file = mark.mark_of(home.records_file)
    return (key_file, key_files.twin_of(key_file), mark_file, home.records_file)


def make_folder(home: Home) -> None:
    """Make the office's folder, for this person alone, where there is none.

    Raises:
        DeskError: ``cannot_write``.
    """
    try:
        home.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise folder_refuses() from None


def _fill_new(
    store: Store,
    school: School,
    person: Person,
    places: Sequence[Place],
    by: Initials,
) -> None:
    event = Event(kind="office.created", facts={"state": school.state})
    with store.change(event, by=by) as change:
        office.add_person(change, person)
        office.save_school(change, school)
        office.set_places(change, [replace(place, id=new_id(by.at)) for place in places])


def open_office(home: Home, person: int, vault: VaultKeys) -> Opened:
    """Open the records file for a person whose keys are at hand.

    Raises:
        DeskError: what is wrong with the file; ``person_left`` when they no longer work here.
    """
    store = Store.open(home.records_file, vault)
    found = next((one for one in queries.people(store) if one.id == person), None)
    if found is None or not found.active:
        store.close()
        raise DeskError(
            "person_left", "This person no longer signs in here.", "Sign in as somebody else."
        )
    return Opened(store=store, person=found, keys=vault)


def save_school(
    store: Store, school: School, *, law: Law, by: Initials
) -> tuple[Changes, tuple[Moved, ...]]:
    """Write the school's page; dates of open requests follow state, office days and promise.

    Raises:
        DeskError: ``unknown_state``; what ``check_school`` refuses.
    """
    from desktop.actions.days import redate_all  # noqa: PLC0415  # not needed to sign in

    check_school(school)
    before = queries.school(store)
    changed = [name for name in School.__slots__ if getattr(before, name) != getattr(school, name)]
    event = Event(kind="school.changed", facts={"fields": changed})
    with store.change(event, by=by) as change:
        office.save_school(change, school)
        moved = redate_all(store, change, law)
    changes = Changes.of_calendar()
    return replace(changes, kinds=changes.kinds | Changes.of_office().kinds), moved


def set_places(store: Store, places: Sequence[Place], *, by: Initials) -> Changes:
    """Write the office's list of places records live, in order; those without a name are left."""
    rows = [
        replace(
            place,
            id=place.id or new_id(by.at),
            name=place.name.strip(),
            keeper=place.keeper.strip(),
        )
        for place in places
        if place.name.strip()
    ]
    with store.change(Event(kind="places.changed", facts={"places": len(rows)}), by=by) as change:
        office.set_places(change, rows)
    return Changes.of_office()


def check_school(school: School) -> None:
    """Refuse a page without what the program cannot do without.

    Raises:
        DeskError: the first of ``school_faults``.
    """
    for fault in school_faults(school):
        raise fault


def school_faults(school: School) -> Iterator[DeskError]:
    """What is missing on a page: ``school_name``, ``no_state``, ``office_days``."""
    if not school.name.strip():
        yield DeskError("school_name", "The school has no name.", "Type it as on the letterhead.")
    if not school.state:
        yield DeskError(
            "no_state", "The state is missing.", "Choose it: its rules and holidays apply."
        )
    if not school.office_days:
        yield DeskError("office_days", "The office is never open.", "Tick the days it is.")
