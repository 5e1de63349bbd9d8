"""Importing a roster through the real dialog: by keyboard, whole or not at all."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop.actions import roster as roster_action
from desktop.records.roster_columns import RosterField
from desktop.screens import jobs
from desktop.screens.roster import RosterDialog
from desktop.screens.students import StudentsPage
from desktop.screens.widgets import ElidedLabel
from desktop.store import students
from tests.desks import a_desk
from tests.offices import TODAY
from tests.rosters import PLAIN, as_zip, one_roster, plain_csv, text_of

CANARY = "canary-7Q3f"


@pytest.fixture
def desk(office):
    yield a_desk(office, TODAY)
    assert jobs.drain(10_000)


@pytest.fixture
def dialog(qtbot, desk):
    made = RosterDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


@pytest.fixture
def put(tmp_path):
    def put(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


def reach(qtbot, dialog, page):
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is page, timeout=20_000)


def import_now(qtbot, dialog):
    reach(qtbot, dialog, dialog.preview_page)
    with qtbot.waitSignal(dialog.imported, timeout=20_000):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.pages.currentWidget() is dialog.result_page


def preview_rows(dialog):
    model = dialog._preview.student_rows.model()
    return [model.row_at(place) for place in range(model.rowCount())]


def count(desk):
    return desk.store.rows("select count(*) from student")[0][0]


def everything(desk):
    tables = desk.store.rows("select name from sqlite_master where type = 'table'")
    for (name,) in tables:
        for row in desk.store.rows(f'select * from "{name}"'):  # noqa: S608  # our own names
            yield from map(str, row)


def test_five_hundred_students_come_in_by_keyboard_alone(qtbot, desk, put):
    path = put("roster.zip", as_zip(one_roster(500)))
    page = StudentsPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.findChild(RosterDialog) is not None)
    dialog = page.findChild(RosterDialog)
    qtbot.waitUntil(dialog.choose_file.hasFocus)
    qtbot.keyClick(dialog.choose_file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog) is not None)
    files = dialog.findChild(QFileDialog)
    entry = files.findChild(QLineEdit, "fileNameEdit")
    # Pasted, not typed: the list of suggestions needs a window system to take the keyboard.
    entry.setText(str(path))
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    reach(qtbot, dialog, dialog.preview_page)
    assert dialog._preview.does.text().startswith("500 new students")
    assert dialog.focusWidget() is dialog.go_on
    import_now(qtbot, dialog)
    assert count(desk) == 500
    assert page.rows.model().rowCount() == 500
    assert "500 students" in dialog.result_says.text()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.isHidden)


def test_the_same_roster_again_doubles_nothing_and_a_newer_one_updates(qtbot, desk, dialog, put):
    dialog.choose(put("roster.zip", as_zip(one_roster(60))))
    import_now(qtbot, dialog)
    people = desk.store.rows("select count(*) from party")

    again = RosterDialog(desk)
    qtbot.addWidget(again)
    again.show()
    again.choose(put("same.zip", as_zip(one_roster(60))))
    reach(qtbot, again, again.preview_page)
    assert "60 students unchanged" in again._preview.does.text()
    assert "on file already" in again._preview.does.text()
    assert not again.go_on.isEnabled()

    files = one_roster(60)
    files["users.csv"] = files["users.csv"].replace(b",KG,", b",01,")
    again._turn_to(again.choose_page)
    again.choose(put("newer.zip", as_zip(files)))
    qtbot.waitUntil(lambda: "with changes: grade (" in again._preview.does.text())
    rows = preview_rows(again)
    assert {(row.new, row.brings) for row in rows} == {(False, "grade")}
    import_now(qtbot, again)
    assert count(desk) == 60
    assert desk.store.rows("select count(*) from party") == people
    assert not [one for one in students.all_students(desk.store) if one.grade == "K"]


def test_a_folder_dropped_on_the_dialog_is_read(qtbot, desk, dialog, tmp_path):
    folder = tmp_path / "export"
    folder.mkdir()
    for name, data in one_roster(4).items():
        (folder / name).write_bytes(data)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(dialog.rect().center(), Qt.DropAction.CopyAction, mime, left, none)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    centre = QPointF(dialog.rect().center())
    dialog.dropEvent(QDropEvent(centre, Qt.DropAction.CopyAction, mime, left, none))
    reach(qtbot, dialog, dialog.preview_page)
    assert "4 new students" in dialog._preview.does.text()


def test_the_preview_shows_each_student_with_their_parents(qtbot, dialog, put):
    dialog.choose(put("roster.zip", as_zip(one_roster(3, siblings=1))))
    reach(qtbot, dialog, dialog.preview_page)
    rows = preview_rows(dialog)
    assert len(rows) == 3
    assert all(row.new and row.brings.count(", ") == 1 for row in rows)


# Faults


def faulty_list():
    lines = plain_csv(20).decode().splitlines(keepends=True)
    lines[5] = lines[5].replace("/", "-99-", 1)
    lines[9] = lines[9].replace("Active", "perhaps")
    return "".join(lines).encode()


def test_a_faulty_row_keeps_everything_out_and_is_named(qtbot, desk, dialog, put):
    dialog.choose(put("list.csv", faulty_list()))
    reach(qtbot, dialog, dialog.mapping_page)
    dialog.go_on.click()
    reach(qtbot, dialog, dialog.preview_page)
    preview = dialog._preview
    assert preview.fault_says.text().startswith("2 rows are faulty, so nothing is imported")
    assert not dialog.go_on.isEnabled()
    assert preview.fault_rows.hasFocus()
    assert preview.fault_detail.text().startswith("list.csv, line 6, Birth Date: ")
    preview.copy.click()
    first, second = QGuiApplication.clipboard().text().splitlines()
    assert first.split("\t")[:3] == ["list.csv", "6", "Birth Date"]
    assert second.split("\t")[:3] == ["list.csv", "10", "Status"]
    assert count(desk) == 0


def test_faulty_rows_are_left_out_only_when_the_office_says_so(qtbot, desk, dialog, put):
    dialog.choose(put("list.csv", faulty_list()))
    reach(qtbot, dialog, dialog.mapping_page)
    dialog.go_on.click()
    reach(qtbot, dialog, dialog.preview_page)
    dialog._preview.leave_out.click()
    assert dialog._preview.fault_band.isHidden()
    assert "2 faulty rows left out at your wish" in dialog._preview.seen.text()
    import_now(qtbot, dialog)
    assert count(desk) == 18


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("list.csv", b"", "The file is empty"),
        ("list.csv", b"%PDF-1.7", "This is a PDF"),
        ("list.csv", b"Name,Number\nMi\0a,1\n", "empty bytes (NUL)"),
        ("list.csv", text_of(PLAIN, []).encode(), "no rows"),
        ("list.csv", b"Name,Number\nMia,1\n\"Ben,2\n", "list.csv, line 3: A quotation mark opens"),
        ("list.csv", "Name,Number\nمحمد,1\n".encode() + b"Zo\xeb,2\n", "csv, line 3: From this"),
        ("list.csv", (",".join(map(str, range(10_000))) + "\n1").encode(), "10000 columns"),
        ("roster.zip", b"not a zip", "This is not a .zip file"),
        ("roster.zip", as_zip({"orgs.csv": b"a", "x.csv": b"b"}), "users.csv is missing"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_why_and_another_can_be_chosen(
    qtbot, dialog, put, name, data, says
):
    dialog.choose(put(name, data))
    qtbot.waitUntil(lambda: says in dialog.notices.sentence.text(), timeout=10_000)
    assert dialog.pages.currentWidget() is dialog.choose_page
    dialog.choose(put("good.zip", as_zip(one_roster(2))))
    reach(qtbot, dialog, dialog.preview_page)


def test_a_set_that_is_broken_as_a_whole_offers_nothing_to_leave_out(qtbot, desk, dialog, put):
    files = one_roster(3) | {"users.csv": b'sourcedId,givenName\n1,"open'}
    dialog.choose(put("roster.zip", as_zip(files)))
    reach(qtbot, dialog, dialog.preview_page)
    assert dialog._preview.leave_out.isHidden()
    assert not dialog.go_on.isEnabled()
    assert dialog._preview.fault_says.text().startswith("Nothing can be imported")


# Mapping


def test_the_columns_are_guessed_and_what_stays_out_is_said(qtbot, dialog, put):
    columns = (*PLAIN, "SSN", "Religion")
    rows = list(csv.reader(io.StringIO(plain_csv(3).decode())))[1:]
    data = text_of(columns, [[*row, "123-45-6789", "none"] for row in rows]).encode()
    dialog.choose(put("list.csv", data))
    reach(qtbot, dialog, dialog.mapping_page)
    mapping = dialog._mapping
    assert mapping.mapping()[0] is RosterField.LOCAL_NUMBER
    assert mapping.mapping()[4] is RosterField.BORN_ON
    said = "These columns stay in the file and are never stored: SSN, Religion."
    assert mapping.not_taken.text() == said
    shown = " ".join(label.full_text() for label in mapping.findChildren(ElidedLabel))
    assert "123-45-6789" not in shown
    assert "•••-••-••••" in shown
    assert mapping.fields()[0].hasFocus()
    assert mapping.fields()[0].accessibleName() == "Take the column Student ID as"


def test_what_is_set_to_not_take_is_not_in_the_file(qtbot, desk, dialog, put):
    columns = ("Student ID", "Last Name", "First Name", "Birth Date", "Grade", "Remark")
    data = text_of(columns, [("1", "Ruiz", "Ana", "3/4/2015", CANARY, CANARY)]).encode()
    dialog.choose(put("list.csv", data))
    reach(qtbot, dialog, dialog.mapping_page)
    grade = dialog._mapping.fields()[4]
    grade.setFocus()
    qtbot.keyClick(grade, Qt.Key.Key_Home)
    assert grade.currentText() == "Do not take"
    assert "Grade, Remark" in dialog._mapping.not_taken.text()
    dialog.go_on.click()
    import_now(qtbot, dialog)
    assert count(desk) == 1
    assert not [value for value in everything(desk) if CANARY in value]


@pytest.mark.parametrize(
    ("place", "field", "says"),
    [
        (1, RosterField.GIVEN, "same thing"),
        (0, "", "student number or the birth date"),
    ],
)
def test_a_mapping_that_cannot_work_is_told_and_can_be_corrected(
    qtbot, dialog, put, place, field, says
):
    columns = ("Student ID", "Last Name", "First Name")
    dialog.choose(put("list.csv", text_of(columns, [("1", "Ruiz", "Ana")]).encode()))
    reach(qtbot, dialog, dialog.mapping_page)
    choice = dialog._mapping.fields()[place]
    before = choice.currentIndex()
    choice.setCurrentIndex(choice.findData(str(field)))
    dialog.go_on.click()
    assert says in dialog.notices.sentence.text()
    assert dialog.pages.currentWidget() is dialog.mapping_page
    choice.setCurrentIndex(before)
    dialog.go_on.click()
    reach(qtbot, dialog, dialog.preview_page)
    dialog.back.click()
    assert dialog.pages.currentWidget() is dialog.mapping_page
    dialog.back.click()
    assert dialog.pages.currentWidget() is dialog.choose_page


def test_a_very_wide_file_is_shown_in_parts_what_was_guessed_first(qtbot, dialog, put):
    columns = (*(f"Column {n}" for n in range(998)), "Student ID", "Full Name")
    dialog.choose(put("wide.csv", text_of(columns, [[*["x"] * 998, "1", "Ana Ruiz"]]).encode()))
    reach(qtbot, dialog, dialog.mapping_page)
    mapping = dialog._mapping
    assert [field.currentText() for field in mapping.fields()[:3]] == [
        "Student number", "Full name", "Do not take",
    ]  # fmt: skip
    assert mapping.mapping() == {998: RosterField.LOCAL_NUMBER, 999: RosterField.FULL_NAME}
    assert mapping.not_taken.text().endswith("and 986 more.")
    assert len(mapping.fields()) == 40
    mapping.show_more.click()
    assert len(mapping.fields()) == 80
    assert "920 not shown" in mapping.show_more.text()
    dialog.go_on.click()
    import_now(qtbot, dialog)


# Stopping


def test_escape_while_importing_keeps_nothing(qtbot, desk, dialog, put, monkeypatch):
    dialog.choose(put("roster.zip", as_zip(one_roster(1_500))))
    reach(qtbot, dialog, dialog.preview_page)
    real = roster_action.families.save_guardians

    def slow(change, links):
        # Everybody is written by now, nothing is kept yet: the moment somebody presses Escape.
        dialog._stop.wait(10)
        real(change, links)

    monkeypatch.setattr(roster_action.families, "save_guardians", slow)
    dialog.go_on.click()
    reach(qtbot, dialog, dialog.work_page)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    reach(qtbot, dialog, dialog.preview_page)
    assert dialog.notices.sentence.text() == "Stopped. Nothing was changed."
    assert count(desk) == 0
    assert desk.store.rows("select count(*) from event where kind = 'roster.imported'") == [(0,)]
    monkeypatch.undo()
    import_now(qtbot, dialog)
    assert count(desk) == 1_500


def test_cancel_while_reading_leads_back(qtbot, desk, dialog, put):
    path = put("roster.zip", as_zip(one_roster(5_000)))
    dialog.choose(path)
    dialog.cancel.click()
    qtbot.waitUntil(lambda: dialog._job is None, timeout=20_000)
    assert dialog.pages.currentWidget() is dialog.choose_page
    assert "Nothing was changed" in dialog.notices.sentence.text()
    assert dialog.cancel.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.isHidden)


def test_progress_is_shown_while_it_is_written(qtbot, desk, dialog, put):
    told = []
    dialog.progress.valueChanged.connect(told.append)
    dialog.choose(put("roster.zip", as_zip(one_roster(3_000))))
    import_now(qtbot, dialog)
    assert max(told) > 3_000
    assert count(desk) == 3_000


def test_names_of_every_script_are_shown_and_saved_as_written(qtbot, desk, dialog, put):
    names = ["<b>Bold</b> & Co", "محمد", "Ginger 🦊", "W" * 290]
    rows = [(str(place), name, "Lee") for place, name in enumerate(names)]
    data = text_of(("Student ID", "First Name", "Last Name"), rows).encode("utf-16")
    dialog.choose(put("list.csv", data))
    reach(qtbot, dialog, dialog.mapping_page)
    dialog.go_on.click()
    reach(qtbot, dialog, dialog.preview_page)
    shown = [row.name for row in preview_rows(dialog)]
    assert shown == [f"Lee, {name}" for name in names]
    import_now(qtbot, dialog)
    assert {one.given for one in students.all_students(desk.store)} == set(names)


def test_the_file_that_was_read_is_left_as_it_was(qtbot, dialog, put):
    data = as_zip(one_roster(3))
    path = put("roster.zip", data)
    dialog.choose(path)
    import_now(qtbot, dialog)
    assert Path(path).read_bytes() == data
