"""The parts of an evidence pack in their order, each from the module that knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from desktop.actions import evidence_asked, evidence_papers, evidence_work
from desktop.actions.evidence_facts import Gathered
from desktop.records.evidence import Item, Part, Section


def sections(found: Gathered) -> tuple[Section, ...]:
    """Every part in order, also one with nothing in it."""
    return tuple(Section(part=part, items=tuple(_PARTS[part](found))) for part in Part)


_PARTS: Mapping[Part, Callable[[Gathered], Iterator[Item]]] = {
    Part.ASKED: evidence_asked.asked,
    Part.CLOCKS: evidence_asked.clocks,
    Part.AUTHORITY: evidence_asked.authority,
    Part.STEPS: evidence_work.steps,
    Part.PLACES: evidence_work.places,
    Part.ITEMS: evidence_work.items,
    Part.VISITS: evidence_work.visits,
    Part.CHARGE: evidence_work.charge,
    Part.APPROVALS: evidence_work.approvals,
    Part.LETTERS: evidence_papers.letters,
    Part.DISCLOSURES: evidence_papers.disclosures,
    Part.HOLDS: evidence_papers.holds,
    Part.NOTES: evidence_papers.notes,
    Part.JOURNAL: evidence_papers.journal,
}
