"""``records-desk backup``, ``restore`` and ``report``: done, or one sentence."""

from __future__ import annotations

import io
import json
import sys

import pytest

from desktop.commands import main
from desktop.office.opening import hold
from desktop.store.verify import Outcome, verify
from tests.offices import AT, CODE, PASSPHRASE, an_office


@pytest.fixture
def office(tmp_path):
    """A closed office with one request."""
    made = an_office(tmp_path / "home")
    made.log()
    made.store.close()
    return made


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command with a line on its input; gives the exit code and both streams."""

    def run(*arguments, typed=PASSPHRASE):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed + "\n"))
        code = main([str(one) for one in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def answered(done) -> dict:
    code, out, err = done
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_copy_is_made_and_told(run, office):
    said = answered(run("backup", "--home", office.home.folder, "--json"))
    assert (said["number"], said["requests"], said["second_copy"]) == (1, 1, None)
    code, out, err = run("backup", "--home", office.home.folder)
    assert (code, err) == (0, "")
    assert "number: 2" in out


def test_a_drive_is_restored_onto_a_new_computer_with_the_passphrase(run, office, tmp_path):
    drive, new = tmp_path / "drive", tmp_path / "new"
    answered(run("backup", "--home", office.home.folder, "--to", drive, "--json"))
    assert not office.home.backups_folder.exists()
    said = answered(run("restore", drive, "--home", new, "--json"))
    assert (said["requests"], said["set_aside"]) == (1, None)
    assert verify(new / "office.records", office.opened.keys).outcome is Outcome.CLEAN


def test_the_recovery_code_serves_as_well(run, office, tmp_path):
    drive, new = tmp_path / "drive", tmp_path / "new"
    run("backup", "--home", office.home.folder, "--to", drive)
    done = run("restore", drive, "--home", new, "--recovery-code", "--json", typed=CODE)
    assert answered(done)["requests"] == 1


@pytest.mark.parametrize("command", [["backup"], ["report"]])
def test_a_wrong_passphrase_is_one_sentence_and_2(run, office, command):
    code, out, err = run(*command, "--home", office.home.folder, typed="not the passphrase")
    assert (code, out) == (2, "")
    assert err == "That passphrase does not open the file. Try again.\n"


def test_an_office_that_is_open_is_not_replaced(run, office):
    run("backup", "--home", office.home.folder)
    before = office.home.records_file.read_bytes()
    with hold(office.home, AT):
        code, _out, err = run("restore", office.home.folder, "--home", office.home.folder)
    assert code == 2
    assert err.startswith("This office is open in another Records Desk window on this computer")
    assert office.home.records_file.read_bytes() == before


def test_a_folder_without_a_copy_is_one_sentence(run, office, tmp_path):
    code, _out, err = run("restore", tmp_path, "--home", tmp_path / "new")
    assert (code, err.startswith("There is no copy in ")) == (2, True)


def test_what_can_be_read_of_a_damaged_file_becomes_an_office_again(run, office, tmp_path):
    with office.home.records_file.open("r+b") as file:
        file.seek(300)
        file.write(b"spoilt")
    code, _out, _err = run("verify", "--home", office.home.folder)
    assert code != 0
    command = ["salvage", "--home", office.home.folder, "--to", tmp_path / "saved", "--json"]
    said = answered(run(*command))
    assert said["bad_pages"] == 1
    assert run("verify", "--home", tmp_path / "saved")[0] == 0
    assert answered(run("report", "--home", tmp_path / "saved", "--json"))["requests"] == 1
    code, _out, err = run(*command)
    assert (code, err[:45]) == (2, "There is already an office in that folder. Ch")


def test_a_salvage_that_fails_leaves_nothing(run, office, tmp_path):
    office.home.records_file.write_bytes(b"\0" * 4096 * 4)
    code, _out, err = run("salvage", "--home", office.home.folder, "--to", tmp_path / "saved")
    assert code == 2
    assert err.startswith("Nothing in this file opens with the office's key.")
    assert not (tmp_path / "saved").exists()


def test_the_report_tells_figures_and_no_name(run, office):
    run("backup", "--home", office.home.folder)
    code, out, err = run("report", "--home", office.home.folder)
    assert (code, err) == (0, "")
    assert "whole copies: 1" in out
    assert "because: no_second" in out
    assert "Alvarez" not in out
    said = answered(run("report", "--home", office.home.folder, "--json"))
    assert (said["requests"], said["open_requests"], said["light"]) == (1, 1, "amber")
    assert said["newest_copy_holds_entries"] == said["entries"]


def test_the_report_prints_the_figures_of_a_month(run, office):
    said = answered(run("report", "--home", office.home.folder, "--month", "2026-10", "--json"))
    assert (said["month"], said["figures_received"], said["figures_closed"]) == ("2026-10", 1, 0)
    assert said["by_right_inspect"] == said["by_channel_email"] == 1
    before = answered(run("report", "--home", office.home.folder, "--month", "2026-01", "--json"))
    assert before["figures_received"] == 0
    code, _out, err = run("report", "--home", office.home.folder, "--month", "October")
    assert code == 2
    assert err == "“October” is no month. Write it like 2026-10.\n"


def test_no_command_takes_a_passphrase_as_an_argument(run):
    for command in ("backup", "restore", "salvage", "report"):
        _code, out, _err = run(command, "--help")
        assert "--passphrase" not in out
