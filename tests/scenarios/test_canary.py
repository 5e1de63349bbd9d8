"""One case from intake to destruction with names nobody else has: where else are they found?

In the records file, encrypted, and in what a person saved on purpose. In no log, no settings file,
no folder for passing files, no name of a file, and readable in no byte of the office's folder.
"""

from __future__ import annotations

import logging
import re
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.actions import backing_up, disclosing, steps
from desktop.actions.exporting import export_sheet
from desktop.actions.letter_drafting import draft_letter
from desktop.actions.letter_finishing import finish_letter
from desktop.actions.office import open_office
from desktop.application import Application, Start
from desktop.letters.template import load_templates
from desktop.records.backups import Why
from desktop.records.disclosure import Disclosure
from desktop.records.export import ExportAsked
from desktop.records.ids import DisclosureId
from desktop.records.sheet import Sheet, SheetFormat
from desktop.screens import jobs
from desktop.store import copying
from tests.office.fake_keychain import no_keychain
from tests.offices import AT, TODAY, a_party, a_student, an_office, the_wording

CANARIES = ("Xanthippe", "Quilombo", "Zugzwang", "Wyvernholt", "555-0199")
STUDENT = a_student(given="Xanthippe", family="Quilombo", other_names=("Wyvernholt",))
PARENT = a_party(name="Zugzwang Quilombo", phone="555-0199", email="wyvernholt@example.org")


@pytest.fixture
def computer(tmp_path, monkeypatch):
    """A computer of its own: home, settings, caches and passing files all below one folder."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR"):
        folder = tmp_path / "computer" / name.lower()
        folder.mkdir(parents=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert Path(tempfile.gettempdir()) == tmp_path / "computer" / "tmpdir"
    return tmp_path


def drive(office, kept):
    """Log, work, write, log what went out, take a table out, close."""
    request = office.log(student=STUDENT, requester=PARENT, words="Zugzwang asks.").request
    doing = {"law": office.law, "today": TODAY, "by": office.sign()}
    steps.do_step(office.store, request, "receipt", **doing)
    steps.write_note(office.store, request, "Zugzwang called.", by=office.sign())
    templates = load_templates()
    letter = draft_letter(office.store, request, "receipt", templates=templates, **doing).letter
    finish_letter(office.store, request, letter, templates=templates, practice=False, **doing)
    entry = Disclosure(id=DisclosureId(1), student=STUDENT.id, party="Wyvernholt High",
                       interest="Quilombo enrolls.", records="All", basis="enrolling_school",
                       disclosed_on=TODAY)  # fmt: skip
    disclosing.enter_disclosure(office.store, entry, **doing)
    sheet = Sheet(id="holds", title="Holds", heads=("Student",), rows=(("Xanthippe",),))
    asked = ExportAsked(receiver="The board", reason="Question", format=SheetFormat.XLSX)
    export_sheet(office.store, sheet, asked, path=kept / "table.xlsx", wording=the_wording(),
                 today=TODAY, by=office.sign())  # fmt: skip
    return request


SCREENS = (
    "show_queue", "show_students", "show_registers", "show_letters", "show_reports",
    "show_settings",
)  # fmt: skip


def look(made, request):
    """Every page, a draft half typed, the request searched for by name, and the lock."""
    window = made.window
    for name in SCREENS:
        getattr(window, name)()
        QCoreApplication.processEvents()
    window.open_request(request)
    window.open_student(STUDENT.id)
    window.log_a_request(STUDENT.id)
    window.draft_letter(request, "acknowledgement")
    assert jobs.drain(20_000)
    QCoreApplication.processEvents()
    window.lock_now()
    QCoreApplication.processEvents()


def forms_of(word):
    for one in (word, word.lower(), word.upper()):
        yield from (one.encode(), one.encode("utf-16-le"), one.encode("utf-16-be"))


def hits(folder, but=()):
    """Where a canary can be read below a folder: in a name or in the bytes of a file."""
    for path in folder.rglob("*"):
        if any(one in path.parents for one in but):
            continue
        name = str(path.relative_to(folder)).lower()
        data = path.read_bytes() if path.is_file() else b""
        for word in CANARIES:
            if word.lower() in name or any(one in data for one in forms_of(word)):
                yield word, path


@pytest.mark.usefixtures("qtbot")
def test_the_names_of_a_whole_case_are_readable_nowhere(qapp, computer, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    kept = computer / "saved on purpose"
    kept.mkdir()
    office = an_office(computer / "home")
    made = Application(qapp, Start(home=office.home), find=no_keychain)
    made._show_window(office.opened)
    request = drive(office, kept)
    mark = office.home.records_file
    assert mark.with_name(f"{mark.name}-wal").stat().st_size > 0
    assert list(hits(computer, but=(kept,))) == []  # with the log beside the file
    look(made, request)
    keys = office.opened.keys
    copying.copy_under(mark, keys.database, computer / "copy.records", keys)
    made_copy = backing_up.back_up(office.home, keys, Why.ASKED, at=AT)
    assert computer in made_copy.backup.folder.parents  # so that it is looked through as well
    assert list(hits(computer, but=(kept,))) == []
    said = caplog.text + "".join(capfd.readouterr())
    assert [word for word in CANARIES if word.lower() in said.lower()] == []
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    made._end_entrance()
    made._one_copy.let_go()
    reopened = open_office(office.home, office.opened.person.id, keys)
    assert reopened.store.rows("select count(*) from request") == [(1,)]  # else nothing was driven
    reopened.store.close()


def test_the_look_would_find_a_name(tmp_path):
    (tmp_path / "one").write_bytes("Xanthippe".encode("utf-16-le"))
    (tmp_path / "quilombo.csv").write_bytes(b"")
    assert {word for word, _ in hits(tmp_path)} == {"Xanthippe", "Quilombo"}


NO_LOG = re.compile(r"\blogging\.(debug|info|warning|error|exception|critical|log)\(|\bprint\(")


def test_the_program_logs_nothing():
    """Ids only would be allowed; nothing at all is better. The commands print their answer."""
    root = Path(__file__).parents[2] / "desktop"
    sources = [one for one in root.rglob("*.py") if one.parent.name != "commands"]
    assert len(sources) > 300
    found = {one.name for one in sources if NO_LOG.search(one.read_text("utf-8"))}
    assert found <= {"__main__.py", "qt_libraries.py", "reading_apart.py"}
