"""What is told once a day at the sign-in: what waits, and how much of it is new since the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from desktop.records.agenda import Agenda, Item, Section
from desktop.records.ids import RequestId

NEEDED = frozenset(
    {
        Section.LATE,
        Section.DECIDE,
        Section.UNTOUCHED,
        Section.LETTERS,
        Section.VISITS,
        Section.CHASE,
        Section.COPIES,
    }
)
"""The lists in which somebody has to do something; the others look ahead or wait for others."""

_ORDER = (
    Section.LATE,
    Section.DECIDE,
    Section.SOON,
    Section.UNTOUCHED,
    Section.VISITS,
    Section.LETTERS,
    Section.CHASE,
    Section.COPIES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One line: a list, how much stands in it, and how much of that did not before."""

    section: Section
    count: int
    new: int


def digest(agenda: Agenda, before: Set[str]) -> tuple[DigestLine, ...]:
    """The lists that hold something, the gravest first; ``before`` are the things of last time."""
    return tuple(
        DigestLine(
            section=section,
            count=agenda.counts[section],
            new=len(things_of(section, agenda.items[section]) - before),
        )
        for section in _ORDER
        if agenda.counts.get(section)
    )


def things(agenda: Agenda, sections: Set[Section] = frozenset(_ORDER)) -> frozenset[str]:
    """Names without meaning for everything that stands in ``sections``."""
    return frozenset().union(
        *(things_of(one, items) for one, items in agenda.items.items() if one in sections)
    )


def things_of(section: Section, items: Sequence[Item]) -> frozenset[str]:
    """Names without meaning for what stands in one list: its code and an id."""
    return frozenset(f"{section}:{one.source or one.letter or one.request}" for one in items)


def need_me(items: Mapping[Section, Sequence[Item]]) -> frozenset[RequestId]:
    """The requests with which somebody has to do something, each once."""
    return frozenset(one.request for section in NEEDED for one in items.get(section, ()))
