"""Wrong passphrases are answered more and more slowly, but never with a lock that lasts.

The number of wrong tries is kept in a small file, counted before a try is made, so that ending the
program does not help a guesser. The wait is measured by the time the program has run, not by the
clock, so that setting the clock does not help either: after a restart it begins again in full.
Whoever can copy the files can guess elsewhere; there the cost of each guess is what protects them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from desktop.errors import DeskError
from desktop.paths import Home

FREE_TRIES = 3
FIRST_SECONDS = 5
LONGEST_SECONDS = 300


class _Kept(msgspec.Struct):
    wrong: dict[str, int] = {}


def wait_after(wrong: int) -> int:
    """How many seconds to wait after that many wrong tries in a row: 0, 0, 0, 5, 10, 20, … 300."""
    if wrong < FREE_TRIES:
        return 0
    return int(min(FIRST_SECONDS * 2 ** min(wrong - FREE_TRIES, 10), LONGEST_SECONDS))


class Tries:
    """The wrong tries at one office, by person, and how long each has to wait now.

    ``clock`` gives seconds that only go forward.
    """

    def __init__(self, home: Home, clock: Callable[[], float] = time.monotonic) -> None:
        self._file: Path = home.folder / "office.tries"
        self._clock = clock
        self._since = clock()
        self._last: dict[int, float] = {}

    def seconds_left(self, person: int) -> int:
        """How many seconds ``person`` still has to wait, rounded up; 0 when they may try."""
        wait = wait_after(self._kept().get(str(person), 0))
        waited = self._clock() - self._last.get(person, self._since)
        return max(0, -int(-(wait - waited) // 1)) if wait else 0

    def check(self, person: int) -> None:
        """Refuse a try that comes too early.

        Raises:
            DeskError: ``wait``, with the seconds left.
        """
        left = self.seconds_left(person)
        if left:
            raise DeskError(
                "wait",
                f"After several wrong tries the next one waits {left} seconds.",
                "Check Caps Lock and the person chosen meanwhile.",
            )

    def begin(self, person: int) -> None:
        """Count a try as wrong until it proves right."""
        kept = self._kept()
        kept[str(person)] = kept.get(str(person), 0) + 1
        self._keep(kept)
        self._last[person] = self._clock()

    def right(self, person: int) -> None:
        """Forget the wrong tries of whoever signed in."""
        kept = self._kept()
        if kept.pop(str(person), None) is not None:
            self._keep(kept)

    def _kept(self) -> dict[str, int]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=_Kept).wrong
        except (OSError, msgspec.MsgspecError):
            return {}

    def _keep(self, wrong: dict[str, int]) -> None:
        beside = self._file.with_suffix(".tries.new")
        try:
            if not wrong:
                self._file.unlink(missing_ok=True)
                return
            beside.touch(mode=0o600)
            beside.write_bytes(msgspec.json.encode(_Kept(wrong=wrong)))
            beside.replace(self._file)
        except OSError:  # a disk that takes nothing still lets people sign in
            return
