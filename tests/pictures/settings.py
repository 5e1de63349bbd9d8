"""The settings, tab by tab, and their dialogs."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

from PIL import Image, ImageDraw
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from desktop.actions.backing_up import Upkeep, back_up, choose_second, safety
from desktop.actions.changes import Changes
from desktop.actions.office_letter import change_wording
from desktop.actions.people import NewPerson, add_person, person_leaves
from desktop.actions.signature import set_my_signature
from desktop.letters.template import load_templates
from desktop.office import moment
from desktop.records.backups import Why
from desktop.records.office_policy import PolicyKind
from desktop.records.person import Role
from desktop.records.place import Place
from desktop.records.school import Address
from desktop.records.targets import Target
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.passphrase_dialogs import GivePassphraseDialog, MyPassphraseDialog
from desktop.screens.person_dialog import PersonDialog
from desktop.screens.settings import SettingsPage
from desktop.screens.settings_letters import LettersTab
from desktop.screens.settings_places import PlaceDialog
from desktop.screens.settings_rule import RuleDialog
from desktop.screens.signature_dialog import SignatureDialog
from tests.desks import a_desk
from tests.office.fake_keychain import MemoryKeychain
from tests.offices import Office, a_party, a_student, an_office
from tests.pictures import picture

TODAY = date(2026, 10, 5)
SIZE = (980, 800)


def office() -> Office:
    """A Californian office with colleagues and open requests."""
    made = an_office(
        Path(mkdtemp()) / "home", state="CA", promise_calendar_days=3, email="a@b.c",
        address=Address(
            street="100 Orchard Lane", city="Willow Bend", state="CA", postal_code="93990"
        ),
    )  # fmt: skip
    for name, label, role, words in (
        ("Sam Lee", "SL", Role.FRONT_OFFICE, "quiet river under stones"),
        ("Dana Whitfield", "DW", Role.PRINCIPAL, "quiet river under stones"),
        ("Ngozi Adichie-Okonkwo y Fernández de la Vega", "NA", Role.FRONT_OFFICE, ""),
        ("Ruth Cohen", "RC", Role.FRONT_OFFICE, ""),
    ):
        new = NewPerson(name=name, initials=label, role=role, passphrase=words)
        add_person(made.store, made.home, made.opened.keys, new, by=made.sign())
    ruth = next(one for one in a_desk(made).people() if one.initials == "RC")
    person_leaves(made.store, made.home, made.opened.keys, ruth, by=made.sign())
    for given, family in (("Mia", "Alvarez"), ("Nguyễn", "Thị Ánh"), ("Jordan <b>", "Lee")):
        made.log(
            student=a_student(given=given, family=family), requester=a_party(name=f"A {family}")
        )
    return made


def page(tab: int) -> SettingsPage:
    made = SettingsPage(a_desk(office(), TODAY), find=MemoryKeychain().find)
    made.tabs.setCurrentIndex(tab)
    return made


@picture("settings-1-school", SIZE)
def school() -> QWidget:
    return page(0)


@picture("settings-1-logo", SIZE)
def school_logo() -> QWidget:
    made = page(0)
    file = Path(mkdtemp()) / "logo.png"
    badge = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(badge).ellipse((20, 20, 280, 180), fill="seagreen")
    badge.save(file)
    made.school.form.take_logo(file)
    scroll = made.school.school_scroll
    made.prepare_picture = lambda: scroll.verticalScrollBar().setValue(9999)
    return made


@picture("settings-2-people", SIZE)
def people() -> QWidget:
    made = page(1)
    made.people.people.choose_place(1)
    return made


@picture("settings-2-signature", (560, 330))
def my_signature() -> QWidget:
    desk = a_desk(office(), TODAY)
    hand = Image.new("RGBA", (680, 160), (0, 0, 0, 0))
    ImageDraw.Draw(hand).line(
        [(20 + 16 * x, 80 + (60 if x % 2 else -50) * (40 - x) // 40) for x in range(40)],
        fill="navy",
        width=6,
    )
    file = io.BytesIO()
    hand.save(file, "PNG")
    set_my_signature(desk.store, file.getvalue(), by=desk.sign())
    return SignatureDialog(desk)


@picture("settings-3-calendar", SIZE)
def calendar() -> QWidget:
    return page(2)


@picture("settings-3-moved", SIZE)
def calendar_moved() -> QWidget:
    made = page(2)
    tab = made.calendar
    for on, until, title, kind in (
        (date(2026, 11, 23), date(2026, 11, 27), "Thanksgiving break", "closure"),
        (date(2026, 12, 21), date(2027, 1, 1), "Winter break", "closure"),
        (date(2026, 10, 7), None, "Founders' Day", "holiday"),
    ):
        tab.from_on.set_value(on)
        tab.until_on.set_value(until)
        tab.entry_title.setText(title)
        tab.kind.setCurrentIndex(tab.kind.findData(kind))
        wait_for(tab.add.click, tab)
    made.prepare_picture = settle
    return made


def settle() -> None:
    """Let the list of holidays come and the page grow with it."""
    for _ in range(10):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def wait_for(does, tab) -> None:
    loop = QEventLoop()
    tab._desk.changed.connect(loop.quit)
    QTimer.singleShot(3000, loop.quit)
    does()
    loop.exec()


@picture("settings-4-places", SIZE)
def places() -> QWidget:
    made = page(3)
    made.places.places.choose_place(2)
    made.places.up.click()
    return made


@picture("settings-5-rules", SIZE)
def rules() -> QWidget:
    made = page(4)
    made.rules.rules.choose_place(2)
    return made


@picture("settings-5-rule-change", (620, 420))
def change_rule() -> QWidget:
    desk = a_desk(office(), TODAY)
    return RuleDialog(desk, PolicyKind.CHANGED, desk.books.book("US").rule[0])


@picture("settings-5-rule-add", (720, 640))
def add_a_rule() -> QWidget:
    dialog = RuleDialog(a_desk(office(), TODAY), PolicyKind.ADDED, None)
    dialog.days_message.tell("The number of days is missing. Type 1 to 366.")
    return dialog


@picture("settings-5-days", SIZE)
def days() -> QWidget:
    made = page(5)
    made.days.rows[Target.HEAD_BUSINESS_DAYS].field.setText("99")
    made.days.save.click()
    return made


@picture("settings-5-old-files", SIZE)
def old_files() -> QWidget:
    made = page(7)
    made.old_files.years.setText("5")
    return made


@picture("settings-6-look", SIZE)
def look() -> QWidget:
    return page(8)


@picture("settings-7-copies", SIZE)
def copies() -> QWidget:
    """After the first copies, with a drive that has been away for a while."""
    made = office()
    desk = a_desk(made, TODAY)
    drive = Path(mkdtemp())
    at = moment.now() - timedelta(days=9)
    back_up(made.home, desk.keys, Why.CHANGED, at=at)
    choose_second(made.home, desk.keys, drive, at=at)
    made.log()
    shown = SettingsPage(desk, find=MemoryKeychain().find)
    desk.keeper.upkeep = Upkeep(safety=safety(desk.store, made.home, desk.keys))
    desk.keeper.looked.emit()
    shown.show_copies()
    return shown


@picture("settings-7-computer", SIZE)
def computer() -> QWidget:
    return page(10)


@picture("settings-add-person", (560, 520))
def add() -> QWidget:
    return PersonDialog(a_desk(office(), TODAY))


@picture("settings-my-passphrase", (520, 400))
def my_passphrase() -> QWidget:
    return MyPassphraseDialog(a_desk(office(), TODAY))


@picture("settings-give-passphrase", (520, 380))
def give() -> QWidget:
    desk = a_desk(office(), TODAY)
    return GivePassphraseDialog(desk, desk.people()[2])


@picture("settings-place", (440, 240))
def place() -> QWidget:
    return PlaceDialog(Place(id=1, name="Health office", keeper="School nurse"))


@picture("settings-leave", (480, 220))
def leave() -> QWidget:
    return ConfirmDialog(
        "Sam Lee no longer works here?",
        "They can no longer sign in. What they entered stays in the history under their initials,"
        " and requests they own stay theirs until you give them to somebody.",
        "Take them off",
    )


def _letters(prepare) -> QWidget:
    made = page(6)

    def ready() -> None:
        tab = made.letters
        tab.choose("amendment_refused", "en")
        prepare(tab)

    made.prepare_picture = ready
    return made


def _worded(made: Office, text: str, reason: str) -> None:
    shipped = load_templates()
    found = shipped.get("amendment_refused")
    change_wording(
        made.store, found.id, "en", title=found.title, text=text, reason=reason, shipped=shipped,
        by=made.sign(),
    )  # fmt: skip


@picture("settings-letters", SIZE)
def letters() -> QWidget:
    return _letters(lambda _tab: None)


@picture("settings-letters-fault", SIZE)
def letters_fault() -> QWidget:
    def write(tab: LettersTab) -> None:
        tab.letter_text.setPlainText("Dear {{ recipient }}:\n\nWe are not able to help you.")
        tab.save.click()

    return _letters(write)


@picture("settings-letters-changed", SIZE)
def letters_changed() -> QWidget:
    def show(tab: LettersTab) -> None:
        office = tab._desk
        body = office.shipped_templates.get("amendment_refused").body
        _worded(office, body.replace("with care", "very carefully"), "The board asked for it.")
        office.did(Changes.of_office())
        tab.choose("amendment_refused", "en")
        tab.view.setCurrentIndex(tab.view.findData("ours"))

    return _letters(show)
