"""What is changed on a tab of the settings and not saved yet outlives the page and the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from desktop.actions import drafts
from desktop.errors import DeskError
from desktop.screens.desk import Desk
from desktop.screens.doings import plain
from desktop.screens.notices import NoticeBar


def save_by_keyboard(tab: QWidget, save: QPushButton) -> None:
    """Let Ctrl+S press Save while ``tab`` is in sight; the button's own mnemonic stays."""
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), tab)
    shortcut.setWhatsThis(plain(save.text()))
    shortcut.activated.connect(save.click)


class KeptTab(QObject):
    """Keeps what differs when ``tab`` is left, puts it back and says that it is not saved.

    Args:
        desk: the open office.
        kind: names the draft.
        tab: the tab; it is told to be kept whenever it goes out of sight.
        notices: the tab's bar.
        read: what is typed as plain values, or None where nothing differs from what is saved.
        put: puts back what ``read`` gave.
        start_over: shows what is saved.
    """

    def __init__(
        self,
        desk: Desk,
        kind: str,
        tab: QWidget,
        *,
        notices: NoticeBar,
        read: Callable[[], dict[str, Any] | None],
        put: Callable[[Mapping[str, Any]], None],
        start_over: Callable[[], None],
    ) -> None:
        super().__init__(tab)
        self._desk = desk
        self._kind = kind
        self._notices = notices
        self._read = read
        self._put = put
        self._show_saved = start_over
        self._kept: dict[str, Any] | None = None
        self._looked = False
        self._over = False
        tab.installEventFilter(self)
        desk.leaving.connect(self._leave)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Show:
                self._take_up()
            case QEvent.Type.Hide:
                self.keep_now()
        return super().eventFilter(watched, event)

    def keep_now(self) -> None:
        """Keep what is typed, or forget it when nothing differs any more."""
        if self._over or not self._looked:
            return
        typed = self._read()
        if typed == self._kept:
            return
        desk = self._desk
        try:
            if typed is None:
                drafts.drop_draft(desk.store, self._kind, by=desk.sign())
            else:
                drafts.keep_draft(desk.store, self._kind, typed, by=desk.sign())
        except DeskError as fault:
            self._notices.say_fault(fault)
        else:
            self._kept = typed

    def _take_up(self) -> None:
        if not self._looked:
            self._looked = True
            self._kept = drafts.kept_draft(self._desk.store, self._kind, by=self._desk.sign())
            if self._kept is not None:
                self._put(self._kept)
        if self._read() is not None:
            self._notices.say(
                self.tr("What you changed here is not saved yet."),
                action=self.tr("Start over"),
                on_action=self._start_over,
            )

    def _start_over(self) -> None:
        self._show_saved()
        self.keep_now()

    def _leave(self) -> None:
        # The file is closed next; what hides after that must not write.
        self.keep_now()
        self._over = True
