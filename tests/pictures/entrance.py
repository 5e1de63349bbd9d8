"""First start: the set-up page by page, and signing in."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QWidget

from desktop.actions.people import NewPerson, add_person
from desktop.actions.practising import open_practice_office
from desktop.actions.signing_in import Find
from desktop.errors import DeskError
from desktop.office import moment
from desktop.office.recovery import groups
from desktop.paths import Home
from desktop.records.person import Role
from desktop.screens import jobs
from desktop.screens.practice_entrance import PracticeEntrance
from desktop.screens.setup import SetupWizard
from desktop.screens.unlock import UnlockScreen
from tests.desks import law_of
from tests.office.fake_keychain import MemoryKeychain, no_keychain
from tests.offices import PASSPHRASE, a_school, an_office, the_defaults, the_law, the_wording
from tests.pictures import picture

HOME = Home(folder=Path("/home/office/Records Desk"))


def wizard() -> SetupWizard:
    return SetupWizard(HOME, the_law(), the_defaults())


def filled() -> SetupWizard:
    made = wizard()
    made.school.fill(a_school(email="office@maplegrove.example", office_hours="8:00 to 4:00"))
    made.person.name.setText("María-José Fernández de la Cruz")
    made.person.name.textEdited.emit(made.person.name.text())
    made.person.passphrase.first.entry.setText("blue kettle by the river")
    made.person.passphrase.first.edited.emit("")
    made.person.passphrase.again.entry.setText("blue kettle by the river")
    return made


@picture("setup-1-school", (1180, 800))
def setup_school() -> QWidget:
    return wizard()


@picture("setup-1-refused", (1180, 800))
def setup_refused() -> QWidget:
    made = wizard()
    made.next.click()
    return made


@picture("setup-1-filled", (1180, 800))
def setup_filled() -> QWidget:
    return filled()


@picture("setup-2-you", (1180, 800))
def setup_you() -> QWidget:
    made = filled()
    made.next.click()
    return made


@picture("setup-2-refused", (1180, 800))
def setup_you_refused() -> QWidget:
    made = filled()
    made.next.click()
    made.person.passphrase.again.entry.setText("blue")
    made.next.click()
    return made


def at_code() -> SetupWizard:
    made = filled()
    made.next.click()
    made.next.click()
    return made


@picture("setup-3-code", (1180, 800))
def setup_code() -> QWidget:
    made = at_code()
    made.code.first.setText("XXXX")
    made.next.click()
    return made


@picture("setup-4-ready", (1180, 800))
def setup_ready() -> QWidget:
    made = at_code()
    for field, place in zip((made.code.first, made.code.second), made.code._asked, strict=True):
        field.setText(groups(made.code.code)[place])
    made.next.click()
    return made


@picture("setup-1-lower", (1180, 800))
def setup_lower() -> QWidget:
    made = filled()
    made.prepare_picture = lambda: made.school_scroll.verticalScrollBar().setValue(9999)
    return made


def office(*initials: str) -> Home:
    """A closed office with these people."""
    made = an_office(Path(mkdtemp()) / "home")
    for label in initials:
        new = NewPerson(name=label, initials=label, role=Role.FRONT_OFFICE, passphrase=PASSPHRASE)
        add_person(made.store, made.home, made.opened.keys, new, by=made.sign())
    made.store.close()
    return made.home


def unlock(home: Home, keychain: Find) -> UnlockScreen:
    return UnlockScreen(home, find=keychain)


@picture("unlock", (620, 460))
def unlock_one() -> QWidget:
    return unlock(office(), MemoryKeychain().find)


@picture("unlock-several", (620, 460))
def unlock_several() -> QWidget:
    screen = unlock(office("SL", "DW"), no_keychain)
    screen.passphrase.entry.setText("maple grove")
    screen._refused(
        DeskError("wrong_passphrase", "That passphrase does not open the file.", "Try again.")
    )
    return screen


@picture("unlock-fault", (620, 460))
def unlock_fault() -> QWidget:
    home = office()
    home.records_file.write_bytes(home.records_file.read_bytes()[:-7])
    return unlock(home, no_keychain)


def _practice(*, making: bool) -> QWidget:
    folder = Path(mkdtemp())
    home = Home(folder=folder)
    if not making:
        open_practice_office(home, law_of, the_defaults(), now=moment.now()).store.close()
    shown = PracticeEntrance(
        home, law_of=law_of, defaults=the_defaults(), wording=the_wording(), role=Role.PRINCIPAL
    )
    if making:
        jobs.drain()
        shown._tell(23, 62)
    return shown


@picture("practice-entrance", (620, 620))
def practice_entrance() -> QWidget:
    return _practice(making=False)


@picture("practice-entrance-making", (620, 620))
def practice_entrance_making() -> QWidget:
    return _practice(making=True)
