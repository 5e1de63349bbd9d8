"""Large print and two languages in the letter window: chosen by keyboard, kept with the letter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.screens.confirm import ConfirmDialog
from tests.letters.pages import texts
from tests.screens import test_letter
from tests.screens.test_letter import Hands

desk, hands = test_letter.desk, test_letter.hands
open_one, request_id = test_letter.open_one, test_letter.request_id
BOTH = ("en", "es")


def choose(hands: Hands, languages: tuple[str, str]) -> None:
    """Choose by keyboard, as somebody who walks through the list."""
    box = hands.dialog.writing.language
    box.setFocus()
    wanted = [box.itemData(at) for at in range(box.count())].index(languages)
    while box.currentIndex() != wanted:
        before = box.currentIndex()
        down = wanted > box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        if hands.dialog.findChildren(ConfirmDialog) or box.currentIndex() == before:
            return


def pick(hands: Hands, languages: tuple[str, str]) -> None:
    """Choose at once, as with the mouse."""
    box = hands.dialog.writing.language
    box.setCurrentIndex([box.itemData(at) for at in range(box.count())].index(languages))
    box.activated.emit(box.currentIndex())


def test_two_languages_stand_on_two_tabs_and_take_turns_in_the_preview(hands):
    hands.settle()
    writing = hands.dialog.writing
    assert not writing.sides.tabBar().isVisible()
    pick(hands, BOTH)
    assert writing.sides.tabBar().isVisible()
    assert [writing.sides.tabText(at) for at in range(2)] == ["English", "Spanish"]
    assert "solicitud" in writing.facing_text.toPlainText()
    hands.settle()
    assert hands.dialog.preview.page_count() % 2 == 0
    assert hands.kept.facing.language == "es"


def test_a_letter_in_two_languages_walked_to_by_keyboard_ends_in_the_one_chosen(hands):
    hands.settle()
    choose(hands, ("es", "en"))
    assert (hands.kept.language, hands.kept.facing.language) == ("es", "en")
    hands.settle()


def test_large_print_is_one_key_and_stays_with_the_letter(hands):
    hands.settle()
    before = hands.dialog.preview.page_count()
    hands.dialog.writing.language.setFocus()
    hands.press(Qt.Key.Key_Tab)
    assert hands.focus() is hands.dialog.writing.large_print
    hands.press(Qt.Key.Key_Space)
    assert hands.kept.large_print
    hands.settle()
    assert hands.dialog.preview.page_count() > before


def test_words_on_both_sides_are_kept_and_printed(hands):
    hands.settle()
    pick(hands, BOTH)
    writing = hands.dialog.writing
    writing.letter_text.appendPlainText("\nBring a friend.")
    writing.sides.setCurrentIndex(1)
    writing.facing_text.appendPlainText("\nTraiga a un amigo.")
    hands.settle()
    hands.finish()
    assert hands.kept.text.endswith("Bring a friend.")
    assert hands.kept.facing.text.endswith("Traiga a un amigo.")
    sides = texts(hands.dialog.at_hand.pdf())
    assert "Bring a friend." in " ".join(sides[::2])
    assert "Traiga a un amigo." in " ".join(sides[1::2])
    told = dict(hands.dialog.kept.facts.facts())
    assert told["Language"] == "English, facing Spanish"


def test_large_print_leaves_what_is_being_written(hands):
    hands.settle()
    hands.dialog.writing.letter_text.appendPlainText("\nBring a friend.")
    hands.dialog.writing.large_print.click()
    assert hands.kept.large_print
    assert hands.kept.text.endswith("Bring a friend.")
    hands.settle()


def test_a_second_side_somebody_wrote_on_is_taken_out_only_after_a_question(hands):
    hands.settle()
    pick(hands, BOTH)
    hands.dialog.writing.facing_text.appendPlainText("\nTraiga a un amigo.")
    pick(hands, ("en", ""))
    hands.asked(ConfirmDialog).reject()
    assert hands.dialog.writing.language.currentData() == BOTH
    pick(hands, ("en", ""))
    hands.asked(ConfirmDialog).accept()
    assert hands.kept.facing is None
    assert not hands.dialog.writing.sides.tabBar().isVisible()
    hands.settle()


def test_words_no_letter_says_are_shown_on_the_side_they_stand_on(hands):
    hands.settle()
    pick(hands, BOTH)
    hands.dialog.writing.facing_text.appendPlainText("\nTardamos diez días hábiles.")
    hands.settle()
    hands.dialog.print_letter.click()
    assert "días hábiles" in hands.says()
    assert hands.dialog.writing.sides.currentIndex() == 1
    assert hands.dialog.writing.facing_text.textCursor().selectedText() == "días hábiles"
