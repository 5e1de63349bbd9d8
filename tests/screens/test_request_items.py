"""The itemised answer by keyboard: answer a record, change it, take it off, put it back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QRadioButton

from desktop.actions import searching
from desktop.records.case import SourceState
from desktop.records.release import ItemAnswer
from desktop.records.request import Right
from desktop.screens.request_item import ItemDialog
from tests.desks import a_desk
from tests.offices import TODAY
from tests.screens.request_pages import KEYS, Opened


@pytest.fixture
def opened(qtbot, office):
    return Opened(qtbot, a_desk(office, TODAY), office.log().request)


def add(opened):
    opened.page.menu.item.trigger()
    return opened.dialog(ItemDialog)


def given(opened, what="Report cards"):
    add(opened)
    opened.type(what)
    opened.press(KEYS.Key_Tab)
    opened.type("1")
    opened.done()


def rows(opened):
    model = opened.page.items.rows.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_record_is_answered_by_keyboard_alone(opened):
    given(opened)
    assert opened.no_dialog()
    assert rows(opened) == [["Report cards", "Given", ""]]
    assert "answered item 1: given." in opened.history()[0]


def test_part_withheld_asks_why_and_what_kind(opened):
    dialog = add(opened)
    opened.type("Bus video")
    opened.press(KEYS.Key_Tab)
    opened.type("4")
    opened.done()
    assert dialog.reason_message.text() == "The reason is missing. Choose why."
    assert opened.focus() is dialog.reason
    opened.press(KEYS.Key_Down)
    assert "99.12(a)" in dialog.reason_says.text()
    assert dialog.note_label.text() == "&Note: What kind of information, naming nobody"
    opened.done()
    assert opened.focus() is dialog.note
    opened.type("Faces of other riders.")
    opened.done()
    (item,) = opened.case.items
    assert (item.answer, item.reason) == (ItemAnswer.PART_WITHHELD, "other_child_out")
    assert rows(opened)[0][2].endswith("taken out: Faces of other riders.")
    assert "Another child's information is covered or taken out." in opened.history()[0]


def test_34_cfr_99_3_own_notes_ask_three_questions_and_the_open_one_gets_the_keyboard(opened):
    dialog = add(opened)
    opened.type("Counselor's notes")
    opened.press(KEYS.Key_Tab)
    opened.type("3")
    opened.press(KEYS.Key_Tab)
    opened.press(KEYS.Key_Down)
    opened.press(KEYS.Key_Tab)
    opened.type("12")
    opened.done()
    assert "Not all of this holds" in dialog.question_message.text()
    assert opened.focus() is dialog.questions.rows[2].radio
    opened.type("3")
    opened.done()
    assert opened.case.items[0].reason == "sole_possession"


def test_reasons_that_never_fit_this_student_are_not_offered(opened):
    dialog = add(opened)
    dialog.answers.choose("not_record")
    offered = [dialog.reason.itemData(place) for place in range(dialog.reason.count())]
    assert "treatment" not in offered
    dialog.answers.choose("part_withheld")
    offered = [dialog.reason.itemData(place) for place in range(dialog.reason.count())]
    assert offered == ["", "other_child_out", "other_child_told", "order_on_file", "state_law"]


def test_what_is_given_shows_no_why(opened):
    dialog = add(opened)
    assert not dialog.why.isVisible()
    dialog.answers.choose("not_held")
    assert dialog.why.isVisible()
    dialog.answers.choose("given")
    assert not dialog.why.isVisible()


def test_nothing_chosen_and_nothing_written_are_told_beside_the_field(opened):
    dialog = add(opened)
    opened.done()
    assert dialog.what_message.text() == "Write which record or group."
    opened.type("Report cards")
    opened.done()
    assert dialog.answer_message.text() == "Choose what became of it."
    assert isinstance(opened.focus(), QRadioButton)


def test_a_chosen_row_is_changed_with_enter_and_taken_off_with_delete(opened):
    given(opened)
    opened.page.items.rows.setFocus()
    opened.press(KEYS.Key_Return)
    dialog = opened.dialog(ItemDialog)
    assert dialog.what.text() == "Report cards"
    opened.press(KEYS.Key_End)
    opened.type(" of grade 3")
    opened.done()
    assert rows(opened)[0][0] == "Report cards of grade 3"
    opened.page.items.rows.setFocus()
    opened.press(KEYS.Key_Delete)
    assert opened.case.items == ()
    opened.page.items.notices.action.click()
    assert [one.what for one in opened.case.items] == ["Report cards of grade 3"]


def test_a_withheld_row_opens_with_its_reason_and_its_answers(opened):
    dialog = add(opened)
    dialog.what.setText("Counselor's notes")
    dialog.answers.choose("not_record")
    dialog.reason.setCurrentIndex(dialog.reason.findData("sole_possession"))
    for row in dialog.questions.rows:
        row.choose()
    opened.done()
    again = opened.page.items.open_change()
    assert again.reason.currentData() == "sole_possession"
    assert again.questions.ticked() == ["maker", "memory", "unshared"]


def test_what_is_half_typed_is_there_again_after_escape(opened):
    add(opened)
    opened.type("Bus vid")
    opened.press(KEYS.Key_Escape)
    assert add(opened).what.text() == "Bus vid"


def test_the_places_searched_are_taken_over(opened):
    assert not opened.page.items.from_search.isVisible()
    source = opened.case.sources[0]
    desk = opened.desk
    desk.did(
        searching.answer_source(
            desk.store, opened.request, source.id, SourceState.FOUND,
            pages=3, today=TODAY, by=desk.sign(),
        )
    )  # fmt: skip
    assert opened.page.items.from_search.isVisible()
    opened.page.items.from_search.click()
    assert rows(opened) == [[source.name, "Given", ""]]
    assert not opened.page.items.from_search.isVisible()


def test_a_right_that_gives_no_records_has_no_such_card(qtbot, office):
    opened = Opened(qtbot, a_desk(office, TODAY), office.log(right=Right.AMEND).request)
    assert not opened.page.items.isVisible()
    assert not opened.page.menu.item.isVisible()
