"""Views of the queue: kept by name, brought back by their keys, taken away and given back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.screens.doings import page_keys
from desktop.screens.worklist import WorklistPage
from desktop.screens.worklist_columns import CODES
from desktop.screens.worklist_views import ViewForm
from desktop.store.queries import QueueFilter, QueueSort
from desktop.store.views import Look, views_of
from tests.desks import a_desk
from tests.offices import TODAY

ALT = Qt.KeyboardModifier.AltModifier
ALT_SHIFT = ALT | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(office):
    office.log()
    office.log(words="The transcript of last year")
    return a_desk(office, TODAY)


@pytest.fixture
def page(qtbot, desk):
    shown = WorklistPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1300, 700)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    qtbot.waitUntil(lambda: shown._views is not None)
    shown.setFocus()
    return shown


def titles(page) -> list[str]:
    page._views.menu.aboutToShow.emit()
    return [one.text() for one in page._views.menu.actions() if not one.isSeparator()]


def keep(qtbot, page, name: str, place: int | None = None) -> ViewForm:
    form = page._views.keep()
    qtbot.waitUntil(form.isVisible)
    qtbot.keyClicks(form.name, name)
    if place is not None:
        form.keys.setCurrentIndex(form.keys.findData(str(place)))
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    return form


def test_with_none_kept_the_menu_says_so_and_offers_to_keep_one(page):
    assert titles(page) == ["None is kept yet", "Keep this view…"]


def test_a_view_brings_back_list_order_groups_columns_and_words(qtbot, page):
    page.show_filter(QueueFilter.MINE)
    page.group_by(QueueSort.OWNER)
    page._choice._choose("number", on=False)
    kept = page.look()
    keep(qtbot, page, "Mine by owner")
    page.show_look(Look())
    assert page.look().shown is QueueFilter.OPEN
    page.setFocus()
    qtbot.keyClick(page.rows, Qt.Key.Key_1, ALT_SHIFT)
    assert page.look() == kept
    assert page.rows.isColumnHidden(CODES.index("number"))


def test_a_search_is_a_view_too(qtbot, page):
    page.search.setText("transcript")
    page._search_now()
    found = list(page.in_order)
    form = page._views.keep()
    assert "transcript" in form.says.text()
    form.name.setText("Transcripts")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    page.show_look(Look())
    assert len(page.in_order) == 2
    page._views.show_view(1)
    assert (list(page.in_order), page.search.text()) == (found, "transcript")
    assert len(found) == 1


def test_the_menu_opens_by_key_and_lists_views_with_theirs(qtbot, page):
    keep(qtbot, page, "Bread & <b>butter</b>", 4)
    qtbot.keyClick(page.rows, Qt.Key.Key_0, ALT)
    qtbot.waitUntil(page._views.menu.isVisible)
    first = page._views.menu.actions()[0]
    assert (first.text(), first.shortcut().toString()) == ("Bread && <b>butter</b>", "Alt+Shift+4")
    page._views.menu.close()


def test_the_sheet_of_keys_lists_the_views_there_are(qtbot, page):
    assert not [one for one in page_keys(page) if "Alt+Shift" in one.keys]
    keep(qtbot, page, "Late ones", 7)
    assert [(one.title, one.keys) for one in page_keys(page) if "Alt+Shift" in one.keys] == [
        ("Late ones", "Alt+Shift+7")
    ]


def test_a_taken_key_says_what_it_replaces_and_the_first_free_one_is_chosen(qtbot, page):
    keep(qtbot, page, "First")
    form = page._views.keep()
    assert form.keys.itemText(0) == "Alt+Shift+1, in place of “First”"
    assert form.keys.currentData() == "2"
    form.reject()


def test_no_name_is_refused_beside_the_field_and_nothing_typed_is_lost(qtbot, page):
    form = keep(qtbot, page, "   ")
    assert form.isVisible()
    assert form.name_message.isVisible()
    form.reject()


def test_a_view_taken_away_is_given_back_from_the_message(qtbot, page, desk):
    keep(qtbot, page, "Late ones")
    page._views.menu.aboutToShow.emit()
    take_away = page._views.menu.actions()[-1].menu()
    take_away.actions()[0].trigger()
    assert titles(page)[0] == "None is kept yet"
    assert views_of(desk.store, desk.person.id) == []
    page.notices.action.click()
    assert [one.name for one in views_of(desk.store, desk.person.id)] == ["Late ones"]


def test_a_view_of_a_newer_program_with_columns_unknown_here_is_shown_without_them(page):
    page.show_look(Look(columns=("student", "colour", "state")))
    assert page.look().columns == ("student", "state")
    QApplication.processEvents()
