"""A paper on file about one student: what it limits, whom, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.ids import OrderId, PartyId, PersonId, StudentId


class OrderKind(StrEnum):
    """The kind of paper. It is noted, not scanned."""

    CUSTODY = "custody"
    PROTECTION = "protection"
    POWER_OF_ATTORNEY = "power_of_attorney"
    CONSENT = "consent"
    EMANCIPATION = "emancipation"
    OTHER = "other"


class Limit(StrEnum):
    """What a paper says about the person it names."""

    RECORDS = "records"
    CONTACT = "contact"
    ADDRESS = "address"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A court order, statute paper or binding agreement somebody in the office has read.

    ``limited_party`` is whom it limits; ``limits`` what it says about them. Only ``RECORDS``
    takes away the right to see records (34 CFR 99.4: "specifically revokes these rights").
    ``passage`` is that sentence of the paper in the reader's words.
    """

    id: OrderId
    student: StudentId
    kind: OrderKind
    court: str = ""
    dated_on: date | None = None
    until_on: date | None = None
    limited_party: PartyId | None
    limits: frozenset[Limit]
    passage: str = ""
    read_by: PersonId
    ended_on: date | None = None

    def in_force(self, today: date) -> bool:
        """Whether the paper binds on ``today``: begun, not past its last day, not ended."""
        begun = self.dated_on is None or self.dated_on <= today
        past = self.until_on is not None and today > self.until_on
        ended = self.ended_on is not None and today >= self.ended_on
        return begun and not past and not ended

    def over(self, today: date) -> bool:
        """Whether the paper no longer binds: ended, or past its last day. One to come is not."""
        past = self.until_on is not None and today > self.until_on
        return past or (self.ended_on is not None and today >= self.ended_on)
