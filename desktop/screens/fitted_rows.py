"""A short list inside a page: as tall as its rows, so that the page scrolls and not the list."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.screens.tables import RowsView
from desktop.screens.theme import theme

_LEAST_ROWS = 4  # room for what is said while there are none


class FittedRows(RowsView):
    """As tall as its rows, up to ``most_rows``; beyond that it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most_rows = 8
        self._least = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def give_way(self, rows: int) -> None:
        """Let its neighbours take room from it where there is little, down to so many rows."""
        self._least = rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
                signal.connect(self.updateGeometry)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        model = self.model()
        rows = model.rowCount() if model else 0
        least = 1 if rows else _LEAST_ROWS
        shown = min(max(rows, least), max(self.most_rows, least))
        return QSize(super().sizeHint().width(), self._height(shown))

    @override
    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint().height()
        least = min(full, self._height(self._least)) if self._least else full
        return QSize(super().minimumSizeHint().width(), least)

    def _height(self, rows: int) -> int:
        """The height in pixels that shows the header and so many rows."""
        head = self.horizontalHeader().sizeHint().height()
        return head + rows * theme().sizes.row + 2
