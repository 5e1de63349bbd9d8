"""Choose another request: to link this one with it, or to put a double entry together with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from desktop.actions.changes import Changes
from desktop.actions.merging import link_requests, merge_requests
from desktop.records.ids import RequestId
from desktop.records.request import Status
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.screens.theme import theme
from desktop.screens.widgets import SearchField
from desktop.store import cases, queries
from desktop.store.queries import QueueRow
from desktop.store.repeats import Repeat, likely_repeats
from desktop.wording.dates import short_date

# How far back a request may be the same one, as at intake: within the year.
_REPEAT_DAYS = 365
_MOST_SHOWN = 100


def merge_candidates(desk: Desk, view: RequestView) -> list[Repeat]:
    """Open requests of the same student, person and right that may be the same entry."""
    request = view.case.request
    found = likely_repeats(
        desk.store,
        student=request.student,
        requester=request.requester,
        right=request.right,
        since=request.received_on - timedelta(days=_REPEAT_DAYS),
    )
    return [
        one
        for one in found
        if one.same_requester and one.status is not Status.CLOSED and one.id != request.id
    ]


class PickDialog(ActDialog):
    """A list of requests to choose from; the one chosen is acted on."""

    says: QLabel
    search: SearchField
    rows: RowsView

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_pick")
        self._wire()
        self._model = RowsModel(self._columns())
        self.rows.setModel(self._model)
        self.rows.row_activated.connect(lambda _: self._save())
        self.resize(theme().sizes.px(680), theme().sizes.px(420))

    def offer(self, ids: Sequence[RequestId]) -> None:
        """Offer these requests, the first one chosen."""
        others = [one for one in ids if one != self._view.case.request.id]
        self._model.set_rows(queries.queue_rows(self._desk.store, others))
        self.rows.choose_place(0)
        self.save.setEnabled(bool(others))

    def chosen(self) -> QueueRow | None:
        """The request that is chosen."""
        row: QueueRow | None = self.rows.current_row()
        return row

    def _columns(self) -> list[Column[QueueRow]]:
        words, today = self._desk.wording, self._view.today
        return [
            Column(title=self.tr("Number"), text=lambda one: one.number, width=11),
            Column(title=self.tr("Student"), text=lambda one: one.student, stretch=True),
            Column(title=self.tr("Who asks"), text=lambda one: one.requester, width=20),
            Column(title=self.tr("Due"), text=lambda one: short_date(one.due_on, today), width=12),
            Column(
                title=self.tr("State"),
                text=lambda one: words.text(f"request.status.{one.status}"),
                width=9,
                quiet=True,
            ),
        ]

    def _save(self) -> None:
        if self.chosen() is not None:
            super()._save()


class LinkDialog(PickDialog):
    """Link this request with another: of the same student at first, any found by searching."""

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        self.setWindowTitle(self.tr("Link with another request"))
        self.says.setText(self._says())
        self.save.setText(self.tr("&Link"))
        self.rows.set_empty(
            "link",
            self.tr("No other request of this student"),
            self.tr("Type a number or a name to find another one."),
        )
        self.search.textChanged.connect(self._find)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search, self.rows.setFocus)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._find("")
        self.search.setFocus()

    def _says(self) -> str:
        says = self.tr("Linked requests keep their own dates and letters; one search serves both.")
        if self._view.case.request.linked_to is None:
            return says
        return f"{says} {self.tr('The new link takes the place of the one there is.')}"

    def _find(self, text: str) -> None:
        desk = self._desk
        same_student = cases.requests_of(desk.store, self._view.case.student.id)
        found = queries.search_ids(desk.store, text) if text.strip() else same_student
        self.offer(found[:_MOST_SHOWN])

    def _act(self) -> Changes:
        row = self.chosen()
        to = row.id if row else None
        desk = self._desk
        return link_requests(desk.store, self._view.case.request.id, to, by=desk.sign())


class MergeDialog(PickDialog):
    """Put this entry together with an earlier one of the same request; it can be taken back."""

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        self.setWindowTitle(self.tr("Put together with another entry"))
        self.search.hide()
        self.save.setText(self.tr("&Put together"))
        self.rows.set_empty(
            "link",
            self.tr("No other entry of this request"),
            self.tr(
                "Only open requests of the same student, person and right can be put together."
            ),
        )
        self._repeats = {one.id: one for one in merge_candidates(desk, view)}
        self.offer(list(self._repeats))
        self.rows.row_chosen.connect(self._show_chosen)
        self._show_chosen(self.chosen())
        self.rows.setFocus()

    def _show_chosen(self, row: QueueRow | None) -> None:
        if row is None:
            self.says.setText(self.tr("Nothing can be put together."))
            return
        own = self._view.case.request
        received_on = min(self._repeats[row.id].received_on, own.received_on)
        self.says.setText(
            self._desk.wording.text(
                "request.merge.says", number=own.number, into=row.number, on=received_on
            )
        )

    def _act(self) -> Changes:
        desk, row = self._desk, self.chosen()
        own = self._view.case.request.id
        return merge_requests(
            desk.store,
            own,
            row.id if row else own,
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )
