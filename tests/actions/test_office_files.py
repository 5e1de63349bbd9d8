"""Making an office's files and signing in: whole or not at all, and every fault in words."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from desktop.actions.office import create_office, has_office, open_office
from desktop.actions.people import NewPerson, add_person, give_passphrase, person_leaves
from desktop.actions.signing_in import (
    look_at_office,
    recall_office,
    remember_or_forget,
    unlock_office,
)
from desktop.errors import DeskError
from desktop.office import key_files
from desktop.paths import Home
from desktop.records.person import Role
from desktop.store import engine, queries
from desktop.store.store import Store
from tests.office.fake_keychain import MemoryKeychain, no_keychain
from tests.offices import AT, CHEAP, CODE, PASSPHRASE, a_school, an_office

OTHER = "quiet river under stones"


@pytest.fixture
def home(tmp_path):
    """A closed office with one person."""
    office = an_office(tmp_path / "home")
    office.store.close()
    return office.home


def person_of(home):
    return key_files.load(key_files.key_file_of(home.records_file)).slots[0].person


def refusal(call, *arguments, **named):
    with pytest.raises(DeskError) as caught:
        call(*arguments, **named)
    return caught.value.code


def a_first(**override):
    values = {
        "name": "Jo Reyes",
        "initials": "JR",
        "role": Role.REGISTRAR,
        "passphrase": PASSPHRASE,
    }
    return NewPerson(**{**values, **override})


def create(home, school=None, first=None):
    return create_office(
        home,
        school or a_school(),
        first or a_first(),
        places=[],
        at=AT,
        recovery=CODE,
        cost=CHEAP,
    )


# Making


def test_the_files_of_a_new_office_are_private_and_nothing_else_is_left(home):
    assert {one.name for one in home.folder.iterdir()} == {
        "office.keys",
        "office.keys2",
        "office.mark",
        "office.records",
    }
    assert all(one.stat().st_mode & 0o077 == 0 for one in home.folder.iterdir())


@pytest.mark.parametrize("left", ["office.records", "office.keys", "office.keys2", "office.mark"])
def test_nothing_is_ever_made_over_what_is_left_of_an_office(home, left):
    for one in list(home.folder.iterdir()):
        if one.name != left:
            one.unlink()
    kept = (home.folder / left).read_bytes()
    assert has_office(home)
    assert refusal(create, home) == "exists"
    assert (home.folder / left).read_bytes() == kept


def test_a_disk_that_fills_up_half_way_leaves_nothing_and_a_second_try_works(tmp_path):
    resource = pytest.importorskip("resource")
    home = Home(folder=tmp_path / "home")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16 * 1024, hard))  # the keys fit, the records not
    try:
        code = refusal(create, home)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert code in {"disk_full", "disk", "cannot_write"}
    assert not has_office(home)
    assert not list(home.folder.iterdir())
    create(home).store.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert refusal(create, Home(folder=blocked)) == "cannot_write"


@pytest.mark.parametrize(
    ("school", "first", "code"),
    [
        (a_school(name="  "), a_first(), "school_name"),
        (a_school(state=""), a_first(), "no_state"),
        (a_school(office_days=frozenset()), a_first(), "office_days"),
        (a_school(), a_first(name=""), "person_name"),
        (a_school(), a_first(initials=" "), "person_name"),
        (a_school(), a_first(passphrase="short"), "passphrase_short"),
    ],
)
def test_what_is_missing_is_refused_before_anything_is_written(tmp_path, school, first, code):
    home = Home(folder=tmp_path / "home")
    assert refusal(create, home, school, first) == code
    assert not home.folder.exists()


# Signing in


def test_the_right_passphrase_opens_and_the_wrong_one_does_not(home):
    person = person_of(home)
    found = unlock_office(home, person, PASSPHRASE)
    opened = open_office(home, person, found)
    assert opened.person.initials == "JR"
    opened.store.close()
    assert refusal(unlock_office, home, person, PASSPHRASE + " ") == "wrong_passphrase"


def damage(path, change):
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda _whole: b"", "empty"),
        (lambda whole: whole[:-100], "truncated"),
        (lambda _whole: b"SQLite format 3\x00" + b"\x00" * 4080, "foreign"),
        (lambda _whole: b"%PDF-1.7\n" + b"x" * 5000, "truncated"),
    ],
)
def test_a_faulty_records_file_is_told_before_any_passphrase(home, change, code):
    damage(home.records_file, change)
    kept = home.records_file.read_bytes()
    assert refusal(look_at_office, home) == code
    assert home.records_file.read_bytes() == kept


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda whole: b"\x5a" * len(whole), "wrong_key"),
        (lambda whole: whole[:4096] + b"\x5a" * (len(whole) - 4096), "damaged"),
        (lambda whole: whole[:8192], "damaged"),
    ],
)
def test_a_file_that_looks_whole_from_outside_is_told_when_it_opens(home, change, code):
    person = person_of(home)
    damage(home.records_file, change)
    look_at_office(home)
    assert refusal(unlock_office, home, person, PASSPHRASE) in {code, "wrong_key"}


def test_a_file_from_a_newer_program_is_told(home):
    person = person_of(home)
    found = unlock_office(home, person, PASSPHRASE)
    connection = engine.connect(str(home.records_file))
    engine.set_key(connection, found.database)
    connection.execute("pragma user_version = 999")
    connection.close()
    assert refusal(unlock_office, home, person, PASSPHRASE) == "newer"


def test_a_missing_records_file_is_told_and_not_made(home):
    home.records_file.unlink()
    assert refusal(look_at_office, home) == "missing"
    assert not home.records_file.exists()


def test_one_damaged_key_file_is_replaced_by_its_twin(home):
    key_files.key_file_of(home.records_file).write_text("{")
    assert look_at_office(home).slots[0].label == "JR"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "keys_missing"),
        (b"", "keys_damaged"),
        (b"{}", "keys_damaged"),
        (b"\x00\xff", "keys_damaged"),
        (b'{"format":"records-desk keys","version":1,"vault":"0","slots":[]}', "keys_damaged"),
        (b'{"format":"records-desk keys","version":9}', "newer"),
    ],
)
def test_keys_that_are_missing_or_damaged_are_told(home, content, code):
    for path in (first := key_files.key_file_of(home.records_file), key_files.twin_of(first)):
        path.unlink() if content is None else path.write_bytes(content)
    assert refusal(look_at_office, home) == code


def test_a_letter_that_cannot_be_in_a_key_makes_the_file_damaged_not_the_program(home):
    path = key_files.key_file_of(home.records_file)
    file = key_files.load(path)
    spoiled = replace_slot(file, salt="not base64!")
    key_files.save(path, spoiled)
    assert refusal(look_at_office, home) == "keys_damaged"


def replace_slot(file, **changes):
    import msgspec  # noqa: PLC0415

    slot = msgspec.structs.replace(file.slots[0], **changes)
    return msgspec.structs.replace(file, slots=(slot,))


# The keychain


def test_what_was_remembered_opens_and_what_was_forgotten_does_not(home):
    file, chain = look_at_office(home), MemoryKeychain()
    found = unlock_office(home, person_of(home), PASSPHRASE)
    remember_or_forget(file, person_of(home), found, wanted=True, find=chain.find)
    recalled = recall_office(home, file, chain.find)
    assert recalled.person == person_of(home)
    assert recalled.keys.vault_key == found.vault_key
    remember_or_forget(file, person_of(home), found, wanted=False, find=chain.find)
    assert recall_office(home, file, chain.find) is None
    assert not chain.kept


@pytest.mark.parametrize("secret", ["", "7:", "x:AAAA", "7:not base64!", "7:" + "A" * 44])
def test_a_stale_copy_is_passed_over_quietly(home, secret):
    file = look_at_office(home)
    chain = MemoryKeychain(kept={("Records Desk", file.vault): secret})
    assert recall_office(home, file, chain.find) is None


def test_no_keychain_or_a_locked_one_means_asking(home):
    file = look_at_office(home)
    assert recall_office(home, file, no_keychain) is None
    assert recall_office(home, file, MemoryKeychain(fault=OSError("locked")).find) is None


# Colleagues


def test_a_colleague_who_left_is_not_let_in_by_an_old_copy(tmp_path):
    office = an_office(tmp_path / "home")
    store, home, vault = office.store, office.home, office.opened.keys
    add_person(store, home, vault, a_first(name="Sam Lee", initials="SL"), by=office.sign())
    sam = next(one for one in queries.people(store) if one.initials == "SL")
    file, chain = look_at_office(home), MemoryKeychain()
    found = unlock_office(home, sam.id, PASSPHRASE)
    remember_or_forget(file, sam.id, found, wanted=True, find=chain.find)
    assert recall_office(home, file, chain.find)
    person_leaves(store, home, found, sam, by=office.sign())
    assert recall_office(home, file, chain.find) is None
    assert [slot.label for slot in look_at_office(home).slots] == ["JR"]
    store.close()


def test_a_forgotten_passphrase_is_replaced_by_a_colleague_and_journaled(office):
    store, home, vault = office.store, office.home, office.opened.keys
    add_person(store, home, vault, a_first(name="Sam Lee", initials="SL"), by=office.sign())
    sam = next(one for one in queries.people(store) if one.initials == "SL")
    give_passphrase(store, home, vault, sam, OTHER, by=office.sign())
    assert refusal(unlock_office, home, sam.id, PASSPHRASE) == "wrong_passphrase"
    assert unlock_office(home, sam.id, OTHER).vault_key == vault.vault_key
    assert store.rows("select kind from event order by seq desc limit 1") == [("person.way_in",)]
    gone = replace(sam, active=False)
    assert refusal(give_passphrase, store, home, vault, gone, OTHER, by=office.sign()) == (
        "person_left"
    )


def test_a_passphrase_that_is_too_short_changes_nothing(office):
    store, home, vault = office.store, office.home, office.opened.keys
    before = key_files.key_file_of(home.records_file).read_bytes()
    code = refusal(
        give_passphrase, store, home, vault, office.opened.person, "short", by=office.sign()
    )
    assert code == "passphrase_short"
    assert key_files.key_file_of(home.records_file).read_bytes() == before


def test_records_and_keys_of_different_offices_do_not_open(home, tmp_path):
    other = an_office(tmp_path / "other")
    other.store.close()
    shutil.copy(other.home.records_file, home.records_file)
    assert refusal(unlock_office, home, person_of(home), PASSPHRASE) == "wrong_key"


def test_the_store_is_left_closed_after_a_passphrase_was_proved(home):
    found = unlock_office(home, person_of(home), PASSPHRASE)
    store = Store.open(home.records_file, found)
    store.close()
    assert not home.records_file.with_name("office.records-wal").exists()
