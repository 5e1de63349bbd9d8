"""Ask for a folder without stopping the window, so that it still locks meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


def ask_for_folder(title: str, over: QWidget, then: Callable[[Path], object]) -> None:
    """Open the system's dialog for a folder and go on with the one chosen."""
    asking = QFileDialog(over, title)
    asking.setFileMode(QFileDialog.FileMode.Directory)
    asking.setOption(QFileDialog.Option.ShowDirsOnly)
    asking.fileSelected.connect(lambda path: then(Path(path)))
    asking.finished.connect(asking.deleteLater)
    QDialog.open(asking)
