"""What each person was reminded of on this computer: when, and names without meaning of what.

A convenience: a file that cannot be read means that nobody was reminded yet, and one that cannot be
written that it holds until the program is closed.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from desktop.office.kept_file import write_kept
from desktop.paths import Home
from desktop.records.ids import PersonId
from desktop.records.notifying import Told

__all__ = ["Memory", "Reminded", "replace"]


class Reminded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's.

    ``first_at`` is the first sign-in of the day it is on and ``things`` what stood in the lists
    then; ``before_at`` and ``before`` are the same of the day before that. ``put_away_on`` is the
    day on which the digest was put away. ``told_*`` is what desktop notices told.
    """

    person: int
    first_at: datetime | None = None
    things: frozenset[str] = frozenset()
    before_at: datetime | None = None
    before: frozenset[str] = frozenset()
    put_away_on: date | None = None
    told_on: date | None = None
    told_times: int = 0
    told_things: frozenset[str] = frozenset()

    @property
    def told(self) -> Told:
        """What desktop notices told."""
        return Told(on=self.told_on, times=self.told_times, things=self.told_things)

    def with_told(self, told: Told) -> Reminded:
        """The same with what was told since."""
        return replace(
            self, told_on=told.on, told_times=told.times, told_things=frozenset(told.things)
        )

    def signed_in(self, things: frozenset[str], at: datetime) -> Reminded:
        """The same after a sign-in at ``at``, a moment with its zone; only a day's first counts."""
        first = self.first_at
        if first is not None and first.astimezone().date() == at.astimezone().date():
            return self
        return replace(
            self, first_at=at, things=things, before_at=self.first_at, before=self.things
        )


class Memory:
    """What one person was reminded of."""

    def __init__(self, home: Home, person: PersonId) -> None:
        self._home = home
        self._person = person
        self._all = _load(home)

    @property
    def mine(self) -> Reminded:
        """What is known of this person."""
        found = (one for one in self._all if one.person == self._person)
        return next(found, Reminded(person=self._person))

    def keep(self, mine: Reminded) -> None:
        """Remember ``mine`` in place of what was known."""
        if mine == self.mine:
            return
        others = [one for one in self._all if one.person != self._person]
        self._all = [*others, mine]
        write_kept(self._home.reminded_file, msgspec.json.encode(self._all, order="deterministic"))


def _load(home: Home) -> list[Reminded]:
    try:
        return msgspec.json.decode(home.reminded_file.read_bytes(), type=list[Reminded])
    except (OSError, msgspec.MsgspecError):
        return []
