"""Settings, Letters: write a wording, see what was changed, go back, look at a proof."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.actions.changes import Changes
from desktop.records.person import Role
from desktop.screens.notices import Kind
from desktop.screens.proof_dialog import ProofDialog
from desktop.screens.settings_letters import LettersTab
from desktop.screens.why import WhyDialog
from desktop.store import office_letters
from desktop.store.journal import Event
from tests.desks import a_desk
from tests.offices import TODAY


@pytest.fixture
def desk(office):
    return a_desk(office, TODAY)


@pytest.fixture
def show(qtbot, desk):
    def build(template="receipt", language="en") -> LettersTab:
        tab = LettersTab(desk)
        qtbot.addWidget(tab)
        tab.resize(900, 700)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.choose(template, language)
        return tab

    return build


def write(tab, words="Come by the side door."):
    tab.letter_text.moveCursor(tab.letter_text.textCursor().MoveOperation.End)
    tab.letter_text.insertPlainText(f"\n{words}\n")


def why(tab, reason="The door."):
    (asking,) = [one for one in tab.findChildren(WhyDialog) if one.isVisible()]
    asking.reason.setPlainText(reason)
    asking.save.click()
    return asking


def saved(tab, words="Come by the side door.", reason="The door."):
    write(tab, words)
    tab.save.click()
    why(tab, reason)


def views(tab):
    return [tab.view.itemText(at) for at in range(tab.view.count())]


def turn(tab, view):
    tab.view.setCurrentIndex(tab.view.findData(view))


def kept(office):
    return office_letters.wordings(office.store)


def test_a_letter_is_shown_as_shipped_with_its_fields(show, desk):
    tab = show()
    shipped = desk.shipped_templates.get("receipt")
    assert tab.letter_title.text() == shipped.title
    assert tab.letter_text.toPlainText() == shipped.body
    assert tab.standing.text() == f"As shipped, version {shipped.version}."
    assert "{{ student }}" in tab.fields.text()
    assert not tab.save.isEnabled()
    assert tab.restore.isHidden()


def test_every_letter_in_every_language_can_be_chosen(show, desk):
    tab = show()
    for one in desk.shipped_templates:
        tab.choose(one.id, one.language)
        assert tab.key == (one.id, one.language)
        assert tab.letter_text.toPlainText() == one.body


def test_a_wording_is_saved_with_its_reason_and_used_from_now_on(show, office, desk):
    tab = show()
    saved(tab)
    (one,) = kept(office)
    assert (one.key, one.version, one.reason) == (("receipt", "en"), 1, "The door.")
    assert "side door" in desk.templates.get("receipt").body
    assert tab.standing.text().startswith("The office's own, version 1, of Mon")
    assert "(JR): The door." in tab.standing.text()
    assert not tab.save.isEnabled()
    assert tab.notices.kind is Kind.SUCCESS


def test_a_wording_without_a_reason_is_not_saved(show, office):
    tab = show()
    write(tab)
    tab.save.click()
    asking = why(tab, " ")
    assert "reason is missing" in asking.message.text()
    asking.reject()
    assert kept(office) == []
    assert "side door" in tab.letter_text.toPlainText()


def test_what_is_wrong_is_told_beside_the_text_with_the_cursor_on_its_line(show, office):
    tab = show()
    write(tab, "{{ nickname }}")
    tab.save.click()
    assert tab.findChildren(WhyDialog) == []
    assert "nickname" in tab.message.text()
    line = tab.letter_text.textCursor().blockNumber() + 1
    assert tab.message.text().startswith(f"Line {line}: ")
    assert kept(office) == []


def test_a_part_a_rule_wants_cannot_be_taken_out(show, office):
    tab = show("amendment_refused")
    tab.letter_title.setText("Our decision")
    text = tab.letter_text.toPlainText().replace("right to a hearing", "chance")
    tab.letter_text.setPlainText(text)
    tab.save.click()
    assert "the right to a hearing in every case (34 CFR 99.20(c), 99.21)" in tab.message.text()
    assert kept(office) == []


def test_what_the_office_changed_is_marked_line_by_line(show):
    tab = show()
    saved(tab)
    turn(tab, "ours")
    assert "+ Come by the side door." in tab.lines.toPlainText().splitlines()
    assert "new (+)" in tab.compare_says.text()
    assert not any(line.startswith("\u2212") for line in tab.lines.toPlainText().splitlines())
    assert tab.lines.isReadOnly()


def test_what_a_release_changed_since_is_marked(show, office, desk):
    """As if the wording had been made under the release before."""
    tab = show()
    saved(tab)
    with office.store.change(Event(kind="note.added"), by=office.sign()) as change:
        change.execute(
            "update office_letter set shipped_version = '1', shipped_text = ?",
            (f"{desk.shipped_templates.get('receipt').body}An old sentence.\n",),
        )
    desk.did(Changes.of_office())
    assert "changed by a release" in tab.standing.text()
    assert "What the release changed" in views(tab)
    turn(tab, "release")
    marked = [one for one in tab.lines.toPlainText().splitlines() if not one.startswith("  ")]
    assert marked == ["\u2212 An old sentence."]


def test_a_wording_that_no_longer_fits_says_so(show, office, desk):
    tab = show()
    saved(tab)
    with office.store.change(Event(kind="note.added"), by=office.sign()) as change:
        change.execute(
            "update office_letter set shipped_version = '0', text = '{{ a_field_that_went }}'"
        )
    desk.did(Changes.of_office())
    assert "no longer fits this release" in tab.standing.text()
    assert desk.templates.get("receipt").office_version == 0


def test_going_back_to_the_shipped_wording_is_one_button_and_can_be_undone(show, office, desk):
    tab = show()
    saved(tab)
    tab.restore.click()
    why(tab, "As before.")
    assert desk.templates.get("receipt").office_version == 0
    assert "again since" in tab.standing.text()
    assert tab.restore.isHidden()
    tab.notices.action.click()
    assert desk.templates.get("receipt").office_version == 3
    assert "side door" in tab.letter_text.toPlainText()
    assert [one.is_shipped for one in kept(office)] == [False, True, False]


def test_an_old_version_can_be_looked_at_and_taken_up_again(show, office, desk):
    tab = show()
    saved(tab)
    saved(tab, "And ring the bell.", "The bell.")
    turn(tab, 1)
    assert "+ And ring the bell." in tab.lines.toPlainText().splitlines()
    tab.take_up.click()
    why(tab, "No bell.")
    assert "bell" not in desk.templates.get("receipt").body
    assert [one.reason for one in kept(office)] == ["The door.", "The bell.", "No bell."]


def test_what_is_typed_for_one_letter_waits_while_another_is_looked_at(show):
    tab = show()
    write(tab)
    tab.choose("acknowledgement", "es")
    assert "side door" not in tab.letter_text.toPlainText()
    tab.choose("receipt", "en")
    assert "side door" in tab.letter_text.toPlainText()
    assert tab.save.isEnabled()


def test_what_is_not_saved_outlives_the_page(show):
    tab = show("acknowledgement")
    write(tab)
    tab.hide()
    again = show("acknowledgement")
    assert "side door" in again.letter_text.toPlainText()
    assert "not saved yet" in again.notices.sentence.text()


def test_the_front_office_reads_and_changes_nothing(show, desk):
    desk.person = replace(desk.person, role=Role.FRONT_OFFICE)
    tab = show()
    assert tab.letter_text.isReadOnly()
    assert tab.letter_title.isReadOnly()
    assert not tab.save.isEnabled()
    assert tab.proof.isEnabled()


def test_a_proof_shows_what_is_typed_before_it_is_kept(qtbot, show, office):
    tab = show()
    write(tab)
    qtbot.mouseClick(tab.proof, Qt.MouseButton.LeftButton)
    (dialog,) = tab.findChildren(ProofDialog)
    with qtbot.waitSignal(dialog.preview.shown):
        pass
    assert dialog.preview.page_count() >= 1
    assert kept(office) == []
    dialog.reject()


def test_no_proof_of_what_cannot_be_kept(show):
    tab = show()
    write(tab, "{{ nickname }}")
    tab.proof.click()
    assert tab.findChildren(ProofDialog) == []
    assert "nickname" in tab.message.text()
