"""The mark beside the file: an older file is found, and a computer that stopped is no alarm."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import replace

import pytest

from desktop.errors import DeskError
from desktop.store.journal import Event
from desktop.store.mark import Mark, State, mark_of
from desktop.store.store import Store
from desktop.store.verify import Outcome, verify
from tests.store.files import BY, KEYS, create, rename, reopen

SHARE, MANY = 12, 500


def saved(path, times: int) -> None:
    store = reopen(path)
    for number in range(times):
        rename(store, f"Somebody {number}")
    store.close()


def state(path) -> State:
    store = reopen(path)
    store.close()
    return store.standing.state


def test_the_mark_is_even_after_each_save(store, path):
    for number in range(5):
        rename(store, f"Somebody {number}")
        assert Mark(path, KEYS.mark).read() == store.head()


def test_an_older_copy_of_the_file_does_not_open_and_says_what_is_missing(closed_file, tmp_path):
    older = shutil.copy(closed_file, tmp_path / "older")
    saved(closed_file, 11)
    shutil.copy(older, closed_file)
    with pytest.raises(DeskError) as caught:
        reopen(closed_file)
    assert caught.value.code == "rolled_back"
    assert "entry 12 was saved" in caught.value.message
    found = verify(closed_file, KEYS)
    assert (found.outcome, found.standing.missing) == (Outcome.ROLLED_BACK, 11)


def test_a_file_that_lost_its_log_is_found(closed_file, tmp_path):
    store = reopen(closed_file)
    rename(store, "Somebody")
    copy = tmp_path / "copied" / closed_file.name
    copy.parent.mkdir()
    shutil.copy(closed_file, copy)  # without the log, which holds the last save
    shutil.copy(mark_of(closed_file), mark_of(copy))
    store.close()
    assert verify(copy, KEYS).outcome is Outcome.ROLLED_BACK


def test_another_file_that_went_on_from_the_same_entry_is_found(closed_file, tmp_path):
    other = tmp_path / "other" / closed_file.name
    other.parent.mkdir()
    shutil.copy(closed_file, other)
    saved(closed_file, 3)
    store = reopen(other)
    for number in range(4):
        with store.change(Event(kind="person.changed", facts={"person": number}), by=BY):
            pass
    store.close()
    shutil.copy(other, closed_file)
    with pytest.raises(DeskError) as caught:
        reopen(closed_file)
    assert caught.value.code == "tampered"
    assert verify(closed_file, KEYS).outcome is Outcome.TAMPERED


def test_a_mark_that_stayed_behind_is_no_alarm_and_catches_up(closed_file, tmp_path):
    kept = shutil.copy(mark_of(closed_file), tmp_path / "mark")
    saved(closed_file, 3)
    shutil.copy(kept, mark_of(closed_file))
    assert state(closed_file) is State.BEHIND
    assert verify(closed_file, KEYS).outcome is Outcome.CLEAN
    saved(closed_file, 1)
    assert state(closed_file) is State.EVEN


def test_what_follows_a_mark_that_stayed_behind_is_checked(closed_file, tmp_path):
    kept = shutil.copy(mark_of(closed_file), tmp_path / "mark")
    saved(closed_file, 3)
    shutil.copy(kept, mark_of(closed_file))
    store = reopen(closed_file)
    store._connection.execute("drop trigger event_no_update")
    store._connection.execute("update event set initials = 'XX' where seq = 3")
    store.close()
    with pytest.raises(DeskError) as caught:
        reopen(closed_file)
    assert caught.value.code == "tampered"


@pytest.mark.parametrize("cut", range(0, 80, 7))
def test_a_write_cut_short_leaves_the_mark_before(closed_file, cut):
    saved(closed_file, 4)
    data = bytearray(mark_of(closed_file).read_bytes())
    at = 4096 * (5 % 2)  # entry 5 is the newest
    data[at + cut] ^= 1
    mark_of(closed_file).write_bytes(data)
    store = reopen(closed_file)
    store.close()
    assert (store.standing.state, store.standing.marked) == (State.BEHIND, 4)


def test_a_mark_signed_with_another_key_vouches_for_nothing(closed_file):
    store = Store.open(closed_file, replace(KEYS, mark=bytes(32)))
    store.close()
    assert store.standing.state is State.DAMAGED


def test_a_missing_mark_is_told_and_made_with_the_next_save(closed_file):
    mark_of(closed_file).unlink()
    assert state(closed_file) is State.MISSING
    assert verify(closed_file, KEYS).outcome is Outcome.DAMAGED
    saved(closed_file, 1)
    assert state(closed_file) is State.EVEN


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take a file away that is open")
@pytest.mark.parametrize("put", ["nothing", "an older one"])
def test_a_mark_taken_away_while_the_file_is_open_is_made_with_the_next_save(store, path, put):
    rename(store, "Somebody")
    older = mark_of(path).read_bytes()
    rename(store, "Somebody else")
    mark_of(path).unlink()
    if put == "an older one":
        mark_of(path).write_bytes(older)
    rename(store, "Another")
    assert Mark(path, KEYS.mark).read() == store.head()


def test_a_disk_that_does_not_take_the_mark_costs_nobody_a_save(closed_file):
    mark_of(closed_file).unlink()
    mark_of(closed_file).mkdir()
    saved(closed_file, 1)
    store = reopen(closed_file)
    assert store.head().seq == 2
    store.close()


def rolled_back(folder, chance: random.Random) -> bool:
    """Go back to a random earlier moment, sometimes by way of a stale log; True when found."""
    path = folder / "office.records"
    store = create(path)
    copies = []
    for number in range(chance.randrange(2, 6)):
        rename(store, f"Somebody {number}")
        if chance.random() < 0.3:
            store._connection.execute("pragma wal_checkpoint(truncate)")
        copies.append([(one, one.read_bytes()) for one in folder.glob("office.records*")])
    store.close()
    for one in folder.glob("office.records*"):
        one.unlink()
    files = chance.choice(copies[:-1])
    for one, data in files:
        if not one.name.endswith("-shm"):
            one.write_bytes(data)
    return verify(path, KEYS).outcome is Outcome.ROLLED_BACK


def all_found(tmp_path, times: int) -> bool:
    found = 0
    for number in range(times):
        folder = tmp_path / str(number)
        folder.mkdir()
        found += rolled_back(folder, random.Random(number))  # noqa: S311
        shutil.rmtree(folder)
    return found == times


def test_going_back_is_always_found(tmp_path):
    assert all_found(tmp_path, SHARE)


@pytest.mark.slow
def test_going_back_is_always_found_many_times(tmp_path):
    assert all_found(tmp_path, MANY)


def test_a_file_made_anew_is_not_put_in_place_without_its_mark(store, path):
    rename(store, "Somebody")
    store.require_mark()
    mark_of(path).unlink()
    with pytest.raises(DeskError, match="disk"):
        store.require_mark()
