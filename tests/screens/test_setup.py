"""The first start by keyboard: four pages, then an office that opens again."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.actions.office import open_office
from desktop.actions.signing_in import unlock_office
from desktop.office import key_files, keys
from desktop.office.recovery import groups
from desktop.paths import Home
from desktop.records.person import Role
from desktop.screens import jobs
from desktop.screens.setup import Page, SetupWizard
from desktop.store import queries
from tests.offices import a_school, the_defaults, the_law

WORDS = "blue kettle by the river"
TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def home(tmp_path):
    return Home(folder=tmp_path / "home")


@pytest.fixture
def wizard(qtbot, home):
    made = SetupWizard(home, the_law(), the_defaults())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.school.name.hasFocus)
    yield made
    assert jobs.drain(5000)


@pytest.fixture
def press(qtbot):
    """Type a text or press a key where the keyboard is."""

    def press(*what):
        for one in what:
            if isinstance(one, str):
                qtbot.keyClicks(QApplication.focusWidget(), one)
            else:
                qtbot.keyClick(QApplication.focusWidget(), one)

    return press


def fill_school(press, wizard, name="Lincoln Elementary"):
    press(name)
    wizard.school.state.setFocus()
    press("cali")


def fill_person(press, again=WORDS):
    press("Jo Ann Reyes", TAB, TAB, TAB, WORDS, TAB, again)


def type_code(press, wizard):
    """Two groups from the page, as if it lay beside the keyboard."""
    for field, place in zip(
        (wizard.code.first, wizard.code.second), wizard.code._asked, strict=True
    ):
        assert field.hasFocus()
        press(groups(wizard.code.code)[place].lower(), TAB)


def test_an_office_is_made_by_keyboard_alone_and_opens_with_its_passphrase(
    qtbot, wizard, press, home
):
    fill_school(press, wizard)
    press(ENTER)
    assert wizard.page is Page.PERSON
    fill_person(press)
    press(ENTER)
    assert wizard.page is Page.CODE
    type_code(press, wizard)
    press(ENTER)
    assert wizard.page is Page.READY
    with qtbot.waitSignal(wizard.created, timeout=10_000) as made:
        press(ENTER)
    opened = made.args[0]
    assert (opened.person.name, opened.person.initials) == ("Jo Ann Reyes", "JR")
    school = queries.school(opened.store)
    assert (school.name, school.state, school.address.state) == ("Lincoln Elementary", "CA", "CA")
    assert school.office_days == frozenset({1, 2, 3, 4, 5})
    assert len(queries.places(opened.store)) == len(the_defaults().place)
    opened.store.close()

    person = key_files.load(key_files.key_file_of(home.records_file)).slots[0].person
    again = open_office(home, person, unlock_office(home, person, WORDS))
    assert again.person == opened.person
    again.store.close()


def test_nothing_is_written_before_the_last_page(wizard, press, home):
    fill_school(press, wizard)
    press(ENTER)
    fill_person(press)
    press(ENTER)
    type_code(press, wizard)
    press(ENTER)
    assert not home.folder.exists()
    assert WORDS not in str(wizard.facts.facts())
    assert str(home.records_file) in str(wizard.facts.facts())


def test_going_back_loses_nothing(qtbot, wizard, press):
    fill_school(press, wizard)
    press(ENTER)
    fill_person(press)
    qtbot.mouseClick(wizard.back, Qt.MouseButton.LeftButton)
    assert wizard.page is Page.SCHOOL
    assert wizard.school.name.text() == "Lincoln Elementary"
    press(ENTER)
    assert wizard.person.value().name == "Jo Ann Reyes"
    assert wizard.person.value().passphrase == WORDS
    press(ENTER)
    assert wizard.page is Page.CODE


def test_the_recovery_code_must_be_on_paper_before_anything_is_made(wizard, press, home):
    fill_school(press, wizard)
    press(ENTER)
    fill_person(press)
    press(ENTER)
    press("0000", TAB, "0000", ENTER)
    assert wizard.page is Page.CODE
    assert "Read it from the paper again" in wizard.code.message.text()
    assert wizard.code.first.hasFocus()
    type_code(press, wizard)
    press(ENTER)
    assert wizard.page is Page.READY
    assert wizard.code.code not in str(wizard.facts.facts())
    assert not home.folder.exists()


def test_a_refusal_is_gone_for_whoever_comes_back_to_its_page(wizard, press):
    fill_school(press, wizard)
    press(ENTER)
    fill_person(press)
    press(ENTER)
    press("XXXX", ENTER)
    assert wizard.code.message.isVisible()
    wizard.back.click()
    press(ENTER)
    assert wizard.page is Page.CODE
    assert not wizard.code.message.isVisible()
    assert not wizard.code.first.property("wrong")


def test_the_code_of_the_page_opens_the_office(qtbot, wizard, press, home):
    fill_school(press, wizard)
    press(ENTER)
    fill_person(press)
    press(ENTER)
    type_code(press, wizard)
    press(ENTER)
    with qtbot.waitSignal(wizard.created, timeout=10_000) as made:
        press(ENTER)
    made.args[0].store.close()
    file = key_files.load(key_files.key_file_of(home.records_file))
    assert keys.recover(file, wizard.code.code).vault_key == made.args[0].keys.vault_key


def test_enter_on_back_goes_back(wizard, press):
    fill_school(press, wizard)
    press(ENTER)
    wizard.back.setFocus()
    press(ENTER)
    assert wizard.page is Page.SCHOOL


def test_a_school_without_a_name_is_told_beside_the_field(wizard, press):
    press(ENTER)
    assert wizard.page is Page.SCHOOL
    assert wizard.school.name_message.isVisible()
    assert wizard.school.name.hasFocus()
    press("L")
    assert not wizard.school.name_message.isVisible()


def test_a_school_without_a_state_or_a_day_is_told(wizard, press):
    press("Lincoln", ENTER)
    assert wizard.school.state_message.isVisible()
    fill_school(press, wizard, name="")
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday"):
        getattr(wizard.school, day).setChecked(False)
    press(ENTER)
    assert wizard.school.days_message.isVisible()
    assert wizard.school.monday.hasFocus()


@pytest.mark.parametrize(("field", "typed"), [("copy_rate", "a dime"), ("promise", "two weeks")])
def test_numbers_that_are_none_are_told_and_stay(wizard, press, field, typed):
    fill_school(press, wizard)
    entry = getattr(wizard.school, field)
    entry.setFocus()
    press(typed, ENTER)
    assert wizard.page is Page.SCHOOL
    assert getattr(wizard.school, f"{field}_message").isVisible()
    assert entry.hasFocus()
    assert entry.text() == typed


def test_the_chosen_state_says_what_the_rule_books_hold(wizard, press):
    assert not wizard.school.state_says.isVisible()
    wizard.school.state.setFocus()
    press("texas")
    assert "the federal 45 days apply" in wizard.school.state_says.text()
    wizard.school.state.setCurrentIndex(wizard.school.state.findData("CA"))
    assert "5 business days (Cal. Educ. Code 49069.7(b))" in wizard.school.state_says.text()


def test_every_state_of_the_rule_books_can_be_chosen(wizard):
    codes = {wizard.school.state.itemData(at) for at in range(wizard.school.state.count())}
    assert codes == {"", *the_law().books.by_state} - {"US"}


def test_initials_are_proposed_until_they_are_typed(wizard, press):
    fill_school(press, wizard)
    press(ENTER, "Sam Lee")
    assert wizard.person.initials.text() == "SL"
    press(TAB, "x")
    wizard.person.name.setFocus()
    press(" Ortiz")
    assert wizard.person.initials.text() == "x"


def test_the_passphrase_is_measured_in_words_and_can_be_shown(qtbot, wizard, press):
    fill_school(press, wizard)
    press(ENTER)
    pair = wizard.person.passphrase
    pair.first.setFocus()
    press("maple")
    assert "10 more characters" in pair.says.text()
    press(" grove of apple trees")
    assert "Good" in pair.says.text()
    assert pair.first.entry.displayText() != pair.value()
    qtbot.mouseClick(pair.first.show_button, Qt.MouseButton.LeftButton)
    assert pair.first.entry.displayText() == "maple grove of apple trees"


def test_a_passphrase_can_be_pasted(wizard, press):
    fill_school(press, wizard)
    press(ENTER)
    QApplication.clipboard().setText(WORDS)
    wizard.person.passphrase.first.entry.setFocus()
    wizard.person.passphrase.first.entry.paste()
    assert wizard.person.value().passphrase == WORDS


def test_two_passphrases_that_differ_are_told_beside_the_second(wizard, press):
    fill_school(press, wizard)
    press(ENTER)
    fill_person(press, again="blue kettle by the lake")
    press(ENTER)
    assert wizard.page is Page.PERSON
    assert wizard.person.passphrase.again_message.isVisible()
    assert wizard.person.passphrase.again.entry.hasFocus()
    assert wizard.person.passphrase.again.entry.hasSelectedText()


@pytest.mark.parametrize("typed", ["", "too short"])
def test_a_short_passphrase_is_told_beside_the_first(wizard, press, typed):
    fill_school(press, wizard)
    press(ENTER, "Jo Reyes", TAB, TAB, TAB, typed, ENTER)
    assert wizard.page is Page.PERSON
    assert wizard.person.passphrase.first_message.isVisible()


def test_a_person_without_a_name_is_told(wizard, press):
    fill_school(press, wizard)
    press(ENTER, ENTER)
    assert wizard.person.name_message.isVisible()
    assert wizard.person.name.hasFocus()


def test_names_are_kept_as_typed(qtbot, wizard, press):
    name = "O'Brien & <b>Søn</b> “Élémentaire” 😀 " + "x" * 200
    wizard.school.fill(a_school(name=name))
    press(ENTER)
    fill_person(press)
    press(ENTER)
    type_code(press, wizard)
    press(ENTER)
    assert dict(wizard.facts.facts())["School"] == name
    with qtbot.waitSignal(wizard.created, timeout=10_000) as made:
        press(ENTER)
    assert queries.school(made.args[0].store).name == name
    made.args[0].store.close()


def test_an_office_that_appeared_meanwhile_is_not_overwritten(qtbot, wizard, press, home):
    fill_school(press, wizard)
    press(ENTER)
    fill_person(press)
    press(ENTER)
    type_code(press, wizard)
    press(ENTER)
    home.folder.mkdir(parents=True)
    home.records_file.write_bytes(b"somebody else's")
    press(ENTER)
    qtbot.waitUntil(wizard.notices.isVisible, timeout=10_000)
    assert home.records_file.read_bytes() == b"somebody else's"
    assert wizard.next.isEnabled()
    assert not wizard.progress.isVisible()


def test_a_logo_is_taken_shown_and_stored(qtbot, wizard, tmp_path):
    file = tmp_path / "logo.png"
    Image.new("RGBA", (900, 300), "green").save(file)
    with qtbot.waitSignal(wizard.school.take_logo(file).over):
        pass
    assert wizard.school.value().logo.startswith(b"\x89PNG")
    assert wizard.school.logo_picture.isVisibleTo(wizard)
    qtbot.mouseClick(wizard.school.remove_logo, Qt.MouseButton.LeftButton)
    assert wizard.school.value().logo == b""
    assert not wizard.school.logo_picture.isVisibleTo(wizard)


def test_a_broken_logo_is_told_and_the_old_one_stays(qtbot, wizard, tmp_path):
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    Image.new("RGB", (30, 30)).save(good)
    bad.write_bytes(good.read_bytes()[:40])
    for file in (good, bad):
        with qtbot.waitSignal(wizard.school.take_logo(file).over):
            pass
    assert wizard.school.logo_message.isVisible()
    assert wizard.school.value().logo


def test_privacy_tips_stand_beside_and_can_be_closed(qtbot, wizard):
    assert wizard.panel.moment() == "about_privacy"
    qtbot.mouseClick(wizard.panel.close_button, Qt.MouseButton.LeftButton)
    assert not wizard.guidance_place.isVisible()


def test_the_role_is_stored(qtbot, wizard, press):
    fill_school(press, wizard)
    press(ENTER)
    fill_person(press)
    wizard.person.role.setFocus()
    press("prin", ENTER)
    type_code(press, wizard)
    press(ENTER)
    with qtbot.waitSignal(wizard.created, timeout=10_000) as made:
        press(ENTER)
    assert made.args[0].person.role is Role.PRINCIPAL
    made.args[0].store.close()
