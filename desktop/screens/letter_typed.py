"""What is being written in a letter outlives Escape, a lock and a crash: kept shortly after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.actions import drafts
from desktop.errors import DeskError
from desktop.records.case import Letter
from desktop.records.ids import LetterId
from desktop.records.typed_words import without_ssn
from desktop.screens.desk import Desk

WAIT_MS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Title and text as they stand in the fields, and the letter's text they were written over.

    The facing ones are empty where a letter has one language.
    """

    title: str
    text: str
    over: str
    facing_title: str = ""
    facing_text: str = ""

    @classmethod
    def of(cls, letter: Letter) -> Typed:
        """Nothing typed yet: what the letter says."""
        second = letter.facing
        return cls(
            title=letter.title,
            text=letter.text,
            over=letter.text,
            facing_title=second.title if second else "",
            facing_text=second.text if second else "",
        )

    def put_into(self, letter: Letter) -> Letter:
        """The letter with what is typed in place of what it says."""
        second = letter.facing
        if second is not None:
            second = replace(second, title=self.facing_title, text=self.facing_text)
        return replace(letter, title=self.title, text=self.text, facing=second)


class LetterKeeper(QObject):
    """Keeps what ``read`` gives a moment after each change, while it is not what the letter says.

    Signals:
        refused: keeping it failed, for the first time since it last went well; the ``DeskError``.
    """

    refused = Signal(object)

    def __init__(
        self, desk: Desk, letter: LetterId, read: Callable[[], Typed], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = f"letter:{letter}"
        self._read = read
        self._failing = False
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._keep)

    def kept(self) -> Typed | None:
        """What was being written when the letter was last left, or None."""
        fields = drafts.kept_draft(self._desk.store, self._kind, by=self._desk.sign())
        return None if fields is None else msgspec.convert(fields, Typed)

    def touch(self) -> None:
        """Something changed: keep it soon."""
        self._wait.start()

    def keep_now(self) -> None:
        """Keep at once what waits to be kept."""
        if self._wait.isActive():
            self._keep()

    def drop(self) -> None:
        """Forget it: it stands in the letter, or was thrown away on purpose.

        Raises:
            DeskError: the file cannot be written; the draft stays.
        """
        self._wait.stop()
        drafts.drop_draft(self._desk.store, self._kind, by=self._desk.sign())

    def _keep(self) -> None:
        self._wait.stop()
        fields = {name: without_ssn(text) for name, text in asdict(self._read()).items()}
        try:
            drafts.keep_draft(self._desk.store, self._kind, fields, by=self._desk.sign())
        except DeskError as fault:
            if not self._failing:
                self._failing = True
                self.refused.emit(fault)
        else:
            self._failing = False
