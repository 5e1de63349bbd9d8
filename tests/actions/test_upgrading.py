"""An older records file is brought up to date on a copy; a newer one is refused."""

from __future__ import annotations

import shutil

import pytest

from desktop.actions.restoring import offered_in
from desktop.actions.upgrading import bring_up_to_date
from desktop.errors import DeskError
from desktop.office import key_files, keys
from desktop.office.keys import VaultKeys
from desktop.paths import Home
from desktop.records.backups import Why
from desktop.records.ids import PersonId
from desktop.store import schema, vault
from desktop.store.copying import copy_pages
from desktop.store.store import Store
from desktop.store.verify import Outcome, verify
from tests.offices import AT, CHEAP, PASSPHRASE
from tests.store.files import DATABASE_KEY
from tests.store.fixture import fixture_of

EARLIER = range(1, schema.VERSION)


class _Former(VaultKeys):
    """The keys of a vault whose journal was begun with the fixture's key."""

    @property
    def journal(self) -> bytes:
        return bytes(range(32, 64))


@pytest.fixture(params=EARLIER, ids=lambda one: f"schema {one}")
def earlier(request, tmp_path):
    """An office of an earlier program, with its keys."""
    home = Home(folder=tmp_path / "home")
    home.folder.mkdir(mode=0o700)
    made, file = keys.new_vault()
    found = _Former(vault_key=made.vault_key)
    file = keys.add_person(
        file, made, person=PersonId(1), label="JR", passphrase=PASSPHRASE, cost=CHEAP
    )
    key_files.save(key_files.key_file_of(home.records_file), file)
    copy_pages(fixture_of(request.param), DATABASE_KEY, home.records_file, found.database)
    return home, found


def test_an_older_file_does_not_open_before_it_is_brought_up_to_date(earlier):
    home, found = earlier
    before = home.records_file.read_bytes()
    with pytest.raises(DeskError, match="older"):
        Store.open(home.records_file, found)
    assert home.records_file.read_bytes() == before


def test_it_is_brought_up_to_date_with_a_copy_put_by_first(earlier):
    home, found = earlier
    assert bring_up_to_date(home, found, 1, at=AT)
    verified = verify(home.records_file, found)
    assert (verified.outcome, verified.standing.state) == (Outcome.CLEAN, "even")
    store = Store.open(home.records_file, found)
    assert store.rows("select number from request") == [("2026-0001",)]
    (last,) = store.rows("select kind from event order by seq desc limit 1")
    assert last == ("office.upgraded",)
    store.close()
    (before,) = offered_in(home.folder)
    assert before.note.why is Why.BEFORE_MIGRATING
    assert before.note.schema < schema.VERSION


def test_it_happens_once(earlier):
    home, found = earlier
    bring_up_to_date(home, found, 1, at=AT)
    assert not bring_up_to_date(home, found, 1, at=AT)


def test_a_file_that_cannot_be_brought_up_to_date_stays_as_it_was(earlier):
    home, found = earlier
    before = home.records_file.read_bytes()
    other = VaultKeys(vault_key=found.vault_key)  # the journal does not follow from this key
    with pytest.raises(DeskError, match="tampered"):
        bring_up_to_date(home, other, 1, at=AT)
    assert home.records_file.read_bytes() == before
    assert not (home.folder / "next").exists()


def test_a_newer_file_is_refused_with_both_versions(earlier, tmp_path):
    home, found = earlier
    with vault.keyed(home.records_file, found.database) as connection:
        connection.execute(f"pragma user_version = {schema.VERSION + 1}")
    connection.close()
    shutil.copy(home.records_file, tmp_path / "kept")
    with pytest.raises(DeskError) as caught:
        bring_up_to_date(home, found, 1, at=AT)
    assert caught.value.code == "newer"
    assert f"version {schema.VERSION + 1}" in caught.value.message
    assert f"up to {schema.VERSION}" in caught.value.message
    assert home.records_file.read_bytes() == (tmp_path / "kept").read_bytes()
