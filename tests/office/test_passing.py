"""The folder for passing files: private, the whole process's, and empty after every lock."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.application import Application, Start
from desktop.office.passing import Passing
from desktop.screens import jobs
from tests.office.fake_keychain import no_keychain
from tests.offices import an_office

ROOT = Path(__file__).parents[2]


@pytest.fixture
def process(monkeypatch):
    """What ``use`` changes for the whole process is put back."""
    monkeypatch.setattr(tempfile, "tempdir", tempfile.tempdir)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, os.environ.get(name, ""))
        monkeypatch.delenv(name)


def test_every_library_passes_files_through_the_private_folder(process, tmp_path):
    folder = tmp_path / "passing"
    Passing(folder).use()
    with tempfile.NamedTemporaryFile() as file:
        assert Path(file.name).parent == folder
    assert folder.stat().st_mode & 0o077 == 0
    told = subprocess.run(
        [sys.executable, "-c", "from PySide6.QtCore import QDir; print(QDir.tempPath())"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(told.stdout.strip()) == folder


def test_without_an_office_nothing_is_made(process, tmp_path):
    Passing(tmp_path / "none" / "passing").use()
    Passing(tmp_path / "none" / "passing").sweep()
    assert list(tmp_path.iterdir()) == []
    assert tempfile.gettempdir() != str(tmp_path / "none" / "passing")


def test_a_sweep_takes_files_folders_and_links_and_follows_none(tmp_path):
    folder, kept = tmp_path / "passing", tmp_path / "kept"
    (folder / "one" / "two").mkdir(parents=True)
    kept.mkdir()
    (kept / "file").write_text("stays")
    (folder / "one" / "two" / "a").write_text("goes")
    (folder / "b").write_text("goes")
    (folder / "link").symlink_to(kept, target_is_directory=True)
    Passing(folder).sweep()
    assert list(folder.iterdir()) == []
    assert (kept / "file").read_text() == "stays"


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    office = an_office(tmp_path / "home")
    made = Application(qapp, Start(home=office.home), find=no_keychain)
    made._show_window(office.opened)
    yield made, office.home.passing_folder
    assert jobs.drain(10_000)
    if made.window is not None:
        made.window.close()
    made._end_entrance()


def left(folder):
    folder.mkdir(exist_ok=True)
    (folder / "cups.pdf").write_text("Xanthippe")
    return folder / "cups.pdf"


def test_the_lock_sweeps_it(program):
    made, folder = program
    lying = left(folder)
    made.window.lock_now()
    assert not lying.exists()


def test_the_end_sweeps_it(program):
    _made, folder = program
    lying = left(folder)
    QApplication.instance().aboutToQuit.emit()
    assert not lying.exists()


def test_the_start_sweeps_what_a_crash_left(qtbot, qapp, tmp_path):
    office = an_office(tmp_path / "home")
    office.store.close()
    lying = left(office.home.passing_folder)
    made = Application(qapp, Start(home=office.home), find=no_keychain)
    made.open()
    assert not lying.exists()
    assert jobs.drain(10_000)
    made._end_entrance()
    made._one_copy.let_go()


def test_the_real_program_uses_its_own_folder_and_leaves_it_empty(tmp_path):
    code = (
        "import sys, tempfile, os; from pathlib import Path\n"
        "from desktop import application; from desktop.paths import Home\n"
        "home = Home(folder=Path(sys.argv[1])); home.practice_folder.mkdir(parents=True)\n"
        "code = application.main(application.Start(home=home, practice=True),"
        " quit_after_start=True)\n"
        "print(tempfile.gettempdir() == os.environ['TMPDIR'] == "
        "str(Home(folder=home.practice_folder).passing_folder))\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", code, str(tmp_path / "home")],
        capture_output=True, text=True, check=False, cwd=ROOT, env=environment, timeout=120,
    )  # fmt: skip
    assert done.stdout.strip().endswith("True"), done.stderr
    assert list((tmp_path / "home" / "practice" / "passing").iterdir()) == []
