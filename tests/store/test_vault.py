"""The encrypted file: what is refused, in which words, and that a refusal changes nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat

import pytest

from desktop.errors import DeskError
from desktop.store import engine, schema, vault
from desktop.store.raw_pages import log_of
from tests.store.files import (
    DATABASE_KEY,
    KEYS,
    PAGE,
    create,
    names,
    powerless,
    rename,
    reopen,
    snapshot,
)


@pytest.fixture
def refused(path):
    """Opening is refused with a code; the folder stays as it is, byte for byte."""

    def check(key: bytes = DATABASE_KEY) -> DeskError:
        before = snapshot(path.parent)
        with pytest.raises(DeskError) as caught:
            reopen(path, key)
        assert snapshot(path.parent) == before
        assert caught.value.message
        assert caught.value.remedy
        return caught.value

    return check


def open_and_change(path) -> None:
    rename(reopen(path), "Somebody Else")


def test_a_file_reads_back_what_was_written(closed_file):
    store = reopen(closed_file)
    assert names(store) == ["Jo Reyes"]
    store.close()


def test_a_missing_file_is_not_made(path, refused):
    assert refused().code == "missing"


def test_an_empty_file_is_not_filled(path, refused):
    path.touch()
    assert refused().code == "empty"


@pytest.mark.parametrize("cut", [1, 100, PAGE - 1, PAGE + 1])
def test_a_file_cut_within_a_page_is_told_as_cut(closed_file, refused, cut):
    os.truncate(closed_file, closed_file.stat().st_size - cut)
    assert refused().code == "truncated"


def test_a_page_half_written_from_the_log_is_written_again_from_it(path, tmp_path):
    """The power went while the log was brought into the file: its newest page is torn."""
    store = create(path)
    store.sweep_log()
    pages = path.stat().st_size // PAGE
    rename(store, "A long name " * PAGE)
    for one in (path, log_of(path)):
        shutil.copy(one, tmp_path)
    store.close()
    torn = tmp_path / path.name
    with torn.open("ab") as file:
        file.write(path.read_bytes()[pages * PAGE :][: PAGE // 2])
    again = reopen(torn)
    assert names(again) == ["A long name " * PAGE]
    assert again.rows("pragma integrity_check") == [("ok",)]
    again.close()


def test_a_file_cut_within_a_page_its_log_does_not_hold_is_told_as_cut(path, tmp_path):
    store = create(path)
    store.sweep_log()
    rename(store, "Somebody Else")
    for one in (path, log_of(path)):
        shutil.copy(one, tmp_path)
    store.close()
    cut = tmp_path / path.name
    os.truncate(cut, cut.stat().st_size - PAGE // 2)
    with pytest.raises(DeskError, match="truncated"):
        reopen(cut)


@pytest.mark.parametrize("pages", [1, 5])
def test_a_file_cut_between_pages_is_told_as_damaged(closed_file, refused, pages):
    os.truncate(closed_file, closed_file.stat().st_size - pages * PAGE)
    assert refused().code == "damaged"


def test_a_plain_database_is_not_ours(path, refused):
    with sqlite3.connect(path) as plain:
        plain.execute("create table diary (line text)")
    plain.close()
    assert refused().code == "foreign"


def test_an_encrypted_database_of_another_program_is_not_ours(path, refused):
    other = engine.connect(str(path))
    engine.set_key(other, DATABASE_KEY)
    other.execute("create table diary (line text)")
    other.close()
    assert refused().code == "foreign"


def test_random_bytes_do_not_open(path, refused):
    path.write_bytes(os.urandom(PAGE * 3))
    assert refused().code == "wrong_key"


def test_a_text_file_is_not_taken_for_records(path, refused):
    path.write_text("Dear Ms. Reyes, please find enclosed")
    assert refused().code == "truncated"


def test_a_folder_is_not_taken_for_a_file(path, refused):
    path.mkdir()
    assert refused().code == "cannot_open"


def test_a_wrong_key_is_told_and_harms_nothing(closed_file, refused):
    assert refused(bytes(32)).code == "wrong_key"
    store = reopen(closed_file)
    assert names(store) == ["Jo Reyes"]
    store.close()


@pytest.mark.parametrize("key", [b"", b"short", bytes(31), bytes(33), b"x" * 64])
def test_a_key_of_another_length_never_reaches_the_engine(closed_file, key):
    with pytest.raises(ValueError, match="32 bytes"):
        reopen(closed_file, key)


def test_a_file_from_a_newer_program_is_refused_naming_both_versions(closed_file, refused):
    store = reopen(closed_file)
    store._connection.execute(f"pragma user_version = {schema.VERSION + 6}")
    store.close()
    fault = refused()
    assert fault.code == "newer"
    assert f"version {schema.VERSION + 6}" in fault.message
    assert f"up to {schema.VERSION}" in fault.message


def test_a_page_that_was_changed_is_found_when_it_is_read(closed_file):
    size = closed_file.stat().st_size
    with closed_file.open("r+b") as file:
        file.seek(PAGE)
        file.write(os.urandom(size - PAGE))
    with pytest.raises(DeskError) as caught:
        names(reopen(closed_file))
    assert caught.value.code == "damaged"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("cipher_version", None),
        ("cipher_page_size", "4096"),
    ],
)
def test_the_safety_settings_hold_after_opening(closed_file, setting, value):
    store = reopen(closed_file)
    ((found,),) = store.rows(f"pragma {setting}")
    store.close()
    assert found == value if value is not None else found


def test_an_engine_without_encryption_is_refused(path):
    plain = sqlite3.connect(":memory:")
    with pytest.raises(DeskError) as caught:
        engine.check(plain)
    plain.close()
    assert caught.value.code == "engine"


def test_a_setting_that_does_not_hold_is_refused(path):
    memory = engine.connect(":memory:")  # cannot keep a write-ahead log
    with pytest.raises(DeskError) as caught:
        vault._apply_settings(memory)
    memory.close()
    assert caught.value.code == "engine"
    assert "journal_mode" in caught.value.message


def test_a_new_file_never_replaces_one_that_is_there(closed_file):
    before = snapshot(closed_file.parent)
    with pytest.raises(DeskError) as caught:
        vault.create(closed_file, KEYS)
    assert caught.value.code == "exists"
    assert snapshot(closed_file.parent) == before


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_a_new_file_and_its_folder_are_private(tmp_path):
    path = tmp_path / "new" / "office.records"
    create(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_a_folder_that_refuses_gets_a_sentence_and_no_file():
    with powerless() as folder:
        folder.chmod(0o500)
        with pytest.raises(DeskError) as caught:
            vault.create(folder / "office.records", KEYS)
        assert caught.value.code == "cannot_write"
        assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_a_file_nobody_may_read_gets_a_sentence():
    with powerless() as folder:
        path = folder / "office.records"
        create(path).close()
        path.chmod(0o000)
        with pytest.raises(DeskError) as caught:
            reopen(path)
        assert caught.value.code == "cannot_open"


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o400, 0o700), (0o600, 0o500)])
def test_a_place_that_only_reads_is_told_and_stays(file_mode, folder_mode):
    with powerless() as folder:
        path = folder / "office.records"
        create(path).close()
        before = snapshot(folder)
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        with pytest.raises(DeskError) as caught:
            open_and_change(path)
        folder.chmod(0o700)
        assert caught.value.code in {"read_only", "cannot_open"}
        assert snapshot(folder)[path.name] == before[path.name]
