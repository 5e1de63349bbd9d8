"""``records-desk verify``: an exit code and plain words for each state a file can be in."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys

import pytest

from desktop.commands import main
from desktop.office import key_files
from desktop.store.journal import Event
from desktop.store.mark import mark_of
from tests.offices import AT, CODE, PASSPHRASE, an_office


@pytest.fixture
def home(tmp_path):
    """A closed office with one request."""
    office = an_office(tmp_path / "home")
    office.log()
    office.store.close()
    return office.home


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command with a line on its input; gives the exit code and what it printed."""

    def run(*arguments, typed=PASSPHRASE):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed + "\n"))
        code = main(["verify", *map(str, arguments)])
        said = capsys.readouterr()
        assert said.err == ""
        return code, said.out

    return run


def test_a_clean_file_is_0_with_the_newest_entry(run, home):
    code, said = run("--home", home.folder)
    assert code == 0
    assert said.startswith("Everything is as it was written: ")
    assert "the mark beside the file agrees" in said
    assert "The newest entry is " in said
    assert run(home.records_file) == (code, said)


def test_the_recovery_code_serves_as_well(run, home):
    assert run("--recovery-code", home.records_file, typed=CODE)[0] == 0


def test_a_changed_file_is_1_and_names_the_entry(run, home):
    office_keys = key_files.load(key_files.key_file_of(home.records_file))
    assert office_keys.slots
    from desktop.actions.signing_in import unlock_office  # noqa: PLC0415
    from desktop.store import vault  # noqa: PLC0415

    found = unlock_office(home, office_keys.slots[0].person, PASSPHRASE)
    connection = vault.open_to_look(home.records_file, found.database)
    connection.execute("drop trigger event_no_update")
    connection.execute("update event set initials = 'XX' where seq = 2")
    connection.close()
    code, said = run(home.records_file)
    assert code == 1
    assert "Entry 2 of the journal was changed" in said
    code, said = run("--json", home.records_file)
    told = json.loads(said)
    assert (told["outcome"], told["broken"], told["why"]) == ("tampered", 2, "chain")


def test_an_older_file_is_2_and_says_how_much_is_missing(run, home, tmp_path):
    older = shutil.copy(home.records_file, tmp_path / "older")
    from desktop.actions.office import open_office  # noqa: PLC0415
    from desktop.actions.signing_in import unlock_office  # noqa: PLC0415
    from desktop.office import moment  # noqa: PLC0415

    person = key_files.load(key_files.key_file_of(home.records_file)).slots[0].person
    opened = open_office(home, person, unlock_office(home, person, PASSPHRASE))
    for _ in range(3):
        with opened.store.change(Event(kind="school.changed"), by=moment.sign(opened.person)):
            pass
    opened.store.close()
    shutil.copy(older, home.records_file)
    # The passphrase opens the keys; what is wrong is told by the check, not by a refusal to open.
    code, said = run(home.records_file)
    assert code == 2
    assert "3 entries are missing" in said


@pytest.fixture
def copied(home):
    """The folder of a copy of the office."""
    from desktop.actions.backing_up import back_up  # noqa: PLC0415
    from desktop.actions.signing_in import unlock_office  # noqa: PLC0415
    from desktop.records.backups import Why  # noqa: PLC0415

    person = key_files.load(key_files.key_file_of(home.records_file)).slots[0].person
    found = unlock_office(home, person, PASSPHRASE)
    return back_up(home, found, Why.CHANGED, at=AT).backup.folder


def test_a_copy_is_checked_with_its_own_key_and_note(run, copied):
    """Its file has a key of its own: with the office's it looked as if it belonged elsewhere."""
    code, said = run(copied / "office.records")
    assert code == 0
    assert "This is a copy, made on" in said
    assert "it is whole" in said
    code, said = run("--json", copied / "office.records")
    assert json.loads(said)["copied_at"]


def test_a_copy_that_was_changed_is_3(run, copied):
    file = copied / "office.records"
    data = bytearray(file.read_bytes())
    data[9 * 4096 + 100] ^= 1
    file.write_bytes(data)
    code, said = run(file)
    assert code == 3
    assert "This copy is damaged" in said


def damage(home):
    data = bytearray(home.records_file.read_bytes())
    data[9 * 4096 + 100] ^= 1
    home.records_file.write_bytes(data)


@pytest.mark.parametrize(
    "harm",
    [
        damage,
        lambda home: os.truncate(home.records_file, 1000),
        lambda home: home.records_file.write_bytes(b""),
        lambda home: mark_of(home.records_file).unlink(),
        lambda home: [one.write_text("{") for one in home.folder.glob("*.keys*")],
    ],
    ids=["a bit", "cut", "empty", "no mark", "keys"],
)
def test_a_damaged_file_is_3(run, home, harm):
    harm(home)
    code, said = run(home.records_file)
    assert code == 3
    assert said.strip()


@pytest.mark.parametrize("typed", ["", "the wrong passphrase"])
def test_a_wrong_passphrase_is_4(run, home, typed):
    code, said = run(home.records_file, typed=typed)
    assert code == 4
    assert "That passphrase does not open the file" in said


def test_a_missing_file_is_4(run, tmp_path):
    assert run(tmp_path / "office.records")[0] == 4


def test_somebody_who_is_not_there_is_4_and_says_who_is(run, home):
    code, said = run("--person", "ZZ", home.records_file)
    assert code == 4
    assert "JR" in said


def test_no_name_of_a_family_is_ever_printed(run, home):
    for arguments in ([], ["--json"]):
        _code, said = run(*arguments, home.records_file)
        assert "Alvarez" not in said
