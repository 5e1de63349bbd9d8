"""The evidence of one request: everything the office can show for it, in numbered parts.

Each item holds its facts twice, for a machine and for a reader, so that the page and the copy
beside it cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.records.confidential import shows

Plain = str | int | bool | None | list[str]
"""What stands in the copy for machines; days and moments in ISO form."""


class Part(StrEnum):
    """The parts, in their order."""

    ASKED = "asked"
    CLOCKS = "clocks"
    AUTHORITY = "authority"
    STEPS = "steps"
    PLACES = "places"
    ITEMS = "items"
    VISITS = "visits"
    CHARGE = "charge"
    APPROVALS = "approvals"
    LETTERS = "letters"
    DISCLOSURES = "disclosures"
    HOLDS = "holds"
    NOTES = "notes"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to show: a headline, what follows from it line by line, and its facts."""

    says: str
    lines: tuple[str, ...] = ()
    facts: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part with its items, in order; there may be none."""

    part: Part
    items: tuple[Item, ...]


def without_kept(section: Section, hidden: Iterable[str], mark: str) -> Section:
    """The section with ``mark`` in place of every text that shows something ``hidden``."""
    kept = frozenset(hidden)

    def told(text: str) -> str:
        return mark if shows(text, kept) else text

    def fact(value: Plain) -> Plain:
        if isinstance(value, list):
            return [told(one) for one in value]
        return told(value) if isinstance(value, str) else value

    items = tuple(
        Item(
            says=told(one.says),
            lines=tuple(told(line) for line in one.lines),
            facts={name: fact(value) for name, value in one.facts.items()},
        )
        for one in section.items
    )
    return Section(part=section.part, items=items)
