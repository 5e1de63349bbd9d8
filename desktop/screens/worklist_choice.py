"""Which columns of the queue are in sight: usual for a role, chosen, and remembered here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.office import settings
from desktop.records.person import Role
from desktop.screens.desk import Desk
from desktop.screens.tables import RowsView
from desktop.screens.worklist_columns import CODES
from desktop.store.queries import QueueSort

_ALWAYS = frozenset({"student", "state"})
_USUALLY_OUT: Mapping[Role, frozenset[str]] = {
    Role.FRONT_OFFICE: frozenset({"owner"}),
    Role.REGISTRAR: frozenset(),
    Role.PRINCIPAL: frozenset({"number"}),
    Role.ADMINISTRATOR: frozenset(),
}


class ColumnChoice(QObject):
    """What is chosen, and the menu at the head of the list that is made when first wanted.

    Signals:
        changed: other columns are to be in sight.
        group_wanted: another order; carries the ``QueueSort``.
    """

    changed = Signal()
    group_wanted = Signal(object)

    def __init__(self, desk: Desk, rows: RowsView) -> None:
        super().__init__(rows)
        self._desk = desk
        self._rows = rows
        chosen = settings.load(desk.home).queue_columns
        self._shown = frozenset(chosen.split(",")) | _ALWAYS if chosen else self._usual()
        header = rows.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self._open(header.viewport().mapToGlobal(at))
        )

    @cached_property
    def menu(self) -> QMenu:
        """The menu; it costs time that the start has not."""
        return QMenu(self._rows)

    @property
    def left_out(self) -> frozenset[int]:
        """Places of the columns that nobody wants to see."""
        return frozenset(place for place, code in enumerate(CODES) if code not in self._shown)

    @property
    def columns(self) -> tuple[str, ...]:
        """Codes of the columns that are wanted, in their order."""
        return tuple(code for code in CODES if code in self._shown)

    def take(self, columns: Collection[str]) -> None:
        """Want these columns, as a kept view has them; what was chosen before is remembered."""
        wanted = frozenset(columns) & frozenset(CODES)
        self._shown = wanted | _ALWAYS if wanted else self._usual()
        self.changed.emit()

    def ask(self) -> None:
        """Open the menu at the head of the list, for the keyboard."""
        header: QWidget = self._rows.horizontalHeader()
        self._open(header.mapToGlobal(QPoint(0, header.height())))

    def _open(self, at: QPoint) -> None:
        self._fill()
        self.menu.popup(at)

    def _fill(self) -> None:
        menu = self.menu
        menu.clear()
        for code, column in zip(CODES, self._rows.columns, strict=True):
            tick = menu.addAction(column.title)
            tick.setCheckable(True)
            tick.setChecked(code in self._shown)
            tick.setEnabled(code not in _ALWAYS)
            tick.toggled.connect(lambda on, one=code: self._choose(one, on=on))
        menu.addSeparator()
        self._offer_groups(menu)
        menu.addSeparator()
        menu.addAction(self.tr("As usual")).triggered.connect(self._as_usual)

    def _offer_groups(self, menu: QMenu) -> None:
        for sort, title in (
            (QueueSort.DUE, self.tr("Group by the week it is due")),
            (QueueSort.OWNER, self.tr("Group by owner")),
            (QueueSort.RIGHT, self.tr("Group by right")),
        ):
            menu.addAction(title).triggered.connect(
                lambda _=False, one=sort: self.group_wanted.emit(one)
            )

    def _choose(self, code: str, *, on: bool) -> None:
        self._shown = self._shown | {code} if on else self._shown - {code}
        self._remember(",".join(self.columns))

    def _as_usual(self) -> None:
        self._shown = self._usual()
        self._remember("")

    def _usual(self) -> frozenset[str]:
        return frozenset(CODES) - _USUALLY_OUT[self._desk.person.role]

    def _remember(self, columns: str) -> None:
        home = self._desk.home
        settings.save(home, settings.replace(settings.load(home), queue_columns=columns))
        self.changed.emit()
