"""The running program: from the first screen to the window, to lock and back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSysInfo, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import __main__, application, paths
from desktop.actions.office import open_office
from desktop.actions.signing_in import look_at_office, unlock_office
from desktop.application import Application, Start
from desktop.errors import DeskError
from desktop.office import key_files, keychain, settings
from desktop.office.hold import Holder
from desktop.office.opening import hold_of
from desktop.office.recovery import groups
from desktop.office.settings import Look
from desktop.paths import Home
from desktop.records.ids import PersonId
from desktop.records.practice import load_practice_office
from desktop.screens import jobs
from desktop.screens.intake import IntakeDialog
from desktop.screens.setup import SetupWizard
from desktop.screens.unlock import UnlockScreen
from desktop.store import queries
from tests.office.fake_keychain import MemoryKeychain
from tests.offices import AT, PASSPHRASE, an_office
from tests.programs import let_in, programs, screen, type_passphrase

ROOT = Path(__file__).parent.parent
KEYS, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def home(tmp_path):
    """An office in California with one open request, closed."""
    office = an_office(tmp_path / "home", state="CA")
    office.log()
    office.store.close()
    return office.home


@pytest.fixture
def start(qtbot, qapp):
    """Start the program; whatever it shows is gone after the test."""
    with programs(qapp) as begin:
        yield begin


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """The program's own files as a copy that can be broken: edit one by its path."""
    program = tmp_path / "program"
    for folder in (ROOT / "resources").iterdir():
        place = program / "resources" / folder.name
        if folder.name in {"fonts", "icons"}:
            place.symlink_to(folder)
        else:
            shutil.copytree(folder, place)
    (program / "forms").symlink_to(ROOT / "forms")
    monkeypatch.setattr(sys, "_MEIPASS", str(program), raising=False)

    def edit(file, change):
        path = program / "resources" / file
        if change is None:
            path.unlink()
        else:
            path.write_text(change(path.read_text("utf-8")), "utf-8")

    return edit


def signed_in(program, home):
    """Go in as the only person there is, without asking for a passphrase."""
    person = look_at_office(home).slots[0].person
    program._enter(open_office(home, person, unlock_office(home, person, PASSPHRASE)))
    return program.window


# The way in and out


def test_practice_opens_the_queue_with_its_forty_requests_also_after_locking(
    qtbot, start, tmp_path
):
    home = Home(folder=tmp_path / "home")  # made here, through the program
    program = start(home, practice=True)
    window = program.window
    tabs = window.turn.kept["queue"]._tabs
    last = tabs.count() - 1
    qtbot.waitUntil(lambda: tabs.tabText(last) != "Closed")
    shown = [int(tabs.tabText(place).split()[-1]) for place in (0, last)]
    told = load_practice_office(paths.resources("practice", "families.toml")).request
    assert sum(shown) == len(told) >= 40
    assert window.turn.kept["queue"].rows.model().rowCount() == shown[0]
    assert window.practice_band.isVisible()
    assert [one.name for one in home.folder.iterdir()] == ["practice"]

    made = queries.made_at(window._desk.store)
    window.lock.click()
    let_in(program)
    assert program.window is not window
    assert program.window.practice_band.isVisible()
    assert queries.made_at(program.window._desk.store) == made


def test_set_up_then_lock_then_unlock_then_lock_again(qtbot, start, tmp_path):
    home = Home(folder=tmp_path / "home")
    program = start(home)
    wizard = screen(program)
    assert isinstance(wizard, SetupWizard)
    wizard.school.name.setText("Lincoln Elementary")
    wizard.school.state.setCurrentIndex(wizard.school.state.findData("CA"))
    wizard.next.click()
    wizard.person.name.setText("Jo Reyes")
    wizard.person.initials.setText("JR")
    for field in (wizard.person.passphrase.first, wizard.person.passphrase.again):
        field.entry.setText(PASSPHRASE)
    wizard.next.click()
    for field, place in zip(
        (wizard.code.first, wizard.code.second), wizard.code._asked, strict=True
    ):
        field.setText(groups(wizard.code.code)[place])
    wizard.next.click()
    wizard.next.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)
    assert program._entrance is None
    for _ in range(2):
        first = program.window
        first.activateWindow()
        qtbot.keyClick(first, KEYS.Key_L, CTRL)
        assert program.window is None
        assert isinstance(screen(program), UnlockScreen)
        assert not first.isVisible()
        type_passphrase(qtbot, program)
        assert program.window.school_name.full_text() == "Lincoln Elementary"


def test_locking_closes_the_file(qtbot, start, home):
    program = start(home)
    store = signed_in(program, home)._desk.store
    program.window.lock.click()
    with pytest.raises(Exception, match="closed"):
        queries.people(store)


def test_a_remembered_key_opens_the_program_but_not_after_locking(qtbot, start, home):
    chain, file = MemoryKeychain(), look_at_office(home)
    person = file.slots[0].person
    keychain.remember(file.vault, person, unlock_office(home, person, PASSPHRASE), chain.find)
    program = start(home, find=chain.find)
    qtbot.waitUntil(lambda: program.window is not None)
    program.window.lock.click()
    qtbot.waitUntil(screen(program).remember.isVisible)
    assert jobs.drain(10_000)
    QApplication.processEvents()
    assert program.window is None
    type_passphrase(qtbot, program)


def test_the_window_comes_back_as_it_was_left_also_after_locking(qtbot, start, home):
    program = start(home)
    window = signed_in(program, home)
    window.resize(720, 710)
    window.guidance.click()
    window.guidance.click()
    window.guidance.click()
    wanted = window.guidance.isChecked()
    window.lock.click()
    window = signed_in(program, home)
    assert (window.width(), window.height()) == (720, 710)
    assert settings.load(home).guidance_open is wanted


def used(qtbot, window):
    """Read the law, as it is a moment after the first paint."""
    qtbot.waitUntil(lambda: window.care is not None, timeout=10_000)


def test_who_comes_back_finds_the_request_they_were_at(qtbot, start, home):
    program = start(home)
    window = signed_in(program, home)
    used(qtbot, window)
    (request,) = window.turn.kept["queue"].in_order
    window.open_request(request)
    window.lock.click()
    window = signed_in(program, home)
    used(qtbot, window)
    assert (window.turn.name, window.turn.last_request) == ("request", request)
    window.show_calendar()
    window.lock.click()
    window = signed_in(program, home)
    used(qtbot, window)
    assert window.turn.name == "calendar"


def intakes(window):
    return [one for one in window.findChildren(IntakeDialog) if one.isVisible()]


def test_a_request_half_typed_is_there_again_after_locking(qtbot, start, home):
    program = start(home)
    window = signed_in(program, home)
    used(qtbot, window)
    window.log_a_request()
    (intake,) = intakes(window)
    qtbot.keyClicks(intake.student.student_name, "Zoe Washington")
    window.lock_now()
    window = signed_in(program, home)
    used(qtbot, window)
    (intake,) = intakes(window)
    assert intake.student.student_name.text() == "Zoe Washington"
    intake.throw_away.click()
    window.lock_now()
    window = signed_in(program, home)
    used(qtbot, window)
    assert intakes(window) == []


def test_somebody_else_begins_where_everybody_begins(qtbot, start, home):
    program = start(home)
    window = signed_in(program, home)
    used(qtbot, window)
    window.show_calendar()
    window.lock.click()
    program._left = {PersonId(one + 1): place for one, place in program._left.items()}
    window = signed_in(program, home)
    used(qtbot, window)
    assert window.turn.name == "queue"


def test_practice_has_the_look_of_this_computer_until_it_gets_its_own(qtbot, start, tmp_path):
    home = Home(folder=tmp_path / "home")
    settings.save(home, settings.WindowSettings(look=Look.DARK, text_scale=1.5))
    program = Application(QApplication.instance(), Start(home=home, practice=True))
    assert program._remembered().text_scale == 1.5
    own = settings.WindowSettings(text_scale=2.0)
    settings.save(Home(folder=home.practice_folder), own)
    assert program._remembered() == own
    program.deleteLater()


# Broken files of the program's own


def syntax(text):
    return text + "\nbroken = = 1\n"


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        ("rules/federal.toml", syntax, "federal.toml, line "),
        (
            "rules/federal.toml",
            lambda text: text.replace("days = 45", 'days = "x"', 1),
            "federal.toml, line 14, rule[0].days",
        ),
        ("rules/federal.toml", None, "federal.toml"),
        ("rules/ca.toml", lambda text: "nonsense\n" + text, "ca.toml, line 1 "),
        ("rights/inspect.toml", syntax, "inspect.toml, line "),
        (
            "wording/en/queue.toml",
            lambda text: text.replace("[queue]", "[queue]\nfound = = 1", 1),
            "queue.toml, line ",
        ),
        (
            "wording/en/badge.toml",
            lambda text: text.replace('today = "Due today"', 'today = "Due {today"', 1),
            "badge.toml, line 5, badge.today",
        ),
        ("office/defaults.toml", syntax, "defaults.toml, line "),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_the_queue_is_there(
    qtbot, start, home, shipped, file, change, words
):
    shipped(file, change)
    window = signed_in(start(home), home)
    qtbot.waitUntil(window.notices.isVisible)
    assert words in window.notices.sentence.text()
    assert window.turn.kept["queue"].rows.model().rowCount() == 1
    qtbot.mouseClick(window.notices.action, Qt.MouseButton.LeftButton)
    rules = window.turn.kept["settings"].rules
    assert rules.isVisible()
    assert words in rules.faults_says.text()


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        (
            "letters/en/receipt.md",
            lambda text: text.replace("+++", "+++\nbroken = = 1", 1),
            "receipt.md, line 2",
        ),
        ("guidance/cards.toml", syntax, "cards.toml, line "),
        ("guidance/cards.toml", None, "cards.toml"),
    ],
)
def test_a_broken_letter_or_tip_is_listed_in_the_settings(
    qtbot, start, home, shipped, file, change, words
):
    shipped(file, change)
    window = signed_in(start(home), home)
    window.show_settings()
    page = window.turn.kept["settings"]
    page.show_rules()
    qtbot.waitUntil(page.rules.faults_frame.isVisible)
    assert words in page.rules.faults_says.text()


def test_set_up_opens_with_broken_files(qtbot, start, tmp_path, shipped):
    for file in ("rules/federal.toml", "rules/ca.toml", "office/defaults.toml",
                 "guidance/cards.toml", "wording/en/state.toml"):  # fmt: skip
        shipped(file, syntax)
    program = start(Home(folder=tmp_path / "home"))
    assert isinstance(screen(program), SetupWizard)
    assert screen(program).isVisible()


def test_practice_that_cannot_be_made_says_why_and_tries_again(qtbot, start, tmp_path, shipped):
    whole = {}

    def spoil(text):
        whole["text"] = text
        return syntax(text)

    shipped("practice/families.toml", spoil)
    home = Home(folder=tmp_path / "home")
    program = start(home, practice=True)
    assert program.window is None
    assert "families.toml, line " in screen(program).fault_says.text()
    screen(program).look_again.click()
    assert "families.toml, line " in screen(program).fault_says.text()
    shipped("practice/families.toml", lambda _broken: whole["text"])
    screen(program).look_again.click()
    let_in(program)
    assert program.window is not None
    assert program._entrance is None


def test_practice_opens_without_the_letter_that_is_broken(qtbot, start, tmp_path, shipped):
    shipped("letters/en/receipt.md", lambda text: "no fields\n" + text)
    window = start(Home(folder=tmp_path / "home"), practice=True).window
    assert window.turn.kept["queue"].rows.model().rowCount() > 30


# Broken records


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda file: file.unlink(), "not where it should be"),
        (lambda file: file.write_bytes(b""), "empty"),
        (lambda file: file.write_bytes(file.read_bytes()[:-100]), "cut short"),
        (lambda file: file.write_bytes(b"PK\x03\x04" * 2048), "does not open"),
    ],
)
def test_a_faulty_records_file_is_said_and_no_set_up_is_offered(qtbot, start, home, spoil, words):
    spoil(home.records_file)
    program = start(home)
    unlock = screen(program)
    assert isinstance(unlock, UnlockScreen)
    if unlock.sign_in.isVisible():  # only the key can tell that it is not ours
        unlock.passphrase.entry.setText(PASSPHRASE)
        unlock.open.click()
        qtbot.waitUntil(unlock.faulty.isVisible, timeout=10_000)
    assert words in unlock.fault_says.text()


def test_keys_alone_mean_sign_in(start, home):
    first = key_files.key_file_of(home.records_file)
    home.records_file.unlink()
    first.unlink()
    assert key_files.twin_of(first).exists()
    assert isinstance(screen(start(home)), UnlockScreen)


# The last resort


@pytest.fixture
def last_resort(qapp, monkeypatch):
    def install(program):
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        application._install_last_resort(qapp, program)
        return sys.excepthook

    return install


def caught(fault):
    try:
        raise fault
    except type(fault) as found:
        return type(found), found, found.__traceback__


def test_a_bug_is_told_and_its_report_names_nobody_and_no_folder(qtbot, start, home, last_resort):
    program = start(home)
    window = signed_in(program, home)
    last_resort(program)(*caught(ValueError("Mia Alvarez, born 2017-03-14")))
    assert window.notices.isVisible()
    assert "What was saved is safe" in window.notices.sentence.text()
    QGuiApplication.clipboard().clear()
    qtbot.mouseClick(window.notices.action, Qt.MouseButton.LeftButton)
    report = QGuiApplication.clipboard().text()
    assert "ValueError" in report
    assert f"{__name__}:" in report
    for private in ("Mia", "Alvarez", "2017", str(ROOT), str(Path.home())):
        assert private not in report


def test_a_bug_before_signing_in_is_told_too(start, home, last_resort):
    program = start(home)
    last_resort(program)(*caught(KeyError("Mia Alvarez")))
    assert screen(program).notices.isVisible()


def test_a_fault_the_office_can_mend_is_told_in_its_own_words(start, home, last_resort):
    program = start(home)
    window = signed_in(program, home)
    last_resort(program)(*caught(DeskError("disk_full", "The disk is full.", "Free some space.")))
    assert window.notices.sentence.text() == "The disk is full. Free some space."
    assert not window.notices.action.isVisible()


# From outside


def run(*arguments, **environment):
    ours = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", paths.HOME_VARIABLE}
    kept = {key: value for key, value in os.environ.items() if key not in ours}
    return subprocess.run(  # noqa: S603  # our own words
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**kept, **environment},
        timeout=60,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
def test_without_a_display_one_sentence_is_said():
    done = run("-m", "desktop")
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


_LIFE = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from desktop import application
from desktop.actions.office import open_office
from desktop.office.keys import VaultKeys
from desktop.paths import home

HEAVY = ("reportlab", "keyring", "holidays", "jinja2", "argon2", "PIL", "icalendar", "openpyxl",
         "sqlite_utils", "pypdf", "desktop.records.case", "desktop.records.clock",
         "desktop.store.cases", "desktop.actions.days", "desktop.actions.intake")

class Painted(QObject):
    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint and not said:
            said.append(True)
            print("loaded", *(name for name in HEAVY if name in sys.modules))
            QTimer.singleShot(100, lock)
        return False

said, painted = [], Painted()

class Program(application.Application):
    def open(self):
        programs.append(self)
        self.go_in()
    def go_in(self):
        key = VaultKeys(vault_key=bytes.fromhex(sys.argv[1]))
        self._enter(open_office(home(), int(sys.argv[2]), key))
        page = self.window.pages.currentWidget().rows.viewport()
        page.installEventFilter(painted)

programs = []

def lock():
    programs[0].window.lock.click()
    QTimer.singleShot(100, back)

def back():
    print("locked", programs[0]._entrance.isVisible())
    programs[0].go_in()
    QTimer.singleShot(100, programs[0].window.close)

application.Application = Program
sys.exit(application.main(application.Start(home=home())))
"""


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    """The program's real loop: painted, locked, opened again, closed by its last window."""
    office = an_office(tmp_path_factory.mktemp("life"))
    office.log()
    office.store.close()
    return run(
        "-c",
        _LIFE,
        office.opened.keys.vault_key.hex(),
        str(office.opened.person.id),
        QT_QPA_PLATFORM="offscreen",
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
        RECORDS_DESK_HOME=str(office.home.folder),
    )


def test_nothing_heavy_is_loaded_when_the_queue_is_first_painted(life):
    assert life.stdout.splitlines()[0] == "loaded"


def test_locking_does_not_end_the_program_and_closing_the_window_does(life):
    assert life.stdout.splitlines()[1:] == ["locked True"]
    assert "Traceback" not in life.stderr
    assert life.returncode == 0


_EARLY_BUG = """
import sys
from pathlib import Path
from desktop import application
from desktop.paths import Home

class Program(application.Application):
    def open(self):
        raise KeyError("Mia Alvarez")

application.Application = Program
sys.exit(application.main(application.Start(home=Home(folder=Path("nowhere")))))
"""


def test_a_bug_before_there_is_a_window_ends_the_program_and_names_nobody():
    done = run("-c", _EARLY_BUG, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "KeyError" in done.stderr
    assert "Mia" not in done.stderr


_NAME = "from desktop.screens import theme; print(theme.new_application().desktopFileName())"


def test_the_desktop_knows_whose_number_it_shows_on_the_icon():
    """Without the name Qt warns at every change of the number, and shows none."""
    done = run("-c", _NAME, QT_QPA_PLATFORM="offscreen")
    assert done.stdout.strip() == "records-desk"


# How it is started


def test_the_home_that_is_given_goes_before_the_one_in_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "named"))
    assert paths.home(tmp_path / "given").folder == tmp_path / "given"
    assert paths.home().folder == tmp_path / "named"
    monkeypatch.setenv(paths.HOME_VARIABLE, "")
    assert paths.home().folder.name == "Records Desk"


@pytest.mark.parametrize("written", [["--home", "here"], ["--home=here"]])
def test_the_home_can_be_written_in_both_ways(written):
    assert __main__._options([*written, "--practice"]) == (True, Path("here"), False)


@pytest.mark.parametrize("wrong", [["--home"], ["--home="], ["--practice=yes"], ["--home=x", "y"]])
def test_an_option_that_is_none_is_one_sentence(monkeypatch, capsys, wrong):
    monkeypatch.setattr(sys, "argv", ["records-desk", *wrong])
    assert __main__.main() == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "records-desk --help" in said


# A second copy


def test_a_second_copy_says_in_one_sentence_that_the_office_is_open(start, home):
    signed_in(start(home), home)
    second = start(home)
    said = screen(second).fault_says.text()
    assert said.startswith("This office is open in another Records Desk window on this computer")
    assert ", since 20" in said
    assert not screen(second).sign_in.isVisible()


def test_a_second_start_brings_the_first_window_to_the_front(qtbot, start, home):
    first = start(home)
    signed_in(first, home)
    first.window.showMinimized()
    with qtbot.waitSignal(first._one_copy.wished):
        second = start(home)
        with qtbot.waitSignal(second.raised_first):
            pass
    assert not first.window.isMinimized()


def test_after_a_bad_end_the_file_is_checked_beside_the_window_and_damage_is_told(
    qtbot, start, home
):
    person = look_at_office(home).slots[0].person
    found = unlock_office(home, person, PASSPHRASE)
    with closing(open_office(home, person, found).store) as store:
        store._connection.execute("drop trigger event_no_update")
        store._connection.execute("update event set initials = 'ZZ' where seq = 1")
    (home.folder / "open.lock").write_text("left behind")
    program = start(home)
    signed_in(program, home)
    told = program.window.notices.sentence
    qtbot.waitUntil(lambda: "Entry 1 of the journal was changed" in told.text(), timeout=20_000)


def test_a_computer_that_does_not_answer_is_named(start, home):
    other = hold_of(home)
    other.take(AT)
    note = Holder(who="frontdesk", computer="LIBRARY-PC", since=AT, pid=1)
    (home.folder / "open.lock").write_bytes(msgspec.json.encode(note))
    said = screen(start(home)).fault_says.text()
    assert "on the computer LIBRARY-PC, under the account frontdesk, since 2026-10-05" in said
    other.let_go()


@pytest.mark.parametrize(
    ("folder", "says"),
    [("OneDrive - Lincoln ISD", "synced with the internet"), ("Dropbox", "synced")],
)
def test_an_office_does_not_open_where_records_can_be_lost(start, home, tmp_path, folder, says):
    moved = tmp_path / folder / "desk"
    shutil.copytree(home.folder, moved)
    before = {one.name for one in moved.iterdir()}
    assert says in screen(start(Home(folder=moved))).fault_says.text()
    assert {one.name for one in moved.iterdir()} == before


def test_a_second_copy_looks_again_once_the_first_is_closed(qtbot, start, home):
    first, second = start(home), start(home)
    first._one_copy.let_go()
    screen(second).look_again.click()
    assert screen(second).sign_in.isVisible()


def test_the_practice_office_opens_beside_the_real_one(start, home):
    signed_in(start(home), home)
    assert start(home, practice=True).window is not None


@pytest.mark.parametrize(
    "left_behind",
    [f"999999999\npython\n{QSysInfo.machineHostName()}\n", "", "1\npython\nelsewhere\n"],
    ids=["of a program that is gone", "empty", "of another computer"],
)
def test_a_lock_that_was_left_behind_stands_in_nobodys_way(start, home, left_behind):
    (home.folder / "open.lock").write_text(left_behind)
    assert screen(start(home)).sign_in.isVisible()


def test_a_new_office_is_held_from_the_moment_it_is_made(start, tmp_path):
    office = an_office(tmp_path / "new")
    office.store.close()
    program = start(Home(folder=tmp_path / "elsewhere"))
    assert isinstance(screen(program), SetupWizard)
    shutil.copytree(office.home.folder, tmp_path / "elsewhere")
    signed_in(program, program._home)
    assert (tmp_path / "elsewhere" / "open.lock").exists()
