"""From a key pressed in the queue's search to its results on the screen, and a saved change too."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.office import Opened
from desktop.office.keys import VaultKeys
from desktop.screens.desk import Desk
from desktop.screens.theme import apply_theme
from desktop.screens.worklist import WorklistPage
from tests.benchmarks.stores import STAFF, Large
from tests.benchmarks.timing import Line, median
from tests.desks import law_of
from tests.offices import the_defaults, the_wording
from tests.store.files import DATABASE_KEY

TYPED = "mia alvarez"
ROUNDS = 8


class Painted(QObject):
    """Notes that the watched widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.done = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.done = True
        return False


def measure(office: Large) -> Iterator[Line]:
    """Keystrokes into the real page, offscreen."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, dark=False)
    page = _page(office)
    painted = Painted()
    page.rows.viewport().installEventFilter(painted)
    keys = [_until_painted(painted, _press(page, key)) for key in TYPED * ROUNDS]
    page.search.clear()
    changed = Changes.of_request(page.rows.model().ids[0])
    news = [
        _until_painted(painted, lambda: page._desk.changed.emit(changed)) for _ in range(ROUNDS * 4)
    ]
    yield Line(what="key pressed to results painted", value=median(sorted(keys)), goal=30)
    yield Line(what="change told to queue painted anew", value=median(sorted(news)), goal=100)
    page.close()
    page._desk.store.close()


def _page(office: Large) -> WorklistPage:
    opened = Opened(store=office.open(), person=STAFF[0], keys=VaultKeys(vault_key=DATABASE_KEY))
    desk = Desk(
        opened,
        home=office.home,
        law_of=law_of,
        wording=the_wording(),
        defaults=the_defaults(),
    )
    page = WorklistPage(desk)
    page.resize(1280, 800)
    page.show()
    QTest.qWaitForWindowExposed(page)
    page.search.setFocus()
    return page


def _press(page: WorklistPage, key: str) -> Callable[[], None]:
    def press() -> None:
        if len(page.search.text()) >= len(TYPED):
            page.search.clear()
        QTest.keyClick(page.search, key, Qt.KeyboardModifier.NoModifier)

    return press


def _until_painted(painted: Painted, act: Callable[[], object]) -> float:
    """Milliseconds from ``act`` until the list was painted."""
    painted.done = False
    start = time.perf_counter()
    act()
    while not painted.done and time.perf_counter() - start < 1:
        QApplication.processEvents()
    return (time.perf_counter() - start) * 1000
