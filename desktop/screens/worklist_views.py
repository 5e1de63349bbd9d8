"""The views of the queue, ready-made and kept: a menu, nine keys, the form that keeps one more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes, Kind
from desktop.actions.views import (
    NO_READY_VIEWS,
    PLACES,
    ReadyViews,
    Views,
    bring_back_views,
    change_view,
    forget_view,
    keep_view,
    views_for,
)
from desktop.errors import DeskError, ResourceError
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.store.views import Look, View

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
        self._views = Views(by_place={}, own=frozenset(), away=frozenset())
        desk.changed.connect(self._changed)
        self._read()

    def ask(self) -> None:
        """Open the menu."""
        self._button.showMenu()

    def keep(self) -> KeptDialog:
        """Ask for a name and keys, and keep the queue as it looks now."""
        look, views = self._showing.look(), self._views.by_place
        form = ViewForm(self._desk, look, views, self._page.window())
        form.open()
        return form

    def change(self, place: int) -> KeptDialog:
        """Ask for another name or other keys of a view."""
        views = self._views.by_place
        view = views[place]
        form = ViewForm(self._desk, view.look, views, self._page.window(), changed=view)
        form.open()
        return form

    def show_view(self, place: int) -> None:
        """Bring a view back."""
        view = self._views.by_place[place]
        self._showing.show_look(view.look)
        announce(self._button, view.name)

    def forget(self, place: int) -> None:
        """Take a view away; the message gives it back."""
        view, own = self._views.by_place[place], place in self._views.own
        if self._did(lambda: forget_view(self._desk.store, place, by=self._desk.sign())):
            self._showing.notices.say(
                self.tr("The view “{name}” is gone.").format(name=view.name),
                action=self.tr("Undo"),
                on_action=partial(self._put_back, view, own=own),
            )

    def _put_back(self, view: View, *, own: bool) -> None:
        desk, place = self._desk, view.place
        if own:
            self._did(lambda: keep_view(desk.store, place, view.name, view.look, by=desk.sign()))
        else:
            self.bring_back([place])

    def bring_back(self, places: Collection[int]) -> None:
        """Have the ready-made views under these keys again."""
        desk = self._desk
        self._did(lambda: bring_back_views(desk.store, places, by=desk.sign()))

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

    def _ready(self) -> ReadyViews:
        """The ready-made ones; where their file is damaged, what somebody kept is there still."""
        try:
            return self._desk.ready_views
        except ResourceError as fault:
            self._showing.notices.say_fault(fault)
            return NO_READY_VIEWS

    def _read(self) -> None:
        desk = self._desk
        try:
            self._views = views_for(desk.store, desk.person, self._ready(), desk.wording)
        except DeskError as fault:
            self._showing.notices.say_fault(fault)
            return
        for gone in self._keys:
            gone.setEnabled(False)
            gone.deleteLater()
        self._keys = [self._shortcut(view) for view in self._views.by_place.values()]

    def _fill(self) -> None:
        menu = self.menu
        menu.clear()
        for view in self._views.by_place.values():
            action = menu.addAction(_in_menu(view.name))
            action.setShortcut(_keys(view.place))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _=False, one=view.place: self.show_view(one))
        if not self._views.by_place:
            menu.addAction(self.tr("None is kept yet")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Keep this view…")).triggered.connect(lambda _=False: self.keep())
        self._offer_each(menu, self.tr("Name or keys"), self.change)
        self._offer_each(menu, self.tr("Take away"), self.forget)
        if self._views.away:
            back = menu.addAction(self.tr("Bring the ready-made ones back"))
            back.triggered.connect(lambda _=False: self.bring_back(self._views.away))

    def _offer_each(self, menu: QMenu, title: str, does: Callable[[int], object]) -> None:
        """A menu with all views, each to do the same with."""
        if not self._views.by_place:
            return
        under = menu.addMenu(title)
        for view in self._views.by_place.values():
            action = under.addAction(_in_menu(view.name))
            action.triggered.connect(lambda _=False, one=view.place: does(one))

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
        self,
        desk: Desk,
        look: Look,
        views: Mapping[int, View],
        parent: QWidget | None = None,
        *,
        changed: View | None = None,
    ) -> None:
        super().__init__(desk, parent, "queue_view")
        self._look = look
        self._changed = changed
        self.says.setText(self._told())
        own = changed.place if changed else None
        for place in PLACES:
            taken = views.get(place) if place != own else None
            self.keys.addItem(self._offered(place, taken), str(place))
        free = next((place for place in PLACES if place not in views), PLACES[0])
        self.keys.setCurrentIndex(self.keys.findData(str(own or free)))
        if changed is not None:
            self.setWindowTitle(self.tr("Name and keys of a view"))
            self.name.setText(changed.name)
        kind = f"queue_view_{own}" if own else "queue_view"
        self.keep(kind, {"name": self.name, "keys": self.keys})

    @override
    def places(self) -> Mapping[str, FieldMessage]:
        return {"view_name": self.name_message}

    @override
    def _save(self) -> None:
        desk, place, changed = self._desk, int(self.keys.currentData()), self._changed
        before = changed.place if changed else place
        self.attempt(
            lambda: change_view(
                desk.store, before, place, self.name.text(), self._look, by=desk.sign()
            )
        )

    def _told(self) -> str:
        """What belongs to a view; the words of a search go with it only where there are some."""
        if self._changed is not None:
            return self.tr("What it shows stays as it is.")
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
