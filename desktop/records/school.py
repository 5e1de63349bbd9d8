"""The school office: how it signs its letters and on which days it is open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.errors import DeskError
from desktop.records.paper import USUAL, Paper

_PRICE = re.compile(r"\$?\s*(\d{0,2})(?:[.,](\d{1,2}))?")
_CENTS = re.compile(r"(\d{1,3})\s*(?:¢|c|cents?)", re.IGNORECASE)
_DAYS = re.compile(r"(\d{1,3})(?:\s*(?:calendar\s+)?days?)?", re.IGNORECASE)


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
    can only be shorter than the law. ``cents_a_page`` is the copy rate. ``logo`` is PNG or JPEG,
    ``paper`` what letters are laid out for.
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
    paper: Paper = USUAL


def read_price(text: str) -> int:
    """The cents in a price as it is typed: "0.10", "$.1", "10 cents"; 0 when nothing is typed.

    Raises:
        DeskError: ``price``.
    """
    text = text.strip()
    cents, price = _CENTS.fullmatch(text), _PRICE.fullmatch(text)
    if cents:
        return int(cents[1])
    if price is None or text == "$":
        raise DeskError("price", "This is not a price.", "Type it as 0.10, or leave it empty.")
    return int(price[1] or 0) * 100 + int((price[2] or "").ljust(2, "0"))


def write_price(cents: int) -> str:
    """A price as it is typed: "$0.10"; empty for none."""
    return f"${cents // 100}.{cents % 100:02}" if cents else ""


def read_promise(text: str) -> int:
    """The calendar days of a promise as it is typed: "10", "10 days"; 0 when nothing is typed.

    Raises:
        DeskError: ``promise``.
    """
    text = text.strip()
    days = _DAYS.fullmatch(text)
    if text and days is None:
        raise DeskError(
            "promise", "This is not a number of days.", "Type it as 10, or leave it empty."
        )
    return int(days[1]) if days else 0
