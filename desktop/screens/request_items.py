"""The itemised answer: for each record or group, what became of it and why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.release import answer_item, items_from_search, remove_item
from desktop.records.ids import ItemId
from desktop.records.release import Item, ItemAnswer
from desktop.records.searching import ANSWERED
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import NoticeBar
from desktop.screens.request_item import ItemDialog
from desktop.screens.request_part import Kept, RequestPart
from desktop.screens.request_view import RequestView, capital
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.screens.theme import theme
from desktop.screens.widgets import SectionHeader

_LEAST_ROWS = 4


class ItemsCard(RequestPart):
    """A row for each record or group. On the list, Enter changes one and Delete takes it off."""

    header: SectionHeader
    says: QLabel
    notices: NoticeBar
    rows: RowsView
    add: QPushButton
    change: QPushButton
    remove: QPushButton
    from_search: QPushButton

    def __init__(self, desk: Desk, view: RequestView, kept: Kept) -> None:
        super().__init__(desk, view)
        load_form(self, "request_items")
        self._kept = kept
        self._model = RowsModel(self._columns())
        self.rows.setModel(self._model)
        self.rows.set_empty("note", self.tr("Nothing is itemised yet"))
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.installEventFilter(self)
        self.header.set_title(self.tr("Answer, record by record"))
        set_icon(self.add, "add", "accent")
        set_icon(self.from_search, "search", "accent")
        self.add.clicked.connect(self.open_add)
        self.change.clicked.connect(self.open_change)
        self.remove.clicked.connect(self.take_off)
        self.from_search.clicked.connect(self._begin_with_search)
        self.rows.row_activated.connect(lambda _: self.open_change())
        self.rows.row_chosen.connect(lambda _: self._show_able())
        theme().changed.connect(self._fit)

    @property
    def wanted(self) -> bool:
        """Where records are given, or something was itemised already."""
        items = bool(self._view.case.items)
        return items or (self._view.right.gives and not self._view.closed)

    @property
    def moment(self) -> str:
        """What may be left out, and what may not."""
        return "review_others"

    def open_add(self) -> ItemDialog:
        """Answer one more record or group."""
        return self._open(None)

    def open_change(self) -> ItemDialog | None:
        """Answer the chosen one otherwise."""
        item: Item | None = self.rows.current_row()
        return None if item is None or self._view.closed else self._open(item)

    def take_off(self) -> None:
        """Take the chosen one off the list; it can be put back at once."""
        item: Item | None = self.rows.current_row()
        if item is None or self._view.closed:
            return
        desk, request = self._desk, self._view.case.request.id
        if self._attempt(
            lambda: remove_item(desk.store, request, item.id, law=desk.law, by=desk.sign()),
            self.notices.say_fault,
        ):
            said = self.tr("Taken off the list.")
            self.notices.say(
                said, action=self.tr("Put it back"), on_action=lambda: self._put_back(item)
            )
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> list[Column[Item]]:
        return [
            Column(title=self.tr("Record or group"), text=lambda one: one.what, stretch=True),
            Column(title=self.tr("Answer"), text=self._answer_said, width=20),
            Column(title=self.tr("Why"), text=self._reason_said, stretch=True, quiet=True),
        ]

    def _answer_said(self, item: Item) -> str:
        return capital(self._desk.wording.text(f"word.item_answer.{item.answer}"))

    def _reason_said(self, item: Item) -> str:
        reason = self._desk.law.reasons.named(item.reason)
        title = reason.title if reason else item.reason
        return ": ".join(part for part in (title, item.note) if part)

    def _open(self, item: Item | None) -> ItemDialog:
        dialog = ItemDialog(self._desk, self._view, self._kept, item, self.window())
        dialog.open()
        return dialog

    def _put_back(self, item: Item) -> None:
        reason = self._desk.law.reasons.named(item.reason)
        answered = [one.id for one in reason.question] if reason else []
        self._attempt(lambda: self._again(item, answered), self.notices.say_fault)

    def _again(self, item: Item, answered: list[str]) -> Changes:
        desk = self._desk
        return answer_item(
            desk.store,
            self._view.case.request.id,
            what=item.what,
            answer=ItemAnswer(item.answer),
            reason=item.reason,
            note=item.note,
            answered=answered,
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )

    def _begin_with_search(self) -> None:
        desk, request = self._desk, self._view.case.request.id
        if self._attempt(
            lambda: items_from_search(desk.store, request, law=desk.law, by=desk.sign()),
            self.notices.say_fault,
        ):
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        items = self._view.case.items
        if items != self._model.rows:
            self._set_rows(items)
        working = not self._view.closed
        for button in (self.add, self.change, self.remove):
            button.setVisible(working)
        there = {item.what for item in items}
        fresh = (one for one in self._view.case.sources if one.state in ANSWERED)
        self.from_search.setVisible(working and any(one.name not in there for one in fresh))
        self._show_able()

    def _set_rows(self, items: tuple[Item, ...]) -> None:
        """Show the rows anew; the chosen one stays, or the one that took its place."""
        before: Item | None = self.rows.current_row()
        place = self.rows.currentIndex().row()
        self._model.set_rows(items)
        self._fit()
        ids: list[ItemId] = [item.id for item in items]
        if before is not None and before.id in ids:
            place = ids.index(before.id)
        if items:
            self.rows.choose_place(min(max(place, 0), len(items) - 1))

    def _show_able(self) -> None:
        able = self.rows.current_row() is not None
        self.change.setEnabled(able)
        self.remove.setEnabled(able)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as its rows: the page scrolls, not the list."""
        rows = max(len(self._model.rows), _LEAST_ROWS)
        header = self.rows.horizontalHeader().sizeHint().height()
        self.rows.setMinimumHeight(header + rows * theme().sizes.row + 2)
        self.rows.setMaximumHeight(self.rows.minimumHeight())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.rows and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and not self._view.closed:
            if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
                self.take_off()
                return True
            if event.key() == Qt.Key.Key_Insert:
                self.open_add()
                return True
        return super().eventFilter(watched, event)
