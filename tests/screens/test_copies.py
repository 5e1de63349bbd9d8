"""Copies in the window: made by themselves, shown, tried, put back on the sign-in screen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.actions import backing_up
from desktop.actions.backing_up import back_up
from desktop.office import moment
from desktop.paths import Home
from desktop.records.backups import Reason, Why
from desktop.screens.backup_keeper import BackupKeeper, CopiesLight
from desktop.screens.entrance import Entrance
from desktop.screens.restore_dialog import RestoreDialog
from desktop.screens.settings_copies import CopiesTab
from desktop.screens.setup import SetupWizard
from desktop.screens.unlock import UnlockScreen
from desktop.store import backup
from desktop.store.backup_note import RECORDS
from tests.desks import a_desk
from tests.offices import CODE, PASSPHRASE, an_office, the_defaults, the_law


@pytest.fixture
def desk(tmp_path):
    made = a_desk(an_office(tmp_path / "home"))
    yield made
    made.store.close()


def looked(qtbot, keeper: BackupKeeper) -> None:
    with qtbot.waitSignal(keeper.looked, timeout=20_000):
        keeper.look()


def copies(desk) -> int:
    return len(backup.all_in(desk.home.backups_folder, desk.keys))


def test_the_first_copy_is_made_by_itself_and_the_light_says_what_is_missing(qtbot, desk):
    from PySide6.QtWidgets import QPushButton  # noqa: PLC0415

    button = QPushButton()
    qtbot.addWidget(button)
    CopiesLight(button, desk.keeper, desk)
    looked(qtbot, desk.keeper)
    assert copies(desk) == 1
    assert desk.keeper.reason is Reason.NO_SECOND
    assert button.text() == "Copies only on this computer"
    assert "only on this computer" in button.toolTip()
    assert button.accessibleDescription() == button.toolTip()


def test_nothing_is_copied_twice(qtbot, desk):
    looked(qtbot, desk.keeper)
    looked(qtbot, desk.keeper)
    assert copies(desk) == 1


def test_a_change_is_copied_once_it_is_some_minutes_old(qtbot, desk, monkeypatch):
    looked(qtbot, desk.keeper)
    with desk.store.change(backing_up_event(), by=desk.sign()):
        pass
    looked(qtbot, desk.keeper)
    assert copies(desk) == 1
    later = moment.now() + timedelta(minutes=11)
    monkeypatch.setattr(moment, "now", lambda: later)
    looked(qtbot, desk.keeper)
    assert copies(desk) == 2


def backing_up_event():
    from desktop.store.journal import Event  # noqa: PLC0415

    return Event(kind="school.changed")


def test_a_copy_that_fails_is_told_with_the_reason(qtbot, desk, tmp_path):
    desk.home.folder.joinpath("backups").write_text("a file in the way")
    looked(qtbot, desk.keeper)
    assert desk.keeper.reason is Reason.NO_COPY
    assert desk.keeper.upkeep.fault.code == "cannot_write"


def test_the_keyboard_is_on_the_button_again_once_the_copy_was_tried(qtbot, desk):
    """The buttons go out meanwhile; the keyboard ended on the window's first button, Today."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    today, tab = QPushButton("Today"), CopiesTab(desk)
    layout.addWidget(today)
    layout.addWidget(tab)
    window.show()
    window.activateWindow()
    qtbot.mouseClick(tab.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is made and was read back" in tab.notices.sentence.text())
    qtbot.waitUntil(tab.try_it.isEnabled)
    tab.try_it.setFocus()
    qtbot.keyClick(tab.try_it, Qt.Key.Key_Space)
    assert not tab.try_it.hasFocus()
    qtbot.waitUntil(lambda: "It works." in tab.notices.sentence.text(), timeout=20_000)
    assert window.focusWidget() is tab.try_it


def test_a_copy_is_made_tried_and_taken_to_a_second_place_by_its_buttons(qtbot, desk, tmp_path):
    tab = CopiesTab(desk)
    qtbot.addWidget(tab)
    qtbot.mouseClick(tab.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is made and was read back" in tab.notices.sentence.text())
    qtbot.waitUntil(lambda: tab.keeper.upkeep is not None)
    qtbot.mouseClick(tab.try_it, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "It works." in tab.notices.sentence.text(), timeout=20_000)
    drive = tmp_path / "drive"
    drive.mkdir()
    tab.use_second(drive)
    qtbot.waitUntil(tab.no_second.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: ("Second place", str(backing_up.place_in(drive))) in tab.facts.facts())
    assert len(backup.all_in(backing_up.place_in(drive), desk.keys)) == 1


def test_the_office_s_own_folder_is_refused_in_words(qtbot, desk):
    tab = CopiesTab(desk)
    qtbot.addWidget(tab)
    tab.use_second(desk.home.folder)
    qtbot.waitUntil(lambda: "inside the office's own folder" in tab.notices.sentence.text())


# Putting one back


@pytest.fixture
def closed(tmp_path):
    """A closed office with a copy that holds one request of two."""
    office = an_office(tmp_path / "home")
    office.log()
    back_up(office.home, office.opened.keys, Why.CHANGED, at=moment.now())
    office.log()
    office.store.close()
    return office


def entrance(qtbot, home) -> Entrance:
    made = Entrance(
        home, law_of=lambda _state: the_law(), defaults=the_defaults(), find=lambda: None
    )
    qtbot.addWidget(made)
    made.show()
    return made


def dialog_of(screen) -> RestoreDialog:
    return screen.findChild(RestoreDialog)


def restored(qtbot, dialog, typed: str) -> None:
    qtbot.keyClicks(dialog.secret.entry, typed)
    with qtbot.waitSignal(dialog.restored, timeout=20_000):
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)


def requests(home: Home, keys) -> int:
    from desktop.store.store import Store  # noqa: PLC0415

    store = Store.open(home.records_file, keys)
    (found,) = store.rows("select count(*) from request")
    store.close()
    return found[0]


def test_a_damaged_file_offers_its_copies_and_one_comes_back(qtbot, closed):
    closed.home.records_file.write_bytes(b"")
    screen = entrance(qtbot, closed.home)._screen
    assert "Restore a copy" in screen.fault_says.text()
    qtbot.mouseClick(screen.restore, Qt.MouseButton.LeftButton)
    restored(qtbot, dialog_of(screen), PASSPHRASE)
    assert requests(closed.home, closed.opened.keys) == 1
    assert not screen.sign_in.isHidden()
    assert "What it replaced is kept in" in screen.notices.sentence.text()


def test_a_wrong_passphrase_is_told_beside_the_field(qtbot, closed):
    dialog = RestoreDialog(closed.home)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.keyClicks(dialog.secret.entry, "not the passphrase")
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "does not open the file" in dialog.secret_message.text())
    assert dialog.restore.isEnabled()
    assert requests(closed.home, closed.opened.keys) == 2


@pytest.mark.parametrize("name", ["cancel", "choose", "restore"])
def test_enter_presses_the_button_the_keyboard_is_on(qtbot, closed, name):
    """With the keyboard on Cancel, Enter put the copy in the place of the office's files."""
    dialog = RestoreDialog(closed.home)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    pressed = []
    for one in ("cancel", "choose", "restore"):
        getattr(dialog, one).clicked.disconnect()
        getattr(dialog, one).clicked.connect(lambda _=False, which=one: pressed.append(which))
    getattr(dialog, name).setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert pressed == [name]


def test_the_field_keeps_its_height_while_a_refusal_is_told_under_it(qtbot, closed):
    dialog = RestoreDialog(closed.home)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    before = dialog.height()
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.secret_message.isVisible)
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.secret.entry.height() >= dialog.secret.entry.sizeHint().height()


def test_a_damaged_copy_is_told_and_nothing_is_touched(qtbot, closed):
    (one,) = backup.all_in(closed.home.backups_folder, closed.opened.keys)
    with (one.folder / RECORDS).open("r+b") as file:
        file.seek(9000)
        file.write(b"spoilt")
    dialog = RestoreDialog(closed.home)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.keyClicks(dialog.secret.entry, PASSPHRASE)
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "damaged or not complete" in dialog.notices.sentence.text())
    assert requests(closed.home, closed.opened.keys) == 2


def test_a_new_computer_begins_with_a_copy_and_the_recovery_code(qtbot, closed, tmp_path):
    new = Home(folder=tmp_path / "new")
    first = entrance(qtbot, new)
    assert isinstance(first._screen, SetupWizard)
    qtbot.mouseClick(first._screen.restore, Qt.MouseButton.LeftButton)
    dialog = dialog_of(first._screen)
    assert not dialog.restore.isEnabled()
    dialog.look_in(closed.home.folder)
    dialog.by_code.setChecked(True)
    restored(qtbot, dialog, CODE)
    assert isinstance(first._screen, UnlockScreen)
    assert requests(new, closed.opened.keys) == 1
