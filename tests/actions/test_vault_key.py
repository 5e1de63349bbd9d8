"""A new vault key for all who stay, and the way back in by the printed code."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.actions.office import open_office
from desktop.actions.people import NewPerson, add_person, person_leaves
from desktop.actions.signing_in import look_at_office, recall_office, remember_or_forget
from desktop.actions.signing_in import unlock_office as unlock
from desktop.actions.vault_key import (
    change_vault_key,
    recover_office,
    recovery_page,
    set_recovery_code,
)
from desktop.errors import DeskError
from desktop.office import key_files, keys, swap
from desktop.office.recovery import groups, new_code
from desktop.records.person import Initials, Role
from desktop.store import queries
from desktop.store.mark import State
from desktop.store.store import Store
from desktop.store.verify import Outcome, verify
from tests.letters.pages import texts
from tests.office.fake_keychain import MemoryKeychain
from tests.offices import AT, CODE, PASSPHRASE, a_school, an_office, the_wording
from tests.store.files import broken_entry

OTHER = "quiet river under stones"


@pytest.fixture
def two(tmp_path):
    """A closed office with a request, from which Sam has left."""
    office = an_office(tmp_path / "home")
    office.log()
    new = NewPerson(name="Sam Lee", initials="SL", role=Role.FRONT_OFFICE, passphrase=OTHER)
    add_person(office.store, office.home, office.opened.keys, new, by=office.sign())
    sam = next(one for one in queries.people(office.store) if one.initials == "SL")
    person_leaves(office.store, office.home, office.opened.keys, sam, by=office.sign())
    office.store.close()
    return office


def person_of(home):
    return look_at_office(home).slots[0].person


def requests(home, found):
    opened = open_office(home, person_of(home), found)
    numbers = [row[0] for row in opened.store.rows("select number from request")]
    assert broken_entry(opened.store) is None
    opened.store.close()
    return numbers


def test_after_somebody_left_the_next_sign_in_gives_the_file_a_new_key(two):
    home, old = two.home, two.opened.keys
    found = unlock(home, person_of(home), PASSPHRASE)
    assert found.database != old.database
    assert requests(home, found) == ["2026-0001"]
    with pytest.raises(DeskError, match="wrong_key"):
        Store.open(home.records_file, old)
    assert unlock(home, person_of(home), PASSPHRASE) == found
    assert sorted(one.name for one in home.folder.iterdir()) == [
        "backups", "office.keys", "office.keys2", "office.mark", "office.records",
    ]  # fmt: skip
    assert all(one.stat().st_mode & 0o077 == 0 for one in home.folder.iterdir())


def test_the_journal_tells_of_the_new_key_and_its_chain_holds_across_it(two):
    found = unlock(two.home, person_of(two.home), PASSPHRASE)
    verified = verify(two.home.records_file, found)
    assert (verified.outcome, verified.standing.state) == (Outcome.CLEAN, State.EVEN)
    store = Store.open(two.home.records_file, found)
    (last,) = store.rows("select kind from event order by seq desc limit 1")
    assert last == ("vault.key_changed",)
    store.close()


def test_a_remembered_key_is_changed_in_the_keychain_as_well(two):
    home, chain = two.home, MemoryKeychain()
    file, old = look_at_office(home), two.opened.keys
    remember_or_forget(file, person_of(home), old, wanted=True, find=chain.find)
    first = recall_office(home, file, chain.find)
    assert first.keys.database != old.database
    assert recall_office(home, look_at_office(home), chain.find) == first


@pytest.mark.parametrize("fails_at", range(12))
def test_stopped_anywhere_the_office_opens_with_everything_in_it(two, monkeypatch, fails_at):
    """Every step on the disk fails in turn, as when the computer stops there."""
    home, steps = two.home, 0

    def stopping(real):
        def step(*arguments, **named):
            nonlocal steps
            steps += 1
            if steps > fails_at:
                raise OSError(5, "stopped")
            return real(*arguments, **named)

        return step

    with monkeypatch.context() as patch:
        for name in ("rename", "replace", "unlink", "rmdir", "mkdir"):
            patch.setattr(Path, name, stopping(getattr(Path, name)))
        patch.setattr(shutil, "rmtree", lambda *_arguments, **_named: None)
        with suppress(DeskError, OSError):
            change_vault_key(home, look_at_office(home), two.opened.keys, by=two.sign())
    found = unlock(home, person_of(home), PASSPHRASE)
    assert requests(home, found) == ["2026-0001"]
    assert not look_at_office(home).change_due
    assert verify(home.records_file, found).outcome is Outcome.CLEAN
    assert {one.name for one in home.folder.iterdir() if one.is_dir()} <= {"backups"}


def test_a_stale_log_beside_the_old_file_does_not_undo_the_new_one(two):
    home = two.home
    wal = home.records_file.with_name("office.records-wal")
    with swap.made_together(home.folder) as folder:
        shutil.copy(home.records_file, folder / "office.records")
        wal.write_bytes(b"stale")
    assert not wal.exists()


def test_the_recovery_code_gives_a_new_passphrase_and_is_journaled(two):
    home, person = two.home, person_of(two.home)
    found = recover_office(home, CODE, person, OTHER, at=AT)
    assert requests(home, found) == ["2026-0001"]
    with pytest.raises(DeskError, match="wrong_passphrase"):
        unlock(home, person, PASSPHRASE)
    assert requests(home, unlock(home, person, OTHER)) == ["2026-0001"]


@pytest.mark.parametrize(
    ("code", "passphrase", "refused"),
    [
        ("7" * 32, OTHER, "recovery_code"),
        (CODE, "short", "passphrase_short"),
        (CODE, "Maple Grove School 1", "passphrase_names"),
    ],
)
def test_what_is_refused_changes_nothing(two, code, passphrase, refused):
    before = key_files.key_file_of(two.home.records_file).read_bytes()
    with pytest.raises(DeskError, match=refused):
        recover_office(two.home, code, person_of(two.home), passphrase, at=AT)
    assert key_files.key_file_of(two.home.records_file).read_bytes() == before


def test_a_code_made_anew_ends_the_one_before_and_outlives_a_new_key(two):
    home, code = two.home, new_code()
    found = unlock(home, person_of(home), PASSPHRASE)
    store = Store.open(home.records_file, found)
    set_recovery_code(store, home, found, code, by=two.sign())
    store.close()
    with pytest.raises(DeskError, match="recovery_code"):
        keys.recover(look_at_office(home), CODE)
    assert keys.recover(look_at_office(home), code) == found


def test_the_printed_page_says_what_the_code_is_for():
    page = recovery_page(a_school(), CODE, the_wording(), on=AT.date())
    (text,) = texts(page)
    assert CODE in text
    assert all(group in text for group in groups(CODE))
    assert "the records are lost" in text


def test_the_last_one_who_looks_after_people_is_not_taken_off(office):
    store, home, vault = office.store, office.home, office.opened.keys
    for name, initials, role in (
        ("Sam Lee", "SL", Role.FRONT_OFFICE),
        ("Al Roe", "AR", Role.PRINCIPAL),
    ):
        words = OTHER if role is Role.FRONT_OFFICE else ""
        new = NewPerson(name=name, initials=initials, role=role, passphrase=words)
        add_person(store, home, vault, new, by=office.sign())
    principal = next(one for one in queries.people(store) if one.initials == "AR")
    by = Initials(person=principal.id, initials="AR", at=AT)
    with pytest.raises(DeskError, match="last_person"):
        person_leaves(store, home, vault, office.opened.person, by=by)
    assert len(look_at_office(home).slots) == 2
    assert all(one.active for one in queries.people(store))
