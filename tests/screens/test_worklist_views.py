"""Views of the queue: kept by name, brought back by their keys, taken away and given back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.actions.views import load_ready_views
from desktop.screens.doings import page_keys
from desktop.screens.worklist import WorklistPage
from desktop.screens.worklist_columns import CODES
from desktop.screens.worklist_views import ViewForm
from desktop.store.queries import QueueFilter, QueueSort
from desktop.store.views import Look, places_of
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


SHIPPED = [
    "Week by week",
    "By what is asked for",
    "Newest first",
    "By the student's name",
    "Waiting, by whose it is",
]
"""Those of a registrar, under Alt+Shift+1 to 5."""
ACTS = ["Keep this view…", "Name or keys", "Take away"]


def titles(page) -> list[str]:
    page._views.menu.aboutToShow.emit()
    return [one.text() for one in page._views.menu.actions() if not one.isSeparator()]


def under(page, title: str, name: str) -> None:
    """Choose a view in one of the menus within the menu."""
    page._views.menu.aboutToShow.emit()
    (within,) = [one for one in page._views.menu.actions() if one.text() == title]
    (found,) = [one for one in within.menu().actions() if one.text() == name]
    found.trigger()


def act(page, title: str) -> None:
    page._views.menu.aboutToShow.emit()
    (found,) = [one for one in page._views.menu.actions() if one.text() == title]
    found.trigger()


def keep(qtbot, page, name: str, place: int | None = None) -> ViewForm:
    form = page._views.keep()
    qtbot.waitUntil(form.isVisible)
    qtbot.keyClicks(form.name, name)
    if place is not None:
        form.keys.setCurrentIndex(form.keys.findData(str(place)))
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    return form


def test_on_the_first_day_the_menu_has_the_ready_made_ones_and_offers_to_keep_one(page):
    assert titles(page) == [*SHIPPED, *ACTS]


def test_with_all_taken_away_the_menu_says_so_and_offers_them_again(page):
    for name in SHIPPED:
        under(page, "Take away", name)
    back = "Bring the ready-made ones back"
    assert titles(page) == ["None is kept yet", "Keep this view…", back]
    act(page, back)
    assert titles(page) == [*SHIPPED, *ACTS]


def test_a_ready_made_one_is_shown_by_its_keys(qtbot, page):
    qtbot.keyClick(page.rows, Qt.Key.Key_2, ALT_SHIFT)
    assert (page.look().shown, page.look().sort) == (QueueFilter.OPEN, QueueSort.RIGHT)
    qtbot.keyClick(page.rows, Qt.Key.Key_3, ALT_SHIFT)
    assert (page.look().sort, page.look().descending) == (QueueSort.NUMBER, True)


def test_every_ready_made_one_can_be_shown_and_looks_as_it_says(desk, page):
    """Its columns are such as the queue has; those that are always there come by themselves."""
    for one in desk.ready_views.view:
        assert set(one.look.columns) <= set(CODES)
        page.show_look(one.look)
        seen = page.look()
        assert (seen.shown, seen.sort, seen.descending, seen.by_week) == (
            one.look.shown, one.look.sort, one.look.descending, one.look.by_week,
        )  # fmt: skip
        if one.look.columns:
            assert set(seen.columns) == set(one.look.columns)


def test_a_view_gets_another_name_and_other_keys(qtbot, page):
    under(page, "Name or keys", "Newest first")
    form = page.window().findChild(ViewForm)
    qtbot.waitUntil(form.isVisible)
    assert (form.windowTitle(), form.name.text()) == ("Name and keys of a view", "Newest first")
    assert (form.keys.currentText(), form.keys.itemText(0)) == (
        "Alt+Shift+3", "Alt+Shift+1, in place of “Week by week”",
    )  # fmt: skip
    form.name.selectAll()
    qtbot.keyClicks(form.name, "What came in last")
    form.keys.setCurrentIndex(form.keys.findData("9"))
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert titles(page)[:5] == [*SHIPPED[:2], *SHIPPED[3:], "What came in last"]
    assert page._views.menu.actions()[4].shortcut().toString() == "Alt+Shift+9"
    act(page, "What came in last")
    assert page.look().sort is QueueSort.NUMBER


def test_a_damaged_file_of_them_is_told_and_what_is_kept_is_there(
    qtbot, page, desk, tmp_path, monkeypatch
):
    keep(qtbot, page, "Mine", 7)
    file = tmp_path / "views.toml"
    file.write_text("[[view]]\nid = 3\n", "utf-8")
    desk.__dict__.pop("ready_views", None)
    monkeypatch.setattr(type(desk), "ready_views", property(lambda _desk: load_ready_views(file)))
    page._views._read()
    assert titles(page) == ["Mine", *ACTS]
    assert "views.toml, line 2" in page.notices.sentence.text()


def test_a_view_brings_back_list_order_groups_columns_and_words(qtbot, page):
    page.show_filter(QueueFilter.MINE)
    page.group_by(QueueSort.OWNER)
    page._choice._choose("number", on=False)
    kept = page.look()
    keep(qtbot, page, "Mine by owner", 1)
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
    page._views.show_view(6)
    assert (list(page.in_order), page.search.text()) == (found, "transcript")
    assert len(found) == 1


def test_the_menu_opens_by_key_and_lists_views_with_theirs(qtbot, page):
    keep(qtbot, page, "Bread & <b>butter</b>", 4)
    qtbot.keyClick(page.rows, Qt.Key.Key_0, ALT)
    qtbot.waitUntil(page._views.menu.isVisible)
    first = page._views.menu.actions()[3]
    assert (first.text(), first.shortcut().toString()) == ("Bread && <b>butter</b>", "Alt+Shift+4")
    page._views.menu.close()


def test_the_sheet_of_keys_lists_the_views_there_are(qtbot, page):
    keep(qtbot, page, "Late ones", 7)
    assert [(one.title, one.keys) for one in page_keys(page) if "Alt+Shift" in one.keys] == [
        *((name, f"Alt+Shift+{place}") for place, name in enumerate(SHIPPED, 1)),
        ("Late ones", "Alt+Shift+7"),
    ]


def test_a_taken_key_says_what_it_replaces_and_the_first_free_one_is_chosen(qtbot, page):
    keep(qtbot, page, "Sixth")
    form = page._views.keep()
    assert form.keys.itemText(5) == "Alt+Shift+6, in place of “Sixth”"
    assert form.keys.currentData() == "7"
    form.reject()


def test_no_name_is_refused_beside_the_field_and_nothing_typed_is_lost(qtbot, page):
    form = keep(qtbot, page, "   ")
    assert form.isVisible()
    assert form.name_message.isVisible()
    form.reject()


def test_a_view_taken_away_is_given_back_from_the_message(qtbot, page, desk):
    keep(qtbot, page, "Late ones")
    under(page, "Take away", "Late ones")
    assert "Late ones" not in titles(page)
    assert places_of(desk.store, desk.person.id).views == ()
    page.notices.action.click()
    assert [one.name for one in places_of(desk.store, desk.person.id).views] == ["Late ones"]


def test_a_ready_made_one_taken_away_is_given_back_as_such(page, desk):
    under(page, "Take away", "Newest first")
    assert "Newest first" not in titles(page)
    page.notices.action.click()
    assert titles(page) == [*SHIPPED, *ACTS]
    assert places_of(desk.store, desk.person.id).views == ()


def test_a_view_of_a_newer_program_with_columns_unknown_here_is_shown_without_them(page):
    page.show_look(Look(columns=("student", "colour", "state")))
    assert page.look().columns == ("student", "state")
    QApplication.processEvents()
