"""The papers a request offers, as a menu: filled from the list of papers, each once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.records.printout import About, Printout, Shape, offered_printouts
from desktop.screens.desk import Desk
from desktop.screens.icons import set_icon
from desktop.screens.request_view import RequestView


class PrintoutMenu(QMenu):
    """Every paper has its action from the start, so that its shortcut works on the page.

    Signals:
        wanted: print this paper; carries the ``Printout``.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, page: QWidget, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._desk = desk
        self._page = page
        self._actions: dict[str, QAction] = {}
        shape = None
        for paper in desk.printouts.of(About.REQUEST):
            if shape is not None and (shape is Shape.PAGE) is not (paper.shape is Shape.PAGE):
                self.addSeparator()
            shape = paper.shape
            self._actions[paper.id] = self._add(paper)

    def show_view(self, view: RequestView) -> None:
        """Offer what can be printed for the request as it stands."""
        held = view.hold is not None and view.hold.live
        offered = offered_printouts(self._desk.printouts, view.right, view.case, held=held)
        ids = {one.id for one in offered}
        for id_, action in self._actions.items():
            action.setVisible(id_ in ids)
        self.menuAction().setVisible(bool(ids))

    def _add(self, paper: Printout) -> QAction:
        title = self._desk.wording.text(f"word.printout.{paper.id}")
        action = self.addAction(f"{title}…".replace("&", "&&"))
        set_icon(action, paper.icon)
        action.triggered.connect(lambda _checked=False: self.wanted.emit(paper))
        if paper.keys:
            action.setShortcut(QKeySequence(paper.keys))
            self._page.addAction(action)
        return action
