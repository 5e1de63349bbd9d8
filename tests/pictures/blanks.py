"""The forms to hand out: their place in the window, each of them, and one that came back filled."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paths import forms
from desktop.records.blank import load_blanks
from desktop.records.filled import take
from desktop.screens.intake import IntakeDialog
from desktop.screens.window import DeskWindow
from tests.letters.filling import BLANKS, a_blank
from tests.pictures import Picture, picture
from tests.pictures.practice import practice_desk
from tests.pictures.window import _Window


def _forms(window: DeskWindow) -> None:
    window.show_blanks()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


@picture("blanks-page")
def page() -> QWidget:
    return _Window(practice_desk(practice=False), _forms)


@picture("blanks-page-narrow", (1024, 700))
def narrow() -> QWidget:
    return _Window(practice_desk(), _forms, tips=False)


@picture("blanks-filled", (1180, 820))
def filled() -> QWidget:
    values = {
        "student_given": "Lucía", "student_family": "Ortiz", "student_born_on": "5/12/2017",
        "name": "Ana Ortiz", "phone": "555-0177", "words": "Las notas de este año",
    }  # fmt: skip
    ticked = frozenset({"relationship_mother", "relationship_father", "record_kinds_grades"})
    form = take("inspect.1.es", values, ticked, blanks=load_blanks(forms("paper")))
    return IntakeDialog(practice_desk(), filled=form)


def pictures() -> Iterator[Picture]:
    """Every form in both languages."""
    for which in BLANKS.by_id:
        for language in ("en", "es"):
            yield Picture(
                f"blank-{which}-{language}", (0, 0), lambda w=which, x=language: a_blank(w, x)
            )
