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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

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
        head = self.horizontalHeader().sizeHint().height()
        return QSize(super().sizeHint().width(), head + shown * theme().sizes.row + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
