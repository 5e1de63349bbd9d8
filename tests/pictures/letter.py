"""The letter screen: a draft, one being edited, refused, finished, noted as sent, long names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions import letter_drafting, letter_finishing
from desktop.records.ids import LetterId, RequestId
from desktop.records.party import Relationship
from desktop.records.request import Access
from desktop.records.school import Address
from desktop.screens.desk import Desk
from desktop.screens.letter import LetterDialog
from tests.offices import TODAY, a_party, a_student
from tests.pictures import picture
from tests.pictures.practice import practice_desk, request_of
from tests.pictures.request import LONG, desk, office, visit_set

_SIZE = (1320, 880)
_NARROW = (1024, 700)


def _nothing(_: LetterDialog) -> None:
    """Nothing is done before the letter is drawn."""


def _dialog(
    at: Desk,
    request: RequestId,
    letter: LetterId,
    prepare: Callable[[LetterDialog], object] = _nothing,
) -> LetterDialog:
    dialog = LetterDialog(at, request, letter, printer=lambda: None)

    def settle() -> None:
        prepare(dialog)
        dialog.drawing.draw_now()
        _draw_to_the_end()

    dialog.prepare_picture = settle  # type: ignore[attr-defined]
    dialog.kept_desk = at  # type: ignore[attr-defined]
    return dialog


def _draw_to_the_end() -> None:
    """Wait for what is drawn beside the window, and for what was typed meanwhile."""
    for _ in range(3):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


def _draft(at: Desk, request: RequestId, template: str, language: str = "") -> LetterId:
    """A draft of its own for each look: closing a letter keeps what was done to it."""
    return letter_drafting.draft_letter(
        at.store, request, template, templates=at.templates, law=at.law, today=at.today(),
        language=language, by=at.sign(),
    ).letter  # fmt: skip


def _finish(at: Desk, request: RequestId, template: str) -> LetterId:
    letter = _draft(at, request, template)
    letter_finishing.finish_letter(
        at.store, request, letter, templates=at.templates, law=at.law, practice=at.practice,
        today=at.today(), by=at.sign(),
    )  # fmt: skip
    return letter


def _at_home(**override: object) -> RequestId:
    """The father of the tests, with an address on file."""
    home = Address(street="118 Alder Street", city="Maple Grove", state="TX", postal_code="75001")
    return office().log(requester=a_party(address=home), **override).request


def _of_arjun(*, practice: bool, language: str = "") -> LetterDialog:
    at = practice_desk(practice=practice)
    request = request_of(at, "Arjun", "Vikram")
    return _dialog(at, request, _draft(at, request, "appointment", language))


@picture("letter-draft", _SIZE)
def draft() -> QWidget:
    return _of_arjun(practice=False)


@picture("letter-practice", _SIZE)
def practice() -> QWidget:
    return _of_arjun(practice=True, language="es")


@picture("letter-practice-narrow", _NARROW)
def practice_narrow() -> QWidget:
    return _of_arjun(practice=True)


@picture("letter-edited", _SIZE)
def edited() -> QWidget:
    def write(dialog: LetterDialog) -> None:
        text = dialog.writing.letter_text
        text.setFocus()
        text.insertPlainText("**Please ring the bell** at the side door: the front is being built.")
        text.insertPlainText("\n\n- Room 12\n- Bring this letter\n\n")
        dialog.paper_size.click()

    at, request = desk(), visit_set()
    return _dialog(at, request, _draft(at, request, "appointment", "es"), write)


@picture("letter-refused", _SIZE)
def refused() -> QWidget:
    def write(dialog: LetterDialog) -> None:
        dialog.writing.letter_text.appendPlainText("See you then \U0001f392")
        dialog.print_letter.click()

    at, request = desk(), _at_home()
    return _dialog(at, request, _draft(at, request, "receipt"), write)


def _in_two_languages() -> LetterDialog:
    at, request = desk(), _at_home()
    letter = _draft(at, request, "receipt", "en")
    letter_drafting.lay_out(
        at.store, request, letter, large_print=True, facing="es", templates=at.templates,
        law=at.law, today=at.today(), by=at.sign(),
    )  # fmt: skip
    return _dialog(at, request, letter, lambda dialog: dialog.writing.sides.setCurrentIndex(1))


@picture("letter-two-languages", _SIZE)
def two_languages() -> QWidget:
    return _in_two_languages()


@picture("letter-two-languages-narrow", _NARROW)
def two_languages_narrow() -> QWidget:
    return _in_two_languages()


@picture("letter-not-yet", _SIZE)
def not_yet() -> QWidget:
    """Copies cannot leave while nobody checked who asks."""
    at, request = desk(), _at_home(access=Access.COPIES)
    letter = _draft(at, request, "copies_enclosed")
    return _dialog(at, request, letter, lambda dialog: dialog.save_pdf.click())


@picture("letter-no-printer", _NARROW)
def no_printer() -> QWidget:
    at, request = desk(), office().log().request
    letter = _draft(at, request, "receipt")
    return _dialog(at, request, letter, lambda dialog: dialog.print_letter.click())


@picture("letter-finished", _SIZE)
def finished() -> QWidget:
    at, request = desk(), _at_home()
    letter = _finish(at, request, "acknowledgement")
    return _dialog(at, request, letter, lambda dialog: dialog.kept.take_keyboard())


def _leave_on(day: date) -> Callable[[LetterDialog], None]:
    def leave(dialog: LetterDialog) -> None:
        dialog.kept.left_on.set_value(day)
        dialog.kept.mailed.click()

    return leave


@picture("letter-mailed", _SIZE)
def mailed() -> QWidget:
    at, request = desk(), _at_home()
    return _dialog(at, request, _finish(at, request, "receipt"), _leave_on(TODAY))


@picture("letter-mailed-too-soon", _NARROW)
def mailed_too_soon() -> QWidget:
    at, request = desk(), _at_home()
    wrong = _leave_on(TODAY - timedelta(days=9))
    return _dialog(at, request, _finish(at, request, "receipt"), wrong)


@picture("letter-long-names", _NARROW)
def long_names() -> QWidget:
    at = desk()
    request = (
        office()
        .log(
            student=a_student(given="<b>Zo\u00eb</b>", middle=LONG, family="O'Malley & S\u00f8n"),
            requester=a_party(name=LONG, organization="Kids in Care <Legal Team>"),
            relationship=Relationship.REPRESENTATIVE,
            reply_address="\n".join(
                ("c/o " + "Montgomery " * 12, "P.O. Box 1", "Maple Grove, TX 75001")
            ),
        )
        .request
    )
    return _dialog(at, request, _draft(at, request, "acknowledgement"))
