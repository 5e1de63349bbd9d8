"""Signing in: right and wrong, one person and several, the keychain, and every faulty file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.actions.people import NewPerson, add_person, person_leaves
from desktop.actions.signing_in import look_at_office, unlock_office
from desktop.office import key_files, keychain
from desktop.records.person import Role
from desktop.screens import jobs
from desktop.screens.recover_dialog import RecoverDialog
from desktop.screens.unlock import UnlockScreen
from desktop.store import engine, queries
from tests.office.fake_keychain import MemoryKeychain, no_keychain
from tests.offices import CODE, PASSPHRASE, an_office

ENTER = Qt.Key.Key_Return
SAMS = "quiet river under stones"


@pytest.fixture
def home(tmp_path):
    office = an_office(tmp_path / "home")
    office.store.close()
    return office.home


@pytest.fixture
def two(tmp_path):
    """A closed office with Jo Reyes and Sam Lee."""
    office = an_office(tmp_path / "home")
    sam = NewPerson(name="Sam Lee", initials="SL", role=Role.FRONT_OFFICE, passphrase=SAMS)
    add_person(office.store, office.home, office.opened.keys, sam, by=office.sign())
    office.store.close()
    return office.home


@pytest.fixture
def show(qtbot):
    """Show the screen and wait until the keychain has answered."""

    def show(home, find=no_keychain, **options):
        screen = UnlockScreen(home, find=find, **options)
        qtbot.addWidget(screen)
        screen.show()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return screen

    yield show
    assert jobs.drain(10_000)


def type_in(qtbot, text, key=ENTER):
    qtbot.keyClicks(QApplication.focusWidget(), text)
    if key:
        qtbot.keyClick(QApplication.focusWidget(), key)


def opened_by(qtbot, screen, does):
    with qtbot.waitSignal(screen.opened, timeout=10_000) as caught:
        does()
    opened = caught.args[0]
    opened.store.close()
    return opened.person


# The passphrase


def test_the_right_passphrase_and_enter_open_the_office(qtbot, show, home):
    screen = show(home)
    qtbot.waitUntil(screen.passphrase.entry.hasFocus)
    person = opened_by(qtbot, screen, lambda: type_in(qtbot, PASSPHRASE))
    assert person.initials == "JR"
    assert screen.passphrase.value() == ""


def test_a_wrong_passphrase_is_told_beside_the_field_and_can_be_typed_over(qtbot, show, home):
    screen = show(home)
    type_in(qtbot, "not the passphrase at all")
    qtbot.waitUntil(screen.passphrase_message.isVisible, timeout=10_000)
    assert "does not open" in screen.passphrase_message.text()
    assert screen.passphrase.entry.hasFocus()
    assert screen.passphrase.entry.selectedText()
    assert opened_by(qtbot, screen, lambda: type_in(qtbot, PASSPHRASE)).initials == "JR"


def test_no_passphrase_is_told_at_once(qtbot, show, home):
    screen = show(home)
    type_in(qtbot, "")
    assert screen.passphrase_message.isVisible()
    assert screen.open.isEnabled()


def test_one_person_is_not_asked_who_they_are(show, home):
    screen = show(home)
    assert not screen.person.isVisible()


def test_two_people_choose_who_they_are(qtbot, show, two):
    screen = show(two)
    assert [screen.person.itemText(at) for at in range(screen.person.count())] == ["JR", "SL"]
    qtbot.waitUntil(screen.person.hasFocus)
    qtbot.keyClick(screen.person, Qt.Key.Key_S)
    assert screen.person.currentText() == "SL"
    screen.passphrase.setFocus()
    assert opened_by(qtbot, screen, lambda: type_in(qtbot, SAMS)).name == "Sam Lee"


def test_one_persons_passphrase_does_not_let_another_in(qtbot, show, two):
    screen = show(two)
    screen.person.setCurrentText("JR")
    screen.passphrase.setFocus()
    type_in(qtbot, SAMS)
    qtbot.waitUntil(screen.passphrase_message.isVisible, timeout=10_000)


def test_choosing_somebody_else_empties_the_passphrase(qtbot, show, two):
    screen = show(two)
    screen.passphrase.setFocus()
    type_in(qtbot, "half of it", key=None)
    screen.person.setCurrentText("SL")
    assert screen.passphrase.value() == ""


def test_who_left_is_told(qtbot, show, two):
    screen = show(two)  # shown before the colleague left
    person = next(slot.person for slot in look_at_office(two).slots if slot.label == "JR")
    found = unlock_office(two, person, PASSPHRASE)
    kept = {path: path.read_bytes() for path in two.folder.glob("*.keys*")}
    leave(two, person, found)
    for path, content in kept.items():  # an old key file put back
        path.write_bytes(content)
    screen.person.setCurrentText("SL")
    screen.passphrase.setFocus()
    type_in(qtbot, SAMS)
    qtbot.waitUntil(screen.passphrase_message.isVisible, timeout=10_000)
    assert "no longer signs in" in screen.passphrase_message.text()


def leave(home, by_person, found):
    from desktop.actions.office import open_office  # noqa: PLC0415
    from desktop.office import moment  # noqa: PLC0415

    opened = open_office(home, by_person, found)
    sam = next(one for one in queries.people(opened.store) if one.initials == "SL")
    person_leaves(opened.store, home, opened.keys, sam, by=moment.sign(opened.person))
    opened.store.close()


# The keychain


def test_without_a_keychain_one_quiet_line_says_that_it_asks(qtbot, show, home):
    screen = show(home)
    qtbot.waitUntil(screen.asks_each_time.isVisible)
    assert not screen.remember.isVisible()


def test_with_a_keychain_it_is_remembered_on_request_and_opens_by_itself(qtbot, show, home):
    chain = MemoryKeychain()
    screen = show(home, chain.find)
    qtbot.waitUntil(screen.remember.isVisible)
    assert not screen.remember.isChecked()
    screen.remember.setChecked(True)
    opened_by(qtbot, screen, lambda: type_in(qtbot, PASSPHRASE))
    qtbot.waitUntil(lambda: bool(chain.kept))
    person = opened_by(qtbot, (again := UnlockScreen(home, find=chain.find)), lambda: None)
    qtbot.addWidget(again)
    assert person.initials == "JR"


def test_nothing_is_remembered_without_the_tick(qtbot, show, home):
    chain = MemoryKeychain()
    screen = show(home, chain.find)
    opened_by(qtbot, screen, lambda: type_in(qtbot, PASSPHRASE))
    assert jobs.drain(5000)
    assert not chain.kept


def remembering(home):
    chain, file = MemoryKeychain(), look_at_office(home)
    person = file.slots[0].person
    keychain.remember(file.vault, person, unlock_office(home, person, PASSPHRASE), chain.find)
    return chain


def test_after_locking_a_remembered_key_does_not_open_by_itself(qtbot, show, home):
    chain = remembering(home)
    screen = show(home, chain.find, by_itself=False)
    qtbot.waitUntil(screen.remember.isVisible)
    assert screen.sign_in.isVisible()
    assert opened_by(qtbot, screen, lambda: type_in(qtbot, PASSPHRASE)).initials == "JR"


def test_a_stale_copy_falls_back_quietly(qtbot, show, home):
    chain = remembering(home)
    ((name, secret),) = chain.kept.items()
    chain.kept[name] = secret[:-8] + "AAAAAAA="
    screen = show(home, chain.find)
    qtbot.waitUntil(screen.remember.isVisible)
    assert screen.sign_in.isVisible()
    assert not screen.passphrase_message.isVisible()
    assert not screen.notices.isVisible()


def test_a_locked_keychain_is_no_fault(qtbot, show, home):
    screen = show(home, MemoryKeychain(fault=OSError("locked")).find)
    qtbot.waitUntil(screen.remember.isVisible)
    assert opened_by(qtbot, screen, lambda: type_in(qtbot, PASSPHRASE)).initials == "JR"


# Faulty files


def shown_fault(screen):
    assert screen.faulty.isVisible()
    assert not screen.sign_in.isVisible()
    return screen.fault_says.text()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (None, "not where it should be"),
        (lambda _whole: b"", "empty"),
        (lambda whole: whole[:-100], "cut short"),
        (lambda _whole: b"SQLite format 3\x00" + b"\x00" * 4080, "not made by Records Desk"),
    ],
)
def test_a_faulty_records_file_is_one_sentence_and_stays_as_it_is(show, home, change, words):
    if change is None:
        home.records_file.unlink()
    else:
        home.records_file.write_bytes(change(home.records_file.read_bytes()))
    before = home.records_file.read_bytes() if change else None
    screen = show(home)
    assert words in shown_fault(screen)
    assert str(home.folder) in screen.folder_says.text()
    assert (home.records_file.read_bytes() if change else None) == before
    assert not home.records_file.exists() if change is None else True


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda whole: b"\x5a" * len(whole), "does not open with this key"),
        (lambda whole: whole[:8192], "damaged"),
    ],
)
def test_damage_inside_is_told_after_the_passphrase(qtbot, show, home, change, words):
    home.records_file.write_bytes(change(home.records_file.read_bytes()))
    screen = show(home)
    type_in(qtbot, PASSPHRASE)
    qtbot.waitUntil(screen.faulty.isVisible, timeout=10_000)
    assert words in shown_fault(screen)


def test_a_file_of_a_newer_program_names_both_versions(qtbot, show, home):
    file = look_at_office(home)
    found = unlock_office(home, file.slots[0].person, PASSPHRASE)
    connection = engine.connect(str(home.records_file))
    engine.set_key(connection, found.database)
    connection.execute("pragma user_version = 999")
    connection.close()
    screen = show(home)
    type_in(qtbot, PASSPHRASE)
    qtbot.waitUntil(screen.faulty.isVisible, timeout=10_000)
    assert "999" in shown_fault(screen)
    assert "newer" in shown_fault(screen)


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "missing"), (b"{", "damaged"), (b'{"format":"x","version":9}', "newer")],
)
def test_faulty_keys_are_one_sentence(show, home, content, words):
    for path in (first := key_files.key_file_of(home.records_file), key_files.twin_of(first)):
        path.unlink() if content is None else path.write_bytes(content)
    assert words in shown_fault(show(home))


def test_looking_again_finds_a_file_that_came_back(qtbot, show, home):
    away = home.records_file.with_name("away")
    home.records_file.rename(away)
    screen = show(home)
    shown_fault(screen)
    qtbot.waitUntil(screen.look_again.hasFocus)
    away.rename(home.records_file)
    qtbot.keyClick(screen.look_again, ENTER)
    assert screen.sign_in.isVisible()
    assert opened_by(qtbot, screen, lambda: type_in(qtbot, PASSPHRASE)).initials == "JR"


def test_no_button_deletes_anything(show, home):
    home.records_file.write_bytes(b"")
    screen = show(home)
    shown = [one.text() for one in screen.findChildren(QPushButton) if one.isVisible()]
    assert shown == ["Restore a cop&y…", "&Look again"]


def test_tab_leads_from_the_passphrase_to_the_button_and_then_to_show(qtbot, show, home):
    screen = show(home)
    screen.passphrase.entry.setFocus()
    reached = []
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [screen.open, screen.passphrase.show_button]


def test_after_three_wrong_passphrases_even_the_right_one_waits_a_moment(qtbot, show, home):
    screen = show(home)
    for number in range(4):
        qtbot.keyClicks(screen.passphrase.entry, "wrong" if number < 3 else PASSPHRASE)
        qtbot.keyClick(screen.passphrase.entry, Qt.Key.Key_Return)
        qtbot.waitUntil(screen.open.isEnabled, timeout=10_000)
    assert "the next one waits" in screen.passphrase_message.text()
    assert screen.passphrase.value() == PASSPHRASE  # nothing typed is lost


def test_the_recovery_code_opens_and_gives_a_new_passphrase(qtbot, show, home):
    screen = show(home)
    qtbot.mouseClick(screen.use_code, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(RecoverDialog)
    dialog.code.setText(CODE.lower().replace("-", " "))
    for field in (dialog.passphrase.first, dialog.passphrase.again):
        field.entry.setText("quiet river under stones")
    with qtbot.waitSignal(screen.opened, timeout=10_000) as opened:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    opened.args[0].store.close()
    person = opened.args[0].person.id
    assert unlock_office(home, person, "quiet river under stones")


def test_a_wrong_code_is_told_beside_it_and_stays(qtbot, show, home):
    screen = show(home)
    qtbot.mouseClick(screen.use_code, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(RecoverDialog)
    dialog.code.setText("7" * 32)
    for field in (dialog.passphrase.first, dialog.passphrase.again):
        field.entry.setText("quiet river under stones")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=10_000)
    assert "not the recovery code of this office" in dialog.code_message.text()
    assert dialog.code.text() == "7" * 32
    dialog.reject()
