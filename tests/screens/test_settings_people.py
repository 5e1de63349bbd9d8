"""Settings, people: who works here, who can sign in, and what their dialogs refuse."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from desktop.actions.signing_in import unlock_office
from desktop.errors import DeskError
from desktop.office import key_files
from desktop.records.person import Role
from desktop.screens import jobs
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.passphrase_dialogs import GivePassphraseDialog, MyPassphraseDialog
from desktop.screens.person_dialog import PersonDialog
from desktop.screens.signature_dialog import SignatureDialog
from desktop.store import queries
from tests.offices import PASSPHRASE, an_office
from tests.screens.settings_pages import KEYS, SAMS, Settings, add_sam, staff, ways_in

NEW = "seven yellow pencils today"


@pytest.fixture
def office(tmp_path):
    made = an_office(tmp_path / "home", state="CA")
    yield made
    assert jobs.drain(10_000)
    made.store.close()


@pytest.fixture
def people(qtbot, office):
    def build(**options) -> Settings:
        return Settings(qtbot, office, "people", **options)

    return build


def opens(office, person, passphrase) -> bool:
    try:
        unlock_office(office.home, person.id, passphrase)
    except DeskError:
        return False
    return True


def events(office) -> list[str]:
    return [row[0] for row in office.store.rows("select kind from event order by seq")]


# The list


def test_each_person_is_listed_with_their_work_and_their_way_in(office, people):
    add_sam(office)
    page = people()
    assert page.rows(page.tab.people) == [
        ["Jo Reyes", "JR", "Registrar", "Yes, this is you"],
        ["Sam Lee", "SL", "Front office", "No passphrase"],
    ]
    assert page.tab.change_mine.isEnabled()


def test_nothing_can_be_done_to_oneself_or_to_nobody(office, people):
    add_sam(office)
    tab = people().tab
    tab.people.clearSelection()
    tab.people.choose_place(0)
    assert tab.chosen().initials == "JR"
    assert not tab.leave.isEnabled()
    assert not tab.give.isEnabled()
    tab.people.choose_place(1)
    assert tab.leave.isEnabled()
    assert tab.give.isEnabled()


def test_the_practice_office_offers_no_passphrase(office, people):
    add_sam(office)
    tab = people(practice=True).tab
    tab.people.choose_place(1)
    assert not tab.give.isEnabled()
    assert not tab.change_mine.isEnabled()
    assert tab.leave.isEnabled()


# Adding


def add_by_keyboard(page, name="Sam Lee", first="", again=None) -> PersonDialog:
    page.click(page.tab.add)
    dialog = page.dialog(PersonDialog)
    page.type(name)
    dialog.form.passphrase.first.setFocus()
    page.type(first)
    dialog.form.passphrase.again.setFocus()
    page.type(first if again is None else again)
    return dialog


def test_a_person_is_added_with_their_own_passphrase(office, people):
    page = people()
    add_by_keyboard(page, first=SAMS)
    page.press(KEYS.Key_Return)
    assert page.said() == "The person is added."
    assert page.rows(page.tab.people)[1] == ["Sam Lee", "SL", "Front office", "Yes"]
    assert opens(office, staff(office, "SL"), SAMS)
    assert (
        not page.page.findChildren(PersonDialog)
        or not page.page.findChild(PersonDialog).isVisible()
    )


def test_a_person_without_a_passphrase_can_own_requests_but_not_sign_in(office, people):
    page = people()
    dialog = add_by_keyboard(page)
    dialog.form.role.setCurrentIndex(dialog.form.role.findData(Role.PRINCIPAL))
    page.click(dialog.save)
    page.said()
    assert staff(office, "SL").role is Role.PRINCIPAL
    assert ways_in(office) == ["JR"]


@pytest.mark.parametrize(
    ("name", "first", "again", "message"),
    [
        ("", "", None, "name_message"),
        ("Jo Reyes", "", None, "initials_message"),
        ("Sam Lee", "short", None, "passphrase.first_message"),
        ("Sam Lee", SAMS, "quiet river", "passphrase.again_message"),
        ("Sam Lee", "", SAMS, "passphrase.again_message"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_nobody_is_added(
    qtbot, office, people, name, first, again, message
):
    page = people()
    dialog = add_by_keyboard(page, name, first, again)
    page.click(dialog.save)
    place = dialog.form
    for part in message.split("."):
        place = getattr(place, part)
    qtbot.waitUntil(place.isVisible, timeout=10_000)
    assert place.field().hasFocus()
    assert dialog.form.name.text() == name
    assert dialog.form.passphrase.first.value() == first
    assert [one.initials for one in queries.people(office.store)] == ["JR"]


def test_escape_adds_nobody(office, people):
    page = people()
    dialog = add_by_keyboard(page, first=SAMS)
    page.press(KEYS.Key_Escape)
    assert not dialog.isVisible()
    assert len(queries.people(office.store)) == 1


def test_escape_while_somebody_is_being_added_does_not_hide_that_they_are(qtbot, office, people):
    page = people()
    dialog = add_by_keyboard(page, first=SAMS)
    page.press(KEYS.Key_Return)
    qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert dialog.isVisible()
    assert page.said() == "The person is added."
    assert len(page.rows(page.tab.people)) == 2


# Leaving


def test_leaving_is_asked_first_and_enter_keeps_things_as_they_are(office, people):
    add_sam(office, SAMS)
    page = people()
    page.tab.people.choose_place(1)
    page.click(page.tab.leave)
    dialog = page.dialog(ConfirmDialog)
    assert dialog.question.text() == "Sam Lee no longer works here?"
    assert dialog.cancel.hasFocus()
    page.press(KEYS.Key_Return)
    assert not dialog.isVisible()
    assert staff(office, "SL").active
    assert ways_in(office) == ["JR", "SL"]


@pytest.mark.parametrize("passphrase", [SAMS, ""])
def test_who_leaves_cannot_sign_in_and_stays_on_the_list(office, people, passphrase):
    sam = add_sam(office, passphrase)
    page = people()
    page.tab.people.choose_place(1)
    page.click(page.tab.leave)
    page.click(page.dialog(ConfirmDialog).act)
    assert page.said() == "They can no longer sign in."
    assert page.rows(page.tab.people)[1][3] == "No longer works here"
    assert ways_in(office) == ["JR"]
    assert not staff(office, "SL").active
    assert not page.tab.leave.isEnabled()
    assert not page.tab.give.isEnabled()
    assert events(office)[-1] == "person.left"
    assert page.tab.chosen().id == sam.id


# Passphrases


def type_new(page, dialog, text=NEW, again=None):
    dialog.passphrase.first.setFocus()
    page.type(text)
    dialog.passphrase.again.setFocus()
    page.type(text if again is None else again)


def test_ones_own_passphrase_is_changed_after_the_old_one_is_proved(office, people):
    page = people()
    page.click(page.tab.change_mine)
    dialog = page.dialog(MyPassphraseDialog)
    assert dialog.old.entry.hasFocus()
    page.type(PASSPHRASE)
    type_new(page, dialog)
    page.press(KEYS.Key_Return)
    assert page.said() == "Your new passphrase holds from now on."
    assert opens(office, office.opened.person, NEW)
    assert not opens(office, office.opened.person, PASSPHRASE)


def test_a_wrong_old_passphrase_changes_nothing_and_can_be_typed_over(qtbot, office, people):
    page = people()
    page.click(page.tab.change_mine)
    dialog = page.dialog(MyPassphraseDialog)
    page.type("not my passphrase")
    type_new(page, dialog)
    page.click(dialog.save)
    qtbot.waitUntil(dialog.old_message.isVisible, timeout=10_000)
    assert dialog.old.entry.hasFocus()
    assert dialog.passphrase.value() == NEW
    assert opens(office, office.opened.person, PASSPHRASE)
    page.type(PASSPHRASE)  # what was typed is selected
    assert not dialog.old_message.isVisible()
    page.click(dialog.save)
    page.said()
    assert opens(office, office.opened.person, NEW)


@pytest.mark.parametrize(
    ("text", "again", "message"),
    [("short", None, "first_message"), (NEW, "another one", "again_message")],
)
def test_a_new_passphrase_that_cannot_be_is_told_beside_it(office, people, text, again, message):
    page = people()
    page.click(page.tab.change_mine)
    dialog = page.dialog(MyPassphraseDialog)
    page.type(PASSPHRASE)
    type_new(page, dialog, text, again)
    page.click(dialog.save)
    assert getattr(dialog.passphrase, message).isVisible()
    assert dialog.isVisible()
    assert opens(office, office.opened.person, PASSPHRASE)


@pytest.mark.parametrize("before", [SAMS, ""])
def test_a_colleague_gets_a_way_in_and_the_history_notes_it(office, people, before):
    sam = add_sam(office, before)
    page = people()
    page.tab.people.choose_place(1)
    page.click(page.tab.give)
    dialog = page.dialog(GivePassphraseDialog)
    assert "Sam Lee" in dialog.intro.text()
    assert not dialog.old.isVisible()
    assert dialog.passphrase.first.entry.hasFocus()
    page.type(NEW)
    dialog.passphrase.again.setFocus()
    page.type(NEW)
    page.press(KEYS.Key_Return)
    assert page.said() == "The new passphrase holds."
    assert opens(office, sam, NEW)
    assert page.rows(page.tab.people)[1][3] == "Yes"
    assert events(office)[-1] == "person.way_in"
    if before:
        assert not opens(office, sam, before)


def test_a_dialog_under_way_cannot_be_called_back(qtbot, office, people):
    add_sam(office)
    page = people()
    page.tab.people.choose_place(1)
    page.click(page.tab.give)
    dialog = page.dialog(GivePassphraseDialog)
    type_new(page, dialog)
    page.press(KEYS.Key_Return)
    qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert dialog.isVisible()
    assert page.said() == "The new passphrase holds."
    assert page.rows(page.tab.people)[1][3] == "Yes"


def test_missing_keys_are_told_and_the_staff_is_still_listed(office, people):
    add_sam(office)
    first = key_files.key_file_of(office.home.records_file)
    first.unlink()
    key_files.twin_of(first).unlink()
    page = people()
    assert "missing" in page.said()
    assert len(page.rows(page.tab.people)) == 2


def test_no_passphrase_is_left_in_the_file_or_the_settings(office, people):
    page = people()
    add_by_keyboard(page, first=SAMS)
    page.press(KEYS.Key_Return)
    page.said()
    for file in office.home.folder.rglob("*"):
        if file.is_file():
            assert SAMS.encode() not in file.read_bytes()


def test_every_button_says_what_it_does_without_a_mouse(people):
    page = people()
    for button in (page.tab.add, page.tab.give, page.tab.leave, page.tab.change_mine):
        assert "&" in button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


# My signature


def a_signature(folder):
    file = folder / "signature.png"
    Image.new("RGB", (340, 80), "navy").save(file)
    return file


def test_my_signature_is_chosen_kept_and_taken_off_again(qtbot, office, people, tmp_path):
    page = people()
    page.click(page.tab.sign)
    dialog = page.dialog(SignatureDialog)
    assert not dialog.remove.isVisible()
    assert "sign by hand" in dialog.picture.text()
    dialog.take(a_signature(tmp_path))
    qtbot.waitUntil(dialog.remove.isVisible, timeout=10_000)
    dialog.save.click()
    assert queries.signature(office.store, office.opened.person.id).startswith(b"\x89PNG")
    assert "carry your signature" in page.said()
    page.click(page.tab.sign)
    dialog = page.dialog(SignatureDialog)
    dialog.remove.click()
    dialog.save.click()
    assert queries.signature(office.store, office.opened.person.id) == b""
    assert events(office)[-2:] == ["person.signature", "person.signature"]


def test_a_signature_that_is_no_picture_is_told_beside_the_button(qtbot, people, tmp_path):
    (tmp_path / "signature.png").write_bytes(b"not a picture")
    page = people()
    page.click(page.tab.sign)
    dialog = page.dialog(SignatureDialog)
    dialog.take(tmp_path / "signature.png")
    qtbot.waitUntil(dialog.message.isVisible, timeout=10_000)
    assert "PNG or JPEG" in dialog.message.text()
    dialog.reject()
