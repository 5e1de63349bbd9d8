"""The panel of tips: three at most, honest about their sources, never in the way."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.office.guidance import load_guidance
from desktop.office.hidden_tips import HiddenTips
from desktop.paths import Home
from desktop.records.ids import PersonId
from desktop.records.person import Role
from desktop.screens.guidance import GuidancePanel
from desktop.screens.theme import apply_theme

GUIDANCE = load_guidance()
TODAY = date(2026, 12, 1)


def shown(qtbot, panel, width=320, height=700):
    qtbot.addWidget(panel)
    panel.resize(width, height)
    panel.show()
    return panel


@pytest.fixture
def panel(qtbot):
    return shown(qtbot, GuidancePanel(GUIDANCE, TODAY))


def ids(panel):
    return [card.id for card in panel.cards()]


def test_three_tips_are_shown_in_the_order_of_the_moment(panel):
    panel.show_moment("identity")
    assert ids(panel) == ["IDV-01", "IDV-02", "IDV-03"]
    assert panel.moment() == "identity"
    assert panel.more.text() == "More (3)"


def test_more_shows_the_rest_and_puts_the_keyboard_on_the_first_of_them(qtbot, panel):
    panel.show_moment("identity")
    panel.activateWindow()
    qtbot.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert len(ids(panel)) == 6
    assert panel.more.isHidden()
    assert panel.focusWidget() is panel.views()[3].why


def test_another_moment_takes_the_place_of_the_first(panel):
    panel.show_moment("identity")
    panel.show_moment("closing")
    assert ids(panel) == ["CLS-01", "CLS-02", "CLS-03"]


def test_a_second_moment_follows_the_first_without_doubling_a_tip(panel):
    panel.show_moment("intake_phone", also=["intake"])
    panel.more.click()
    found = ids(panel)
    assert found[:3] == ["PHN-01", "PHN-02", "PHN-03"]
    assert len(found) == len(set(found))


def test_the_same_moment_again_leaves_everything_as_it_is(qtbot, panel):
    panel.show_moment("identity")
    qtbot.mouseClick(panel.views()[0].why, Qt.MouseButton.LeftButton)
    panel.show_moment("identity")
    assert not panel.views()[0].details.isHidden()


def test_changing_the_moment_moves_neither_the_panel_nor_the_keyboard(qtbot):
    window = QWidget()
    layout = QHBoxLayout(window)
    field, panel = QLineEdit(), GuidancePanel(GUIDANCE, TODAY)
    layout.addWidget(field, 1)
    layout.addWidget(panel)
    shown(qtbot, window, 900, 700)
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    widths = set()
    for moment in ("intake", "authority", "lunch", "principal_queue"):
        panel.show_moment(moment)
        window.grab()
        widths.add((panel.width(), field.width()))
    assert len(widths) == 1
    assert field.hasFocus()


def test_a_closed_panel_keeps_the_moment_and_shows_it_when_it_opens(qtbot, panel):
    panel.show_moment("identity")
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert panel.isHidden()
    panel.show_moment("closing")
    panel.show()
    assert ids(panel)[0] == "CLS-01"


def test_the_reader_decides_whose_tips_are_shown(qtbot):
    office = shown(qtbot, GuidancePanel(GUIDANCE, TODAY, audience=Role.FRONT_OFFICE))
    office.show_moment("amendment")
    assert ids(office) == ["AMD-04", "AMD-01"]


@pytest.mark.parametrize(
    ("moment", "kind"),
    [("identity", "Law"), ("appointment", "Good practice"), ("intake", "From the primer")],
)
def test_each_tip_says_in_words_what_it_rests_on(panel, moment, kind):
    panel.show_moment(moment)
    view = panel.views()[0]
    assert view.kind.text() == kind
    assert view.accessibleName() == f"{kind}: {view.headline.text()}"
    assert not view.findChild(QLabel).pixmap().isNull()


def test_a_law_tip_shows_its_citation(panel):
    panel.show_moment("identity")
    assert panel.views()[0].citation.text() == "34 CFR 99.31(c)"


def test_why_shows_the_primers_own_title_and_what_to_read_on(qtbot, panel):
    panel.show_moment("authority")
    view = panel.views()[0]
    qtbot.mouseClick(view.why, Qt.MouseButton.LeftButton)
    said = " ".join(view.texts())
    assert "Support Parents in their Data Access & Awareness of Related Rights" in said
    assert "FERPA rules, 34 CFR Part 99" in said
    qtbot.mouseClick(view.why, Qt.MouseButton.LeftButton)
    assert view.details.isHidden()


def test_a_checked_address_can_be_copied_exactly(qtbot, panel):
    panel.show_moment("authority")
    view = panel.views()[0]
    qtbot.mouseClick(view.why, Qt.MouseButton.LeftButton)
    buttons = view.details.findChildren(QToolButton)
    addresses = [one.address for one in GUIDANCE.reading(view.card) if one.address]
    assert len(buttons) == len(addresses)
    buttons[0].click()
    assert QGuiApplication.clipboard().text() == addresses[0]


def test_what_ended_is_said_to_have_ended_and_cannot_be_copied(qtbot, panel):
    panel.show_moment("vendor_questions")
    qtbot.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    view = next(one for one in panel.views() if one.card.id == "VQ-02")
    qtbot.mouseClick(view.why, Qt.MouseButton.LeftButton)
    said = view.texts()
    assert "Student Privacy Pledge (ended)" in said
    assert not any("studentprivacypledge.org" in text for text in said)


def test_the_age_of_the_tips_is_told_and_after_a_year_whom_to_ask(qtbot, panel):
    panel.show_moment("intake")
    assert panel.reviewed.text() == "Tips last reviewed November 23, 2026"
    assert panel.stale.isHidden()
    old = shown(qtbot, GuidancePanel(GUIDANCE, date(2028, 1, 1)))
    old.show_moment("intake")
    assert "Ask your district to check these tips" in old.stale.text()
    assert not old.stale.isHidden()


@pytest.mark.parametrize("moment", GUIDANCE.moments)
def test_nothing_in_the_panel_can_be_clicked_but_its_own_buttons(panel, moment):
    panel.show_moment(moment)
    if panel.more.isVisible():
        panel.more.click()
    for view in panel.views():
        view.why.click()
    labels = [label for label in panel.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    links = Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not any(label.textInteractionFlags() & links for label in labels)
    printed = {item.printed_url for item in GUIDANCE.catalog.items.values()} - {""}
    allowed = {
        one.safe_url
        for one in (*GUIDANCE.catalog.items.values(), *GUIDANCE.catalog.links.values())
        if one.show_url
    }
    addresses = {
        text.replace("\u200b", "")
        for label in labels
        if re.match(r"https?://|www\.", text := label.text())
    }
    assert addresses <= allowed
    assert not addresses & (printed - allowed)


def test_every_button_has_a_name_and_a_place_in_the_tab_order(panel):
    panel.show_moment("authority")
    panel.views()[0].why.click()
    buttons = [one for one in panel.findChildren(QAbstractButton) if one.isVisible()]
    assert all(one.accessibleName() or one.text() for one in buttons)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("moment", ["authority", "vendor_questions"])
def test_no_text_is_cut_at_any_size(qapp, qtbot, moment, scale):
    apply_theme(qapp, dark=False, text_scale=scale)
    panel = shown(qtbot, GuidancePanel(GUIDANCE, TODAY), round(300 * scale), 800)
    panel.show_moment(moment)
    panel.views()[0].why.click()
    qtbot.waitUntil(lambda: cut(panel) == [])


def cut(panel):
    labels = [one for one in panel.findChildren(QLabel) if one.isVisible() and one.text()]
    return [one.text() for one in labels if one.height() < one.heightForWidth(one.width()) - 1]


# Put away, and the district's words


@pytest.fixture
def own(qtbot, tmp_path):
    hidden = HiddenTips(Home(folder=tmp_path), PersonId(1))
    return shown(qtbot, GuidancePanel(GUIDANCE, TODAY, hidden=hidden))


def test_a_hidden_tip_makes_room_for_the_next_and_can_be_brought_back(qtbot, own):
    own.activateWindow()
    own.show_moment("identity")
    qtbot.mouseClick(own.views()[0].put_away, Qt.MouseButton.LeftButton)
    assert ids(own) == ["IDV-02", "IDV-03", "IDV-04"]
    assert own.again.text() == "Show the hidden tip again"
    assert own.focusWidget() is own.views()[0].why
    qtbot.mouseClick(own.again, Qt.MouseButton.LeftButton)
    assert ids(own) == ["IDV-01", "IDV-02", "IDV-03"]
    assert own.again.isHidden()


def test_with_every_tip_hidden_the_way_back_is_there(own):
    own.show_moment("deadline_near")
    while own.views():
        own.views()[0].put_away.click()
    assert ids(own) == []
    assert own.again.text() == "Show 3 hidden tips again"
    assert own.again.isVisible()
    assert own.focusWidget() is own.again


def test_a_hidden_tip_is_hidden_at_its_other_moments_too(own):
    own.show_moment("eligible_student")
    own.views()[0].put_away.click()
    own.show_moment("student_questions")
    own.more.click()
    assert "ELG-01" not in ids(own)


def test_where_nobody_is_signed_in_nothing_can_be_hidden(panel):
    panel.show_moment("identity")
    assert all(view.put_away.isHidden() for view in panel.views())


def test_a_districts_words_are_said_to_be_its_own(qtbot, tmp_path):
    path = tmp_path / "guidance.toml"
    path.write_text(
        '[[card]]\nid = "IDV-02"\nbody = "<b>Ask</b> the office."\n'
        '[[card]]\nid = "OWN"\nheadline = "Ours"\nbody = "Here."\nmoments = ["identity"]\n'
    )
    panel = shown(qtbot, GuidancePanel(load_guidance(district=path), TODAY))
    panel.show_moment("identity")
    law, added, replaced = panel.views()
    assert law.kind.text() == "Law"
    assert added.kind.text() == "Good practice, your district's words"
    assert replaced.body.text() == "<b>Ask</b> the office."
    added.why.click()
    assert "Your district added this tip." in added.texts()


def test_a_screen_reader_hears_kind_headline_body_and_citation(panel):
    panel.show_moment("identity")
    view = panel.views()[0]
    assert view.accessibleName() == f"Law: {view.card.headline}"
    assert view.accessibleDescription() == f"{view.card.body} 34 CFR 99.31(c)"
