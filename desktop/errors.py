"""What the office can mend, as one exception with a sentence and a remedy."""

from __future__ import annotations


class DeskError(Exception):
    """Something the office can put right: wrong passphrase, full disk, a faulty row.

    ``message`` says what is wrong and ``remedy`` what to do about it, each one
    sentence in plain words without a name, birth date or address. ``code`` is
    stable and may be logged. Anything that is not a ``DeskError`` is our bug.
    """

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.remedy = remedy

    def sentence(self) -> str:
        """Message and remedy as they are shown, separated by one space."""
        return f"{self.message} {self.remedy}".strip()


class StoppedError(DeskError):
    """Somebody stopped it, or nobody waits for it any more; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("stopped", "It was stopped, and nothing was changed.")


def folder_refuses() -> DeskError:
    """Nothing can be written into the office's folder, as the office can mend it."""
    return DeskError(
        "cannot_write",
        "The office's folder cannot be written to, or its disk is full.",
        "Free some space or ask your IT staff, then try again.",
    )


class ResourceError(DeskError):
    """A file the program ships or the office edits cannot be read as it should.

    ``file``, ``key`` and ``line`` say where, ``why`` what is wrong; ``line`` counts from 1 and is 0
    when the reader could not tell.
    """

    def __init__(self, file: str, key: str, line: int, why: str) -> None:
        where = f"{file}, line {line}" if line else file
        place = f"{where}, {key}" if key else where
        super().__init__(
            "resource",
            f"The file {place} cannot be used: {why}.",
            "Put the shipped file back or correct that line; everything else still works.",
        )
        self.file = file
        self.key = key
        self.line = line
        self.why = why
