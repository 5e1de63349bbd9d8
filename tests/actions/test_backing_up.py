"""Copies of the office's files: proved, thinned, in two places; and back from them."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta

import pytest

from desktop.actions import backing_up
from desktop.actions.backing_up import back_up, choose_second, place_in, policy, safety
from desktop.actions.office import open_office
from desktop.actions.restoring import (
    offered_in,
    restore,
    try_restore,
    unlock_with_code,
    unlock_with_passphrase,
)
from desktop.actions.signing_in import unlock_office
from desktop.actions.vault_key import change_vault_key
from desktop.errors import DeskError
from desktop.office import key_files
from desktop.office.hold import Hold
from desktop.paths import Home
from desktop.records.backups import Why
from desktop.store import backup
from desktop.store.backup import State
from desktop.store.backup_note import RECORDS
from desktop.store.copying import NotWanted
from desktop.store.verify import Outcome, verify
from tests.offices import AT, CODE, PASSPHRASE, an_intake, an_office

HOUR = timedelta(hours=1)


@pytest.fixture
def office(tmp_path):
    made = an_office(tmp_path / "home")
    made.log()
    yield made
    made.store.close()


def copy(office, hours: int = 0, why: Why = Why.CHANGED, **options):
    return back_up(office.home, office.opened.keys, why, at=AT + hours * HOUR, **options)


def damage(folder) -> None:
    with (folder / RECORDS).open("r+b") as file:
        file.seek(10_000)
        file.write(bytes(64))


def numbers(home, vault, person) -> list[str]:
    opened = open_office(home, person, vault)
    found = [row[0] for row in opened.store.rows("select number from request order by number")]
    opened.store.close()
    return found


# Making


def test_a_copy_is_whole_signed_and_holds_the_head_of_the_journal(office):
    made = copy(office).backup
    assert made.whole
    assert made.note.head == office.store.head()
    assert (made.number, made.note.requests, made.note.why) == (1, 1, Why.CHANGED)
    assert sorted(one.name for one in made.folder.iterdir()) == [
        "manifest.json", "office.keys", "office.records",
    ]  # fmt: skip
    assert backup.look(made.folder, office.opened.keys, read=True).state is State.WHOLE


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_nobody_else_may_read_a_copy(office):
    folder = copy(office).backup.folder
    for one in (folder.parent, folder, *folder.iterdir()):
        assert one.stat().st_mode & 0o077 == 0


def test_a_copy_opens_with_its_own_key_and_not_with_that_of_the_file(office):
    made, keys = copy(office).backup, office.opened.keys
    backup.open_whole(made, keys)
    with pytest.raises(DeskError, match="wrong_key"):
        backup.vault.open_to_look(made.folder / RECORDS, keys.database)


def test_no_name_stands_in_a_copy_or_its_note(office):
    folder = copy(office).backup.folder
    body = b"".join(one.read_bytes() for one in folder.iterdir())
    assert b"Alvarez" not in body
    assert b"Reyes" not in body


def test_a_copy_is_made_while_the_office_goes_on_saving(office):
    first = office.store.head()

    def meanwhile() -> bool:
        office.log(student=an_intake().student, words="Another one")
        return False

    made = copy(office, cancelled=meanwhile).backup
    assert made.whole
    assert made.note.head == first
    assert office.store.head().seq > first.seq


def test_a_copy_that_is_called_off_leaves_nothing(office):
    with pytest.raises(NotWanted):
        copy(office, cancelled=lambda: True)
    assert backup.all_in(office.home.backups_folder, office.opened.keys) == ()
    assert [one.name for one in office.home.backups_folder.iterdir()] == ["open.lock"]
    assert copy(office).backup.number == 1


def test_a_source_page_that_is_damaged_makes_no_copy_and_drops_none(office):
    copy(office)
    office.store._connection.execute("pragma wal_checkpoint(truncate)")
    with office.home.records_file.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(os.urandom(4096))
    with pytest.raises(DeskError, match="damaged"):
        copy(office, 1)
    found = backup.all_in(office.home.backups_folder, office.opened.keys)
    assert [one.state for one in found] == [State.WHOLE]


def test_two_programs_do_not_make_copies_at_once(office):
    copy(office)
    other = Hold(office.home.backups_folder / "open.lock")
    other.take(AT)
    with pytest.raises(DeskError, match="backup_busy"):
        copy(office, 1)
    other.let_go()
    assert copy(office, 1).backup.number == 2


def test_only_what_changed_asks_for_a_copy(office):
    keys = office.opened.keys
    assert backing_up.is_needed(office.store, backing_up.newest_whole(office.home, keys))
    copy(office)
    assert not backing_up.is_needed(office.store, backing_up.newest_whole(office.home, keys))
    assert safety(office.store, office.home, keys).unsaved_since is None
    office.log()
    assert backing_up.is_needed(office.store, backing_up.newest_whole(office.home, keys))
    assert safety(office.store, office.home, keys).unsaved_since == AT


# Thinning


def test_copies_are_thinned_and_never_below_the_least(office):
    for hour in range(policy().newest + 4):
        made = copy(office, hour)
    found = backup.all_in(office.home.backups_folder, office.opened.keys)
    assert made.dropped
    assert made.backup.folder == found[-1].folder
    assert len(found) <= policy().newest + 2


def test_nothing_is_thinned_while_a_copy_that_would_stay_is_damaged(office):
    for hour in range(policy().newest):
        made = copy(office, hour)
    damage(made.backup.folder)
    there = len(backup.all_in(office.home.backups_folder, office.opened.keys))
    for hour in range(policy().least - 1):
        assert copy(office, 20 + hour).dropped == ()
    assert len(backup.all_in(office.home.backups_folder, office.opened.keys)) == there + 2
    assert copy(office, 30).dropped


# The second place


def test_the_newest_copy_goes_to_the_second_place_at_once_and_each_one_after(office, tmp_path):
    drive = tmp_path / "drive"
    drive.mkdir()
    copy(office)
    choose_second(office.home, office.opened.keys, drive, at=AT)
    there = place_in(drive)
    assert [one.number for one in backup.all_in(there, office.opened.keys)] == [1]
    made = copy(office, 1)
    assert made.second.whole
    assert made.second.folder.parent == there
    assert safety(office.store, office.home, office.opened.keys).second_holds_all


def test_a_drive_that_was_pulled_out_is_told_and_stops_no_copy(office, tmp_path):
    drive = tmp_path / "drive"
    drive.mkdir()
    choose_second(office.home, office.opened.keys, drive, at=AT)
    shutil.rmtree(drive)
    drive.mkdir()  # what a system leaves of a place to plug a drive in
    made = copy(office)
    assert made.backup.whole
    assert made.second_fault.code == "second_absent"
    assert list(drive.iterdir()) == []


def test_the_office_s_own_folder_is_no_second_place(office):
    with pytest.raises(DeskError, match="second_same"):
        choose_second(office.home, office.opened.keys, office.home.folder, at=AT)


def test_two_offices_on_one_drive_keep_their_copies_apart(office, tmp_path):
    other = an_office(tmp_path / "other")
    drive = tmp_path / "drive"
    drive.mkdir()
    choose_second(other.home, other.opened.keys, drive, at=AT)
    back_up(other.home, other.opened.keys, Why.CHANGED, at=AT)
    choose_second(office.home, office.opened.keys, drive, at=AT)
    for hour in range(policy().newest + 4):
        copy(office, hour)
    assert [one.whole for one in backup.all_in(place_in(drive), other.opened.keys)].count(True) == 1
    other.store.close()


# Coming back


def test_a_copy_is_restored_and_what_was_there_is_set_aside(office):
    person, keys = office.opened.person.id, office.opened.keys
    copy(office)
    office.log()
    office.store.close()
    (offered,) = offered_in(office.home.folder)
    found = unlock_with_passphrase(offered, person, PASSPHRASE)
    restored = restore(office.home, offered, found, person, at=AT + HOUR)
    assert numbers(office.home, keys, person) == ["2026-0001"]
    assert verify(office.home.records_file, keys).outcome is Outcome.CLEAN
    assert numbers(Home(folder=restored.set_aside), keys, person) == ["2026-0001", "2026-0002"]
    newest = offered_in(office.home.folder)[0]
    assert (newest.note.why, newest.note.requests) == (Why.BEFORE_RESTORING, 2)


def test_a_new_computer_is_set_up_from_a_drive_with_the_passphrase(office, tmp_path):
    person = office.opened.person.id
    copy(office, into=tmp_path / "drive")
    (offered,) = offered_in(tmp_path / "drive")
    new = Home(folder=tmp_path / "elsewhere" / "desk")
    restore(new, offered, unlock_with_passphrase(offered, person, PASSPHRASE), person, at=AT)
    assert numbers(new, unlock_office(new, person, PASSPHRASE), person) == ["2026-0001"]


def test_a_new_computer_is_set_up_from_a_drive_with_the_recovery_code(office, tmp_path):
    person = office.opened.person.id
    copy(office, into=tmp_path / "drive")
    (offered,) = offered_in(tmp_path / "drive")
    new = Home(folder=tmp_path / "desk")
    restore(new, offered, unlock_with_code(offered, CODE), person, at=AT)
    assert numbers(new, office.opened.keys, person) == ["2026-0001"]


def test_a_stale_log_beside_the_file_does_not_undo_a_restore(office):
    """With the salt of before it would, silently: the log would be taken for the newest pages."""
    person = office.opened.person.id
    copy(office)
    office.log()
    log = office.home.records_file.with_name(f"{RECORDS}-wal")
    stale = log.read_bytes()
    office.store.close()
    (offered,) = offered_in(office.home.folder)
    restore(office.home, offered, office.opened.keys, person, at=AT)
    log.write_bytes(stale)
    with pytest.raises(DeskError, match="stale_log"):
        numbers(office.home, office.opened.keys, person)
    log.unlink()
    assert numbers(office.home, office.opened.keys, person) == ["2026-0001"]


def test_a_damaged_copy_is_refused_and_the_office_stays(office):
    person = office.opened.person.id
    damage(copy(office).backup.folder)
    office.log()
    office.store.close()
    (offered,) = offered_in(office.home.folder)
    with pytest.raises(DeskError, match="backup_damaged"):
        restore(office.home, offered, office.opened.keys, person, at=AT)
    assert len(numbers(office.home, office.opened.keys, person)) == 2
    assert not (office.home.folder / "set-aside").exists()


def test_a_copy_from_before_the_key_was_changed_still_comes_back(office):
    person = office.opened.person.id
    copy(office)
    office.log()
    office.store.close()
    file = key_files.load(key_files.key_file_of(office.home.records_file))
    new = change_vault_key(office.home, file, office.opened.keys, by=office.sign())
    found = backup.all_in(office.home.backups_folder, new)
    assert {one.state for one in found} == {State.OTHER_KEY}
    oldest = offered_in(office.home.folder)[-1]
    old = unlock_with_passphrase(oldest, person, PASSPHRASE)
    restore(office.home, oldest, old, person, at=AT)
    assert numbers(office.home, unlock_office(office.home, person, PASSPHRASE), person) == [
        "2026-0001"
    ]


def test_trying_a_restore_reads_the_copy_journals_it_and_leaves_nothing(office):
    copy(office)
    before = {one.name for one in office.home.folder.iterdir()}
    _changes, tried = try_restore(office.store, office.home, office.opened.keys, by=office.sign())
    assert (tried.requests, tried.students, tried.note.number) == (1, 1, 1)
    assert {one.name for one in office.home.folder.iterdir()} == before
    (kind,) = office.store.rows("select kind from event order by seq desc limit 1")
    assert kind == ("backup.tried",)


def test_there_is_nothing_to_try_without_a_copy(office):
    with pytest.raises(DeskError, match="no_backup"):
        try_restore(office.store, office.home, office.opened.keys, by=office.sign())


# Read again


def look_after(office, hours: int = 0, *, read_again: bool = True):
    return backing_up.keep_up(
        office.home, office.opened.keys, at=AT + hours * HOUR,
        cancelled=lambda: False, read_again=read_again,
    )  # fmt: skip


def test_a_copy_that_spoilt_is_set_aside_and_another_made_at_once(office):
    first = copy(office).backup
    office.log()
    newest = copy(office, 1).backup
    damage(newest.folder)
    upkeep = look_after(office, 2)
    assert upkeep.spoilt == (newest.number,)
    assert upkeep.fault is None
    found = backup.all_in(office.home.backups_folder, office.opened.keys)
    assert [one.number for one in found] == [first.number, newest.number]
    assert backup.look(found[-1].folder, office.opened.keys, read=True).whole
    assert found[-1].note.head == office.store.head()
    aside = [one.name for one in office.home.backups_folder.iterdir() if "damaged" in one.name]
    assert len(aside) == 1  # nothing is thrown away


def test_a_copy_that_is_whole_is_left_alone(office):
    made = copy(office).backup
    assert look_after(office, 1).spoilt == ()
    assert backup.all_in(office.home.backups_folder, office.opened.keys)[-1].number == made.number


def test_unless_it_is_asked_for_no_copy_is_read_again(office):
    damage(copy(office).backup.folder)
    assert look_after(office, read_again=False).spoilt == ()


def test_the_copy_in_the_second_place_is_read_again_too(office, tmp_path):
    copy(office)
    drive = tmp_path / "drive"
    drive.mkdir()
    choose_second(office.home, office.opened.keys, drive, at=AT)
    there = backup.all_in(place_in(drive), office.opened.keys)[-1]
    damage(there.folder)
    assert look_after(office, 1).spoilt == (there.number,)
    again = backup.all_in(place_in(drive), office.opened.keys)
    assert [one.number for one in again if one.whole] == [there.number]
    assert backup.look(again[-1].folder, office.opened.keys, read=True).whole


def test_a_copy_on_its_way_is_no_fault(office):
    copy(office)
    office.log()
    with backing_up._alone(office.home.backups_folder, AT):
        assert look_after(office, 5, read_again=False).fault is None
