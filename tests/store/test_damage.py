"""Every kind of damage to every file of the office is found, or harms nothing.

A fixed share of each count runs in every suite, all of it with ``-m slow``.
"""

from __future__ import annotations

import random
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.actions.backing_up import back_up
from desktop.actions.office import open_office
from desktop.actions.signing_in import unlock_office
from desktop.errors import DeskError
from desktop.records.backups import Why
from desktop.store import backup
from desktop.store.backup_note import NOTE
from desktop.store.mark import mark_of
from desktop.store.raw_pages import log_of
from desktop.store.store import Store
from desktop.store.verify import Outcome, verify
from tests.offices import AT, PASSPHRASE, an_office
from tests.store.files import KEYS, broken_entry, create, names, rename, reopen
from tests.store.test_soak import start

FLIPS, MANY_FLIPS = 120, 10_000
SHARE, MANY = 40, 2000
STALE, MANY_STALE = 12, 500
WRITERS, EACH, MANY_EACH = 8, 15, 1000


def shares(share: int, many: int):
    """The same test twice: a share of it always, all of it with ``-m slow``."""
    return pytest.mark.parametrize(
        "count", [share, pytest.param(many, marks=pytest.mark.slow)], ids=["share", "all"]
    )


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def damaged(data: bytes, chance: random.Random) -> bytes | None:
    """Some bits changed, a stretch overwritten, the end cut off, bytes added, or all of it gone."""
    match chance.randrange(6):
        case 0:
            return flipped(data, chance)
        case 1:
            at = chance.randrange(len(data))
            length = min(chance.randrange(1, 5000), len(data) - at)
            return data[:at] + chance.randbytes(length) + data[at + length :]
        case 2:
            return data[: chance.randrange(len(data))]
        case 3:
            return data + chance.randbytes(chance.randrange(1, 5000))
        case 4:
            return b""
        case _:
            return None


def put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(data)


@shares(FLIPS, MANY_FLIPS)
def test_every_bit_that_flips_in_the_records_file_is_found(closed_file, figure, count):
    chance, whole = random.Random(1), closed_file.read_bytes()  # noqa: S311
    for _ in range(count):
        closed_file.write_bytes(flipped(whole, chance))
        assert verify(closed_file, KEYS).outcome is not Outcome.CLEAN
    figure(f"{count} bits flipped, all found")
    closed_file.write_bytes(whole)
    assert verify(closed_file, KEYS).outcome is Outcome.CLEAN


@pytest.fixture
def with_log(tmp_path):
    """A file as a crash leaves it, its newest changes in the log only; the files by name."""
    path = tmp_path / "made" / "office.records"
    path.parent.mkdir()
    store = create(path)
    store.sweep_log()
    for number in range(6):
        rename(store, f"Somebody {number}")
    files = {one.name: one.read_bytes() for one in path.parent.iterdir() if "shm" not in one.name}
    store.close()
    return files


def laid_out(folder: Path, files: dict[str, bytes]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder / "office.records"


def newest_is_there(path: Path) -> bool:
    store = reopen(path)
    found = names(store) == ["Somebody 5"] and store.rows("pragma integrity_check") == [("ok",)]
    store.close()
    return found


@shares(SHARE, MANY)
def test_damage_to_the_log_is_found_or_harmless(tmp_path, with_log, figure, count):
    chance, found = random.Random(2), 0  # noqa: S311
    for _ in range(count):
        path = laid_out(tmp_path / "tried", with_log)
        put(log_of(path), damaged(with_log["office.records-wal"], chance))
        try:
            assert newest_is_there(path)
        except DeskError:
            found += 1
    figure(f"{count} damages to the log, {found} found, {count - found} harmless")
    assert found > count // 4


@shares(SHARE, MANY)
def test_damage_to_the_mark_is_found_or_harmless(tmp_path, with_log, count):
    chance = random.Random(3)  # noqa: S311
    for _ in range(count):
        path = laid_out(tmp_path / "tried", with_log)
        put(mark_of(path), damaged(with_log["office.mark"], chance))
        assert newest_is_there(path)  # it takes nothing that is sound for damaged, nor loses a save


@pytest.fixture
def office(tmp_path):
    """A closed office with a copy."""
    made = an_office(tmp_path / "home")
    made.log()
    back_up(made.home, made.opened.keys, Why.CHANGED, at=AT)
    made.store.close()
    return made


@shares(SHARE, MANY)
def test_damage_to_a_key_file_leaves_everybody_their_way_in(office, count):
    """The twin serves; a change that still reads as a key file is found by its MAC."""
    chance, person = random.Random(4), office.opened.person.id  # noqa: S311
    key_file = office.home.folder / "office.keys"
    whole = key_file.read_bytes()
    for _ in range(count):
        put(key_file, damaged(whole, chance))
        assert unlock_office(office.home, person, PASSPHRASE) == office.opened.keys
    put(key_file, whole)


@shares(SHARE, MANY)
def test_damage_to_both_key_files_is_told_and_never_opens_something_else(office, count):
    chance, person = random.Random(5), office.opened.person.id  # noqa: S311
    files = [office.home.folder / name for name in ("office.keys", "office.keys2")]
    whole = files[0].read_bytes()
    for _ in range(count):
        for one in files:
            put(one, damaged(whole, chance))
        with suppress(DeskError):
            assert unlock_office(office.home, person, PASSPHRASE) == office.opened.keys


@shares(SHARE, MANY)
def test_damage_to_a_copy_or_its_note_is_found(office, count):
    chance, keys = random.Random(6), office.opened.keys  # noqa: S311
    (one,) = backup.all_in(office.home.backups_folder, keys)
    whole = {file.name: file.read_bytes() for file in one.folder.iterdir()}
    for number in range(count):
        name = sorted(whole)[number % len(whole)]
        put(one.folder / name, damaged(whole[name], chance))
        state = backup.look(one.folder, keys, read=True).state
        if (one.folder / name).exists() and (one.folder / name).read_bytes() == whole[name]:
            continue
        harmless = name == NOTE and _same_note(one, keys)
        assert state is not backup.State.WHOLE or harmless
        put(one.folder / name, whole[name])
    assert backup.look(one.folder, keys, read=True).whole


def _same_note(one, keys) -> bool:
    """White space of the note may change: what it says does not."""
    return backup.look(one.folder, keys).note == one.note


@shares(STALE, MANY_STALE)
def test_a_log_of_another_time_is_found_or_harmless(tmp_path, count):
    """Logs of earlier times of the same file, and of other files, beside the closed one."""
    path = tmp_path / "office" / "office.records"
    path.parent.mkdir()
    logs = [_log_of_another(tmp_path, number) for number in range(3)]
    store = create(path)
    for number in range(8):
        rename(store, f"Somebody {number}")
        logs.append(log_of(path).read_bytes())
        if number % 3 == 0:
            store.sweep_log()
    store.close()
    closed = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    chance = random.Random(7)  # noqa: S311
    for _ in range(count):
        path = laid_out(tmp_path / "tried", closed)
        log_of(path).write_bytes(chance.choice(logs))
        try:
            store = Store.open(path, KEYS)
            found = names(store)
            store.close()
        except DeskError:
            log_of(path).unlink(missing_ok=True)
            path.write_bytes(closed["office.records"])
            store = reopen(path)
            found = names(store)
            store.close()
        assert found == ["Somebody 7"]


def _log_of_another(folder: Path, number: int) -> bytes:
    path = folder / f"other-{number}" / "office.records"
    path.parent.mkdir()
    store = create(path)
    rename(store, f"Another {number}")
    log = log_of(path).read_bytes()
    store.close()
    return log


@shares(EACH, MANY_EACH)
def test_eight_writers_at_once_all_get_through(closed_file, count):
    writers = [start(closed_file, f"writer {number}", str(count)) for number in range(WRITERS)]
    said = [one.communicate(timeout=1800)[0].splitlines()[1:] for one in writers]
    assert [one.returncode for one in writers] == [0] * WRITERS
    assert [len(lines) for lines in said] == [count] * WRITERS
    store = reopen(closed_file)
    assert store.rows("select count(*) from event where kind = 'note'") == [(WRITERS * count,)]
    assert broken_entry(store) is None
    store.close()


def test_the_office_of_these_tests_opens(office):
    opened = open_office(office.home, office.opened.person.id, office.opened.keys)
    opened.store.close()
