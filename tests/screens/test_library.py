"""The library: nothing of the primer is missing, and everything is found as one types."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from desktop.office.guidance import load_guidance
from desktop.office.library import EntryKind
from desktop.paths import Home
from desktop.screens.library_shelf import LibraryShelf
from desktop.screens.tip_card import ReadingRow
from tests.desks import a_desk
from tests.offices import TODAY

GUIDANCE = load_guidance()
CATALOG = GUIDANCE.catalog
KINDS = {"S": "Statement", "P": "Privacy policy", "C": "Commitment", "B": "Best practice",
         "R": "Resource", "X": "Further reading"}  # fmt: skip


@pytest.fixture
def shelf(qtbot, office):
    made = LibraryShelf(a_desk(office, TODAY))
    qtbot.addWidget(made)
    made.resize(800, 760)
    made.show()
    return made


def choose(shelf, id_):
    places = [one.id for one in shelf.entries()]
    shelf.rows.choose_place(places.index(id_))
    return shelf.texts()


def cells(shelf, id_):
    place = [one.id for one in shelf.entries()].index(id_)
    model = shelf.rows.model()
    return [model.index(place, column).data() for column in range(3)]


def search(qtbot, shelf, text):
    shelf.search.clear()
    qtbot.keyClicks(shelf.search, text)
    return [one.id for one in shelf.entries()]


def test_nothing_of_the_primer_is_missing(shelf):
    found = {one.id for one in shelf.entries()}
    shown = {card.id for card in GUIDANCE.by_id.values() if GUIDANCE.is_shown(card)}
    assert found == {*CATALOG.items, *CATALOG.links, *shown}
    counted = [sum(one.kind is kind for one in shelf.entries()) for kind in EntryKind]
    assert counted[:6] == [9, 4, 3, 3, 20, 31]


@pytest.mark.parametrize("item", CATALOG.items.values(), ids=lambda item: item.id)
def test_each_item_shows_its_title_what_it_is_and_what_became_of_it(office, shelf, item):
    title, kind, today = cells(shelf, item.id)
    assert (title, kind) == (item.title, KINDS[item.id[0]])
    words = a_desk(office).wording
    assert today == (words.text(f"library.status.{item.status}") if item.status else "")
    said = choose(shelf, item.id)
    for text in filter(None, (item.title, item.gist, item.status_note)):
        assert text in said
    for point in CATALOG.points.values():
        line = f"\u2022 {point.text} {point.citation}".strip()
        assert (line in said) is (point.item == item.id)
    for behavior in GUIDANCE.behaviors.values():
        assert (f"\u2022 {behavior.says}" in said) is (behavior.item == item.id)


@pytest.mark.parametrize("item", CATALOG.items.values(), ids=lambda item: item.id)
def test_each_item_leads_to_its_tips_and_to_where_they_are_met(qtbot, shelf, item):
    said = choose(shelf, item.id)
    tips = {
        card.id
        for card in GUIDANCE.by_id.values()
        if item.id in {*card.primer, *card.links} and GUIDANCE.is_shown(card)
    }
    moments = {moment for one in tips for moment in GUIDANCE.by_id[one].moments}
    for moment in GUIDANCE.moments.values():
        assert (f"\u2022 {moment.title}" in said) is (moment.id in moments)
    assert tips
    qtbot.mouseClick(shelf.show_tips, Qt.MouseButton.LeftButton)
    assert tips <= {one.id for one in shelf.entries()}
    assert shelf.search.text() == item.id


@pytest.mark.parametrize(
    ("text", "first"),
    [("shortcut", None), ("floor", "B1"), ("pledge", "C2"), ("owner", "INT-05"),
     ("caller ID", "PHN-02"), ("retired", None), ("trusted learning", "R6")],
)  # fmt: skip
def test_titles_and_bodies_are_found_as_one_types(qtbot, shelf, text, first):
    found = search(qtbot, shelf, text)
    assert first is None or found[0] == first
    assert all(
        all(word in one.searched for word in text.lower().split()) for one in shelf.entries()
    )


def test_what_fits_nothing_is_said_and_the_search_can_be_ended(qtbot, shelf):
    assert search(qtbot, shelf, "zeppelin") == []
    empty = shelf.rows.empty_state()
    assert "\u201czeppelin\u201d" in empty.sentence()
    assert shelf.texts() == []
    empty.button.click()
    assert len(shelf.entries()) > 200


def test_a_tip_is_shown_as_it_is_beside_the_work_with_its_moments(shelf):
    said = choose(shelf, "IDV-01")
    card = GUIDANCE.by_id["IDV-01"]
    assert {card.headline, card.body, card.citation, "Law"} <= set(said)
    assert "\u2022 Identity check" in said
    assert shelf.show_tips.isHidden()


@pytest.mark.parametrize("entry", [*CATALOG.items, *CATALOG.links])
def test_no_printed_address_is_shown_and_none_can_be_clicked(shelf, entry):
    said = " ".join(choose(shelf, entry)).replace("\u200b", "")
    sources = [*CATALOG.items.values(), *CATALOG.links.values()]
    allowed = {one.safe_url for one in sources if one.show_url}
    for item in CATALOG.items.values():
        assert not item.printed_url or item.printed_url in allowed or item.printed_url not in said
    for label in shelf.told_scroll.findChildren(QLabel):
        assert not label.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse
    for row in shelf.told_scroll.findChildren(ReadingRow):
        row.findChild(QAbstractButton).click() if row.findChild(QAbstractButton) else None
        assert not row.findChild(QAbstractButton) or (QGuiApplication.clipboard().text() in allowed)


def test_a_retired_promise_is_told_as_ended_and_has_no_address(shelf):
    said = choose(shelf, "R18")
    assert "It has ended. Never show it as a promise that holds today." in said
    assert "Student Privacy Pledge (ended)" in said
    assert not any("http" in text for text in said)


def test_a_fault_in_the_districts_file_is_said_above_the_list(qtbot, office):
    office.home.district_file.write_text('[[card]]\nid = "INT-01"\nbody = ""\n')
    shelf = LibraryShelf(a_desk(office, TODAY))
    qtbot.addWidget(shelf)
    assert "guidance.toml, line 1, INT-01" in shelf.notices.sentence.text()


def test_the_practice_office_speaks_the_districts_words_too(office):
    office.home.district_file.write_text('[[card]]\nid = "INT-01"\nbody = "Here."\n')
    inside = Home(folder=office.home.practice_folder)
    desk = a_desk(replace(office, home=inside), TODAY, practice=True)
    assert desk.guidance.by_id["INT-01"].body == "Here."


def test_the_keyboard_goes_from_the_search_to_the_list(qtbot, shelf):
    with qtbot.waitActive(shelf):
        shelf.activateWindow()
    shelf.take_keyboard()
    qtbot.keyClicks(shelf.search, "floor")
    qtbot.keyClick(shelf.search, Qt.Key.Key_Return)
    assert shelf.rows.hasFocus()
    assert shelf.rows.current_row().id == "B1"
