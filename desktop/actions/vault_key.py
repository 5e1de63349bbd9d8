"""A new vault key after somebody left, and the recovery code: made, made anew, used."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime

from desktop.actions.backing_up import back_up
from desktop.actions.changes import Changes
from desktop.actions.office import open_office
from desktop.actions.people import names_in_office
from desktop.letters.page import Letterhead, Page, draw
from desktop.office import key_files, keys, swap
from desktop.office.keys import KeyFile, VaultKeys
from desktop.office.passphrase import check_passphrase
from desktop.office.recovery import groups
from desktop.paths import Home
from desktop.records.backups import Why
from desktop.records.person import Initials
from desktop.records.school import School
from desktop.store.copying import copy_under
from desktop.store.journal import Event
from desktop.store.mark import State
from desktop.store.store import Store
from desktop.wording.sentences import Wording


def change_vault_key(home: Home, file: KeyFile, vault: VaultKeys, *, by: Initials) -> VaultKeys:
    """Give the office's files a new vault key, for everybody who has a way in; gives the new keys.

    A copy is put by first. The file is copied under the new key, proved, and put in place together
    with the new key file: whoever left can open nothing written from now on, also with a copy of
    the old key file. Nobody may have the records file open.

    Raises:
        DeskError: disk faults, ``copy_failed``; the office is as before.
    """
    source = home.records_file
    with closing(Store.open(source, vault)) as store:
        last = store.head().seq
    back_up(home, vault, Why.BEFORE_NEW_KEY, at=by.at)
    changed, new = keys.with_new_key(file, vault, last=last)
    with swap.made_together(home.folder) as folder:
        made = Home(folder=folder)
        copy_under(source, vault.database, made.records_file, new)
        with closing(Store.open(made.records_file, new)) as store:
            with store.change(Event(kind="vault.key_changed"), by=by):
                pass
            store.require_mark()
        key_files.save(key_files.key_file_of(made.records_file), changed)
    return new


def vouch_again(store: Store, *, by: Initials) -> bool:
    """Where the mark was missing or could not be read when the file was opened, make a new one.

    It is journaled, since an older file could have been put back meanwhile; gives whether it was.
    """
    found = store.standing
    if found is None or found.state not in {State.MISSING, State.DAMAGED}:
        return False
    with store.change(Event(kind="mark.renewed", facts={"state": found.state}), by=by):
        pass
    return True


def set_recovery_code(
    store: Store, home: Home, vault: VaultKeys, code: str, *, by: Initials
) -> Changes:
    """Make ``code`` the office's recovery code, once it is on paper; the one before ends.

    Raises:
        DeskError: ``recovery_code``: it is none.
    """
    path = key_files.key_file_of(home.records_file)
    file = keys.set_recovery(key_files.load_sound(path, vault), vault, code)
    with store.change(Event(kind="vault.recovery_code"), by=by):
        key_files.save(path, file)
    return Changes.of_office()


def recovery_page(school: School, code: str, wording: Wording, *, on: date) -> bytes:
    """The page with the code, as a PDF for the printer; what to do with it stands on it."""
    spaced = "   ".join(f"{place}. {group}" for place, group in enumerate(groups(code), start=1))
    page = Page(
        letterhead=Letterhead(school=school),
        recipient=(),
        on=on,
        reference="",
        title=wording.text("recovery.title"),
        text=wording.text("recovery.text", letters=code, groups=spaced),
    )
    return draw(page)


def recover_office(
    home: Home, code: str, person: int, passphrase: str, *, at: datetime
) -> VaultKeys:
    """Open the office with its recovery code and give ``person`` a new passphrase; journaled.

    Raises:
        DeskError: ``recovery_code``; ``person_left``; what ``check_passphrase`` refuses.
    """
    path = key_files.key_file_of(home.records_file)
    vault = key_files.opened_with(path, lambda file: keys.recover(file, code))
    opened = open_office(home, person, vault)
    with closing(opened.store) as store:
        check_passphrase(passphrase, names_in_office(store))
        file = keys.add_person(
            key_files.load_sound(path, vault),
            vault,
            person=opened.person.id,
            label=opened.person.initials,
            passphrase=passphrase,
        )
        event = Event(kind="vault.recovered", facts={"person": opened.person.id})
        signed = Initials(person=opened.person.id, initials=opened.person.initials, at=at)
        with store.change(event, by=signed):
            key_files.save(path, file)
    return vault
