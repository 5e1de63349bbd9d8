"""The whole window: rail, page and tips, as somebody signed in sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.office.reminded import Memory, Reminded
from desktop.office.settings import WindowSettings
from desktop.records.person import Role
from desktop.screens.desk import Desk
from desktop.screens.palette import Palette
from desktop.screens.shortcuts import ShortcutSheet
from desktop.screens.window import DeskWindow
from tests.pictures import picture
from tests.pictures.practice import practice_desk, request_of

_NARROW = (1024, 700)


class _Window(DeskWindow):
    """A window on which something is done before it is drawn."""

    def __init__(
        self,
        desk: Desk,
        prepare: Callable[[DeskWindow], object] = lambda _: None,
        *,
        tips: bool = True,
    ) -> None:
        super().__init__(desk, WindowSettings(guidance_open=tips))
        self.prepare_picture = lambda: prepare(self)


def _choose(window: DeskWindow) -> None:
    rows = window.pages.currentWidget().rows
    rows.setFocus()
    rows.choose_place(2)


def _harper(window: DeskWindow) -> None:
    window.open_request(request_of(window._desk, "Harper", "Claire"))


@picture("window-queue")
def queue() -> QWidget:
    return _Window(practice_desk(practice=False), _choose)


@picture("window-practice")
def practice() -> QWidget:
    return _Window(practice_desk(), _choose)


@picture("window-narrow", _NARROW)
def narrow() -> QWidget:
    return _Window(practice_desk(), _choose)


@picture("window-narrow-alone", _NARROW)
def narrow_alone() -> QWidget:
    return _Window(practice_desk(practice=False), _choose, tips=False)


@picture("window-request")
def request() -> QWidget:
    return _Window(practice_desk(practice=False), _harper)


@picture("window-request-narrow", _NARROW)
def request_narrow() -> QWidget:
    return _Window(practice_desk(), _harper)


def _today(window: DeskWindow) -> None:
    window.show_today()
    QTest.qWait(80)  # until what is shown after the first paint is there too
    while window.pages.currentWidget().reading:
        QTest.qWait(10)


@picture("window-today")
def today() -> QWidget:
    return _Window(practice_desk(practice=False), _today)


@picture("window-today-principal")
def today_principal() -> QWidget:
    desk = practice_desk(practice=False)
    principal = next(one for one in desk.people() if one.role is Role.PRINCIPAL)
    desk.person = principal
    return _Window(desk, _today)


@picture("window-students")
def students() -> QWidget:
    return _Window(practice_desk(practice=False), DeskWindow.show_students)


@picture("window-settings")
def settings() -> QWidget:
    return _Window(practice_desk(practice=False), DeskWindow.show_settings)


@picture("window-letter-refused", _NARROW)
def letter_refused() -> QWidget:
    """A letter that needs a fact nobody has given yet: no visit is set."""

    def draft(window: DeskWindow) -> None:
        request = request_of(window._desk, "Mia", "Daniel")
        window.open_request(request)
        window.draft_letter(request, "appointment")

    return _Window(practice_desk(practice=False), draft)


@picture("window-bug")
def bug() -> QWidget:
    return _Window(practice_desk(), lambda window: window.notices.say_bug("desk:1 show"))


def _palette(window: DeskWindow, text: str) -> None:
    window.keys.find_anything()
    palette = window.findChild(Palette)
    palette.setParent(window, Qt.WindowType.Widget)  # drawn with the window it lies over
    palette.setAutoFillBackground(True)
    palette.move(window.width() // 4, window.height() // 8)
    palette.show()
    palette.text.setText(text)
    palette.text.search_now()


@picture("window-palette")
def palette() -> QWidget:
    return _Window(practice_desk(practice=False), lambda window: _palette(window, "mi"))


def _keys(window: DeskWindow) -> None:
    window.keys.show_keys()
    sheet = window.findChild(ShortcutSheet)
    sheet.setParent(window, Qt.WindowType.Widget)
    sheet.setAutoFillBackground(True)
    sheet.move(window.width() // 4, window.height() // 16)
    sheet.show()


@picture("window-keys")
def keys() -> QWidget:
    return _Window(practice_desk(practice=False), _keys)


def _settled(window: DeskWindow) -> None:
    """Until the digest and the number on Today are there."""
    while not hasattr(window, "reminders") or window.reminders.panel is None:
        QTest.qWait(10)
    QTest.qWait(50)


@picture("window-digest")
def digest() -> QWidget:
    """Signed in by somebody who was last here a week ago."""
    desk = practice_desk(practice=False)
    memory = Memory(desk.home, desk.person.id)
    # The pictures drawn before have one desk with this one, and were there today.
    memory.keep(Reminded(person=desk.person.id, first_at=desk.sign().at - timedelta(days=7)))
    return _Window(desk, _settled)
