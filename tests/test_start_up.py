"""What is loaded when the queue is first painted: each module of the field there has its reason."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offices import an_office

ROOT = Path(__file__).resolve().parent.parent

_START = """
import gc, json, sys
from desktop import start_up
start_up.begin()
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
import linecache
from desktop import __main__ as door, application
from desktop.office.keys import VaultKeys
from desktop.paths import home

key, person = bytes.fromhex(sys.argv.pop(1)), int(sys.argv.pop(1))

class Painted(QObject):
    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint and not told:
            told["loaded"] = sorted(sys.modules)
            told["sources"] = sorted(linecache.cache)
            told["defined"] = sorted({*vars(QtGui), *vars(QtWidgets)})
            QTimer.singleShot(100, end)
        return False

def end():
    if not gc.isenabled():  # work beside the window still keeps it from collecting
        QTimer.singleShot(100, end)
        return
    print(json.dumps(told))
    program.window.close()

class Program(application.Application):
    def open(self):
        global program
        program = self
        from desktop.actions.office import open_office
        self._enter(open_office(home(), person, VaultKeys(vault_key=key)))
        self.window.turn.current.rows.viewport().installEventFilter(painted)

told, painted = {}, Painted()
application.Application = Program
sys.exit(door.main())
"""

# A class of records costs half a millisecond where it is defined. What belongs here is what the
# window needs to be shown and the queue to be read; what a click needs is imported by that click.
_FIELD = """age defaults due ids order paper party person place request right_files roles
    school sentence targets toml_file"""
_STORE = """engine faults file_keys journal journal_1 mark near_names office papers queries
    raw_pages request_words schema store targets vault"""
_OFFICE = """hidden_tips hold kdf_cost kept_file key_files keychain keys moment opening passing
    passphrase place recovery sealing settings swap"""
_ACTIONS = "changes office"
_WORDING = "dates papers sentences"
_PACKAGES = "PySide6 desktop msgspec shiboken6 shibokensupport sqlcipher3 typing_extensions"


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    """What a start tells of itself at first paint; it ends only where it collects afterwards."""
    office = an_office(tmp_path_factory.mktemp("start"))
    office.log()
    office.store.close()
    done = subprocess.run(  # noqa: S603  # our own words
        [
            sys.executable,
            "-c",
            _START,
            office.opened.keys.vault_key.hex(),
            str(office.opened.person.id),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "RECORDS_DESK_HOME": str(office.home.folder),
        },
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("room", "needed"),
    [
        ("records", _FIELD),
        ("store", _STORE),
        ("office", _OFFICE),
        ("actions", _ACTIONS),
        ("wording", _WORDING),
        ("letters", ""),
        ("commands", ""),
    ],
)
def test_only_what_the_queue_needs_of_a_room_is_loaded_before_it_is_painted(start, room, needed):
    prefix = f"desktop.{room}."
    loaded = {name.removeprefix(prefix) for name in start["loaded"] if name.startswith(prefix)}
    assert loaded - set(needed.split()) == set(), "import it where it is used (desktop/start_up.py)"


def test_no_other_package_is_loaded_before_the_queue_is_painted(start):
    packages = {name.partition(".")[0] for name in start["loaded"]}
    ours = {name for name in packages if not name.startswith(("_", "sitecustomize"))}
    foreign = ours - set(sys.stdlib_module_names) - set(_PACKAGES.split())
    assert foreign <= {"cryptography", "signature_bootstrap", "org"}  # the first opens the keys


def test_no_list_of_installed_packages_is_read(start):
    """To ask it for the version of Qt took 30 ms; Qt says it itself."""
    assert "importlib.metadata" not in start["loaded"]


def test_no_source_is_read_for_an_import(start):
    """PySide6 reads each module's for a word nobody here uses; it cost a tenth of the start."""
    assert [name for name in start["sources"] if "desktop" in name] == []


def test_no_widget_is_asked_for_that_qt_made(start):
    """Of one it does not know PySide6 finds out the kind, and defines every kind there is for it.

    It cost 15 ms, and so did the style, asked for by name.
    """
    assert set(start["defined"]) & {"QWizard", "QMdiArea", "QColorDialog", "QStyle"} == set()


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="other Pythons bear that Qt")
def test_a_qt_that_would_abort_is_refused_with_a_reason(tmp_path):
    done = subprocess.run(  # our own words
        [
            sys.executable,
            "-c",
            "import sys, PySide6; PySide6.__version__ = '6.12.0'\n"
            "from desktop import __main__ as door; sys.exit(door.main())",
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "RECORDS_DESK_HOME": str(tmp_path),
        },
        timeout=60,
    )
    assert done.returncode == 1
    assert "6.12.0 aborts" in done.stderr
