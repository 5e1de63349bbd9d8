"""The tips beside the window's page: shown when wanted and where there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.screens.desk import Desk
from desktop.screens.theme import theme

if TYPE_CHECKING:  # the window puts this together; the panel comes after first paint
    from desktop.screens.guidance import GuidancePanel
    from desktop.screens.window import DeskWindow

_ROOM = 1200
_USUAL_MOMENT = "intake"


class WindowTips(QObject):
    """The panel of tips, built when it is first shown.

    ``wanted`` is what the person chose; a narrow window putting the tips away is no choice.
    """

    def __init__(self, window: DeskWindow, desk: Desk, *, wanted: bool) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._fit = True
        self.wanted = wanted
        self.panel: GuidancePanel | None = None
        window.guidance.setChecked(wanted)
        window.guidance_place.setVisible(wanted)
        window.guidance.setToolTip(self.tr("Tips for this moment (Shift+F1)"))
        window.guidance.toggled.connect(self._show)
        window.guidance.clicked.connect(self._want)
        theme().changed.connect(self.make_room)

    def begin(self) -> None:
        """The window is painted: build the panel where it is to be seen."""
        self._show(self._window.guidance.isChecked())

    def make_room(self) -> None:
        """Put the tips away where the page would get too narrow, and back once there is room."""
        fit = self._window.width() >= theme().sizes.px(_ROOM)
        if fit != self._fit:
            self._fit = fit
            self._window.guidance.setChecked(fit and self.wanted)

    def follow(self, page: QWidget | None) -> None:
        """Show the tips of a page that came in sight."""
        self.show_moment(getattr(page, "moment", ""))

    def show_moment(self, moment: str) -> None:
        """Show the tips of a moment; a page without one must not keep those of the page before."""
        if self.panel is not None and self._window.guidance.isChecked():
            right = getattr(self._window.pages.currentWidget(), "right", None)
            self.panel.show_moment(moment or _USUAL_MOMENT, right=right)

    def _show(self, shown: bool) -> None:  # Qt's toggled signal
        self._window.guidance_place.setVisible(shown)
        if shown and self.panel is None:
            from desktop.screens.guidance import panel_for  # noqa: PLC0415  # after first paint

            self.panel = panel_for(self._desk)
            self.panel.closed.connect(self._window.guidance.click)
            self._window.guidance_holder.addWidget(self.panel)
        self.follow(self._window.pages.currentWidget())

    def _want(self, wanted: bool) -> None:  # Qt's clicked signal
        self.wanted = wanted
