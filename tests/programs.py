"""The whole program in tests: built as ``application`` builds it, and gone after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer

from desktop.application import Application, Start
from desktop.paths import Home
from desktop.screens import jobs
from desktop.screens.practice_entrance import PracticeEntrance
from desktop.screens.theme import apply_theme
from tests.office.fake_keychain import no_keychain
from tests.offices import PASSPHRASE


@contextmanager
def programs(qapp: Any) -> Iterator[Callable[..., Application]]:
    """Start programs; whatever they show is gone at the end."""
    begun: list[Application] = []

    def start(home: Home, *, practice: bool = False, find: Any = no_keychain) -> Application:
        program = Application(qapp, Start(home=home, practice=practice), find=find)
        begun.append(program)
        program.open()
        if isinstance(program._entrance, PracticeEntrance):
            let_in(program)
        return program

    yield start
    assert jobs.drain(10_000)
    for program in begun:
        if program.window is not None:
            program.window.close()
            program.window.deleteLater()
        program._end_entrance()
        program._one_copy.let_go()
        program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    apply_theme(qapp, dark=False)


def let_in(program: Application) -> None:
    """Practise as whoever is chosen, and wait until the office is made, or cannot be."""
    asked = program._entrance
    assert isinstance(asked, PracticeEntrance)
    asked.begin.click()
    for _ in range(600):
        if program._entrance is not asked:
            return
        loop = QEventLoop()  # QTest.qWait lets no other thread run
        QTimer.singleShot(50, loop.quit)
        loop.exec()
    raise AssertionError("the practice office is not there after half a minute")


def screen(program: Application) -> Any:
    """What the entrance shows."""
    assert program._entrance is not None
    return program._entrance.centralWidget()


def type_passphrase(qtbot: Any, program: Application, text: str = PASSPHRASE) -> None:
    """Sign in by keyboard and wait for the window."""
    assert program._entrance is not None
    program._entrance.activateWindow()
    entry = screen(program).passphrase.entry
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)
