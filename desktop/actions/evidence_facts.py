"""What an evidence pack is made of, read from the records file, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.records.authority import Verdict
from desktop.records.case import Case, Letter, LetterState
from desktop.records.hold import Hold
from desktop.records.ids import LetterId, PartyId, PersonId
from desktop.records.law import Law
from desktop.records.person import Person
from desktop.records.rights import RightRule
from desktop.store.disclosures import DisclosureRow
from desktop.store.journal import Entry
from desktop.wording.dates import clock_time
from desktop.wording.history import Names
from desktop.wording.sentences import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All that is read for a pack.

    ``parties`` names those its letters and papers are about, ``related`` the linked requests of
    the same student, by number. ``withheld`` are the letters whose page is not shown.
    """

    case: Case
    right: RightRule
    law: Law
    verdict: Verdict
    people: Mapping[PersonId, Person]
    parties: Mapping[PartyId, str]
    related: Sequence[str]
    names: Names
    history: Sequence[Entry]
    disclosures: Sequence[DisclosureRow]
    hold: Hold | None
    withheld: frozenset[LetterId]
    wording: Wording
    today: date

    def who(self, person: PersonId | None) -> str:
        """A member of staff's name; empty for nobody."""
        found = self.people.get(person) if person else None
        return found.name if found else ""

    def says(self, code: str, **values: str | int | date) -> str:
        """A sentence of the pack."""
        return self.wording.text(f"evidence.{code}", **values)

    def when(self, code: str, at: datetime, **values: str | int | date) -> str:
        """A sentence with a day and an hour, in the office's own time."""
        here = at.astimezone()
        return self.says(code, on=here.date(), at=clock_time(here.time()), **values)


def finished_letters(case: Case) -> tuple[Letter, ...]:
    """The letters whose page is kept, in the order in which they are numbered in a pack."""
    return tuple(one for one in case.letters if one.state is LetterState.FINISHED)


def iso(on: date | None) -> str | None:
    """A day for machines."""
    return on.isoformat() if on else None
