"""What the program says about itself: each promise of a tip is held by a test of this kind."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.actions.letter_drafting import draft_letter
from desktop.actions.letter_finishing import finish_letter
from desktop.actions.letter_leaving import mark_sent
from desktop.actions.practising import open_practice_office
from desktop.letters.template import load_templates
from desktop.office.guidance import load_guidance
from desktop.office.key_files import key_file_of
from desktop.paths import Home, forms, resources
from desktop.store import cases
from tests.desks import law_of
from tests.offices import TODAY, the_defaults

ROOT = Path(__file__).parent.parent
NETWORK = {
    "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib",
    "xmlrpc", "socketserver", "asyncio", "requests", "httpx", "aiohttp", "urllib3", "webbrowser",
}  # fmt: skip
QT_NETWORK = ("QtNetwork", "QtWebEngine", "QtWebSockets")
COUNTS_PEOPLE = re.compile(
    r"telemetr|analytic|sentry|posthog|mixpanel|segment|matomo|openai|adware"
)
NOT_NEEDED = re.compile(
    r"ssn|social_?sec|immigra|visa|citizen|religio|income|salary|race|ethnic|health|diagnos"
    r"|license_number|id_number|passport|why_asked|purpose_of_asking"
)


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return names


def reaches_out(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in NETWORK) or any(
        one in name for one in QT_NETWORK
    )


def test_no_part_of_the_program_can_talk_to_a_network():
    found = {
        (path.name, name)
        for path in (ROOT / "desktop").rglob("*.py")
        for name in imported(path)
        if reaches_out(name)
    }
    assert found == set()


def test_the_look_for_a_network_would_find_one(tmp_path):
    module = tmp_path / "one.py"
    module.write_text("from PySide6 import QtNetwork\nimport urllib.request\n")
    assert len([name for name in imported(module) if reaches_out(name)]) == 2


_RUN = """
import socket, sys
from pathlib import Path

class Refusing(socket.socket):
    def connect(self, where):
        if self.family != getattr(socket, "AF_UNIX", None):
            print("CONNECTION", flush=True)
            raise OSError("refused")
        return super().connect(where)
    connect_ex = connect

socket.socket = Refusing
from desktop.application import Start, main
from desktop.paths import Home
sys.exit(main(Start(home=Home(folder=Path(sys.argv[1])), practice=True), quit_after_start=True))
"""


def test_the_program_runs_with_every_connection_refused(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", _RUN, str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=ROOT, env=environment, timeout=120,
    )  # fmt: skip
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "CONNECTION" not in done.stdout


def test_the_file_has_no_place_for_what_is_not_needed(office):
    columns = [
        f"{table}.{column}"
        for (table,) in office.store.rows("select name from sqlite_master where type = 'table'", ())
        for (column,) in office.store.rows("select name from pragma_table_info(?)", (table,))
    ]
    assert len(columns) > 100
    assert [name for name in columns if NOT_NEEDED.search(name)] == []


def test_no_form_asks_for_what_is_not_needed():
    names = {
        name
        for form in forms().glob("**/*.ui")
        for name in re.findall(r'name="([a-z_0-9]+)"', form.read_text("utf-8"))
    }
    assert len(names) > 100
    assert [name for name in names if NOT_NEEDED.search(name)] == []


def test_nothing_the_program_is_built_on_advertises_or_counts_people():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = re.findall(
        r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE
    )
    assert len(locked) >= len(project["dependencies"])
    names = [*project["dependencies"], *locked]
    assert [name for name in names if COUNTS_PEOPLE.search(name.lower())] == []


def test_the_practice_office_shares_nothing_with_the_real_one(office, tmp_path):
    real = Home(folder=office.home.folder)
    now = datetime(2026, 10, 5, 15, 30, tzinfo=UTC)
    before = real.records_file.read_bytes()
    opened = open_practice_office(
        Home(folder=real.practice_folder), law_of, the_defaults(), now=now
    )
    practice = Home(folder=real.practice_folder)
    assert not {real.records_file, key_file_of(real.records_file)} & {
        practice.records_file, key_file_of(practice.records_file),
    }  # fmt: skip
    assert opened.keys.vault_key != office.opened.keys.vault_key
    assert real.records_file.read_bytes() == before
    opened.store.close()


@pytest.mark.parametrize("how", ["printed", "saved"])
def test_the_history_says_who_let_a_letter_leave_and_when(office, how):
    request, law, by = office.log().request, office.law, office.sign()
    templates = load_templates()
    kept = draft_letter(
        office.store, request, "receipt", templates=templates, law=law, today=TODAY, by=by
    )
    finish_letter(
        office.store, request, kept.letter,
        templates=templates, law=law, practice=False, today=TODAY, by=by,
    )  # fmt: skip
    mark_sent(office.store, request, kept.letter, how, law=law, on=TODAY, today=TODAY, by=by)
    told = [one for one in cases.history(office.store, request) if one.event.kind == "letter.sent"]
    assert [(one.initials, one.at, one.event.facts["how"]) for one in told] == [
        (by.initials, by.at, how)
    ]


LEAVES = {
    "calendar": "calendar.exported",
    "learning": "",  # a member of staff and invented cases
    "letter_job": "letter.sent",
    "list_form": "list.made",
    "request_acts": "evidence.made",
    "export_form": "export.made",
    "reports": "report.left",
    "printing": "",  # asks where to; those who call it are told of here
    "self_check": "self_check.saved",
    "settings_old_files": "",  # the certificate: numbers only, and its purge is in the journal
    "blanks": "",  # forms nobody has filled in
    "letter_leaving": "letter.sent",
    "printout_leaving": "paper.left",
    "letter_batch": "letter.sent",
    "salvage_dialog": "",  # how many of each kind were saved: numbers, before anybody is signed in
}
"""Where a file is saved and the event that tells of it; none where it tells of no family."""


def test_every_place_that_saves_a_file_is_known_and_tells_the_history():
    screens = {
        path.stem: path.read_text("utf-8") for path in (ROOT / "desktop/screens").glob("*.py")
    }
    asking = {
        name for name, text in screens.items()
        if re.search(r"getSaveFileName|AcceptSave|save_pdf\(|QSaveFile|\bask_for_file\(", text)
    }  # fmt: skip
    assert asking == set(LEAVES)
    actions = "".join(path.read_text("utf-8") for path in (ROOT / "desktop/actions").glob("*.py"))
    for kind in filter(None, LEAVES.values()):
        assert f'"{kind}"' in actions


CLAIM = re.compile(
    r"\b(we|this (app|program)|records desk)\b[^.]{0,40}\b"
    r"(certified|signed the pledge|seal|badge|accredited|ferpa.compliant|guarantee)",
    re.IGNORECASE,
)


def test_no_text_claims_a_pledge_a_badge_or_a_seal():
    texts = [
        path.read_text("utf-8")
        for folder, pattern in (
            (resources(), "**/*.toml"),
            (resources("letters"), "**/*.md"),
            (forms(), "**/*.ui"),
            (ROOT, "README.md"),
        )
        for path in folder.glob(pattern)
    ]
    assert len(texts) > 100
    assert [found[0] for text in texts for found in CLAIM.finditer(text)] == []
    assert CLAIM.search("This program is FERPA compliant.")


def test_every_tip_about_the_program_is_shown_because_it_is_proven():
    guidance = load_guidance()
    promised = set(guidance.meta.promise_cards)
    assert set(guidance.promises) <= promised
    assert {one for one in promised if guidance.is_shown(guidance.by_id[one])} == set(
        guidance.promises
    )
