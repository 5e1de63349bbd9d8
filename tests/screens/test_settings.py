"""Settings: the school, its calendar, its places, its rules, and this computer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop.actions.office import save_school, set_places
from desktop.actions.signing_in import look_at_office
from desktop.office import key_files, keychain, keys, settings
from desktop.office.recovery import groups
from desktop.office.settings import Look
from desktop.records.ids import PartyId, StudentId, new_id
from desktop.records.office_policy import PolicyKind
from desktop.records.paper import USUAL, PageSize, Paper, Windows
from desktop.records.person import Role
from desktop.records.place import Place
from desktop.screens import jobs
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.notices import Kind
from desktop.screens.recovery_code import RecoveryCodeDialog
from desktop.screens.settings import SettingsPage
from desktop.screens.settings_computer import ComputerTab
from desktop.screens.settings_places import PlaceDialog
from desktop.screens.theme import theme
from desktop.store import cases, queries
from desktop.store.mark import mark_of
from desktop.store.own_days import calendar_entries
from tests.desks import a_desk
from tests.office.fake_keychain import MemoryKeychain, no_keychain
from tests.offices import AT, TODAY, a_party, a_school, a_student, an_office
from tests.screens.settings_pages import KEYS, Settings

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


HERE = {"state": "CA", "address": replace(a_school().address, state="CA")}


@pytest.fixture
def office(tmp_path):
    made = an_office(tmp_path / "home", **HERE)
    yield made
    assert jobs.drain(10_000)
    made.store.close()


@pytest.fixture
def opened(qtbot, office):
    def build(part, **options) -> Settings:
        return Settings(qtbot, office, part, **options)

    return build


def log(office, given="Mia"):
    """A Californian request: five business days, due on Monday October 12."""
    return office.log(
        student=a_student(id=StudentId(new_id(AT)), given=given),
        requester=a_party(id=PartyId(new_id(AT))),
    )


def due_on(office, logged) -> date:
    return cases.case(office.store, logged.request).request.due_on


# The page


def test_each_tab_brings_its_own_guidance(qtbot, opened):
    page = opened("all").page
    assert page.moment == "about_privacy"
    with qtbot.waitSignal(page.moment_changed) as told:
        page.tabs.setCurrentWidget(page.places)
    assert told.args == ["search"]


def test_the_tabs_are_turned_by_keyboard(opened):
    page = opened("all")
    page.press(KEYS.Key_Right)
    assert page.page.tabs.currentWidget() is page.page.people


def test_the_rules_are_turned_to_for_their_faults(opened):
    page = opened("all").page
    page.show_rules()
    assert page.rules.isVisible()


@pytest.mark.parametrize(("key", "held"), [(KEYS.Key_S, CTRL), (KEYS.Key_S, ALT)])
def test_ctrl_s_and_alt_s_both_save_the_school(qtbot, office, opened, key, held):
    page = opened("school")
    page.focus().selectAll()
    page.type("Cedar School")
    with qtbot.waitSignal(page.desk.changed, timeout=10_000):
        page.press(key, held)
    assert queries.school(office.store).name == "Cedar School"


@pytest.mark.parametrize("held", [CTRL, ALT], ids=["ctrl", "alt"])
@pytest.mark.parametrize("part", ["places", "look"])
def test_ctrl_s_and_alt_s_both_save_places_and_look(qtbot, office, opened, part, held):
    page = opened(part)
    if part == "places":
        page.press(KEYS.Key_Delete)
    page.press(KEYS.Key_S, held)
    assert page.said().startswith("Saved.")


# What is not saved yet


def edit_school(page):
    page.tab.form.name.setText("Cedar School")
    page.tab.form.copy_rate.setText("a dime")
    page.tab.form.saturday.setChecked(True)


def edit_places(page):
    page.tab.places.choose_place(0)
    page.tab.remove.click()


def edit_calendar(page):
    page.tab.entry_title.setText("Storm days")
    page.tab.from_on.entry.setText("12/")


def edit_look(page):
    page.tab.dark.setChecked(True)


EDITS = {
    "school": (edit_school, lambda tab: tab.form.typed()),
    "places": (edit_places, lambda tab: [row.name for row in tab.rows()]),
    "calendar": (edit_calendar, lambda tab: (tab.entry_title.text(), tab.from_on.entry.text())),
    "look": (edit_look, lambda tab: tab.look()),
}


@pytest.mark.parametrize("part", EDITS)
def test_what_is_not_saved_outlives_the_program(opened, part):
    edit, read = EDITS[part]
    page = opened(part)
    saved = read(page.tab)
    edit(page)
    edited = read(page.tab)
    assert edited != saved
    page.desk.leaving.emit()
    again = opened(part)
    assert read(again.tab) == edited
    assert again.said() == "What you changed here is not saved yet."
    again.click(again.tab.notices.action)
    assert read(again.tab) == saved
    again.page.hide()
    assert read(opened(part).tab) == saved


def test_coming_back_to_the_part_says_what_is_not_saved(opened):
    page = opened("all").page
    page.tabs.setCurrentWidget(page.school)
    assert not page.school.notices.isVisible()
    page.school.form.name.setText("Cedar School")
    page.tabs.setCurrentWidget(page.people)
    page.tabs.setCurrentWidget(page.school)
    assert page.school.notices.sentence.text() == "What you changed here is not saved yet."


def test_what_was_saved_is_no_draft_any_more(qtbot, office, opened):
    page = opened("school")
    page.tab.form.name.setText("Cedar School")
    page.page.hide()
    page.page.show()
    with qtbot.waitSignal(page.desk.changed, timeout=10_000):
        page.click(page.tab.save)
    assert office.store.rows("select kind from draft") == []


def test_the_drafts_of_a_closed_file_are_left_alone(office, opened):
    page = opened("school")
    edit_school(page)
    page.desk.leaving.emit()
    page.tab.form.name.setText("Later School")
    page.page.hide()
    ((body,),) = office.store.rows("select body from draft")
    assert "Cedar School" in body


def test_enter_on_a_request_that_moved_asks_for_it(qtbot, opened):
    page = opened("all").page
    for tab in (page.school, page.calendar):
        with qtbot.waitSignal(page.request_opened) as opening:
            tab.moved.request_opened.emit(7)
        assert opening.args == [7]


# School


def test_the_school_is_shown_and_saved_by_keyboard(qtbot, office, opened):
    page = opened("school")
    assert page.focus() is page.tab.form.name
    page.focus().selectAll()
    page.type("Cedar School")
    with qtbot.waitSignal(page.desk.changed, timeout=10_000):
        page.press(KEYS.Key_S, CTRL)
    assert page.said() == "Saved. No date of an open request moved."
    assert queries.school(office.store) == a_school(**HERE, name="Cedar School")
    assert page.desk.school.name == "Cedar School"


def test_another_state_moves_the_dates_and_each_is_listed(qtbot, office, opened):
    first, second = log(office), log(office, "Jordan")
    page = opened("school")
    form = page.tab.form
    form.state.setCurrentIndex(form.state.findData("TX"))
    assert "45 days" in form.state_says.text()
    page.click(page.tab.save)
    assert page.said() == "Saved."
    moved = page.tab.moved
    assert moved.heading.text() == "The dates of 2 open requests moved"
    assert page.rows(moved.rows) == [
        [first.number, "Alvarez, Mia", "Mon Oct 12", "Thu Nov 19"],
        [second.number, "Alvarez, Jordan", "Mon Oct 12", "Thu Nov 19"],
    ]
    assert due_on(office, first) == date(2026, 11, 19)
    moved.rows.choose_place(1)
    moved.rows.setFocus()
    with qtbot.waitSignal(moved.request_opened) as opening:
        page.press(KEYS.Key_Return)
    assert opening.args == [second.request]
    page.click(moved.close_button)
    assert not moved.isVisible()


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("name", "  ", "name_message"),
        ("copy_rate", "a dime", "copy_rate_message"),
        ("promise", "two weeks", "promise_message"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_nothing_is_saved(
    office, opened, field, typed, message
):
    page = opened("school")
    entry = getattr(page.tab.form, field)
    entry.setText(typed)
    page.click(page.tab.save)
    page.qtbot.waitUntil(getattr(page.tab.form, message).isVisible, timeout=10_000)
    assert entry.text() == typed
    assert entry.hasFocus()
    assert page.tab.save.isEnabled()
    assert queries.school(office.store) == a_school(**HERE)


def test_everything_that_cannot_be_is_told_at_once_with_the_keyboard_on_the_first(opened):
    page = opened("school")
    form = page.tab.form
    form.name.setText("")
    form.state.setCurrentIndex(0)
    form.copy_rate.setText("a dime")
    form.promise.setText("two weeks")
    page.click(page.tab.save)
    for message in ("name", "state", "copy_rate", "promise"):
        assert getattr(form, f"{message}_message").isVisible(), message
    assert form.name.hasFocus()


def test_an_office_that_is_never_open_is_refused(office, opened):
    page = opened("school")
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday"):
        getattr(page.tab.form, day).setChecked(False)
    page.click(page.tab.save)
    page.qtbot.waitUntil(page.tab.form.days_message.isVisible, timeout=10_000)
    assert queries.school(office.store).office_days == frozenset({1, 2, 3, 4, 5})


def test_a_logo_is_kept_and_can_be_taken_away(qtbot, office, opened, tmp_path):
    file = tmp_path / "logo.png"
    Image.new("RGB", (60, 40), "seagreen").save(file)
    page = opened("school")
    form = page.tab.form
    form.take_logo(file)
    qtbot.waitUntil(form.logo_picture.isVisible, timeout=10_000)
    page.click(page.tab.save)
    page.said()
    assert queries.school(office.store).logo.startswith(b"\x89PNG")
    form.remove_logo.click()
    with qtbot.waitSignal(page.desk.changed, timeout=10_000):
        page.click(page.tab.save)
    assert queries.school(office.store).logo == b""


def test_a_file_that_is_no_picture_is_told_beside_the_button(qtbot, opened, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"not a picture")
    page = opened("school")
    form = page.tab.form
    form.take_logo(tmp_path / "logo.png")
    qtbot.waitUntil(form.logo_message.isVisible, timeout=10_000)


def test_what_somebody_else_saved_is_shown_unless_something_is_being_typed(office, opened):
    page = opened("school")
    changes, _ = save_school(
        office.store, a_school(**HERE, phone="555-0199"), law=office.law, by=office.sign()
    )
    page.desk.did(changes)
    assert page.tab.form.phone.text() == "555-0199"
    page.tab.form.district.setText("Half typ")
    changes, _ = save_school(office.store, a_school(**HERE), law=office.law, by=office.sign())
    page.desk.did(changes)
    assert page.tab.form.district.text() == "Half typ"


def test_paper_and_envelope_are_kept_and_what_is_typed_is_put_back(office, opened):
    page = opened("school")
    form = page.tab.form
    assert form.value().paper == USUAL
    form.page_size.setCurrentIndex(form.page_size.findData(PageSize.A4))
    form.windows.setCurrentIndex(form.windows.findData(Windows.TWO))
    form.fold_marks.click()
    form.reference_code.click()
    typed = form.typed()
    page.click(page.tab.save)
    page.said()
    wanted = Paper(size=PageSize.A4, windows=Windows.TWO, fold_marks=True, reference_code=False)
    assert queries.school(office.store).paper == wanted
    form.fill(a_school(**HERE))
    assert form.value().paper == USUAL
    form.put(typed)
    assert form.value().paper == wanted


# Calendar


def enter_days(page, first, last="", title="", kind="closure"):
    tab = page.tab
    tab.from_on.setFocus()
    page.type(first)
    tab.until_on.setFocus()
    page.type(last)
    tab.kind.setCurrentIndex(tab.kind.findData(kind))
    tab.entry_title.setFocus()
    page.type(title)
    page.press(KEYS.Key_Return)


def test_a_public_holiday_here_moves_what_is_due_and_taking_it_off_moves_it_back(
    qtbot, office, opened
):
    logged = log(office)
    page = opened("calendar")
    QAbstractItemModelTester(
        page.tab.entries.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    with qtbot.waitSignal(page.desk.changed, timeout=10_000):
        enter_days(page, "10/7", title="Founders' Day", kind="holiday")
    assert page.rows(page.tab.entries) == [["Founders' Day", "Public holiday here", "Wed Oct 7"]]
    assert page.tab.moved.heading.text() == "The date of one open request moved"
    assert page.rows(page.tab.moved.rows)[0][2:] == ["Mon Oct 12", "Tue Oct 13"]
    assert due_on(office, logged) == date(2026, 10, 13)
    assert page.focus() is page.tab.from_on.entry
    assert page.tab.entry_title.text() == ""

    page.tab.entries.choose_place(0)
    with qtbot.waitSignal(page.desk.changed, timeout=10_000):
        page.click(page.tab.remove)
    assert page.rows(page.tab.entries) == []
    assert due_on(office, logged) == date(2026, 10, 12)


def test_a_day_that_is_no_holiday_here_moves_dates_too(qtbot, office, opened):
    page = opened("calendar", on=date(2026, 11, 9))
    logged = office.log(date(2026, 11, 9), received_on=date(2026, 11, 9))
    assert due_on(office, logged) == date(2026, 11, 17)  # Veterans Day between
    with qtbot.waitSignal(page.desk.changed, timeout=10_000):
        enter_days(page, "11/11", title="We are open", kind="not_holiday")
    assert due_on(office, logged) == date(2026, 11, 16)


def test_days_that_move_nothing_say_so(office, opened):
    log(office)
    page = opened("calendar")
    enter_days(page, "12/21", "1/1", "Winter break")
    assert page.said() == "Saved. No date of an open request moved."
    assert page.rows(page.tab.entries) == [
        ["Winter break", "No school", "Mon Dec 21 to Fri Jan 1, 2027"]
    ]
    assert not page.tab.moved.isVisible()


@pytest.mark.parametrize(
    ("first", "last", "title", "place"),
    [
        ("", "", "Break", "from_on.message"),
        ("13/45", "", "Break", "from_on.message"),
        ("12/21", "12/18", "Break", "until_on.message"),
        ("12/21", "soon", "Break", "until_on.message"),
        ("12/21", "", "  ", "title_message"),
    ],
)
def test_days_that_cannot_be_are_told_beside_their_field(
    qtbot, office, opened, first, last, title, place
):
    page = opened("calendar")
    enter_days(page, first, last, title)
    message = page.tab
    for part in place.split("."):
        message = getattr(message, part)
    qtbot.waitUntil(message.isVisible, timeout=10_000)
    assert message.field().hasFocus()
    assert page.tab.entry_title.text() == title
    assert calendar_entries(office.store) == []


def test_the_holidays_of_the_state_and_school_year_are_listed(qtbot, office, opened):
    page = opened("calendar")
    model = page.tab.holidays.model()
    qtbot.waitUntil(lambda: model.rowCount() > 5, timeout=10_000)
    assert page.tab.holidays_heading.text().startswith("Public holidays, school year 2026")
    titles = [row[0] for row in page.rows(page.tab.holidays)]
    assert "Cesar Chavez Day" in titles  # California's own
    assert "Columbus Day" not in titles


def test_the_holiday_that_was_entered_is_listed_with_the_public_ones(qtbot, opened):
    page = opened("calendar")
    enter_days(page, "10/7", title="Founders' Day", kind="holiday")
    qtbot.waitUntil(
        lambda: "Founders' Day" in [row[0] for row in page.rows(page.tab.holidays)],
        timeout=10_000,
    )


def test_nothing_chosen_leaves_nothing_to_take_off(opened):
    assert not opened("calendar").tab.remove.isEnabled()


# Places


def names(page) -> list[str]:
    return [row[0] for row in page.rows(page.tab.places)]


def stored(office) -> list[str]:
    return [one.name for one in queries.places(office.store)]


def take_place(page, name, keeper=""):
    dialog = page.dialog(PlaceDialog)
    dialog.place.setFocus()
    dialog.place.selectAll()
    page.type(name)
    dialog.keeper.setFocus()
    dialog.keeper.selectAll()
    page.type(keeper)
    page.press(KEYS.Key_Return)


def test_places_are_edited_by_keyboard_and_written_with_one_save(office, opened):
    page = opened("places")
    before = stored(office)
    page.tab.places.choose_place(0)
    page.press(KEYS.Key_Down, ALT)
    page.press(KEYS.Key_Return)
    take_place(page, "Front counter", "Jo Reyes")
    page.click(page.tab.add)
    take_place(page, "Gym office", "Coach")
    assert names(page) == [before[1], "Front counter", *before[2:], "Gym office"]
    assert page.tab.unsaved.isVisible()
    assert stored(office) == before
    page.tab.places.setFocus()
    page.press(KEYS.Key_S, CTRL)
    assert page.said() == "Saved. New requests get this list."
    assert stored(office) == names(page)
    assert not page.tab.unsaved.isVisible()
    assert not page.tab.save.isEnabled()


def test_a_place_that_is_renamed_or_moved_stays_the_same_place(office, opened):
    ids = [one.id for one in queries.places(office.store)]
    page = opened("places")
    page.tab.places.choose_place(0)
    page.press(KEYS.Key_Down, ALT)
    page.press(KEYS.Key_Return)
    take_place(page, "Another name")
    page.tab.places.setFocus()
    page.press(KEYS.Key_S, CTRL)
    page.said()
    assert [one.id for one in queries.places(office.store)] == [ids[1], ids[0], *ids[2:]]


def test_delete_takes_a_place_off_and_the_next_one_is_chosen(office, opened):
    page = opened("places")
    before = stored(office)
    page.tab.places.choose_place(1)
    page.press(KEYS.Key_Delete)
    assert names(page) == [before[0], *before[2:]]
    assert page.tab.places.current_row().name == before[2]


def test_the_ends_of_the_list_cannot_be_moved_beyond(opened):
    page = opened("places")
    page.tab.places.choose_place(0)
    assert not page.tab.up.isEnabled()
    before = names(page)
    page.press(KEYS.Key_Up, ALT)
    assert names(page) == before
    page.tab.places.choose_place(len(before) - 1)
    assert not page.tab.down.isEnabled()


def test_a_place_without_a_name_is_told_in_the_dialog(opened):
    page = opened("places")
    page.click(page.tab.add)
    dialog = page.dialog(PlaceDialog)
    dialog.keeper.setText("Coach")
    page.click(dialog.take)
    assert dialog.place_message.isVisible()
    assert dialog.place.hasFocus()
    assert dialog.keeper.text() == "Coach"
    page.type("Gym")
    assert not dialog.place_message.isVisible()


def test_places_being_edited_are_not_thrown_away_by_news(office, opened):
    page = opened("places")
    page.tab.places.choose_place(0)
    page.press(KEYS.Key_Delete)
    edited = names(page)
    page.desk.did(set_places(office.store, [Place(name="Elsewhere")], by=office.sign()))
    assert names(page) == edited


def test_news_of_the_places_is_shown_where_nothing_is_edited(office, opened):
    page = opened("places")
    page.desk.did(set_places(office.store, [Place(name="Elsewhere")], by=office.sign()))
    assert names(page) == ["Elsewhere"]


def test_without_places_the_list_says_what_that_means(office, opened):
    set_places(office.store, [], by=office.sign())
    tab = opened("places").tab
    assert tab.places.empty_state().sentence().startswith("No place is on the list")
    assert not tab.remove.isEnabled()


# Rules


def test_the_federal_limit_comes_first_then_the_states_own(opened):
    page = opened("rules")
    rows = page.rows(page.tab.rules)
    assert rows[0][3].startswith("34 CFR 99.10")
    assert any("Cal. Educ. Code 49069.7" in row[3] for row in rows)
    assert not page.tab.faults_frame.isVisible()


def test_the_chosen_limit_is_told_in_full_and_its_source_can_be_copied(opened):
    page = opened("rules")
    place = [row[3] for row in page.rows(page.tab.rules)].index("Cal. Educ. Code 49069.7(b)")
    page.tab.rules.choose_place(place)
    facts = dict(page.tab.facts.facts())
    assert facts["Days"] == "5 business days"
    assert {"Citation", "Source", "How sure", "Reviewed on"} <= facts.keys()
    QGuiApplication.clipboard().clear()
    page.click(page.tab.copy_source)
    copied = QGuiApplication.clipboard().text()
    assert copied == facts["Source"].replace("\u200b", "")


def test_every_row_of_the_rules_can_be_chosen(opened):
    page = opened("rules")
    for place in range(page.tab.rules.model().rowCount()):
        page.tab.rules.choose_place(place)
        assert page.tab.rule_title.text() == page.rows(page.tab.rules)[place][0]
        assert page.tab.facts.facts()


def test_the_offices_promise_is_listed_last(office, opened):
    page = opened("rules")
    before = len(page.rows(page.tab.rules))
    changes, _ = save_school(
        office.store,
        a_school(**HERE, promise_calendar_days=3),
        law=office.law,
        by=office.sign(),
    )
    page.desk.did(changes)
    rows = page.rows(page.tab.rules)
    assert len(rows) == before + 1
    assert rows[-1][1] == "3 calendar days"
    page.tab.rules.choose_place(before)
    assert not page.tab.copy_source.isVisible()


def choose(page, title):
    place = [row[0] for row in page.rows(page.tab.rules)].index(title)
    page.tab.rules.choose_place(place)
    return page.tab.rules.current_row().entry


def decide(qtbot, page, kind, rule, **typed):
    dialog = page.tab.open_decision(kind, rule)
    qtbot.waitUntil(dialog.isVisible)
    for field, text in typed.items():
        part = getattr(dialog, field)
        part.setPlainText(text) if field == "reason" else part.setText(text)
    return dialog


def buttons(tab):
    items = (tab.decide.itemAt(at).widget() for at in range(tab.decide.count()))
    return [item.text() for item in items if item is not None]


def test_a_federal_limit_can_be_made_shorter_and_stays_beside_it(qtbot, office, opened):
    request = office.log(received_on=TODAY).request
    page = opened("rules")
    rule = choose(page, "Federal law: see the child's education records")
    assert buttons(page.tab) == ["Set another number…"]
    dialog = decide(qtbot, page, PolicyKind.CHANGED, rule, days="2", reason="Board policy 5125.")
    with qtbot.waitSignal(dialog.decided):
        dialog.counting.setCurrentIndex(0)
        dialog.save.click()
    assert cases.case(office.store, request).request.driving_rule == "US-1.office"
    assert page.tab.moved.isVisible()
    titles = [row[0] for row in page.rows(page.tab.rules)]
    assert titles.count("Federal law: see the child's education records") == 2
    assert "Take our decision back…" in buttons(page.tab)


def test_making_federal_law_longer_is_refused_beside_the_days(qtbot, opened):
    page = opened("rules")
    rule = choose(page, "Federal law: see the child's education records")
    dialog = decide(qtbot, page, PolicyKind.CHANGED, rule, days="60", reason="We are busy.")
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(dialog.days_message.text()))
    assert "45 calendar days at most" in dialog.days_message.text()
    assert dialog.isVisible()


def test_a_limit_of_our_own_is_added_and_taken_back(qtbot, opened):
    page = opened("rules")
    dialog = decide(
        qtbot,
        page,
        PolicyKind.ADDED,
        None,
        rule_name="Board policy 5125",
        days="3",
        reason="Board, June 2.",
    )
    dialog.rights.set_ticked(["inspect"])
    with qtbot.waitSignal(dialog.decided):
        dialog.save.click()
    rule = choose(page, "Board policy 5125")
    assert buttons(page.tab) == ["Take our decision back…"]
    dialog = decide(qtbot, page, PolicyKind.SHIPPED, rule, reason="Board, July 1.")
    with qtbot.waitSignal(dialog.decided):
        dialog.save.click()
    assert "Board policy 5125" not in [row[0] for row in page.rows(page.tab.rules)]


def test_a_decision_without_its_reason_is_told_beside_it(qtbot, opened):
    page = opened("rules")
    dialog = decide(qtbot, page, PolicyKind.ADDED, None, rule_name="Ours", days="3")
    dialog.rights.set_ticked(["inspect"])
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(dialog.reason_message.text()))
    assert "The reason is missing." in dialog.reason_message.text()


# Look


def test_the_look_holds_at_once_and_is_remembered(office, opened):
    page = opened("look")
    page.tab.dark.setChecked(True)
    page.tab.text_size.setCurrentIndex(page.tab.text_size.findData(1.5))
    page.click(page.tab.save)
    assert page.said() == "Saved."
    assert theme().dark
    kept = settings.load(office.home)
    assert (kept.look, kept.text_scale) == (Look.DARK, 1.5)


def test_what_is_remembered_of_the_look_is_shown(office, opened):
    settings.save(office.home, settings.WindowSettings(look=Look.LIGHT, text_scale=2.0))
    tab = opened("look").tab
    assert tab.light.isChecked()
    assert tab.text_size.currentText() == "200 %"


def test_a_disk_that_does_not_take_the_look_is_told(office, opened):
    office.home.settings_file.with_suffix(".new").mkdir()
    page = opened("look")
    page.tab.dark.setChecked(True)
    page.click(page.tab.save)
    assert "the disk did not take it" in page.said()
    assert theme().dark


# This computer


def remembering(office) -> MemoryKeychain:
    chain = MemoryKeychain()
    file = look_at_office(office.home)
    keychain.remember(file.vault, office.opened.person.id, office.opened.keys, chain.find)
    return chain


def test_a_remembered_key_is_told_and_can_be_forgotten(qtbot, office, opened):
    chain = remembering(office)
    page = opened("computer", find=chain.find)
    qtbot.waitUntil(page.tab.forget.isVisible, timeout=10_000)
    assert "remembers JR" in page.tab.keychain_says.text()
    page.click(page.tab.forget)
    assert page.said().startswith("Forgotten.")
    assert chain.kept == {}
    qtbot.waitUntil(lambda: not page.tab.forget.isVisible(), timeout=10_000)
    assert "remembers nobody" in page.tab.keychain_says.text()


def test_a_keychain_that_does_not_forget_is_not_called_forgotten(qtbot, office, opened):
    chain = remembering(office)
    page = opened("computer", find=chain.find)
    qtbot.waitUntil(page.tab.forget.isVisible, timeout=10_000)
    chain.delete_password = lambda _service, _name: None
    page.click(page.tab.forget)
    assert "still" in page.said()
    assert page.tab.forget.isVisible()


def test_without_a_keychain_it_says_so(qtbot, opened):
    tab = opened("computer").tab
    qtbot.waitUntil(lambda: "no keychain" in tab.keychain_says.text(), timeout=10_000)
    assert not tab.forget.isVisible()


def test_practice_asks_no_keychain(office, opened):
    chain = remembering(office)
    tab = opened("computer", find=chain.find, practice=True).tab
    assert jobs.drain(10_000)
    QApplication.processEvents()
    assert tab.keychain_says.text() == "The practice office asks for no passphrase."
    assert not tab.forget.isVisible()


def test_the_folder_is_told_and_copied(office, opened):
    page = opened("computer")
    assert dict(page.tab.files.facts())["Records"] == str(office.home.records_file)
    QGuiApplication.clipboard().clear()
    page.click(page.tab.copy_folder)
    assert QGuiApplication.clipboard().text() == str(office.home.folder)


# The question before what cannot be undone


@pytest.mark.parametrize(
    ("key", "accepted"), [(KEYS.Key_Return, False), (KEYS.Key_Escape, False), (KEYS.Key_Tab, True)]
)
def test_only_the_button_of_the_act_does_it(qtbot, key, accepted):
    dialog = ConfirmDialog("Take it off?", "It is gone then.", "Take it off")
    qtbot.addWidget(dialog)
    answers = []
    dialog.finished.connect(answers.append)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    assert dialog.act.text() == "Take it off"
    qtbot.keyClick(QApplication.focusWidget(), key)
    if accepted:
        qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Space)
    assert answers == [int(accepted)]


def test_the_time_to_the_lock_is_chosen_and_kept(qtbot, office):
    tab = ComputerTab(a_desk(office), no_keychain)
    qtbot.addWidget(tab)
    assert tab.lock_minutes.currentData() == 5
    tab.lock_minutes.setCurrentIndex(tab.lock_minutes.findData(2))
    qtbot.mouseClick(tab.save_lock, Qt.MouseButton.LeftButton)
    assert settings.load(office.home).lock_minutes == 2


def test_the_records_are_checked_and_the_answer_is_in_words(qtbot, office):
    office.log()
    tab = ComputerTab(a_desk(office), no_keychain)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.mouseClick(tab.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tab.check.isEnabled, timeout=10_000)
    said = tab.check_says.text()
    assert said.startswith("Everything is as it was written")
    assert office.store.head().short() in said


def test_what_a_check_found_wrong_is_told_beside_its_button_until_the_next_one(qtbot, office):
    office.log()
    tab = ComputerTab(a_desk(office), no_keychain)
    qtbot.addWidget(tab)
    tab.show()
    mark = mark_of(office.home.records_file)
    mark.write_bytes(bytes(mark.stat().st_size))
    qtbot.mouseClick(tab.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tab.check.isEnabled, timeout=10_000)
    assert tab.check_result.kind is Kind.DANGER
    assert tab.check_result.sentence.text().startswith("The mark beside the file cannot")
    assert tab.check_result.parentWidget() is tab.check.parentWidget()
    office.log(student=a_student(given="Ben"))  # the next save makes a new mark
    qtbot.mouseClick(tab.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tab.check.isEnabled, timeout=10_000)
    assert tab.check_result.isHidden()


def test_a_new_recovery_code_counts_once_two_groups_are_typed(qtbot, office):
    tab = ComputerTab(a_desk(office), no_keychain)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.mouseClick(tab.new_code, Qt.MouseButton.LeftButton)
    dialog = tab.findChild(RecoveryCodeDialog)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "Read it from the paper" in dialog.form.message.text()
    code = dialog.form.code
    fields = (dialog.form.first, dialog.form.second)
    for field, place in zip(fields, dialog.form._asked, strict=True):
        field.setText(groups(code)[place])
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    file = key_files.load(key_files.key_file_of(office.home.records_file))
    assert keys.recover(file, code) == office.opened.keys


def test_the_front_office_reads_on_each_tab_who_may_change_it(qtbot, office):
    desk = a_desk(office)
    desk.person = replace(desk.person, role=Role.FRONT_OFFICE)
    page = SettingsPage(desk, find=no_keychain)
    qtbot.addWidget(page)
    for tab in (page.school, page.people, page.calendar, page.places, page.rules, page.old_files):
        assert tab.notices.sentence.text() == (
            "Only a registrar, the principal or an administrator may do this."
        )
    assert not page.computer.new_code.isEnabled()
    assert page.computer.check.isEnabled()


def test_what_the_vault_cannot_do_stands_in_the_settings(qtbot, office):
    tab = ComputerTab(a_desk(office), no_keychain)
    qtbot.addWidget(tab)
    said = tab.limits_say.text()
    limits = said.split("\n\n")
    assert len(limits) == len(set(limits)) > 5
    assert all(one.endswith(".") for one in limits)
    assert said.endswith("are lost, the records are lost.")
