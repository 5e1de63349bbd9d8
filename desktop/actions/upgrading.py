"""Bring the records file of an earlier program up to date: a copy of it, proved, then swapped."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime

from desktop.actions.backing_up import back_up
from desktop.errors import DeskError
from desktop.office import swap
from desktop.office.keys import VaultKeys
from desktop.paths import Home
from desktop.records.backups import Why
from desktop.records.person import Initials
from desktop.store import queries
from desktop.store import vault as records
from desktop.store.copying import copy_under
from desktop.store.journal import Event
from desktop.store.schema import VERSION
from desktop.store.store import Store


def bring_up_to_date(home: Home, vault: VaultKeys, person: int, *, at: datetime) -> bool:
    """Give an older records file today's tables; whether there was anything to do.

    A copy is put by first. The file itself is only read: its copy is brought up to date, checked
    from end to end, journaled, and put in its place. Nobody may have the file open.

    Raises:
        DeskError: disk faults, ``copy_failed``, ``tampered``, ``newer``; the file is as before.
    """
    before = records.schema_of(home.records_file, vault.database)
    if before == VERSION:
        return False
    back_up(home, vault, Why.BEFORE_MIGRATING, at=at)
    with swap.made_together(home.folder) as folder:
        made = Home(folder=folder)
        copy_under(home.records_file, vault.database, made.records_file, vault)
        with closing(Store.open(made.records_file, vault)) as store:
            event = Event(kind="office.upgraded", facts={"from": before, "to": VERSION})
            with store.change(event, by=_signed(store, person, at)):
                pass
            store.require_mark()
    return True


def _signed(store: Store, person: int, at: datetime) -> Initials:
    found = next((one for one in queries.people(store) if one.id == person), None)
    if found is None:
        raise DeskError(
            "person_left", "This person no longer signs in here.", "Sign in as somebody else."
        )
    return Initials(person=found.id, initials=found.initials, at=at)
