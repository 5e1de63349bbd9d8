"""Today's letters: ready and waiting, none, one that cannot be printed, and long names."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.screens.letter_batch import Fault, Tally
from desktop.screens.letters_page import LettersPage
from tests import mail
from tests.desks import a_desk
from tests.offices import TODAY, Office, a_party, a_student, an_office
from tests.pictures import picture
from tests.pictures.request import LONG

_SIZE = (1080, 800)
_NARROW = (860, 640)
_FAMILIES = (
    ("Ben", "Alvarez", "Rafael Alvarez", "receipt", True),
    ("Noor", "Haddad", "Samir Haddad", "acknowledgement", True),
    ("Zoë", "Ito", "Ken Ito", "identity_needed", True),
    ("Ann", "Abel", "Jo Abel", "acknowledgement", False),
    ("Max", "Weber", "Lea Weber", "not_entitled", False),
)


def _office(*, long: bool = False) -> Office:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    for given, family, asks, template, finished in _FAMILIES:
        student = a_student(given=given, family=LONG if long else family, local_number="")
        request = office.log(
            student=student, requester=a_party(name=LONG if long else asks)
        ).request
        one = mail.draft(office, request, template, "es" if given == "Ben" else "")
        if finished:
            mail.finish(office, request, one)
    return office


@picture("letters-page", _SIZE)
def page() -> QWidget:
    return LettersPage(a_desk(_office(), TODAY), printer=lambda: None)


@picture("letters-page-empty", _SIZE)
def empty() -> QWidget:
    desk = a_desk(an_office(Path(tempfile.mkdtemp()) / "home"), TODAY)
    return LettersPage(desk, printer=lambda: None)


@picture("letters-page-long-names", _NARROW)
def long_names() -> QWidget:
    return LettersPage(a_desk(_office(long=True), TODAY), printer=lambda: None)


@picture("letters-page-running", _SIZE)
def running() -> QWidget:
    shown = LettersPage(a_desk(_office(), TODAY), printer=lambda: None)
    shown.refresh()

    def begin() -> None:
        shown.running.show()
        shown.job._show_progress(1, 3)

    shown.prepare_picture = begin  # type: ignore[attr-defined]
    return shown


@picture("letters-page-faults", _SIZE)
def faults() -> QWidget:
    shown = LettersPage(a_desk(_office(), TODAY), printer=lambda: None)
    shown.refresh()
    why = "The kept copy of this letter is not what was finished. Write the letter new, and tell who looks after this computer."  # noqa: E501  # as it is said
    tally = Tally(
        done=list(shown.rows[:1]), faults=[Fault(row=shown.rows[1], sentence=why)], left=1
    )
    shown.prepare_picture = lambda: shown.job._end(tally)  # type: ignore[attr-defined]
    return shown
