"""What stands in the way when the program starts: one sentence each, through the real window.

Nothing that stands in the way can be deleted or passed over from here, and no file is changed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import namedtuple
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop.actions.steps import write_note
from desktop.office import place
from desktop.office.hold import Holder
from desktop.office.opening import hold_of
from desktop.paths import Home
from desktop.store import engine, schema
from desktop.store.mark import mark_of
from desktop.store.raw_pages import PAGE
from tests.offices import AT, PASSPHRASE, an_office
from tests.programs import programs, screen, type_passphrase

WAYS_OUT = {"&Look again", "Restore a cop&y…", "Sa&ve what can be read…"}
Usage = namedtuple("Usage", "total used free")
posix = pytest.mark.skipif(os.name != "posix", reason="permission bits")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mountinfo")


@pytest.fixture
def office(tmp_path):
    """A closed office with one request and a longer journal."""
    made = an_office(tmp_path / "home")
    request = made.log().request
    before = made.home.folder.with_name("before")
    made.store.sweep_log()
    shutil.copytree(made.home.folder, before)
    for number in range(11):
        write_note(made.store, request, f"note {number}", by=made.sign())
    made.store.close()
    return made


@pytest.fixture
def start(qtbot, qapp):
    """Start the program; whatever it shows is gone after the test."""
    with programs(qapp) as begin:
        yield begin


def missing(office, _monkeypatch):
    office.home.records_file.unlink()


def empty(office, _monkeypatch):
    office.home.records_file.write_bytes(b"")


def foreign(office, _monkeypatch):
    office.home.records_file.write_bytes(b"SQLite format 3\0" + bytes(PAGE - 16))


def cut_short(office, _monkeypatch):
    path = office.home.records_file
    os.truncate(path, path.stat().st_size - 100)


def newer(office, _monkeypatch):
    connection = engine.connect(str(office.home.records_file))
    engine.set_key(connection, office.opened.keys.database)
    connection.execute("pragma user_version = 999")
    connection.close()


def damaged(office, _monkeypatch):
    os.truncate(office.home.records_file, 2 * PAGE)


def older(office, _monkeypatch):
    """As an old copy that somebody put in its place by hand."""
    old = office.home.folder.with_name("before") / office.home.records_file.name
    shutil.copy(old, office.home.records_file)


def exchanged(office, _monkeypatch):
    """Another office's file under the same name."""
    other = an_office(office.home.folder.with_name("other"))
    other.store.close()
    shutil.copy(other.home.records_file, office.home.records_file)


def on_network(_office, monkeypatch):
    monkeypatch.setattr(place, "_mounts", lambda: {"/": "cifs"})


def open_to_all(office, monkeypatch):
    office.home.folder.chmod(0o755)

    def refuse(*_arguments):
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)


def open_elsewhere(office, _monkeypatch):
    note = Holder(who="frontdesk", computer="LIBRARY-PC", since=AT, pid=1)
    lock = hold_of(office.home)
    lock.take(AT)
    (office.home.folder / "open.lock").write_bytes(msgspec.json.encode(note))
    return lock.let_go


def without_keys(office, _monkeypatch):
    for name in ("office.keys", "office.keys2"):
        (office.home.folder / name).unlink()


GATES = [
    (missing, "not where it should be"),
    (empty, "is empty"),
    (foreign, "was not made by Records Desk"),
    (cut_short, "has been cut short"),
    (newer, f"file version 999, this program reads up to {schema.VERSION}"),
    (damaged, "is damaged. Do not delete anything"),
    (older, "11 entries are missing"),
    (exchanged, "does not open with this key"),
    (without_keys, "missing"),
    (open_elsewhere, "on the computer LIBRARY-PC, under the account frontdesk, since 2026-10-05"),
    pytest.param(on_network, "is on a network drive", marks=linux),
    pytest.param(open_to_all, "can look into the office's folder", marks=posix),
]


def at_the_gate(qtbot, program):
    """The sign-in once it says what stands in the way; with the passphrase where that tells."""
    shown = screen(program)
    if shown.sign_in.isVisible():
        qtbot.keyClicks(shown.passphrase.entry, PASSPHRASE)
        shown.open.click()
        qtbot.waitUntil(shown.faulty.isVisible, timeout=10_000)
    return shown


@pytest.mark.parametrize(("spoil", "says"), GATES)
def test_what_stands_in_the_way_is_one_sentence_and_no_way_round(
    qtbot, start, office, monkeypatch, spoil, says
):
    end = spoil(office, monkeypatch)
    path = office.home.records_file
    before = path.read_bytes() if path.exists() else None
    program = start(office.home)
    shown = at_the_gate(qtbot, program)
    assert says in shown.fault_says.text()
    buttons = [one for one in shown.findChildren(QAbstractButton) if one.isVisible()]
    assert {one.text() for one in buttons} <= WAYS_OUT
    assert program.window is None
    assert (path.read_bytes() if path.exists() else None) == before
    if end:
        end()


def test_a_synced_folder_is_refused_and_left_alone(start, office):
    moved = office.home.folder.with_name("OneDrive - Lincoln ISD") / "desk"
    shutil.copytree(office.home.folder, moved)
    program = start(Home(folder=moved))
    assert "synced with the internet" in screen(program).fault_says.text()
    assert program.window is None


@posix
def test_a_folder_of_ours_that_others_could_look_into_is_made_private(start, office):
    office.home.folder.chmod(0o755)
    assert screen(start(office.home)).sign_in.isVisible()
    assert office.home.folder.stat().st_mode & 0o777 == 0o700


def test_a_disk_that_is_nearly_full_is_told_before_anybody_works(start, office, monkeypatch):
    monkeypatch.setattr(place.shutil, "disk_usage", lambda _path: Usage(1 << 40, 0, 40 << 20))
    shown = screen(start(office.home))
    assert "Only 40 MB are left" in shown.notices.sentence.text()
    assert shown.sign_in.isVisible()


def test_a_missing_mark_opens_and_is_told_with_the_newest_entry(qtbot, start, office):
    """Nothing is lost by what the file itself says; only paper can tell whether that is all."""
    mark_of(office.home.records_file).unlink()
    program = start(office.home)
    type_passphrase(qtbot, program)
    told = program.window.notices.sentence
    qtbot.waitUntil(lambda: "an older file could have been put back" in told.text(), timeout=20_000)
    assert "Compare entry 15 · " in told.text()


def test_the_same_office_opens_where_nothing_stands_in_the_way(qtbot, start, office):
    """The table above means something: all these differ from this one in what was spoilt alone."""
    program = start(office.home)
    type_passphrase(qtbot, program)
    assert program.window is not None
