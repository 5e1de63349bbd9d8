"""The views of the queue somebody kept: a menu, nine keys, and the form that keeps one more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes, Kind
from desktop.actions.views import PLACES, forget_view, keep_view
from desktop.errors import DeskError
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.store.views import Look, View, views_of

_KEYS = "Alt+Shift+{}"


class Showing(Protocol):
    """A list that can tell how it looks and look as it is told."""

    notices: NoticeBar

    def look(self) -> Look:
        """How it looks now."""

    def show_look(self, look: Look) -> None:
        """Look like this."""


class ViewMenu(QObject):
    """Puts the menu under its button, and keeps one shortcut for each view there is."""

    def __init__(self, desk: Desk, page: QWidget, showing: Showing, button: QPushButton) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._showing = showing
        self._button = button
        self.menu = QMenu(page)
        self.menu.aboutToShow.connect(self._fill)
        button.setMenu(self.menu)
        self._keys: list[QShortcut] = []
        self._views: dict[int, View] = {}
        desk.changed.connect(self._changed)
        self._read()

    def ask(self) -> None:
        """Open the menu."""
        self._button.showMenu()

    def keep(self) -> KeptDialog:
        """Ask for a name and keys, and keep the queue as it looks now."""
        form = ViewForm(self._desk, self._showing.look(), self._views, self._page.window())
        form.open()
        return form

    def show_view(self, place: int) -> None:
        """Bring a view back."""
        view = self._views[place]
        self._showing.show_look(view.look)
        announce(self._button, view.name)

    def forget(self, place: int) -> None:
        """Take a view away; the message gives it back."""
        view = self._views[place]
        if self._did(lambda: forget_view(self._desk.store, place, by=self._desk.sign())):
            self._showing.notices.say(
                self.tr("The view “{name}” is gone.").format(name=view.name),
                action=self.tr("Undo"),
                on_action=partial(self._put_back, view),
            )

    def _put_back(self, view: View) -> None:
        desk = self._desk
        self._did(lambda: keep_view(desk.store, view.place, view.name, view.look, by=desk.sign()))

    def _did(self, act: Callable[[], Changes]) -> bool:
        try:
            changes = act()
        except DeskError as fault:
            self._showing.notices.say_fault(fault)
            return False
        self._desk.did(changes)
        return True

    def _changed(self, changes: Changes) -> None:
        if Kind.VIEW in changes.kinds:
            self._read()

    def _read(self) -> None:
        try:
            found = views_of(self._desk.store, self._desk.person.id)
        except DeskError as fault:
            self._showing.notices.say_fault(fault)
            return
        self._views = {view.place: view for view in found}
        for gone in self._keys:
            gone.setEnabled(False)
            gone.deleteLater()
        self._keys = [self._shortcut(view) for view in found]

    def _fill(self) -> None:
        menu = self.menu
        menu.clear()
        for view in self._views.values():
            action = menu.addAction(_in_menu(view.name))
            action.setShortcut(_keys(view.place))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(partial(self._chosen, view.place))
        if not self._views:
            menu.addAction(self.tr("None is kept yet")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Keep this view…")).triggered.connect(self._keep_chosen)
        self._offer_forgetting(menu)

    def _offer_forgetting(self, menu: QMenu) -> None:
        if not self._views:
            return
        gone = menu.addMenu(self.tr("Take away"))
        for view in self._views.values():
            action = gone.addAction(_in_menu(view.name))
            action.triggered.connect(partial(self._let_go, view.place))

    def _chosen(self, place: int, _checked: bool = False) -> None:
        self.show_view(place)

    def _keep_chosen(self, _checked: bool = False) -> None:
        self.keep()

    def _let_go(self, place: int, _checked: bool = False) -> None:
        self.forget(place)

    def _shortcut(self, view: View) -> QShortcut:
        shortcut = QShortcut(_keys(view.place), self._page)
        shortcut.setWhatsThis(view.name)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.show_view, view.place))
        return shortcut


class ViewForm(KeptDialog):
    """A name for the queue as it looks, and the keys that bring it back."""

    says: QLabel
    name: QLineEdit
    name_message: FieldMessage
    keys: QComboBox

    def __init__(
        self, desk: Desk, look: Look, views: Mapping[int, View], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent, "queue_view")
        self._look = look
        self.says.setText(self._told())
        for place in PLACES:
            taken = views.get(place)
            self.keys.addItem(self._offered(place, taken), str(place))
        free = next((place for place in PLACES if place not in views), PLACES[0])
        self.keys.setCurrentIndex(self.keys.findData(str(free)))
        self.keep("queue_view", {"name": self.name, "keys": self.keys})

    @override
    def places(self) -> Mapping[str, FieldMessage]:
        return {"view_name": self.name_message}

    @override
    def _save(self) -> None:
        desk, place = self._desk, int(self.keys.currentData())
        self.attempt(
            lambda: keep_view(desk.store, place, self.name.text(), self._look, by=desk.sign())
        )

    def _told(self) -> str:
        """What belongs to a view; the words of a search go with it only where there are some."""
        if self._look.words:
            return self.tr(
                "Kept are the words of the search, “{words}”, the order and the columns."
            ).format(words=self._look.words)
        return self.tr("Kept are the list, the order, what it is grouped by and the columns.")

    def _offered(self, place: int, taken: View | None) -> str:
        keys = _keys(place).toString(QKeySequence.SequenceFormat.NativeText)
        if taken is None:
            return keys
        return self.tr("{keys}, in place of “{name}”").format(keys=keys, name=taken.name)


def _keys(place: int) -> QKeySequence:
    return QKeySequence(_KEYS.format(place))


def _in_menu(name: str) -> str:
    return name.replace("&", "&&")
