"""The school office: how it signs its letters and on which days it is open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address as it is written on an envelope; every part may be empty."""

    street: str = ""
    street_2: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""

    def lines(self) -> tuple[str, ...]:
        """The lines of the envelope, top to bottom, without empty ones."""
        region = " ".join(part for part in (self.state, self.postal_code) if part)
        last = ", ".join(part for part in (self.city, region) if part)
        return tuple(line for line in (self.street, self.street_2, last) if line)


NO_ADDRESS = Address()


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """What the office told about itself.

    ``state`` is the two-letter code whose rule book applies. ``office_days`` are ISO weekdays
    (Monday 1 to Sunday 7). ``promise_calendar_days`` is the office's own promise, 0 for none; it
    can only be shorter than the law. ``cents_a_page`` is the copy rate. ``logo`` is PNG or JPEG.
    """

    name: str
    district: str = ""
    address: Address
    phone: str = ""
    email: str = ""
    principal: str = ""
    records_contact: str = ""
    records_contact_title: str = ""
    state: str
    office_days: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    office_hours: str = ""
    promise_calendar_days: int = 0
    cents_a_page: int = 0
    complaint_line: str = ""
    logo: bytes = b""
