"""Grids of fields side by side that stand below one another where their form is narrow."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QLayoutItem


class _Place(NamedTuple):
    row: int
    column: int
    rows: int
    columns: int


class FoldingGrids:
    """Folds the grids of one form together. Each cell holds a label with its field."""

    def __init__(self, *grids: QGridLayout) -> None:
        self._folded = False
        self._places = {grid: _places(grid) for grid in grids}

    @property
    def folded(self) -> bool:
        """Whether every cell has a row of its own."""
        return self._folded

    def fold(self, *, narrow: bool) -> None:
        """Give every cell a row of its own, or its place of the form back."""
        if narrow == self._folded:
            return
        self._folded = narrow
        for grid, places in self._places.items():
            cells = [item for _ in places if (item := grid.takeAt(0)) is not None]
            wide = max(place.column + place.columns for place in places)
            # Where it stood is what the next fold takes it by, so the order stays.
            for row, (cell, place) in enumerate(zip(cells, places, strict=True)):
                _put(grid, cell, _Place(row, 0, 1, wide) if narrow else place)


def _places(grid: QGridLayout) -> list[_Place]:
    """Where the cells stand, in the order in which the grid gives them."""
    # The stubs know nothing of what it returns.
    return [_Place(*grid.getItemPosition(at)) for at in range(grid.count())]  # type: ignore[misc]


def _put(grid: QGridLayout, cell: QLayoutItem, place: _Place) -> None:
    layout, widget = cell.layout(), cell.widget()
    if layout is not None:
        grid.addLayout(layout, *place)
    elif widget is not None:
        grid.addWidget(widget, *place)
