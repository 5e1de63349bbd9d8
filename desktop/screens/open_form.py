"""Opening a filled form: chosen in a dialog or dropped on a window, read beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.errors import DeskError
from desktop.screens import jobs
from desktop.screens.dropped import dropped_file
from desktop.screens.notices import NoticeBar

if TYPE_CHECKING:  # after first paint
    from desktop.records.filled import Filled

OPEN_KEYS = "Ctrl+O"


class FormOpener(QObject):
    """Reads filled forms for one window, which takes drops from now on.

    Args:
        window: what files are dropped on, and what the file dialog stands over.
        notices: where it is told that a form is read, or why it cannot be.

    Signals:
        opened: a form was read; carries the ``Filled``.
    """

    opened = Signal(object)

    def __init__(self, window: QWidget, notices: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._job: jobs.Job | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.take_drops_of(window)

    def take_drops_of(self, part: QWidget) -> None:
        """Take files off the fields of ``part``, which would put the file's name into their text.

        Text is still theirs. Doing it again for new fields changes nothing for the others.
        """
        for one in part.findChildren(QWidget):
            if one.acceptDrops():
                one.installEventFilter(self)

    def ask(self) -> None:
        """Choose the file of a filled form."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  # after first paint

        asking = QFileDialog(self._window, self.tr("Open a filled form"))
        asking.setFileMode(QFileDialog.FileMode.ExistingFile)
        asking.setNameFilters([self.tr("PDF (*.pdf)"), self.tr("All files (*)")])
        where = QStandardPaths.StandardLocation.DownloadLocation
        asking.setDirectory(QStandardPaths.writableLocation(where))
        asking.fileSelected.connect(lambda path: self.read(Path(path)))
        asking.finished.connect(asking.deleteLater)
        asking.open()

    def read(self, file: Path) -> None:
        """Read the form; of two in a row only the later one counts."""
        from desktop.actions.filled_form import read_filled  # noqa: PLC0415  # after first paint

        if self._job is not None:
            self._job.cancel()
        self._notices.say(self.tr("Reading the form…"))

        def work(_progress: jobs.Progress, cancelled: Callable[[], bool]) -> Filled:
            return read_filled(file, cancelled=cancelled)

        self._job = jobs.run(work, owner=self, on_done=self._read, on_failed=self._failed)

    def _read(self, filled: Filled) -> None:
        self._job = None
        self._notices.clear()
        self.opened.emit(filled)

    def _failed(self, fault: DeskError) -> None:
        self._job = None
        self._notices.say_fault(fault)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if dropped_file(event) is not None:
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent):
            file = dropped_file(event)
            if file is not None:
                event.acceptProposedAction()
                self.read(file)
                return True
        return super().eventFilter(watched, event)
