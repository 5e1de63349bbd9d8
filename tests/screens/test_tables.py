"""Lists: what they show, how they sort, what they say when empty, and the keyboard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
)

from desktop.screens.tables import (
    BLOCK,
    ITEM_ROLE,
    ROW_ROLE,
    BlockModel,
    Column,
    RowsModel,
    RowsView,
)
from desktop.screens.theme import apply_theme, theme


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    student: str
    received_on: date


LINES = (
    Line(1, "Mia Alvarez", date(2026, 10, 1)),
    Line(2, "Åsa <b>Ek</b>", date(2026, 9, 1)),
    Line(3, "Jordan Lee", date(2026, 11, 18)),
)
COLUMNS = (
    Column(title="Student", text=lambda line: line.student, sort="student", stretch=True),
    Column(
        title="Received",
        text=lambda line: f"{line.received_on:%m/%d}",
        value=lambda line: line.received_on,
        sort="received",
        spoken=lambda line: f"received {line.received_on:%B}",
        item=lambda line: line.received_on,
        align=Qt.AlignmentFlag.AlignRight,
        width=12,
        quiet=True,
    ),
    Column(title="Number", text=lambda line: str(line.id)),
)


class Shelf:
    """Rows as a store would give them, and what was asked of it."""

    def __init__(self, count):
        self.rows = {one: Line(one, f"Student {one}", date(2026, 9, 1)) for one in range(count)}
        self.asked = []

    def fetch(self, ids):
        self.asked.append(list(ids))
        return [self.rows[one] for one in reversed(ids) if one in self.rows]


def texts(model, column=0):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def shown(qtbot, model):
    view = RowsView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.set_empty("queue", "No request is open", "Log one when a parent asks.", "Log a request")
    view.setModel(model)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


@pytest.fixture
def view(qtbot):
    return shown(qtbot, RowsModel(COLUMNS, LINES))


# Models


def test_the_list_model_keeps_qts_rules(qtmodeltester):
    model = RowsModel(COLUMNS, LINES)
    qtmodeltester.check(model)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_rows(LINES[:1])
    qtmodeltester.check(model)


def test_the_block_model_keeps_qts_rules(qtmodeltester):
    shelf = Shelf(450)
    model = BlockModel(COLUMNS, shelf.fetch, lambda line: line.id)
    qtmodeltester.check(model)
    model.set_ids(range(450))
    qtmodeltester.check(model)
    model.refresh([3, 449])


def test_a_cell_gives_words_row_item_and_what_is_spoken():
    model = RowsModel(COLUMNS, LINES)
    index = model.index(0, 1)
    assert index.data() == "10/01"
    assert index.data(ROW_ROLE) is LINES[0]
    assert index.data(ITEM_ROLE) == LINES[0].received_on
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "received October"
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) == Qt.AlignmentFlag.AlignRight
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_rows_sort_by_value_and_not_by_their_text():
    lines = [*LINES, Line(4, "Late", date(2027, 1, 2))]
    model = RowsModel(COLUMNS, lines)
    model.sort(1)
    assert [line.id for line in model.rows] == [2, 1, 3, 4]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [line.id for line in model.rows] == [4, 3, 1, 2]


def test_the_chosen_row_stays_chosen_while_the_order_changes(view):
    view.choose_place(0)
    view.model().sort(1)
    assert view.current_row() is LINES[0]
    assert view.currentIndex().row() == 1


def test_a_long_list_fetches_only_the_blocks_that_are_seen():
    shelf = Shelf(100_000)
    model = BlockModel(COLUMNS, shelf.fetch, lambda line: line.id)
    model.set_ids(range(100_000))
    assert shelf.asked == []
    assert model.index(0, 0).data() == "Student 0"
    assert model.index(BLOCK - 1, 0).data() == f"Student {BLOCK - 1}"
    assert model.index(77_777, 0).data() == "Student 77777"
    assert [len(ids) for ids in shelf.asked] == [BLOCK, BLOCK]


def test_the_first_block_can_be_given_with_the_ids():
    shelf = Shelf(500)
    model = BlockModel(COLUMNS, shelf.fetch, lambda line: line.id)
    model.set_ids(range(500), first_rows=shelf.fetch(range(BLOCK)))
    shelf.asked.clear()
    assert model.index(5, 0).data() == "Student 5"
    assert shelf.asked == []


def test_a_row_that_has_gone_shows_nothing_and_moves_nobody():
    shelf = Shelf(10)
    del shelf.rows[3]
    model = BlockModel(COLUMNS, shelf.fetch, lambda line: line.id)
    model.set_ids(range(10))
    assert model.index(3, 0).data() is None
    assert model.index(4, 0).data() == "Student 4"


def test_a_changed_row_is_fetched_again_and_only_its_block(qtbot):
    shelf = Shelf(500)
    model = BlockModel(COLUMNS, shelf.fetch, lambda line: line.id)
    model.set_ids(range(500))
    assert len(texts(model)) == 500
    shelf.rows[250] = replace(shelf.rows[250], student="Renamed")
    shelf.asked.clear()
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh([250])
    assert (changed.args[0].row(), changed.args[1].row()) == (250, 250 + BLOCK - 1)
    assert texts(model)[250] == "Renamed"
    assert len(shelf.asked) == 1


def test_blocks_far_away_are_let_go():
    shelf = Shelf(160 * BLOCK)
    model = BlockModel(COLUMNS, shelf.fetch, lambda line: line.id)
    model.set_ids(range(160 * BLOCK))
    assert len(texts(model)) == 160 * BLOCK
    shelf.asked.clear()
    assert model.index(0, 0).data() == "Student 0"
    assert len(shelf.asked) == 1


# The view


def test_enter_opens_the_chosen_row(qtbot, view):
    view.choose_place(1)
    with qtbot.waitSignal(view.row_activated) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [LINES[1]]


def in_a_dialog(qtbot, view):
    dialog = QDialog()
    layout, button = QVBoxLayout(dialog), QPushButton("Save")
    layout.addWidget(view)
    layout.addWidget(button)
    button.setDefault(True)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    view.setFocus()
    view.choose_place(0)
    return button


def test_enter_on_a_row_that_opens_does_not_press_the_dialogs_button_as_well(qtbot, view):
    button = in_a_dialog(qtbot, view)
    opened = []
    view.row_activated.connect(opened.append)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == [LINES[0]]


def test_enter_presses_the_dialogs_button_where_rows_open_nothing(qtbot, view):
    button = in_a_dialog(qtbot, view)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_double_click_opens_the_row_under_it(qtbot, view):
    place = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(view.row_activated) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [LINES[2]]


def test_arrows_home_and_end_move_by_rows(qtbot, view):
    view.choose_place(0)
    chosen = []
    view.row_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
    assert [line.id for line in chosen] == [2, 3, 1]
    assert view.chosen_rows() == [LINES[0]]


def test_many_lines_are_chosen_again_as_one_choice_whatever_lies_between(qtbot, view):
    """Told line by line, five hundred of them held the window for eight seconds."""
    view.choose_several()
    told = []
    view.selectionModel().selectionChanged.connect(lambda *_: told.append(None))
    view.choose_also([2, 0])
    assert view.chosen_rows() == [LINES[0], LINES[2]]
    view.choose_also([1, 2])
    assert view.chosen_rows() == list(LINES)
    assert len(told) == 2
    view.choose_also([])
    assert view.chosen_rows() == list(LINES)


def test_letters_do_not_jump_within_the_list(qtbot, view):
    view.choose_place(0)
    qtbot.keyClicks(view, "jor")
    assert view.current_row() is LINES[0]


def test_tab_into_the_list_chooses_its_first_row(qtbot, view):
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.current_row() is LINES[0]


def test_a_header_click_sorts_and_asks_and_a_second_one_turns_it_round(qtbot, view):
    header = view.horizontalHeader()
    asked = []
    view.sort_asked.connect(lambda *what: asked.append(what))
    place = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)
    for _ in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [("received", True), ("received", False)]
    assert [line.id for line in view.model().rows] == [3, 1, 2]


def test_a_column_without_a_sort_name_does_not_sort(qtbot, view):
    header = view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(2) + 20, header.height() // 2)
    with qtbot.assertNotEmitted(view.sort_asked):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert header.sortIndicatorSection() != 2


def test_the_order_can_be_shown_without_asking_for_it(qtbot, view):
    with qtbot.assertNotEmitted(view.sort_asked):
        view.show_sorted("received", ascending=False)
    assert view.horizontalHeader().sortIndicatorSection() == 1


def test_an_empty_list_says_what_to_do_and_offers_it(qtbot):
    view = shown(qtbot, RowsModel(COLUMNS))
    said = view.empty_state()
    assert said.sentence() == "No request is open Log one when a parent asks."
    with qtbot.waitSignal(view.empty_action):
        qtbot.mouseClick(said.button, Qt.MouseButton.LeftButton)


def test_rows_take_the_place_of_what_was_said(qtbot):
    model = RowsModel(COLUMNS)
    view = shown(qtbot, model)
    model.set_rows(LINES)
    assert view.empty_state() is None
    model.set_rows(())
    assert view.empty_state() is not None


@pytest.mark.no_qt_log  # without a display a tool tip cannot be raised, and Qt says so
def test_text_that_is_cut_is_told_in_full_and_as_it_was_typed(qtbot, view):
    index = view.model().index(1, 0)
    option = QStyleOptionViewItem()
    option.rect.setWidth(20)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    view.itemDelegate().helpEvent(event, view, option, index)
    assert QToolTip.text() == "<qt>Åsa &lt;b&gt;Ek&lt;/b&gt;</qt>"
    QToolTip.hideText()


def test_text_that_fits_has_no_tip(qtbot, view):
    option = QStyleOptionViewItem()
    option.rect.setWidth(400)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    view.itemDelegate().helpEvent(event, view, option, view.model().index(0, 0))
    assert QToolTip.text() == ""


def test_the_pointed_row_is_marked_and_let_go(qtbot, view):
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseMove(view.viewport(), place)
    qtbot.waitUntil(lambda: view.pointed_row == 1)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(place.x() * 2 - 5, place.y() - 12).name() == theme().colours.sunken
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.pointed_row == -1


def test_the_keyboards_place_is_marked_beside_the_row(qtbot, view):
    view.choose_place(1)
    view.setFocus()
    row = view.visualRect(view.model().index(1, 0))
    image = view.viewport().grab().toImage()
    assert image.pixelColor(1, row.center().y()).name() == theme().colours.accent


def test_rows_grow_with_the_text(qapp, view):
    before = view.verticalHeader().defaultSectionSize()
    view.resize(1200, 400)
    apply_theme(qapp, dark=False, text_scale=2.0)
    assert view.verticalHeader().defaultSectionSize() == 2 * before
    assert view.columnWidth(1) > 200
